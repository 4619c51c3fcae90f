/* The stated growth against the two levels: C1, C2, C6 and C13. */
#include "facts/contradiction.h"
#include "facts/formula.h"
#include "facts/growth.h"

/* The outcomes' names, as the file writes them. */
static slice
kind_name(metrics_change_kind kind)
{
    static const slice names[] = {
        [CHANGE_ABSENT] = SLICE("无"),
        [CHANGE_RATE] = SLICE("增速"),
        [CHANGE_POINTS] = SLICE("百分点"),
        [CHANGE_TURNED_PROFIT] = SLICE("扭亏为盈"),
        [CHANGE_TURNED_LOSS] = SLICE("由盈转亏"),
        [CHANGE_LOSS_NARROWED] = SLICE("减亏"),
        [CHANGE_LOSS_WIDENED] = SLICE("增亏"),
        [CHANGE_NET_NEW] = SLICE("净增"),
        [CHANGE_INCOMPARABLE] = SLICE("不可比"),
        [CHANGE_FLAT] = SLICE("持平"),
    };
    _Static_assert(sizeof names / sizeof *names == CHANGE_KIND_COUNT,
                   "one name for each kind of change");
    return names[kind];
}

static slice
rate_text(const contradiction_case *c, metrics_change_kind kind,
          jb_decimal rate)
{
    slice unit = kind == CHANGE_POINTS ? unit_points_of(c->metric->unit).name
                                       : SLICE_OF("%");
    return slice_join(c->arena, formula_number(c->arena, rate), unit);
}

static slice
change_text(const contradiction_case *c, const metrics_change *g)
{
    if (g->words.len > 0)
        return g->words;
    if (g->kind == CHANGE_RATE || g->kind == CHANGE_POINTS)
        return rate_text(c, g->kind, g->rate);
    return g->is_nearly ? SLICE_OF("基本持平") : kind_name(g->kind);
}

slice
contradiction_stated(const contradiction_case *c)
{
    return change_text(c, &c->metric->growth);
}

static slice
found_text(const contradiction_case *c, const fact_growth *g)
{
    if (g->kind == CHANGE_RATE || g->kind == CHANGE_POINTS)
        return rate_text(c, g->kind, g->rate);
    return kind_name(g->kind);
}

static slice
arithmetic(const contradiction_case *c, const fact_growth *g,
           jb_quantity current, jb_quantity previous)
{
    slice now = formula_number(c->arena, current.value);
    slice before = formula_number(c->arena, previous.value);
    slice result = rate_text(c, g->kind, g->rate);
    const char *pattern = g->kind == CHANGE_POINTS
                                  ? "%.*s − %.*s = %.*s"
                                  : "%.*s ÷ %.*s − 1 ≈ %.*s";
    if (g->kind == CHANGE_POINTS) {
        now = formula_level(c->arena, current);
        before = formula_level(c->arena, previous);
    }
    return slice_printf(c->arena, pattern, SLICE_ARGS(now),
                        SLICE_ARGS(before), SLICE_ARGS(result));
}

static decimal_step
growth_step(const contradiction_case *c)
{
    return (decimal_step){GROWTH_SCALE, c->document->rounding};
}

static void
report_contradiction(const contradiction_case *c, jb_quantity current,
                     jb_quantity previous)
{
    const metrics_metric *m = c->metric;
    decimal_step step = growth_step(c);
    if (m->growth.rate.scale > step.scale)
        step.scale = m->growth.rate.scale;
    fact_growth g = growth_from_levels(current, previous, step);
    if (g.kind == CHANGE_FLAT)
        g.kind = m->growth.kind;
    if (decimal_compare(g.allowed.low, g.allowed.high) == 0) {
        diag_report(c->diags, &FACTS_GROWTH_NOT_RATIO, m->growth.span,
                    m->name.text, contradiction_stated(c),
                    rate_text(c, g.kind, g.rate),
                    arithmetic(c, &g, current, previous));
        diags_relate(c->diags, previous.span, SLICE_OF("上年同期在这里"));
        return;
    }
    diag_report(c->diags, &FACTS_GROWTH_CONTRADICTS, m->growth.span,
                m->name.text, contradiction_stated(c),
                rate_text(c, g.kind, g.rate),
                arithmetic(c, &g, current, previous),
                rate_text(c, g.kind, g.allowed.low),
                rate_text(c, g.kind, g.allowed.high));
    diags_relate(c->diags, previous.span, SLICE_OF("上年同期在这里"));
}

/* 基本持平 is a judgement: what the document allows, else one percent. */
static bool
is_nearly_flat(const contradiction_case *c, fact_growth found)
{
    jb_decimal most = c->document->nearly_flat;
    if (decimal_sign(most) == 0)
        most = (jb_decimal){1, 0};
    return decimal_compare(decimal_abs(found.rate), most) <= 0;
}

/* 持平 says that the rate rounds to zero: it lies within ±0.05%, or ±0.05 of
 * a percentage point. */
