/* An amount and its change against the amount of the time before, told
 * elsewhere in the text: 2023年820万人次 … 2024年1120万人次，增长63.6%. */
#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/listed.h"
#include "prose/nominal.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* Figures that are looked through for the time before, to either side. */
#define ACROSS_REACH 200

/* Revised from year to year, so that growth is not that of what was published;
 * or at constant prices. */
static bool
is_revised(const inspection *in, const claim *c, const claim *rate)
{
    static const char *const words[] = {"规模以上", "规上", "限额以上", "投资",
                                        "零售",     "产值", "利润",     "收入",
                                        "利税",     "主营", "增加值",   NULL};
    size_t at;
    for (size_t i = 0; words[i] != NULL; i++)
        if (slice_has(c->subject, words[i]))
            return true;
    return lexicon_find(c->subject, LEXICON_NOT_NOMINAL, &at) != NULL ||
           lexicon_find(rule_lead(in, rate), LEXICON_NOT_NOMINAL, &at) !=
               NULL ||
           lexicon_find(c->subject, LEXICON_MEAN, &at) != NULL;
}

/* A name long enough that another amount of that name is of the same thing. */
static bool
is_named(const claim *c)
{
    return indicator_stands_alone(c->indicator) ||
           c->bare.len >= 4 * strlen("一");
}

/* Whether `b` is the time with which growth at `a` compares: a year earlier, or
 * the stretch of as many months right before. */
static bool
is_time_before(const inspection *in, setting a, setting b, int basis)
{
    season x, y;
    int64_t end = setting_year_end(in, a);
    bool is_year = basis == SETTING_YEAR_BEFORE;
    if (end > 0)
        return (is_year || basis == SETTING_YEAR_END) &&
               end == setting_year_end(in, b) + 1;
    if (!setting_season(in, a, &x) || !setting_season(in, b, &y) ||
        basis == SETTING_YEAR_END || x.year == 0 ||
        x.last - x.first != y.last - y.first)
        return false;
    return is_year ? x.year == y.year + 1 && x.first == y.first
                   : x.year == y.year && x.first == y.last + 1;
}

/* Whether claim `k` tells what claim `i` does, of the time before. */
static bool
is_former(const inspection *in, size_t i, size_t k, int basis)
{
    const claim *now = &in->claims.at[i], *then = &in->claims.at[k];
    setting a = setting_from_claim(in, i), b = setting_from_claim(in, k);
    if (k == i || !claim_is_exact_amount(then) ||
        !claim_is_namesake(now, then) || b.period.len == 0 ||
        !unit_is_same_base(now->figure->quantity.unit,
                           then->figure->quantity.unit) ||
        !is_time_before(in, a, b, basis))
        return false;
    b.period = a.period;
    b.basis = a.basis;
    return setting_is_same(in, a, b);
}

/* Whether the amount less what it is said to have changed by can be the one
 * before. */
static bool
change_allows(const claim *change, const claim *now, const claim *then)
{
    rule_sum sum = rule_sum_of(now->figure->quantity);
    return !rule_sum_add(&sum, change->figure->quantity,
                         -change->direction) ||
           !rule_sum_is_off(&sum, then->figure->quantity);
}

static bool
allows(const claim *change, const claim *now, const claim *then)
{
    return change->kind == CLAIM_CHANGE
               ? change_allows(change, now, then)
               : nominal_allows(change, now->figure->quantity,
                                then->figure->quantity);
}

static void
report(const inspection *in, const claim *change, const claim *now,
       const claim *then)
{
    jb_quantity a = now->figure->quantity, b = then->figure->quantity, by = a;
    if (change->kind != CLAIM_CHANGE) {
        nominal_check(in, change, a, b);
        return;
    }
    if (level_align(&a, &b) && decimal_sub(a.value, b.value, &by.value))
        diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                    rule_figure_span(in, change->figure),
                    rule_change_text(in, change),
                    rule_difference_text(in, a.value, b.value, by.value));
}

/* Right if it is the change from any amount that may be the one before. */
static void
check_across(const inspection *in, size_t i, const claim *change)
{
    const claim *now = &in->claims.at[i], *then = NULL;
    int basis =
        setting_from_claim(in, (size_t)(change - in->claims.at)).basis;
    size_t first = i > ACROSS_REACH ? i - ACROSS_REACH : 0;
    for (size_t k = first; k < in->claims.n && k < i + ACROSS_REACH; k++) {
        if (!is_former(in, i, k, basis))
            continue;
        then = &in->claims.at[k];
        if (allows(change, now, then))
            return;
    }
    if (then == NULL || !rule_is_typed(in, change->figure->first,
                                       change->figure->last))
        return;
    report(in, change, now, then);
    diags_relate(in->diags, rule_figure_span(in, then->figure),
                 SLICE_OF("前一期的数在这里"));
}

/* A growth or an amount of change over the year before, or over the month or
 * the quarter before. */
static bool
is_change(const inspection *in, const claim *c)
{
    setting own = setting_from_claim(in, (size_t)(c - in->claims.at));
    bool is_amount = c->kind == CLAIM_CHANGE && c->direction != 0 &&
                     !c->is_expected && !c->is_aside &&
                     c->figure->quantity.bound == BOUND_EXACT &&
                     c->figure->sort == FIGURE_QUANTITY;
    return (is_amount || claim_is_exact_growth(c)) &&
           (own.basis == SETTING_YEAR_BEFORE ||
            own.basis == SETTING_YEAR_END ||
            (own.basis == SETTING_SEQUENTIAL && own.against.len == 0)) &&
           !own.is_goal &&
           !setting_spans_years(in, c);
}

/* The rates that 分别 lists from claim `i` on, each with its amount. */
static void
check_listed(const inspection *in, size_t i)
{
    listed rates = listed_from_claim(in, i), amounts;
    if (rates.n < 2 || !listed_amounts(in, i, rates.n, &amounts))
        return;
    for (size_t n = 0; n < rates.n; n++) {
        const claim *c = amounts.at[n];
        if (is_change(in, rates.at[n]) && is_named(c) &&
            !is_revised(in, c, rates.at[n]))
            check_across(in, (size_t)(c - in->claims.at), rates.at[n]);
    }
}

void
rule_across(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *rate = &in->claims.at[i];
        if (rate->level == CLAIM_OF_NOTHING || !is_change(in, rate))
            continue;
        const claim *now = &in->claims.at[rate->level];
        slice lead = rule_own_lead(in, rate);
        if (slice_has(rule_lead(in, rate), "分别")) {
            if (slice_has(lead, "分别"))
                check_listed(in, i);
        } else if (claim_is_exact_amount(now) && is_named(now) &&
                   slice_equal(rate->subject, now->subject) &&
                   !is_revised(in, now, rate)) {
            check_across(in, rate->level, rate);
        }
    }
}
