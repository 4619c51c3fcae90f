/* sheet: a chart's figures as comma-separated values: quoting, formulas,
 * exact digits, words in the place of numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "report/report.h"

static slice
sheet_from(arena *a, const char *yaml)
{
    jb_diags *diags = diags_new();
    jb_source *source =
        source_from_bytes(SLICE_OF("sheet.yaml"), slice_from(yaml));
    jb_metrics *metrics = metrics_from_source(source, diags);
    assert_non_null(metrics);
    jb_facts *facts = facts_from_metrics(metrics, diags);
    jb_report *report = report_from_facts(facts, diags);
    slice sheet = report_chart_sheet(a, report_chart_at(report, 0));
    report_drop(report);
    facts_drop(facts);
    metrics_drop(metrics);
    source_drop(source);
    diags_drop(diags);
    return sheet;
}

static void
assert_has(slice text, const char *line)
{
    if (slice_find(text, slice_from(line)) == text.len)
        fail_msg("no “%s” in:\n%.*s", line, SLICE_ARGS(text));
}

static void
each_mark_is_a_row(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice sheet = sheet_from(
        a, "标题: 表\n时期: 2024年\n指标:\n"
           "  a: {名称: 产值, 单位: 亿元, 本期: 12.50, 上年同期: 10.00}\n"
           "  b: {名称: '利润, 净\"额\"', 单位: 亿元, 本期: 3, 同比: 扭亏为盈}\n"
           "  c: {名称: '=1+1', 单位: 家, 本期: 50左右, 状态: 预计, "
           "同比: -3.20%}\n"
           "图表:\n  g: {类型: 增速, 指标: [a, b, c]}\n");
    assert_memory_equal(sheet.at, "\xEF\xBB\xBF", 3);
    assert_has(sheet, "类别,系列,数值,单位,");
    assert_has(sheet, "\r\n产值,同比增速（%）,25,%,+25.0%,");
    assert_has(sheet, "\r\n\"利润, 净\"\"额\"\"\",同比增速（%）,,,扭亏为盈,");
    assert_has(sheet, "\r\n\"'=1+1\",同比增速（%）,-3.20,%,约−3.20%,");
    arena_drop(a);
}

/* What starts like a number may still be a formula. */
static void
names_never_run_as_formulas(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice sheet = sheet_from(
        a, "标题: 表\n时期: 2024年\n来源: 统计局\n指标:\n"
           "  a: {名称: '-2+3+cmd|x!A0', 单位: 家, 本期: 12, 上年同期: 10}\n"
           "  b: {名称: '+1(2)', 单位: 家, 本期: 9, 上年同期: 10}\n"
           "图表:\n  g: {类型: 增速, 指标: [a, b]}\n");
    assert_has(sheet, "\r\n\"'-2+3+cmd|x!A0\",");
    assert_has(sheet, "\r\n\"'+1(2)\",");
    assert_has(sheet, ",+20.0%,");
    assert_has(sheet, "统计局\r\n");
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_mark_is_a_row),
        cmocka_unit_test(names_never_run_as_formulas),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
