#include "chart/magnitude.h"

#include <math.h>

static const struct {
    int power;
    const char *prefix;
} steps[] = {{4, "万"}, {8, "亿"}, {12, "万亿"}};

#define N_STEPS (sizeof steps / sizeof *steps)

jb_unit
magnitude_unit(arena *a, jb_unit unit, double most)
{
    jb_unit best = unit;
    if (unit.kind == UNIT_PERCENT || unit.kind == UNIT_POINT ||
        most < MAGNITUDE_LONG)
        return best;
    for (size_t i = 0; i < N_STEPS; i++) {
        double counted = most * pow(10, unit.power - steps[i].power);
        if (steps[i].power <= unit.power || counted < 1)
            continue;
        best = unit;
        best.power = steps[i].power;
        best.name = slice_join(a, slice_from(steps[i].prefix), unit.base);
        if (counted < 1e5)
            break;
    }
    return best;
}

double
magnitude_in(double value, jb_unit from, jb_unit to)
{
    int shift = from.power - to.power;
    return shift >= 0 ? value * pow(10, shift) : value / pow(10, -shift);
}
