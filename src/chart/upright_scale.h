/* upright_scale: the scales of upright panels for a given height, and the
 * least height in which their labels stand. */
#ifndef CHART_UPRIGHT_SCALE_H
#define CHART_UPRIGHT_SCALE_H

#include "chart/upright.h"

/* One panel scaled. */
typedef struct lane_scale {
    grid_ticks ticks;
    chart_fit fit;
} lane_scale;

/* A scale for each lane; zero lines at one height where no lane suffers. */
lane_scale *upright_scales(const chart_context *c, const upright_plan *plan,
                           jb_len height);

/* What labels, chips and ticks need above and below the zero line, before
 * any bar has a length. */
jb_len upright_labels_height(const chart_context *c,
                             const upright_plan *plan);

#endif
