/* described: what a finished PDF says in words to those who cannot see it: its
 * title and subject, and the alternative texts of its figures, as poppler
 * reads them. It knows no geometry. */
#ifndef PROOF_DESCRIBED_H
#define PROOF_DESCRIBED_H

#include "base/diag.h"
#include "proof/told.h"

/* What is wrong with the words of `pdf`, the file of all of `pages`. `library`
 * is the reader's, instead of the usual one, or NULL; a reader that cannot be
 * had goes to `diags`. */
told_faults described_examine(arena *a, slice pdf, const jb_pages *pages,
                              const char *library, jb_diags *diags);

#endif
