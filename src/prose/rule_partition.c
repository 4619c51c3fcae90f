/* What is known to make up a whole: 出口 and 进口, the three industries, town
 * and country. Their sum, their shares and their proportions must be right. */
#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/partition.h"
#include "prose/proportions.h"
#include "prose/rule.h"

/* Figures that are looked through for the members of a set, for the whole and
 * for the other side of a share. */
#define PARTITION_REACH 28
#define MEMBERS_MOST PARTITION_MOST

static const lexicon_word *
member_word(const claim *c)
{
    return partition_word(c->subject);
}

static bool
is_kind_of(const claim *member, const claim *whole)
{
    return partition_is_kind(member->subject, whole->subject);
}

/* Stated as it is, or all of them only expected. */
static bool
is_told(const claim *c, bool is_expected)
{
    claim own = *c;
    own.is_expected = false;
    return c->is_expected == is_expected && claim_is_exact(&own);
}

/* The members of one set that are told one after the other, in any order. */
typedef struct members {
    const claim *at[MEMBERS_MOST];
    int set, n;
    unsigned seen;
} members;

static bool
is_same_sort(const claim *a, const claim *b)
{
    return a->figure->sort == b->figure->sort &&
           unit_is_same_base(a->figure->quantity.unit,
                             b->figure->quantity.unit) &&
           a->is_to_date == b->is_to_date;
}

/* 累计 of the whole goes for its parts too. */
static bool
is_whole_sort(const claim *whole, const claim *part)
{
    claim own = *whole;
    own.is_to_date = whole->is_to_date && part->is_to_date;
    return is_same_sort(&own, part);
}

/* The whole is named for what it is: 进出口 for 出口 and 进口. Averages do not
 * add up. */
static bool
is_whole_of(const claim *c, int set)
{
    if (member_word(c) != NULL)
        return false; /* 第一产业占生产总值的比重 */
    for (size_t i = 0; i < lexicon_count(LEXICON_WHOLE); i++) {
        const lexicon_word *word = lexicon_at(LEXICON_WHOLE, i);
        if (word->value == set &&
            slice_find(c->subject, word->text) < c->subject.len)
            return !slice_has(c->subject, "人均") &&
                   !slice_has(c->subject, "平均");
    }
    return false;
}

/* Named as the member is but for its word. */
static bool
is_namesake(const claim *whole, const claim *member)
{
    const size_t han = strlen("一");
    slice tail = partition_tail(member->subject);
    return tail.len >= 4 * han && slice_equal(whole->subject, tail) &&
           !slice_has(tail, "人均") && !slice_has(tail, "平均");
}

/* Whether the level told before claim `i` is of the same set, which then
 * does not start here. */
static bool
is_continued(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    for (size_t k = i; k-- > 0 && i - k < PARTITION_REACH;) {
        const claim *before = &in->claims.at[k];
        if (!rule_in_paragraph(in, before, c))
            return false;
        if (!is_told(before, c->is_expected) || !is_same_sort(before, c))
            continue;
        const lexicon_word *word = member_word(before);
        const lexicon_word *own = member_word(c);
        return word != NULL && partition_set(word) == partition_set(own) &&
               partition_member(word) != partition_member(own);
    }
    return false;
}

/* Told beside the members, not as a part of one: no 其中 before it. */
static bool
is_peer(const inspection *in, const claim *c)
{
    return !slice_has(rule_sentence_lead(in, c), "其中");
}

/* All members from claim `i` on, before the next whole; or false. */
static bool
collect(const inspection *in, size_t i, members *m)
{
    const claim *first = &in->claims.at[i];
    const lexicon_word *word = member_word(first);
    *m = (members){.set = word == NULL ? 0 : partition_set(word)};
    int all = partition_size(m->set);
    for (size_t k = i; m->n < all && k < in->claims.n &&
                       k < i + PARTITION_REACH;
         k++) {
        const claim *c = &in->claims.at[k];
        word = member_word(c);
        if (!rule_in_paragraph(in, first, c) ||
            (is_told(c, first->is_expected) && is_whole_of(c, m->set)))
            break;
        if (!is_told(c, first->is_expected) || !is_same_sort(first, c))
            continue;
        if ((word == NULL || partition_set(word) != m->set) && is_peer(in, c))
            return false; /* 夏粮、早稻、秋粮: more parts than we know */
        if (word == NULL || partition_set(word) != m->set)
            continue;
        if (m->seen & 1u << partition_member(word))
            return false; /* told twice: of two things */
        m->seen |= 1u << partition_member(word);
        m->at[m->n++] = c;
    }
    return all > 1 && m->n == all;
}

