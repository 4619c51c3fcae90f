/* What makes up a growth: the points that parts pull add up to it, the rates
 * of contribution to 100%, and the average of two years comes of both. */
#include <math.h>

#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/rule.h"
#include "prose/season.h"

/* Terms of a sum, at most. */
#define TERMS_MOST 8
/* How far a mean of two rounded rates may be from the rounded mean. */
#define MEAN_SLACK 0.11

static bool
is_exact_figure(const claim *c)
{
    return c->figure->quantity.bound == BOUND_EXACT && !c->is_expected &&
           !c->is_aside;
}

static bool
is_growth(const claim *c)
{
    return c->kind == CLAIM_RATE && c->direction != 0 &&
           c->figure->sort == FIGURE_PERCENT && is_exact_figure(c);
}

/* ── sums ── */

typedef struct terms {
    const claim *at[TERMS_MOST];
    size_t n;
} terms;

static bool
add_claim(terms *t, const claim *c)
{
    if (t->n == TERMS_MOST)
        return false;
    t->at[t->n++] = c;
    return true;
}

static slice
sum_text(const inspection *in, const terms *t, jb_decimal sum)
{
    slice_builder b = {.arena = in->arena};
    for (size_t i = 0; i < t->n; i++) {
        jb_decimal value = t->at[i]->figure->quantity.value;
        slice term = number_text(in->arena, decimal_abs(value));
        builder_printf(&b, "%s%.*s",
                       decimal_sign(value) < 0 ? " − "
                       : i > 0                 ? " + "
                                               : "",
                       SLICE_ARGS(term));
    }
    slice total = number_text(in->arena, sum);
    builder_printf(&b, " = %.*s", SLICE_ARGS(total));
    return builder_slice(&b);
}

/* Off by more than the roundings of all leave open. A bare 1.6 is of the unit
 * of the others. */
static bool
is_sum_off(const terms *t, jb_decimal whole, jb_quantity *sum)
{
    if (t->n == 0)
        return false;
    jb_quantity all = t->at[0]->figure->quantity;
    rule_sum total = rule_sum_of(all);
    for (size_t i = 1; i < t->n; i++) {
        jb_quantity term = all;
        term.value = t->at[i]->figure->quantity.value;
        if (!rule_sum_add(&total, term, 1))
            return false;
    }
    *sum = total.total;
    all.value = whole;
    return rule_sum_is_off(&total, all);
}

/* ── 第一产业拉动0.3个百分点 ── */

static bool
is_pull(const inspection *in, const claim *c)
{
    return c->kind == CLAIM_POINTS && is_exact_figure(c) &&
           slice_has(rule_lead(in, c), "拉动") &&
           !slice_has(rule_own_lead(in, c), "下拉") &&
           !slice_has(rule_own_lead(in, c), "比");
}

/* Which of the three industries its clause names alone, from 1; 0 none. */
static int
industry_of(slice s)
{
    static const char *const names[] = {"第一产业", "第二产业", "第三产业"};
    int found = 0;
    for (int i = 0; i < 3; i++)
        if (slice_has(s, names[i]))
            found = found == 0 ? i + 1 : 4;
    return found % 4;
}

/* 增长5.6%，其中第一产业拉动0.3个百分点，第二…，第三…: the growth told before them, in
 * the sentence before where 其中 goes on from that. */
static const claim *
growth_pulled(const inspection *in, rule_stretch s, size_t first)
{
    const claim *c = &s.at[first];
    bool goes_on = slice_starts_with(slice_trim(rule_sentence_lead(in, c)),
                                     SLICE_OF("其中"));
    while (c-- > in->claims.at) {
        bool is_near = c->sentence == s.at->sentence ||
                       (goes_on && c->sentence + 1 == s.at->sentence &&
                        rule_in_paragraph(in, c, s.at));
        if (!is_near)
            break;
        if (is_growth(c))
            return industry_of(rule_lead(in, c)) == 0 ? c : NULL;
    }
    return NULL;
}

