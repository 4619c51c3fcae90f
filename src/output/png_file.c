#include "output/png_file.h"

#include <libdeflate.h>

#include "base/array.h"

/* Level 6 of libdeflate is the knee: 12 takes sixty times as long for a
 * seventh less. */
#define COMPRESSION 6
#define PERCEPTUAL 0 /* sRGB rendering intent, 11.3.2.5 */

typedef ARRAY(uint8_t) bytes;

static void
put(arena *a, bytes *b, const void *from, size_t n)
{
    const uint8_t *at = from;
    for (size_t i = 0; i < n; i++)
        ARRAY_PUSH(a, b, at[i]);
}

static void
put_word(uint8_t *at, uint32_t word)
{
    for (int i = 0; i < 4; i++)
        at[i] = (uint8_t)(word >> (24 - 8 * i));
}

static void
write_chunk(jb_sink *sink, const char *type, const void *content, size_t n)
{
    uint8_t head[8], tail[4];
    put_word(head, (uint32_t)n);
    memcpy(head + 4, type, 4);
    uint32_t sum = libdeflate_crc32(0, type, 4);
    if (n > 0)
        sum = libdeflate_crc32(sum, content, n);
    put_word(tail, sum);
    sink_write(sink, (slice){(const char *)head, 8});
    sink_write(sink, (slice){content, n});
    sink_write(sink, (slice){(const char *)tail, 4});
}

static void
write_header(const png_picture *p, jb_sink *sink)
{
    uint8_t header[13] = {0};
    put_word(header, p->width);
    put_word(header + 4, p->height);
    header[8] = (uint8_t)p->depth;
    header[9] = (uint8_t)p->colour;
    write_chunk(sink, "IHDR", header, sizeof header);
}

static void
write_resolution(const png_picture *p, jb_sink *sink)
{
    uint8_t density[9];
    put_word(density, p->pixels_per_metre);
    put_word(density + 4, p->pixels_per_metre);
    density[8] = 1; /* the metre */
    write_chunk(sink, "pHYs", density, sizeof density);
}

/* PLTE, and tRNS up to the last entry that is not opaque. */
static void
write_palette(const png_picture *p, jb_sink *sink)
{
    uint8_t colours[256 * 3] = {0}, opacity[256];
    size_t n_opacity = 0;
    for (size_t i = 0; i < p->n_palette; i++) {
        memcpy(colours + 3 * i, p->palette[i], 3);
        opacity[i] = p->palette[i][3];
        if (opacity[i] != 255)
            n_opacity = i + 1;
    }
    write_chunk(sink, "PLTE", colours, 3 * p->n_palette);
    if (n_opacity > 0)
        write_chunk(sink, "tRNS", opacity, n_opacity);
}

/* International text, uncompressed: keyword, then four empty fields. */
static void
write_text(arena *scratch, const char *keyword, slice text, jb_sink *sink)
{
    static const uint8_t fields[5] = {0, 0, 0, 0, 0};
    bytes b = {0};
    if (text.len == 0)
        return;
    put(scratch, &b, keyword, strlen(keyword));
    put(scratch, &b, fields, sizeof fields);
    put(scratch, &b, text.at, text.len);
    write_chunk(sink, "iTXt", b.at, b.n);
}

static void
drop_compressor(void *compressor)
{
    libdeflate_free_compressor(compressor);
}

static void
write_rows(arena *scratch, const png_picture *p, jb_sink *sink)
{
    struct libdeflate_compressor *c = libdeflate_alloc_compressor(COMPRESSION);
    arena_defer(scratch, drop_compressor, c);
    size_t room = libdeflate_zlib_compress_bound(c, p->rows_bytes);
    void *packed = arena_alloc_unset(scratch, room);
    size_t n =
        libdeflate_zlib_compress(c, p->rows, p->rows_bytes, packed, room);
    write_chunk(sink, "IDAT", packed, n);
}

void
png_file_write(arena *scratch, const png_picture *p, jb_sink *sink)
{
    static const uint8_t intent = PERCEPTUAL;
    sink_write(sink, SLICE_OF("\x89PNG\r\n\x1a\n"));
    write_header(p, sink);
    write_chunk(sink, "sRGB", &intent, 1);
    write_resolution(p, sink);
    write_text(scratch, "Title", p->title, sink);
    write_text(scratch, "Description", p->description, sink);
    if (p->colour == PNG_INDEXED)
        write_palette(p, sink);
    write_rows(scratch, p, sink);
    write_chunk(sink, "IEND", NULL, 0);
}
