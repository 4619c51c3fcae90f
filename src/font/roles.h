/* roles: the roles file as tables: faces by name and file, roles as chains
 * of faces, the fallback chain. It opens no font. */
#ifndef FONT_ROLES_H
#define FONT_ROLES_H

#include "font/font.h"

typedef struct face_row {
    slice id, title, name, install;
    slice *files; /* names to look for, in order */
    size_t n_files;
    bool is_optional; /* its absence is not worth a word */
} face_row;

/* A chain of faces, as indices of rows. */
typedef struct face_chain {
    size_t *rows;
    size_t n;
} face_chain;

typedef struct role_row {
    slice name, doc;
    face_chain chain;
    font_role latin, emphasis;
} role_row;

typedef struct font_roles {
    slice *directories; /* absolute, or relative to the working directory */
    size_t n_directories;
    face_row *faces;
    size_t n_faces;
    role_row *roles;
    size_t n_roles;
    face_chain fallback;
} font_roles;

/* The tables, or NULL after errors. `directory` is where relative ones start
 * from. The result borrows from `source`. */
const font_roles *roles_from_source(arena *a, const jb_source *source,
                                    const char *directory, jb_diags *diags);

#endif
