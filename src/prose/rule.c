#include "prose/rule.h"

#include "prose/lexicon.h"
#include "prose/number.h"

bool
rule_has_room(const inspection *in)
{
    size_t most = INSPECT_MOST + in->passage.text.len / INSPECT_BYTES;
    return diags_count(in->diags) - in->n_before < most;
}

slice
rule_text(const inspection *in, size_t first, size_t last)
{
    return slice_cut(in->passage.text, first, last);
}

bool
rule_in_paragraph(const inspection *in, const claim *a, const claim *b)
{
    slice between = rule_text(in, a->figure->last, b->figure->first);
    return slice_find(between, SLICE_OF("\n")) == between.len;
}

jb_span
rule_span(const inspection *in, size_t first, size_t last)
{
    return passage_span(&in->passage, first, last);
}

slice
rule_figure_text(const inspection *in, const figure *f)
{
    return rule_text(in, f->first, f->last);
}

jb_span
rule_figure_span(const inspection *in, const figure *f)
{
    return rule_span(in, f->first, f->last);
}

slice
rule_lead(const inspection *in, const claim *c)
{
    const clause *own = &in->clauses.at[c->clause];
    return clause_near_end(rule_text(in, own->first, c->figure->first));
}

slice
rule_sentence_lead(const inspection *in, const claim *c)
{
    const clause *own = &in->clauses.at[c->clause];
    return clause_near_end(
            rule_text(in, own->sentence_first, c->figure->first));
}

slice
rule_sentence_rest(const inspection *in, const claim *c)
{
    const clause *own = &in->clauses.at[c->clause];
    return clause_near_start(
            rule_text(in, c->figure->last, own->sentence_last));
}

bool
rule_ends_word(const inspection *in, size_t at)
{
    static const slice marks[] = {
        SLICE("，"), SLICE("。"), SLICE("；"), SLICE("、"), SLICE("："),
        SLICE("）"), SLICE("”"),  SLICE("！"), SLICE("？"), SLICE(","),
        SLICE(";"),  SLICE(")"),  SLICE("."),  SLICE("\n"), SLICE(" "),
    };
    slice rest = rule_text(in, at, in->passage.text.len);
    if (rest.len == 0)
        return true;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_starts_with(rest, marks[i]))
            return true;
    return false;
}

bool
rule_is_typed(const inspection *in, size_t first, size_t last)
{
    return passage_is_typed(&in->passage, first, last);
}

slice
rule_difference_text(const inspection *in, jb_decimal now, jb_decimal then,
                     jb_decimal by)
{
    slice a = number_text(in->arena, now), b = number_text(in->arena, then);
    slice d = number_text(in->arena, by);
    bool is_below = decimal_sign(then) < 0;
    return slice_printf(in->arena, "%.*s − %s%.*s%s = %.*s", SLICE_ARGS(a),
                        is_below ? "(" : "", SLICE_ARGS(b),
                        is_below ? ")" : "", SLICE_ARGS(d));
}

/* 由…调整为, 从…增加到, 由…转为: a word of turning into another figure stands
 * right behind it. */
bool
rule_is_origin(const inspection *in, const claim *c)
{
    static const slice turns[] = {SLICE("调整为"), SLICE("调整到"),
                                  SLICE("调整至"), SLICE("变为"),
                                  SLICE("转为"),   SLICE("扩大到"),
                                  SLICE("收窄至"), SLICE("收窄到")};
    const clause *own = &in->clauses.at[c->clause];
    slice rest = slice_trim(rule_text(in, c->figure->last, own->last));
    for (size_t i = 0; i < sizeof turns / sizeof *turns; i++)
        if (slice_starts_with(rest, turns[i]))
            return true;
    const lexicon_word *verb = lexicon_start(rest, LEXICON_CHANGE);
    if (verb == NULL)
        return false;
    rest = slice_cut(rest, verb->text.len, rest.len);
    return slice_starts_with(rest, SLICE_OF("到")) ||
           slice_starts_with(rest, SLICE_OF("至")) ||
           slice_starts_with(rest, SLICE_OF("为"));
}
