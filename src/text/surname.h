/* surname: the Han that Chinese surnames and given names are made of. It knows
 * characters only, no names. */
#ifndef TEXT_SURNAME_H
#define TEXT_SURNAME_H

#include <stdint.h>

#include "base/slice.h"

/* Han of the surname that `text` starts with: 1, 2 (欧阳), or 0. */
size_t surname_length(slice text);
/* A Han that given names are often made of. */
bool surname_gives(uint32_t code);

#endif
