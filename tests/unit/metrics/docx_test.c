#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "archive.h"
#include "metrics/metrics.h"
#include "metrics/docx.h"

#define BODY(text) "<w:document xmlns:w='w'><w:body>" text "</w:body></w:document>"
#define P(text) "<w:p>" text "</w:p>"
#define T(text) "<w:r><w:t xml:space='preserve'>" text "</w:t></w:r>"

/* The text of a document with these parts; in `a`. NULL when refused. */
static const char *
text_of(arena *a, const char *body, const char *footnotes)
{
    archive_part parts[] = {
        {"[Content_Types].xml", SLICE_OF("<Types/>")},
        {"word/document.xml", slice_from(body)},
        {"word/footnotes.xml", slice_from(footnotes)},
    };
    archive_bytes out = {0};
    jb_diags *diags = diags_new();
    archive_from(a, parts, footnotes == NULL ? 2 : 3, &out);
    slice bytes = {(char *)out.at, out.n};
    assert_true(docx_is(bytes));
    jb_source *document = source_from_bytes(SLICE_OF("报告.docx"), bytes);
    jb_source *text = docx_text(document, diags);
    const char *copy = NULL;
    if (text != NULL) {
        copy = slice_copy(a, source_text(text)).at;
        assert_int_equal(diags_count(diags), 0);
    } else {
        assert_int_equal(diags_count(diags), 1);
        assert_ptr_equal(diags_at(diags, 0)->kind, &DOCX_DAMAGED);
    }
    source_drop(text);
    source_drop(document);
    diags_drop(diags);
    return copy;
}

static void
assert_text(const char *body, const char *footnotes, const char *expected)
{
    arena *a = arena_new();
    const char *text = text_of(a, body, footnotes);
    assert_non_null(text);
    assert_string_equal(text, expected);
    arena_drop(a);
}

static void
paragraphs_are_lines(void **state)
{
    (void)state;
    assert_text(BODY(P(T("增长") T("5.6%。")) P("") P(T("甲 乙"))), NULL,
                "增长5.6%。\n\n甲 乙\n");
    assert_text(BODY(P(T("一") "<w:r><w:tab/><w:br/></w:r>" T("二"))), NULL,
                "一  二\n");
    assert_text(BODY(P(T("A&amp;B &lt;1"))), NULL, "A&B <1\n");
}

static void
rows_of_tables_are_lines(void **state)
{
    (void)state;
    assert_text(
        BODY("<w:tbl><w:tr><w:tc>" P(T("指标")) "</w:tc><w:tc>" P(T("本期"))
                 P(T("亿元")) "</w:tc></w:tr></w:tbl>" P(T("完"))),
        NULL, "指标\t本期 亿元\n完\n");
}

/* A cell over two columns is followed by an empty one, so that what stands
 * below one another has one number. */
static void
cells_keep_their_columns(void **state)
{
    (void)state;
    assert_text(
        BODY("<w:tbl><w:tr><w:tc>" P(T("县区")) "</w:tc><w:tc><w:tcPr>"
             "<w:gridSpan w:val='2'/></w:tcPr>" P(T("收入")) "</w:tc></w:tr>"
             "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" P("") "</w:tc><w:tc>"
                 P(T("本期")) "</w:tc><w:tc>" P(T("增速")) "</w:tc></w:tr>"
             "</w:tbl>"),
        NULL, "县区\t收入\t\n\t本期\t增速\n");
}

/* What review has taken out is not said; what it has put in is. */
static void
deleted_text_is_left_out(void **state)
{
    (void)state;
    assert_text(
        BODY(P("<w:del><w:r><w:delText>下降</w:delText></w:r></w:del>"
               "<w:moveFrom>" T("甲") "</w:moveFrom>"
               "<w:ins>" T("增长") "</w:ins>" T("3%"))),
        NULL, "增长3%\n");
}

static void
instructions_and_alternatives_are_left_out(void **state)
{
    (void)state;
    assert_text(
        BODY(P("<w:r><w:instrText>PAGE</w:instrText></w:r>"
               "<mc:AlternateContent xmlns:mc='m'><mc:Choice>" T("框")
               "</mc:Choice><mc:Fallback>" T("框")
               "</mc:Fallback></mc:AlternateContent>" T("外"))),
        NULL, "框外\n");
}

/* What Word numbers by itself is lost, and that is said. */
static void
numbers_of_word_are_told_as_lost(void **state)
{
    (void)state;
    arena *a = arena_new();
    archive_part parts[] = {
        {"word/document.xml",
         SLICE_OF(BODY(P("<w:pPr><w:numPr/></w:pPr>" T("甲")) P(T("乙"))))}};
    archive_bytes out = {0};
    jb_diags *diags = diags_new();
    archive_from(a, parts, 1, &out);
    jb_source *document = source_from_bytes(
        SLICE_OF("报告.docx"), (slice){(char *)out.at, out.n});
    jb_source *text = docx_text(document, diags);
    assert_non_null(text);
    assert_int_equal(diags_count(diags), 1);
    assert_ptr_equal(diags_at(diags, 0)->kind, &DOCX_NUMBERED);
    source_drop(text);
    source_drop(document);
    diags_drop(diags);
    arena_drop(a);
}

static void
notes_stand_behind_the_text(void **state)
{
    (void)state;
    assert_text(BODY(P(T("正文"))),
                "<w:footnotes xmlns:w='w'><w:footnote w:type='separator'>"
                P(T("—")) "</w:footnote><w:footnote w:id='1'>" P(T("注"))
                "</w:footnote></w:footnotes>",
                "正文\n注\n");
}

static void
damaged_documents_are_refused(void **state)
{
    (void)state;
    arena *a = arena_new();
    assert_null(text_of(a, "<w:document>", NULL));
    assert_null(text_of(a, "", NULL));
    assert_null(text_of(a, "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", NULL));
    assert_null(text_of(a, BODY(""), NULL));
    assert_null(text_of(a, BODY(P(T("正文"))), "<w:footnotes"));
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_are_lines),
        cmocka_unit_test(rows_of_tables_are_lines),
        cmocka_unit_test(cells_keep_their_columns),
        cmocka_unit_test(deleted_text_is_left_out),
        cmocka_unit_test(instructions_and_alternatives_are_left_out),
        cmocka_unit_test(numbers_of_word_are_told_as_lost),
        cmocka_unit_test(notes_stand_behind_the_text),
        cmocka_unit_test(damaged_documents_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
