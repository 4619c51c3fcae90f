/* legend: the key to fills and colours, one line (or more) of swatches and
 * words above the plot, only where labels beside the marks cannot serve. */
#ifndef CHART_LEGEND_H
#define CHART_LEGEND_H

#include "chart/label.h"
#include "chart/mark.h"

typedef enum legend_sign {
    SIGN_FIELD, SIGN_LINE, SIGN_POINT, SIGN_TICK,
    SIGN_STROKE, /* a line without its points */
    SIGN_GUIDE, SIGN_BAND /* a bare line; a tint between two */
} legend_sign;

typedef struct legend_key {
    slice text;
    jb_colour colour;
    mark_fill fill; /* of a field */
    legend_sign sign;
} legend_key;

/* Height at this width; 0 without keys. */
jb_len legend_height(const chart_context *c, const legend_key *keys,
                     size_t n, jb_len width);

void legend_draw(const chart_context *c, const legend_key *keys, size_t n,
                 jb_rect within, jb_display *d);

#endif
