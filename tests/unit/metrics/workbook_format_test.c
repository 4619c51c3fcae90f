#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "metrics/workbook_format.h"

static void
assert_shown(const char *code, const char *value, const char *expected)
{
    arena *a = arena_new();
    slice shown = workbook_format_shown(a, workbook_format_from(a, slice_from(code)),
                                    slice_from(value), false);
    assert_string_equal(slice_copy(a, shown).at, expected);
    arena_drop(a);
}

static void
numbers_are_what_the_cell_shows(void **state)
{
    (void)state;
    assert_shown("General", "62.299999999999997", "62.3");
    assert_shown("General", "1286.4", "1286.4");
    assert_shown("0.0", "5.9999999999999998E-2", "0.1");
    assert_shown("0.00", "5", "5.00");
    assert_shown("#,##0.0", "1286.45", "1286.5");
    assert_shown("#,##0.0_);[Red]\\(#,##0.0\\)", "-3.25", "-3.3");
    assert_shown("0.##", "2.5", "2.5");
    assert_shown("0", "2671.4", "2671");
    assert_shown("@", "12.50", "12.5");
}

static void
percentages_are_hundredths(void **state)
{
    (void)state;
    assert_shown("0.00%", "2.8056999999999999", "280.57%");
    assert_shown("0.0%", "-0.065", "-6.5%");
    assert_shown("0%", "0.125", "13%");
    assert_shown("0.0\"%\"", "5.62", "5.6%");
}

/* As people have numbers shown in 万: ten thousand has no comma of its own. */
static void
numbers_are_scaled_as_shown(void **state)
{
    (void)state;
    assert_shown("#,##0,", "1234567", "1235");
    assert_shown("0.00,,", "1234567", "1.23");
    assert_shown("0.00,,", "62.299999999999997", "0.00");
    assert_shown("0.0,\"千元\"", "1234567", "1234.6千元");
    assert_shown("0\\.0,\"万\"", "123456", "12.3万");
    assert_shown("0!.0,万", "123456", "12.3万");
    assert_shown("0\".\"0000", "123456", "12.3456");
    assert_shown("0\\.0,", "-123456", "-12.3");
    assert_shown("[>=100000000]0.00,,\"百万\";[>=10000]0!.0,\"万\";0",
                 "250000000", "250.00百万");
    assert_shown("[>=100000000]0.00,,\"百万\";[>=10000]0!.0,\"万\";0",
                 "25000", "2.5万");
    assert_shown("[>=100000000]0.00,,\"百万\";[>=10000]0!.0,\"万\";0", "12",
                 "12");
}

/* Positive; negative; nought. */
static void
sections_are_chosen_by_the_number(void **state)
{
    (void)state;
    assert_shown("0.0;-0.0;\"—\"", "0", "—");
    assert_shown("0.0;[Red]0.0", "-3.25", "-3.3");
    assert_shown("0.0%;[Red]\\-0.0%", "-0.065", "-6.5%");
    assert_shown("_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "0",
                 "-");
    assert_shown("_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
                 "1286.4", "1286.40");
    assert_shown("#,###", "0", "");
    assert_shown(";;;", "12.5", "");
    assert_shown("0.00;;", "-1", "");
}

/* Units belong to the figure; a currency's sign, a blank do not. */
static void
words_behind_a_number_are_its_unit(void **state)
{
    (void)state;
    assert_shown("0.0\"亿元\"", "62.34", "62.3亿元");
    assert_shown("#,##0\"家\"", "2671", "2671家");
    assert_shown("General\"户\"", "12.5", "12.5户");
    assert_shown("G/通用格式\"元\"", "12.5", "12.5元");
    assert_shown("\"¥\"#,##0.00", "5", "5.00");
    assert_shown("0.0_ ", "5", "5.0");
    assert_shown("0.0\\ \"-\"", "5", "5.0");
    assert_shown("# ?/?", "3.5", "3.5");
    assert_shown("0.00E+00", "12345", "12345");
}

static void
dates_are_days_since_1900(void **state)
{
    (void)state;
    arena *a = arena_new();
    assert_shown("yyyy-mm-dd", "45838", "2025-06-30");
    assert_shown("yyyy\"年\"m\"月\"", "45809", "2025-06");
    assert_shown("[$-804]yyyy\"年\"", "45809", "2025");
    assert_shown("m\"月\"", "45809", "2025-06");
    workbook_format day = workbook_format_builtin(14);
    assert_true(slice_is(workbook_format_shown(a, day, SLICE_OF("44348"), true),
                         "2025-06-02"));
    assert_true(slice_is(workbook_format_shown(a, day, SLICE_OF("60"), false),
                         "1900-02-28"));
    arena_drop(a);
}

static void
what_is_no_number_stays(void **state)
{
    (void)state;
    assert_shown("0.0", "持平", "持平");
    assert_shown("0.0", "", "");
    assert_shown("0.0", "1e400", "1e400");
    assert_shown("0.0", "nan", "nan");
    assert_shown("yyyy-mm-dd", "99999999", "99999999");
}

static void
broken_codes_are_survived(void **state)
{
    (void)state;
    static const char *const codes[] = {"\"", "[", "\\", "_", "0.\"", "*",
                                        "0.0000000000000000000000000", ""};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        arena *a = arena_new();
        workbook_format f = workbook_format_from(a, slice_from(codes[i]));
        workbook_format_shown(a, f, SLICE_OF("1.5"), false);
        arena_drop(a);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_what_the_cell_shows),
        cmocka_unit_test(percentages_are_hundredths),
        cmocka_unit_test(numbers_are_scaled_as_shown),
        cmocka_unit_test(sections_are_chosen_by_the_number),
        cmocka_unit_test(words_behind_a_number_are_its_unit),
        cmocka_unit_test(dates_are_days_since_1900),
        cmocka_unit_test(what_is_no_number_stays),
        cmocka_unit_test(broken_codes_are_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
