/* cff: subsets of Compact Font Format programs (Adobe TN 5176 and 5177). It
 * reads no more of a face than the glyphs asked for: the few hundred glyphs
 * of a briefing are some 200 KB of a 23 MB table, so the rest of a mapped
 * file is never touched. It knows no PDF and no text. */
#ifndef OUTPUT_CFF_H
#define OUTPUT_CFF_H

#include <stdint.h>

#include "base/slice.h"
#include "display/display.h"

typedef struct cff_font cff_font;

/* NULL when the table is empty or not well formed. The bytes are borrowed. */
const cff_font *cff_font_from_table(arena *a, slice table);
size_t cff_font_glyphs(const cff_font *font);

/* A glyph to embed. */
typedef struct cff_glyph {
    slice charstring; /* Type 2, without subroutine calls */
    uint32_t dict;    /* index of the source's font dictionary */
} cff_glyph;

/* The glyph with its subroutines unfolded. False when the font has no such
 * glyph, or it is built in a way that cannot be unfolded (seac, arithmetic,
 * calls nested deeper than the format allows). */
bool cff_glyph_from_font(arena *a, const cff_font *font, uint32_t glyph,
                         cff_glyph *out);

/* A glyph drawn from an outline in thousandths of the em, y down; so is the
 * advance. It belongs to dictionary CFF_DICT_PLAIN, which has no hints. */
cff_glyph cff_glyph_from_path(arena *a, const jb_path *outline, int advance);
#define CFF_DICT_PLAIN UINT32_MAX

typedef struct cff_subset {
    slice name;
    const cff_font *font; /* NULL: all glyphs are drawn from outlines */
    const cff_glyph *glyphs; /* the first is .notdef */
    size_t n_glyphs;         /* up to 65,535 */
} cff_subset;

/* A CID-keyed font program of 1000 units per em in which CID k is
 * glyphs[k]. */
slice cff_from_subset(arena *a, const cff_subset *subset);

#endif
