/* slice: a borrowed run of bytes, usually UTF-8, without a terminator. It
 * owns nothing and knows no encoding; whoever made the bytes keeps them
 * alive. */
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/arena.h"

typedef struct slice {
    const char *at;
    size_t len; /* bytes */
} slice;

/* For printf("%.*s", SLICE_ARGS(s)). */
#define SLICE_ARGS(s) (int)(s).len, (s).at

/* A slice of a string literal, usable in constant initialisers. */
#define SLICE(literal) {literal, sizeof(literal) - 1}
#define SLICE_OF(literal) ((slice){literal, sizeof(literal) - 1})

/* A slice of a NUL-terminated string; NULL gives the empty slice. */
slice slice_from(const char *text);

/* The text of `format` in the arena. */
slice slice_printf(arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A copy in the arena, with a NUL behind it that is not counted. */
slice slice_copy(arena *a, slice s);
slice slice_join(arena *a, slice first, slice second);

/* Those asked for at every character are in line, and look at the last byte
 * first: the first ones of most Han are alike. */
static inline bool
slice_equal(slice a, slice b)
{
    return a.len == b.len &&
           (a.len == 0 || (a.at[a.len - 1] == b.at[b.len - 1] &&
                           memcmp(a.at, b.at, a.len) == 0));
}

bool slice_is(slice s, const char *text);
/* Whether it is one of `names`, which '|' parts: "单位|计量单位". */
bool slice_is_among(slice s, const char *names);
static inline bool
slice_starts_with(slice s, slice start)
{
    return s.len >= start.len && slice_equal((slice){s.at, start.len}, start);
}

static inline bool
slice_ends_with(slice s, slice end)
{
    return s.len >= end.len &&
           (end.len == 0 ||
            slice_equal((slice){s.at + s.len - end.len, end.len}, end));
}

/* With one of `n` words. */
bool slice_starts_with_any(slice s, const slice *words, size_t n);
bool slice_ends_with_any(slice s, const slice *words, size_t n);

/* Without the first of `n` words that it starts, or ends, with: all of it where
 * there is none. None of the words is empty. */
slice slice_without_start(slice s, const slice *words, size_t n);
slice slice_without_end(slice s, const slice *words, size_t n);
/* The same again until there is none. */
slice slice_without_starts(slice s, const slice *words, size_t n);
slice slice_without_ends(slice s, const slice *words, size_t n);

/* <0, 0, >0 by bytes, which for UTF-8 is the order of code points. */
int slice_compare(slice a, slice b);

/* Bytes [from, to); both are cut to the slice's length. */
static inline slice
slice_cut(slice s, size_t from, size_t to)
{
    if (to > s.len)
        to = s.len;
    if (from > to)
        from = to;
    return (slice){s.at == NULL ? NULL : s.at + from, to - from};
}

/* What stands behind its first `n` bytes. */
static inline slice
slice_skip(slice s, size_t n)
{
    return slice_cut(s, n, s.len);
}

/* Without ASCII spaces, tabs and line ends at either side. */
slice slice_trim(slice s);

/* Byte offset of the first `part`, or s.len when there is none. */
size_t slice_find(slice s, slice part);

/* Whether `word` stands anywhere in `s`. */
bool slice_has(slice s, const char *word);
/* Whether an ASCII digit does. */
bool slice_has_digit(slice s);

/* Growing text in an arena. Zero-initialise except for `arena`. The bytes
 * are reallocated as they grow: borrow `text` only when done. */
typedef struct slice_builder {
    arena *arena;
    char *at;
    size_t len, cap;
} slice_builder;

void builder_add(slice_builder *b, slice s);
void builder_add_text(slice_builder *b, const char *text);
void builder_printf(slice_builder *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* What was added so far; NUL-terminated, the NUL not counted. */
slice builder_slice(slice_builder *b);

#endif
