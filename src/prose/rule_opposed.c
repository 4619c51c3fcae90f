/* Two things said of one that go against each other: 同比下降10.7%，增收5939万元;
 * 均实现增长。其中，采矿业下降9.4%; 扩大-0.3个百分点. */
#include "prose/lexicon.h"
#include "prose/numeral.h"
#include "prose/rule.h"
#include "prose/setting.h"

static bool
is_direct(const claim *c, claim_kind kind)
{
    return c->kind == kind && c->direction != 0 && !c->is_aside;
}

static void
report(const inspection *in, slice words, const claim *other)
{
    size_t first = (size_t)(words.at - in->passage.text.at);
    if (!rule_is_typed(in, first, first + words.len))
        return;
    diag_report(in->diags, &PROSE_TURN_CONTRADICTS,
                rule_span(in, first, first + words.len), words,
                rule_change_text(in, other));
    diags_relate(in->diags, rule_figure_span(in, other->figure),
                 SLICE_OF("增减在这里"));
}

/* ── 下降10.7%，增收5939万元 ── */

/* 同比增收: nothing but the verb and what it is compared with, so that its
 * clause goes on speaking of what was told before. */
static bool
is_bare(const inspection *in, const claim *c)
{
    slice s = slice_trim(rule_lead(in, c));
    const lexicon_word *verb = lexicon_end(s, LEXICON_CHANGE), *versus;
    if (verb == NULL)
        return false;
    s = slice_cut(s, 0, s.len - verb->text.len);
    while ((versus = lexicon_start(s, LEXICON_VERSUS)) != NULL)
        s = slice_cut(s, versus->text.len, s.len);
    return s.len == 0;
}

/* 增收 is said of revenue, 增支 of what is spent; other verbs of anything. */
static bool
is_said_of(const inspection *in, const claim *change, const claim *rate)
{
    slice lead = rule_lead(in, change);
    slice of = rule_sentence_lead(in, rate);
    bool is_spent = slice_has(of, "支出");
    if (slice_ends_with(lead, SLICE_OF("收")))
        return !is_spent && (slice_has(of, "收入") || slice_has(of, "税"));
    return !slice_ends_with(lead, SLICE_OF("支")) || is_spent;
}

/* The level stands before them, and rule_levels holds all three together. */
static bool
has_level(const inspection *in, const claim *first, const claim *change)
{
    for (const claim *c = first; c-- > in->claims.at &&
                                 c->sentence == first->sentence;)
        if (claim_is_exact_amount(c) &&
            unit_is_same_base(c->figure->quantity.unit,
                              change->figure->quantity.unit))
            return true;
    return false;
}

/* A rate and an amount of one change, in clauses side by side. */
static void
check_two(const inspection *in, const claim *a, const claim *b)
{
    const claim *rate = a->kind == CLAIM_RATE ? a : b;
    const claim *change = a->kind == CLAIM_RATE ? b : a;
    int of_a = setting_basis(in, a), of_b = setting_basis(in, b);
    if (!is_direct(rate, CLAIM_RATE) || !is_direct(change, CLAIM_CHANGE) ||
        rate->direction * change->direction > 0 ||
        a->sentence != b->sentence || a->clause + 1 != b->clause ||
        (of_a != of_b && of_b != 0) || !is_bare(in, b) ||
        !is_said_of(in, change, rate) || has_level(in, a, change))
        return;
    report(in, rule_change_text(in, b), a);
}

/* ── 三大领域均实现增长，其中…下降 ── */

/* 均增长, 全部实现增长: the way that all went, by the end of the clause. */
static int
way_of_all(slice s)
{
    static const slice alls[] = {SLICE("均"), SLICE("都"), SLICE("全部"),
                                 SLICE("全面"), SLICE("全线")};
    static const slice deeds[] = {SLICE("实现"), SLICE("保持"), SLICE("呈现"),
                                  SLICE("呈"),   SLICE("同比"), SLICE("正"),
                                  SLICE("有所"), SLICE("了"),   SLICE("较快"),
                                  SLICE("平稳"), SLICE("快速"), SLICE("稳定"),
                                  SLICE("稳步"), SLICE("持续"), SLICE("继续"),
                                  SLICE("出现")};
    const lexicon_word *verb = lexicon_end(s, LEXICON_CHANGE);
    if (verb == NULL)
        return 0;
    s = slice_cut(s, 0, s.len - verb->text.len);
    s = slice_without_ends(s, deeds, sizeof deeds / sizeof *deeds);
    return slice_ends_with_any(s, alls, sizeof alls / sizeof *alls)
               ? verb->value
               : 0;
}

