/* The public interface: what is asked for and does not exist is named, with
 * whose turn it is; results and dumps are as the header says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "jianbao.h"

static const char PLAIN[] = "标题: 测试\n时期: 2024\n指标:\n  甲:\n"
                            "    {名称: 甲, 单位: 家, 本期: 3, 上年同期: 2}\n";
/* The chart is on line 8. */
static const char WITH_CHART[] =
    "标题: 测试\n时期: 2024\n版式: 没有这种\n指标:\n  甲:\n"
    "    {名称: 甲, 单位: 家, 本期: 3, 上年同期: 2}\n"
    "图表:\n  图: {类型: growth, 指标: [甲]}\n";
static const char WITH_CHARTS[] =
    "标题: 测试\n时期: 2024\n指标:\n  甲:\n"
    "    {名称: 甲, 单位: 家, 本期: 3, 上年同期: 2}\n"
    "图表:\n  图: {类型: growth, 指标: [甲]}\n"
    "  又: {类型: compare, 指标: [甲]}\n";

typedef struct fixture {
    jb_diags *diags;
    jb_engine *engine;
    jb_source *source;
    jb_briefing *briefing;
} fixture;

static fixture
fixture_from(const char *text)
{
    fixture f = {jb_diags_new(), jb_engine_new("."), NULL, NULL};
    f.source = jb_source_from_bytes("测试.yaml", text, strlen(text));
    f.briefing = jb_briefing_from_source(f.engine, f.source, f.diags);
    assert_non_null(f.briefing);
    assert_int_equal(jb_diags_result(f.diags), JB_DONE);
    return f;
}

static void
fixture_drop(fixture *f)
{
    jb_briefing_drop(f->briefing);
    jb_source_drop(f->source);
    jb_engine_drop(f->engine);
    jb_diags_drop(f->diags);
}

/* The last finding is an error of this kind, and the turn is as said. */
static jb_finding
assert_found(const fixture *f, const char *code, jb_result result)
{
    assert_true(jb_diags_count(f->diags) > 0);
    jb_finding last = jb_diags_at(f->diags, jb_diags_count(f->diags) - 1);
    assert_string_equal(last.code, code);
    assert_int_equal(last.severity, JB_ERROR);
    assert_int_equal(jb_diags_result(f->diags), result);
    return last;
}

static void
an_unknown_layout_is_named(void **state)
{
    (void)state;
    fixture f = fixture_from(PLAIN);
    assert_null(jb_pages_from_briefing(f.engine, f.briefing, "无", NULL, f.diags));
    jb_finding found =
        assert_found(&f, "ASKED_LAYOUT_UNKNOWN", JB_REQUEST_WRONG);
    assert_non_null(strstr(found.message, "无"));
    assert_non_null(strstr(found.hint, "briefing"));
    fixture_drop(&f);
}

static void
a_layout_of_the_file_is_shown_in_the_file(void **state)
{
    (void)state;
    fixture f = fixture_from(WITH_CHART);
    assert_null(jb_pages_from_briefing(f.engine, f.briefing, NULL, NULL, f.diags));
    jb_finding found = assert_found(&f, "LAYOUT_UNKNOWN", JB_INPUT_WRONG);
    assert_string_equal(found.place.file, "测试.yaml");
    assert_int_equal(found.place.line, 3);
    assert_int_equal(found.place.column, 5);
    assert_int_equal(found.place.end_column, 9);
    fixture_drop(&f);
}

static void
an_unknown_theme_is_named(void **state)
{
    (void)state;
    fixture f = fixture_from(PLAIN);
    assert_null(jb_pages_from_briefing(f.engine, f.briefing, NULL, "无",
                                       f.diags));
    jb_finding found =
        assert_found(&f, "ASKED_THEME_UNKNOWN", JB_REQUEST_WRONG);
    assert_non_null(strstr(found.hint, "slide-dark"));
    fixture_drop(&f);
    f = fixture_from("标题: 测试\n时期: 2024\n主题: 无此\n指标:\n"
                     "  甲: {名称: 甲, 单位: 家, 本期: 3}\n");
    assert_null(jb_pages_from_briefing(f.engine, f.briefing, NULL, NULL,
                                       f.diags));
    found = assert_found(&f, "THEME_UNKNOWN", JB_INPUT_WRONG);
    assert_int_equal(found.place.line, 3);
    fixture_drop(&f);
}

