/* Changes against each other and against what they are of: signs, doubling,
 * points, forecasts. */
#include "facts/growth.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/rule.h"
#include "prose/setting.h"

static bool
is_typed_claim(const inspection *in, const claim *c)
{
    return rule_is_typed(in, c->figure->first, c->figure->last);
}

static bool
is_change(const claim *c)
{
    return c->kind == CLAIM_RATE || c->kind == CLAIM_POINTS ||
           c->kind == CLAIM_CHANGE;
}

static slice
rate_text(const inspection *in, jb_decimal rate)
{
    return slice_join(in->arena, number_text(in->arena, rate),
                      SLICE_OF("%"));
}

/* From the change's verb to the end of the figure. */
static size_t
verb_start(const inspection *in, const claim *c)
{
    slice lead = rule_lead(in, c);
    size_t start = c->figure->first - lead.len;
    const lexicon_word *word;
    while ((word = lexicon_end(lead, LEXICON_FILLER)) != NULL)
        lead = slice_cut(lead, 0, lead.len - word->text.len);
    word = lexicon_end(lead, LEXICON_CHANGE);
    return start + lead.len - (word == NULL ? 0 : word->text.len);
}

/* 增长-6.5%, 下降2倍 */
void
rule_signs(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        if (!is_change(c) || c->direction == 0 || !is_typed_claim(in, c))
            continue;
        size_t first = verb_start(in, c);
        slice words = rule_text(in, first, c->figure->last);
        jb_span span = rule_span(in, first, c->figure->last);
        bool is_listed = first == c->figure->first; /* 增速分别为-6.5%、-0.2% */
        slice verb = is_listed ? rule_lead(in, c) : slice_cut(words, 0, 6);
        bool names_rate = slice_has(verb, "增速") || slice_has(verb, "增幅");
        if (decimal_sign(c->figure->quantity.value) < 0 && !names_rate)
            diag_report(in->diags, &PROSE_SIGN_TWICE, span, words);
        else if (c->figure->sort == FIGURE_TIMES && c->direction < 0)
            diag_report(in->diags, &PROSE_FALL_IN_TIMES, span, words);
    }
}

/* ── doubling ── */

/* 翻一番 is +100%; 翻一番多 anything up to 翻两番. A few percent are left to
 * rounding. */
static bool
is_doubling_of(const claim *doubling, jb_decimal rate)
{
    jb_decimal slack = {5, 0}, low = doubling->rate, high = doubling->rate;
    bool is_open = doubling->figure->quantity.bound == BOUND_ABOVE ||
                   doubling->figure->quantity.bound == BOUND_AT_LEAST;
    decimal_sub(low, slack, &low);
    decimal_add(high, slack, &high);
    if (is_open) {
        jb_decimal step = {100, 0};
        decimal_add(doubling->rate, doubling->rate, &high);
        decimal_add(high, step, &high);
    }
    return decimal_compare(rate, low) >= 0 &&
           decimal_compare(rate, high) <= 0;
}

/* From 比, 较 or 与 at the start of the clause to the verb; empty when it
 * starts with none. */
static slice
base_named(const inspection *in, const claim *c)
{
    slice lead = slice_trim(rule_lead(in, c));
    const lexicon_word *word = lexicon_end(lead, LEXICON_CHANGE);
    if (lexicon_start(lead, LEXICON_AGAINST) == NULL)
        return (slice){NULL, 0};
    return slice_cut(lead, 0, lead.len - (word == NULL ? 0 : word->text.len));
}

/* 比上年增长17.3%，比“九五”末翻了一番: each has its own base. */
static bool
has_other_base(const inspection *in, const claim *a, const claim *b)
{
    slice x = base_named(in, a), y = base_named(in, b);
    return x.len > 0 && y.len > 0 && a->clause != b->clause &&
           !slice_equal(x, y);
}

/* 五年来…翻了两番, 比2015年翻了一番: over more than the last year. */
static bool
spans_years(const inspection *in, const claim *c)
{
    slice base = base_named(in, c);
    if (setting_spans_years(in, c))
        return true;
    return base.len > 0 && !slice_has(base, "上年") &&
           !slice_has(base, "去年") && !slice_has(base, "同期");
}

