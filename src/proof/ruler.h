/* ruler: the ends of bars and the zero line they stand on, measured in the
 * pixels of a finished picture to a fraction of a pixel. What was to be drawn
 * tells it where to look, never what to find. */
#ifndef PROOF_RULER_H
#define PROOF_RULER_H

#include "proof/pixels.h"

/* Distances in pixels along the way the bar grows: x, or y, or against it. */
typedef struct bar_ends {
    bool has_near, has_far;
    double near, far;
} bar_ends;

/* `is_covered`: a narrower bar lies over the far end, which is then looked
 * for at its sides alone. */
bar_ends ruler_bar(arena *scratch, const proof_pixels *p,
                   const display_figure *figure, bool is_covered);

/* Whether the bar is so short that the line at its foot hides it, or its
 * outline and that line leave no inside: its length cannot be seen. */
bool ruler_is_short(const proof_pixels *p, const display_figure *figure);

/* Whether a bar without outline shows its colour where it begins, but for
 * what lies on it: what stands clear of its line is no bar from zero.
 * `is_covered`: a narrower bar lies over it. */
bool ruler_is_rooted(const proof_pixels *p, const display_figure *figure,
                     bool is_covered);

/* The claimed end of a bar on the same ruler. */
double ruler_claimed_near(const proof_pixels *p,
                          const display_figure *figure);
double ruler_claimed_far(const proof_pixels *p,
                         const display_figure *figure);

/* A line across a ruler, or two that run too near each other to be told
 * apart. */
typedef struct ruler_line {
    double middle, extent;
} ruler_line;

/* The line at the foot of a bar, where it is seen beside the bar. False when
 * there is none. */
bool ruler_zero(arena *scratch, const proof_pixels *p,
                const display_figure *figure, ruler_line *out);

#endif
