/* canvas: pixels to draw on: fills and pictures within clips, laid over what
 * is there. It knows no display list. */
#ifndef OUTPUT_CANVAS_H
#define OUTPUT_CANVAS_H

#include "display/display.h"
#include "output/raster.h"

#define CANVAS_CLIPS_MAX 64

/* Where drawing is let through: a box, and within it `mask`'s part of 255 of
 * each of the canvas's pixels (NULL: all). */
typedef struct canvas_clip {
    pixel_box box;
    const uint8_t *mask;
} canvas_clip;

typedef struct canvas {
    arena *arena;
    uint32_t *pixels; /* 0xAARRGGBB, colours multiplied by A */
    int width, height;
    canvas_clip clips[CANVAS_CLIPS_MAX];
    int n_clips; /* at least one: the canvas itself */
    raster raster;
} canvas;

/* Of one colour, or see-through. Lives in the arena. */
canvas *canvas_new(arena *a, int width, int height, jb_colour ground);

void canvas_fill(canvas *c, const polygon *p, bool is_even_odd,
                 jb_colour colour);
/* Whole pixels. */
void canvas_fill_box(canvas *c, pixel_box box, jb_colour colour);
/* The whole picture, spread over the box. */
void canvas_draw_image(canvas *c, const display_image *image, pixel_box box);

/* Let through only what is inside the polygon, or the box, until the pop. */
void canvas_push_clip(canvas *c, const polygon *p);
void canvas_push_box(canvas *c, pixel_box box);
void canvas_pop_clip(canvas *c);

#endif
