/* Charts over several pages: one scale for all, so that what is long on one is
 * long on any other, and words that say so, or that it is not so. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>

#include "chart/paging.h"
#include "unit/chart/easel.h"

#define MANY 60

/* `n_series` of these roles in turn, each with the figures one further on. */
static chart_spec
list_of(arena *a, const char *kind, const chart_series_role roles[2],
        size_t n_series)
{
    int64_t values[MANY];
    chart_spec spec;
    chart_series *all = ARENA_ARRAY(a, n_series, chart_series);
    for (size_t s = 0; s < n_series; s++) {
        for (size_t i = 0; i < MANY; i++)
            values[i] = 1 + (int64_t)((i + s) * 37 % 97);
        spec = growth_of(a, values, MANY);
        all[s] = spec.series[0];
        all[s].role = roles[s % 2];
        all[s].name = slice_printf(a, "总数%zu", s);
        all[s].unit = unit_from(SLICE_OF("家"));
    }
    spec.kind = slice_from(kind);
    spec.series = all;
    spec.n_series = n_series;
    return spec;
}

/* The display lists of all pages in a low room. */
static jb_display *
pages_drawn(easel *e, const chart_spec *spec, size_t *n)
{
    chart_context c = context_of(e);
    jb_size room = {LEN_OF_MM(150), LEN_OF_MM(75)};
    const chart_page *pages = chart_pages(&c, spec, room, n);
    jb_display *drawn = ARENA_ARRAY(e->arena, *n, jb_display);
    assert_true(*n > 1);
    for (size_t k = 0; k < *n; k++) {
        drawn[k].arena = e->arena;
        assert_true(chart_build(&c, pages[k].chart, room, SLICE_OF(""),
                                &drawn[k]));
    }
    return drawn;
}

static bool
is_said(easel *e, const jb_display *d, const char *words)
{
    sketch s = {.arena = e->arena};
    sketch_read(&s, d);
    return times_found(sketch_all_text(&s), words) == 1;
}

/* What the least and the greatest bars say a unit is long. */
typedef struct unit_lengths {
    double least, most;
    size_t n;
} unit_lengths;

static void
lengths_hold(unit_lengths *u, const jb_display *d)
{
    for (size_t i = 0; i < d->items.n; i++) {
        const display_item *item = &d->items.at[i];
        if (item->kind != DISPLAY_GROUP_BEGIN || item->group.figure == NULL ||
            item->group.figure->bar.w == 0)
            continue;
        const display_figure *f = item->group.figure;
        double value = decimal_to_double(f->value);
        jb_len length = f->side == SIDE_UP ? f->bar.h : f->bar.w;
        double one = length / value, slack = 2 / value;
        u->least = u->n == 0 ? one + slack : fmin(u->least, one + slack);
        u->most = u->n == 0 ? one - slack : fmax(u->most, one - slack);
        u->n++;
    }
}

/* G6: bars of one unit are as long on each page as on any other. */
static void
bars_compare_from_page_to_page(void **state)
{
    easel *e = *state;
    static const chart_series_role combo[] = {SERIES_CURRENT, SERIES_GROWTH};
    static const chart_series_role parts[] = {SERIES_PART, SERIES_SHARE};
    chart_option amount = {SLICE("条长"), SLICE("数额"), SPAN_NONE};
    chart_spec lists[] = {list_of(e->arena, "combo", combo, 2),
                          list_of(e->arena, "parts", parts, 16)};
    lists[1].n_categories = 3;
    e->style.n_palette = 3;
    for (size_t i = 0; i < 3; i++) {
        e->style.palette[i] = COLOUR_RGB(0x12436D + 0x2000 * (uint32_t)i);
        lists[1].categories[i].hue = i;
    }
    lists[1].options = &amount;
    lists[1].n_options = 1;
    for (size_t i = 0; i < 2; i++) {
        size_t n;
        unit_lengths u = {0, 0, 0};
        jb_display *drawn = pages_drawn(e, &lists[i], &n);
        for (size_t k = 0; k < n; k++) {
            lengths_hold(&u, &drawn[k]);
            assert_true(is_said(e, &drawn[k], "各图刻度相同"));
        }
        assert_int_equal(u.n, i == 0 ? MANY : 24);

        assert_true(u.least >= u.most);
    }
}

/* Places of all pages stand below each other, each once. */
static void
places_compare_from_page_to_page(void **state)
{
    easel *e = *state;
    static const chart_series_role rank[] = {SERIES_RANK, SERIES_PEERS};
    chart_spec spec = list_of(e->arena, "ranking", rank, 2);
    for (size_t i = 0; i < MANY; i++)
        spec.series[1].data[i].value = (jb_decimal){i < 9 ? 99 : 120, 0};
    size_t n, found = 0;
    jb_rect first = {0, 0, 0, 0};
    jb_display *drawn = pages_drawn(e, &spec, &n);
    for (size_t k = 0; k < n; k++) {
        assert_true(is_said(e, &drawn[k], "各图刻度相同"));
        for (size_t i = 0; i < MANY; i++) {
            slice id = slice_printf(e->arena, "g-%zu-1-%zu", k + 1, i + 1);
            const display_figure *f =
                figure_drawn(&drawn[k], slice_copy(e->arena, id).at);
            if (f == NULL)
                continue;
            first = found++ == 0 ? f->places->row : first;
            assert_int_equal(f->places->row.x, first.x);
            assert_int_equal(f->places->row.w, first.w);
        }
    }
    assert_int_equal(found, MANY);
}