static bool
sum_of(const members *m, rule_sum *sum)
{
    return rule_sum_of_all(m->at, (size_t)m->n, sum);
}

static bool
is_typed(const inspection *in, const claim *c)
{
    return rule_is_typed(in, c->figure->first, c->figure->last);
}

/* ── amounts ── */

/* 其中, 分产业看: the paragraph goes on to divide the one before. */
static bool
opens_division(slice s)
{
    s = slice_trim(s);
    slice start = slice_cut(s, 0, 10 * strlen("一"));
    return slice_starts_with(s, SLICE_OF("其中")) ||
           (slice_starts_with(s, SLICE_OF("分")) && slice_has(start, "看"));
}

/* Paragraphs back in which the whole of three great classes is told. */
#define CLASSES_BACK 3

/* Whether the whole may be told there: in the paragraph, or in the one before
 * when the members divide it or are named as it is; 规模以上工业企业 of the classes
 * of industry some paragraphs before, ending as they do. */
static bool
is_in_reach(const inspection *in, const claim *whole, const claim *member)
{
    slice between =
        rule_text(in, whole->figure->last, member->figure->first);
    size_t lines = 0;
    for (size_t i = 0; i < between.len && lines <= CLASSES_BACK; i++)
        lines += between.at[i] == '\n';
    if (lines == 0)
        return true;
    size_t line = slice_find(between, SLICE_OF("\n"));
    slice rest = slice_cut(between, line + 1, between.len);
    const lexicon_word *word = member_word(member);
    bool is_class = word != NULL && slice_is(word->text, "采矿业") &&
                    slice_ends_with(whole->subject,
                                    partition_tail(member->subject));
    return (lines == 1 && (is_namesake(whole, member) ||
                           opens_division(rest))) ||
           (lines <= CLASSES_BACK && is_class);
}

/* 出口210.3亿元，进口135.3亿元，进出口总额345.6亿元: the whole told right behind. */
static const claim *
whole_behind(const inspection *in, const members *m)
{
    const claim *last = m->at[m->n - 1], *c = last + 1;
    return c < in->claims.at + in->claims.n && c->sentence == last->sentence &&
                   c->clause == last->clause + 1 &&
                   is_told(c, last->is_expected) &&
                   is_same_sort(c, m->at[0]) && is_whole_of(c, m->set) &&
                   is_kind_of(m->at[0], c)
               ? c
               : NULL;
}

/* The set of ways to travel: others than these four are left out. */
#define SET_OF_WAYS 14

/* 固定资产投资312.5亿元，其中第一产业投资…: 其中 divides the amount right before
 * it, whatever that is called. */
static bool
is_divided(const inspection *in, size_t k, size_t i, const members *m)
{
    const claim *whole = &in->claims.at[k], *first = &in->claims.at[i];
    slice between =
        rule_text(in, whole->figure->last, first->figure->first);
    size_t at;
    if (lexicon_find(whole->subject, LEXICON_MEAN, &at) != NULL)
        return false; /* 人均可支配收入 is no sum of those of 城镇 and 农村 */
    if (m->set == SET_OF_WAYS || whole->sentence + 1 < first->sentence ||
        !is_kind_of(m->at[0], whole) || !slice_has(between, "其中") ||
        slice_has(between, "\n") || whole->figure->sort != FIGURE_QUANTITY)
        return false;
    for (size_t n = k + 1; n < i; n++)
        if (in->claims.at[n].kind == CLAIM_LEVEL ||
            in->claims.at[n].kind == CLAIM_CHANGE)
            return false;
    return true;
}

