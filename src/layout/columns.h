/* columns: the widths of a table's columns, from what its cells need. It
 * draws nothing. */
#ifndef LAYOUT_COLUMNS_H
#define LAYOUT_COLUMNS_H

#include "layout/cells.h"

/* A column: its box within the table, and for numbers how far their points
 * stand from the left of its text. */
typedef struct table_column {
    jb_len x, width;      /* of the text, padding outside */
    jb_len narrowest, widest;
    jb_len lead, trail;   /* widest parts before and after the point */
    jb_len bars;          /* width of bars behind figures; 0: none */
    jb_len bars_lead;     /* from the points to these bars */
} table_column;

/* Columns of `table`, whose cells are `rows`, in `measure`, with `padding` at
 * both sides of each. */
typedef struct columns_room {
    jb_len measure, padding;
    jb_len bars; /* wanted beside growth; given where no cell need break */
} columns_room;
/* Whether some number or short word does not go on one line. */
bool columns_are_tight(const table_column *columns, size_t n);
/* The least width that each column's text can do with, heads broken. */
jb_len *columns_least(const composer *c, const report_table *table,
                      const table_row *rows);
table_column *columns_from_cells(const composer *c, const report_table *table,
                                 const table_row *rows, columns_room room);

#endif
