/* library: other people's readers of finished files, opened when first asked
 * for, so that no other command waits for them. */
#ifndef PROOF_LIBRARY_H
#define PROOF_LIBRARY_H

#include "base/diag.h"

typedef struct proof_library {
    const char *format, *file, *name, *package;
} proof_library;

extern const proof_library library_svg, library_pdf;

/* Kept in memory to the program's end: GLib's types cannot be unloaded. The
 * file may be another than the usual one (NULL). NULL after an error. */
void *library_open(const proof_library *l, const char *file, jb_diags *diags);

#endif
