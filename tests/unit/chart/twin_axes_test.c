/* twin_axes: for domains of all signs and sizes the zeros and all ticks of
 * the two axes fall together, both axes hold their values, and neither wastes
 * more than it must. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "chart/twin_axes.h"

static void
ticks_fall_together(void **state)
{
    (void)state;
    uint32_t seed = 42;
    size_t n = 0;
    for (int i = 0; i < 3000; i++) {
        double v[4];
        for (int k = 0; k < 4; k++) {
            seed = seed * 1664525u + 1013904223u;
            v[k] = ((double)(seed >> 8) / (1 << 24) - 0.3) *
                   pow(10, (int)(seed % 12) - 2);
        }
        twin_domain left = {fmin(v[0], v[1]), fmax(v[0], v[1])};
        twin_domain right = {fmin(v[2], v[3]), fmax(v[2], v[3])};
        twin_axes axes;
        if (!twin_axes_from(left, right, &axes))
            continue;
        n++;
        assert_int_equal(axes.left.first, axes.right.first);
        assert_int_equal(axes.left.last, axes.right.last);
        assert_true(axes.left.first <= 0 && axes.left.last >= 0);
        /* A value that is a tick but for its last bits is that tick. */
        double l = 1e-8 * (axes.left.high - axes.left.low);
        double r = 1e-8 * (axes.right.high - axes.right.low);
        assert_true(axes.left.low <= left.low + l);
        assert_true(axes.left.high >= left.high - l);
        assert_true(axes.right.low <= right.low + r);
        assert_true(axes.right.high >= right.high - r);
        double share_l = -axes.left.low / (axes.left.high - axes.left.low);
        double share_r = -axes.right.low / (axes.right.high - axes.right.low);
        assert_true(fabs(share_l - share_r) < 1e-9);
    }
    assert_true(n > 2000);
}

static void
usual_figures_fill_their_axes(void **state)
{
    (void)state;
    twin_axes axes;
    assert_true(twin_axes_from((twin_domain){0, 1286.4},
                               (twin_domain){0, 8.0}, &axes));
    assert_true(axes.left.high <= 1600);
    assert_true(axes.right.high <= 10);
    assert_true(twin_axes_from((twin_domain){0, 98.6},
                               (twin_domain){-12.4, 17.8}, &axes));
    assert_true(axes.left.high <= 150 && axes.right.high <= 40);
    /* A fall does not cost the columns a whole row. */
    assert_true(twin_axes_from((twin_domain){0, 1286.4},
                               (twin_domain){-12.4, 7.4}, &axes));
    assert_true(axes.right.low == -12.4);
    assert_true(1286.4 / (axes.left.high - axes.left.low) > 0.6);
    assert_false(twin_axes_from((twin_domain){0, 0}, (twin_domain){0, 1},
                                &axes));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticks_fall_together),
        cmocka_unit_test(usual_figures_fill_their_axes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
