#include "chart/bar_plan.h"

#include "chart/arrow.h"

#define UPRIGHT_ROWS 6  /* more categories are drawn across */
#define UPRIGHT_BARS 3  /* fewer columns look lost, unless the page is tall */
#define UPRIGHT_LINES 2 /* of a name, unless there is height to fill */

static bool
lanes_have_bars(const upright_plan *plan)
{
    for (size_t i = 0; i < plan->n_lanes; i++)
        if (plan->lanes[i].panel->low >= plan->lanes[i].panel->high)
            return false;
    return true;
}

/* Words alone make no columns. */
static bool
upright_suits(const upright_plan *plan, const across_plan *across,
              jb_len height)
{
    size_t n_bars = plan->n_names * plan->lanes[0].panel->n_bars;
    if (n_bars < 2 || plan->n_names > UPRIGHT_ROWS || !lanes_have_bars(plan))
        return false;
    if (height == 0)
        return plan->most_lines <= UPRIGHT_LINES && n_bars >= UPRIGHT_BARS;
    bool is_empty = across == NULL || across->base.natural * 2 < height;
    return plan->base.least <= height &&
           (is_empty || plan->most_lines <= UPRIGHT_LINES);
}

static const upright_plan *
upright_wanted(const chart_context *c, const bar_panels *p,
               const chart_options *options, const across_plan *across,
               jb_size size)
{
    int wish = options->chosen[OPTION_ORIENTATION];
    if (wish == ORIENTATION_HORIZONTAL || p->n_parts > 1)
        return NULL;
    if (wish == ORIENTATION_AUTO && p->table == NULL &&
        bars_rows_count(p) > UPRIGHT_ROWS)
        return NULL;
    upright_plan *plan = upright_plan_from(c, p, size.w);
    if (plan == NULL || wish == ORIENTATION_VERTICAL)
        return plan;
    if (p->table != NULL && lanes_have_bars(plan))
        return size.h == 0 || plan->base.least <= size.h ? plan : NULL;
    return upright_suits(plan, across, size.h) ? plan : NULL;
}

static bar_plan *
plan_of(const chart_context *c, const bar_panels *p,
        const chart_options *options, jb_size size)
{
    bar_plan *plan = ARENA_NEW(c->arena, bar_plan);
    const across_plan *across = across_plan_from(c, p, size);
    plan->upright = upright_wanted(c, p, options, across, size);
    plan->across = plan->upright == NULL ? across : NULL;
    if (plan->upright == NULL && plan->across == NULL)
        return NULL;
    if (plan->upright != NULL)
        arrows_leave(p, false);
    if (p->table != NULL && plan->upright == NULL)
        diag_report(c->diags, &CHART_TABLE_NONE, p->table->span,
                    p->table->id);
    plan->base = plan->upright != NULL ? plan->upright->base
                                       : plan->across->base;
    return plan;
}

/* Labels of overlapping bars stand in one line; where that is too long the
 * bars stand side by side, each with its own. */
static bool
bars_part(bar_panels *p)
{
    bool is_changed = false;
    for (size_t i = 0; i < p->n; i++) {
        is_changed |= p->at[i].is_overlapped;
        p->at[i].is_overlapped = false;
    }
    return is_changed;
}

bar_plan *
bar_plan_from(const chart_context *c, bar_panels *p,
              const chart_options *options, jb_size size)
{
    bar_plan *plan = plan_of(c, p, options, size);
    return plan == NULL && bars_part(p) ? plan_of(c, p, options, size) : plan;
}

void
bar_plan_draw(const chart_context *c, const chart_plan *plan, jb_size size,
              jb_display *d)
{
    const bar_plan *bars = (const bar_plan *)plan;
    if (bars->upright != NULL)
        upright_draw(c, bars->upright, size, d);
    else
        across_draw(c, bars->across, size, d);
}
