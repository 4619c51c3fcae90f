/* What is still to come told as done: 明年全市建成了…. Figures that are only
 * expected are those of rule_forecasts; here none is needed. */
#include "prose/lexicon.h"
#include "prose/rule.h"
#include "prose/season.h"

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

/* ── 到2030年，…已建成 ── */

/* The latest year that the text tells of as its own. */
static int64_t
latest_year(const inspection *in)
{
    int64_t latest = 0;
    for (size_t i = 0; i < in->figures.n; i++) {
        const figure *f = &in->figures.at[i];
        int64_t year = f->quantity.value.coefficient;
        slice rest = rule_text(in, f->last, f->last + strlen("年"));
        bool is_year = f->sort == FIGURE_DATE && year >= 1900 &&
                       year < 2200 && slice_is(rest, "年");
        if (is_year && season_is_own_year(in->passage.text, f) &&
            year > latest)
            latest = year;
    }
    return latest;
}

/* 已建成 in a sentence that starts with 到 and a year two and more behind the
 * last that the text tells of. */
static void
check_year(const inspection *in, size_t i, int64_t latest)
{
    const claim *c = &in->claims.at[i];
    const clause *own = &in->clauses.at[c->clause];
    slice lead = slice_trim(rule_lead(in, c));
    slice rest = rule_text(in, c->figure->last, own->sentence_last);
    static const slice words[] = {SLICE("已经"), SLICE("已建成"),
                                  SLICE("已完成"), SLICE("已实现"),
                                  SLICE("已达到")};
    if (latest == 0 || c->figure->sort != FIGURE_DATE ||
        c->figure->quantity.value.coefficient < latest + 2 ||
        c->figure->quantity.value.coefficient >= 2200 ||
        !slice_is(lead, "到") || !slice_starts_with(rest, SLICE_OF("年")))
        return;
    rest = clause_near_start(rest);
    for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
        size_t at = slice_find(rest, words[k]);
        size_t first = c->figure->last + at;
        if (at == rest.len ||
            !rule_is_typed(in, first, first + words[k].len))
            continue;
        slice year = rule_text(in, c->figure->first - lead.len,
                               c->figure->last + strlen("年"));
        diag_report(in->diags, &PROSE_FUTURE_DONE,
                    rule_span(in, first, first + words[k].len), year,
                    words[k]);
        return;
    }
}

void
rule_future(const inspection *in)
{
    for (size_t i = 0; i < in->clauses.n && rule_has_room(in); i++)
        check_clause(in, &in->clauses.at[i]);
    int64_t latest = latest_year(in);
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++)
        check_year(in, i, latest);
}
