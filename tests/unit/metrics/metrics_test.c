#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "metrics/metrics.h"

typedef struct fixture {
    arena *arena;
    jb_diags *diags;
    jb_source *source;
    jb_metrics *metrics;
} fixture;

static fixture
read_text(slice text)
{
    fixture f = {arena_new(), diags_new(), NULL, NULL};
    f.source = source_from_bytes(SLICE_OF("test.yaml"), text);
    f.metrics = metrics_from_source(f.source, f.diags);
    return f;
}

static void
drop(fixture f)
{
    metrics_drop(f.metrics);
    source_drop(f.source);
    diags_drop(f.diags);
    arena_drop(f.arena);
}

/* A file with one metric `a` whose further keys are `keys`. */
static fixture
read_metric(const char *keys)
{
    arena *a = arena_new();
    slice text = slice_printf(a,
                              "标题: 甲\n时期: 2022\n指标:\n  a:\n"
                              "    名称: 乙\n%s",
                              keys);
    fixture f = read_text(text);
    arena_drop(a);
    return f;
}

static bool
has_kind(const fixture *f, const diag_kind *kind)
{
    for (size_t i = 0; i < diags_count(f->diags); i++)
        if (diags_at(f->diags, i)->kind == kind)
            return true;
    return false;
}

static void
a_metric_is_read_in_either_language(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "    单位: 亿元\n    本期: 75以上\n    状态: 预计\n"
        "    累计: {截至: 2022-10, 数值: 623000万元}\n    同比: 280.57%\n"
        "    位次: 全省第三位\n",
        "    unit: 亿元\n    value: 75\n    bound: at-least\n"
        "    status: expected\n    to-date: {until: 2022-10, value: 62.3}\n"
        "    growth: 280.57%\n    rank: {scope: 全省, place: 3}\n",
    };
    for (size_t i = 0; i < 2; i++) {
        fixture f = read_metric(texts[i]);
        assert_non_null(f.metrics);
        const metrics_metric *m = metrics_at(f.metrics, 0);
        assert_int_equal(m->value.bound, BOUND_AT_LEAST);
        assert_int_equal(m->value.status, STATUS_EXPECTED);
        assert_int_equal(m->growth.kind, CHANGE_RATE);
        assert_int_equal(m->growth.rate.coefficient, 28057);
        assert_int_equal(m->rank.place, 3);
        assert_int_equal(period_months(m->to_date_until), 10);
        jb_decimal expected = {623, 1};
        assert_int_equal(decimal_compare(m->to_date.value, expected), 0);
        drop(f);
    }
}

typedef struct row {
    const char *keys;
    const diag_kind *kind;
} row;

