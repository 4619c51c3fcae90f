/* Several totals of the same parts: each figure in its piece, where that is
 * long enough, or below it; parts in one order and in the colours of the
 * legend; and lines, where they are asked for, from piece to piece. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "unit/chart/easel.h"

#define BARS 3
#define PARTS 3

/* Totals of 1000 each. */
static chart_spec
totals_of(easel *e)
{
    static const int64_t values[BARS][PARTS] = {
        {20, 480, 500}, {300, 300, 400}, {250, 350, 400}};
    chart_spec spec = growth_of(e->arena, values[0], PARTS);
    spec.kind = SLICE_OF("parts");
    spec.series = ARENA_ARRAY(e->arena, BARS, chart_series);
    spec.n_series = BARS;
    for (size_t i = 0; i < BARS; i++) {
        spec.series[i] = growth_of(e->arena, values[i], PARTS).series[0];
        spec.series[i].role = SERIES_PART;
        spec.series[i].name = SLICE_OF("总数");
    }
    e->style.n_palette = PARTS;
    e->style.palette[0] = COLOUR_RGB(0x12436D);
    e->style.palette[1] = COLOUR_RGB(0xFFD166);
    e->style.palette[2] = COLOUR_RGB(0x801650);
    for (size_t i = 0; i < PARTS; i++)
        spec.categories[i].hue = i;
    return spec;
}

static jb_display
totals_drawn(easel *e, const chart_spec *spec)
{
    chart_context c = context_of(e);
    jb_display d = {.arena = e->arena};
    jb_size size = {LEN_OF_MM(150), LEN_OF_MM(70)};
    assert_true(chart_build(&c, spec, size, SLICE_OF(""), &d));
    return d;
}

static const sketch_text *
text_of(const sketch *s, const char *id)
{
    for (size_t i = 0; i < s->texts.n; i++)
        if (slice_is(s->texts.at[i].group, id))
            return &s->texts.at[i];
    fail_msg("no text in %s", id);
    return NULL;
}

static void
figures_stand_in_their_pieces(void **state)
{
    easel *e = *state;
    chart_spec spec = totals_of(e);
    jb_display d = totals_drawn(e, &spec);
    sketch s = {.arena = e->arena};
    sketch_read(&s, &d);
    for (size_t b = 0; b < BARS; b++)
        for (size_t i = 0; i < PARTS; i++) {
            slice id = slice_printf(e->arena, "g-%zu-%zu", b + 1, i + 1);
            const char *name = slice_copy(e->arena, id).at;
            const display_figure *f = figure_drawn(&d, name);
            const sketch_text *t = text_of(&s, name);
            bool is_short = b == 0 && i == 0;
            bool is_in = t->ink.x >= f->bar.x &&
                         t->ink.x + t->ink.w <= f->bar.x + f->bar.w &&
                         t->ink.y >= f->bar.y &&
                         t->ink.y + t->ink.h <= f->bar.y + f->bar.h;
            assert_true(is_in != is_short);
            if (is_short)
                assert_true(t->ink.y > f->bar.y + f->bar.h);
        }
    for (size_t i = 0; i < PARTS; i++)
        assert_int_equal(times_found(sketch_all_text(&s),
                                     slice_printf(e->arena, "指标%zu", i + 1)
                                         .at),
                         1);
}

/* Columns as high as their totals, each figure in its piece or at the right of
 * it, and no two of them one on another. */
static void
columns_stand_side_by_side(void **state)
{
    easel *e = *state;
    chart_spec spec = totals_of(e);
    for (size_t i = 0; i < PARTS; i++)
        spec.series[1].data[i].value.coefficient /= 10;
    chart_option options[] = {{SLICE("方向"), SLICE("纵向"), SPAN_NONE},
                              {SLICE("条长"), SLICE("数额"), SPAN_NONE}};
    spec.options = options;
    spec.n_options = 2;
    jb_display d = totals_drawn(e, &spec);
    sketch s = {.arena = e->arena};
    sketch_read(&s, &d);
    double one = 0;
    for (size_t b = 0; b < BARS; b++)
        for (size_t i = 0; i < PARTS; i++) {
            slice id = slice_printf(e->arena, "g-%zu-%zu", b + 1, i + 1);
            const char *name = slice_copy(e->arena, id).at;
            const display_figure *f = figure_drawn(&d, name);
            const sketch_text *t = text_of(&s, name);
            double value = decimal_to_double(f->value);
            one = b == 0 && i == 0 ? f->bar.h / value : one;
            assert_int_equal(f->side, SIDE_UP);
            assert_true(fabs(f->bar.h - one * value) <= one + 2);
            assert_true(t->ink.x >= f->bar.x);
            assert_true(t->ink.x < f->bar.x + f->bar.w * 3 / 2);
        }
    for (size_t i = 0; i < s.texts.n; i++)
        for (size_t j = 0; j < i; j++)
            assert_false(rect_overlaps(s.texts.at[i].ink, s.texts.at[j].ink));
}

/* Of slanting lines there are none but those from bar to bar. */
static size_t
slanting(const jb_display *d)
{
    size_t n = 0;
    for (size_t i = 0; i < d->items.n; i++) {
        const display_item *item = &d->items.at[i];
        if (item->kind != DISPLAY_PATH || item->shape.paint.stroke.a == 0 ||
            item->shape.path.points.n != 2)
            continue;
        const jb_point *p = item->shape.path.points.at;
        n += p[0].x != p[1].x && p[0].y != p[1].y;
    }
    return n;
}

/* From the first bar one line is kept off by the figure below it. */
static void
links_keep_off_figures(void **state)
{
    easel *e = *state;
    chart_spec spec = totals_of(e);
    jb_display d = totals_drawn(e, &spec);
    assert_int_equal(slanting(&d), 0);
    chart_option link = {SLICE("连线"), SLICE("是"), SPAN_NONE};
    spec.options = &link;
    spec.n_options = 1;
    d = totals_drawn(e, &spec);
    assert_int_equal(slanting(&d), 2);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(figures_stand_in_their_pieces),
        CASE(columns_stand_side_by_side),
        CASE(links_keep_off_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
