/* finished: a picture file read back into pixels by somebody else's reader:
 * libpng for PNG, librsvg for SVG, poppler for PDF. The last two are opened
 * when first asked for, so that no other command waits for them. */
#ifndef PROOF_FINISHED_H
#define PROOF_FINISHED_H

#include "base/diag.h"
#include "proof/pixels.h"

typedef struct finished_file {
    slice name, bytes;
    slice format;  /* "png", "svg" or "pdf" */
    size_t page;   /* of a PDF, from 0 */
    jb_size size;  /* the page's, as laid out */
    double dpi;    /* of a PNG, as written */
    const char *library; /* the reader's, instead of the usual one, or NULL */
} finished_file;

/* False after an error. Pixels live in `a`. */
bool finished_read(arena *a, const finished_file *file, proof_pixels *out,
                   jb_diags *diags);

#define DIAG(name, severity, message, hint) DIAG_DECLARE(name)
#include "proof/diag.def"
#undef DIAG

#endif
