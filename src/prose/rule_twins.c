/* What is known to be told twice, whatever it is called: an amount of five
 * digits is the same amount, and so is a part of the same whole. Then what is
 * said of it must be the same. */
#include "prose/lexicon.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* How far back, and digits of an amount that no two things share by chance. */
#define TWINS_BACK 400
#define TWINS_LEAST 10000

static bool
is_same_amount(const claim *a, const claim *b)
{
    jb_quantity x = a->figure->quantity, y = b->figure->quantity;
    return x.value.coefficient == y.value.coefficient &&
           x.value.scale == y.value.scale &&
           slice_equal(x.unit.name, y.unit.name);
}

static bool
has_same_end(slice a, slice b)
{
    const size_t tail = 2 * strlen("一");
    return a.len >= tail && b.len >= tail &&
           slice_ends_with(a, slice_cut(b, b.len - tail, b.len));
}

static void
report(const inspection *in, const claim *a, const claim *b, slice subject)
{
    if (!rule_is_typed(in, b->figure->first, b->figure->last))
        return;
    diag_report(in->diags, &PROSE_FIGURE_VARIES,
                rule_figure_span(in, b->figure), subject,
                rule_figure_text(in, b->figure),
                rule_figure_text(in, a->figure));
    diags_relate(in->diags, rule_figure_span(in, a->figure),
                 SLICE_OF("前一处在这里"));
}

/* ── 592277.02万元，同比减少1.18% … 592277.02万元，同比增长1.18% ── */

/* The growth right behind the level, against the year before. */
static const claim *
growth_of(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i + 1];
    bool is_own = i + 1 < in->claims.n && c->kind == CLAIM_RATE &&
                  c->direction != 0 && !c->is_aside && c->level == i &&
                  c->figure->sort == FIGURE_PERCENT &&
                  c->figure->quantity.bound == BOUND_EXACT &&
                  setting_basis(in, c) <= SETTING_YEAR_BEFORE &&
                  slice_equal(c->subject, in->claims.at[i].subject);
    return is_own ? c : NULL;
}

/* 1.18% and -1.18%, 12.5% and 15.2%: one rate with its sign or two digits
 * changed; others may be of another basis. */
static bool
is_slip_of(const claim *a, const claim *b)
{
    int64_t x = a->figure->quantity.value.coefficient;
    int64_t y = b->figure->quantity.value.coefficient;
    int digits[10] = {0};
    if (a->figure->quantity.value.scale != b->figure->quantity.value.scale)
        return false;
    if (x == y)
        return x != 0 && a->direction != b->direction;
    for (int64_t v = x; v > 0; v /= 10)
        digits[v % 10]++;
    for (int64_t v = y; v > 0; v /= 10)
        digits[v % 10]--;
    for (int i = 0; i < 10; i++)
        if (digits[i] != 0)
            return false;
    return true;
}

static void
check_growth(const inspection *in, size_t i)
{
    const claim *b = &in->claims.at[i], *rate = growth_of(in, i);
    if (rate == NULL || b->figure->quantity.value.coefficient < TWINS_LEAST)
        return;
    for (size_t k = i; k-- > 0 && i - k < TWINS_BACK;) {
        const claim *a = &in->claims.at[k];
        if (!claim_is_exact_amount(a) || !is_same_amount(a, b) ||
            a->sentence == b->sentence || !has_same_end(a->subject, b->subject))
            continue;
        const claim *before = growth_of(in, k);
        if (before != NULL && is_slip_of(before, rate) &&
            !slice_equal(a->subject, b->subject)) /* else rule_repeats */
            report(in, before, rate, b->subject);
        return;
    }
}

void
rule_twins(const inspection *in)
{
    for (size_t i = 0; i + 1 < in->claims.n && rule_has_room(in); i++)
        if (claim_is_exact_amount(&in->claims.at[i]))
            check_growth(in, i);
}

/* ── 113945亿元，其中住宅投资86520亿元 … 其中住宅投资86250亿元 ── */

/* The first part behind 其中, with the whole right before that. */
static const claim *
whole_of(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    slice lead = rule_lead(in, c), all = rule_sentence_lead(in, c);
    slice among = SLICE_OF("其中");
    bool is_first = slice_starts_with(slice_trim(lead), among) ||
                    slice_ends_with(slice_trim(slice_cut(
                                        all, 0, all.len - lead.len)),
                                    SLICE_OF("其中，")) ||
                    slice_ends_with(slice_trim(slice_cut(
                                        all, 0, all.len - lead.len)),
                                    SLICE_OF("其中,"));
    for (size_t k = i; is_first && k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *whole = &in->claims.at[k];
        if (!rule_in_paragraph(in, whole, c) ||
            whole->sentence + 1 < c->sentence)
            break;
        if (claim_is_exact_amount(whole))
            return whole;
    }
    return NULL;
}

static void
check_part(const inspection *in, size_t i)
{
    const claim *b = &in->claims.at[i], *whole = whole_of(in, i);
    if (whole == NULL || b->subject.len < 3 * strlen("一") ||
        whole->figure->quantity.value.coefficient < TWINS_LEAST)
        return;
    for (size_t k = i; k-- > 0 && i - k < TWINS_BACK;) {
        const claim *a = &in->claims.at[k];
        if (!claim_is_exact_amount(a) || a->sentence == b->sentence ||
            !slice_equal(a->subject, b->subject) ||
            !slice_equal(a->figure->quantity.unit.name,
                         b->figure->quantity.unit.name))
            continue;
        const claim *before = whole_of(in, k);
        if (before == NULL || !is_same_amount(before, whole) ||
            !slice_equal(before->subject, whole->subject))
            continue;
        if (!is_same_amount(a, b))
            report(in, a, b, b->subject);
        return;
    }
}

void
rule_same_parts(const inspection *in)
{
    for (size_t i = 1; i < in->claims.n && rule_has_room(in); i++)
        if (claim_is_exact_amount(&in->claims.at[i]))
            check_part(in, i);
}
