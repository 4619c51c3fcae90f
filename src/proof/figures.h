/* figures: measures and names as reports write them, for people and in JSON. */
#ifndef PROOF_FIGURES_H
#define PROOF_FIGURES_H

#include "base/slice.h"

/* With so many decimals, 0 to 6, half away from zero. */
slice figure_text(arena *a, double value, int places);

void figure_json_text(slice_builder *b, slice text);
/* "name":1.234 and what comes behind it. */
void figure_json(slice_builder *b, const char *name, double value,
                 const char *behind);

#endif
