/* compare: the previous and the current period side by side, in one panel for
 * each unit, since 家 and 亿元 share no axis. Each panel starts at zero and
 * has a scale of its own, named in its head; an arrow with the growth stands
 * beside or above each pair. */
#include <math.h>

#include "chart/bar_plan.h"
#include "chart/broken.h"
#include "chart/datum.h"
#include "chart/kinds.h"
#include "chart/magnitude.h"
#include "chart/order.h"
#include "chart/tone.h"

static const int options_taken[] = {OPTION_ORIENTATION, OPTION_SORT,
                                    OPTION_AXIS};

/* The series of a comparison; SIZE_MAX where there is none. */
typedef struct compare_series {
    size_t previous, current, growth, points;
} compare_series;

static compare_series
compare_series_of(const chart_spec *spec)
{
    return (compare_series){datum_series(spec, SERIES_PREVIOUS),
                            datum_series(spec, SERIES_CURRENT),
                            datum_series(spec, SERIES_GROWTH),
                            datum_series(spec, SERIES_POINTS)};
}

static const char *
compare_refuses(const chart_spec *spec)
{
    compare_series s = compare_series_of(spec);
    if (spec->n_categories == 0)
        return "没有指标";
    if (s.current == SIZE_MAX || s.previous == SIZE_MAX)
        return "所列指标没有上年同期数，也推算不出";
    return NULL;
}

static double
value_of(const chart_spec *spec, size_t series, size_t category)
{
    const chart_datum *datum = &spec->series[series].data[category];
    return datum->has_value ? decimal_to_double(datum->value) : 0;
}

/* The unit of the greatest amount in the panel, in 万 or 亿 where its numbers
 * would be long. */
static jb_unit
panel_unit(const chart_context *c, const chart_spec *spec,
           const size_t *members, size_t n)
{
    compare_series s = compare_series_of(spec);
    jb_unit unit = spec->categories[members[0]].unit;
    double most = 0;
    for (size_t i = 0; i < n; i++) {
        jb_unit own = spec->categories[members[i]].unit;
        double v = fmax(fabs(value_of(spec, s.current, members[i])),
                        fabs(value_of(spec, s.previous, members[i])));
        if (v > magnitude_in(most, unit, own)) {
            most = v;
            unit = own;
        }
    }
    return magnitude_unit(c->arena, unit, most);
}

static bar
level_bar(const chart_context *c, datum_place place, jb_unit axis_unit,
          bool is_current)
{
    const style_chart *style = c->style;
    jb_unit own = place.spec->categories[place.category].unit;
    bar b = datum_bar(c->arena, place, is_current ? style->current
                                                  : style->previous);
    b.value = magnitude_in(b.value, own, axis_unit);
    slice suffix = own.power == axis_unit.power ? (slice){NULL, 0} : own.name;
    b.label = datum_label(c, place, &style->label,
                          is_current ? style->ink : style->muted, suffix);
    return b;
}

/* The growth in percent, or in points, whichever says something. */
static size_t
chip_series(const chart_spec *spec, size_t category)
{
    compare_series s = compare_series_of(spec);
    if (s.growth == SIZE_MAX || s.points == SIZE_MAX)
        return s.growth == SIZE_MAX ? s.points : s.growth;
    const chart_datum *growth = &spec->series[s.growth].data[category];
    const chart_datum *points = &spec->series[s.points].data[category];
    bool says_points = points->has_value ||
                       (growth->label.len == 0 && points->label.len > 0);
    return says_points && !growth->has_value ? s.points : s.growth;
}

static bar_chip
chip_for(const chart_context *c, const chart_spec *spec, size_t category)
{
    size_t series = chip_series(spec, category);
    bar_chip chip = {.direction = 0};
    if (series == SIZE_MAX)
        return chip;
    datum_place place = {spec, series, category};
    const chart_datum *datum = datum_at(place);
    const style_chart *style = c->style;
    if (datum->has_value)
        chip.direction = decimal_sign(datum->value);
    chip.colour = chip.direction < 0 ? style->fall : style->rise;
    jb_colour text = chip.direction == 0
                         ? style->ink
                         : tone_readable(chip.colour, style->ink,
                                         style->ground, TONE_CONTRAST_TEXT);
    chip.label = datum_label(c, place, &style->label, text,
                             (slice){NULL, 0});
    return chip;
}

