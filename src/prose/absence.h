/* absence: why a fact that a placeholder asks for is not there though the
 * metric has what it is made of. It reports nothing. */
#ifndef PROSE_ABSENCE_H
#define PROSE_ABSENCE_H

#include "metrics/metrics.h"

typedef struct absence {
    const char *what, *why; /* 完成率, 本期是负数 */
    slice hint;
} absence;

/* `name` is the placeholder's first name in placeholders.def. False when
 * something was simply not stated. */
bool absence_explain(arena *a, const metrics_metric *m, slice name,
                     absence *out);

#endif
