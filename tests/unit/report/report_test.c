#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "report/report.h"

typedef struct built {
    arena *arena;
    jb_diags *diags;
    jb_source *source;
    jb_metrics *metrics;
    jb_facts *facts;
    jb_report *report;
} built;

static built
built_from(const char *yaml)
{
    built b = {.arena = arena_new(), .diags = diags_new()};
    b.source = source_from_bytes(SLICE_OF("sample.yaml"), slice_from(yaml));
    b.metrics = metrics_from_source(b.source, b.diags);
    assert_non_null(b.metrics);
    b.facts = facts_from_metrics(b.metrics, b.diags);
    b.report = report_from_facts(b.facts, b.diags);
    return b;
}

static void
built_drop(built *b)
{
    report_drop(b->report);
    facts_drop(b->facts);
    metrics_drop(b->metrics);
    source_drop(b->source);
    diags_drop(b->diags);
    arena_drop(b->arena);
}

/* The dump of a report has each of `parts` (to a NULL). */
static void
check_dump(const char *yaml, const char *const *parts)
{
    built b = built_from(yaml);
    assert_non_null(b.report);
    slice dump = report_dump(b.arena, b.report);
    for (; *parts != NULL; parts++)
        if (!slice_has(dump, *parts))
            fail_msg("no “%s” in\n%s", *parts, dump.at);
    built_drop(&b);
}

static void
headings_are_numbered_by_level(void **state)
{
    (void)state;
    check_dump("title: 样例\n"
               "metrics:\n  x: {name: 某, unit: 家, value: 1}\n"
               "sections:\n"
               "  - {heading: 甲, text: 文}\n"
               "  - {heading: 甲一, level: 2, text: 文}\n"
               "  - {heading: 甲一一, level: 3, text: 文}\n"
               "  - {heading: 甲二, level: 2, text: 文}\n"
               "  - {heading: 乙, text: 文}\n"
               "  - {heading: 乙一, level: 2, text: 文}\n"
               "  - {heading: 六、丙, text: 文}\n",
               (const char *const[]){
                       "heading 一、甲\n", "heading （一）甲一\n",
                       "heading 1.甲一一\n", "heading （二）甲二\n",
                       "heading 二、乙\n", "heading （一）乙一\n",
                       "heading 六、丙\n", NULL});
}

static void
deeper_sections_lie_inside(void **state)
{
    (void)state;
    check_dump("title: 样例\n"
               "metrics:\n  x: {name: 某, unit: 家, value: 1}\n"
               "sections:\n"
               "  - {heading: 甲, text: 文}\n"
               "  - {heading: 甲一, level: 2, text: 文}\n"
               "  - {heading: 乙, text: 文}\n",
               (const char *const[]){
                       "\n  section\n    heading 一、甲\n    paragraph 文\n"
                       "    section\n      heading （一）甲一\n",
                       "\n  section\n    heading 二、乙\n", NULL});
}

/* Numbers behind bullets, or from 1 again, are a list of their own; a number
 * out of its turn is none. */
static void
lists_begin_with_their_marks(void **state)
{
    (void)state;
    check_dump("title: 样例\n"
               "metrics:\n  x: {name: 某, unit: 家, value: 1}\n"
               "sections:\n"
               "  - text: |\n"
               "      建议：\n"
               "      - 点一。\n"
               "      - 点二。\n"
               "      1. 数一。\n"
               "      2. 数二。\n"
               "      1. 又一。\n"
               "      3. 不算。\n"
               "      - 点三。\n",
               (const char *const[]){
                       "paragraph 建议：\n    list\n"
                       "      item • 点一。\n      item • 点二。\n"
                       "    list\n"
                       "      item 1. 数一。\n      item 2. 数二。\n"
                       "    list\n      item 1. 又一。\n3. 不算。\n"
                       "    list\n      item • 点三。\n", NULL});
}

static void
derived_base_is_marked_and_noted(void **state)
{
    (void)state;
    check_dump("title: 样例\nperiod: 2022\nmetrics:\n"
               "  a: {name: 甲, unit: 家, value: 2671, growth: 251%, "
               "note: 基数低。}\n"
               "sections:\n  - {heading: 一节, text: '去年{a.previous}。'}\n",
               (const char *const[]){
                       "去年[约761家]①。",
                       "| 甲② | 家 | [2671] | [约761]① | [251%] |",
                       "①甲的上年同期数由本期数和同比推算："
                       "2671 ÷ (1 + 251%) ≈ 760.97。",
                       "②甲：基数低。", NULL});
}

