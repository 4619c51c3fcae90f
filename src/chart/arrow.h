/* arrow: from one bar of a panel to another, with what it tells: to scale
 * between their ends, or over them. It finds the bars and sets the words; how
 * panels lie is across's and upright's. */
#ifndef CHART_ARROW_H
#define CHART_ARROW_H

#include "chart/bars.h"
#include "chart/chart_notes.h"

/* Find the bars of the specification's arrows. Those whose bars stand in no
 * one panel are told in the notes that are returned. */
chart_notes arrows_set(const chart_context *c, const chart_spec *spec,
                       bar_panels *p);

/* The arrows that a plan, made since, has found no place for, told behind the
 * notes that there are. */
chart_notes arrows_told(const chart_context *c, const bar_panels *p,
                        chart_notes notes);

/* Say of all whether the plan has no place for them. */
void arrows_leave(const bar_panels *p, bool are_left);

/* The lower and the higher of its rows. */
size_t arrow_first_row(const bar_arrow *arrow);
size_t arrow_last_row(const bar_arrow *arrow);

/* Begin the group of an arrow and its label; display_group_end ends it. */
void arrow_begin(jb_display *d, const bar_arrow *arrow);

/* What arrows are drawn with. */
typedef struct arrow_pen {
    const chart_context *c;
    jb_display *d;
    const jb_rect *texts; /* what lines keep off */
    size_t n_texts;
} arrow_pen;

void arrow_line(const arrow_pen *pen, jb_point from, jb_point to);

/* Its head, with the tip at `tip`, towards `side`. */
jb_len arrow_head_length(jb_len em);
void arrow_head(jb_display *d, jb_point tip, display_side side, jb_len em,
                jb_colour colour);

#endif
