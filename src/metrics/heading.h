/* heading: what a column of a table file holds, by what stands over it. It
 * knows the names of columns, not what is below them. */
#ifndef METRICS_HEADING_H
#define METRICS_HEADING_H

#include "metrics/keys.h"
#include "quantity/quantity.h"

typedef enum heading_role {
    HEADING_UNKNOWN,
    HEADING_SERIAL, /* 序号: of no use to us */
    HEADING_ID,
    HEADING_KEY,   /* one of a metric's */
    HEADING_PERIOD /* values of the period that it names */
} heading_role;

typedef struct sheet_heading {
    const tree_node *cell;
    heading_role role;
    enum metrics_key key; /* HEADING_KEY */
    jb_period period; /* HEADING_PERIOD; else of 本期（2025年上半年） */
    slice unit;       /* in brackets behind the name, or empty */
    slice scope;      /* 全省, of 全省位次; or empty */
} sheet_heading;

/* Spaces and line ends inside the heading do not count. */
sheet_heading heading_read(arena *a, const tree_node *cell);

/* `text` without a last （亿元） or (亿元), and that; false when it has none.
 */
bool heading_split_unit(slice text, slice *before, slice *unit);

/* The unit that “单位：亿元” tells, somewhere in `text`; or empty. */
slice heading_told_unit(slice text);

/* `text` without ASCII and ideographic spaces at either side. */
slice heading_trim(slice text);

/* The names that columns may have, for a message. */
slice heading_names(arena *a);

#endif