static void
a_logo_is_a_picture_with_a_place(void **state)
{
    (void)state;
    fixture f = fixture_from("标题: 测试\n时期: 2024\n标志: Makefile\n指标:\n"
                             "  甲: {名称: 甲, 单位: 家, 本期: 3}\n");
    assert_null(jb_pages_from_briefing(f.engine, f.briefing, NULL, NULL,
                                       f.diags));
    jb_finding found = assert_found(&f, "LOGO_UNREADABLE", JB_INPUT_WRONG);
    assert_int_equal(found.place.line, 3);
    fixture_drop(&f);
    f = fixture_from("标题: 测试\n时期: 2024\n标志: docs/images/nanyang-1.png\n"
                     "指标:\n  甲: {名称: 甲, 单位: 家, 本期: 3}\n");
    size_t before = jb_diags_count(f.diags);
    jb_pages *plain = jb_pages_from_briefing(f.engine, f.briefing, "gongwen",
                                             NULL, f.diags);
    assert_non_null(plain);
    assert_string_equal(jb_diags_at(f.diags, before).code,
                        "LOGO_WITHOUT_PLACE");
    jb_pages *dressed = jb_pages_from_briefing(f.engine, f.briefing, "slide",
                                               NULL, f.diags);
    assert_non_null(dressed);
    assert_non_null(strstr(jb_pages_dump(dressed), "image"));
    assert_null(strstr(jb_pages_dump(plain), "image"));
    jb_pages_drop(dressed);
    jb_pages_drop(plain);
    fixture_drop(&f);
}

static void
an_unknown_chart_is_named(void **state)
{
    (void)state;
    jb_chart_options options = JB_CHART_OPTIONS;
    options.layout = "briefing";
    fixture f = fixture_from(PLAIN);
    assert_null(jb_pages_from_chart(f.engine, f.briefing, "图", &options,
                                    f.diags));
    assert_found(&f, "ASKED_CHART_NONE", JB_REQUEST_WRONG);
    fixture_drop(&f);
    f = fixture_from(WITH_CHART);
    assert_null(jb_pages_from_chart(f.engine, f.briefing, "表", &options,
                                    f.diags));
    jb_finding found = assert_found(&f, "ASKED_CHART_UNKNOWN",
                                    JB_REQUEST_WRONG);
    assert_non_null(strstr(found.hint, "图"));
    fixture_drop(&f);
}

/* The only chart of a file need not be named; of several one must be. */
static void
the_only_chart_needs_no_name(void **state)
{
    (void)state;
    jb_chart_options options = JB_CHART_OPTIONS;
    options.layout = "briefing";
    fixture f = fixture_from(WITH_CHART);
    jb_pages *pages = jb_pages_from_chart(f.engine, f.briefing, NULL,
                                          &options, f.diags);
    assert_non_null(pages);
    jb_pages_drop(pages);
    fixture_drop(&f);
    f = fixture_from(WITH_CHARTS);
    assert_null(jb_pages_from_chart(f.engine, f.briefing, NULL, &options,
                                    f.diags));
    jb_finding found = assert_found(&f, "ASKED_CHART_WHICH",
                                    JB_REQUEST_WRONG);
    assert_non_null(strstr(found.hint, "图、又"));
    fixture_drop(&f);
}

static void
an_unknown_role_is_named(void **state)
{
    (void)state;
    jb_typeset_options options = JB_TYPESET_OPTIONS;
    options.role = "行楷";
    fixture f = fixture_from(PLAIN);
    jb_source *text = jb_source_from_bytes("文字", "甲", strlen("甲"));
    assert_null(jb_typeset(f.engine, text, &options, f.diags));
    jb_finding found =
        assert_found(&f, "ASKED_ROLE_UNKNOWN", JB_REQUEST_WRONG);
    assert_non_null(strstr(found.message, "行楷"));
    jb_source_drop(text);
    fixture_drop(&f);
}

