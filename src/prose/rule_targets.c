/* What is said of a target and of an average: C14 and C16. A target that is
 * said to be passed must be; an average times the count must be the total. */
#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* ── 超额完成 ── */

static const jb_decimal WHOLE = {100, 0};

/* 完成年度目标的98.5%, 占任务的98%: a completion, not a change. */
static bool
is_completion(const inspection *in, const claim *c)
{
    size_t at;
    slice lead = rule_lead(in, c);
    return c->kind == CLAIM_LEVEL && c->figure->sort == FIGURE_PERCENT &&
           c->figure->quantity.bound == BOUND_EXACT &&
           (slice_ends_with(lead, SLICE_OF("的")) ||
            slice_ends_with(lead, SLICE_OF("完成")) ||
            slice_ends_with(lead, SLICE_OF("率"))) &&
           (lexicon_find(lead, LEXICON_AIM, &at) != NULL ||
            slice_find(lead, SLICE_OF("完成")) < lead.len);
}

static void
report_unmet(const inspection *in, size_t at, const lexicon_word *word,
             const claim *c)
{
    diag_report(in->diags, &PROSE_TARGET_UNMET,
                rule_span(in, at, at + word->text.len), word->text,
                rule_figure_text(in, c->figure));
    diags_relate(in->diags, rule_figure_span(in, c->figure),
                 SLICE_OF("这里的数"));
}

/* 超额完成100亿元的年度目标: what follows is the target. */
static const claim *
target_behind(const inspection *in, const rule_stretch *s, size_t end)
{
    size_t at;
    for (size_t i = 0; i < s->n; i++) {
        const claim *c = &s->at[i];
        slice between = c->figure->first < end
                            ? SLICE_OF("")
                            : rule_text(in, end, c->figure->first);
        if (c->figure->first < end || slice_find(between, SLICE_OF("，")) <
                                          between.len)
            continue;
        slice rest = rule_sentence_rest(in, c);
        bool is_aim = lexicon_find(rest, LEXICON_AIM, &at) != NULL &&
                      at <= strlen("的年度全年既定");
        bool is_level = c->figure->sort == FIGURE_QUANTITY;
        return is_aim && is_level ? c : NULL;
    }
    return NULL;
}

static bool
is_below(const claim *c, const claim *target)
{
    jb_quantity a = c->figure->quantity, b = target->figure->quantity;
    return c->kind == CLAIM_LEVEL && c != target &&
           c->figure->sort == FIGURE_QUANTITY && a.bound == BOUND_EXACT &&
           unit_is_same_base(a.unit, b.unit) && level_align(&a, &b) &&
           decimal_compare(a.value, b.value) < 0;
}

/* The level right before the words, which they speak of. */
static const claim *
level_before(const rule_stretch *s, size_t at)
{
    for (size_t i = s->n; i-- > 0;)
        if (s->at[i].figure->last <= at && s->at[i].kind == CLAIM_LEVEL &&
            s->at[i].figure->sort == FIGURE_QUANTITY)
            return &s->at[i];
    return NULL;
}

/* 力争超额完成, 有望提前完成: nothing is said to be done. */
static bool
is_hoped(const inspection *in, const clause *own, size_t at)
{
    size_t found;
    slice lead = clause_near_end(rule_text(in, own->first, at));
    return lexicon_find(lead, LEXICON_GOAL, &found) != NULL ||
           lexicon_find(lead, LEXICON_EXPECTED, &found) != NULL;
}

/* 甲县、乙区提前超额完成: said of some, not of what the figures before tell. */
static bool
is_of_others(const inspection *in, const clause *own, size_t at)
{
    static const slice whole[] = {SLICE("全"), SLICE("我"), SLICE("本"),
                                  SLICE("均"), SLICE("都")};
    static const slice manner[] = {SLICE("提前"), SLICE("已"), SLICE("均"),
                                   SLICE("都"), SLICE("全部")};
    slice lead = slice_trim(rule_text(in, own->first, at));
    lead = slice_without_ends(lead, manner, sizeof manner / sizeof *manner);
    bool is_place = lexicon_end(lead, LEXICON_EXCLUSIVE) != NULL;
    return !slice_has_digit(lead) &&
           !slice_starts_with_any(lead, whole,
                                  sizeof whole / sizeof *whole) &&
           (slice_has(lead, "、") || is_place);
}

