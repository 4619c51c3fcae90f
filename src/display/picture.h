/* picture: the pixels of a PNG file, such as an office's emblem, ready for
 * display_draw_image. It knows neither where the file came from nor where the
 * picture goes. */
#ifndef DISPLAY_PICTURE_H
#define DISPLAY_PICTURE_H

#include "display/display.h"

/* RGBA, rows top down, not premultiplied. */
typedef struct jb_picture {
    uint32_t width, height;
    const uint8_t *pixels;
} jb_picture;

#define PICTURE_PIXELS_MAX (4u << 20) /* of an emblem */

/* False when the bytes are no PNG, damaged, or of more pixels than `most`. */
bool picture_from_png(arena *a, slice bytes, uint64_t most, jb_picture *out);

/* The largest rectangle of the picture's proportions in `box`, in the middle
 * of its height and at `align`/2 of its width. */
jb_rect picture_in_box(const jb_picture *p, jb_rect box, int align);

#endif
