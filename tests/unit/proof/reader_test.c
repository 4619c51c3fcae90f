/* reader, drawing: PDF files of others are read, or refused for a reason. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <cairo-pdf.h>
#include <math.h>

#include "proof/drawing.h"
#include "proof/finished.h"
#include "proof/foreign.h"

/* Fontconfig keeps what it found for Cairo's and Poppler's faces. */
__attribute__((visibility("default"))) const char *
__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\n";
}

static cairo_status_t
add_bytes(void *user, const unsigned char *bytes, unsigned n)
{
    builder_add(user, (slice){(const char *)bytes, n});
    return CAIRO_STATUS_SUCCESS;
}

/* Pages with a word on the first, when there is one. */
static slice
pdf_of(arena *a, int n_pages, const char *word)
{
    slice_builder b = {.arena = a};
    cairo_surface_t *s =
        cairo_pdf_surface_create_for_stream(add_bytes, &b, 300, 400);
    cairo_t *cr = cairo_create(s);
    for (int i = 0; i < n_pages; i++) {
        cairo_move_to(cr, 50, 100);
        cairo_set_font_size(cr, 20);
        if (i == 0 && word != NULL)
            cairo_show_text(cr, word);
        cairo_rectangle(cr, 50, 120, 200, 2);
        cairo_set_source_rgb(cr, 1, 0, 0);
        cairo_fill(cr);
        cairo_show_page(cr);
    }
    cairo_destroy(cr);
    cairo_surface_finish(s);
    cairo_surface_destroy(s);
    return builder_slice(&b);
}

static bool
reads(arena *a, slice bytes, const diag_kind *expected, reader_document *out)
{
    jb_diags *diags = diags_new();
    *out = (reader_document){.n_characters = 0};
    bool is_read = foreign_read(a, SLICE_OF("file"), bytes, out, diags);
    assert_int_equal(diags_count(diags), expected == NULL ? 0 : 1);
    if (expected != NULL)
        assert_ptr_equal(diags_at(diags, 0)->kind, expected);
    diags_drop(diags);
    return is_read;
}

static void
a_page_is_read_where_it_was_drawn(void **state)
{
    (void)state;
    arena *a = arena_new();
    reader_document read;
    assert_true(reads(a, pdf_of(a, 1, "Hello"), NULL, &read));
    seen_document seen = seen_from_reader(a, &read);
    assert_int_equal(seen.lines.n, 1);
    const seen_line *l = &seen.lines.at[0];
    assert_true(slice_is(seen_text(a, l), "Hello"));
    assert_true(fabs(l->baseline - 100) < 0.01);
    assert_true(fabs(l->left - 50) < 0.01);
    assert_true(fabs(l->size - 20) < 0.01);
    assert_int_equal(seen.rules.n, 1);
    const seen_rule *r = &seen.rules.at[0];
    assert_true(fabs(r->x - 50) < 0.01 && fabs(r->y - 120) < 0.01);
    assert_true(fabs(r->w - 200) < 0.01 && fabs(r->h - 2) < 0.01);
    assert_true(r->colour.r == 255 && r->colour.g == 0);
    assert_true(read.fonts.n == 1 && read.fonts.at[0].is_embedded);
    arena_drop(a);
}

static void
what_cannot_be_read_is_refused(void **state)
{
    (void)state;
    arena *a = arena_new();
    reader_document read;
    slice whole = pdf_of(a, 1, "Hello");
    assert_false(reads(a, SLICE_OF("%PDF-1.4\nno more\n"),
                       &PROOF_PDF_DAMAGED, &read));
    assert_false(reads(a, SLICE_OF(""), &PROOF_PDF_DAMAGED, &read));
    assert_false(reads(a, pdf_of(a, 1, NULL), &PROOF_PDF_WORDLESS, &read));
    assert_false(reads(a, pdf_of(a, 2001, "x"), &PROOF_PDF_LONG, &read));
    /* Cut anywhere, it is refused or read, never fatal. */
    for (size_t n = 0; n < whole.len; n += 97) {
        jb_diags *diags = diags_new();
        read = (reader_document){.n_characters = 0};
        foreign_read(a, SLICE_OF("file"), slice_cut(whole, 0, n), &read,
                    diags);
        diags_drop(diags);
    }
    arena_drop(a);
}

/* Keys that no password, nor none, was made with. */
static void
a_locked_file_is_refused(void **state)
{
    (void)state;
    static const char body[] =
        "%PDF-1.4\n"
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
        "4 0 obj<</Filter/Standard/V 1/R 2/P -4"
        "/O(12345678901234567890123456789012)"
        "/U(12345678901234567890123456789012)>>endobj\n"
        "trailer<</Root 1 0 R/Size 5/Encrypt 4 0 R"
        "/ID[(1234567890123456)(1234567890123456)]>>\n%%EOF\n";
    arena *a = arena_new();
    reader_document read;
    assert_false(reads(a, slice_from(body), &PROOF_PDF_LOCKED, &read));
    arena_drop(a);
}

/* As Cairo 1.16 and 1.18 write it. */
static void
both_manners_of_svg_are_read(void **state)
{
    (void)state;
    static const char *const manners[] = {
        "<svg><defs><symbol overflow=\"visible\" id=\"glyph0-1\">"
        "<path style=\"stroke:none;\" d=\"M 1 -9 L 9 -9 L 9 1 Z M 1 -9 \"/>"
        "</symbol></defs><g style=\"fill:rgb(100%,0%,0%);fill-opacity:1;\">"
        "<use xlink:href=\"#glyph0-1\" x=\"20\" y=\"30.5\"/></g>"
        "<path style=\" stroke:none;fill-rule:nonzero;fill:rgb(0%,100%,0%);\""
        " d=\"M 0 0 L 100 0 L 100 2 L 0 2 Z\" "
        "transform=\"matrix(1,0,0,-1,10,50)\"/></svg>",
        "<svg><defs><g><g id=\"glyph-0-1\">"
        "<path d=\"M 1 -9 L 9 -9 L 9 1 Z M 1 -9 \"/></g></g></defs>"
        "<g fill=\"rgb(100%, 0%, 0%)\" fill-opacity=\"1\">"
        "<use xlink:href=\"#glyph-0-1\" x=\"20\" y=\"30.5\"/></g>"
        "<path fill-rule=\"nonzero\" fill=\"rgb(0%, 100%, 0%)\""
        " d=\"M 0 0 L 100 0 L 100 2 L 0 2 Z\""
        " transform=\"matrix(1, 0, 0, -1, 10, 50)\"/></svg>",
    };
    for (size_t i = 0; i < 2; i++) {
        arena *a = arena_new();
        page_drawing d = drawing_from_svg(a, slice_from(manners[i]));
        assert_int_equal(d.glyphs.n, 1);
        assert_true(d.glyphs.at[0].x == 20 && d.glyphs.at[0].y == 30.5);
        assert_true(d.glyphs.at[0].ink.y1 == -9);
        assert_true(d.glyphs.at[0].ink.y2 == 1);
        assert_int_equal(d.shapes.n, 1);
        reader_box b = d.shapes.at[0].box;
        assert_true(b.x1 == 10 && b.x2 == 110 && b.y1 == 48 && b.y2 == 50);
        assert_int_equal(d.shapes.at[0].colour.g, 255);
        arena_drop(a);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_read_where_it_was_drawn),
        cmocka_unit_test(what_cannot_be_read_is_refused),
        cmocka_unit_test(a_locked_file_is_refused),
        cmocka_unit_test(both_manners_of_svg_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
