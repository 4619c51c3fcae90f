/* pitch: the rhythm of rows of bars: how high a slot, a bar and the gap
 * between rows are, from the tightest legible to the most generous. */
#ifndef CHART_PITCH_H
#define CHART_PITCH_H

#include "chart/chart.h"

typedef struct row_pitch {
    jb_len slot; /* of one bar and its label */
    jb_len bar;
    jb_len gap;  /* between rows */
} row_pitch;

#define PITCH_LEAST 0
#define PITCH_NATURAL 1000
#define PITCH_MOST 2000

/* `ease` from PITCH_LEAST to PITCH_MOST, for rows of `slots` bars side by
 * side with labels of size `em`. Grows with `ease`. */
row_pitch pitch_at(const style_chart *style, size_t slots, jb_len em,
                   int ease);

#endif
