#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>

#include "chart/axis.h"

static void
assert_axis(chart_axis axis, const char *expected)
{
    arena *a = arena_new();
    slice_builder b = {.arena = a};
    for (int i = axis.first; i <= axis.last; i++) {
        builder_add_text(&b, i > axis.first ? " " : "");
        builder_add(&b, axis_tick_text(a, &axis, i));
    }
    assert_string_equal(builder_slice(&b).at, expected);
    arena_drop(a);
}

static void
ticks_are_round_numbers(void **state)
{
    (void)state;
    assert_axis(axis_from(0, 75, 5), "0 20 40 60 80");
    assert_axis(axis_from(0, 2671, 4), "0 1000 2000 3000");
    assert_axis(axis_from(0, 0.03, 4), "0 0.01 0.02 0.03");
    assert_axis(axis_from(0, 1, 5), "0 0.2 0.4 0.6 0.8 1.0");
    assert_axis(axis_from(0, 10, 5), "0 2 4 6 8 10");
}

static void
short_side_ends_at_its_values(void **state)
{
    (void)state;
    chart_axis axis = axis_from(-69.1, 4502.1, 5);
    assert_axis(axis, "0 1000 2000 3000 4000 5000");
    assert_true(axis.low == -69.1);
    axis = axis_from(-7.8, 2.7, 5);
    assert_axis(axis, "−8 −6 −4 −2 0 2");
    assert_true(axis.high == 2.7);
    assert_axis(axis_from(-5.4, 13.7, 5), "−5 0 5 10 15");
}

/* A bar of 106 has not half the length for a tick at 200. */
static void
few_ticks_end_near_the_values(void **state)
{
    (void)state;
    chart_axis axis = {0, 200, {100, 0}, 0, 2, 106};
    axis = axis_trimmed(axis);
    assert_axis(axis, "0 100");
    assert_true(axis.high == 106);
    axis = (chart_axis){0, 200, {200, 0}, 0, 1, 106};
    assert_axis(axis_trimmed(axis), "0 100");
    axis = (chart_axis){0, 3000, {1000, 0}, 0, 3, 2671};
    assert_axis(axis_trimmed(axis), "0 1000 2000 3000");
    axis = (chart_axis){-3, 20, {10, 0}, 0, 2, 12};
    assert_axis(axis_trimmed(axis), "0 10 20");
    axis = (chart_axis){0, 50, {10, 0}, 0, 5, 41};
    assert_axis(axis_trimmed(axis), "0 10 20 30 40 50");
}

static void
loose_encloses_both_sides(void **state)
{
    (void)state;
    assert_axis(axis_from_loose(-5.4, 13.7, 5), "−10 −5 0 5 10 15");
}

static void
nothing_to_show_has_zero_alone(void **state)
{
    (void)state;
    assert_axis(axis_from(0, 0, 5), "0");
    assert_axis(axis_from(0, 1e18, 5), "0");
    assert_axis(axis_from(5, 3, 4), "0 1 2 3"); /* zero is inside */
}

/* A small generator of our own: the same values on every machine. */
static double
next_value(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    double mantissa = (double)(*seed >> 33) / (double)(1u << 31);
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return mantissa * pow(10, (int)((*seed >> 33) % 17) - 3);
}

static void
every_domain_is_enclosed_and_has_zero(void **state)
{
    (void)state;
    uint64_t seed = 7;
    arena *a = arena_new();
    for (int i = 0; i < 20000; i++) {
        double low = i % 3 == 0 ? 0 : -next_value(&seed);
        double high = i % 3 == 1 ? 0 : next_value(&seed);
        chart_axis axis = axis_from(low, high, 2 + i % 6);
        double step = axis_tick_value(&axis, 1);
        assert_true(axis.first <= 0 && axis.last >= 0);
        assert_true(axis.low <= low && axis.high >= high);
        assert_true(axis.last - axis.first < 40);
        /* the longer side is enclosed, and not by more than one step */
        if (high >= -low)
            assert_true(axis.last * step >= high * (1 - 1e-9) &&
                        (axis.last - 1) * step <= high);
        else
            assert_true(axis.first * step <= low * (1 - 1e-9) &&
                        (axis.first + 1) * step >= low);
        assert_string_equal(axis_tick_text(a, &axis, 0).at, "0");
    }
    arena_drop(a);
}

/* Counts have no half ones: 0, 1, 2, 3 and not 0.5 between. */
static void
whole_numbers_have_whole_ticks(void **state)
{
    (void)state;
    uint64_t seed = 11;
    chart_axis three = axis_from_whole(0, 3, 6);
    assert_int_equal(three.last, 3);
    for (int i = 0; i < 5000; i++) {
        double high = 1 + floor(fmod(next_value(&seed), 1e6));
        double low = i % 2 == 0 ? 0 : -floor(fmod(next_value(&seed), 1e3));
        chart_axis axis = axis_from_whole(low, high, 2 + i % 6);
        double step = axis_tick_value(&axis, 1);
        assert_true(step >= 1 && step == floor(step));
        assert_true(axis.low <= low && axis.high >= high);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticks_are_round_numbers),
        cmocka_unit_test(short_side_ends_at_its_values),
        cmocka_unit_test(few_ticks_end_near_the_values),
        cmocka_unit_test(loose_encloses_both_sides),
        cmocka_unit_test(nothing_to_show_has_zero_alone),
        cmocka_unit_test(whole_numbers_have_whole_ticks),
        cmocka_unit_test(every_domain_is_enclosed_and_has_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
