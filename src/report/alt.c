/* The alternative text of a chart: what a reader who cannot see it would be
 * told: kind, measure, how many, the extremes and every figure. */
#include "report/report.h"

static void
add_head(slice_builder *b, const chart_spec *chart)
{
    bool is_growth = slice_is(chart->kind, "growth");
    builder_add_text(b, is_growth ? "同比增速柱形图" : "柱形图");
    if (chart->title.len > 0)
        builder_printf(b, "：%.*s", SLICE_ARGS(chart->title));
    builder_add_text(b, "。");
    if (chart->subtitle.len > 0)
        builder_printf(b, "%.*s，", SLICE_ARGS(chart->subtitle));
    builder_printf(b, "共%zu项。", chart->n_categories);
}

static void
add_datum(slice_builder *b, const chart_spec *chart, const chart_series *s,
          size_t i)
{
    const chart_datum *datum = &s->data[i];
    bool is_level = s->role == SERIES_CURRENT ||
                    s->role == SERIES_PREVIOUS ||
                    s->role == SERIES_TARGET || s->role == SERIES_PART;
    bool has_name = chart->n_series > 1;
    if (datum->label.len == 0)
        return;
    if (has_name)
        builder_add(b, s->name);
    if (datum->status == STATUS_EXPECTED)
        builder_add_text(b, "预计");
    builder_add(b, datum->label);
    if (is_level && datum->has_value)
        builder_add(b, s->unit.name.len > 0 ? s->unit.name
                                            : chart->categories[i].unit.name);
    builder_add_text(b, "，");
}

static void
add_category(slice_builder *b, const chart_spec *chart, size_t i)
{
    builder_printf(b, "%.*s：", SLICE_ARGS(chart->categories[i].name));
    for (size_t s = 0; s < chart->n_series; s++)
        add_datum(b, chart, &chart->series[s], i);
    if (slice_ends_with((slice){b->at, b->len}, SLICE_OF("，")))
        b->len -= strlen("，");
    builder_add_text(b, "；");
}

slice
report_chart_alt(arena *a, const chart_spec *chart)
{
    slice_builder b = {.arena = a};
    add_head(&b, chart);
    for (size_t i = 0; i < chart->n_categories; i++)
        add_category(&b, chart, i);
    if (chart->n_categories > 0)
        b.len -= strlen("；");
    builder_add_text(&b, "。");
    return builder_slice(&b);
}
