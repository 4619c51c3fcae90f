#include "facts/growth.h"

static const jb_decimal HUNDRED = {100, 0};

static metrics_change_kind
kind_of_negative(jb_decimal current, jb_decimal previous)
{
    int order = decimal_compare(current, previous);
    if (order == 0)
        return CHANGE_FLAT;
    return order > 0 ? CHANGE_LOSS_NARROWED : CHANGE_LOSS_WIDENED;
}

metrics_change_kind
growth_kind_of(jb_quantity current, jb_quantity previous)
{
    if (current.unit.kind == UNIT_PERCENT)
        return CHANGE_POINTS;
    int now = decimal_sign(current.value);
    int before = decimal_sign(previous.value);
    if (before > 0)
        return now < 0 ? CHANGE_TURNED_LOSS : CHANGE_RATE;
    if (before < 0)
        return now > 0 ? CHANGE_TURNED_PROFIT
                       : kind_of_negative(current.value, previous.value);
    return now > 0   ? CHANGE_NET_NEW
           : now < 0 ? CHANGE_INCOMPARABLE
                     : CHANGE_FLAT;
}

/* (current - previous) / previous in percent, rounded once. */
static bool
rate_of(jb_decimal current, jb_decimal previous, decimal_step step,
        jb_decimal *out)
{
    jb_decimal change;
    return decimal_sub(current, previous, &change) &&
           decimal_mul(change, HUNDRED, &change) &&
           decimal_div(change, previous, step.scale, step.mode, out);
}

/* The ends are for showing; growth_agrees decides exactly. */
static jb_interval
allowed_rates(jb_quantity current, jb_quantity previous, decimal_step step)
{
    level_range now = level_range_of(current);
    level_range before = level_range_of(previous);
    jb_interval i = {{0, 0}, {0, 0}};
    if (decimal_sign(before.low) <= 0)
        return i;
    if (!rate_of(now.low, before.high, step, &i.low) ||
        !rate_of(now.high, before.low, step, &i.high))
        return (jb_interval){{0, 0}, {0, 0}};
    return i;
}

static jb_interval
allowed_points(jb_quantity current, jb_quantity previous)
{
    level_range now = level_range_of(current);
    level_range before = level_range_of(previous);
    jb_interval i = {{0, 0}, {0, 0}};
    decimal_sub(now.low, before.high, &i.low);
    decimal_sub(now.high, before.low, &i.high);
    return i;
}

static void
compute_rate(fact_growth *g, jb_quantity current, jb_quantity previous,
             decimal_step step)
{
    if (!rate_of(current.value, previous.value, step, &g->rate))
        g->kind = CHANGE_ABSENT;
    decimal_step fine = {GROWTH_EXACT_SCALE, step.mode};
    g->exact = g->rate;
    if (rate_of(current.value, previous.value, fine, &g->exact))
        g->exact = decimal_trimmed(g->exact);
    step.scale += 2;
    g->allowed = allowed_rates(current, previous, step);
}

static void
compute_points(fact_growth *g, jb_quantity current, jb_quantity previous)
{
    if (!decimal_sub(current.value, previous.value, &g->rate))
        g->kind = CHANGE_ABSENT;
    g->exact = g->rate;
    g->allowed = allowed_points(current, previous);
}

decimal_step
growth_step_of(jb_quantity current, jb_quantity previous,
               decimal_rounding rounding)
{
    bool is_rough = current.bound == BOUND_APPROXIMATE ||
                    previous.bound == BOUND_APPROXIMATE;
    return (decimal_step){is_rough ? 0 : GROWTH_SCALE, rounding};
}

fact_growth
growth_from_levels(jb_quantity current, jb_quantity previous,
                   decimal_step step)
{
    fact_growth g = {.kind = growth_kind_of(current, previous)};
    jb_decimal change;
    if (!decimal_sub(current.value, previous.value, &change))
        return (fact_growth){.kind = CHANGE_ABSENT};
    g.amount = decimal_abs(change);
    if (g.kind == CHANGE_RATE)
        compute_rate(&g, current, previous, step);
    else if (g.kind == CHANGE_POINTS)
        compute_points(&g, current, previous);
    bool is_number = g.kind == CHANGE_RATE || g.kind == CHANGE_POINTS;
    if (is_number && decimal_sign(g.rate) == 0)
        g.kind = CHANGE_FLAT;
    return g;
}

level_range
growth_range_of(metrics_change stated)
{
    level_range open = {stated.rate, stated.rate, true, true};
    if (decimal_sign(stated.slack) > 0 &&
        decimal_sub(stated.rate, stated.slack, &open.low) &&
        decimal_add(stated.rate, stated.slack, &open.high))
        return open;
    jb_quantity q = {.value = stated.rate,
                     .bound = stated.bound,
                     .unit = {.kind = UNIT_PERCENT}};
    return level_range_of(q);
}

/* Whether a × b <= c × d; true when it cannot be decided. */
static bool
is_at_most(jb_decimal a, jb_decimal b, jb_decimal c, jb_decimal d)
{
    int order;
    return !level_compare_products(a, b, c, d, &order) || order <= 0;
}

