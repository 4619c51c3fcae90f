/* target: the level aimed at, what has been done, and the completion. A
 * metric without a target is shown with "—" in its place. */
#include "facts/aim.h"
#include "prose/goal.h"
#include "prose/number.h"
#include "prose/phrase.h"
#include "report/resolve.h"

/* What counts toward the target: the figure to date where that of the report
 * is but a month or a quarter of the year. */
static const jb_fact *
done_by_now(const resolving *r, size_t metric)
{
    const jb_fact *now = resolve_current(r, metric);
    bool is_open = now->quantity.status == STATUS_EXPECTED;
    return draft_fact(r->draft, metric, FACT_COMPLETION)->is_to_date &&
                           !is_open
                   ? draft_fact(r->draft, metric, FACT_TO_DATE)
                   : now;
}

/* How a figure stands to its target. */
static aim_state
state_of(const resolving *r, size_t metric)
{
    const jb_fact *now = done_by_now(r, metric);
    const jb_fact *aim = draft_fact(r->draft, metric, FACT_TARGET);
    return aim_of(now->quantity, aim->quantity,
                  draft_metric(r->draft, metric)->is_fall_good);
}

static chart_datum
words_datum(slice words)
{
    return (chart_datum){.label = words};
}

/* A ceiling is kept or passed, a rate reached or not: there is nothing to
 * complete. */
static chart_datum
kept_datum(const resolving *r, size_t metric)
{
    bool is_ceiling = draft_metric(r->draft, metric)->is_fall_good;
    if (!draft_fact(r->draft, metric, FACT_TARGET)->is_known ||
        !done_by_now(r, metric)->is_known)
        return resolve_missing();
    switch (state_of(r, metric)) {
    case AIM_MET:
        return words_datum(is_ceiling ? SLICE_OF("目标以内")
                                      : SLICE_OF("达到目标"));
    case AIM_MISSED:
        return words_datum(is_ceiling ? SLICE_OF("超过目标")
                                      : SLICE_OF("未达目标"));
    default:
        return words_datum(SLICE_OF("未定"));
    }
}

/* 高0.11个百分点: a share is not done by degrees, so it is told by its distance
 * as in the sentence 比全年目标高0.11个百分点. */
static chart_datum
share_datum(const resolving *r, size_t metric)
{
    slice aim = SLICE_OF("全年目标");
    slice words = goal_words(r->draft->arena, r->draft->facts, metric);
    size_t at = slice_find(words, aim);
    bool is_distance = slice_ends_with(slice_cut(words, 0, at),
                                       SLICE_OF("比")) ||
                       slice_ends_with(words, SLICE_OF("持平"));
    return is_distance && at < words.len
                   ? words_datum(slice_cut(words, at + aim.len, words.len))
                   : kept_datum(r, metric);
}

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
    const metrics_metric *m = draft_metric(r->draft, metric);
    if (m->is_fall_good)
        return kept_datum(r, metric);
    if (m->unit.kind == UNIT_PERCENT)
        return share_datum(r, metric);
    if (goal_is_no_ratio(r->draft->facts, metric))
        return kept_datum(r, metric);
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

/* What does not pile up in a year is not to be reached by degrees: rates,
 * intensities and ceilings. */
static bool
has_pace(const metrics_metric *m)
{
    return !m->is_fall_good && decimal_sign(m->target.value) > 0 &&
           m->unit.kind != UNIT_PERCENT && !slice_has(m->unit.name, "/");
}

/* Months of the year gone by when the figure was taken; 0 when it is a whole
 * year's, or does not count from January. */
static int
months_gone(const resolving *r, size_t metric)
{
    const metrics_metric *m = draft_metric(r->draft, metric);
    bool is_to_date = done_by_now(r, metric)->kind == FACT_TO_DATE;
    jb_period p = is_to_date ? m->to_date_until : m->period;
    if (!has_pace(m) || !period_is_set(p) || p.first_year != p.last_year ||
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

/* How many are known, done, and left open; and what of them is expected. */
typedef struct reckoning {
    size_t n, done, open, missing, expected;
    size_t full;  /* done for the whole year, ahead of the time gone by */
    size_t apart, apart_done; /* beside a pace: those that have none */
    bool are_ceilings;
    size_t one; /* the last that is known */
    bool is_pace;
} reckoning;

/* Held against the time gone by, where the figure has a pace to keep. */
static aim_state
reached(const resolving *r, size_t i, bool by_pace)
{
    const chart_series *s = r->series.at;
    size_t metric = r->spec->categories[i].metric;
    if (!by_pace || r->series.n <= 3 || !s[3].data[i].has_value)
        return state_of(r, metric);
    jb_quantity now = done_by_now(r, metric)->quantity, pace = now;
    pace.value = s[3].data[i].value;
    pace.unit = draft_fact(r->draft, metric, FACT_TARGET)->quantity.unit;
    pace.bound = BOUND_EXACT;
    return aim_of(now, pace, false);
}

static bool
is_known(const resolving *r, size_t i)
{
    const chart_series *s = r->series.at;
    return s[0].data[i].has_value && s[1].data[i].has_value;
}

/* The pace is spoken of where all that could have one do. */
static bool
all_have_pace(const resolving *r)
{
    const chart_series *s = r->series.at;
    size_t n = 0;
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        size_t metric = r->spec->categories[i].metric;
        if (!is_known(r, i) || !has_pace(draft_metric(r->draft, metric)))
            continue;
        if (r->series.n <= 3 || !s[3].data[i].has_value)
            return false;
        n++;
    }
    return n > 0;
}

static reckoning
reckon(const resolving *r)
{
    reckoning k = {.is_pace = all_have_pace(r), .are_ceilings = true};
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        if (!is_known(r, i)) {
            k.missing++;
            continue;
        }
        size_t metric = r->spec->categories[i].metric;
        const metrics_metric *m = draft_metric(r->draft, metric);
        if (k.is_pace && !has_pace(m)) {
            k.apart++;
            k.apart_done += state_of(r, metric) == AIM_MET;
            continue;
        }
        aim_state state = reached(r, i, k.is_pace);
        k.n++;
        k.full += k.is_pace && state_of(r, metric) == AIM_MET;
        k.are_ceilings = k.are_ceilings && m->is_fall_good;
        k.one = i;
        k.done += state == AIM_MET;
        k.open += state == AIM_OPEN;
        k.expected += done_by_now(r, metric)->quantity.status ==
                      STATUS_EXPECTED;
    }
    return k;
}

