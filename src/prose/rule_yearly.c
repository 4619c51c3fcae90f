/* Growth on average over several years: 由2015年的86家增加到2020年的312家，年均增长
 * 29.4%. The growth over the whole stretch is the yearly one so many times. */
#include <math.h>

#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/rule.h"

/* Years of a stretch, at most. */
#define YEARS_MOST 60
/* Points that a mean may be off: levels are revised, and some offices take
 * the mean of the rates. */
#define YEARLY_SLACK 0.5

static bool
is_amount(const claim *c)
{
    return claim_is_amount(c) && c->figure->quantity.bound == BOUND_EXACT &&
           !c->is_expected;
}

/* The year right before the figure, with 年, 末 and 的 between; 0 without. */
static int64_t
year_of(const inspection *in, const claim *c)
{
    const claim *date = c - 1;
    if (c == in->claims.at || date->figure->sort != FIGURE_DATE)
        return 0;
    slice between = rule_text(in, date->figure->last, c->figure->first);
    static const slice joints[] = {SLICE("年的"), SLICE("年"),
                                   SLICE("年末的"), SLICE("年底的")};
    int64_t year = date->figure->quantity.value.coefficient;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (slice_equal(between, joints[i]) && year >= 1900 && year < 2200)
            return year;
    return 0;
}

static bool
is_yearly(const inspection *in, const claim *c)
{
    static const slice words[] = {SLICE("年均增长"), SLICE("年平均增长"),
                                  SLICE("年均递增"), SLICE("年均下降")};
    slice lead = slice_trim(rule_lead(in, c));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_equal(lead, words[i]))
            return c->kind == CLAIM_RATE && !c->is_aside &&
                   c->figure->sort == FIGURE_PERCENT &&
                   c->figure->quantity.bound == BOUND_EXACT;
    return false;
}

/* 生产总值 grows at constant prices, whatever the levels. */
static bool
is_real(const inspection *in, const claim *c)
{
    size_t at;
    return lexicon_find(rule_sentence_lead(in, c), LEXICON_NOT_NOMINAL,
                        &at) != NULL;
}

static double
percent_of(double now, double then, int64_t years)
{
    return 100 * (pow(now / then, 1.0 / (double)years) - 1);
}

/* The levels of a stretch and how many years it is. */
typedef struct stretch {
    const claim *from, *to;
    int64_t first, years;
} stretch;

/* from, a date, to and the yearly growth one after the other. */
static stretch
stretch_dated(const inspection *in, size_t i)
{
    const claim *to = &in->claims.at[i], *from = to - 2;
    int64_t first = year_of(in, from), last = year_of(in, to);
    bool is_one = claim_is_amount(to) && claim_is_amount(from) &&
                  from->clause == to->clause && first > 0 && last > first;
    return is_one ? (stretch){from, to, first, last - first}
                  : (stretch){0};
}

/* ；一般公共预算收入从67.2亿元增加到125.3亿元: of the years of that before it; so
 * too when only the first is told again. */
static stretch
stretch_going_on(const inspection *in, size_t i, const stretch *before)
{
    const claim *to = &in->claims.at[i], *from = to - 1;
    slice lead = rule_lead(in, from);
    bool is_one = before->years > 0 && claim_is_amount(to) &&
                  claim_is_amount(from) &&
                  from->clause == to->clause &&
                  rule_in_paragraph(in, before->to, to) &&
                  (slice_ends_with(lead, SLICE_OF("从")) ||
                   slice_ends_with(lead, SLICE_OF("由")) ||
                   year_of(in, from) == before->first);
    return is_one ? (stretch){from, to, before->first, before->years}
                  : (stretch){0};
}

static void
check_stretch(const inspection *in, stretch s)
{
    const claim *to = s.to, *from = s.from, *rate = to + 1;
    int64_t years = s.years;
    if (!is_amount(to) || !is_amount(from) ||
        rate->sentence != to->sentence || !is_yearly(in, rate) ||
        years < 2 || years > YEARS_MOST || is_real(in, from))
        return;
    jb_quantity now = to->figure->quantity, then = from->figure->quantity;
    if (!level_align(&now, &then) || decimal_sign(then.value) <= 0)
        return;
    level_range x = level_range_of(now), y = level_range_of(then);
    level_range r = level_range_of((jb_quantity){
        .value = rate->rate, .unit = rate->figure->quantity.unit});
    if (decimal_sign(y.low) <= 0 || decimal_sign(x.low) <= 0)
        return;
    double low = percent_of(decimal_to_double(x.low),
                            decimal_to_double(y.high), years);
    double high = percent_of(decimal_to_double(x.high),
                             decimal_to_double(y.low), years);
    if ((low <= decimal_to_double(r.high) + YEARLY_SLACK &&
         high >= decimal_to_double(r.low) - YEARLY_SLACK) ||
        !rule_is_typed(in, rate->figure->first, rate->figure->last))
        return;
    slice a = number_text(in->arena, now.value);
    slice b = number_text(in->arena, then.value);
    diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                rule_figure_span(in, rate->figure),
                rule_figure_text(in, rate->figure),
                slice_printf(in->arena, "%d年间%.*s到%.*s，年均约%.1f%%",
                             (int)years, SLICE_ARGS(b), SLICE_ARGS(a),
                             percent_of(decimal_to_double(now.value),
                                        decimal_to_double(then.value),
                                        years)));
}

void
rule_yearly(const inspection *in)
{
    stretch last = {0};
    for (size_t i = 3; i + 1 < in->claims.n && rule_has_room(in); i++) {
        stretch own = stretch_dated(in, i);
        if (own.years == 0)
            own = stretch_going_on(in, i, &last);
        if (own.years == 0)
            continue;
        last = own;
        check_stretch(in, own);
    }
}
