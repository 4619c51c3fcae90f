/* An amount and the same in another unit right behind it in brackets: 112220千
 * 公顷（168329万亩）, 62.3亿美元（约合人民币450亿元）. */
#include "facts/level.h"
#include "prose/number.h"
#include "prose/rule.h"

/* How many of `to` one of `from` is; money within the bounds that its rate
 * had in thirty years. */
typedef struct conversion {
    slice from, to;
    double low, high;
} conversion;

static const conversion CONVERSIONS[] = {
    {SLICE("公顷"), SLICE("亩"), 15, 15},
    {SLICE("千公顷"), SLICE("亩"), 15000, 15000},
    {SLICE("平方公里"), SLICE("公顷"), 100, 100},
    {SLICE("平方公里"), SLICE("亩"), 1500, 1500},
    {SLICE("吨"), SLICE("公斤"), 1000, 1000},
    {SLICE("吨"), SLICE("斤"), 2000, 2000},
    {SLICE("公斤"), SLICE("斤"), 2, 2},
    {SLICE("千克"), SLICE("斤"), 2, 2},
    {SLICE("公里"), SLICE("米"), 1000, 1000},
    {SLICE("小时"), SLICE("分钟"), 60, 60},
    {SLICE("美元"), SLICE("元"), 5.5, 9},
    {SLICE("欧元"), SLICE("元"), 6, 12},
    {SLICE("港元"), SLICE("元"), 0.7, 1.2},
    {SLICE("美元"), SLICE("港元"), 7.6, 7.9},
};

static bool
ratio_of(slice from, slice to, double *low, double *high)
{
    *low = *high = 1;
    if (slice_equal(from, to))
        return true;
    for (size_t i = 0; i < sizeof CONVERSIONS / sizeof *CONVERSIONS; i++) {
        const conversion *c = &CONVERSIONS[i];
        bool is_back = slice_equal(c->from, to) && slice_equal(c->to, from);
        if (is_back) {
            *low = 1 / c->high;
            *high = 1 / c->low;
            return true;
        }
        if (slice_equal(c->from, from) && slice_equal(c->to, to)) {
            *low = c->low;
            *high = c->high;
            return true;
        }
    }
    return false;
}

/* 公斤/公顷 and 公斤/亩: above and below the line on their own. */
static bool
ratio_of_units(slice from, slice to, double *low, double *high)
{
    size_t x = slice_find(from, SLICE_OF("/"));
    size_t y = slice_find(to, SLICE_OF("/"));
    double l, h;
    if (slice_equal(from, to) || (x < from.len) != (y < to.len) ||
        !ratio_of(slice_cut(from, 0, x), slice_cut(to, 0, y), low, high))
        return false;
    if (x == from.len)
        return true;
    if (!ratio_of(slice_cut(from, x + 1, from.len),
                  slice_cut(to, y + 1, to.len), &l, &h))
        return false;
    *low /= h;
    *high /= l;
    return true;
}

/* Nothing but the bracket and 约合 and its like between. */
static bool
is_converted(slice between)
{
    static const slice words[] = {SLICE("约合"), SLICE("折合"), SLICE("约"),
                                  SLICE("合"),   SLICE("折"),
                                  SLICE("相当于"), SLICE("人民币")};
    slice wide = SLICE_OF("（"), narrow = SLICE_OF("(");
    if (!slice_starts_with(between, wide) &&
        !slice_starts_with(between, narrow))
        return false;
    size_t n = slice_starts_with(between, wide) ? wide.len : narrow.len;
    slice s = slice_cut(between, n, between.len);
    s = slice_without_starts(s, words, sizeof words / sizeof *words);
    return s.len == 0;
}

static bool
is_amount(const claim *c)
{
    return c->figure->sort == FIGURE_QUANTITY &&
           c->figure->quantity.unit.kind == UNIT_AMOUNT &&
           (c->figure->quantity.bound == BOUND_EXACT ||
            c->figure->quantity.bound == BOUND_APPROXIMATE);
}

/* In the base unit, half a digit to both sides. */
static bool
range_of(const claim *c, double *low, double *high)
{
    jb_quantity q = c->figure->quantity;
    q.bound = BOUND_EXACT;
    level_range r = level_range_of(q);
    jb_decimal a, b;
    if (!decimal_shift(r.low, q.unit.power, &a) ||
        !decimal_shift(r.high, q.unit.power, &b))
        return false;
    *low = decimal_to_double(a);
    *high = decimal_to_double(b);
    return true;
}

static void
check_conversion(const inspection *in, const claim *a, const claim *b)
{
    double low, high, a_low, a_high, b_low, b_high;
    bool is_about = b->figure->quantity.bound != BOUND_EXACT;
    double slack = is_about ? 0.05 : 0.0005;
    if (!ratio_of_units(a->figure->quantity.unit.base,
                        b->figure->quantity.unit.base, &low, &high) ||
        !range_of(a, &a_low, &a_high) || !range_of(b, &b_low, &b_high) ||
        a_low <= 0 ||
        (a_low * low * (1 - slack) <= b_high &&
         a_high * high * (1 + slack) >= b_low) ||
        !rule_is_typed(in, b->figure->first, b->figure->last))
        return;
    double power = 1;
    for (int i = 0; i < b->figure->quantity.unit.power; i++)
        power *= 10;
    double mean = (a_low + a_high) / 2;
    slice unit = b->figure->quantity.unit.name;
    slice told = low < high
                     ? slice_printf(in->arena, "%.1f至%.1f%.*s",
                                    mean * low / power, mean * high / power,
                                    SLICE_ARGS(unit))
                     : slice_printf(in->arena, "%.1f%.*s",
                                    mean * low / power, SLICE_ARGS(unit));
    diag_report(in->diags, &PROSE_CONVERSION_CONTRADICTS,
                rule_figure_span(in, b->figure),
                rule_figure_text(in, b->figure),
                rule_figure_text(in, a->figure), told);
}

void
rule_conversions(const inspection *in)
{
    for (size_t i = 0; i + 1 < in->claims.n && rule_has_room(in); i++) {
        const claim *a = &in->claims.at[i], *b = a + 1;
        slice close = rule_text(in, b->figure->last, b->figure->last + 3);
        bool is_closed = slice_starts_with(close, SLICE_OF("）")) ||
                         slice_starts_with(close, SLICE_OF(")"));
        if (is_amount(a) && is_amount(b) && is_closed &&
            is_converted(rule_text(in, a->figure->last, b->figure->first)))
            check_conversion(in, a, b);
    }
}
