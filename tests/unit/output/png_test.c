#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "output/output.h"
#include "unit/output/specimen.h"

/* The file of page one, or an empty slice after errors. */
static slice
written(arena *a, const jb_pages *pages, output_options options,
        jb_diags *diags)
{
    jb_sink *s = sink_to_memory();
    const jb_format *png = format_lookup(SLICE_OF("png"));
    slice bytes = {NULL, 0};
    if (png->write((output_pages){pages, 0, 1}, &options, s, diags))
        bytes = slice_copy(a, sink_bytes(s));
    sink_discard(s);
    return bytes;
}

static slice
written_well(arena *a, const jb_pages *pages, output_options options)
{
    jb_diags *diags = diags_new();
    slice bytes = written(a, pages, options, diags);
    assert_int_equal(diags_count(diags), 0);
    assert_true(bytes.len > 0);
    diags_drop(diags);
    return bytes;
}

typedef struct decoded {
    png_image image;
    uint8_t *rgba;
} decoded;

static decoded
decode(arena *a, slice file)
{
    decoded d = {.image = {.version = PNG_IMAGE_VERSION}};
    assert_true(
        png_image_begin_read_from_memory(&d.image, file.at, file.len));
    d.image.format = PNG_FORMAT_RGBA;
    d.rgba = arena_alloc(a, PNG_IMAGE_SIZE(d.image));
    assert_true(png_image_finish_read(&d.image, NULL, d.rgba, 0, NULL));
    assert_int_equal(d.image.warning_or_error, 0);
    return d;
}

static const uint8_t *
pixel(const decoded *d, uint32_t x, uint32_t y)
{
    return d->rgba + 4 * ((size_t)y * d->image.width + x);
}

