/* source: the bytes of one input with its name and line index, and spans of
 * it. Every object that a user could have caused keeps a span, so each
 * complaint can show its place. It knows no format. */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/slice.h"

typedef struct jb_source jb_source;
typedef struct jb_diags jb_diags;

/* Bytes [first, last) of a source; source == NULL means "no place". */
typedef struct jb_span {
    const jb_source *source;
    size_t first, last;
} jb_span;

/* No place. */
#define SPAN_NONE ((jb_span){NULL, 0, 0})

static inline jb_span
span_of(const jb_source *source, size_t first, size_t last)
{
    return (jb_span){source, first, last};
}

/* A place as people count: lines and characters (code points) from 1. */
typedef struct source_place {
    size_t line, column;
} source_place;

/* Take a copy of `bytes` under `name` (as shown in diagnostics). The bytes
 * may be anything; source_text tells what the reader may use. */
jb_source *source_from_bytes(slice name, slice bytes);

/* The same for text that was a table's: lines are its rows, and tabs part the
 * cells, so that places may be told as E5. */
jb_source *source_from_table(slice name, slice bytes);

/* Read a file, or standard input when `path` is "-". At most `limit` bytes.
 * NULL and an error in `diags` (SOURCE_UNREADABLE, SOURCE_TOO_LARGE) when it
 * cannot be read. */
jb_source *source_from_file(const char *path, size_t limit, jb_diags *diags);

/* One more owner of `s`: each drops it once, the last frees it. */
jb_source *source_share(jb_source *s);
void source_drop(jb_source *s);

/* The bytes of a file that is no text; at NULL after the same errors. */
slice source_bytes_of_file(arena *a, const char *path, size_t limit,
                           jb_diags *diags);

slice source_name(const jb_source *s);

/* The text in UTF-8, without a byte order mark. Input in GB18030 has been
 * converted and UTF-16 with a mark too; spans refer to this text. */
slice source_text(const jb_source *s);

/* False when the bytes were in no known encoding, damaged, or those of
 * another kind of file; that is then reported, with the first bad place. */
bool source_check_encoding(const jb_source *s, jb_diags *diags);

/* Line and column of a byte offset; lines end at LF, CR LF or CR. */
source_place source_place_of(const jb_source *s, size_t offset);

bool source_is_table(const jb_source *s);
/* The cell that a byte offset of a table's text lies in: E5. */
slice source_cell(arena *a, const jb_source *s, size_t offset);
/* The name of a cell, of a column and row from 0: E5. */
slice source_cell_name(arena *a, size_t column, size_t row);

/* Text of line `line` (from 1) without its end; empty when out of range. */
slice source_line(const jb_source *s, size_t line);

/* Byte offset at which line `line` (from 1) starts; the text's length when
 * out of range. */
size_t source_line_start(const jb_source *s, size_t line);

/* The path of the file that a source names at `span`: relative to the folder
 * of that source, unless it is absolute. */
slice source_beside(arena *a, jb_span span, slice name);

slice span_text(jb_span span);
/* The smallest span of one source that covers both; either may be empty. */
jb_span span_cover(jb_span a, jb_span b);

#endif
