#include "prose/entry.h"

#include "base/array.h"
#include "base/utf8.h"
#include "prose/lexicon.h"

/* What the steps below share. */
typedef struct gathering {
    arena *arena;
    slice text;
    const clause_list *clauses;
    const claim_list *claims;
    size_t *entry_of; /* one per claim; SIZE_MAX: none */
    entry_list list;
} gathering;

static const size_t HAN = 3; /* bytes of a common Han character */

static const claim *
claim_at(const gathering *g, size_t i)
{
    return &g->claims->at[i];
}

/* ── names ── */

/* 2022年, 2022年度 in front of a name. */
static slice
without_year(slice name)
{
    size_t n = 0;
    while (n < name.len && name.at[n] >= '0' && name.at[n] <= '9')
        n++;
    slice rest = slice_cut(name, n, name.len);
    if (n != 4 || !slice_starts_with(rest, SLICE_OF("年")))
        return name;
    rest = slice_cut(rest, HAN, rest.len);
    return slice_starts_with(rest, SLICE_OF("度"))
                   ? slice_cut(rest, HAN, rest.len)
                   : rest;
}

/* Verbs that bring the thing named: 争取, 组织开展, 建成. */
static slice
without_deeds(slice name)
{
    const lexicon_word *word;
    if (slice_starts_with(name, SLICE_OF("、")))
        name = slice_cut(name, strlen("、"), name.len);
    name = without_year(name);
    while ((word = lexicon_start(name, LEXICON_DEED)) != NULL ||
           (word = lexicon_start(name, LEXICON_HEAD)) != NULL)
        name = without_year(slice_trim(
                slice_cut(name, word->text.len, name.len)));
    return name;
}

static bool
ends_object(slice here)
{
    const lexicon_word *stands = lexicon_start(here, LEXICON_STANDS);
    return slice_starts_with(here, SLICE_OF("、")) ||
           slice_starts_with(here, SLICE_OF("和")) || here.at[0] == '(' ||
           (stands != NULL && stands->text.len > HAN);
}

/* Characters of a name, at most. */
#define NAME_MOST 24

/* What follows the figure up to the next: a noun, 33|家企业, or when that is
 * too general what it did, 33|家企业获得“科技贷”支持. */
static slice
object_of(const gathering *g, const claim *c)
{
    size_t last = g->clauses->at[c->clause].last;
    const claim *end = g->claims->at + g->claims->n;
    if (c + 1 < end && (c + 1)->figure->first < last)
        last = (c + 1)->figure->first;
    slice rest = slice_cut(g->text, c->figure->last, last);
    size_t at = 0, noun = SIZE_MAX;
    while (at < rest.len && at < NAME_MOST * HAN) {
        slice here = slice_cut(rest, at, rest.len);
        if (ends_object(here))
            break;
        if (noun == SIZE_MAX && lexicon_start(here, LEXICON_DEED) != NULL)
            noun = at;
        utf8_next(rest, &at);
    }
    bool is_specific = noun != SIZE_MAX && noun >= 4 * HAN;
    return slice_trim(slice_cut(rest, 0, is_specific ? noun : at));
}

/* A list of those who did it, a whole clause, or a bare 企业 is not the name
 * of what was counted. */
static bool
is_name(slice subject)
{
    const lexicon_word *noun = lexicon_start(subject, LEXICON_COUNTED);
    bool is_general = noun != NULL && noun->text.len == subject.len;
    return subject.len >= 2 * HAN && subject.len <= NAME_MOST * HAN &&
           !is_general && !slice_ends_with(subject, SLICE_OF("等")) &&
           slice_find(subject, SLICE_OF("、")) == subject.len;
}

/* 市财政局设立1000万元…准备金: who did it, then what it is. */
static bool
ends_in_deed(slice subject)
{
    return lexicon_end(subject, LEXICON_DEED) != NULL;
}

static slice
name_of(const gathering *g, const claim *c)
{
    slice subject = without_deeds(c->subject);
    slice object = object_of(g, c);
    bool is_doer = ends_in_deed(subject) && object.len >= 3 * HAN;
    if (is_name(subject) && !is_doer)
        return subject;
    if (object.len >= 2 * HAN)
        return object;
    return subject.len >= 2 * HAN ? subject : c->subject;
}

