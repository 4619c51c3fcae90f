/* seen: what a reader with a ruler sees on finished pages: characters with
 * their places, gathered into lines. It trusts what was drawn and knows
 * nothing of how it was planned. */
#ifndef PROOF_SEEN_H
#define PROOF_SEEN_H

#include "base/array.h"
#include "display/pages.h"
#include "text/character.h"

/* One character; of a cluster the first has all the width. Lengths in points,
 * y down the page. */
typedef struct seen_glyph {
    uint32_t code;
    double x, advance, size;
    slice face;
} seen_glyph;

typedef enum seen_part {
    SEEN_PROSE,    /* paragraphs and headings */
    SEEN_TABLE,    /* cells, lists, contents: short texts of their own */
    SEEN_RUNNING,  /* heads, feet, page numbers */
    SEEN_FIGURE,   /* labels in a figure */
    SEEN_PART_COUNT
} seen_part;

/* Characters on one baseline that belong together. */
typedef struct seen_line {
    size_t page;         /* from 0 */
    uint32_t paragraph;  /* lines of one number belong together, over pages */
    seen_part part;
    bool is_heading;
    double baseline, left, right; /* of the advance boxes */
    double size;         /* em of its first run */
    double top;          /* of the ideographic box of its first run */
    jb_colour colour;    /* of its first run */
    ARRAY(seen_glyph) glyphs;
} seen_line;

/* A rule or a filled bar across the page. */
typedef struct seen_rule {
    size_t page;
    double x, y, w, h;
    jb_colour colour;
} seen_rule;

typedef struct seen_document {
    double width, height; /* of the first page */
    size_t n_pages;
    ARRAY(seen_line) lines; /* in the order of drawing */
    ARRAY(seen_rule) rules;
} seen_document;

/* Everything lives in `a`; faces are borrowed from `pages`. */
seen_document seen_from_pages(arena *a, const jb_pages *pages);

/* The text of a line, with its spaces. */
slice seen_text(arena *a, const seen_line *line);

/* What a line shows by itself: what its characters are; the first and the last
 * that are no spaces, or n; the size of its Han; where it ends, without spaces;
 * whether there are Han in it. */
character_kind seen_kind(const seen_line *l, size_t i);
mark_kind seen_mark(const seen_line *l, size_t i);
size_t seen_first_ink(const seen_line *l);
size_t seen_last_ink(const seen_line *l);
double seen_em(const seen_line *l);
double seen_edge(const seen_line *l);
bool seen_has_han(const seen_line *l);

/* Points: sizes that are one. */
#define SEEN_SAME_SIZE 0.02
/* Whether the lines stand right below each other, in one size. */
bool seen_are_adjacent(const seen_line *a, const seen_line *b);

#endif
