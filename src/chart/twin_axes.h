/* twin_axes: two value axes for one plot whose zeros and ticks fall on the
 * same lines: what every office draws and few programs can. Steps are searched
 * for both at once, so that neither side wastes much of the height; below zero
 * the axes end where the values do. */
#ifndef CHART_TWIN_AXES_H
#define CHART_TWIN_AXES_H

#include "chart/axis.h"

typedef struct twin_axes {
    chart_axis left, right; /* with equal `first` and equal `last` */
} twin_axes;

/* What an axis must show; 0 is always shown. */
typedef struct twin_domain {
    double low, high;
} twin_domain;

/* False when a domain is empty or out of range. */
bool twin_axes_from(twin_domain left, twin_domain right, twin_axes *out);

#endif
