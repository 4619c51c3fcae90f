#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "prose/extract.h"
#include "sample.h"

/* The draft from `report` has each of `parts` (to a NULL), and the reader
 * takes it without an error. */
static void
check(const char *report, const char *const *parts)
{
    arena *a = arena_new();
    slice draft = extract_from_text(a, slice_from(report));
    for (; *parts != NULL; parts++)
        if (!slice_has(draft, *parts))
            fail_msg("no “%s” in\n%s", *parts, draft.at);
    sample s = sample_from(draft.at);
    if (s.metrics == NULL || diags_has_errors(s.diags))
        fail_msg("%s in\n%s", sample_codes(&s), draft.at);
    sample_drop(&s);
    arena_drop(a);
}

static void
growth_and_rank_go_with_their_level(void **state)
{
    (void)state;
    check("全市科技型中小企业达到2671家,与2021年相比增长251%,增幅位列全省第一。",
          (const char *const[]){"名称: \"科技型中小企业\"", "单位: \"家\"",
                                "本期: \"2671\"", "同比: \"251%\"",
                                "位次: {范围: \"全省\", 名次: 1, 依据: 增幅}",
                                "来源: \"第1行：", NULL});
}

static void
to_date_and_expected_make_one_metric(void **state)
{
    (void)state;
    check("截至2022年10月底,全市技术合同成交额达到62.3亿元,全年有望突破75亿元,"
          "稳居全省第三。",
          (const char *const[]){
                  "名称: \"技术合同成交额\"", "本期: \">75\"", "状态: 预计",
                  "累计: {截至: 2022-10, 数值: \"62.3\"}",
                  "位次: \"全省第3\"", NULL});
}

static void
parts_that_add_up_are_parts(void **state)
{
    (void)state;
    check("评价入库企业1311家，完成公示企业1360家，共计2671家。",
          (const char *const[]){"本期: \"2671\"", "其中:\n",
                                ": \"1311\"\n", ": \"1360\"\n", NULL});
}

static void
what_follows_the_figure_can_name_it(void **state)
{
    (void)state;
    check("甲公司、乙公司等4家企业被认定为示范企业。聚焦21个重点产业链。",
          (const char *const[]){"名称: \"示范企业\"", "名称: \"重点产业链\"",
                                NULL});
}

static void
qualifiers_are_kept(void **state)
{
    (void)state;
    check("预计全年新认定高企200家以上，组织培训30余次，总量将达到490家左右。",
          (const char *const[]){"本期: \"200以上\"", "本期: \">30\"",
                                "本期: \"490左右\"", NULL});
}

static void
the_same_figure_is_one_metric(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice draft = extract_from_text(
            a, SLICE_OF("全市高新技术企业490家。\n全市高新技术企业490家。\n"));
    assert_true(slice_has(draft, "  高新技术企业:"));
    assert_false(slice_has(draft, "  高新技术企业2:"));
    assert_false(slice_has(draft, "高新技术企业（2）"));
    arena_drop(a);
}

static void
what_has_no_place_is_listed(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice draft = extract_from_text(
            a, SLICE_OF("城乡收入比由1.93缩小到1.86。\n"
                        "规上工业增加值年均增长10.3%。\n"));
    assert_true(slice_has(draft, "# 第1行：1.93"));
    assert_true(slice_has(draft, "# 第2行：10.3%"));
    arena_drop(a);
}

static void
proportions_are_parts(void **state)
{
    (void)state;
    check("三次产业结构为9.7:40.2:50.1。",
          (const char *const[]){"名称: \"三次产业结构\"", "本期: 100",
                                "\"第一产业\": \"9.7\"",
                                "\"第三产业\": \"50.1\"", NULL});
    check("三次产业比例由11.8∶54.3∶33.9调整为10.1∶47.8∶42.1。",
          (const char *const[]){"\"第一产业\": \"10.1\"",
                                "\"第三产业\": \"42.1\"", NULL});
}

static void
other_changes_are_notes(void **state)
{
    (void)state;
    check("年末人口347.2万人，比上年末减少1.3万人。",
          (const char *const[]){"说明: \"比上年末减少1.3万人\"", NULL});
    check("生产总值1068.1亿元，同比增长6.0%，两年平均增长4.1%。",
          (const char *const[]){"同比: \"6.0%\"",
                                "说明: \"两年平均增长4.1%\"", NULL});
    check("招商引资到位78.9亿元，完成年度目标80亿元的98.7%。",
          (const char *const[]){"目标: \"80\"", NULL});
    check("住户贷款增加38.9亿元，短期贷款减少13.4亿元。",
          (const char *const[]){"名称: \"住户贷款增加额\"",
                                "本期: \"38.9\"",
                                "名称: \"短期贷款减少额\"",
                                "本期: \"13.4\"", NULL});
}

