/* The growth of a whole lies between those of the parts that make it up: it
 * cannot be 7.2% where the three industries grow by 2.3%, 7.0% and 6.8%. */
#include "prose/partition.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* Two kinds that make up all there is, of which growth alone is told. */
typedef struct halves {
    slice one, other;
} halves;

static const halves HALVES[] = {
    {SLICE("食品"), SLICE("非食品")},   {SLICE("消费品"), SLICE("服务")},
    {SLICE("轻工业"), SLICE("重工业")},
    {SLICE("生产资料"), SLICE("生活资料")},
};

/* Sets of HALVES are numbered from here, behind those of the lexicon. */
#define FIRST_HALVES 1000

/* Which set the name is of and which member, from 1; a set of 0 for none. */
typedef struct member {
    int set, number;
} member;

static member
member_named(slice name)
{
    const lexicon_word *word = partition_word(name);
    for (size_t i = 0; word == NULL && i < sizeof HALVES / sizeof *HALVES;
         i++) {
        int set = FIRST_HALVES + (int)i;
        if (slice_starts_with(name, HALVES[i].one))
            return (member){set, 1};
        if (slice_starts_with(name, HALVES[i].other))
            return (member){set, 2};
    }
    return word == NULL ? (member){0, 0}
                        : (member){partition_set(word),
                                   partition_member(word)};
}

static int
size_of(int set)
{
    return set >= FIRST_HALVES ? 2 : set > 0 ? partition_size(set) : 0;
}

static bool
is_growth(const claim *c)
{
    return claim_is_exact_growth(c) && c->direction != 0 &&
           !c->is_expected && c->figure->sort == FIGURE_PERCENT;
}

/* The name of what the growth is of, without 其中: that before it in its
 * clause, else that of the level it is told of. */
static slice
name_of(const inspection *in, const claim *c)
{
    static const slice marks[] = {SLICE("其中"), SLICE("："), SLICE(":"),
                                  SLICE("，"), SLICE("、")};
    slice s = rule_own_lead(in, c);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_starts_with(s, marks[i]))
            s = slice_cut(s, marks[i].len, s.len);
    const lexicon_word *verb = lexicon_end(s, LEXICON_CHANGE);
    if (verb != NULL)
        s = slice_cut(s, 0, s.len - verb->text.len);
    if (slice_ends_with(s, SLICE_OF("同比")))
        s = slice_cut(s, 0, s.len - strlen("同比"));
    bool is_level = c->level != CLAIM_OF_NOTHING && member_named(s).set == 0;
    return is_level ? in->claims.at[c->level].subject : s;
}

/* Both against one time: not one of them by 同口径. */
static bool
has_one_basis(const inspection *in, const claim *a, const claim *b)
{
    setting x = setting_from_claim(in, (size_t)(a - in->claims.at));
    setting y = setting_from_claim(in, (size_t)(b - in->claims.at));
    return x.basis == y.basis && x.is_goal == y.is_goal &&
           setting_may_be_one_time(in, x, y) &&
           slice_has(rule_lead(in, a), "口径") ==
               slice_has(rule_lead(in, b), "口径");
}

/* 居民人均收入 grows by more than either part when people move to town. */
static bool
is_shifting(const inspection *in, const claim *whole)
{
    size_t at;
    slice lead = rule_lead(in, whole), name = name_of(in, whole);
    return slice_has(lead, "人均") || slice_has(lead, "平均") ||
           slice_has(lead, "均价") ||
           (slice_has(name, "居民") && slice_has(name, "收入")) ||
           (lexicon_find(name, LEXICON_MEAN, &at) != NULL &&
            !slice_has(name, "价格"));
}

/* The growths one after the other that end with claim `last`, one of each
 * member of its set, all behind the whole. */
typedef struct growths {
    const claim *at[PARTITION_MOST];
    int n;
} growths;

static bool
collect(const inspection *in, const claim *whole, const claim *last,
        growths *g)
{
    int set = member_named(name_of(in, last)).set, seen = 0;
    int all = size_of(set);
    g->n = 0;
    for (const claim *c = last; c > whole && g->n < all; c--) {
        if (!is_growth(c))
            continue;
        slice name = name_of(in, c);
        member own = member_named(name);
        bool is_other = set < FIRST_HALVES && own.set == set &&
                        !partition_is_kind(name, name_of(in, whole));
        if (own.set != set || seen & 1 << own.number || is_other ||
            !has_one_basis(in, whole, c))
            return false;
        seen |= 1 << own.number;
        g->at[g->n++] = c;
    }
    return all > 1 && all <= PARTITION_MOST && g->n == all;
}

/* The least and the most of them come first and second. */
static void
order(growths *g)
{
    const claim *least = g->at[0], *most = g->at[0];
    for (int i = 1; i < g->n; i++) {
        if (decimal_compare(g->at[i]->rate, least->rate) < 0)
            least = g->at[i];
        if (decimal_compare(g->at[i]->rate, most->rate) > 0)
            most = g->at[i];
    }
    g->at[0] = least;
    g->at[1] = most;
}

static bool
is_outside(const claim *whole, const claim *least, const claim *most)
{
    jb_decimal slack = {1, 1}, low, high; /* two roundings */
    return decimal_sub(least->rate, slack, &low) &&
           decimal_add(most->rate, slack, &high) &&
           (decimal_compare(whole->rate, low) < 0 ||
            decimal_compare(whole->rate, high) > 0);
}

static void
check_parts(const inspection *in, const claim *whole, const claim *last)
{
    growths g;
    if (!collect(in, whole, last, &g))
        return;
    order(&g);
    slice name = name_of(in, whole);
    bool is_part = member_named(name).set != 0 || slice_starts_with(name,
                                                             SLICE_OF("第"));
    if (is_part || is_shifting(in, whole) ||
        !is_outside(whole, g.at[0], g.at[1]) ||
        !rule_is_typed(in, whole->figure->first, last->figure->last))
        return;
    diag_report(in->diags, &PROSE_MEAN_OUTSIDE,
                rule_figure_span(in, whole->figure), SLICE_OF("增速"),
                rule_change_text(in, whole), rule_change_text(in, g.at[0]),
                rule_change_text(in, g.at[1]));
}

/* 其中, or 分城乡看: what follows divides the growth before. */
static bool
divides(slice between)
{
    return slice_has(between, "其中") ||
           (slice_has(between, "分") && slice_has(between, "看"));
}

/* Whether a sentence ended between the two that 其中 does not go on from. */
static bool
is_parted(slice between)
{
    return slice_has(between, "\n") ||
           (slice_has(between, "。") && !divides(between));
}

/* The growths side by side behind 其中, against the growth before it. A second
 * 其中 divides one of the parts. */
void
rule_between(const inspection *in)
{
    const claim *whole = NULL, *last = NULL;
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        if (!is_growth(c))
            continue;
        slice between = last == NULL ? SLICE_OF("\n")
                                     : rule_text(in, last->figure->last,
                                                 c->figure->first);
        if (is_parted(between))
            whole = NULL;
        else if (divides(between))
            whole = whole == NULL ? last : NULL;
        if (whole != NULL)
            check_parts(in, whole, c);
        last = c;
    }
}
