/* What is still to come told as done: 明年全市建成了…. Figures that are only
 * expected are those of rule_forecasts; here none is needed. */
#include "prose/lexicon.h"
#include "prose/rule.h"

/* Where the clause's first word of what is to come ends; SIZE_MAX without.
 * 为明年 and 对下一步 speak of a plan, not of a deed. */
static size_t
future_end(const inspection *in, const clause *own, slice *word)
{
    size_t at;
    slice text = rule_text(in, own->first, own->last);
    const lexicon_word *found = lexicon_find(text, LEXICON_FUTURE, &at);
    if (found == NULL)
        return SIZE_MAX;
    slice lead = slice_cut(text, 0, at);
    static const slice not_of[] = {SLICE("为"), SLICE("对"), SLICE("在"),
                                   SLICE("了"), SLICE("的"), SLICE("到")};
    for (size_t i = 0; i < sizeof not_of / sizeof *not_of; i++)
        if (slice_ends_with(lead, not_of[i]))
            return SIZE_MAX;
    *word = found->text;
    return own->first + at + found->text.len;
}

static void
check_clause(const inspection *in, const clause *own)
{
    size_t at;
    slice word;
    size_t end = future_end(in, own, &word);
    if (end == SIZE_MAX)
        return;
    slice rest = rule_text(in, end, own->last);
    const lexicon_word *deed = lexicon_find(rest, LEXICON_DONE_DEED, &at);
    if (deed == NULL || slice_find(rest, SLICE_OF("的")) < at ||
        !rule_is_typed(in, end + at, end + at + deed->text.len))
        return; /* 明年要用的资金已落实了: of another time */
    diag_report(in->diags, &PROSE_FUTURE_DONE,
                rule_span(in, end + at, end + at + deed->text.len), word,
                deed->text);
    diags_relate(in->diags, rule_span(in, end - word.len, end),
                 SLICE_OF("说的是将来"));
}

void
rule_future(const inspection *in)
{
    for (size_t i = 0; i < in->clauses.n && rule_has_room(in); i++)
        check_clause(in, &in->clauses.at[i]);
}
