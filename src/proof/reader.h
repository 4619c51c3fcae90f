/* reader: a PDF file, anybody's, as Poppler reads it: the characters of each
 * page with their boxes and faces, what is drawn on it, and the fonts. It
 * knows nothing of lines, rules or standards. */
#ifndef PROOF_READER_H
#define PROOF_READER_H

#include "base/array.h"
#include "base/diag.h"
#include "display/geometry.h"

/* Points, y down the page as it is shown. */
typedef struct reader_box {
    double x1, y1, x2, y2;
} reader_box;

typedef struct reader_character {
    uint32_t code;
    reader_box box;
    slice face;
    double size;
    jb_colour colour;
} reader_character;

typedef struct reader_page {
    double width, height;
    ARRAY(reader_character) characters; /* \n ends what Poppler takes for a
                                           line */
    slice drawing; /* the page as Cairo's SVG; empty: too much is drawn */
} reader_page;

typedef struct reader_font {
    slice name, substitute; /* what it is shown in instead, or empty */
    bool is_embedded;
} reader_font;

typedef struct reader_document {
    ARRAY(reader_page) pages;
    ARRAY(reader_font) fonts;
    size_t n_characters;
} reader_document;

/* False after an error: damaged, locked, too long, or without any text.
 * Everything lives in `a`; `bytes` must outlive the call only. */
bool foreign_read(arena *a, slice name, slice bytes, reader_document *out,
                 jb_diags *diags);

#endif
