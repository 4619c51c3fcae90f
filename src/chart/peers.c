/* peers: one metric of many places as bars, in the order given, the own one
 * set off by its colour, with each one's standing in a column beside. */
#include <math.h>

#include "chart/bar_plan.h"
#include "chart/broken.h"
#include "chart/datum.h"
#include "chart/held.h"
#include "chart/kinds.h"
#include "chart/magnitude.h"

static const int options_taken[] = {OPTION_ORIENTATION, OPTION_BREAK,
                                    OPTION_AXIS};

static const char *
peers_refuses(const chart_spec *spec)
{
    if (spec->n_categories == 0 ||
        datum_series(spec, SERIES_CURRENT) == SIZE_MAX)
        return "没有各地的数";
    return NULL;
}

static jb_unit
unit_for(const chart_context *c, const chart_spec *spec, size_t series)
{
    jb_unit unit = datum_unit(spec, series);
    double most = held_most(spec, unit);
    for (size_t i = 0; i < spec->n_categories; i++) {
        const chart_datum *d = &spec->series[series].data[i];
        if (d->has_value)
            most = fmax(most, magnitude_in(fabs(decimal_to_double(d->value)),
                                           spec->categories[i].unit, unit));
    }
    return magnitude_unit(c->arena, unit, most);
}

static bar
peer_bar(const chart_context *c, datum_place place, jb_unit unit)
{
    const chart_category *own = &place.spec->categories[place.category];
    bar b = datum_bar(c, place, c->style->current);
    datum_look look = {.text = &c->style->label, .colour = c->style->ink};
    datum_convert(&b, own->unit, unit, &look);
    b.label = datum_label(c, place, &look);
    return b;
}

static bar_chip
standing_chip(const chart_context *c, datum_place place)
{
    const chart_datum *datum = datum_at(place);
    bar_chip chip = {.direction = 0};
    if (datum->has_value)
        chip.label = label_set(
            c, &(label_wish){.look = &c->style->label, .text = datum->label,
                             .colour = c->style->muted});
    return chip;
}

static bar_panel
peers_panel(const chart_context *c, const chart_spec *spec)
{
    size_t series = datum_series(spec, SERIES_CURRENT);
    size_t standing = datum_series(spec, SERIES_RANK);
    jb_unit unit = unit_for(c, spec, series);
    bar_panel p = {.n_bars = 1};
    if (unit.name.len > 0)
        p.head = slice_printf(c->arena, "单位：%.*s", SLICE_ARGS(unit.name));
    if (standing != SIZE_MAX)
        p.chip_head = spec->series[standing].name;
    p.guides = guides_from(c, &spec->series[series], unit);
    held_set(spec, unit, &p);
    p.rows = ARENA_ARRAY(c->arena, spec->n_categories, bar_row);
    for (size_t i = 0; i < spec->n_categories; i++) {
        bar_row *row = &p.rows[p.n_rows++];
        *row = datum_row(spec, i);
        row->bars = ARENA_NEW(c->arena, bar);
        row->bars[0] = peer_bar(c, (datum_place){spec, series, i}, unit);
        if (standing != SIZE_MAX)
            row->chip = standing_chip(c, (datum_place){spec, standing, i});
    }
    return p;
}

static chart_plan *
peers_plan(const chart_context *c, const chart_spec *spec,
           const chart_options *options, jb_size size)
{
    bar_panel *panel = ARENA_NEW(c->arena, bar_panel);
    bar_panels panels = {.at = panel, .n = 1,
                         .has_axis =
                             options->chosen[OPTION_AXIS] == AXIS_SHOWN};
    *panel = peers_panel(c, spec);
    return broken_plan_from(c, spec, &panels, options, size);
}

const jb_chart_type chart_type_peers = {
    .name = "peers",
    .chinese = "各地",
    .doc = "一个指标在各地（各单位）的数值，由大到小，本地突出，旁注位次",
    .options = options_taken,
    .n_options = sizeof options_taken / sizeof *options_taken,
    .refuses = peers_refuses,
    .plan = peers_plan,
    .draw = bar_plan_draw,
};
