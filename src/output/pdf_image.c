#include "output/pdf_image.h"

size_t
pdf_images_index(pdf_images *m, const display_image *image)
{
    for (size_t i = 0; i < m->images.n; i++) {
        const display_image *other = m->images.at[i];
        if (other->pixels == image->pixels && other->width == image->width &&
            other->height == image->height)
            return i;
    }
    ARRAY_PUSH(m->arena, &m->images, image);
    return m->images.n - 1;
}

static bool
is_grey(const display_image *image)
{
    const uint8_t *p = image->pixels;
    for (size_t n = (size_t)image->width * image->height; n > 0; n--, p += 4)
        if (p[0] != p[1] || p[1] != p[2])
            return false;
    return true;
}

static bool
is_opaque(const display_image *image)
{
    const uint8_t *p = image->pixels;
    for (size_t n = (size_t)image->width * image->height; n > 0; n--, p += 4)
        if (p[3] != 255)
            return false;
    return true;
}

/* Channels [from, to) of all pixels, each row behind PNG's filter byte 2: a
 * row says how it differs from the one above, which packs far better. */
static slice
samples(arena *a, const display_image *image, size_t from, size_t to)
{
    size_t width = image->width;
    unsigned char *out =
        arena_array(a, image->height, width * (to - from) + 1);
    unsigned char *at = out;
    for (size_t y = 0; y < image->height; y++) {
        const uint8_t *row = image->pixels + y * width * 4;
        const uint8_t *above = y > 0 ? row - width * 4 : NULL;
        *at++ = 2;
        for (size_t i = 0; i < width * 4; i++)
            if (i % 4 >= from && i % 4 < to)
                *at++ = (unsigned char)(row[i] - (above ? above[i] : 0));
    }
    return (slice){(char *)out, (size_t)(at - out)};
}

static slice
entries(arena *a, const display_image *image, const char *space, int colours)
{
    return slice_printf(
        a,
        "/Type/XObject/Subtype/Image/Width %u/Height %u/BitsPerComponent 8"
        "/ColorSpace/%s/DecodeParms<</Predictor 15/Colors %d/Columns %u>>",
        image->width, image->height, space, colours, image->width);
}

static pdf_ref
write_image(arena *a, pdf_file *file, const display_image *image)
{
    pdf_ref mask = 0;
    if (!is_opaque(image)) {
        mask = pdf_file_reserve(file);
        pdf_file_packed_stream(file, mask, entries(a, image, "DeviceGray", 1),
                        samples(a, image, 3, 4));
    }
    bool grey = is_grey(image);
    slice_builder b = {.arena = a};
    builder_add(&b, grey ? entries(a, image, "DeviceGray", 1)
                         : entries(a, image, "DeviceRGB", 3));
    if (mask != 0)
        builder_printf(&b, "/SMask %u 0 R", mask);
    pdf_ref ref = pdf_file_reserve(file);
    pdf_file_packed_stream(file, ref, builder_slice(&b),
                    samples(a, image, 0, grey ? 1 : 3));
    return ref;
}

void
pdf_images_write(const pdf_images *m, pdf_file *file, slice_builder *out)
{
    for (size_t i = 0; i < m->images.n; i++) {
        arena *scratch = arena_new();
        pdf_ref ref = write_image(scratch, file, m->images.at[i]);
        builder_printf(out, "/I%zu %u 0 R", i, ref);
        arena_drop(scratch);
    }
}
