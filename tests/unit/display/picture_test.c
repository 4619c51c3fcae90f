#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <png.h>

#include "display/picture.h"

/* A PNG of `width`×`height` whose red grows to the right. */
static slice
png_of(arena *a, uint32_t width, uint32_t height)
{
    png_image image = {.version = PNG_IMAGE_VERSION, .width = width,
                       .height = height, .format = PNG_FORMAT_RGBA};
    uint8_t *pixels = arena_alloc(a, (size_t)width * height * 4);
    for (size_t i = 0; i < (size_t)width * height; i++) {
        pixels[4 * i] = (uint8_t)(i % width);
        pixels[4 * i + 3] = 255;
    }
    png_alloc_size_t bytes = PNG_IMAGE_PNG_SIZE_MAX(image);
    char *file = arena_alloc(a, bytes);
    assert_true(png_image_write_to_memory(&image, file, &bytes, 0, pixels, 0,
                                          NULL));
    return (slice){file, bytes};
}

static void
pixels_come_as_they_were(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_picture p;
    assert_true(picture_from_png(a, png_of(a, 7, 3),
                                 PICTURE_PIXELS_MAX, &p));
    assert_int_equal(p.width, 7);
    assert_int_equal(p.height, 3);
    assert_int_equal(p.pixels[4 * 6], 6);
    assert_int_equal(p.pixels[4 * 13 + 3], 255);
    arena_drop(a);
}

/* A file cut anywhere, or with any byte changed, is refused or read. */
static void
damaged_files_are_survived(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice whole = png_of(a, 40, 20);
    jb_picture p;
    for (size_t n = 0; n + 12 < whole.len; n++)
        assert_false(picture_from_png(a, slice_cut(whole, 0, n),
                                 PICTURE_PIXELS_MAX, &p));
    char *changed = arena_alloc(a, whole.len);
    for (size_t i = 0; i < whole.len; i++) {
        memcpy(changed, whole.at, whole.len);
        changed[i] = (char)(changed[i] ^ 0x5A);
        if (picture_from_png(a, (slice){changed, whole.len},
                                 PICTURE_PIXELS_MAX, &p))
            assert_true(p.width > 0 && p.pixels != NULL);
    }
    arena_drop(a);
}

static void
too_many_pixels_are_refused(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_picture p;
    assert_false(picture_from_png(a, png_of(a, 2049, 2048),
                                 PICTURE_PIXELS_MAX, &p));
    arena_drop(a);
}

static void
proportions_are_kept_in_a_box(void **state)
{
    (void)state;
    jb_picture wide = {.width = 300, .height = 100};
    jb_rect r = picture_in_box(&wide, (jb_rect){10, 20, 600, 100}, 2);
    assert_int_equal(r.w, 300);
    assert_int_equal(r.h, 100);
    assert_int_equal(r.x, 310);
    r = picture_in_box(&wide, (jb_rect){10, 20, 150, 100}, 0);
    assert_int_equal(r.w, 150);
    assert_int_equal(r.h, 50);
    assert_int_equal(r.x, 10);
    assert_int_equal(r.y, 45);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pixels_come_as_they_were),
        cmocka_unit_test(damaged_files_are_survived),
        cmocka_unit_test(too_many_pixels_are_refused),
        cmocka_unit_test(proportions_are_kept_in_a_box),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
