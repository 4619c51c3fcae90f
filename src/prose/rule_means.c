/* How far a metric is said to lie from the mean of a wider area, or from its
 * aim, against its facts: 高于全省平均0.4个百分点, 低于控制目标0.4个百分点. */
#include "facts/level.h"
#include "prose/match.h"
#include "prose/means.h"
#include "prose/phrase.h"

typedef struct side_word {
    slice text;
    int side;
} side_word;

/* 高于X */
static measure
measure_first(slice lead)
{
    static const side_word words[] = {
        {SLICE("高于"), 1},  {SLICE("快于"), 1},  {SLICE("多于"), 1},
        {SLICE("低于"), -1}, {SLICE("慢于"), -1}, {SLICE("少于"), -1},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t at = slice_find(lead, words[i].text);
        if (at < lead.len)
            return (measure){slice_cut(lead, 0, at),
                             slice_skip(lead, at + words[i].text.len),
                             words[i].side};
    }
    return (measure){{NULL, 0}, {NULL, 0}, 0};
}

/* 比X高 */
measure
means_of(slice lead)
{
    static const side_word ends[] = {
        {SLICE("高出"), 1}, {SLICE("高"), 1},  {SLICE("快"), 1},
        {SLICE("多"), 1},   {SLICE("低"), -1}, {SLICE("慢"), -1},
        {SLICE("少"), -1},
    };
    static const slice joints[] = {SLICE("比"), SLICE("较")};
    lead = slice_trim(lead);
    measure found = measure_first(lead);
    for (size_t i = 0; found.side == 0 && i < 2; i++)
        for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
            size_t at = slice_find(lead, joints[i]);
            if (at == lead.len || !slice_ends_with(lead, ends[k].text))
                continue;
            slice other = slice_cut(lead, at + joints[i].len,
                                    lead.len - ends[k].text.len);
            found = (measure){slice_cut(lead, 0, at), other, ends[k].side};
            break;
        }
    return found;
}

/* 全年控制目标, but nothing that a name follows. */
static bool
is_aim(slice s)
{
    static const slice ends[] = {SLICE("目标"), SLICE("目标值"),
                                 SLICE("目标任务"), SLICE("控制数")};
    return s.len <= 10 * strlen("一") &&
           slice_ends_with_any(s, ends, sizeof ends / sizeof *ends);
}

bool
means_is_distance(const inspection *in, const claim *c)
{
    measure m = means_of(rule_lead(in, c));
    return m.side != 0 && (is_aim(m.other) || slice_has(m.other, "平均"));
}

bool
means_may_differ(jb_decimal by, jb_decimal points, bool is_derived)
{
    return is_derived ? rule_may_differ(by, points)
                      : decimal_compare(
                            decimal_round(decimal_abs(by), points.scale,
                                          DECIMAL_HALF_UP),
                            decimal_abs(points)) == 0;
}

/* ── of what ── */

/* 全省平均水平 of 全省. */
static bool
is_mean_of(slice other, slice scope)
{
    static const slice rests[] = {
        SLICE(""),         SLICE("平均"),     SLICE("平均水平"),
        SLICE("水平"),     SLICE("增速"),     SLICE("平均增速"),
        SLICE("平均增幅"), SLICE("平均值"),   SLICE("平均数"),
    };
    slice rest = slice_skip(other, scope.len);
    if (scope.len == 0 || !slice_starts_with(other, scope))
        return false;
    for (size_t i = 0; i < sizeof rests / sizeof *rests; i++)
        if (slice_equal(rest, rests[i]))
            return true;
    return false;
}

static slice
without_pace(slice s)
{
    static const slice ends[] = {SLICE("增速"), SLICE("增幅"), SLICE("涨幅"),
                                 SLICE("同比"), SLICE("的")};
    s = slice_without_ends(s, ends, sizeof ends / sizeof *ends);
    return s;
}

/* The claim whose subject is meant: the nearest before it in its sentence that
 * has one; the claim itself where its clause names something. */
static size_t
spoken_by(const inspection *in, size_t i, slice name)
{
    const claim *c = &in->claims.at[i];
    if (name.len > 0)
        return i;
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *before = &in->claims.at[k];
        if (before->sentence != c->sentence)
            break;
        if (before->kind != CLAIM_NONE && !before->is_aside &&
            before->subject.len > 0 &&
            without_pace(before->subject).len > 0)
            return k;
    }
    return SIZE_MAX;
}

