#include "facts/standing.h"

#include "facts/level.h"

static void
count(const metrics_metric *m, jb_quantity other, jb_quantity of,
      standing *s)
{
    if (!level_align(&other, &of))
        return;
    int order = decimal_compare(other.value, of.value);
    s->ahead += m->is_fall_good ? order < 0 : order > 0;
    s->even += order == 0;
    bool is_known = order > 0   ? level_leads(other, of)
                    : order < 0 ? level_leads(of, other)
                                : level_leads(of, other) &&
                                      level_leads(other, of);
    s->open += !is_known;
}

standing
standing_of(const metrics_metric *m, jb_quantity of)
{
    standing s = {.even = -1}; /* it is even with itself … */
    if (m->has_value)
        count(m, m->value, of, &s);
    for (size_t i = 0; i < m->n_peers; i++)
        count(m, m->peers[i].value, of, &s);
    s.open -= !level_leads(of, of); /* … whatever it is */
    return s;
}
