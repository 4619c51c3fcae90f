#include "base/source.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/diag.h"
#include "base/utf8.h"

struct jb_source {
    arena *arena;
    slice name;
    slice text;
    const char *encoding; /* NULL: none that we know */
    size_t bad_byte;      /* when encoding is NULL */
    ARRAY(size_t) lines;  /* offsets of line starts */
};

static void
index_lines(jb_source *s)
{
    ARRAY_PUSH(s->arena, &s->lines, 0);
    for (size_t i = 0; i < s->text.len; i++) {
        char c = s->text.at[i];
        bool is_crlf =
            c == '\r' && i + 1 < s->text.len && s->text.at[i + 1] == '\n';
        if ((c == '\n' || c == '\r') && !is_crlf)
            ARRAY_PUSH(s->arena, &s->lines, i + 1);
    }
}

/* The whole input converted, or an empty slice with at == NULL. Decided on
 * the whole file: a run of one or two Han in GBK is valid UTF-8 often enough
 * to mislead a choice by line or by field. */
static slice
converted(arena *a, const char *encoding, slice bytes)
{
    iconv_t how = iconv_open("UTF-8", encoding);
    if (how == (iconv_t)-1)
        return (slice){NULL, 0};
    size_t room = bytes.len * 3 + 4;
    char *out = arena_alloc(a, room), *to = out;
    char *from = (char *)(uintptr_t)bytes.at;
    size_t left = bytes.len;
    bool is_done = iconv(how, &from, &left, &to, &room) != (size_t)-1;
    iconv_close(how);
    return is_done ? (slice){out, (size_t)(to - out)} : (slice){NULL, 0};
}

static bool
try_encoding(jb_source *s, const char *encoding, const char *shown,
             slice bytes)
{
    slice text = converted(s->arena, encoding, bytes);
    if (text.at == NULL)
        return false;
    s->text = text;
    s->encoding = shown;
    return true;
}

static void
decode(jb_source *s, slice bytes)
{
    if (slice_starts_with(bytes, SLICE_OF("\xFF\xFE")) &&
        try_encoding(s, "UTF-16LE", "UTF-16",
                     slice_cut(bytes, 2, bytes.len)))
        return;
    if (slice_starts_with(bytes, SLICE_OF("\xFE\xFF")) &&
        try_encoding(s, "UTF-16BE", "UTF-16",
                     slice_cut(bytes, 2, bytes.len)))
        return;
    if (slice_starts_with(bytes, SLICE_OF("\xEF\xBB\xBF")))
        bytes = slice_cut(bytes, 3, bytes.len);
    s->text = slice_copy(s->arena, bytes);
    s->bad_byte = utf8_check(bytes);
    if (s->bad_byte == bytes.len)
        s->encoding = "UTF-8";
    else
        try_encoding(s, "GB18030", "GB18030", bytes);
}

jb_source *
source_from_bytes(slice name, slice bytes)
{
    arena *a = arena_new();
    jb_source *s = ARENA_NEW(a, jb_source);
    s->arena = a;
    s->name = slice_copy(a, name);
    decode(s, bytes);
    index_lines(s);
    return s;
}

static void
close_file(void *file)
{
    fclose(file);
}

/* All bytes of `file`, or at == NULL when there are more than `limit`. */
static slice
read_all(arena *a, FILE *file, size_t limit)
{
    slice_builder b = {.arena = a};
    char block[16384];
    size_t n;
    while ((n = fread(block, 1, sizeof block, file)) > 0) {
        if (b.len + n > limit)
            return (slice){NULL, 0};
        builder_add(&b, (slice){block, n});
    }
    return builder_slice(&b);
}

static void
report_unreadable(jb_diags *diags, const char *path)
{
    diag_report(diags, &SOURCE_UNREADABLE, SPAN_NONE, slice_from(path),
                slice_from(strerror(errno)));
}

jb_source *
source_from_file(const char *path, size_t limit, jb_diags *diags)
{
    bool is_stdin = strcmp(path, "-") == 0;
    FILE *file = is_stdin ? stdin : fopen(path, "rb");
    if (file == NULL) {
        report_unreadable(diags, path);
        return NULL;
    }
    arena *scratch = arena_new();
    if (!is_stdin)
        arena_defer(scratch, close_file, file);
    errno = 0;
    slice bytes = read_all(scratch, file, limit);
    jb_source *s = NULL;
    if (ferror(file))
        report_unreadable(diags, path);
    else if (bytes.at == NULL)
        diag_report(diags, &SOURCE_TOO_LARGE, SPAN_NONE, slice_from(path),
                    slice_printf(scratch, "%zu", limit));
    else
        s = source_from_bytes(slice_from(is_stdin ? "<stdin>" : path), bytes);
    arena_drop(scratch);
    return s;
}

void
source_drop(jb_source *s)
{
    if (s != NULL)
        arena_drop(s->arena);
}

slice
source_name(const jb_source *s)
{
    return s->name;
}

slice
source_text(const jb_source *s)
{
    return s->text;
}

const char *
source_encoding(const jb_source *s)
{
    return s->encoding == NULL ? "unknown" : s->encoding;
}

bool
source_check_encoding(const jb_source *s, jb_diags *diags)
{
    if (s->encoding == NULL) {
        arena *scratch = arena_new();
        jb_span at = span_of(s, s->bad_byte, s->bad_byte + 1);
        unsigned byte = (unsigned char)s->text.at[s->bad_byte];
        diag_report(diags, &SOURCE_BAD_BYTES, at,
                    slice_printf(scratch, "0x%02X", byte));
        arena_drop(scratch);
        return false;
    }
    if (strcmp(s->encoding, "GB18030") == 0)
        diag_report(diags, &SOURCE_WAS_GB18030, span_of(s, 0, 0));
    return true;
}

source_place
source_place_of(const jb_source *s, size_t offset)
{
    size_t low = 0, high = s->lines.n;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (s->lines.at[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    slice before = slice_cut(s->text, s->lines.at[low], offset);
    return (source_place){low + 1, utf8_count(before) + 1};
}

size_t
source_line_start(const jb_source *s, size_t line)
{
    if (line == 0 || line > s->lines.n)
        return s->text.len;
    return s->lines.at[line - 1];
}

slice
source_line(const jb_source *s, size_t line)
{
    slice text = slice_cut(s->text, source_line_start(s, line),
                           source_line_start(s, line + 1));
    while (text.len > 0 && (text.at[text.len - 1] == '\n' ||
                            text.at[text.len - 1] == '\r'))
        text.len--;
    return text;
}

slice
span_text(jb_span span)
{
    if (span.source == NULL)
        return (slice){NULL, 0};
    return slice_cut(span.source->text, span.first, span.last);
}

jb_span
span_cover(jb_span a, jb_span b)
{
    if (a.source == NULL)
        return b;
    if (b.source == NULL || a.source != b.source)
        return a;
    if (b.first < a.first)
        a.first = b.first;
    if (b.last > a.last)
        a.last = b.last;
    return a;
}
