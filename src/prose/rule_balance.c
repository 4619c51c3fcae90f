/* What is the difference of two other figures of its paragraph: the balance of
 * trade of exports and imports, natural growth of births and deaths, cases
 * left of those received and closed. */
#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* Figures that are looked through. */
#define BALANCE_REACH 24
/* The set of BALANCE words of births and deaths in people. */
#define NATURAL_GROWTH 5

/* The word of that value that the subject ends in; 进出口 is no 出口, 未结案 no
 * 结案. */
static bool
is_term(const claim *c, int value)
{
    for (size_t i = 0; i < lexicon_count(LEXICON_BALANCE); i++) {
        const lexicon_word *word = lexicon_at(LEXICON_BALANCE, i);
        slice head = slice_cut(c->subject, 0,
                               c->subject.len - word->text.len);
        if (word->value == value &&
            slice_ends_with(c->subject, word->text) &&
            !slice_ends_with(head, SLICE_OF("进")) &&
            !slice_ends_with(head, SLICE_OF("未")))
            return true;
    }
    return false;
}

/* ── a − b ── */

static bool
difference(const claim *a, const claim *b, jb_quantity *out)
{
    jb_quantity less = b->figure->quantity;
    *out = a->figure->quantity;
    return level_align(out, &less) &&
           decimal_sub(out->value, less.value, &out->value);
}

/* Whether a − b can be `is`, by the digits of all three. */
static bool
can_be(const claim *a, const claim *b, jb_quantity is)
{
    rule_sum off = rule_sum_of(a->figure->quantity);
    return !rule_sum_add(&off, b->figure->quantity, -1) ||
           !rule_sum_is_off(&off, is);
}

/* 人口自然增加0.2万人: births less deaths, told as a change. */
static bool
is_natural_growth(const inspection *in, const claim *c)
{
    return c->kind == CLAIM_CHANGE && c->direction > 0 && !c->is_aside &&
           !c->is_expected && c->figure->quantity.bound == BOUND_EXACT &&
           (slice_ends_with(rule_own_lead(in, c), SLICE_OF("自然增加")) ||
            slice_ends_with(rule_own_lead(in, c), SLICE_OF("自然增长")));
}

static void
report_balance(const inspection *in, const claim *c, const claim *a,
               const claim *b)
{
    jb_quantity off, x = a->figure->quantity, y = b->figure->quantity;
    if (!difference(a, b, &off) || !level_align(&x, &y))
        return;
    slice from = number_text(in->arena, x.value);
    slice less = number_text(in->arena, y.value);
    slice is = number_text(in->arena, off.value);
    diag_report(in->diags, &PROSE_BALANCE_CONTRADICTS,
                rule_figure_span(in, c->figure),
                c->kind == CLAIM_CHANGE ? rule_own_lead(in, c) : c->subject,
                rule_figure_text(in, c->figure),
                slice_printf(in->arena, "%.*s − %.*s = %.*s",
                             SLICE_ARGS(from), SLICE_ARGS(less),
                             SLICE_ARGS(is)));
    diags_relate(in->diags, rule_figure_span(in, a->figure),
                 SLICE_OF("被减的数在这里"));
}

/* Both terms from the paragraph, the nearest before it; right if any pair is,
 * for a text may speak of more than one trade. */
static void
check_balance(const inspection *in, size_t i, int set)
{
    const claim *c = &in->claims.at[i];
    const claim *a[BALANCE_REACH], *b[BALANCE_REACH];
    size_t n_a = 0, n_b = 0;
    for (size_t k = i; k-- > 0 && i - k < BALANCE_REACH;) {
        const claim *term = &in->claims.at[k];
        if (!rule_in_paragraph(in, term, c))
            break;
        if (!claim_is_exact(term) ||
            !unit_is_same_base(term->figure->quantity.unit,
                               c->figure->quantity.unit))
            continue;
        if (is_term(term, set * 10 + 2))
            a[n_a++] = term;
        else if (is_term(term, set * 10 + 3))
            b[n_b++] = term;
    }
    for (size_t k = 0; k < n_a * n_b; k++) {
        if (can_be(a[k / n_b], b[k % n_b], c->figure->quantity))
            return;
    }
    if (n_a > 0 && n_b > 0)
        report_balance(in, c, a[0], b[0]);
}

void
rule_balances(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        const lexicon_word *word =
            lexicon_end(c->subject, LEXICON_BALANCE);
        if (claim_is_exact(c) && word != NULL && word->value % 10 == 1 &&
            rule_is_typed(in, c->figure->first, c->figure->last))
            check_balance(in, i, word->value / 10);
        else if (is_natural_growth(in, c) &&
                 rule_is_typed(in, c->figure->first, c->figure->last))
            check_balance(in, i, NATURAL_GROWTH);
    }
}
