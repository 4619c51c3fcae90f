/* Drafts of what offices that count other things release: rain and rivers,
 * cases and persons, calls, schools, freight. Names and figures go together as
 * a reader would put them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "prose/extract.h"
#include "sample.h"

/* The draft from `report` has each of `parts` (to a NULL), none of those that
 * open with '!', and the reader takes it without an error. */
static void
check(const char *report, const char *const *parts)
{
    arena *a = arena_new();
    slice draft = extract_from_text(a, slice_from(report));
    for (; *parts != NULL; parts++) {
        bool is_unwanted = **parts == '!';
        if (slice_has(draft, *parts + is_unwanted) == is_unwanted)
            fail_msg("%s in\n%s", *parts, draft.at);
    }
    sample s = sample_from(draft.at);
    if (s.metrics == NULL || diags_has_errors(s.diags))
        fail_msg("%s in\n%s", sample_codes(&s), draft.at);
    sample_drop(&s);
    arena_drop(a);
}

#define PARTS(...) (const char *const[]){__VA_ARGS__, NULL}

static void
measures_in_signs_are_units(void **state)
{
    (void)state;
    check("2020年，平均降水量702.5mm，水资源总量31400亿m3，建筑面积9200m²。"
          "7月平均气温26.1℃，1月平均气温负3.2℃。",
          PARTS("单位: \"毫米\"", "单位: \"亿立方米\"", "单位: \"平方米\"",
                "单位: \"℃\"", "本期: \"-3.2\""));
    check("完成货物周转量6120.4亿吨公里，旅客周转量718.2亿人公里。",
          PARTS("单位: \"亿吨公里\"", "单位: \"亿人公里\""));
}

/* What is usual is no year before. */
static void
usual_values_are_notes(void **state)
{
    (void)state;
    check("2020年平均降水量702.5毫米，比多年平均值偏多9.4%，比2019年增加8.1%。",
          PARTS("同比: \"8.1%\"", "说明: \"比多年平均值偏多9.4%\""));
    check("2月降水量14.6毫米，比常年同期少71%。",
          PARTS("名称: \"降水量\"", "!同比", "说明: \"比常年同期少71%\""));
    check("2020年地表水资源量31100亿立方米，折合年径流深328.4毫米，"
          "比2019年增加15.8%。",
          PARTS("名称: \"地表水资源量\"", "同比: \"15.8%\"",
                "!名称: \"折合"));
}

/* 比2012年 is of the year before in 2013 only. */
static void
growth_is_of_the_year_before_only(void **state)
{
    (void)state;
    check("2021年专任教师1840万人，比2012年增长25.8%。",
          PARTS("!同比", "说明: \"比2012年增长25.8%\""));
    check("本周受理工单512件，比上周增长18.3%。", PARTS("环比: \"18.3%\""));
    check("2020年9月末，每千人拥有企业数由2018年底的25.3户增长到30.0户。",
          PARTS("名称: \"每千人拥有企业数\"", "历年: {\"2018\": \"25.3\"}",
                "!上年同期"));
    check("日均新设企业2.3万户，日均净增1.1万户。", PARTS("!上年同期"));
    check("全国新设个体工商户1340万户，仍然保持同比5.8%的增长。",
          PARTS("名称: \"新设个体工商户\"", "同比: \"5.8%\"",
                "!名称: \"仍然"));
    check("营业收入12.4亿元，同比+8.6%，净利润1.3亿元，同比-2.1%。",
          PARTS("同比: \"8.6%\"", "同比: \"-2.1%\""));
}

static void
cases_and_persons_are_two_metrics(void **state)
{
    (void)state;
    check("甲区检察院共受理审查起诉案件512件630人，同比分别下降1.2%、9.8%。"
          "决定不起诉48件55人，二次退回补充侦查5件6人。",
          PARTS("名称: \"审查起诉案件\"", "本期: \"512\"\n    同比: \"-1.2%\"",
                "名称: \"审查起诉人数\"",
                "本期: \"630\"\n    同比: \"-9.8%\"", "名称: \"决定不起诉\"",
                "名称: \"决定不起诉人数\"", "名称: \"二次退回补充侦查\"",
                "!单位: \"次\"", "!（2）"));
}

