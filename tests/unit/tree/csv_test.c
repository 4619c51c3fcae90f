#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "tree/tree.h"

typedef struct fixture {
    arena *arena;
    jb_diags *diags;
    jb_source *source;
    const tree_node *rows;
} fixture;

static fixture
read_text(slice text)
{
    fixture f = {arena_new(), diags_new(), NULL, NULL};
    f.source = source_from_bytes(SLICE_OF("test.csv"), text);
    f.rows = tree_from_csv(f.arena, f.source, TREE_LIMITS, f.diags);
    return f;
}

static void
drop(fixture f)
{
    source_drop(f.source);
    diags_drop(f.diags);
    arena_drop(f.arena);
}

/* Rows in lines, fields between bars. */
static void
assert_read(slice text, const char *expected)
{
    fixture f = read_text(text);
    slice_builder out = {.arena = f.arena};
    assert_non_null(f.rows);
    for (size_t i = 0; i < f.rows->n; i++) {
        const tree_node *row = f.rows->items[i];
        for (size_t j = 0; j < row->n; j++) {
            builder_add_text(&out, j == 0 ? "" : "|");
            builder_add(&out, row->items[j]->text);
        }
        builder_add_text(&out, "\n");
    }
    assert_string_equal(builder_slice(&out).at == NULL
                            ? "" : builder_slice(&out).at,
                        expected);
    drop(f);
}

/* As systems export what Excel should not take for a number. */
static void
texts_in_formulas_are_texts(void **state)
{
    (void)state;
    assert_read(SLICE_OF("=\"00123\",\"=\"\"5,6\"\"\",=\"a,b\"\n"),
                "00123|5,6|a,b\n");
    assert_read(SLICE_OF("=A1,=\"\",\"=\"\n"), "=A1||=\n");
}

static void
rows_end_at_any_line_end(void **state)
{
    (void)state;
    assert_read(SLICE_OF("a,b\nc,d\r\ne\rf"), "a|b\nc|d\ne\nf\n");
    assert_read(SLICE_OF("a,\n,\n"), "a|\n|\n");
    assert_read(SLICE_OF("\n\na\n"), "\n\na\n");
}

static void
quoted_fields_hold_anything(void **state)
{
    (void)state;
    assert_read(SLICE_OF("\"1,286.4\",\"甲\n乙\",\"他说\"\"好\"\"\"\n\"\",z"),
                "1,286.4|甲\n乙|他说\"好\"\n|z\n");
    assert_read(SLICE_OF("5\",b\n"), "5\"|b\n");
}

/* Excel's “Unicode text”, and what it writes where the comma is decimal. */
static void
delimiter_is_what_the_lines_hold(void **state)
{
    (void)state;
    assert_read(SLICE_OF("名称\t单位\n投资，其中\t1,200\n"),
                "名称|单位\n投资，其中|1,200\n");
    assert_read(SLICE_OF("a;b;c\n1,5;2;3\n"), "a|b|c\n1,5|2|3\n");
    assert_read(SLICE_OF("\"a\tb\tc\",d\n"), "a\tb\tc|d\n");
}

static void
spans_are_fields_of_the_source(void **state)
{
    (void)state;
    fixture f = read_text(SLICE_OF("名称,单位\n\"投资\",亿元\n"));
    const tree_node *row = f.rows->items[1];
    assert_true(slice_is(span_text(row->items[0]->span), "投资"));
    assert_true(slice_is(span_text(row->items[1]->span), "亿元"));
    assert_true(slice_is(span_text(row->span), "\"投资\",亿元"));
    assert_int_equal(source_place_of(f.source, row->span.first).line, 2);
    drop(f);
}

static void
assert_refused(slice text, const diag_kind *kind)
{
    fixture f = read_text(text);
    assert_null(f.rows);
    assert_int_equal(diags_count(f.diags), 1);
    assert_ptr_equal(diags_at(f.diags, 0)->kind, kind);
    drop(f);
}

static void
quotes_that_do_not_pair_are_errors(void **state)
{
    (void)state;
    assert_refused(SLICE_OF("a,\"b\nc,d\n"), &TREE_CSV_OPEN_QUOTE);
    assert_refused(SLICE_OF("a,\"b\"c\n"), &TREE_CSV_BEHIND_QUOTE);
    assert_refused(SLICE_OF("\""), &TREE_CSV_OPEN_QUOTE);
}

static void
hostile_size_is_refused(void **state)
{
    (void)state;
    fixture f = {arena_new(), diags_new(), NULL, NULL};
    tree_limits small = {64, 4, 6};
    f.source = source_from_bytes(SLICE_OF("t.csv"), SLICE_OF(",,,,,,,,,,"));
    assert_null(tree_from_csv(f.arena, f.source, small, f.diags));
    assert_ptr_equal(diags_at(f.diags, 0)->kind, &TREE_TOO_LARGE);
    drop(f);
}

static void
nothing_is_no_rows(void **state)
{
    (void)state;
    fixture f = read_text(SLICE_OF(""));
    assert_non_null(f.rows);
    assert_int_equal(f.rows->n, 0);
    drop(f);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_in_formulas_are_texts),
        cmocka_unit_test(rows_end_at_any_line_end),
        cmocka_unit_test(quoted_fields_hold_anything),
        cmocka_unit_test(delimiter_is_what_the_lines_hold),
        cmocka_unit_test(spans_are_fields_of_the_source),
        cmocka_unit_test(quotes_that_do_not_pair_are_errors),
        cmocka_unit_test(hostile_size_is_refused),
        cmocka_unit_test(nothing_is_no_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
