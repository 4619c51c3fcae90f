/* repainted: a finished picture beside the same page painted anew: whatever
 * was added, taken away or moved by more than a pixel shows, be it dot, line,
 * break or the thickness of a bar. It knows no marks and no figures; whether
 * what was to be painted is true is asked elsewhere. */
#ifndef PROOF_REPAINTED_H
#define PROOF_REPAINTED_H

#include "display/pages.h"
#include "proof/pixels.h"

typedef struct repainted {
    size_t n;  /* pixels that no neighbour of their place explains, of either
                  picture by the other, in the square where most are */
    long x, y; /* its middle, in pixels */
} repainted;

repainted repainted_from(const jb_page *page, const proof_pixels *p);

#endif
