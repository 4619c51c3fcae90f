/* pages: the finished document as layout hands it to output: pages with their
 * display lists, the outline, attachments and what a catalogue would say of
 * it. It knows no format. */
#ifndef DISPLAY_PAGES_H
#define DISPLAY_PAGES_H

#include "display/display.h"

typedef struct jb_page {
    jb_size size;
    jb_colour ground; /* transparent: none */
    jb_display display;
    slice label; /* page number as printed, or empty */
} jb_page;

typedef struct display_outline {
    slice title;
    int level; /* from 1 */
    size_t page;
    jb_len y;
} display_outline;

typedef struct display_attachment {
    slice name, media_type, description, bytes;
} display_attachment;

struct jb_pages {
    arena *arena;
    ARRAY(jb_page) pages;
    ARRAY(display_outline) outline;
    ARRAY(display_attachment) attachments;
    slice title, author, subject, keywords;
    slice language; /* "zh-CN" */
    /* Document date; zero year: none. Never the clock. */
    int year, month, day;
};
typedef struct jb_pages jb_pages;

/* Ends the arena that holds all of it. NULL is allowed. */
void pages_drop(jb_pages *p);

#endif
