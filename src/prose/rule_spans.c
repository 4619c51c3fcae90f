/* An amount spread over the time in which it came: 1—6月612.6毫米，平均每月102.1毫米;
 * and the growth that 是上年的3.2倍 is. */
#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* How far a mean may be off for the days that an office counts. */
#define SPAN_SLACK 0.015

typedef struct spread {
    slice word;
    bool is_daily;
} spread;

static const spread SPREADS[] = {
    {SLICE("平均每月"), false}, {SLICE("月均"), false},
    {SLICE("每月平均"), false}, {SLICE("月平均"), false},
    {SLICE("平均每天"), true},  {SLICE("日均"), true},
    {SLICE("平均每日"), true},
};

/* What the mean is of, told in words between it and the figure: 日均完成, 月均值
 * of something else. */
static const spread *
spread_of(slice lead)
{
    static const slice fills[] = {SLICE("为"), SLICE("达到"), SLICE("达"),
                                  SLICE("完成"), SLICE("实现"),
                                  SLICE("接待"), SLICE("发送")};
    for (size_t i = 0; i < sizeof fills / sizeof *fills; i++)
        if (slice_ends_with(lead, fills[i]))
            lead = slice_cut(lead, 0, lead.len - fills[i].len);
    for (size_t i = 0; i < sizeof SPREADS / sizeof *SPREADS; i++)
        if (slice_equal(lead, SPREADS[i].word))
            return &SPREADS[i];
    return NULL;
}

static int
days_of(season s)
{
    static const int days[] = {0,  31, 28, 31, 30, 31, 30,
                               31, 31, 30, 31, 30, 31};
    int n = 0;
    for (int m = s.first; m <= s.last; m++)
        n += days[m];
    bool is_leap = s.year % 4 == 0 && (s.year % 100 != 0 || s.year % 400 == 0);
    return n + (is_leap && s.first <= 2 && s.last >= 2);
}

/* The amount told right before the mean in its sentence, with its time. */
static const claim *
total_of(const inspection *in, size_t i, season *time)
{
    const claim *mean = &in->claims.at[i];
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *c = &in->claims.at[k];
        if (c->sentence != mean->sentence)
            break;
        if (c->kind != CLAIM_LEVEL)
            continue;
        return claim_is_exact_amount(c) && !c->is_to_date &&
                       setting_season(in, setting_from_claim(in, k), time)
                   ? c
                   : NULL;
    }
    return NULL;
}

/* How far the mean may be from the quotient, in the unit of `aligned`. */
static double
slack_of(const claim *mean, jb_quantity aligned, double quotient)
{
    level_range r = level_range_of(mean->figure->quantity);
    double width = decimal_to_double(r.high) - decimal_to_double(r.low);
    for (int p = aligned.unit.power; p > mean->figure->quantity.unit.power;
         p--)
        width /= 10;
    return width + SPAN_SLACK * quotient;
}

static void
check_spread(const inspection *in, size_t i)
{
    const claim *mean = &in->claims.at[i];
    const spread *s = spread_of(slice_trim(rule_lead(in, mean)));
    season time = {0};
    const claim *total = s == NULL || !claim_is_exact_amount(mean)
                             ? NULL
                             : total_of(in, i, &time);
    if (total == NULL || (!s->is_daily && time.first == time.last))
        return;
    jb_quantity a = total->figure->quantity, b = mean->figure->quantity;
    int n = s->is_daily ? days_of(time) : time.last - time.first + 1;
    if (!level_align(&a, &b) || decimal_sign(a.value) <= 0)
        return;
    double is = decimal_to_double(a.value) / n;
    double off = decimal_to_double(b.value) - is;
    double slack = slack_of(mean, b, is);
    if ((off <= slack && off >= -slack) ||
        !rule_is_typed(in, mean->figure->first, mean->figure->last))
        return;
    slice all = number_text(in->arena, a.value);
    diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                rule_figure_span(in, mean->figure),
                rule_figure_text(in, mean->figure),
                slice_printf(in->arena, "%.*s ÷ %d ≈ %.2f%.*s",
                             SLICE_ARGS(all), n, is,
                             SLICE_ARGS(a.unit.name)));
    diags_relate(in->diags, rule_figure_span(in, total->figure),
                 SLICE_OF("总数在这里"));
}

/* ── 是上年的3.2倍，增长220% ── */