static void
lists_keep_their_items(void **state)
{
    (void)state;
    check("东、中、西部地区业务量比重分别为78.2%、13.1%和8.7%，业务收入比重"
          "分别为79.0%、11.9%和9.1%。",
          PARTS("名称: \"东部地区业务量比重\"", "名称: \"中部地区业务收入比重\"",
                "!（2）"));
    check("同城、异地业务量分别占全部业务量的17.4%和82.6%。",
          PARTS("名称: \"同城业务量占比\"", "名称: \"异地业务量占比\""));
    check("一般公共预算收入和支出分别增长4.1%、9.2%。",
          PARTS("名称: \"一般公共预算收入\"", "名称: \"一般公共预算支出\"",
                "!收入和支出\""));
    check("完成吞吐量14.2亿吨，其中内、外贸吞吐量分别增长7.1%和8.8%。",
          PARTS("名称: \"内贸吞吐量\"", "名称: \"外贸吞吐量\""));
    check("其中公路建设完成投资310亿元，港口建设和航道建设分别完成32亿元和"
          "7亿元，同比分别增长11.8%、66.2%和58.9%。",
          PARTS("本期: \"310\"\n    同比: \"11.8%\"",
                "本期: \"32\"\n    同比: \"66.2%\"",
                "本期: \"7\"\n    同比: \"58.9%\""));
    /* Periods are no names: one thing has each figure in its year. */
    check("贷款余额310亿元。2022年、2023年、2024年末不良贷款率分别为1.84%、1.82%、1.80%。",
          PARTS("时期: \"2024\"\n    本期: \"1.80\"\n"
                "    历年: {\"2022\": \"1.84\", \"2023\": \"1.82\"}",
                "!没有归入"));
    check("2025年，产量12万台，增速分别比同期工业、乙业高4.2个和1.6个百分点。",
          PARTS("!单位: \"个\""));
}

static void
shares_go_to_their_owner(void **state)
{
    (void)state;
    check("投诉类（812件，占比17.2%）。主要涉及物业管理402件。",
          PARTS("名称: \"投诉类\"", "名称: \"投诉类占比\"",
                "名称: \"物业管理\""));
    check("工业用水为962亿m³（其中冷却水471亿m³），占用水总量的16.1%。",
          PARTS("名称: \"工业用水占用水总量比重\""));
    check("交通类783件、建设类579件、政法类562件，占总量的77%。",
          PARTS("!名称: \"政法类占", "# 第1行：77%"));
    check("位居前三位的工单：交通类783件。", PARTS("!单位: \"位\""));
}

static void
owners_lend_their_measure(void **state)
{
    (void)state;
    check("国有企业利润总额3010亿元，下降1.4%。其中中央企业2160亿元，增长4.6%；"
          "地方国有企业850亿元，下降14.2%。",
          PARTS("名称: \"中央企业利润总额\"", "名称: \"地方国有企业利润总额\""));
    check("全国教育经费总投入，2011年是2.3万亿元，2021年达到5.7万亿元。",
          PARTS("名称: \"教育经费总投入\"", "!名称: \"2011年\""));
    check("供水总量和用水总量均为5800亿立方米。",
          PARTS("名称: \"供水总量和用水总量\""));
    check("712座大型水库和3650座中型水库年末蓄水总量比年初增加。",
          PARTS("名称: \"中型水库\"", "!水库和\""));
    check("省级投入十件民生实事资金510亿元。",
          PARTS("名称: \"民生实事资金\"", "!单位: \"件\""));
    check("本月雨日12天。气温偏低1至4℃，降水偏多2成至5成。",
          PARTS("!℃\"", "!\"%\""));
}

