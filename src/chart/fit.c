#include "chart/fit.h"

#include <float.h>
#include <math.h>

/* The item that reaches furthest at scale k, to either end. */
typedef struct reach {
    double slope, offset; /* slope × k + offset */
} reach;

static reach
reach_of(const fit_item *item, bool is_low)
{
    return is_low ? (reach){-item->value, item->before}
                  : (reach){item->value, item->after};
}

static reach
furthest(const fit_item *items, size_t n, double k, bool is_low)
{
    reach best = {0, 0}; /* the zero line itself */
    for (size_t i = 0; i < n; i++) {
        reach r = reach_of(&items[i], is_low);
        double more = (r.slope * k + r.offset) -
                      (best.slope * k + best.offset);
        if (more > 0)
            best = r;
    }
    return best;
}

/* What is needed in all is a convex, growing, piecewise linear function of
 * k; Newton's method from the right meets each of its pieces once at most,
 * in O(n) a step. */
static double
largest_scale(const fit_item *items, size_t n, jb_len length, double k)
{
    for (size_t step = 0; step <= 2 * n; step++) {
        reach low = furthest(items, n, k, true);
        reach high = furthest(items, n, k, false);
        double slope = low.slope + high.slope;
        double room = length - low.offset - high.offset;
        if (slope <= 0 || slope * k <= room)
            return k;
        k = fmax(room / slope, 0);
    }
    return k;
}

chart_fit
fit_within(const fit_item *items, size_t n, jb_len length)
{
    double most = 0, least = 0;
    for (size_t i = 0; i < n; i++) {
        most = fmax(most, items[i].value);
        least = fmin(least, items[i].value);
    }
    chart_fit fit = {0, 0, true};
    jb_len usable = length - 2; /* rounding of both ends */
    if (most - least > 0)
        fit.k = largest_scale(items, n, usable, usable / (most - least));
    reach low = furthest(items, n, fit.k, true);
    reach high = furthest(items, n, fit.k, false);
    fit.zero = len_from(ceil(low.slope * fit.k + low.offset));
    double need = (low.slope + high.slope) * fit.k + low.offset + high.offset;
    fit.is_possible = need <= length && (fit.k > 0 || most - least <= 0);
    return fit;
}

chart_fit
fit_from_zero(const fit_item *items, size_t n, jb_len length, jb_len zero)
{
    chart_fit fit = {DBL_MAX, zero, true};
    for (size_t i = 0; i < n; i++) {
        double v = items[i].value;
        jb_len above = length - 1 - zero - items[i].after;
        jb_len below = zero - 1 - items[i].before;
        if (v > 0)
            fit.k = fmin(fit.k, above / v);
        else if (v < 0)
            fit.k = fmin(fit.k, below / -v);
        if (items[i].after > length - zero || items[i].before > zero)
            fit.is_possible = false;
    }
    if (fit.k == DBL_MAX)
        fit.k = 0;
    if (fit.k < 0) {
        fit.k = 0;
        fit.is_possible = false;
    }
    return fit;
}

jb_len
fit_at(const chart_fit *fit, double value)
{
    return fit->zero + len_from(fit->k * value);
}