/* ── levels ── */

/* A year's expectation right behind the figure to date is of the same
 * thing. */
static bool
completes(const gathering *g, size_t i)
{
    const claim *c = claim_at(g, i);
    if (!c->is_expected || c->subject.len > 0)
        return false;
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *before = claim_at(g, k);
        if (before->sentence != c->sentence)
            return false;
        if (before->kind == CLAIM_LEVEL)
            return before->is_to_date &&
                   unit_is_same_base(before->figure->quantity.unit,
                                     c->figure->quantity.unit);
    }
    return false;
}

static bool
is_same_figure(const claim *a, const claim *b)
{
    const jb_quantity *x = &a->figure->quantity, *y = &b->figure->quantity;
    return slice_equal(x->unit.name, y->unit.name) && x->bound == y->bound &&
           decimal_compare(x->value, y->value) == 0;
}

/* The last characters of two names agree, enough to be one thing. */
static bool
is_same_name(slice a, slice b)
{
    size_t shared = 4 * HAN;
    if (a.len < shared || b.len < shared)
        return is_name(a) && slice_equal(a, b);
    return slice_equal(slice_cut(a, a.len - shared, a.len),
                       slice_cut(b, b.len - shared, b.len));
}

static size_t
entry_known(const gathering *g, const claim *c, slice name)
{
    for (size_t i = 0; i < g->list.n; i++)
        if (is_same_figure(g->list.at[i].level, c) &&
            is_same_name(g->list.at[i].name, name))
            return i;
    return SIZE_MAX;
}

static bool
is_level(const claim *c)
{
    return c->kind == CLAIM_LEVEL &&
           (c->figure->sort == FIGURE_QUANTITY ||
            c->figure->sort == FIGURE_PERCENT);
}

static void
place(gathering *g, size_t i, size_t at)
{
    g->entry_of[i] = at;
    g->list.is_placed[i] = true;
}

/* The levels right before a total that make it up become its parts. */
static void
set_parts(gathering *g, size_t i, entry *e)
{
    const claim *total = claim_at(g, i);
    jb_decimal sum = {0, 0};
    size_t first = i;
    while (first > 0 && is_level(claim_at(g, first - 1)) &&
           claim_at(g, first - 1)->sentence == total->sentence &&
           slice_equal(claim_at(g, first - 1)->figure->quantity.unit.name,
                       total->figure->quantity.unit.name) &&
           decimal_add(sum, claim_at(g, first - 1)->figure->quantity.value,
                       &sum))
        if (first--, decimal_compare(sum, total->figure->quantity.value) == 0)
            break;
    if (i - first < 2 ||
        decimal_compare(sum, total->figure->quantity.value) != 0)
        return;
    e->n_parts = i - first;
    e->parts = ARENA_ARRAY(g->arena, e->n_parts, entry_part);
    for (size_t k = 0; k < e->n_parts; k++)
        e->parts[k] = (entry_part){name_of(g, claim_at(g, first + k)),
                                   claim_at(g, first + k)};
    if (e->name.len < 2 * HAN)
        e->name = e->parts[0].name;
}

static void
add_level(gathering *g, size_t i)
{
    const claim *c = claim_at(g, i);
    entry e = {.level = c, .name = name_of(g, c)};
    if (c->is_total)
        set_parts(g, i, &e);
    size_t known = entry_known(g, c, e.name);
    if (known == SIZE_MAX) {
        known = g->list.n;
        ARRAY_PUSH(g->arena, &g->list, e);
    }
    place(g, i, known);
}

static void
add_whole(gathering *g, size_t i)
{
    for (size_t k = i; k-- > 0;) {
        if (g->entry_of[k] == SIZE_MAX)
            continue;
        entry *e = &g->list.at[g->entry_of[k]];
        if (e->whole == NULL)
            e->whole = claim_at(g, i);
        place(g, i, g->entry_of[k]);
        return;
    }
}

/* ── growth and rank ── */

/* The entry of the level that a change or rank speaks of. */
static size_t
entry_spoken_of(const gathering *g, const claim *c)
{
    return c->level == CLAIM_OF_NOTHING ? SIZE_MAX : g->entry_of[c->level];
}

