/* unseen: bars that are not nothing, but too short to be seen on their scale.
 * A note names them, or the first and how many there are. It knows names and
 * lengths on a scale, not how bars are arranged. */
#ifndef CHART_UNSEEN_H
#define CHART_UNSEEN_H

#include "chart/bars.h"
#include "chart/chart_notes.h"

/* A bar below this part of its scale is less than a hair's breadth: of a plot
 * that fills most of the picture, and of one of several in it. */
#define UNSEEN_BELOW 400
#define UNSEEN_BELOW_SMALL 200

typedef struct unseen_bars {
    slice_builder named;
    slice first;
    bool is_of_periods;
    size_t n;
} unseen_bars;

unseen_bars unseen_bars_none(arena *a);

bool bar_is_unseen(const bar *b, double range, int below);

/* The name of a row; that of a period after whose it is. */
void unseen_bars_add(unseen_bars *u, slice whose, slice name);

/* Rows of the panel that have such a bar. */
void unseen_bars_add_panel(unseen_bars *u, const bar_panel *p, int below);

/* The notes with one more when there are such bars. */
chart_notes unseen_bars_told(const unseen_bars *u, chart_notes notes);

#endif
