/* Ranks: 增幅位列全省第一, 分别位居全省第一方阵. */
#include "base/array.h"
#include "prose/gathering.h"
#include "prose/lexicon.h"

/* 奖补资金额度|全省|第一 has no verb. */
static slice
scope_at_end(slice lead)
{
    const lexicon_word *word = lexicon_end(lead, LEXICON_SCOPE);
    return word == NULL ? (slice){NULL, 0} : word->text;
}

/* 全国 of 在全国36个大中城市中. */
static slice
scope_before(slice lead)
{
    slice in = SLICE_OF("在"), none = {NULL, 0};
    size_t at = slice_find(lead, in);
    if (at == lead.len)
        return none;
    const lexicon_word *word = lexicon_start(
            slice_cut(lead, at + in.len, lead.len), LEXICON_SCOPE);
    return word == NULL ? none : word->text;
}

/* 全省 between 位列 and 第一; 各省辖市 and the like are left out. */
static slice
scope_of(const gathering *g, const claim *c)
{
    size_t at;
    slice lead = gathering_lead(g, c);
    const lexicon_word *stands = lexicon_find(lead, LEXICON_STANDS, &at);
    if (stands == NULL)
        return scope_at_end(lead);
    slice scope = slice_trim(slice_cut(lead, at + stands->text.len,
                                       lead.len));
    if (scope.len == 0) /* 在全国36个大中城市中居第4位 */
        scope = scope_before(slice_cut(lead, 0, at));
    const lexicon_word *known = lexicon_start(scope, LEXICON_SCOPE);
    return known != NULL ? known->text : scope;
}

static bool
is_of_growth(slice lead)
{
    return slice_find(lead, SLICE_OF("增幅")) < lead.len ||
           slice_find(lead, SLICE_OF("增速")) < lead.len;
}

static slice
rank_words(const gathering *g, const claim *c)
{
    slice scope = scope_of(g, c);
    slice rest = slice_cut(g->naming.text, c->figure->last,
                           g->naming.text.len);
    slice digits = decimal_text(g->naming.arena, c->figure->quantity.value);
    slice ordinal = slice_cut(g->naming.text, c->figure->first,
                              c->figure->last);
    if (slice_starts_with(rest, SLICE_OF("方阵")) ||
        slice_starts_with(rest, SLICE_OF("梯队")))
        return slice_printf(g->naming.arena, "%.*s%.*s%.*s", SLICE_ARGS(scope),
                            SLICE_ARGS(ordinal), 6, rest.at);
    return slice_printf(g->naming.arena, "%.*s第%.*s", SLICE_ARGS(scope),
                        SLICE_ARGS(digits));
}

static bool
says_each(slice lead)
{
    return slice_find(lead, SLICE_OF("分别")) < lead.len ||
           slice_find(lead, SLICE_OF("均")) < lead.len;
}

/* The clause of the figure before, up to that figure. */
static slice
lead_before(const gathering *g, size_t i)
{
    if (i == 0)
        return (slice){NULL, 0};
    return gathering_lead(g, gathering_claim(g, i - 1));
}

/* 分别位居 and 均居 speak of the levels of the two clauses before. */
static void
spread_rank(gathering *g, size_t i, slice words)
{
    const claim *rank = gathering_claim(g, i);
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *c = gathering_claim(g, k);
        if (c->sentence != rank->sentence ||
            c->clause + 2 < rank->clause || c->kind == CLAIM_RANK)
            return;
        if (g->entry_of[k] != SIZE_MAX &&
            g->list.at[g->entry_of[k]].rank.len == 0)
            g->list.at[g->entry_of[k]].rank = words;
    }
}

void
gathering_set_rank(gathering *g, size_t i, size_t at)
{
    slice lead = gathering_lead(g, gathering_claim(g, i));
    if (g->list.at[at].rank.len == 0) {
        g->list.at[at].rank = rank_words(g, gathering_claim(g, i));
        g->list.at[at].is_rank_of_growth = is_of_growth(lead);
    }
    gathering_place(g, i, at);
}

/* 工业用电量增幅居全省第四: the entry of its sentence that it names. */
static size_t
entry_named(const gathering *g, size_t i)
{
    const claim *rank = gathering_claim(g, i);
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *c = gathering_claim(g, k);
        size_t at = g->entry_of[k];
        if (c->sentence != rank->sentence)
            break;
        if (at != SIZE_MAX &&
            slice_starts_with(rank->subject, g->list.at[at].name))
            return at;
    }
    return SIZE_MAX;
}

void
gathering_rank(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    slice lead = gathering_lead(g, c);
    size_t at = gathering_before(g, i), named = entry_named(g, i);
    if (scope_of(g, c).len > 0 && named != SIZE_MAX) {
        gathering_set_rank(g, i, named);
        return;
    }
    if (scope_of(g, c).len == 0 || at == SIZE_MAX)
        return;
    if (says_each(lead) || says_each(lead_before(g, i)))
        spread_rank(g, i, rank_words(g, c));
    gathering_set_rank(g, i, at);
}

bool
gathering_is_field(const gathering *g, size_t i)
{
    size_t at;
    const claim *c = gathering_claim(g, i), *rank = c + 1;
    slice lead = gathering_lead(g, c);
    slice rest = slice_cut(g->naming.text, c->figure->last,
                           g->naming.clauses->at[c->clause].last);
    bool is_among = slice_ends_with(slice_trim(rest), SLICE_OF("中"));
    if (i + 1 == g->naming.claims->n || rank->sentence != c->sentence ||
        (rank->clause != c->clause && !is_among) ||
        rank->figure->sort != FIGURE_ORDINAL ||
        c->figure->quantity.unit.kind != UNIT_COUNT)
        return false;
    const lexicon_word *scope = lexicon_end(lead, LEXICON_SCOPE);
    if (scope == NULL)
        return false;
    lead = slice_trim(slice_cut(lead, 0, lead.len - scope->text.len));
    return slice_ends_with(lead, SLICE_OF("在")) ||
           lexicon_find(lead, LEXICON_STANDS, &at) != NULL;
}
