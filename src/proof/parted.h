/* parted: whether a line ends within a figure. The rule is stated here once
 * more, of what is read on the page: it asks nothing of the breaker. */
#ifndef PROOF_PARTED_H
#define PROOF_PARTED_H

#include "proof/seen.h"

/* What is parted: digits from digits, whatever joins them (3.5, 1,234,
 * 10 000, 10:30, 5%～8%, C919), a number from its sign or from % and its like,
 * and the number of a document from its year. Letters and digits of an address
 * are none. */
bool parted_is_figure(arena *a, const seen_line *line, const seen_line *next);

#endif
