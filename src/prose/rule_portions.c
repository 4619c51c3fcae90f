/* Shares of parts of one whole that need not be told: 医院38.8亿人次（占45.8%）,
 * 基层机构42.5亿人次（占50.2%）, 其他3.4亿人次（占4.0%）. Each part over its share is
 * the whole; the one that makes another whole than all the rest is wrong. */
#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/listed.h"
#include "prose/number.h"
#include "prose/rule.h"

#define PORTIONS_MOST 12

typedef struct portion {
    const claim *part, *share;
    double low, high; /* the whole that they make, in the base unit */
} portion;

static const slice BRACKETS[] = {SLICE("（"), SLICE("(")};

/* What stands between the part and its share, without mark or bracket: 占, or
 * 占全市的比重为. */
static slice
words_between(const inspection *in, const claim *part, const claim *share)
{
    static const slice marks[] = {SLICE("，"), SLICE(","), SLICE("、")};
    slice s = slice_trim(
        rule_text(in, part->figure->last, share->figure->first));
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_starts_with(s, marks[i]))
            return slice_cut(s, marks[i].len, s.len);
    for (size_t i = 0; i < sizeof BRACKETS / sizeof *BRACKETS; i++)
        if (slice_starts_with(s, BRACKETS[i]))
            return slice_cut(s, BRACKETS[i].len, s.len);
    return s;
}

/* The whole that part ÷ share leaves open, by the digits of both. */
static bool
whole_of(portion *p)
{
    jb_quantity q = p->part->figure->quantity;
    level_range part = level_range_of(q);
    level_range share = level_range_of(p->share->figure->quantity);
    jb_decimal low, high;
    if (!decimal_shift(part.low, q.unit.power, &low) ||
        !decimal_shift(part.high, q.unit.power, &high) ||
        decimal_sign(share.low) <= 0 || decimal_sign(low) <= 0)
        return false;
    p->low = decimal_to_double(low) / decimal_to_double(share.high);
    p->high = decimal_to_double(high) / decimal_to_double(share.low);
    return true;
}

static bool
is_portion(const inspection *in, size_t i, portion *out)
{
    const claim *part = &in->claims.at[i], *share = part + 1;
    if (i + 1 >= in->claims.n || part->kind != CLAIM_LEVEL ||
        part->figure->sort != FIGURE_QUANTITY || part->is_base ||
        part->figure->quantity.bound != BOUND_EXACT ||
        share->kind != CLAIM_LEVEL || share->sentence != part->sentence ||
        share->figure->sort != FIGURE_PERCENT ||
        share->figure->quantity.bound != BOUND_EXACT)
        return false;
    size_t at;
    slice words = words_between(in, part, share);
    *out = (portion){.part = part, .share = share};
    return slice_starts_with(words, SLICE_OF("占")) &&
           lexicon_find(words, LEXICON_AIM, &at) == NULL && /* each its own */
           whole_of(out);
}

static bool
is_of_one_whole(const inspection *in, const portion *a, const portion *b)
{
    return rule_in_paragraph(in, a->part, b->part) &&
           unit_is_same_base(a->part->figure->quantity.unit,
                             b->part->figure->quantity.unit) &&
           slice_equal(words_between(in, a->part, a->share),
                       words_between(in, b->part, b->share));
}

static bool
agree(const portion *a, const portion *b)
{
    return a->low <= b->high && b->low <= a->high;
}

/* Two of one kind, whose names end alike; rule_partition knows 男性人口 and
 * 女性人口. */
static bool
is_pair(const portion *p)
{
    const size_t tail = 2 * strlen("一");
    slice a = p[0].part->subject, b = p[1].part->subject;
    bool is_known = lexicon_start(a, LEXICON_PARTITION) != NULL &&
                    lexicon_start(b, LEXICON_PARTITION) != NULL;
    return a.len > tail && b.len > tail && !is_known &&
           slice_ends_with(a, slice_cut(b, b.len - tail, b.len)) &&
           !slice_equal(a, b);
}

/* Whether all but the one agree with each other and none with it. */
static bool
is_odd(const portion *p, size_t n, size_t odd)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < i; k++) {
            bool is_own = i == odd || k == odd;
            if (agree(&p[i], &p[k]) == is_own)
                return false;
        }
    return true;
}

