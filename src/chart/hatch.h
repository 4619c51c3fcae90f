/* hatch: parallel lines at 45° that fill a rectangle, clipped by arithmetic
 * and not by a clip item, so that they survive Office and stay measurable. */
#ifndef CHART_HATCH_H
#define CHART_HATCH_H

#include "display/display.h"

/* Add the lines x + y = i × pitch inside `r` to `p`. They
 * are anchored to the canvas, so neighbouring fields continue each other. */
void hatch_lines(arena *a, jb_path *p, jb_rect r, jb_len pitch);

#endif
