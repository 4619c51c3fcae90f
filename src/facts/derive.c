#include "facts/derive.h"

#include "facts/course.h"
#include "facts/formula.h"
#include "facts/growth.h"

/* What the steps below share: the metric and where its facts go. */
typedef struct derivation {
    arena *arena;
    const metrics_document *document;
    const metrics_metric *metric;
    derive_result *result;
} derivation;

static const jb_decimal HUNDRED = {100, 0};

static jb_fact *
fact_of(derivation *d, fact_kind kind)
{
    return &d->result->single[kind];
}

static void
state(derivation *d, fact_kind kind, jb_quantity quantity)
{
    jb_fact *f = fact_of(d, kind);
    f->is_known = true;
    f->is_derived = quantity.is_derived;
    f->quantity = quantity;
    f->span = quantity.span;
}

static void
derive(derivation *d, fact_kind kind, jb_quantity quantity, slice formula)
{
    quantity.is_derived = true;
    state(d, kind, quantity);
    fact_of(d, kind)->formula = formula;
}

static jb_unit
percent_unit(void)
{
    return (jb_unit){SLICE("%"), SLICE("%"), 0, UNIT_PERCENT};
}

/* The level that the stated growth and the previous level speak of: the
 * value, or the to-date figure when it is all there is. */
static const jb_quantity *
current_level(const metrics_metric *m)
{
    if (m->has_value)
        return &m->value;
    return m->has_to_date ? &m->to_date : NULL;
}

/* A to-date figure is compared with the same months only: 上年同期 of a metric
 * whose own period is longer is another matter (statistics.md C5). */
static bool
is_same_base(const metrics_metric *m)
{
    if (m->has_value || !period_is_set(m->to_date_until) ||
        !period_is_set(m->period))
        return true;
    return period_months(m->period) == period_months(m->to_date_until);
}

/* The stated previous level, or that of the same period in the history. */
static bool
stated_previous(const metrics_metric *m, jb_quantity *out)
{
    if (m->has_previous) {
        *out = m->previous;
        return true;
    }
    if (!period_is_set(m->period))
        return false;
    jb_period before = period_year_before(m->period);
    for (size_t i = 0; i < m->n_history; i++)
        if (period_compare(m->history[i].period, before) == 0) {
            *out = m->history[i].value;
            return true;
        }
    return false;
}

static slice
rate_formula(derivation *d, jb_quantity current, jb_decimal rate,
             jb_decimal exact)
{
    arena *a = d->arena;
    const char *sign = decimal_sign(rate) < 0 ? "−" : "+";
    jb_decimal over, under;
    if (!decimal_mul(current.value, HUNDRED, &over) ||
        !decimal_add(HUNDRED, rate, &under))
        return (slice){NULL, 0};
    slice level = formula_number(a, current.value);
    slice change = decimal_text(a, decimal_abs(rate));
    slice result = formula_number(a, exact);
    return slice_printf(a, "%.*s ÷ (1 %s %.*s%%) %s %.*s", SLICE_ARGS(level),
                        sign, SLICE_ARGS(change),
                        formula_sign(over, under, exact),
                        SLICE_ARGS(result));
}

static slice
points_formula(derivation *d, jb_quantity current, jb_decimal points,
               jb_decimal exact)
{
    arena *a = d->arena;
    const char *sign = decimal_sign(points) < 0 ? "+" : "−";
    slice level = formula_number(a, current.value);
    slice change = decimal_text(a, decimal_abs(points));
    slice result = formula_number(a, exact);
    slice unit = current.unit.name;
    slice point = unit_points_of(current.unit).name;
    return slice_printf(a, "%.*s%.*s %s %.*s%.*s = %.*s%.*s",
                        SLICE_ARGS(level), SLICE_ARGS(unit), sign,
                        SLICE_ARGS(change), SLICE_ARGS(point),
                        SLICE_ARGS(result), SLICE_ARGS(unit));
}

/* 生产总值 and 增加值 are told at current prices and their growth at constant
 * ones, whether the file says so or not. */
static bool
grows_at_constant_prices(const metrics_metric *m)
{
    slice name = m->name.text;
    return m->growth.kind == CHANGE_RATE &&
           (slice_ends_with(name, SLICE_OF("生产总值")) ||
            slice_ends_with(name, SLICE_OF("增加值")));
}

