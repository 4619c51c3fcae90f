#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "chart/options.h"

static const int taken[] = {OPTION_ORIENTATION, OPTION_SORT};

static bool
read_option(slice key, slice value, chart_options *out, jb_diags *diags)
{
    chart_option option = {key, value, {NULL, 0, 0}};
    chart_spec spec = {.kind = SLICE("growth"), .options = &option,
                       .n_options = 1};
    return chart_options_from(&spec, taken, 2, out, diags);
}

static void
either_language_is_understood(void **state)
{
    (void)state;
    jb_diags *diags = diags_new();
    chart_options options;
    assert_true(read_option(SLICE_OF("sort"), SLICE_OF("value"), &options,
                            diags));
    assert_int_equal(options.chosen[OPTION_SORT], SORT_VALUE);
    assert_int_equal(options.chosen[OPTION_ORIENTATION], ORIENTATION_AUTO);
    assert_true(read_option(SLICE_OF("方向"), SLICE_OF("纵向"), &options,
                            diags));
    assert_int_equal(options.chosen[OPTION_ORIENTATION],
                     ORIENTATION_VERTICAL);
    assert_int_equal(diags_count(diags), 0);
    diags_drop(diags);
}

static void
unknown_key_names_those_that_are_taken(void **state)
{
    (void)state;
    jb_diags *diags = diags_new();
    chart_options options;
    assert_false(read_option(SLICE_OF("断轴"), SLICE_OF("否"), &options,
                             diags));
    assert_ptr_equal(diags_at(diags, 0)->kind, &CHART_OPTION_UNKNOWN);
    assert_true(slice_is(diags_at(diags, 0)->hint,
                         "可用的选项有：方向、排序。"));
    diags_drop(diags);
}

static void
bad_word_names_the_choices(void **state)
{
    (void)state;
    jb_diags *diags = diags_new();
    chart_options options;
    assert_false(read_option(SLICE_OF("方向"), SLICE_OF("斜"), &options,
                             diags));
    assert_ptr_equal(diags_at(diags, 0)->kind, &CHART_OPTION_BAD);
    assert_true(slice_is(diags_at(diags, 0)->hint,
                         "可以写：自动、横向、纵向。"));
    assert_int_equal(options.chosen[OPTION_ORIENTATION], 0);
    assert_false(read_option(SLICE_OF("方向"), SLICE_OF(""), &options,
                             diags));
    diags_drop(diags);
}

static void
kind_without_options_says_so(void **state)
{
    (void)state;
    jb_diags *diags = diags_new();
    chart_option option = {SLICE("方向"), SLICE("横向"), {NULL, 0, 0}};
    chart_spec spec = {.kind = SLICE("cards"), .options = &option,
                       .n_options = 1};
    chart_options options;
    assert_false(chart_options_from(&spec, NULL, 0, &options, diags));
    assert_ptr_equal(diags_at(diags, 0)->kind, &CHART_OPTION_NONE);
    diags_drop(diags);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(either_language_is_understood),
        cmocka_unit_test(unknown_key_names_those_that_are_taken),
        cmocka_unit_test(bad_word_names_the_choices),
        cmocka_unit_test(kind_without_options_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
