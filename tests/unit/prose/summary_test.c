#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "prose/choice.h"
#include "prose/sentence.h"
#include "prose/summary.h"
#include "sample.h"

static slice
summary_in(sample *s, summary_form form, size_t *n)
{
    prose_writer w = sample_writer(s);
    summary_text text = summary_from_facts(&w, form);
    slice_builder b = {.arena = s->arena};
    *n = text.n;
    for (size_t i = 0; i < text.n; i++) {
        builder_add(&b, prose_plain(s->arena, &text.at[i]));
        builder_add_text(&b, "\n");
    }
    return builder_slice(&b);
}

static slice
summary_plain(sample *s, size_t *n)
{
    return summary_in(s, SUMMARY_PROSE, n);
}

static size_t
count_of(slice text, const char *word)
{
    size_t n = 0;
    slice w = slice_from(word);
    for (;;) {
        size_t at = slice_find(text, w);
        if (at == text.len)
            return n;
        n++;
        text = slice_cut(text, at + w.len, text.len);
    }
}

static void
check(const char *yaml, const char *expected)
{
    sample s = sample_from(yaml);
    size_t n;
    assert_non_null(s.facts);
    assert_string_equal(summary_plain(&s, &n).at, expected);
    sample_drop(&s);
}

static void
cards_come_first_and_in_order(void **state)
{
    (void)state;
    check("title: 样例\nperiod: 2022\ncards: [b, a]\nmetrics:\n"
          "  a: {name: 甲, unit: 家, value: 12, previous: 10}\n"
          "  b: {name: 乙, unit: 项, value: 8, previous: 10}\n",
          "2022年，乙8项，比上年下降20.0%；甲比上年增长20.0%，达到12家。\n");
}

static void
without_cards_what_stands_out_leads(void **state)
{
    (void)state;
    check("title: 样例\nmetrics:\n"
          "  a: {name: 甲, unit: 家, value: 12}\n"
          "  b: {name: 乙, unit: 项, value: 8, rank: 全省第1}\n",
          "乙8项，居全省第1位。\n");
}

/* A structure is told by its parts, not as 100%. */
static void
structures_are_told_by_their_parts(void **state)
{
    (void)state;
    check("title: 样例\nmetrics:\n"
          "  a: {name: 三次产业结构, unit: '%', value: 100,"
          " parts: {第一产业: 6.0, 第二产业: 46.9, 第三产业: 47.1}}\n"
          "  b: {name: 电源构成, unit: '%', value: 100,"
          " parts: {火电: 60.2, 水电: 39.8}}\n",
          "三次产业结构为6.0∶46.9∶47.1，电源构成中，火电和水电分别占60.2%和"
          "39.8%。\n");
}

/* What stands under 综合 is of no field of its own. */
static void
general_groups_are_not_named(void **state)
{
    (void)state;
    check("title: 样例\ncards: [a]\nmetrics:\n"
          "  a: {name: 甲, unit: 家, value: 12, previous: 10}\n"
          "  b: {name: 乙, unit: 家, value: 8, previous: 10, group: 综合}\n"
          "  c: {name: 丙, unit: 家, value: 9, previous: 10, group: 预算收入情况}"
          "\n",
          "甲达到12家，同比增长20.0%。\n"
          "乙同比下降20.0%，为8家。预算收入方面，丙由上年同期的10家减少到9家，"
          "下降10.0%。\n");
}

/* Where nothing stands out the first levels are said. */
static void
plain_figures_are_listed(void **state)
{
    (void)state;
    check("title: 样例\nperiod: 2022\nmetrics:\n"
          "  a: {name: 甲, unit: 家, value: 12}\n"
          "  b: {name: 乙, unit: 项, value: 8}\n",
          "2022年，甲12家，乙8项。\n");
}

