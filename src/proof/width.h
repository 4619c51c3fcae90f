/* width: how wide the columns of a document are set, told from all columns of
 * one width together, on whatever page and side. It knows nothing of measures
 * that were planned. */
#ifndef PROOF_WIDTH_H
#define PROOF_WIDTH_H

#include "proof/typography.h"

/* Lines of one page that start at one place, in one size, all beside others
 * to their right or none. */
typedef struct width_column {
    size_t page;
    double left, em;
    bool is_beside;
    ARRAY(size_t) lines; /* in the typography; those that show the end */
    double right;        /* where most of them end */
    size_t n_at;         /* so many do */
    size_t width;        /* which of the widths that makes */
} width_column;

/* Columns of one width, in one size. */
typedef struct column_width {
    double em, width;
    size_t n, n_at;    /* lines in them, and those that are as wide */
    double least, most; /* gaps and room in the latter: put_in tells */
    bool is_put_in;    /* some of the latter were given room */
} column_width;

typedef struct column_widths {
    ARRAY(width_column) columns;
    ARRAY(column_width) of;
    size_t *column; /* of each line, from 1; 0: it shows no end */
} column_widths;

column_widths widths_of(arena *a, const seen_document *d,
                        const typography *t);
/* Whether the lines of the column that line `i` stands in, and of those that
 * are as wide, are justified, and it ends where they do. */
bool widths_set_line(const column_widths *w, const typography *t, size_t i);

#endif
