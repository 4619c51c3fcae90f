#include "chart/across.h"

#include "chart/across_arrows.h"
#include "chart/across_guides.h"
#include "chart/across_rows.h"
#include "chart/joined.h"

#define COLUMNS_MAX 6
#define UNIFORM_ROWS 12 /* with more, a tall name heightens only its row */
#define BARS_LEAST 3    /* em of bars that a column leaves … */
#define BARS_LEAST_TIGHT 1 /* … and must leave where there is but one */
#define CASCADE_WIDER 3 /* times that, where steps are to be followed */
#define NAMES_LEAST 5   /* em that names above bars have beside the chips */
#define SHORT_NAME 6    /* em of a name that has room beside bars */
#define BARS_SHARE 350 /* of a column, /1000: less, and names go above */
#define TICKS_MOST 6
#define NATURAL_ASPECT 1300 /* height/width, /1000, that a long list keeps … */
#define NATURAL_EMS 45      /* … unless it is narrower than this high */
#define FEW_BARS 4          /* that may be thicker than the style has them, … */
#define THICKEST 1800       /* … so many times at most, /1000 */
#define ABOVE_SHARE 1400    /* names above may heighten the plot so, /1000 */

/* Beside names of the charts that share the scale, so that bars have as much
 * room in all of them; only the own ones, which are first, are kept. */
static gutter
names_set(const chart_context *c, const bar_panels *p, jb_len width,
          bool is_above)
{
    size_t n_held = p->held != NULL ? p->held->n_names : 0, n = 0;
    gutter_name *names = ARENA_ARRAY(c->arena, bars_rows_count(p) + n_held,
                                     gutter_name);
    for (size_t i = 0; i < p->n; i++)
        for (size_t r = 0; r < p->at[i].n_rows; r++)
            names[n++] = (gutter_name){p->at[i].rows[r].name,
                                       p->at[i].rows[r].is_strong};
    for (size_t i = 0; i < n_held; i++)
        names[n++] = (gutter_name){p->held->names[i], false};
    gutter set = gutter_set(c, names, n, width, is_above);
    set.n = bars_rows_count(p);
    return set;
}

/* An arrow is as wide as 0.6 em and stands 0.25 em off its label. */
static jb_len
chips_width(const bar_panels *p, jb_len em)
{
    jb_len widest = 0;
    for (size_t i = 0; i < p->n; i++)
        for (size_t r = 0; r < p->at[i].n_rows; r++) {
            const bar_chip *chip = &p->at[i].rows[r].chip;
            jb_len arrow = chip->direction == 0 ? 0 : em * 17 / 20;
            if (chip->label.paragraph != NULL)
                widest = len_max(widest, chip->label.width + arrow);
        }
    return widest;
}

static bool
ticks_are_apart(const across_lane *lane, jb_len em)
{
    double step = lane->ticks.n < 2 ? 0
                                    : axis_tick_value(&lane->ticks.axis, 1);
    jb_len pitch = len_from(lane->fit.k * step);
    return step == 0 ||
           pitch >= grid_ticks_size(&lane->ticks).w + em / 2;
}

/* Scale a lane: with as many ticks as the length carries. `zero` < 0: the
 * zero line is free. */
static void
lane_fit(const chart_context *c, const across_plan *plan, across_lane *lane,
         jb_len zero)
{
    const bar_panel *p = lane->panel;
    int target = plan->plot_width / (plan->em * 5);
    target = target > TICKS_MOST ? TICKS_MOST : target < 3 ? 3 : target;
    for (;; target--) {
        chart_axis axis = bars_axis(p, target);
        if (target < 2)
            axis.first = axis.last = 0;
        lane->ticks = (grid_ticks){.axis = axis};
        if (plan->has_axis && p->low < p->high)
            lane->ticks = grid_ticks_from(c, &axis, p->suffix);
        size_t n;
        fit_item *items = bars_items(c, p, &lane->ticks, false, &n);
        lane->fit = zero < 0
                        ? fit_within(items, n, plan->plot_width)
                        : fit_from_zero(items, n, plan->plot_width, zero);
        if (target < 2 || ticks_are_apart(lane, plan->em))
            return;
    }
}

/* Zero lines of all lanes are aligned at the one that lies furthest in,
 * unless that squeezes a lane to less than half its length. */
