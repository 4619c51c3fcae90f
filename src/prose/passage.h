/* passage: a piece of reading text that knows, for each of its bytes, where
 * in the source it came from and whether a person typed it. */
#ifndef PROSE_PASSAGE_H
#define PROSE_PASSAGE_H

#include "prose/prose.h"

typedef struct passage_piece {
    size_t first, last;    /* bytes of the passage */
    bool is_typed;         /* else written by a placeholder */
    const tree_node *node; /* typed in a metrics file */
    size_t offset;         /* of the piece in the node's text or the source */
    jb_span span;
} passage_piece;

typedef struct passage {
    slice text;
    passage_piece *pieces; /* in order, without gaps */
    size_t n;
} passage;

/* The whole text of a source. */
passage passage_from_source(arena *a, const jb_source *source);

/* `filled` is what placeholder_fill made of `whole`. */
passage passage_from_prose(arena *a, const metrics_text *whole,
                           const prose_text *filled);

/* Several as one, in order, a line each: what a reader has before him. The
 * ends of lines between them are nobody's and have no place. */
passage passage_join(arena *a, const passage *parts, size_t n);

/* The same without the spaces that some set between a word and a number in a
 * line of sentences: 增长 5.6 %. */
passage passage_closed_up(arena *a, passage p);

/* The place of bytes [first, last). */
jb_span passage_span(const passage *p, size_t first, size_t last);

/* Whether a person typed any of them. */
bool passage_is_typed(const passage *p, size_t first, size_t last);

#endif