/* 是上年的, 达到去年同期的: how many times the amount of the year before. */
static bool
is_of_year_before(slice lead)
{
    static const slice verbs[] = {SLICE("是"), SLICE("为"), SLICE("达到"),
                                  SLICE("相当于")};
    static const slice years[] = {SLICE("上年的"), SLICE("上年同期的"),
                                  SLICE("去年的"), SLICE("去年同期的")};
    for (size_t i = 0; i < sizeof years / sizeof *years; i++)
        if (slice_ends_with(lead, years[i]))
            return slice_ends_with_any(
                slice_cut(lead, 0, lead.len - years[i].len), verbs,
                sizeof verbs / sizeof *verbs);
    return false;
}

static bool
is_told_growth(const claim *rate)
{
    return rate->kind == CLAIM_RATE && rate->direction != 0 &&
           !rate->is_aside && rate->figure->quantity.bound == BOUND_EXACT;
}

/* ，增长220% right behind the times, of nothing else. */
static bool
is_growth_behind(const inspection *in, const claim *times, const claim *rate)
{
    slice own = slice_trim(rule_lead(in, rate));
    return rate->clause == times->clause + 1 && is_told_growth(rate) &&
           (slice_is(own, "增长") || slice_is(own, "同比增长"));
}

/* 增长3倍，是上年的3倍: right before the times, which have no subject. */
static bool
is_growth_before(const inspection *in, const claim *times, const claim *rate)
{
    slice own = slice_trim(rule_lead(in, times));
    return rate->clause + 1 == times->clause && is_told_growth(rate) &&
           slice_ends_with(rule_lead(in, rate), SLICE_OF("增长")) &&
           setting_basis(in, rate) <= SETTING_YEAR_BEFORE &&
           (slice_starts_with(own, SLICE_OF("是")) ||
            slice_starts_with(own, SLICE_OF("为")) ||
            slice_starts_with(own, SLICE_OF("达到")));
}

static const claim *
growth_beside(const inspection *in, size_t i)
{
    const claim *times = &in->claims.at[i];
    bool has_next = i + 1 < in->claims.n &&
                    times[1].sentence == times->sentence;
    if (has_next && is_growth_behind(in, times, times + 1))
        return times + 1;
    return i > 0 && times[-1].sentence == times->sentence &&
                   is_growth_before(in, times, times - 1)
               ? times - 1
               : NULL;
}

/* A little more than half of the last digit of a number of times, in
 * percent. */
static jb_decimal
slack_of_times(const claim *c)
{
    return (jb_decimal){60, c->figure->sort == FIGURE_TIMES
                                ? c->figure->quantity.value.scale
                                : 2};
}

/* 增长3倍，是上年的3倍: one is taken for the other, whatever the rounding. */
static bool
is_mistaken(const claim *times, const claim *rate)
{
    return rate->figure->sort == FIGURE_TIMES &&
           decimal_compare(times->figure->quantity.value,
                           rate->figure->quantity.value) == 0;
}

static void
check_times_growth(const inspection *in, size_t i)
{
    const claim *times = &in->claims.at[i];
    const claim *rate = times->figure->sort == FIGURE_TIMES
                            ? growth_beside(in, i)
                            : NULL;
    if (rate == NULL || !is_of_year_before(slice_trim(rule_lead(in, times))) ||
        times->figure->quantity.bound != BOUND_EXACT)
        return;
    jb_decimal one = {1, 0}, by, off, slack;
    if (!decimal_add(slack_of_times(times), slack_of_times(rate), &slack) ||
        !decimal_sub(times->figure->quantity.value, one, &by) ||
        !decimal_shift(by, 2, &by) || !decimal_sub(by, rate->rate, &off) ||
        (decimal_compare(decimal_abs(off), slack) <= 0 &&
         !is_mistaken(times, rate)) ||
        !rule_is_typed(in, rate->figure->first, rate->figure->last))
        return;
    slice is = number_text(in->arena, decimal_trimmed(by));
    slice told = number_text(in->arena, times->figure->quantity.value);
    diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                rule_figure_span(in, rate->figure),
                rule_change_text(in, rate),
                slice_printf(in->arena, "%.*s − 1 = %.*s%%",
                             SLICE_ARGS(told), SLICE_ARGS(is)));
}

void
rule_spans(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        check_spread(in, i);
        check_times_growth(in, i);
    }
}
