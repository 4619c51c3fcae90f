#include "chart/focus.h"

#include "chart/tone.h"

bool
focus_is_on(const chart_spec *spec, size_t category)
{
    return spec->n_focus > 0 && spec->categories[category].is_focus;
}

bool
focus_is_off(const chart_spec *spec, size_t category)
{
    return spec->n_focus > 0 && !spec->categories[category].is_focus;
}

jb_colour
focus_colour(const style_chart *style, const chart_spec *spec,
             size_t category, jb_colour own)
{
    return focus_is_off(spec, category)
               ? tone_mix(own, style->ground, FOCUS_RECEDED)
               : own;
}
