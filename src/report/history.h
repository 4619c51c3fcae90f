/* history: the levels of one metric in the order of time: what its history
 * states, the period before and its own. It words nothing. */
#ifndef REPORT_HISTORY_H
#define REPORT_HISTORY_H

#include "report/draft.h"

typedef struct history_level {
    jb_period period;
    const jb_quantity *quantity;
    const jb_fact *fact; /* NULL: stated in the history */
} history_level;

typedef struct history_list {
    history_level *at;
    size_t n, cap;
} history_list;

/* Each period once; the metric's own figures go before its history's. */
history_list history_of(const draft *d, size_t metric);
/* The same, and of a rate that is told from January on also what was told of
 * fewer and more months: 1—9月 beside 1—10月. Levels of such stretches pile
 * up, and make no line. */
history_list history_course(const draft *d, size_t metric);

typedef history_list history_fn(const draft *d, size_t metric);

/* The level of exactly this period, or NULL. */
const history_level *history_at(const history_list *list, jb_period p);

#endif
