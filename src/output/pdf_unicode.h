/* pdf_unicode: the map from a font's codes back to text (ISO 32000-1 9.10.3).
 * It knows codes and characters, not glyphs. */
#ifndef OUTPUT_PDF_UNICODE_H
#define OUTPUT_PDF_UNICODE_H

#include "output/pdf_font.h"

/* A ToUnicode CMap for all codes of the font. */
slice pdf_unicode_from_font(arena *a, const pdf_font *font);

#endif
