#include "chart/twin_axes.h"

#include <math.h>

/* Rows between the outermost ticks. */
#define ROWS_LEAST 3
#define ROWS_MOST 8
#define ROWS_WISHED 5
#define STEPS_MOST 16

/* A step with the rows it needs above and below zero. */
typedef struct step_choice {
    jb_decimal step;
    double value, simplicity;
    int above, below;
} step_choice;

static jb_decimal
step_of(int q, int power)
{
    jb_decimal step = {q, 0};
    for (; power > 0; power--)
        step.coefficient *= 10;
    step.scale = power < 0 ? -power : 0;
    return step;
}

/* Steps of 1, 2, 2.5 and 5 that need at most ROWS_MOST rows. */
static size_t
steps_for(twin_domain d, step_choice out[static STEPS_MOST])
{
    static const struct {
        int q, power;
        double simplicity;
    } bases[] = {{1, 0, 1}, {2, 0, 0.9}, {25, -1, 0.6}, {5, 0, 0.9}};
    double low = fmin(d.low, 0), high = fmax(d.high, 0);
    int power = (int)floor(log10((high - low) / ROWS_MOST));
    size_t n = 0;
    if (!(high - low > 1e-12) || high - low > 1e15)
        return 0;
    for (int p = power; p <= power + 2; p++)
        for (size_t b = 0; b < sizeof bases / sizeof *bases; b++) {
            step_choice c = {.step = step_of(bases[b].q, p + bases[b].power),
                             .simplicity = bases[b].simplicity};
            c.value = decimal_to_double(c.step);
            c.above = (int)ceil(high / c.value - 1e-9);
            c.below = (int)ceil(-low / c.value - 1e-9);
            if (c.above + c.below <= ROWS_MOST && n < STEPS_MOST)
                out[n++] = c;
        }
    return n;
}

/* A pair of steps: the rows that both need, not all of the last one below. */
typedef struct twin_rows {
    int above, first;
    double below;
} twin_rows;

static twin_rows
rows_of(const step_choice *l, twin_domain left, const step_choice *r,
        twin_domain right)
{
    twin_rows rows = {.above = l->above > r->above ? l->above : r->above};
    rows.below = fmax(-fmin(left.low, 0) / l->value,
                      -fmin(right.low, 0) / r->value);
    rows.first = -(int)floor(rows.below + 1e-9);
    return rows;
}

/* How much of the rows the values fill. */
static double
filled(const step_choice *c, twin_domain d, double rows)
{
    return (fmax(d.high, 0) - fmin(d.low, 0)) / (c->value * rows);
}

static chart_axis
axis_of(const step_choice *c, twin_rows rows)
{
    return (chart_axis){-rows.below * c->value, rows.above * c->value,
                        c->step, rows.first, rows.above,
                        rows.above * c->value};
}

bool
twin_axes_from(twin_domain left, twin_domain right, twin_axes *out)
{
    step_choice l[STEPS_MOST], r[STEPS_MOST];
    size_t n_left = steps_for(left, l), n_right = steps_for(right, r);
    double best = -1;
    /* Columns, which are long, count for more than points. */
    for (size_t i = 0; i < n_left; i++)
        for (size_t k = 0; k < n_right; k++) {
            twin_rows both = rows_of(&l[i], left, &r[k], right);
            double rows = both.above + both.below;
            if (rows > ROWS_MOST || both.above - both.first < ROWS_LEAST)
                continue;
            double fill = fmin(filled(&l[i], left, rows),
                               filled(&r[k], right, rows));
            double density = 1 - fabs(rows - ROWS_WISHED) / ROWS_MOST;
            double score = fill + 0.5 * filled(&l[i], left, rows) +
                           0.25 * density +
                           0.1 * (l[i].simplicity + r[k].simplicity);
            if (score <= best)
                continue;
            best = score;
            out->left = axis_of(&l[i], both);
            out->right = axis_of(&r[k], both);
        }
    return best >= 0;
}