/* The ranges of current, previous and rate hold numbers with
 * current × 100 = previous × (100 + rate). */
static bool
rate_agrees(level_range now, level_range before, level_range rate)
{
    jb_decimal least = {0, 0}, most = {0, 0};
    if (!decimal_add(HUNDRED, rate.low, &least) ||
        !decimal_add(HUNDRED, rate.high, &most))
        return true;
    bool is_low_ok = !now.has_low || !before.has_high || !rate.has_high ||
                     is_at_most(now.low, HUNDRED, before.high, most);
    bool is_high_ok = !now.has_high || !before.has_low || !rate.has_low ||
                      is_at_most(before.low, least, now.high, HUNDRED);
    return is_low_ok && is_high_ok;
}

/* … with current = previous + points. */
static bool
points_agree(level_range now, level_range before, level_range points)
{
    jb_decimal least, most;
    if (!decimal_add(before.low, points.low, &least) ||
        !decimal_add(before.high, points.high, &most))
        return true;
    bool is_low_ok = !now.has_low || !before.has_high || !points.has_high ||
                     decimal_compare(now.low, most) <= 0;
    bool is_high_ok = !now.has_high || !before.has_low || !points.has_low ||
                      decimal_compare(least, now.high) <= 0;
    return is_low_ok && is_high_ok;
}

bool
growth_agrees(metrics_change stated, jb_quantity current,
              jb_quantity previous)
{
    level_range now = level_range_of(current);
    level_range before = level_range_of(previous);
    level_range change = growth_range_of(stated);
    return stated.kind == CHANGE_POINTS ? points_agree(now, before, change)
                                        : rate_agrees(now, before, change);
}

bool
growth_allows(level_range rate, jb_quantity current, jb_quantity previous)
{
    return rate_agrees(level_range_of(current), level_range_of(previous),
                       rate);
}

/* Digits after the point that leave `value` three digits that matter, so
 * that the growth computed back from it is near the stated one. */
static int
scale_for_three_digits(jb_decimal value)
{
    jb_decimal whole = decimal_abs(value);
    int scale = 2;
    for (jb_decimal limit = {10, 0};
         scale > 0 && decimal_compare(whole, limit) >= 0; scale--)
        limit.coefficient *= 10;
    return scale;
}

/* Counts are whole; amounts keep the current level's digits, and three. */
static int
previous_scale(jb_quantity current, jb_decimal rough)
{
    if (current.unit.kind == UNIT_COUNT && current.unit.power == 0)
        return 0;
    int least = scale_for_three_digits(rough);
    return current.value.scale > least ? current.value.scale : least;
}

static bool
previous_by_rate(jb_quantity current, jb_decimal rate, jb_quantity *out,
                 jb_decimal *exact)
{
    jb_decimal over, under, rough;
    if (decimal_sign(current.value) <= 0 ||
        !decimal_add(HUNDRED, rate, &under) || decimal_sign(under) <= 0 ||
        !decimal_mul(current.value, HUNDRED, &over) ||
        !decimal_div(over, under, 4, DECIMAL_HALF_UP, &rough))
        return false;
    int scale = previous_scale(current, rough);
    return decimal_div(over, under, scale + 2, DECIMAL_HALF_UP, exact) &&
           decimal_div(over, under, scale, DECIMAL_HALF_UP, &out->value);
}

bool
growth_previous(jb_quantity current, metrics_change stated,
                jb_quantity *out, jb_decimal *exact)
{
    jb_quantity previous = current;
    previous.is_derived = true;
    previous.status = STATUS_ACTUAL; /* last year is over */
    previous.bound = BOUND_APPROXIMATE;
    bool is_percent = current.unit.kind == UNIT_PERCENT;
    bool is_found = false;
    if (stated.kind == CHANGE_RATE && !is_percent) {
        is_found = previous_by_rate(current, stated.rate, &previous, exact);
    } else if (stated.kind == CHANGE_POINTS && is_percent) {
        is_found = decimal_sub(current.value, stated.rate, &previous.value);
        *exact = previous.value;
    } else if (stated.kind == CHANGE_FLAT) {
        *exact = previous.value;
        is_found = true;
    }
    if (is_found)
        *out = previous;
    return is_found;
}

/* Up to where a bound leaves the true number: 1 above, -1 below, 0 neither. */
static int
side_of(quantity_bound bound)
{
    switch (bound) {
    case BOUND_AT_LEAST:
    case BOUND_ABOVE:
        return 1;
    case BOUND_AT_MOST:
        return -1;
    default:
        return 0;
    }
}

bool
growth_is_open(quantity_bound current, quantity_bound previous)
{
    return side_of(current) != 0 && side_of(current) == side_of(previous);
}

quantity_bound
growth_bound(quantity_bound current, quantity_bound previous)
{
    if (previous == BOUND_EXACT)
        return current;
    int side = side_of(current) != 0 ? side_of(current) : -side_of(previous);
    if (side == 0)
        return BOUND_APPROXIMATE;
    return side > 0 ? BOUND_AT_LEAST : BOUND_AT_MOST;
}
