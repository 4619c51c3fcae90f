/* An amount, another one that it is held against, and how far apart they are
 * said to be: 31440元，比全省33010元低1570元. */
#include "prose/number.h"
#include "prose/rule.h"

/* 1 for 高, 多; -1 for 低, 少; 0 where something else stands between. */
static int
side_of(slice between)
{
    static const struct {
        slice word;
        int side;
    } words[] = {{SLICE("高"), 1},    {SLICE("多"), 1},    {SLICE("高出"), 1},
                 {SLICE("多出"), 1},  {SLICE("高了"), 1},  {SLICE("多了"), 1},
                 {SLICE("低"), -1},   {SLICE("少"), -1},   {SLICE("低了"), -1},
                 {SLICE("少了"), -1}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_equal(between, words[i].word))
            return words[i].side;
    return 0;
}

/* ，比全省 */
static bool
is_held_against(slice between)
{
    slice s = slice_trim(between);
    if (!slice_starts_with(s, SLICE_OF("，")))
        return false;
    s = slice_cut(s, strlen("，"), s.len);
    return (slice_starts_with(s, SLICE_OF("比")) ||
            slice_starts_with(s, SLICE_OF("较"))) &&
           !slice_has(s, "，") && !slice_has(s, "。") && !slice_has(s, "\n");
}

static bool
is_exact_amount(const figure *f)
{
    return f->sort == FIGURE_QUANTITY &&
           f->quantity.bound == BOUND_EXACT;
}

/* On which side of the middle one of three figures the first is, or 0. 多 of
 * 580.2毫米多32.4毫米 was read as the end of the middle one. */
static int
side_between(const inspection *in, const figure *middle, const figure *by)
{
    slice own = rule_text(in, middle->first, middle->last);
    if (middle->sort == FIGURE_QUANTITY && middle->last == by->first &&
        slice_ends_with(own, SLICE_OF("多")))
        return 1;
    return is_exact_amount(middle)
               ? side_of(slice_trim(rule_text(in, middle->last, by->first)))
               : 0;
}

/* Of the higher, the lower and what is said of them. */
static void
check_apart(const inspection *in, const figure *high, const figure *low,
            const figure *by)
{
    rule_sum apart = rule_sum_of(high->quantity);
    if (!rule_sum_add(&apart, low->quantity, -1) ||
        !rule_sum_is_off(&apart, by->quantity))
        return;
    slice a = number_text(in->arena, high->quantity.value);
    slice b = number_text(in->arena, low->quantity.value);
    slice d = number_text(in->arena, apart.total.value);
    diag_report(in->diags, &PROSE_RATE_CONTRADICTS, rule_figure_span(in, by),
                rule_figure_text(in, by),
                slice_printf(in->arena, "%.*s − %.*s = %.*s", SLICE_ARGS(a),
                             SLICE_ARGS(b), SLICE_ARGS(d)));
}

void
rule_beside(const inspection *in)
{
    for (size_t i = 0; i + 2 < in->figures.n && rule_has_room(in); i++) {
        const figure *f = &in->figures.at[i], *by = f + 2;
        if (!is_exact_amount(f) || !is_exact_amount(by) ||
            !is_held_against(rule_text(in, f->last, f[1].first)) ||
            !rule_is_typed(in, f->first, by->last))
            continue;
        int side = side_between(in, f + 1, by);
        if (side > 0)
            check_apart(in, f, f + 1, by);
        else if (side < 0)
            check_apart(in, f + 1, f, by);
    }
}
