/* target: the level aimed at, what has been done, and the completion. A
 * metric without a target is shown with "—" in its place. */
#include "prose/number.h"
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

/* Months of the year gone by when the figure was taken; 0 when it is a whole
 * year's, or does not count from January. */
static int
months_gone(const resolving *r, size_t metric)
{
    const metrics_metric *m = draft_metric(r->draft, metric);
    bool is_to_date = !draft_fact(r->draft, metric, FACT_VALUE)->is_known;
    jb_period p = is_to_date ? m->to_date_until : m->period;
    if (!period_is_set(p) || p.first_year != p.last_year ||
        p.first_month != 1 || p.last_month == 12)
        return 0;
    return p.last_month;
}

/* The target in proportion to the time gone by. */
static chart_datum
pace_datum(resolving *r, size_t metric, const chart_datum *target)
{
    int months = months_gone(r, metric);
    jb_decimal twelfths;
    chart_datum pace = {.label = {NULL, 0}, .is_derived = true};
    pace.has_value =
        months > 0 && target->has_value &&
        decimal_mul(target->value, (jb_decimal){months, 0}, &twelfths) &&
        decimal_div(twelfths, (jb_decimal){12, 0}, target->value.scale + 1,
                    r->draft->document->rounding, &pace.value);
    if (pace.has_value)
        pace.label = number_text(r->draft->arena, pace.value);
    return pace;
}

static void
resolve_pace(resolving *r, const chart_datum *target)
{
    size_t n = r->spec->n_categories, n_known = 0;
    chart_datum *paces = ARENA_ARRAY(r->draft->arena, n, chart_datum);
    for (size_t i = 0; i < n; i++) {
        paces[i] = pace_datum(r, r->spec->categories[i].metric, &target[i]);
        n_known += paces[i].has_value;
    }
    if (n_known > 0)
        memcpy(resolve_series(r, SERIES_PACE, SLICE_OF("时间进度")), paces,
               n * sizeof *paces);
}

/* How many figures are at or above what they are held against. */
static size_t
count_reached(const resolving *r, const chart_datum *current,
              const chart_datum *against)
{
    size_t n = 0;
    for (size_t i = 0; i < r->spec->n_categories; i++)
        n += decimal_compare(current[i].value, against[i].value) >= 0;
    return n;
}

static bool
are_known(const chart_datum *data, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!data[i].has_value)
            return false;
    return n > 0;
}

static slice
finding_of_many(arena *a, size_t n, size_t n_done, bool is_pace)
{
    const char *done = is_pace ? "达到时间进度" : "完成";
    const char *none = is_pace ? "均未达到时间进度" : "均未完成";
    if (n_done == n)
        return slice_printf(a, "%zu项年度目标全部%s", n, done);
    if (n_done == 0)
        return slice_printf(a, "%zu项年度目标%s", n, none);
    return slice_printf(a, "%zu项年度目标中%zu项%s", n, n_done, done);
}

/* How the figures stand to the time gone by, or to the targets. Nothing is
 * found where one is missing, or where less is better. */
static slice
finding_of_targets(const resolving *r)
{
    arena *a = r->draft->arena;
    size_t n = r->spec->n_categories;
    const chart_series *s = r->series.at;
    bool is_pace = r->series.n > 3 && are_known(s[3].data, n);
    bool is_known = are_known(s[0].data, n) && are_known(s[1].data, n) &&
                    are_known(s[2].data, n);
    for (size_t i = 0; i < n; i++)
        is_known = is_known && !r->spec->categories[i].is_fall_good;
    if (!is_known)
        return SLICE_OF("年度目标完成情况");
    if (n == 1)
        return slice_printf(a, "%.*s完成年度目标的%.*s",
                            SLICE_ARGS(r->spec->categories[0].name),
                            SLICE_ARGS(s[2].data[0].label));
    size_t n_done = count_reached(r, s[1].data, s[is_pace ? 3 : 0].data);
    return finding_of_many(a, n, n_done, is_pace);
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
    resolve_pace(r, target);
    r->spec->title = finding_of_targets(r);
    r->spec->subtitle = slice_printf(d->arena, "%.*s完成数与全年目标",
                                     SLICE_ARGS(now));
    return n_known > 0;
}
