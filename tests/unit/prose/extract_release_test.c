/* Drafts of what offices release: budgets, customs, industry, surveys. Each
 * figure has a name that a reader would give it. */
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
budgets_have_targets_and_changes(void **state)
{
    (void)state;
    check("4月，一般公共预算收入累计完成24600万元，完成年初预算数61000万元的"
          "40.3%，比上年减收1100万元，下降4.3%。其中：税收收入8100万元，比上年"
          "增收1300万元，增长19.1%。",
          PARTS("名称: \"一般公共预算收入\"", "目标: \"61000\"",
                "上年同期: \"25700\"", "同比: \"-4.3%\"",
                "上年同期: \"6800\"", "!年初预算数"));
    check("元至5月，全市累计完成一般公共预算支出227.5亿元，增长9.4%。",
          PARTS("名称: \"一般公共预算支出\"", "!名称: \"累计完成"));
}

/* The target that a completion tells is the roundest that gives it. */
static void
completions_tell_targets(void **state)
{
    (void)state;
    check("上半年，工业投资完成208.4亿元，增长7.2%，完成年计划的44.3%。",
          PARTS("目标: \"470\" # 由完成44.3%推算，请核对"));
    check("新增就业7.4万人，完成年度目标的98.7%。",
          PARTS("目标: \"7.5\" # "));
    check("民生支出25.7亿元，占一般公共预算支出的64.7%。", PARTS("!目标"));
    check("城镇新增就业655万人，完成全年900万人目标的73%。",
          PARTS("目标: \"900\"", "!名称: \"目标\"", "!说明"));
    check("失业率4.1%。全年目标任务900万人。",
          PARTS("!名称: \"目标任务\"", "全年目标任务900万人"));
}

/* A company's announcement: its columns' names, the money's name, a page's
 * foot between the rows, percentages among amounts. */
static void
announcements_are_read(void **state)
{
    (void)state;
    check("某公司2023年度业绩快报\n单位:人民币元\n"
          "项目 | 本报告期 | 上年同期 | 增减变动幅度(%) |\n"
          "营业总收入 | 842,278,711.44 | 905,375,765.35 | -6.97 |\n"
          "净利润 | 84,082,989.58 | 122,657,519.93 | -31.45 |\n"
          "本公告第1页。\n"
          "基本每股收益(元) | 0.1712 | 0.3771 | -54.60 |\n"
          "加权平均净资产收益率 | 6.32% | 10.96% | -4.64 |\n",
          PARTS("本期: \"842278711.44\"", "单位: \"元\"",
                "上年同期: \"122657519.93\"", "同比: \"-31.45%\"",
                "名称: \"基本每股收益\"", "本期: \"6.32%\"",
                "同比: \"-4.64个百分点\"", "!|"));
    check("公司实现归属于上市公司股东的净利润-3,313.38万元，同比下降370.59%。",
          PARTS("本期: \"-3313.38\"", "!同比: \"", "说明: \"同比下降370.59%",
                "名称: \"归属于上市公司股东净利润\""));
    check("失业率4.1%。\n加权平均净资产收益率 1.41 减少 0.52 个 -0.96 减少 3.55 个百\n",
          PARTS("!名称: \"加权", "# 第2行："));
    check("失业率4.1%。主要指标增减变动幅度达30%以上的主要原因如下。",
          PARTS("!本期: \"30", "30%以上"));
    check("1.征收完成数。地方收入完成28583万元，增长10.9%。",
          PARTS("分组: \"征收完成数\"\n"));
}

static void
each_of_a_list_has_its_name(void **state)
{
    (void)state;
    check("高新技术企业、科技型中小企业达650家、640家，分别增长26.3%、44.4%。",
          PARTS("名称: \"高新技术企业\"", "名称: \"科技型中小企业\"",
                "同比: \"44.4%\""));
    check("第一、二、三产业投资分别同比增长6.6%、7.9%、3.5%。",
          PARTS("名称: \"第一产业投资\"", "名称: \"第二产业投资\"",
                "名称: \"第三产业投资\""));
    check("工业应税销售、工业用电量同比分别增长11.7%和2.3%。",
          PARTS("名称: \"工业应税销售\"", "名称: \"工业用电量\""));
    check("规模工业增加值、产值同比分别增长7.3%和10.2%。",
          PARTS("名称: \"规模工业增加值\"", "名称: \"规模工业产值\""));
    check("0-17岁、18-34岁、60岁及以上户籍人口分别为189人、191人和256人。",
          PARTS("名称: \"0-17岁户籍人口\"", "名称: \"60岁及以上户籍人口\""));
}

