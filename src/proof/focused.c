#include "proof/focused.h"

#include <math.h>
#include <stdlib.h>

#include "chart/tone.h"

#define EDGE 2      /* pixels at each side that may be outline */
#define SAMPLES 400 /* at most */

static int
by_size(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* The median of pixels spread over the inside, so that a figure printed in
 * the bar, or lines of a hatch, do not tell. */
double
focused_contrast(arena *scratch, const proof_pixels *p,
                 const display_figure *f, jb_colour ground)
{
    double unit = p->scale / LEN_PER_PT;
    double edge = EDGE + f->outline * unit;
    long left = lround(ceil(f->bar.x * unit + edge));
    long top = lround(ceil(f->bar.y * unit + edge));
    long width = lround(floor(f->bar.w * unit - 2 * edge));
    long height = lround(floor(f->bar.h * unit - 2 * edge));
    if (width < 1 || height < 1)
        return 1;
    long n = width * height, step = n / SAMPLES + 1, kept = 0;
    double *found = ARENA_ARRAY(scratch, (size_t)(n / step + 1), double);
    for (long i = 0; i < n; i += step)
        found[kept++] = tone_contrast(
            pixels_at(p, left + i % width, top + i / width), ground);
    qsort(found, (size_t)kept, sizeof *found, by_size);
    return found[kept / 2];
}
