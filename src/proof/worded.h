/* worded: whether the number in a label is its figure, rounded. It knows no
 * pictures. */
#ifndef PROOF_WORDED_H
#define PROOF_WORDED_H

#include "display/display.h"

typedef enum worded_verdict {
    WORDED_RIGHT, /* the figure rounded to the label's digits */
    WORDED_WORD,  /* no number in it: 持平, 扭亏为盈, — */
    WORDED_WRONG  /* another number, one where no figure is, or — for one */
} worded_verdict;

/* Half up and GB/T 8170's half to even are both a right rounding; which of
 * them a document uses is its own affair. */
worded_verdict worded_label(slice label, const display_figure *figure);

/* Whether `label` is among the words `drawn`, however its minus is written. */
bool worded_is_in(arena *scratch, slice drawn, slice label);

#endif
