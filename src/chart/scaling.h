/* scaling: panels of one unit that nevertheless have scales of their own must
 * say so (IBCS CH 4.3): lengths do not compare from one to the next. */
#ifndef CHART_SCALING_H
#define CHART_SCALING_H

#include "chart/bars.h"
#include "chart/chart_notes.h"

/* One note when two of the series with this role count in one base unit. */
chart_notes scaling_notes_for(arena *a, const chart_spec *spec,
                              chart_series_role role);

#endif
