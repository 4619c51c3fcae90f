/* sentence: whole clauses about one metric, in patterns that vary: level,
 * growth, rank, target. It chooses nothing: see summary. */
#ifndef PROSE_SENTENCE_H
#define PROSE_SENTENCE_H

#include "prose/prose.h"

/* How a sentence is put. `variant` picks one of the patterns that fit. */
typedef struct sentence_style {
    int variant;
    bool is_full;         /* rank, target and parts too */
    bool uses_short_name;
} sentence_style;

/* Append the clauses about a metric, joined by ，and without a final mark.
 * False, and nothing appended, when the metric has no level at all. */
bool sentence_add(const prose_writer *w, prose_text *t, size_t metric,
                  sentence_style style);

#endif
