/* tabled: the metrics that the tables of a text tell, for its draft: the
 * columns are read as those of a table file are. It writes no file: see
 * extract. */
#ifndef PROSE_TABLED_H
#define PROSE_TABLED_H

#include "metrics/sheet.h"
#include "prose/bulletin_table.h"

typedef struct tabled_metric {
    slice name;            /* as the row has it */
    slice value;           /* its 本期, or empty */
    bool has_unit;
    slice caption;         /* of its table; may be empty */
    size_t at;             /* byte of the table's head in the text */
    const tree_node *keys; /* the metric's keys and values */
} tabled_metric;

typedef struct tabled_list {
    tabled_metric *at;
    size_t n, cap;
} tabled_list;

/* Tables that can be read are marked so. `period` is the text's, or none. */
tabled_list tabled_from_tables(arena *a, bulletin_table_list *tables,
                               jb_period period);

/* Those tables that cannot be read as metrics, a place to a row and the like,
 * but have as many cells in each line: they are marked as read too. */
bulletin_table_list tabled_typed(arena *a, bulletin_table_list *tables);

/* Such a table as a metrics file has it; `title` where it has no caption. */
void tabled_write_table(slice_builder *b, const bulletin_table *t,
                        slice title);

/* A line for each key but the name, as a metrics file has them. */
void tabled_write(slice_builder *b, const tabled_metric *m);

#endif
