/* drafting: a draft metrics file while it is written: what the text was found
 * to say, and the words given so far. Nothing outside extract.c and
 * extract_body.c includes it. */
#ifndef PROSE_DRAFTING_H
#define PROSE_DRAFTING_H

#include "base/slice_index.h"
#include "prose/entry.h"
#include "prose/tabled.h"

/* Words given so far, and how often each was wanted again. */
typedef struct register_of {
    slice_index index; /* to the entry that has the word */
    int *wanted;       /* one per entry */
} register_of;

/* A draft being written. */
typedef struct drafting {
    slice_builder b;
    slice text;
    clause_list clauses;
    figure_list figures;
    claim_list claims;
    entry_list entries;
    slice title;  /* may be empty */
    int year;     /* 0: not known */
    int year_of_tables; /* the newest of their columns; 0: none */
    season time;  /* the report's own; when has_time */
    bool has_time;
    slice *names, *keys; /* one per entry, all different */
    register_of given_names, given_keys; /* those and the tables' */
    tabled_list tabled;
    bulletin_table_list typed; /* that are no list of metrics: as they stand */
    size_t line_at, line; /* bytes read for lines, and lines ended in them */
} drafting;

/* The line of the text that byte `at` stands in. */
size_t drafting_line(drafting *d, size_t at);

/* [甲, 乙]: the keys of those that are chosen, `most` at most; their number. */
int drafting_add_keys(drafting *d, bool (*is_chosen)(const entry *), int most);
size_t drafting_count(const drafting *d, bool (*is_chosen)(const entry *));
bool drafting_is_rate(const entry *e);

/* Charts, tables and sections. */
void drafting_add_body(drafting *d);

#endif
