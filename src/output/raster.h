/* raster: how much of each pixel a polygon covers, exactly, in integers: the
 * same on every machine. It knows no colours. */
#ifndef OUTPUT_RASTER_H
#define OUTPUT_RASTER_H

#include "output/polygon.h"

/* Pixels [left, right) × [top, bottom). */
typedef struct pixel_box {
    int left, top, right, bottom;
} pixel_box;

/* The work space; zero-initialise except for `arena` and use it again. */
typedef struct raster {
    arena *arena;
    struct raster_cell *cells;
    uint8_t *coverage; /* of one row */
    size_t n_cells, n_coverage;
} raster;

/* Pixels [x, x + n) of row y are covered by coverage[i]/255 each. */
typedef void raster_row(void *user, int y, int x, const uint8_t *coverage,
                        int n);

/* Call `row` for each row of `box` that the polygon reaches, top down. */
void raster_fill(raster *r, const polygon *p, bool is_even_odd,
                 pixel_box box, raster_row *row, void *user);

#endif
