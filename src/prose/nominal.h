/* nominal: a rate of growth against the two amounts that it is of, as their
 * digits allow. It does not know where the amounts are told. */
#ifndef PROSE_NOMINAL_H
#define PROSE_NOMINAL_H

#include "prose/inspect.h"

/* Whether the rate can be that of the two, or they have none. */
bool nominal_allows(const claim *rate, jb_quantity now, jb_quantity before);

/* Reports it where it cannot. */
void nominal_check(const inspection *in, const claim *rate, jb_quantity now,
                   jb_quantity before);

#endif
