/* polygon: what is to be filled, as straight edges in device units of 1/256
 * pixel, with curves broken into chords that no eye can tell from them. It
 * knows no pixels and no colours. */
#ifndef OUTPUT_POLYGON_H
#define OUTPUT_POLYGON_H

#include "display/path.h"

#define PIXEL_BITS 8
#define PIXEL_PARTS (1 << PIXEL_BITS)

/* A point in pixels, before it is rounded to parts. */
typedef struct spot {
    double x, y;
} spot;

/* From a path's units to pixels: turned 90° anticlockwise when asked for,
 * scaled, then moved. */
typedef struct placing {
    double scale;
    spot at;
    bool is_turned;
} placing;

static inline spot
spot_placed(const placing *where, jb_point p)
{
    double x = p.x * where->scale, y = p.y * where->scale;
    return where->is_turned ? (spot){where->at.x + y, where->at.y - x}
                            : (spot){where->at.x + x, where->at.y + y};
}

/* One edge, upwards or downwards; level ones are of no account. */
typedef struct edge {
    int32_t x1, y1, x2, y2;
} edge;

/* Zero-initialise except for `arena`. */
typedef struct polygon {
    arena *arena;
    ARRAY(edge) edges;
    int32_t left, top, right, bottom; /* bounds, when there are edges */
} polygon;

void polygon_clear(polygon *p);
/* The path's subpaths, closed. */
void polygon_add_path(polygon *p, const jb_path *path, placing where);
/* One closed ring of `n` spots. */
void polygon_add_ring(polygon *p, const spot *ring, size_t n);

/* How many chords a curve needs; the spot after `i` of `n` of them. */
int curve_chords(const spot curve[4]);
spot curve_at(const spot curve[4], int i, int n);

#endif
