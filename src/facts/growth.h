/* growth: how a level compares with the level a year before, as a typed
 * result: a rate, points, or one of the outcomes that are no rate. Rates are
 * computed once, from the digits as written. It knows no wording. */
#ifndef FACTS_GROWTH_H
#define FACTS_GROWTH_H

#include "facts/facts.h"
#include "facts/level.h"

/* Digits after the point of a growth that we compute: as printed, and of
 * what is drawn. */
#define GROWTH_SCALE 1
#define GROWTH_EXACT_SCALE 6

/* The outcome by the signs of the two levels and by what they measure:
 *
 *   previous    current > 0      current = 0      current < 0
 *     > 0       rate             rate (-100%)     由盈转亏
 *     = 0       净增             持平             不可比
 *     < 0       扭亏为盈         减亏             减亏, 增亏, 持平
 *
 * Percent-valued metrics always change by points. */
metrics_change_kind growth_kind_of(jb_quantity current,
                                   jb_quantity previous);

/* The growth from `previous` to `current` (aligned units), rounded once to
 * `step`, and exact; a rate that rounds to zero is 持平. CHANGE_ABSENT when the
 * digits do not fit. */
fact_growth growth_from_levels(jb_quantity current, jb_quantity previous,
                               decimal_step step);

/* To what it is rounded: one decimal, so that all growths of a document have
 * as many; none where a level is only known about (约), which supports none. */
decimal_step growth_step_of(jb_quantity current, jb_quantity previous,
                            decimal_rounding rounding);

/* What a stated change leaves open: 251% is 250.5% to 251.5%. */
level_range growth_range_of(metrics_change stated);

/* Whether levels and a stated rate or points can all be roundings of true
 * numbers that fit each other. True when it cannot be decided. */
bool growth_agrees(metrics_change stated, jb_quantity current,
                   jb_quantity previous);

/* The same for a rate of which only a range is known, in percent. */
bool growth_allows(level_range rate, jb_quantity current,
                   jb_quantity previous);

/* The previous level from the current one and a stated rate, points or 持平:
 * `exact` with two digits more than `out`, which is marked derived. False
 * when there is none. */
bool growth_previous(jb_quantity current, metrics_change stated,
                     jb_quantity *out, jb_decimal *exact);

/* Whether the bounds leave the growth open to both sides: 超75 over 80余. */
bool growth_is_open(quantity_bound current, quantity_bound previous);

/* The bound of current compared with previous: ≥ over = is ≥, = over ≥ is ≤;
 * where one end of either is known the other way round, that end. Only for
 * what is not open. */
quantity_bound growth_bound(quantity_bound current, quantity_bound previous);

#endif