static void
names_end_where_the_thing_ends(void **state)
{
    (void)state;
    check("床位使用率保持在92.6%，耗材占比控制在18.7%，企业占比68.0%。",
          PARTS("名称: \"床位使用率\"", "名称: \"耗材占比\"",
                "名称: \"企业占比\""));
    check("蔬菜播种面积393公顷，增长1.4%，产量1065吨，下降2.2%。",
          PARTS("名称: \"蔬菜产量\""));
    check("战略性新兴产业增加值增长8.2%，占规上工业的比重为27.0%，对规上工业的"
          "贡献率为35.2%。",
          PARTS("名称: \"战略性新兴产业增加值占规上工业比重\"",
                "名称: \"战略性新兴产业增加值对规上工业贡献率\""));
    check("37个大类行业中，年末全县户籍人口11.2万人。研发投入36.7亿元，同口径"
          "增长17.1%。",
          PARTS("名称: \"年末户籍人口\"", "!名称: \"同口径\"",
                "口径: \"可比口径\"", "名称: \"大类行业\""));
    check("农业生产资料价格上涨1.8%，商品零售价格总指数上涨1.5%。",
          PARTS("名称: \"商品零售价格总指数\""));
}

static void
industries_are_counted(void **state)
{
    (void)state;
    check("37个大类行业中21个行业生产实现增长，增长面为56.8%。其中，7月份有23个"
          "行业实现增长。43.2%的行业改善向好。自创区预计实现总收入1.6万亿元。",
          PARTS("名称: \"大类行业\"", "名称: \"生产增长的行业\"",
                "!名称: \"7月份\"", "名称: \"行业改善向好\"",
                "名称: \"自创区总收入\"", "状态: 预计"));
    check("帮助853名失业人员实现再就业。当月增加值增长5.6%，居全省第11位，"
          "较6月份提高4个位次。“3+3”重点产业产值67亿元。",
          PARTS("名称: \"帮助失业人员\"", "!没有归入",
                "说明: \"较6月份提高4个位次\""));
    check("三次产业对经济增长的贡献率分别为5.3%、37.2%和57.5%。",
          PARTS("名称: \"第一产业对经济增长的贡献率\"",
                "名称: \"第三产业对经济增长的贡献率\""));
}

/* Tables between the paragraphs: what a sentence has said is not told again,
 * and their numbers are in no list of the unplaced. */
static void
tables_are_read(void **state)
{
    (void)state;
    check("某市2024年经济运行情况\n全市生产总值617.50亿元，增长5.2%。\n"
          "表1 2024年主要指标\n单位：亿元、%\n"
          "指标\t绝对数\t比上年增长（%）\n"
          "生产总值\t617.50\t5.2\n"
          "  第一产业\t37.11\t-2.6\n"
          "固定资产投资\t—\t3.1\n"
          "全市企业120家，增长2%。\n",
          PARTS("名称: \"第一产业\"", "本期: \"37.11\"",
                "同比: \"-2.6%\"", "名称: \"固定资产投资\"",
                "来源: \"第5行的表：", "名称: \"企业\"", "第9行：",
                "!生产总值（2）", "!没有归入"));
    check("指标名称 | 单位 | 2024年 | 2023年\n---|---|---|---\n"
          "粮食产量 | 万吨 | 12.5 | 11.9\n油料产量 | 万吨 | 3.2 | 3.3 |\n",
          PARTS("名称: \"粮食产量\"", "单位: \"万吨\"", "\"12.5\"",
                "\"11.9\""));
    check("农村居民收入   增速\n城镇2.1万元，农村1.2万元。\n",
          PARTS("名称: \"城镇\""));
}

