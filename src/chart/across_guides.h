/* across_guides: where the words of guides stand below horizontal bars: each
 * centred under its line, in the first row where it meets no other and no
 * other's line. */
#ifndef CHART_ACROSS_GUIDES_H
#define CHART_ACROSS_GUIDES_H

#include "chart/across.h"

/* Once the lanes are scaled. */
void across_guides_set(const chart_context *c, across_plan *plan);

/* Lines, bands and words in a column at `at.x` whose axis is at `at.y` and
 * whose rows end at `end`. */
typedef struct across_guides_place {
    jb_point at;
    jb_len end;
    guide_obstacles obstacles;
} across_guides_place;
void across_guides_draw(const chart_context *c, const across_plan *plan,
                        const across_lane *lane,
                        const across_guides_place *place, jb_display *d);

#endif
