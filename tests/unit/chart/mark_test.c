#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "chart/mark.h"
#include "chart/tone.h"

static const style_chart style = {
    .ink = COLOUR_RGB(0x1A1A1A), .muted = COLOUR_RGB(0x5C6166),
    .ground = COLOUR_RGB(0xFFFFFF), .hatch_pitch = 4096, .hatch_width = 1024,
    .zero_width = 800, .label = {.size = LEN_OF_PT(10)},
};

static const bar_mark plain = {.zero = {100000, 200000}, .length = 50000,
                               .thickness = 12000,
                               .colour = COLOUR_RGB(0x12436D)};

static jb_display
drawn(arena *a, bar_mark m)
{
    jb_display d = {.arena = a};
    mark_draw(&style, &m, &d);
    return d;
}

static void
assert_rect(jb_rect r, jb_len x, jb_len y, jb_len w, jb_len h)
{
    assert_int_equal(r.x, x);
    assert_int_equal(r.y, y);
    assert_int_equal(r.w, w);
    assert_int_equal(r.h, h);
}

static void
solid_bar_is_one_exact_rectangle_on_each_side(void **state)
{
    (void)state;
    static const jb_rect expected[] = {{100000, 200000, 50000, 12000},
                                       {50000, 200000, 50000, 12000},
                                       {100000, 150000, 12000, 50000},
                                       {100000, 200000, 12000, 50000}};
    arena *a = arena_new();
    for (int side = SIDE_RIGHT; side <= SIDE_DOWN; side++) {
        bar_mark m = plain;
        m.side = (display_side)side;
        jb_display d = drawn(a, m);
        assert_int_equal(d.items.n, 1);
        jb_rect r = path_bounds(&d.items.at[0].shape.path);
        jb_rect e = expected[side];
        assert_rect(r, e.x, e.y, e.w, e.h);
        assert_int_equal(mark_tail(&style, &m), 0);
    }
    arena_drop(a);
}

static void
no_length_draws_nothing(void **state)
{
    (void)state;
    arena *a = arena_new();
    bar_mark m = plain;
    m.length = 0;
    assert_int_equal(drawn(a, m).items.n, 0);
    arena_drop(a);
}

/* A hundredth of a point: its outline would be all there is to see of it, and
 * not the same in all formats. */
static void
next_to_no_length_draws_nothing(void **state)
{
    (void)state;
    arena *a = arena_new();
    bar_mark m = plain;
    m.fill = MARK_HATCHED;
    m.length = LEN_PER_PT / 100;
    assert_int_equal(drawn(a, m).items.n, 0);
    arena_drop(a);
}

static bool
is_closed(const jb_path *p)
{
    return p->ops.n > 0 && p->ops.at[p->ops.n - 1] == PATH_CLOSE;
}

static void
expected_bar_is_hatched_and_outlined(void **state)
{
    (void)state;
    arena *a = arena_new();
    bar_mark m = plain;
    m.fill = MARK_HATCHED;
    jb_display d = drawn(a, m);
    assert_int_equal(d.items.n, 3);
    assert_int_equal(d.items.at[0].shape.paint.fill.r, style.ground.r);
    jb_rect lines = path_bounds(&d.items.at[1].shape.path);
    assert_true(rect_contains(mark_rect(&m), lines));
    assert_true(is_closed(&d.items.at[2].shape.path));
    arena_drop(a);
}

/* A figure not yet final is between the two: hatched, but not empty. */
static void
preliminary_bar_is_hatched_over_a_tint(void **state)
{
    (void)state;
    arena *a = arena_new();
    bar_mark m = plain;
    m.fill = MARK_TINTED;
    jb_display d = drawn(a, m);
    assert_int_equal(d.items.n, 3);
    jb_colour under = d.items.at[0].shape.paint.fill;
    assert_true(tone_contrast(under, style.ground) > 1.2);
    assert_true(tone_contrast(m.colour, under) > 1.2);
    assert_true(is_closed(&d.items.at[2].shape.path));
    arena_drop(a);
}