/* People in accidents, spaces before figures, what a whole list is said of. */
static void
words_around_figures_are_seen_through(void **state)
{
    (void)state;
    check("2019年接报火灾23.1万起，亡1320人，伤810人。另有12人失踪。",
          PARTS("名称: \"死亡人数\"", "名称: \"受伤人数\"",
                "名称: \"失踪人数\""));
    check("2019年旅客运输量 65100万人次，比上年增长 7.6%；货邮运输量 740万吨，"
          "比上年增长 -1.7%。",
          PARTS("同比: \"7.6%\"", "同比: \"-1.7%\"", "!（2）"));
    check("新加坡、韩国、英国实际投入金额同比分别增长62.1%、170.2%和11.4%。",
          PARTS("名称: \"新加坡实际投入金额\"", "名称: \"韩国实际投入金额\""));
    check("1至9月，实际使用外资金额9980亿元，按可比口径同比增长15.1%。",
          PARTS("名称: \"实际使用外资金额\"", "同比: \"15.1%\"",
                "!名称: \"按"));
    check("完成总周转量401亿吨公里、旅客运输量2.1亿人次及货邮运输量230万吨，"
          "同比分别增长19.1%、12.4%及18.8%。",
          PARTS("本期: \"230\"\n    同比: \"18.8%\""));
    check("完成旅客运输量3020万人次，是去年同期的6成左右。",
          PARTS("说明: \"是去年同期的6成左右\"", "!\"%\""));
    check("高中阶段学校2.2万所，在校生3970万人。高等学校3000所，在校生4400万人。",
          PARTS("名称: \"在校生\"", "名称: \"在校生（高等学校）\""));
    check("2025年4月1日至4月30日共转派工单4500件。",
          PARTS("时期: 2025-04\n", "名称: \"工单\""));
    check("2025年吞吐量14亿吨，其中内、外贸吞吐量分别增长7.1%和8.8%。",
          PARTS("{吞吐量.句子}；其中，{内贸吞吐量.句子}；{外贸吞吐量.句子}"));
    check("专任教师1730万人。教职工491万人；专任教师276万人。",
          PARTS("名称: \"专任教师（教职工）\""));
    check("财政总收入430亿元。其中：税收收入350亿元。",
          PARTS("{财政总收入.句子}。其中，{税收收入.句子}"));
}

static void
tables_of_years_are_read(void **state)
{
    (void)state;
    check("单位：百万元人民币\n项目 | 2020 | 2019 | 增幅（%） | 2018\n"
          "营业收入 | 194,000 | 187,000 | 3.74 | 164,000\n"
          "利润总额 | 57,800 | 56,500 | 2.30 | 54,300\n",
          PARTS("时期: 2020", "单位: \"百万元\"", "本期: \"194000\"",
                "上年同期: \"187000\"", "历年: {\"2018\": \"164000\"}"));
    check("指标 | 单位 | 数量\n街道 | 个 | 54\n结婚登记 | 对 | 19,200\n",
          PARTS("名称: \"结婚登记\"", "单位: \"对\"", "本期: \"19200\""));
}

static void
salutations_are_no_titles(void **state)
{
    (void)state;
    check("主任、各位副主任、各位委员：\n2022年完成审计项目19个。\n"
          "——财政运行总体平稳。2022年新增减税降费3040亿元。",
          PARTS("标题: \"未命名的简报\"", "!——"));
}

/* A year before that had a loss, nothing, or another distance. */
static void
the_time_before_is_no_metric(void **state)
{
    (void)state;
    check("2025年，企业实现利润总额8.6亿元，上年同期亏损2.4亿元，同比扭亏为盈。",
          PARTS("本期: \"8.6\"\n    同比: \"扭亏为盈\"\n    上年同期: \"-2.4\"",
                "!上年同期利润总额"));
    check("2025年，利润由上年同期的4.2亿元转为亏损0.7亿元，由盈转亏。",
          PARTS("本期: \"-0.7\"\n    同比: \"由盈转亏\"\n    上年同期: \"4.2\""));
    check("2025年，甲公司净利润由上年同期亏损2.4亿元转为盈利1.2亿元。",
          PARTS("名称: \"甲公司净利润\"",
                "本期: \"1.2\"\n    上年同期: \"-2.4\""));
    check("2025年，贸易顺差75.0亿元，比上年同期收窄17.2亿元。",
          PARTS("本期: \"75.0\"\n    上年同期: \"92.2\"", "!顺差（2）"));
    check("2025年，用水总量75.0亿立方米，比上年同期少用3.2亿立方米。",
          PARTS("说明: \"比上年同期少用3.2亿立方米\"", "!（2）"));
    check("2025年，实际使用外资320万美元，上年同期为零。",
          PARTS("本期: \"320\"\n    上年同期: \"0\""));
}

