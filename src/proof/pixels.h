/* pixels: a finished picture read back, as a grid of opaque colours. It knows
 * nothing of what the picture shows. */
#ifndef PROOF_PIXELS_H
#define PROOF_PIXELS_H

#include "display/picture.h"

typedef struct proof_pixels {
    jb_picture picture;
    double scale; /* pixels per point of the page */
} proof_pixels;

/* As seen on white paper; beyond the picture the pixel at its edge. */
jb_colour pixels_at(const proof_pixels *p, long x, long y);

/* Between two colours, 0 … 441. */
double pixel_distance(jb_colour a, jb_colour b);
/* How far `c` lies on the way from one colour to another, 0 … 1. */
double pixel_share(jb_colour c, jb_colour from, jb_colour to);
/* That far on the way. */
jb_colour pixel_mixed(jb_colour from, jb_colour to, double share);

#endif