static void
mistakes_in_a_metric_are_named(void **state)
{
    (void)state;
    static const row rows[] = {
        {"    本期: 3\n", &TREE_MISSING_KEY},
        {"    单位: 家\n", &METRICS_NO_VALUE},
        {"    单位: 家\n    同比: 5%\n", &METRICS_GROWTH_ALONE},
        {"    单位: 家\n    本期: 三\n", &QUANTITY_NOT_A_NUMBER},
        {"    单位: 家\n    本期: 3亿元\n", &QUANTITY_UNIT_MISMATCH},
        {"    单位: 家\n    本期: 3\n    同比: 5\n",
         &METRICS_CHANGE_NO_PERCENT},
        {"    单位: \"%\"\n    本期: 3\n    同比: 5%\n",
         &METRICS_CHANGE_IN_PERCENT},
        {"    单位: 家\n    本期: 3\n    同比: 五成家\n",
         &QUANTITY_NOT_A_NUMBER},
        {"    单位: 家\n    本期: 3\n    同比: 5家\n", &METRICS_BAD_CHANGE},
        {"    单位: 家\n    本期: 3\n    状态: 估计\n", &METRICS_BAD_STATUS},
        {"    单位: 家\n    本期: 3\n    界限: 差不多\n", &METRICS_BAD_BOUND},
        {"    单位: 家\n    本期: 3\n    时期: 去年\n", &METRICS_BAD_PERIOD},
        {"    单位: 家\n    本期: 3\n    位次: 靠前\n", &METRICS_BAD_RANK},
        {"    单位: 家\n    本期: 3\n    位次: {范围: 全省}\n",
         &METRICS_RANK_EMPTY},
        {"    单位: 家\n    本期: 3\n    位次: {范围: 全省, 名次: 一}\n",
         &METRICS_NOT_WHOLE},
        {"    单位: 家\n    累计: {截至: 2023-01, 数值: 3}\n",
         &METRICS_TO_DATE_LATE},
        {"    单位: 家\n    其中: {甲: [1]}\n", &METRICS_LIST_OF_TEXT},
        {"    单位: 家\n    本期: 3\n图表:\n  t: {类型: growth, 指标: [b]}\n",
         &METRICS_UNKNOWN_METRIC},
        {"    单位: 家\n    本期: 3\n章节:\n  - 图表: [t]\n",
         &METRICS_UNKNOWN_CHART},
        {"    单位: 家\n    本期: 3\n章节:\n  - 级别: 7\n",
         &METRICS_BAD_LEVEL},
        {"    单位: 家\n    本期: 3\n日期: 2021-03-01\n",
         &METRICS_DATE_BEFORE_PERIOD},
        {"    单位: 家\n    本期: 3\n日期: 2022年1114日\n",
         &METRICS_BAD_DATE},
        {"    单位: 家\n    本期: 3\n  a.b:\n    名称: 丙\n    单位: 家\n"
         "    本期: 1\n",
         &METRICS_BAD_ID},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        fixture f = read_metric(rows[i].keys);
        if (!has_kind(&f, rows[i].kind))
            fail_msg("row %zu: %s is not reported", i, rows[i].kind->code);
        drop(f);
    }
}

static void
an_empty_list_of_metrics_is_an_error(void **state)
{
    (void)state;
    fixture f = read_text(SLICE_OF("标题: 甲\n指标: {}\n"));
    assert_true(has_kind(&f, &METRICS_NONE));
    assert_null(f.metrics);
    drop(f);
}

static void
a_document_of_words_needs_no_metrics(void **state)
{
    (void)state;
    fixture f = read_text(SLICE_OF("标题: 甲\n章节: [{正文: 好。}]\n"));
    assert_non_null(f.metrics);
    assert_int_equal(diags_count_of(f.diags, DIAG_ERROR), 0);
    drop(f);
    f = read_text(
        SLICE_OF("标题: 甲\n摘要: 自动\n章节: [{正文: 好。}]\n"));
    assert_true(has_kind(&f, &METRICS_NONE));
    drop(f);
}

static void
words_for_changes_are_kinds(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        metrics_change_kind kind;
        int64_t coefficient;
    } rows[] = {
        {"扭亏为盈", CHANGE_TURNED_PROFIT, 0}, {"持平", CHANGE_FLAT, 0},
        {"下降3.2%", CHANGE_RATE, -32},        {"-3.2%", CHANGE_RATE, -32},
        {"增长12%", CHANGE_RATE, 12},          {"１２％", CHANGE_RATE, 12},
        {"1.5个百分点", CHANGE_POINTS, 15},    {"-0.2pp", CHANGE_POINTS, -2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arena *a = arena_new();
        fixture f = read_metric(
            slice_printf(a, "    单位: 亿元\n    本期: 3\n    同比: %s\n",
                         rows[i].text).at);
        assert_non_null(f.metrics);
        const metrics_change *c = &metrics_at(f.metrics, 0)->growth;
        assert_int_equal(c->kind, rows[i].kind);
        assert_int_equal(c->rate.coefficient, rows[i].coefficient);
        drop(f);
        arena_drop(a);
    }
}

