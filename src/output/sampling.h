/* sampling: a picture's colour at a pixel of the page, between its own pixels
 * when it is made larger, their mean when it is made smaller. */
#ifndef OUTPUT_SAMPLING_H
#define OUTPUT_SAMPLING_H

#include "display/display.h"
#include "output/raster.h"

/* Pixel (x, y) of the page shows the picture at at + (x, y) × step. */
typedef struct sampling {
    const display_image *image;
    spot at, step;
    int across, down; /* samples of each pixel's sides */
} sampling;

/* The whole picture in `box`, which is not empty. */
sampling sampling_over(const display_image *image, pixel_box box);
/* 0xAARRGGBB, multiplied by A. */
uint32_t sampling_at(const sampling *s, int x, int y);

#endif
