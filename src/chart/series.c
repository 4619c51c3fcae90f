/* series: each metric over several periods, as columns in a small panel of
 * its own with its own scale and unit; the last period is set off. Where the
 * columns are too many to label, the periods go down the page instead. */
#include <math.h>

#include "chart/arrow.h"
#include "chart/bar_plan.h"
#include "chart/broken.h"
#include "chart/held.h"
#include "chart/kinds.h"
#include "chart/magnitude.h"
#include "chart/periods.h"
#include "chart/scaling.h"
#include "chart/unseen.h"

#define PANELS_MOST 4 /* side by side */

static const int options_taken[] = {OPTION_ORIENTATION, OPTION_AXIS};

static const char *
series_refuses(const chart_spec *spec)
{
    if (spec->n_series == 0)
        return "没有指标";
    if (spec->n_categories < 2)
        return "至少要有两个时期的数据";
    return NULL;
}

/* Name and unit: 生产总值（亿元）. */
static slice
panel_head(arena *a, slice name, slice unit)
{
    if (unit.len == 0)
        return name;
    return slice_printf(a, "%.*s（%.*s）", SLICE_ARGS(name),
                        SLICE_ARGS(unit));
}

static bar_panel
series_panel(const chart_context *c, const chart_spec *spec, size_t series)
{
    jb_unit own = spec->series[series].unit;
    jb_unit unit = magnitude_unit(
        c->arena, own,
        fmax(periods_most(spec, series), held_most(spec, own)));
    bar_panel p = periods_panel(c, spec, series, unit, false);
    held_set(spec, unit, &p);
    p.guides = guides_from(c, &spec->series[series], unit);
    p.head = panel_head(c->arena, p.head, unit.name);
    return p;
}

static bar_panels
series_panels(const chart_context *c, const chart_spec *spec,
              const chart_options *options)
{
    bar_panels panels = {.has_axis =
                             options->chosen[OPTION_AXIS] == AXIS_SHOWN};
    panels.at = ARENA_ARRAY(c->arena, spec->n_series, bar_panel);
    for (size_t i = 0; i < spec->n_series; i++) {
        bar_panel p = series_panel(c, spec, i);
        if (p.n_rows > 0)
            panels.at[panels.n++] = p;
    }
    return panels;
}

/* Rows of panels, or the periods down the page. */
typedef struct series_plan {
    chart_plan base;
    upright_plan **rows;
    size_t n_rows;
    const across_plan *across;
    jb_len gap; /* between rows */
} series_plan;

/* A grid `side` panels wide; an unfilled last row keeps their width. */
static bool
grid_plan(const chart_context *c, const bar_panels *p, size_t side,
          jb_len width, series_plan *plan)
{
    plan->n_rows = (p->n + side - 1) / side;
    plan->rows = ARENA_ARRAY(c->arena, plan->n_rows, upright_plan *);
    plan->base.natural = plan->base.least =
        (jb_len)(plan->n_rows - 1) * plan->gap;
    for (size_t i = 0; i < plan->n_rows; i++) {
        size_t first = i * side;
        size_t n = p->n - first < side ? p->n - first : side;
        bar_panels row = *p;
        row.at += first;
        row.n = n;
        jb_len share = len_scale(width, (int64_t)n, (int64_t)side);
        plan->rows[i] = upright_plan_from(c, &row, share);
        if (plan->rows[i] == NULL)
            return false;
        plan->rows[i]->first_scale = first;
        plan->base.natural += plan->rows[i]->base.natural;
        plan->base.least += plan->rows[i]->base.least;
    }
    return true;
}

/* As many panels side by side as can be labelled, in rows as even as the
 * number allows. */
static bool
grid_plan_widest(const chart_context *c, const bar_panels *p, jb_len width,
                 series_plan *plan)
{
    size_t most = p->n < PANELS_MOST ? p->n : PANELS_MOST;
    for (size_t side = most; side > 0; side--) {
        size_t rows = (p->n + side - 1) / side;
        size_t even = (p->n + rows - 1) / rows;
        if (grid_plan(c, p, even, width, plan))
            return true;
    }
    return false;
}

static chart_plan *
series_plan_from(const chart_context *c, const chart_spec *spec,
                 const chart_options *options, jb_size size)
{
    bar_panels panels = series_panels(c, spec, options);
    series_plan *plan = ARENA_NEW(c->arena, series_plan);
    bool is_across = options->chosen[OPTION_ORIENTATION] ==
                     ORIENTATION_HORIZONTAL;
    plan->gap = label_size(c, &c->style->label) * 3 / 2;
    broken_notes_from(c, spec, &panels, BREAK_NEVER);
    if (is_across || !grid_plan_widest(c, &panels, size.w, plan) ||
        (size.h > 0 && plan->base.least > size.h)) {
        plan->across = across_plan_from(c, &panels, size);
        if (plan->across == NULL)
            return NULL;
        plan->base = plan->across->base;
    }
    plan->base.has_own_scales = true;
    legend_key *keys = ARENA_ARRAY(c->arena, DATUM_FILL_KEYS, legend_key);
    plan->base.n_keys = datum_fill_keys(&panels, c->style->current, keys);
    plan->base.keys = keys;
    chart_notes notes = {NULL, 0};
    if (spec->scale.n_charts == 0)
        notes = scaling_notes_for(c->arena, spec, SERIES_CURRENT);
    unseen_bars unseen = unseen_bars_none(c->arena);
    for (size_t i = 0; i < panels.n; i++)
        unseen_bars_add_panel(&unseen, &panels.at[i], UNSEEN_BELOW_SMALL);
    plan->base.notes =
        arrows_told(c, &panels, unseen_bars_told(&unseen, notes));
    return &plan->base;
}

static void
series_draw(const chart_context *c, const chart_plan *base, jb_size size,
            jb_display *d)
{
    const series_plan *plan = (const series_plan *)base;
    if (plan->across != NULL) {
        across_draw(c, plan->across, size, d);
        return;
    }
    jb_len n = (jb_len)plan->n_rows;
    jb_len height = (size.h - (n - 1) * plan->gap) / n;
    for (size_t i = 0; i < plan->n_rows; i++) {
        jb_display row = {.arena = c->arena};
        upright_draw(c, plan->rows[i], (jb_size){size.w, height}, &row);
        display_append(d, &row,
                       (jb_point){0, (jb_len)i * (height + plan->gap)});
    }
}

const jb_chart_type chart_type_series = {
    .name = "series",
    .chinese = "历年",
    .doc = "各指标历年（或历期）的数值，每个指标一格，最近一期突出",
    .options = options_taken,
    .n_options = sizeof options_taken / sizeof *options_taken,
    .paging = PAGING_SERIES,
    .refuses = series_refuses,
    .plan = series_plan_from,
    .draw = series_draw,
};
