#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "sample.h"

static decimal_step
half_up(int scale)
{
    return (decimal_step){scale, DECIMAL_HALF_UP};
}

static void
check_text(arena *a, jb_decimal d, const char *expected)
{
    assert_string_equal(decimal_text(a, d).at, expected);
}

/* Outcomes by the signs of the two levels, in money. */
static void
outcome_follows_the_signs(void **state)
{
    (void)state;
    static const struct {
        const char *now, *before;
        metrics_change_kind kind;
    } rows[] = {
        {"120", "100", CHANGE_RATE},
        {"80", "100", CHANGE_RATE},
        {"0", "100", CHANGE_RATE},
        {"-1", "100", CHANGE_TURNED_LOSS},
        {"1", "-1", CHANGE_TURNED_PROFIT},
        {"0", "-1", CHANGE_LOSS_NARROWED},
        {"-2.3", "-5.4", CHANGE_LOSS_NARROWED},
        {"-1.9", "-1.2", CHANGE_LOSS_WIDENED},
        {"-1.2", "-1.20", CHANGE_FLAT},
        {"3", "0", CHANGE_NET_NEW},
        {"0", "0.0", CHANGE_FLAT},
        {"-3", "0", CHANGE_INCOMPARABLE},
        {"62.50", "62.50", CHANGE_FLAT},
        {"100.04", "100.00", CHANGE_FLAT}, /* 0.04% rounds to 0.0% */
        {"99.96", "100.00", CHANGE_FLAT},  /* never -0.0% */
        {"100.05", "100.00", CHANGE_RATE}, /* 0.05% rounds to 0.1% */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        fact_growth g = growth_from_levels(level_of(rows[i].now, "亿元"),
                                           level_of(rows[i].before, "亿元"),
                                           half_up(1));
        if (g.kind != rows[i].kind)
            fail_msg("%s over %s: kind %d, not %d", rows[i].now,
                     rows[i].before, g.kind, rows[i].kind);
    }
}

static void
percents_change_by_points(void **state)
{
    (void)state;
    arena *a = arena_new();
    fact_growth g = growth_from_levels(level_of("5.0", "%"),
                                       level_of("5.2", "%"), half_up(1));
    assert_int_equal(g.kind, CHANGE_POINTS);
    check_text(a, g.rate, "-0.2");
    g = growth_from_levels(level_of("18.2", "%"), level_of("20.8", "%"), half_up(1));
    check_text(a, g.rate, "-2.6");
    g = growth_from_levels(level_of("92.3", "%"), level_of("92.3", "%"), half_up(1));
    assert_int_equal(g.kind, CHANGE_FLAT);
    arena_drop(a);
}

/* GB/T 8170-2008 3.2: a five with nothing behind it goes to the even digit. */
static void
ties_may_go_to_the_even_digit(void **state)
{
    (void)state;
    static const struct {
        const char *now, *up, *even;
    } rows[] = {
        {"1002.5", "0.3", "0.2"},  {"1003.5", "0.4", "0.4"},
        {"1002.51", "0.3", "0.3"}, {"997.5", "-0.3", "-0.2"},
        {"1000.5", "0.1", "0.0"},
    };
    arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        jb_quantity now = level_of(rows[i].now, "亿元");
        jb_quantity before = level_of("1000", "亿元");
        check_text(a, growth_from_levels(now, before, half_up(1)).rate,
                   rows[i].up);
        check_text(a,
                   growth_from_levels(now, before,
                                      (decimal_step){1, DECIMAL_HALF_EVEN})
                       .rate,
                   rows[i].even);
    }
    arena_drop(a);
}

/* charts.md T3 and the Anhui table: rounded once, half away from zero. */
static void
rates_are_rounded_once(void **state)
{
    (void)state;
    static const struct {
        const char *now, *before, *rate;
        int scale;
    } rows[] = {
        {"100.25", "100", "0.3", 1},   {"100.35", "100", "0.4", 1},
        {"102.675", "100", "2.68", 2}, {"101.050", "100", "1.1", 1},
        {"99.75", "100", "-0.3", 1},   {"108.53459", "100", "8.53", 2},
        {"412.7", "384.1", "7.4", 1},  {"12860", "312", "4021.8", 1},
        {"538.2", "575.6", "-6.5", 1}, {"74.3", "107.7", "-31.0", 1},
    };
    arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        fact_growth g = growth_from_levels(level_of(rows[i].now, "亿元"),
                                           level_of(rows[i].before, "亿元"),
                                           half_up(rows[i].scale));
        check_text(a, g.rate, rows[i].rate);
    }
    arena_drop(a);
}

