/* rows: the rows of a table, or of a strip of it, in one measure: its columns
 * chosen, its cells set and placed. It knows nothing of captions and pages. */
#ifndef LAYOUT_ROWS_H
#define LAYOUT_ROWS_H

#include "layout/cell_bars.h"
#include "layout/columns.h"

/* A cell's text where it stands in the row's box. */
typedef struct placed_cell {
    const table_cell *cell;
    jb_paragraph *text;
    jb_point at;
} placed_cell;

/* Rows first … end-1 between two bands, or the table's ends. */
typedef struct row_group {
    size_t first, end;
    bool has_band; /* over the first */
} row_group;

typedef struct table_rows {
    composer *c;
    const report_table *table;
    const table_row *rows;
    const table_column *columns;
    cell_bars bars;
    jb_len line, leading; /* of a row's text */
    jb_len row_space;     /* above and below it */
    row_group *groups;    /* of each row */
    placed_cell **placed; /* of each row */
    jb_len *heights;      /* the same */
    bool *parts_cells;    /* a cell that is too high for a page reaches from it
                             into the next */
    jb_len page;          /* height that a page has for them */
    bool is_tight;        /* numbers or short words are broken */
    layout_carry *carry;
} table_rows;

/* Text sizes go up and down by so much, /1000. */
#define ROWS_SCALE_STEP 50

/* At the composer's scale, or a smaller one where the columns need it.
 * `bars`: room for those beside growth. */
table_rows rows_from_table(composer *c, const report_table *table, jb_len bars);

/* Width that the cell has for its text. */
jb_len rows_cell_room(const table_rows *m, const table_cell *cell);
/* Where numbers begin in their column, from its left. */
jb_len rows_numbers_x(const table_column *column);

/* Row r in boxes at the end of the galley: one, or one for each line where it
 * is so high that a page may end within it. */
void rows_add(const table_rows *m, size_t r);
/* Head r as it is shown again on a later page, no part of the document's
 * structure. */
void rows_repeat(const table_rows *m, size_t r);

#endif
