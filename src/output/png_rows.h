/* png_rows: pixels as the rows of a PNG: indexed when 256 colours suffice,
 * else RGB, or RGBA when something shows through. */
#ifndef OUTPUT_PNG_ROWS_H
#define OUTPUT_PNG_ROWS_H

#include "output/png_file.h"
#include "output/png_palette.h"

/* Fill in the size, colour, depth, palette and rows of `picture`. */
void png_rows_from(arena *scratch, const png_pixels *pixels,
                   png_picture *picture);

#endif