static bar_panel
compare_panel(const chart_context *c, const chart_spec *spec,
              const size_t *members, size_t n)
{
    compare_series s = compare_series_of(spec);
    jb_unit unit = panel_unit(c, spec, members, n);
    bar_panel p = {.n_bars = 2, .n_rows = n};
    if (unit.name.len > 0)
        p.head = slice_join(c->arena, SLICE_OF("单位："), unit.name);
    if (s.growth != SIZE_MAX || s.points != SIZE_MAX)
        p.chip_head = SLICE_OF("同比");
    p.rows = ARENA_ARRAY(c->arena, n, bar_row);
    for (size_t i = 0; i < n; i++) {
        bar_row *row = &p.rows[i];
        row->name = spec->categories[members[i]].name;
        row->bars = ARENA_ARRAY(c->arena, 2, bar);
        row->bars[0] = level_bar(
            c, (datum_place){spec, s.previous, members[i]}, unit, false);
        row->bars[1] = level_bar(
            c, (datum_place){spec, s.current, members[i]}, unit, true);
        row->chip = chip_for(c, spec, members[i]);
    }
    return p;
}

/* Categories of one base unit make a panel; panels come in the order of their
 * first category. */
static bar_panels
compare_panels(const chart_context *c, const chart_spec *spec,
               const chart_options *options)
{
    size_t n = spec->n_categories;
    bar_panels panels = {.has_axis =
                             options->chosen[OPTION_AXIS] == AXIS_SHOWN};
    panels.at = ARENA_ARRAY(c->arena, n, bar_panel);
    bool *taken = ARENA_ARRAY(c->arena, n, bool);
    size_t *members = ARENA_ARRAY(c->arena, n, size_t);
    for (size_t i = 0; i < n; i++) {
        size_t n_members = 0;
        for (size_t j = i; j < n && !taken[i]; j++)
            if (!taken[j] && unit_is_same_base(spec->categories[i].unit,
                                               spec->categories[j].unit))
                members[n_members++] = j;
        for (size_t m = 0; m < n_members; m++)
            taken[members[m]] = true;
        if (n_members == 0)
            continue;
        panels.at[panels.n] = compare_panel(c, spec, members, n_members);
        order_rows(c->arena, &panels.at[panels.n++],
                   options->chosen[OPTION_SORT]);
    }
    return panels;
}

static size_t
compare_keys(const chart_context *c, const chart_spec *spec,
             const bar_panels *panels, legend_key *keys)
{
    compare_series s = compare_series_of(spec);
    keys[0] = (legend_key){.text = spec->series[s.previous].name,
                           .colour = c->style->previous};
    keys[1] = (legend_key){.text = spec->series[s.current].name,
                           .colour = c->style->current};
    return 2 + datum_fill_keys(panels, c->style->current, keys + 2);
}

static chart_plan *
compare_plan(const chart_context *c, const chart_spec *spec,
             const chart_options *options, jb_size size)
{
    bar_panels panels = compare_panels(c, spec, options);
    /* Levels are never broken: their lengths are what is compared. */
    broken_notes_from(c, spec, &panels, false);
    bar_plan *plan = bar_plan_from(c, &panels, options, size);
    if (plan == NULL)
        return NULL;
    legend_key *keys = ARENA_ARRAY(c->arena, 4, legend_key);
    plan->base.n_keys = compare_keys(c, spec, &panels, keys);
    plan->base.keys = keys;
    return &plan->base;
}

const jb_chart_type chart_type_compare = {
    .name = "compare",
    .chinese = "对比",
    .doc = "本期与上年同期并列的柱形，按单位分组，箭头表示同比增减",
    .options = options_taken,
    .n_options = sizeof options_taken / sizeof *options_taken,
    .refuses = compare_refuses,
    .plan = compare_plan,
    .draw = bar_plan_draw,
};
