/* style: roles → typographic properties, read from a layout file in layouts/.
 * Everything a designer may change is data there; it knows nothing of the
 * content that will be set. */
#ifndef STYLE_STYLE_H
#define STYLE_STYLE_H

#include "base/diag.h"
#include "base/source.h"
#include "display/geometry.h"

typedef struct jb_style jb_style;

typedef enum style_align {
    STYLE_START, STYLE_CENTRE, STYLE_END, STYLE_JUSTIFY
} style_align;

typedef enum style_shape { STYLE_PLAIN, STYLE_BALANCED, STYLE_TITLE }
    style_shape;

/* How a paragraph of one role looks. Em are thousandths of `size`. */
typedef struct style_text {
    slice role;        /* of the font: song, hei … */
    jb_len size;
    jb_len leading;    /* baseline to baseline */
    jb_colour colour;
    style_align align;
    style_shape shape;
    int indent;        /* first line, em/1000 */
    int rest_indent;
    jb_len space_before, space_after;
    int keep_lines;    /* of what follows that must stay on the page */
    int widows, orphans;
    int prohibitions;  /* 0 none 1 basic 2 GB 3 strict */
    int marks;         /* 0 quanjiao 1 kaiming 2 banjiao */
    int gap, gap_min, gap_max; /* Han–Latin, em/1000 */
    bool hangs_marks;
    jb_len tracking;
    jb_len loose;      /* 疏排: added between characters */
} style_text;

/* Colours and measures of charts. */
typedef struct style_chart {
    jb_colour ink, muted, grid, zero, ground;
    jb_colour rise, fall;          /* text and bars: 红涨绿跌 by default */
    jb_colour current, previous, accent, target;
    jb_colour palette[8];
    int n_palette;
    jb_len bar_width_max;
    int bar_gap;                   /* of the bar's width, /1000 */
    jb_len grid_width, zero_width, hatch_pitch, hatch_width;
    jb_len min_text;               /* T5: 9 pt print, 12 pt slide */
    style_text title, subtitle, label, category, axis, note;
} style_chart;

/* NULL after errors. Unknown keys get a suggestion. */
jb_style *style_from_source(const jb_source *source, jb_diags *diags);
void style_drop(jb_style *s);

slice style_name(const jb_style *s);
slice style_doc(const jb_style *s);

/* The look of a text role ("body", "heading1", "table-cell" …); NULL when the
 * layout does not set it and it inherits from none. */
const style_text *style_text_lookup(const jb_style *s, const char *role);
const style_chart *style_chart_of(const jb_style *s);

#define DIAG(name, severity, message, hint) DIAG_DECLARE(name)
#include "style/diag.def"
#undef DIAG

#endif
