/* listed: figures in a row that 分别 opens, and the amounts before them that they
 * are said of one by one: 受理15985件，审结14135件，分别上升42.6%和43%. It judges none. */
#ifndef PROSE_LISTED_H
#define PROSE_LISTED_H

#include "prose/inspect.h"

#define LISTED_MOST 12

/* Claims in order. */
typedef struct listed {
    const claim *at[LISTED_MOST];
    size_t n;
} listed;

/* The figures from claim `i` on that are joined by 、 and 和, all of its sort. */
listed listed_from_claim(const inspection *in, size_t i);

/* As many exact amounts right before claim `i` in its sentence; false when
 * there are fewer, or one that is not exact. */
bool listed_amounts(const inspection *in, size_t i, size_t n, listed *out);

#endif
