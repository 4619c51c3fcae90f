#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "chart/bars.h"
#include "chart/outlier.h"
#include "unit/chart/sketch.h"

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

/* A panel of one bar for each value. */
static bar_panel
panel_of(arena *a, const double *values, size_t n)
{
    bar_panel p = {.n_bars = 1, .n_rows = n};
    p.rows = ARENA_ARRAY(a, n, bar_row);
    for (size_t i = 0; i < n; i++) {
        p.rows[i].bars = ARENA_NEW(a, bar);
        *p.rows[i].bars = (bar){.value = values[i], .has_value = true};
    }
    return p;
}

/* G4 over generated data: a broken bar ends on its own side of zero, no
 * nearer than any whole bar on either side, and its axis says so. */
static void
a_break_is_never_across_zero(void **state)
{
    (void)state;
    uint64_t seed = 5;
    size_t n_broken = 0;
    for (int round = 0; round < 2000; round++) {
        arena *a = arena_new();
        double values[12];
        size_t n = 1 + sketch_below(&seed, 12);
        for (size_t i = 0; i < n; i++) {
            double size = pow(10, (double)sketch_below(&seed, 5));
            values[i] = (double)sketch_below(&seed, 100) / 7 * size;
            values[i] *= sketch_below(&seed, 2) == 0 ? 1 : -1;
        }
        bar_panel p = panel_of(a, values, n);
        n_broken += bars_break(a, &p, true);
        chart_axis axis = axis_from(p.low, p.high, 5);
        for (size_t i = 0; i < n; i++) {
            const bar *b = p.rows[i].bars;
            if (!b->is_broken)
                continue;
            assert_true(b->value > 0 ? p.has_break_high : p.has_break_low);
            assert_true(bar_end(b, &axis) * b->value > 0);
            for (size_t j = 0; j < n; j++)
                assert_true(p.rows[j].bars->is_broken ||
                            fabs(bar_end(b, &axis)) >= fabs(values[j]));
        }
        assert_int_equal(bars_break(a, &p, false), 0);
        arena_drop(a);
    }
    assert_true(n_broken > 200);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_far_above_is_an_outlier),
        cmocka_unit_test(tall_bars_are_drawn_whole),
        cmocka_unit_test(a_break_is_never_across_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
