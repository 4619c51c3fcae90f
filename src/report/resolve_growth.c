/* growth: percent and points are two series, for they share no axis; each
 * category has its datum in one of them. Outcomes that are no rate go with
 * the percents. */
#include "report/resolve.h"

static bool
is_points(const jb_fact *growth, const metrics_metric *m)
{
    return growth->growth.kind == CHANGE_POINTS ||
           m->unit.kind == UNIT_PERCENT;
}

static slice
subtitle(const resolving *r, bool has_rates, bool has_points)
{
    arena *a = r->draft->arena;
    slice period = resolve_period(r);
    const char *measure = !has_points  ? "比上年同期增长（%）"
                          : !has_rates ? "比上年同期增减（百分点）"
                                       : "比上年同期增减（%、百分点）";
    return slice_printf(a, "%.*s%s", SLICE_ARGS(period), measure);
}

bool
resolve_growth(resolving *r)
{
    draft *d = r->draft;
    const chart_spec *spec = r->spec;
    size_t n_rates = 0, n_points = 0, n_known = 0;
    for (size_t i = 0; i < spec->n_categories; i++) {
        size_t metric = spec->categories[i].metric;
        const jb_fact *g = draft_fact(d, metric, FACT_GROWTH);
        bool in_points = is_points(g, draft_metric(d, metric));
        n_known += g->is_known;
        n_points += in_points;
        n_rates += !in_points;
    }
    chart_datum *rates = NULL, *points = NULL;
    if (n_rates > 0)
        rates = resolve_series(r, SERIES_GROWTH, SLICE_OF("同比增速（%）"));
    if (n_points > 0)
        points = resolve_series(r, SERIES_POINTS,
                                SLICE_OF("同比变化（百分点）"));
    for (size_t i = 0; i < spec->n_categories; i++) {
        size_t metric = spec->categories[i].metric;
        const jb_fact *g = draft_fact(d, metric, FACT_GROWTH);
        chart_datum datum = resolve_growth_datum(r, metric);
        if (is_points(g, draft_metric(d, metric)))
            points[i] = datum;
        else
            rates[i] = datum;
    }
    r->spec->title = finding_of_growth(r);
    r->spec->subtitle = subtitle(r, n_rates > 0, n_points > 0);
    return n_known > 0;
}
