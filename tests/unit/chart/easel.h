/* easel: what a test of whole charts stands on: fonts, a look, findings; and
 * what was found, drawn and said. The test includes cmocka before it. */
#ifndef TESTS_CHART_EASEL_H
#define TESTS_CHART_EASEL_H

#include <stdlib.h>

#include "unit/chart/sketch.h"

typedef struct easel {
    arena *arena;
    jb_diags *diags;
    jb_fonts *fonts;
    jb_typesetter *typesetter;
    style_chart style;
} easel;

static inline int
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

static inline int
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

static inline chart_context
context_of(const easel *e)
{
    return (chart_context){.arena = e->arena, .typesetter = e->typesetter,
                           .style = &e->style, .has_title = true,
                           .diags = e->diags};
}

static inline bool
is_found(const easel *e, const diag_kind *kind)
{
    for (size_t i = 0; i < diags_count(e->diags); i++)
        if (diags_at(e->diags, i)->kind == kind)
            return true;
    return false;
}

/* Growth of `n` metrics, each a value in percent, or missing. */
static inline chart_spec
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

static inline size_t
times_found(slice text, const char *what)
{
    slice wanted = slice_from(what);
    size_t n = 0;
    for (size_t at = slice_find(text, wanted); at < text.len;
         at = slice_find(text, wanted)) {
        text = slice_cut(text, at + wanted.len, text.len);
        n++;
    }
    return n;
}

static inline const display_figure *
figure_drawn(const jb_display *d, const char *id)
{
    for (size_t i = 0; i < d->items.n; i++)
        if (d->items.at[i].kind == DISPLAY_GROUP_BEGIN &&
            slice_is(d->items.at[i].group.id, id))
            return d->items.at[i].group.figure;
    return NULL;
}

/* One test on an easel of its own. */
#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

#endif
