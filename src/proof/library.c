#include "proof/library.h"

#include <dlfcn.h>

#include "proof/finished.h"

const proof_library library_svg = {"SVG", "librsvg-2.so.2", "librsvg",
                                   "librsvg2-2"};
const proof_library library_pdf = {"PDF", "libpoppler-glib.so.8", "poppler",
                                   "libpoppler-glib8"};

void *
library_open(const proof_library *l, const char *file, jb_diags *diags)
{
    void *handle =
        dlopen(file != NULL ? file : l->file, RTLD_NOW | RTLD_NODELETE);
    if (handle == NULL)
        diag_report(diags, &PROOF_READER_MISSING, SPAN_NONE,
                    slice_from(l->format), slice_from(l->name),
                    slice_from(l->package));
    return handle;
}
