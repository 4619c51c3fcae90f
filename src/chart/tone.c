#include "chart/tone.h"

#include <math.h>

static uint8_t
mixed(uint8_t top, uint8_t ground, int share)
{
    int sum = top * share + ground * (1000 - share);
    return (uint8_t)((sum + 500) / 1000);
}

jb_colour
tone_mix(jb_colour top, jb_colour ground, int share)
{
    return (jb_colour){mixed(top.r, ground.r, share),
                       mixed(top.g, ground.g, share),
                       mixed(top.b, ground.b, share), 255};
}

/* sRGB to linear light, IEC 61966-2-1. */
static double
linear(uint8_t channel)
{
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double
luminance(jb_colour c)
{
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

double
tone_contrast(jb_colour a, jb_colour b)
{
    double x = luminance(a), y = luminance(b);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

jb_colour
tone_readable(jb_colour colour, jb_colour ink, jb_colour ground,
              double contrast)
{
    for (int share = 1000; share > 0; share -= 50) {
        jb_colour tried = tone_mix(colour, ink, share);
        if (tone_contrast(tried, ground) >= contrast)
            return tried;
    }
    return ink;
}
