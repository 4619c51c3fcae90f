#include "base/slice.h"

#include <stdarg.h>

slice
slice_from(const char *text)
{
    return (slice){text, text == NULL ? 0 : strlen(text)};
}

slice
slice_printf(arena *a, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    slice s = slice_from(arena_vprintf(a, format, args));
    va_end(args);
    return s;
}

slice
slice_copy(arena *a, slice s)
{
    return (slice){arena_copy(a, s.at, s.len), s.len};
}

slice
slice_join(arena *a, slice first, slice second)
{
    char *at = arena_alloc(a, first.len + second.len + 1);
    if (first.len > 0)
        memcpy(at, first.at, first.len);
    if (second.len > 0)
        memcpy(at + first.len, second.at, second.len);
    return (slice){at, first.len + second.len};
}

bool
slice_is(slice s, const char *text)
{
    return slice_equal(s, slice_from(text));
}

bool
slice_is_among(slice s, const char *names)
{
    slice rest = slice_from(names);
    while (rest.len > 0) {
        size_t bar = slice_find(rest, SLICE_OF("|"));
        if (slice_equal(slice_cut(rest, 0, bar), s))
            return true;
        rest = slice_cut(rest, bar + 1, rest.len);
    }
    return false;
}

bool
slice_starts_with_any(slice s, const slice *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (slice_starts_with(s, words[i]))
            return true;
    return false;
}

bool
slice_ends_with_any(slice s, const slice *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (slice_ends_with(s, words[i]))
            return true;
    return false;
}

slice
slice_without_start(slice s, const slice *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (slice_starts_with(s, words[i]))
            return slice_skip(s, words[i].len);
    return s;
}

slice
slice_without_end(slice s, const slice *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (slice_ends_with(s, words[i]))
            return slice_cut(s, 0, s.len - words[i].len);
    return s;
}

slice
slice_without_starts(slice s, const slice *words, size_t n)
{
    slice rest = s;
    do {
        s = rest;
        rest = slice_without_start(s, words, n);
    } while (rest.len < s.len);
    return s;
}

slice
slice_without_ends(slice s, const slice *words, size_t n)
{
    slice rest = s;
    do {
        s = rest;
        rest = slice_without_end(s, words, n);
    } while (rest.len < s.len);
    return s;
}

int
slice_compare(slice a, slice b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    int order = n == 0 ? 0 : memcmp(a.at, b.at, n);
    if (order != 0)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

slice
slice_trim(slice s)
{
    while (s.len > 0 && is_blank(s.at[0]))
        s = slice_cut(s, 1, s.len);
    while (s.len > 0 && is_blank(s.at[s.len - 1]))
        s.len--;
    return s;
}

/* Looked for by the byte that tells Han apart, their third. */
size_t
slice_find(slice s, slice part)
{
    size_t key = part.len < 3 ? 0 : 2;
    if (part.len == 0)
        return 0;
    for (size_t at = 0; at + part.len <= s.len; at++) {
        const char *hit = memchr(s.at + at + key, part.at[key],
                                 s.len - part.len + 1 - at);
        if (hit == NULL)
            return s.len;
        at = (size_t)(hit - s.at) - key;
        if (memcmp(s.at + at, part.at, part.len) == 0)
            return at;
    }
    return s.len;
}

bool
slice_has(slice s, const char *word)
{
    return slice_find(s, slice_from(word)) < s.len;
}

bool
slice_has_digit(slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] >= '0' && s.at[i] <= '9')
            return true;
    return false;
}

static void
builder_reserve(slice_builder *b, size_t more)
{
    if (b->cap - b->len > more)
        return;
    size_t cap = b->cap == 0 ? 64 : b->cap * 2;
    while (cap - b->len <= more)
        cap *= 2;
    char *at = arena_alloc(b->arena, cap);
    if (b->len > 0)
        memcpy(at, b->at, b->len);
    b->at = at;
    b->cap = cap;
}

void
builder_add(slice_builder *b, slice s)
{
    builder_reserve(b, s.len);
    if (s.len > 0)
        memcpy(b->at + b->len, s.at, s.len);
    b->len += s.len;
    b->at[b->len] = '\0';
}

void
builder_add_text(slice_builder *b, const char *text)
{
    builder_add(b, slice_from(text));
}

void
builder_printf(slice_builder *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    builder_add_text(b, arena_vprintf(b->arena, format, args));
    va_end(args);
}

slice
builder_slice(slice_builder *b)
{
    builder_reserve(b, 0);
    return (slice){b->at, b->len};
}
