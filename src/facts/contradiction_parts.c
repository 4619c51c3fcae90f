/* Parts and shares against the whole: C3, C4 and C12. */
#include "facts/contradiction.h"
#include "facts/formula.h"
#include "facts/level.h"

static slice
level_text(arena *a, jb_decimal value, jb_unit unit)
{
    return slice_join(a, formula_number(a, value), unit.name);
}

static bool
is_bounded(const metrics_metric *m)
{
    bool is_exact = m->value.bound == BOUND_EXACT;
    for (size_t i = 0; i < m->n_parts; i++)
        is_exact = is_exact && m->parts[i].value.bound == BOUND_EXACT;
    return !is_exact;
}

/* Half a unit of the last digit of each rounded figure: n parts and the
 * whole. Counts are exact and add nothing. All in the sum's unit. */
static jb_decimal
tolerance(const metrics_metric *m, jb_unit unit)
{
    jb_decimal sum = {0, 0};
    for (size_t i = 0; i <= m->n_parts; i++) {
        jb_quantity q = i < m->n_parts ? m->parts[i].value : m->value;
        jb_decimal half = {5, q.value.scale + 1};
        if (!level_is_exact(q) && unit_is_same_base(q.unit, unit) &&
            decimal_shift(half, q.unit.power - unit.power, &half))
            decimal_add(sum, half, &sum);
    }
    return decimal_trimmed(sum);
}

static void
report_sum(const contradiction_case *c, const jb_fact *total,
           jb_quantity whole, jb_decimal off)
{
    const metrics_metric *m = c->metric;
    jb_unit unit = whole.unit;
    jb_decimal allowed = tolerance(m, unit);
    slice sum = level_text(c->arena, total->quantity.value, unit);
    slice stated = level_text(c->arena, whole.value, unit);
    slice by = level_text(c->arena, decimal_abs(off), unit);
    if (decimal_compare(decimal_abs(off), allowed) <= 0) {
        diag_report(c->diags, &FACTS_PARTS_RESIDUAL, m->value.span,
                    m->name.text, sum, stated, by);
        return;
    }
    diag_report(c->diags, &FACTS_PARTS_CONTRADICT, total->span, m->name.text,
                sum, total->formula, stated, by,
                level_text(c->arena, allowed, unit));
    diags_relate(c->diags, m->value.span, SLICE_OF("总数在这里"));
}

static void
report_excess(const contradiction_case *c, const jb_fact *total,
              jb_quantity whole)
{
    slice sum = level_text(c->arena, total->quantity.value, whole.unit);
    slice stated = level_text(c->arena, whole.value, whole.unit);
    diag_report(c->diags, &FACTS_PARTS_EXCEED, total->span,
                c->metric->name.text, sum, total->formula, stated);
    diags_relate(c->diags, c->metric->value.span, SLICE_OF("总数在这里"));
}

static void
check_sum(const contradiction_case *c, const jb_fact *total)
{
    const metrics_metric *m = c->metric;
    jb_quantity sum = total->quantity, whole = m->value;
    jb_decimal off;
    if (is_bounded(m) || !level_align(&sum, &whole) ||
        !decimal_sub(sum.value, whole.value, &off) ||
        decimal_sign(off) == 0)
        return;
    jb_fact aligned = *total;
    aligned.quantity = sum;
    if (m->is_parts_complete)
        report_sum(c, &aligned, whole, off);
    else if (decimal_compare(off, tolerance(m, whole.unit)) > 0)
        report_excess(c, &aligned, whole);
}

/* A part of something that is never negative is not more than the whole. */
static bool
check_each(const contradiction_case *c)
{
    const metrics_metric *m = c->metric;
    bool is_right = true;
    for (size_t i = 0; i < m->n_parts; i++) {
        jb_quantity part = m->parts[i].value, whole = m->value;
        if (m->unit.kind != UNIT_COUNT || whole.bound != BOUND_EXACT ||
            !level_align(&part, &whole) ||
            decimal_compare(part.value, whole.value) <= 0)
            continue;
        diag_report(c->diags, &FACTS_PART_EXCEEDS, m->parts[i].value.span,
                    m->name.text, m->parts[i].name.text,
                    level_text(c->arena, m->parts[i].value.value,
                               m->parts[i].value.unit),
                    level_text(c->arena, m->value.value, m->value.unit));
        diags_relate(c->diags, m->value.span, SLICE_OF("总数在这里"));
        is_right = false;
    }
    return is_right;
}

/* Parts in percent of a metric that is not: shares of it. */
static void
check_shares(const contradiction_case *c, const jb_fact *total)
{
    const metrics_metric *m = c->metric;
    jb_decimal off, hundred = {100, 0};
    if (!m->is_parts_complete || is_bounded(m) ||
        !decimal_sub(total->quantity.value, hundred, &off) ||
        decimal_compare(decimal_abs(off),
                        tolerance(m, total->quantity.unit)) <= 0)
        return;
    diag_report(c->diags, &FACTS_SHARES_CONTRADICT, total->span,
                m->name.text,
                level_text(c->arena, total->quantity.value,
                           total->quantity.unit),
                total->formula);
}

static void
report_units(const contradiction_case *c)
{
    const metrics_metric *m = c->metric;
    for (size_t i = 0; i < m->n_parts; i++) {
        const jb_quantity *part = &m->parts[i].value;
        if (part->unit.kind != UNIT_PERCENT &&
            !unit_is_same_base(part->unit, m->unit))
            diag_report(c->diags, &FACTS_UNIT_MISMATCH, part->span,
                        m->name.text, m->parts[i].name.text,
                        part->unit.name, m->unit.name);
    }
}

void
contradiction_check_parts(const contradiction_case *c)
{
    const metrics_metric *m = c->metric;
    const jb_fact *total = &c->facts->single[FACT_PARTS_TOTAL];
    report_units(c);
    if (!total->is_known)
        return;
    if (total->quantity.unit.kind == UNIT_PERCENT &&
        m->unit.kind != UNIT_PERCENT)
        check_shares(c, total);
    else if (m->has_value && check_each(c))
        check_sum(c, total);
}
