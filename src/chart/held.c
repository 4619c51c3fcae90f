#include "chart/held.h"

#include <math.h>

#include "chart/magnitude.h"

bool
held_range(const chart_spec *spec, jb_unit unit, double *low, double *high)
{
    const chart_scale *s = &spec->scale;
    if (s->n_charts == 0 || !unit_is_same_base(s->unit, unit))
        return false;
    *low = magnitude_in(decimal_to_double(s->low), s->unit, unit);
    *high = magnitude_in(decimal_to_double(s->high), s->unit, unit);
    return true;
}

double
held_most(const chart_spec *spec, jb_unit unit)
{
    double low, high;
    return held_range(spec, unit, &low, &high) ? fmax(fabs(low), fabs(high))
                                               : 0;
}

void
held_set(const chart_spec *spec, jb_unit unit, bar_panel *p)
{
    p->is_held = held_range(spec, unit, &p->held_low, &p->held_high);
}
