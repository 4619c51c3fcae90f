/* places_table: what the columns of a table with a place a row tell, and its
 * rows. It makes no metrics of them. */
#ifndef METRICS_PLACES_TABLE_H
#define METRICS_PLACES_TABLE_H

#include "metrics/sheet_table.h"

#define PLACES_NO_COLUMN SIZE_MAX

/* What several columns tell of: 地区生产总值, its growth beside it. */
typedef struct places_measure {
    slice name; /* empty: what the title tells */
    slice unit; /* empty: not told */
    size_t level, previous, growth; /* columns, or PLACES_NO_COLUMN */
} places_measure;

typedef struct places_row {
    const tree_node *row, *cell; /* … of the name */
    slice name;
    bool is_total; /* 合计, 全市 */
} places_row;

typedef struct places_table {
    sheet_table *t;
    sheet_head head;
    size_t end;     /* the first row below the head */
    size_t name_at; /* column of the names */
    ARRAY(places_measure) measures;
    ARRAY(places_row) rows;
} places_table;

/* Columns, then rows, of the table whose head has been found. */
void places_read_columns(places_table *p);
void places_read_rows(places_table *p);

/* The figure there as a metrics file would have it; NULL when there is none. */
const tree_node *places_figure(const places_table *p, const places_row *row,
                               size_t column, slice unit);

#endif