static void
empty_columns_are_left_out(void **state)
{
    (void)state;
    check_dump("title: 样例\nmetrics:\n"
               "  a: {name: 甲, unit: 家, value: 3}\n",
               (const char *const[]){"| 指标 | 单位 | 本期 |\n",
                                     "| 甲 | 家 | [3] |\n", NULL});
}

static void
parts_and_to_date_have_their_rows(void **state)
{
    (void)state;
    check_dump("title: 样例\nperiod: 2022\nmetrics:\n"
               "  a: {name: 甲, unit: 亿元, value: '>75', status: 预计, "
               "to-date: {until: 2022-10, value: 62.3}, group: 组}\n"
               "  b: {name: 乙, unit: 家, value: 5, group: 组, "
               "parts: {丙: 2, 丁: 3}}\n",
               (const char *const[]){"| 组 |\n", "[>75]*", "*为预计数。",
                                     "[截至10月底累计] | 亿元 | [62.3]",
                                     "[其中：丙] | 家 | [2]",
                                     "[丁] | 家 | [3]", NULL});
}

static void
groups_are_banded_once(void **state)
{
    (void)state;
    check_dump("title: 样例\nmetrics:\n"
               "  a: {name: 甲, unit: 家, value: 1, group: 子}\n"
               "  b: {name: 乙, unit: 家, value: 2, group: 丑}\n"
               "  c: {name: 丙, unit: 家, value: 3, group: 子}\n",
               (const char *const[]){
                       "| 子 |\n    | 甲 | 家 | [1] |\n    | 丙 | 家 | [3] "
                       "|\n    | 丑 |\n    | 乙 | 家 | [2] |\n",
                       NULL});
}

static void
fictional_figures_are_said_so(void **state)
{
    (void)state;
    check_dump("title: 样例\nfictional: 是\nperiod: 2022\nmetrics:\n"
               "  a: {name: 甲, unit: 家, value: 12, previous: 10}\n"
               "charts:\n  g: {kind: growth, metrics: [a]}\n"
               "sections:\n  - {heading: 节, text: 文, charts: [g]}\n",
               (const char *const[]){"说明：数据均为虚构，仅供演示",
                                     "本文件数据均为虚构，仅供演示。",
                                     "数据均为虚构。\n", NULL});
}

static void
growth_parts_percent_from_points(void **state)
{
    (void)state;
    check_dump("title: 样例\nperiod: 2022H1\nmetrics:\n"
               "  a: {name: 甲, unit: 亿元, value: 120, previous: 100}\n"
               "  b: {name: 乙, unit: '%', value: 5.0, previous: 5.2}\n"
               "  c: {name: 丙利润, unit: 亿元, value: 1, previous: -1}\n"
               "  d: {name: 丁, unit: 亿元, value: 100, previous: 100}\n"
               "  e: {name: 戊, unit: 亿元, value: 100}\n"
               "charts:\n  g: {kind: 增速, metrics: [a, b, c, d, e]}\n"
               "sections:\n  - {heading: 节, text: 文, charts: [g]}\n",
               (const char *const[]){
                       "growth 同比增速（%）: (20 +20.0%) (- ) "
                       "(- 扭亏为盈（−1→1亿元）) (- 持平) (- —)",
                       "points 同比变化（百分点）: (- ) (-0.2 "
                       "−0.2个百分点)",
                       NULL});
}

static void
compare_converts_to_the_metrics_unit(void **state)
{
    (void)state;
    check_dump("title: 样例\nperiod: 2022\nmetrics:\n"
               "  a: {name: 甲, unit: 亿元, value: 1.2, previous: 9800万元}\n"
               "charts:\n  g: {kind: compare, metrics: [a]}\n"
               "sections:\n  - {heading: 节, text: 文, charts: [g]}\n",
               (const char *const[]){"previous 2021年: (0.9800 0.98)",
                                     "current 2022年: (1.2 1.2)",
                                     "growth 同比: (22.44898 +22.4%)", NULL});
}

