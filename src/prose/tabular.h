/* tabular: a person's table as numbers: what each cell counts, and what its
 * column and row are for, by the words of their heads. It judges nothing:
 * see inspect_table.c. */
#ifndef PROSE_TABULAR_H
#define PROSE_TABULAR_H

#include "prose/prose.h"

/* What the numbers of a column are. */
typedef enum tabular_sort {
    TABULAR_WORDS,    /* names, remarks, ranks, rates: nothing is added up */
    TABULAR_LEVEL,    /* amounts and counts, which add up down the column */
    TABULAR_PREVIOUS, /* levels of a year before */
    TABULAR_GROWTH,   /* of a level against the year before, in percent */
    TABULAR_SHARE,    /* 构成, 比重, in percent */
    TABULAR_TOTAL     /* levels that are sums of the columns beside it */
} tabular_sort;

typedef struct tabular_column {
    tabular_sort sort;
    slice heading, group; /* without units; group: over it, or empty */
    const char *under;    /* the same for columns under one head */
    jb_period period;     /* that the heading names, if any */
    jb_unit unit;         /* that its heads or the table name, if any */
} tabular_column;

typedef struct tabular_cell {
    bool is_number; /* a plain one; what is 约, > or a word is none */
    bool is_typed;  /* by a person; placeholders fill the others */
    bool is_empty;  /* nothing, or a dash: adds nothing */
    jb_decimal value;
    slice text;
    jb_span span;
} tabular_cell;

typedef enum tabular_row_sort {
    TABULAR_ROW_PLAIN,
    TABULAR_ROW_BAND,
    TABULAR_ROW_SUBTOTAL, /* 小计 */
    TABULAR_ROW_TOTAL,    /* 合计, 总计 */
    TABULAR_ROW_AMONG     /* 其中：, part of the row above */
} tabular_row_sort;

typedef struct tabular_row {
    tabular_row_sort sort;
    slice label;
    jb_unit unit; /* that a column 单位 names, if any */
} tabular_row;

typedef struct tabular {
    tabular_column *columns;
    size_t n_columns;
    tabular_row *rows;
    size_t n_rows;
    tabular_cell *cells; /* n_rows × n_columns */
} tabular;

/* `table` read with its placeholders filled by `facts`; where these are NULL
 * there are none. False when some cannot be filled, which is reported where
 * the table is built. */
bool tabular_from_table(arena *a, const jb_facts *facts,
                        const metrics_table *table, tabular *out);

const tabular_cell *tabular_at(const tabular *t, size_t row, size_t column);

/* The number of a cell in the unit of its row, else of its column. */
jb_quantity tabular_quantity(const tabular *t, size_t row, size_t column);

#endif
