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

/* 2022年比上年增长（%）: what is measured, over which period. Words such as
 * 扭亏为盈 have no unit. */
static slice
subtitle(const resolving *r, bool has_rates, bool has_points)
{
    arena *a = r->draft->arena;
    jb_period p = r->draft->document->period;
    bool is_year = period_is_set(p) && period_months(p) == 12;
    const char *base = is_year ? "比上年" : "比上年同期";
    const char *measure = has_rates && has_points ? "增减（%、百分点）"
                          : has_rates             ? "增长（%）"
                          : has_points            ? "增减（百分点）"
                                                  : "增减";
    slice period = resolve_period(r);
    return slice_printf(a, "%.*s%s%s", SLICE_ARGS(period), base, measure);
}

static bool
has_value(const chart_datum *data, size_t n)
{
    for (size_t i = 0; data != NULL && i < n; i++)
        if (data[i].has_value)
            return true;
    return false;
}

static bool
is_in_points(const resolving *r, size_t i)
{
    size_t metric = r->spec->categories[i].metric;
    return is_points(draft_fact(r->draft, metric, FACT_GROWTH),
                     draft_metric(r->draft, metric));
}

/* Profits and losses have no rate, so that their word says neither how much
 * nor from where: 扭亏为盈（−3.2→1.8亿元）. */
static void
add_levels(const resolving *r, size_t i, chart_datum *datum)
{
    size_t metric = r->spec->categories[i].metric;
    const jb_fact *now = draft_fact(r->draft, metric, FACT_VALUE);
    const jb_fact *before = draft_fact(r->draft, metric, FACT_PREVIOUS);
    if (datum->fact == NULL || !now->is_known || !before->is_known)
        return;
    switch (datum->fact->growth.kind) {
    case CHANGE_TURNED_PROFIT:
    case CHANGE_TURNED_LOSS:
    case CHANGE_LOSS_NARROWED:
    case CHANGE_LOSS_WIDENED:
        break;
    default:
        return;
    }
    jb_unit unit = now->quantity.unit;
    chart_datum from = resolve_quantity(r, &before->quantity, unit);
    chart_datum to = resolve_quantity(r, &now->quantity, unit);
    datum->label = slice_printf(
        r->draft->arena, "%.*s（%.*s→%.*s%.*s）", SLICE_ARGS(datum->label),
        SLICE_ARGS(from.label), SLICE_ARGS(to.label), SLICE_ARGS(unit.name));
}

/* Words alone (扭亏为盈, 持平) leave nothing to draw; where all their levels
 * are known, the levels say it, with the words beside them. A person who set
 * options wants this kind. */
static bool
levels_say_more(const resolving *r)
{
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        size_t metric = r->spec->categories[i].metric;
        const jb_fact *growth = draft_fact(r->draft, metric, FACT_GROWTH);
        if (!growth->is_known || growth->growth.kind == CHANGE_RATE ||
            growth->growth.kind == CHANGE_POINTS ||
            !draft_fact(r->draft, metric, FACT_VALUE)->is_known ||
            !draft_fact(r->draft, metric, FACT_PREVIOUS)->is_known)
            return false;
    }
    return r->spec->n_categories > 0 && r->chart->n_options == 0;
}

bool
resolve_growth(resolving *r)
{
    if (levels_say_more(r)) {
        r->spec->kind = SLICE_OF("compare");
        return resolve_compare(r);
    }
    size_t n = r->spec->n_categories, n_points = 0, n_known = 0;
    for (size_t i = 0; i < n; i++)
        n_points += is_in_points(r, i);
    chart_datum *rates = NULL, *points = NULL;
    if (n_points < n)
        rates = resolve_series(r, SERIES_GROWTH, SLICE_OF("同比增速（%）"));
    if (n_points > 0)
        points = resolve_series(r, SERIES_POINTS,
                                SLICE_OF("同比变化（百分点）"));
    for (size_t i = 0; i < n; i++) {
        chart_datum *datum = is_in_points(r, i) ? &points[i] : &rates[i];
        *datum = resolve_growth_datum(r, r->spec->categories[i].metric);
        add_levels(r, i, datum);
        n_known += datum->fact != NULL;
    }
    r->spec->title = finding_of_growth(r);
    r->spec->subtitle = subtitle(r, has_value(rates, n), n_points > 0);
    return n_known > 0;
}
