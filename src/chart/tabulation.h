/* tabulation: the figures of a chart once more as rows under its columns, each
 * number below the column that draws it. */
#ifndef CHART_TABULATION_H
#define CHART_TABULATION_H

#include "chart/bars.h"

typedef struct tabulation {
    chart_label *heads; /* n: the names of the series */
    chart_label *cells; /* n for each column, column by column */
    size_t n;
    jb_len head_width, cell_width;
    jb_len row_height; /* with the rule above it */
} tabulation;

/* The figures of the panels' rows, in their order; nothing where
 * `p->table` is NULL. */
tabulation tabulation_from(const chart_context *c, const bar_panels *p);

/* With the white above the first rule. */
jb_len tabulation_height(const tabulation *t);

/* Rules across `area`, names at its left edge; its top is that of the white. */
void tabulation_draw(const chart_context *c, const tabulation *t,
                     jb_rect area, jb_display *d);

/* The figures of column `i` about the line x = centre. */
void tabulation_draw_column(const tabulation *t, size_t i, jb_point centre,
                            jb_display *d);

#endif
