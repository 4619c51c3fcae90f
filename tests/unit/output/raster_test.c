#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "output/raster.h"

#define SIDE 40

/* A square of coverage, filled row by row. */
typedef struct shades {
    uint8_t at[SIDE][SIDE];
} shades;

static void
keep_row(void *user, int y, int x, const uint8_t *coverage, int n)
{
    shades *s = user;
    memcpy(&s->at[y][x], coverage, (size_t)n);
}

static shades
shades_of(arena *a, const polygon *p, bool is_even_odd, pixel_box box)
{
    shades s = {{{0}}};
    raster r = {.arena = a};
    raster_fill(&r, p, is_even_odd, box, keep_row, &s);
    return s;
}

static const pixel_box whole = {0, 0, SIDE, SIDE};

static double
next_number(uint32_t *seed, double from, double to)
{
    *seed = *seed * 1664525u + 1013904223u;
    return from + (to - from) * (*seed >> 8) / (double)(1 << 24);
}

static void
next_ring(uint32_t *seed, spot *ring, size_t n)
{
    for (size_t i = 0; i < n; i++)
        ring[i] = (spot){next_number(seed, -20, SIDE + 20),
                         next_number(seed, -20, SIDE + 20)};
}

/* Winding number of a point about a ring. */
static int
winding(const spot *ring, size_t n, spot at)
{
    int sum = 0;
    for (size_t i = 0; i < n; i++) {
        spot a = ring[i], b = ring[(i + 1) % n];
        double side =
            (b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x);
        sum += a.y <= at.y && b.y > at.y && side > 0;
        sum -= a.y > at.y && b.y <= at.y && side < 0;
    }
    return sum;
}

/* The signed area within a pixel, by counting points: what the sums are. */
static double
counted(const spot *ring, size_t n, int x, int y)
{
    enum { FINE = 24 };
    double sum = 0;
    for (int i = 0; i < FINE; i++)
        for (int k = 0; k < FINE; k++)
            sum += winding(ring, n, (spot){x + (i + 0.5) / FINE,
                                           y + (k + 0.5) / FINE});
    return sum / (FINE * FINE);
}

static void
triangles_cover_what_counting_says(void **state)
{
    (void)state;
    arena *a = arena_new();
    uint32_t seed = 3;
    for (int t = 0; t < 25; t++) {
        spot ring[3];
        polygon p = {.arena = a};
        next_ring(&seed, ring, 3);
        polygon_add_ring(&p, ring, 3);
        shades s = shades_of(a, &p, t % 2, whole);
        for (int y = 0; y < SIDE; y++)
            for (int x = 0; x < SIDE; x++)
                assert_true(fabs(s.at[y][x] / 255.0 -
                                 fabs(counted(ring, 3, x, y))) < 0.05);
    }
    arena_drop(a);
}

/* Self-crossing rings: away from edges, both rules are exact. */
static void
both_rules_hold_inside(void **state)
{
    (void)state;
    arena *a = arena_new();
    uint32_t seed = 5;
    size_t n_checked = 0;
    for (int t = 0; t < 40; t++) {
        spot ring[7];
        polygon p = {.arena = a};
        next_ring(&seed, ring, 7);
        polygon_add_ring(&p, ring, 7);
        shades any = shades_of(a, &p, false, whole);
        shades odd = shades_of(a, &p, true, whole);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double w = counted(ring, 7, x, y);
                if (w != round(w) ||
                    w != winding(ring, 7, (spot){x, y}) ||
                    w != winding(ring, 7, (spot){x + 1, y + 1}))
                    continue;
                int turns = abs((int)w);
                n_checked++;
                assert_true(abs(any.at[y][x] - (turns > 0) * 255) < 4);
                assert_true(abs(odd.at[y][x] - turns % 2 * 255) < 4);
            }
        }
    }
    assert_true(n_checked > 10000);
    arena_drop(a);
}

static void
a_box_shows_its_part_of_the_whole(void **state)
{
    (void)state;
    arena *a = arena_new();
    uint32_t seed = 9;
    for (int t = 0; t < 200; t++) {
        spot ring[5];
        polygon p = {.arena = a};
        next_ring(&seed, ring, 5);
        polygon_add_ring(&p, ring, 5);
        pixel_box box = {(int)next_number(&seed, 0, SIDE),
                         (int)next_number(&seed, 0, SIDE), SIDE, SIDE};
        box.right = (int)next_number(&seed, box.left, SIDE + 1);
        box.bottom = (int)next_number(&seed, box.top, SIDE + 1);
        shades all = shades_of(a, &p, false, whole);
        shades part = shades_of(a, &p, false, box);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                bool is_in = x >= box.left && x < box.right && y >= box.top &&
                             y < box.bottom;
                int want = is_in ? all.at[y][x] : 0;
                assert_true(abs(part.at[y][x] - want) <= 2);
            }
        }
    }
    arena_drop(a);
}

/* A half-pixel square, and one that is wider than the table of cells. */
static void
known_shapes_are_exact(void **state)
{
    (void)state;
    arena *a = arena_new();
    polygon p = {.arena = a};
    polygon_add_ring(&p, (const spot[4]){{1.5, 2}, {3, 2}, {3, 3.25},
                                         {1.5, 3.25}}, 4);
    shades s = shades_of(a, &p, false, whole);
    assert_int_equal(s.at[2][1], 128);
    assert_int_equal(s.at[2][2], 255);
    assert_int_equal(s.at[2][3], 0);
    assert_int_equal(s.at[3][1], 32);
    assert_int_equal(s.at[3][2], 64);
    assert_int_equal(s.at[4][2], 0);
    arena_drop(a);
}

static void
sum_row(void *user, int y, int x, const uint8_t *coverage, int n)
{
    (void)y, (void)x;
    for (int i = 0; i < n; i++)
        *(uint64_t *)user += coverage[i];
}

static void
wide_shapes_keep_their_area(void **state)
{
    (void)state;
    arena *a = arena_new();
    raster r = {.arena = a};
    polygon p = {.arena = a};
    uint64_t sum = 0;
    polygon_add_ring(&p, (const spot[3]){{0, 0}, {30000, 100}, {0, 100}}, 3);
    raster_fill(&r, &p, false, (pixel_box){0, 0, 32767, 32767}, sum_row,
                &sum);
    double area = (double)sum / 255;
    assert_true(area > 1499000 && area < 1501000);
    arena_drop(a);
}

static void
places_far_away_do_no_harm(void **state)
{
    (void)state;
    arena *a = arena_new();
    static const double far[] = {1e300, -1e300, 1e9, -1e9, INFINITY, NAN, 20};
    for (int i = 0; i < 7 * 7 * 7; i++) {
        polygon p = {.arena = a};
        spot ring[3] = {{far[i % 7], far[i / 7 % 7]},
                        {far[i / 49], far[i % 7]},
                        {far[i / 7 % 7], far[i / 49]}};
        polygon_add_ring(&p, ring, 3);
        shades s = shades_of(a, &p, i % 2, whole);
        (void)s;
    }
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(triangles_cover_what_counting_says),
        cmocka_unit_test(both_rules_hold_inside),
        cmocka_unit_test(a_box_shows_its_part_of_the_whole),
        cmocka_unit_test(known_shapes_are_exact),
        cmocka_unit_test(wide_shapes_keep_their_area),
        cmocka_unit_test(places_far_away_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
