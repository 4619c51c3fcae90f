/* target: the level aimed at, what has been done, and the completion. A
 * metric without a target is shown with "—" in its place. */
#include "prose/number.h"
#include "prose/phrase.h"
#include "report/resolve.h"

/* Of a whole year that is only expected, what has been done by now counts:
 * 技术合同成交额截至10月底62.3亿元，完成率据此计算。 */
static slice
done_by_now_note(const resolving *r, size_t metric)
{
    draft *d = r->draft;
    const metrics_metric *m = draft_metric(d, metric);
    const jb_fact *value = draft_fact(d, metric, FACT_VALUE);
    const jb_fact *to_date = draft_fact(d, metric, FACT_TO_DATE);
    if (!value->is_known || !to_date->is_known ||
        value->quantity.status != STATUS_EXPECTED ||
        !period_is_set(m->to_date_until))
        return (slice){NULL, 0};
    slice name = draft_short_name(d, metric);
    slice until = phrase_until(d->arena, m->to_date_until,
                               m->period.last_year);
    slice level =
        phrase_level(d->arena, to_date->quantity, (phrase_options){0});
    return slice_printf(d->arena, "%.*s%.*s%.*s，完成率据此计算。",
                        SLICE_ARGS(name), SLICE_ARGS(until),
                        SLICE_ARGS(level));
}

static chart_datum
completion_datum(resolving *r, size_t metric)
{
    const jb_fact *fact = draft_fact(r->draft, metric, FACT_COMPLETION);
    chart_datum datum = resolve_level(r, fact);
    if (fact->is_known)
        datum.label = slice_join(r->draft->arena, datum.label,
                                 SLICE_OF("%"));
    slice note = done_by_now_note(r, metric);
    if (fact->is_known && note.len > 0)
        datum.note_mark = note_mark(r->draft->arena, &r->notes, note);
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

/* What a figure is held against: the time gone by, where it is known of all;
 * where less is better, the target is not to be passed, whatever the time. */
typedef struct reckoning {
    size_t n, done, missing;
    size_t one; /* the last that is known */
} reckoning;

static bool
is_reached(const resolving *r, size_t i, const chart_series *against)
{
    const chart_series *s = r->series.at;
    const chart_datum *done = &s[2].data[i];
    if (s[1].data[i].status == STATUS_EXPECTED &&
        !r->spec->categories[i].is_fall_good)
        return done->has_value &&
               decimal_compare(done->value, (jb_decimal){100, 0}) >= 0;
    if (r->spec->categories[i].is_fall_good)
        against = &s[0];
    int order = decimal_compare(s[1].data[i].value, against->data[i].value);
    return r->spec->categories[i].is_fall_good ? order <= 0 : order >= 0;
}

static reckoning
reckon(const resolving *r, const chart_series *against)
{
    reckoning k = {0};
    const chart_series *s = r->series.at;
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        if (!s[0].data[i].has_value || !s[1].data[i].has_value) {
            k.missing++;
            continue;
        }
        k.n++;
        k.done += is_reached(r, i, against);
        k.one = i;
    }
    return k;
}

/* The pace, where it is known of all that are to grow. */
static const chart_series *
held_against(const resolving *r)
{
    const chart_series *s = r->series.at;
    for (size_t i = 0; i < r->spec->n_categories; i++)
        if (s[0].data[i].has_value && s[1].data[i].has_value &&
            !r->spec->categories[i].is_fall_good &&
            (r->series.n <= 3 || !s[3].data[i].has_value))
            return &s[0];
    return r->series.n > 3 ? &s[3] : &s[0];
}

static slice
finding_of_one(const resolving *r, size_t i)
{
    arena *a = r->draft->arena;
    const chart_category *c = &r->spec->categories[i];
    if (c->is_fall_good)
        return slice_printf(a, "%.*s%s", SLICE_ARGS(c->name),
                            is_reached(r, i, &r->series.at[0])
                                ? "控制在年度目标以内"
                                : "超过年度控制目标");
    return slice_printf(a, "%.*s完成年度目标的%.*s", SLICE_ARGS(c->name),
                        SLICE_ARGS(r->series.at[2].data[i].label));
}

static slice
finding_of_many(arena *a, const reckoning *k, const char *done,
                const char *none)
{
    if (k->done == k->n)
        return slice_printf(a, "%zu项年度目标全部%s", k->n, done);
    if (k->done == 0)
        return slice_printf(a, "%zu项年度目标%s", k->n, none);
    return slice_printf(a, "%zu项年度目标中%zu项%s", k->n, k->done, done);
}

/* How the figures stand to the time gone by, or to the targets; what is
 * missing is counted apart. */
static slice
finding_of_targets(const resolving *r)
{
    arena *a = r->draft->arena;
    const chart_series *against = held_against(r);
    bool is_pace = against != &r->series.at[0];
    reckoning k = reckon(r, against);
    if (k.n == 0)
        return SLICE_OF("年度目标完成情况");
    slice found = k.n == 1 ? finding_of_one(r, k.one)
                  : is_pace ? finding_of_many(a, &k, "达到时间进度",
                                              "均未达到时间进度")
                            : finding_of_many(a, &k, "完成", "均未完成");
    if (k.missing == 0)
        return found;
    return slice_printf(a, "%.*s，%zu项缺数", SLICE_ARGS(found), k.missing);
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