/* What many years did is no growth on the year before. */
static void
runs_of_years_are_no_year_on_year(void **state)
{
    (void)state;
    check("2025年，十年来，生产总值由420.5亿元增加到1286.4亿元，翻了一番多。",
          PARTS("说明: \"2025年，十年来，生产总值由420.5亿元增加到1286.4亿元；翻了一番多\"",
                "!上年同期", "!同比:"));
    check("2025年，高新技术企业490家，增长18.9%，五年翻了两番。",
          PARTS("说明: \"五年翻了两番\"", "同比: \"18.9%\"", "!名称: \"五年"));
    check("2025年，出口3亿元。与2019年同期相比，零售总额增长18.6%，四年平均增长4.4%。",
          PARTS("!同比:", "# 第1行：18.6%", "!名称: \"四年"));
    check("2025年，粮食产量689万吨（137.8亿斤），连续六年稳定在680万吨以上。",
          PARTS("说明: \"合137.8亿斤；连续六年稳定在680万吨以上\"", "!（2）"));
    check("2022年、2023年、2024年高新技术企业分别为320家、412家和490家。",
          PARTS("本期: \"490\"\n    历年: {\"2022\": \"320\", \"2023\": \"412\"}"));
}

static void
words_around_a_figure_keep_their_sense(void **state)
{
    (void)state;
    check("2025年，零售总额703.6亿元，居全省18个省辖市第4位。",
          PARTS("位次: \"全省第4\"", "!省辖市\""));
    check("2025年，出口62.3亿元，增长2.8倍以上；进口2亿元，近60%的企业持平。",
          PARTS("同比: \"280%以上\"", "!名称: \"持平"));
    check("2025年，进出口402.3亿元，增速保持两位数。", PARTS("!单位: \"位\""));
    check("2025年，旅游收入近60亿元，森林火灾仅3起。",
          PARTS("本期: \"近60\"", "名称: \"森林火灾\""));
    check("到2025年底，力争高新技术企业突破600家，成交额超过100亿元。",
          PARTS("本期: \">600\"\n    状态: 目标", "本期: \">100\"\n    状态: 目标"));
    check("2025年，进出口首次突破400亿元大关，达到402.3亿元，增长10.6%。",
          PARTS("本期: \"402.3\"\n    同比: \"10.6%\"", "!（2）"));
    check("2025年，成交额由2018年的不足1000万元增长到1.1亿元。",
          PARTS("单位: \"亿元\"", "本期: \"1.1\"", "!历年", "!上年同期:"));
    check("2025年，40%的企业订单增加，35%持平。",
          PARTS("名称: \"订单增加的企业占比\"", "# 第1行：35%"));
    check("城镇、农村居民人均可支配收入分别为30120元和16542元。",
          PARTS("名称: \"城镇居民人均可支配收入\""));
    check("2025年，出口、进口分别增长12%，13%。",
          PARTS("名称: \"出口\"", "同比: \"13%\"", "!本期"));
    check("2025年二季度GDP同比增长5.8%。", PARTS("名称: \"GDP\""));
}

/* What plans, other stretches and other things have is not the figure's. */
static void
what_is_another_s_is_not_taken(void **state)
{
    (void)state;
    check("2025年上半年，二季度单季亏损0.21亿元，较一季度减亏0.93亿元。",
          PARTS("说明: \"较一季度减亏0.93亿元\"", "!同比:", "!上年同期:"));
    check("2025年，营业收入100亿元，力争扭亏为盈。", PARTS("!扭亏为盈\""));
    check("2025年，事故17起，未发生较大事故，上年同期发生1起。",
          PARTS("本期: \"17\"", "!上年同期:", "# 第1行：1起"));
    check("2025年，建筑事故3起，死亡2人，同比起数持平、人数减少1人。",
          PARTS("上年同期: \"3\"", "!持平"));
    check("2025年，建成学校7所。明年，计划新建学校2所。",
          PARTS("时期: \"2026\"\n    本期: \"2\"\n    状态: 目标"));
    check("2025年，覆盖率92.3%，超过省定目标85%7.3个百分点。",
          PARTS("说明: \"超过省定目标85%7.3个百分点\"", "!本期: \"85\""));
    check("2025年，资金21.3亿元，其中专项债券6.8亿元，已完成全年25亿元目标的85.2%。",
          PARTS("本期: \"21.3\"\n    目标: \"25\"",
                "!本期: \"6.8\"\n    目标"));
    check("2025年，企业新增21家、注销8家，净增13家。",
          PARTS("名称: \"新增企业\"", "说明: \"净增13家\"", "!上年同期:"));
    check("2025年，高新技术企业96家，较2020年底的31家翻了一番半。",
          PARTS("历年: {\"2020\": \"31\"}", "!同比:", "!上年同期:"));
    check("2025年，债务率由年初的186%降至172%。",
          PARTS("名称: \"债务率\"", "本期: \"172\"", "!上年同期:"));
}

