/* The carets of a finding stand under its characters, however wide. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/excerpt.h"
#include "cli/width.h"

static void
assert_excerpt(const char *line, const char *meant, const char *text,
               size_t n_before, size_t n_carets)
{
    arena *a = arena_new();
    slice whole = slice_from(line);
    size_t first = slice_find(whole, slice_from(meant));
    excerpt e = excerpt_from(a, whole, first, first + strlen(meant));
    assert_string_equal(e.text.at, text);
    assert_int_equal(e.n_before, n_before);
    assert_int_equal(e.n_carets, n_carets);
    arena_drop(a);
}

static void
wide_characters_fill_two_cells(void **state)
{
    (void)state;
    assert_excerpt("单位: 亿元", "亿元", "单位: 亿元", 6, 4);
    assert_excerpt("unit: 亿元", "unit", "unit: 亿元", 0, 4);
    assert_excerpt("a：“b”", "“b”", "a：“b”", 3, 3);
}

static void
tabs_are_spaces_to_the_next_stop(void **state)
{
    (void)state;
    assert_excerpt("\t值", "值", "    值", 4, 2);
    assert_excerpt("ab\tc", "c", "ab  c", 4, 1);
    assert_excerpt("ab\tc", "\t", "ab  c", 2, 2);
}

static void
combining_marks_fill_no_cell(void **state)
{
    (void)state;
    assert_excerpt("e\xCC\x81x", "x", "e\xCC\x81x", 1, 1);
}

static void
control_characters_are_not_sent_to_the_terminal(void **state)
{
    (void)state;
    assert_excerpt("a\033[31mb", "b", "a\xEF\xBF\xBD[31mb", 6, 1);
    assert_excerpt("a\xC2\x9B" "b", "b", "a\xEF\xBF\xBD" "b", 2, 1);
}

static void
a_missing_thing_is_shown_behind_the_line(void **state)
{
    (void)state;
    arena *a = arena_new();
    excerpt e = excerpt_from(a, SLICE_OF("单位:"), 7, 7);
    assert_int_equal(e.n_before, 5);
    assert_int_equal(e.n_carets, 1);
    e = excerpt_from(a, SLICE_OF(""), 0, 0);
    assert_int_equal(e.n_before, 0);
    assert_int_equal(e.n_carets, 1);
    arena_drop(a);
}

/* Whatever is meant of a long line, the carets stay in the window and point
 * at the first meant character. */
static void
long_lines_are_cut_around_the_place(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice_builder line = {.arena = a};
    for (int i = 0; i < 100; i++)
        builder_printf(&line, "第%d句，", i);
    slice whole = builder_slice(&line);
    for (int i = 0; i < 100; i++) {
        slice meant = slice_printf(a, "第%d句", i);
        size_t first = slice_find(whole, meant);
        excerpt e = excerpt_from(a, whole, first, first + meant.len);
        size_t at = slice_find(e.text, meant);
        assert_true(at < e.text.len);
        slice before = slice_cut(e.text, 0, at);
        assert_int_equal(width_of_text(before), e.n_before);
        assert_int_equal(width_of_text(meant), e.n_carets);
        assert_true(width_of_text(e.text) <= EXCERPT_CELLS + 2);
    }
    excerpt all = excerpt_from(a, whole, 0, whole.len);
    assert_int_equal(all.n_carets, EXCERPT_CELLS);
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wide_characters_fill_two_cells),
        cmocka_unit_test(tabs_are_spaces_to_the_next_stop),
        cmocka_unit_test(combining_marks_fill_no_cell),
        cmocka_unit_test(control_characters_are_not_sent_to_the_terminal),
        cmocka_unit_test(a_missing_thing_is_shown_behind_the_line),
        cmocka_unit_test(long_lines_are_cut_around_the_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
