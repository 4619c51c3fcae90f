#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "chart/outlier.h"

#define N(values) (sizeof(values) / sizeof *(values))

static void
one_far_above_is_an_outlier(void **state)
{
    (void)state;
    arena *a = arena_new();
    double limit = 0;
    double values[] = {5.9, -69.1, 4502.1, 13.7, 25.2};
    assert_true(outlier_limit(a, values, N(values), &limit));
    assert_true(limit == 69.1);
    arena_drop(a);
}

static void
tall_bars_are_drawn_whole(void **state)
{
    (void)state;
    arena *a = arena_new();
    double limit = 0;
    double near[] = {5, 10, 60, -70};
    assert_false(outlier_limit(a, near, N(near), &limit));
    double two[] = {1, 1000};
    assert_false(outlier_limit(a, two, N(two), &limit));
    double half[] = {1, 2, 1000, 1001};
    assert_false(outlier_limit(a, half, N(half), &limit));
    double zeros[] = {0, 0, 0, 5};
    assert_false(outlier_limit(a, zeros, N(zeros), &limit));
    assert_false(outlier_limit(a, NULL, 0, &limit));
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_far_above_is_an_outlier),
        cmocka_unit_test(tall_bars_are_drawn_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
