#include "output/sampling.h"

#include <math.h>

#define SAMPLES_MAX 8 /* of a pixel's side */

static int
samples_for(double step)
{
    return (int)fmin(SAMPLES_MAX, fmax(1, ceil(fabs(step))));
}

sampling
sampling_over(const display_image *image, pixel_box box)
{
    spot step = {(double)image->width / (box.right - box.left),
                 (double)image->height / (box.bottom - box.top)};
    return (sampling){.image = image,
                      .at = {-step.x * box.left, -step.y * box.top},
                      .step = step,
                      .across = samples_for(step.x),
                      .down = samples_for(step.y)};
}

static double
within(double x, uint32_t n)
{
    return fmin(fmax(x, 0), n - 1);
}

/* Add one sample between the four pixels about (x, y), multiplied by A. */
static void
add_sample(const display_image *image, double x, double y, double sum[4])
{
    double u = within(x - 0.5, image->width);
    double v = within(y - 0.5, image->height);
    size_t left = (size_t)u, top = (size_t)v;
    size_t right = left + 1 < image->width ? left + 1 : left;
    size_t below = top + 1 < image->height ? top + 1 : top;
    double fx = u - (double)left, fy = v - (double)top;
    const size_t at[4] = {top * image->width + left,
                          top * image->width + right,
                          below * image->width + left,
                          below * image->width + right};
    const double share[4] = {(1 - fx) * (1 - fy), fx * (1 - fy),
                             (1 - fx) * fy, fx * fy};
    for (int i = 0; i < 4; i++) {
        const uint8_t *rgba = image->pixels + 4 * at[i];
        double a = rgba[3] * share[i];
        sum[3] += a;
        for (int k = 0; k < 3; k++)
            sum[k] += rgba[k] * a / 255;
    }
}

uint32_t
sampling_at(const sampling *s, int x, int y)
{
    double n = (double)s->across * s->down, sum[4] = {0};
    for (int i = 0; i < s->across; i++)
        for (int k = 0; k < s->down; k++)
            add_sample(s->image,
                       s->at.x + s->step.x * (x + (i + 0.5) / s->across),
                       s->at.y + s->step.y * (y + (k + 0.5) / s->down), sum);
    uint32_t parts[4];
    for (int k = 0; k < 4; k++)
        parts[k] = (uint32_t)(sum[k] / n + 0.5);
    return parts[3] << 24 | parts[0] << 16 | parts[1] << 8 | parts[2];
}
