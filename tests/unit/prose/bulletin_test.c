#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "prose/inspect.h"

/* What is found in a text: the words of each finding's place, and those of
 * its other side. */
static void
check(const char *text, const char *places)
{
    arena *a = arena_new();
    jb_diags *diags = diags_new();
    jb_source *source = source_from_bytes(SLICE_OF("报告.txt"),
                                          slice_from(text));
    inspect_bulletin(a, source, diags);
    slice_builder found = {.arena = a};
    for (size_t i = 0; i < diags_count(diags); i++) {
        const jb_diag *d = diags_at(diags, i);
        slice at = span_text(d->span), other = {NULL, 0};
        if (d->related.source != NULL)
            other = span_text(d->related);
        builder_printf(&found, "%s%.*s/%.*s", i > 0 ? " " : "",
                       SLICE_ARGS(at), SLICE_ARGS(other));
    }
    if (!slice_is(builder_slice(&found), places))
        fail_msg("%s\n“%s”, not “%s”", text, builder_slice(&found).at,
                 places);
    source_drop(source);
    diags_drop(diags);
    arena_drop(a);
}

#define TITLE "云溪市2025年上半年经济运行情况\n"
#define TABLE                                                                \
    "表1 2025年上半年主要指标\n单位：亿元\n"                                     \
    "指标\t上半年\t去年同期\t同比（%）\n"                                        \
    "固定资产投资\t538.2\t575.6\t-6.5\n"                                     \
    "社会消费品零售总额\t463.5\t437.7\t5.9\n"                                 \
    "出口总额\t86.4\t98.6\t-12.4\n"

static void
prose_is_held_against_the_table(void **state)
{
    (void)state;
    check(TITLE "全市固定资产投资538.2亿元，同比下降6.5%。\n" TABLE, "");
    check(TITLE "全市固定资产投资532.8亿元，同比下降6.5%。\n" TABLE,
          "532.8亿元/538.2");
    check(TITLE "上半年，全市固定资产投资同比下降5.6%。\n" TABLE,
          "5.6%/-6.5");
    check(TITLE "2025年上半年，出口总额88.4亿元。\n" TABLE,
          "88.4亿元/86.4");
}

/* What may be right is let be: rounded, of another time, place or kind, or
 * anywhere in the row. */
static void
what_may_be_right_is_let_be(void **state)
{
    (void)state;
    check(TITLE "全市固定资产投资538亿元，下降6.5%。\n" TABLE, "");
    check(TITLE "上年同期，全市固定资产投资575.6亿元。\n" TABLE, "");
    check(TITLE "一季度，全市固定资产投资252.8亿元。\n" TABLE, "");
    check(TITLE "2024年上半年，出口总额97.6亿元。\n" TABLE, "");
    check(TITLE "预计出口总额88亿元。\n" TABLE, "");
    check(TITLE "北城区：固定资产投资33.8亿元。\n" TABLE, "");
    check(TITLE "工业固定资产投资328亿元，农产品出口总额8.6亿元。\n" TABLE,
          "");
    check(TITLE "按美元计价，出口总额12.2亿美元，下降13.1%。\n" TABLE, "");
    check(TITLE "出口总额环比增长3.2%。\n" TABLE, "");
}

/* 北城区 under 营业收入: the name of the row and that of the column. */
static void
places_in_rows_are_read(void **state)
{
    static const char table[] =
        "县区\t营业收入\t\t利润总额\n"
        "\t上半年（亿元）\t增速（%）\t上半年（亿元）\n"
        "北城区\t96.2\t8.4\t9.1\n"
        "南城区\t88.7\t4.5\t8.0\n"
        "合计\t184.9\t6.5\t17.1\n";
    arena *a = arena_new();
    struct { const char *prose, *places; } cases[] = {
        {"全市营业收入184.9亿元，其中北城区营业收入96.2亿元。", ""},
        {"全市营业收入148.9亿元，增长6.5%。", "148.9亿元/184.9"},
        {"北城区：营业收入92.6亿元，利润总额9.1亿元。", "92.6亿元/96.2"},
        {"南城区营业收入87.8亿元。", "87.8亿元/88.7"},
        {"北城区：全市营业收入184.9亿元。", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(slice_printf(a, TITLE "%s\n%s", cases[i].prose, table).at,
              cases[i].places);
    arena_drop(a);
}

static void
a_table_is_held_against_itself(void **state)
{
    (void)state;
    check("县区\t营业收入（亿元）\t利润（亿元）\n"
          "北城区\t96.2\t8.4\n南城区\t88.7\t4.5\n合计\t194.9\t12.9\n",
          "194.9/");
    check("县区\t营业收入（亿元）\t利润（亿元）\n"
          "北城区\t96.2\t8.4\n南城区\t88.7\t4.5\n合计\t185.0\t12.9\n", "");
    check("县区\t9月（亿元）\t1—9月（亿元）\n市本级\t2.0\t20.2\n"
          "北城区\t3.4\t32.1\n全市合计\t5.4\t52.3\n"
          "其中：县区小计\t3.4\t32.1\n", "");
    check("县区\t9月（亿元）\t1—9月（亿元）\n全市合计\t8.5\t81.2\n"
          "市本级\t2.0\t20.2\n县区小计\t6.5\t61.0\n北城区\t3.4\t32.1\n"
          "南城区\t3.1\t28.9\n", "");
    check("县区\t9月（亿元）\t1—9月（亿元）\n市本级\t2.0\t20.2\n"
          "北城区\t3.4\t32.1\n全市合计\t5.9\t52.3\n", "5.9/");
    check("指标\t2025年\t2024年\t同比（%）\n"
          "货物运输量（万吨）\t512\t500\t3.4\n旅客运输量（万人）\t90\t100\t-10\n",
          "3.4/");
}

/* Columns that nobody can tell are left alone, and so are lists. */
static void
what_is_no_table_is_let_be(void **state)
{
    (void)state;
    check("县区\t营业收入\n北城区\t96.2\t8.4\n南城区\t88.7\t4.5\n"
          "合计\t12.0\t1.0\n", "");
    check("出口总额12亿元  进口总额9亿元\n出口总额12亿元\n", "");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prose_is_held_against_the_table),
        cmocka_unit_test(what_may_be_right_is_let_be),
        cmocka_unit_test(places_in_rows_are_read),
        cmocka_unit_test(a_table_is_held_against_itself),
        cmocka_unit_test(what_is_no_table_is_let_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
