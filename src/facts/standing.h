/* standing: where a value stands among the same metric's values elsewhere.
 * It knows what is ahead, not how a rank is worded. */
#ifndef FACTS_STANDING_H
#define FACTS_STANDING_H

#include "facts/facts.h"

typedef struct standing {
    int ahead; /* of the value: greater, or less where less is better */
    int even;  /* with it, itself not counted */
    int open;  /* of those, whose qualifiers leave the order open: >75 and 80 */
} standing;

/* Among the metric's peers and its own value, of which `of` is one. What
 * cannot be compared (another kind of unit) is left out. */
standing standing_of(const metrics_metric *m, jb_quantity of);

#endif
