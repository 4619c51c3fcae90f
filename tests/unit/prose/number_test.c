#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "prose/number.h"

static jb_decimal
decimal_of(const char *text)
{
    jb_decimal d = {0, 0};
    assert_true(decimal_parse(slice_from(text), &d));
    return d;
}

static void
digits_stay_as_written(void **state)
{
    (void)state;
    static const char *const rows[][3] = {
        {"2671", "2671", "+2671"},     {"62.50", "62.50", "+62.50"},
        {"-6.5", "−6.5", "−6.5"},      {"0", "0", "0"},
        {"-0.0", "0.0", "0.0"},        {"1.050", "1.050", "+1.050"},
    };
    arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_string_equal(number_text(a, decimal_of(rows[i][0])).at,
                            rows[i][1]);
        assert_string_equal(number_signed(a, decimal_of(rows[i][0])).at,
                            rows[i][2]);
    }
    arena_drop(a);
}

/* −0.04 at one decimal is 0.0, never −0.0. */
static void
rounding_leaves_no_negative_zero(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_decimal d = decimal_round(decimal_of("-0.04"), 1, DECIMAL_HALF_UP);
    assert_string_equal(number_text(a, d).at, "0.0");
    arena_drop(a);
}

static void
chinese_numerals_count(void **state)
{
    (void)state;
    static const struct { int n; const char *text; } rows[] = {
        {0, "零"},        {1, "一"},         {10, "十"},
        {11, "十一"},     {20, "二十"},      {21, "二十一"},
        {100, "一百"},    {101, "一百零一"}, {110, "一百一十"},
        {1001, "一千零一"}, {1010, "一千零一十"}, {2022, "二千零二十二"},
        {10000, "10000"}, {-1, "-1"},
    };
    arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(number_chinese(a, rows[i].n).at, rows[i].text);
    arena_drop(a);
}

static void
circled_numbers_go_to_fifty(void **state)
{
    (void)state;
    static const struct { int n; const char *text; } rows[] = {
        {1, "①"}, {20, "⑳"}, {21, "㉑"}, {35, "㉟"}, {36, "㊱"},
        {50, "㊿"}, {51, "[51]"},
    };
    arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(number_circled(a, rows[i].n).at, rows[i].text);
    arena_drop(a);
}

static void
scaling_leaves_what_is_read(void **state)
{
    (void)state;
    static const char *const rows[][4] = {
        {"9860", "辆", "9860", "辆"},
        {"12860", "辆", "1.286", "万辆"},
        {"-38215", "家", "−3.8215", "万家"},
        {"12345.6", "亿元", "1.23456", "万亿元"},
        {"123456789", "人", "1.23", "亿人"},
        {"123456", "元", "12.3456", "万元"},
        {"850000000", "元", "8.5", "亿元"}, {"850000", "万元", "85", "亿元"},
        {"100000", "%", "100000", "%"},
    };
    arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        jb_quantity q = {.value = decimal_of(rows[i][0]),
                         .unit = unit_from(slice_from(rows[i][1]))};
        jb_quantity scaled = number_scaled(a, q);
        assert_string_equal(number_text(a, scaled.value).at, rows[i][2]);
        assert_true(slice_is(scaled.unit.name, rows[i][3]));
    }
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits_stay_as_written),
        cmocka_unit_test(rounding_leaves_no_negative_zero),
        cmocka_unit_test(chinese_numerals_count),
        cmocka_unit_test(circled_numbers_go_to_fifty),
        cmocka_unit_test(scaling_leaves_what_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
