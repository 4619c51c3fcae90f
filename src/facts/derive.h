/* derive: the facts of one metric, computed from what was stated about it
 * alone. It judges nothing: see contradiction. */
#ifndef FACTS_DERIVE_H
#define FACTS_DERIVE_H

#include "facts/facts.h"

/* Kinds that come once for each part or past period. */
#define DERIVE_KINDS_OF_PARTS (FACT_KIND_COUNT - FACT_PART)

/* All facts of one metric: `single` holds the kinds that come once, `many`
 * those from FACT_PART on. */
typedef struct derive_result {
    jb_fact single[FACT_PART];
    jb_fact *many[DERIVE_KINDS_OF_PARTS]; /* … n_history from FACT_SINCE */
    size_t n_parts, n_history;
} derive_result;

/* Facts of metric number `index`, by the settings of its document. Levels in
 * units that cannot be converted are left out of what is derived. */
derive_result derive_from_metric(arena *a, const metrics_document *document,
                                 const metrics_metric *m, size_t index);

/* The level of the history for the period right before the metric's own and as
 * long, which 环比 is against; NULL when there is none, or it is a year. */
const jb_quantity *derive_past_period(const metrics_metric *m);

/* 拉动, 贡献率 and growth of the parts, into a result that has all else. */
void derive_contributions(arena *a, const metrics_document *document,
                          const metrics_metric *m, derive_result *r);

/* The distance from the mean of a wider area, when one is stated. */
void derive_mean(arena *a, const metrics_metric *m, derive_result *r);

/* Growth since each past period that is as long as this one. */
void derive_since(arena *a, const metrics_document *document,
                  const metrics_metric *m, derive_result *r);

#endif
