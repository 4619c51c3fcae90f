/* sic: words that are to stand as they are though something was found in
 * them: quoted, or of a document that is not ours to mend. It knows places
 * in the source and no rule. */
#ifndef PROSE_SIC_H
#define PROSE_SIC_H

#include "base/diag.h"
#include "metrics/metrics.h"

/* Of the findings from number `before` on, those that lie within any of the
 * `words` are settled; words in which nothing was found are reported. */
void sic_settle(const metrics_text *words, size_t n, size_t before,
                jb_diags *diags);

#endif
