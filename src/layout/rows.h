/* rows: the rows of a table, or of a strip of it, in one measure: its columns
 * chosen, its cells set and placed. It knows nothing of captions and pages. */
#ifndef LAYOUT_ROWS_H
#define LAYOUT_ROWS_H

#include "layout/cell_bars.h"
#include "layout/columns.h"

typedef struct placed_cell placed_cell;

typedef struct table_rows {
    composer *c;
    const report_table *table;
    const table_row *rows;
    const table_column *columns;
    cell_bars bars;
    jb_len row_space;     /* above and below a row's text */
    placed_cell **placed; /* of each row */
    jb_len *heights;      /* the same */
    bool is_tight;        /* numbers or short words are broken */
    layout_carry *carry;
} table_rows;

/* Text sizes go up and down by so much, /1000. */
#define ROWS_SCALE_STEP 50

/* At the composer's scale, or a smaller one where the columns need it.
 * `bars`: room for those beside growth. */
table_rows rows_from_table(composer *c, const report_table *table, jb_len bars);

/* Row r in a box at the end of the galley. `has_groups` is false for heads
 * that are shown again on a later page, which are no part of the document's
 * structure. */
layout_box *rows_draw(const table_rows *m, size_t r, bool has_groups);

/* Whether no page may end below row r. */
bool rows_keep_next(const report_table *table, size_t r);

#endif
