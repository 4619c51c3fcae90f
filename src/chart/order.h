/* order: the order of a panel's rows. Ties keep the order given (G7). */
#ifndef CHART_ORDER_H
#define CHART_ORDER_H

#include "chart/bars.h"

/* `sort`: SORT_GIVEN or SORT_VALUE (chart/options.h): greatest value of a
 * row's last bar first, rows without a value last. */
void order_rows(arena *scratch, bar_panel *p, int sort);

#endif
