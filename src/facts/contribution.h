/* contribution: what a part has to do with the growth of its whole: 拉动, in
 * percentage points of the whole's growth, and 贡献率, its share of the whole's
 * increase. Arithmetic only; it knows no metric. */
#ifndef FACTS_CONTRIBUTION_H
#define FACTS_CONTRIBUTION_H

#include "quantity/quantity.h"

/* A level and the one it is compared with, in one unit each. */
typedef struct level_change {
    jb_quantity now, before;
} level_change;

/* (part's increase) ÷ (whole before) × 100, rounded to `step`. False
 * when units differ, the whole before is not above zero, or digits do not
 * fit. */
bool contribution_points(level_change part, level_change whole,
                         decimal_step step, jb_decimal *out);

/* (part's increase) ÷ (whole's increase) × 100. False as above, and when the
 * whole did not increase: a share of a fall is no contribution. */
bool contribution_share(level_change part, level_change whole,
                        decimal_step step, jb_decimal *out);

#endif
