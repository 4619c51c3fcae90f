#include "facts/contradiction.h"

#include "facts/formula.h"
#include "facts/level.h"
#include "facts/standing.h"

static slice
with_unit(arena *a, jb_decimal value, jb_unit unit)
{
    return slice_join(a, formula_number(a, value), unit.name);
}

/* A mean of counts may have decimals: 每万人口…, 户均…. */
static bool
is_mean(slice name)
{
    slice per = SLICE_OF("每"), mean = SLICE_OF("均");
    return slice_find(name, per) < name.len ||
           slice_find(name, mean) < name.len;
}

/* One level of the metric under the name it has in the file. */
static void
check_level(const contradiction_case *c, const jb_quantity *q, slice role)
{
    const metrics_metric *m = c->metric;
    slice name = m->name.text;
    slice text = with_unit(c->arena, q->value, q->unit);
    if (!unit_is_same_base(q->unit, m->unit)) {
        diag_report(c->diags, &FACTS_UNIT_MISMATCH, q->span, name, role,
                    q->unit.name, m->unit.name);
        return;
    }
    if (q->unit.kind != UNIT_COUNT)
        return;
    if (decimal_sign(q->value) < 0)
        diag_report(c->diags, &FACTS_COUNT_NEGATIVE, q->span, name, role,
                    text, q->unit.name);
    else if (q->unit.power == 0 && decimal_trimmed(q->value).scale > 0 &&
             !is_mean(name))
        diag_report(c->diags, &FACTS_COUNT_FRACTION, q->span, name, role,
                    text, q->unit.name);
}

static void
check_levels(const contradiction_case *c)
{
    const metrics_metric *m = c->metric;
    if (m->has_value)
        check_level(c, &m->value, SLICE_OF("本期"));
    if (m->has_previous)
        check_level(c, &m->previous, SLICE_OF("上年同期"));
    if (m->has_target)
        check_level(c, &m->target, SLICE_OF("目标"));
    if (m->has_to_date)
        check_level(c, &m->to_date, SLICE_OF("累计"));
    for (size_t i = 0; i < m->n_history; i++)
        check_level(c, &m->history[i].value, SLICE_OF("历年数据"));
    for (size_t i = 0; i < m->n_peers; i++)
        check_level(c, &m->peers[i].value, m->peers[i].name.text);
}

static void
check_rank(const contradiction_case *c)
{
    const metrics_rank *r = &c->metric->rank;
    if (!r->is_set || r->peers == 0 || r->place <= r->peers)
        return;
    slice place = slice_printf(c->arena, "%d", r->place);
    slice peers = slice_printf(c->arena, "%d", r->peers);
    diag_report(c->diags, &FACTS_RANK_RANGE, r->span, c->metric->name.text,
                place, peers);
}

/* The place against the values of the peers; ties leave several. */
static void
check_rank_order(const contradiction_case *c)
{
    const metrics_metric *m = c->metric;
    const metrics_rank *r = &m->rank;
    if (!r->is_set || r->place == 0 || r->is_of_growth || m->n_peers == 0 ||
        !m->has_value || m->value.bound != BOUND_EXACT)
        return;
    standing s = standing_of(m, m->value);
    if (r->place > s.ahead && r->place <= s.ahead + s.even + 1)
        return;
    diag_report(c->diags, &FACTS_RANK_ORDER, r->span, m->name.text,
                slice_printf(c->arena, "%d", r->place),
                with_unit(c->arena, m->value.value, m->value.unit),
                slice_printf(c->arena, "%d", s.ahead + 1));
}

/* Whether the months of `part` all lie in `whole`. */
static bool
is_within(jb_period part, jb_period whole)
{
    int start = part.first_year * 12 + part.first_month;
    int end = part.last_year * 12 + part.last_month;
    return start >= whole.first_year * 12 + whole.first_month &&
           end <= whole.last_year * 12 + whole.last_month;
}

static bool
is_cumulative(const metrics_metric *m)
{
    return m->unit.kind == UNIT_COUNT || m->unit.kind == UNIT_AMOUNT;
}

/* C15: a cumulative figure never falls, so part of a year is not more than
 * the whole of it. */
static void
check_to_date_level(const contradiction_case *c)
{
    const metrics_metric *m = c->metric;
    jb_quantity part = m->to_date, whole = m->value;
    if (!m->has_value || !is_cumulative(m) ||
        !is_within(m->to_date_until, m->period) ||
        !level_align(&part, &whole))
        return;
    level_range low = level_range_of(part), high = level_range_of(whole);
    if (!low.has_low || !high.has_high ||
        decimal_compare(low.low, high.high) <= 0)
        return;
    slice until = period_name(c->arena, m->to_date_until);
    diag_report(c->diags, &FACTS_TO_DATE_EXCEEDS, m->to_date.span,
                m->name.text, until,
                with_unit(c->arena, m->to_date.value, m->to_date.unit),
                with_unit(c->arena, m->value.value, m->value.unit));
    diags_relate(c->diags, m->value.span, SLICE_OF("全期的数在这里"));
}

