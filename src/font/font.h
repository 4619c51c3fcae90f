/* font: finding, loading and falling back between faces. Roles (song, hei,
 * kai, fang, title, digits) are data in fonts/roles.yaml; faces are found by
 * file in the private set, never through the machine's own setup. It knows
 * no text layout. */
#ifndef FONT_FONT_H
#define FONT_FONT_H

#include "base/diag.h"
#include "base/slice.h"
#include "display/display.h"

typedef struct jb_fonts jb_fonts;

/* Index of a role in the roles file. */
typedef int font_role;
#define FONT_ROLE_NONE (-1)

/* Read the roles file and locate its faces; files are opened when first
 * used. `directory` holds roles.yaml and, below it, the faces that
 * `make fonts` brought. A role whose first choice is missing is reported once
 * with what to install; a role with no face at all is an error and NULL. */
jb_fonts *fonts_from_directory(const char *directory, jb_diags *diags);
void fonts_drop(jb_fonts *f);

size_t fonts_roles_count(const jb_fonts *f);
font_role fonts_role_lookup(const jb_fonts *f, slice name); /* or NONE */
slice fonts_role_name(const jb_fonts *f, font_role role);
slice fonts_role_doc(const jb_fonts *f, font_role role);
/* The role that sets Latin letters and digits beside `role`; itself when the
 * role's own face serves. */
font_role fonts_role_latin(const jb_fonts *f, font_role role);
/* The role for emphasis in `role` (fang, kai → hei): never synthetic bold. */
font_role fonts_role_emphasis(const jb_fonts *f, font_role role);

/* The first face of the role, loaded; NULL after an error in `diags`. */
const jb_face *fonts_face(jb_fonts *f, font_role role, jb_diags *diags);

/* The face that draws `code` in this role: the role's chain first, then the
 * fallback chain, then NULL (no face of the set has it). */
const jb_face *fonts_face_for(jb_fonts *f, font_role role, uint32_t code,
                              jb_diags *diags);

/* Nominal glyph of a character, 0 when the face lacks it. */
uint32_t face_glyph(const jb_face *face, uint32_t code);
slice face_name(const jb_face *face);   /* PostScript name */
slice face_family(const jb_face *face);
slice face_file(const jb_face *face);
int face_index(const jb_face *face);    /* within a collection */
int face_units_per_em(const jb_face *face);
/* Bottom and top of the ideographic em box in font units, measured from 国's
 * ink when the font has no BASE table: Noto -120…880, Fandol -200…800. */
int face_box_bottom(const jb_face *face);
int face_box_top(const jb_face *face);
/* How far (font units of `face`, up positive) a fallback glyph must be moved
 * so that its ideographic box meets that of `main`. */
int face_box_shift(const jb_face *face, const jb_face *main_face);
/* Cap height and x height in font units. */
int face_cap_height(const jb_face *face);
/* Horizontal advance in font units. */
int face_advance(const jb_face *face, uint32_t glyph);
/* Ink extents of a glyph in font units, y up; false when it has no ink. */
bool face_ink(const jb_face *face, uint32_t glyph, int *left, int *bottom,
              int *right, int *top);
/* The glyph's outline, scaled to `size`, y down, origin at (0, 0). */
void face_outline(arena *a, const jb_face *face, uint32_t glyph, jb_len size,
                  jb_path *out);

#define DIAG(name, severity, message, hint) DIAG_DECLARE(name)
#include "font/diag.def"
#undef DIAG

#endif
