/* saying: what the clauses of one sentence share while they are written, and
 * the clauses themselves: name and level, growth, its course, the place, the
 * aim. It chooses neither metric nor pattern: see sentence. */
#ifndef PROSE_SAYING_H
#define PROSE_SAYING_H

#include "prose/phrase.h"
#include "prose/sentence.h"

typedef struct saying {
    const prose_writer *writer;
    prose_text *out;
    const metrics_metric *metric;
    size_t index;
    sentence_style style;
} saying;

const jb_fact *saying_fact(const saying *s, fact_kind kind);
void saying_add(const saying *s, const char *words);
void saying_say(const saying *s, slice words, const jb_fact *fact);

/* The words of a level; of the growth, which 上涨 or 缩短 may say. */
phrase_options saying_options(const saying *s);
slice saying_level(const saying *s, const jb_fact *fact, phrase_form form);
slice saying_growth(const saying *s);

/* Whether the metric is of a whole year, whose base is 上年. */
bool saying_is_of_year(const saying *s);

/* ── name and level ── */

slice saying_name(const saying *s);
void saying_add_name(const saying *s);

/* Neither expected nor bounded: a level that is what it is. */
bool saying_is_plain(const jb_fact *value);

/* Whether it opens with the figure to date. The figure of a month opens
 * itself, and what piled up by then follows. */
bool saying_opens_to_date(const saying *s);
void saying_add_levels(const saying *s);
/* Whether the aim is held against the figure to date while the whole year is
 * only expected, and so is told before that: saying_add_aim. */
bool saying_aims_early(const saying *s);
void saying_add_aim(const saying *s);

/* ── behind the growth ── */

/* Statistics.md's order: how it stands to a former growth, to the mean, to
 * two years and to the period before; its place; what piled up; the aim. */
void saying_add_course(const saying *s, bool has_rank);

#endif
