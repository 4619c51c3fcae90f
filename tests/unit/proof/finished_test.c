/* Files that cannot be read back: each has its own finding. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <cairo.h>
#include <string.h>

#include "proof/finished.h"

#define PAGE LEN_OF_PT(100)

static cairo_status_t
add_bytes(void *user, const unsigned char *bytes, unsigned n)
{
    builder_add(user, (slice){(const char *)bytes, n});
    return CAIRO_STATUS_SUCCESS;
}

static slice
png_of(arena *a, int side)
{
    slice_builder b = {.arena = a};
    cairo_surface_t *s =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side);
    cairo_surface_write_to_png_stream(s, add_bytes, &b);
    cairo_surface_destroy(s);
    return builder_slice(&b);
}

static bool
reads(arena *a, finished_file file, const diag_kind *expected)
{
    jb_diags *diags = diags_new();
    proof_pixels pixels;
    file.name = SLICE_OF("file");
    file.size = (jb_size){PAGE, PAGE};
    file.dpi = 72;
    bool is_read = finished_read(a, &file, &pixels, diags);
    assert_int_equal(diags_count(diags), expected == NULL ? 0 : 1);
    if (expected != NULL)
        assert_ptr_equal(diags_at(diags, 0)->kind, expected);
    diags_drop(diags);
    return is_read;
}

static void
png_is_read_or_refused(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice whole = png_of(a, 100);
    finished_file file = {.bytes = whole, .format = SLICE_OF("png")};
    assert_true(reads(a, file, NULL));
    for (size_t n = 0; n + 20 < whole.len; n += 7) {
        file.bytes = slice_cut(whole, 0, n);
        assert_false(reads(a, file, &PROOF_UNREADABLE));
    }
    file.bytes = png_of(a, 90);
    assert_false(reads(a, file, &PROOF_OTHER_SIZE));
    arena_drop(a);
}

static void
vectors_are_read_or_refused(void **state)
{
    (void)state;
    arena *a = arena_new();
    finished_file svg = {
        .bytes = SLICE_OF("<svg xmlns='http://www.w3.org/2000/svg'/>"),
        .format = SLICE_OF("svg")};
    assert_true(reads(a, svg, NULL));
    svg.bytes = SLICE_OF("<svg xmlns='http://www.w3.org/2000/svg'><g>");
    assert_false(reads(a, svg, &PROOF_UNREADABLE));
    finished_file pdf = {.bytes = SLICE_OF("%PDF-1.7 and nothing else"),
                         .format = SLICE_OF("pdf")};
    assert_false(reads(a, pdf, &PROOF_UNREADABLE));
    pdf.library = "nobody-has-this.so";
    assert_false(reads(a, pdf, &PROOF_READER_MISSING));
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(png_is_read_or_refused),
        cmocka_unit_test(vectors_are_read_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
