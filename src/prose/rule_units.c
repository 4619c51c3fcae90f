/* Figures that lack what a figure needs: a unit behind an amount, a bound of
 * one hundred on a share. */
#include "prose/lexicon.h"
#include "prose/rule.h"

/* ── 占比102% ── */

void
rule_above_all(const inspection *in)
{
    jb_decimal all = {100, 0};
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        slice lead = rule_lead(in, c);
        const lexicon_word *word = lexicon_end(lead, LEXICON_SHARE);
        if (c->kind != CLAIM_LEVEL || c->figure->sort != FIGURE_PERCENT ||
            word == NULL ||
            decimal_compare(c->figure->quantity.value, all) <= 0 ||
            !rule_is_typed(in, c->figure->first, c->figure->last))
            continue;
        size_t first = c->figure->first - word->text.len;
        diag_report(in->diags, &PROSE_SHARE_ABOVE_ALL,
                    rule_span(in, first, c->figure->last),
                    rule_text(in, first, c->figure->last));
    }
}

/* ── 成交额达到62.3，增长38.2% ── */

/* 达到, 为, 完成: behind these an amount needs its unit; in a table none of
 * them stands. */
static bool
is_stated(slice lead)
{
    static const slice verbs[] = {SLICE("达到"), SLICE("达"), SLICE("为"),
                                  SLICE("完成"), SLICE("实现")};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (slice_ends_with(lead, verbs[i]))
            return true;
    return false;
}

/* What piles up is an amount; a ratio such as 比值 has no unit. */
static bool
needs_unit(slice subject)
{
    const lexicon_word *word = lexicon_end(subject, LEXICON_INDICATOR);
    return word != NULL && word->value == 1 &&
           !slice_ends_with(subject, SLICE_OF("比值"));
}

void
rule_units(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        const figure *f = c->figure;
        bool is_last = f->last == in->passage.text.len;
        slice mark = rule_text(in, f->last, f->last + 1);
        if (f->sort != FIGURE_BARE || f->is_chinese || c->is_aside ||
            is_last || slice_is(mark, " ") || slice_is(mark, "\n") ||
            !rule_ends_word(in, f->last) || !is_stated(rule_lead(in, c)) ||
            !needs_unit(c->subject) ||
            !rule_is_typed(in, f->first, f->last))
            continue;
        size_t first = f->first;
        diag_report(in->diags, &PROSE_UNIT_MISSING,
                    rule_span(in, first, f->last),
                    rule_text(in, first, f->last));
    }
}

/* ── ，， ── */

/* 。。。 stands for an ellipsis. */
static bool
is_in_run(slice text, size_t first, size_t last)
{
    size_t len = strlen("。");
    slice mark = slice_cut(text, first, first + len);
    return slice_ends_with(slice_cut(text, 0, first), mark) ||
           slice_starts_with(slice_cut(text, last, text.len), mark);
}

void
rule_marks(const inspection *in)
{
    static const slice marks[] = {
        SLICE("，，"), SLICE("。。"), SLICE("、、"), SLICE("；；"),
        SLICE("，。"), SLICE("。，"), SLICE("、，"), SLICE("；。"),
        SLICE("：："), SLICE("，；"),
    };
    slice text = in->passage.text;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        for (size_t at = 0; at < text.len && rule_has_room(in);) {
            at += slice_find(slice_cut(text, at, text.len), marks[i]);
            size_t last = at + marks[i].len;
            if (at < text.len && !is_in_run(text, at, last) &&
                rule_is_typed(in, at, last))
                diag_report(in->diags, &PROSE_MARK_DOUBLED,
                            rule_span(in, at, last), marks[i]);
            at = last;
        }
}