static void
equal_tiers_share_a_clause(void **state)
{
    (void)state;
    check("title: 样例\ncards: [x]\nmetrics:\n"
          "  x: {name: 戊, unit: 家, value: 3}\n"
          "  a: {name: 甲, unit: 家, value: 12, rank: 全省第一方阵}\n"
          "  b: {name: 乙, unit: 项, value: 8, rank: 全省第一方阵}\n",
          "戊3家。\n甲12家、乙8项，均居全省第一方阵。\n");
}

static void
unsaid_targets_come_last(void **state)
{
    (void)state;
    check("title: 样例\nperiod: 2022H1\ncards: [x]\nmetrics:\n"
          "  x: {name: 戊, unit: 家, value: 3}\n"
          "  a: {name: 甲, unit: 亿元, value: 12.0, target: 20}\n",
          "2022年上半年，戊3家。\n从全年目标完成进度看，甲完成60.0%。\n");
}

/* Twelve metrics that all allow every pattern: the words that mark each
 * pattern never come three times in a row. */
static void
patterns_take_turns(void **state)
{
    (void)state;
    slice_builder b = {.arena = arena_new()};
    builder_add_text(&b, "title: 样例\nperiod: 2022H1\ncards: [");
    for (int i = 0; i < 12; i++)
        builder_printf(&b, "%sm%d", i > 0 ? ", " : "", i);
    builder_add_text(&b, "]\nmetrics:\n");
    for (int i = 0; i < 12; i++)
        builder_printf(&b, "  m%d: {name: 指标%d, unit: 亿元, value: %d.5, "
                           "previous: 100.0}\n", i, i, 110 + 5 * i);
    sample s = sample_from(builder_slice(&b).at);
    size_t n;
    slice text = summary_plain(&s, &n);
    assert_int_equal(count_of(text, "由上年同期的"), 4);
    assert_int_equal(count_of(text, "%，达到"), 4);
    assert_int_equal(count_of(text, "亿元，同比增长"), 4);
    sample_drop(&s);
    arena_drop(b.arena);
}

static void
extremes_are_found(void **state)
{
    (void)state;
    sample s = sample_from(
            "title: 样例\nmetrics:\n"
            "  a: {name: 甲, unit: 家, value: 12, previous: 10}\n"
            "  b: {name: 乙, unit: 项, value: 8, previous: 10}\n"
            "  c: {name: 丙, unit: 项, value: 10, previous: 10}\n"
            "  d: {name: 丁, unit: 亿元, value: 1, previous: -1}\n");
    prose_writer w = sample_writer(&s);
    assert_int_equal(choice_fastest(&w), 0);
    assert_int_equal(choice_slowest(&w), 1);
    sample_drop(&s);
}

static void
losses_and_preliminary_figures_are_said_so(void **state)
{
    (void)state;
    check("title: 样例\nperiod: 2022H1\ncards: [a, b]\nmetrics:\n"
          "  a: {name: 建材行业利润总额, unit: 亿元, value: -0.6, "
          "previous: 2.1}\n"
          "  b: {name: 能耗, unit: 吨, value: 0.412, previous: 0.426, "
          "status: preliminary}\n",
          "2022年上半年，建材行业亏损0.6亿元，同比由盈转亏；"
          "初步统计，能耗为0.412吨，同比下降3.3%。\n");
}

/* Prices rise by 上涨; an index number is said by its growth. */
static void
prices_are_said_by_their_growth(void **state)
{
    (void)state;
    check("title: 样例\nperiod: 2025-06\ncards: [a, b]\nmetrics:\n"
          "  a: {name: 居民消费价格, unit: 上年同月=100, value: 100.1, "
          "growth: 0.1%, sequential: -0.1%}\n"
          "  b: {name: 服务价格, unit: 上年同月=100, value: 100.5, "
          "growth: 0.5%, sequential: 持平}\n",
          "2025年6月，居民消费价格同比上涨0.1%，环比下降0.1%；"
          "服务价格同比上涨0.5%，环比持平。\n");
}

