#include "output/png_rows.h"

#include <string.h>

#define FILTER_NONE 0
#define FILTER_UP 2

static int
depth_for(size_t n_colours)
{
    return n_colours <= 2 ? 1 : n_colours <= 4 ? 2 : n_colours <= 16 ? 4 : 8;
}

/* Indices side by side, the first in the high bits (7.2). */
static void
put_indices(const png_pixels *from, const png_palette *p, int depth,
            uint32_t y, uint8_t *to)
{
    const uint32_t *row = from->at + y * from->stride;
    uint32_t last = ~row[0], byte = 0;
    uint8_t index = 0;
    int filled = 0; /* bits of the byte */
    for (uint32_t x = 0; x < from->width; x++) {
        if (row[x] != last) {
            last = row[x];
            index = png_palette_index(p, last | from->opaque);
        }
        byte = byte << depth | index;
        filled += depth;
        if (filled == 8) {
            *to++ = (uint8_t)byte;
            filled = 0;
        }
    }
    if (filled > 0)
        *to = (uint8_t)(byte << (8 - filled));
}

static void
index_rows(arena *scratch, const png_pixels *from, const png_palette *p,
           png_picture *out)
{
    out->colour = PNG_INDEXED;
    out->depth = depth_for(png_palette_count(p));
    out->palette = png_palette_colours(p);
    out->n_palette = png_palette_count(p);
    size_t row_bytes =
        1 + ((size_t)from->width * (size_t)out->depth + 7) / 8;
    uint8_t *rows = arena_alloc_unset(scratch, from->height * row_bytes);
    for (uint32_t y = 0; y < from->height; y++) {
        rows[y * row_bytes] = FILTER_NONE;
        put_indices(from, p, out->depth, y, rows + y * row_bytes + 1);
    }
    out->rows = rows;
    out->rows_bytes = row_bytes * from->height;
}

static bool
is_opaque(const png_pixels *from)
{
    uint32_t all = from->opaque != 0 ? 0 : UINT32_MAX;
    for (uint32_t y = 0; from->opaque == 0 && y < from->height; y++)
        for (uint32_t x = 0; x < from->width; x++)
            all &= from->at[y * from->stride + x];
    return (all | from->opaque) >> 24 == 255;
}

static void
put_rgb(const uint32_t *row, uint32_t width, uint8_t *to)
{
    for (uint32_t x = 0; x < width; x++, to += 3) {
        to[0] = (uint8_t)(row[x] >> 16);
        to[1] = (uint8_t)(row[x] >> 8);
        to[2] = (uint8_t)row[x];
    }
}

static void
put_rgba(const uint32_t *row, uint32_t width, uint8_t *to)
{
    for (uint32_t x = 0; x < width; x++, to += 4)
        png_unmultiply(row[x], to);
}

/* A row like the one above becomes zeros by filter Up, which is what a page
 * with much white likes; other filters hurt drawings. */
static void
filter_repeats(uint8_t *rows, size_t n, size_t row_bytes)
{
    for (size_t y = n - 1; y > 0; y--) {
        uint8_t *row = rows + y * row_bytes;
        if (memcmp(row + 1, row - row_bytes + 1, row_bytes - 1) != 0)
            continue;
        memset(row, 0, row_bytes);
        row[0] = FILTER_UP;
    }
}

static void
sample_rows(arena *scratch, const png_pixels *from, png_picture *out)
{
    bool is_rgb = is_opaque(from);
    out->colour = is_rgb ? PNG_RGB : PNG_RGBA;
    out->depth = 8;
    size_t row_bytes = 1 + (size_t)from->width * (is_rgb ? 3 : 4);
    uint8_t *rows = arena_alloc_unset(scratch, from->height * row_bytes);
    for (uint32_t y = 0; y < from->height; y++) {
        rows[y * row_bytes] = FILTER_NONE;
        const uint32_t *row = from->at + y * from->stride;
        (is_rgb ? put_rgb : put_rgba)(row, from->width,
                                      rows + y * row_bytes + 1);
    }
    filter_repeats(rows, from->height, row_bytes);
    out->rows = rows;
    out->rows_bytes = row_bytes * from->height;
}

void
png_rows_from(arena *scratch, const png_pixels *pixels, png_picture *picture)
{
    const png_palette *p = png_palette_from(scratch, pixels);
    picture->width = pixels->width;
    picture->height = pixels->height;
    if (p != NULL)
        index_rows(scratch, pixels, p, picture);
    else
        sample_rows(scratch, pixels, picture);
}
