/* display: the display list: glyph runs, paths, clips, and groups that carry
 * meaning (structure roles, alternative text), in drawing order, which is
 * also reading order. It is the pivot between layout, which builds it, and
 * output, which replays it; it knows no renderer, no text analysis, no style.
 */
#ifndef DISPLAY_DISPLAY_H
#define DISPLAY_DISPLAY_H

#include "base/arena.h"
#include "base/array.h"
#include "base/slice.h"
#include "display/geometry.h"
#include "display/path.h"
#include "quantity/decimal.h"

typedef struct jb_face jb_face; /* opaque here; see font/font.h */

/* One glyph as drawn. `text_bytes` is the length of its cluster's text in the
 * run; the second and later glyphs of a cluster have 0. Clusters follow each
 * other in the run's text, so a writer can give each its exact Unicode. A
 * cluster of several characters belongs to its first glyph. */
typedef struct jb_glyph {
    uint32_t id;
    jb_len x, y;    /* origin, relative to the run's origin; y down */
    jb_len advance; /* to where the next glyph would stand, as drawn */
    uint32_t text_bytes;
    /* Its box, what is trimmed off its blanks left out; `left` is relative to
     * the run's origin. Room between characters lies between boxes. */
    jb_len left, width;
} jb_glyph;

typedef struct jb_glyph_run {
    const jb_face *face;
    jb_len size; /* of the em */
    jb_colour colour;
    jb_point origin; /* on the baseline */
    bool is_upright_rotated; /* turned 90° anticlockwise (axis titles): the
                                run's x goes up the page, its y right */
    slice text;      /* UTF-8 of the run, exactly */
    jb_glyph *glyphs;
    size_t n_glyphs;
} jb_glyph_run;

typedef enum stroke_cap { CAP_BUTT, CAP_ROUND, CAP_SQUARE } stroke_cap;
typedef enum stroke_join { JOIN_MITER, JOIN_ROUND, JOIN_BEVEL } stroke_join;

/* Fill first, then stroke; a transparent colour means neither. */
typedef struct jb_paint {
    jb_colour fill, stroke;
    jb_len width;    /* of the stroke */
    jb_len dash[4];  /* on, off, on, off; all 0: solid */
    stroke_cap cap;
    stroke_join join;
    bool is_even_odd;
} jb_paint;

/* What a group is to a reader. The names are those of ISO 32000-1 14.8.4;
 * MARK is a part of a figure (a bar with its label): a named group in SVG,
 * nothing in PDF's tree. ARTIFACT is what a reader aloud skips. */
typedef enum display_role {
    ROLE_SECTION,
    ROLE_H1, ROLE_H2, ROLE_H3, ROLE_H4, ROLE_H5, ROLE_H6,
    ROLE_P,
    ROLE_SPAN,
    ROLE_FIGURE,
    ROLE_CAPTION,
    ROLE_TABLE, ROLE_TR, ROLE_TH, ROLE_TD,
    ROLE_LIST, ROLE_ITEM, ROLE_LABEL, ROLE_BODY,
    ROLE_NOTE,
    ROLE_REFERENCE,
    ROLE_TOC, ROLE_TOC_ITEM,
    ROLE_LINK,
    ROLE_MARK,
    ROLE_ARTIFACT,
    ROLE_COUNT
} display_role;

/* What an artifact is, which readers and checkers tell apart
 * (ISO 32000-1 14.8.2.2): decoration, or what repeats from page to page. */
typedef enum display_artifact {
    ARTIFACT_LAYOUT,
    ARTIFACT_HEADER,
    ARTIFACT_FOOTER
} display_artifact;

/* Which way a bar grows from where its figure is nought. */
typedef enum display_side {
    SIDE_RIGHT,
    SIDE_LEFT,
    SIDE_UP,
    SIDE_DOWN
} display_side;

/* Places side by side, the first at the left, of which the figure's own is
 * filled: a dot for each, or for all a line from the middle of the first to
 * that of the last. */
typedef struct display_places {
    jb_rect row; /* what all places take, as high as the own dot */
    int n;
    bool is_line;
    jb_colour own;
} display_places;

/* The figure that a mark stands for, so that whoever has the finished picture
 * can hold it against what was to be shown. */