static void
check_amounts(const inspection *in, size_t i, const members *m)
{
    rule_sum sum;
    const claim *whole = NULL;
    for (size_t k = i; k-- > 0 && i - k < PARTITION_REACH;) {
        const claim *c = &in->claims.at[k];
        if (!is_in_reach(in, c, m->at[0]))
            continue;
        bool is_whole =
            (is_whole_of(c, m->set) && is_kind_of(m->at[0], c)) ||
            is_divided(in, k, i, m);
        if (!is_told(c, m->at[0]->is_expected) || rule_is_origin(in, c) ||
            !is_whole_sort(c, m->at[0]) ||
            !(is_whole || is_namesake(c, m->at[0])))
            continue;
        if (!sum_of(m, &sum) || !rule_sum_is_off(&sum, c->figure->quantity))
            return;
        if (whole == NULL)
            whole = c;
    }
    if (whole == NULL)
        whole = whole_behind(in, m);
    if (whole != NULL && (!sum_of(m, &sum) ||
                          !rule_sum_is_off(&sum, whole->figure->quantity)))
        return;
    if (whole == NULL || !is_typed(in, m->at[m->n - 1]))
        return;
    diag_report(in->diags, &PROSE_WHOLE_CONTRADICTS,
                rule_figure_span(in, whole->figure),
                rule_figure_text(in, whole->figure),
                rule_sum_text(in, m->at, (size_t)m->n, sum.total));
    diags_relate(in->diags, rule_figure_span(in, m->at[0]->figure),
                 SLICE_OF("第一项在这里"));
}

/* ── shares ── */

static bool
are_shares(const inspection *in, const members *m)
{
    for (int i = 0; i < m->n; i++)
        if (!slice_has(m->at[i]->subject, "比重") &&
            !slice_has(m->at[i]->subject, "占") &&
            !slice_ends_with(rule_lead(in, m->at[i]), SLICE_OF("占")))
            return false;
    return true;
}

static void
check_sum_of_shares(const inspection *in, const members *m)
{
    rule_sum sum;
    jb_quantity whole = m->at[0]->figure->quantity;
    if (!sum_of(m, &sum))
        return;
    /* 100.0, as exact as they */
    jb_decimal digits = {0, sum.total.value.scale};
    if (!decimal_add((jb_decimal){100, 0}, digits, &whole.value))
        return;
    jb_decimal left = {0, 0}, least = {3, 1};
    if (m->n > 3 && decimal_sub(whole.value, sum.total.value, &left) &&
        decimal_sign(left) > 0 && decimal_compare(left, least) < 0)
        return; /* some people live in no region */
    if (rule_sum_is_off(&sum, whole) && is_typed(in, m->at[m->n - 1]))
        diag_report(in->diags, &PROSE_SHARES_NOT_WHOLE,
                    rule_span(in, m->at[0]->figure->first,
                              m->at[m->n - 1]->figure->last),
                    rule_sum_text(in, m->at, (size_t)m->n, sum.total));
}

static void
check_shares(const inspection *in, const members *m)
{
    if (are_shares(in, m))
        check_sum_of_shares(in, m);
}

/* ── 其中…，占比… ── */

static bool
is_at_least(const claim *whole, const claim *part)
{
    jb_quantity w = whole->figure->quantity, p = part->figure->quantity;
    return level_align(&w, &p) && decimal_sign(p.value) > 0 &&
           decimal_compare(w.value, p.value) >= 0;
}

/* 占比69.7% or 占79.2% right behind the part; 占全省的… is of another whole. */
static bool
says_share(const inspection *in, const claim *part, const claim *share)
{
    slice lead = rule_lead(in, share);
    return share->kind == CLAIM_LEVEL &&
           share->figure->sort == FIGURE_PERCENT &&
           part->figure->sort == FIGURE_QUANTITY && claim_is_exact(part) &&
           claim_is_exact(share) && part->sentence == share->sentence &&
           (slice_is(lead, "占比") || slice_is(lead, "占比为") ||
            slice_is(lead, "占"));
}

