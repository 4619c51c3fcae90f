/* written: measures and names as reports write them, for people and in JSON. */
#ifndef PROOF_WRITTEN_H
#define PROOF_WRITTEN_H

#include "base/slice.h"

/* With so many decimals, 0 to 6, half away from zero. */
slice written_number(arena *a, double value, int places);

void written_json_text(slice_builder *b, slice text);
/* "name":1.234 and what comes behind it. */
void written_json(slice_builder *b, const char *name, double value,
                 const char *behind);

#endif
