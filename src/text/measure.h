/* measure: the width of any stretch of atoms as a line, and how far it can
 * give, in constant time from prefix sums corrected at both ends: marks lose
 * their blank there, spaces and gaps vanish, parted words have a hyphen. */
#ifndef TEXT_MEASURE_H
#define TEXT_MEASURE_H

#include "text/atom.h"

/* Atoms [first, last) without the spaces at either end. */
typedef struct measured_line {
    size_t first, last;
    int64_t width;   /* with standing trims and gaps */
    int64_t shrink;  /* the most it can lose */
    int64_t stretch; /* of word spaces and gaps (steps 1 and 2) */
    int64_t opens;   /* places where room may be put (step 3) */
    int64_t gaps;    /* of them, that may get wider than the others */
    int64_t reach;   /* … and how far, together */
    jb_len trim_start, trim_end; /* taken off the outer marks */
} measured_line;

/* Of all atoms before one, and of the boundaries before them. */
typedef struct measure_sum {
    int64_t width, shrink, stretch, reach;
    int32_t opens, gaps;
} measure_sum;

typedef struct measure_sums {
    const text_atoms *atoms;
    const text_options *options;
    measure_sum *before; /* n + 1 */
} measure_sums;

void measure_prepare(arena *scratch, const text_atoms *t,
                     const text_options *options, measure_sums *out);
/* Where a line may start or end: the sums there, corrected for what the edge
 * of a line does, so that any two make a line by differences. */
typedef struct measure_edge {
    size_t at; /* an atom, beyond the spaces that vanish */
    measure_sum sum;
    jb_len trim; /* off the mark at the edge */
} measure_edge;

measure_edge measure_start(const measure_sums *m, size_t first);
measure_edge measure_end(const measure_sums *m, size_t last);
/* … of a line that has but one atom, `last` - 1. */
measure_edge measure_end_of_one(const measure_sums *m, size_t last);

/* Asked for every two places that might make a line. */
static inline measured_line
measure_between(const measure_sums *m, const measure_edge *start,
                const measure_edge *end)
{
    if (end->at <= start->at)
        return (measured_line){.first = start->at, .last = start->at};
    measure_edge alone;
    if (end->at == start->at + 1) {
        alone = measure_end_of_one(m, end->at);
        end = &alone;
    }
    int64_t shrink = end->sum.shrink - start->sum.shrink;
    return (measured_line){
        .first = start->at,
        .last = end->at,
        .width = end->sum.width - start->sum.width,
        .shrink = shrink > 0 ? shrink : 0,
        .stretch = end->sum.stretch - start->sum.stretch,
        .opens = end->sum.opens - start->sum.opens,
        .gaps = end->sum.gaps - start->sum.gaps,
        .reach = end->sum.reach - start->sum.reach,
        .trim_start = start->trim,
        .trim_end = end->trim,
    };
}

measured_line measure_line(const measure_sums *m, size_t first, size_t last);

/* Of the room that a line is opened by beyond its `stretch`, what its gaps
 * take. Each grows so many times faster than the places between Han, where
 * room shows sooner; once those are opened by MEASURE_QUIET of the em, as much
 * as nobody sees, the gaps grow alone, until they are as wide as gaps may be
 * (CLREQ #line_adjustment: gaps before all other places). */
#define MEASURE_GAP_SHARE 3
#define MEASURE_QUIET 20 / 1000
int64_t measure_into_gaps(const measured_line *l, int64_t room, jb_len em);

#endif
