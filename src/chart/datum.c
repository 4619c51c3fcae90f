#include "chart/datum.h"

#include "chart/focus.h"

const chart_datum *
datum_at(datum_place p)
{
    return &p.spec->series[p.series].data[p.category];
}

mark_fill
datum_fill(const chart_datum *datum)
{
    switch (datum->status) {
    case STATUS_EXPECTED:
        return MARK_HATCHED;
    case STATUS_TARGET:
        return MARK_OUTLINED;
    default:
        return MARK_SOLID;
    }
}

static slice
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
    b.name.id = slice_printf(a, "%.*s-%zu-%zu", SLICE_ARGS(spec->id),
                        p.series + 1, p.category + 1);
    b.name.title = slice_printf(
        a, "%.*s%s%.*s：%.*s", SLICE_ARGS(spec->categories[p.category].name),
        series.len > 0 ? "，" : "", SLICE_ARGS(series), SLICE_ARGS(text));
    return b;
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

static bool
row_has_fill(const bar_panel *p, const bar_row *row, mark_fill fill)
{
    for (size_t i = 0; i < p->n_bars; i++)
        if (row->bars[i].has_value && row->bars[i].fill == fill)
            return true;
    return false;
}

static bool
has_fill(const bar_panels *p, mark_fill fill)
{
    for (size_t i = 0; i < p->n; i++)
        for (size_t r = 0; r < p->at[i].n_rows; r++)
            if (row_has_fill(&p->at[i], &p->at[i].rows[r], fill))
                return true;
    return false;
}

size_t
datum_fill_keys(const bar_panels *p, jb_colour colour, legend_key *keys)
{
    size_t n = 0;
    if (has_fill(p, MARK_HATCHED))
        keys[n++] = (legend_key){.text = SLICE("预计"), .colour = colour,
                                 .fill = MARK_HATCHED};
    if (has_fill(p, MARK_OUTLINED))
        keys[n++] = (legend_key){.text = SLICE("目标"), .colour = colour,
                                 .fill = MARK_OUTLINED};
    return n;
}
