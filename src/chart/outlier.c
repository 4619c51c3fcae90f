#include "chart/outlier.h"

#include <math.h>
#include <stdlib.h>

static int
by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The lowest gap of the needed ratio wins, so that what stays below it is
 * of one order; a third of the bars may stand above. */
bool
outlier_limit(arena *scratch, const double *values, size_t n, double *limit)
{
    double *sizes = ARENA_ARRAY(scratch, n, double);
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (values[i] != 0)
            sizes[kept++] = fabs(values[i]);
    if (kept < 3)
        return false;
    qsort(sizes, kept, sizeof *sizes, by_size);
    for (size_t i = kept - kept / 3; i < kept; i++)
        if (sizes[i] >= OUTLIER_RATIO * sizes[i - 1]) {
            *limit = sizes[i - 1];
            return true;
        }
    return false;
}
