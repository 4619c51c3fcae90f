/* A chart as a whole: what is refused and how it is said, what a break
 * declares, and that the same specification gives the same display list. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "unit/chart/sketch.h"

typedef struct easel {
    arena *arena;
    jb_diags *diags;
    jb_fonts *fonts;
    jb_typesetter *typesetter;
    style_chart style;
} easel;

static int
set_up(void **state)
{
    easel *e = calloc(1, sizeof *e);
    e->arena = arena_new();
    e->diags = diags_new();
    e->fonts = fonts_from_directory("fonts", e->diags);
    e->typesetter = typesetter_new(e->fonts);
    e->style = sketch_style(1);
    *state = e;
    return e->fonts == NULL;
}

static int
tear_down(void **state)
{
    easel *e = *state;
    typesetter_drop(e->typesetter);
    fonts_drop(e->fonts);
    diags_drop(e->diags);
    arena_drop(e->arena);
    free(e);
    return 0;
}

static chart_context
context_of(const easel *e)
{
    return (chart_context){.arena = e->arena, .typesetter = e->typesetter,
                           .style = &e->style, .has_title = true,
                           .diags = e->diags};
}

static bool
is_found(const easel *e, const diag_kind *kind)
{
    for (size_t i = 0; i < diags_count(e->diags); i++)
        if (diags_at(e->diags, i)->kind == kind)
            return true;
    return false;
}

/* Growth of `n` metrics, each a value in percent, or missing. */
static chart_spec
growth_of(arena *a, const int64_t *values, size_t n)
{
    chart_spec spec = {.id = SLICE("g"), .kind = SLICE("growth"),
                       .title = SLICE("标题"), .n_categories = n,
                       .n_series = 1};
    spec.categories = ARENA_ARRAY(a, n, chart_category);
    spec.series = ARENA_NEW(a, chart_series);
    spec.series->role = SERIES_GROWTH;
    spec.series->data = ARENA_ARRAY(a, n, chart_datum);
    for (size_t i = 0; i < n; i++) {
        chart_datum *d = &spec.series->data[i];
        spec.categories[i].name = slice_printf(a, "指标%zu", i + 1);
        d->has_value = true;
        d->value = (jb_decimal){values[i], 0};
        d->label = slice_printf(a, "%d%%", (int)values[i]);
    }
    return spec;
}

static const int64_t plain[] = {5, -3, 12};
static const int64_t far[] = {5, -3, 12, 9, 4000};

static void
unknown_kind_names_the_known_ones(void **state)
{
    easel *e = *state;
    chart_context c = context_of(e);
    chart_spec spec = growth_of(e->arena, plain, 3);
    spec.kind = SLICE_OF("pie");
    assert_int_equal(chart_measure(&c, &spec, LEN_OF_MM(100)), 0);
    assert_true(is_found(e, &CHART_KIND_UNKNOWN));
    slice hint = diags_at(e->diags, 0)->hint;
    for (size_t i = 0; i < chart_types_count(); i++)
        assert_true(slice_find(hint, slice_from(chart_type_at(i)->name)) <
                    hint.len);
}

static void
each_kind_refuses_what_has_nothing_for_it(void **state)
{
    easel *e = *state;
    chart_context c = context_of(e);
    for (size_t i = 0; i < chart_types_count(); i++) {
        chart_spec spec = {.id = SLICE("empty"),
                           .kind = slice_from(chart_type_at(i)->chinese)};
        size_t before = diags_count(e->diags);
        assert_int_equal(chart_measure(&c, &spec, LEN_OF_MM(100)), 0);
        assert_ptr_equal(diags_at(e->diags, before)->kind,
                         &CHART_UNSUITABLE);
    }
}

static void
too_little_room_is_said_with_what_is_needed(void **state)
{
    easel *e = *state;
    chart_context c = context_of(e);
    chart_spec spec = growth_of(e->arena, plain, 3);
    jb_display d = {.arena = e->arena};
    assert_false(chart_build(&c, &spec,
                             (jb_size){LEN_OF_MM(100), LEN_OF_MM(8)},
                             SLICE_OF(""), &d));
    assert_true(is_found(e, &CHART_TOO_SMALL));
    assert_int_equal(d.items.n, 0);
    assert_int_equal(chart_measure(&c, &spec, LEN_OF_MM(6)), 0);
    assert_true(is_found(e, &CHART_TOO_NARROW));
}

