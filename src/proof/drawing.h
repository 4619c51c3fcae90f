/* drawing: what Cairo's SVG of a page says is drawn: the origin of every
 * glyph with the box of its ink, and the rules. It knows no characters. */
#ifndef PROOF_DRAWING_H
#define PROOF_DRAWING_H

#include "proof/reader.h"

/* Points, y down the page. */
typedef struct drawn_glyph {
    double x, y;    /* of the origin, on the baseline */
    reader_box ink; /* relative to it; empty for a space */
} drawn_glyph;

typedef struct drawn_shape {
    reader_box box;
    jb_colour colour;
} drawn_shape;

typedef struct page_drawing {
    ARRAY(drawn_glyph) glyphs;
    ARRAY(drawn_shape) shapes; /* filled or stroked */
} page_drawing;

page_drawing drawing_from_svg(arena *a, slice svg);

#endif
