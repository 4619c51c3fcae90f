#include "chart/levels.h"

#include <math.h>

#include "chart/held.h"
#include "chart/magnitude.h"
#include "chart/order.h"

static double
value_of(const chart_spec *spec, size_t series, size_t category)
{
    const chart_datum *datum = &spec->series[series].data[category];
    return datum->has_value ? decimal_to_double(datum->value) : 0;
}

/* The categories of one panel. */
typedef struct level_group {
    size_t *at;
    size_t n;
} level_group;

/* The unit of the greatest amount in the panel, in 万 or 亿 where its numbers
 * would be long. */
static jb_unit
group_unit(const chart_context *c, const chart_spec *spec,
           const level_pair *pair, level_group g)
{
    jb_unit unit = spec->categories[g.at[0]].unit;
    double most = held_most(spec, unit);
    for (size_t i = 0; i < g.n; i++) {
        jb_unit own = spec->categories[g.at[i]].unit;
        double v = fmax(fabs(value_of(spec, pair->first.series, g.at[i])),
                        fabs(value_of(spec, pair->second.series, g.at[i])));
        if (v > magnitude_in(most, unit, own)) {
            most = v;
            unit = own;
        }
    }
    return magnitude_unit(c->arena, unit, most);
}

/* A label names its unit only where it is not the axis's. */
static bar
level_bar(const chart_context *c, datum_place place, jb_unit axis_unit,
          const level_look *look)
{
    jb_unit own = place.spec->categories[place.category].unit;
    bar b = datum_bar(c, place, look->bar);
    datum_look told = {.text = &c->style->label, .colour = look->text,
                       .prefix = look->prefix};
    datum_convert(&b, own, axis_unit, &told);
    b.label = datum_label(c, place, &told);
    return b;
}

static bar_panel
group_panel(const chart_context *c, const chart_spec *spec,
            const level_pair *pair, level_group g)
{
    jb_unit unit = group_unit(c, spec, pair, g);
    bar_panel p = {.n_bars = 2, .n_rows = g.n, .chip_head = pair->chip_head,
                   .is_overlapped = pair->is_overlapped};
    if (unit.name.len > 0)
        p.head = slice_join(c->arena, SLICE_OF("单位："), unit.name);
    p.guides = guides_from(c, &spec->series[pair->second.series], unit);
    held_set(spec, unit, &p);
    p.rows = ARENA_ARRAY(c->arena, g.n, bar_row);
    for (size_t i = 0; i < g.n; i++) {
        bar_row *row = &p.rows[i];
        *row = datum_row(spec, g.at[i]);
        row->bars = ARENA_ARRAY(c->arena, 2, bar);
        row->bars[0] = level_bar(
            c, (datum_place){spec, pair->first.series, g.at[i]}, unit,
            &pair->first);
        row->bars[1] = level_bar(
            c, (datum_place){spec, pair->second.series, g.at[i]}, unit,
            &pair->second);
        row->chip = pair->chip(c, spec, g.at[i]);
    }
    return p;
}

/* The categories from `first` on that share its base unit. */
static level_group
group_from(const chart_spec *spec, size_t first, bool *taken, size_t *at)
{
    level_group g = {at, 0};
    for (size_t j = first; j < spec->n_categories; j++)
        if (!taken[j] && unit_is_same_base(spec->categories[first].unit,
                                           spec->categories[j].unit)) {
            taken[j] = true;
            g.at[g.n++] = j;
        }
    return g;
}

/* Panels come in the order of their first category. */
bar_panels
levels_panels(const chart_context *c, const chart_spec *spec,
              const chart_options *options, const level_pair *pair)
{
    size_t n = spec->n_categories;
    bar_panels panels = {.has_axis =
                             options->chosen[OPTION_AXIS] == AXIS_SHOWN};
    if (options->chosen[OPTION_TABLE] == TABLE_SHOWN)
        panels.table = spec;
    panels.at = ARENA_ARRAY(c->arena, n, bar_panel);
    bool *taken = ARENA_ARRAY(c->arena, n, bool);
    size_t *at = ARENA_ARRAY(c->arena, n, size_t);
    for (size_t i = 0; i < n; i++) {
        if (taken[i])
            continue;
        level_group g = group_from(spec, i, taken, at);
        panels.at[panels.n] = group_panel(c, spec, pair, g);
        order_rows(c->arena, &panels.at[panels.n++],
                   options->chosen[OPTION_SORT]);
    }
    return panels;
}

broken_notes
levels_notes(const chart_context *c, const chart_spec *spec,
             bar_panels *panels, const chart_options *options)
{
    bool is_whole = options->chosen[OPTION_BREAK] == BREAK_NEVER;
    return broken_notes_from(c, spec, panels,
                             is_whole ? BREAK_NEVER : BREAK_SPLIT);
}