/* What is said of a total stands on its page alone. */
static void
notes_of_totals_keep_to_their_pages(void **state)
{
    easel *e = *state;
    static const chart_series_role parts[] = {SERIES_PART, SERIES_SHARE};
    static slice note[] = {SLICE("①甲另有5家未列入各项。")};
    chart_spec spec = list_of(e->arena, "parts", parts, 60);
    spec.n_categories = 3;
    spec.notes = note;
    spec.n_notes = 1;
    spec.series[58].total.note_mark = SLICE_OF("①");
    size_t n;
    jb_display *drawn = pages_drawn(e, &spec, &n);
    for (size_t k = 0; k < n; k++)
        assert_int_equal(is_said(e, &drawn[k], "未列入各项"), k == n - 1);
}

/* So are columns, though one page alone has a note of two lines. */
static void
columns_compare_from_page_to_page(void **state)
{
    easel *e = *state;
    static const chart_series_role roles[] = {SERIES_CURRENT, SERIES_CURRENT};
    static slice note[] = {
        SLICE("①这是一条很长的注：口径比上年有调整，增加了新纳入统计的单位，"
              "扣除了已经停产的单位，可比口径的数另见附表，读的人要留意，"
              "不能直接与其他各年相比较。")};
    chart_spec spec = list_of(e->arena, "multiples", roles, 24);
    spec.n_categories = 7;
    spec.notes = note;
    spec.n_notes = 1;
    spec.series[0].data[0].note_mark = SLICE_OF("①");
    size_t n;
    unit_lengths u = {0, 0, 0};
    jb_display *drawn = pages_drawn(e, &spec, &n);
    for (size_t k = 0; k < n; k++)
        lengths_hold(&u, &drawn[k]);
    assert_int_equal(u.n, 24 * 7);
    assert_true(is_said(e, &drawn[0], "口径比上年有调整"));
    assert_false(is_said(e, &drawn[n - 1], "口径比上年有调整"));
    assert_true(u.least >= u.most);
}

/* Courses have a scale each: that is said where they are on several pages. */
static void
scales_of_their_own_are_told(void **state)
{
    easel *e = *state;
    static const chart_series_role roles[] = {SERIES_CURRENT, SERIES_CURRENT};
    chart_spec spec = list_of(e->arena, "series", roles, 30);
    spec.n_categories = 5;
    size_t n;
    jb_display *drawn = pages_drawn(e, &spec, &n);
    for (size_t k = 0; k < n; k++)
        assert_true(is_said(e, &drawn[k], "各图刻度不同"));
}

static size_t
marks_count(const jb_display *d)
{
    size_t n = 0;
    for (size_t i = 0; i < d->items.n; i++)
        n += d->items.at[i].kind == DISPLAY_GROUP_BEGIN &&
             d->items.at[i].group.figure != NULL;
    return n;
}

/* Growths of a few, of which the last is much greater, shown so, in a room of
 * this height in millimetres; NULL where there is no room for one. */
static jb_display *
pages_with_outlier(easel *e, const char *how, size_t n_rows, int height,
                   size_t *n)
{
    int64_t values[MANY];
    for (size_t i = 0; i < n_rows; i++)
        values[i] = i + 1 == n_rows ? 40218 : 10 + (int64_t)i;
    chart_spec spec = growth_of(e->arena, values, n_rows);
    chart_option option = {SLICE("断轴"), slice_from(how), SPAN_NONE};
    spec.options = &option;
    spec.n_options = 1;
    chart_context c = context_of(e);
    jb_size room = {LEN_OF_MM(76), LEN_OF_MM(height)};
    const chart_page *pages = chart_pages(&c, &spec, room, n);
    jb_display *drawn = ARENA_ARRAY(e->arena, *n, jb_display);
    for (size_t k = 0; k < *n; k++) {
        drawn[k].arena = e->arena;
        if (!chart_build(&c, pages[k].chart, room, SLICE_OF(""), &drawn[k]))
            return NULL;
    }
    return drawn;
}

static bool
pages_hold_all(easel *e, size_t n_rows, int height)
{
    size_t n, found = 0;
    jb_display *drawn = pages_with_outlier(e, "分幅", n_rows, height, &n);
    if (drawn == NULL)
        return false;
    for (size_t k = 0; k < n; k++) {
        size_t here = marks_count(&drawn[k]);
        assert_true(here > 0);
        found += here;
    }
    assert_int_equal(found, n_rows);
    return true;
}

/* Heads of panels have a weight of their own when rows are dealt out. */
static void
no_page_is_empty(void **state)
{
    easel *e = *state;
    size_t n_held = 0;
    for (int height = 24; height < 44; height += 1)
        for (size_t n_rows = 4; n_rows <= 12; n_rows++)
            n_held += pages_hold_all(e, n_rows, height);
    assert_true(n_held > 4);
}

/* A break is told where it is, and nowhere else. */
static void
a_break_is_told_on_its_own_page(void **state)
{
    easel *e = *state;
    size_t n;
    jb_display *drawn = pages_with_outlier(e, "自动", 24, 29, &n);
    assert_non_null(drawn);
    assert_true(n > 1);
    for (size_t k = 0; k < n; k++)
        assert_true(is_said(e, &drawn[k], "断口") == (k + 1 == n));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(bars_compare_from_page_to_page),
        CASE(columns_compare_from_page_to_page),
        CASE(places_compare_from_page_to_page),
        CASE(notes_of_totals_keep_to_their_pages),
        CASE(scales_of_their_own_are_told),
        CASE(no_page_is_empty),
        CASE(a_break_is_told_on_its_own_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
