/* typography: what a typographer measures of each line of prose, and the
 * rules it breaks. */
#ifndef PROOF_TYPOGRAPHY_H
#define PROOF_TYPOGRAPHY_H

#include "proof/seen.h"

/* Hard faults make a document unfit; soft ones are for the eye to judge. */
typedef enum proof_fault {
    FAULT_START,       /* a mark that may not start a line does */
    FAULT_END,         /* an opening mark ends a line */
    FAULT_FIGURE,      /* a number is parted, or parted from its sign or % */
    FAULT_OUTSIDE,     /* the line is longer than its measure */
    FAULT_RAGGED,      /* a justified line falls short */
    FAULT_FIRST_SOFT,  /* from here on soft */
    FAULT_LONE = FAULT_FIRST_SOFT, /* one character ends a paragraph */
    FAULT_WIDOW,       /* a paragraph's last line starts a page */
    FAULT_ORPHAN,      /* its first line ends one */
    FAULT_UNIT,        /* a number is parted from its unit */
    FAULT_RIVER,       /* white runs down through three lines */
    FAULT_FACE,        /* a character of another face than its neighbours */
    FAULT_COUNT
} proof_fault;

const char *fault_name(proof_fault fault);
static inline bool
fault_is_hard(proof_fault fault)
{
    return fault < FAULT_FIRST_SOFT;
}

/* Lengths in em of the line. */
typedef struct line_measure {
    const seen_line *line;
    bool is_last;    /* of its paragraph */
    bool is_justified; /* its paragraph is … */
    bool is_full;      /* … so that it reaches the measure */
    double room;     /* put between two Han: the widest */
    double gap;      /* from a Han to Western text: the widest; 0: none */
    double squeeze;  /* taken off marks in all */
    double lacking;  /* white behind it, to where lines end that reach the
                        measure; 0 for last lines */
    bool faults[FAULT_COUNT];
} line_measure;

typedef struct typography {
    line_measure *lines; /* of prose, in order */
    size_t n;
    size_t n_full;
    double mean_room, worst_room, mean_squeeze, worst_squeeze; /* of full */
    double mean_lacking, worst_lacking; /* of all but the last */
    size_t faults[FAULT_COUNT];
} typography;

typography typography_of(arena *a, const seen_document *d);

#endif
