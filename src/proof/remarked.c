#include "proof/remarked.h"

#include <math.h>

#define SEEN 40.0 /* of 441: how far off the ground ink is */

/* At the darkest of the pixels about a point. */
static bool
is_inked(const proof_pixels *p, double x, double y, jb_colour ground)
{
    for (long dy = -1; dy <= 1; dy++)
        for (long dx = -1; dx <= 1; dx++)
            if (pixel_distance(pixels_at(p, lround(floor(x)) + dx,
                                         lround(floor(y)) + dy),
                               ground) > SEEN)
                return true;
    return false;
}

double
remarked_line(const proof_pixels *p, const display_leader *leader,
              jb_colour ground)
{
    double unit = p->scale / LEN_PER_PT;
    double x = leader->from.x * unit, y = leader->from.y * unit;
    double across = leader->to.x * unit - x, down = leader->to.y * unit - y;
    long n = lround(ceil(hypot(across, down))), seen = 0;
    for (long i = 0; i <= n; i++) {
        double share = n == 0 ? 0 : (double)i / (double)n;
        seen += is_inked(p, x + across * share, y + down * share, ground);
    }
    return (double)seen / (double)(n + 1);
}

static double
beyond(jb_len at, jb_len low, jb_len length)
{
    return fmax(0, fmax((double)low - at, (double)at - low - length));
}

double
remarked_distance(const display_leader *leader, jb_rect box)
{
    return hypot(beyond(leader->to.x, box.x, box.w),
                 beyond(leader->to.y, box.y, box.h)) /
           LEN_PER_PT;
}
