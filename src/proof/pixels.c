#include "proof/pixels.h"

#include <math.h>

static long
within(long i, uint32_t n)
{
    return i < 0 ? 0 : i >= (long)n ? (long)n - 1 : i;
}

static uint8_t
on_white(uint8_t c, uint8_t alpha)
{
    return (uint8_t)((c * alpha + 255 * (255 - alpha) + 127) / 255);
}

jb_colour
pixels_at(const proof_pixels *p, long x, long y)
{
    long row = within(y, p->picture.height);
    long column = within(x, p->picture.width);
    const uint8_t *c =
        p->picture.pixels + 4 * (row * (long)p->picture.width + column);
    return (jb_colour){on_white(c[0], c[3]), on_white(c[1], c[3]),
                       on_white(c[2], c[3]), 255};
}

double
pixel_distance(jb_colour a, jb_colour b)
{
    double r = a.r - b.r, g = a.g - b.g, l = a.b - b.b;
    return sqrt(r * r + g * g + l * l);
}

double
pixel_share(jb_colour c, jb_colour from, jb_colour to)
{
    double way[] = {to.r - from.r, to.g - from.g, to.b - from.b};
    double gone[] = {c.r - from.r, c.g - from.g, c.b - from.b};
    double length = 0, along = 0;
    for (int i = 0; i < 3; i++) {
        length += way[i] * way[i];
        along += way[i] * gone[i];
    }
    return length == 0 ? 0 : fmin(1, fmax(0, along / length));
}

static uint8_t
between(uint8_t from, uint8_t to, double share)
{
    return (uint8_t)(from + (to - from) * share + 0.5);
}

jb_colour
pixel_mixed(jb_colour from, jb_colour to, double share)
{
    return (jb_colour){between(from.r, to.r, share),
                       between(from.g, to.g, share),
                       between(from.b, to.b, share), 255};
}
