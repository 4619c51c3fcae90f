#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/diag.h"
#include "base/source.h"

static jb_source *
source_of(const char *text)
{
    return source_from_bytes(SLICE_OF("甲.yaml"), slice_from(text));
}

typedef struct place_row {
    size_t offset, line, column;
} place_row;

static void
check_places(const jb_source *s, const place_row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        source_place p = source_place_of(s, rows[i].offset);
        assert_int_equal(p.line, rows[i].line);
        assert_int_equal(p.column, rows[i].column);
    }
}

static void
columns_count_characters(void **state)
{
    (void)state;
    jb_source *s = source_of("甲b\n丙d");
    static const place_row rows[] = {
        {0, 1, 1}, {3, 1, 2}, {4, 1, 3}, {5, 2, 1}, {8, 2, 2}, {9, 2, 3},
    };
    check_places(s, rows, sizeof rows / sizeof *rows);
    source_drop(s);
}

static void
lines_end_at_lf_crlf_and_cr(void **state)
{
    (void)state;
    jb_source *s = source_of("一\r\n二\r三\n\n五");
    static const char *const lines[] = {"一", "二", "三", "", "五"};
    for (size_t i = 0; i < 5; i++)
        assert_true(slice_is(source_line(s, i + 1), lines[i]));
    assert_int_equal(source_line(s, 6).len, 0);
    assert_int_equal(source_line(s, 0).len, 0);
    static const place_row rows[] = {{5, 2, 1}, {9, 3, 1}, {14, 5, 1}};
    check_places(s, rows, 3);
    source_drop(s);
}

/* Where a line starts, its place is column 1, whatever the ends. */
static void
line_starts_and_places_agree(void **state)
{
    (void)state;
    static const char letters[] = "ab\n\r\r\n国";
    uint32_t seed = 3;
    for (int i = 0; i < 500; i++) {
        arena *a = arena_new();
        slice_builder b = {.arena = a};
        for (int j = 0; j < 40; j++) {
            seed = seed * 1664525u + 1013904223u;
            size_t at = (seed >> 24) % 7;
            builder_add(&b, at == 6 ? slice_from("国")
                                    : (slice){letters + at, 1});
        }
        jb_source *s = source_from_bytes(SLICE_OF("x"), builder_slice(&b));
        for (size_t line = 1; line < 60; line++) {
            size_t start = source_line_start(s, line);
            if (start == source_text(s).len)
                break;
            source_place p = source_place_of(s, start);
            assert_int_equal(p.line, line);
            assert_int_equal(p.column, 1);
        }
        source_drop(s);
        arena_drop(a);
    }
}

static void
an_empty_source_has_a_place(void **state)
{
    (void)state;
    jb_source *s = source_of("");
    static const place_row rows[] = {{0, 1, 1}};
    check_places(s, rows, 1);
    assert_int_equal(source_line(s, 1).len, 0);
    source_drop(s);
}

static void
spans_cover_both(void **state)
{
    (void)state;
    jb_source *s = source_of("甲乙丙");
    jb_span cover = span_cover(span_of(s, 6, 9), span_of(s, 0, 3));
    assert_true(slice_is(span_text(cover), "甲乙丙"));
    assert_true(slice_is(span_text(span_cover(SPAN_NONE, span_of(s, 3, 6))),
                         "乙"));
    assert_null(span_text(SPAN_NONE).at);
    source_drop(s);
}

static const diag_kind *
complaint(const char *bytes)
{
    jb_source *s = source_of(bytes);
    jb_diags *d = diags_new();
    bool is_read = source_check_encoding(s, d);
    const diag_kind *kind = diags_count(d) == 0 ? NULL : diags_at(d, 0)->kind;
    assert_int_equal(is_read, kind == NULL || kind->severity == DIAG_NOTE);
    diags_drop(d);
    source_drop(s);
    return kind;
}

static void
encodings_are_reported(void **state)
{
    (void)state;
    assert_null(complaint("标题: 甲\n"));
    assert_null(complaint("\xEF\xBB\xBF标题: 甲\n"));
    assert_ptr_equal(complaint("\xB1\xEA\xCC\xE2\xBC\xF2\xB1\xA8\n"),
                     &SOURCE_WAS_GB18030);
    assert_ptr_equal(complaint("甲乙丙丁戊己庚辛壬癸\xFF\n"), &SOURCE_BROKEN);
    assert_ptr_equal(complaint("\x81 \xFF\xFF\x80"), &SOURCE_BAD_BYTES);
    assert_ptr_equal(complaint("%PDF-1.4"), &SOURCE_FOREIGN);
}

static void
files_that_cannot_be_read_are_reported(void **state)
{
    (void)state;
    jb_diags *d = diags_new();
    assert_null(source_from_file("no/such/file", 100, d));
    assert_ptr_equal(diags_at(d, 0)->kind, &SOURCE_UNREADABLE);
    assert_null(source_from_file("src/base/source.c", 10, d));
    assert_ptr_equal(diags_at(d, 1)->kind, &SOURCE_TOO_LARGE);
    diags_drop(d);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_count_characters),
        cmocka_unit_test(lines_end_at_lf_crlf_and_cr),
        cmocka_unit_test(line_starts_and_places_agree),
        cmocka_unit_test(an_empty_source_has_a_place),
        cmocka_unit_test(spans_cover_both),
        cmocka_unit_test(encodings_are_reported),
        cmocka_unit_test(files_that_cannot_be_read_are_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
