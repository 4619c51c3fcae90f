/* grid: quiet lines at the ticks of the value axis, and their labels. A line
 * is interrupted where text stands, so that none is ever struck through. */
#ifndef CHART_GRID_H
#define CHART_GRID_H

#include "chart/axis.h"
#include "chart/fit.h"
#include "chart/label.h"

typedef struct grid_ticks {
    chart_axis axis;
    chart_label *labels; /* from axis.first to axis.last */
    size_t n;
} grid_ticks;

/* Set the labels of an axis; `suffix` follows each number but 0. */
grid_ticks grid_ticks_from(const chart_context *c, const chart_axis *axis,
                           slice suffix);

/* Greatest width and height of the labels. */
jb_size grid_ticks_size(const grid_ticks *t);

typedef struct grid_line {
    jb_point from, to; /* vertical or horizontal */
    jb_len width;
    jb_colour colour;
} grid_line;

/* Draw what of a line is not within a little of an obstacle. */
void grid_line_draw(arena *scratch, jb_display *d, const grid_line *line,
                    const jb_rect *obstacles, size_t n);

/* The style's lines for a tick and for zero. */
grid_line grid_line_at(const style_chart *style, jb_point from, jb_point to,
                       bool is_zero);
/* … and for a value that all bars are held against. */
grid_line grid_reference_at(const style_chart *style, jb_point from,
                            jb_point to);
/* … and for a value that one bar is held against: twice as heavy. */
grid_line grid_tick_at(const style_chart *style, jb_point from, jb_point to);

#endif
