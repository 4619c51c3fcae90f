/* timing: which time a sentence speaks of, and whether the paragraph has told
 * it already. It words no figures. */
#ifndef PROSE_TIMING_H
#define PROSE_TIMING_H

#include "prose/prose.h"

/* The metric's time where `told` is what was told last: 全年, 2024年, 10月末 of
 * what stands at a day; empty when it is the same or one is not known. */
slice timing_words(arena *a, const metrics_metric *m, jb_period told);

/* 10月末, 2024年末: the end of the period, with the year where `told` is of
 * another or none. */
slice timing_end(arena *a, jb_period p, jb_period told);

/* Whether the metric is of a day, not of a stretch: 贷款余额, 常住人口. */
bool timing_is_stock(const metrics_metric *m);

/* The time that the last paragraph of `before` tells last, as far as `m` goes:
 * that of its last figure, or one that is typed behind it; the document's where
 * it tells none. `before` may be NULL. */
jb_period timing_told(const prose_writer *w, const prose_text *before,
                      const metrics_metric *m);

#endif
