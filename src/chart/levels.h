/* levels: panels of two levels for each category (previous and current, aim
 * and result), one panel for each base unit, since 家 and 亿元 share no axis.
 * Each panel starts at zero and has a scale of its own, named in its head. */
#ifndef CHART_LEVELS_H
#define CHART_LEVELS_H

#include "chart/broken.h"
#include "chart/datum.h"
#include "chart/options.h"

/* One of the two series of levels. */
typedef struct level_look {
    size_t series;
    jb_colour bar, text;
    slice prefix; /* before a label: 目标 */
} level_look;

typedef struct level_pair {
    level_look first, second;
    bool is_overlapped; /* the second before the first */
    slice chip_head;
    bar_chip (*chip)(const chart_context *c, const chart_spec *spec,
                     size_t category);
} level_pair;

bar_panels levels_panels(const chart_context *c, const chart_spec *spec,
                         const chart_options *options,
                         const level_pair *pair);

/* Levels are never broken, for their lengths are what is compared; those that
 * would flatten all others have a panel of their own, unless the option says
 * that nothing is done. */
broken_notes levels_notes(const chart_context *c, const chart_spec *spec,
                          bar_panels *panels, const chart_options *options);

#endif