static slice
share_text(const inspection *in, const claim *part, const claim *whole)
{
    jb_quantity p = part->figure->quantity, w = whole->figure->quantity;
    jb_decimal hundred = {100, 0}, share = {0, 0};
    if (!level_align(&p, &w) ||
        !decimal_mul(p.value, hundred, &share) ||
        !decimal_div(share, w.value, 1, DECIMAL_HALF_UP, &share))
        return (slice){NULL, 0};
    slice a = number_text(in->arena, p.value);
    slice b = number_text(in->arena, w.value);
    slice c = number_text(in->arena, share);
    return slice_printf(in->arena, "%.*s ÷ %.*s ≈ %.*s%%", SLICE_ARGS(a),
                        SLICE_ARGS(b), SLICE_ARGS(c));
}

/* 60岁及以上126万人，占20%，其中65岁及以上98万人，占16%: both of the same whole,
 * which was told elsewhere. */
static bool
has_own_share(const inspection *in, const claim *c)
{
    const claim *end = in->claims.at + in->claims.n;
    for (const claim *s = c + 1; s < end && s <= c + 2; s++) {
        slice lead = slice_trim(rule_lead(in, s));
        if (s->sentence != c->sentence || s->figure->sort == FIGURE_QUANTITY)
            break;
        if (s->figure->sort == FIGURE_PERCENT &&
            slice_starts_with(lead, SLICE_OF("占")))
            return true;
    }
    return false;
}

/* 回收有效问卷312份，其中制造业企业180家，占57.7%: things of one number may be
 * counted by other words. */
static bool
is_share_of_count(const claim *part, const claim *whole, const claim *share)
{
    figure f = *whole->figure;
    claim alike = *whole;
    bool are_counts = f.quantity.unit.kind == UNIT_COUNT &&
                      part->figure->quantity.unit.kind == UNIT_COUNT;
    f.quantity.unit = part->figure->quantity.unit;
    alike.figure = &f;
    return are_counts && rule_can_be_share(part, &alike, share);
}

/* Right if it is the share of any earlier amount of the paragraph; else held
 * against the one that 其中 divides. */
static void
check_share(const inspection *in, size_t i, const claim *share)
{
    const claim *part = &in->claims.at[i];
    const claim *nearest = NULL;
    for (size_t k = i; k-- > 0 && i - k < PARTITION_REACH;) {
        const claim *c = &in->claims.at[k];
        if (!rule_in_paragraph(in, c, part))
            break;
        if (claim_is_exact(c) && is_share_of_count(part, c, share))
            return;
        if (!claim_is_exact(c) || !is_same_sort(c, part) ||
            !is_at_least(c, part))
            continue;
        if (rule_can_be_share(part, c, share))
            return;
        if (nearest == NULL)
            nearest = c;
    }
    if (nearest == NULL || !is_typed(in, share) ||
        has_own_share(in, nearest))
        return;
    slice between =
        rule_text(in, nearest->figure->last, part->figure->first);
    slice arithmetic = share_text(in, part, nearest);
    bool is_among = slice_has(rule_sentence_lead(in, part), "其中") ||
                    slice_has(between, "中，") || slice_has(between, "中,");
    if (is_among && arithmetic.len > 0)
        diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                    rule_figure_span(in, share->figure),
                    rule_figure_text(in, share->figure), arithmetic);
}

/* 占总人口的51.8% right behind the part, in the words in which the first of all
 * members has it. */
static bool
says_so(const inspection *in, const claim *part, const claim *share,
        const claim *first)
{
    slice lead = rule_lead(in, share);
    return share->kind == CLAIM_LEVEL && claim_is_exact(share) &&
           share->figure->sort == FIGURE_PERCENT && claim_is_exact(part) &&
           part->sentence == share->sentence &&
           slice_starts_with(lead, SLICE_OF("占总")) &&
           slice_equal(lead, rule_lead(in, first));
}

/* 男性51.0万人，占51.8%；女性47.5万人，占48.2%: the shares of all members. */
static void
check_member_shares(const inspection *in, const members *m)
{
    const claim *end = in->claims.at + in->claims.n;
    members shares = {.set = m->set, .n = m->n};
    for (int i = 0; i < m->n; i++) {
        const claim *share = m->at[i] + 1;
        if (share == end ||
            !(says_share(in, m->at[i], share) ||
              says_so(in, m->at[i], share, m->at[0] + 1)))
            return;
        shares.at[i] = share;
    }
    check_sum_of_shares(in, &shares);
}

