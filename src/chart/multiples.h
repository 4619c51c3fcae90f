/* multiples: a small panel of columns for each metric. Those that count in one
 * unit stand together on one scale, so that columns compare from panel to
 * panel, unless some could not be seen on it. multiples.c arranges them,
 * multiples_grid.c chooses their grid, multiples_labels.c places their
 * figures, multiples_draw.c draws them. */
#ifndef CHART_MULTIPLES_H
#define CHART_MULTIPLES_H

#include "chart/bars.h"
#include "chart/plan.h"

typedef struct small_panel {
    bar_panel panel; /* a row for each period, shown or not */
    jb_len *labels_x; /* of each row's label, from the panel's left edge */
    chart_label head;
    chart_label guides; /* below it: what the lines across it are */
} small_panel;

/* Panels of one unit. */
typedef struct small_group {
    small_panel *at;
    size_t n;
    jb_unit unit;
    chart_label head; /* the unit, where there is but one */
    double low, high;
    bool is_whole; /* all its figures are */
} small_group;

/* A panel's place in the picture. */
typedef struct small_seat {
    const small_group *group;
    const small_panel *small;
    size_t scale;  /* number of the group */
    bool is_first; /* of its group in its row: the ticks stand before it */
} small_seat;

typedef struct small_row {
    small_seat *at;
    size_t n;
    bool has_units; /* a group begins here, or is taken up on a new page */
} small_row;

/* Rows on one of several pages, and the height of all that is not columns. */
typedef struct small_page {
    jb_len around;
    size_t n_rows;
} small_page;

typedef struct multiples_plan {
    chart_plan base;
    small_group *groups;
    size_t n_groups;
    small_row *rows; /* of this picture */
    size_t n_rows;
    size_t side; /* panels of a full row */
    chart_label *periods; /* no paragraph: not printed */
    size_t n_periods;
    bool has_all_periods; /* printed: not the first and last only */
    jb_len gutter; /* left of each panel, for ticks and the overhang */
    jb_len ticks_gutter; /* … of the first in a row, for ticks alone */
    jb_len years_width; /* of the first and the last, without 年; 0: not years */
    jb_len overhang; /* of last labels, right of each panel */
    jb_len panel_width, pitch, bar, em;
    jb_len units_height, periods_height;
    jb_len around; /* height of all that is not columns */
    jb_len columns_most; /* height of a row's columns on one of pages; 0: what
                            the picture leaves */
    small_page *pages; /* all of them: their columns are of one height */
    size_t n_pages;
    bool has_axis;
} multiples_plan;

#define MULTIPLES_SIDE_MOST 6 /* panels side by side */

size_t multiples_panels_count(const multiples_plan *plan);

/* Whether each column has room for its figure. */
bool multiples_is_wide(const multiples_plan *plan);

/* Whether the group goes on in a row of which `taken` places are taken: one
 * that fits into a row is not parted. */
bool multiples_goes_on(const small_group *g, size_t taken, size_t side);

/* As many side by side as can have all their figures, if that is enough of
 * them to compare; else as many as are legible. Rows are as even as their
 * number allows. */
bool multiples_side_choose(multiples_plan *plan, jb_len width);

/* So many side by side. False when they would not be legible. */
bool multiples_side_take(multiples_plan *plan, size_t side, jb_len width);

/* The numbers side by side that a picture of this size may have, the best
 * first: with panels neither flat nor narrow, all figures, and few places
 * left empty. */
size_t multiples_sides_for(multiples_plan *plan, jb_size size,
                           size_t sides[static MULTIPLES_SIDE_MOST]);

/* The greatest value, away from zero, of the columns that a column's label
 * stands over: its own, and neighbours where it is wider than the pitch. */
double multiples_label_base(const multiples_plan *plan, const small_panel *s,
                            size_t row);

/* How far the last label must overhang the panel's right edge in order to stand
 * over no longer column. */
jb_len multiples_overhang(const multiples_plan *plan, const small_panel *s);

/* Place all labels over their columns. */
void multiples_labels_centre(const multiples_plan *plan, small_panel *s);

/* Leave the last figure, the furthest from zero and the first, as far as there
 * are places where they belong to their columns and to no others. False when
 * one of them had to go. */
bool multiples_labels_thin(const multiples_plan *plan, small_panel *s);

/* Whether nothing but its label tells what a column is: missing, or nought. */
bool multiples_is_bare(const bar *b);

/* The axis of a group, with about `target` ticks. */
chart_axis multiples_axis(const small_group *group, int target);

/* White between two rows of panels. */
jb_len multiples_rows_gap(const multiples_plan *plan);

/* The stroke before the words of a panel's guides, with the white after it. */
jb_len multiples_stroke(const multiples_plan *plan);

/* Height of the names of a row's panels, and of what their guides are. */
jb_len multiples_heads_height(const multiples_plan *plan,
                              const small_row *row);
/* … and the white between the two. */
jb_len multiples_guides_gap(const multiples_plan *plan,
                            const small_panel *p);

/* One scale for a group whose columns are `height` high. */
typedef struct small_scale {
    grid_ticks ticks;
    chart_fit fit;
} small_scale;

small_scale multiples_scale(const chart_context *c,
                            const multiples_plan *plan,
                            const small_group *group, jb_len height);

void multiples_draw(const chart_context *c, const chart_plan *plan,
                    jb_size size, jb_display *d);

#endif
