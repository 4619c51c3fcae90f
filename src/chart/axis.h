/* axis: the domain of a value axis and its ticks, as exact decimals. Zero is
 * a tick wherever bars start there. It knows values only, no lengths. */
#ifndef CHART_AXIS_H
#define CHART_AXIS_H

#include "quantity/decimal.h"

typedef struct chart_axis {
    double low, high; /* what is shown */
    jb_decimal step;  /* between ticks; coefficient 0: 0 is the only tick */
    int first, last;  /* the ticks are i × step */
    double most;      /* of the values */
} chart_axis;

/* The axis for values from `low` to `high`, with about `target` ticks. On the
 * side of the greater magnitude the last tick encloses the values; on the
 * short side the axis ends where the values end, so that -69.1 beside 4502.1
 * does not cost a whole interval. */
chart_axis axis_from(double low, double high, int target);

/* As axis_from, with whole numbers only for ticks: half an enterprise is no
 * figure. */
chart_axis axis_from_whole(double low, double high, int target);

/* As axis_from, but ticks enclose the values on both sides. */
chart_axis axis_from_loose(double low, double high, int target);

/* For points, which say by their height alone and need no zero: ticks enclose
 * the values, low < high. */
chart_axis axis_between(double low, double high, int target);

/* The same without a last tick far beyond the values of an axis of few ticks,
 * all above zero: it would leave bars half as long as they could be. It ends
 * where the values end. */
chart_axis axis_trimmed(chart_axis axis);

jb_decimal axis_tick(const chart_axis *axis, int i);
double axis_tick_value(const chart_axis *axis, int i);

/* As printed: all ticks of an axis with the same decimals, U+2212 for
 * negative ones, no sign on zero. */
slice axis_tick_text(arena *a, const chart_axis *axis, int i);

#endif
