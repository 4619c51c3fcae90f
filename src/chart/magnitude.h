/* magnitude: the unit in which an axis counts: 元, 万元, 亿元 … so that its
 * tick labels stay short. The unit is printed once, by the axis. */
#ifndef CHART_MAGNITUDE_H
#define CHART_MAGNITUDE_H

#include "quantity/quantity.h"

/* From here on figures, and so their axis, are told in a larger unit; below,
 * in the one that the office counts in. */
#define MAGNITUDE_LONG 1e7

/* The unit for an axis whose greatest magnitude is `most`, counted in `unit`:
 * `unit` itself while that is short, else 万, 亿 or 万亿 of its base, so that
 * labels have at most five digits before the point. */
jb_unit magnitude_unit(arena *a, jb_unit unit, double most);

/* What a value in `from` counts in `to`; both have the same base. */
double magnitude_in(double value, jb_unit from, jb_unit to);

#endif