static bool
is_told_now(const inspection *in, size_t i, size_t spoken, size_t metric)
{
    match m = {.in = in, .claim = &in->claims.at[i], .index = metric,
               .metric = metrics_at(facts_metrics(in->facts), metric)};
    const claim *said = &in->claims.at[spoken];
    m.own = setting_from_claim(in, spoken);
    slice place = metrics_document_of(facts_metrics(in->facts))->place.text;
    bool is_elsewhere = m.own.label.len > 0 &&
                        !slice_equal(m.own.label, place);
    return !is_elsewhere && !m.own.is_goal && !said->is_expected &&
           !in->claims.at[i].is_expected && !setting_leaves_out(m.own) &&
           (spoken == i || m.own.scope.len == 0 ||
            !slice_is(m.own.scope, "全国")) &&
           match_time_of(&m) == MATCH_OWN_TIME;
}

/* ── right or wrong ── */

static bool
is_told_by(jb_quantity typed, int side, jb_quantity by, bool is_derived)
{
    if (!unit_is_same_base(typed.unit, by.unit) || !level_align(&typed, &by))
        return true;
    return decimal_sign(by.value) * side >= 0 &&
           means_may_differ(by.value, typed.value, is_derived);
}

static void
report(const inspection *in, const claim *c, size_t metric, slice known,
       const jb_fact *fact)
{
    const metrics_metric *m = metrics_at(facts_metrics(in->facts), metric);
    slice lead = slice_trim(rule_lead(in, c));
    measure said = means_of(lead);
    size_t first = c->figure->first - (lead.len - said.name.len);
    const char *what = fact->kind == FACT_MEAN ? "mean" : "target";
    diag_report(in->diags, &PROSE_FIGURE_CONTRADICTS,
                rule_span(in, first, c->figure->last), m->name.text,
                rule_text(in, first, c->figure->last), known,
                slice_printf(in->arena, "{%.*s.%s}", SLICE_ARGS(m->id),
                             what));
    diags_relate(in->diags, fact->span, SLICE_OF("指标数据在这里"));
}

static void
check_mean(const inspection *in, const claim *c, size_t metric, int side)
{
    const jb_fact *mean = facts_lookup(in->facts, metric, FACT_MEAN, 0);
    const jb_fact *growth = facts_lookup(in->facts, metric, FACT_GROWTH, 0);
    const metrics_metric *m = metrics_at(facts_metrics(in->facts), metric);
    bool is_derived = m->mean_is_of_growth && growth->is_derived;
    if (mean->is_known &&
        !is_told_by(c->figure->quantity, side, mean->quantity, is_derived))
        report(in, c, metric,
               phrase_mean(in->arena, mean, m->mean_scope.text,
                           (phrase_options){0}),
               mean);
}

/* A share held against the share aimed at. */
static void
check_aim(const inspection *in, const claim *c, size_t metric, int side)
{
    const jb_fact *aim = facts_lookup(in->facts, metric, FACT_TARGET, 0);
    const jb_fact *value = facts_lookup(in->facts, metric, FACT_VALUE, 0);
    jb_quantity by = aim->quantity;
    if (!aim->is_known || !value->is_known || by.bound != BOUND_EXACT ||
        value->quantity.bound != BOUND_EXACT ||
        by.unit.kind != UNIT_PERCENT ||
        !unit_is_same_base(by.unit, value->quantity.unit) ||
        !decimal_sub(value->quantity.value, by.value, &by.value))
        return;
    by.unit = unit_points_of(by.unit);
    if (!is_told_by(c->figure->quantity, side, by, false))
        report(in, c, metric,
               slice_printf(in->arena, "目标%.*s、完成%.*s",
                            SLICE_ARGS(phrase_level(in->arena, aim->quantity,
                                                    (phrase_options){0})),
                            SLICE_ARGS(phrase_level(in->arena,
                                                    value->quantity,
                                                    (phrase_options){0}))),
               aim);
}

static void
check_measure(const matching *names, size_t i)
{
    const inspection *in = names->in;
    const claim *c = &in->claims.at[i];
    measure said = means_of(rule_lead(in, c));
    if (said.side == 0 || c->kind == CLAIM_NONE || c->is_aside ||
        c->figure->quantity.bound != BOUND_EXACT ||
        !rule_is_typed(in, c->figure->first, c->figure->last))
        return;
    slice name = without_pace(slice_trim(said.name));
    size_t spoken = spoken_by(in, i, name);
    if (spoken == SIZE_MAX)
        return;
    if (spoken != i)
        name = without_pace(in->claims.at[spoken].subject);
    size_t metric = matching_metric_named(names, name);
    if (metric == SIZE_MAX || !is_told_now(in, i, spoken, metric))
        return;
    const metrics_metric *m = metrics_at(facts_metrics(in->facts), metric);
    if (is_mean_of(said.other, m->mean_scope.text))
        check_mean(in, c, metric, said.side);
    else if (is_aim(said.other))
        check_aim(in, c, metric, said.side);
}

void
rule_means(const inspection *in)
{
    if (in->facts == NULL)
        return;
    matching names = matching_from_inspection(in);
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++)
        check_measure(&names, i);
}
