/* archive: ZIP archives of parts that are stored, for tests: Office documents
 * whose parts are whatever a test wants. */
#ifndef TESTS_ARCHIVE_H
#define TESTS_ARCHIVE_H

#include <libdeflate.h>
#include <stdint.h>
#include <string.h>

#include "base/array.h"
#include "base/slice.h"

typedef ARRAY(unsigned char) archive_bytes;

typedef struct archive_part {
    const char *name;
    slice content;
} archive_part;

static void
archive_put(arena *a, archive_bytes *out, uint32_t value, size_t n)
{
    for (size_t i = 0; i < n; i++)
        ARRAY_PUSH(a, out, (unsigned char)(value >> (8 * i)));
}

static void
archive_put_text(arena *a, archive_bytes *out, slice text)
{
    for (size_t i = 0; i < text.len; i++)
        ARRAY_PUSH(a, out, (unsigned char)text.at[i]);
}

/* The fields that a local header and an entry of the directory share. */
static void
archive_put_fields(arena *a, archive_bytes *out, const archive_part *p)
{
    archive_put(a, out, 0, 4); /* flags, method: stored */
    archive_put(a, out, 0, 4); /* time */
    archive_put(a, out, libdeflate_crc32(0, p->content.at, p->content.len), 4);
    archive_put(a, out, (uint32_t)p->content.len, 4);
    archive_put(a, out, (uint32_t)p->content.len, 4);
    archive_put(a, out, (uint32_t)strlen(p->name), 2);
    archive_put(a, out, 0, 2);
}

static void
archive_from(arena *a, const archive_part *parts, uint32_t n, archive_bytes *out)
{
    archive_bytes directory = {0};
    for (uint32_t i = 0; i < n; i++) {
        uint32_t local = (uint32_t)out->n;
        archive_put_text(a, out, SLICE_OF("PK\3\4\24\0"));
        archive_put_fields(a, out, &parts[i]);
        archive_put_text(a, out, slice_from(parts[i].name));
        archive_put_text(a, out, parts[i].content);
        archive_put_text(a, &directory, SLICE_OF("PK\1\2\24\0\24\0"));
        archive_put_fields(a, &directory, &parts[i]);
        archive_put(a, &directory, 0, 4);
        archive_put(a, &directory, 0, 4);
        archive_put(a, &directory, 0, 2);
        archive_put(a, &directory, local, 4);
        archive_put_text(a, &directory, slice_from(parts[i].name));
    }
    uint32_t at = (uint32_t)out->n;
    archive_put_text(a, out, (slice){(char *)directory.at, directory.n});
    archive_put_text(a, out, SLICE_OF("PK\5\6\0\0\0\0"));
    archive_put(a, out, n, 2);
    archive_put(a, out, n, 2);
    archive_put(a, out, (uint32_t)directory.n, 4);
    archive_put(a, out, at, 4);
    archive_put(a, out, 0, 2);
}

#endif