/* The rectangle ends at the value without a closing edge; a chevron beyond it
 * points where the value may lie, within the tail that labels keep clear. */
static void
lower_bound_has_an_open_end(void **state)
{
    (void)state;
    arena *a = arena_new();
    bar_mark m = plain;
    m.fill = MARK_HATCHED;
    m.bound = BOUND_AT_LEAST;
    jb_display d = drawn(a, m);
    assert_int_equal(d.items.n, 4);
    assert_false(is_closed(&d.items.at[2].shape.path));
    assert_int_equal(path_bounds(&d.items.at[2].shape.path).w, m.length);
    jb_rect chevron = path_bounds(&d.items.at[3].shape.path);
    assert_true(chevron.x > m.zero.x + m.length);
    assert_true(chevron.x + chevron.w <=
                m.zero.x + m.length + mark_tail(&style, &m));
    jb_point tip = d.items.at[3].shape.path.points.at[1];
    assert_int_equal(tip.x, chevron.x + chevron.w);
    arena_drop(a);
}

static void
broken_bar_is_two_pieces_within_its_tail(void **state)
{
    (void)state;
    arena *a = arena_new();
    bar_mark m = plain;
    m.is_broken = true;
    jb_display d = drawn(a, m);
    assert_int_equal(d.items.n, 2);
    jb_rect body = path_bounds(&d.items.at[0].shape.path);
    jb_rect stub = path_bounds(&d.items.at[1].shape.path);
    assert_int_equal(body.x, m.zero.x);
    assert_true(body.x + body.w > m.zero.x + m.length);
    assert_int_equal(stub.x + stub.w,
                     m.zero.x + m.length + mark_tail(&style, &m));
    /* the cut is on the slant, so the bounds may meet but the pieces do not */
    const jb_point *p = d.items.at[0].shape.path.points.at;
    const jb_point *q = d.items.at[1].shape.path.points.at;
    assert_true(p[0].x < q[1].x && p[3].x < q[2].x);
    arena_drop(a);
}

/* However wide the bar, the cut stays between the end of the measured length
 * and the end of the stub. */
static void
broken_wide_bar_keeps_its_cut_within_its_tail(void **state)
{
    (void)state;
    arena *a = arena_new();
    bar_mark m = plain;
    m.is_broken = true;
    for (m.thickness = 4000; m.thickness < 200000; m.thickness *= 2) {
        jb_display d = drawn(a, m);
        jb_rect stub = path_bounds(&d.items.at[1].shape.path);
        jb_len end = m.zero.x + m.length;
        assert_int_equal(stub.x + stub.w, end + mark_tail(&style, &m));
        const jb_point *body = d.items.at[0].shape.path.points.at;
        assert_true(body[0].x >= end && body[3].x >= end);
        const jb_point *p = d.items.at[1].shape.path.points.at;
        assert_true(p[1].x < p[0].x && p[2].x < p[3].x);
    }
    arena_drop(a);
}

static void
pale_bar_is_outlined(void **state)
{
    (void)state;
    arena *a = arena_new();
    bar_mark m = plain;
    m.colour = COLOUR_RGB(0xDDE6EE);
    jb_display d = drawn(a, m);
    assert_int_equal(d.items.n, 2);
    assert_int_equal(d.items.at[1].shape.paint.stroke.a, 255);
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(solid_bar_is_one_exact_rectangle_on_each_side),
        cmocka_unit_test(no_length_draws_nothing),
        cmocka_unit_test(next_to_no_length_draws_nothing),
        cmocka_unit_test(expected_bar_is_hatched_and_outlined),
        cmocka_unit_test(preliminary_bar_is_hatched_over_a_tint),
        cmocka_unit_test(lower_bound_has_an_open_end),
        cmocka_unit_test(broken_bar_is_two_pieces_within_its_tail),
        cmocka_unit_test(broken_wide_bar_keeps_its_cut_within_its_tail),
        cmocka_unit_test(pale_bar_is_outlined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