static void
derive_previous(derivation *d, jb_quantity current)
{
    const metrics_change *growth = &d->metric->growth;
    jb_quantity previous;
    jb_decimal exact;
    /* On a comparable basis the rate is not the ratio of two such levels. */
    if (d->metric->basis.text.len > 0 ||
        grows_at_constant_prices(d->metric) ||
        !growth_previous(current, *growth, &previous, &exact))
        return;
    previous.span = span_cover(current.span, growth->span);
    slice formula = {NULL, 0};
    if (growth->kind == CHANGE_RATE)
        formula = rate_formula(d, current, growth->rate, exact);
    else if (growth->kind == CHANGE_POINTS)
        formula = points_formula(d, current, growth->rate, exact);
    derive(d, FACT_PREVIOUS, previous, formula);
}

static decimal_step
growth_step(const derivation *d, jb_quantity current, jb_quantity previous)
{
    return growth_step_of(current, previous, d->document->rounding);
}

/* A number to be taken away: (−3.2) in brackets when negative. */
static slice
taken(arena *a, jb_decimal d)
{
    slice text = formula_number(a, d);
    return decimal_sign(d) < 0 ? slice_printf(a, "(%.*s)", SLICE_ARGS(text))
                               : text;
}

static slice
change_formula(derivation *d, const fact_growth *g, jb_quantity current,
               jb_quantity previous)
{
    arena *a = d->arena;
    slice now = formula_number(a, current.value);
    slice before = formula_number(a, previous.value);
    slice rate = formula_number(a, g->rate);
    if (g->kind == CHANGE_POINTS)
        return slice_printf(a, "%.*s − %.*s = %.*s%.*s", SLICE_ARGS(now),
                            SLICE_ARGS(taken(a, previous.value)),
                            SLICE_ARGS(rate),
                            SLICE_ARGS(unit_points_of(current.unit).name));
    if (g->kind != CHANGE_RATE)
        return (slice){NULL, 0};
    jb_decimal over = {0, 0};
    decimal_sub(current.value, previous.value, &over);
    decimal_mul(over, HUNDRED, &over);
    return slice_printf(a, "%.*s ÷ %.*s − 1 %s %.*s%%", SLICE_ARGS(now),
                        SLICE_ARGS(before),
                        formula_sign(over, previous.value, g->rate),
                        SLICE_ARGS(rate));
}

static void
put_growth(derivation *d, fact_growth g, jb_quantity like)
{
    jb_fact *f = fact_of(d, FACT_GROWTH);
    jb_decimal nearly = d->document->nearly_flat;
    if (g.kind == CHANGE_RATE && decimal_sign(nearly) > 0)
        g.is_nearly_flat = decimal_compare(decimal_abs(g.rate), nearly) <= 0;
    f->is_known = g.kind != CHANGE_ABSENT;
    f->is_derived = !g.is_stated;
    f->growth = g;
    f->quantity = like;
    f->quantity.value = g.rate;
    f->quantity.unit = g.kind == CHANGE_POINTS
                               ? unit_points_of(d->metric->unit)
                               : percent_unit();
    f->quantity.is_derived = !g.is_stated;
    f->span = like.span;
}

static void
compute_growth(derivation *d, jb_quantity current, jb_quantity previous)
{
    if (growth_is_open(current.bound, previous.bound))
        return;
    jb_quantity like = current;
    like.bound = growth_bound(current.bound, previous.bound);
    like.span = span_cover(current.span, previous.span);
    fact_growth g = growth_from_levels(current, previous,
                                       growth_step(d, current, previous));
    put_growth(d, g, like);
    fact_of(d, FACT_GROWTH)->formula =
            change_formula(d, &g, current, previous);
}

/* A stated growth keeps its digits; the levels add what they allow. */
static void
state_growth(derivation *d, const jb_quantity *current,
             const jb_quantity *previous)
{
    const metrics_change *stated = &d->metric->growth;
    fact_growth g = {.kind = stated->kind};
    if (current != NULL && previous != NULL) {
        decimal_step step = {GROWTH_SCALE, d->document->rounding};
        g = growth_from_levels(*current, *previous, step);
        g.kind = stated->kind;
    }
    g.rate = g.exact = stated->rate;
    jb_quantity amount = stated->amount;
    if (stated->has_amount &&
        level_in_unit(amount, d->metric->unit, &amount))
        g.amount = amount.value;
    g.is_stated = true;
    g.is_nearly_flat = stated->is_nearly;
    g.words = stated->words;
    bool is_rate = g.kind == CHANGE_RATE || g.kind == CHANGE_POINTS;
    if (is_rate && decimal_sign(g.rate) == 0)
        g.kind = CHANGE_FLAT;
    jb_quantity like = {.span = stated->span, .bound = stated->bound};
    if (current != NULL) {
        like.status = current->status;
        if (stated->bound == BOUND_EXACT)
            like.bound = current->bound;
    }
    put_growth(d, g, like);
}

