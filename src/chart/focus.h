/* focus: the categories that a person sets off. They keep their colour, their
 * names and figures are set bold; the others recede to a pale tone of their
 * own colour with an outline, so that the difference is one of lightness and
 * weight and needs no eye for hues. */
#ifndef CHART_FOCUS_H
#define CHART_FOCUS_H

#include "chart/chart.h"

/* Of a colour, over the ground, that a mark keeps when it recedes, /1000. */
#define FOCUS_RECEDED 300
/* … of a dot among others of a pale colour, from which it must differ */
#define FOCUS_RECEDED_DOT 600

/* Whether this category is set off from the others. */
bool focus_is_on(const chart_spec *spec, size_t category);
/* Whether others are. */
bool focus_is_off(const chart_spec *spec, size_t category);

/* What becomes of a mark's colour. */
jb_colour focus_colour(const style_chart *style, const chart_spec *spec,
                       size_t category, jb_colour own);

#endif
