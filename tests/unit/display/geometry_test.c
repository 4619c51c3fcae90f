#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>
#include <stdlib.h>
#include <math.h>

#include "display/geometry.h"

/* Numbers for the properties: a linear congruence, the same everywhere. */
static uint32_t
next_number(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static jb_rect
next_rect(uint32_t *seed)
{
    jb_rect r;
    r.x = (jb_len)(next_number(seed) % 64) - 32;
    r.y = (jb_len)(next_number(seed) % 64) - 32;
    r.w = (jb_len)(next_number(seed) % 24);
    r.h = (jb_len)(next_number(seed) % 24);
    return r;
}

static void
lengths_print_in_points(void **state)
{
    (void)state;
    static const struct {
        jb_len l;
        int decimals;
        const char *want;
    } cases[] = {
        {0, 3, "0"},          {1024, 3, "1"},       {-1024, 3, "-1"},
        {512, 3, "0.5"},      {-512, 0, "-1"},      {1, 3, "0.001"},
        {-1, 2, "0"},         {1, 0, "0"},          {10240, 0, "10"},
        {10240, 2, "10"},     {INT32_MAX, 4, "2097151.999"},
        {INT32_MIN, 4, "-2097152"}, {341, 4, "0.333"}, {102400, 9, "100"},
        {1, 9, "0.000976563"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[LEN_TEXT];
        int n = len_print(text, cases[i].l, cases[i].decimals);
        assert_string_equal(text, cases[i].want);
        assert_int_equal(n, strlen(text));
    }
}

static void
printed_lengths_read_back(void **state)
{
    (void)state;
    uint32_t seed = 7;
    for (int i = 0; i < 2000; i++) {
        jb_len l = (jb_len)(next_number(&seed) % 4000000) - 2000000;
        char text[LEN_TEXT];
        len_print(text, l, 4);
        assert_int_equal(lround(strtod(text, NULL) * LEN_PER_PT), l);
    }
}

static void
scaling_rounds_half_away_from_zero(void **state)
{
    (void)state;
    assert_int_equal(len_scale(3, 1, 2), 2);
    assert_int_equal(len_scale(-3, 1, 2), -2);
    assert_int_equal(len_scale(3, -1, 2), -2);
    assert_int_equal(len_scale(3, 1, -2), -2);
    assert_int_equal(len_scale(INT32_MAX, INT32_MAX, INT32_MAX), INT32_MAX);
    assert_int_equal(len_scale(INT32_MAX, INT64_MAX, 1), INT32_MAX);
    assert_int_equal(len_scale(INT32_MIN, INT64_MAX, 1), INT32_MIN);
    assert_int_equal(len_from(1e30), INT32_MAX);
    assert_int_equal(len_from(-1e30), INT32_MIN);
    assert_int_equal(len_from(NAN), 0);
    assert_int_equal(len_from(-2.5), -3);
}

/* Intersection and union against counting points one by one. */
static bool
covers(jb_rect r, jb_len x, jb_len y)
{
    return x >= r.x && x < r.x + r.w && y >= r.y && y < r.y + r.h;
}

static void
rectangles_agree_with_their_points(void **state)
{
    (void)state;
    uint32_t seed = 11;
    for (int i = 0; i < 300; i++) {
        jb_rect a = next_rect(&seed), b = next_rect(&seed);
        jb_rect both = rect_intersection(a, b), either = rect_union(a, b);
        bool has_common = false;
        for (jb_len x = -32; x < 56; x++) {
            for (jb_len y = -32; y < 56; y++) {
                bool in_a = covers(a, x, y), in_b = covers(b, x, y);
                assert_int_equal(covers(both, x, y), in_a && in_b);
                assert_true(covers(either, x, y) || !(in_a || in_b));
                has_common |= in_a && in_b;
            }
        }
        assert_int_equal(rect_overlaps(a, b), has_common);
        assert_true(rect_is_empty(a) || rect_contains(either, a));
    }
}

static void
insets_never_turn_inside_out(void **state)
{
    (void)state;
    jb_rect r = rect_inset((jb_rect){10, 10, 20, 4}, 5);
    assert_int_equal(r.x, 15);
    assert_int_equal(r.w, 10);
    assert_int_equal(r.y, 12);
    assert_int_equal(r.h, 0);
    r = rect_inset((jb_rect){10, 10, 20, 4}, -5);
    assert_int_equal(r.w, 30);
    assert_int_equal(r.h, 14);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lengths_print_in_points),
        cmocka_unit_test(printed_lengths_read_back),
        cmocka_unit_test(scaling_rounds_half_away_from_zero),
        cmocka_unit_test(rectangles_agree_with_their_points),
        cmocka_unit_test(insets_never_turn_inside_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
