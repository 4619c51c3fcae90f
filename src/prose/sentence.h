/* sentence: whole clauses about one metric, in patterns that vary: level and
 * growth, growth and level, from … to …. It chooses no metrics: see summary. */
#ifndef PROSE_SENTENCE_H
#define PROSE_SENTENCE_H

#include "prose/prose.h"

typedef enum sentence_pattern {
    SENTENCE_LEVEL_FIRST,  /* X达到V，同比增长G */
    SENTENCE_GROWTH_FIRST, /* X同比增长G，达到V */
    SENTENCE_FROM_TO,      /* X由P增加到V，增长G */
    SENTENCE_EXPECTED,     /* 预计X达到V */
    SENTENCE_RANK_FIRST,   /* X居全省第2位，共V */
    SENTENCE_GROWTH_ALONE, /* X同比增长G; only where no level is known */
    SENTENCE_COMPOSITION,  /* X为6.0∶46.9∶47.1; only where the level is 100% */
    SENTENCE_RATE,         /* X增长4.9%, where the level is a growth */
    SENTENCE_TO_NOTHING,  /* X由P降为零; only where that is so */
    SENTENCE_PATTERN_COUNT
} sentence_pattern;

typedef struct sentence_style {
    sentence_pattern pattern;
    bool is_full; /* rank and target too */
    bool uses_short_name;
    bool is_brief; /* the growth without the level, where it is a number */
    jb_period told; /* the time that was told last; unset: none is to be told */
    bool is_plain; /* no 达到 before a level that is what it is */
} sentence_style;

/* Whether the metric's facts can be put in this pattern. */
bool sentence_fits(const prose_writer *w, size_t metric,
                   sentence_pattern pattern);

/* Whether it tells its time itself: 截至10月底，X达到…. */
bool sentence_opens_to_date(const prose_writer *w, size_t metric);

/* Append the clauses about a metric, joined by ，and without a final mark.
 * False, and nothing appended, when it has neither a level nor a growth. */
bool sentence_add(const prose_writer *w, prose_text *t, size_t metric,
                  sentence_style style);

/* The metric's name and level alone: 省级双创载体4家. */
void sentence_add_level(const prose_writer *w, prose_text *t, size_t metric);

#endif
