/* remarked: whether a remark's line is there in the finished picture, and
 * ends at the mark that it is about. It knows pixels and boxes, not why the
 * words were said. */
#ifndef PROOF_REMARKED_H
#define PROOF_REMARKED_H

#include "display/display.h"
#include "proof/pixels.h"

/* The share of the line, 0 … 1, that stands off the ground. */
double remarked_line(const proof_pixels *p, const display_leader *leader,
                     jb_colour ground);

/* From the line's end to a box, in points; 0 in it. */
double remarked_distance(const display_leader *leader, jb_rect box);

#endif
