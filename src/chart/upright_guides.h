/* upright_guides: lines and bands across columns, with their words at the
 * right, each at its line as far as the others let it. */
#ifndef CHART_UPRIGHT_GUIDES_H
#define CHART_UPRIGHT_GUIDES_H

#include "chart/upright_scale.h"

typedef struct upright_guides_place {
    jb_len left, right; /* of the columns */
    jb_len top, bottom; /* of the axis */
    guide_obstacles obstacles;
} upright_guides_place;

void upright_guides_draw(const chart_context *c, const upright_lane *lane,
                         const chart_fit *fit,
                         const upright_guides_place *place, jb_display *d);

#endif