static void
wrong_charts_are_reported(void **state)
{
    (void)state;
    built b = built_from("title: 样例\nmetrics:\n"
                         "  a: {name: 甲, unit: 家, value: 3}\n"
                         "charts:\n"
                         "  g: {kind: grwth, metrics: [a]}\n"
                         "  h: {kind: growth, metrics: [a]}\n"
                         "sections: [{charts: [g, h]}]\n");
    /* One spoils itself alone; the other has — for its figure. */
    assert_non_null(b.report);
    assert_int_equal(report_chart_findings(b.report, 0).n_errors, 1);
    assert_int_equal(report_chart_findings(b.report, 1).n_errors, 0);
    assert_true(report_chart_at(b.report, 1)->is_empty);
    assert_int_equal(report_chart_at(b.report, 1)->n_categories, 1);
    assert_int_equal(diags_count(b.diags), 2);
    assert_string_equal(diags_at(b.diags, 0)->kind->code,
                        "REPORT_CHART_KIND_UNKNOWN");
    assert_true(slice_has(diags_at(b.diags, 0)->hint, "growth"));
    assert_string_equal(diags_at(b.diags, 1)->kind->code,
                        "REPORT_CHART_BLANK");
    built_drop(&b);
}

static void
missing_figures_of_a_chart_are_named(void **state)
{
    (void)state;
    built b = built_from(
            "title: 样例\nmetrics:\n"
            "  a: {name: 甲, unit: 家, value: 12, previous: 10}\n"
            "  b: {name: 乙, unit: 家, value: 3}\n"
            "charts:\n  g: {kind: growth, metrics: [a, b]}\n"
            "sections: [{charts: [g]}]\n");
    assert_non_null(b.report);
    assert_int_equal(diags_count(b.diags), 1);
    const jb_diag *d = diags_at(b.diags, 0);
    assert_string_equal(d->kind->code, "REPORT_CHART_MISSING");
    assert_true(slice_has(d->message, "乙"));
    built_drop(&b);
}

static void
alternative_text_tells_all_figures(void **state)
{
    (void)state;
    built b = built_from(
            "title: 样例\nperiod: 2022H1\nmetrics:\n"
            "  a: {name: 甲, unit: 亿元, value: 120, previous: 100}\n"
            "  b: {name: 乙, unit: 家, value: 80, previous: 100}\n"
            "  c: {name: 丙, unit: 项, value: 105, previous: 100}\n"
            "charts:\n  g: {kind: growth, metrics: [a, b, c]}\n");
    assert_non_null(b.report);
    slice alt = report_chart_alt(b.arena, report_chart_at(b.report, 0));
    assert_string_equal(
            alt.at,
            "同比增速柱形图：甲增长最快，仅乙下降20.0%。2022年上半年比上年同期"
            "增长（%），共3项。最高的是甲（增长20.0%），最低的是乙（下降"
            "20.0%）。甲：增长20.0%；乙：下降20.0%；丙：增长5.0%。");
    built_drop(&b);
}

static void
sources_are_listed_once(void **state)
{
    (void)state;
    check_dump("title: 样例\nsource: 年报\nmetrics:\n"
               "  a: {name: 甲, unit: 家, value: 3, source: 第一章}\n"
               "  b: {name: 乙, unit: 家, value: 3, source: 第一章}\n"
               "  c: {name: 丙, unit: 家, value: 3, source: 年报}\n",
               (const char *const[]){"资料来源：年报。\n",
                                     "各指标出处：第一章。\n", NULL});
}

static void
growth_is_said_against_other_growth(void **state)
{
    (void)state;
    check_dump("title: 样例\nperiod: 2025年二季度\nmetrics:\n"
               "  a: {name: 甲, unit: 亿元, value: 112.5, previous: 104.2,"
               " history: {2025Q1: 108.3, 2023Q2: 100.0},"
               " former-growth: {一季度: 6.2%}}\n"
               "  b: {name: 乙, unit: 亿元, value: 90, previous: 100,"
               " former-growth: {一季度: -12.5%}, sequential: -1.2%}\n"
               "sections:\n  - text: |\n"
               "      甲{a.turn}，环比{a.sequential}，{a.average}。\n"
               "      乙{b.增速变化}，环比{b.环比}。\n",
               (const char *const[]){
                       "增速比一季度加快1.8个百分点", "环比[增长3.9%]",
                       "两年平均增长6.1%", "降幅比一季度收窄2.5个百分点",
                       "环比[下降1.2%]", NULL});
}

static const report_card *
first_card(const jb_node *node)
{
    if (node->n_cards > 0)
        return &node->cards[0];
    for (size_t i = 0; i < node->n_children; i++) {
        const report_card *card = first_card(node->children[i]);
        if (card != NULL)
            return card;
    }
    return NULL;
}

