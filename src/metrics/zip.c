#include "metrics/zip.h"

#include <libdeflate.h>
#include <stdint.h>

#define END_BYTES 22u
#define ENTRY_BYTES 46u
#define LOCAL_BYTES 30u
#define COMMENT_MOST 65535u
#define ENCIPHERED 1u
#define STORED 0u
#define DEFLATED 8u

static const slice NOTHING = {NULL, 0};

static uint32_t
number(slice s, size_t at, size_t bytes)
{
    uint32_t n = 0;
    for (size_t i = bytes; i > 0; i--)
        n = n << 8 | (unsigned char)s.at[at + i - 1];
    return n;
}

/* The end of the directory stands last, before a comment. */
static bool
find_end(slice zip, size_t *at)
{
    if (zip.len < END_BYTES)
        return false;
    size_t last = zip.len - END_BYTES;
    size_t first = last > COMMENT_MOST ? last - COMMENT_MOST : 0;
    for (size_t i = last + 1; i > first; i--) {
        *at = i - 1;
        if (slice_starts_with(slice_cut(zip, *at, zip.len),
                              SLICE_OF("PK\5\6")))
            return true;
    }
    return false;
}

static slice
inflated(arena *a, slice packed, size_t size)
{
    struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
    char *at = arena_alloc(a, size + 1);
    size_t got = 0;
    bool is_good =
        d != NULL &&
        libdeflate_deflate_decompress(d, packed.at, packed.len, at, size,
                                      &got) == LIBDEFLATE_SUCCESS;
    libdeflate_free_decompressor(d);
    return is_good && got == size ? (slice){at, size} : NOTHING;
}

/* The entry of the directory at `at`. */
static slice
content_of(arena *a, slice zip, size_t at, size_t most)
{
    uint32_t method = number(zip, at + 10, 2), sum = number(zip, at + 16, 4);
    uint32_t packed = number(zip, at + 20, 4), size = number(zip, at + 24, 4);
    size_t local = number(zip, at + 42, 4);
    if ((number(zip, at + 8, 2) & ENCIPHERED) != 0 || size > most ||
        local > zip.len || zip.len - local < LOCAL_BYTES)
        return NOTHING;
    size_t first = local + LOCAL_BYTES + number(zip, local + 26, 2) +
                   number(zip, local + 28, 2);
    if (first > zip.len || zip.len - first < packed)
        return NOTHING;
    slice content = slice_cut(zip, first, first + packed);
    if (method == DEFLATED)
        content = inflated(a, content, size);
    else if (method != STORED || packed != size)
        return NOTHING;
    bool is_whole = content.at != NULL &&
                    libdeflate_crc32(0, content.at, content.len) == sum;
    return is_whole ? content : NOTHING;
}

slice
zip_file(arena *a, slice zip, slice name, size_t most)
{
    size_t end;
    if (!find_end(zip, &end))
        return NOTHING;
    size_t n = number(zip, end + 10, 2), at = number(zip, end + 16, 4);
    for (size_t i = 0; i < n; i++) {
        if (at > end || end - at < ENTRY_BYTES ||
            !slice_starts_with(slice_cut(zip, at, zip.len),
                               SLICE_OF("PK\1\2")))
            return NOTHING;
        size_t length = number(zip, at + 28, 2);
        slice own = slice_cut(zip, at + ENTRY_BYTES,
                              at + ENTRY_BYTES + length);
        if (slice_equal(own, name))
            return content_of(a, zip, at, most);
        at += ENTRY_BYTES + length + number(zip, at + 30, 2) +
              number(zip, at + 32, 2);
    }
    return NOTHING;
}