static void
assert_pixel(const decoded *d, uint32_t x, uint32_t y, uint32_t rgba)
{
    const uint8_t *p = pixel(d, x, y);
    uint32_t got = (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
                   (uint32_t)p[2] << 8 | p[3];
    assert_int_equal(got, rgba);
}

static uint32_t
word_at(slice file, size_t at)
{
    uint32_t word = 0;
    for (size_t i = 0; i < 4; i++)
        word = word << 8 | (uint8_t)file.at[at + i];
    return word;
}

/* Offset of a chunk's content, 0 when it is not there. */
static size_t
chunk(slice file, const char *type, size_t *n)
{
    for (size_t at = 8; at + 12 <= file.len;) {
        *n = word_at(file, at);
        if (memcmp(file.at + at + 4, type, 4) == 0)
            return at + 8;
        at += *n + 12;
    }
    return 0;
}

static void
areas_have_their_colours_and_sharp_edges(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_pages pages = specimen(a);
    output_options options = OUTPUT_OPTIONS;
    decoded d = decode(a, written_well(a, &pages, options));
    assert_int_equal(d.image.width, 400);
    assert_int_equal(d.image.height, 200);
    assert_pixel(&d, 0, 0, 0xFFFFFFFF);
    assert_pixel(&d, 399, 199, 0xFFFFFFFF);
    assert_pixel(&d, 199, 40, 0xB2182BFF);
    assert_pixel(&d, 200, 40, 0xFFFFFFFF);
    assert_pixel(&d, 100, 39, 0xFFFFFFFF);
    assert_pixel(&d, 100, 71, 0xB2182BFF);
    assert_pixel(&d, 100, 72, 0xFFFFFFFF);
    assert_pixel(&d, 300, 60, 0xFFF4E0FF);
    arena_drop(a);
}

/* A rule of 0.25 pt is half a pixel at 144 dpi: one column, half as dark, and
 * no grey neighbours. */
static void
hairlines_are_one_pixel_wide(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_pages pages = specimen(a);
    decoded d = decode(a, written_well(a, &pages, OUTPUT_OPTIONS));
    int columns = 0;
    for (uint32_t x = 50; x < 70; x++) {
        const uint8_t *p = pixel(&d, x, 170);
        columns += p[0] != 255;
        assert_true(p[0] == 255 || (p[0] > 0x80 && p[0] < 0xA0));
    }
    assert_int_equal(columns, 1);
    arena_drop(a);
}

static void
a_see_through_page_has_no_ground(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_pages pages = specimen(a);
    output_options options = OUTPUT_OPTIONS;
    options.is_transparent = true;
    decoded d = decode(a, written_well(a, &pages, options));
    assert_pixel(&d, 0, 0, 0x00000000);
    assert_pixel(&d, 100, 60, 0xB2182BFF);
    /* Edges of letters keep the letters' colour: no pale fringe on a dark
     * slide. */
    int n_edges = 0;
    for (uint32_t y = 130; y < 165; y++) {
        for (uint32_t x = 64; x < 200; x++) {
            const uint8_t *p = pixel(&d, x, y);
            if (p[3] < 64 || p[3] == 255)
                continue;
            n_edges++;
            assert_in_range(p[0], 0x1E, 0x26);
        }
    }
    assert_true(n_edges > 100);
    /* Paper is white where it is not asked to be see-through. */
    pages.pages.at[0].ground = COLOUR_NONE;
    decoded paper = decode(a, written_well(a, &pages, OUTPUT_OPTIONS));
    assert_pixel(&paper, 0, 0, 0xFFFFFFFF);
    arena_drop(a);
}

static void
the_file_says_size_and_meaning(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_pages pages = specimen(a);
    output_options options = OUTPUT_OPTIONS;
    options.dpi = 300;
    slice file = written_well(a, &pages, options);
    size_t n, at = chunk(file, "pHYs", &n);
    assert_int_equal(n, 9);
    assert_int_equal(word_at(file, at), 11811);
    assert_int_equal(word_at(file, at + 4), 11811);
    assert_int_equal(file.at[at + 8], 1);
    assert_true(chunk(file, "sRGB", &n) > 0);
    assert_int_equal(chunk(file, "tIME", &n), 0);
    at = chunk(file, "iTXt", &n);
    assert_true(slice_ends_with((slice){file.at + at, n}, pages.title));
    assert_int_equal(word_at(file, 16), 833);
    arena_drop(a);
}

static void
the_same_page_gives_the_same_bytes(void **state)
{
    (void)state;
    arena *a = arena_new(), *b = arena_new();
    jb_pages one = specimen(a), two = specimen(b);
    for (int dpi = 60; dpi <= 240; dpi += 45) {
        output_options options = OUTPUT_OPTIONS;
        options.dpi = dpi;
        assert_true(slice_equal(written_well(a, &one, options),
                                written_well(b, &two, options)));
    }
    arena_drop(a);
    arena_drop(b);
}

/* With a picture every colour is kept, so the file is RGB; without it the
 * settled palette must be near that. */
static void
settled_edges_stay_near_the_true_ones(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_pages few = specimen(a), many = specimen(a);
    jb_display *d = &many.pages.at[0].display;
    specimen_picture(d, (jb_rect){0, SPECIMEN_PT(90), SPECIMEN_PT(10),
                                  SPECIMEN_PT(10)});
    for (int transparent = 0; transparent < 2; transparent++) {
        output_options options = OUTPUT_OPTIONS;
        options.is_transparent = transparent;
        slice f = written_well(a, &few, options);
        slice m = written_well(a, &many, options);
        assert_int_equal(f.at[25], 3);
        decoded one = decode(a, f), two = decode(a, m);
        size_t n_checked = (size_t)170 * one.image.width * 4;
        for (size_t i = 3; i < n_checked; i += 4) {
            int apart = abs(one.rgba[i] - two.rgba[i]);
            for (size_t k = i - 3; k < i; k++)
                apart = one.rgba[i] < 64 ||
                                abs(one.rgba[k] - two.rgba[k]) < apart
                            ? apart
                            : abs(one.rgba[k] - two.rgba[k]);
            assert_in_range(apart, 0, 8);
        }
    }
    arena_drop(a);
}

static void
images_are_drawn_in_their_place(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_pages pages = specimen(a);
    specimen_picture(&pages.pages.at[0].display,
                     (jb_rect){SPECIMEN_PT(160), SPECIMEN_PT(60),
                               SPECIMEN_PT(32), SPECIMEN_PT(32)});
    decoded d = decode(a, written_well(a, &pages, OUTPUT_OPTIONS));
    const uint8_t *p = pixel(&d, 380, 124);
    assert_in_range(p[0], 0, 40);
    assert_in_range(p[1], 210, 255);
    p = pixel(&d, 380, 180);
    assert_in_range(p[0], 215, 255);
    assert_pixel(&d, 390, 120, 0xFFFFFFFF);
    arena_drop(a);
}

static void
sizes_out_of_bounds_are_refused(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_pages pages = specimen(a);
    static const double wrong[] = {0, -144, 1e300, 1.0 / 0.0, 0.0 / 0.0};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        jb_diags *diags = diags_new();
        output_options options = OUTPUT_OPTIONS;
        options.dpi = wrong[i];
        assert_int_equal(written(a, &pages, options, diags).len, 0);
        assert_ptr_equal(diags_at(diags, 0)->kind, &OUTPUT_RESOLUTION_BAD);
        diags_drop(diags);
    }
    static const jb_size sizes[] = {
        {INT32_MAX, 1}, {1, INT32_MAX}, {INT32_MAX / 32, INT32_MAX / 32}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        jb_diags *diags = diags_new();
        pages.pages.at[0].size = sizes[i];
        assert_int_equal(written(a, &pages, OUTPUT_OPTIONS, diags).len, 0);
        assert_ptr_equal(diags_at(diags, 0)->kind, &OUTPUT_TOO_MANY_PIXELS);
        diags_drop(diags);
    }
    pages.pages.at[0].size = (jb_size){0, 0};
    decode(a, written_well(a, &pages, OUTPUT_OPTIONS));
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(areas_have_their_colours_and_sharp_edges),
        cmocka_unit_test(hairlines_are_one_pixel_wide),
        cmocka_unit_test(a_see_through_page_has_no_ground),
        cmocka_unit_test(the_file_says_size_and_meaning),
        cmocka_unit_test(the_same_page_gives_the_same_bytes),
        cmocka_unit_test(settled_edges_stay_near_the_true_ones),
        cmocka_unit_test(images_are_drawn_in_their_place),
        cmocka_unit_test(sizes_out_of_bounds_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