/* Whether metrics are named in the sentence, and none of them has a target. */
static bool
lacks_targets(const inspection *in, slice sentence)
{
    bool is_named = false;
    const jb_metrics *m =
        in->facts == NULL ? NULL : facts_metrics(in->facts);
    for (size_t i = 0; m != NULL && i < metrics_count(m); i++) {
        slice name = metrics_at(m, i)->name.text;
        if (slice_find(sentence, name) == sentence.len)
            continue;
        is_named = true;
        if (facts_lookup(in->facts, i, FACT_TARGET, 0)->is_known)
            return false;
    }
    return is_named;
}

static void
check_passed(const inspection *in, size_t at, const lexicon_word *word)
{
    size_t own = clause_at(&in->clauses, at);
    if (own == in->clauses.n || is_hoped(in, &in->clauses.at[own], at) ||
        is_of_others(in, &in->clauses.at[own], at))
        return;
    rule_stretch s = rule_sentence_claims(in, in->clauses.at[own].sentence);
    for (size_t i = 0; i < s.n; i++)
        if (is_completion(in, &s.at[i]) &&
            decimal_compare(s.at[i].figure->quantity.value, WHOLE) < 0) {
            report_unmet(in, at, word, &s.at[i]);
            return;
        }
    const clause *c = &in->clauses.at[own];
    if (lacks_targets(in, rule_text(in, c->sentence_first,
                                    c->sentence_last)))
        diag_report(in->diags, &PROSE_TARGET_ABSENT,
                    rule_span(in, at, at + word->text.len), word->text);
    const claim *target = target_behind(in, &s, at + word->text.len);
    const claim *level = level_before(&s, at);
    if (target != NULL && level != NULL && is_below(level, target))
        report_unmet(in, at, word, level);
}

/* 完成全年目标的103.2%，未完成年度任务: the clause behind denies what the figure
 * says. */
static void
check_denied(const inspection *in, size_t i)
{
    static const slice words[] = {SLICE("未完成"), SLICE("未能完成"),
                                  SLICE("没有完成"), SLICE("尚未完成")};
    const claim *c = &in->claims.at[i];
    size_t next = c->clause + 1, found;
    if (!is_completion(in, c) || next >= in->clauses.n ||
        in->clauses.at[next].sentence != c->sentence ||
        decimal_compare(c->figure->quantity.value, WHOLE) < 0)
        return;
    const clause *own = &in->clauses.at[next];
    slice text = clause_near_start(rule_text(in, own->first, own->last));
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (slice_starts_with(text, words[k]) &&
            lexicon_find(text, LEXICON_AIM, &found) != NULL &&
            rule_is_typed(in, own->first, own->first + words[k].len)) {
            diag_report(in->diags, &PROSE_TARGET_UNMET,
                        rule_span(in, own->first,
                                  own->first + words[k].len),
                        words[k], rule_figure_text(in, c->figure));
            diags_relate(in->diags, rule_figure_span(in, c->figure),
                         SLICE_OF("这里的数"));
            return;
        }
}

void
rule_targets(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++)
        check_denied(in, i);
    slice text = in->passage.text;
    size_t from = 0, at;
    const lexicon_word *word;
    while (rule_has_room(in) &&
           (word = lexicon_find(slice_cut(text, from, text.len),
                                LEXICON_PASSED, &at)) != NULL) {
        if (rule_is_typed(in, from + at, from + at + word->text.len))
            check_passed(in, from + at, word);
        from += at + word->text.len;
    }
}

/* ── 户均 ── */