/* The figures of one month are no part of a year's task done. */
static void
a_month_is_a_share_of_the_year(void **state)
{
    (void)state;
    check("title: 样例\nperiod: 2025-10\nmetrics:\n"
          "  a: {name: 营业收入, unit: 万元, value: 5280, target: 60000}\n"
          "cards: [a]\n",
          "2025年10月，营业收入5280万元，相当于全年目标的8.8%。\n");
}

static void
growth_without_a_level_is_said(void **state)
{
    (void)state;
    check("title: 样例\nperiod: 2025\ncards: [a]\nmetrics:\n"
          "  a: {name: 工业增加值, unit: 亿元, growth: 5.1%}\n",
          "2025年，工业增加值比上年增长5.1%。\n");
}

/* A file of one group of `n` metrics that all fall, each more. */
static slice
falling(arena *a, int n)
{
    slice_builder b = {.arena = a};
    builder_add_text(&b, "title: 样例\nperiod: 2022H1\nsummary: auto\n"
                         "cards: [m0]\nmetrics:\n");
    for (int i = 0; i < n; i++)
        builder_printf(&b, "  m%d: {name: 指标%d, unit: 亿元, group: 组%d, "
                           "value: %d.5, previous: 100.0}\n",
                       i, i, i / 4, 90 - i);
    return builder_slice(&b);
}

/* Many growths go without levels, joined by 分别; none is called a rise. */
static void
many_growths_are_joined(void **state)
{
    (void)state;
    arena *a = arena_new();
    sample s = sample_from(falling(a, 16).at);
    size_t n;
    slice text = summary_plain(&s, &n);
    assert_int_equal(count_of(text, "项总量指标全部同比下降"), 1);
    assert_int_equal(count_of(text, "指标4、指标5和指标6同比分别下降"
                                    "13.5%、14.5%和15.5%"), 1);
    assert_int_equal(count_of(text, "上升"), 0);
    assert_int_equal(count_of(text, "增长"), 0);
    sample_drop(&s);
    arena_drop(a);
}

/* Every point of a list is a paragraph that opens with —— and ends. */
static void
lists_have_points(void **state)
{
    (void)state;
    arena *a = arena_new();
    sample s = sample_from(falling(a, 16).at);
    size_t n;
    slice text = summary_in(&s, SUMMARY_LIST, &n);
    assert_true(n >= 4);
    assert_int_equal(count_of(text, "——"), n);
    assert_int_equal(count_of(text, "。\n"), n);
    assert_true(slice_starts_with(text, SLICE_OF("——2022年上半年，")));
    sample_drop(&s);
    arena_drop(a);
}

/* A share of a share says nothing: points tell how far the target is. */
static void
shares_are_told_by_their_distance_to_the_target(void **state)
{
    (void)state;
    check("title: 样例\nperiod: 2022\nmetrics:\n"
          "  a: {name: 优良率, unit: '%', value: 79.2, previous: 76.4,"
          " target: 78}\n"
          "  b: {name: 强度, unit: '%', value: 1.86, previous: 1.74,"
          " target: 2.0}\n"
          "  c: {name: 农田, unit: 万亩, value: 45, target: 45}\n",
          "2022年，优良率达到79.2%，比上年提高2.8个百分点，比全年目标高1.2个百分点；"
          "强度比上年提高0.12个百分点，达到1.86%，比全年目标低0.14个百分点；"
          "农田45万亩，完成全年目标。\n");
}

/* Rates of amounts are said as growth, large sums in 亿元. */
static void
rates_and_sums_are_said_as_releases_do(void **state)
{
    (void)state;
    check("title: 样例\nperiod: 2025-01..2025-09\nmetrics:\n"
          "  a: {name: 规模以上工业增加值, unit: '%', value: 4.9,"
          " previous: 5.2}\n"
          "  b: {name: 营业收入, unit: 元, value: 1234567890,"
          " growth: 12.2%}\n",
          "2025年前三季度，规模以上工业增加值增长4.9%，增速比上年同期放缓0.3个"
          "百分点；营业收入达到12.35亿元，同比增长12.2%。\n");
    check("title: 样例\nperiod: 2025\nmetrics:\n"
          "  a: {name: 固定资产投资, unit: '%', value: -3.1}\n"
          "  b: {name: 失业率, unit: '%', value: 5.1}\n",
          "2025年，固定资产投资下降3.1%，失业率5.1%。\n");
}

