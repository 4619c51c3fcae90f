/* fit: where to end lines. Total fit over all legal breaks: the cost of a
 * paragraph is the sum of its lines' costs, and the cheapest set of breaks is
 * found by dynamic programming, looking back only as far as a line can reach
 * and a better one can be.
 */
#ifndef TEXT_FIT_H
#define TEXT_FIT_H

#include "text/measure.h"

typedef struct fit_lines {
    size_t *starts; /* n + 1: the first atom of each line, and the end */
    size_t n;
} fit_lines;

/* Widths of the first and of the other lines; 0: endless. */
typedef struct fit_widths {
    jb_len first, rest;
} fit_widths;

fit_lines fit_paragraph(const text_context *c, const measure_sums *m,
                        fit_widths widths);

/* The costs below, in units of penalty.h. */
#define FIT_COST_ONE 4096

/* What these lines cost, of those that end at legal places: fit_paragraph
 * gives the lines for which it is least. */
int64_t fit_cost(const measure_sums *m, fit_widths widths,
                 const fit_lines *lines);

#endif
