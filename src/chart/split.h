/* split: the other way to show bars that would flatten all others: in a panel
 * of their own, on a scale of its own, said over the panel, in a note and in
 * a diagnostic (G4, G6). */
#ifndef CHART_SPLIT_H
#define CHART_SPLIT_H

#include "chart/bars.h"

/* Panels with outliers become two, or three where the rest has outliers too,
 * each with the rows of these; their names, quoted, or nothing when there are
 * none. */
slice split_panels(const chart_context *c, bar_panels *p);

#endif
