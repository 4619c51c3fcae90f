/* glyf: subsets of TrueType fonts for embedding (OpenType: glyf, loca, hmtx,
 * maxp). Glyph k of the result is what was asked for as k, moved and widened
 * as asked; instructions are kept. It knows no PDF and no text. */
#ifndef OUTPUT_GLYF_H
#define OUTPUT_GLYF_H

#include <stdint.h>

#include "base/slice.h"

/* The tables that drawing needs; the last three may be empty. Borrowed. */
typedef struct glyf_font {
    slice glyf, loca, head, hhea, hmtx, maxp;
    slice cvt, fpgm, prep;
} glyf_font;

/* A glyph to embed; lengths in font units. */
typedef struct glyf_glyph {
    uint32_t id;
    int shift;   /* to the right */
    int advance;
} glyf_glyph;

/* A font file; empty when the tables are not well formed or there are too
 * many glyphs. */
slice glyf_subset(arena *a, const glyf_font *font, const glyf_glyph *glyphs,
                  size_t n);

#endif
