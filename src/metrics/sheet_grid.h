/* sheet_grid: a table file as a table to be set: its columns and rows as a
 * metrics file would write them, so that one reader takes both. It knows
 * nothing of metrics. */
#ifndef METRICS_SHEET_GRID_H
#define METRICS_SHEET_GRID_H

#include "metrics/yaml.h"

/* NULL where the file does not tell. */
typedef struct sheet_grid {
    const tree_node *title, *issuer, *unit, *note, *source;
    const tree_node *columns, *rows; /* lists */
} sheet_grid;

/* False when the file has no rows under a head; nothing is reported then,
 * only what is no table file at all. */
bool sheet_read_grid(yaml_reading *r, const jb_source *file, sheet_grid *out);

/* The table file that `item` names, relative to the file it stands in; NULL
 * after an error. */
const jb_source *sheet_open(yaml_reading *r, const tree_node *item);

#endif