static void
figures_without_a_year_have_no_period(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice draft = extract_from_text(
            a, SLICE_OF("1—7月，业务收入245亿元，增长1.9%。\n"
                        "7月份，业务收入29.2亿元，增长3.1%。\n"
                        "0—17岁、18—34岁人口分别为1.9万人、1.8万人。\n"));
    assert_false(slice_has(draft, "\n时期") || slice_has(draft, " 时期: \""));
    assert_true(slice_has(draft, "名称: \"业务收入（7月）\""));
    assert_false(slice_has(draft, "单位: \"岁\""));
    arena_drop(a);
}

/* ── names ── */

static void
names_are_nouns(void **state)
{
    (void)state;
    check("中学团“薄膜技术”、甲制药“药材技术”2个项目获批省重大专项，"
          "分别争取经费1100万元和1000万元，位居全省第三位。",
          (const char *const[]){"名称: \"省重大专项\"",
                                "名称: \"中学团“薄膜技术”经费\"",
                                "名称: \"甲制药“药材技术”经费\"",
                                "位次: \"全省第3\"", NULL});
    check("共有33家企业获得41笔“助农贷”融资支持，贷款额度达到1.78亿元。",
          (const char *const[]){"名称: \"获得“助农贷”融资企业\"",
                                "名称: \"“助农贷”融资\"",
                                "名称: \"“助农贷”融资贷款额度\"", NULL});
    check("共有135企业参加市赛，其中14家晋级省赛。",
          (const char *const[]){"名称: \"参加市赛企业\"", "单位: \"家\"",
                                "名称: \"晋级省赛企业\"",
                                "说明: \"原文漏写量词。\"", NULL});
    check("每百元营业收入中的成本为84.27元，同比减少0.25元。",
          (const char *const[]){"名称: \"每百元营业收入中的成本\"",
                                "上年同期: \"84.52\"", NULL});
}

static void
lists_give_each_its_name(void **state)
{
    (void)state;
    check("2022年10月份，新能源汽车、太阳能电池、充电桩等产品产量同比分别增长"
          "108.4%、35.6%和19.3%。",
          (const char *const[]){"名称: \"新能源汽车产量\"",
                                "名称: \"太阳能电池产量\"",
                                "名称: \"充电桩产量\"",
                                "同比: \"108.4%\"", "同比: \"35.6%\"",
                                "同比: \"19.3%\"", NULL});
}

static void
lists_of_levels_have_their_growths(void **state)
{
    (void)state;
    check("前三季度，我国对东盟、欧盟进出口分别为3.38万亿元、3.23万亿元，同比分别增长"
          "7.7%、2.9%，其中，东盟为第一大伙伴，占外贸总值的14.6%。",
          (const char *const[]){
                  "名称: \"对东盟进出口\"", "本期: \"3.38\"\n    同比: \"7.7%\"",
                  "名称: \"对欧盟进出口\"", "本期: \"3.23\"\n    同比: \"2.9%\"",
                  "名称: \"东盟占外贸总值比重\"", NULL});
    check("批发和零售业、金融业增加值分别增长1.4%、7.6%。",
          (const char *const[]){"名称: \"批发和零售业增加值\"",
                                "名称: \"金融业增加值\"", NULL});
}

/* ── what is said of a figure ── */

static void
bases_are_bases(void **state)
{
    (void)state;
    check("高新技术企业由412家增加到490家。新能源汽车出口额20亿元，是上年的2.3倍。",
          (const char *const[]){"本期: \"490\"", "上年同期: \"412\"",
                                "同比: \"增长1.3倍\"", NULL});
    check("新能源汽车产量12860辆，上年同期为312辆。",
          (const char *const[]){"本期: \"12860\"", "上年同期: \"312\"", NULL});
    check("2022年，夏粮总产量13926万吨，比上年减少162万吨，下降1.2%。",
          (const char *const[]){"同比: \"-1.2%\"", "上年同期: \"14088\"",
                                NULL});
    check("建材行业亏损0.6亿元，由盈转亏；化工行业亏损2.3亿元，同比减亏3.1亿元。",
          (const char *const[]){"名称: \"建材行业利润总额\"",
                                "本期: \"-0.6\"", "同比: \"由盈转亏\"",
                                "本期: \"-2.3\"", "同比: \"减亏\"",
                                "上年同期: \"-5.4\"", NULL});
}

static void
growth_alone_is_a_metric(void **state)
{
    (void)state;
    check("2022年1-10月份，全国规模以上工业增加值同比增长4.0%，比1-9月份加快0.1个"
          "百分点。采矿业增加值同比增长7.9%，制造业增长3.4%。10月份，城镇调查失业率"
          "为4.9%，与上月持平。",
          (const char *const[]){"对比增速: {\"1-9月份\": \"3.9%\"}",
                                "名称: \"制造业增加值\"",
                                "时期: 2022-01..2022-10",
                                "时期: \"2022-10\"", "环比: \"持平\"",
                                NULL});
}