static slice
difference_formula(derivation *d, jb_quantity current, jb_quantity previous,
                   jb_decimal change)
{
    slice now = formula_number(d->arena, current.value);
    slice before = taken(d->arena, previous.value);
    slice result = formula_number(d->arena, change);
    return slice_printf(d->arena, "%.*s − %.*s = %.*s", SLICE_ARGS(now),
                        SLICE_ARGS(before), SLICE_ARGS(result));
}

static void
derive_delta(derivation *d, jb_quantity current, jb_quantity previous)
{
    jb_quantity delta = current;
    if (growth_is_open(current.bound, previous.bound) ||
        !decimal_sub(current.value, previous.value, &delta.value))
        return;
    if (previous.is_derived) /* no more digits than the base has */
        delta.value = decimal_round(delta.value, previous.value.scale,
                                    d->document->rounding);
    if (delta.unit.kind == UNIT_PERCENT)
        delta.unit = unit_points_of(delta.unit);
    delta.bound = growth_bound(current.bound, previous.bound);
    delta.span = span_cover(current.span, previous.span);
    derive(d, FACT_DELTA, delta,
           difference_formula(d, current, previous, delta.value));
}

static void
derive_change(derivation *d)
{
    const metrics_metric *m = d->metric;
    const jb_quantity *stated = current_level(m);
    jb_quantity current, previous;
    bool has_current = stated != NULL && is_same_base(m);
    if (has_current)
        current = *stated;
    bool has_previous = stated_previous(m, &previous);
    if (has_previous)
        state(d, FACT_PREVIOUS, previous);
    else if (has_current)
        derive_previous(d, current);
    bool has_both = has_current && has_previous &&
                    level_align(&current, &previous);
    if (m->growth.kind != CHANGE_ABSENT)
        state_growth(d, has_current ? &current : NULL,
                     has_both ? &previous : NULL);
    else if (has_both)
        compute_growth(d, current, previous);
    const jb_fact *base = fact_of(d, FACT_PREVIOUS);
    if (!has_both && has_current && base->is_known && base->is_derived)
        derive_delta(d, current, base->quantity);
    else if (has_both)
        derive_delta(d, current, previous);
}

/* ── among other growths ── */

/* A growth fact beside the main one, of `kind`. */
static void
put_other(derivation *d, fact_kind kind, fact_growth g, jb_quantity like)
{
    jb_fact growth = *fact_of(d, FACT_GROWTH);
    put_growth(d, g, like);
    jb_fact other = *fact_of(d, FACT_GROWTH);
    other.kind = kind;
    other.formula = (slice){NULL, 0};
    *fact_of(d, FACT_GROWTH) = growth;
    *fact_of(d, kind) = other;
}

static void
state_other(derivation *d, fact_kind kind, const metrics_change *stated)
{
    fact_growth g = {.kind = stated->kind, .rate = stated->rate,
                     .exact = stated->rate, .words = stated->words,
                     .is_stated = true};
    bool is_rate = g.kind == CHANGE_RATE || g.kind == CHANGE_POINTS;
    if (is_rate && decimal_sign(g.rate) == 0)
        g.kind = CHANGE_FLAT;
    jb_quantity like = {.span = stated->span, .bound = stated->bound};
    put_other(d, kind, g, like);
}

/* The level of the history whose period is `months` long and ends `before`
 * months before the metric's own. */
static const jb_quantity *
past_level(const metrics_metric *m, int before)
{
    int months = period_months(m->period);
    int end = m->period.last_year * 12 + m->period.last_month - before;
    for (size_t i = 0; i < m->n_history; i++) {
        jb_period p = m->history[i].period;
        if (period_months(p) == months &&
            p.last_year * 12 + p.last_month == end)
            return &m->history[i].value;
    }
    return NULL;
}

