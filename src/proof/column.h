/* column: where the lines of a column end, told from the lines themselves, and
 * whether a line ends there. It knows nothing of measures that were planned. */
#ifndef PROOF_COLUMN_H
#define PROOF_COLUMN_H

#include "proof/typography.h"

/* Of an em: what rounding may leave. Files hold places to a hundredth of a
 * point or better: 0.002 em of the smallest text, at either end. */
#define COLUMN_SLIGHT 0.01

typedef struct column_end {
    double left, right, em;
    size_t n, n_full; /* full: of justified paragraphs */
} column_end;

typedef struct column_ends {
    const seen_document *document;
    ARRAY(column_end) of;
} column_ends;

/* A mark at a line's end may hang out by a part of itself; a reader may see
 * one narrower than the place it was given. */
bool column_ends_line(const seen_line *l, double edge);
/* Of lines of one paragraph and column, without the last: how many end at a
 * place, and where most do, which is the measure as drawn. */
size_t column_lines_at(const seen_line *const *lines, size_t n, double edge);
double column_common_edge(const seen_line *const *lines, size_t n);

/* Lines that show where their column ends: all but the last and headings. */
bool column_is_shown_by(const line_measure *m);
/* Where the column of line `i` starts. */
double column_left(const typography *t, size_t i);
/* How far right it could go: to where others start beside it, or all the
 * page. */
double column_room(const seen_document *d, const seen_line *l);
column_ends column_ends_of(arena *a, const seen_document *d,
                           const typography *t);
bool column_has(const column_end *e, const typography *t, size_t i);
/* Where most lines of the line's column end; NULL: there is no such place. */
const column_end *column_end_for(const column_ends *ends, const typography *t,
                                 size_t i);

#endif
