/* Pages made of plain boxes: no fonts are needed to prove where they go. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "layout/plan.h"

#define GRID LEN_OF_PT(20)
#define HEIGHT LEN_OF_PT(612) /* 31 lines of 12 pt on a 20 pt grid */

static const style_page page = {.grid = GRID, .least_fill = 200};

typedef struct fixture {
    arena *arena;
    layout_galley galley;
    uint64_t seed;
} fixture;

static uint32_t
next_random(fixture *f)
{
    f->seed = f->seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(f->seed >> 33);
}

static layout_box *
add(fixture *f, layout_box box)
{
    ARRAY_PUSH(f->arena, &f->galley.boxes, box);
    return ARRAY_LAST(&f->galley.boxes);
}

static void
add_paragraph(fixture *f, size_t n)
{
    for (size_t i = 0; i < n; i++)
        add(f, (layout_box){.height = GRID,
                            .tail = LEN_OF_PT(8),
                            .is_line = true,
                            .is_on_grid = true,
                            .keeps_next = i + 1 < n &&
                                          (i + 1 < 2 || n - i - 1 < 2)});
}

static void
add_heading(fixture *f)
{
    add(f, (layout_box){.height = GRID,
                        .tail = LEN_OF_PT(6),
                        .before = LEN_OF_PT(14),
                        .after = LEN_OF_PT(6),
                        .keeps_next = true});
}

static const layout_figure some_figure = {0};

static void
add_figure(fixture *f, jb_len height)
{
    add(f, (layout_box){.height = height,
                        .least = height / 100 * 85,
                        .before = GRID,
                        .after = GRID,
                        .floats = 1,
                        .figure = &some_figure});
}

/* Rows that move together. */
static void
add_table(fixture *f, size_t rows)
{
    static const layout_carry carry = {.foot = LEN_OF_PT(1)};
    for (size_t i = 0; i < rows; i++)
        add(f, (layout_box){.height = LEN_OF_PT(18),
                            .before = i == 0 ? GRID : 0,
                            .after = i + 1 == rows ? GRID : 0,
                            .floats = i == 0 ? rows : 0,
                            .carry = &carry});
}

static bool
moves(const layout_box *box)
{
    return box->figure != NULL || box->carry != NULL;
}

static void
add_anything(fixture *f)
{
    switch (next_random(f) % 5) {
    case 2:
        add_table(f, 2 + next_random(f) % 18);
        break;
    case 0:
        add_heading(f);
        add_paragraph(f, 1 + next_random(f) % 4);
        break;
    case 1:
        add_figure(f, LEN_OF_PT(60 + (int)(next_random(f) % 700)));
        break;
    default:
        add_paragraph(f, 1 + next_random(f) % 12);
    }
}

static layout_plan
plan_of(fixture *f)
{
    return plan_galley(f->arena, &f->galley, &page, HEIGHT);
}

/* Every box once, in order but for what floats, which only moves backwards
 * and keeps its own order. */
static void
assert_complete(const fixture *f, const layout_plan *plan)
{
    assert_int_equal(plan->n, f->galley.boxes.n);
    const layout_box *last[2] = {NULL, NULL};
    for (size_t i = 0; i < plan->n; i++) {
        const layout_box *box = plan->placed[i].box;
        const layout_box **before = &last[moves(box)];
        assert_true(*before == NULL || box > *before);
        *before = box;
    }
    for (size_t b = 0; b < f->galley.boxes.n; b++) {
        size_t found = 0;
        for (size_t i = 0; i < plan->n; i++)
            found += plan->placed[i].box == &f->galley.boxes.at[b];
        assert_int_equal(found, 1);
    }
}