static void
check_pulls(const inspection *in, rule_stretch s)
{
    terms t = {.n = 0};
    unsigned seen = 0;
    const claim *whole = NULL;
    for (size_t i = 0; i < s.n; i++) {
        int which = is_pull(in, &s.at[i])
                            ? industry_of(rule_own_lead(in, &s.at[i]))
                            : 0;
        if (which == 0)
            continue;
        if (t.n == 0)
            whole = growth_pulled(in, s, i);
        if (seen & 1u << which || !add_claim(&t, &s.at[i]))
            return;
        seen |= 1u << which;
    }
    jb_quantity sum;
    if (t.n != 3 || whole == NULL || !is_sum_off(&t, whole->rate, &sum) ||
        !rule_is_typed(in, whole->figure->first, t.at[2]->figure->last))
        return;
    diag_report(in->diags, &PROSE_WHOLE_CONTRADICTS,
                rule_figure_span(in, whole->figure),
                rule_change_text(in, whole), sum_text(in, &t, sum.value));
    diags_relate(in->diags, rule_figure_span(in, t.at[0]->figure),
                 SLICE_OF("第一项在这里"));
}

/* 拉动经济增长3.5、1.6、0.5个百分点: the terms from the total back, each a pull or
 * joined to one. */
static void
collect_pulls(const inspection *in, size_t i, terms *t)
{
    const claim *total = &in->claims.at[i], *next = NULL;
    for (size_t k = i; k-- > 0 && i - k < TERMS_MOST;) {
        const claim *c = &in->claims.at[k];
        if (c->sentence != total->sentence)
            break;
        slice between = next == NULL ? SLICE_OF("")
                                     : rule_text(in, c->figure->last,
                                                 next->figure->first);
        bool is_joined = next != NULL && c->figure->sort == FIGURE_BARE &&
                         (slice_is(between, "、") || slice_is(between, "和"));
        if (!is_joined && !is_pull(in, c))
            break;
        if (!add_claim(t, c))
            break;
        next = c;
    }
}

/* 合计拉动6.6个百分点 */
static void
check_total_pull(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    slice lead = rule_own_lead(in, c);
    terms back = {.n = 0}, t = {.n = 0};
    jb_quantity sum;
    if (c->kind != CLAIM_POINTS || !is_exact_figure(c) ||
        !(slice_starts_with(lead, SLICE_OF("合计拉动")) ||
          slice_starts_with(lead, SLICE_OF("共拉动")) ||
          slice_starts_with(lead, SLICE_OF("共同拉动")) ||
          slice_starts_with(lead, SLICE_OF("合计共拉动"))))
        return;
    collect_pulls(in, i, &back);
    for (size_t k = back.n; k-- > 0;)
        add_claim(&t, back.at[k]);
    if (t.n < 2 || !is_sum_off(&t, c->figure->quantity.value, &sum) ||
        !rule_is_typed(in, c->figure->first, c->figure->last))
        return;
    diag_report(in->diags, &PROSE_TOTAL_CONTRADICTS,
                rule_figure_span(in, c->figure),
                rule_figure_text(in, c->figure),
                sum_text(in, &t, sum.value));
}

/* ── 消费贡献率62.5% ── */

/* Which of the three demands or industries a name tells: ten times the set
 * plus the member; 0 none, or more than one. */
static int
contributor_of(slice s)
{
    static const struct { const char *word; int value; } words[] = {
        {"消费", 11},     {"投资", 12},     {"资本形成", 12},
        {"净出口", 13},   {"第一产业", 21}, {"第二产业", 22},
        {"第三产业", 23},
    };
    int found = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_has(s, words[i].word))
            found = found == 0 ? words[i].value : -1;
    return found > 0 ? found : 0;
}

static void
report_contributions(const inspection *in, const terms *t)
{
    jb_decimal all = {10000, 2}; /* exactly */
    jb_quantity sum;
    size_t first = t->at[0]->figure->first, last = t->at[2]->figure->last;
    if (is_sum_off(t, all, &sum) && rule_is_typed(in, first, last))
        diag_report(in->diags, &PROSE_SHARES_NOT_WHOLE,
                    rule_span(in, first, last),
                    sum_text(in, t, sum.value));
}

