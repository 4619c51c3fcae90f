/* What follows from two other figures of its paragraph: the balance of trade
 * from exports and imports, natural growth from births and deaths, a share
 * from the part and the whole that it names. */
#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* Figures that are looked through. */
#define BALANCE_REACH 24

/* The word of that value that the subject ends in; 进出口 is no 出口. */
static bool
is_term(const claim *c, int value)
{
    if (slice_ends_with(c->subject, SLICE_OF("进出口")))
        return false;
    for (size_t i = 0; i < lexicon_count(LEXICON_BALANCE); i++) {
        const lexicon_word *word = lexicon_at(LEXICON_BALANCE, i);
        if (word->value == value && slice_ends_with(c->subject, word->text))
            return true;
    }
    return false;
}

/* ── a − b ── */

static bool
difference(const claim *a, const claim *b, jb_quantity *out)
{
    jb_quantity less = b->figure->quantity;
    *out = a->figure->quantity;
    return level_align(out, &less) &&
           decimal_sub(out->value, less.value, &out->value);
}

/* Within half of the last digit of all three. */
static bool
is_near(jb_quantity x, jb_quantity y)
{
    jb_decimal off;
    if (!level_align(&x, &y) || !decimal_sub(x.value, y.value, &off))
        return true;
    int scale = x.value.scale < y.value.scale ? x.value.scale
                                              : y.value.scale;
    jb_decimal slack = {15, scale + 1};
    return decimal_compare(decimal_abs(off), slack) <= 0;
}

static void
report_balance(const inspection *in, const claim *c, const claim *a,
               const claim *b)
{
    jb_quantity off, x = a->figure->quantity, y = b->figure->quantity;
    if (!difference(a, b, &off) || !level_align(&x, &y))
        return;
    slice from = number_text(in->arena, x.value);
    slice less = number_text(in->arena, y.value);
    slice is = number_text(in->arena, off.value);
    diag_report(in->diags, &PROSE_BALANCE_CONTRADICTS,
                rule_figure_span(in, c->figure), c->subject,
                rule_figure_text(in, c->figure),
                slice_printf(in->arena, "%.*s − %.*s = %.*s",
                             SLICE_ARGS(from), SLICE_ARGS(less),
                             SLICE_ARGS(is)));
    diags_relate(in->diags, rule_figure_span(in, a->figure),
                 SLICE_OF("被减的数在这里"));
}

/* Both terms from the paragraph, the nearest before it; right if any pair is,
 * for a text may speak of more than one trade. */
static void
check_balance(const inspection *in, size_t i, int set)
{
    const claim *c = &in->claims.at[i];
    const claim *a[BALANCE_REACH], *b[BALANCE_REACH];
    size_t n_a = 0, n_b = 0;
    for (size_t k = i; k-- > 0 && i - k < BALANCE_REACH;) {
        const claim *term = &in->claims.at[k];
        if (!rule_in_paragraph(in, term, c))
            break;
        if (!claim_is_exact(term) ||
            !unit_is_same_base(term->figure->quantity.unit,
                               c->figure->quantity.unit))
            continue;
        if (is_term(term, set * 10 + 2))
            a[n_a++] = term;
        else if (is_term(term, set * 10 + 3))
            b[n_b++] = term;
    }
    for (size_t k = 0; k < n_a * n_b; k++) {
        jb_quantity off;
        if (!difference(a[k / n_b], b[k % n_b], &off) ||
            is_near(off, c->figure->quantity))
            return;
    }
    if (n_a > 0 && n_b > 0)
        report_balance(in, c, a[0], b[0]);
}

void
rule_balances(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        const lexicon_word *word =
            lexicon_end(c->subject, LEXICON_BALANCE);
        if (claim_is_exact(c) && word != NULL && word->value % 10 == 1 &&
            rule_is_typed(in, c->figure->first, c->figure->last))
            check_balance(in, i, word->value / 10);
    }
}

