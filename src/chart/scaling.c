#include "chart/scaling.h"

static bool
share_unit(const chart_series *a, const chart_series *b,
           chart_series_role role)
{
    return a->role == role && b->role == role &&
           unit_is_same_base(a->unit, b->unit);
}

chart_notes
scaling_notes_for(arena *a, const chart_spec *spec, chart_series_role role)
{
    bool is_found = false;
    for (size_t i = 0; i < spec->n_series; i++)
        for (size_t j = 0; j < i; j++)
            is_found |= share_unit(&spec->series[i], &spec->series[j], role);
    if (!is_found)
        return (chart_notes){NULL, 0};
    return chart_notes_with(a, (chart_notes){NULL, 0},
                           SLICE_OF("注：各格刻度不同，柱长只在格内可比。"));
}
