/* fold: whether a table is so narrow and so long that it is set in two columns
 * beside each other, read down the left one first. It draws nothing. */
#ifndef LAYOUT_FOLD_H
#define LAYOUT_FOLD_H

#include "layout/compose.h"

/* A table that takes less than this of a page moves on in one piece where it
 * does not fit, and the text before it fills the page; a longer one is parted,
 * and waits for those before it. */
#define TABLE_WHOLE_MOST 667 /* /1000 */

/* Its text may be set smaller for it, /1000. */
#define FOLD_LEAST_SCALE 900

typedef struct fold_plan {
    const layout_region *columns; /* NULL: better set in one */
    int scale;                    /* of its text, /1000 */
} fold_plan;

/* For `table` in the composer's measure, whose rows have bars of that width
 * beside growth. */
fold_plan fold_from_table(composer *c, const report_table *table, jb_len bars);
/* Width of one of them. */
jb_len fold_measure(const composer *c);

#endif