/* Whether the rate is of a year, and the doubling of several. */
static bool
is_of_other_span(const inspection *in, const claim *c, const claim *rate)
{
    slice lead = rule_lead(in, rate);
    bool is_yearly = slice_has(lead, "年均") || slice_has(lead, "年平均");
    slice base = base_named(in, c);
    bool is_one_base = base.len > 0 && slice_equal(base, base_named(in, rate));
    return is_yearly || (spans_years(in, c) && rate->clause != c->clause &&
                         !is_one_base);
}

static void
check_doubling(const inspection *in, const claim *c, const claim *rate)
{
    if (rate->kind != CLAIM_RATE || rate->sentence != c->sentence ||
        rate->is_expected != c->is_expected ||
        is_of_other_span(in, c, rate) ||
        has_other_base(in, c, rate) || is_doubling_of(c, rate->rate))
        return;
    diag_report(in->diags, &PROSE_DOUBLING_CONTRADICTS,
                rule_figure_span(in, c->figure),
                rule_figure_text(in, c->figure), rate_text(in, c->rate),
                rule_figure_text(in, rate->figure));
    diags_relate(in->diags, rule_figure_span(in, rate->figure),
                 SLICE_OF("增速在这里"));
}

void
rule_doubling(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        if (c->kind != CLAIM_DOUBLING || !is_typed_claim(in, c))
            continue;
        size_t first = i > CLAIM_REACH ? i - CLAIM_REACH : 0;
        for (size_t k = first; k < in->claims.n && k < i + CLAIM_REACH; k++)
            check_doubling(in, c, &in->claims.at[k]);
    }
}

/* ── points ── */

static bool
is_rate_name(slice subject)
{
    return lexicon_end(subject, LEXICON_RATE_NAME) != NULL &&
           lexicon_end(subject, LEXICON_NO_RATE_NAME) == NULL;
}

/* 满意率96.8%，提高1.1%: what is raised is the rate; an amount would grow. */
static bool
is_moved_rate(const inspection *in, const claim *c)
{
    slice lead = rule_lead(in, c);
    return slice_ends_with(c->subject, SLICE_OF("率")) &&
           (slice_ends_with(lead, SLICE_OF("提高")) ||
            slice_ends_with(lead, SLICE_OF("提升")) ||
            slice_ends_with(lead, SLICE_OF("上升")) ||
            slice_ends_with(lead, SLICE_OF("回升")) ||
            slice_ends_with(lead, SLICE_OF("回落")) ||
            slice_ends_with(lead, SLICE_OF("降低")));
}

/* 税收收入5.62亿元，占比69.7%，同比增长9.1%: the growth is the amount's. */
static bool
is_of_amount_before(const inspection *in, const claim *c)
{
    if (c->level == CLAIM_OF_NOTHING ||
        !slice_equal(c->subject, in->claims.at[c->level].subject) ||
        is_moved_rate(in, c))
        return false;
    for (size_t k = c->level; k-- > 0 && c->level - k < CLAIM_REACH;) {
        const claim *before = &in->claims.at[k];
        if (before->sentence != c->sentence)
            return false;
        bool is_within = before->clause == in->claims.at[c->level].clause;
        if (before->kind == CLAIM_LEVEL && !is_within &&
            before->figure->sort == FIGURE_QUANTITY)
            return true; /* 11个城市平均优良天数比例 has one in its name */
    }
    return false;
}

/* Names joined by 、, 和 and 及. */
static size_t
joint_len(slice s)
{
    static const slice joints[] = {SLICE("、"), SLICE("和"), SLICE("及"),
                                   SLICE("以及"), SLICE("与")};
    size_t len = 0;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (slice_starts_with(s, joints[i]) && joints[i].len > len)
            len = joints[i].len;
    return len;
}

/* The `n`th of the names; empty when there are not so many. */
static slice
name_at(slice names, size_t n)
{
    size_t first = 0;
    for (size_t at = 0; at <= names.len; at++) {
        size_t len = joint_len(slice_cut(names, at, names.len));
        if (len == 0 && at < names.len)
            continue;
        if (n-- == 0)
            return slice_cut(names, first, at);
        first = at + len;
    }
    return (slice){NULL, 0};
}

