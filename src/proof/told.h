/* told: what a finished SVG says in words to those who cannot see it, its
 * titles and descriptions, held against what it should say; and that nothing
 * in it runs or is fetched. It reads elements and knows no geometry. */
#ifndef PROOF_TOLD_H
#define PROOF_TOLD_H

#include "base/array.h"
#include "display/pages.h"

typedef struct told_faults {
    slice *at; /* in words */
    size_t n, cap;
} told_faults;

/* What is wrong with `svg`, the file of `page` of `pages`. */
told_faults told_examine(arena *a, slice svg, const jb_pages *pages,
                         const jb_page *page);

#endif
