/* box: the galley: everything the document shows, as a list of boxes of known
 * height in reading order, each drawn once relative to its own top left. It
 * knows no pages; breaking the galley into pages is plan.h. */
#ifndef LAYOUT_BOX_H
#define LAYOUT_BOX_H

#include "base/array.h"
#include "chart/chart.h"
#include "display/display.h"
#include "style/style.h"

/* A node of the structure tree. Boxes of one element may fall on several
 * pages; its number ties the pieces together. */
typedef struct layout_element {
    const struct layout_element *parent; /* NULL: the document */
    display_role role;
    uint32_t number; /* from 1 */
    slice title;
} layout_element;

/* What is drawn around a run of boxes, page by page. */
typedef struct layout_frame {
    style_frame kind;
    jb_colour fill, rule;
    jb_len rule_width, padding;
    jb_len x, width;
} layout_frame;

/* What a table repeats when it goes on over a page: boxes at the head of the
 * next page, and a rule at the foot of this one. */
typedef struct layout_carry {
    const struct layout_box *heads;
    size_t n_heads;
    size_t n_rows; /* of them, the last, that every column begins with */
    jb_len foot; /* height of the closing rule */
    jb_colour foot_colour;
    jb_len x, width;
} layout_carry;

/* A stretch of the galley that is set in columns. */
typedef struct layout_region {
    int n;
    jb_len step;   /* from one column to the next */
    bool is_whole; /* goes on to a page that holds all of it */
} layout_region;

/* A chart, drawn when its height is known. */
typedef struct layout_figure {
    const chart_spec *chart;
    jb_len x, width;
    slice id;  /* what links to it name; or empty */
    slice alt;
} layout_figure;

/* A line of the contents: what can only be drawn when the page of what it
 * names is known. Lengths are relative to the box's top left. */
typedef struct layout_reference {
    slice anchor;         /* of what it names */
    const style_text *look;
    jb_len left, right;   /* ends of the leader and of the number */
    jb_len top;           /* of the last line's em box */
} layout_reference;

/* A note for the foot of the page that holds its mark. */
typedef struct layout_note {
    size_t note;    /* which of the report's, from 1 */
    size_t mention; /* the mark that brought it here, from 1 */
    const struct layout_box *lines;
    size_t n;
    jb_len leading, tail; /* of each line */
} layout_note;

typedef struct layout_box {
    jb_len height; /* on the page, trailing white included */
    jb_len tail;   /* of it, white that may hang below the page's foot */
    jb_len before, after; /* white to the neighbours: the larger counts, and
                             neither at the page's edge */
    jb_len at;     /* least distance of the top from the page's head */
    jb_len least;  /* floating figures may shrink to this height; else 0 */
    int keep_lines;       /* of what follows that stay on its page */
    bool keeps_next;      /* no page may end behind this box */
    bool starts_page;
    style_sharing sharing; /* what starts a page behind it may stand here */
    bool is_on_grid;      /* its top stands on the baseline grid */
    bool starts_grid;     /* … which is counted from it to the page's foot */
    bool leans;           /* stands close to the box on the grid below */
    size_t floats;        /* so many boxes from this one on may move together
                             to the head of a later page; or 0 */
    bool clears_floats;   /* waits for the figures before it */
    bool is_line;         /* a line of running text */
    bool centres_page;    /* its page is centred vertically */
    bool is_signature;
    bool is_at_foot;      /* sinks to the foot of the last page */
    const layout_element *element;
    const layout_frame *frame;
    const layout_region *region; /* NULL: one column */
    const layout_carry *carry;
    const layout_figure *figure; /* NULL: `content` is drawn */
    const layout_reference *reference; /* drawn over the content, or NULL */
    ARRAY(size_t) mentions;      /* note marks in it, in reading order */
    ARRAY(const layout_note *) notes; /* that they bring to the page's foot */
    slice anchor;                /* what links to it name; or empty */
    jb_display content;          /* relative to the box's top left */
    slice outline;               /* entry of the outline, or empty */
    int outline_level;
    slice section;               /* heading of the section it belongs to */
} layout_box;

typedef struct layout_galley {
    ARRAY(layout_box) boxes;
} layout_galley;

#endif
