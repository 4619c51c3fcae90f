/* sheet_table: a table while it is read, for the files that share the work:
 * its columns, its cells, its rows of 其中. */
#ifndef METRICS_SHEET_TABLE_H
#define METRICS_SHEET_TABLE_H

#include "metrics/sheet.h"

typedef ARRAY(tree_pair) sheet_pairs;

/* What is being read: the columns, and what rows above say of those below. */
typedef struct sheet_table {
    yaml_reading *r;
    sheet *out;
    const tree_node *rows;
    sheet_heading *columns;
    size_t n_columns;
    slice unit; /* told once for all */
    bool is_percent_told; /* …, and that the rest are percent: 亿元、% */
    jb_period base;   /* the document's, or that of the title */
    jb_period period; /* of 本期 */
    const tree_node *group; /* NULL, or the row that names it */
    bool is_series; /* a period a row, a metric a column */
    bool is_group_used;
    bool is_group_merged; /* groups stand left of the names, over rows */
    const tree_node *told_group; /* the last in a column of groups */
    bool is_inside; /* the row above was one of 其中 */
    bool is_aside_told;
    slice whole_unit; /* of the last metric, which 其中 are parts of */
    sheet_pairs metrics;
    slice_index ids;
} sheet_table;

/* A scalar of other text at the place of `at`. */
tree_node *sheet_node(arena *a, const tree_node *at, slice text);
tree_node *sheet_map(arena *a, jb_span span, const sheet_pairs *pairs);
/* The first name of a metric's key, at the place of `at`. */
tree_node *sheet_key(sheet_table *t, enum metrics_key key, const tree_node *at);
/* Nothing is added for a value of NULL. */
void sheet_add(sheet_table *t, sheet_pairs *to, enum metrics_key key,
               const tree_node *value);

/* Rows of a head: where they are, and how wide they are. */
typedef struct sheet_head {
    const tree_node *const *at;
    size_t n, width;
} sheet_head;

/* What stands over column `i` in row `k`: the cell there, or the one to the
 * left that reaches over it; NULL when there is none. */
const tree_node *sheet_head_cell(const sheet_head *head, size_t k, size_t i);

/* What a row over the head tells: title, unit, issuer, period. */
void sheet_read_above(sheet_table *t, const tree_node *row);
/* The head that begins with row `first`, of rows in which nothing stands in
 * the columns up to `name_at`. */
sheet_head sheet_head_from(const sheet_table *t, size_t first,
                           size_t name_at);
/* The head of a table of anything, what stands over it read; and the first row
 * below. False when there is none. */
bool sheet_find_head(sheet_table *t, sheet_head *head, size_t *end);
/* 甲 | 乙 | 1 | 2 | 3: what forms number their columns by. */
bool sheet_is_numbering(const tree_node *row);

/* Whether the cell heads a column of periods: 月份. */
bool sheet_is_time(arena *a, const tree_node *cell);
/* Whether the head is one over periods, a row each from row `first` on; then
 * its columns are read. */
bool sheet_is_series(sheet_table *t, const sheet_head *head, size_t first);
/* The rows of such a table, from row `first` on. */
void sheet_read_series(sheet_table *t, size_t first);

/* Find the head and read the rows down to it: the first row below; 0 when
 * there is none, which has been reported. */
size_t sheet_read_head(sheet_table *t);

/* How many cells of the row hold something, and the first of them. */
size_t sheet_cells_filled(const tree_node *row, size_t *first);
/* Behind 其中, with or without its colon; false when `name` has none. */
bool sheet_strip_among(slice *name);
/* Whether the text is a note or the source, which have been kept. */
bool sheet_read_remark(sheet_table *t, const tree_node *cell, slice text);
/* The id that a name makes. */
const tree_node *sheet_id(const sheet_table *t, const tree_node *name);
void sheet_add_metric(sheet_table *t, const tree_node *id,
                      const tree_node *map);

/* The column of a key; n_columns when there is none. */
size_t sheet_column(const sheet_table *t, enum metrics_key key);
/* Whether the cell is part of the one on its left, <, or over it, ^. */
bool sheet_is_merged(const tree_node *row, size_t i);
/* Trimmed; empty behind the row's end, and of cells merged into others. */
slice sheet_cell_text(const tree_node *row, size_t i);
/* What tables write where there is no figure: —, …, /. */
bool sheet_is_missing(slice text);
/* Whether the cell holds an error of a spreadsheet, which is told then. */
bool sheet_refuse_error(yaml_reading *r, const tree_node *cell);
/* The cell as a metrics file would have it: numbers without grouping, growth
 * and ranks with what their heading tells. NULL when it holds nothing. */
const tree_node *sheet_cell(sheet_table *t, const tree_node *row, size_t i,
                            slice unit);

/* Hold 增减额 and 完成率 against the levels they follow from. */
void sheet_check_row(sheet_table *t, const tree_node *row);

/* Whether a row below 其中 tells no more than a part can hold, but for what
 * is of other periods. */
bool sheet_is_part(const sheet_table *t, const tree_node *row);
/* The row as a part of the last metric. */
void sheet_read_part(sheet_table *t, const tree_node *row,
                     const tree_node *cell, slice name);

#endif
