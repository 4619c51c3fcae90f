/* What can only be whole: the number of things a year ago, a place in a
 * ranking, the only one. */
#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* ── 12家，增长10% ── */

static bool
is_count(const claim *c)
{
    const jb_quantity *q = &c->figure->quantity;
    return c->kind == CLAIM_LEVEL && c->figure->sort == FIGURE_QUANTITY &&
           q->bound == BOUND_EXACT && q->unit.kind == UNIT_COUNT &&
           q->unit.power == 0 && q->value.scale == 0 && !c->is_expected &&
           !c->is_base && q->value.coefficient > 0;
}

/* Whether nothing stands between but a mark and what it is compared with:
 * ，同比增长. */
static bool
is_plain_growth(slice between)
{
    const lexicon_word *word;
    bool is_wide = slice_starts_with(between, SLICE_OF("，"));
    if (!is_wide && !slice_starts_with(between, SLICE_OF(",")))
        return false;
    between = slice_cut(between, is_wide ? strlen("，") : 1, between.len);
    if ((word = lexicon_start(between, LEXICON_VERSUS)) != NULL)
        between = slice_cut(between, word->text.len, between.len);
    if ((word = lexicon_start(between, LEXICON_CHANGE)) == NULL)
        return false;
    between = slice_cut(between, word->text.len, between.len);
    return between.len == 0 || slice_is(between, "了");
}

static bool
is_growth_of(const inspection *in, const claim *count, const claim *rate)
{
    slice between =
        rule_text(in, count->figure->last, rate->figure->first);
    return rate->kind == CLAIM_RATE && !rate->is_aside &&
           rate->figure->sort == FIGURE_PERCENT &&
           rate->figure->quantity.bound == BOUND_EXACT &&
           rate->sentence == count->sentence &&
           setting_basis(in, rate) <= SETTING_YEAR_BEFORE &&
           is_plain_growth(between);
}

/* 100 + rate, half a digit lower or higher. */
static double
factor(const claim *rate, double half)
{
    double step = 1;
    for (int i = 0; i < rate->rate.scale; i++)
        step /= 10;
    return (100 + decimal_to_double(rate->rate) + half * step) / 100;
}

/* Both ends with as many decimals as tell them apart. */
static slice
ends_text(arena *a, double low, double high)
{
    for (int digits = 2; digits < 6; digits++) {
        slice from = slice_printf(a, "%.*f", digits, low);
        slice to = slice_printf(a, "%.*f", digits, high);
        if (!slice_equal(from, to))
            return slice_printf(a, "%.*s和%.*s", SLICE_ARGS(from),
                                SLICE_ARGS(to));
    }
    return slice_printf(a, "%.6f和%.6f", low, high);
}

/* Ends are widened by a hair, so that what lies on a half is let pass. */
static void
check_whole(const inspection *in, const claim *count, const claim *rate)
{
    double now = (double)count->figure->quantity.value.coefficient;
    double least = factor(rate, 0.5), most = factor(rate, -0.5);
    if (most <= 0)
        return;
    double low = now / least - 1e-9, high = now / most + 1e-9;
    int64_t whole = (int64_t)high;
    if ((double)whole >= low || high > 1e12 ||
        !rule_is_typed(in, rate->figure->first, rate->figure->last))
        return;
    diag_report(in->diags, &PROSE_GROWTH_IMPOSSIBLE,
                rule_figure_span(in, rate->figure),
                rule_figure_text(in, rate->figure),
                rule_figure_text(in, count->figure),
                ends_text(in->arena, low, high));
    diags_relate(in->diags, rule_figure_span(in, count->figure),
                 SLICE_OF("个数在这里"));
}

void
rule_wholes(const inspection *in)
{
    for (size_t i = 0; i + 1 < in->claims.n && rule_has_room(in); i++)
        if (is_count(&in->claims.at[i]) &&
            is_growth_of(in, &in->claims.at[i], &in->claims.at[i + 1]))
            check_whole(in, &in->claims.at[i], &in->claims.at[i + 1]);
}

/* ── 18个市中居第19位 ── */

/* How many are ranked: the count right before the place, with 中 or a kind of
 * district behind it; 在12个县区中 may be a clause of its own. */
static const claim *
peers_of(const inspection *in, size_t i)
{
    const claim *rank = &in->claims.at[i];
    if (i == 0 || in->claims.at[i - 1].sentence != rank->sentence)
        return NULL;
    const claim *c = rank - 1;
    slice between = rule_text(in, c->figure->last, rank->figure->first);
    slice kind = slice_cut(between, 0, slice_find(between, SLICE_OF("中")));
    size_t at;
    bool is_among = kind.len < between.len && kind.len <= strlen("省辖市区");
    bool is_places = lexicon_find(between, LEXICON_STANDS, &at) != NULL &&
                     lexicon_find(slice_cut(between, 0, at),
                                  LEXICON_EXCLUSIVE, &at) != NULL;
    bool is_kind = between.len <= strlen("省辖市区") &&
                   lexicon_end(between, LEXICON_EXCLUSIVE) != NULL &&
                   lexicon_find(rule_lead(in, c), LEXICON_STANDS, &at) !=
                       NULL; /* 居全省17个省辖市第18位 */
    bool is_near = is_among || ((is_places || is_kind) &&
                                c->clause == rank->clause);
    return is_count(c) && is_near ? c : NULL;
}

