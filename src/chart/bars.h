/* bars: panels of bars as the kinds fill them, before they are laid out
 * across (bars.h → across.h) or upright (→ upright.h). A panel has one unit,
 * one axis and one scale. */
#ifndef CHART_BARS_H
#define CHART_BARS_H

#include "chart/axis.h"
#include "chart/fit.h"
#include "chart/grid.h"
#include "chart/guide.h"
#include "chart/label.h"
#include "chart/mark.h"

typedef struct bar {
    mark_name name;
    slice note_mark; /* in the label; may be empty */
    double value;    /* in the panel's unit */
    double start;    /* where it begins: 0 unless bars form a cascade */
    bool has_value;  /* false: the label is a word in the bar's place */
    bool is_broken;  /* set by bars_break */
    jb_colour colour;
    mark_fill fill;
    quantity_bound bound;
    chart_label label;
    bool has_tick;
    double tick; /* across the bar: where it should be by now */
} bar;

/* The change between the bars of a row: an arrow and its label. */
typedef struct bar_chip {
    chart_label label; /* no paragraph: no chip */
    slice note_mark;
    int direction;     /* 0: a word, no arrow */
    bool is_missing;   /* — in a column of its own, nothing over bars */
    jb_colour colour;  /* of the arrow */
} bar_chip;

typedef struct bar_row {
    slice name;
    bool is_strong; /* the name is set bold */
    size_t category; /* of the specification */
    bool is_elsewhere; /* shown on another page of the same plan */
    bar *bars; /* panel->n_bars of them */
    bar_chip chip;
} bar_row;

/* What a panel of growth measures in, beside others that do not. */
typedef enum bar_joint {
    JOINT_NONE,
    JOINT_PERCENT,
    JOINT_POINTS, /* one is as long as a percent, where that can be */
    JOINT_APART   /* on a scale of its own */
} bar_joint;

/* From one bar of a panel to another. */
typedef struct bar_arrow {
    size_t from, to;         /* rows … */
    size_t from_bar, to_bar; /* … and which of their bars */
    slice id, name, text;    /* of its group; what it joins; what it tells */
    chart_label label;
    jb_colour colour;
    bool is_amount; /* to be drawn to scale, where there is room beside bars */
    bool is_left;   /* for a note: the plan has no place for it */
} bar_arrow;

typedef struct bar_panel {
    slice whose;     /* the rows are periods of this; else empty */
    slice head;      /* what is measured, and its unit; may be empty */
    slice chip_head; /* over the chips; may be empty */
    slice suffix;    /* of tick labels */
    bar_row *rows;
    size_t n_rows;
    size_t n_bars; /* of a row */
    bool is_cascade;    /* each row starts where the one before ends */
    bool is_overlapped; /* later bars of a row stand, narrower, before others */
    bar_joint joint;
    const struct bar_panel *mate; /* of the same scale (joined.h), or NULL */
    bar_guides guides; /* across all bars */
    bar_arrow *arrows;
    size_t n_arrows;
    double low, high; /* of the bars that are not broken, the guides, 0 */
    bool has_break_low, has_break_high;
    bool is_held; /* to a scale that other charts share, which spans: */
    double held_low, held_high;
    bool is_whole; /* all of these are whole numbers */
} bar_panel;

typedef struct bar_panels {
    bar_panel *at;
    size_t n;
    bool has_axis;
    size_t part, n_parts; /* of the rows; set by broken_notes_from */
    const chart_scale *held; /* that other charts share; or NULL */
    const chart_spec *table; /* whose figures stand under the columns; NULL:
                                nobody's */
} bar_panels;

size_t bars_rows_count(const bar_panels *p);
/* How wide a column may be that is usually at most `usual`: up to twice that
 * where columns are few, so that `pitch` is wide for them. */
jb_len bars_widest(jb_len usual, jb_len pitch, jb_len slots);

/* Whether some bars of a panel are outliers, which outlier.h finds. */
bool bars_outliers(arena *scratch, const bar_panel *p, double *limit);

/* The panel's axis, with about `target` ticks. */
chart_axis bars_axis(const bar_panel *p, int target);

/* Set low and high; when `can_break`, break the outliers (outlier.h). Returns
 * the number of broken bars. */
size_t bars_break(arena *scratch, bar_panel *p, bool can_break);

/* Words stand on the side of the bars when all of these point down. */
bool bars_has_low_words(const bar_panel *p);

/* Whether this bar, or the word in its place, is on the low side of zero. */
bool bar_is_low(const bar_panel *p, const bar *b);

/* The value at which a bar ends, or a broken one is cut. */
double bar_end(const bar *b, const chart_axis *axis);

/* Take the label from a bar, and from what its mark is said to bear. */
void bar_unlabel(bar *b);

/* Slots side by side in a row: one when its bars overlap. */
size_t bars_slots(const bar_panel *p);

/* One bar among those of its row. */
typedef struct bar_seat {
    const bar_panel *panel;
    const bar_row *row;
    size_t i;
    bool is_upright;
} bar_seat;

const bar *bar_at_seat(bar_seat s);

/* Whether its label is on the low side: that of a bar which starts elsewhere
 * than at zero may be at its start. */
bool bar_label_is_low(bar_seat s);

/* Thickness of the bar in a slot whose first bar is `thickness`. */
jb_len bar_thickness(bar_seat s, jb_len thickness);

/* The mark of a bar; the caller places it. */
bar_mark bar_mark_of(bar_seat s, const chart_axis *axis,
                     const chart_fit *fit, jb_len thickness);

/* From the bar's start to the near side of its label: beyond the bar, or beyond
 * all bars of its side and the labels of those before it when they overlap. */
jb_len bar_label_reach(const chart_context *c, bar_seat s,
                       const chart_axis *axis, const chart_fit *fit);

/* What bars, labels and ticks need along the axis. */
fit_item *bars_items(const chart_context *c, const bar_panel *p,
                     const grid_ticks *ticks, bool is_upright, size_t *n);

/* Where a tick across a row's first bar is drawn, along its thickness: past
 * the bars over it, or through it all beyond their ends. Returns the number
 * of strokes, from `ends[i][0]` to `ends[i][1]`. */
typedef struct bar_tick {
    const bar_mark *outer, *inner; /* inner: over it, or NULL */
    jb_len reach;                  /* from zero to the tick */
    jb_len before, after;          /* how far it stands out of the bar */
} bar_tick;

size_t bars_tick_strokes(const bar_tick *t, jb_len ends[static 2][2]);

/* Between a bar's end and its label. */
jb_len bars_label_gap(const style_chart *style);

#endif
