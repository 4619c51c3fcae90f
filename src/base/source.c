#include "base/source.h"

#include <errno.h>
#include <stdio.h>

#include "base/array.h"
#include "base/diag.h"
#include "base/encoding.h"
#include "base/utf8.h"

struct jb_source {
    arena *arena;
    slice name;
    encoded_text read;
    ARRAY(size_t) lines; /* offsets of line starts */
    bool is_table;
    size_t owners;
};

static void
index_lines(jb_source *s)
{
    slice text = s->read.text;
    ARRAY_PUSH(s->arena, &s->lines, 0);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        bool is_crlf =
            c == '\r' && i + 1 < text.len && text.at[i + 1] == '\n';
        if ((c == '\n' || c == '\r') && !is_crlf)
            ARRAY_PUSH(s->arena, &s->lines, i + 1);
    }
}

jb_source *
source_from_bytes(slice name, slice bytes)
{
    arena *a = arena_new();
    jb_source *s = ARENA_NEW(a, jb_source);
    s->arena = a;
    s->name = slice_copy(a, name);
    s->read = encoding_read(a, bytes);
    s->owners = 1;
    index_lines(s);
    return s;
}

jb_source *
source_from_table(slice name, slice bytes)
{
    jb_source *s = source_from_bytes(name, bytes);
    s->is_table = true;
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

static slice
reason(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return SLICE_OF("没有这个文件");
    case EISDIR:
        return SLICE_OF("它是一个文件夹");
    case EACCES:
    case EPERM:
        return SLICE_OF("没有读取的权限");
    default:
        return slice_from(strerror(error));
    }
}

static void
report_unreadable(jb_diags *diags, const char *path)
{
    diag_report(diags, &SOURCE_UNREADABLE, SPAN_NONE, slice_from(path),
                reason(errno));
}

slice
source_bytes_of_file(arena *a, const char *path, size_t limit,
                     jb_diags *diags)
{
    bool is_stdin = strcmp(path, "-") == 0;
    FILE *file = is_stdin ? stdin : fopen(path, "rb");
    if (file == NULL) {
        report_unreadable(diags, path);
        return (slice){NULL, 0};
    }
    arena *scratch = arena_new();
    if (!is_stdin)
        arena_defer(scratch, close_file, file);
    errno = 0;
    slice bytes = read_all(a, file, limit);
    if (ferror(file)) {
        report_unreadable(diags, path);
        bytes.at = NULL;
    } else if (bytes.at == NULL) {
        diag_report(diags, &SOURCE_TOO_LARGE, SPAN_NONE, slice_from(path),
                    slice_printf(scratch, "%zu", limit));
    }
    arena_drop(scratch);
    return bytes;
}

jb_source *
source_from_file(const char *path, size_t limit, jb_diags *diags)
{
    arena *scratch = arena_new();
    slice bytes = source_bytes_of_file(scratch, path, limit, diags);
    bool is_stdin = strcmp(path, "-") == 0;
    jb_source *s = NULL;
    if (bytes.at != NULL)
        s = source_from_bytes(slice_from(is_stdin ? "<stdin>" : path), bytes);
    arena_drop(scratch);
    return s;
}

jb_source *
source_share(jb_source *s)
{
    s->owners++;
    return s;
}

void
source_drop(jb_source *s)
{
    if (s != NULL && --s->owners == 0)
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
    return s->read.text;
}

static void
report_bad_bytes(const jb_source *s, jb_diags *diags)
{
    arena *scratch = arena_new();
    bool is_broken = s->read.verdict == ENCODING_BROKEN;
    diag_report(diags, is_broken ? &SOURCE_BROKEN : &SOURCE_BAD_BYTES,
                span_of(s, s->read.first_bad, s->read.first_bad + 1),
                slice_printf(scratch, "0x%02X", s->read.bad_byte),
                slice_from(s->read.name),
                slice_printf(scratch, "%zu", s->read.n_bad));
    arena_drop(scratch);
}

bool
source_check_encoding(const jb_source *s, jb_diags *diags)
{
    if (s->read.verdict == ENCODING_FOREIGN)
        diag_report(diags, &SOURCE_FOREIGN, SPAN_NONE, s->name,
                    slice_from(s->read.name), slice_from(s->read.advice));
    else if (s->read.verdict != ENCODING_READ)
        report_bad_bytes(s, diags);
    else if (strcmp(s->read.name, "GB18030") == 0)
        diag_report(diags, &SOURCE_WAS_GB18030, span_of(s, 0, 0));
    return s->read.verdict == ENCODING_READ;
}

/* Its characters, for text that is known to be well formed: one for each byte
 * that starts one. Columns of a line of megabytes are told many times. */
static size_t
characters_of(slice s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += ((unsigned char)s.at[i] & 0xC0) != 0x80;
    return n;
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
    slice before = slice_cut(s->read.text, s->lines.at[low], offset);
    return (source_place){low + 1, characters_of(before) + 1};
}

bool
source_is_table(const jb_source *s)
{
    return s->is_table;
}

/* Letters count like digits without a nought: A, … Z, AA. */
slice
source_cell_name(arena *a, size_t column, size_t row)
{
    char letters[16];
    size_t n = sizeof letters;
    for (size_t rest = column + 1; rest > 0 && n > 0; rest = (rest - 1) / 26)
        letters[--n] = (char)('A' + (rest - 1) % 26);
    return slice_printf(a, "%.*s%zu", (int)(sizeof letters - n), letters + n,
                        row + 1);
}

slice
source_cell(arena *a, const jb_source *s, size_t offset)
{
    source_place place = source_place_of(s, offset);
    slice row = slice_cut(s->read.text, source_line_start(s, place.line),
                          offset);
    size_t column = 0;
    bool is_quoted = false;
    for (size_t i = 0; i < row.len; i++) {
        is_quoted ^= row.at[i] == '"';
        column += !is_quoted && row.at[i] == '\t';
    }
    return source_cell_name(a, column, place.line - 1);
}

size_t
source_line_start(const jb_source *s, size_t line)
{
    if (line == 0 || line > s->lines.n)
        return s->read.text.len;
    return s->lines.at[line - 1];
}

slice
source_line(const jb_source *s, size_t line)
{
    slice text = slice_cut(s->read.text, source_line_start(s, line),
                           source_line_start(s, line + 1));
    while (text.len > 0 && (text.at[text.len - 1] == '\n' ||
                            text.at[text.len - 1] == '\r'))
        text.len--;
    return text;
}

slice
source_beside(arena *a, jb_span span, slice name)
{
    slice folder = {NULL, 0};
    if (span.source != NULL && !slice_starts_with(name, SLICE_OF("/")))
        folder = span.source->name;
    while (folder.len > 0 && folder.at[folder.len - 1] != '/')
        folder.len--;
    return slice_join(a, folder, name);
}

slice
span_text(jb_span span)
{
    if (span.source == NULL)
        return (slice){NULL, 0};
    return slice_cut(span.source->read.text, span.first, span.last);
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
