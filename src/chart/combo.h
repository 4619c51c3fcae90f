/* combo: levels as columns and their growth as a line over them. combo.c plans
 * them, combo_draw.c finds a place for each label and draws. */
#ifndef CHART_COMBO_H
#define CHART_COMBO_H

#include "chart/bar_plan.h"
#include "chart/datum.h"
#include "chart/grid.h"
#include "chart/plan.h"
#include "chart/tabulation.h"
#include "chart/twin_axes.h"
#include "chart/upright_arrows.h"

#define COMBO_LEAST_EMS 8 /* of the plot's height */

typedef struct combo_slot {
    bar column;
    bool has_growth;
    double growth;
    mark_name growth_name; /* of the point's group */
    chart_label name, growth_label;
    bool is_pale; /* its labels can be read in the column */
} combo_slot;

typedef struct combo_plan {
    chart_plan base;
    const bar_plan *rows; /* too many for columns: bars down the page */
    combo_slot *slots;
    size_t n;
    twin_axes axes;
    bar_guides level_guides, growth_guides;
    grid_ticks left, right;
    bool is_course; /* the categories follow each other in time */
    chart_label left_head, right_head;
    tabulation table; /* in place of the columns' labels, below their names */
    jb_len em, width, plot_x, plot_width, names_height;
    jb_len head_height; /* of the axes' heads, and of arrows below them */
    bar_panel panel;    /* its columns, for the arrows … */
    upright_plan over;  /* … in one lane */
    jb_len foot; /* between the plot and the names: labels of falls */
} combo_plan;

/* Of the last column, and of one that is not in time; of those before. */
jb_colour combo_column_colour(const style_chart *style);
jb_colour combo_past_colour(const style_chart *style);

/* Of the line, and of the points and figures on it, which are read on the
 * ground and on columns: those of falls have a fall's. */
jb_colour combo_line_colour(const style_chart *style);
jb_colour combo_change_colour(const style_chart *style, double growth);

void combo_draw(const chart_context *c, const chart_plan *base, jb_size size,
                jb_display *d);

#endif
