/* chart_notes: lines that a plan adds below the specification's notes. It does
 * not know what they are about. */
#ifndef CHART_CHART_NOTES_H
#define CHART_CHART_NOTES_H

#include "base/slice.h"

typedef struct chart_notes {
    const slice *at; /* borrowed */
    size_t n;
} chart_notes;

/* These and one more, in the arena. */
chart_notes chart_notes_with(arena *a, chart_notes notes, slice line);

#endif
