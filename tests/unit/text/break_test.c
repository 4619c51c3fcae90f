/* break: where lines may start, against a table that people can read:
 * tests/text/breaks.txt. */
#include "fixture.h"

#include "text/atom.h"
#include "text/penalty.h"

/* With `|` at a free place, `¦` at one that a careful hand avoids, `┊` where a
 * unit may go to the next line before this one gets very loose. Nothing where
 * the break is forbidden or would part a figure. */
static slice
shown(const fixture *f, arena *a, slice text, text_options options)
{
    text_span span = {.text = text, .size = EM, .role = f->song};
    text_context c = {a, a, f->typesetter, &options, f->diags};
    text_atoms t;
    atoms_from_spans(&c, &span, 1, &t);
    shape_atoms(&c, &t);
    breaks_of_atoms(&c, &t);
    slice_builder out = {.arena = a};
    for (size_t i = 0; i < t.n; i++) {
        int32_t penalty = t.at[i].penalty;
        if (i > 0 && penalty == PENALTY_NONE)
            builder_add_text(&out, "|");
        if (i > 0 && penalty > PENALTY_NONE && penalty < PENALTY_POINTS)
            builder_add_text(&out, "¦");
        if (i > 0 && penalty >= PENALTY_POINTS && penalty < PENALTY_FIGURE)
            builder_add_text(&out, "┊");
        builder_add(&out, slice_cut(t.text, t.at[i].byte,
                                    t.at[i].byte + t.at[i].bytes));
    }
    return builder_slice(&out);
}

static slice
without_bars(arena *a, slice row)
{
    slice_builder out = {.arena = a};
    static const slice bars[] = {SLICE("|"), SLICE("¦"), SLICE("┊")};
    while (row.len > 0) {
        size_t end = row.len, bytes = 0;
        for (size_t i = 0; i < sizeof bars / sizeof *bars; i++) {
            size_t at = slice_find(row, bars[i]);
            if (at >= end)
                continue;
            end = at;
            bytes = bars[i].len;
        }
        builder_add(&out, slice_cut(row, 0, end));
        row = slice_cut(row, end + bytes, row.len);
    }
    return builder_slice(&out);
}

static void
check_row(const fixture *f, arena *a, slice row, text_options options)
{
    slice found = shown(f, a, without_bars(a, row), options);
    if (!slice_equal(found, row))
        fail_msg("%.*s, not %.*s", SLICE_ARGS(found), SLICE_ARGS(row));
}

/* Full-width figures, and marks of old code pages, where nothing is changed. */
static void
what_is_left_as_typed_stays_whole(void **state)
{
    const fixture *f = *state;
    static const char *const rows[] = {
        "字|１２３％|字",     "字|３.５％|字", "字|５～８％|字",
        "字|2020―2021年|字", "字|――|字",     "字＂国＂字",
    };
    arena *a = arena_new();
    text_options options = TEXT_OPTIONS;
    options.normalises = false;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(f, a, slice_from(rows[i]), options);
    arena_drop(a);
}

static void
figures_and_names_stay_whole(void **state)
{
    const fixture *f = *state;
    arena *a = arena_new();
    jb_source *source =
        source_from_file("tests/text/breaks.txt", 1 << 20, f->diags);
    assert_non_null(source);
    slice rest = source_text(source);
    int rows = 0;
    while (rest.len > 0) {
        size_t end = slice_find(rest, SLICE_OF("\n"));
        slice row = slice_cut(rest, 0, end);
        rest = slice_cut(rest, end + 1, rest.len);
        if (row.len == 0 || slice_starts_with(row, SLICE_OF("# ")))
            continue;
        check_row(f, a, row, TEXT_OPTIONS);
        rows++;
    }
    assert_true(rows > 100);
    source_drop(source);
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_and_names_stay_whole),
        cmocka_unit_test(what_is_left_as_typed_stays_whole),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
