/* wide: whether the columns of a table go into the measure, and what is done
 * where they do not: the table is laid on its side when the paper is long
 * enough for it, else cut into strips. It draws nothing. */
#ifndef LAYOUT_WIDE_H
#define LAYOUT_WIDE_H

#include "layout/cells.h"
#include "layout/strips.h"

typedef enum wide_way { WIDE_FITS, WIDE_TURNED, WIDE_CUT } wide_way;

typedef struct wide_plan {
    wide_way way;
    table_strips strips; /* of a table that is cut */
    int scale;           /* of their text, /1000 */
} wide_plan;

/* For the composer's measure. */
wide_plan wide_from_table(const composer *c, const report_table *table);

/* What the composer says of a table that is turned or cut, once. */
void wide_note(composer *c, const jb_node *node, const wide_plan *plan);
void wide_report(const composer *c);

#endif
