/* How far a growth, or a percentage or other level, lies from the mean of a
 * wider area: 高于全省平均水平1.2个百分点. */
#include "facts/derive.h"
#include "facts/formula.h"
#include "facts/growth.h"

/* What is held against the mean, of which only the plain can be. */
static bool
own_side(const metrics_metric *m, const derive_result *r, jb_decimal *out)
{
    const jb_fact *growth = &r->single[FACT_GROWTH];
    *out = m->value.value;
    if (!m->mean_is_of_growth)
        return m->has_value && m->value.bound == BOUND_EXACT &&
               unit_is_same_base(m->value.unit, m->mean.unit) &&
               m->value.unit.power == m->mean.unit.power;
    *out = growth->growth.rate;
    return growth->is_known && growth->growth.kind == CHANGE_RATE &&
           growth->quantity.bound == BOUND_EXACT;
}

void
derive_mean(arena *a, const metrics_metric *m, derive_result *r)
{
    jb_decimal own, difference;
    jb_fact *f = &r->single[FACT_MEAN];
    if (!m->has_mean || m->mean.bound != BOUND_EXACT ||
        !own_side(m, r, &own) ||
        !decimal_sub(own, m->mean.value, &difference))
        return;
    bool is_points = m->mean_is_of_growth || m->unit.kind == UNIT_PERCENT;
    f->is_known = f->is_derived = true;
    f->quantity = m->mean;
    f->quantity.value = difference;
    f->quantity.is_derived = true;
    if (is_points)
        f->quantity.unit = unit_points_of(m->mean.unit);
    f->span = m->mean.span;
    slice ours = formula_number(a, own);
    slice theirs = formula_number(a, m->mean.value);
    slice gap = formula_number(a, difference);
    f->formula = slice_printf(a, "%.*s − %.*s = %.*s", SLICE_ARGS(ours),
                              SLICE_ARGS(theirs), SLICE_ARGS(gap));
}
