#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

#include "output/painter.h"
#include "unit/output/oracle.h"
#include "unit/output/specimen.h"

#define SIDE 120 /* pixels, and pt */

/* How far two drawings are apart, in 255ths of a part of a colour. */
typedef struct difference {
    double mean;
    int most;
} difference;

static difference
apart(const uint32_t *a, const uint32_t *b, size_t n)
{
    difference d = {0, 0};
    for (size_t i = 0; i < n; i++) {
        for (int shift = 0; shift < 32; shift += 8) {
            int one = abs((int)(a[i] >> shift & 255) -
                          (int)(b[i] >> shift & 255));
            d.mean += one / (4.0 * (double)n);
            d.most = one > d.most ? one : d.most;
        }
    }
    return d;
}

/* Ours against Cairo's, on a ground of `ground`. */
static difference
compared(arena *a, const jb_display *d, int width, int height, double scale)
{
    jb_colour ground = {255, 255, 255, 255};
    canvas *ours = canvas_new(a, width, height, ground);
    painter_draw(a, ours, d, scale);
    uint32_t *theirs =
        arena_array(a, (size_t)width * (size_t)height, sizeof *theirs);
    cairo_surface_t *s = cairo_image_surface_create_for_data(
        (unsigned char *)theirs, CAIRO_FORMAT_ARGB32, width, height,
        4 * width);
    cairo_t *cr = cairo_create(s);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_scale(cr, scale, scale);
    oracle_draw(a, cr, d);
    cairo_destroy(cr);
    cairo_surface_destroy(s);
    return apart(ours->pixels, theirs, (size_t)width * (size_t)height);
}

static double
next_number(uint32_t *seed, double from, double to)
{
    *seed = *seed * 1664525u + 1013904223u;
    return from + (to - from) * (*seed >> 8) / (double)(1 << 24);
}

static jb_point
next_point(uint32_t *seed)
{
    return (jb_point){SPECIMEN_PT(next_number(seed, 10, SIDE - 10)),
                      SPECIMEN_PT(next_number(seed, 10, SIDE - 10))};
}

static jb_path
next_path(arena *a, uint32_t *seed)
{
    jb_path p = {0};
    path_move(a, &p, next_point(seed));
    int n = 1 + (int)next_number(seed, 0, 3);
    for (int i = 0; i < n; i++) {
        if (next_number(seed, 0, 1) < 0.5)
            path_line(a, &p, next_point(seed));
        else
            path_curve(a, &p, next_point(seed), next_point(seed),
                       next_point(seed));
    }
    if (next_number(seed, 0, 1) < 0.5)
        path_close(a, &p);
    return p;
}

static void
fills_are_as_cairo_fills(void **state)
{
    (void)state;
    arena *a = arena_new();
    uint32_t seed = 17;
    for (int i = 0; i < 60; i++) {
        jb_display d = {.arena = a};
        display_path(&d, next_path(a, &seed),
                     (jb_paint){.fill = {20, 60, 120, i % 3 ? 255 : 100},
                                .is_even_odd = i % 2});
        assert_true(compared(a, &d, SIDE, SIDE, 1).mean < 0.6);
    }
    arena_drop(a);
}

static void
strokes_are_as_cairo_strokes(void **state)
{
    (void)state;
    arena *a = arena_new();
    uint32_t seed = 23;
    for (int i = 0; i < 180; i++) {
        jb_display d = {.arena = a};
        jb_paint paint = {.stroke = {20, 60, 120, 255},
                          .width = SPECIMEN_PT(next_number(&seed, 0.5, 8)),
                          .cap = (stroke_cap)(i % 3),
                          .join = (stroke_join)(i / 3 % 3)};
        if (i % 4 == 0) {
            paint.dash[0] = SPECIMEN_PT(next_number(&seed, 2, 12));
            paint.dash[1] = SPECIMEN_PT(next_number(&seed, 2, 12));
        }
        if (i % 8 == 0)
            paint.dash[2] = paint.dash[3] = SPECIMEN_PT(3);
        display_path(&d, next_path(a, &seed), paint);
        assert_true(compared(a, &d, SIDE, SIDE, 1).mean < 1);
    }
    arena_drop(a);
}

/* The whole page, at a scale that puts its bars between pixels. */
static void
a_page_is_as_cairo_draws_it(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_pages pages = specimen(a);
    jb_display *d = &pages.pages.at[0].display;
    difference found = compared(a, d, 800, 400, 4);
    assert_true(found.mean < 0.35);
    arena_drop(a);
}