/* The share right behind the part, or behind the part's growth: 52.6亿元，增长
 * 8.9%，占比31.1%. */
static const claim *
share_behind(const inspection *in, size_t i)
{
    const claim *part = &in->claims.at[i];
    size_t left = in->claims.n - i;
    if (left > 1 && says_share(in, part, part + 1))
        return part + 1;
    bool is_grown = left > 2 && (part + 1)->kind == CLAIM_RATE &&
                    (part + 1)->level == i;
    return is_grown && says_share(in, part, part + 2) ? part + 2 : NULL;
}

void
rule_partition(const inspection *in)
{
    members m;
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        const claim *share = share_behind(in, i);
        if (share != NULL)
            check_share(in, i, share);
        if (!is_told(c, c->is_expected) || member_word(c) == NULL ||
            is_continued(in, i) || !collect(in, i, &m))
            continue;
        if (c->figure->sort == FIGURE_QUANTITY) {
            check_amounts(in, i, &m);
            check_member_shares(in, &m);
        }
        if (c->figure->sort == FIGURE_PERCENT)
            check_shares(in, &m);
    }
}

/* ── 结构为16.8∶39.0∶44.2 ── */

/* 结构由…调整为21.35%、27.92%和50.73% */
static bool
is_share_joint(const figure *a, const figure *b, slice between)
{
    return a->sort == FIGURE_PERCENT && b->sort == FIGURE_PERCENT &&
           (slice_is(between, "、") || slice_is(between, "和"));
}

static bool
is_joint(const inspection *in, size_t k)
{
    const figure *a = &in->figures.at[k - 1], *b = &in->figures.at[k];
    slice between = rule_text(in, a->last, b->first);
    return proportions_is_colon(between) || is_share_joint(a, b, between);
}

/* A structure's shares, which nothing moves: not 分别增长. */
static bool
is_structure(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    slice lead = rule_sentence_lead(in, c), own = rule_lead(in, c);
    if (c->figure->sort != FIGURE_PERCENT)
        return slice_has(lead, "结构") || slice_has(lead, "产业");
    /* 高技术、装备和消费品制造业占比分别为… are some of many. */
    if (i > 0 && in->claims.at[i - 1].clause == c->clause)
        own = rule_text(in, in->figures.at[i - 1].last, c->figure->first);
    bool is_listed = slice_has(own, "、") || slice_has(own, "分别");
    own = rule_lead(in, c);
    bool is_effect = slice_has(own, "三次产业") &&
                     slice_has(own, "贡献率"); /* of all growth */
    return c->kind == CLAIM_LEVEL &&
           (is_effect || (slice_has(own, "结构") && !slice_has(own, "率") &&
                          !is_listed));
}

/* Proportions with decimals are percentages, and there are 100 of them. */
static void
check_proportions(const inspection *in, size_t i, size_t end)
{
    jb_decimal sum = {0, 0}, off, hundred = {100, 0};
    const figure *f = in->figures.at;
    for (size_t k = i; k < end; k++)
        if (!decimal_add(sum, f[k].quantity.value, &sum))
            return;
    jb_decimal slack = {5 * (int64_t)(end - i), sum.scale + 1};
    if (sum.scale == 0 || !decimal_sub(sum, hundred, &off) ||
        decimal_compare(decimal_abs(off), slack) <= 0 ||
        !rule_is_typed(in, f[i].first, f[end - 1].last))
        return;
    diag_report(in->diags, &PROSE_SHARES_NOT_WHOLE,
                rule_span(in, f[i].first, f[end - 1].last),
                number_text(in->arena, sum));
}

void
rule_proportions(const inspection *in)
{
    for (size_t i = 0; i + 2 < in->figures.n && rule_has_room(in); i++) {
        size_t end = i + 1;
        while (end < in->figures.n && is_joint(in, end))
            end++;
        if (end - i < 3)
            continue;
        if (is_structure(in, i))
            check_proportions(in, i, end);
        i = end - 1;
    }
}
