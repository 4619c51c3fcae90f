/* pointed: whether the points of a chart stand as high as their figures ask,
 * all on one straight scale: the highest and the lowest figure tell it, and
 * every other point must lie on it. It knows where points were put; that the
 * picture shows them there is asked elsewhere (repainted). */
#ifndef PROOF_POINTED_H
#define PROOF_POINTED_H

#include "display/pages.h"

typedef struct pointed {
    size_t n;      /* points */
    double worst;  /* deviation, in display units */
    const display_group *worst_mark; /* NULL: no points */
    bool is_upward; /* higher figures stand higher */
} pointed;

pointed pointed_from(const jb_page *page);

#endif
