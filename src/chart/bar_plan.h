/* bar_plan: whether panels of bars are drawn across or upright: as the option
 * says, else by the number of categories, their names and the room. */
#ifndef CHART_BAR_PLAN_H
#define CHART_BAR_PLAN_H

#include "chart/across.h"
#include "chart/options.h"
#include "chart/upright.h"

typedef struct bar_plan {
    chart_plan base;
    const across_plan *across; /* one of the two */
    const upright_plan *upright;
} bar_plan;

/* NULL when the width leaves no room for bars. Overlapping bars are set side
 * by side in `p` where their labels do not fit in one line. */
bar_plan *bar_plan_from(const chart_context *c, bar_panels *p,
                        const chart_options *options, jb_size size);

/* The draw member of kinds whose plan begins with a bar_plan. */
void bar_plan_draw(const chart_context *c, const chart_plan *plan,
                   jb_size size, jb_display *d);

#endif