static bool
is_flat(jb_quantity current, jb_quantity previous)
{
    metrics_change none = {.kind = CHANGE_RATE, .rate = {0, 1}};
    if (current.unit.kind == UNIT_PERCENT)
        none.kind = CHANGE_POINTS;
    if (decimal_sign(previous.value) <= 0 && none.kind == CHANGE_RATE)
        return decimal_compare(current.value, previous.value) == 0;
    return growth_agrees(none, current, previous);
}

static bool
is_outcome_right(metrics_change_kind stated, metrics_change_kind found,
                 jb_quantity current, jb_quantity previous)
{
    if (stated == CHANGE_INCOMPARABLE || stated == found)
        return true;
    return stated == CHANGE_FLAT && is_flat(current, previous);
}

/* 减亏2.1亿元 against the two levels. */
static void
check_amount(const contradiction_case *c, jb_quantity current,
             jb_quantity previous)
{
    const metrics_metric *m = c->metric;
    jb_quantity amount = m->growth.amount, found = current;
    metrics_change by = {.kind = CHANGE_POINTS};
    if (!m->growth.has_amount ||
        !level_in_unit(amount, current.unit, &amount) ||
        !decimal_sub(current.value, previous.value, &found.value))
        return;
    by.rate = decimal_sign(found.value) < 0 ? decimal_neg(amount.value)
                                            : amount.value;
    by.bound = amount.bound;
    if (growth_agrees(by, current, previous))
        return;
    found.value = decimal_abs(found.value);
    slice now = formula_number(c->arena, current.value);
    slice before = formula_number(c->arena, previous.value);
    diag_report(c->diags, &FACTS_AMOUNT_CONTRADICTS, m->growth.span,
                m->name.text, kind_name(m->growth.kind),
                formula_level(c->arena, amount),
                formula_level(c->arena, found),
                slice_printf(c->arena, "%.*s与%.*s之差", SLICE_ARGS(now),
                             SLICE_ARGS(before)));
    diags_relate(c->diags, previous.span, SLICE_OF("上年同期在这里"));
}

static void
check_outcome(const contradiction_case *c, jb_quantity current,
              jb_quantity previous)
{
    const metrics_metric *m = c->metric;
    fact_growth found = growth_from_levels(current, previous, growth_step(c));
    if (found.kind == m->growth.kind)
        check_amount(c, current, previous);
    if (is_outcome_right(m->growth.kind, found.kind, current, previous) ||
        (m->growth.is_nearly && is_nearly_flat(c, found)))
        return;
    diag_report(c->diags, &FACTS_OUTCOME_CONTRADICTS, m->growth.span,
                m->name.text, contradiction_stated(c),
                formula_level(c->arena, current),
                formula_level(c->arena, previous), found_text(c, &found));
    diags_relate(c->diags, previous.span, SLICE_OF("上年同期在这里"));
}

static void
check_number(const contradiction_case *c, jb_quantity current,
             jb_quantity previous)
{
    const metrics_metric *m = c->metric;
    metrics_change_kind kind = growth_kind_of(current, previous);
    bool is_rate = kind == CHANGE_RATE || kind == CHANGE_POINTS;
    bool is_empty = kind == CHANGE_FLAT && decimal_sign(m->growth.rate) == 0;
    if (!is_rate && !is_empty) {
        diag_report(c->diags, &FACTS_RATE_OF_NEGATIVE, m->growth.span,
                    m->name.text, contradiction_stated(c),
                    formula_level(c->arena, current),
                    formula_level(c->arena, previous), kind_name(kind));
        diags_relate(c->diags, previous.span, SLICE_OF("上年同期在这里"));
        return;
    }
    bool has_basis = m->basis.text.len > 0;
    if (is_rate && !has_basis && !growth_agrees(m->growth, current, previous))
        report_contradiction(c, current, previous);
}

/* A stated growth has too many digits when those of the level move it by
 * this many units of its last digit. Offices compute from figures that they
 * then print rounded, so one digit more is no fault. */
#define LOOSE_UNITS 100

static void
check_precision(const contradiction_case *c, jb_quantity current,
                jb_quantity previous)
{
    const metrics_change *stated = &c->metric->growth;
    if (stated->kind != CHANGE_RATE || level_is_exact(current))
        return;
    current.bound = BOUND_EXACT; /* judge the digits, not the qualifier */
    previous.unit.kind = UNIT_COUNT; /* … and those of `current` alone */
    previous.unit.power = 0;
    previous.bound = BOUND_EXACT;
    previous.is_derived = false;
    jb_interval i =
            growth_from_levels(current, previous, growth_step(c)).allowed;
    jb_decimal width, loose = {LOOSE_UNITS, stated->rate.scale};
    if (!decimal_sub(i.high, i.low, &width) ||
        decimal_compare(width, loose) <= 0)
        return;
    arena *a = c->arena;
    i.low = decimal_round(i.low, GROWTH_SCALE, DECIMAL_HALF_UP);
    i.high = decimal_round(i.high, GROWTH_SCALE, DECIMAL_HALF_UP);
    diag_report(c->diags, &FACTS_GROWTH_PRECISION, stated->span,
                c->metric->name.text, contradiction_stated(c),
                formula_level(a, current), rate_text(c, CHANGE_RATE, i.low),
                rate_text(c, CHANGE_RATE, i.high));
}

