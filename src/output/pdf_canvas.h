/* pdf_canvas: one page's content stream (ISO 32000-1 8 and 9): the graphics
 * state as the reader of the stream will see it, so that an operator is
 * written only when it changes something. It knows operators, and not where
 * items come from. */
#ifndef OUTPUT_PDF_CANVAS_H
#define OUTPUT_PDF_CANVAS_H

#include "display/display.h"
#include "output/pdf_font.h"
#include "output/pdf_image.h"
#include "output/pdf_structure.h"

/* Fill and stroke opacity in 255ths: an ExtGState. */
typedef struct pdf_opacity {
    uint8_t fill, stroke;
} pdf_opacity;

/* What the pages of a document share. */
typedef struct pdf_resources {
    arena *arena;
    pdf_fonts fonts;
    pdf_images images;
    ARRAY(pdf_opacity) opacities;
} pdf_resources;

/* The dictionary of resources; fonts and images are written with it. */
pdf_ref pdf_resources_write(pdf_resources *r, pdf_file *file);

typedef struct pdf_graphics {
    jb_colour fill, stroke; /* alpha apart */
    pdf_opacity opacity;
    pdf_milli width;
    jb_len dash[4];
    stroke_cap cap;
    stroke_join join;
    const pdf_font *font;
    pdf_milli font_size;
} pdf_graphics;

typedef struct pdf_canvas {
    arena *arena;
    slice_builder out;
    pdf_resources *resources;
    pdf_structure *structure;
    jb_len page_height;
    pdf_graphics now;
    ARRAY(pdf_graphics) saved;
    bool is_marked;       /* inside BDC … EMC */
    pdf_element *marked;  /* whose; NULL: an artifact */
    display_artifact artifact;
    bool is_text;         /* inside BT … ET */
    bool is_turned;       /* text matrix: turned 90° anticlockwise */
    bool is_shown;        /* the pen has left the line's start */
    pdf_milli line_x, line_y; /* start of the text line, as written */
    bool has_end;   /* a run was shown in this text object; where it ended: */
    int64_t end_x;  /* jb_len */
    jb_len end_y;
    slice end_text; /* its last cluster's */
} pdf_canvas;

/* `height` turns y down into y up. The canvas lives in the arena. */
pdf_canvas *pdf_canvas_new(arena *a, pdf_resources *resources,
                           pdf_structure *structure, jb_len height);
/* The stream; what was left open is closed. */
slice pdf_canvas_finish(pdf_canvas *c);

/* What follows belongs to `element`, or is an artifact when NULL. */
void pdf_canvas_mark(pdf_canvas *c, pdf_element *element);
void pdf_canvas_save(pdf_canvas *c);
void pdf_canvas_restore(pdf_canvas *c);
/* Leave the text object, before any operator not allowed in it. */
void pdf_canvas_end_text(pdf_canvas *c);
void pdf_canvas_fill(pdf_canvas *c, jb_colour colour);
void pdf_canvas_stroke(pdf_canvas *c, const jb_paint *paint);
/* The path's segments, without painting it. */
void pdf_canvas_path(pdf_canvas *c, const jb_path *path);

pdf_milli pdf_canvas_x(const pdf_canvas *c, jb_len x);
pdf_milli pdf_canvas_y(const pdf_canvas *c, jb_len y);

/* A glyph run, in a text object (pdf_run.c); `next` is the one that follows
 * on the same line, or NULL. */
void pdf_canvas_run(pdf_canvas *c, const jb_glyph_run *run,
                    const jb_glyph_run *next);

#endif
