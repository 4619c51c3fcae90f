/* choice: which metrics a summary speaks of: the headline ones, and of the
 * others those that stand out. It words nothing. */
#ifndef PROSE_CHOICE_H
#define PROSE_CHOICE_H

#include "prose/prose.h"

/* Metric indices in the order in which they will be said. */
typedef struct choice_list {
    size_t *at;
    size_t n, cap;
} choice_list;

/* How much a metric stands out: high ranks, outcomes, large changes, falls,
 * what is only expected. 0: a plain figure. */
int choice_weight(const prose_writer *w, size_t metric);

/* The cards, or without cards the `most` weightiest metrics. */
choice_list choice_headlines(const prose_writer *w, size_t most);

/* The `most` weightiest metrics that are not in `taken`, no more than
 * `per_group` of a group, in the file's order. */
choice_list choice_others(const prose_writer *w, const choice_list *taken,
                          size_t most, size_t per_group);

bool choice_has(const choice_list *list, size_t metric);

/* How a metric counts among the 总量指标 of the report's own time, so that what
 * is said of all of them is true of all of them. */
typedef enum choice_tallying {
    CHOICE_OTHER,     /* no total, or of another time */
    CHOICE_NO_GROWTH, /* nothing can be said of its course */
    CHOICE_EXPECTED,
    CHOICE_TALLIED
} choice_tallying;
choice_tallying choice_tallies(const prose_writer *w, size_t metric);

/* The metric with the highest or lowest rate of all; SIZE_MAX without two
 * rates to compare. */
size_t choice_fastest(const prose_writer *w);
size_t choice_slowest(const prose_writer *w);

/* The metrics whose rate is that of `metric`, itself among them, in the file's
 * order. */
choice_list choice_alike(const prose_writer *w, size_t metric);

#endif
