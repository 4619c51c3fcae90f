/* workbook_merged: the merged cells of a sheet, as marks in the cells that are
 * parts of others: < of the one on their left, ^ of the one over them. It reads
 * no files. */
#ifndef METRICS_WORKBOOK_MERGED_H
#define METRICS_WORKBOOK_MERGED_H

#include "base/array.h"
#include "base/slice.h"

#define WORKBOOK_COLUMNS 16384u

/* Rows and columns from 0, the last included. */
typedef struct merged_area {
    size_t row, column, last_row, last_column;
} merged_area;

typedef struct workbook_merged {
    ARRAY(merged_area) areas;
    char *marks;  /* of one row; NULL when there are no areas … */
    size_t width; /* … and as far as it has some */
} workbook_merged;

/* More areas than tables have are left out, and very large ones. */
void workbook_merge(arena *a, workbook_merged *m, merged_area area);

/* Make the marks those of `row`. */
void workbook_mark_row(workbook_merged *m, size_t row);
/* That of a cell of the row; often empty. */
slice workbook_mark(const workbook_merged *m, size_t column);

#endif
