/* extract: a draft metrics file from a Chinese report: each figure with its
 * name, unit, qualifiers, growth, rank and the sentence it comes from, for a
 * person to correct. What could not be placed is listed at the end. */
#ifndef PROSE_EXTRACT_H
#define PROSE_EXTRACT_H

#include "prose/claim.h"

/* The text of the metrics file (YAML, Chinese keys). */
slice extract_from_text(arena *a, slice text);

#endif
