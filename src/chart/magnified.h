/* magnified: a chart's figures told in 万, 亿 or 万亿 of their unit, where
 * they would otherwise be printed with more digits than are read. It knows
 * specifications only, no lengths. */
#ifndef CHART_MAGNIFIED_H
#define CHART_MAGNIFIED_H

#include "chart/chart.h"

/* `spec` itself, or a copy of it in which all levels of one unit, their totals
 * and what they are held against are counted in a larger one, and labelled so.
 * Figures of which some are counted in a larger unit already are all told in
 * that, exactly, or stay where that would take too many digits. A category
 * beside which others are that much larger keeps its own unit. */
const chart_spec *magnified_from(const chart_context *c,
                                 const chart_spec *spec);

#endif
