/* joined: percent and percentage points in one picture. They have panels of
 * their own, for they are no one measure; but a point is as long as a percent
 * wherever bars of both are to be seen so, for a reader will compare them.
 * Where they are not, points have a scale of their own on which they stay
 * short, whatever they are. */
#ifndef CHART_JOINED_H
#define CHART_JOINED_H

#include "chart/bars.h"

/* Of panels of growth, by their `joint`, whose domains are known. */
void joined_set(bar_panels *p);

/* The scales of lanes whose panels are joined become one. */
void joined_level(const bar_panel *a, chart_fit *fit_a, const bar_panel *b,
                  chart_fit *fit_b);

#endif
