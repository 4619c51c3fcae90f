/* compare: the previous and the current level of each metric, in the metric's
 * own unit, and the growth that stands between them. */
#include "report/resolve.h"

static slice
or_words(slice name, const char *words)
{
    return name.len > 0 ? name : slice_from(words);
}

bool
resolve_compare(resolving *r)
{
    draft *d = r->draft;
    size_t n_known = 0;
    slice before = or_words(resolve_previous_period(r), "上年同期");
    slice now = or_words(resolve_period(r), "本期");
    chart_datum *previous = resolve_series(r, SERIES_PREVIOUS, before);
    chart_datum *current = resolve_series(r, SERIES_CURRENT, now);
    chart_datum *growth = resolve_series(r, SERIES_GROWTH, SLICE_OF("同比"));
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        size_t metric = r->spec->categories[i].metric;
        const jb_fact *base = draft_fact(d, metric, FACT_PREVIOUS);
        n_known += base->is_known;
        previous[i] = resolve_level(r, base);
        current[i] = resolve_level(r, resolve_current(r, metric));
        growth[i] = resolve_growth_datum(r, metric);
    }
    r->spec->title = finding_of_levels(r);
    r->spec->subtitle = slice_printf(d->arena, "%.*s与%.*s对比",
                                     SLICE_ARGS(now), SLICE_ARGS(before));
    return n_known > 0;
}
