/* columned: which lines of pages stand in columns of text, told from where they
 * begin and end. It knows nothing of what the lines say. */
#ifndef PROOF_COLUMNED_H
#define PROOF_COLUMNED_H

#include "base/array.h"
#include "proof/seen.h"

#define COLUMNED_MOST 8

typedef struct column {
    double left, right, size;
    size_t n;
} column;

typedef struct columns {
    ARRAY(column) of; /* from left to right */
} columns;

typedef struct columned_lines {
    uint8_t *of; /* of each line, the number of its column from 1, or 0 */
    columns columns;
} columned_lines;

/* The lines of columns become prose. */
columned_lines columned_from(arena *a, seen_document *d);
/* Paragraphs that go on in the next column become one; the lines of each page
 * come in the order they are read, column after column. */
void columned_join(arena *a, seen_document *d, const columned_lines *c);

#endif