static void
the_only_fall_is_said_so(void **state)
{
    (void)state;
    slice_builder b = {.arena = arena_new()};
    builder_add_text(&b, "title: 样例\nperiod: 2022\nmetrics:\n");
    for (int i = 0; i < 30; i++)
        builder_printf(&b,
                       "  m%d: {name: 指标%d, group: 组, unit: 亿元, value: 90,"
                       " growth: \"%s%d.5%%\"}\n",
                       i, i, i == 29 ? "-" : "", i == 29 ? 1 : i + 10);
    sample s = sample_from(builder_slice(&b).at);
    size_t n;
    slice text = summary_plain(&s, &n);
    assert_int_equal(count_of(text, "29项比上年增长、1项下降；"), 1);
    assert_int_equal(count_of(text, "；仅指标29下降1.5%。"), 1);
    sample_drop(&s);
    arena_drop(b.arena);
}

/* What a report on the economy is asked for first is told, however little it
 * grew. */
static void
main_indicators_are_not_left_out(void **state)
{
    (void)state;
    slice_builder b = {.arena = arena_new()};
    builder_add_text(&b, "title: 样例\nperiod: 2022\nmetrics:\n");
    for (int i = 0; i < 20; i++)
        builder_printf(&b, "  m%d: {name: %s%d, unit: 亿元, value: 90,"
                           " growth: \"38.5%%\"}\n",
                       i, "产品", i);
    builder_add_text(&b, "  z: {name: 固定资产投资, unit: 亿元, value: 300,"
                         " growth: \"0.3%\"}\n");
    sample s = sample_from(builder_slice(&b).at);
    size_t n;
    slice text = summary_plain(&s, &n);
    assert_int_equal(count_of(text, "固定资产投资"), 1);
    sample_drop(&s);
    arena_drop(b.arena);
}

static void
index_numbers_without_a_unit_are_said_by_their_growth(void **state)
{
    (void)state;
    check("title: 样例\nmetrics:\n"
          "  a: {name: 居民消费价格指数, unit: '', value: 100.2,"
          " growth: \"0.2%\"}\n",
          "居民消费价格指数同比上涨0.2%。\n");
}

/* 农林牧渔业方面，农林牧渔业总产值 says it twice; digits do not follow letters. */
static void
groups_and_letters_read_well(void **state)
{
    (void)state;
    check("title: 样例\ncards: [a]\nmetrics:\n"
          "  a: {name: 人均GDP, unit: 元, value: 29883, growth: \"-5%\"}\n"
          "  b: {name: 农业产值, group: 农业, unit: 亿元, value: 8,"
          " growth: \"3%\"}\n",
          "人均GDP为29883元，同比下降5%。\n农业产值同比增长3%，达到8亿元。\n");
}

/* Money that went out is no loss; large counts are said in 万. */
static void
balances_and_large_counts_are_said_as_such(void **state)
{
    (void)state;
    check("title: 样例\nperiod: 2025\ncards: [a, b]\nmetrics:\n"
          "  a: {name: 现金流量净额, unit: 亿元, value: 3.4,"
          " previous: -2.1}\n"
          "  b: {name: 快递业务量, unit: 件, value: 12480000}\n"
          "  c: {name: 营业收入, unit: 万元, value: 3820000}\n",
          "2025年，现金流量净额达到3.4亿元，由负转正；快递业务量1248万件。\n");
}

/* The growth of the parts follows that of the whole. */
static void
parts_follow_the_whole(void **state)
{
    (void)state;
    check("title: 样例\nperiod: 2025\ncards: [a]\nmetrics:\n"
          "  a: {name: 地区生产总值, unit: 亿元, value: 100, growth: 5%,"
          " basis: 不变价, parts: {第一产业: 10, 第二产业: 90},"
          " parts-growth: {第一产业: 3.6%, 第二产业: -1.2%}}\n",
          "2025年，地区生产总值达到100亿元，按不变价计算比上年增长5%，其中第一产业"
          "增长3.6%、第二产业下降1.2%。\n");
}

