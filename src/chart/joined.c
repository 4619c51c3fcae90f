#include "chart/joined.h"

#include <math.h>

#define SEEN_LEAST 100 /* of the scale: bars that are all shorter look like
                          none beside the others */
#define ALONE_MOST 3   /* of the scale: the longest bar on one of its own */

/* The first panel that measures percent and has bars; NULL: none. */
static bar_panel *
percents_of(bar_panels *p)
{
    for (size_t i = 0; i < p->n; i++)
        if (p->at[i].joint == JOINT_PERCENT && p->at[i].low < p->at[i].high)
            return &p->at[i];
    return NULL;
}

static double
longest(const bar_panel *p)
{
    return fmax(p->high, -p->low);
}

/* A scale that other charts share does not widen for it. */
static bool
can_join(const bar_panel *a, const bar_panel *b)
{
    if (a->is_held && (b->low < a->low || b->high > a->high))
        return false;
    double range = fmax(a->high, b->high) - fmin(a->low, b->low);
    return longest(a) * SEEN_LEAST >= range &&
           longest(b) * SEEN_LEAST >= range;
}

static void
domain_join(bar_panel *a, bar_panel *b)
{
    a->mate = b;
    b->mate = a;
    a->low = b->low = fmin(a->low, b->low);
    a->high = b->high = fmax(a->high, b->high);
    a->is_whole = b->is_whole = a->is_whole && b->is_whole;
}

static void
domain_widen(bar_panel *p)
{
    double most = longest(p) * ALONE_MOST;
    if (p->high >= -p->low)
        p->high = most;
    else
        p->low = -most;
}

void
joined_set(bar_panels *p)
{
    bar_panel *percents = percents_of(p);
    for (size_t i = 0; i < p->n && percents != NULL; i++) {
        bar_panel *own = &p->at[i];
        if (own->joint != JOINT_POINTS && own->joint != JOINT_APART)
            continue;
        if (own->joint == JOINT_POINTS && can_join(percents, own))
            domain_join(percents, own);
        else
            domain_widen(own);
    }
}

void
joined_level(const bar_panel *a, chart_fit *fit_a, const bar_panel *b,
             chart_fit *fit_b)
{
    if (a->mate == b)
        fit_a->k = fit_b->k = fmin(fit_a->k, fit_b->k);
}