/* 收案数、结案数及结案率分别下降4.8%、50%和…: each figure is of its own name. */
static slice
subject_told(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    slice lead = rule_lead(in, c);
    if (!slice_has(lead, "分别"))
        return c->subject;
    size_t before = 0;
    size_t start = c->figure->first - lead.len +
                   slice_find(lead, SLICE_OF("分别"));
    for (size_t k = i; k-- > 0 && in->claims.at[k].figure->first > start;)
        before++;
    return name_at(c->subject, before);
}

/* 采矿业增加值占比达96.05%，同比下降15.6%: no share can have fallen from more
 * than all, so the growth is the amount's. */
static bool
is_beyond_points(const inspection *in, const claim *c)
{
    jb_decimal all = {100, 0}, before;
    if (c->level == CLAIM_OF_NOTHING ||
        in->claims.at[c->level].figure->sort != FIGURE_PERCENT)
        return false;
    const figure *level = in->claims.at[c->level].figure;
    return decimal_sub(level->quantity.value, c->rate, &before) &&
           (decimal_sign(before) < 0 || decimal_compare(before, all) > 0);
}

/* 失业率下降0.2% is meant as points. */
void
rule_points(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        bool is_percent = c->kind == CLAIM_RATE &&
                          c->figure->sort == FIGURE_PERCENT;
        if (!is_percent || !is_rate_name(c->subject) ||
            !is_rate_name(subject_told(in, i)) ||
            !is_typed_claim(in, c) || is_of_amount_before(in, c) ||
            is_beyond_points(in, c))
            continue;
        size_t first = verb_start(in, c);
        diag_report(in->diags, &PROSE_POINTS_AS_PERCENT,
                    rule_span(in, first, c->figure->last),
                    subject_told(in, i),
                    rule_text(in, first, c->figure->last));
    }
}

/* 占年初预算10065万元的43.2%, 为年预算的32.3%: a share of something, beside
 * the amount that grew. */
static bool
is_part_of_aim(const inspection *in, const claim *c)
{
    size_t at;
    slice lead = rule_lead(in, c);
    return lexicon_find(lead, LEXICON_AIM, &at) != NULL ||
           slice_starts_with(slice_trim(lead), SLICE_OF("占"));
}

/* 采购经理指数为50.5%，比上月上升0.3%: the clause has no subject but the
 * percentage right before it, and a verb that moves a level. */
static void
check_level_unit(const inspection *in, size_t i)
{
    static const slice verbs[] = {SLICE("上升"), SLICE("下降"),
                                  SLICE("提高"), SLICE("提升"),
                                  SLICE("降低"), SLICE("回升"),
                                  SLICE("回落")};
    const claim *c = &in->claims.at[i], *level = c - 1;
    slice lead = slice_trim(rule_lead(in, c));
    bool is_against = lexicon_start(lead, LEXICON_AGAINST) != NULL ||
                      lexicon_start(lead, LEXICON_VERSUS) != NULL;
    bool is_verb = false;
    for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++)
        is_verb = is_verb || slice_ends_with(lead, verbs[k]);
    while (level > in->claims.at && level->figure->sort == FIGURE_DATE)
        level--;
    if (c->kind != CLAIM_RATE || c->figure->sort != FIGURE_PERCENT ||
        c->is_aside || !is_against || !is_verb || i == 0 ||
        level->kind != CLAIM_LEVEL || level->sentence != c->sentence ||
        level->figure->sort != FIGURE_PERCENT || level->is_aside ||
        level->clause + 1 != c->clause || is_rate_name(c->subject) ||
        is_part_of_aim(in, level) ||
        lexicon_end(level->subject, LEXICON_SHARE) != NULL ||
        slice_has(level->subject, "占") || !is_typed_claim(in, c))
        return;
    size_t first = verb_start(in, c);
    diag_report(in->diags, &PROSE_POINTS_AS_PERCENT,
                rule_span(in, first, c->figure->last), level->subject,
                rule_text(in, first, c->figure->last));
}