/* An average names what it is of: 户均 of 户, 平均每家 and 家均 of 家. */
static bool
is_average_of(const inspection *in, const claim *average, slice counted)
{
    slice lead = rule_lead(in, average);
    static const char *const before[] = {"平均每", "每"}, *const behind = "均";
    if (counted.len == 0)
        return false;
    if (slice_is(counted, "亩") && slice_has(lead, "亩产"))
        return true;
    if (slice_is(counted, "家") && slice_has(lead, "户均"))
        return true;
    if (slice_is(counted, "人次") && (slice_has(lead, "人均消费") ||
                                      slice_has(lead, "人均花费")))
        return true; /* of travellers, each counted as often as they came */
    slice each = slice_join(in->arena, counted, slice_from(behind));
    if (slice_find(lead, each) < lead.len)
        return true;
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        each = slice_join(in->arena, slice_from(before[i]), counted);
        bool is_each = slice_find(lead, each) < lead.len;
        if (is_each && (i == 0 || slice_find(lead, SLICE_OF("平均")) <
                                      lead.len))
            return true;
    }
    return false;
}

static bool
is_plain_level(const claim *c)
{
    return c->kind == CLAIM_LEVEL && c->figure->sort == FIGURE_QUANTITY &&
           c->figure->quantity.bound == BOUND_EXACT && !c->is_expected;
}

/* `c` in its base unit, as a range; a count is what its digits say. */
static bool
range_in_base(const claim *c, level_range *out)
{
    jb_quantity q = c->figure->quantity;
    level_range r = level_range_of(q);
    return r.has_low && r.has_high &&
           decimal_shift(r.low, q.unit.power, &out->low) &&
           decimal_shift(r.high, q.unit.power, &out->high);
}

/* Whether the average times the count can be the total, by the ranges that
 * their digits leave open. */
static bool
agrees(const claim *count, const claim *average, const claim *total)
{
    level_range n, each, all;
    jb_decimal low, high;
    if (!range_in_base(count, &n) || !range_in_base(average, &each) ||
        !range_in_base(total, &all) ||
        !decimal_mul(n.low, each.low, &low) ||
        !decimal_mul(n.high, each.high, &high))
        return true;
    return decimal_compare(low, all.high) <= 0 &&
           decimal_compare(high, all.low) >= 0;
}

static void
report_average(const inspection *in, const claim *count,
               const claim *average, const claim *total)
{
    slice n = rule_figure_text(in, count->figure);
    slice each = rule_figure_text(in, average->figure);
    diag_report(in->diags, &PROSE_AVERAGE_CONTRADICTS,
                rule_figure_span(in, average->figure), each, n,
                rule_figure_text(in, total->figure));
    diags_relate(in->diags, rule_figure_span(in, total->figure),
                 SLICE_OF("总数在这里"));
}

/* The count nearest to the average and the total in its unit, of its sentence,
 * before it or behind; none when two totals could be meant. */
static void
check_average(const inspection *in, size_t i)
{
    const claim *average = &in->claims.at[i], *count = NULL, *total = NULL;
    rule_stretch all = rule_sentence_claims(in, average->sentence);
    for (size_t k = all.n; k-- > 0;) {
        const claim *c = &all.at[k];
        if (c == average || !is_plain_level(c))
            continue;
        jb_unit unit = c->figure->quantity.unit;
        if (unit_is_same_base(unit, average->figure->quantity.unit)) {
            if (total != NULL)
                return;
            total = c;
        } else if (is_average_of(in, average, unit.base) &&
                   (count == NULL || count > average)) {
            if (count != NULL && slice_is(unit.base, "人次"))
                return; /* 其中过夜游客: which of the two, none can say */
            count = c;
        }
    }
    if (count != NULL && total != NULL && !agrees(count, average, total))
        report_average(in, count, average, total);
}

void
rule_averages(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++)
        if (is_plain_level(&in->claims.at[i]) &&
            rule_is_typed(in, in->claims.at[i].figure->first,
                          in->claims.at[i].figure->last))
            check_average(in, i);
}

/* ── 达到4070亿元，比计划目标3000亿元超过1070亿元 ── */