static void
assert_geometry(const layout_plan *plan)
{
    for (size_t i = 0; i < plan->n; i++) {
        const layout_placed *at = &plan->placed[i];
        assert_true(at->y >= 0);
        assert_true(at->y + at->height - at->box->tail <= HEIGHT);
        if (at->box->is_on_grid)
            assert_int_equal(at->y % GRID, 0);
        if (at->box->figure != NULL && at->box->height < HEIGHT)
            assert_true(at->height >= at->box->least);
        if (i == 0 || at[-1].page != at->page)
            continue;
        assert_true(at->y >= at[-1].y + at[-1].height - at[-1].box->tail);
    }
}

/* No page ends behind a box that keeps its next, unless only a figure that
 * floated stands between. */
static void
assert_keeps(const layout_plan *plan)
{
    const layout_placed *last = NULL;
    for (size_t i = 0; i < plan->n; i++) {
        const layout_placed *at = &plan->placed[i];
        if (moves(at->box))
            continue;
        if (last != NULL && last->box->keeps_next)
            assert_int_equal(last->page, at->page);
        last = at;
    }
}

/* What moves in one piece is on one page, row after row. */
static void
assert_tables_are_whole(const layout_plan *plan)
{
    for (size_t i = 0; i < plan->n; i++) {
        size_t rows = plan->placed[i].box->floats;
        for (size_t k = 1; k < rows; k++) {
            const layout_placed *row = &plan->placed[i + k];
            assert_ptr_equal(row->box, plan->placed[i].box + k);
            assert_int_equal(row->page, plan->placed[i].page);
        }
    }
}

static void
assert_no_page_is_empty(const layout_plan *plan)
{
    size_t next = 0;
    for (size_t i = 0; i < plan->n; i++) {
        size_t on = plan->placed[i].page;
        assert_true(on == next || on + 1 == next);
        next = on + 1;
    }
    assert_int_equal(next, plan->n_pages);
}

static void
generated_galleys_keep_the_rules(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 400; seed++) {
        fixture f = {.arena = arena_new(), .seed = seed};
        size_t n = 1 + next_random(&f) % 60;
        for (size_t i = 0; i < n; i++)
            add_anything(&f);
        add_paragraph(&f, 2);
        layout_plan plan = plan_of(&f);
        assert_complete(&f, &plan);
        assert_geometry(&plan);
        assert_keeps(&plan);
        assert_tables_are_whole(&plan);
        assert_no_page_is_empty(&plan);
        arena_drop(f.arena);
    }
}

static void
text_runs_on_while_a_figure_waits(void **state)
{
    (void)state;
    fixture f = {.arena = arena_new()};
    add_paragraph(&f, 20);
    add_figure(&f, LEN_OF_PT(400));
    add_paragraph(&f, 20);
    layout_plan plan = plan_of(&f);
    assert_int_equal(plan.n_pages, 2);
    size_t figure = 0;
    while (!moves(plan.placed[figure].box))
        figure++;
    assert_int_equal(plan.placed[figure].page, 1);
    assert_int_equal(plan.placed[figure].y, 0);
    assert_true(plan.placed[figure - 1].y > HEIGHT - 4 * GRID);
    arena_drop(f.arena);
}

static void
text_runs_on_while_a_table_waits(void **state)
{
    (void)state;
    fixture f = {.arena = arena_new()};
    add_paragraph(&f, 20);
    add_table(&f, 15);
    add_figure(&f, LEN_OF_PT(100)); /* fits here, but comes second */
    add_paragraph(&f, 20);
    layout_plan plan = plan_of(&f);
    assert_complete(&f, &plan);
    assert_tables_are_whole(&plan);
    assert_int_equal(plan.n_pages, 2);
    size_t table = 0;
    while (!moves(plan.placed[table].box))
        table++;
    assert_int_equal(plan.placed[table].page, 1);
    assert_int_equal(plan.placed[table].y, 0);
    assert_ptr_equal(plan.placed[table + 15].box->figure, &some_figure);
    assert_true(plan.placed[table - 1].y > HEIGHT - 4 * GRID);
    arena_drop(f.arena);
}

