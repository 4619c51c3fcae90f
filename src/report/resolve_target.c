/* target: the level aimed at, what has been done, and the completion. A
 * metric without a target is shown with "—" in its place. */
#include "report/resolve.h"

static chart_datum
completion_datum(resolving *r, size_t metric)
{
    const jb_fact *fact = draft_fact(r->draft, metric, FACT_COMPLETION);
    chart_datum datum = resolve_level(r, fact);
    if (fact->is_known)
        datum.label = slice_join(r->draft->arena, datum.label,
                                 SLICE_OF("%"));
    return datum;
}

bool
resolve_target(resolving *r)
{
    draft *d = r->draft;
    size_t n_known = 0;
    slice now = resolve_period(r);
    if (now.len == 0)
        now = SLICE_OF("本期");
    chart_datum *target = resolve_series(r, SERIES_TARGET,
                                         SLICE_OF("全年目标"));
    chart_datum *current = resolve_series(r, SERIES_CURRENT, now);
    chart_datum *done = resolve_series(r, SERIES_COMPLETION,
                                       SLICE_OF("完成率"));
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        size_t metric = r->spec->categories[i].metric;
        const jb_fact *aim = draft_fact(d, metric, FACT_TARGET);
        n_known += aim->is_known;
        target[i] = resolve_level(r, aim);
        current[i] = resolve_level(r, resolve_current(r, metric));
        done[i] = completion_datum(r, metric);
    }
    r->spec->title = SLICE_OF("年度目标完成情况");
    r->spec->subtitle = slice_printf(d->arena, "%.*s完成数与全年目标",
                                     SLICE_ARGS(now));
    return n_known > 0;
}
