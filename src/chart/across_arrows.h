/* across_arrows: arrows of panels of horizontal bars: at the right of the
 * bars, from one row to another. */
#ifndef CHART_ACROSS_ARROWS_H
#define CHART_ACROSS_ARROWS_H

#include "chart/across.h"
#include "chart/arrow.h"

/* Where each arrow stands, and the room that it takes of the plot: none where
 * there is too little of it, where names stand above the bars, or where a
 * lane's rows stand in columns. */
void across_arrows_set(arena *a, across_plan *plan);

/* A lane's bars as they are drawn. */
typedef struct across_arrows_place {
    jb_len right;         /* of the plot */
    const jb_point *ends; /* of bars and their labels, by row, then by bar */
    arrow_pen pen;
} across_arrows_place;

void across_arrows_draw(const across_plan *plan, const across_lane *lane,
                        const across_arrows_place *place);

#endif
