/* Growth since the periods of the history: in all, and on average a year. */
#include "facts/course.h"
#include "facts/derive.h"
#include "facts/formula.h"
#include "facts/growth.h"

static void
put(jb_fact *f, fact_growth g, level_change change)
{
    f->is_known = f->is_derived = true;
    f->growth = g;
    f->quantity = change.now;
    f->quantity.value = g.rate;
    f->quantity.unit = g.kind == CHANGE_POINTS
                               ? unit_points_of(change.now.unit)
                               : unit_from(SLICE_OF("%"));
    f->quantity.bound = growth_bound(change.now.bound, change.before.bound);
    f->quantity.is_derived = true;
    f->span = span_cover(change.now.span, change.before.span);
}

static slice
ratio_text(arena *a, level_change c)
{
    slice now = formula_number(a, c.now.value);
    slice before = formula_number(a, c.before.value);
    return slice_printf(a, "%.*s ÷ %.*s", SLICE_ARGS(now),
                        SLICE_ARGS(before));
}

static void
derive_growth(arena *a, level_change c, decimal_step step, jb_fact *f)
{
    fact_growth g = growth_from_levels(c.now, c.before, step);
    if (g.kind == CHANGE_ABSENT)
        return;
    put(f, g, c);
    slice ratio = ratio_text(a, c), rate = formula_number(a, g.rate);
    if (g.kind == CHANGE_RATE)
        f->formula = slice_printf(a, "%.*s − 1 ≈ %.*s%%", SLICE_ARGS(ratio),
                                  SLICE_ARGS(rate));
}

/* "(121 ÷ 100)^(1/2) − 1 ≈ 10.0%" */
static void
derive_yearly(arena *a, level_change c, int years, decimal_step step,
              jb_fact *f)
{
    fact_growth g = {.kind = CHANGE_RATE};
    if (!course_average(c, years, step, &g.rate))
        return;
    g.exact = g.rate;
    if (decimal_sign(g.rate) == 0)
        g.kind = CHANGE_FLAT;
    put(f, g, c);
    slice ratio = ratio_text(a, c), rate = formula_number(a, g.rate);
    f->formula = slice_printf(a, "(%.*s)^(1/%d) − 1 ≈ %.*s%%",
                              SLICE_ARGS(ratio), years, SLICE_ARGS(rate));
}

void
derive_since(arena *a, const metrics_document *document,
             const metrics_metric *m, derive_result *r)
{
    decimal_step step = {GROWTH_SCALE, document->rounding};
    if (!m->has_value || !period_is_set(m->period) || m->basis.text.len > 0)
        return; /* levels tell no growth on another basis */
    for (size_t i = 0; i < m->n_history; i++) {
        level_change c = {m->value, m->history[i].value};
        int years = period_years_between(m->history[i].period, m->period);
        if (years < 1 || !level_align(&c.now, &c.before) ||
            growth_is_open(c.now.bound, c.before.bound))
            continue;
        derive_growth(a, c, step, &r->many[FACT_SINCE - FACT_PART][i]);
        if (m->unit.kind != UNIT_PERCENT)
            derive_yearly(a, c, years, step,
                          &r->many[FACT_YEARLY - FACT_PART][i]);
    }
}
