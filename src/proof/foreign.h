/* foreign: a PDF file, ours or anybody's, as a reader with a ruler sees it:
 * characters on the baselines they were drawn on, gathered into lines, the
 * lines into paragraphs by how they stand, since nothing says what belongs
 * together. */
#ifndef PROOF_FOREIGN_H
#define PROOF_FOREIGN_H

#include "proof/reader.h"
#include "proof/seen.h"

/* Everything lives in `a`. */
seen_document seen_from_reader(arena *a, const reader_document *from);

#endif