static void
each_has_its_own_figure(void **state)
{
    (void)state;
    check("2017年，粮食播种面积较2016年下降0.7%；60岁及以上人口为142198人。",
          PARTS("名称: \"粮食播种面积\"", "同比: \"-0.7%\"",
                "名称: \"60岁及以上人口\""));
    check("2025年，开工率96.4%、入库率91.2%，分列全省第4位和第7位。",
          PARTS("本期: \"96.4\"\n    位次: \"全省第4\"",
                "本期: \"91.2\"\n    位次: \"全省第7\""));
    check("2025年，固定资产投资增长7.6%，在全省14个市州中排第3位。",
          PARTS("位次: \"全省第3\"", "!市州"));
    check("2025年，5亿元以上项目86个，10亿元以上项目31个。",
          PARTS("名称: \"5亿元以上项目\"", "名称: \"10亿元以上项目\"",
                "!没有归入"));
    check("2023年、2024年，预算收入分别完成12.9亿元、13.8亿元，分别增长6.6%、"
          "7.0%；2025年完成14.5亿元，增长5.1%。",
          PARTS("本期: \"13.8\"\n    同比: \"7.0%\"",
                "名称: \"预算收入（2025年）\"", "本期: \"14.5\"\n    同比: \"5.1%\""));
    check("2025年1—10月，出口10月当月4.1亿元。10月当月进口2亿元。对东盟进口3亿元。",
          PARTS("时期: \"2025-10\"\n    本期: \"2\"",
                "名称: \"对东盟进口\"\n    单位: \"亿元\"\n    本期: \"3\""));
    check("2025年，顺差499.0亿元，扩大13.9%。对东盟、欧盟分别进出口286亿元和201亿元。",
          PARTS("同比: \"13.9%\"", "名称: \"对欧盟进出口\"", "!名称: \"扩大"));
    check("2025年，新增学位8600个，辖区企业新增21家。",
          PARTS("名称: \"新增学位\"", "名称: \"新增辖区企业\""));
    check("2025年，纺织行业扭亏为盈，实现利润0.2亿元（上年同期亏损0.1亿元）。",
          PARTS("名称: \"纺织行业利润\"",
                "同比: \"扭亏为盈\"\n    上年同期: \"-0.1\""));
    check("2025年，“十四五”以来，累计完成投资286亿元。",
          PARTS("名称: \"“十四五”以来累计投资\""));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_in_signs_are_units),
        cmocka_unit_test(usual_values_are_notes),
        cmocka_unit_test(growth_is_of_the_year_before_only),
        cmocka_unit_test(cases_and_persons_are_two_metrics),
        cmocka_unit_test(lists_keep_their_items),
        cmocka_unit_test(shares_go_to_their_owner),
        cmocka_unit_test(owners_lend_their_measure),
        cmocka_unit_test(words_around_figures_are_seen_through),
        cmocka_unit_test(tables_of_years_are_read),
        cmocka_unit_test(salutations_are_no_titles),
        cmocka_unit_test(the_time_before_is_no_metric),
        cmocka_unit_test(runs_of_years_are_no_year_on_year),
        cmocka_unit_test(words_around_a_figure_keep_their_sense),
        cmocka_unit_test(what_is_another_s_is_not_taken),
        cmocka_unit_test(each_has_its_own_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
