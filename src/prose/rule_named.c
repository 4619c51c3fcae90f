/* A growth held against that of another indicator which the clause names:
 * 增长6.6%，高于地区生产总值1.1个百分点; the text told how that grew. */
#include "prose/lexicon.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* How far back the other growth is looked for. */
#define NAMED_REACH 120

/* The name compared with, and on which side of it: 1 above, -1 below. */
typedef struct named_pace {
    slice name;
    int side;
} named_pace;

static slice
cut_start(slice s, slice word)
{
    return slice_starts_with(s, word) ? slice_cut(s, word.len, s.len) : s;
}

static slice
cut_end(slice s, slice word)
{
    return slice_ends_with(s, word) ? slice_cut(s, 0, s.len - word.len) : s;
}

/* 高于X, 快于X */
static named_pace
side_first(slice s)
{
    static const struct { slice word; int side; } words[] = {
        {SLICE("高于"), 1}, {SLICE("高出"), 1},  {SLICE("快于"), 1},
        {SLICE("高过"), 1}, {SLICE("低于"), -1}, {SLICE("慢于"), -1},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_starts_with(s, words[i].word))
            return (named_pace){cut_start(s, words[i].word), words[i].side};
    return (named_pace){{NULL, 0}, 0};
}

/* 比X快, 较X高 */
static named_pace
side_last(slice s)
{
    static const struct { slice word; int side; } words[] = {
        {SLICE("高出"), 1}, {SLICE("高"), 1},  {SLICE("快"), 1},
        {SLICE("低"), -1},  {SLICE("慢"), -1},
    };
    slice rest = cut_start(cut_start(s, SLICE_OF("比")), SLICE_OF("较"));
    if (rest.len == s.len)
        return (named_pace){{NULL, 0}, 0};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_ends_with(rest, words[i].word))
            return (named_pace){cut_end(rest, words[i].word),
                                words[i].side};
    return (named_pace){{NULL, 0}, 0};
}

static named_pace
pace_named(slice lead)
{
    lead = cut_start(cut_start(slice_trim(lead), SLICE_OF("增速")),
                     SLICE_OF("增幅"));
    named_pace p = side_first(lead);
    if (p.side == 0)
        p = side_last(lead);
    p.name = cut_end(cut_end(cut_end(p.name, SLICE_OF("平均")),
                             SLICE_OF("增速")), SLICE_OF("增幅"));
    const lexicon_word *head;
    while ((head = lexicon_start(p.name, LEXICON_HEAD)) != NULL)
        p.name = slice_cut(p.name, head->text.len, p.name.len);
    return p;
}

/* 地区生产总值 and 全市生产总值 are one name. */
static bool
is_namesake(const claim *c, slice name)
{
    const size_t han = strlen("一");
    slice subject = c->subject;
    indicator known = indicator_of_place(name);
    if (known != INDICATOR_NONE &&
        (c->indicator == known || indicator_ends(subject, known)))
        return true;
    return subject.len >= 4 * han && name.len >= 4 * han &&
           (slice_ends_with(subject, name) || slice_ends_with(name, subject)) &&
           lexicon_end(name, LEXICON_INDICATOR) != NULL;
}

static bool
is_of_one_time(const inspection *in, setting a, setting b)
{
    return a.basis == b.basis && a.is_goal == b.is_goal &&
           setting_may_be_one_time(in, a, b);
}

/* now − then by the points told and on the side told, give or take the
 * roundings. */
static bool
is_right(jb_decimal now, jb_decimal then, jb_decimal points, int side)
{
    jb_decimal by;
    return !decimal_sub(now, then, &by) ||
           (decimal_sign(by) * side >= 0 && rule_may_differ(by, points));
}

/* The growth of claim `now` against what `lead` names, by the points of
 * claim `i`. */
