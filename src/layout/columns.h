/* columns: the widths of a table's columns, from what its cells need. It
 * draws nothing. */
#ifndef LAYOUT_COLUMNS_H
#define LAYOUT_COLUMNS_H

#include "layout/compose.h"

/* A column: its box within the table, and for numbers how far their points
 * stand from the left of its text. */
typedef struct table_column {
    jb_len x, width;      /* of the text, padding outside */
    jb_len narrowest, widest;
    jb_len lead, trail;   /* widest parts before and after the point */
} table_column;

/* Columns of `table` in `measure`, `padding` at both sides of each. */
table_column *columns_from_table(composer *c, const report_table *table,
                                 jb_len measure, jb_len padding);

/* Width up to the end of the integer digits of a line set by itself: where a
 * decimal point is or would be. */
jb_len columns_lead(const jb_paragraph *p);

/* Whether a cell's text is a number to align by its point. */
bool columns_is_number(const jb_paragraph *p);

#endif