/* G4: the break is on the bar and on the axis, and a note names it. */
static void
break_is_declared_and_can_be_switched_off(void **state)
{
    easel *e = *state;
    chart_context c = context_of(e);
    chart_spec spec = growth_of(e->arena, far, 5);
    chart_option never = {SLICE("断轴"), SLICE("否"), {NULL, 0, 0}};
    jb_size size = {LEN_OF_MM(150), LEN_OF_MM(90)};
    jb_display d = {.arena = e->arena}, whole = {.arena = e->arena};
    assert_true(chart_build(&c, &spec, size, SLICE_OF(""), &d));
    assert_true(is_found(e, &CHART_BROKEN));
    sketch s = {.arena = e->arena}, t = {.arena = e->arena};
    sketch_read(&s, &d);
    slice text = sketch_all_text(&s);
    assert_true(slice_find(text, SLICE_OF("“指标5”")) < text.len);
    assert_false(sketch_bar_lookup(&s, SLICE_OF("g-1-5"))->is_rect);
    spec.options = &never;
    spec.n_options = 1;
    assert_true(chart_build(&c, &spec, size, SLICE_OF(""), &whole));
    sketch_read(&t, &whole);
    assert_true(sketch_bar_lookup(&t, SLICE_OF("g-1-5"))->is_rect);
}

#define LONG_LIST 200

static sketch
part_drawn(easel *e, chart_spec *spec, size_t part, size_t n_parts)
{
    chart_context c = context_of(e);
    spec->part = part;
    spec->n_parts = n_parts;
    jb_size size = {LEN_OF_MM(150), 0};
    size.h = chart_measure(&c, spec, size.w);
    jb_display d = {.arena = e->arena};
    assert_true(chart_build(&c, spec, size, SLICE_OF(""), &d));
    sketch s = {.arena = e->arena};
    sketch_read(&s, &d);
    return s;
}

/* G6: a list over several pages has one scale and one zero line, each of its
 * rows once, and the order asked for goes on from page to page. */
static void
parts_of_a_long_list_share_their_scale(void **state)
{
    easel *e = *state;
    int64_t values[LONG_LIST];
    uint64_t seed = 11;
    for (size_t i = 0; i < LONG_LIST; i++)
        values[i] = 3 + (int64_t)sketch_below(&seed, 120);
    chart_spec spec = growth_of(e->arena, values, LONG_LIST);
    chart_option sort = {SLICE("排序"), SLICE("数值"), SPAN_NONE};
    spec.options = &sort;
    spec.n_options = 1;
    size_t drawn = 0;
    jb_len zero = 0;
    double scale = 0;
    int64_t last = INT64_MAX;
    for (size_t k = 0; k < 12; k++) {
        sketch s = part_drawn(e, &spec, k, 12);
        for (size_t i = 0; i < s.bars.n; i++, drawn++) {
            const sketch_bar *b = &s.bars.at[i];
            slice id = b->id;
            size_t category = 0;
            sscanf(slice_copy(e->arena, id).at, "g-1-%zu", &category);
            int64_t value = values[category - 1];
            double own = (double)b->rect.w / (double)value;
            assert_true(value <= last);
            last = value;
            zero = drawn == 0 ? b->rect.x : zero;
            scale = drawn == 0 ? own : scale;
            assert_int_equal(b->rect.x, zero);
            assert_true(fabs(b->rect.w - scale * (double)value) <= 2);
        }
    }
    assert_int_equal(drawn, LONG_LIST);
}

