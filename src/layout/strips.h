/* strips: a table of many columns cut into several of fewer, one to stand
 * under the other, each with the first columns again. It knows how wide the
 * columns must be, and no more of their looks. */
#ifndef LAYOUT_STRIPS_H
#define LAYOUT_STRIPS_H

#include "layout/compose.h"

typedef struct table_strips {
    const report_table **at;
    size_t n;
    size_t n_stub; /* columns that each begins with */
} table_strips;

/* As few strips as need no more than `measure` each, and as even as so many
 * can be. `widths`: what each column takes, its white included. Heads over
 * several columns keep them together where they can. */
table_strips strips_from_table(const composer *c, const report_table *table,
                               const jb_len *widths, jb_len measure);
/* How many these would be. */
size_t strips_count(const composer *c, const report_table *table,
                    const jb_len *widths, jb_len measure);

#endif
