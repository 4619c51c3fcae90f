#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/diag.h"

static const diag_kind row_error = {"E", DIAG_ERROR, "{1}在{0}，{x} {9}",
                                    "改{0}。"};
static const diag_kind row_note = {"N", DIAG_NOTE, "注{0}", ""};

static void
arguments_fill_their_places(void **state)
{
    (void)state;
    jb_diags *d = diags_new();
    diag_report(d, &row_error, SPAN_NONE, SLICE_OF("甲"), SLICE_OF("{0}"));
    diag_report(d, &row_note, SPAN_NONE);
    assert_string_equal(diags_at(d, 0)->message.at, "{0}在甲，{x} {9}");
    assert_string_equal(diags_at(d, 0)->hint.at, "改甲。");
    assert_string_equal(diags_at(d, 1)->message.at, "注");
    assert_int_equal(diags_count_of(d, DIAG_ERROR), 1);
    assert_true(diags_has_errors(d));
    diags_drop(d);
}

static void
arguments_are_copied(void **state)
{
    (void)state;
    jb_diags *d = diags_new();
    char text[] = "甲";
    diag_report(d, &row_note, SPAN_NONE, slice_from(text));
    diags_relate(d, SPAN_NONE, slice_from(text));
    text[0] = 'x';
    assert_string_equal(diags_at(d, 0)->message.at, "注甲");
    assert_true(slice_is(diags_at(d, 0)->related_note, "甲"));
    diags_drop(d);
}

static void
taken_findings_outlive_their_list(void **state)
{
    (void)state;
    jb_diags *d = diags_new(), *from = diags_new();
    diag_report(d, &row_note, SPAN_NONE, SLICE_OF("一"));
    diag_report(from, &row_error, SPAN_NONE, SLICE_OF("甲"), SLICE_OF("乙"));
    diags_take(d, from);
    assert_int_equal(diags_count(d), 2);
    assert_string_equal(diags_at(d, 1)->message.at, "乙在甲，{x} {9}");
    assert_true(diags_has_errors(d));
    diags_drop(d);
}

static void
findings_are_sorted_and_repeats_removed(void **state)
{
    (void)state;
    jb_source *first = source_from_bytes(SLICE_OF("a"), SLICE_OF("0123"));
    jb_source *second = source_from_bytes(SLICE_OF("b"), SLICE_OF("0123"));
    jb_diags *d = diags_new();
    diag_report(d, &row_note, SPAN_NONE, SLICE_OF("无处"));
    diag_report(d, &row_note, span_of(second, 0, 1), SLICE_OF("乙"));
    diag_report(d, &row_note, span_of(first, 2, 3), SLICE_OF("后"));
    diag_report(d, &row_note, span_of(first, 1, 2), SLICE_OF("前"));
    diags_relate(d, span_of(first, 3, 4), SLICE_OF("另"));
    diag_report(d, &row_error, span_of(first, 2, 3), SLICE_OF("重"));
    diag_report(d, &row_note, span_of(first, 2, 3), SLICE_OF("后"));
    diags_sort(d);
    static const char *const order[] = {"注前", "在重，{x} {9}", "注后", "注乙",
                                        "注无处"};
    assert_int_equal(diags_count(d), 5);
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(diags_at(d, i)->message.at, order[i]);
    assert_int_equal(diags_at(d, 0)->related.first, 3);
    diags_drop(d);
    source_drop(first);
    source_drop(second);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arguments_fill_their_places),
        cmocka_unit_test(arguments_are_copied),
        cmocka_unit_test(taken_findings_outlive_their_list),
        cmocka_unit_test(findings_are_sorted_and_repeats_removed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
