/* panel_text: a section's text as slides take it: paragraphs and the headings
 * among them, set in columns line by line, with room kept for the notes that
 * the lines call. It knows no charts and makes no boxes. */
#ifndef LAYOUT_PANEL_TEXT_H
#define LAYOUT_PANEL_TEXT_H

#include "layout/compose.h"

/* A paragraph, or a heading among them. */
typedef struct panel_item {
    const jb_node *node;
    bool is_heading;
} panel_item;

typedef struct panel_items {
    panel_item *at;
    size_t n, cap;
} panel_items;

typedef struct panel_paragraph {
    const jb_node *node;
    jb_paragraph *lines;
    const style_text *look;
    jb_len before, after; /* white; none at the head of a column */
    display_role role;
    uint32_t element;
    bool is_heading;
} panel_paragraph;

/* Set, and taken line by line from slide to slide. */
typedef struct panel_text {
    panel_paragraph *at;
    size_t n;
    size_t paragraph, line; /* next to be set */
    jb_len width;           /* of a column */
    int columns;
    bool is_whole; /* no paragraph goes on in the next column */
} panel_text;

/* What went onto a slide. */
typedef struct panel_taken {
    jb_display *display; /* NULL: only see how far it gets */
    ARRAY(const text_line *) lines;
    ARRAY(const panel_paragraph *) headings;
} panel_taken;

/* `look` is that of paragraphs; headings have their own. */
panel_text panel_text_set(composer *c, const panel_items *items,
                          const style_text *look, jb_len width, int columns);

bool panel_text_is_over(const panel_text *t);

/* Fill the first column of `area` with text up to paragraph `end`, or all of
 * them; at least one line, so that every slide gets on. What is taken stands
 * relative to the area. Both give the height that the notes called by it
 * leave. */
jb_len panel_text_fill_column(composer *c, panel_text *t, size_t end,
                              jb_rect area, panel_taken *out);
jb_len panel_text_fill(composer *c, panel_text *t, jb_rect area,
                       panel_taken *out);

/* How many slides `height` high hold all that is left. */
size_t panel_text_slides(composer *c, const panel_text *t, jb_len height);

/* The least height, to half a line, at which no more slides are needed than
 * at `height`: columns of even length, and no last slide of one line. */
jb_len panel_text_even(composer *c, const panel_text *t, jb_len height);

#endif
