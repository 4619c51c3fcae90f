/* pdf_font: composite fonts (ISO 32000-1 9.7): a two-byte code for each pair
 * of glyph and text that is drawn, so that 工 and ⼯, one glyph in most faces,
 * are copied as they were typed. It knows faces and codes, not pages. */
#ifndef OUTPUT_PDF_FONT_H
#define OUTPUT_PDF_FONT_H

#include "base/array.h"
#include "display/display.h"
#include "output/pdf_file.h"

/* One code of a font; its number is its place in the font's list. Lengths
 * are thousandths of the em.
 *
 * A glyph may be given room at its sides. A quarter of an em stands between
 * Han and Latin in Chinese setting; as a mere move of the pen, readers take
 * it for a typed space, and 2022年 is copied as “2022 年”. */
typedef struct pdf_glyph {
    uint32_t id;     /* in the face */
    int left, right; /* room at its sides */
    slice text;      /* UTF-8, never empty */
    int width;       /* advance, room included */
} pdf_glyph;

/* A face as far as the document uses it. Code 0 is .notdef, never drawn. */
typedef struct pdf_font {
    const jb_face *face;
    size_t index; /* within the document: /F0, /F1 … */
    ARRAY(pdf_glyph) glyphs;
    uint32_t *table; /* open addressing; 0: empty, else a code */
    size_t n_table;  /* a power of two */
    struct pdf_font *next; /* same face, when this one's codes ran out */
} pdf_font;

typedef struct pdf_fonts {
    arena *arena;
    ARRAY(pdf_font *) fonts;
} pdf_fonts;

typedef struct pdf_code {
    const pdf_font *font;
    uint32_t code;
    int width; /* thousandths of the em */
} pdf_code;

/* The code that draws and reads as `wanted` says, whose width is filled in; a
 * new one when needed. Text that no reader may map to (none at all, U+0000)
 * reads as U+200B. */
pdf_code pdf_fonts_code(pdf_fonts *f, const jb_face *face, pdf_glyph wanted);

/* Write all fonts and append "/F0 7 0 R/F1 …" for a resource dictionary. */
void pdf_fonts_write(const pdf_fonts *f, pdf_file *file, slice_builder *out);

#endif
