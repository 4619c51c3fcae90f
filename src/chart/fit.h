/* fit: the largest scale at which marks and the labels beyond them fit into a
 * given length: labels are laid out before the scale is chosen. */
#ifndef CHART_FIT_H
#define CHART_FIT_H

#include <stddef.h>

#include "display/geometry.h"

/* What stands at a value: it needs `before` towards the low end of the axis
 * and `after` towards its high end, counted from the value's own place. */
typedef struct fit_item {
    double value;
    jb_len before, after;
} fit_item;

typedef struct chart_fit {
    double k;    /* lengths per unit of value: one for the whole axis */
    jb_len zero; /* from the low end of the length to the zero line */
    bool is_possible; /* the labels alone already need less than there is */
} chart_fit;

/* Choose k and the zero line. */
chart_fit fit_within(const fit_item *items, size_t n, jb_len length);

/* Choose k for a zero line that others share. */
chart_fit fit_from_zero(const fit_item *items, size_t n, jb_len length,
                        jb_len zero);

/* Where a value lies, from the low end of the length. */
jb_len fit_at(const chart_fit *fit, double value);

#endif
