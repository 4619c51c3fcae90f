/* gutter: the names of the categories, beside their bars or above them. Short
 * names stand in a gutter as wide as the widest; longer ones are wrapped by
 * the text room; where the gutter would eat the plot they go above the bars.
 * No name is ever cut. */
#ifndef CHART_GUTTER_H
#define CHART_GUTTER_H

#include "chart/label.h"

typedef struct gutter {
    jb_len width;   /* 0 when the names stand above the bars */
    bool is_above;
    chart_label *names;
    size_t n;
    jb_len tallest; /* of the names */
    jb_len measure; /* they are set flush right in; 0: each on one line */
} gutter;

/* A name, and whether it is set off from the others. */
typedef struct gutter_name {
    slice text;
    bool is_strong;
} gutter_name;

/* Names for a chart of `width`: in a gutter where that leaves room for bars,
 * else (or when `is_above` says so) on lines of their own. */
gutter gutter_set(const chart_context *c, const gutter_name *names, size_t n,
                  jb_len width, bool is_above);

/* Where a name's block begins, counted from the gutter's left edge. */
jb_len gutter_name_x(const gutter *g, size_t i);

#endif
