/* proof: the report on finished pages: what a typographer measures, line by
 * line and in sum, and for official documents the dimensions of the standard.
 * It reads what was drawn and knows nothing of how it was made. */
#ifndef PROOF_PROOF_H
#define PROOF_PROOF_H

#include "base/diag.h"
#include "display/pages.h"

typedef struct proof_wishes {
    bool has_gongwen; /* hold against GB/T 9704-2012 */
    bool is_json;
} proof_wishes;

typedef struct proof_report {
    slice text;
    bool is_sound; /* no hard rule is broken */
} proof_report;

proof_report proof_of_pages(arena *a, const jb_pages *pages,
                            proof_wishes wishes);

/* The same of a finished PDF file, ours or anybody's, read by Poppler; an
 * official document is known by its looks. With the fonts that it lacks.
 * Text empty after an error. */
proof_report proof_of_pdf(arena *a, slice name, slice bytes,
                          proof_wishes wishes, jb_diags *diags);

#endif