/* C6: percent-valued metrics change by points, all others by rates. */
static bool
check_kind(const contradiction_case *c)
{
    const metrics_metric *m = c->metric;
    bool is_percent = m->unit.kind == UNIT_PERCENT;
    if (m->growth.kind == CHANGE_RATE && is_percent) {
        diag_report(c->diags, &FACTS_SHARE_RATE, m->growth.span,
                    m->name.text, contradiction_stated(c));
        return false;
    }
    if (m->growth.kind == CHANGE_POINTS && !is_percent) {
        diag_report(c->diags, &FACTS_POINTS_OF_AMOUNT, m->growth.span,
                    m->name.text, m->unit.name);
        return false;
    }
    jb_decimal all = {-100, 0};
    if (m->growth.kind == CHANGE_RATE &&
        decimal_compare(m->growth.rate, all) < 0) {
        diag_report(c->diags, &FACTS_RATE_BELOW_ALL, m->growth.span,
                    m->name.text, contradiction_stated(c));
        return false;
    }
    return true;
}

/* C13 */
static void
check_size(const contradiction_case *c)
{
    const jb_fact *g = &c->facts->single[FACT_GROWTH];
    jb_decimal large = {100, 0};
    if (!g->is_known || g->growth.kind != CHANGE_RATE ||
        c->metric->note.text.len > 0 ||
        decimal_compare(decimal_abs(g->growth.rate), large) <= 0)
        return;
    diag_report(c->diags, &FACTS_GROWTH_LARGE, g->span, c->metric->name.text,
                rate_text(c, CHANGE_RATE, g->growth.rate));
}

/* C10: bounds to the same side leave a change open. */
static void
check_open(const contradiction_case *c)
{
    const metrics_metric *m = c->metric;
    if (m->growth.kind == CHANGE_ABSENT && m->has_value && m->has_previous &&
        growth_is_open(m->value.bound, m->previous.bound))
        diag_report(c->diags, &FACTS_GROWTH_OPEN, m->value.span,
                    m->name.text);
}

static void
check_stated(const contradiction_case *c)
{
    const metrics_metric *m = c->metric;
    if (m->growth.kind == CHANGE_ABSENT || !check_kind(c))
        return;
    const jb_fact *base = &c->facts->single[FACT_PREVIOUS];
    jb_quantity current, previous;
    if (!m->has_value || !base->is_known)
        return;
    current = m->value;
    previous = base->quantity;
    if (!level_align(&current, &previous))
        return;
    check_precision(c, current, previous);
    if (base->is_derived)
        return;
    if (m->growth.kind == CHANGE_RATE || m->growth.kind == CHANGE_POINTS)
        check_number(c, current, previous);
    else
        check_outcome(c, current, previous);
}

/* 环比 against the level of the period right before. Published ones are often
 * adjusted for the season, which a note tells. */
static void
check_sequential(const contradiction_case *c)
{
    const metrics_metric *m = c->metric;
    const metrics_change *stated = &m->sequential;
    const jb_quantity *past = derive_past_period(m);
    bool is_number =
        stated->kind == CHANGE_RATE || stated->kind == CHANGE_POINTS;
    if (!is_number || past == NULL || !m->has_value ||
        m->basis.text.len > 0 || m->note.text.len > 0)
        return;
    jb_quantity current = m->value, previous = *past;
    metrics_change_kind kind;
    if (!level_align(&current, &previous))
        return;
    kind = growth_kind_of(current, previous);
    if (kind != stated->kind || growth_agrees(*stated, current, previous))
        return;
    fact_growth g = growth_from_levels(current, previous, growth_step(c));
    g.kind = kind;
    diag_report(c->diags, &FACTS_SEQUENTIAL_CONTRADICTS, stated->span,
                m->name.text, change_text(c, stated),
                rate_text(c, kind, g.rate),
                arithmetic(c, &g, current, previous));
    diags_relate(c->diags, past->span, SLICE_OF("上一期的数在这里"));
}

/* A part's growth against its own levels, as if it were a metric. */
static void
check_part(const contradiction_case *c, const metrics_part *part)
{
    metrics_metric as = {.name = part->name,
                         .unit = c->metric->unit,
                         .basis = c->metric->basis,
                         .has_value = true,
                         .value = part->value,
                         .growth = part->growth};
    derive_result facts = {.n_parts = 0};
    jb_fact *previous = &facts.single[FACT_PREVIOUS];
    previous->is_known = part->has_previous;
    previous->quantity = part->previous;
    contradiction_case own = *c;
    own.metric = &as;
    own.facts = &facts;
    check_stated(&own);
}

void
contradiction_check_growth(const contradiction_case *c)
{
    check_size(c);
    check_stated(c);
    check_open(c);
    check_sequential(c);
    for (size_t i = 0; i < c->metric->n_parts; i++)
        check_part(c, &c->metric->parts[i]);
}
