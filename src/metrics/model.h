/* model: the inside of jb_metrics, for the readers that fill it. */
#ifndef METRICS_MODEL_H
#define METRICS_MODEL_H

#include "base/array.h"
#include "base/slice_index.h"
#include "metrics/metrics.h"

struct jb_metrics {
    arena *arena;
    metrics_document document;
    ARRAY(metrics_metric) metrics;
    slice_index metric_ids;
    ARRAY(metrics_chart) charts;
    slice_index chart_ids;
    ARRAY(metrics_table) tables;
    slice_index table_ids;
    ARRAY(metrics_section) sections;
};

/* A row of readers.def: fill an empty model; false after an error that leaves
 * nothing to show. Errors in single entries are reported and left out. */
typedef struct metrics_reader {
    const char *name, *suffixes, *doc;
    bool (*read)(jb_metrics *m, const jb_source *source, jb_diags *diags);
} metrics_reader;

bool metrics_read_yaml(jb_metrics *m, const jb_source *source,
                       jb_diags *diags);
bool metrics_read_xlsx(jb_metrics *m, const jb_source *source,
                       jb_diags *diags);
bool metrics_read_manuscript(jb_metrics *m, const jb_source *source,
                             jb_diags *diags);
bool metrics_read_csv(jb_metrics *m, const jb_source *source,
                      jb_diags *diags);

#endif