const jb_quantity *
derive_past_period(const metrics_metric *m)
{
    int months = period_is_set(m->period) ? period_months(m->period) : 12;
    return months < 12 ? past_level(m, months) : NULL;
}

/* 环比 of a year is its growth; of what began with the year there is none. */
static void
derive_sequential(derivation *d)
{
    const metrics_metric *m = d->metric;
    if (m->sequential.kind != CHANGE_ABSENT) {
        state_other(d, FACT_SEQUENTIAL, &m->sequential);
        return;
    }
    const jb_quantity *past = derive_past_period(m);
    if (past == NULL || !m->has_value)
        return;
    jb_quantity now = m->value, before = *past;
    if (!level_align(&now, &before) ||
        growth_is_open(now.bound, before.bound))
        return;
    jb_quantity like = now;
    like.bound = growth_bound(now.bound, before.bound);
    fact_growth g =
        growth_from_levels(now, before, growth_step(d, now, before));
    put_other(d, FACT_SEQUENTIAL, g, like);
    fact_of(d, FACT_SEQUENTIAL)->formula =
        change_formula(d, &g, now, before);
}

/* "√(121 ÷ 100) − 1 ≈ 10.0%" */
static slice
average_formula(const derivation *d, slice ratio, jb_decimal rate)
{
    slice result = formula_number(d->arena, rate);
    return slice_printf(d->arena, "√(%.*s) − 1 ≈ %.*s%%", SLICE_ARGS(ratio),
                        SLICE_ARGS(result));
}

/* Levels at current prices say nothing of growth on another basis. */
static bool
average_of_levels(const derivation *d, jb_decimal *rate, slice *formula)
{
    const metrics_metric *m = d->metric;
    const jb_quantity *past =
        period_is_set(m->period) ? past_level(m, 24) : NULL;
    decimal_step step = {GROWTH_SCALE, d->document->rounding};
    if (past == NULL || !m->has_value || m->unit.kind == UNIT_PERCENT ||
        m->basis.text.len > 0 ||
        !course_average((level_change){m->value, *past}, 2, step, rate))
        return false;
    slice now = formula_number(d->arena, m->value.value);
    slice before = formula_number(d->arena, past->value);
    slice ratio = slice_printf(d->arena, "%.*s ÷ %.*s", SLICE_ARGS(now),
                               SLICE_ARGS(before));
    *formula = average_formula(d, ratio, *rate);
    return true;
}

static slice
factor_text(const derivation *d, jb_decimal rate)
{
    slice size = formula_number(d->arena, decimal_abs(rate));
    return slice_printf(d->arena, "(1 %s %.*s%%)",
                        decimal_sign(rate) < 0 ? "−" : "+",
                        SLICE_ARGS(size));
}

static bool
average_of_rates(const derivation *d, jb_decimal *rate, slice *formula)
{
    const metrics_metric *m = d->metric;
    const fact_growth *growth = &d->result->single[FACT_GROWTH].growth;
    decimal_step step = {GROWTH_SCALE, d->document->rounding};
    bool is_year_before = slice_is(m->former_name.text, "上年同期") ||
                          slice_is(m->former_name.text, "上年") ||
                          slice_is(m->former_name.text, "去年同期");
    if (!is_year_before || growth->kind != CHANGE_RATE ||
        m->former.kind != CHANGE_RATE ||
        !course_average_of_rates(m->former.rate, growth->rate, step, rate))
        return false;
    slice a = factor_text(d, m->former.rate);
    slice b = factor_text(d, growth->rate);
    slice ratio = slice_printf(d->arena, "%.*s × %.*s", SLICE_ARGS(a),
                               SLICE_ARGS(b));
    *formula = average_formula(d, ratio, *rate);
    return true;
}

/* From the level two years before, else from this growth and that of the year
 * before. */
static void
derive_average(derivation *d)
{
    fact_growth g = {.kind = CHANGE_RATE};
    slice formula;
    if (!average_of_levels(d, &g.rate, &formula) &&
        !average_of_rates(d, &g.rate, &formula))
        return;
    g.exact = g.rate;
    if (decimal_sign(g.rate) == 0)
        g.kind = CHANGE_FLAT;
    put_other(d, FACT_AVERAGE, g, d->metric->value);
    fact_of(d, FACT_AVERAGE)->formula = formula;
}