static void
report_odd(const inspection *in, const portion *p, size_t n, size_t odd)
{
    const portion *other = &p[odd == 0 ? n - 1 : 0];
    const figure *part = p[odd].part->figure;
    double whole = (other->low + other->high) / 2;
    jb_decimal low;
    if (!decimal_shift(part->quantity.value, part->quantity.unit.power,
                       &low) ||
        !rule_is_typed(in, part->first, p[odd].share->figure->last))
        return;
    slice a = rule_figure_text(in, other->part->figure);
    slice b = rule_figure_text(in, other->share->figure);
    slice c = rule_figure_text(in, part);
    diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                rule_figure_span(in, p[odd].share->figure),
                rule_figure_text(in, p[odd].share->figure),
                slice_printf(in->arena,
                             "%.*s占%.*s，%.*s就约占%.1f%%", SLICE_ARGS(a),
                             SLICE_ARGS(b), SLICE_ARGS(c),
                             decimal_to_double(low) / whole));
    diags_relate(in->diags, rule_figure_span(in, other->share->figure),
                 SLICE_OF("另一个占比在这里"));
}

/* All portions of one whole from claim `i` on; how many. */
static size_t
collect(const inspection *in, size_t i, portion *p)
{
    size_t n = 0;
    for (size_t k = i; k < in->claims.n && k < i + CLAIM_REACH; k++) {
        portion next;
        if (!rule_in_paragraph(in, &in->claims.at[i], &in->claims.at[k]))
            break;
        if (!is_portion(in, k, &next))
            continue;
        if (n == PORTIONS_MOST || (n > 0 && !is_of_one_whole(in, p, &next)))
            break;
        p[n++] = next;
    }
    return n;
}

/* ── 男31.5万人，女29.9万人，分别占51.3%和48.7% ── */

/* Whether the words of 分别占… name a whole of which each part is some, as 民事
 * 案件 is of 民事一审案件: its first two characters and its last two are in all. */
static bool
names_all(slice words, const listed *parts)
{
    const size_t two = 2 * strlen("一");
    slice name = slice_cut(words, strlen("分别占"), words.len);
    static const slice ends[] = {SLICE("的"), SLICE("总数"), SLICE("总量"),
                                 SLICE("总额"), SLICE("数")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (slice_ends_with(name, ends[i]))
            name = slice_cut(name, 0, name.len - ends[i].len);
    bool is_in_all = name.len >= 2 * two;
    slice start = slice_cut(name, 0, two);
    slice end = slice_cut(name, name.len - two, name.len);
    for (size_t i = 0; is_in_all && i < parts->n; i++) {
        slice own = parts->at[i]->subject;
        is_in_all = slice_find(own, start) < own.len &&
                    slice_find(own, end) < own.len;
    }
    return is_in_all;
}

/* Shares that were meant to make up one whole: they nearly do. */
static bool
are_whole(const listed *shares)
{
    double sum = 0;
    for (size_t i = 0; i < shares->n; i++)
        sum += decimal_to_double(shares->at[i]->figure->quantity.value);
    return sum > 90 && sum < 110;
}

/* Each share with its part, all of one measure. */
static bool
pair_up(const listed *parts, const listed *shares, portion *p)
{
    for (size_t i = 0; i < shares->n; i++) {
        p[i] = (portion){.part = parts->at[i], .share = shares->at[i]};
        if (!unit_is_same_base(p[i].part->figure->quantity.unit,
                               p[0].part->figure->quantity.unit) ||
            !whole_of(&p[i]))
            return false;
    }
    return true;
}

static void
check_listed(const inspection *in, size_t i)
{
    size_t at;
    portion p[LISTED_MOST];
    const claim *first = &in->claims.at[i];
    slice lead = rule_own_lead(in, first);
    if (first->figure->sort != FIGURE_PERCENT || !slice_has(lead, "分别占") ||
        lexicon_find(lead, LEXICON_AIM, &at) != NULL)
        return;
    listed shares = listed_from_claim(in, i), parts;
    size_t n = shares.n;
    slice words = slice_cut(lead, slice_find(lead, SLICE_OF("分别占")),
                            lead.len);
    if (n < 2 || !listed_amounts(in, i, n, &parts) ||
        !(are_whole(&shares) || names_all(words, &parts)) ||
        !pair_up(&parts, &shares, p))
        return;
    if (n == 2 && !agree(&p[0], &p[1]))
        report_odd(in, p, n, 1);
    for (size_t odd = 0; n > 2 && odd < n; odd++)
        if (is_odd(p, n, odd))
            report_odd(in, p, n, odd);
}

void
rule_portions(const inspection *in)
{
    portion p[PORTIONS_MOST];
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        check_listed(in, i);
        if (!is_portion(in, i, p))
            continue;
        size_t n = collect(in, i, p);
        slice told = rule_text(in, p[0].part->figure->last,
                               p[n - 1].part->figure->first);
        bool is_nested = slice_has(told, "其中"); /* of one of the parts */
        if (!is_nested && n == 2 && is_pair(p) && !agree(&p[0], &p[1]))
            report_odd(in, p, n, 1);
        for (size_t odd = 0; !is_nested && n > 2 && odd < n; odd++)
            if (is_odd(p, n, odd))
                report_odd(in, p, n, odd);
        i = (size_t)(p[n - 1].share - in->claims.at);
    }
}