static slice
finding_of_one(const resolving *r, size_t i)
{
    arena *a = r->draft->arena;
    const chart_category *c = &r->spec->categories[i];
    slice words = goal_words(a, r->draft->facts, c->metric);
    return slice_join(a, c->name, words);
}

static slice
finding_of_many(arena *a, const reckoning *k, const char *done,
                const char *none)
{
    const char *tense = k->expected > 0 ? "预计" : "";
    if (k->done == k->n)
        return slice_printf(a, "%zu项年度目标%s全部%s", k->n, tense, done);
    if (k->done == 0 && k->open == 0)
        return slice_printf(a, "%zu项年度目标%s%s", k->n, tense, none);
    return slice_printf(a, "%zu项年度目标中%s%zu项%s", k->n, tense, k->done,
                        done);
}

/* ，不按进度计的2项中1项达到目标: of those that have no pace. */
static slice
words_apart(arena *a, const reckoning *k)
{
    if (k->apart == 0)
        return (slice){NULL, 0};
    if (k->apart_done == 0)
        return slice_printf(a, "，另%zu项不按进度计", k->apart);
    if (k->apart_done == k->apart)
        return slice_printf(a, "，不按进度计的%zu项达到目标", k->apart);
    return slice_printf(a, "，不按进度计的%zu项中%zu项达到目标", k->apart,
                        k->apart_done);
}

/* How the figures stand to the time gone by, or to the targets; what is
 * missing or left open is counted apart. */
static slice
finding_of_targets(const resolving *r)
{
    arena *a = r->draft->arena;
    reckoning k = reckon(r);
    if (k.n == 0)
        return SLICE_OF("年度目标完成情况");
    slice found =
        k.n == 1         ? finding_of_one(r, k.one)
        : k.is_pace      ? finding_of_many(a, &k, "达到时间进度",
                                           "均未达到时间进度")
        : k.are_ceilings ? finding_of_many(a, &k, "控制在目标以内",
                                           "均超过控制目标")
                         : finding_of_many(a, &k, "完成", "均未完成");
    if (k.n > 1 && k.full > 0)
        found = slice_printf(a, "%.*s，其中%zu项已完成全年目标",
                             SLICE_ARGS(found), k.full);
    found = slice_join(a, found, words_apart(a, &k));
    if (k.n > 1 && k.open > 0)
        found = slice_printf(a, "%.*s，%zu项未定", SLICE_ARGS(found), k.open);
    if (k.missing == 0)
        return found;
    return slice_printf(a, "%.*s，%zu项缺数", SLICE_ARGS(found), k.missing);
}

static bool
has_expected(const resolving *r)
{
    for (size_t i = 0; i < r->spec->n_categories; i++)
        if (done_by_now(r, r->spec->categories[i].metric)
                ->quantity.status == STATUS_EXPECTED)
            return true;
    return false;
}

/* 2025年1—10月 where all that is drawn is to date, 2025年10月 else. */
static slice
period_done(const resolving *r)
{
    jb_period until = {0};
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        size_t metric = r->spec->categories[i].metric;
        until = draft_metric(r->draft, metric)->to_date_until;
        if (done_by_now(r, metric)->kind != FACT_TO_DATE ||
            !period_is_set(until))
            return resolve_period(r);
    }
    return period_name(r->draft->arena, until);
}

bool
resolve_target(resolving *r)
{
    draft *d = r->draft;
    size_t n_known = 0;
    slice now = period_done(r);
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
        current[i] = resolve_level(r, done_by_now(r, metric));
        done[i] = completion_datum(r, metric);
    }
    resolve_pace(r, target);
    r->spec->title = finding_of_targets(r);
    r->spec->subtitle = slice_printf(d->arena, "%.*s%s与全年目标",
                                     SLICE_ARGS(now),
                                     has_expected(r) ? "预计完成数" : "完成数");
    return n_known > 0;
}