/* 三 of 三大领域均实现增长: how many of what follows are told of; 1 when that is
 * not said. */
static int64_t
number_of_all(slice s)
{
    static const slice units[] = {SLICE("大"), SLICE("个"), SLICE("项"),
                                  SLICE("类"), SLICE("次产业")};
    numeral n;
    for (size_t at = 0; at < s.len; at++) {
        if (!numeral_read(s, at, &n))
            continue;
        slice rest = slice_cut(s, n.last, s.len);
        if (n.value.scale == 0 && n.value.coefficient > 1 &&
            n.value.coefficient < 10 &&
            slice_starts_with_any(rest, units, sizeof units / sizeof *units))
            return n.value.coefficient;
        at = n.last - 1;
    }
    return 1;
}

/* 比上月回落 and the like are no parts of their own. */
static bool
is_part(const inspection *in, const claim *c)
{
    slice lead = slice_trim(rule_lead(in, c));
    return is_direct(c, CLAIM_RATE) && c->figure->sort == FIGURE_PERCENT &&
           lexicon_start(lead, LEXICON_AGAINST) == NULL &&
           !is_bare(in, c) && !slice_has(lead, "环比") &&
           !slice_has(lead, "由") && !slice_has(lead, "分别");
}

/* 增速均有所下降: what fell may still have grown. */
static bool
is_of_paces(slice s)
{
    return slice_has(s, "速") || slice_has(s, "幅") || slice_has(s, "率") ||
           slice_has(s, "占比") || slice_has(s, "比重") ||
           slice_has(s, "环比");
}

/* The parts that 其中 tells behind the clause, as many as there are. */
static void
check_all(const inspection *in, size_t index)
{
    const clause *own = &in->clauses.at[index];
    slice words = slice_trim(clause_near_end(
        rule_text(in, own->first, own->last)));
    int way = way_of_all(words);
    if (way == 0 || index + 1 == in->clauses.n || is_of_paces(words))
        return;
    const clause *next = own + 1;
    slice behind = slice_trim(rule_text(in, next->first, next->last));
    if (!slice_starts_with(behind, SLICE_OF("其中")))
        return;
    rule_stretch s = rule_sentence_claims(in, next->sentence);
    int64_t n = number_of_all(words);
    for (size_t i = 0; i < s.n && n > 0; i++) {
        const claim *c = &s.at[i];
        if (c->figure->first < next->first || !is_part(in, c))
            continue;
        n--;
        if (c->direction * way < 0)
            report(in, words, c);
    }
}

/* ── 扩大-0.3个百分点 ── */

/* A word for more or less before a number below nothing. */
static void
check_points(const inspection *in, const claim *c)
{
    static const slice sides[] = {SLICE("高于"), SLICE("低于"), SLICE("快于"),
                                  SLICE("慢于"), SLICE("高出")};
    static const slice ends[] = {SLICE("高"), SLICE("低"), SLICE("快"),
                                 SLICE("慢")};
    slice lead = slice_trim(rule_lead(in, c));
    const lexicon_word *faster = lexicon_end(lead, LEXICON_FASTER);
    slice word = faster == NULL ? (slice){NULL, 0} : faster->text;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (slice_ends_with(lead, ends[i]))
            word = ends[i];
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        if (slice_starts_with(lead, sides[i]) ||
            slice_starts_with(lead, slice_join(in->arena, SLICE_OF("增速"),
                                               sides[i])))
            word = lead;
    if (c->figure->sort != FIGURE_POINTS || word.len == 0 ||
        c->direction != 0 ||
        decimal_sign(c->figure->quantity.value) >= 0 ||
        !rule_is_typed(in, c->figure->first, c->figure->last))
        return;
    size_t first = c->figure->first - word.len;
    diag_report(in->diags, &PROSE_SIGN_TWICE,
                rule_span(in, first, c->figure->last),
                rule_text(in, first, c->figure->last));
}

void
rule_opposed(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        if (i > 0)
            check_two(in, &in->claims.at[i - 1], &in->claims.at[i]);
        check_points(in, &in->claims.at[i]);
    }
    for (size_t i = 0; i < in->clauses.n && rule_has_room(in); i++)
        check_all(in, i);
}
