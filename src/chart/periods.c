#include "chart/periods.h"

#include <math.h>

#include "chart/magnitude.h"

double
periods_most(const chart_spec *spec, size_t series)
{
    double most = 0;
    for (size_t i = 0; i < spec->n_categories; i++) {
        const chart_datum *d = &spec->series[series].data[i];
        if (d->has_value)
            most = fmax(most, fabs(decimal_to_double(d->value)));
    }
    return most;
}

static bool
is_shown(const chart_datum *datum)
{
    return datum->has_value || datum->label.len > 0;
}

static size_t
last_shown(const chart_spec *spec, size_t series)
{
    size_t last = 0;
    for (size_t i = 0; i < spec->n_categories; i++)
        if (is_shown(&spec->series[series].data[i]))
            last = i;
    return last;
}

static bar
period_bar(const chart_context *c, datum_place place, jb_unit unit,
           bool is_last)
{
    const style_chart *style = c->style;
    jb_unit own = place.spec->series[place.series].unit;
    bar b = datum_bar(c, place,
                      is_last || place.spec->n_focus > 0
                          ? style->current
                          : style->previous);
    datum_look look = {.text = &style->label, .colour = style->ink};
    datum_convert(&b, own, unit, &look);
    if (is_shown(datum_at(place)))
        b.label = datum_label(c, place, &look);
    return b;
}

bar_panel
periods_panel(const chart_context *c, const chart_spec *spec, size_t series,
              jb_unit unit, bool has_gaps)
{
    slice name = spec->series[series].name;
    bar_panel p = {.head = name, .whose = name, .n_bars = 1};
    p.rows = ARENA_ARRAY(c->arena, spec->n_categories, bar_row);
    size_t last = last_shown(spec, series);
    for (size_t i = 0; i < spec->n_categories; i++) {
        datum_place place = {spec, series, i};
        if (!has_gaps && !is_shown(datum_at(place)))
            continue;
        bar_row *row = &p.rows[p.n_rows++];
        *row = datum_row(spec, i);
        row->bars = ARENA_NEW(c->arena, bar);
        row->bars[0] = period_bar(c, place, unit, i == last);
    }
    return p;
}