/* Whatever stands in cells, no draft breaks the file that it is. */
static void
drafts_of_any_table_can_be_read(void **state)
{
    (void)state;
    static const char *const cells[] = {
        "指标", "本期", "上年同期", "同比", "单位：亿元", "12.5", "-3%", "—",
        "\"", "\\", "其中：甲", "2024年", "一、", "[1]", "{x}", "#", ": ",
        "合计", "", "位次", "表1 甲", "注：乙"};
    static const char *const ends[] = {"\t", " | ", "  ", "\n", "\n", "。\n"};
    uint32_t seed = 7;
    for (int i = 0; i < 300; i++) {
        arena *a = arena_new();
        slice_builder b = {.arena = a};
        builder_add_text(&b, "指标\t本期\t同比\n甲\t1\t2%\n");
        for (int k = 0; k < 60; k++) {
            seed = seed * 1664525u + 1013904223u;
            builder_add_text(&b, cells[(seed >> 16) % 22]);
            builder_add_text(&b, ends[(seed >> 24) % 6]);
        }
        slice draft = extract_from_text(a, builder_slice(&b));
        sample s = sample_from(draft.at);
        for (size_t d = 0; d < diags_count(s.diags); d++) {
            const diag_kind *kind = diags_at(s.diags, d)->kind;
            if (strncmp(kind->code, "TREE_", 5) == 0 &&
                kind->severity == DIAG_ERROR)
                fail_msg("%s in\n%s", kind->code, draft.at);
        }
        sample_drop(&s);
        arena_drop(a);
    }
}

/* Sentences without a figure that say what follows. */
static void
headings_run_into_paragraphs(void **state)
{
    (void)state;
    check("农业生产总体稳定。粮食产量12万吨。工业增速逐步回升。工业产值67亿元。"
          "各级各部门坚持稳中求进，全力以赴。专利50件。",
          PARTS("分组: \"农业生产\"\n    本期: \"12\"",
                "分组: \"工业\"\n    本期: \"67\"",
                "分组: \"工业\"\n    本期: \"50\""));
    check("重大项目取得新成效，成绩突出。一是争取专项再获佳绩，创历史最好水平。"
          "二是平台建设取得新突破。建成工作站4家。\n",
          PARTS("分组: \"重大项目\"\n    本期: \"4\""));
    check("年度工作总结\n（一）平台建设取得新突破。一是工作站建设取得新成效。建成"
          "工作站4家。\n",
          PARTS("分组: \"平台建设\"\n    本期: \"4\""));
}

/* Numbers that count nothing of the report's. */
static void
what_is_no_figure_is_none(void **state)
{
    (void)state;
    check("守住发展和生态两条底线。2023年三次产业结构比为25.7:26.9:47.4。具体有"
          "以下4个方面的特点。据5‰人口变动抽样调查推算，常住人口12.7万人。",
          PARTS("!单位: \"条\"", "!单位: \"次\"", "!名称: \"具体", "!名称: \"据",
                "名称: \"常住人口\""));
    check("全县经济发展平稳。\n图1：2021-2025年全县生产总值\n粮食产量46.7万吨。",
          PARTS("标题: \"未命名的简报\"", "!图1", "!# 第2行"));
}

/* What a draft must never say: a base or a growth that the text did not. */
static void
distances_are_no_growth(void **state)
{
    (void)state;
    check("各项存款余额434.6亿元，比年初增加18.8亿元，同比多增12.1亿元。",
          PARTS("!上年同期", "说明: \"比年初增加18.8亿元；同比多增12.1亿元\""));
    check("接待游客544.4万人次，增长8.0%，占全省游客数的6.5%，较全省总体增速高"
          "1.9个百分点，恢复至2019年同期水平的81%。",
          PARTS("名称: \"接待游客占全省游客数比重\"", "!同比: \"1.9个百分点\"",
                "!名称: \"恢复"));
    check("工业增加值97.9亿元，增长9.1%，比全省（7.4%）和全国（6.3%）分别高1.7、"
          "2.8个百分点。矿产加工业和电子信息增幅最大，分别为22.5%和21.6%。",
          PARTS("!同比: \"2.8", "!名称: \"比", "!名称: \"）", "!名称: \"为"));
    check("民商事案件48件（含再审1件），与去年持平。",
          PARTS("本期: \"48\"\n    同比: \"持平\""));
}

