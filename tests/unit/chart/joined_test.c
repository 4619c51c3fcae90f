/* Percent and percentage points in one chart of growth: bars that a reader
 * compares have one scale, and others are not the longest of the picture. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "unit/chart/easel.h"

#define N 5

/* Four metrics in percent, the last in points. */
static chart_spec
mixed_of(arena *a, const int64_t values[N], const char *points_base)
{
    chart_spec spec = growth_of(a, values, N);
    chart_series *both = ARENA_ARRAY(a, 2, chart_series);
    for (size_t s = 0; s < 2; s++) {
        both[s] = growth_of(a, values, N).series[0];
        both[s].name = s == 0 ? SLICE_OF("同比增速（%）")
                              : SLICE_OF("同比变化（百分点）");
        for (size_t i = 0; i < N; i++)
            if ((i == N - 1) != (s == 1))
                both[s].data[i] = (chart_datum){0};
    }
    both[1].role = SERIES_POINTS;
    both[1].unit = unit_from(slice_from(points_base));
    spec.series = both;
    spec.n_series = 2;
    return spec;
}

/* As long as a unit of each of its two panels is, and its words. */
typedef struct mixed_picture {
    double percent, points; /* lengths of a unit */
    jb_len longest, last;   /* bars: in percent, in points */
    slice text;
} mixed_picture;

static jb_len
length_of(const display_figure *f)
{
    bool is_level = f->side == SIDE_RIGHT || f->side == SIDE_LEFT;
    return is_level ? f->bar.w : f->bar.h;
}

static mixed_picture
picture_of(easel *e, chart_spec *spec, const char *orientation)
{
    chart_context c = context_of(e);
    chart_option option = {SLICE("方向"), slice_from(orientation), SPAN_NONE};
    spec->options = &option;
    spec->n_options = 1;
    jb_display d = {.arena = e->arena};
    jb_size size = {LEN_OF_MM(170), LEN_OF_MM(90)};
    assert_true(chart_build(&c, spec, size, SLICE_OF(""), &d));
    mixed_picture p = {.longest = 0};
    for (size_t i = 0; i < N; i++) {
        slice id = slice_printf(e->arena, "g-%d-%zu", i == N - 1 ? 2 : 1,
                                i + 1);
        const display_figure *f =
            figure_drawn(&d, slice_copy(e->arena, id).at);
        double size_of = fabs(decimal_to_double(f->value));
        jb_len length = length_of(f);
        if (i == N - 1) {
            p.points = length / size_of;
            p.last = length;
        } else if (length > p.longest) {
            p.percent = length / size_of;
            p.longest = length;
        }
    }
    sketch s = {.arena = e->arena};
    sketch_read(&s, &d);
    p.text = sketch_all_text(&s);
    return p;
}

static const char *const orientations[] = {"纵向", "横向"};

static void
a_point_is_as_long_as_a_percent(void **state)
{
    easel *e = *state;
    static const int64_t mixes[][N] = {
        {6, 8, -7, 6, -2}, {6, 8, 7, 6, 3}, {6, 8, 7, 6, 38}};
    for (size_t i = 0; i < 3; i++)
        for (size_t k = 0; k < 2; k++) {
            chart_spec spec = mixed_of(e->arena, mixes[i], "");
            mixed_picture p = picture_of(e, &spec, orientations[k]);
            double slack = 1 / 2.0 + 1 / 8.0; /* both are rounded */
            assert_true(fabs(p.points - p.percent) <= slack);
            assert_int_equal(times_found(p.text, "1个百分点与1%一样长"), 1);
            assert_int_equal(times_found(p.text, "另用刻度"), 0);
        }
}

/* On a scale of its own a bar takes a third of it, and that is said. */
static void
a_point_by_itself_is_never_the_longest(void **state)
{
    easel *e = *state;
    static const int64_t far[N] = {160, 708, -97, 300, -2};
    static const int64_t close[N] = {6, 8, 7, 6, 3};
    for (size_t i = 0; i < 2; i++)
        for (size_t k = 0; k < 2; k++) {
            chart_spec spec =
                i == 0 ? mixed_of(e->arena, far, "")
                       : mixed_of(e->arena, close, "个千分点");
            mixed_picture p = picture_of(e, &spec, orientations[k]);
            assert_int_equal(times_found(p.text, "一样长"), 0);
            assert_int_equal(
                times_found(p.text, i == 0 ? "：百分点另用刻度"
                                           : "：千分点另用刻度"),
                1);
            assert_true(p.last * 2 < p.longest);
        }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_point_is_as_long_as_a_percent),
        CASE(a_point_by_itself_is_never_the_longest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
