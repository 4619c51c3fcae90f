#include "quantity/quantity.h"

#include "base/utf8.h"

typedef struct multiple {
    slice name;
    int power;
} multiple;

/* Longest first: 万亿 before 万. 百 and 千 alone are not split off: 千米,
 * 千瓦时 and 百分点 are units of their own. */
static const multiple multiples[] = {
    {SLICE("万亿"), 12}, {SLICE("千亿"), 11}, {SLICE("百亿"), 10},
    {SLICE("十亿"), 9},  {SLICE("亿"), 8},    {SLICE("千万"), 7},
    {SLICE("百万"), 6},  {SLICE("十万"), 5},  {SLICE("万"), 4},
};

/* Measure words that count things; a count is whole and not negative. */
static const char *const counters[] = {
    "家", "个", "项", "件", "人", "次", "人次", "场", "场次", "户", "名",
    "位", "台", "辆", "套", "所", "座", "笔", "份", "篇", "部", "条", "起",
    "宗", "处", "批", "组", "支", "艘", "架", "间", "栋", "株", "头", "只",
    "班", "期", "门", "种", "类", "标箱", "例", "张", "面", "块",
};

static bool
is_counter(slice base)
{
    for (size_t i = 0; i < sizeof counters / sizeof *counters; i++)
        if (slice_is(base, counters[i]))
            return true;
    return false;
}

static unit_kind
kind_of(slice base)
{
    if (base.len == 0)
        return UNIT_NONE;
    if (slice_is(base, "%") || slice_is(base, "‰"))
        return UNIT_PERCENT;
    if (slice_is(base, "个百分点") || slice_is(base, "百分点") ||
        slice_is(base, "个千分点") || slice_is(base, "千分点"))
        return UNIT_POINT;
    return is_counter(base) ? UNIT_COUNT : UNIT_AMOUNT;
}

jb_unit
unit_from(slice text)
{
    text = slice_trim(text);
    jb_unit u = {.name = text, .base = text};
    if (slice_is(text, "％"))
        u.name = u.base = SLICE_OF("%");
    for (size_t i = 0; i < sizeof multiples / sizeof *multiples; i++) {
        if (!slice_starts_with(text, multiples[i].name))
            continue;
        u.base = slice_cut(text, multiples[i].name.len, text.len);
        u.power = multiples[i].power;
        break;
    }
    u.kind = kind_of(u.base);
    return u;
}

bool
unit_is_same_base(jb_unit a, jb_unit b)
{
    return a.kind == b.kind && slice_equal(a.base, b.base);
}

jb_unit
unit_points_of(jb_unit share)
{
    return unit_from(slice_is(share.base, "‰") ? SLICE_OF("个千分点")
                                               : SLICE_OF("个百分点"));
}