static void
assert_no_room(double width, double height, const char *code)
{
    jb_chart_options options = {
        .layout = "briefing", .width = width, .height = height};
    fixture f = fixture_from(WITH_CHART);
    assert_null(jb_pages_from_chart(f.engine, f.briefing, "图", &options,
                                    f.diags));
    size_t n = jb_diags_count(f.diags);
    assert_true(n >= 2);
    jb_finding found = jb_diags_at(f.diags, n - 2);
    jb_finding advice = jb_diags_at(f.diags, n - 1);
    assert_string_equal(found.code, code);
    assert_int_equal(found.severity, JB_ERROR);
    assert_int_equal(found.place.line, 8);
    assert_string_equal(advice.code, "CHART_SIZE");
    assert_non_null(strstr(advice.message, "毫米"));
    assert_int_equal(jb_diags_result(f.diags), JB_INPUT_WRONG);
    fixture_drop(&f);
}

static void
a_chart_without_room_is_not_drawn(void **state)
{
    (void)state;
    assert_no_room(30, 720, "CHART_TOO_NARROW");
    assert_no_room(720, 40, "CHART_TOO_SMALL");
}

static void
an_unknown_format_is_named(void **state)
{
    (void)state;
    fixture f = fixture_from(PLAIN);
    jb_pages *pages =
        jb_pages_from_briefing(f.engine, f.briefing, "briefing", NULL, f.diags);
    assert_non_null(pages);
    jb_options options = JB_OPTIONS;
    assert_false(jb_pages_write(f.engine, pages, "nosuch.docm", &options,
                                f.diags));
    assert_found(&f, "ASKED_FORMAT_UNKNOWN", JB_REQUEST_WRONG);
    jb_pages_drop(pages);
    fixture_drop(&f);
}

static void
many_pictures_do_not_fit_standard_output(void **state)
{
    (void)state;
    fixture f = fixture_from(PLAIN);
    jb_pages *pages =
        jb_pages_from_briefing(f.engine, f.briefing, "slide", NULL, f.diags);
    assert_non_null(pages);
    assert_true(jb_pages_count(pages) > 1);
    jb_options options = JB_OPTIONS;
    options.format = "png";
    assert_false(jb_pages_write(f.engine, pages, "-", &options, f.diags));
    assert_found(&f, "ASKED_PAGES_TO_STDOUT", JB_REQUEST_WRONG);
    jb_pages_drop(pages);
    fixture_drop(&f);
}

static void
a_directory_without_layouts_is_named(void **state)
{
    (void)state;
    fixture f = fixture_from(PLAIN);
    jb_engine *elsewhere = jb_engine_new("tests/unit");
    assert_null(jb_pages_from_briefing(elsewhere, f.briefing, NULL, NULL, f.diags));
    assert_found(&f, "DIRECTORY_WITHOUT_LAYOUTS", JB_SYSTEM_FAILED);
    size_t n;
    assert_null(jb_list_entries(elsewhere, JB_LIST_LAYOUTS, &n, f.diags));
    jb_engine_drop(elsewhere);
    fixture_drop(&f);
}

static void
a_source_over_the_limit_is_refused(void **state)
{
    (void)state;
    fixture f = {jb_diags_new(), NULL, NULL, NULL};
    assert_null(jb_source_from_file("/dev/zero", f.diags));
    assert_found(&f, "SOURCE_TOO_LARGE", JB_INPUT_WRONG);
    jb_diags_drop(f.diags);
}

static void
every_list_has_entries_that_say_what_they_are(void **state)
{
    (void)state;
    fixture f = fixture_from(PLAIN);
    for (int list = 0; list < JB_LIST_COUNT; list++) {
        size_t n;
        const jb_entry *entries =
            jb_list_entries(f.engine, (jb_list)list, &n, f.diags);
        assert_true(n > 0);
        assert_true(jb_list_about((jb_list)list).doc[0] != '\0');
        for (size_t i = 0; i < n; i++) {
            assert_true(entries[i].name[0] != '\0');
            assert_true(entries[i].doc[0] != '\0');
            for (size_t j = 0; j < i; j++)
                assert_string_not_equal(entries[i].name, entries[j].name);
        }
    }
    fixture_drop(&f);
}

