#include "facts/aim.h"

#include "facts/level.h"

/* What the digits say, where no qualifier says more. */
static level_range
range_of(jb_quantity q)
{
    if (q.bound == BOUND_EXACT)
        return (level_range){q.value, q.value, true, true};
    level_range r = level_range_of(q);
    if (q.bound == BOUND_AT_LEAST || q.bound == BOUND_ABOVE)
        r.low = q.value;
    if (q.bound == BOUND_AT_MOST)
        r.high = q.value;
    return r;
}

aim_state
aim_of(jb_quantity done, jb_quantity target, bool is_ceiling)
{
    if (!level_align(&done, &target))
        return AIM_OPEN;
    level_range own = range_of(done), aim = range_of(target);
    bool is_above = own.has_low && aim.has_high &&
                    decimal_compare(own.low, aim.high) >= 0;
    bool is_below = own.has_high && aim.has_low &&
                    decimal_compare(own.high, aim.low) <= 0;
    bool is_even = is_above && is_below;
    if (!is_above && !is_below)
        return AIM_OPEN;
    if (is_even)
        return AIM_MET;
    return is_above != is_ceiling ? AIM_MET : AIM_MISSED;
}
