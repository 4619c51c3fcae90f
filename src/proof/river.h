/* river: white that runs down through lines of text. It knows lines only as
 * they are drawn. */
#ifndef PROOF_RIVER_H
#define PROOF_RIVER_H

#include "proof/seen.h"

/* Whether line `i` of a paragraph and the two before it have white below each
 * other. */
bool river_runs_to(const seen_line *const *lines, size_t i);

#endif