static void
lanes_fit(const chart_context *c, across_plan *plan)
{
    across_lane *own = ARENA_ARRAY(c->arena, plan->n_lanes, across_lane);
    bool is_squeezed = false;
    jb_len zero = 0;
    for (size_t i = 0; i < plan->n_lanes; i++) {
        lane_fit(c, plan, &plan->lanes[i], -1);
        own[i] = plan->lanes[i];
        zero = len_max(zero, own[i].fit.zero);
    }
    for (size_t i = 0; i < plan->n_lanes; i++) {
        const chart_fit *fit = &plan->lanes[i].fit;
        lane_fit(c, plan, &plan->lanes[i], zero);
        is_squeezed |= !fit->is_possible || fit->k < own[i].fit.k / 2;
    }
    if (is_squeezed)
        memcpy(plan->lanes, own, plan->n_lanes * sizeof *own);
    across_lane *lanes = plan->lanes;
    for (size_t i = 0; i < plan->n_lanes; i++)
        for (size_t j = 0; j < i; j++)
            joined_level(lanes[i].panel, &lanes[i].fit, lanes[j].panel,
                         &lanes[j].fit);
}

/* The least length that any lane has for its bars. */
static jb_len
bars_room(const across_plan *plan)
{
    jb_len room = plan->column_width;
    for (size_t i = 0; i < plan->n_lanes; i++) {
        const across_lane *lane = &plan->lanes[i];
        double range = lane->panel->high - lane->panel->low;
        if (!lane->fit.is_possible)
            return 0;
        if (range > 0)
            room = len_min(room, len_from(lane->fit.k * range));
    }
    return room;
}

static void
lanes_head(const chart_context *c, across_plan *plan)
{
    size_t first = 0;
    for (size_t i = 0; i < plan->n_lanes; i++) {
        across_lane *lane = &plan->lanes[i];
        const style_chart *style = c->style;
        lane->head = label_set(c, &(label_wish){.look = &style->axis,
                                                .text = lane->panel->head,
                                                .colour = style->ink});
        if (i == 0)
            lane->chip_head = label_set(
                c, &(label_wish){.look = &style->axis,
                                 .text = lane->panel->chip_head});
        lane->first_name = first;
        first += lane->panel->n_rows;
    }
}

/* A head too long for its column is broken into lines. */
static void
heads_break(const chart_context *c, across_plan *plan)
{
    for (size_t i = 0; i < plan->n_lanes; i++) {
        across_lane *lane = &plan->lanes[i];
        if (lane->head.width > plan->column_width)
            lane->head = label_set(
                c, &(label_wish){.look = &c->style->axis,
                                 .text = lane->panel->head,
                                 .colour = c->style->ink,
                                 .measure = plan->column_width});
    }
}

/* Names above bars that all point right begin where the bars do, if there is
 * room for the widest of them. */
static void
names_place(across_plan *plan)
{
    const gutter *names = &plan->names;
    jb_len widest = 0;
    for (size_t i = 0; i < names->n; i++)
        widest = len_max(widest, names->names[i].width);
    for (size_t i = 0; i < plan->n_lanes; i++) {
        across_lane *lane = &plan->lanes[i];
        bool has_room = widest + lane->fit.zero <= names->measure;
        lane->name_x = names->is_above && lane->fit.zero < plan->em &&
                               has_room
                           ? lane->fit.zero
                           : 0;
    }
}

/* A head that would touch the first tick label, or the sign of a break, goes
 * above the ticks. */
static void
heads_place(across_plan *plan)
{
    for (size_t i = 0; i < plan->n_lanes; i++) {
        across_lane *lane = &plan->lanes[i];
        jb_len first = plan->plot_x + lane->fit.zero;
        if (lane->ticks.n > 0) {
            const chart_axis *axis = &lane->ticks.axis;
            first = plan->plot_x - lane->ticks.labels[0].width / 2 +
                    fit_at(&lane->fit, axis_tick_value(axis, axis->first));
        }
        /* The sign of a break stands before the axis. */
        if (lane->panel->has_break_low)
            first = len_min(first, plan->plot_x +
                                       fit_at(&lane->fit,
                                              lane->ticks.axis.low) -
                                       plan->em * 2);
        lane->has_head_row =
            (lane->head.width > 0 &&
             lane->head.width + plan->em / 2 > first) ||
            (plan->names.is_above && lane->chip_head.width > 0);
    }
}

