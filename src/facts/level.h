/* level: what a quantity says of the true number behind it: the range its
 * digits and its qualifier leave open, and exact comparison of products of
 * such ranges' ends. It knows no growth and no metric. */
#ifndef FACTS_LEVEL_H
#define FACTS_LEVEL_H

#include "quantity/quantity.h"

/* The numbers a quantity may stand for; an end may be open. */
typedef struct level_range {
    jb_decimal low, high;
    bool has_low, has_high;
} level_range;

/* 2671家 is exact; 62.3亿元 is 62.25 to 62.35; 200以上 is 200 and more; 490左右
 * is one unit of its last digit that is not zero to either side. */
level_range level_range_of(jb_quantity q);

/* Whole things counted one by one: written digits are all there is. */
bool level_is_exact(jb_quantity q);

/* Express both in the larger of their two units, which adds decimals and so
 * keeps the precision of what was written. False when the units measure
 * different things or digits do not fit. */
bool level_align(jb_quantity *a, jb_quantity *b);

/* Whether `a` is no less than `b`, whatever their qualifiers leave open: >75
 * is no less than 60, but 60 may be less than >50. Digits are taken as they
 * are written. Of one unit. */
bool level_leads(jb_quantity a, jb_quantity b);

/* What `q` may be, its digits taken as they are written. */
level_range level_written_range(jb_quantity q);

/* Whether all that `a` may be is greater than all that `b` may be; at the edge
 * of what is open they might be even. */
bool level_is_above(level_range a, level_range b);

/* Whether some number is within what both say; false when they measure
 * different things. */
bool level_may_be_same(jb_quantity a, jb_quantity b);

/* `q` in `unit`; false as for level_align. */
bool level_in_unit(jb_quantity q, jb_unit unit, jb_quantity *out);

/* The sign of a × b - c × d, exactly. False when it does not fit 128 bits. */
bool level_compare_products(jb_decimal a, jb_decimal b, jb_decimal c,
                            jb_decimal d, int *out);

#endif
