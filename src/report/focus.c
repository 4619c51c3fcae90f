/* focus: which categories of a chart a person wants set off, found by the
 * ids or names of metrics, the names of places and parts, or periods. */
#include "report/resolve.h"

static bool
is_period(slice text, slice name, arena *a)
{
    jb_period p;
    return period_parse(text, &p) && slice_equal(period_name(a, p), name);
}

/* A metric is called by its id, its name or its short name. */
static bool
is_called(const resolving *r, const chart_category *c, slice text)
{
    if (slice_equal(c->name, text) ||
        is_period(text, c->name, r->draft->arena))
        return true;
    if (c->metric == SIZE_MAX || slice_is(r->spec->kind, "peers"))
        return false;
    const metrics_metric *m = draft_metric(r->draft, c->metric);
    return slice_equal(m->id, text) || slice_equal(m->name.text, text);
}

slice
resolve_category_hint(const resolving *r, slice text)
{
    arena *a = r->draft->arena;
    size_t n = r->spec->n_categories;
    const char **names = ARENA_ARRAY(a, n, const char *);
    for (size_t i = 0; i < n; i++)
        names[i] = arena_printf(a, "%.*s",
                                SLICE_ARGS(r->spec->categories[i].name));
    const char *near = tree_nearest(text, names, n);
    return near != NULL ? slice_printf(a, "是不是想写“%s”？", near)
                        : SLICE_OF("请写图中某一项的编号或名称。");
}

size_t
resolve_category(const resolving *r, slice text)
{
    for (size_t i = 0; i < r->spec->n_categories; i++)
        if (is_called(r, &r->spec->categories[i], text))
            return i;
    return SIZE_MAX;
}

/* Where no title can speak of what is set off, the subtitle names it. */
static void
name_focus(resolving *r, bool names_lines)
{
    slice_builder b = {.arena = r->draft->arena};
    size_t n = 0;
    builder_printf(&b, "%.*s，突出", SLICE_ARGS(r->spec->subtitle));
    for (size_t i = 0; i < r->series.n && names_lines; i++)
        if (r->series.at[i].is_focus)
            builder_printf(&b, "%s%.*s", n++ > 0 ? "、" : "",
                           SLICE_ARGS(r->series.at[i].name));
    for (size_t i = 0; i < r->spec->n_categories; i++)
        if (r->spec->categories[i].is_focus)
            builder_printf(&b, "%s%.*s", n++ > 0 ? "、" : "",
                           SLICE_ARGS(r->spec->categories[i].name));
    r->spec->subtitle = builder_slice(&b);
}

/* A line of a chart of lines. */
static bool
focus_line(resolving *r, slice text)
{
    size_t line = slice_is(r->spec->kind, "trend")
                      ? resolve_series_called(r, text)
                      : SIZE_MAX;
    if (line == SIZE_MAX)
        return false;
    r->spec->n_focus_lines += !r->series.at[line].is_focus;
    r->series.at[line].is_focus = true;
    return true;
}

/* The words of title or subtitle for what is set off. */
static void
tell_focus(resolving *r)
{
    slice lines = r->spec->n_focus_lines > 0 ? finding_of_focus_lines(r)
                                             : (slice){NULL, 0};
    slice title = r->spec->n_focus > 0 ? finding_of_focus(r) : lines;
    bool names_lines = lines.len == 0 && r->spec->n_focus_lines > 0;
    if (lines.len > 0)
        r->spec->title = lines;
    else if (title.len > 0)
        r->spec->title = title;
    if (names_lines || (r->spec->n_focus > 0 && title.len == 0))
        name_focus(r, names_lines);
}

void
resolve_focus(resolving *r)
{
    const metrics_chart *chart = r->chart;
    for (size_t i = 0; i < chart->n_focus; i++) {
        slice text = slice_trim(chart->focus[i].text);
        size_t c = resolve_category(r, text);
        if (c == SIZE_MAX && focus_line(r, text))
            continue;
        if (c == SIZE_MAX)
            diag_report(r->draft->writer.diags, &REPORT_FOCUS_UNKNOWN,
                        chart->focus[i].span, chart->id, text,
                        resolve_category_hint(r, text));
        else
            r->spec->categories[c].is_focus = true;
    }
    for (size_t i = 0; i < r->spec->n_categories; i++)
        r->spec->n_focus += r->spec->categories[i].is_focus;
    if (chart->n_focus > 0 && r->spec->n_focus + r->spec->n_focus_lines > 0)
        tell_focus(r);
}
