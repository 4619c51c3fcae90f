/* transliteration: the Han that foreign names are written with. It knows
 * characters only, no names. */
#ifndef TEXT_TRANSLITERATION_H
#define TEXT_TRANSLITERATION_H

#include <stdbool.h>
#include <stdint.h>

bool transliteration_has(uint32_t code);

#endif
