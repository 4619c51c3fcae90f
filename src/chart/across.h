/* across: panels of horizontal bars, one below the other, with names at the
 * left (or above the bars where it is narrow) and zero lines aligned. A long
 * single panel is set in columns that share one scale, and panels are set in
 * columns where they do not fit below each other. */
#ifndef CHART_ACROSS_H
#define CHART_ACROSS_H

#include "chart/bars.h"
#include "chart/gutter.h"
#include "chart/plan.h"

/* A guide's words below the rows of a lane: so far from the left of the
 * column, in this row of words, from 0. */
typedef struct guide_seat {
    const bar_guide *guide;
    chart_label label;
    jb_len x;
    size_t row;
} guide_seat;

typedef struct guide_seats {
    guide_seat *at;
    size_t n;
    jb_len pitch;  /* from row to row */
    jb_len height; /* of all, with what keeps them off the bars */
} guide_seats;

/* One panel as laid out. */
typedef struct across_lane {
    const bar_panel *panel;
    grid_ticks ticks;
    chart_fit fit;
    chart_label head, chip_head;
    jb_len name_x;    /* of names above the bars, from the column's edge */
    bool has_head_row;  /* the head needs a line above the ticks */
    size_t first_name;  /* of its rows in the gutter */
    guide_seats guides;
    size_t *arrows; /* of each of the panel's, which place to the right */
} across_lane;

/* A run of rows of one lane in one column. */
typedef struct across_slab {
    const across_lane *lane;
    size_t first, n; /* rows of the lane */
    size_t column;
} across_slab;

typedef struct across_plan {
    chart_plan base;
    const style_chart *style;
    across_lane *lanes;
    size_t n_lanes;
    gutter names;
    across_slab *slabs; /* by column, then downwards */
    size_t n_slabs, columns;
    jb_len column_width, column_gap;
    jb_len plot_x, plot_width; /* within a column */
    jb_len chip_width;         /* 0: no chips */
    jb_len arrows_width;       /* right of the plot; 0: no arrows are drawn */
    jb_len arrow_pitch;        /* from place to place in it */
    jb_len em;                 /* size of the labels */
    bool is_uniform;           /* rows of one height, where there is room */
    bool has_axis;
} across_plan;

/* NULL when names and labels leave no room for bars at this width. */
across_plan *across_plan_from(const chart_context *c, const bar_panels *p,
                              jb_size size);
void across_draw(const chart_context *c, const across_plan *plan,
                 jb_size size, jb_display *d);

#endif