static void
check_pair(const inspection *in, size_t i, size_t now, slice lead)
{
    const claim *c = &in->claims.at[i], *then = NULL;
    const claim *own_rate = &in->claims.at[now];
    named_pace p = pace_named(lead);
    if (p.side == 0 || slice_has(lead, "全国") || slice_has(lead, "全省") ||
        slice_has(lead, "全球"))
        return; /* of another place than the text's */
    setting own = setting_from_claim(in, now);
    jb_decimal rate = own_rate->rate;
    for (size_t k = now; k-- > 0 && now - k < NAMED_REACH;) {
        const claim *before = &in->claims.at[k];
        if (!claim_is_exact_growth(before) || !is_namesake(before, p.name) ||
            slice_equal(before->subject, own_rate->subject) ||
            !is_of_one_time(in, setting_from_claim(in, k), own))
            continue;
        if (is_right(rate, before->rate, c->figure->quantity.value, p.side))
            return;
        if (then == NULL)
            then = before;
    }
    jb_decimal by;
    size_t first = in->clauses.at[c->clause].first;
    if (then == NULL || !decimal_sub(rate, then->rate, &by) ||
        !rule_is_typed(in, first, c->figure->last))
        return;
    diag_report(in->diags, &PROSE_PACE_CONTRADICTS,
                rule_span(in, first, c->figure->last),
                rule_text(in, first, c->figure->last),
                rule_difference_text(in, rate, then->rate, by));
    diags_relate(in->diags, rule_figure_span(in, then->figure),
                 SLICE_OF("所比的增速在这里"));
}

/* Where the list of figures starts that ends with claim `i`: 4.6和3.1个百分点. */
static size_t
list_first(const inspection *in, size_t i)
{
    for (; i > 0 && in->claims.at[i - 1].clause == in->claims.at[i].clause;
         i--) {
        slice between = rule_text(in, in->claims.at[i - 1].figure->last,
                                  in->claims.at[i].figure->first);
        if (!slice_is(between, "、") && !slice_is(between, "和"))
            break;
    }
    return i;
}

/* 分别增长10.6%和9.1%，增速分别比规模以上工业快4.6和3.1个百分点: each of the points
 * is of the growth in its place. */
static void
check_list(const inspection *in, size_t i)
{
    const claim *at = in->claims.at;
    size_t first = list_first(in, i);
    size_t n = i + 1 - first;
    if (n < 2 || first < n || at[first - 1].clause + 1 != at[i].clause ||
        list_first(in, first - 1) != first - n)
        return;
    slice lead = slice_trim(rule_lead(in, &at[first]));
    lead = cut_start(cut_start(lead, SLICE_OF("增速")), SLICE_OF("分别"));
    for (size_t k = 0; k < n; k++)
        if (claim_is_exact_growth(&at[first - n + k]))
            check_pair(in, first + k, first - n + k, lead);
}

static void
check_named(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    bool is_points = c->figure->sort == FIGURE_POINTS && !c->is_aside &&
                     c->figure->quantity.bound == BOUND_EXACT;
    const claim *rate = is_points ? rule_spoken_of(in, i) : NULL;
    if (rate == NULL || !claim_is_exact_growth(rate))
        return;
    if (list_first(in, i) < i)
        check_list(in, i);
    else
        check_pair(in, i, (size_t)(rate - in->claims.at),
                   rule_lead(in, c));
}

/* ── 高于全省0.8个百分点，全市增长5.9%，全省增长6.7% ── */

/* The wider area that is named, or nothing. */
static slice
area_named(slice lead)
{
    static const slice areas[] = {SLICE("全国"), SLICE("全省"), SLICE("全市"),
                                  SLICE("全州")};
    for (size_t i = 0; i < sizeof areas / sizeof *areas; i++)
        if (slice_find(lead, areas[i]) < lead.len)
            return areas[i];
    return (slice){NULL, 0};
}

/* What stands before the verb of a growth: 我市 of 我市同比增长. */
static slice
grown(const inspection *in, const claim *c)
{
    slice lead = rule_own_lead(in, c);
    const lexicon_word *verb = lexicon_end(lead, LEXICON_CHANGE);
    lead = slice_cut(lead, 0, lead.len - (verb == NULL ? 0 : verb->text.len));
    return slice_trim(cut_end(slice_trim(lead), SLICE_OF("同比")));
}

/* 全省增长6.7%: of the area, and of nothing else in it; or of what the other
 * growth is of too: 全省|规上工业增加值增长6.1%，我市增长7.5%. */
static bool
is_growth_of_area(const inspection *in, const claim *then, const claim *now,
                  slice area)
{
    static const slice own[] = {SLICE("我市"), SLICE("全市"), SLICE("我县"),
                                SLICE("全县"), SLICE("我区"), SLICE("全区"),
                                SLICE("我省"), SLICE("全省")};
    slice lead = grown(in, then), name = grown(in, now);
    lead = cut_start(lead, area);
    lead = cut_end(cut_end(lead, SLICE_OF("水平")), SLICE_OF("平均"));
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        bool is_bare = slice_equal(name, own[i]) && then < now;
        name = cut_start(name, own[i]);
        if (is_bare)
            return true;
    }
    return lead.len == 0 || slice_equal(lead, name);
}