/* Cases, losses and what cannot be compared are totals too: 仅 would be false
 * if one of them were left out. */
static void
all_totals_are_counted(void **state)
{
    (void)state;
    slice_builder b = {.arena = arena_new()};
    builder_add_text(&b, "title: 样例\nperiod: 2025\ncards: [m0]\nmetrics:\n");
    for (int i = 0; i < 6; i++)
        builder_printf(&b, "  m%d: {name: 指标%d, unit: 亿元, value: 90,"
                           " growth: \"1%d%%\"}\n", i, i, i);
    builder_add_text(&b, "  x: {name: 刑事案件, unit: 件, value: 9, growth:"
                         " \"-4%\"}\n"
                         "  y: {name: 某行业利润, unit: 亿元, value: -1,"
                         " previous: 1}\n"
                         "  z: {name: 平均单价, unit: 元, value: 9,"
                         " growth: \"-50%\"}\n"
                         "  u: {name: 库容, unit: 亿立方米, value: 9}\n");
    sample s = sample_from(builder_slice(&b).at);
    size_t n;
    slice text = summary_plain(&s, &n);
    assert_int_equal(count_of(text, "可比的8项总量指标中，6项比上年增长、1项下降、"
                                    "1项由盈转亏；其中指标5增幅最大，增长15%；"
                                    "仅刑事案件下降4%。"), 1);
    sample_drop(&s);
    arena_drop(b.arena);
}

/* One figure of three quarters is a table, not three clauses. */
static void
other_times_of_a_figure_are_left_to_tables(void **state)
{
    (void)state;
    check("title: 样例\nperiod: 2016-01..2016-09\ncards: [a]\nmetrics:\n"
          "  a: {name: 某总值, unit: 亿元, value: 9, growth: 6.7%}\n"
          "  b: {name: 某总值（2016年一季度）, period: 2016Q1, growth: 6.7%}\n"
          "  c: {name: 某总值（2016年二季度）, period: 2016Q2, growth: 6.7%}\n",
          "2016年前三季度，某总值达到9亿元，同比增长6.7%。\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cards_come_first_and_in_order),
        cmocka_unit_test(without_cards_what_stands_out_leads),
        cmocka_unit_test(structures_are_told_by_their_parts),
        cmocka_unit_test(general_groups_are_not_named),
        cmocka_unit_test(plain_figures_are_listed),
        cmocka_unit_test(equal_tiers_share_a_clause),
        cmocka_unit_test(unsaid_targets_come_last),
        cmocka_unit_test(patterns_take_turns),
        cmocka_unit_test(extremes_are_found),
        cmocka_unit_test(losses_and_preliminary_figures_are_said_so),
        cmocka_unit_test(prices_are_said_by_their_growth),
        cmocka_unit_test(a_month_is_a_share_of_the_year),
        cmocka_unit_test(growth_without_a_level_is_said),
        cmocka_unit_test(many_growths_are_joined),
        cmocka_unit_test(lists_have_points),
        cmocka_unit_test(groups_and_letters_read_well),
        cmocka_unit_test(shares_are_told_by_their_distance_to_the_target),
        cmocka_unit_test(rates_and_sums_are_said_as_releases_do),
        cmocka_unit_test(the_only_fall_is_said_so),
        cmocka_unit_test(main_indicators_are_not_left_out),
        cmocka_unit_test(balances_and_large_counts_are_said_as_such),
        cmocka_unit_test(parts_follow_the_whole),
        cmocka_unit_test(all_totals_are_counted),
        cmocka_unit_test(other_times_of_a_figure_are_left_to_tables),
        cmocka_unit_test(index_numbers_without_a_unit_are_said_by_their_growth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
