/* placed: which of the places side by side is filled, read off a finished
 * picture. It counts dots and measures lines, and knows of the plan no more
 * than where the row of places lies. */
#ifndef PROOF_PLACED_H
#define PROOF_PLACED_H

#include "display/display.h"
#include "proof/pixels.h"

/* Whether the picture shows `place` filled: in a row of dots that many from
 * the left, of as many dots as there are places; on a line as far along it. */
bool placed_is_at(const proof_pixels *p, const display_places *places,
                  int place, jb_colour ground);

#endif
