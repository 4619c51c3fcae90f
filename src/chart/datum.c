#include "chart/datum.h"

#include "chart/focus.h"
#include "chart/magnitude.h"

const chart_datum *
datum_at(datum_place p)
{
    return &p.spec->series[p.series].data[p.category];
}

mark_fill
datum_fill(const chart_datum *datum)
{
    switch (datum->status) {
    case STATUS_PRELIMINARY:
        return MARK_TINTED;
    case STATUS_EXPECTED:
        return MARK_HATCHED;
    case STATUS_TARGET:
        return MARK_OUTLINED;
    default:
        return MARK_SOLID;
    }
}

slice
datum_text(const chart_datum *datum)
{
    return datum->label.len > 0 ? datum->label : SLICE_OF("—");
}

chart_label
datum_label(const chart_context *c, datum_place p, const datum_look *look)
{
    const chart_datum *datum = datum_at(p);
    slice text = datum_text(datum);
    if (datum->has_value && look->prefix.len + look->suffix.len > 0)
        text = slice_printf(c->arena, "%.*s%.*s%.*s",
                            SLICE_ARGS(look->prefix), SLICE_ARGS(text),
                            SLICE_ARGS(look->suffix));
    bool is_off = focus_is_off(p.spec, p.category);
    return label_set(
        c, &(label_wish){.look = look->text, .text = text,
                         .mark = datum->note_mark,
                         .colour = is_off ? c->style->muted : look->colour,
                         .is_emphasis = focus_is_on(p.spec, p.category)});
}

bar
datum_bar(const chart_context *c, datum_place p, jb_colour colour)
{
    arena *a = c->arena;
    const chart_datum *datum = datum_at(p);
    const chart_spec *spec = p.spec;
    slice series = spec->series[p.series].name;
    slice text = datum_text(datum);
    bar b = {.colour = focus_colour(c->style, spec, p.category, colour),
             .fill = datum_fill(datum),
             .bound = datum->bound, .has_value = datum->has_value,
             .note_mark = datum->note_mark};
    if (datum->has_value)
        b.value = decimal_to_double(datum->value);
    b.name.datum = datum;
    b.name.is_focus = focus_is_on(spec, p.category);
    b.name.is_receded = focus_is_off(spec, p.category);
    b.name.id = mark_id(a, spec, p.series, p.category);
    b.name.title = slice_printf(
        a, "%.*s%s%.*s：%.*s", SLICE_ARGS(spec->categories[p.category].name),
        series.len > 0 ? "，" : "", SLICE_ARGS(series), SLICE_ARGS(text));
    return b;
}

jb_unit
datum_unit(const chart_spec *spec, size_t series)
{
    jb_unit unit = spec->series[series].unit;
    if (unit.name.len > 0)
        return unit;
    unit = spec->categories[0].unit;
    for (size_t i = 1; i < spec->n_categories; i++)
        if (spec->categories[i].unit.power > unit.power)
            unit = spec->categories[i].unit;
    return unit;
}

void
datum_convert(bar *b, jb_unit own, jb_unit axis_unit, datum_look *look)
{
    b->value = magnitude_in(b->value, own, axis_unit);
    b->name.power = own.power;
    if (own.power != axis_unit.power)
        look->suffix = own.name;
}

bar_row
datum_row(const chart_spec *spec, size_t category)
{
    return (bar_row){.name = spec->categories[category].name,
                     .is_strong = focus_is_on(spec, category),
                     .category = category};
}

size_t
datum_series(const chart_spec *spec, chart_series_role role)
{
    for (size_t i = 0; i < spec->n_series; i++)
        if (spec->series[i].role == role)
            return i;
    return SIZE_MAX;
}

void
datum_fill_seen(const bar *b, datum_fills *seen)
{
    if (b->has_value)
        seen->has[b->fill] = true;
}

size_t
datum_fills_keys(const datum_fills *seen, jb_colour colour, legend_key *keys)
{
    static const slice words[] = {
        [MARK_SOLID] = SLICE(""),       [MARK_TINTED] = SLICE("初步统计"),
        [MARK_HATCHED] = SLICE("预计"), [MARK_OUTLINED] = SLICE("目标"),
    };
    _Static_assert(sizeof words / sizeof *words == MARK_FILL_COUNT,
                   "a word for each fill");
    size_t n = 0;
    for (int fill = MARK_SOLID + 1; fill < MARK_FILL_COUNT; fill++)
        if (seen->has[fill])
            keys[n++] = (legend_key){.text = words[fill], .colour = colour,
                                     .fill = (mark_fill)fill};
    return n;
}

static void
row_fills_seen(const bar_panel *p, const bar_row *row, datum_fills *seen)
{
    for (size_t b = 0; b < p->n_bars && !row->is_elsewhere; b++)
        datum_fill_seen(&row->bars[b], seen);
}

size_t
datum_fill_keys(const bar_panels *p, jb_colour colour, legend_key *keys)
{
    datum_fills seen = {{false}};
    for (size_t i = 0; i < p->n; i++)
        for (size_t r = 0; r < p->at[i].n_rows; r++)
            row_fills_seen(&p->at[i], &p->at[i].rows[r], &seen);
    return datum_fills_keys(&seen, colour, keys);
}
