/* parts: totals as bars that are cut into their parts. parts.c plans them,
 * parts_labels.c finds places for the figures, parts_draw.c draws;
 * parts_columns.c does both for columns. */
#ifndef CHART_PARTS_H
#define CHART_PARTS_H

#include "chart/across.h"
#include "chart/datum.h"

#define PARTS_FIELD_NATURAL 5 / 2 /* em: height of a bar */
#define PARTS_FIELD_MOST 6
#define PARTS_HEADS_SHARE 300 /* of the width, /1000, for names beside bars */

typedef struct part_piece {
    datum_place place;
    jb_colour colour;
    double value;
    jb_len x, width;
    chart_label name, figure; /* 第三产业 / 625.6，48.6% */
    chart_label inside; /* the figure, to be read on the piece; or none */
    bool is_inside;
    jb_len line_x, label_x, label_width; /* where it is not */
    int tier;
} part_piece;

typedef struct part_bar {
    chart_label head, total;
    part_piece *pieces;
    size_t n;
    int tiers;
    const chart_series *series;
    double whole; /* what its length stands for */
    double share; /* of the greatest length there is */
    jb_len length;
    jb_len gap; /* between its pieces */
    size_t scale; /* the same for bars that compare */
} part_bar;

typedef struct parts_plan {
    chart_plan base;
    const across_plan *across; /* a bar for each part, or … */
    part_bar *bars;            /* … one for each metric */
    size_t n;
    size_t n_most; /* gaps between the pieces of a bar */
    jb_len gap;    /* how wide these are */
    jb_len em, width;
    bool is_keyed; /* pieces are named by a legend, metrics beside the bars */
    bool is_linked; /* ends of one part in neighbouring bars are joined */
    bool is_amount; /* bars are as long as their totals */
    jb_len left, field_width; /* of the bars */
    bool is_upright;          /* bars are columns … */
    jb_len pitch, column;     /* … so far apart, and so wide */
    jb_len heads_height, totals_height; /* below and over them */
} parts_plan;

/* Cut a bar of its length into its pieces. */
void parts_pieces_place(part_bar *b);

/* The piece of the same part in another bar, or NULL. */
const part_piece *parts_same_piece(const part_bar *b, const part_piece *p);

/* Columns side by side, whose pieces find their places when they are drawn.
 * False where the width does not allow them. */
bool parts_columns_plan(const chart_context *c, parts_plan *plan);
void parts_columns_draw(const chart_context *c, const parts_plan *plan,
                        jb_size size, jb_display *d);

/* Figures go into their pieces where these are long enough, the others below
 * the bar, from a line at its piece. False when they find no place. */
bool parts_labels_place(const parts_plan *plan, part_bar *b);

/* Of one bar with a field of this height; of all. */
jb_len parts_tier_height(const parts_plan *plan, const part_bar *b);
jb_len parts_bar_height(const parts_plan *plan, const part_bar *b,
                        jb_len field);
jb_len parts_bars_gap(const parts_plan *plan);
jb_len parts_height(const parts_plan *plan, jb_len field);

void parts_draw(const chart_context *c, const chart_plan *base, jb_size size,
                jb_display *d);

#endif
