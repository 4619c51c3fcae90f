/* occupied: what of a finished plot is taken: its texts, its shapes, its
 * lines, each with the mark that it belongs to, and what may be interrupted,
 * the grid. It knows what was drawn, not which kind of chart drew it. */
#ifndef CHART_OCCUPIED_H
#define CHART_OCCUPIED_H

#include "chart/chart.h"

typedef enum occupied_kind {
    OCCUPIED_TEXT, OCCUPIED_SHAPE, OCCUPIED_GRID, OCCUPIED_KIND_COUNT
} occupied_kind;

typedef struct occupied_box {
    jb_rect rect;
    occupied_kind kind;
    slice mark; /* id of the innermost mark it is part of; may be empty */
} occupied_box;

typedef struct occupied {
    arena *arena;
    ARRAY(occupied_box) boxes;
} occupied;

occupied occupied_from(const chart_context *c, const jb_display *plot);
/* Those that come near `rect`. */
occupied occupied_within(const occupied *o, jb_rect rect);

/* Whether anything but the grid is in the way. */
bool occupied_meets(const occupied *o, jb_rect rect);
/* Whether a text is, but those of one mark. */
bool occupied_meets_text(const occupied *o, jb_rect rect, slice except);
/* Whether the way from one point to another, `wide` to both sides, crosses
 * anything but the grid. */
bool occupied_crosses(const occupied *o, jb_point from, jb_point to,
                      jb_len wide);
/* How many grid lines a text here interrupts. */
size_t occupied_grid_count(const occupied *o, jb_rect rect);

/* The box of what a mark has of one kind; empty: nothing. */
jb_rect occupied_by_mark(const occupied *o, slice mark, occupied_kind kind);

/* A copy of the plot whose grid keeps off `rect`. */
jb_display occupied_without_grid(const chart_context *c,
                                 const jb_display *plot, jb_rect rect);

#endif