static void
paragraphs_know_their_places(void **state)
{
    (void)state;
    fixture f = read_metric("    单位: 家\n    本期: 3\n章节:\n  - 正文: |\n"
                            "      第一段{a}。\n\n      第二段{a}。\n");
    assert_non_null(f.metrics);
    const metrics_section *s = metrics_section_at(f.metrics, 0);
    assert_int_equal(s->n_paragraphs, 2);
    metrics_text second = s->paragraphs[1];
    assert_true(slice_is(second.text, "第二段{a}。"));
    assert_true(slice_equal(span_text(second.span), second.text));
    drop(f);
}

static void
history_is_sorted_by_period(void **state)
{
    (void)state;
    fixture f = read_metric("    单位: 家\n    本期: 3\n"
                            "    历年: {2021: 2, 2019: 1, 2020: 5}\n");
    const metrics_metric *m = metrics_at(f.metrics, 0);
    assert_int_equal(m->n_history, 3);
    assert_int_equal(m->history[0].period.first_year, 2019);
    assert_int_equal(m->history[2].period.first_year, 2021);
    drop(f);
}

static void
schema_is_generated_from_the_keys(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice schema = metrics_schema(a);
    static const char *const parts[] = {"\"上年同期\"", "\"previous\"",
                                        "#/$defs/section"};
    for (size_t i = 0; i < 3; i++)
        assert_true(slice_find(schema, slice_from(parts[i])) < schema.len);
    jb_diags *d = diags_new();
    jb_source *s = source_from_bytes(SLICE_OF("schema.json"), schema);
    assert_non_null(tree_from_source(a, s, TREE_LIMITS, d));
    assert_int_equal(diags_count_of(d, DIAG_ERROR), 0);
    source_drop(s);
    diags_drop(d);
    arena_drop(a);
}

/* What has no head of metrics is set as it stands, with what it tells of
 * places; a head of metrics that lacks its month is an error all the same. */
static void
a_file_of_another_table_is_a_table(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const diag_kind *kind;
    } files[] = {
        {"名单,,\n姓名,产值,\n,绝对量,位次\n张三,96.2,8\n李四,8,4\n",
         &SHEET_AS_TABLE},
        {"各县指标,,\n县,产值,\n,绝对量,同比\n北县,96.2,8.4\n南县,8,4\n",
         &SHEET_AS_PLACES},
        {"县,产值\n北县,96.2\n南县,8\n", &SHEET_PLACES_UNITLESS},
        {"指标,本月,累计\n产值,96.2,8.4\n", &SHEET_NO_MONTH}};
    for (size_t i = 0; i < 4; i++) {
        fixture f = {arena_new(), diags_new(), NULL, NULL};
        f.source =
            source_from_bytes(SLICE_OF("a.csv"), slice_from(files[i].text));
        f.metrics = metrics_from_source(f.source, f.diags);
        assert_true(has_kind(&f, files[i].kind));
        assert_int_equal(has_kind(&f, &SHEET_AS_PLACES), i == 1);
        if (i < 2) {
            const metrics_table *t = metrics_table_at(f.metrics, 0);
            assert_int_equal(t->n_columns, 3);
            assert_int_equal(t->n_rows, 2);
            assert_true(slice_is(t->columns[2].group.text, "产值"));
        }
        drop(f);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_metric_is_read_in_either_language),
        cmocka_unit_test(mistakes_in_a_metric_are_named),
        cmocka_unit_test(an_empty_list_of_metrics_is_an_error),
        cmocka_unit_test(a_document_of_words_needs_no_metrics),
        cmocka_unit_test(words_for_changes_are_kinds),
        cmocka_unit_test(paragraphs_know_their_places),
        cmocka_unit_test(history_is_sorted_by_period),
        cmocka_unit_test(a_file_of_another_table_is_a_table),
        cmocka_unit_test(schema_is_generated_from_the_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