/* What is drawn and compared is the ratio itself, not its rounding. */
static void
the_exact_rate_is_kept(void **state)
{
    (void)state;
    static const struct {
        const char *now, *before, *rate, *exact;
    } rows[] = {
        {"8.2", "8", "2.5", "2.5"},
        {"1002.5", "1000", "0.3", "0.25"},
        {"100.05", "100", "0.1", "0.05"},
        {"4", "3", "33.3", "33.333333"},
    };
    arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        jb_quantity now = level_of(rows[i].now, "亿元");
        jb_quantity before = level_of(rows[i].before, "亿元");
        fact_growth g = growth_from_levels(
            now, before, growth_step_of(now, before, DECIMAL_HALF_UP));
        check_text(a, g.rate, rows[i].rate);
        check_text(a, g.exact, rows[i].exact);
    }
    arena_drop(a);
}

/* One decimal however few digits the levels have; none about a level. */
static void
only_approximate_levels_take_the_decimal(void **state)
{
    (void)state;
    jb_quantity eight = level_of("8", "亿元"), seven = level_of("7", "亿元");
    assert_int_equal(growth_step_of(eight, seven, DECIMAL_HALF_UP).scale, 1);
    eight.bound = BOUND_APPROXIMATE;
    assert_int_equal(growth_step_of(eight, seven, DECIMAL_HALF_UP).scale, 0);
    assert_int_equal(growth_step_of(seven, eight, DECIMAL_HALF_UP).scale, 0);
}

static void
previous_comes_from_value_and_rate(void **state)
{
    (void)state;
    static const struct {
        const char *now, *unit, *rate, *previous, *exact;
    } rows[] = {
        {"2671", "家", "251", "761", "760.97"},
        {"75", "亿元", "280.57", "19.7", "19.707"},
        {"62.3", "亿元", "-6.5", "66.6", "66.631"},
        {"1.78", "亿元", "100", "0.89", "0.8900"},
    };
    arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        jb_quantity previous;
        jb_decimal exact;
        assert_true(growth_previous(level_of(rows[i].now, rows[i].unit),
                                    rate_of(rows[i].rate), &previous,
                                    &exact));
        check_text(a, previous.value, rows[i].previous);
        check_text(a, exact, rows[i].exact);
        assert_true(previous.is_derived);
        assert_int_equal(previous.bound, BOUND_APPROXIMATE);
    }
    arena_drop(a);
}

static void
previous_of_a_percent_comes_from_points(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_quantity previous;
    jb_decimal exact;
    assert_true(growth_previous(level_of("58.3", "%"), points_of("-1.5"),
                                &previous, &exact));
    check_text(a, previous.value, "59.8");
    assert_false(growth_previous(level_of("58.3", "%"), rate_of("5"),
                                 &previous, &exact));
    arena_drop(a);
}

static void
no_previous_without_a_positive_base(void **state)
{
    (void)state;
    jb_quantity previous;
    jb_decimal exact;
    assert_false(growth_previous(level_of("12", "家"), rate_of("-100"),
                                 &previous, &exact));
    assert_false(growth_previous(level_of("-2", "亿元"), rate_of("10"),
                                 &previous, &exact));
    assert_false(growth_previous(level_of("0", "亿元"), rate_of("10"),
                                 &previous, &exact));
}

/* Counts are exact, so 251.0% of 761 is right and 251.9% is not. */
static void
stated_growth_is_held_against_the_levels(void **state)
{
    (void)state;
    jb_quantity now = level_of("2671", "家");
    jb_quantity before = level_of("761", "家");
    assert_true(growth_agrees(rate_of("251"), now, before));
    assert_true(growth_agrees(rate_of("251.0"), now, before));
    assert_true(growth_agrees(rate_of("250.99"), now, before));
    assert_false(growth_agrees(rate_of("251.9"), now, before));
    assert_false(growth_agrees(rate_of("252"), now, before));
    assert_false(growth_agrees(rate_of("-251"), now, before));
}

/* 1.8 over 1.6 may be 1.75/1.65 = 6.1% to 1.85/1.55 = 19.4%. */
static void
roundings_of_both_levels_count(void **state)
{
    (void)state;
    jb_quantity now = level_of("1.8", "亿元");
    jb_quantity before = level_of("1.6", "亿元");
    assert_true(growth_agrees(rate_of("6.1"), now, before));
    assert_true(growth_agrees(rate_of("19.4"), now, before));
    assert_false(growth_agrees(rate_of("5.9"), now, before));
    assert_false(growth_agrees(rate_of("19.5"), now, before));
}

static void
open_bounds_leave_growth_open(void **state)
{
    (void)state;
    jb_quantity now = bounded_of("75", "亿元", BOUND_ABOVE);
    jb_quantity before = level_of("19.7", "亿元");
    assert_true(growth_agrees(rate_of("280.57"), now, before));
    assert_true(growth_agrees(rate_of("400"), now, before));
    assert_false(growth_agrees(rate_of("200"), now, before));
}

/* Numbers behind the print: a true level with nine digits, printed rounded,
 * and the growth printed from the true levels. It is never refused. */
