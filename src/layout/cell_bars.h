/* cell_bars: a column's growth drawn once more as small bars beside its
 * figures, all rows on one scale. It knows cells and a width, no rows of boxes
 * and no pages. */
#ifndef LAYOUT_CELL_BARS_H
#define LAYOUT_CELL_BARS_H

#include "layout/cells.h"

typedef struct cell_bars {
    double limit; /* greater ones are cut */
    double k;     /* lengths for one percent */
    jb_len zero;  /* of the zero line from the left of the bars' place */
} cell_bars;

/* Whether the cell shows a rate of growth: points and words have no bar. */
bool cell_bars_has(const table_cell *cell);

/* The scale of all such cells of the table in a place `width` wide. */
cell_bars cell_bars_from(const composer *c, const report_table *table,
                         const table_row *rows, jb_len width);

/* The cell's bar and its piece of the zero line, in `place`, which is as high
 * as the row. */
void cell_bars_draw(const composer *c, const cell_bars *bars,
                    const table_cell *cell, jb_rect place, jb_display *d);

#endif
