/* cairo_painter: draws a display list on a Cairo context: pixels for PNG, and
 * whatever surface a test compares with. Glyphs are drawn as outlines, so
 * that they stand where layout put them: Cairo's own glyphs are rounded to
 * whole pixels. It knows no file format. */
#ifndef OUTPUT_CAIRO_PAINTER_H
#define OUTPUT_CAIRO_PAINTER_H

#include <cairo.h>

#include "display/display.h"

typedef struct cairo_painting {
    /* Axis-parallel bars and rules get whole pixels, so that they are crisp
     * and equally dark everywhere; each edge moves by half a pixel at most. */
    bool is_fitted;
} cairo_painting;

/* Draw all of `d`; the context's user space is in pt, y downwards. Memory for
 * the time of drawing comes from `scratch`. The context remembers failures
 * (cairo_status). */
void painter_draw(arena *scratch, cairo_t *cr, const jb_display *d,
                   cairo_painting how);

#endif
