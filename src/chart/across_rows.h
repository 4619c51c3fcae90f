/* across_rows: the heights of what across.h stacks: heads, rows, panels,
 * columns; shared by planning, which asks how high, and drawing, which asks
 * where. */
#ifndef CHART_ACROSS_ROWS_H
#define CHART_ACROSS_ROWS_H

#include "chart/across.h"
#include "chart/pitch.h"

/* Spread the rows of a single lane, or the lanes, over plan->columns; the
 * rows of any over the columns of `n_parts` pages. */
void across_slabs_set(arena *a, across_plan *plan, size_t n_parts);

/* Keep of these pages one: its slabs, and the marks of its notes. */
void across_part_keep(arena *a, across_plan *plan, size_t part);

/* Head and tick labels above the rows. */
jb_len across_head_height(const across_plan *plan, const across_lane *lane);

/* From where the axis would be drawn to the first row. */
jb_len across_axis_gap(const across_plan *plan, const across_lane *lane);

/* Between rows. */
jb_len across_row_gap(const across_plan *plan, const across_lane *lane,
                      int ease);

/* One row with its gap; without the gap; the height kept for its name above
 * the bars. */
jb_len across_row_height(const across_plan *plan, const across_lane *lane,
                         size_t row, int ease);
jb_len across_content_height(const across_plan *plan,
                             const across_lane *lane, size_t row, int ease);
jb_len across_name_height(const across_plan *plan, const across_lane *lane,
                          size_t row);

/* Between a name and the bars below it. */
jb_len across_name_gap(const across_plan *plan);

/* What the grid reaches beyond the last row, in place of its gap. */
jb_len across_tail(const across_plan *plan, const across_lane *lane,
                   int ease);

/* Height of the whole plot at this ease. */
jb_len across_height(const across_plan *plan, int ease);

/* The greatest ease at which the plot is at most `height` high. */
int across_ease_for(const across_plan *plan, jb_len height);

/* Between panels below each other. */
jb_len across_panel_gap(const across_plan *plan);

#endif