/* The growth of the area and the one beside it, the only two of the
 * sentence. */
static void
check_area(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i], *now = NULL, *then = NULL;
    slice lead = rule_lead(in, c), area = area_named(lead);
    named_pace p = pace_named(lead);
    if (c->figure->sort != FIGURE_POINTS || c->is_aside || p.side == 0 ||
        area.len == 0 || c->figure->quantity.bound != BOUND_EXACT ||
        slice_has(lead, "分别"))
        return;
    rule_stretch s = rule_sentence_claims(in, c->sentence);
    for (size_t k = 0; k < s.n; k++) {
        const claim *g = &s.at[k];
        if (g->figure->sort != FIGURE_PERCENT && g != c &&
            g->figure->sort != FIGURE_DATE)
            return;
        if (g->figure->sort != FIGURE_PERCENT)
            continue;
        bool is_area = slice_starts_with(rule_own_lead(in, g), area);
        const claim **side = is_area ? &then : &now;
        if (!claim_is_exact_growth(g) || *side != NULL)
            return;
        *side = g;
    }
    jb_decimal by;
    if (now == NULL || then == NULL ||
        !is_growth_of_area(in, then, now, area) ||
        is_right(now->rate, then->rate, c->figure->quantity.value, p.side) ||
        !decimal_sub(now->rate, then->rate, &by) ||
        !rule_is_typed(in, c->figure->first, c->figure->last))
        return;
    slice words = slice_trim(lead);
    size_t first = c->figure->first - words.len;
    diag_report(in->diags, &PROSE_PACE_CONTRADICTS,
                rule_span(in, first, c->figure->last),
                rule_text(in, first, c->figure->last),
                rule_difference_text(in, now->rate, then->rate, by));
    diags_relate(in->diags, rule_figure_span(in, then->figure),
                 SLICE_OF("所比的增速在这里"));
}

/* ── 出口增速比进口高16.5个百分点 ── */

/* The growth in the sentence, or in the one before, of what is named so. */
static const claim *
growth_named(const inspection *in, size_t i, slice name)
{
    const claim *c = &in->claims.at[i], *found = NULL;
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *g = &in->claims.at[k];
        if (g->sentence + 1 < c->sentence || !rule_in_paragraph(in, g, c))
            break;
        bool is_own = slice_equal(g->subject, name) || is_namesake(g, name);
        if (!claim_is_exact_growth(g) || !is_own)
            continue;
        if (found != NULL)
            return NULL; /* told twice: of two times */
        found = g;
    }
    return found;
}

/* Both names stand in the clause of the points. */
static void
check_both_named(const inspection *in, size_t i)
{
    static const slice paces[] = {SLICE("增速"), SLICE("增幅"),
                                  SLICE("增长速度")};
    const claim *c = &in->claims.at[i];
    slice lead = slice_trim(rule_lead(in, c)), first = {NULL, 0};
    size_t at = lead.len;
    for (size_t k = 0; k < sizeof paces / sizeof *paces; k++)
        if (slice_find(lead, paces[k]) < at) {
            at = slice_find(lead, paces[k]);
            first = slice_cut(lead, 0, at);
        }
    named_pace p = pace_named(slice_cut(lead, at, lead.len));
    if (c->figure->sort != FIGURE_POINTS || c->is_aside || first.len == 0 ||
        p.side == 0 || p.name.len == 0 ||
        c->figure->quantity.bound != BOUND_EXACT)
        return;
    const claim *now = growth_named(in, i, first);
    const claim *then = growth_named(in, i, p.name);
    jb_decimal by;
    if (now == NULL || then == NULL || now == then ||
        is_right(now->rate, then->rate, c->figure->quantity.value, p.side) ||
        !decimal_sub(now->rate, then->rate, &by) ||
        !rule_is_typed(in, c->figure->first, c->figure->last))
        return;
    size_t start = c->figure->first - lead.len;
    diag_report(in->diags, &PROSE_PACE_CONTRADICTS,
                rule_span(in, start, c->figure->last),
                rule_text(in, start, c->figure->last),
                rule_difference_text(in, now->rate, then->rate, by));
    diags_relate(in->diags, rule_figure_span(in, then->figure),
                 SLICE_OF("所比的增速在这里"));
}

void
rule_named_paces(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        check_named(in, i);
        check_area(in, i);
        check_both_named(in, i);
    }
}
