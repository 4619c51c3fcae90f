/* spark: the line runs from edge to edge, its greatest value on top, and what
 * hardly changes looks flat. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "chart/spark.h"

#define SIDE LEN_OF_PT(100)
#define WIDTH LEN_OF_PT(1)

static jb_display
drawn(arena *a, const jb_decimal *values, size_t n)
{
    jb_display d = {.arena = a};
    spark_draw(&d, (spark_course){values, NULL, n}, (jb_rect){0, 0, SIDE, SIDE},
               (spark_look){{0, 0, 0, 255}, {0, 0, 0, 255}, WIDTH});
    return d;
}

static void
the_line_fills_its_room(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_decimal values[] = {{10, 0}, {40, 0}, {25, 0}};
    jb_display d = drawn(a, values, 3);
    assert_int_equal(d.items.n, 2);
    const jb_point *p = d.items.at[0].shape.path.points.at;
    jb_len dot = 2 * WIDTH;
    assert_int_equal(p[0].x, dot);
    assert_int_equal(p[0].y, SIDE - dot);
    assert_int_equal(p[1].y, dot);
    assert_int_equal(p[2].x, SIDE - dot);
    assert_int_equal(p[2].y, SIDE / 2);
    arena_drop(a);
}

static void
small_changes_look_small(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_decimal values[] = {{1000, 0}, {1001, 0}, {1000, 0}};
    jb_display d = drawn(a, values, 3);
    const jb_point *p = d.items.at[0].shape.path.points.at;
    assert_in_range(p[0].y - p[1].y, 1, SIDE / 50);
    arena_drop(a);
}

static void
odd_values_are_drawn(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_decimal zeros[] = {{0, 0}, {0, 0}, {0, 0}};
    jb_decimal falls[] = {{-5, 0}, {-50, 0}, {-500, 0}};
    assert_int_equal(drawn(a, zeros, 3).items.n, 2);
    jb_display d = drawn(a, falls, 3);
    jb_rect box = path_bounds(&d.items.at[0].shape.path);
    assert_true(box.y >= 0 && box.y + box.h <= SIDE);
    assert_int_equal(drawn(a, falls, 2).items.n, 0);
    arena_drop(a);
}

/* Of years 0 1 3 4, the line is broken at 2, and 3 stands three quarters
 * along; 6 alone, behind another gap, is a dot. */
static void
a_missing_year_breaks_the_line(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_decimal values[] = {{10, 0}, {40, 0}, {25, 0}, {30, 0}, {20, 0}};
    size_t at[] = {0, 1, 3, 4, 6};
    jb_display d = {.arena = a};
    spark_draw(&d, (spark_course){values, at, 4}, (jb_rect){0, 0, SIDE, SIDE},
               (spark_look){{0, 0, 0, 255}, {0, 0, 0, 255}, WIDTH});
    const jb_path *line = &d.items.at[0].shape.path;
    jb_len dot = 2 * WIDTH, inner = SIDE - 2 * dot;
    assert_int_equal(line->points.n, 4);
    assert_int_equal(line->points.at[2].x, dot + inner * 3 / 4);
    size_t moves = 0;
    for (size_t i = 0; i < line->ops.n; i++)
        moves += line->ops.at[i] == PATH_MOVE;
    assert_int_equal(moves, 2);
    jb_display e = {.arena = a};
    spark_draw(&e, (spark_course){values, at, 5}, (jb_rect){0, 0, SIDE, SIDE},
               (spark_look){{0, 0, 0, 255}, {0, 0, 0, 255}, WIDTH});
    assert_int_equal(e.items.at[0].shape.path.points.n, 6);
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_line_fills_its_room),
        cmocka_unit_test(small_changes_look_small),
        cmocka_unit_test(odd_values_are_drawn),
        cmocka_unit_test(a_missing_year_breaks_the_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
