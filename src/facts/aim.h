/* aim: whether a level reaches the one aimed at, as far as both tell: what is
 * only 490左右 may leave it open. It knows no metric and no wording. */
#ifndef FACTS_AIM_H
#define FACTS_AIM_H

#include "quantity/quantity.h"

typedef enum aim_state {
    AIM_OPEN, /* the qualifiers leave it open, or units differ */
    AIM_MET,
    AIM_MISSED
} aim_state;

/* Of a ceiling, which less is better of, being at most the target meets it.
 * Plain levels are compared as written. */
aim_state aim_of(jb_quantity done, jb_quantity target, bool is_ceiling);

#endif
