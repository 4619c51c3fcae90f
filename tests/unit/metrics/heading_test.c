#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "metrics/heading.h"

static sheet_heading
read(arena *a, const char *text)
{
    tree_node *cell = ARENA_NEW(a, tree_node);
    cell->kind = TREE_TEXT;
    cell->text = slice_from(text);
    return heading_read(a, cell, (jb_period){0});
}

static void
assert_key(const char *text, enum metrics_key key, const char *unit)
{
    arena *a = arena_new();
    sheet_heading h = read(a, text);
    assert_int_equal(h.role, HEADING_KEY);
    assert_int_equal(h.key, key);
    assert_true(slice_is(h.unit, unit));
    arena_drop(a);
}

static void
columns_have_the_names_that_offices_give(void **state)
{
    (void)state;
    assert_key("指标名称", KEY_METRIC_NAME, "");
    assert_key("计 量\n单　位", KEY_METRIC_UNIT, "");
    assert_key("本期（亿元）", KEY_METRIC_VALUE, "亿元");
    assert_key("上年同期(万元)", KEY_METRIC_PREVIOUS, "万元");
    assert_key("本报告期末", KEY_METRIC_VALUE, "");
    assert_key("本报告期初", KEY_METRIC_PREVIOUS, "");
    assert_key("增减变动幅度(%)", KEY_METRIC_GROWTH, "%");
    assert_key("同比增长（%）", KEY_METRIC_GROWTH, "%");
    assert_key("比上年同期增长(%)", KEY_METRIC_GROWTH, "%");
    assert_key("2025年上半年同比（%）", KEY_METRIC_GROWTH, "%");
    assert_key("同比±%", KEY_METRIC_GROWTH, "%");
    assert_key("比上年（±%）", KEY_METRIC_GROWTH, "%");
    assert_key("2025年1—6月完成", KEY_METRIC_VALUE, "");
    assert_key("年度任务", KEY_METRIC_TARGET, "");
    assert_key("unit", KEY_METRIC_UNIT, "");
}

static void
assert_period(const char *text, const char *base, int first, int last)
{
    arena *a = arena_new();
    jb_period b = {0}, p = {0};
    period_parse(slice_from(base), &b);
    assert_int_equal(heading_period(a, slice_from(text), b, &p), first > 0);
    if (first > 0) {
        assert_int_equal(p.first_year * 100 + p.first_month, first);
        assert_int_equal(p.last_year * 100 + p.last_month, last);
        assert_true(p.text.len > 0);
    }
    arena_drop(a);
}

/* 本月 and 累计 are told by the table's own period. */
static void
periods_are_told_by_the_table(void **state)
{
    (void)state;
    assert_period("本月", "2025年1—6月", 202506, 202506);
    assert_period("累计", "2025年6月", 202501, 202506);
    assert_period("1—6月累计", "2025年", 202501, 202506);
    assert_period("6月累计", "2025年", 202501, 202506);
    assert_period("上年同月", "2025年6月", 202406, 202406);
    assert_period("去年1—6月", "2025年6月", 202401, 202406);
    assert_period("上年同期累计", "2025年6月", 202401, 202406);
    assert_period("上月", "2025年1月", 202412, 202412);
    assert_period("本季", "2025年5月", 202504, 202506);
    assert_period("2025年6月末", "2025", 202506, 202506);
    assert_period("2024年末", "2025", 202412, 202412);
    assert_period("累计", "", 0, 0);
    assert_period("其他", "2025年6月", 0, 0);
}

static void
periods_are_columns(void **state)
{
    (void)state;
    arena *a = arena_new();
    sheet_heading h = read(a, "2024年1—6月（亿元）");
    assert_int_equal(h.role, HEADING_PERIOD);
    assert_int_equal(h.period.first_year, 2024);
    assert_int_equal(h.period.last_month, 6);
    assert_true(slice_is(h.unit, "亿元"));
    h = read(a, "本期（2025年上半年）");
    assert_int_equal(h.role, HEADING_KEY);
    assert_int_equal(h.period.first_year, 2025);
    assert_int_equal(h.unit.len, 0);
    arena_drop(a);
}

static void
ranks_have_their_scope_in_the_heading(void **state)
{
    (void)state;
    arena *a = arena_new();
    sheet_heading h = read(a, "全省位次");
    assert_int_equal(h.key, KEY_METRIC_RANK);
    assert_true(slice_is(h.scope, "全省"));
    h = read(a, "位次");
    assert_int_equal(h.key, KEY_METRIC_RANK);
    assert_int_equal(h.scope.len, 0);
    arena_drop(a);
}

/* What a cell cannot hold is no column: 历年 has columns of years. */
static void
others_are_unknown(void **state)
{
    (void)state;
    static const char *const names[] = {"备用", "累计", "其中", "历年", "",
                                        "同类", "（亿元）"};
    arena *a = arena_new();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_int_equal(read(a, names[i]).role, HEADING_UNKNOWN);
    assert_int_equal(read(a, "序号").role, HEADING_SERIAL);
    assert_int_equal(read(a, "编号").role, HEADING_ID);
    arena_drop(a);
}

static void
units_are_told_once(void **state)
{
    (void)state;
    assert_true(slice_is(heading_told_unit(SLICE_OF("（单位：亿元）")),
                         "亿元"));
    assert_true(slice_is(heading_told_unit(SLICE_OF("计量单位:万元、%")),
                         "万元"));
    assert_int_equal(heading_told_unit(SLICE_OF("单位名称")).len, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_have_the_names_that_offices_give),
        cmocka_unit_test(periods_are_told_by_the_table),
        cmocka_unit_test(periods_are_columns),
        cmocka_unit_test(ranks_have_their_scope_in_the_heading),
        cmocka_unit_test(others_are_unknown),
        cmocka_unit_test(units_are_told_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
