/* plan: breaking the galley into pages: which box stands on which page, and
 * where. Several whole plans are made, with figures a little lower or pages a
 * few lines shorter, and the one with the least white in the wrong places is
 * kept. It draws nothing. */
#ifndef LAYOUT_PLAN_H
#define LAYOUT_PLAN_H

#include "layout/box.h"

/* A box on a page. */
typedef struct layout_placed {
    const layout_box *box;
    size_t page;     /* from 0 */
    jb_len x;        /* shift to its column */
    jb_len y;        /* of the box's top, from the type area's head */
    jb_len height;   /* as placed: figures stretch to the grid */
    bool is_repeated; /* a table's head, shown again */
    bool is_note;     /* a line of a note at the page's foot */
} layout_placed;

typedef struct layout_plan {
    layout_placed *placed; /* by page, in reading order */
    size_t n;
    size_t n_pages;
    size_t n_numbered; /* of them, the first that show their number */
    jb_len notes_raised; /* those of the last page, over the foot */
    int64_t cost;
} layout_plan;

/* The best plan found for pages whose type area is `height` high. */
layout_plan plan_galley(arena *a, const layout_galley *g,
                        const style_page *page, jb_len height);

#endif
