/* Spaces that stand only for the looks between a word and a number: 增长 5.6 %
 * as 增长5.6%. */
#include "base/array.h"
#include "base/code.h"
#include "base/utf8.h"
#include "prose/passage.h"

/* Bytes of spaces at the start. */
static size_t
spaces_len(slice s)
{
    static const slice spaces[] = {SLICE(" "), SLICE("\xC2\xA0"),
                                   SLICE("　"), SLICE("\xE2\x80\x89")};
    return s.len -
           slice_without_starts(s, spaces, sizeof spaces / sizeof *spaces).len;
}

static bool
is_joint(uint32_t left, uint32_t right)
{
    return (code_is_ideograph(left) && code_is_digit(right)) ||
           (code_is_digit(left) && (code_is_ideograph(right) || right == '%'));
}

/* A line of sentences: rows of a table and headings have no such marks. */
static bool
is_prose(slice line)
{
    static const slice marks[] = {SLICE("，"), SLICE("。"), SLICE("；")};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_find(line, marks[i]) < line.len)
            return true;
    for (size_t at = 3; at < line.len; at++) /* 增长5.6%,比上年 */
        if (line.at[at] == ',' && (unsigned char)line.at[at - 1] >= 0x80)
            return true;
    return false;
}

/* What is being built. */
typedef struct closing {
    arena *arena;
    const passage *from;
    size_t piece; /* of `from`, that holds the byte reached */
    slice_builder text;
    ARRAY(passage_piece) pieces;
} closing;

/* Bytes [first, last) of the passage, piece by piece. */
static void
keep(closing *c, size_t first, size_t last)
{
    while (first < last && c->piece < c->from->n) {
        const passage_piece *own = &c->from->pieces[c->piece];
        size_t end = last < own->last ? last : own->last;
        if (end > first) {
            passage_piece cut = *own;
            cut.first = c->text.len;
            cut.last = c->text.len + end - first;
            cut.offset += first - own->first;
            ARRAY_PUSH(c->arena, &c->pieces, cut);
            builder_add(&c->text, slice_cut(c->from->text, first, end));
            first = end;
        }
        c->piece += first >= own->last;
    }
}

/* Keeps a line but for the spaces between a word and a number. */
static size_t
keep_line(closing *c, size_t kept, size_t first, slice line)
{
    for (size_t at = 0; at < line.len;) {
        size_t len = spaces_len(slice_cut(line, at, line.len));
        size_t left = at, right = at + len;
        if (len == 0) {
            utf8_next(line, &at);
            continue;
        }
        if (left > 0 && right < line.len &&
            is_joint(utf8_before(line, &left), utf8_next(line, &right))) {
            keep(c, kept, first + at);
            while (c->piece < c->from->n &&
                   c->from->pieces[c->piece].last <= first + at + len)
                c->piece++;
            kept = first + at + len;
        }
        at += len;
    }
    return kept;
}

passage
passage_closed_up(arena *a, passage p)
{
    closing c = {.arena = a, .from = &p, .text = {.arena = a}};
    size_t kept = 0;
    for (size_t at = 0; at < p.text.len;) {
        slice rest = slice_cut(p.text, at, p.text.len);
        slice line = slice_cut(rest, 0, slice_find(rest, SLICE_OF("\n")));
        if (is_prose(line))
            kept = keep_line(&c, kept, at, line);
        at += line.len + 1;
    }
    if (kept == 0)
        return p;
    keep(&c, kept, p.text.len);
    return (passage){builder_slice(&c.text), c.pieces.at, c.pieces.n};
}
