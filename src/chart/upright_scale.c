#include "chart/upright_scale.h"

#include "chart/joined.h"
#include "chart/upright_arrows.h"

#define TICK_PITCH 3 /* em between ticks, at least */
#define TICKS_MOST 6
#define SQUEEZED 0.4 /* of the scale a lane has with its own zero line */

/* What stands over the labels of a row: its chip, and arrows. */
static jb_len
need_over(const upright_plan *plan, const upright_lane *lane, size_t row)
{
    const bar_chip *chip = &lane->panel->rows[row].chip;
    jb_len need = chip->label.paragraph == NULL
                      ? 0
                      : chip->label.height + plan->em / 2;
    return need + upright_arrows_need(lane, row, plan->em);
}

/* Bars, labels and ticks; the labels of a row take the height of what stands
 * over them too. A row whose bars all hang down has it on the zero line. */
static fit_item *
items_of(const chart_context *c, const upright_plan *plan,
         const upright_lane *lane, const grid_ticks *ticks, size_t *n)
{
    const bar_panel *p = lane->panel;
    fit_item *items = bars_items(c, p, ticks, true, n);
    fit_item *all = ARENA_ARRAY(c->arena, *n + p->n_rows + 1, fit_item);
    jb_len most = 0, after = 0;
    memcpy(all, items, *n * sizeof *all);
    for (size_t i = 0; i < p->n_rows * p->n_bars; i++) {
        after = len_max(after, all[i].after);
        if (all[i].after > 0)
            all[i].after += need_over(plan, lane, i / p->n_bars);
    }
    for (size_t r = 0; r < p->n_rows; r++) {
        jb_len over = need_over(plan, lane, r);
        most = len_max(most, over);
        all[(*n)++] = (fit_item){.after = over};
    }
    if (p->is_held) /* the same over the highest of other charts */
        all[(*n)++] = (fit_item){p->high, 0, after + most};
    return all;
}

static lane_scale
lane_scale_from(const chart_context *c, const upright_plan *plan,
                const upright_lane *lane, jb_len height, jb_len zero)
{
    const bar_panel *p = lane->panel;
    int target = height / (plan->em * TICK_PITCH);
    target = target > TICKS_MOST ? TICKS_MOST : target < 3 ? 3 : target;
    for (;; target--) {
        chart_axis axis = bars_axis(p, target);
        if (target < 2)
            axis.first = axis.last = 0;
        lane_scale s = {.ticks = {.axis = axis}};
        if (plan->has_axis && p->low < p->high)
            s.ticks = grid_ticks_from(c, &axis, p->suffix);
        size_t n;
        fit_item *items = items_of(c, plan, lane, &s.ticks, &n);
        s.fit = zero < 0 ? fit_within(items, n, height)
                         : fit_from_zero(items, n, height, zero);
        double step = axis.first < axis.last ? axis_tick_value(&axis, 1) : 0;
        if (target < 2 || step == 0 || s.fit.k * step >= plan->em * 3 / 2)
            return s;
    }
}

/* Whether a zero line that others need costs this lane too much. */
static bool
is_squeezed(const lane_scale *shared, const lane_scale *own)
{
    return !shared->fit.is_possible || shared->fit.k < own->fit.k * SQUEEZED;
}

/* A scale for each lane; zero lines at one height where no lane suffers. */
static lane_scale *
scales_from(const chart_context *c, const upright_plan *plan, jb_len height)
{
    lane_scale *own = ARENA_ARRAY(c->arena, plan->n_lanes, lane_scale);
    lane_scale *shared = ARENA_ARRAY(c->arena, plan->n_lanes, lane_scale);
    jb_len zero = 0;
    for (size_t i = 0; i < plan->n_lanes; i++) {
        own[i] = lane_scale_from(c, plan, &plan->lanes[i], height, -1);
        zero = len_max(zero, own[i].fit.zero);
    }
    for (size_t i = 0; i < plan->n_lanes; i++) {
        shared[i] = lane_scale_from(c, plan, &plan->lanes[i], height, zero);
        if (is_squeezed(&shared[i], &own[i]))
            return own;
    }
    return shared;
}

lane_scale *
upright_scales(const chart_context *c, const upright_plan *plan,
               jb_len height)
{
    lane_scale *all = scales_from(c, plan, height);
    for (size_t i = 0; i < plan->n_lanes; i++)
        for (size_t j = 0; j < i; j++)
            joined_level(plan->lanes[i].panel, &all[i].fit,
                         plan->lanes[j].panel, &all[j].fit);
    return all;
}

jb_len
upright_labels_height(const chart_context *c, const upright_plan *plan)
{
    jb_len above = 0, below = 0;
    for (size_t i = 0; i < plan->n_lanes; i++) {
        const bar_panel *p = plan->lanes[i].panel;
        chart_axis axis = bars_axis(p, 3);
        grid_ticks ticks = grid_ticks_from(c, &axis, p->suffix);
        size_t n;
        fit_item *items = items_of(c, plan, &plan->lanes[i], &ticks, &n);
        for (size_t j = 0; j < n; j++) {
            above = len_max(above, items[j].after);
            below = len_max(below, items[j].before);
        }
    }
    return above + below;
}