static void
notes_and_numbers_are_left_out(void **state)
{
    (void)state;
    check("2021年教育公报[1]\n一、综合\n义务教育阶段[8]招生3488万人。全国共有各级"
          "学校[2]52万所，另有教学点8万个。\n1.小学教育\n在校生12万人。\n",
          PARTS("标题: \"2021年教育公报\"", "名称: \"义务教育阶段招生\"",
                "名称: \"各级学校\"", "名称: \"教学点\"",
                "分组: \"小学教育\"", "!没有归入"));
    check("政府工作报告\n一、2011年工作回顾\n落实八届人大四次会议精神。农村经济"
          "总收入达12387万元，农民人均纯收入达3325元，分别增长15%和35.49%。\n",
          PARTS("标题: \"政府工作报告\"", "!单位: \"次\"",
                "本期: \"12387\"\n    同比: \"15%\"",
                "本期: \"3325\"\n    同比: \"35.49%\""));
    check("41个大类行业中有21个行业增加值实现增长。液晶显示屏63万片。",
          PARTS("名称: \"大类行业\"", "名称: \"增加值增长的行业\"",
                "单位: \"万片\""));
}

/* Of one thing at two steps the verb tells which. */
static void
steps_are_told_apart(void **state)
{
    (void)state;
    check("教育公报全文\n一、综合\n在校生20万人。\n二、小学教育\n在校生12万人。"
          "人均生产总值19763元，按2018年平均汇率计算为2865美元。\n",
          PARTS("名称: \"在校生（小学教育）\"",
                "名称: \"人均生产总值（按2018年平均汇率计算）\""));
    check("法院共受理各类案件89件，审结各类案件83件。",
          PARTS("受理各类案件\"", "名称: \"审结各类案件\""));
    check("案件情况通报表\n1、收案情况\n行政案件31件。\n2、结案情况\n审结行政"
          "案件30件。PM2.5、PM10浓度分别为28微克/立方米、48微克/立方米。\n",
          PARTS("名称: \"行政案件\"", "名称: \"审结行政案件\"",
                "分组: \"结案情况\"", "名称: \"PM2.5浓度\"",
                "名称: \"PM10浓度\"", "!没有归入"));
}

/* 增加值 and 产量 alone are those of what was named before. */
static void
measures_alone_are_of_the_owner(void **state)
{
    (void)state;
    check("农林牧渔业总产值69.93亿元，增长2.5%，增加值37.90亿元，增长2.7%。",
          PARTS("名称: \"农林牧渔业增加值\""));
}

static void
unplaced_figures_of_a_clause_share_a_line(void **state)
{
    (void)state;
    check("增加值97.9亿元，增长9.1%。居民收入比由1.93缩小到1.86。\n",
          PARTS("# 第1行：1.93、1.86（居民收入比由1.93缩小到1.86）\n"));
}

static void
ranks_go_with_what_they_name(void **state)
{
    (void)state;
    check("工业应税销售、工业用电量同比分别增长11.7%和2.3%，工业应税销售增幅居"
          "全省第二，工业用电量增幅居全省第四。",
          PARTS("名次: 2, 依据: 增幅", "名次: 4, 依据: 增幅"));
}

static void
differences_are_kept(void **state)
{
    (void)state;
    check("财政总收入148.4亿元，同比增长1.0%，比上半年提高4.8个百分点。",
          PARTS("对比增速: {\"上半年\": \"-3.8%\"}"));
    check("非食品价格同比上涨2.1%，涨幅比上月扩大0.4个百分点。",
          PARTS("对比增速: {\"上月\": \"1.7%\"}"));
    check("民间投资同比下降2.1%，降幅比上半年扩大0.4个百分点。",
          PARTS("对比增速: {\"上半年\": \"-1.7%\"}"));
    check("工业总产值679.9亿元，同比增长8.8%，拉动全市工业增长8.5个百分点。",
          PARTS("说明: \"拉动全市工业增长8.5个百分点\"", "!没有归入"));
}

