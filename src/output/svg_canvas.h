/* svg_canvas: one SVG file being written, shared by the files that write its
 * parts. Not included elsewhere. */
#ifndef OUTPUT_SVG_CANVAS_H
#define OUTPUT_SVG_CANVAS_H

#include "output/outline_cache.h"
#include "output/output.h"
#include "output/svg_number.h"
#include "output/xml.h"

/* Names in use; a second bearer gets a number. */
typedef struct svg_names svg_names;

typedef struct svg_canvas {
    arena *scratch;
    xml_writer xml;
    outline_cache *outlines;
    svg_names *names;
    const display_group *whole; /* the figure that is the page, or NULL */
    bool has_text;
    int n_clips;
} svg_canvas;

svg_names *svg_names_new(arena *a);
/* A valid, unused XML name near `wanted`; remembered. */
slice svg_name_for(svg_names *n, slice wanted);
/* The name under which the first bearer of `wanted` is found. */
slice svg_name_of(arena *a, slice wanted);

/* fill="#rrggbb" and fill-opacity, or fill="none". */
void svg_attribute_colour(xml_writer *x, const char *name,
                          const char *opacity_name, jb_colour c);
void svg_draw_path(svg_canvas *c, const jb_path *path, const jb_paint *paint);
void svg_draw_run(svg_canvas *c, const jb_glyph_run *run);
void svg_draw_image(svg_canvas *c, const display_image *image);

/* Begin a clip for the items from `next` to its end, unless none of them
 * reaches out of it: office programs draw clips wrongly. True when begun. */
bool svg_clip_begin(svg_canvas *c, const jb_path *clip,
                    const display_item *next, size_t n);

#endif
