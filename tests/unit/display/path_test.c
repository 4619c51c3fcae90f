#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "display/path.h"

static void
a_rectangle_is_bounded_by_itself(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_rect r = {-5, 7, 30, 40};
    jb_path sharp = {0}, round = {0};
    path_rect(a, &sharp, r);
    path_round_rect(a, &round, r, 9);
    assert_true(path_is_sound(&sharp));
    assert_true(path_is_sound(&round));
    jb_rect s = path_bounds(&sharp), t = path_bounds(&round);
    assert_memory_equal(&s, &r, sizeof r);
    assert_memory_equal(&t, &r, sizeof r);
    arena_drop(a);
}

/* The middle of each corner's curve lies on the circle, to a thousandth. */
static void
round_corners_are_circles(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_len d = 100000;
    jb_path p = {0};
    path_round_rect(a, &p, (jb_rect){0, 0, 4 * d, 3 * d}, d);
    const jb_point *at = &p.points.at[1]; /* before the first curve */
    int64_t x = (at[0].x + 3 * (int64_t)at[1].x + 3 * (int64_t)at[2].x +
                 at[3].x) / 8 - 3 * d;
    int64_t y = (at[0].y + 3 * (int64_t)at[1].y + 3 * (int64_t)at[2].y +
                 at[3].y) / 8 - d;
    int64_t square = x * x + y * y, want = (int64_t)d * d;
    assert_true(square > want - want / 1000 && square < want + want / 1000);
    arena_drop(a);
}

static void
a_radius_is_cut_to_half_the_side(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_path p = {0};
    path_round_rect(a, &p, (jb_rect){0, 0, 10, 100}, 500);
    jb_rect box = path_bounds(&p);
    assert_int_equal(box.w, 10);
    assert_int_equal(box.h, 100);
    path_round_rect(a, &p, (jb_rect){0, 0, 0, 0}, 500);
    assert_true(path_is_sound(&p));
    arena_drop(a);
}

static void
moving_copies(void **state)
{
    (void)state;
    arena *a = arena_new(), *b = arena_new();
    jb_path p = {0};
    path_move(a, &p, (jb_point){1, 2});
    path_curve(a, &p, (jb_point){3, 4}, (jb_point){5, 6}, (jb_point){7, 8});
    jb_path moved = path_moved(b, &p, (jb_point){10, -10});
    arena_drop(a);
    assert_int_equal(moved.points.n, 4);
    assert_int_equal(moved.points.at[3].x, 17);
    assert_int_equal(moved.points.at[3].y, -2);
    path_line(b, &moved, (jb_point){0, 0});
    assert_true(path_is_sound(&moved));
    arena_drop(b);
}

static void
unsound_paths_are_seen(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_path unstarted = {0}, closed = {0}, short_of_points = {0};
    path_line(a, &unstarted, (jb_point){0, 0});
    assert_false(path_is_sound(&unstarted));
    path_rect(a, &closed, (jb_rect){0, 0, 1, 1});
    path_line(a, &closed, (jb_point){0, 0});
    assert_false(path_is_sound(&closed));
    path_rect(a, &short_of_points, (jb_rect){0, 0, 1, 1});
    short_of_points.points.n--;
    assert_false(path_is_sound(&short_of_points));
    arena_drop(a);
}

static void
bars_and_rules_are_recognised(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_path bar = {0}, round = {0}, rule = {0}, slope = {0}, bent = {0};
    path_rect(a, &bar, (jb_rect){1, 2, 3, 4});
    path_round_rect(a, &round, (jb_rect){0, 0, 9, 9}, 2);
    path_move(a, &rule, (jb_point){1, 5});
    path_line(a, &rule, (jb_point){9, 5});
    path_move(a, &slope, (jb_point){1, 5});
    path_line(a, &slope, (jb_point){9, 6});
    path_rect(a, &bent, (jb_rect){1, 2, 3, 4});
    bent.points.at[2].x++;
    assert_true(path_is_rect(&bar) && path_is_rule(&rule));
    assert_false(path_is_rect(&round) || path_is_rect(&bent) ||
                 path_is_rect(&rule));
    assert_false(path_is_rule(&slope) || path_is_rule(&bar));
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rectangle_is_bounded_by_itself),
        cmocka_unit_test(round_corners_are_circles),
        cmocka_unit_test(a_radius_is_cut_to_half_the_side),
        cmocka_unit_test(moving_copies),
        cmocka_unit_test(bars_and_rules_are_recognised),
        cmocka_unit_test(unsound_paths_are_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
