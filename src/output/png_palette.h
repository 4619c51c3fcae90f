/* png_palette: the few colours of a drawing. The colours that the page names
 * and those of areas are kept to the bit; the steps of smoothed edges, of
 * which there are hundreds, settle on 32 levels (or 16) when that brings all
 * within the 256 that an indexed picture can have: half the bytes and half
 * the time. */
#ifndef OUTPUT_PNG_PALETTE_H
#define OUTPUT_PNG_PALETTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

#define PNG_COLOURS_MAX 256

/* Pixels as Cairo keeps them: words 0xAARRGGBB, colours multiplied by A. */
typedef struct png_pixels {
    const uint32_t *at;
    size_t stride; /* words */
    uint32_t width, height;
    uint32_t opaque; /* set in every word when A is unused */
    /* Opaque colours to be kept, as words; NULL keeps every colour, for
     * pages with pictures. */
    const uint32_t *named;
    size_t n_named;
} png_pixels;

typedef struct png_palette png_palette;

/* NULL when 256 colours do not suffice. */
png_palette *png_palette_from(arena *scratch, const png_pixels *pixels);

size_t png_palette_count(const png_palette *p);
const uint8_t (*png_palette_colours(const png_palette *p))[4]; /* RGBA */
/* Index of a word of the pixels it was made from. */
uint8_t png_palette_index(const png_palette *p, uint32_t word);

/* Divide by A: {R, G, B, A}. */
void png_unmultiply(uint32_t word, uint8_t rgba[4]);

#endif
