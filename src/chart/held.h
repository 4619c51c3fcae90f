/* held: the scale that a chart holds in common with others, in the unit of its
 * own axis. It knows the specification, not how axes are drawn. */
#ifndef CHART_HELD_H
#define CHART_HELD_H

#include "chart/bars.h"

/* False where the chart has a scale of its own, or one of other units. */
bool held_range(const chart_spec *spec, jb_unit unit, double *low,
                double *high);

/* The greatest magnitude on it in `unit`; 0 where there is none. */
double held_most(const chart_spec *spec, jb_unit unit);

/* Hold a panel that counts in `unit` to it. */
void held_set(const chart_spec *spec, jb_unit unit, bar_panel *p);

#endif