static void
a_figure_shrinks_a_little_to_stay(void **state)
{
    (void)state;
    fixture f = {.arena = arena_new()};
    add_paragraph(&f, 10);
    add_figure(&f, LEN_OF_PT(400));
    layout_plan plan = plan_of(&f);
    assert_int_equal(plan.n_pages, 1);
    assert_true(plan.placed[plan.n - 1].height < LEN_OF_PT(400));
    arena_drop(f.arena);
}

/* Three lines that no heading may use go to the figure above them. */
static void
a_figure_takes_the_white_under_it(void **state)
{
    (void)state;
    fixture f = {.arena = arena_new()};
    add_figure(&f, LEN_OF_PT(380));
    add_paragraph(&f, 9);
    add_heading(&f);
    add_paragraph(&f, 12);
    layout_plan plan = plan_of(&f);
    assert_geometry(&plan);
    assert_int_equal(plan.n_pages, 2);
    assert_true(plan.placed[0].height >= LEN_OF_PT(400));
    assert_int_equal(plan.placed[9].page, 0);
    assert_true(plan.placed[9].y + 2 * GRID > HEIGHT - GRID);
    arena_drop(f.arena);
}

static void
the_last_page_is_not_nearly_empty(void **state)
{
    (void)state;
    fixture f = {.arena = arena_new()};
    for (int i = 0; i < 11; i++)
        add_paragraph(&f, 6); /* 66 lines on pages of 31 */
    layout_plan plan = plan_of(&f);
    assert_int_equal(plan.n_pages, 3);
    size_t on_last = 0;
    for (size_t i = 0; i < plan.n; i++)
        on_last += plan.placed[i].page == 2;
    assert_true(on_last >= 6);
    arena_drop(f.arena);
}

static void
a_table_repeats_its_head(void **state)
{
    (void)state;
    fixture f = {.arena = arena_new()};
    const layout_box head = {.height = LEN_OF_PT(18)};
    const layout_carry carry = {
        .heads = &head, .n_heads = 1, .foot = LEN_OF_PT(1)};
    for (int i = 0; i < 80; i++)
        add(&f, (layout_box){.height = LEN_OF_PT(18),
                             .carry = &carry,
                             .keeps_next = i == 0 || i == 78});
    layout_plan plan = plan_of(&f);
    assert_int_equal(plan.n_pages, 3);
    size_t repeated = 0, page_now = 0;
    for (size_t i = 0; i < plan.n; i++) {
        const layout_placed *at = &plan.placed[i];
        assert_true(at->y + at->height + carry.foot <= HEIGHT);
        repeated += at->is_repeated;
        if (at->page == page_now)
            continue;
        assert_true(at->is_repeated);
        assert_int_equal(at->y, 0);
        page_now = at->page;
    }
    assert_int_equal(repeated, 2);
    arena_drop(f.arena);
}

/* Columns are filled in order, and are even where they end. */
static void
columns_are_even(void **state)
{
    (void)state;
    static const layout_region two = {.n = 2, .step = LEN_OF_PT(200)};
    fixture f = {.arena = arena_new()};
    add_paragraph(&f, 10);
    size_t first = f.galley.boxes.n;
    for (int i = 0; i < 40; i++)
        add_paragraph(&f, 2);
    for (size_t i = first; i < f.galley.boxes.n; i++)
        f.galley.boxes.at[i].region = &two;
    add_paragraph(&f, 3);
    layout_plan plan = plan_of(&f);
    assert_int_equal(plan.n_pages, 2);
    assert_complete(&f, &plan);
    size_t in_column[2][2] = {{0}};
    for (size_t i = 0; i < plan.n; i++)
        if (plan.placed[i].box->region != NULL)
            in_column[plan.placed[i].page][plan.placed[i].x > 0]++;
    assert_int_equal(in_column[0][0], in_column[0][1]);
    assert_int_equal(in_column[0][0], 20);
    assert_int_equal(in_column[1][0], in_column[1][1]);
    const layout_placed *last = &plan.placed[plan.n - 1];
    assert_int_equal(last->x, 0);
    assert_int_equal(last->y, 22 * GRID);
    arena_drop(f.arena);
}

