/* remarks: the few words that a person binds to one mark of a chart, found by
 * the category's name, or by metric.period where each metric has its own. */
#include "report/resolve.h"

size_t
resolve_series_called(const resolving *r, slice text)
{
    bool is_metrics = r->spec->n_categories > 0 &&
                      r->spec->categories[0].metric == SIZE_MAX;
    for (size_t i = 0; i < r->series.n; i++)
        if (slice_equal(r->series.at[i].name, text))
            return i;
    for (size_t i = 0; is_metrics && i < r->chart->n_metrics &&
                       i < r->series.n; i++) {
        const metrics_metric *m =
            draft_metric(r->draft, r->chart->metrics[i]);
        if (slice_equal(m->id, text) || slice_equal(m->name.text, text))
            return i;
    }
    return SIZE_MAX;
}

/* metric.period, or period.metric: the part before the sign and that behind
 * it, either way round. */
static bool
find_pair(const resolving *r, slice text, resolve_end *out)
{
    size_t dot = slice_find(text, SLICE_OF("."));
    if (dot >= text.len)
        return false;
    slice parts[] = {slice_trim(slice_cut(text, 0, dot)),
                     slice_trim(slice_cut(text, dot + 1, text.len))};
    for (size_t i = 0; i < 2; i++) {
        out->series = resolve_series_called(r, parts[i]);
        out->category = resolve_category(r, parts[1 - i]);
        if (out->series != SIZE_MAX && out->category != SIZE_MAX)
            return true;
    }
    return false;
}

bool
resolve_end_called(const resolving *r, slice text, resolve_end *out)
{
    *out = (resolve_end){SIZE_MAX, resolve_category(r, text)};
    return out->category != SIZE_MAX || find_pair(r, text, out);
}

/* What is said of a metric over several periods stands at its last figure. */
static bool
find_whole(const resolving *r, slice text, chart_remark *out)
{
    out->series = resolve_series_called(r, text);
    if (r->spec->n_categories == 0 ||
        r->spec->categories[0].metric != SIZE_MAX ||
        out->series == SIZE_MAX)
        return false;
    const chart_datum *data = r->series.at[out->series].data;
    size_t last = r->spec->n_categories;
    while (last > 0 && !data[last - 1].has_value)
        last--;
    out->category = last - 1;
    out->name = r->series.at[out->series].name;
    return last > 0;
}

static bool
find_target(const resolving *r, slice text, chart_remark *out)
{
    resolve_end end;
    if (resolve_category(r, text) == SIZE_MAX && find_whole(r, text, out))
        return true;
    if (!resolve_end_called(r, text, &end))
        return false;
    out->series = end.series;
    out->category = end.category;
    slice name = r->spec->categories[out->category].name;
    out->name = out->series == SIZE_MAX
                    ? name
                    : slice_join(r->draft->arena,
                                 r->series.at[out->series].name, name);
    return true;
}

static slice
hint(const resolving *r, slice text)
{
    return slice_find(text, SLICE_OF(".")) < text.len
               ? SLICE_OF("请写成“指标.时期”，两者都要在图中。")
               : resolve_category_hint(r, text);
}

void
resolve_remarks(resolving *r)
{
    const metrics_chart *chart = r->chart;
    chart_spec *spec = r->spec;
    spec->remarks = ARENA_ARRAY(r->draft->arena, chart->n_remarks,
                                chart_remark);
    for (size_t i = 0; i < chart->n_remarks; i++) {
        const metrics_pair *m = &chart->remarks[i];
        slice at = slice_trim(m->key.text);
        chart_remark remark = {.text = slice_trim(m->value.text)};
        if (!find_target(r, at, &remark))
            diag_report(r->draft->writer.diags, &REPORT_REMARK_UNKNOWN,
                        m->key.span, chart->id, at,
                        hint(r, at));
        else if (remark.text.len > 0)
            spec->remarks[spec->n_remarks++] = remark;
    }
}
