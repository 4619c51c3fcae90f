#include "prose/goal.h"

#include "facts/aim.h"
#include "facts/level.h"
#include "prose/number.h"
#include "prose/phrase.h"

/* What is told, and what it is held against. */
typedef struct goal_case {
    arena *arena;
    const metrics_metric *metric;
    const jb_fact *done, *target, *completion;
} goal_case;

static goal_case
case_of(arena *a, const jb_facts *facts, size_t metric)
{
    const jb_fact *done = facts_lookup(facts, metric, FACT_VALUE, 0);
    if (!done->is_known)
        done = facts_lookup(facts, metric, FACT_TO_DATE, 0);
    return (goal_case){a, metrics_at(facts_metrics(facts), metric), done,
                      facts_lookup(facts, metric, FACT_TARGET, 0),
                      facts_lookup(facts, metric, FACT_COMPLETION, 0)};
}

static const char *
tense(const jb_quantity *q)
{
    return q->status == STATUS_EXPECTED ? "预计" : "";
}

static slice
target_text(const goal_case *c)
{
    return phrase_level(c->arena, c->target->quantity, (phrase_options){0});
}

/* The distance of the two, without a sign; false when they have none. */
static bool
gap_of(const goal_case *c, slice *out, int *sign)
{
    jb_quantity done = c->done->quantity, aim = c->target->quantity;
    if (!level_align(&done, &aim) ||
        !decimal_sub(done.value, aim.value, &done.value))
        return false;
    *sign = decimal_sign(done.value);
    slice unit = done.unit.kind == UNIT_PERCENT
                         ? unit_points_of(done.unit).name
                         : done.unit.name;
    *out = slice_join(c->arena,
                      number_text(c->arena, decimal_abs(done.value)), unit);
    return true;
}

static slice
open_words(const goal_case *c, const char *what)
{
    return slice_printf(c->arena, "全年%s为%.*s", what,
                        SLICE_ARGS(target_text(c)));
}

/* 控制在全年目标5.5%以内, 超过全年控制目标0.1个百分点 */
static slice
ceiling_words(const goal_case *c)
{
    const jb_quantity *done = &c->done->quantity;
    slice gap;
    int sign;
    aim_state state = aim_of(*done, c->target->quantity, true);
    if (state == AIM_OPEN || !gap_of(c, &gap, &sign))
        return open_words(c, "控制目标");
    if (state == AIM_MET)
        return slice_printf(c->arena, "%s控制在全年目标%.*s以内",
                            tense(done), SLICE_ARGS(target_text(c)));
    slice by = done->bound == BOUND_EXACT ? gap : target_text(c);
    return slice_printf(c->arena, "%s超过全年控制目标%.*s", tense(done),
                        SLICE_ARGS(by));
}

/* 比全年目标高1.2个百分点 */
static slice
share_words(const goal_case *c)
{
    const jb_quantity *done = &c->done->quantity;
    slice gap;
    int sign;
    if (done->bound != BOUND_EXACT || !gap_of(c, &gap, &sign))
        return open_words(c, "目标");
    if (sign == 0)
        return slice_printf(c->arena, "%s与全年目标持平", tense(done));
    return slice_printf(c->arena, "%s比全年目标%s%.*s", tense(done),
                        sign > 0 ? "高" : "低", SLICE_ARGS(gap));
}

/* 98.7%, 102%左右, 107.1%以上 */
static slice
ratio_text(const goal_case *c)
{
    static const char *const AFTER[] = {
        [BOUND_EXACT] = "", [BOUND_AT_LEAST] = "以上",
        [BOUND_ABOVE] = "以上", [BOUND_AT_MOST] = "以内",
        [BOUND_APPROXIMATE] = "左右"};
    _Static_assert(sizeof AFTER / sizeof *AFTER == BOUND_COUNT,
                   "words for each bound");
    jb_quantity q = c->completion->quantity;
    slice digits = number_text(c->arena, q.value);
    return slice_printf(c->arena, "%.*s%%%s", SLICE_ARGS(digits),
                        AFTER[q.bound]);
}

static slice
completion_words(const goal_case *c)
{
    const jb_quantity *q = &c->completion->quantity;
    const jb_period *p = c->completion->is_to_date
                                 ? &c->metric->to_date_until
                                 : &c->metric->period;
    bool is_from_start = !period_is_set(*p) || p->first_month == 1;
    const jb_decimal all = {100, 0};
    if (is_from_start && q->bound == BOUND_EXACT &&
        decimal_compare(q->value, all) == 0)
        return slice_printf(c->arena, "%s完成全年目标", tense(q));
    return slice_printf(c->arena, "%s%s全年目标的%.*s", tense(q),
                        is_from_start ? "完成" : "相当于",
                        SLICE_ARGS(ratio_text(c)));
}

bool
goal_is_no_ratio(const jb_facts *facts, size_t metric)
{
    goal_case c = case_of(NULL, facts, metric);
    return c.target->is_known && c.done->is_known &&
           (decimal_sign(c.target->quantity.value) <= 0 ||
            decimal_sign(c.done->quantity.value) < 0);
}

slice
goal_words(arena *a, const jb_facts *facts, size_t metric)
{
    goal_case c = case_of(a, facts, metric);
    if (!c.target->is_known || !c.done->is_known)
        return (slice){NULL, 0};
    if (c.metric->is_fall_good)
        return ceiling_words(&c);
    if (c.metric->unit.kind == UNIT_PERCENT ||
        goal_is_no_ratio(facts, metric))
        return share_words(&c);
    return c.completion->is_known ? completion_words(&c)
                                  : (slice){NULL, 0};
}

const jb_fact *
goal_fact(const jb_facts *facts, size_t metric)
{
    const jb_fact *completion =
        facts_lookup(facts, metric, FACT_COMPLETION, 0);
    return completion->is_known
                   ? completion
                   : facts_lookup(facts, metric, FACT_TARGET, 0);
}