static void
a_clip_of_any_shape_holds(void **state)
{
    (void)state;
    arena *a = arena_new();
    uint32_t seed = 31;
    for (int i = 0; i < 20; i++) {
        jb_display d = {.arena = a};
        jb_path outer = {0}, all = {0};
        path_round_rect(a, &outer, (jb_rect){SPECIMEN_PT(12), SPECIMEN_PT(9),
                                             SPECIMEN_PT(90), SPECIMEN_PT(80)},
                        SPECIMEN_PT(20));
        path_rect(a, &all, (jb_rect){0, 0, SPECIMEN_PT(SIDE),
                                     SPECIMEN_PT(SIDE)});
        display_clip_push(&d, outer);
        display_clip_push(&d, next_path(a, &seed));
        display_path(&d, all, (jb_paint){.fill = {200, 0, 40, 255}});
        display_clip_pop(&d);
        display_clip_pop(&d);
        display_path(&d, next_path(a, &seed),
                     (jb_paint){.fill = {20, 160, 40, 255}});
        assert_true(compared(a, &d, SIDE, SIDE, 1).mean < 0.8);
    }
    arena_drop(a);
}

/* A picture of one colour keeps it, at any size; its alpha is laid over. */
static void
pictures_keep_their_colours(void **state)
{
    (void)state;
    arena *a = arena_new();
    static const uint8_t pixels[4 * 4] = {
        200, 100, 50, 128, 200, 100, 50, 128,
        200, 100, 50, 128, 200, 100, 50, 128};
    static const jb_len sides[] = {1, 2, 3, 37, 100};
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        jb_display d = {.arena = a};
        jb_len side = SPECIMEN_PT(sides[i]);
        display_draw_image(&d, (display_image){.rect = {0, 0, side, side},
                                               .width = 2, .height = 2,
                                               .pixels = pixels});
        canvas *c =
            canvas_new(a, SIDE, SIDE, (jb_colour){255, 255, 255, 255});
        painter_draw(a, c, &d, 1);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                bool is_in = x < sides[i] && y < sides[i];
                uint32_t want = is_in ? 0xFFE3B198 : 0xFFFFFFFF;
                uint32_t got = c->pixels[y * SIDE + x];
                assert_true(apart(&got, &want, 1).most <= 1);
            }
        }
    }
    arena_drop(a);
}

/* Reduced, a fine chequer becomes its mean, not a pattern. */
static void
pictures_made_smaller_are_averaged(void **state)
{
    (void)state;
    enum { FINE = 64 };
    arena *a = arena_new();
    uint8_t *pixels = arena_alloc(a, FINE * FINE * 4);
    for (int i = 0; i < FINE * FINE; i++) {
        uint8_t grey = (uint8_t)((i % FINE + i / FINE) % 2 * 255);
        pixels[4 * i] = pixels[4 * i + 1] = pixels[4 * i + 2] = grey;
        pixels[4 * i + 3] = 255;
    }
    jb_display d = {.arena = a};
    display_draw_image(&d, (display_image){
        .rect = {0, 0, SPECIMEN_PT(8), SPECIMEN_PT(8)}, .width = FINE,
        .height = FINE, .pixels = pixels});
    canvas *c = canvas_new(a, 8, 8, COLOUR_NONE);
    painter_draw(a, c, &d, 1);
    for (int i = 0; i < 64; i++)
        assert_in_range(c->pixels[i] & 255, 118, 138);
    arena_drop(a);
}

static void
hostile_geometry_does_no_harm(void **state)
{
    (void)state;
    arena *a = arena_new();
    static const jb_len far[] = {INT32_MIN, INT32_MAX, 0, -1, 1 << 20};
    for (int i = 0; i < 125; i++) {
        jb_display d = {.arena = a};
        jb_path p = {0};
        jb_point one = {far[i % 5], far[i / 5 % 5]};
        jb_point two = {far[i / 25], far[i % 5]};
        path_move(a, &p, one);
        path_curve(a, &p, two, one, (jb_point){0, 0});
        path_line(a, &p, two);
        display_path(&d, p, (jb_paint){.fill = {0, 0, 0, 255},
                                       .stroke = {9, 9, 9, 255},
                                       .width = far[i / 5 % 5],
                                       .dash = {1, 1},
                                       .join = (stroke_join)(i % 3),
                                       .cap = (stroke_cap)(i % 3)});
        canvas *c = canvas_new(a, 8, 8, COLOUR_NONE);
        painter_draw(a, c, &d, 1);
    }
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_are_as_cairo_fills),
        cmocka_unit_test(strokes_are_as_cairo_strokes),
        cmocka_unit_test(a_page_is_as_cairo_draws_it),
        cmocka_unit_test(a_clip_of_any_shape_holds),
        cmocka_unit_test(pictures_keep_their_colours),
        cmocka_unit_test(pictures_made_smaller_are_averaged),
        cmocka_unit_test(hostile_geometry_does_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
