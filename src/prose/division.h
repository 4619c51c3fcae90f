/* division: parts of which nothing is two: 小学, 初中 and 高中, or 增值税 and
 * 企业所得税. It does not know whether they are all there is. */
#ifndef PROSE_DIVISION_H
#define PROSE_DIVISION_H

#include "prose/claim.h"

/* Whether the names of all of them are of one division, each another member. */
bool division_is_one(const claim *const *parts, size_t n);

#endif
