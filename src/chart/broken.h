/* broken: breaking the bars that would flatten all others, and saying so: a
 * note below the chart and a diagnostic name each of them (G4). */
#ifndef CHART_BROKEN_H
#define CHART_BROKEN_H

#include "chart/bars.h"

typedef struct broken_notes {
    const slice *at;
    size_t n;
} broken_notes;

/* Sets the domain of all panels, and which part of their rows is meant; breaks
 * where `can_break`. */
broken_notes broken_notes_from(const chart_context *c,
                               const chart_spec *spec, bar_panels *p,
                               bool can_break);

#endif
