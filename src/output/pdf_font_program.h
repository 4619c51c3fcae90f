/* pdf_font_program: what is embedded of a face: a subset whose glyph k draws
 * code k, and the face's dimensions. It knows font formats, and nothing of
 * documents. */
#ifndef OUTPUT_PDF_FONT_PROGRAM_H
#define OUTPUT_PDF_FONT_PROGRAM_H

#include "output/pdf_font.h"

/* ISO 32000-1 table 122; lengths in thousandths of the em. */
typedef struct pdf_descriptor {
    bool is_cff;
    int flags;
    int box[4]; /* left, bottom, right, top */
    int italic_angle; /* degrees, anticlockwise positive */
    int ascent, descent, cap_height, stem_v;
} pdf_descriptor;

typedef struct pdf_program {
    slice name;
    pdf_descriptor descriptor;
    slice bytes; /* CFF or TrueType: glyph k draws code k */
} pdf_program;

pdf_program pdf_program_from_font(arena *a, const pdf_font *font, slice name);

#endif
