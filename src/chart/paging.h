/* paging: a chart that is too high for its room as several charts, one below
 * or behind another. */
#ifndef CHART_PAGING_H
#define CHART_PAGING_H

#include "chart/chart.h"

typedef struct chart_page {
    const chart_spec *chart;
    chart_heights heights;
} chart_page;

/* The chart itself, or `*n` parts of it with equal shares of its categories,
 * rows or series, numbered in their titles. Where not even the smallest parts
 * can be drawn in `room`, the smallest. */
const chart_page *chart_pages(const chart_context *c, const chart_spec *chart,
                              jb_size room, size_t *n);

#endif
