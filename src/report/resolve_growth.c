/* growth: percent, points of percent and points of ‰ are series of their own,
 * for they share no axis; each category has its datum in one of them.
 * Outcomes that are no rate go with the percents. */
#include "report/resolve.h"

/* The kinds of series, in their order. */
typedef enum measure {
    MEASURE_RATE,     /* % */
    MEASURE_POINTS,   /* 百分点 */
    MEASURE_PER_MILLE, /* 千分点 */
    MEASURE_COUNT
} measure;

static const struct {
    chart_series_role role;
    slice name, unit;
} MEASURES[] = {
    [MEASURE_RATE] = {SERIES_GROWTH, SLICE("同比增速（%）"), SLICE("%")},
    [MEASURE_POINTS] = {SERIES_POINTS, SLICE("同比变化（百分点）"),
                        SLICE("百分点")},
    [MEASURE_PER_MILLE] = {SERIES_POINTS, SLICE("同比变化（千分点）"),
                           SLICE("千分点")},
};
_Static_assert(sizeof MEASURES / sizeof *MEASURES == MEASURE_COUNT,
               "a series for each measure");

static measure
measure_of(const jb_fact *growth, const metrics_metric *m)
{
    if (growth->growth.kind != CHANGE_POINTS && m->unit.kind != UNIT_PERCENT)
        return MEASURE_RATE;
    return slice_is(m->unit.base, "‰") ? MEASURE_PER_MILLE : MEASURE_POINTS;
}

/* 2022年比上年增长（%）: what is measured, over which period. Words such as
 * 扭亏为盈 have no unit. */
static slice
subtitle(const resolving *r, const bool has[MEASURE_COUNT])
{
    arena *a = r->draft->arena;
    jb_period p = resolve_base(r);
    bool is_year = period_is_set(p) && period_months(p) == 12;
    const char *base = is_year ? "比上年" : "比上年同期";
    bool is_rate = !has[MEASURE_POINTS] && !has[MEASURE_PER_MILLE];
    slice_builder units = {.arena = a};
    for (int k = 0; k < MEASURE_COUNT; k++)
        if (has[k])
            builder_printf(&units, "%s%.*s", units.len > 0 ? "、" : "（",
                           SLICE_ARGS(MEASURES[k].unit));
    slice period = resolve_period(r), list = builder_slice(&units);
    const char *word = is_rate && list.len > 0 ? "增长" : "增减";
    return slice_printf(a, "%.*s%s%s%.*s%s", SLICE_ARGS(period), base, word,
                        SLICE_ARGS(list), list.len > 0 ? "）" : "");
}

static bool
has_value(const chart_datum *data, size_t n)
{
    for (size_t i = 0; data != NULL && i < n; i++)
        if (data[i].has_value)
            return true;
    return false;
}

static measure
measure_at(const resolving *r, size_t i)
{
    size_t metric = r->spec->categories[i].metric;
    return measure_of(draft_fact(r->draft, metric, FACT_GROWTH),
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
    size_t n = r->spec->n_categories, n_known = 0;
    bool has[MEASURE_COUNT] = {false};
    for (size_t i = 0; i < n; i++)
        has[measure_at(r, i)] = true;
    chart_datum *data[MEASURE_COUNT] = {NULL};
    for (int k = 0; k < MEASURE_COUNT; k++)
        if (has[k]) {
            data[k] = resolve_series(r, MEASURES[k].role, MEASURES[k].name);
            if (k == MEASURE_PER_MILLE)
                ARRAY_LAST(&r->series)->unit = unit_from(SLICE_OF("个千分点"));
        }
    for (size_t i = 0; i < n; i++) {
        chart_datum *datum = &data[measure_at(r, i)][i];
        *datum = resolve_growth_datum(r, r->spec->categories[i].metric);
        add_levels(r, i, datum);
        n_known += datum->fact != NULL;
    }
    r->spec->title = finding_of_growth(r);
    has[MEASURE_RATE] = has_value(data[MEASURE_RATE], n);
    r->spec->subtitle = subtitle(r, has);
    return n_known > 0;
}