/* 居全省第19位，全省共有18个地市: the count told right behind, of the same
 * place's districts. */
static const claim *
peers_behind(const inspection *in, size_t i)
{
    const claim *rank = &in->claims.at[i], *c = rank + 1;
    if (i + 1 == in->claims.n || c->sentence != rank->sentence || !is_count(c))
        return NULL;
    slice lead = slice_trim(rule_lead(in, c)), before = rule_lead(in, rank);
    slice rest = rule_text(in, c->figure->last,
                           in->clauses.at[c->clause].last);
    static const slice scopes[] = {SLICE("全国"), SLICE("全省"),
                                   SLICE("全市"), SLICE("全区"),
                                   SLICE("全县")};
    for (size_t k = 0; k < sizeof scopes / sizeof *scopes; k++)
        if (slice_starts_with(lead, scopes[k]) &&
            slice_find(before, scopes[k]) < before.len)
            return lexicon_end(rest, LEXICON_EXCLUSIVE) != NULL ||
                           rest.len == 0
                       ? c
                       : NULL;
    return NULL;
}

static void
report_rank(const inspection *in, const claim *c, slice peers)
{
    slice place = slice_printf(in->arena, "%.*s位",
                               SLICE_ARGS(rule_figure_text(in, c->figure)));
    diag_report(in->diags, &PROSE_RANK_RANGE,
                rule_figure_span(in, c->figure), peers, place);
}

static void
check_rank(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i], *peers = peers_of(in, i);
    jb_decimal one = {1, 0}, place = c->figure->quantity.value;
    if (decimal_compare(place, one) < 0) {
        report_rank(in, c, SLICE_OF("排名"));
        return;
    }
    if (peers == NULL)
        peers = peers_behind(in, i);
    if (peers == NULL ||
        decimal_compare(place, peers->figure->quantity.value) <= 0)
        return;
    report_rank(in, c, rule_figure_text(in, peers->figure));
    diags_relate(in->diags, rule_figure_span(in, peers->figure),
                 SLICE_OF("个数在这里"));
}

void
rule_ranks(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        if (c->kind == CLAIM_RANK &&
            rule_is_typed(in, c->figure->first, c->figure->last))
            check_rank(in, i);
    }
}

/* ── 唯一的3家 ── */

void
rule_sole(const inspection *in)
{
    jb_decimal two = {2, 0};
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        slice lead = rule_lead(in, c);
        slice word = slice_ends_with(lead, SLICE_OF("唯一的"))
                         ? SLICE_OF("唯一的")
                         : SLICE_OF("唯一");
        size_t first = c->figure->first - word.len;
        if (c->kind == CLAIM_LEVEL && slice_ends_with(lead, word) &&
            c->figure->quantity.unit.kind == UNIT_COUNT &&
            decimal_compare(c->figure->quantity.value, two) >= 0 &&
            rule_is_typed(in, first, c->figure->last))
            diag_report(in->diags, &PROSE_SOLE_MANY,
                        rule_span(in, first, c->figure->last),
                        rule_text(in, first, c->figure->last));
    }
}

/* ── 截至10月底…，比上年全年增长 ── */

/* 比2021年全年: the whole of another year. */
static bool
is_of_whole_year(slice lead)
{
    size_t at;
    slice rest = lead;
    const lexicon_word *word = lexicon_find(lead, LEXICON_AGAINST, &at);
    if (word == NULL)
        return false;
    rest = slice_cut(lead, at, lead.len);
    return slice_find(rest, SLICE_OF("年全年")) < rest.len;
}

/* The nearest level before it in its sentence that is to date, when nothing
 * but such or a forecast stands between. */
static const claim *
level_to_date(const inspection *in, size_t i)
{
    const claim *rate = &in->claims.at[i];
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *c = &in->claims.at[k];
        if (c->sentence != rate->sentence)
            break;
        if (c->kind != CLAIM_LEVEL || c->is_aside)
            continue;
        int months = setting_months(in, setting_from_claim(in, k));
        bool is_part = months > 0 && months < 12;
        if ((c->is_to_date || is_part) && !c->is_expected)
            return c;
        if (!c->is_expected)
            break;
    }
    return NULL;
}

void
rule_to_date(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        slice lead = slice_trim(rule_lead(in, c));
        if (c->kind != CLAIM_RATE || c->is_aside || !is_of_whole_year(lead))
            continue;
        const claim *level = level_to_date(in, i);
        if (level == NULL || !rule_is_typed(in, c->figure->first,
                                            c->figure->last))
            continue;
        diag_report(in->diags, &PROSE_TO_DATE_BASE,
                    rule_figure_span(in, c->figure),
                    rule_figure_text(in, level->figure), lead,
                    rule_figure_text(in, c->figure));
        diags_relate(in->diags, rule_figure_span(in, level->figure),
                     SLICE_OF("累计数在这里"));
    }
}
