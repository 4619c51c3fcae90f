/* begun: whether a line begins a paragraph by its own looks, wherever it
 * stands. */
#ifndef PROOF_BEGUN_H
#define PROOF_BEGUN_H

#include "proof/seen.h"

/* ① and its kin: what starts so is a note or an item of its own. */
bool begun_as_item(const seen_line *l);
/* `b` is a note, an item, or a heading in a face of its own behind `a`. */
bool begun_anew(const seen_line *a, const seen_line *b);

#endif
