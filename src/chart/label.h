/* label: one piece of text set for a place in a chart and measured by the ink
 * of its real glyphs, so that room is kept before anything is drawn. */
#ifndef CHART_LABEL_H
#define CHART_LABEL_H

#include "chart/chart.h"

typedef struct label_wish {
    const style_text *look;
    slice text;
    slice mark;       /* of a note, raised behind the text; may be empty */
    jb_colour colour; /* transparent: the look's own */
    jb_len measure;   /* lines are broken here; 0: one line */
    text_align align; /* within `measure` */
    bool is_emphasis;
} label_wish;

/* Coordinates are relative to the top left of the block, whose height is that
 * of its lines' ideographic boxes and leading. */
typedef struct chart_label {
    const jb_paragraph *paragraph; /* NULL: nothing to draw */
    jb_len size, leading;
    jb_len width, height;
    jb_rect ink;
} chart_label;

/* Text is never set below the style's least size (T5). */
chart_label label_set(const chart_context *c, const label_wish *wish);

jb_len label_size(const chart_context *c, const style_text *look);
size_t label_lines_count(const chart_label *l);

/* Draw with the block's top left at `at`. */
void label_draw(jb_display *d, const chart_label *l, jb_point at);

/* The ink where the label is drawn, for keeping other things off it. */
jb_rect label_ink_at(const chart_label *l, jb_point at);

#endif
