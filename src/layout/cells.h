/* cells: every cell of a table, set on one line: what columns are measured by
 * and, where it fits, what is drawn. It knows no widths of columns. */
#ifndef LAYOUT_CELLS_H
#define LAYOUT_CELLS_H

#include "layout/compose.h"

typedef struct table_cell {
    const report_cell *source;
    size_t column, columns; /* its first, and how many it spans, from 1 */
    bool is_head;
    bool is_aligned;        /* in a column of numbers, not its head */
    const style_text *look;
    jb_paragraph *line;     /* one endless line */
    jb_len width;           /* of that line */
    jb_len indent;
} table_cell;

typedef struct table_row {
    table_cell *cells;
    size_t n;
} table_row;

/* The rows of `table`; cells beyond its columns are left out. */
table_row *cells_from_table(const composer *c, const report_table *table);

/* Whether the cell is a number to be aligned by its point: 净增3个 is words. */
bool cells_is_number(const table_cell *cell);
/* Width up to the end of the integer digits, where a decimal point is or would
 * be. */
jb_len cells_lead(const table_cell *cell);

#endif
