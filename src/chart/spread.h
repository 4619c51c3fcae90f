/* spread: words that stand one under another, each as near as may be to what
 * it belongs to, moved so that none covers the next. It knows lengths only. */
#ifndef CHART_SPREAD_H
#define CHART_SPREAD_H

#include <stddef.h>

#include "display/geometry.h"

typedef struct spread_item {
    jb_len at;            /* where it is wanted; then where it stands */
    jb_len before, after; /* what it needs to both sides */
} spread_item;

/* Items in the order of their wishes between `low` and `high`, `gap` apart:
 * pushed on off the one before, then all back from the end. */
void spread_apart(spread_item *items, size_t n, jb_len low, jb_len high,
                  jb_len gap);

#endif
