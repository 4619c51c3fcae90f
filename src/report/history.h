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
/* The level of exactly this period, or NULL. */
const history_level *history_at(const history_list *list, jb_period p);

#endif
