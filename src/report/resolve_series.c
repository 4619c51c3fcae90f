/* series: the levels of each metric over the periods it has: its history, the
 * period before and its own. The categories are the periods. */
#include "report/resolve.h"

typedef struct period_list {
    jb_period *at;
    size_t n, cap;
} period_list;

/* Insert in order of time, each period once. */
static void
period_add(arena *a, period_list *list, jb_period p)
{
    size_t i = list->n;
    if (!period_is_set(p))
        return;
    while (i > 0 && period_compare(list->at[i - 1], p) > 0)
        i--;
    if (i > 0 && period_compare(list->at[i - 1], p) == 0)
        return;
    ARRAY_PUSH(a, list, p);
    memmove(&list->at[i + 1], &list->at[i],
            (list->n - 1 - i) * sizeof *list->at);
    list->at[i] = p;
}

static void
metric_add(resolving *r, period_list *list, size_t metric)
{
    draft *d = r->draft;
    const metrics_metric *m = draft_metric(d, metric);
    for (size_t i = 0; i < m->n_history; i++)
        period_add(d->arena, list, m->history[i].period);
    if (!period_is_set(m->period))
        return;
    if (draft_fact(d, metric, FACT_PREVIOUS)->is_known)
        period_add(d->arena, list, period_year_before(m->period));
    if (draft_fact(d, metric, FACT_VALUE)->is_known)
        period_add(d->arena, list, m->period);
}

static chart_datum
datum_of(resolving *r, size_t metric, jb_period p)
{
    draft *d = r->draft;
    const metrics_metric *m = draft_metric(d, metric);
    const jb_fact *value = draft_fact(d, metric, FACT_VALUE);
    const jb_fact *before = draft_fact(d, metric, FACT_PREVIOUS);
    if (value->is_known && period_compare(p, m->period) == 0)
        return resolve_level(r, value);
    for (size_t i = 0; i < m->n_history; i++)
        if (period_compare(p, m->history[i].period) == 0)
            return resolve_quantity(r, &m->history[i].value, m->unit);
    if (before->is_known && period_is_set(m->period) &&
        period_compare(p, period_year_before(m->period)) == 0)
        return resolve_level(r, before);
    return (chart_datum){0};
}

static void
set_periods(resolving *r, const period_list *list)
{
    arena *a = r->draft->arena;
    r->spec->categories = ARENA_ARRAY(a, list->n, chart_category);
    r->spec->n_categories = list->n;
    for (size_t i = 0; i < list->n; i++)
        r->spec->categories[i] = (chart_category){
                .name = period_name(a, list->at[i]), .metric = SIZE_MAX};
}

bool
resolve_series_kind(resolving *r)
{
    const metrics_chart *chart = r->chart;
    period_list periods = {0};
    r->spec->title = finding_of_levels(r);
    for (size_t i = 0; i < chart->n_metrics; i++)
        metric_add(r, &periods, chart->metrics[i]);
    set_periods(r, &periods);
    for (size_t i = 0; i < chart->n_metrics; i++) {
        size_t metric = chart->metrics[i];
        chart_datum *data = resolve_series(
                r, SERIES_CURRENT, draft_short_name(r->draft, metric));
        ARRAY_LAST(&r->series)->unit = draft_metric(r->draft, metric)->unit;
        for (size_t p = 0; p < periods.n; p++)
            data[p] = datum_of(r, metric, periods.at[p]);
    }
    if (periods.n > 1)
        r->spec->subtitle = slice_printf(
                r->draft->arena, "%.*s至%.*s",
                SLICE_ARGS(r->spec->categories[0].name),
                SLICE_ARGS(r->spec->categories[periods.n - 1].name));
    return periods.n > 1;
}