static void
cards_tell_an_even_course(void **state)
{
    (void)state;
    built b = built_from(
            "title: 样例\nperiod: 2024\ncards: [a]\nmetrics:\n"
            "  a: {name: 甲, unit: 家, value: 9, previous: 7,"
            " history: {2022: 5, 2021: 4}}\n");
    const report_card *card = first_card(report_root(b.report));
    assert_int_equal(card->n_trend, 4);
    assert_int_equal(card->trend[0].coefficient, 4);
    assert_string_equal(card->trend_since.at, "2021年以来");
    assert_string_equal(card->trend_words.at,
                        "2021年4家、2022年5家、2023年7家、2024年9家");
    built_drop(&b);
    b = built_from("title: 样例\nperiod: 2024\ncards: [a]\nmetrics:\n"
                   "  a: {name: 甲, unit: 家, value: 9,"
                   " history: {2020: 5, 2021: 4}}\n");
    assert_int_equal(first_card(report_root(b.report))->n_trend, 0);
    built_drop(&b);
}

static void
contributions_add_up(void **state)
{
    (void)state;
    built b = built_from(
            "title: 样例\nperiod: 2024\nmetrics:\n"
            "  all: {name: 总, unit: 亿元, value: 110, previous: 100}\n"
            "  a: {name: 甲, unit: 亿元, value: 66, previous: 60}\n"
            "  b: {name: 乙, unit: 亿元, value: 31, previous: 32}\n"
            "charts:\n  c: {kind: 拉动, metrics: [all, a, b]}\n");
    const chart_spec *c = report_chart_at(b.report, 0);
    assert_int_equal(c->n_categories, 4);
    assert_string_equal(c->categories[2].name.at, "其他");
    assert_true(c->categories[3].is_total);
    const char *labels[] = {"+6.0（60.0%）", "−1.0（−10.0%）", "+5.0（50.0%）",
                            "+10.0%"};
    jb_decimal sum = {0, 0};
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(c->series[0].data[i].label.at, labels[i]);
        if (i < 3)
            assert_true(
                    decimal_add(sum, c->series[0].data[i].value, &sum));
    }
    assert_int_equal(decimal_compare(sum, c->series[0].data[3].value), 0);
    assert_string_equal(c->title.at, "甲拉动总增长6.0个百分点，作用最大");
    built_drop(&b);
}

/* 县属 has one colour in both charts, though it comes first in one only. */
static void
a_part_keeps_its_hue_from_chart_to_chart(void **state)
{
    (void)state;
    built b = built_from(
        "标题: 样例\n时期: 2024\n"
        "指标:\n"
        "  甲: {名称: 甲, 单位: 家, 本期: 5, 其中: {市属: 2, 县属: 3}}\n"
        "  乙: {名称: 乙, 单位: 家, 本期: 9, 其中: {县属: 4, 乡属: 5}}\n"
        "图表:\n"
        "  一: {类型: parts, 指标: [甲]}\n"
        "  二: {类型: parts, 指标: [乙]}\n");
    const chart_spec *one = report_chart(b.report, SLICE_OF("一"));
    const chart_spec *two = report_chart(b.report, SLICE_OF("二"));
    assert_int_equal(one->categories[1].hue, two->categories[0].hue);
    assert_int_not_equal(one->categories[0].hue, one->categories[1].hue);
    assert_int_not_equal(one->categories[0].hue, two->categories[1].hue);
    built_drop(&b);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headings_are_numbered_by_level),
        cmocka_unit_test(deeper_sections_lie_inside),
        cmocka_unit_test(lists_begin_with_their_marks),
        cmocka_unit_test(derived_base_is_marked_and_noted),
        cmocka_unit_test(empty_columns_are_left_out),
        cmocka_unit_test(parts_and_to_date_have_their_rows),
        cmocka_unit_test(groups_are_banded_once),
        cmocka_unit_test(fictional_figures_are_said_so),
        cmocka_unit_test(growth_parts_percent_from_points),
        cmocka_unit_test(compare_converts_to_the_metrics_unit),
        cmocka_unit_test(wrong_charts_are_reported),
        cmocka_unit_test(missing_figures_of_a_chart_are_named),
        cmocka_unit_test(alternative_text_tells_all_figures),
        cmocka_unit_test(sources_are_listed_once),
        cmocka_unit_test(growth_is_said_against_other_growth),
        cmocka_unit_test(cards_tell_an_even_course),
        cmocka_unit_test(contributions_add_up),
        cmocka_unit_test(a_part_keeps_its_hue_from_chart_to_chart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
