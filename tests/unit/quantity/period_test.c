#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "quantity/quantity.h"

static void
periods_are_read_and_named(void **state)
{
    (void)state;
    static const struct {
        const char *text, *name;
        int months;
    } rows[] = {
        {"2022", "2022年", 12},
        {"2022年", "2022年", 12},
        {"2022Q3", "2022年三季度", 3},
        {"2022年第3季度", "2022年三季度", 3},
        {"2022年前三季度", "2022年1—9月", 9},
        {"2022H1", "2022年上半年", 6},
        {"2022年下半年", "2022年下半年", 6},
        {"2022-10", "2022年10月", 1},
        {"2022年10月", "2022年10月", 1},
        {"2022-01..2022-10", "2022年1—10月", 10},
        {"2022年1—10月", "2022年1—10月", 10},
        {"2022年1-10月份", "2022年1—10月", 10},
        {"2022年前10个月", "2022年1—10月", 10},
        {"2016..2020", "2016—2020年", 60},
        {"2021-11..2022-02", "2021年11月—2022年2月", 4},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arena *a = arena_new();
        jb_period p;
        assert_true(period_parse(slice_from(rows[i].text), &p));
        assert_string_equal(period_name(a, p).at, rows[i].name);
        assert_int_equal(period_months(p), rows[i].months);
        arena_drop(a);
    }
}

static void
what_is_no_period_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "", "22", "2022-13", "2022Q5", "2022年13月", "2022-05..2022-03",
        "2022年四十月", "明年", "2022-10-01", "2022年1—", "2022年前",
    };
    jb_period p;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(period_parse(slice_from(texts[i]), &p));
}

static void
dates_are_real_days(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_date d;
    assert_true(date_parse(SLICE_OF("2022年11月14日"), &d));
    assert_string_equal(date_name(a, d).at, "2022年11月14日");
    assert_true(date_parse(SLICE_OF("2024-02-29"), &d));
    assert_false(date_parse(SLICE_OF("2022-02-29"), &d));
    assert_false(date_parse(SLICE_OF("2022年1114日"), &d));
    assert_false(date_parse(SLICE_OF("2022-11"), &d));
    arena_drop(a);
}

static void
the_year_before_keeps_the_months(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_period p;
    assert_true(period_parse(SLICE_OF("2022-01..2022-10"), &p));
    assert_string_equal(period_name(a, period_year_before(p)).at,
                        "2021年1—10月");
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(periods_are_read_and_named),
        cmocka_unit_test(what_is_no_period_is_refused),
        cmocka_unit_test(dates_are_real_days),
        cmocka_unit_test(the_year_before_keeps_the_months),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
