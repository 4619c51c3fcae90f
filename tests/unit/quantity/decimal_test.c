#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "quantity/decimal.h"

static jb_decimal
dec(const char *text)
{
    jb_decimal d;
    assert_true(decimal_parse(slice_from(text), &d));
    return d;
}

static void
assert_text(jb_decimal d, const char *expected)
{
    arena *a = arena_new();
    assert_string_equal(decimal_text(a, d).at, expected);
    arena_drop(a);
}

static void
text_round_trips(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "0", "1.050", "-0.04", "280.57", "0.001", "-12345678901234.5",
        "999999999999999999",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_text(dec(texts[i]), texts[i]);
    assert_text(dec("−3.2"), "-3.2");
    assert_text(dec("+7"), "7");
}

static void
malformed_text_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "", "-", ".", ".5", "5.", "1.2.3", "1e5", " 1", "0x10", "nan",
        "99999999999999999999", "1.0000000000000000000",
    };
    jb_decimal d;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(decimal_parse(slice_from(texts[i]), &d));
}

/* The vectors that printf gets wrong, and GB/T 8170's half to even. */
static void
rounding_is_from_the_digits(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int scale;
        const char *half_up, *half_even;
    } rows[] = {
        {"0.25", 1, "0.3", "0.2"},      {"0.35", 1, "0.4", "0.4"},
        {"2.675", 2, "2.68", "2.68"},   {"1.050", 1, "1.1", "1.0"},
        {"8.53459", 2, "8.53", "8.53"}, {"-0.04", 1, "0.0", "0.0"},
        {"-0.25", 1, "-0.3", "-0.2"},   {"-2.5", 0, "-3", "-2"},
        {"9.96", 1, "10.0", "10.0"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        jb_decimal d = dec(rows[i].text);
        assert_text(decimal_round(d, rows[i].scale, DECIMAL_HALF_UP),
                    rows[i].half_up);
        assert_text(decimal_round(d, rows[i].scale, DECIMAL_HALF_EVEN),
                    rows[i].half_even);
    }
}

static void
arithmetic_is_exact(void **state)
{
    (void)state;
    jb_decimal out;
    assert_true(decimal_add(dec("0.1"), dec("0.2"), &out));
    assert_text(out, "0.3");
    assert_true(decimal_sub(dec("62.3"), dec("75"), &out));
    assert_text(out, "-12.7");
    assert_true(decimal_mul(dec("3.51"), dec("-2"), &out));
    assert_text(out, "-7.02");
    assert_true(
        decimal_div(dec("2671"), dec("3.51"), 2, DECIMAL_HALF_UP, &out));
    assert_text(out, "760.97");
    assert_false(decimal_div(dec("1"), dec("0"), 2, DECIMAL_HALF_UP, &out));
    assert_true(decimal_shift(dec("1.78"), 4, &out));
    assert_text(out, "17800");
    assert_true(decimal_shift(dec("6230"), -4, &out));
    assert_text(out, "0.6230");
}

static void
what_does_not_fit_is_refused(void **state)
{
    (void)state;
    jb_decimal out = {7, 0};
    jb_decimal big = dec("999999999999999999");
    assert_false(decimal_mul(big, big, &out));
    assert_false(decimal_shift(big, 3, &out));
    assert_false(decimal_add(big, dec("0.001"), &out));
    assert_int_equal(out.coefficient, 7);
}

/* For generated pairs, rounding a quotient never strays by more than half a
 * unit of the last digit. */
static void
quotients_are_nearest(void **state)
{
    (void)state;
    uint32_t seed = 12345;
    for (int i = 0; i < 20000; i++) {
        seed = seed * 1664525u + 1013904223u;
        jb_decimal a = {(int64_t)(seed >> 8) - 8000000, (int)(seed % 4)};
        seed = seed * 1664525u + 1013904223u;
        jb_decimal b = {(int64_t)(seed >> 12) + 1, (int)(seed % 3)};
        jb_decimal q, back, gap, limit;
        assert_true(decimal_div(a, b, 4, DECIMAL_HALF_UP, &q));
        assert_true(decimal_mul(q, b, &back));
        assert_true(decimal_sub(a, back, &gap));
        assert_true(decimal_mul(b, (jb_decimal){5, 5}, &limit));
        assert_true(decimal_compare(decimal_abs(gap), limit) <= 0);
    }
}

static void
intervals_hold_what_rounds_to_them(void **state)
{
    (void)state;
    jb_interval i = decimal_interval(dec("62.3"));
    assert_text(i.low, "62.25");
    assert_text(i.high, "62.35");
}

static void
the_smallest_decimal_stays_as_it_is(void **state)
{
    (void)state;
    jb_decimal tiny = {1, DECIMAL_SCALE_MAX}, out;
    assert_true(decimal_shift(tiny, 0, &out));
    assert_int_equal(out.coefficient, 1);
    assert_int_equal(out.scale, DECIMAL_SCALE_MAX);
    assert_false(decimal_shift(tiny, -1, &out));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_smallest_decimal_stays_as_it_is),
        cmocka_unit_test(text_round_trips),
        cmocka_unit_test(malformed_text_is_refused),
        cmocka_unit_test(rounding_is_from_the_digits),
        cmocka_unit_test(arithmetic_is_exact),
        cmocka_unit_test(what_does_not_fit_is_refused),
        cmocka_unit_test(quotients_are_nearest),
        cmocka_unit_test(intervals_hold_what_rounds_to_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
