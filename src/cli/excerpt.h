/* excerpt: the piece of a source line that a finding is about, and where the
 * carets stand under it, in cells of a terminal. It knows no findings. */
#ifndef CLI_EXCERPT_H
#define CLI_EXCERPT_H

#include "base/slice.h"

/* A long line is cut to this many cells around the place, with … at the cut
 * ends; Chinese paragraphs are often one line. */
#define EXCERPT_CELLS 72

typedef struct excerpt {
    slice text;     /* ready to print: tabs as spaces, controls as � */
    size_t n_before; /* cells before the first caret */
    size_t n_carets; /* at least 1 */
} excerpt;

/* Bytes [first, last) of `line` are meant. */
excerpt excerpt_from(arena *a, slice line, size_t first, size_t last);

#endif