typedef struct display_figure {
    bool has_value; /* false: `label` is a word in the bar's place */
    jb_decimal value;
    int power;      /* of ten that it is a multiple of, on its scale */
    slice label;    /* as worded: "+5.6%" */
    jb_rect bar;    /* from its start to its end; empty: no bar */
    display_side side;
    bool has_point; /* … stands for it in place of a bar */
    jb_point point;
    size_t scale;   /* of one number bars compare by length, points by height */
    bool is_textured; /* its fill is no one colour */
    bool is_focus, is_receded; /* set off, or giving way to those that are */
    bool is_cut;    /* by a declared break: no length of its value */
    bool is_open;   /* no outline closes its end: the value is a bound */
    jb_colour colour; /* of the bar, or of its outline … */
    jb_len outline;   /* … whose middle is the bar's edge; 0: none */
    const display_places *places; /* NULL: the value is no place */
} display_figure;

/* What the figure measures on its scale. */
double display_figure_size(const display_figure *f);

/* The line from a remark to the mark that it is about. */
typedef struct display_leader {
    jb_point from, to;
    slice mark; /* its id */
} display_leader;

/* A group's meaning. `element` ties the pieces of one element that is broken
 * over pages: the same non-zero number continues the same element. */
typedef struct display_group {
    display_role role;
    display_artifact artifact; /* ARTIFACT: which kind */
    uint32_t element; /* 0: a new element of its own */
    slice id;    /* for SVG ids and destinations; may be empty */
    slice title; /* SVG <title>, outline text; may be empty */
    slice alt;   /* alternative text, for figures */
    jb_rect bounds; /* FIGURE: its box; else may be empty */
    int columns;    /* TH, TD: columns spanned; 0 means 1 */
    int rows;       /* TH: rows spanned; 0 means 1 */
    bool is_row_header; /* TH: heads its row, not its column */
    const display_figure *figure; /* MARK: what it stands for, or NULL */
    const display_leader *leader; /* MARK: a remark's, or NULL */
} display_group;

typedef struct display_link {
    jb_rect rect;
    slice uri;         /* empty: an internal link */
    slice destination; /* a group's id */
} display_link;

/* RGBA pixels, 4 bytes each, rows top down, not premultiplied. */
typedef struct display_image {
    jb_rect rect;
    uint32_t width, height;
    const uint8_t *pixels;
    slice alt;
} display_image;

typedef enum display_kind {
    DISPLAY_GLYPHS,
    DISPLAY_PATH,
    DISPLAY_IMAGE,
    DISPLAY_CLIP_PUSH, /* the path's inside */
    DISPLAY_CLIP_POP,
    DISPLAY_GROUP_BEGIN,
    DISPLAY_GROUP_END,
    DISPLAY_LINK,
    DISPLAY_KIND_COUNT
} display_kind;

typedef struct display_item {
    display_kind kind;
    union {
        jb_glyph_run run;
        struct { jb_path path; jb_paint paint; } shape;
        jb_path clip;
        display_group group;
        display_link link;
        display_image image;
    };
} display_item;

/* Where glyph `i` stands on the page. */
jb_point run_glyph_at(const jb_glyph_run *run, size_t i);
/* Where the glyph after the last would stand. */
jb_point run_end(const jb_glyph_run *run);
/* The name of a role as in ISO 32000-1 14.8.4; "Mark" for ROLE_MARK. */
const char *role_name(display_role role);

/* Zero-initialise except for `arena`, which owns all that is added. */
typedef struct jb_display {
    arena *arena;
    ARRAY(display_item) items;
} jb_display;

void display_run(jb_display *d, jb_glyph_run run);
void display_path(jb_display *d, jb_path path, jb_paint paint);
void display_rect(jb_display *d, jb_rect r, jb_colour fill);
void display_line(jb_display *d, jb_point from, jb_point to, jb_len width,
                  jb_colour colour);
void display_clip_push(jb_display *d, jb_path path);
void display_clip_pop(jb_display *d);
void display_group_begin(jb_display *d, display_group group);
void display_group_end(jb_display *d);
void display_link_to(jb_display *d, display_link link);
void display_draw_image(jb_display *d, display_image image);
/* Append a deep copy of all items of `from`, moved by `by`; afterwards `from`
 * may be dropped. Pixels of images are borrowed still. */
void display_append(jb_display *d, const jb_display *from, jb_point by);

/* The figure that is all there is, or NULL; borrowed from the list. */
const display_group *display_lone_figure(const jb_display *d);

/* Stable text of a display list, for tests and --dump=display. Faces are
 * named by `face_name`, which may be NULL. */
slice display_dump(arena *a, const jb_display *d,
                   slice (*face_name)(const jb_face *));

/* NULL when the list keeps its invariants (pushes balanced, clusters cover
 * the run's text, items inside `bounds` unless clipped), else what is broken
 * and where, in the list's arena. */
const char *display_check(const jb_display *d, jb_rect bounds);

#endif