static void
check_contributions(const inspection *in, rule_stretch s)
{
    terms t = {.n = 0};
    unsigned seen = 0;
    int set = 0;
    for (size_t i = 0; i < s.n && t.n < 3; i++) {
        const claim *c = &s.at[i];
        slice lead = rule_own_lead(in, c);
        int which = contributor_of(lead);
        if (c->kind != CLAIM_LEVEL || c->figure->sort != FIGURE_PERCENT ||
            !is_exact_figure(c) || !slice_has(lead, "贡献率") || which == 0)
            continue;
        if ((set != 0 && which / 10 != set) || seen & 1u << which % 10)
            return; /* of two things, or of two times */
        set = which / 10;
        seen |= 1u << which % 10;
        add_claim(&t, c);
    }
    if (t.n == 3)
        report_contributions(in, &t);
}

/* ── 两年平均增长4.8%，2024年增长5.6%，2023年增长6.2% ── */

/* The year that stands before it in its clause, with nothing but a season and
 * its verb between; 0 for none. */
static int64_t
year_of(const inspection *in, const claim *c)
{
    const claim *date = c;
    season time;
    while (date-- > in->claims.at && date->clause == c->clause &&
           date->figure->sort == FIGURE_DATE)
        if (date->figure->quantity.value.coefficient >= 1900)
            break;
    if (date < in->claims.at || date->clause != c->clause ||
        date->figure->sort != FIGURE_DATE)
        return 0;
    slice between = rule_text(in, date->figure->last, c->figure->first);
    slice year = SLICE_OF("年"), same = SLICE_OF("同比");
    if (slice_starts_with(between, year))
        between = slice_cut(between, year.len, between.len);
    if (season_read(between, &time))
        between = slice_cut(between, time.len, between.len);
    if (slice_starts_with(between, same))
        between = slice_cut(between, same.len, between.len);
    const lexicon_word *verb = lexicon_start(between, LEXICON_CHANGE);
    return verb != NULL && slice_equal(verb->text, between)
                   ? date->figure->quantity.value.coefficient
                   : 0;
}

/* 2023年、2024年分别增长6.2%、5.6%: the two of one clause that follow two years. */
static bool
are_listed(const inspection *in, const claim *a, const claim *b)
{
    slice lead = rule_lead(in, a);
    int years = 0;
    for (const claim *c = a; c-- > in->claims.at && c->clause == a->clause;)
        years += c->figure->sort == FIGURE_DATE &&
                 c->figure->quantity.value.coefficient >= 1900;
    return a->clause == b->clause && b == a + 1 && years == 2 &&
           slice_has(lead, "分别");
}

static void
check_two_years(const inspection *in, rule_stretch s)
{
    const claim *mean = NULL, *year[2];
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        const claim *c = &s.at[i];
        if (!is_growth(c))
            continue;
        if (slice_has(rule_own_lead(in, c), "两年平均") && mean == NULL)
            mean = c;
        else if (n < 2)
            year[n++] = c;
        else
            return; /* of more than two years, or of other things */
    }
    if (mean == NULL || n != 2)
        return;
    int64_t then = year_of(in, year[0]), now = year_of(in, year[1]);
    int64_t apart = are_listed(in, year[0], year[1]) ? 1
                    : then == 0 || now == 0          ? 0
                                                     : now - then;
    double a = 1 + decimal_to_double(year[0]->rate) / 100;
    double b = 1 + decimal_to_double(year[1]->rate) / 100;
    double both = a > 0 && b > 0 ? 100 * (sqrt(a * b) - 1) : 0;
    if ((apart != 1 && apart != -1) || a <= 0 || b <= 0 ||
        fabs(both - decimal_to_double(mean->rate)) <= MEAN_SLACK ||
        !rule_is_typed(in, mean->figure->first, mean->figure->last))
        return;
    diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                rule_figure_span(in, mean->figure),
                rule_change_text(in, mean),
                slice_printf(in->arena, "√(%.3f × %.3f) − 1 ≈ %.1f%%", a, b,
                             both));
}

void
rule_drivers(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        check_total_pull(in, i);
        if (i > 0 && in->claims.at[i - 1].sentence ==
                             in->claims.at[i].sentence)
            continue;
        rule_stretch s =
            rule_sentence_claims(in, in->claims.at[i].sentence);
        check_pulls(in, s);
        check_contributions(in, s);
        check_two_years(in, s);
    }
}
