/* derive: the facts of one metric, computed from what was stated about it
 * alone. It judges nothing: see contradiction. */
#ifndef FACTS_DERIVE_H
#define FACTS_DERIVE_H

#include "facts/facts.h"

/* All facts of one metric; `single` holds the kinds that come once. */
typedef struct derive_result {
    jb_fact single[FACT_KIND_COUNT];
    jb_fact *parts, *shares; /* n_parts of each */
    size_t n_parts;
} derive_result;

/* Facts of metric number `index`, by the settings of its document. Levels in
 * units that cannot be converted are left out of what is derived. */
derive_result derive_from_metric(arena *a, const metrics_document *document,
                                 const metrics_metric *m, size_t index);

#endif
