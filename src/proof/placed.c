#include "proof/placed.h"

#include <math.h>

#define GROUND_MOST 40 /* colours this near are one: of 441 */
#define OFF_MOST 0.75  /* pixels from where a place on a line should be */
#define MARGIN 1       /* pixels looked at beyond what may be drawn */
#define END_MOST 1.5   /* pixels between a line's end as seen and as meant */

/* A run of pixels that are not ground. */
typedef struct placed_run {
    double left, right;
} placed_run;

typedef struct placed_row {
    int n;            /* runs */
    int own;          /* number of the widest with the own colour, from 1 */
    placed_run ends;  /* of the longest run */
    placed_run mark;  /* the own colour's pixels */
} placed_row;

static bool
is_like(jb_colour a, jb_colour b)
{
    return pixel_distance(a, b) < GROUND_MOST;
}

/* Pixels of the own colour from `x` on. */
static long
own_length(const proof_pixels *p, jb_colour own, long x, long y)
{
    long n = 0;
    while (is_like(pixels_at(p, x + n, y), own))
        n++;
    return n;
}

static placed_row
row_read(const proof_pixels *p, const display_places *places,
         jb_colour ground)
{
    double unit = p->scale / LEN_PER_PT;
    const jb_rect *r = &places->row;
    long y = lround(floor((r->y + r->h / 2) * unit));
    double over = places->is_line ? r->h / 2 * unit : 0; /* a dot at an end */
    long from = lround(floor(r->x * unit - over)) - MARGIN;
    long to = lround(ceil((r->x + r->w) * unit + over)) + MARGIN, widest = 0;
    placed_row row = {.n = 0};
    bool was_ground = true;
    placed_run run = {0, 0};
    for (long x = from; x <= to; x++) {
        bool is_ground = is_like(pixels_at(p, x, y), ground);
        if (!is_ground && was_ground) {
            row.n++;
            run.left = (double)x;
        }
        run.right = (double)x + 1;
        if (!is_ground &&
            run.right - run.left > row.ends.right - row.ends.left)
            row.ends = run;
        was_ground = is_ground;
        long length = own_length(p, places->own, x, y);
        if (length <= widest)
            continue;
        widest = length;
        row.own = row.n;
        row.mark = (placed_run){(double)x, (double)(x + length)};
    }
    return row;
}

static bool
is_on_line(const proof_pixels *p, const display_places *places, int place,
           const placed_row *row)
{
    double unit = p->scale / LEN_PER_PT;
    double left = places->row.x * unit, width = places->row.w * unit;
    int steps = places->n > 1 ? places->n - 1 : 1;
    double at = left + (double)(place - 1) / steps * width;
    double radius = places->row.h * unit / 2;
    double first = fmin(left, at - radius);
    double last = fmax(left + width, at + radius);
    return fabs((row->mark.left + row->mark.right) / 2 - at) <= OFF_MOST &&
           fabs(row->ends.left - first) <= END_MOST &&
           fabs(row->ends.right - last) <= END_MOST;
}

bool
placed_is_at(const proof_pixels *p, const display_places *places, int place,
             jb_colour ground)
{
    placed_row row = row_read(p, places, ground);
    if (places->is_line)
        return row.own > 0 && is_on_line(p, places, place, &row);
    return row.n == places->n && row.own == place;
}
