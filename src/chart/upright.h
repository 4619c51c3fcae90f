/* upright: panels of columns side by side, with names below and zero lines
 * aligned: for few categories with short names. */
#ifndef CHART_UPRIGHT_H
#define CHART_UPRIGHT_H

#include "chart/bars.h"
#include "chart/plan.h"
#include "chart/tabulation.h"

/* An arrow of a lane. */
typedef struct upright_arrow {
    bool is_beside;     /* at the right of the columns, to scale; else over: */
    jb_len x;           /* beside: of its line, from the columns */
    size_t first, last; /* over: the rows that it covers … */
    int level;          /* … and how many, with it, stand one over another */
} upright_arrow;

typedef struct upright_lane {
    const bar_panel *panel;
    chart_label head;
    jb_len x;           /* of the panel's left edge */
    jb_len ticks_width; /* left of the columns */
    size_t first_name;
    chart_label *guides; /* words at the right, one for each of the panel's */
    jb_len guides_width; /* right of the columns, with what keeps them off */
    upright_arrow *arrows; /* one for each of the panel's */
    jb_len arrows_width;   /* right of the columns; 0 where guides are */
    int arrow_levels;
} upright_lane;

typedef struct upright_plan {
    chart_plan base;
    const style_chart *style;
    upright_lane *lanes;
    size_t n_lanes;
    size_t first_scale;   /* number of the first lane's, of the next the next */
    chart_label *names;
    size_t n_names;
    int most_lines;       /* of a name */
    jb_len names_height;
    jb_len head_height;   /* of the panels' heads */
    tabulation table;     /* under the names; of no rows without */
    jb_len pitch;         /* from column to column */
    jb_len bar;           /* thickness */
    jb_len em;
    bool has_axis;
} upright_plan;

/* NULL when a name or label is wider than a column can be. */
upright_plan *upright_plan_from(const chart_context *c, const bar_panels *p,
                                jb_len width);
void upright_draw(const chart_context *c, const upright_plan *plan,
                  jb_size size, jb_display *d);

/* Height of the part where the bars stand, for a plot of this height. */
jb_len upright_bars_height(const upright_plan *plan, jb_len height);

#endif
