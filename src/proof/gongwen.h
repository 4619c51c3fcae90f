/* gongwen: the dimensions that GB/T 9704-2012 fixes, measured on finished
 * pages and held against the standard. */
#ifndef PROOF_GONGWEN_H
#define PROOF_GONGWEN_H

#include "proof/seen.h"

typedef struct proof_dimension {
    const char *clause, *name, *unit;
    double wanted, tolerance;
    double measured;
    bool is_found; /* false: the document has nothing to measure it on */
} proof_dimension;

static inline double
dimension_deviation(const proof_dimension *d)
{
    return d->measured - d->wanted;
}

bool dimension_is_kept(const proof_dimension *d);

/* Whether the pages look like an official document: A4, on the first page a
 * red mark, and text of size 3, or a mark that ends in 文件 or 令. */
bool gongwen_is_likely(const seen_document *d);

/* All dimensions of gongwen.def, `*n` of them, in its order. */
proof_dimension *gongwen_dimensions(arena *a, const seen_document *d,
                                    size_t *n);

#endif
