/* png_file: the chunks of a PNG file (W3C PNG, third edition). It knows the
 * container, no drawing. */
#ifndef OUTPUT_PNG_FILE_H
#define OUTPUT_PNG_FILE_H

#include <stdint.h>

#include "output/sink.h"

typedef enum png_colour { /* 11.2.1, colour type */
    PNG_RGB = 2,
    PNG_INDEXED = 3,
    PNG_RGBA = 6
} png_colour;

/* What is in a picture's file. `rows` are ready to compress: each begins with
 * its filter byte. */
typedef struct png_picture {
    uint32_t width, height;
    png_colour colour;
    int depth;                 /* bits of a sample: 1, 2, 4 or 8 */
    uint32_t pixels_per_metre;
    const uint8_t (*palette)[4]; /* RGBA; for PNG_INDEXED */
    size_t n_palette;
    const uint8_t *rows;
    size_t rows_bytes;
    slice title, description; /* UTF-8; may be empty */
} png_picture;

void png_file_write(arena *scratch, const png_picture *p, jb_sink *sink);

#endif
