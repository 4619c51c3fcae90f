/* face: one face of one font file, opened by name and read-only afterwards.
 * It knows glyphs and their measures in font units; no roles, no fallback. */
#ifndef FONT_FACE_H
#define FONT_FACE_H

#include "base/slice.h"
#include "display/display.h"

/* The face with this PostScript name in the file (a font or a collection);
 * an empty name takes the first. The file is mapped, not read. It lives as
 * long as the arena. NULL when the file cannot be opened, is no font, or has
 * no such face. */
const jb_face *face_from_file(arena *a, const char *path, slice name);

slice face_name(const jb_face *face);   /* PostScript name */
slice face_family(const jb_face *face);
slice face_file(const jb_face *face);
int face_index(const jb_face *face);    /* within a collection */
int face_units_per_em(const jb_face *face);

/* Nominal glyph of a character, 0 when the face lacks it. */
uint32_t face_glyph(const jb_face *face, uint32_t code);
/* Horizontal advance in font units. */
int face_advance(const jb_face *face, uint32_t glyph);
/* Ink extents of a glyph in font units, y up; false when it has no ink. */
bool face_ink(const jb_face *face, uint32_t glyph, int *left, int *bottom,
              int *right, int *top);

/* Bottom and top of the ideographic em box in font units: Noto -120…880,
 * Fandol -200…800 (whose BASE table claims -120: measured from ink). A face
 * without Han has the box of Noto. */
int face_box_bottom(const jb_face *face);
int face_box_top(const jb_face *face);
/* How far (font units of `face`, up positive) a fallback glyph must be moved
 * so that its ideographic box meets that of `main_face`; 0 unless both faces
 * have Han. */
int face_box_shift(const jb_face *face, const jb_face *main_face);
/* Height of H and of x without serifs' overshoot, in font units. */
int face_cap_height(const jb_face *face);
int face_x_height(const jb_face *face);

/* The glyph's outline appended to `out`, scaled to `size`, y down, origin at
 * (0, 0). Filled by the non-zero rule. */
void face_outline(arena *a, const jb_face *face, uint32_t glyph, jb_len size,
                  jb_path *out);

#endif