static void
means_are_kept(void **state)
{
    (void)state;
    check("全年进出口总额215.3亿元，增长12.4%，高于全省平均水平3.2个百分点。",
          (const char *const[]){"平均: {\"全省\": \"9.2%\"}", NULL});
    check("城镇调查失业率5.0%，低于全国平均0.2个百分点。",
          (const char *const[]){"平均: {\"全国\": \"5.2%\"}", NULL});
}

/* 比年初 is no year's growth, nor is what follows it. */
static void
other_bases_are_left_out(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice draft = extract_from_text(
            a, SLICE_OF("存款余额4215.8亿元，比年初增加312.6亿元，增长8.0%。\n"));
    assert_false(slice_has(draft, "同比"));
    assert_true(slice_has(draft, "说明: \"比年初增加312.6亿元；增长8.0%\""));
    arena_drop(a);
}

static void
headings_group(void **state)
{
    (void)state;
    check("某市2023年统计公报\n一、工业生产持续增长，效益改善\n全市企业120家。\n"
          "（二）就业形势总体稳定。年末就业人员98.3万人。",
          (const char *const[]){"标题: \"某市2023年统计公报\"",
                                "时期: 2023", "分组: \"工业生产\"",
                                "分组: \"就业\"", "- 标题: \"就业\"",
                                NULL});
}

/* Quotes, backslashes and control characters in names cannot break the
 * draft; nor can any text. */
static void
drafts_can_always_be_read(void **state)
{
    (void)state;
    static const char *const words[] = {
        "企业", "12家", "\"", "\\", "\n", "：", "增长5%", "- ", "{x}",
        "第3位", "居全省", "\t", "预计", "1.5亿元", "以上", "#", "，", "。"};
    uint32_t seed = 5;
    for (int i = 0; i < 400; i++) {
        arena *a = arena_new();
        slice_builder b = {.arena = a};
        builder_add_text(&b, "全市企业12家。");
        for (int k = 0; k < 40; k++) {
            seed = seed * 1664525u + 1013904223u;
            builder_add_text(&b, words[(seed >> 16) % 18]);
        }
        slice draft = extract_from_text(a, builder_slice(&b));
        sample s = sample_from(draft.at);
        for (size_t d = 0; d < diags_count(s.diags); d++) {
            const diag_kind *kind = diags_at(s.diags, d)->kind;
            const char *code = kind->code;
            bool is_syntax = strncmp(code, "TREE_", 5) == 0;
            if (is_syntax && kind->severity == DIAG_ERROR)
                fail_msg("%s in\n%s", code, draft.at);
        }
        sample_drop(&s);
        arena_drop(a);
    }
}

/* Numbers of items are no part of names; what points back or is told in
 * passing is no metric; a rank goes on with the growth before it. */
static void
items_and_asides_are_told_apart(void **state)
{
    (void)state;
    check("1.国内增值税3225亿元，同比增长49.5%。本月这两项收入合计同比下降17.6%。\n"
          "2.关税244亿元，同比增长25.5%，主要受当月进口增长（15.9%）带动。\n"
          "3.煤炭进口由上年同期的26万吨降为零。\n"
          "4.工业增加值同比增长7.1%，增速比上半年加快0.3个百分点，高于全市平均"
          "水平0.9个百分点，居全市第1位。",
          (const char *const[]){"名称: \"国内增值税\"", "名称: \"关税\"",
                                "17.6%（本月这两项", "15.9%（主要受",
                                "本期: 0", "上年同期: \"26\"",
                                "名次: 1, 依据: 增幅", "\"全市\": \"6.2%\"",
                                NULL});
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(growth_and_rank_go_with_their_level),
        cmocka_unit_test(to_date_and_expected_make_one_metric),
        cmocka_unit_test(parts_that_add_up_are_parts),
        cmocka_unit_test(what_follows_the_figure_can_name_it),
        cmocka_unit_test(qualifiers_are_kept),
        cmocka_unit_test(the_same_figure_is_one_metric),
        cmocka_unit_test(what_has_no_place_is_listed),
        cmocka_unit_test(proportions_are_parts),
        cmocka_unit_test(other_changes_are_notes),
        cmocka_unit_test(figures_without_a_year_have_no_period),
        cmocka_unit_test(names_are_nouns),
        cmocka_unit_test(lists_give_each_its_name),
        cmocka_unit_test(lists_of_levels_have_their_growths),
        cmocka_unit_test(bases_are_bases),
        cmocka_unit_test(growth_alone_is_a_metric),
        cmocka_unit_test(means_are_kept),
        cmocka_unit_test(other_bases_are_left_out),
        cmocka_unit_test(headings_group),
        cmocka_unit_test(items_and_asides_are_told_apart),
        cmocka_unit_test(drafts_can_always_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
