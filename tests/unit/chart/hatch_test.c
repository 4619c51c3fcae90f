#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "chart/hatch.h"

/* Every line lies inside, at 45°, and the next one a pitch away. */
static void
lines_stay_inside_at_any_size(void **state)
{
    (void)state;
    arena *a = arena_new();
    for (jb_len w = 0; w < 9000; w += 731)
        for (jb_len h = 0; h < 9000; h += 577) {
            jb_rect r = {w - 4000, h - 300, w, h};
            jb_path p = {0};
            hatch_lines(a, &p, r, 1000);
            for (size_t i = 0; i < p.points.n; i++) {
                jb_point at = p.points.at[i];
                assert_true(at.x >= r.x && at.x <= r.x + r.w);
                assert_true(at.y >= r.y && at.y <= r.y + r.h);
                assert_int_equal((at.x + at.y) % 1000, 0);
            }
            assert_true(w + h < 2000 || w == 0 || h == 0 || p.ops.n > 0);
        }
    arena_drop(a);
}

static void
no_pitch_draws_nothing(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_path p = {0};
    hatch_lines(a, &p, (jb_rect){0, 0, 5000, 5000}, 0);
    assert_int_equal(p.ops.n, 0);
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_stay_inside_at_any_size),
        cmocka_unit_test(no_pitch_draws_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
