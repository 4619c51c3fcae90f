/* periods: the levels of one metric over its periods as a panel of columns,
 * of which the last is set off. */
#ifndef CHART_PERIODS_H
#define CHART_PERIODS_H

#include "chart/datum.h"

/* The greatest magnitude of a series, in its own unit. */
double periods_most(const chart_spec *spec, size_t series);

/* A row for each period, its labels and values in `unit`, which has the base
 * of the series' own. Where `has_gaps`, a period without a figure keeps its
 * place, empty; otherwise it has none. The head is the metric's name. */
bar_panel periods_panel(const chart_context *c, const chart_spec *spec,
                        size_t series, jb_unit unit, bool has_gaps);

#endif
