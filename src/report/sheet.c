/* sheet: the figures of a chart as rows for a spreadsheet: what was drawn, in
 * the words and with the digits that were drawn. */
#include "report/report.h"

#define LINE_END "\r\n" /* RFC 4180, and what Excel writes */
/* Excel takes a file without it for one in the system's own encoding. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static const char *const STATUS_NAMES[STATUS_COUNT] = {
    [STATUS_ACTUAL] = "实际",      [STATUS_TO_DATE] = "累计",
    [STATUS_PRELIMINARY] = "快报", [STATUS_EXPECTED] = "预计",
    [STATUS_TARGET] = "目标",
};

static const char *const BOUND_NAMES[BOUND_COUNT] = {
    [BOUND_EXACT] = "",         [BOUND_AT_LEAST] = "以上",
    [BOUND_ABOVE] = "突破",     [BOUND_AT_MOST] = "以下",
    [BOUND_APPROXIMATE] = "约",
};

/* A sign and digits, as a label has them, and nothing to calculate. */
static bool
is_signed_number(slice text)
{
    if (text.len < 2 || (text.at[0] != '+' && text.at[0] != '-'))
        return false;
    for (size_t i = 1; i < text.len; i++)
        if (strchr("0123456789.,%", text.at[i]) == NULL)
            return false;
    return true;
}

/* A spreadsheet runs a cell that starts with one of these as a formula; an
 * apostrophe keeps it text. Signed figures are meant as numbers. */
static bool
is_formula(slice text)
{
    return text.len > 0 && strchr("=+-@\t\r", text.at[0]) != NULL &&
           !is_signed_number(text);
}

static void
add_cell(slice_builder *b, slice text, const char *behind)
{
    bool is_quoted = is_formula(text);
    for (size_t i = 0; i < text.len; i++)
        is_quoted |= strchr(",\"\r\n", text.at[i]) != NULL;
    if (!is_quoted) {
        builder_add(b, text);
        builder_add_text(b, behind);
        return;
    }
    builder_add_text(b, is_formula(text) ? "\"'" : "\"");
    for (size_t i = 0; i < text.len; i++) {
        builder_add(b, slice_cut(text, i, i + 1));
        if (text.at[i] == '"')
            builder_add_text(b, "\"");
    }
    builder_add_text(b, "\"");
    builder_add_text(b, behind);
}

static slice
unit_of(const chart_spec *chart, const chart_series *s, size_t i)
{
    switch (s->role) {
    case SERIES_GROWTH:
    case SERIES_COMPLETION:
    case SERIES_SHARE:
        return SLICE_OF("%");
    case SERIES_CONTRIBUTION: /* or amounts, which say their unit */
        return s->unit.name.len > 0 ? s->unit.name : SLICE_OF("个百分点");
    case SERIES_POINTS:
        return s->unit.kind == UNIT_POINT ? s->unit.name
                                          : SLICE_OF("个百分点");
    case SERIES_RANK:
        return SLICE_OF("位");
    case SERIES_PEERS:
        return SLICE_OF("个");
    default:
        return s->unit.name.len > 0 ? s->unit.name
                                    : chart->categories[i].unit.name;
    }
}

/* The note that a mark like ① refers to, without the mark. */
static slice
note_of(const chart_spec *chart, slice mark)
{
    for (size_t i = 0; mark.len > 0 && i < chart->n_notes; i++)
        if (slice_starts_with(chart->notes[i], mark))
            return slice_cut(chart->notes[i], mark.len, chart->notes[i].len);
    return (slice){NULL, 0};
}

static void
add_row(slice_builder *b, const chart_spec *chart, const chart_series *s,
        size_t i)
{
    const chart_datum *d = &s->data[i];
    if (!d->has_value && d->label.len == 0)
        return; /* it stands in another series */
    slice value = {NULL, 0};
    if (d->has_value)
        value = decimal_text(b->arena, d->value);
    bool is_stated = d->fact != NULL || d->has_value;
    add_cell(b, chart->categories[i].name, ",");
    add_cell(b, s->name, ",");
    add_cell(b, value, ",");
    add_cell(b, d->has_value ? unit_of(chart, s, i) : (slice){NULL, 0}, ",");
    add_cell(b, d->label, ",");
    add_cell(b, slice_from(is_stated ? STATUS_NAMES[d->status] : ""), ",");
    add_cell(b, slice_from(BOUND_NAMES[d->bound]), ",");
    add_cell(b, slice_from(d->is_derived ? "推算" : ""), ",");
    add_cell(b, note_of(chart, d->note_mark), ",");
    add_cell(b, is_stated ? chart->source : (slice){NULL, 0}, LINE_END);
}

/* A band has a row for each of its ends. */
static void
add_guide(slice_builder *b, const chart_spec *chart, const chart_series *s,
          const chart_guide *g, jb_decimal value)
{
    slice unit = g->unit.name.len > 0 ? g->unit.name : unit_of(chart, s, 0);
    add_cell(b, SLICE_OF("参考线"), ",");
    add_cell(b, s->name, ",");
    add_cell(b, decimal_text(b->arena, value), ",");
    add_cell(b, unit, ",");
    add_cell(b, g->label, ",,,,,");
    builder_add_text(b, LINE_END);
}

static void
add_remark(slice_builder *b, const chart_remark *remark)
{
    add_cell(b, remark->name, ",");
    add_cell(b, SLICE_OF("批注"), ",,,");
    add_cell(b, remark->text, ",,,,,");
    builder_add_text(b, LINE_END);
}

static void
add_arrow(slice_builder *b, const chart_spec *chart, const chart_arrow *arrow)
{
    bool is_number = arrow->unit.name.len > 0;
    add_cell(b, arrow->name, ",");
    add_cell(b, SLICE_OF("箭头"), ",");
    add_cell(b, is_number ? decimal_text(b->arena, arrow->value)
                          : (slice){NULL, 0}, ",");
    add_cell(b, arrow->unit.name, ",");
    add_cell(b, arrow->label, ",");
    add_cell(b, slice_from(arrow->is_expected ? STATUS_NAMES[STATUS_EXPECTED]
                                              : ""), ",,");
    add_cell(b, SLICE_OF("推算"), ",");
    add_cell(b, note_of(chart, arrow->note_mark), ",");
    builder_add_text(b, LINE_END);
}

slice
report_chart_sheet(arena *a, const chart_spec *chart)
{
    slice_builder b = {.arena = a};
    builder_add_text(&b, BYTE_ORDER_MARK "类别,系列,数值,单位,标注,"
                                         "状态,界限,推算,说明,来源" LINE_END);
    for (size_t s = 0; s < chart->n_series; s++)
        for (size_t i = 0; i < chart->n_categories; i++)
            add_row(&b, chart, &chart->series[s], i);
    for (size_t s = 0; s < chart->n_series; s++)
        for (size_t i = 0; i < chart->series[s].n_guides; i++) {
            const chart_guide *g = &chart->series[s].guides[i];
            add_guide(&b, chart, &chart->series[s], g, g->low);
            if (g->is_band)
                add_guide(&b, chart, &chart->series[s], g, g->high);
        }
    for (size_t i = 0; i < chart->n_remarks; i++)
        add_remark(&b, &chart->remarks[i]);
    for (size_t i = 0; i < chart->n_arrows; i++)
        add_arrow(&b, chart, &chart->arrows[i]);
    return builder_slice(&b);
}
