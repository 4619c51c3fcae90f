#include "facts/level.h"

bool
level_is_exact(jb_quantity q)
{
    return q.unit.kind == UNIT_COUNT && q.unit.power == 0 &&
           q.bound == BOUND_EXACT && !q.is_derived;
}

/* One in the place of the last digit that is not zero: 490 → 10. */
static jb_decimal
last_step(jb_decimal d)
{
    jb_decimal step = {1, d.scale};
    int64_t left = d.coefficient;
    while (left != 0 && left % 10 == 0) {
        left /= 10;
        step.coefficient *= 10;
    }
    return step;
}

static level_range
approximate_range(jb_decimal d)
{
    level_range r = {d, d, true, true};
    decimal_sub(d, last_step(d), &r.low);
    decimal_add(d, last_step(d), &r.high);
    return r;
}

level_range
level_range_of(jb_quantity q)
{
    if (q.bound == BOUND_APPROXIMATE && !q.is_derived) {
        level_range r = approximate_range(q.value);
        r.high = q.is_near ? q.value : r.high;
        return r;
    }
    if (level_is_exact(q))
        return (level_range){q.value, q.value, true, true};
    jb_interval i = decimal_interval(q.value);
    switch (q.bound) {
    case BOUND_AT_LEAST:
    case BOUND_ABOVE:
        return (level_range){q.value, i.high, true, false};
    case BOUND_AT_MOST:
        return (level_range){i.low, q.value, false, true};
    default:
        return (level_range){i.low, i.high, true, true};
    }
}

bool
level_in_unit(jb_quantity q, jb_unit unit, jb_quantity *out)
{
    if (!unit_is_same_base(q.unit, unit))
        return false;
    jb_decimal value;
    if (!decimal_shift(q.value, q.unit.power - unit.power, &value))
        return false;
    *out = q;
    out->value = value;
    out->unit = unit;
    return true;
}

bool
level_align(jb_quantity *a, jb_quantity *b)
{
    if (a->unit.power >= b->unit.power)
        return level_in_unit(*b, a->unit, b);
    return level_in_unit(*a, b->unit, a);
}

/* `x` × 10^`power` when it fits. */
static bool
raised(__int128 x, int power, __int128 *out)
{
    const __int128 most = (__int128)1 << 122; /* × 10 still fits */
    for (; power > 0; power--) {
        if (x > most || x < -most)
            return false;
        x *= 10;
    }
    *out = x;
    return true;
}

bool
level_compare_products(jb_decimal a, jb_decimal b, jb_decimal c,
                       jb_decimal d, int *out)
{
    __int128 left = (__int128)a.coefficient * b.coefficient;
    __int128 right = (__int128)c.coefficient * d.coefficient;
    int scale_left = a.scale + b.scale, scale_right = c.scale + d.scale;
    if (!raised(left, scale_right - scale_left, &left) ||
        !raised(right, scale_left - scale_right, &right))
        return false;
    *out = (left > right) - (left < right);
    return true;
}

level_range
level_written_range(jb_quantity q)
{
    bool is_written = q.bound == BOUND_EXACT ||
                      (q.bound == BOUND_APPROXIMATE && q.is_derived);
    return is_written ? (level_range){q.value, q.value, true, true}
                      : level_range_of(q);
}

bool
level_is_above(level_range a, level_range b)
{
    return a.has_low && b.has_high && decimal_compare(a.low, b.high) > 0;
}

static bool
is_about(jb_quantity q)
{
    return q.bound == BOUND_APPROXIMATE && !q.is_derived;
}

bool
level_leads(jb_quantity a, jb_quantity b)
{
    level_range x = level_written_range(a), y = level_written_range(b);
    if (is_about(a) || is_about(b)) /* at the edge they may be even */
        return level_is_above(x, y);
    return x.has_low && y.has_high && decimal_compare(x.low, y.high) >= 0;
}

bool
level_may_be_same(jb_quantity a, jb_quantity b)
{
    if (!level_align(&a, &b))
        return false;
    level_range x = level_range_of(a), y = level_range_of(b);
    bool is_above = x.has_low && y.has_high &&
                    decimal_compare(x.low, y.high) > 0;
    bool is_below = x.has_high && y.has_low &&
                    decimal_compare(y.low, x.high) > 0;
    return !is_above && !is_below;
}
