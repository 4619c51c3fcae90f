#include "chart/spread.h"

void
spread_apart(spread_item *items, size_t n, jb_len low, jb_len high, jb_len gap)
{
    jb_len edge = low;
    for (size_t i = 0; i < n; i++) {
        items[i].at = len_max(items[i].at, edge + items[i].before);
        edge = items[i].at + items[i].after + gap;
    }
    edge = high;
    for (size_t i = n; i-- > 0;) {
        items[i].at = len_min(items[i].at, edge - items[i].after);
        edge = items[i].at - items[i].before - gap;
    }
}