/* 增速比上月末高1.3%: the pace itself is what changes. */
static void
check_named_pace_unit(const inspection *in, size_t i)
{
    static const slice paces[] = {SLICE("增速"), SLICE("增幅"),
                                  SLICE("涨幅"), SLICE("降幅")};
    static const slice ends[] = {SLICE("高"), SLICE("低"), SLICE("快"),
                                 SLICE("慢"), SLICE("提高"), SLICE("回落"),
                                 SLICE("加快"), SLICE("放缓"),
                                 SLICE("收窄"), SLICE("扩大")};
    const claim *c = &in->claims.at[i];
    slice lead = slice_trim(rule_lead(in, c));
    bool is_pace = false, is_end = false;
    for (size_t k = 0; k < sizeof paces / sizeof *paces; k++)
        is_pace = is_pace || slice_starts_with(lead, paces[k]);
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
        is_end = is_end || slice_ends_with(lead, ends[k]);
    if (!is_pace || !is_end || c->figure->sort != FIGURE_PERCENT ||
        c->is_aside || (!slice_has(lead, "比") && !slice_has(lead, "较")) ||
        !is_typed_claim(in, c))
        return;
    size_t first = c->figure->first - lead.len;
    diag_report(in->diags, &PROSE_POINTS_AS_PERCENT,
                rule_span(in, first, c->figure->last), SLICE_OF("增速"),
                rule_text(in, first, c->figure->last));
}

/* 增长5.4%，比7月份回落0.2%: what a growth changes by is points. The clause
 * has no subject but the growth before it. */
static void
check_pace_unit(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    slice lead = slice_trim(rule_lead(in, c));
    const lexicon_word *pace = lexicon_end(lead, LEXICON_FASTER);
    const lexicon_word *against = lexicon_start(lead, LEXICON_AGAINST);
    bool is_percent = c->figure->sort == FIGURE_PERCENT && !c->is_aside;
    if (!is_percent || pace == NULL || against == NULL ||
        !is_typed_claim(in, c))
        return;
    for (size_t k = i; k-- > 0 && in->claims.at[k].sentence == c->sentence;) {
        const claim *before = &in->claims.at[k];
        if (before->kind == CLAIM_NONE || before->is_aside)
            continue;
        size_t first = c->figure->first - pace->text.len;
        if (before->kind == CLAIM_RATE && before->clause + 1 == c->clause)
            diag_report(in->diags, &PROSE_POINTS_AS_PERCENT,
                        rule_span(in, first, c->figure->last),
                        SLICE_OF("增速"),
                        rule_text(in, first, c->figure->last));
        return;
    }
}

void
rule_pace_units(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        check_pace_unit(in, i);
        check_level_unit(in, i);
        check_named_pace_unit(in, i);
    }
}

/* ── 突破百亿元，达到98.6亿元 ── */

static bool
is_passed(const claim *c)
{
    return c->kind == CLAIM_LEVEL && !c->is_expected && !c->is_aside &&
           c->figure->quantity.bound == BOUND_ABOVE &&
           c->figure->sort == FIGURE_QUANTITY;
}

/* Whether the second goes on speaking of the first: 达到 alone before it. */
static bool
goes_on(const inspection *in, const claim *a, const claim *b)
{
    slice between = rule_text(in, a->figure->last, b->figure->first);
    return a->sentence == b->sentence && a->clause + 1 == b->clause &&
           b->subject.len == 0 &&
           slice_find(between, SLICE_OF("其中")) == between.len &&
           (slice_ends_with(between, SLICE_OF("达")) ||
            slice_ends_with(between, SLICE_OF("达到")) ||
            slice_ends_with(between, SLICE_OF("首次")) ||
            slice_ends_with(between, SLICE_OF("为")));
}

