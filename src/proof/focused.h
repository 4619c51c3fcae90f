/* focused: how strongly a bar stands off the ground as printed, for telling
 * whether what was to be set off is. It knows pixels, not colours asked for. */
#ifndef PROOF_FOCUSED_H
#define PROOF_FOCUSED_H

#include "base/arena.h"
#include "display/display.h"
#include "proof/pixels.h"

/* Contrast with the ground of most of a bar's inside; 1 where most of it is
 * ground: hatched or outlined, or too thin to have an inside. */
double focused_contrast(arena *scratch, const proof_pixels *p,
                        const display_figure *f, jb_colour ground);

#endif
