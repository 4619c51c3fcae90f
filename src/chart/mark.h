/* mark: one bar as it is drawn: solid, tinted (preliminary), hatched
 * (expected), outlined (target), open-ended (a bound), broken (an outlier).
 * The same code draws it in all four directions. */
#ifndef CHART_MARK_H
#define CHART_MARK_H

#include "chart/chart.h"

/* The more certain a figure, the more of its bar is filled: known; counted but
 * not yet final (快报), hatched over a tint; expected, hatched over the
 * ground; aimed at, empty. */
typedef enum mark_fill {
    MARK_SOLID, MARK_TINTED, MARK_HATCHED, MARK_OUTLINED, MARK_FILL_COUNT
} mark_fill;

#define MARK_TINT 460 /* of its colour under a preliminary bar's hatch, /1000 */

typedef struct bar_mark {
    jb_point zero;    /* on the zero line, at the bar's top or left edge */
    display_side side;
    jb_len length;    /* k × |value|; of a broken bar, up to the break */
    jb_len thickness;
    jb_colour colour;
    mark_fill fill;
    quantity_bound bound;
    bool is_broken;
} bar_mark;

/* What a mark is called and stands for. */
typedef struct mark_name {
    slice id, title; /* of its group */
    const chart_datum *datum;
    int power; /* of ten, by which its unit differs from its scale's others */
    bool is_unlabelled; /* its figure is not printed beside it */
    bool is_focus, is_receded; /* set off, or giving way to those that are */
    const display_places *places; /* it is a place among these, or NULL */
} mark_name;

/* The id of the mark of a series in a category. */
slice mark_id(arena *a, const chart_spec *spec, size_t series,
              size_t category);

/* Begin the group of a mark and its label, `m` NULL when there is no bar;
 * display_group_end ends it. Bars of one `scale` compare by length. */
void mark_begin(const style_chart *style, jb_display *d, mark_name name,
                const bar_mark *m, size_t scale);

/* The same of a point, whose height is read on a value axis; points of one
 * `scale` compare by height. */
void mark_begin_point(jb_display *d, mark_name name, jb_point at,
                      size_t scale);

/* How far the mark reaches beyond `length`: the stub behind a break, the
 * chevron of an open end. */
jb_len mark_tail(const style_chart *style, const bar_mark *m);

/* From the end of `length` to the middle of the cut in a broken bar. */
jb_len mark_cut_at(const style_chart *style);

/* How wide a bar of this colour and fill is outlined, half of it on either
 * side of its edge; 0: not at all. */
jb_len mark_outline(const style_chart *style, jb_colour colour,
                    mark_fill fill);

/* The rectangle from the zero line to `length`. */
jb_rect mark_rect(const bar_mark *m);

void mark_draw(const style_chart *style, const bar_mark *m, jb_display *d);

/* ▲ or ▼ of this width (and 0.87 of it high) with its base's or tip's lowest
 * point on `bottom`, drawn as a path so that no font need have it. */
void mark_triangle(jb_display *d, jb_point left_bottom, jb_len width,
                   bool is_up, jb_colour colour);

/* A point of a line, or alone: a ring, with ground about it so that it stands
 * off any bar. */
void mark_ring(const style_chart *style, jb_display *d, jb_point centre,
               jb_colour colour);

/* Two short strokes across an axis at `at`, which tell that it is broken. */
void mark_axis_break(const style_chart *style, jb_display *d, jb_point at,
                     bool is_across);

#endif