/* An arrangement to try. */
typedef struct across_trial {
    const bar_panels *panels;
    jb_size size;
    size_t columns;
    jb_len bars_least; /* em */
} across_trial;

static bool
plan_try(const chart_context *c, across_plan *plan, const across_trial *t,
         bool is_above)
{
    const bar_panels *p = t->panels;
    plan->columns = t->columns;
    jb_len gaps = (jb_len)(plan->columns - 1) * plan->column_gap;
    plan->column_width = (t->size.w - gaps) / (jb_len)plan->columns;
    heads_break(c, plan);
    /* above the bars, a name shares its line with the row's chip */
    jb_len chips = plan->chip_width > 0 ? plan->chip_width + plan->em : 0;
    if (is_above && plan->column_width - chips < NAMES_LEAST * plan->em)
        return false;
    plan->names = names_set(
        c, p, plan->column_width - (is_above ? chips : 0), is_above);
    if (plan->names.is_above && !is_above)
        return false;
    plan->plot_x = plan->names.width > 0
                       ? plan->names.width + plan->em
                       : 0;
    across_slabs_set(c->arena, plan, p->n_parts > 1 ? p->n_parts : 1);
    plan->plot_width = plan->column_width - plan->plot_x;
    if (!is_above)
        plan->plot_width -= chips;
    across_arrows_set(c->arena, plan);
    plan->plot_width -= plan->arrows_width;
    if (plan->plot_width <= 0)
        return false;
    plan->is_uniform = !plan->names.is_above &&
                       plan->names.n <= UNIFORM_ROWS;
    lanes_fit(c, plan);
    names_place(plan);
    heads_place(plan);
    across_guides_set(c, plan);
    return bars_room(plan) >= t->bars_least * plan->em;
}

static across_plan *
plan_new(const chart_context *c, const bar_panels *p)
{
    across_plan *plan = ARENA_NEW(c->arena, across_plan);
    plan->style = c->style;
    plan->em = label_size(c, &c->style->label);
    plan->column_gap = plan->em * 2;
    plan->has_axis = p->has_axis;
    plan->n_lanes = p->n;
    plan->lanes = ARENA_ARRAY(c->arena, p->n, across_lane);
    for (size_t i = 0; i < p->n; i++)
        plan->lanes[i].panel = &p->at[i];
    plan->chip_width = chips_width(p, plan->em);
    lanes_head(c, plan);
    for (size_t i = 0; i < p->n; i++)
        plan->chip_width = len_max(plan->chip_width,
                                   plan->lanes[i].chip_head.width);
    return plan;
}

static jb_len
height_cap(const across_plan *plan, jb_len width)
{
    return len_max(len_scale(width, NATURAL_ASPECT, 1000),
                   plan->em * NATURAL_EMS);
}

/* A long list is not stretched: rows close up before it grows too high. */
static void
heights_set(across_plan *plan, jb_len width)
{
    jb_len cap = height_cap(plan, width);
    bool wants_uniform = plan->is_uniform;
    plan->base.most = across_height(plan, PITCH_MOST);
    plan->base.natural = across_height(plan, PITCH_NATURAL);
    plan->is_uniform = false;
    plan->base.least = across_height(plan, PITCH_LEAST);
    if (wants_uniform && plan->base.natural <= cap) {
        plan->is_uniform = true;
        return;
    }
    int ease = across_ease_for(plan, cap);
    plan->base.natural = across_height(
        plan, ease < PITCH_NATURAL ? ease : PITCH_NATURAL);
}

static bool
is_low_enough(const across_plan *plan, jb_size size)
{
    return size.h > 0 ? plan->base.least <= size.h
                      : across_height(plan, PITCH_NATURAL) <=
                            height_cap(plan, size.w);
}

/* Short names above the bars of narrow columns are read with the wrong bar as
 * soon as with their own. */
static bool
is_crowded(const across_plan *plan)
{
    jb_len widest = 0;
    for (size_t i = 0; i < plan->names.n; i++)
        widest = len_max(widest, plan->names.names[i].width);
    return plan->names.is_above && plan->columns > 1 &&
           widest < plan->em * SHORT_NAME;
}

