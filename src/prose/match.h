/* match: which metric a typed figure speaks of, and of which of its times: by
 * the name, by any name of an indicator of official statistics, as a part or
 * as another place's. It judges no figures: see rule_facts. */
#ifndef PROSE_MATCH_H
#define PROSE_MATCH_H

#include "prose/rule.h"
#include "prose/setting.h"

typedef enum match_of {
    MATCH_NONE,
    MATCH_METRIC,
    MATCH_PART, /* `part` of it */
    MATCH_SHARE, /* of that part */
    MATCH_PEER, /* `part` of its peers */
} match_of;

typedef enum match_time {
    MATCH_OTHER_TIME,
    MATCH_OWN_TIME,
    MATCH_TO_DATE, /* of its figure up to a day */
    MATCH_YEAR_BEFORE,
} match_time;

/* A typed figure with the metric it may speak of. */
typedef struct match {
    const inspection *in;
    const claim *claim;
    const metrics_metric *metric;
    size_t index; /* of the metric */
    indicator known; /* that the metric is */
    match_of of;
    size_t part;
    bool is_loss; /* the metric is a profit, and the claim tells a loss */
    setting own; /* of the claim */
} match;

/* The metrics with the indicators that they are, looked up once. */
typedef struct matching {
    const inspection *in;
    const indicator *known; /* one per metric */
} matching;

matching matching_from_inspection(const inspection *in);

/* The metric that the words name in full, and nothing else but whose it is;
 * SIZE_MAX without one, or with two. */
size_t matching_metric_named(const matching *names, slice subject);

/* What claim `i` has to do with metric `index`; `of` is MATCH_NONE when
 * nothing. `spoken` is the claim whose subject and setting are meant: its own,
 * or one before it that it goes on from. */
match match_from_claim(const matching *all, size_t i, size_t spoken,
                       size_t index);

match_time match_time_of(const match *m);

/* The metric's own period, or the document's. */
jb_period match_base(const match *m);

/* The period that the claim names, as a metrics file has it; false when it is
 * none. */
bool match_period(const match *m, jb_period *out);

#endif