static void
derive_course(derivation *d)
{
    if (d->metric->former.kind != CHANGE_ABSENT)
        state_other(d, FACT_FORMER, &d->metric->former);
    derive_sequential(d);
    derive_average(d);
}

#define WHOLE_SCALE 6 /* digits, at most, to tell a ratio from the whole */

/* a ÷ b in percent; 1999.6 of 2000 is not told as 100.0% but with as many
 * digits more as make it less. */
static bool
ratio_of(jb_decimal over, jb_decimal under, decimal_step step,
         jb_decimal *out)
{
    jb_decimal whole = HUNDRED;
    if (!decimal_mul(under, HUNDRED, &whole) ||
        !decimal_div(over, under, step.scale, step.mode, out))
        return false;
    bool is_whole = decimal_compare(over, whole) == 0;
    for (int scale = step.scale + 1;
         step.scale > 0 && !is_whole && scale <= WHOLE_SCALE &&
         decimal_compare(*out, HUNDRED) == 0;
         scale++)
        decimal_div(over, under, scale, step.mode, out);
    return true;
}

/* a ÷ b in percent, one decimal, with the formula. */
static bool
percent_of(derivation *d, jb_quantity part, jb_quantity whole,
           jb_quantity *out, slice *formula)
{
    jb_decimal over, ratio;
    if (!level_align(&part, &whole) || decimal_sign(whole.value) <= 0 ||
        growth_is_open(part.bound, whole.bound) ||
        decimal_sign(part.value) < 0 || /* a loss completes nothing */
        !decimal_mul(part.value, HUNDRED, &over) ||
        !ratio_of(over, whole.value, growth_step(d, part, whole), &ratio))
        return false;
    *out = part;
    out->value = ratio;
    out->unit = percent_unit();
    out->bound = growth_bound(part.bound, whole.bound);
    out->span = span_cover(part.span, whole.span);
    slice a = formula_number(d->arena, part.value);
    slice b = formula_number(d->arena, whole.value);
    slice r = formula_number(d->arena, ratio);
    *formula = slice_printf(d->arena, "%.*s ÷ %.*s %s %.*s%%", SLICE_ARGS(a),
                            SLICE_ARGS(b),
                            formula_sign(over, whole.value, ratio),
                            SLICE_ARGS(r));
    return true;
}

/* Whether the period is a month or a quarter of the year that the figure to
 * date piles up in from January. */
static bool
is_slice_of_year(const metrics_metric *m)
{
    jb_period own = m->period, until = m->to_date_until;
    return m->has_to_date && period_is_set(own) && period_is_set(until) &&
           own.first_month > 1 && until.first_month == 1 &&
           own.last_year == until.last_year &&
           own.last_month <= until.last_month;
}

/* What has been done by now against the target: the to-date figure while
 * the whole period is only expected, or is but a slice of the year. */
static void
derive_completion(derivation *d)
{
    const metrics_metric *m = d->metric;
    bool is_open = m->has_value && m->value.status != STATUS_ACTUAL &&
                   m->value.status != STATUS_PRELIMINARY;
    const jb_quantity *done = current_level(m);
    if ((is_open && m->has_to_date) || is_slice_of_year(m))
        done = &m->to_date;
    jb_quantity ratio;
    slice formula;
    bool is_ceiling = m->is_fall_good; /* which is kept, not completed */
    if (m->has_target && done != NULL && !is_ceiling &&
        percent_of(d, *done, m->target, &ratio, &formula))
        derive(d, FACT_COMPLETION, ratio, formula);
    fact_of(d, FACT_COMPLETION)->is_to_date = done == &m->to_date;
}

/* The parts of what is only expected are expected. */
static quantity_status
status_of_part(const metrics_metric *m, quantity_status own)
{
    return own == STATUS_ACTUAL && m->has_value ? m->value.status : own;
}

static void
derive_share(derivation *d, jb_fact *f, jb_quantity part,
             const jb_quantity *whole)
{
    jb_quantity share;
    slice formula;
    if (whole == NULL || !percent_of(d, part, *whole, &share, &formula))
        return;
    f->is_known = f->is_derived = true;
    share.is_derived = true;
    share.status = part.status;
    f->quantity = share;
    f->formula = formula;
    f->span = share.span;
}

