/* Ranks and lists that tell an order, against the figures beside them: no two
 * places with different growth are third, and the first three come in order. */
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/rule.h"

/* Places of one list, at most. */
#define ORDER_MOST 20

/* ── 乙市增长6.5%，居第三位；丙市增长6.3%，居第三位 ── */

/* 乙市 and nothing else. */
static bool
is_place(slice s)
{
    static const slice kinds[] = {SLICE("市"), SLICE("县"), SLICE("区"),
                                  SLICE("州"), SLICE("省"), SLICE("镇"),
                                  SLICE("乡")};
    const size_t han = strlen("一");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (slice_ends_with(s, kinds[i]))
            return s.len >= 2 * han && s.len <= 5 * han &&
                   !slice_starts_with(s, SLICE_OF("全")) &&
                   !slice_starts_with(s, SLICE_OF("我"));
    return false;
}

/* The growth of a place that the rank is of, told right before it. */
static const claim *
ranked(const inspection *in, size_t i)
{
    const claim *rank = &in->claims.at[i], *rate = rank - 1;
    bool is_pair = i > 0 && rank->kind == CLAIM_RANK &&
                   claim_is_exact_growth(rate) &&
                   rate->sentence == rank->sentence &&
                   rate->clause + 1 == rank->clause && !rank->is_aside;
    return is_pair && is_place(rate->subject) ? rate : NULL;
}

static void
check_ranks(const inspection *in, size_t i)
{
    const claim *own = ranked(in, i);
    for (size_t k = i; own != NULL && k-- > 0 && i - k < ORDER_MOST;) {
        const claim *other = ranked(in, k);
        if (!rule_in_paragraph(in, &in->claims.at[k], &in->claims.at[i]))
            return;
        if (other == NULL || slice_equal(other->subject, own->subject) ||
            decimal_compare(other->rate, own->rate) == 0 ||
            decimal_compare(in->claims.at[k].figure->quantity.value,
                            in->claims.at[i].figure->quantity.value) != 0)
            continue;
        const figure *f = in->claims.at[i].figure;
        if (!rule_is_typed(in, f->first, f->last))
            return;
        diag_report(in->diags, &PROSE_ORDER_CONTRADICTS,
                    rule_figure_span(in, f), rule_figure_text(in, f),
                    slice_printf(in->arena, "%.*s%.*s，%.*s%.*s",
                                 SLICE_ARGS(other->subject),
                                 SLICE_ARGS(rule_change_text(in, other)),
                                 SLICE_ARGS(own->subject),
                                 SLICE_ARGS(rule_change_text(in, own))));
        return;
    }
}

/* ── 增速居前三位的依次是甲市（6.9%）、乙市（6.7%）和丙市（6.4%） ── */

/* Words of a list from the first to the last: 居前三位的分别是; of growth where
 * the figures are, for 收入前五位的省份分别增长 is in the order of another. */
static bool
tells_order(slice lead, bool is_rate)
{
    static const slice ranks[] = {SLICE("前两位"), SLICE("前三位"),
                                  SLICE("前三名"), SLICE("前四位"),
                                  SLICE("前五位"), SLICE("前五名"),
                                  SLICE("后三位"), SLICE("前3位"),
                                  SLICE("前5位"),  SLICE("前3名"),
                                  SLICE("前十位")};
    bool is_listed = slice_has(lead, "依次") || slice_has(lead, "分别");
    for (size_t i = 0; i < sizeof ranks / sizeof *ranks && is_listed; i++) {
        size_t at = slice_find(lead, ranks[i]);
        slice before = slice_cut(lead, 0, at);
        if (at < lead.len)
            return is_rate == (slice_has(before, "增速") ||
                               slice_has(before, "增幅") ||
                               slice_has(before, "降幅") ||
                               slice_has(before, "涨幅") ||
                               slice_has(before, "增长") ||
                               slice_has(before, "率"));
    }
    return false;
}

/* Where the run of figures alike ends that starts with claim `i`: with 、 or
 * 和 and the name of a place between, in brackets or not. */
static size_t
run_end(const inspection *in, size_t i)
{
    size_t k = i + 1;
    const claim *first = &in->claims.at[i];
    for (; k < in->claims.n && k - i < ORDER_MOST; k++) {
        const claim *c = &in->claims.at[k];
        slice between = rule_text(in, c[-1].figure->last, c->figure->first);
        bool is_joined = slice_has(between, "、") ||
                         slice_has(between, "和") || slice_has(between, "，");
        if (c->figure->sort != first->figure->sort || !is_joined ||
            c->sentence != first->sentence ||
            c->is_aside != first->is_aside ||
            slice_has(between, "分别") || slice_has(between, "降") ||
            slice_has(between, "后") ||
            !unit_is_same_base(c->figure->quantity.unit,
                               first->figure->quantity.unit))
            break;
    }
    return k;
}

/* The sign of the first step, and the first figure that turns; NULL when the
 * run goes one way only. */
static const claim *
turn_of(const inspection *in, size_t i, size_t end)
{
    int way = 0;
    for (size_t k = i + 1; k < end; k++) {
        jb_quantity a = in->claims.at[k - 1].figure->quantity;
        jb_quantity b = in->claims.at[k].figure->quantity;
        if (a.unit.power != b.unit.power || a.bound != BOUND_EXACT ||
            b.bound != BOUND_EXACT)
            return NULL;
        int step = decimal_compare(b.value, a.value);
        if (way == 0)
            way = step;
        else if (step * way < 0)
            return &in->claims.at[k];
    }
    return NULL;
}

static void
check_list(const inspection *in, size_t i, size_t end)
{
    const claim *turn = end - i < 3 ? NULL : turn_of(in, i, end);
    if (turn == NULL ||
        !rule_is_typed(in, turn->figure->first, turn->figure->last))
        return;
    const figure *first = in->claims.at[i].figure;
    diag_report(in->diags, &PROSE_ORDER_CONTRADICTS,
                rule_figure_span(in, turn->figure),
                rule_figure_text(in, turn->figure),
                rule_text(in, first->first,
                          in->claims.at[end - 1].figure->last));
}

void
rule_order(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        check_ranks(in, i);
        if (c->kind == CLAIM_NONE || c->kind == CLAIM_RANK ||
            !tells_order(rule_sentence_lead(in, c),
                         c->figure->sort == FIGURE_PERCENT))
            continue;
        size_t end = run_end(in, i);
        check_list(in, i, end);
        i = end - 1;
    }
}