/* ── 占生产总值的比重为16.4% ── */

/* The name of the whole between 占 and 的, or empty. */
static slice
whole_named(slice lead)
{
    static const slice tails[] = {SLICE("为"), SLICE("是"), SLICE("达到"),
                                  SLICE("达"), SLICE("比重"), SLICE("的"),
                                  SLICE("比例")};
    slice s = slice_trim(lead);
    if (!slice_starts_with(s, SLICE_OF("占")))
        return (slice){NULL, 0};
    s = slice_cut(s, strlen("占"), s.len);
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        if (slice_ends_with(s, tails[i])) {
            s = slice_cut(s, 0, s.len - tails[i].len);
            i = SIZE_MAX;
        }
    const lexicon_word *head;
    while ((head = lexicon_start(s, LEXICON_HEAD)) != NULL)
        s = slice_cut(s, head->text.len, s.len);
    return s;
}

/* The last amount before it in its sentence: what the share is of. */
static const claim *
part_before(const inspection *in, size_t i)
{
    for (size_t k = i; k-- > 0 && i - k < BALANCE_REACH;) {
        const claim *c = &in->claims.at[k];
        if (c->sentence != in->claims.at[i].sentence)
            break;
        if (c->kind == CLAIM_LEVEL && !c->is_aside && !c->is_base &&
            c->figure->sort == FIGURE_QUANTITY)
            return claim_is_exact(c) ? c : NULL;
    }
    return NULL;
}

/* Whether part ÷ whole can be the share, by the digits of all three. */
static bool
can_be_share(const claim *part, const claim *whole, const claim *share)
{
    jb_quantity p = part->figure->quantity, w = whole->figure->quantity;
    if (!level_align(&p, &w))
        return true;
    level_range x = level_range_of(p), y = level_range_of(w);
    level_range z = level_range_of(share->figure->quantity);
    double high = decimal_to_double(y.high), low = decimal_to_double(y.low);
    return low <= 0 || (100 * decimal_to_double(x.high) / low >=
                            decimal_to_double(z.low) &&
                        100 * decimal_to_double(x.low) / high <=
                            decimal_to_double(z.high));
}

static void
report_share(const inspection *in, const claim *part, const claim *whole,
             const claim *share)
{
    jb_quantity p = part->figure->quantity, w = whole->figure->quantity;
    jb_decimal rate, hundred = {100, 0};
    if (!level_align(&p, &w) || !decimal_mul(p.value, hundred, &rate) ||
        !decimal_div(rate, w.value, 1, DECIMAL_HALF_UP, &rate))
        return;
    slice a = number_text(in->arena, p.value);
    slice b = number_text(in->arena, w.value);
    slice r = number_text(in->arena, rate);
    diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                rule_figure_span(in, share->figure),
                rule_figure_text(in, share->figure),
                slice_printf(in->arena, "%.*s ÷ %.*s ≈ %.*s%%",
                             SLICE_ARGS(a), SLICE_ARGS(b), SLICE_ARGS(r)));
    diags_relate(in->diags, rule_figure_span(in, whole->figure),
                 SLICE_OF("总数在这里"));
}

/* How far back the whole is looked for. */
#define SHARE_REACH 120

/* In one paragraph, or not told for two times. */
static bool
is_of_one_time(const inspection *in, size_t a, size_t b)
{
    if (rule_in_paragraph(in, &in->claims.at[a], &in->claims.at[b]))
        return true;
    slice x = setting_from_claim(in, a).period;
    slice y = setting_from_claim(in, b).period;
    return x.len == 0 || y.len == 0 || slice_equal(x, y);
}

/* Whether the subject ends in the name as a word: 进出口总值 is no 出口总值. */
static bool
is_named(slice subject, slice name)
{
    slice head = slice_cut(subject, 0, subject.len - name.len);
    size_t at;
    if (name.len >= strlen("年度计划") && slice_starts_with(subject, name) &&
        lexicon_find(name, LEXICON_AIM, &at) != NULL)
        return true; /* 年度计划 of 年度计划投资 */
    return slice_ends_with(subject, name) &&
           !(slice_ends_with(head, SLICE_OF("进")) &&
             slice_starts_with(name, SLICE_OF("出口")));
}