static across_plan *
plan_with_names(const chart_context *c, const across_trial *t, bool is_above)
{
    across_plan *plan = plan_new(c, t->panels);
    if (!plan_try(c, plan, t, is_above))
        return NULL;
    heights_set(plan, t->size.w);
    plan->base.is_crowded = is_crowded(plan);
    return plan;
}

/* Names beside the bars, unless these get much longer with names above and
 * the list is short, or names of several lines are too high. */
static across_plan *
plan_in_columns(const chart_context *c, const across_trial *t)
{
    across_plan *beside = plan_with_names(c, t, false);
    bool is_high = beside != NULL && t->size.h > 0 &&
                   beside->base.least > t->size.h;
    if (beside != NULL && !is_high &&
        (t->columns > 1 ||
         bars_room(beside) >= len_scale(beside->column_width, BARS_SHARE,
                                        1000)))
        return beside;
    across_plan *above = plan_with_names(c, t, true);
    if (beside == NULL || above == NULL)
        return above == NULL ? beside : above;
    jb_len most = t->size.h > 0 ? t->size.h
                                : len_scale(beside->base.natural,
                                            ABOVE_SHARE, 1000);
    jb_len need = t->size.h > 0 ? above->base.least : above->base.natural;
    return need <= most || (is_high && need < beside->base.least) ? above
                                                                  : beside;
}

/* The fewest columns that are low enough; a given height may ask for columns
 * of panels, a free one only for columns of rows. */
static across_plan *
plan_in_any_columns(const chart_context *c, across_trial t)
{
    const bar_panels *p = t.panels;
    size_t most = p->n == 1 ? p->at[0].n_rows : t.size.h > 0 ? p->n : 1;
    across_plan *plan = plan_in_columns(c, &t);
    t.bars_least = BARS_LEAST * (p->at[0].is_cascade ? CASCADE_WIDER : 1);
    for (t.columns = 2; plan != NULL && !is_low_enough(plan, t.size) &&
                        t.columns <= COLUMNS_MAX && t.columns <= most;
         t.columns++) {
        across_plan *more = plan_in_columns(c, &t);
        if (more == NULL)
            break;
        if (more->base.least < plan->base.least)
            plan = more;
    }
    return plan;
}

static across_plan *
plan_loose_or_tight(const chart_context *c, const bar_panels *p, jb_size size)
{
    across_trial t = {p, size, 1, BARS_LEAST};
    across_plan *plan = plan_in_any_columns(c, t);
    if (plan != NULL && (size.h == 0 || plan->base.least <= size.h))
        return plan;
    t.bars_least = BARS_LEAST_TIGHT;
    across_plan *tight = plan_in_any_columns(c, t);
    return plan == NULL ||
                   (tight != NULL && tight->base.least < plan->base.least)
               ? tight
               : plan;
}

/* The bars of a few rows are thicker than the style has them, where a picture
 * would be left empty. */
static void
few_thicken(const chart_context *c, across_plan *plan, jb_size size)
{
    size_t n = 0;
    bool has_bars = false;
    for (size_t i = 0; i < plan->n_lanes; i++) {
        const bar_panel *p = plan->lanes[i].panel;
        n += p->n_rows * bars_slots(p);
        has_bars |= p->low < p->high;
    }
    if (!has_bars || n > FEW_BARS || plan->base.most >= size.h)
        return;
    style_chart *style = ARENA_NEW(c->arena, style_chart);
    *style = *plan->style;
    int64_t times = (int64_t)size.h * 1000 / plan->base.most;
    style->bar_width_max = len_scale(
        style->bar_width_max, times < THICKEST ? times : THICKEST, 1000);
    plan->style = style;
    heights_set(plan, size.w);
}

/* The arrangement is chosen for all parts alike, so that one scale and one
 * gutter serve them; then one is kept. */
across_plan *
across_plan_from(const chart_context *c, const bar_panels *p, jb_size size)
{
    across_plan *plan = plan_loose_or_tight(c, p, size);
    if (plan == NULL)
        return NULL;
    arrows_leave(p, plan->arrows_width == 0);
    if (p->n_parts < 2) {
        few_thicken(c, plan, size);
        return plan;
    }
    across_part_keep(c->arena, plan, p->part);
    heights_set(plan, size.w);
    return plan;
}
