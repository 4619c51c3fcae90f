/* Growth over several years and the average of them: 比2019年同期增长45.5%，两年平均
 * 增长20.6% is (1 + 45.5%)^(1/2) − 1. */
#include <math.h>

#include "prose/lexicon.h"
#include "prose/numeral.h"
#include "prose/rule.h"

/* What is left to those who round the two of one table. */
#define COMPOUND_SLACK 0.06

/* 两年平均增长, 三年平均增速为 with nothing before it: the years; 0 for anything
 * else. */
static int
years_averaged(slice s)
{
    static const slice openings[] = {SLICE("，"), SLICE("（"), SLICE("(")};
    static const slice means[] = {SLICE("年平均"), SLICE("年均")};
    numeral n;
    int years = 0;
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        if (slice_starts_with(s, openings[i]))
            s = slice_skip(s, openings[i].len);
    if (slice_starts_with(s, SLICE_OF("两"))) {
        years = 2;
        s = slice_skip(s, strlen("两"));
    } else if (numeral_read(s, 0, &n) && n.value.scale == 0 &&
               n.value.coefficient >= 2 && n.value.coefficient <= 10) {
        years = (int)n.value.coefficient;
        s = slice_skip(s, n.last);
    }
    return slice_starts_with_any(s, means, sizeof means / sizeof *means)
               ? years
               : 0;
}

/* 比2019年同期增长: over more than the last year. */
static bool
has_far_base(const inspection *in, const claim *c)
{
    slice lead = rule_lead(in, c);
    for (size_t at = 0; at < lead.len; at++) {
        slice rest = slice_skip(lead, at);
        const lexicon_word *word = lexicon_start(rest, LEXICON_AGAINST);
        if (word == NULL)
            continue;
        rest = slice_skip(rest, word->text.len);
        if (slice_has_digit(slice_cut(rest, 0, 1)) && slice_has(rest, "年"))
            return true;
    }
    return false;
}

/* The growth over the years right before the average, in a clause of its
 * own. */
static const claim *
growth_over(const inspection *in, size_t i)
{
    const claim *mean = &in->claims.at[i];
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *c = &in->claims.at[k];
        if (c->sentence != mean->sentence)
            break;
        if (c->figure->sort == FIGURE_DATE)
            continue;
        return claim_is_growth(c) && c->direction != 0 &&
                       c->figure->sort == FIGURE_PERCENT &&
                       c->figure->quantity.bound == BOUND_EXACT &&
                       has_far_base(in, c) &&
                       !slice_has(rule_lead(in, c), "分别")
                   ? c
                   : NULL;
    }
    return NULL;
}

/* In percent, of a growth in percent. */
static double
average_of(double growth, int years)
{
    return 100 * (pow(1 + growth / 100, 1.0 / years) - 1);
}

static slice
root_text(arena *a, double growth, int years)
{
    double all = 1 + growth / 100, mean = average_of(growth, years);
    return years == 2 ? slice_printf(a, "√%.4g − 1 ≈ %.1f%%", all, mean)
                      : slice_printf(a, "%.4g开%d次方 − 1 ≈ %.1f%%", all,
                                     years, mean);
}

static void
check_average(const inspection *in, size_t i)
{
    const claim *mean = &in->claims.at[i];
    int years = years_averaged(slice_trim(rule_own_lead(in, mean)));
    const claim *over = years == 0 ? NULL : growth_over(in, i);
    if (over == NULL || mean->figure->sort != FIGURE_PERCENT ||
        mean->figure->quantity.bound != BOUND_EXACT)
        return;
    double growth = decimal_to_double(over->rate);
    double slack = claim_half_digit(over), told = decimal_to_double(mean->rate);
    if (growth - slack <= -100)
        return;
    double own = claim_half_digit(mean) + COMPOUND_SLACK;
    if ((told >= average_of(growth - slack, years) - own &&
         told <= average_of(growth + slack, years) + own) ||
        !rule_is_typed(in, mean->figure->first, mean->figure->last))
        return;
    diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                rule_figure_span(in, mean->figure),
                rule_change_text(in, mean),
                root_text(in->arena, growth, years));
    diags_relate(in->diags, rule_figure_span(in, over->figure),
                 SLICE_OF("几年的增速在这里"));
}

void
rule_compound(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++)
        check_average(in, i);
}