static void
check_named_share(const inspection *in, size_t i, slice name)
{
    const claim *share = &in->claims.at[i], *part = part_before(in, i);
    const claim *nearest = NULL;
    for (size_t k = i; part != NULL && k-- > 0 && i - k < SHARE_REACH;) {
        const claim *whole = &in->claims.at[k];
        if (!claim_is_exact(whole) || whole == part ||
            !is_named(whole->subject, name) ||
            !is_of_one_time(in, k, i) ||
            !unit_is_same_base(whole->figure->quantity.unit,
                               part->figure->quantity.unit))
            continue;
        if (can_be_share(part, whole, share))
            return;
        if (nearest == NULL)
            nearest = whole;
    }
    if (nearest != NULL)
        report_share(in, part, nearest, share);
}

/* 5.86万人，完成目标任务5.5万人的106.5%: the whole stands right before. */
static const claim *
whole_right_before(const inspection *in, size_t i)
{
    if (i == 0)
        return NULL;
    const claim *whole = &in->claims.at[i - 1];
    slice between =
        rule_text(in, whole->figure->last, in->claims.at[i].figure->first);
    bool is_whole = claim_is_exact(whole) && slice_is(between, "的") &&
                    whole->figure->sort == FIGURE_QUANTITY;
    return is_whole ? whole : NULL;
}

static void
check_share_of(const inspection *in, size_t i, const claim *whole)
{
    const claim *share = &in->claims.at[i];
    const claim *part = part_before(in, i - 1);
    if (part == NULL ||
        !unit_is_same_base(part->figure->quantity.unit,
                           whole->figure->quantity.unit) ||
        can_be_share(part, whole, share))
        return;
    report_share(in, part, whole, share);
}

void
rule_shares(const inspection *in)
{
    const size_t han = strlen("一");
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        slice name = whole_named(rule_lead(in, c));
        const claim *whole = whole_right_before(in, i);
        if (!claim_is_exact(c) || c->figure->sort != FIGURE_PERCENT ||
            !rule_is_typed(in, c->figure->first, c->figure->last))
            continue;
        if (whole != NULL)
            check_share_of(in, i, whole);
        else if (name.len >= 2 * han)
            check_named_share(in, i, name);
    }
}

/* ── 城镇化率 ── */

/* The nearest number of people before it whose name starts so, or ends so and
 * does not start with a part of the people. */
static const claim *
people_before(const inspection *in, size_t i, slice start, slice end)
{
    for (size_t k = i; k-- > 0 && i - k < BALANCE_REACH;) {
        const claim *c = &in->claims.at[k];
        if (!rule_in_paragraph(in, c, &in->claims.at[i]))
            break;
        bool is_part =
            lexicon_start(c->subject, LEXICON_PARTITION) != NULL;
        if (claim_is_exact(c) && slice_is(c->figure->quantity.unit.base, "人") &&
            slice_starts_with(c->subject, start) &&
            slice_ends_with(c->subject, end) && is_part == (start.len > 0))
            return c;
    }
    return NULL;
}

void
rule_urban(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        if (!claim_is_exact(c) || c->figure->sort != FIGURE_PERCENT ||
            !slice_ends_with(c->subject, SLICE_OF("城镇化率")) ||
            !rule_is_typed(in, c->figure->first, c->figure->last))
            continue;
        const claim *part = people_before(in, i, SLICE_OF("城镇"),
                                          SLICE_OF("人口"));
        const claim *whole = people_before(in, i, SLICE_OF(""),
                                           SLICE_OF("常住人口"));
        if (part != NULL && whole != NULL && !can_be_share(part, whole, c))
            report_share(in, part, whole, c);
    }
}
