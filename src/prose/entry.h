/* entry: one figure of a report as it will stand in a draft metrics file. */
#ifndef PROSE_ENTRY_H
#define PROSE_ENTRY_H

#include "prose/claim.h"

typedef struct entry_part {
    slice name;
    const claim *claim;
} entry_part;

typedef struct entry {
    const claim *level;
    const claim *whole; /* 全年预计突破…, when `level` is to date; or NULL */
    const claim *rate;  /* or points; or NULL */
    slice name;
    slice rank;         /* 全省第1; may be empty */
    bool is_rank_of_growth;
    entry_part *parts;
    size_t n_parts;
} entry;

typedef struct entry_list {
    entry *at;
    size_t n, cap;
    bool *is_placed; /* one per claim: it is in some entry */
} entry_list;

/* The figures of a text, each once; what is said of one again is added. */
entry_list entries_from_claims(arena *a, slice text,
                               const clause_list *clauses,
                               const claim_list *claims);

#endif
