/* range: the signs that join the ends of a stretch: 1—10月, 15至64岁, 1～4℃. It
 * does not know what they join. */
#ifndef PROSE_RANGE_H
#define PROSE_RANGE_H

#include "base/slice.h"

/* The length of the sign that `s` starts or ends with; 0 without one. */
size_t range_sign_start(slice s);
size_t range_sign_end(slice s);

#endif
