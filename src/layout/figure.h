/* figure: charts as boxes of the galley, and in as many parts as it takes
 * when one is too high for its page. It draws no marks; the chart room does. */
#ifndef LAYOUT_FIGURE_H
#define LAYOUT_FIGURE_H

#include "layout/compose.h"

typedef struct figure_part {
    const chart_spec *chart;
    chart_heights heights;
} figure_part;

/* The chart itself, or parts of it with equal shares of its categories, each
 * of which can be drawn in `room`. */
const figure_part *figure_parts(const composer *c, const chart_spec *chart,
                                jb_size room, size_t *n);

/* Draw the chart of a placed figure; false after an error. */
bool figure_draw(composer *c, const layout_figure *figure, jb_len height,
                 jb_display *d);

#endif