static void
add_change(gathering *g, size_t i)
{
    size_t at = entry_spoken_of(g, claim_at(g, i));
    if (at == SIZE_MAX)
        return;
    if (g->list.at[at].rate == NULL)
        g->list.at[at].rate = claim_at(g, i);
    place(g, i, at);
}

static slice
lead_of(const gathering *g, const claim *c)
{
    return clause_near_end(slice_cut(g->text,
                                     g->clauses->at[c->clause].first,
                                     c->figure->first));
}

/* 全省 between 位列 and 第一; 各省辖市 and the like are left out. */
static slice
scope_of(const gathering *g, const claim *c)
{
    size_t at;
    slice lead = lead_of(g, c);
    const lexicon_word *stands = lexicon_find(lead, LEXICON_STANDS, &at);
    if (stands == NULL)
        return (slice){NULL, 0};
    slice scope = slice_trim(slice_cut(lead, at + stands->text.len,
                                       lead.len));
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
    slice rest = slice_cut(g->text, c->figure->last, g->text.len);
    slice digits = decimal_text(g->arena, c->figure->quantity.value);
    slice ordinal = slice_cut(g->text, c->figure->first, c->figure->last);
    if (slice_starts_with(rest, SLICE_OF("方阵")) ||
        slice_starts_with(rest, SLICE_OF("梯队")))
        return slice_printf(g->arena, "%.*s%.*s%.*s", SLICE_ARGS(scope),
                            SLICE_ARGS(ordinal), 6, rest.at);
    return slice_printf(g->arena, "%.*s第%.*s", SLICE_ARGS(scope),
                        SLICE_ARGS(digits));
}

/* 分别位居 and 均居 speak of the levels of the two clauses before. */
static void
spread_rank(gathering *g, size_t i, slice words)
{
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        if (claim_at(g, k)->sentence != claim_at(g, i)->sentence ||
            claim_at(g, k)->clause + 2 < claim_at(g, i)->clause)
            return;
        if (claim_at(g, k)->kind == CLAIM_RANK)
            return;
        if (g->entry_of[k] != SIZE_MAX &&
            g->list.at[g->entry_of[k]].rank.len == 0)
            g->list.at[g->entry_of[k]].rank = words;
    }
}

static void
add_rank(gathering *g, size_t i)
{
    const claim *c = claim_at(g, i);
    slice lead = lead_of(g, c), words = rank_words(g, c);
    size_t at = entry_spoken_of(g, c);
    if (scope_of(g, c).len == 0)
        return;
    if (at == SIZE_MAX && c->level == CLAIM_OF_NOTHING)
        for (size_t k = i; k-- > 0 && at == SIZE_MAX;)
            if (claim_at(g, k)->sentence == c->sentence)
                at = g->entry_of[k];
    if (at == SIZE_MAX)
        return;
    if (slice_find(lead, SLICE_OF("分别")) < lead.len ||
        slice_find(lead, SLICE_OF("均")) < lead.len)
        spread_rank(g, i, words);
    if (g->list.at[at].rank.len == 0) {
        g->list.at[at].rank = words;
        g->list.at[at].is_rank_of_growth = is_of_growth(lead);
    }
    place(g, i, at);
}

static void
gather(gathering *g, size_t i)
{
    const claim *c = claim_at(g, i);
    if (is_level(c) && completes(g, i))
        add_whole(g, i);
    else if (is_level(c))
        add_level(g, i);
    else if (c->kind == CLAIM_RATE || c->kind == CLAIM_POINTS)
        add_change(g, i);
    else if (c->figure->sort == FIGURE_ORDINAL)
        add_rank(g, i);
}

entry_list
entries_from_claims(arena *a, slice text, const clause_list *clauses,
                    const claim_list *claims)
{
    gathering g = {.arena = a, .text = text, .clauses = clauses,
                   .claims = claims};
    g.entry_of = ARENA_ARRAY(a, claims->n, size_t);
    g.list.is_placed = ARENA_ARRAY(a, claims->n, bool);
    for (size_t i = 0; i < claims->n; i++)
        g.entry_of[i] = SIZE_MAX;
    for (size_t i = 0; i < claims->n; i++)
        gather(&g, i);
    return g.list;
}