static void
headings_are_nouns(void **state)
{
    (void)state;
    check("经济运行情况通报\n一、综 合\n企业120家。\n"
          "作用日趋明显。粮食产量12万吨。\n"
          "县区工业拉动作用日趋明显。工业产值67.9亿元。\n"
          "二、综合实力显著增强\n企业12家。\n"
          "三、固定资产投资呈下降态势\n投资额12亿元。\n"
          "其中对甲国增长1.3倍，占外贸总值的26.6%。\n",
          PARTS("分组: \"综合\"", "分组: \"县区工业拉动作用\"",
                "分组: \"固定资产投资\"", "分组: \"综合实力\"", "!分组: \"对甲国\""));
}

/* Sentences stay together as they were in the report, and so do paragraphs. */
static void
the_body_follows_the_report(void **state)
{
    (void)state;
    check("企业120家，增长2%。专利50件，增长3%；合同30项，增长4%。\n"
          "粮食产量12万吨，增长5%。\n",
          PARTS("{企业.句子}。{专利.句子}；{合同.句子}。\n\n"
                "      {粮食产量.句子}。\n"));
    check("生产总值617.5亿元，增长5.2%；其中，农业37.1亿元，增长2.6%，工业"
          "339.9亿元，增长4.5%。\n",
          PARTS("{农业.句子}；{工业.句子}。"));
}

static void
a_missing_year_is_asked_for(void **state)
{
    (void)state;
    check("前三季度全市经济运行情况\n前三季度，进出口413.8亿元，增长12.3%；"
          "出口263.7亿元，增长12.1%。\n",
          PARTS("# 时期: 20XX-01..20XX-09", "指标: [进出口, 出口]"));
}

/* What unseen releases drew wrong names from. */
static void
asides_and_second_rates_are_no_metrics(void **state)
{
    (void)state;
    check("1—9月，共受理诉讼案件6380件（含旧存214件），同比上升3.85%，结案6201"
          "件，结案率97.19%。",
          PARTS("名称: \"诉讼案件\"", "同比: \"3.85%\"", "!名称: \"含旧存",
                "名称: \"结案率\""));
    check("一季度，居民人均可支配收入10345元，比上年名义增长6.3%，扣除价格因素，"
          "实际增长5.1%。城镇居民人均可支配收入13832元，增长（以下如无特别说明，均为"
          "同比名义增长）5.4%，扣除价格因素，实际增长4.2%。",
          PARTS("名称: \"城镇居民人均可支配收入\"", "同比: \"5.4%\"",
                "同比: \"6.3%\"", "说明: \"", "!名称: \"实际", "!均为同比名义增长）\""));
    check("2021年总诊疗量中，医院38.8亿人次（占45.8%），基层机构42.5亿人次（占"
          "50.2%）。",
          PARTS("名称: \"医院占比\"", "名称: \"基层机构占比\"", "!医院（2）"));
    check("2022年，产业结构由上年的22.26%、28.63%和49.11%调整为21.35%、27.92%和"
          "50.73%。人均生产总值29883.8元。",
          PARTS("!名称: \"产业结构", "人均生产总值"));
    check("1—10月份，东部地区商品房销售面积59426万平方米，增长9.0%；销售额84622"
          "亿元，增长15.7%。中部地区商品房销售面积40202万平方米；销售额30042亿元。",
          PARTS("名称: \"东部地区商品房销售额\"", "名称: \"中部地区商品房销售额\"",
                "!销售额（2）"));
}

/* The year of a report is not that of what it compares with. */
static void
years_compared_with_are_not_the_report_s(void **state)
{
    (void)state;
    check("1—10月份，房地产开发投资124934亿元，同比增长7.2%；比2019年1—10月份增长"
          "14.0%。",
          PARTS("# 时期: 20XX-01..20XX-10", "!时期: 2019"));
    check("1月至9月，全国侦办经济犯罪案件11.4万起。从2020年开始开展专项行动，查处案件"
          "5.5万起。",
          PARTS("经济犯罪案件\"", "!至9月", "# 时期: 20XX-01..20XX-09"));
    check("今年前3季度，进出口总值6.08万亿元，增长13.2%。2013年至2017年，进出口总值"
          "33.2万亿元。",
          PARTS("# 时期: 20XX-01..20XX-09"));
}

