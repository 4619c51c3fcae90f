#include "facts/contribution.h"

#include "facts/level.h"

/* now - before, in the larger of their units. */
static bool
increase_of(level_change c, jb_quantity *out)
{
    if (!level_align(&c.now, &c.before))
        return false;
    *out = c.now;
    return decimal_sub(c.now.value, c.before.value, &out->value);
}

static bool
percent_of(jb_quantity part, jb_quantity whole, decimal_step step,
           jb_decimal *out)
{
    jb_decimal hundredfold;
    return level_align(&part, &whole) && decimal_sign(whole.value) > 0 &&
           decimal_shift(part.value, 2, &hundredfold) &&
           decimal_div(hundredfold, whole.value, step.scale, step.mode, out);
}

bool
contribution_points(level_change part, level_change whole, decimal_step step,
                    jb_decimal *out)
{
    jb_quantity increase;
    return increase_of(part, &increase) &&
           percent_of(increase, whole.before, step, out);
}

bool
contribution_share(level_change part, level_change whole, decimal_step step,
                   jb_decimal *out)
{
    jb_quantity increase, of;
    return increase_of(part, &increase) && increase_of(whole, &of) &&
           percent_of(increase, of, step, out);
}