void
rule_passed(const inspection *in)
{
    for (size_t i = 0; i + 1 < in->claims.n && rule_has_room(in); i++) {
        const claim *a = &in->claims.at[i], *b = a + 1;
        bool is_mark_first = is_passed(a) && claim_is_exact(b);
        bool is_mark_last = claim_is_exact(a) && is_passed(b);
        const claim *mark = is_mark_first ? a : b;
        const claim *level = is_mark_first ? b : a;
        jb_quantity x = level->figure->quantity, y = mark->figure->quantity;
        if ((!is_mark_first && !is_mark_last) || !goes_on(in, a, b) ||
            !unit_is_same_base(x.unit, y.unit) || !level_align(&x, &y) ||
            decimal_compare(x.value, y.value) > 0 ||
            !is_typed_claim(in, b))
            continue;
        diag_report(in->diags, &PROSE_MARK_NOT_PASSED,
                    rule_figure_span(in, mark->figure),
                    rule_figure_text(in, mark->figure),
                    rule_figure_text(in, level->figure));
        diags_relate(in->diags, rule_figure_span(in, level->figure),
                     SLICE_OF("实际的数在这里"));
    }
}

/* ── forecasts ── */

static bool
is_open(quantity_bound bound)
{
    return bound == BOUND_ABOVE || bound == BOUND_AT_LEAST ||
           bound == BOUND_APPROXIMATE;
}

/* 62.8万家，首次突破60万家，增长7.7%: what is exceeded is a mark on the way. */
static bool
is_milestone(const inspection *in, size_t level)
{
    const claim *mark = &in->claims.at[level];
    if (level == 0 || mark->is_expected ||
        mark->figure->quantity.bound != BOUND_ABOVE)
        return false;
    const claim *before = &in->claims.at[level - 1];
    return before->sentence == mark->sentence &&
           before->kind == CLAIM_LEVEL &&
           before->figure->quantity.bound == BOUND_EXACT &&
           unit_is_same_base(before->figure->quantity.unit,
                             mark->figure->quantity.unit);
}

/* 预计生产总值突破200亿元，增长8.8%: the growth is at constant prices. */
static bool
is_real(const inspection *in, const claim *c)
{
    size_t at;
    return lexicon_find(c->subject, LEXICON_NOT_NOMINAL, &at) != NULL ||
           lexicon_find(rule_lead(in, c), LEXICON_NOT_NOMINAL, &at) != NULL;
}

/* A growth with decimals of a level that is only 突破75亿元. */
static void
check_forecast_digits(const inspection *in, const claim *c)
{
    if (c->kind != CLAIM_RATE || c->level == CLAIM_OF_NOTHING ||
        c->figure->sort != FIGURE_PERCENT)
        return;
    const claim *level = &in->claims.at[c->level];
    int scale = c->figure->quantity.value.scale;
    bool is_loose = is_open(level->figure->quantity.bound) && scale >= 1;
    if (!level->is_expected || (!is_loose && scale < 2) ||
        c->is_to_date || is_milestone(in, c->level) || is_real(in, c))
        return;
    diag_report(in->diags, &PROSE_FORECAST_EXACT,
                rule_figure_span(in, c->figure),
                rule_figure_text(in, c->figure),
                rule_figure_text(in, level->figure));
    diags_relate(in->diags, rule_figure_span(in, level->figure),
                 SLICE_OF("所依据的数在这里"));
}

/* 预计… 超额完成: what is expected is not done. */
static void
check_forecast_done(const inspection *in, const claim *c)
{
    size_t at;
    slice rest = rule_sentence_rest(in, c);
    const lexicon_word *word = lexicon_find(rest, LEXICON_DONE, &at);
    if (!c->is_expected || c->kind != CLAIM_LEVEL || word == NULL)
        return;
    at += c->figure->last;
    diag_report(in->diags, &PROSE_FORECAST_DONE,
                rule_span(in, at, at + word->text.len), word->text,
                rule_figure_text(in, c->figure));
    diags_relate(in->diags, rule_figure_span(in, c->figure),
                 SLICE_OF("预计数在这里"));
}

void
rule_forecasts(const inspection *in)
{
    size_t reported = SIZE_MAX; /* one 超额完成 a sentence */
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        if (!is_typed_claim(in, c))
            continue;
        check_forecast_digits(in, c);
        if (c->sentence == reported)
            continue;
        size_t before = diags_count(in->diags);
        check_forecast_done(in, c);
        if (diags_count(in->diags) > before)
            reported = c->sentence;
    }
}
