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
    jb_len trim_start, trim_end; /* taken off the outer marks */
} measured_line;

/* Of all atoms before one, and of the boundaries before them. */
typedef struct measure_sum {
    int64_t width, shrink, stretch, opens;
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
measured_line measure_between(const measure_sums *m,
                              const measure_edge *start,
                              const measure_edge *end);
measured_line measure_line(const measure_sums *m, size_t first, size_t last);

#endif
