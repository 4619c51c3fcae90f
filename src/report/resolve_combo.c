/* combo: levels and their growth: of one metric over its periods, or of
 * several metrics in one unit. A period's growth is against the same period a
 * year before, where the history has it. */
#include "facts/growth.h"
#include "prose/number.h"
#include "prose/phrase.h"
#include "report/history.h"
#include "report/resolve.h"

/* A line goes through what has not changed, at zero. */
static void
set_flat(chart_datum *datum)
{
    datum->has_value = true;
    datum->value = (jb_decimal){0, 0};
    datum->label = SLICE_OF("持平");
}

/* 由盈转亏: what is no rate, in words where the point would be. */
static slice
words_of(arena *a, const fact_growth *growth, jb_unit unit)
{
    jb_fact fact = {.kind = FACT_GROWTH, .is_known = true,
                    .growth = *growth};
    return phrase_growth(a, &fact, unit, (phrase_options){0});
}

static chart_datum
growth_between(resolving *r, const history_level *now,
               const history_level *before)
{
    arena *a = r->draft->arena;
    jb_quantity current = *now->quantity, previous = *before->quantity;
    chart_datum datum = {.is_derived = true, .status = current.status};
    if (!level_align(&current, &previous))
        return datum;
    decimal_step step = growth_step_of(current, previous,
                                       r->draft->document->rounding);
    fact_growth g = growth_from_levels(current, previous, step);
    datum.has_value = g.kind == CHANGE_RATE || g.kind == CHANGE_POINTS;
    datum.value = g.exact;
    datum.bound = growth_bound(current.bound, previous.bound);
    if (datum.has_value)
        datum.label = slice_join(a, number_signed(a, g.rate),
                                 g.kind == CHANGE_POINTS
                                     ? unit_points_of(current.unit).name
                                     : SLICE_OF("%"));
    if (g.kind == CHANGE_FLAT)
        set_flat(&datum);
    else if (!datum.has_value && g.kind != CHANGE_ABSENT)
        datum.label = words_of(a, &g, current.unit);
    return datum;
}

static chart_datum
growth_stated(resolving *r, size_t metric)
{
    chart_datum datum = resolve_growth_datum(r, metric);
    if (datum.fact != NULL && datum.fact->growth.kind == CHANGE_FLAT)
        set_flat(&datum);
    return datum;
}

static bool
of_periods(resolving *r, size_t metric)
{
    draft *d = r->draft;
    const metrics_metric *m = draft_metric(d, metric);
    history_list list = history_of(d, metric);
    r->spec->categories = ARENA_ARRAY(d->arena, list.n, chart_category);
    r->spec->n_categories = list.n;
    for (size_t i = 0; i < list.n; i++)
        r->spec->categories[i] = (chart_category){
            .name = period_name(d->arena, list.at[i].period),
            .period = list.at[i].period,
            .metric = SIZE_MAX, .unit = m->unit};
    chart_datum *levels =
        resolve_series(r, SERIES_CURRENT, draft_short_name(d, metric));
    ARRAY_LAST(&r->series)->unit = m->unit;
    chart_datum *growths = resolve_series(
        r, m->unit.kind == UNIT_PERCENT ? SERIES_POINTS : SERIES_GROWTH,
        SLICE_OF("同比"));
    if (m->unit.kind == UNIT_PERCENT)
        ARRAY_LAST(&r->series)->unit = unit_points_of(m->unit);
    for (size_t i = 0; i < list.n; i++) {
        const history_level *now = &list.at[i];
        const history_level *before =
            history_at(&list, period_year_before(now->period));
        levels[i] = now->fact != NULL
                        ? resolve_level(r, now->fact)
                        : resolve_quantity(r, now->quantity, m->unit);
        bool is_own = period_compare(now->period, m->period) == 0 &&
                      draft_fact(d, metric, FACT_GROWTH)->is_known;
        if (is_own)
            growths[i] = growth_stated(r, metric);
        else if (before != NULL)
            growths[i] = growth_between(r, now, before);
    }
    return list.n > 1;
}

static bool
of_metrics(resolving *r)
{
    slice period = resolve_period(r);
    chart_datum *levels = resolve_series(r, SERIES_CURRENT, period);
    chart_datum *growths =
        resolve_series(r, SERIES_GROWTH, SLICE_OF("同比"));
    size_t n_known = 0;
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        size_t metric = r->spec->categories[i].metric;
        levels[i] = resolve_level(r, resolve_current(r, metric));
        growths[i] = growth_stated(r, metric);
        n_known += growths[i].has_value;
    }
    return n_known > 0;
}

bool
resolve_combo(resolving *r)
{
    arena *a = r->draft->arena;
    r->spec->title = finding_of_growth(r);
    bool is_good = r->chart->n_metrics == 1
                       ? of_periods(r, r->chart->metrics[0])
                       : of_metrics(r);
    size_t n = r->spec->n_categories;
    if (r->chart->n_metrics == 1 && n > 1) {
        slice first = r->spec->categories[0].name;
        slice last = r->spec->categories[n - 1].name;
        r->spec->subtitle = slice_printf(a, "%.*s至%.*s，绝对额和同比",
                                         SLICE_ARGS(first),
                                         SLICE_ARGS(last));
    } else {
        slice period = resolve_period(r);
        r->spec->subtitle =
            slice_join(a, period, SLICE_OF("绝对额和同比"));
    }
    return is_good;
}
