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
speaks_of_growth(slice lead)
{
    return slice_has(lead, "增幅") || slice_has(lead, "增速");
}

/* 高于全市平均水平0.4个百分点 goes on with the subject before it. */
static bool
goes_on(const gathering *g, const claim *c)
{
    static const slice opens[] = {SLICE("高于"), SLICE("低于"), SLICE("快于"),
                                  SLICE("慢于"), SLICE("比"), SLICE("较"),
                                  SLICE("与")};
    slice lead = slice_trim(gathering_lead(g, c));
    for (size_t i = 0; i < sizeof opens / sizeof *opens; i++)
        if (slice_starts_with(lead, opens[i]))
            return c->kind == CLAIM_POINTS;
    return false;
}

/* 增速比上半年加快0.3个百分点，高于全市平均水平0.4个百分点，居全市第3位: a rank without
 * a subject is of what was spoken of last. */
static bool
is_of_growth(const gathering *g, size_t i)
{
    const claim *rank = gathering_claim(g, i);
    slice lead = slice_trim(gathering_lead(g, rank));
    if (speaks_of_growth(lead))
        return true;
    if (lexicon_start(lead, LEXICON_STANDS) == NULL)
        return false;
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *c = gathering_claim(g, k);
        if (c->sentence != rank->sentence || c->clause == rank->clause)
            return false;
        if (c->kind == CLAIM_POINTS && speaks_of_growth(gathering_lead(g, c)))
            return true;
        if (!goes_on(g, c))
            return false;
    }
    return false;
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

/* 分别居, 均居; 平均 and 人均 are of another thing. */
static bool
says_each(slice lead)
{
    static const slice others[] = {SLICE("平"), SLICE("人"), SLICE("年"),
                                   SLICE("户")};
    size_t at = slice_find(lead, SLICE_OF("均"));
    bool is_each = at < lead.len;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        is_each = is_each && !slice_ends_with(slice_cut(lead, 0, at),
                                              others[i]);
    return is_each || slice_has(lead, "分别");
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
    if (g->list.at[at].rank.len == 0) {
        g->list.at[at].rank = rank_words(g, gathering_claim(g, i));
        g->list.at[at].is_rank_of_growth = is_of_growth(g, i);
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

/* 第4位和第7位 */
static bool
is_rank_joined(const gathering *g, size_t i)
{
    static const slice joints[] = {SLICE("位和"), SLICE("位、"), SLICE("和"),
                                   SLICE("、"), SLICE("名和"), SLICE("名、")};
    const claim *c = gathering_claim(g, i);
    if (i == 0 || (c - 1)->clause != c->clause ||
        c->figure->sort != FIGURE_ORDINAL ||
        (c - 1)->figure->sort != FIGURE_ORDINAL)
        return false;
    slice between = slice_trim(slice_cut(g->naming.text, (c - 1)->figure->last,
                                         c->figure->first));
    for (size_t k = 0; k < sizeof joints / sizeof *joints; k++)
        if (slice_equal(between, joints[k]))
            return true;
    return false;
}

/* The first rank of the list that claim `i` is in, and how many it has. */
static size_t
rank_list(const gathering *g, size_t i, size_t *first)
{
    size_t last = i;
    *first = i;
    while (is_rank_joined(g, *first))
        (*first)--;
    while (last + 1 < g->naming.claims->n && is_rank_joined(g, last + 1))
        last++;
    return last - *first + 1;
}

/* 甲96.4%、乙91.2%，分列全省第4位和第7位: each to the level in its place; true when
 * the rank was one of a list. */
static bool
add_listed_rank(gathering *g, size_t i)
{
    size_t first, n = rank_list(g, i, &first), back = n - (i - first);
    const claim *c = gathering_claim(g, i);
    if (n < 2)
        return false;
    slice scope = scope_of(g, gathering_claim(g, first));
    const lexicon_word *known = lexicon_start(scope, LEXICON_SCOPE);
    for (size_t k = first; known != NULL && k-- > 0;) {
        const claim *level = gathering_claim(g, k);
        if (level->sentence != c->sentence)
            break;
        if (level->kind != CLAIM_LEVEL || g->entry_of[k] == SIZE_MAX)
            continue;
        if (--back > 0)
            continue;
        entry *e = &g->list.at[g->entry_of[k]];
        e->rank = slice_printf(
                g->naming.arena, "%.*s第%.*s", SLICE_ARGS(known->text),
                SLICE_ARGS(decimal_text(g->naming.arena,
                                        c->figure->quantity.value)));
        g->list.is_placed[i] = true;
        break;
    }
    return true;
}

void
gathering_rank(gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    if (add_listed_rank(g, i))
        return;
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

/* 固定资产投资增速 ranks 固定资产投资. */
static slice
without_measure(slice subject)
{
    static const slice ends[] = {SLICE("增速"), SLICE("增幅"), SLICE("总量"),
                                 SLICE("数量")};
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
        if (slice_ends_with(subject, ends[k]))
            return slice_cut(subject, 0, subject.len - ends[k].len);
    return subject;
}

void
gathering_late_ranks(gathering *g)
{
    for (size_t i = 0; i < g->naming.claims->n; i++) {
        const claim *c = gathering_claim(g, i);
        slice name = without_measure(c->subject);
        bool is_open = c->kind == CLAIM_RANK && !g->list.is_placed[i] &&
                       scope_of(g, c).len > 0 && name.len > 0;
        for (size_t k = 0; is_open && k < g->list.n; k++)
            if (slice_equal(g->list.at[k].name, name) &&
                g->list.at[k].rank.len == 0) {
                gathering_set_rank(g, i, k);
                break;
            }
    }
}