static void
growth_from_true_levels_is_never_refused(void **state)
{
    (void)state;
    uint64_t seed = 20221118;
    for (int i = 0; i < 20000; i++) {
        jb_decimal now = {1 + next_below(&seed, 999999999), 6};
        jb_decimal before = {1 + next_below(&seed, 999999999), 6};
        int scale = (int)next_below(&seed, 4);
        int rate_scale = (int)next_below(&seed, 3);
        jb_quantity a = level_of("1", "亿元"), b = a;
        a.value = decimal_round(now, scale, DECIMAL_HALF_UP);
        b.value = decimal_round(before, scale, DECIMAL_HALF_UP);
        if (decimal_sign(b.value) <= 0)
            continue;
        jb_quantity exact_now = a, exact_before = b;
        exact_now.value = now;
        exact_before.value = before;
        fact_growth g =
                growth_from_levels(exact_now, exact_before, half_up(rate_scale));
        metrics_change stated = {.kind = CHANGE_RATE, .rate = g.rate};
        if (!growth_agrees(stated, a, b))
            fail_msg("case %d was refused", i);
    }
}

/* A rate that lies beyond the allowed ends by more than its own rounding and
 * that of the ends is always refused. */
static void
growth_off_the_interval_is_always_refused(void **state)
{
    (void)state;
    uint64_t seed = 280570;
    for (int i = 0; i < 20000; i++) {
        int scale = (int)next_below(&seed, 3);
        jb_quantity a = level_of("1", "亿元"), b = a;
        a.value = (jb_decimal){1 + next_below(&seed, 99999), scale};
        b.value = (jb_decimal){1 + next_below(&seed, 99999), scale};
        fact_growth g = growth_from_levels(a, b, half_up(1));
        if (g.kind != CHANGE_RATE || decimal_sign(g.allowed.high) == 0)
            continue;
        jb_decimal step = {7, 2}, above, below; /* 0.05 + 0.01 + 0.01 */
        decimal_add(g.allowed.high, step, &above);
        decimal_sub(g.allowed.low, step, &below);
        metrics_change high = {.kind = CHANGE_RATE,
                               .rate = decimal_round(above, 1,
                                                     DECIMAL_HALF_UP)};
        metrics_change low = {.kind = CHANGE_RATE,
                              .rate = decimal_round(below, 1,
                                                    DECIMAL_HALF_UP)};
        /* Rounding may bring it back by half a unit; one unit more is out. */
        decimal_add(high.rate, (jb_decimal){1, 1}, &high.rate);
        decimal_sub(low.rate, (jb_decimal){1, 1}, &low.rate);
        if (growth_agrees(high, a, b) || growth_agrees(low, a, b))
            fail_msg("case %d was accepted", i);
    }
}

static void
bounds_combine(void **state)
{
    (void)state;
    assert_int_equal(growth_bound(BOUND_ABOVE, BOUND_EXACT), BOUND_ABOVE);
    assert_int_equal(growth_bound(BOUND_EXACT, BOUND_AT_LEAST),
                     BOUND_AT_MOST);
    assert_int_equal(growth_bound(BOUND_EXACT, BOUND_AT_MOST),
                     BOUND_AT_LEAST);
    assert_int_equal(growth_bound(BOUND_ABOVE, BOUND_AT_MOST),
                     BOUND_AT_LEAST);
    assert_int_equal(growth_bound(BOUND_APPROXIMATE, BOUND_EXACT),
                     BOUND_APPROXIMATE);
    assert_int_equal(growth_bound(BOUND_AT_LEAST, BOUND_APPROXIMATE),
                     BOUND_AT_LEAST);
    assert_true(growth_is_open(BOUND_ABOVE, BOUND_ABOVE));
    assert_true(growth_is_open(BOUND_AT_MOST, BOUND_AT_MOST));
    assert_false(growth_is_open(BOUND_ABOVE, BOUND_AT_MOST));
    assert_false(growth_is_open(BOUND_EXACT, BOUND_EXACT));
    assert_int_equal(growth_bound(BOUND_EXACT, BOUND_EXACT), BOUND_EXACT);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(outcome_follows_the_signs),
        cmocka_unit_test(percents_change_by_points),
        cmocka_unit_test(rates_are_rounded_once),
        cmocka_unit_test(the_exact_rate_is_kept),
        cmocka_unit_test(only_approximate_levels_take_the_decimal),
        cmocka_unit_test(ties_may_go_to_the_even_digit),
        cmocka_unit_test(previous_comes_from_value_and_rate),
        cmocka_unit_test(previous_of_a_percent_comes_from_points),
        cmocka_unit_test(no_previous_without_a_positive_base),
        cmocka_unit_test(stated_growth_is_held_against_the_levels),
        cmocka_unit_test(roundings_of_both_levels_count),
        cmocka_unit_test(open_bounds_leave_growth_open),
        cmocka_unit_test(growth_from_true_levels_is_never_refused),
        cmocka_unit_test(growth_off_the_interval_is_always_refused),
        cmocka_unit_test(bounds_combine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
