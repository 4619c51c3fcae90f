/* means: what a figure says by how far something lies above or below another:
 * 高于全省平均0.4个百分点, 低于目标0.4个百分点. It knows no facts. */
#ifndef PROSE_MEANS_H
#define PROSE_MEANS_H

#include "prose/rule.h"

/* 高于X, 比X低: what is measured, what it is held against, the side. */
typedef struct measure {
    slice name;  /* what stands before in its clause; may be empty */
    slice other; /* 全省平均 */
    int side;    /* 1 above, -1 below */
} measure;

/* Of the words before the figure; side 0 where they measure nothing so. */
measure means_of(slice lead);

/* Whether the figure tells how far something is from a mean or an aim. */
bool means_is_distance(const inspection *in, const claim *c);

/* Whether two that differ by `by` may be told to differ by `points`: to the
 * digit where both are published as they are, else give or take a rounding. */
bool means_may_differ(jb_decimal by, jb_decimal points, bool is_derived);

#endif
