/* Words of direction against the growth they speak of: 由增转降, 增幅, 降幅. */
#include "prose/lexicon.h"
#include "prose/rule.h"

static bool
is_direct(const claim *c)
{
    return c->kind == CLAIM_RATE && c->direction != 0 && !c->is_aside;
}

static int
sign_of(const claim *c)
{
    return decimal_sign(c->rate);
}

static void
report(const inspection *in, size_t first, size_t last, const claim *rate)
{
    if (!rule_is_typed(in, first, last))
        return;
    diag_report(in->diags, &PROSE_TURN_CONTRADICTS,
                rule_span(in, first, last), rule_text(in, first, last),
                rule_change_text(in, rate));
    diags_relate(in->diags, rule_figure_span(in, rate->figure),
                 SLICE_OF("增速在这里"));
}

/* ── 降幅收窄1.2个百分点 ── */

/* 同比增长5.2%，降幅比上月收窄…: what grows has no 降幅. A clause that turns
 * (转为, 由…) or names its own subject is left alone. */
static void
check_pace(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    slice lead = slice_trim(rule_lead(in, c));
    const lexicon_word *word = lexicon_start(lead, LEXICON_PACE);
    const claim *rate = rule_spoken_of(in, i);
    bool is_turned = slice_find(lead, SLICE_OF("转")) < lead.len ||
                     slice_find(lead, SLICE_OF("回落")) < lead.len;
    if (word == NULL || rate == NULL || is_turned || !is_direct(rate) ||
        sign_of(rate) * word->value >= 0)
        return;
    report(in, c->figure->first - lead.len, c->figure->last, rate);
}

/* ── 由增转降 ── */

/* 较一季度的下降4.1%由负转正: what was turned from. */
static bool
is_turned_from(const inspection *in, const claim *c)
{
    slice lead = slice_trim(rule_lead(in, c));
    const lexicon_word *verb = lexicon_end(lead, LEXICON_CHANGE);
    size_t len = verb == NULL ? 0 : verb->text.len;
    return lexicon_start(lead, LEXICON_AGAINST) != NULL &&
           slice_ends_with(slice_cut(lead, 0, lead.len - len),
                           SLICE_OF("的"));
}

/* The growth that the turn led to: the next of its sentence, in its clause
 * or the one behind it; else the one before, likewise. */
static const claim *
rate_near(const inspection *in, size_t next, const clause *own,
          size_t own_index)
{
    for (size_t k = next; k < in->claims.n; k++) {
        const claim *c = &in->claims.at[k];
        if (c->sentence != own->sentence || c->clause > own_index + 1)
            break;
        if (is_direct(c) && !is_turned_from(in, c))
            return c;
    }
    for (size_t k = next; k-- > 0;) {
        const claim *c = &in->claims.at[k];
        if (c->sentence != own->sentence || c->clause + 1 < own_index)
            break;
        if (is_direct(c) && !is_turned_from(in, c))
            return c;
    }
    return NULL;
}

static void
check_turn(const inspection *in, size_t at, size_t next,
           const lexicon_word *word)
{
    size_t own = clause_at(&in->clauses, at);
    if (own == in->clauses.n)
        return;
    const claim *rate =
        rate_near(in, next, &in->clauses.at[own], own);
    if (rate != NULL && sign_of(rate) * word->value < 0)
        report(in, at, at + word->text.len, rate);
}

void
rule_turns(const inspection *in)
{
    slice text = in->passage.text;
    size_t next = 0;
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++)
        if (in->claims.at[i].kind == CLAIM_POINTS)
            check_pace(in, i);
    for (size_t at = 0; at < text.len && rule_has_room(in);) {
        at += slice_find(slice_cut(text, at, text.len), SLICE_OF("由"));
        slice rest = slice_cut(text, at, text.len);
        const lexicon_word *word = lexicon_start(rest, LEXICON_TURN);
        while (next < in->claims.n && in->claims.at[next].figure->first < at)
            next++;
        if (word != NULL)
            check_turn(in, at, next, word);
        at += strlen("由");
    }
}
