/* bulletin_table: tables that stand between the paragraphs of a text, their
 * cells parted by tabs, bars or wide spaces, as copied from a page. It finds
 * them; what their columns mean the metrics room knows. */
#ifndef PROSE_BULLETIN_TABLE_H
#define PROSE_BULLETIN_TABLE_H

#include "metrics/metrics.h"

typedef struct bulletin_table {
    size_t first, last; /* bytes of its lines, caption and unit with them */
    size_t head;        /* byte where its head starts */
    slice caption;      /* 表1 主要指标, without the number; or empty */
    slice unit;         /* the line that tells it: （单位：亿元）; or empty */
    slice rows;         /* cells parted by tabs */
    slice heads;        /* those of its head */
    size_t n_cells;     /* of its last row */
    bool is_read;       /* its figures are known: set by who reads them */
} bulletin_table;

typedef struct bulletin_table_list {
    bulletin_table *at;
    size_t n, cap;
} bulletin_table_list;

/* At least two lines of as many cells, that end in figures, under a line that
 * does not. Rows that a page's foot parts from theirs are a table of their own
 * with the same head. */
bulletin_table_list bulletin_tables_from_text(arena *a, slice text);

/* The table as a person's own, each cell with its place in `source`; false
 * when its lines have not all as many cells, so that nobody can tell which
 * stand in one column. */
bool bulletin_table_typed(arena *a, const jb_source *source,
                          const bulletin_table *t, metrics_table *out);

/* The text with the bytes of the tables marked `is_read` made blank, so that
 * no sentence is read from them; lines keep their numbers. */
slice bulletin_tables_masked(arena *a, slice text,
                             const bulletin_table_list *list);

#endif