static void
a_briefing_with_errors_has_dumps_but_no_pages(void **state)
{
    (void)state;
    const char *text = "标题: 测试\n时期: 2024\n指标:\n  甲:\n    {名称: 甲, "
                       "单位: 家, 本期: 3, 上年同期: 2, 同比: 5%}\n";
    jb_diags *diags = jb_diags_new();
    jb_engine *engine = jb_engine_new(".");
    jb_source *source = jb_source_from_bytes("x", text, strlen(text));
    jb_briefing *b = jb_briefing_from_source(engine, source, diags);
    assert_non_null(b);
    assert_int_equal(jb_diags_result(diags), JB_INPUT_WRONG);
    assert_non_null(jb_briefing_dump(b, "metrics"));
    assert_non_null(jb_briefing_dump(b, "facts"));
    assert_null(jb_briefing_dump(b, "nosuch"));
    assert_null(jb_pages_from_briefing(engine, b, NULL, NULL, diags));
    jb_briefing_drop(b);
    jb_source_drop(source);
    jb_engine_drop(engine);
    jb_diags_drop(diags);
}

static void
nothing_may_be_dropped(void **state)
{
    (void)state;
    jb_pages_drop(NULL);
    jb_briefing_drop(NULL);
    jb_source_drop(NULL);
    jb_engine_drop(NULL);
    jb_diags_drop(NULL);
}

static const char CONTRADICTORY[] =
    "标题: 测试\n时期: 2024\n指标:\n  甲:\n"
    "    {名称: 甲, 单位: 家, 本期: 3, 上年同期: 2}\n"
    "章节:\n  - 正文: 全市乙由412家增加到490家，增长28.9%。\n";

/* Pages from the source in one step are those of the two steps. */
static void
pages_at_once_are_the_same_pages(void **state)
{
    (void)state;
    fixture f = fixture_from(WITH_CHARTS);
    jb_pages *two = jb_pages_from_briefing(f.engine, f.briefing, "briefing",
                                           NULL, f.diags);
    jb_pages *one = jb_pages_from_source(f.engine, f.source, "briefing", NULL,
                                         f.diags);
    assert_non_null(one);
    assert_string_equal(jb_pages_dump(one), jb_pages_dump(two));
    jb_pages_drop(one);
    jb_pages_drop(two);
    fixture_drop(&f);
}

/* What the check finds while the pages are set keeps them back, and what was
 * noticed in setting them. */
static void
pages_at_once_wait_for_the_check(void **state)
{
    (void)state;
    jb_diags *diags = jb_diags_new();
    jb_engine *engine = jb_engine_new(".");
    jb_source *source = jb_source_from_bytes("测试.yaml", CONTRADICTORY,
                                             sizeof CONTRADICTORY - 1);
    assert_null(jb_pages_from_source(engine, source, "briefing", NULL, diags));
    assert_int_equal(jb_diags_count(diags), 1);
    assert_string_equal(jb_diags_at(diags, 0).code, "PROSE_RATE_CONTRADICTS");
    assert_null(jb_pages_from_source(engine, source, "无", NULL, diags));
    assert_int_equal(jb_diags_count(diags), 3);
    jb_source_drop(source);
    jb_engine_drop(engine);
    jb_diags_drop(diags);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_at_once_are_the_same_pages),
        cmocka_unit_test(pages_at_once_wait_for_the_check),
        cmocka_unit_test(an_unknown_layout_is_named),
        cmocka_unit_test(a_layout_of_the_file_is_shown_in_the_file),
        cmocka_unit_test(an_unknown_theme_is_named),
        cmocka_unit_test(a_logo_is_a_picture_with_a_place),
        cmocka_unit_test(an_unknown_chart_is_named),
        cmocka_unit_test(the_only_chart_needs_no_name),
        cmocka_unit_test(an_unknown_role_is_named),
        cmocka_unit_test(a_chart_without_room_is_not_drawn),
        cmocka_unit_test(an_unknown_format_is_named),
        cmocka_unit_test(many_pictures_do_not_fit_standard_output),
        cmocka_unit_test(a_directory_without_layouts_is_named),
        cmocka_unit_test(a_source_over_the_limit_is_refused),
        cmocka_unit_test(every_list_has_entries_that_say_what_they_are),
        cmocka_unit_test(a_briefing_with_errors_has_dumps_but_no_pages),
        cmocka_unit_test(nothing_may_be_dropped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