static void
check_to_date(const contradiction_case *c)
{
    const metrics_metric *m = c->metric;
    if (!m->has_to_date || !period_is_set(m->to_date_until))
        return;
    check_to_date_level(c);
    bool is_shorter = period_is_set(m->period) &&
                      period_months(m->period) !=
                              period_months(m->to_date_until);
    if (!m->has_value && m->has_previous && is_shorter) {
        diag_report(c->diags, &FACTS_TO_DATE_BASE, m->previous.span,
                    m->name.text, period_name(c->arena, m->to_date_until),
                    period_name(c->arena, period_year_before(m->period)));
        diags_relate(c->diags, m->to_date.span, SLICE_OF("累计数在这里"));
    }
    jb_date date = c->document->date;
    int last = m->to_date_until.last_year * 12 + m->to_date_until.last_month;
    if (date.year > 0 && date.month > 0 && last > date.year * 12 + date.month)
        diag_report(c->diags, &FACTS_TO_DATE_FUTURE, m->to_date.span,
                    m->name.text, period_name(c->arena, m->to_date_until),
                    date_name(c->arena, date));
}

/* From January on, but less than the year: 1—9月. Such figures pile up. */
static bool
is_stretch(jb_period p)
{
    int months = period_months(p);
    return p.first_year == p.last_year && p.first_month == 1 &&
           months > 1 && months < 12;
}

static void
check_pile(const contradiction_case *c, const metrics_past *part,
           const metrics_past *whole)
{
    jb_quantity less = part->value, more = whole->value;
    if (!is_stretch(part->period) || !is_stretch(whole->period) ||
        part->period.first_year != whole->period.first_year ||
        period_months(part->period) >= period_months(whole->period) ||
        !level_align(&less, &more) ||
        decimal_compare(less.value, more.value) <= 0)
        return;
    diag_report(c->diags, &FACTS_TO_DATE_EXCEEDS, part->value.span,
                c->metric->name.text, period_name(c->arena, part->period),
                with_unit(c->arena, part->value.value, part->value.unit),
                with_unit(c->arena, whole->value.value,
                          whole->value.unit));
    diags_relate(c->diags, whole->value.span,
                 SLICE_OF("较长时期的数在这里"));
}

/* C15 among the figures of one year: 1—9月, 1—10月, and the metric's own. */
static void
check_piles(const contradiction_case *c)
{
    const metrics_metric *m = c->metric;
    metrics_past own = {m->period, m->value};
    if (!is_cumulative(m))
        return;
    for (size_t i = 0; i < m->n_history; i++) {
        for (size_t k = 0; k < m->n_history; k++)
            check_pile(c, &m->history[i], &m->history[k]);
        if (!m->has_value)
            continue;
        check_pile(c, &m->history[i], &own);
        check_pile(c, &own, &m->history[i]);
    }
}

/* Whether the two are one number, told in fewer digits once: 95.32 and 95.3. */
static bool
is_one_number(jb_decimal a, jb_decimal b)
{
    int least = a.scale < b.scale ? a.scale : b.scale;
    jb_decimal off, half = {5, least + 1};
    if (a.scale == b.scale || least >= DECIMAL_SCALE_MAX)
        return decimal_compare(a, b) == 0;
    return decimal_sub(a, b, &off) &&
           decimal_compare(decimal_abs(off), half) <= 0;
}

/* C11: the history repeats the previous level. */
static void
check_history(const contradiction_case *c)
{
    const metrics_metric *m = c->metric;
    if (!m->has_previous || !period_is_set(m->period))
        return;
    jb_period before = period_year_before(m->period);
    for (size_t i = 0; i < m->n_history; i++) {
        jb_quantity past = m->history[i].value, previous = m->previous;
        if (period_compare(m->history[i].period, before) != 0 ||
            !level_align(&past, &previous) ||
            is_one_number(past.value, previous.value))
            continue;
        diag_report(c->diags, &FACTS_PREVIOUS_CONTRADICTS, m->previous.span,
                    m->name.text,
                    with_unit(c->arena, m->previous.value, m->previous.unit),
                    period_name(c->arena, before),
                    with_unit(c->arena, m->history[i].value.value,
                              m->history[i].value.unit));
        diags_relate(c->diags, m->history[i].value.span,
                     SLICE_OF("历年数据在这里"));
    }
}

void
contradiction_check(const contradiction_case *c)
{
    check_levels(c);
    contradiction_check_growth(c);
    contradiction_check_parts(c);
    contradiction_check_levels(c);
    check_rank(c);
    check_rank_order(c);
    check_to_date(c);
    check_history(c);
    check_piles(c);
}
