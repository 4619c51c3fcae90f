/* gathered: lines without any notice of what they are, sorted by how they
 * stand: running heads repeat, prose has the size and the measure that most
 * lines have, a paragraph goes on until a line is indented or falls short. */
#ifndef PROOF_GATHERED_H
#define PROOF_GATHERED_H

#include "proof/seen.h"

/* Give every line its part and paragraph, and the last mark of each its width
 * as drawn. */
void gathered_sort(arena *a, seen_document *d);

#endif
