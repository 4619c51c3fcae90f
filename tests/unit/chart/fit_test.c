#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "chart/fit.h"

static double
need_at(const fit_item *items, size_t n, double k)
{
    double low = 0, high = 0;
    for (size_t i = 0; i < n; i++) {
        low = fmax(low, items[i].before - k * items[i].value);
        high = fmax(high, items[i].after + k * items[i].value);
    }
    return low + high;
}

static void
label_beyond_the_longest_bar_sets_the_scale(void **state)
{
    (void)state;
    fit_item items[] = {{10, 0, 2000}, {5, 0, 4000}};
    chart_fit fit = fit_within(items, 2, 12002);
    assert_true(fit.is_possible);
    assert_int_equal(fit.zero, 0);
    assert_true(fabs(fit.k - 1000) < 1e-6);
    assert_int_equal(fit_at(&fit, 5), 5000);
}

static void
wide_label_of_a_short_bar_counts(void **state)
{
    (void)state;
    fit_item items[] = {{10, 0, 100}, {9, 0, 5000}};
    chart_fit fit = fit_within(items, 2, 14002);
    assert_true(fabs(fit.k - 1000) < 1e-6);
}

static void
labels_alone_may_be_too_wide(void **state)
{
    (void)state;
    fit_item items[] = {{10, 0, 9000}, {-1, 9000, 0}};
    assert_false(fit_within(items, 2, 12000).is_possible);
    assert_false(fit_from_zero(items, 2, 12000, 3000).is_possible);
}

static void
no_value_has_no_scale(void **state)
{
    (void)state;
    fit_item items[] = {{0, 0, 500}, {0, 300, 0}};
    chart_fit fit = fit_within(items, 2, 10000);
    assert_true(fit.is_possible);
    assert_true(fit.k == 0);
    assert_int_equal(fit.zero, 300);
}

/* The scale is the greatest: everything fits, and hardly more would not. */
static void
scale_is_the_greatest_that_fits(void **state)
{
    (void)state;
    uint32_t seed = 1;
    for (int round = 0; round < 3000; round++) {
        fit_item items[40];
        size_t n = 1 + (size_t)round % 40;
        for (size_t i = 0; i < n; i++) {
            seed = seed * 1664525u + 1013904223u;
            items[i].value = ((int)(seed >> 8) % 20001 - 10000) / 7.0;
            items[i].before = items[i].value < 0 ? (jb_len)(seed % 9000) : 0;
            items[i].after = items[i].value > 0 ? (jb_len)(seed % 9000) : 0;
        }
        jb_len length = 60000;
        chart_fit fit = fit_within(items, n, length);
        assert_true(fit.is_possible);
        assert_true(need_at(items, n, fit.k) <= length);
        if (fit.k > 0)
            assert_true(need_at(items, n, fit.k * 1.001) > length - 40);
        for (size_t i = 0; i < n; i++) {
            jb_len at = fit_at(&fit, items[i].value);
            assert_true(at - items[i].before >= 0);
            assert_true(at + items[i].after <= length);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(label_beyond_the_longest_bar_sets_the_scale),
        cmocka_unit_test(wide_label_of_a_short_bar_counts),
        cmocka_unit_test(labels_alone_may_be_too_wide),
        cmocka_unit_test(no_value_has_no_scale),
        cmocka_unit_test(scale_is_the_greatest_that_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