/* Adds part `i` to `sum`, whose unit is the larger of the two. */
static bool
add_part(jb_quantity *sum, jb_quantity part, slice_builder *formula)
{
    if (!level_align(sum, &part) ||
        !decimal_add(sum->value, part.value, &sum->value))
        return false;
    sum->bound = part.bound == BOUND_EXACT ? sum->bound : part.bound;
    sum->span = span_cover(sum->span, part.span);
    slice text = formula_number(formula->arena, part.value);
    builder_printf(formula, "%s%.*s", formula->len > 0 ? " + " : "",
                   SLICE_ARGS(text));
    return true;
}

static void
derive_total(derivation *d)
{
    const metrics_metric *m = d->metric;
    slice_builder formula = {.arena = d->arena};
    jb_quantity sum = m->parts[0].value;
    sum.value = (jb_decimal){0, sum.value.scale};
    for (size_t i = 0; i < m->n_parts; i++)
        if (!add_part(&sum, m->parts[i].value, &formula))
            return;
    slice text = formula_number(d->arena, sum.value);
    builder_printf(&formula, " = %.*s", SLICE_ARGS(text));
    derive(d, FACT_PARTS_TOTAL, sum, builder_slice(&formula));
}

/* One fact for each part or past period, not yet known. */
static jb_fact *
absent_facts(const derivation *d, fact_kind kind)
{
    size_t n = kind < FACT_SINCE ? d->metric->n_parts : d->metric->n_history;
    jb_fact *facts = ARENA_ARRAY(d->arena, n, jb_fact);
    for (size_t i = 0; i < n; i++)
        facts[i] = (jb_fact){.kind = kind, .index = i,
                             .metric = d->result->single[0].metric};
    return facts;
}

static void
derive_shares_previous(derivation *d)
{
    derive_result *r = d->result;
    const jb_fact *whole = &r->single[FACT_PREVIOUS];
    for (size_t i = 0; i < r->n_parts && whole->is_known; i++) {
        const jb_fact *part = &r->many[FACT_PART_PREVIOUS - FACT_PART][i];
        if (part->is_known)
            derive_share(d, &r->many[FACT_SHARE_PREVIOUS - FACT_PART][i],
                         part->quantity, &whole->quantity);
    }
}

static void
derive_parts(derivation *d)
{
    const metrics_metric *m = d->metric;
    derive_result *r = d->result;
    r->n_parts = m->n_parts;
    r->n_history = m->n_history;
    for (size_t k = 0; k < DERIVE_KINDS_OF_PARTS; k++)
        r->many[k] = absent_facts(d, (fact_kind)(FACT_PART + k));
    for (size_t i = 0; i < m->n_parts; i++) {
        jb_fact *part = &r->many[0][i];
        part->is_known = true;
        part->quantity = m->parts[i].value;
        part->span = part->quantity.span;
        part->quantity.status = status_of_part(m, part->quantity.status);
        derive_share(d, &r->many[FACT_SHARE - FACT_PART][i], part->quantity,
                     current_level(m));
    }
    derive_contributions(d->arena, d->document, m, r);
    derive_shares_previous(d);
    derive_since(d->arena, d->document, m, r);
    if (m->n_parts > 0)
        derive_total(d);
}

static void
state_rank(derivation *d)
{
    const metrics_rank *rank = &d->metric->rank;
    jb_fact *f = fact_of(d, FACT_RANK);
    f->is_known = rank->is_set;
    f->quantity.value = (jb_decimal){rank->place, 0};
    f->span = rank->span;
}

derive_result
derive_from_metric(arena *a, const metrics_document *document,
                   const metrics_metric *m, size_t index)
{
    derive_result r = {.n_parts = 0};
    for (int k = 0; k < FACT_PART; k++)
        r.single[k] = (jb_fact){.kind = (fact_kind)k, .metric = index};
    derivation d = {a, document, m, &r};
    if (m->has_value)
        state(&d, FACT_VALUE, m->value);
    if (m->has_to_date) {
        state(&d, FACT_TO_DATE, m->to_date);
        r.single[FACT_TO_DATE].quantity.status = STATUS_TO_DATE;
    }
    if (m->has_target) {
        state(&d, FACT_TARGET, m->target);
        r.single[FACT_TARGET].quantity.status = STATUS_TARGET;
    }
    derive_change(&d);
    derive_course(&d);
    derive_completion(&d);
    derive_mean(a, m, &r);
    derive_parts(&d);
    state_rank(&d);
    return r;
}
