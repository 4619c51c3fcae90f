/* spend: how one chosen line comes to its width. Room is taken and given in
 * CLREQ's order (#line_adjustment), within a step to all alike. */
#ifndef TEXT_SPEND_H
#define TEXT_SPEND_H

#include "text/measure.h"

/* Changes to one atom within its line. */
typedef struct spent_atom {
    jb_len trim_left, trim_right; /* off its natural advance, all told */
    jb_len before;                /* room before it: gap, tracking, stretch */
    jb_len own;                   /* change of a word space's advance */
} spent_atom;

typedef struct spent_line {
    measured_line measured;
    spent_atom *atoms; /* measured.last - measured.first */
    jb_len width, stretched, shrunk;
} spent_line;

/* Fit the line to `width`: shrink when it is wider; stretch when it is
 * narrower and `is_justified`. */
spent_line spend_line(const text_context *c, const measure_sums *m,
                      measured_line line, jb_len width, bool is_justified);

#endif
