#include "chart/axis.h"

#include <math.h>

/* Steps are q × 10^power. 2.5 comes last: it costs every label a digit. */
typedef struct tick_base {
    int q, tenths; /* value = q / 10^tenths */
    double simplicity;
} tick_base;

static const tick_base bases[] = {
    {1, 0, 1.0}, {2, 0, 0.9}, {5, 0, 0.9}, {25, 1, 0.6}
};

#define TRIMMED_MOST 3  /* ticks beyond zero: of more, the last wastes little */
#define BEYOND_MOST 1.2 /* of the values, where the last tick may stand */
#define N_BASES (sizeof bases / sizeof *bases)
/* Beyond these the multiples of a step would leave 64 bits. */
#define POWER_MAX 16
#define DOMAIN_MAX 9e16
#define DOMAIN_MIN 1e-15

static bool
step_from(tick_base base, int power, jb_decimal *out)
{
    int exponent = power - base.tenths;
    if (power > POWER_MAX || -exponent > DECIMAL_SCALE_MAX)
        return false;
    int64_t coefficient = base.q;
    for (int i = 0; i < exponent; i++)
        coefficient *= 10;
    *out = (jb_decimal){coefficient, exponent < 0 ? -exponent : 0};
    return true;
}

static double
step_value(jb_decimal step)
{
    return (double)step.coefficient / pow(10, step.scale);
}

static chart_axis
axis_with_step(double low, double high, jb_decimal step, bool is_loose)
{
    double by = step_value(step);
    bool is_long_low = -low > high;
    chart_axis axis = {low, high, step, 0, 0, high};
    /* A value that is a tick but for its last bit is that tick. */
    double fuzz = 1e-9;
    axis.first = (int)(is_loose || is_long_low ? floor(low / by + fuzz)
                                               : ceil(low / by - fuzz));
    axis.last = (int)(is_loose || !is_long_low ? ceil(high / by - fuzz)
                                               : floor(high / by + fuzz));
    axis.low = fmin(low, axis.first * by);
    axis.high = fmax(high, axis.last * by);
    return axis;
}

/* After Talbot, Lin and Hanrahan 2010: simplicity of the step, coverage of
 * the axis by the values, density against the wish. */
static double
score(const chart_axis *axis, double low, double high, tick_base base,
      int target)
{
    int n = axis->last - axis->first + 1;
    double coverage = (high - low) / (axis->high - axis->low);
    double ratio = n > target ? (double)target / n : (double)n / target;
    return 0.2 * base.simplicity + 0.5 * coverage + 0.3 * ratio;
}

/* What ticks may be. */
typedef struct tick_wish {
    int target;
    bool is_loose, is_whole;
} tick_wish;

static chart_axis
axis_best(double low, double high, tick_wish wish)
{
    chart_axis best = {low, high, {0, 0}, 0, 0, high};
    double best_score = -1;
    int around = (int)floor(log10((high - low) / wish.target));
    for (int power = around - 1; power <= around + 1; power++)
        for (size_t b = 0; b < N_BASES; b++) {
            jb_decimal step;
            if (!step_from(bases[b], power, &step) ||
                (wish.is_whole && step.scale > 0))
                continue;
            chart_axis axis = axis_with_step(low, high, step,
                                             wish.is_loose);
            double s = score(&axis, low, high, bases[b], wish.target);
            if (s > best_score) {
                best_score = s;
                best = axis;
            }
        }
    return best;
}

static chart_axis
axis_of(double low, double high, tick_wish wish)
{
    wish.target = wish.target < 2 ? 2 : wish.target;
    if (high - low < DOMAIN_MIN || high - low > DOMAIN_MAX)
        return (chart_axis){low, high, {0, 0}, 0, 0, high};
    return axis_best(low, high, wish);
}

chart_axis
axis_from(double low, double high, int target)
{
    return axis_of(fmin(low, 0), fmax(high, 0),
                   (tick_wish){target, false, false});
}

chart_axis
axis_from_whole(double low, double high, int target)
{
    return axis_of(fmin(low, 0), fmax(high, 0),
                   (tick_wish){target, false, true});
}

chart_axis
axis_from_loose(double low, double high, int target)
{
    return axis_of(fmin(low, 0), fmax(high, 0),
                   (tick_wish){target, true, false});
}

chart_axis
axis_between(double low, double high, int target)
{
    return axis_of(low, high, (tick_wish){target, true, false});
}

chart_axis
axis_trimmed(chart_axis axis)
{
    double step = axis_tick_value(&axis, 1);
    if (axis.low < 0 || axis.last < 1 || axis.last > TRIMMED_MOST ||
        step * axis.last < axis.most * BEYOND_MOST)
        return axis;
    bool is_halved = axis.last == 1;
    if (is_halved &&
        (axis.step.coefficient % 2 != 0 || axis.most < step / 2))
        return axis;
    if (is_halved)
        axis.step.coefficient /= 2;
    else
        axis.last--;
    axis.high = axis.most;
    return axis;
}

jb_decimal
axis_tick(const chart_axis *axis, int i)
{
    return (jb_decimal){axis->step.coefficient * i, axis->step.scale};
}

double
axis_tick_value(const chart_axis *axis, int i)
{
    return decimal_to_double(axis_tick(axis, i));
}

slice
axis_tick_text(arena *a, const chart_axis *axis, int i)
{
    if (i == 0)
        return SLICE_OF("0");
    slice text = decimal_text(a, decimal_abs(axis_tick(axis, i)));
    return i < 0 ? slice_join(a, SLICE_OF("\u2212"), text) : text;
}
