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

/* What may be below zero: parts that lose make the others exceed the whole. */
static bool
may_be_negative(const metrics_metric *m)
{
    static const slice words[] = {SLICE("利润"), SLICE("盈"), SLICE("亏"),
                                  SLICE("净"), SLICE("差额"), SLICE("顺差"),
                                  SLICE("逆差"), SLICE("增量")};
    slice name = m->name.text;
    bool is_so = decimal_sign(m->value.value) < 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        is_so = is_so || slice_find(name, words[i]) < name.len;
    for (size_t i = 0; i < m->n_parts; i++)
        is_so = is_so || decimal_sign(m->parts[i].value.value) < 0;
    return is_so;
}

/* Whether one part alone is more than the whole, whatever was rounded. */
static bool
exceeds(jb_quantity part, jb_quantity whole)
{
    if (!level_align(&part, &whole))
        return false;
    level_range low = level_range_of(part), high = level_range_of(whole);
    return low.has_low && high.has_high &&
           decimal_compare(low.low, high.high) > 0;
}

/* A part of something that is never negative is not more than the whole. */
static bool
check_each(const contradiction_case *c)
{
    const metrics_metric *m = c->metric;
    bool is_sum = m->unit.kind == UNIT_COUNT || m->unit.kind == UNIT_AMOUNT;
    bool is_right = true;
    if (!is_sum || may_be_negative(m))
        return true;
    for (size_t i = 0; i < m->n_parts; i++) {
        if (!exceeds(m->parts[i].value, m->value))
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

/* Names that leave each other out wherever they stand side by side. Parts by
 * other names may overlap: 工业投资 and 民间投资 of 投资. */
static bool
are_disjoint(const metrics_metric *m)
{
    static const slice groups[][3] = {
        {SLICE("第一产业"), SLICE("第二产业"), SLICE("第三产业")},
        {SLICE("一产"), SLICE("二产"), SLICE("三产")},
        {SLICE("出口"), SLICE("进口"), SLICE("进口")},
        {SLICE("城镇"), SLICE("农村"), SLICE("乡村")},
        {SLICE("男"), SLICE("女"), SLICE("女")},
    };
    for (size_t g = 0; g < sizeof groups / sizeof *groups; g++) {
        size_t n = 0;
        for (size_t i = 0; i < m->n_parts; i++) {
            slice name = m->parts[i].name.text;
            n += slice_starts_with(name, groups[g][0]) ||
                 slice_starts_with(name, groups[g][1]) ||
                 slice_starts_with(name, groups[g][2]);
        }
        if (n == m->n_parts)
            return true;
    }
    return false;
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
    if (m->is_parts_complete && m->n_parts > 1)
        report_sum(c, &aligned, whole, off);
    else if (are_disjoint(m) &&
             decimal_compare(off, tolerance(m, whole.unit)) > 0)
        report_excess(c, &aligned, whole);
}

/* Parts in percent of a metric that is not: shares of it. */
static void
check_shares(const contradiction_case *c, const jb_fact *total)
{
    const metrics_metric *m = c->metric;
    jb_decimal off, hundred = {100, 0};
    if (!m->is_parts_complete || m->n_parts == 1 || is_bounded(m) ||
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

/* ── growth of the parts ── */

/* What a growth may be, given that it was rounded twice on the way. */
static bool
widen(jb_decimal rate, jb_decimal *low, jb_decimal *high)
{
    jb_decimal half = {5, rate.scale + 1}, slack = {5, 2};
    return rate.scale < DECIMAL_SCALE_MAX && decimal_add(half, slack, &half) &&
           decimal_sub(rate, half, low) && decimal_add(rate, half, high);
}

/* The least and the greatest growth that the parts leave; false unless all of
 * them are rates of what is not below zero. */
static bool
range_of_parts(const contradiction_case *c, jb_decimal *least,
               jb_decimal *most)
{
    const metrics_metric *m = c->metric;
    for (size_t i = 0; i < m->n_parts; i++) {
        const jb_fact *f = &c->facts->many[FACT_PART_GROWTH - FACT_PART][i];
        jb_decimal low, high;
        if (!f->is_known || f->growth.kind != CHANGE_RATE ||
            f->quantity.bound != BOUND_EXACT ||
            decimal_sign(m->parts[i].value.value) < 0 ||
            !widen(f->growth.rate, &low, &high))
            return false;
        if (i == 0 || decimal_compare(low, *least) < 0)
            *least = low;
        if (i == 0 || decimal_compare(high, *most) > 0)
            *most = high;
    }
    return m->n_parts > 1;
}

/* The whole grows no faster than the fastest of its parts, and no slower than
 * the slowest, at whatever prices. */
static void
check_growths(const contradiction_case *c)
{
    const metrics_metric *m = c->metric;
    const jb_fact *whole = &c->facts->single[FACT_GROWTH];
    jb_decimal least, most, low, high;
    if (!m->is_parts_complete || !whole->is_known ||
        whole->growth.kind != CHANGE_RATE ||
        whole->quantity.bound != BOUND_EXACT ||
        !range_of_parts(c, &least, &most) ||
        !widen(whole->growth.rate, &low, &high) ||
        (decimal_compare(high, least) >= 0 && decimal_compare(low, most) <= 0))
        return;
    jb_unit percent = unit_from(SLICE_OF("%"));
    bool is_above = decimal_compare(low, most) > 0;
    diag_report(c->diags, &FACTS_PARTS_GROWTH, whole->span, m->name.text,
                level_text(c->arena, whole->growth.rate, percent),
                is_above ? SLICE_OF("高") : SLICE_OF("低"));
}

void
contradiction_check_parts(const contradiction_case *c)
{
    const metrics_metric *m = c->metric;
    const jb_fact *total = &c->facts->single[FACT_PARTS_TOTAL];
    report_units(c);
    check_growths(c);
    if (!total->is_known)
        return;
    if (total->quantity.unit.kind == UNIT_PERCENT &&
        m->unit.kind != UNIT_PERCENT)
        check_shares(c, total);
    else if (m->has_value && check_each(c))
        check_sum(c, total);
}
