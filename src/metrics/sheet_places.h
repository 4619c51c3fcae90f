/* sheet_places: a table with a county, firm or product a row as metrics: one
 * for each of them where the table tells their growth, else one that lists
 * them; and the charts that show it. It knows nothing of how tables are set. */
#ifndef METRICS_SHEET_PLACES_H
#define METRICS_SHEET_PLACES_H

#include "metrics/yaml.h"

typedef struct places_chart {
    slice id;
    const char *kind;
    ARRAY(const tree_node *) metrics; /* their ids */
} places_chart;

typedef struct sheet_places {
    slice rows;               /* what a row is: 县区 */
    const tree_node *metrics; /* a map by id */
    ARRAY(places_chart) charts;
    jb_period period; /* of the figures, when a heading tells */
    slice unitless;   /* what is not shown for want of a unit; or empty */
} sheet_places;

/* False when the table holds no figures to show; nothing is reported. */
bool sheet_read_places(yaml_reading *r, const jb_source *file,
                       sheet_places *out);

#endif
