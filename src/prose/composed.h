/* composed: where in a text the parts of an indicator are told that belong to
 * a telling of it: of one time, place and way, nearest. It sums nothing. */
#ifndef PROSE_COMPOSED_H
#define PROSE_COMPOSED_H

#include "prose/inspect.h"

/* Whether both claims are told of one time, place and way; what the part does
 * not say is as of the whole. */
bool composed_is_beside(const inspection *in, size_t whole, size_t part);

/* The part told nearest to claim `whole`, or NULL. */
const claim *composed_part(const inspection *in, size_t whole,
                           indicator part);

#endif
