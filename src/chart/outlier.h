/* outlier: when a few bars would flatten all others, where the axis is broken
 * instead. A stated policy over magnitudes; it draws nothing. */
#ifndef CHART_OUTLIER_H
#define CHART_OUTLIER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Whether some of the `n` magnitudes (signs are ignored) are outliers: at
 * most a third of them, each at least OUTLIER_RATIO times the greatest of
 * the rest. If so `*limit` is the greatest that is none. */
#define OUTLIER_RATIO 8.0
bool outlier_limit(arena *scratch, const double *values, size_t n,
                   double *limit);

#endif
