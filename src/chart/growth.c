/* growth: year-on-year growth as diverging bars from a zero line, rises and
 * falls in the style's two colours with the sign as a second cue. Words such
 * as 扭亏为盈 stand where a bar would; percentage points have a panel of their
 * own, for they share no axis with percent, but a scale where they can. */
#include "chart/bar_plan.h"
#include "chart/broken.h"
#include "chart/datum.h"
#include "chart/held.h"
#include "chart/kinds.h"
#include "chart/order.h"
#include "chart/tone.h"

static const int options_taken[] = {OPTION_ORIENTATION, OPTION_SORT,
                                    OPTION_BREAK, OPTION_AXIS,
                                    OPTION_TABLE};

static bool
is_growth(const chart_series *series)
{
    return series->role == SERIES_GROWTH || series->role == SERIES_POINTS;
}

static const char *
growth_refuses(const chart_spec *spec)
{
    if (spec->n_categories == 0)
        return "没有指标";
    for (size_t i = 0; i < spec->n_series; i++)
        if (is_growth(&spec->series[i]))
            return NULL;
    return "所列指标没有同比";
}

/* 2: a value, 1: a word in its place, 0: nothing. */
static int
weight_of(const chart_datum *datum)
{
    return datum->has_value ? 2 : datum->label.len > 0;
}

/* The series that says most of a category; the first of equals, so that each
 * category appears exactly once. */
static size_t
series_showing(const chart_spec *spec, size_t category)
{
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < spec->n_series; i++)
        if (is_growth(&spec->series[i]) &&
            (best == SIZE_MAX ||
             weight_of(&spec->series[i].data[category]) >
                 weight_of(&spec->series[best].data[category])))
            best = i;
    return best;
}

static bar
growth_bar(const chart_context *c, datum_place place)
{
    const style_chart *style = c->style;
    const chart_datum *datum = datum_at(place);
    int sign = datum->has_value ? decimal_sign(datum->value) : 0;
    jb_colour fill = sign > 0 ? style->rise : style->fall;
    jb_colour text = sign == 0 ? style->ink
                               : tone_readable(fill, style->ink,
                                               style->ground,
                                               TONE_CONTRAST_TEXT);
    bar b = datum_bar(c, place, fill);
    b.label = datum_label(c, place, &(datum_look){.text = &style->label,
                                               .colour = text});
    return b;
}

static bar_joint
joint_of(const chart_series *series)
{
    if (series->role == SERIES_GROWTH)
        return JOINT_PERCENT;
    return slice_is(series->unit.base, "个千分点") ? JOINT_APART
                                                   : JOINT_POINTS;
}

static bar_panel
growth_panel(const chart_context *c, const chart_spec *spec, size_t series)
{
    bar_panel p = {.n_bars = 1};
    p.rows = ARENA_ARRAY(c->arena, spec->n_categories, bar_row);
    if (spec->series[series].role == SERIES_GROWTH)
        p.suffix = SLICE_OF("%");
    p.joint = joint_of(&spec->series[series]);
    p.guides = guides_from(c, &spec->series[series], (jb_unit){0});
    if (spec->series[series].role == SERIES_GROWTH)
        held_set(spec, unit_from(SLICE_OF("%")), &p);
    for (size_t i = 0; i < spec->n_categories; i++) {
        if (series_showing(spec, i) != series)
            continue;
        bar_row *row = &p.rows[p.n_rows++];
        *row = datum_row(spec, i);
        row->bars = ARENA_NEW(c->arena, bar);
        row->bars[0] = growth_bar(c, (datum_place){spec, series, i});
    }
    return p;
}

static bar_panels
growth_panels(const chart_context *c, const chart_spec *spec,
              const chart_options *options)
{
    bar_panels panels = {.has_axis =
                             options->chosen[OPTION_AXIS] == AXIS_SHOWN};
    if (options->chosen[OPTION_TABLE] == TABLE_SHOWN)
        panels.table = spec;
    panels.at = ARENA_ARRAY(c->arena, spec->n_series, bar_panel);
    for (size_t i = 0; i < spec->n_series; i++) {
        if (!is_growth(&spec->series[i]))
            continue;
        bar_panel p = growth_panel(c, spec, i);
        p.head = spec->series[i].name;
        if (p.n_rows > 0)
            panels.at[panels.n++] = p;
    }
    if (panels.n == 1)
        panels.at[0].head = (slice){NULL, 0};
    for (size_t i = 0; i < panels.n; i++)
        order_rows(c->arena, &panels.at[i], options->chosen[OPTION_SORT]);
    return panels;
}

static bool
is_on_page(const bar_panel *p)
{
    for (size_t r = 0; r < p->n_rows; r++)
        if (!p->rows[r].is_elsewhere && p->rows[r].bars[0].has_value)
            return true;
    return false;
}

/* What is to be seen: percent, points on its scale, and others. */
typedef struct seen_points {
    bool rates, joined, points, per_mille;
} seen_points;

static seen_points
points_seen(const bar_panels *panels)
{
    seen_points seen = {false, false, false, false};
    for (size_t i = 0; i < panels->n; i++) {
        const bar_panel *p = &panels->at[i];
        if (!is_on_page(p))
            continue;
        seen.rates |= p->suffix.len > 0;
        if (p->joint == JOINT_POINTS)
            *(p->mate != NULL ? &seen.joined : &seen.points) = true;
        seen.per_mille |= p->joint == JOINT_APART;
    }
    return seen;
}

/* Empty where there is nothing to be compared. */
static slice
scales_told(arena *a, seen_points seen)
{
    const char *apart = seen.points && seen.per_mille ? "百分点、千分点"
                        : seen.points                 ? "百分点"
                                                      : "千分点";
    bool has_apart = seen.points || seen.per_mille;
    if (!seen.rates || (!seen.joined && !has_apart))
        return (slice){NULL, 0};
    if (!has_apart)
        return SLICE_OF("注：百分点与百分比刻度相同，1个百分点与1%一样长。");
    return slice_printf(a, "注：%s%s另用刻度，与百分比不能比长短。",
                        seen.joined ? "1个百分点与1%一样长；" : "", apart);
}

/* Whether percent and percentage points stand on one scale is said where bars
 * of both are to be seen (IBCS CH 4.3). */
static void
scales_note(const chart_context *c, const bar_panels *panels,
            chart_plan *plan)
{
    slice note = scales_told(c->arena, points_seen(panels));
    if (note.len > 0)
        plan->notes = chart_notes_with(c->arena, plan->notes, note);
}

static chart_plan *
growth_plan(const chart_context *c, const chart_spec *spec,
            const chart_options *options, jb_size size)
{
    bar_panels panels = growth_panels(c, spec, options);
    chart_plan *plan = broken_plan_from(c, spec, &panels, options, size);
    if (plan != NULL)
        scales_note(c, &panels, plan);
    return plan;
}

const jb_chart_type chart_type_growth = {
    .name = "growth",
    .chinese = "增速",
    .doc = "同比增速：以零线为界的柱形，红涨绿跌，不是比率的变化用文字表示",
    .options = options_taken,
    .n_options = sizeof options_taken / sizeof *options_taken,
    .refuses = growth_refuses,
    .plan = growth_plan,
    .draw = bar_plan_draw,
};
