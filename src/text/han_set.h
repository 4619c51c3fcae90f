/* han_set: a set of Han of the basic plane, told by a sorted table. It knows
 * characters only, not what the sets are for. */
#ifndef TEXT_HAN_SET_H
#define TEXT_HAN_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* `set` has `n` codes, ascending. */
bool han_set_has(const uint16_t *set, size_t n, uint32_t code);

#endif