/* A share goes with the sentence of what it is a share of. */
static void
shares_go_with_their_owner(void **state)
{
    (void)state;
    check("一季度，人均工资性收入5871元，增长6.6%，占可支配收入的比重为56.8%；人均经营"
          "净收入1733元，增长5.4%，占可支配收入的比重为16.7%。",
          PARTS("{人均工资性收入.句子}，占可支配收入的比重为{人均工资性收入占可支配收入比重}；"
                "{人均经营净收入.句子}，占"));
    check("2021年，医院38.8亿人次（占45.8%），基层机构42.5亿人次（占50.2%）。",
          PARTS("{医院.句子}，占{医院占比}"));
}

/* A table with a place to a row is no list of metrics: it stands as it is. */
static void
tables_of_places_stand_as_they_are(void **state)
{
    (void)state;
    check("2023年全市各县区主要经济指标\n\n2023年，全市地区生产总值1286.4亿元，增长"
          "5.6%。各县区情况见表1。\n\n表1 各县区地区生产总值\n"
          "县区\t地区生产总值（亿元）\t增速（%）\n甲县\t312.6\t5.9\n"
          "乙县\t208.4\t-4.8\n全市\t1286.4\t5.6\n",
          PARTS("  表1: # 第6行", "标题: \"各县区地区生产总值\"",
                "- [\"乙县\", \"208.4\", \"-4.8\"]", "表格: [表1]",
                "!没有归入指标的数"));
    check("各县区1—9月财政收入\n单位：万元\n县区 | 本月 | 累计 |\n"
          "甲县 | 1234 | 10234 |\n乙县 | 2208 | 15208 |\n"
          "合计 | 3442 | 25442 |\n",
          PARTS("单位: \"万元\"", "[\"县区\", \"本月\", \"累计\"]",
                "表格: [表1]", "!摘要"));
}

static void
numbers_of_lists_are_no_names(void **state)
{
    (void)state;
    check("2023年，公司总资产69.3亿元。\n(1)2023年公司营业收入为59.2亿元，同比减少"
          "1.18%。\n(2)销售费用同比增加1687万元。",
          PARTS("名称: \"公司营业收入\"", "名称: \"销售费用增加额\"",
                "!没有归入指标的数"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(budgets_have_targets_and_changes),
        cmocka_unit_test(completions_tell_targets),
        cmocka_unit_test(announcements_are_read),
        cmocka_unit_test(each_of_a_list_has_its_name),
        cmocka_unit_test(names_end_where_the_thing_ends),
        cmocka_unit_test(industries_are_counted),
        cmocka_unit_test(tables_are_read),
        cmocka_unit_test(drafts_of_any_table_can_be_read),
        cmocka_unit_test(headings_run_into_paragraphs),
        cmocka_unit_test(what_is_no_figure_is_none),
        cmocka_unit_test(distances_are_no_growth),
        cmocka_unit_test(notes_and_numbers_are_left_out),
        cmocka_unit_test(steps_are_told_apart),
        cmocka_unit_test(measures_alone_are_of_the_owner),
        cmocka_unit_test(unplaced_figures_of_a_clause_share_a_line),
        cmocka_unit_test(ranks_go_with_what_they_name),
        cmocka_unit_test(differences_are_kept),
        cmocka_unit_test(headings_are_nouns),
        cmocka_unit_test(the_body_follows_the_report),
        cmocka_unit_test(a_missing_year_is_asked_for),
        cmocka_unit_test(asides_and_second_rates_are_no_metrics),
        cmocka_unit_test(years_compared_with_are_not_the_report_s),
        cmocka_unit_test(shares_go_with_their_owner),
        cmocka_unit_test(tables_of_places_stand_as_they_are),
        cmocka_unit_test(numbers_of_lists_are_no_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
