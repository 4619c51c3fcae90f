/* broken: what is done with bars that would flatten all others, by default
 * breaking them, and saying so: a note below the chart and a diagnostic name
 * each of them (G4). */
#ifndef CHART_BROKEN_H
#define CHART_BROKEN_H

#include "chart/bars.h"
#include "chart/chart_notes.h"

typedef struct broken_notes {
    chart_notes told;
    bool is_split; /* some rows have a scale of their own */
} broken_notes;

/* Sets the domain of all panels, and which part of their rows is meant; rows
 * that are set apart are told in the notes. */
broken_notes broken_notes_from(const chart_context *c,
                               const chart_spec *spec, bar_panels *p,
                               int policy);

/* These, and notes of the rows that the plan, made since, has on its page: bars
 * that are broken, and those that are not to be seen on their scale, which is
 * not nothing; and one for each arrow that it has no place for. */
chart_notes broken_notes_told(const chart_context *c, const chart_spec *spec,
                              const bar_panels *p, broken_notes before);

/* The plan of bars whose outliers are treated as the option asks, with a key
 * for each way that bars are filled; NULL when there is no room. */
chart_plan *broken_plan_from(const chart_context *c, const chart_spec *spec,
                             bar_panels *p, const chart_options *options,
                             jb_size size);

#endif
