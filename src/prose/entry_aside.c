/* Figures that are no metric of their own: what is remarked of the one before,
 * what points back, and growths told in passing. */
#include "base/utf8.h"
#include "prose/gathering.h"
#include "prose/lexicon.h"

/* ── remarks of the figure before ── */

/* 前移6位, 提高4个位次: places gained or lost. */
static bool
is_places(const gathering *g, const claim *c)
{
    static const slice words[] = {SLICE("前移"), SLICE("后移"), SLICE("前进")};
    slice rest = slice_cut(g->naming.text, c->figure->last, g->naming.text.len);
    slice lead = gathering_lead(g, c);
    if (slice_starts_with(rest, SLICE_OF("位次")))
        return true;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (slice_ends_with(lead, words[k]))
            return slice_is(c->figure->quantity.unit.base, "位");
    return false;
}

/* 扣除价格因素，实际增长5.1%: the other growth of the figure before. */
static bool
is_real(const gathering *g, const claim *c)
{
    slice lead = slice_trim(gathering_lead(g, c));
    return c->kind == CLAIM_RATE &&
           (slice_starts_with(lead, SLICE_OF("实际增长")) ||
            slice_starts_with(lead, SLICE_OF("实际下降")));
}

/* 中位数是平均数的82.2%, 是去年同期的6成: how it compares, said of the figure before. */
static bool
is_ratio(const gathering *g, const claim *c)
{
    slice lead = slice_trim(gathering_lead(g, c));
    return c->kind == CLAIM_LEVEL && c->figure->sort == FIGURE_PERCENT &&
           (slice_ends_with(lead, SLICE_OF("平均数的")) ||
            slice_ends_with(lead, SLICE_OF("去年同期的")) ||
            slice_ends_with(lead, SLICE_OF("上年同期的")));
}

/* 折合年径流深330.3毫米: the figure before, counted otherwise. */
static bool
is_recount(const gathering *g, size_t i)
{
    slice lead = slice_trim(gathering_lead(g, gathering_claim(g, i)));
    return (slice_starts_with(lead, SLICE_OF("折合")) ||
            slice_starts_with(lead, SLICE_OF("相当于"))) &&
           gathering_before(g, i) != SIZE_MAX;
}

/* 比多年平均偏多17.1%, 较常年同期低1.2℃: how far the figure before is from
 * what is usual. */
static bool
is_from_norm(const gathering *g, size_t i)
{
    static const slice norms[] = {SLICE("常年"), SLICE("历年"),
                                  SLICE("多年平均"), SLICE("多年均值")};
    slice lead = slice_trim(gathering_lead(g, gathering_claim(g, i)));
    bool is_against = slice_starts_with(lead, SLICE_OF("比")) ||
                      slice_starts_with(lead, SLICE_OF("较"));
    for (size_t k = 0; is_against && k < sizeof norms / sizeof *norms; k++)
        if (slice_find(lead, norms[k]) < lead.len)
            return gathering_before(g, i) != SIZE_MAX;
    return false;
}

bool
gathering_is_remark(const gathering *g, size_t i)
{
    const claim *c = gathering_claim(g, i);
    return is_places(g, c) || is_real(g, c) || is_ratio(g, c) ||
           is_recount(g, i) || is_from_norm(g, i);
}

/* ── what is not counted ── */

/* 这两项, 上述3个: those that were named. */
bool
gathering_is_reference(const gathering *g, const claim *c)
{
    static const slice words[] = {SLICE("这"), SLICE("上述"), SLICE("以上"),
                                  SLICE("前述"), SLICE("该")};
    slice lead = slice_trim(gathering_lead(g, c));
    bool is_count = c->figure->sort == FIGURE_QUANTITY &&
                    c->figure->quantity.unit.kind == UNIT_COUNT &&
                    c->figure->quantity.unit.power == 0;
    for (size_t k = 0; is_count && k < sizeof words / sizeof *words; k++)
        if (slice_ends_with(lead, words[k]))
            return true;
    return false;
}

/* 受进口增长（15.9%）带动, 降幅都超过20%: a rate that the claim did not read as
 * growth, for its verb stands apart. */
bool
gathering_is_told_growth(const gathering *g, const claim *c)
{
    static const slice opens[] = {SLICE("（"), SLICE("("), SLICE("都"),
                                  SLICE("均"), SLICE("超过"), SLICE("达到")};
    slice lead = slice_trim(gathering_lead(g, c));
    bool is_rate = c->kind == CLAIM_LEVEL &&
                   c->figure->sort == FIGURE_PERCENT;
    size_t whole = lead.len;
    for (size_t k = sizeof opens / sizeof *opens; is_rate && k-- > 0;)
        if (slice_ends_with(lead, opens[k]))
            lead = slice_cut(lead, 0, lead.len - opens[k].len);
    return lead.len < whole && lexicon_end(lead, LEXICON_CHANGE) != NULL;
}
