#include "prose/proportions.h"

#include "prose/rule.h"

bool
proportions_is_colon(slice between)
{
    return slice_is(between, "∶") || slice_is(between, "︰") ||
           slice_is(between, ":") || slice_is(between, "：");
}

static bool
are_three(const inspection *in, size_t i)
{
    const figure *f = &in->figures.at[i];
    if (i + PROPORTIONS_INDUSTRIES > in->figures.n)
        return false;
    for (size_t k = 1; k < PROPORTIONS_INDUSTRIES; k++)
        if (!proportions_is_colon(rule_text(in, f[k - 1].last, f[k].first)))
            return false;
    return i == 0 || !proportions_is_colon(
                             rule_text(in, f[-1].last, f->first));
}

/* 三次产业结构比为, 一、二、三产业占生产总值的结构比为, 三次产业结构由…调整为. */
static bool
is_of_now(const inspection *in, size_t i)
{
    static const slice verbs[] = {SLICE("为"), SLICE("是"), SLICE("达到")};
    static const slice turns[] = {SLICE("调整"), SLICE("优化"), SLICE("变化"),
                                  SLICE("演变"), SLICE("转变"), SLICE("变")};
    static const slice ratios[] = {
        SLICE("比例"),   SLICE("比重"),     SLICE("之比"), SLICE("占比"),
        SLICE("结构"),   SLICE("构成"),     SLICE("比"),   SLICE("的"),
        SLICE("增加值"), SLICE("生产总值"), SLICE("地区"), SLICE("GDP"),
        SLICE("占")};
    const claim *c = &in->claims.at[i];
    slice lead = slice_trim(rule_lead(in, c));
    slice said =
        slice_without_ends(lead, verbs, sizeof verbs / sizeof *verbs);
    slice turned =
        slice_without_ends(said, turns, sizeof turns / sizeof *turns);
    if (said.len < lead.len && turned.len < said.len)
        return slice_has(rule_sentence_lead(in, c), "产业结构");
    slice name =
        slice_without_ends(said, ratios, sizeof ratios / sizeof *ratios);
    return name.len < said.len &&
           (slice_ends_with(name, SLICE_OF("三次产业")) ||
            slice_ends_with(name, SLICE_OF("三产业")) ||
            slice_ends_with(name, SLICE_OF("一二三产")));
}

bool
proportions_of_industries(const inspection *in, size_t i)
{
    return are_three(in, i) && is_of_now(in, i);
}

jb_decimal
proportions_slack(int scale)
{
    return (jb_decimal){11, scale + 1};
}
