/* What is known to be a part of another thing, and can be no more than it:
 * 工业用电量481亿千瓦时 of 全社会用电量433亿千瓦时, wherever the two stand. */
#include "facts/level.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* How far back the whole is looked for. */
#define INSIDE_REACH 80

/* By the whole of its name, and the ends of those of its parts. */
static const struct inside {
    slice whole;
    slice parts[6];
} INSIDE[] = {
    {SLICE("全社会用电量"), {SLICE("工业用电量"), SLICE("产业用电量"),
                             SLICE("居民用电量"), SLICE("居民生活用电量"),
                             SLICE("制造业用电量")}},
    {SLICE("全社会用电"), {SLICE("工业用电"), SLICE("产业用电"),
                           SLICE("居民用电"), SLICE("居民生活用电"),
                           SLICE("制造业用电")}},
    {SLICE("常住人口"), {SLICE("城镇常住人口"), SLICE("乡村常住人口"),
                         SLICE("城镇人口"), SLICE("乡村人口")}},
    {SLICE("各项存款余额"), {SLICE("住户存款余额"), SLICE("企业存款余额")}},
    {SLICE("各项贷款余额"), {SLICE("住户贷款余额"), SLICE("企业贷款余额"),
                             SLICE("中长期贷款余额")}},
    {SLICE("地区生产总值"), {SLICE("工业增加值"), SLICE("产业增加值"),
                             SLICE("服务业增加值"), SLICE("建筑业增加值")}},
    {SLICE("国内生产总值"), {SLICE("工业增加值"), SLICE("产业增加值"),
                             SLICE("服务业增加值"), SLICE("建筑业增加值")}},
    {SLICE("固定资产投资"), {SLICE("房地产开发投资"), SLICE("工业投资"),
                             SLICE("民间投资"), SLICE("制造业投资"),
                             SLICE("基础设施投资")}},
    {SLICE("社会消费品零售总额"), {SLICE("商品零售额"), SLICE("餐饮收入"),
                                   SLICE("城镇消费品零售额"),
                                   SLICE("乡村消费品零售额")}},
    {SLICE("一般公共预算收入"), {SLICE("非税收入")}},
    {SLICE("一般公共预算支出"), {SLICE("民生支出"), SLICE("教育支出"),
                                 SLICE("卫生健康支出"),
                                 SLICE("农林水支出")}},
    {SLICE("教职工"), {SLICE("专任教师")}},
    {SLICE("专利授权量"), {SLICE("发明专利授权量")}},
    {SLICE("公路总里程"), {SLICE("高速公路里程"), SLICE("农村公路里程")}},
};

static slice
without_head(slice s)
{
    const lexicon_word *head;
    while ((head = lexicon_start(s, LEXICON_HEAD)) != NULL)
        s = slice_cut(s, head->text.len, s.len);
    return s;
}

static bool
is_part_of(const struct inside *row, slice subject)
{
    for (size_t i = 0; i < sizeof row->parts / sizeof *row->parts; i++)
        if (row->parts[i].len > 0 && slice_ends_with(subject, row->parts[i]))
            return true;
    return false;
}

static bool
is_more(const claim *part, const claim *whole)
{
    jb_quantity a = part->figure->quantity, b = whole->figure->quantity;
    return unit_is_same_base(a.unit, b.unit) && level_align(&a, &b) &&
           decimal_compare(level_range_of(a).low, level_range_of(b).high) > 0;
}

/* The nearest whole told before, in the same setting. */
static void
check_inside(const inspection *in, size_t i, const struct inside *row)
{
    const claim *part = &in->claims.at[i];
    setting own = setting_from_claim(in, i);
    for (size_t k = i; k-- > 0 && i - k < INSIDE_REACH;) {
        const claim *whole = &in->claims.at[k];
        if (!claim_is_exact_amount(whole) ||
            !slice_equal(without_head(whole->subject), row->whole))
            continue;
        setting then = setting_from_claim(in, k);
        bool is_one = setting_is_same(in, then, own) &&
                      (own.period.len > 0 ||
                       rule_in_paragraph(in, whole, part));
        if (is_one && is_more(part, whole)) {
            diag_report(in->diags, &PROSE_PARTS_EXCEED,
                        rule_figure_span(in, part->figure),
                        rule_figure_text(in, whole->figure),
                        number_text(in->arena,
                                    part->figure->quantity.value));
            diags_relate(in->diags, rule_figure_span(in, whole->figure),
                         SLICE_OF("总数在这里"));
        }
        return;
    }
}

void
rule_inside(const inspection *in)
{
    const size_t n = sizeof INSIDE / sizeof *INSIDE;
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const claim *c = &in->claims.at[i];
        if (!claim_is_exact_amount(c) ||
            !rule_is_typed(in, c->figure->first, c->figure->last))
            continue;
        for (size_t k = 0; k < n; k++)
            if (is_part_of(&INSIDE[k], c->subject))
                check_inside(in, i, &INSIDE[k]);
    }
}