/* The note of a mark stands on the page where the mark does. */
static void
a_part_has_its_own_notes(void **state)
{
    easel *e = *state;
    int64_t values[40];
    for (size_t i = 0; i < 40; i++)
        values[i] = (int64_t)i + 1;
    chart_spec spec = growth_of(e->arena, values, 40);
    slice notes[] = {SLICE("①一"), SLICE("②二"), SLICE("都有")};
    spec.notes = notes;
    spec.n_notes = 3;
    spec.series->data[0].note_mark = SLICE_OF("①");
    spec.series->data[39].note_mark = SLICE_OF("②");
    for (size_t k = 0; k < 2; k++) {
        sketch s = part_drawn(e, &spec, k, 2);
        slice all = sketch_all_text(&s);
        bool has_first = slice_find(all, SLICE_OF("①一")) < all.len;
        bool has_second = slice_find(all, SLICE_OF("②二")) < all.len;
        assert_true(has_first == (k == 0));
        assert_true(has_second == (k == 1));
        assert_true(slice_find(all, SLICE_OF("都有")) < all.len);
    }
}

/* Each figure of the table stands below the bar that draws it. */
static void
a_table_is_aligned_under_its_columns(void **state)
{
    easel *e = *state;
    chart_spec spec = growth_of(e->arena, plain, 3);
    spec.series->name = SLICE_OF("同比");
    for (size_t i = 0; i < 3; i++) /* as no tick is labelled */
        spec.series->data[i].label = slice_printf(e->arena, "约%zu", i + 7);
    chart_option table = {SLICE("数据表"), SLICE("是"), SPAN_NONE};
    spec.options = &table;
    spec.n_options = 1;
    sketch s = part_drawn(e, &spec, 0, 1);
    size_t n_cells = 0;
    for (size_t i = 0; i < s.texts.n; i++) {
        const sketch_text *t = &s.texts.at[i];
        for (size_t b = 0; t->group.len == 0 && b < s.bars.n; b++) {
            if (!slice_equal(t->text, spec.series->data[b].label))
                continue;
            const jb_rect *bar = &s.bars.at[b].rect;
            jb_len off = t->ink.x + t->ink.w / 2 - (bar->x + bar->w / 2);
            assert_true(abs(off) <= LEN_OF_PT(1));
            assert_true(t->ink.y > bar->y + bar->h);
            n_cells++;
        }
    }
    assert_int_equal(n_cells, 3);
    assert_false(is_found(e, &CHART_TABLE_NONE));
    chart_option across[] = {table, {SLICE("方向"), SLICE("横向"), SPAN_NONE}};
    spec.options = across;
    spec.n_options = 2;
    part_drawn(e, &spec, 0, 1);
    assert_true(is_found(e, &CHART_TABLE_NONE));
}

static void
same_specification_gives_the_same_list(void **state)
{
    easel *e = *state;
    chart_context c = context_of(e);
    chart_spec spec = growth_of(e->arena, far, 5);
    jb_size size = {LEN_OF_MM(150), LEN_OF_MM(90)};
    jb_display one = {.arena = e->arena}, two = {.arena = e->arena};
    assert_true(chart_build(&c, &spec, size, SLICE_OF(""), &one));
    assert_true(chart_build(&c, &spec, size, SLICE_OF(""), &two));
    assert_true(slice_equal(display_dump(e->arena, &one, NULL),
                            display_dump(e->arena, &two, NULL)));
}

/* No division by zero, no endless loop at the ends of the numbers. */
static void
extreme_values_are_drawn(void **state)
{
    easel *e = *state;
    chart_context c = context_of(e);
    static const int64_t extremes[] = {INT64_MAX, -INT64_MAX, 0, 1};
    for (size_t n = 1; n <= 4; n++) {
        chart_spec spec = growth_of(e->arena, extremes, n);
        spec.series->data[n - 1].value.scale = DECIMAL_SCALE_MAX;
        assert_true(chart_measure(&c, &spec, LEN_OF_MM(150)) > 0);
    }
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(unknown_kind_names_the_known_ones),
        CASE(each_kind_refuses_what_has_nothing_for_it),
        CASE(too_little_room_is_said_with_what_is_needed),
        CASE(break_is_declared_and_can_be_switched_off),
        CASE(parts_of_a_long_list_share_their_scale),
        CASE(a_part_has_its_own_notes),
        CASE(a_table_is_aligned_under_its_columns),
        CASE(same_specification_gives_the_same_list),
        CASE(extreme_values_are_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
