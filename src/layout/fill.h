/* fill: one way of breaking the galley into pages: boxes go down the page in
 * order, a figure or table that does not fit waits for the next one while the
 * text runs on, and what must not be parted moves on together. It weighs no
 * alternatives; plan.h does. */
#ifndef LAYOUT_FILL_H
#define LAYOUT_FILL_H

#include "layout/plan.h"

/* Lines first … last-1 of a note that stand on the page. */
typedef struct filled_note {
    const layout_note *note;
    size_t first, last;
} filled_note;

typedef struct filler {
    arena *arena;
    const layout_galley *galley;
    const style_page *page;
    jb_len limit;     /* height of the pages */
    int figure_scale; /* of the height a figure wants, /1000 */
    bool parts_tables; /* also those that a page would hold whole */
    size_t end;       /* of the boxes to be placed */
    bool is_trial;    /* measure only: nothing is placed */
    jb_len page_limit; /* the same as `limit`, but while columns are filled */
    jb_len more;      /* what of all three the first page alone has */
    jb_len foot;      /* where notes end: of the page, no lines spared */
    /* The result. */
    ARRAY(layout_placed) placed;
    size_t current;         /* page being filled, from 0 */
    /* Where it has got to. */
    jb_len x;               /* shift of the column */
    jb_len y;               /* foot of the last box */
    jb_len grid_top;        /* where this page's grid starts */
    const layout_box *last; /* on this page; NULL at its head */
    ARRAY(size_t) waiting;  /* figures and tables for the next page */
    size_t first_waiting;
    size_t pages_waited; /* by all of them together */
    ARRAY(filled_note) notes; /* at the foot of this page */
    ARRAY(filled_note) carried; /* what must go on over the page */
    jb_len text_foot; /* what is being placed reaches at least here */
} filler;

/* Place boxes first … end-1 of the galley, from a fresh page on. */
void fill_pages(filler *f, size_t first, size_t end);

#endif
