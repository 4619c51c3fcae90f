/* font: finding, loading and falling back between faces. Roles (song, hei,
 * kai, fang, title, digits) are data in fonts/roles.yaml; faces are found by
 * file in the private set, never through the machine's own setup. It knows
 * no text layout. */
#ifndef FONT_FONT_H
#define FONT_FONT_H

#include "base/diag.h"
#include "base/slice.h"
#include "font/face.h"

typedef struct jb_fonts jb_fonts;

/* Index of a role in the roles file. */
typedef int font_role;
#define FONT_ROLE_NONE (-1)

/* Read the roles file; faces are located and opened when first used.
 * `directory` holds roles.yaml, fonts.conf and, below it, the faces that
 * `make fonts` brought. NULL after errors in the roles file. */
jb_fonts *fonts_from_directory(const char *directory, jb_diags *diags);
void fonts_drop(jb_fonts *f);

size_t fonts_roles_count(const jb_fonts *f);
font_role fonts_role_lookup(const jb_fonts *f, slice name); /* or NONE */
slice fonts_role_name(const jb_fonts *f, font_role role);
slice fonts_role_doc(const jb_fonts *f, font_role role);

/* One face that a role would take, for `list fonts`. */
typedef struct font_choice {
    slice title;   /* e.g. 思源宋体 */
    slice install; /* what to do when it is missing */
    slice file;    /* where it was found; empty: missing */
} font_choice;
size_t fonts_choices_count(const jb_fonts *f, font_role role);
font_choice fonts_choice(jb_fonts *f, font_role role, size_t i);

/* The role that sets Latin letters and digits beside `role`; itself when the
 * role's own face serves. */
font_role fonts_role_latin(const jb_fonts *f, font_role role);
/* The role for emphasis in `role` (fang, kai → hei): never synthetic bold. */
font_role fonts_role_emphasis(const jb_fonts *f, font_role role);

/* The first face of the role that is installed, loaded. When it is not the
 * role's first choice, that is reported once with what to install; a role
 * with no face at all is an error and NULL. */
const jb_face *fonts_face(jb_fonts *f, font_role role, jb_diags *diags);

/* The face that draws `code` in this role: the role's chain first, then the
 * fallback chain, then whatever the private set has (reported, since another
 * machine may have something else), then NULL. Reporting an ordinary fallback
 * is left to the caller, who knows the place. */
const jb_face *fonts_face_for(jb_fonts *f, font_role role, uint32_t code,
                              jb_diags *diags);

#define DIAG(name, severity, message, hint) DIAG_DECLARE(name)
#include "font/diag.def"
#undef DIAG

#endif