/* The level before the claim in its sentence that has its unit. */
static const claim *
reached_before(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *before = &in->claims.at[k];
        if (before->sentence != c->sentence)
            return NULL;
        if (before->kind == CLAIM_LEVEL && !before->is_aside &&
            before->figure->quantity.bound == BOUND_EXACT &&
            unit_is_same_base(before->figure->quantity.unit,
                              c->figure->quantity.unit))
            return before;
    }
    return NULL;
}

/* 比计划目标3000亿元: an amount that was aimed at, with what was reached over
 * it in the same clause. */
static bool
is_passed_aim(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    size_t at;
    slice lead = slice_trim(rule_lead(in, c));
    if (i + 1 == in->claims.n || c[1].clause != c->clause ||
        c->figure->sort != FIGURE_QUANTITY ||
        c[1].figure->sort != FIGURE_QUANTITY ||
        lexicon_start(lead, LEXICON_AGAINST) == NULL ||
        lexicon_find(lead, LEXICON_AIM, &at) == NULL)
        return false;
    slice between = rule_text(in, c->figure->last, c[1].figure->digits);
    return slice_is(between, "超过") || slice_is(between, "超额") ||
           slice_is(between, "超") || slice_is(between, "多");
}

static void
check_over(const inspection *in, size_t i)
{
    const claim *aim = &in->claims.at[i], *over = aim + 1;
    const claim *reached = reached_before(in, i);
    if (reached == NULL)
        return;
    jb_quantity a = reached->figure->quantity, b = aim->figure->quantity;
    jb_quantity c = over->figure->quantity;
    jb_decimal wanted, off;
    if (!level_align(&a, &b) || !decimal_sub(a.value, b.value, &wanted))
        return;
    a.value = wanted;
    if (!level_align(&a, &c) || !decimal_sub(a.value, c.value, &off))
        return;
    if (decimal_sign(off) == 0 || rule_may_differ(a.value, c.value) ||
        !rule_is_typed(in, over->figure->first, over->figure->last))
        return;
    slice x = number_text(in->arena, reached->figure->quantity.value);
    slice y = number_text(in->arena, aim->figure->quantity.value);
    slice z = number_text(in->arena, wanted);
    diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                rule_figure_span(in, over->figure),
                rule_figure_text(in, over->figure),
                slice_printf(in->arena, "%.*s − %.*s = %.*s", SLICE_ARGS(x),
                             SLICE_ARGS(y), SLICE_ARGS(z)));
}

/* ── 完成全年目标的56.6%，超时序进度6.6个百分点 ── */

/* How far the year has gone, in percent: 50 in 上半年. */
static void
check_schedule(const inspection *in, size_t i)
{
    static const slice words[] = {SLICE("超时序进度"), SLICE("超过时序进度"),
                                  SLICE("快于时序进度"),
                                  SLICE("高于时序进度")};
    const claim *c = &in->claims.at[i], *done = c - 1;
    slice lead = slice_trim(rule_lead(in, c));
    bool is_ahead = false;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        is_ahead = is_ahead || slice_equal(lead, words[k]);
    if (i == 0 || !is_ahead || c->figure->sort != FIGURE_POINTS ||
        done->clause + 1 != c->clause || !is_completion(in, done))
        return;
    size_t k = i - 1; /* 全年 is of the aim, not of what was done */
    while (k > 0 && in->claims.at[k].figure->sort != FIGURE_QUANTITY)
        k--;
    int months = setting_months(in, setting_from_claim(in, k));
    jb_decimal gone, by, twelve = {12, 0}, part = {months * 100, 0};
    jb_decimal said = done->figure->quantity.value;
    if (months <= 0 || months >= 12 ||
        !decimal_div(part, twelve, 1, DECIMAL_HALF_UP, &gone) ||
        !decimal_sub(said, gone, &by) ||
        rule_may_differ(by, c->figure->quantity.value) ||
        !rule_is_typed(in, c->figure->first, c->figure->last))
        return;
    diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                rule_figure_span(in, c->figure),
                rule_figure_text(in, c->figure),
                rule_difference_text(in, said, gone, by));
}

void
rule_over_aims(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++)
        if (is_passed_aim(in, i))
            check_over(in, i);
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++)
        check_schedule(in, i);
}