/* The columns under the place where a figure does not go are the same ones:
 * a reader goes down the first before the second. */
static void
columns_run_past_what_waits(void **state)
{
    (void)state;
    static const layout_region two = {.n = 2, .step = LEN_OF_PT(200)};
    for (int n_floats = 1; n_floats <= 2; n_floats++) {
        fixture f = {.arena = arena_new()};
        for (int i = 0; i < 24; i++)
            add_paragraph(&f, 1);
        for (int i = 0; i < n_floats; i++)
            add_figure(&f, LEN_OF_PT(500));
        for (int i = 0; i < 24; i++)
            add_paragraph(&f, 1);
        for (size_t i = 0; i < f.galley.boxes.n; i++)
            if (!moves(&f.galley.boxes.at[i]))
                f.galley.boxes.at[i].region = &two;
        layout_plan plan = plan_of(&f);
        assert_complete(&f, &plan);
        const layout_placed *last = NULL;
        for (size_t i = 0; i < plan.n; i++) {
            const layout_placed *at = &plan.placed[i];
            if (moves(at->box)) {
                assert_true(at->page > 0);
                continue;
            }
            assert_int_equal(at->page, 0);
            if (last != NULL && at->x == last->x)
                assert_true(at->y > last->y);
            else if (last != NULL)
                assert_true(at->x > last->x);
            last = at;
        }
        arena_drop(f.arena);
    }
}

static void
a_heading_stays_over_its_columns(void **state)
{
    (void)state;
    static const layout_region two = {.n = 2, .step = LEN_OF_PT(200)};
    fixture f = {.arena = arena_new()};
    add_paragraph(&f, 29);
    add_heading(&f);
    size_t first = f.galley.boxes.n;
    add_paragraph(&f, 6);
    for (size_t i = first; i < f.galley.boxes.n; i++)
        f.galley.boxes.at[i].region = &two;
    layout_plan plan = plan_of(&f);
    assert_complete(&f, &plan);
    assert_int_equal(plan.placed[29].page, 1);
    assert_int_equal(plan.placed[30].page, 1);
    assert_int_equal(plan.placed[33].y, plan.placed[30].y);
    assert_int_equal(plan.placed[33].x, two.step);
    arena_drop(f.arena);
}

static void
what_no_page_holds_is_broken(void **state)
{
    (void)state;
    fixture f = {.arena = arena_new()};
    for (int i = 0; i < 100; i++)
        add(&f, (layout_box){.height = GRID, .keeps_next = true});
    add_figure(&f, 5 * HEIGHT);
    layout_plan plan = plan_of(&f);
    assert_complete(&f, &plan);
    assert_geometry(&plan);
    assert_true(plan.n_pages >= 4);
    arena_drop(f.arena);
}

static void
an_empty_galley_is_one_page(void **state)
{
    (void)state;
    fixture f = {.arena = arena_new()};
    layout_plan plan = plan_of(&f);
    assert_int_equal(plan.n_pages, 1);
    assert_int_equal(plan.n, 0);
    arena_drop(f.arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(generated_galleys_keep_the_rules),
        cmocka_unit_test(text_runs_on_while_a_figure_waits),
        cmocka_unit_test(text_runs_on_while_a_table_waits),
        cmocka_unit_test(a_figure_shrinks_a_little_to_stay),
        cmocka_unit_test(a_figure_takes_the_white_under_it),
        cmocka_unit_test(the_last_page_is_not_nearly_empty),
        cmocka_unit_test(a_table_repeats_its_head),
        cmocka_unit_test(columns_are_even),
        cmocka_unit_test(columns_run_past_what_waits),
        cmocka_unit_test(a_heading_stays_over_its_columns),
        cmocka_unit_test(what_no_page_holds_is_broken),
        cmocka_unit_test(an_empty_galley_is_one_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
