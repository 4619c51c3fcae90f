/* A chart as a whole: what is refused and how it is said, what a break
 * declares, and that the same specification gives the same display list. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

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
        CASE(same_specification_gives_the_same_list),
        CASE(extreme_values_are_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
