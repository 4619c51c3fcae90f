/* vision: colours as an eye sees them: CIELAB, CIEDE2000, and the three
 * colour-vision deficiencies, for the proof of palettes.
 *
 *   Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation
 *   of Color Vision Deficiency. IEEE TVCG 15 (2009), severity 1.0; the
 *   matrices hold for linear RGB.
 *   Sharma, Wu, Dalal: The CIEDE2000 Color-Difference Formula. Color Research
 *   and Application 30 (2005), with its test data. */
#ifndef TESTS_CHART_VISION_H
#define TESTS_CHART_VISION_H

#include <math.h>

#include "display/geometry.h"

enum { VISION_NORMAL, VISION_PROTAN, VISION_DEUTAN, VISION_TRITAN,
       VISION_COUNT };

static const double vision_matrices[VISION_COUNT][3][3] = {
    [VISION_NORMAL] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    [VISION_PROTAN] = {{0.152286, 1.052583, -0.204868},
                       {0.114503, 0.786281, 0.099216},
                       {-0.003882, -0.048116, 1.051998}},
    [VISION_DEUTAN] = {{0.367322, 0.860646, -0.227968},
                       {0.280085, 0.672501, 0.047413},
                       {-0.011820, 0.042940, 0.968881}},
    [VISION_TRITAN] = {{1.255528, -0.076749, -0.178779},
                       {-0.078411, 0.930809, 0.147602},
                       {0.004733, 0.691367, 0.303900}},
};

typedef struct lab {
    double l, a, b;
} lab;

static inline double
vision_linear(uint8_t channel)
{
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static inline double
vision_cube_root(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

/* Under D65, as sRGB is. */
static inline lab
lab_from(jb_colour colour, int vision)
{
    double in[3] = {vision_linear(colour.r), vision_linear(colour.g),
                    vision_linear(colour.b)};
    double seen[3];
    for (int i = 0; i < 3; i++) {
        const double *row = vision_matrices[vision][i];
        double sum = row[0] * in[0] + row[1] * in[1] + row[2] * in[2];
        seen[i] = fmin(1, fmax(0, sum));
    }
    double x = 0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2];
    double y = 0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2];
    double z = 0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2];
    double fx = vision_cube_root(x / 0.95047), fy = vision_cube_root(y);
    double fz = vision_cube_root(z / 1.08883);
    return (lab){116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
}

static inline double
vision_degrees(double b, double a)
{
    if (a == 0 && b == 0)
        return 0;
    double h = atan2(b, a) * 180 / M_PI;
    return h < 0 ? h + 360 : h;
}

static inline double
vision_cos(double degrees)
{
    return cos(degrees * M_PI / 180);
}

static inline double
lab_chroma(lab c)
{
    return hypot(c.a, c.b);
}

/* a* stretched near the grey axis: a' of the formula. */
static inline lab
lab_stretched(lab c, double mean_chroma)
{
    double p = pow(mean_chroma, 7);
    c.a *= 1 + 0.5 * (1 - sqrt(p / (p + 6103515625.0)));
    return c;
}

/* The hue between two, on the shorter way round. */
static inline double
vision_mean_hue(double h1, double h2, bool has_grey)
{
    if (has_grey)
        return h1 + h2;
    double mean = (h1 + h2) / 2;
    if (fabs(h1 - h2) > 180)
        mean += h1 + h2 < 360 ? 180 : -180;
    return mean;
}

/* CIEDE2000. */
static inline double
lab_distance(lab p, lab q)
{
    double mean = (lab_chroma(p) + lab_chroma(q)) / 2;
    p = lab_stretched(p, mean);
    q = lab_stretched(q, mean);
    double c1 = lab_chroma(p), c2 = lab_chroma(q);
    double h1 = vision_degrees(p.b, p.a), h2 = vision_degrees(q.b, q.a);
    bool has_grey = c1 * c2 == 0;
    double turn = has_grey ? 0 : remainder(h2 - h1, 360);
    double dl = q.l - p.l, dc = c2 - c1;
    double dh = 2 * sqrt(c1 * c2) * sin(turn * M_PI / 360);
    double l = (p.l + q.l) / 2, c = (c1 + c2) / 2;
    double h = vision_mean_hue(h1, h2, has_grey);
    double t = 1 - 0.17 * vision_cos(h - 30) + 0.24 * vision_cos(2 * h) +
               0.32 * vision_cos(3 * h + 6) - 0.20 * vision_cos(4 * h - 63);
    double off = (l - 50) * (l - 50);
    double sl = dl / (1 + 0.015 * off / sqrt(20 + off));
    double sc = dc / (1 + 0.045 * c), sh = dh / (1 + 0.015 * c * t);
    double c7 = pow(c, 7);
    double twist = 60 * exp(-pow((h - 275) / 25, 2));
    double r = -2 * sqrt(c7 / (c7 + 6103515625.0)) *
               sin(twist * M_PI / 180);
    return sqrt(sl * sl + sc * sc + sh * sh + r * sc * sh);
}

#endif
