/* What each part adds to the growth of its whole: its own growth, 拉动 in
 * points, and 贡献率. Needs the parts of the year before. */
#include "facts/contribution.h"
#include "facts/derive.h"
#include "facts/formula.h"
#include "facts/growth.h"

/* A part and its whole, in one unit, now and a year before. */
typedef struct contributor {
    arena *arena;
    decimal_step step;
    level_change part, whole;
} contributor;

static jb_unit
unit_named(const char *name)
{
    return unit_from(slice_from(name));
}

static bool
align(level_change *c, jb_unit unit)
{
    return level_in_unit(c->now, unit, &c->now) &&
           level_in_unit(c->before, unit, &c->before);
}

/* Bounds leave the increase open, and percentages have no increase that
 * adds up. */
static bool
can_contribute(const level_change *c)
{
    return c->now.bound == BOUND_EXACT && c->before.bound == BOUND_EXACT &&
           c->now.unit.kind != UNIT_PERCENT;
}

static slice
bracketed(arena *a, level_change c)
{
    slice now = formula_number(a, c.now.value);
    slice before = formula_number(a, c.before.value);
    return slice_printf(a, "(%.*s − %.*s)", SLICE_ARGS(now),
                        SLICE_ARGS(before));
}

/* A divisor: what it is, and as it is written. */
typedef struct divisor {
    jb_decimal value;
    slice text;
} divisor;

static slice
formula_of(const contributor *c, divisor under, jb_quantity result)
{
    jb_decimal over = {0, 0};
    decimal_sub(c->part.now.value, c->part.before.value, &over);
    decimal_shift(over, 2, &over);
    slice increase = bracketed(c->arena, c->part);
    slice text = formula_number(c->arena, result.value);
    return slice_printf(c->arena, "%.*s ÷ %.*s %s %.*s%.*s",
                        SLICE_ARGS(increase), SLICE_ARGS(under.text),
                        formula_sign(over, under.value, result.value),
                        SLICE_ARGS(text), SLICE_ARGS(result.unit.name));
}

static void
put(jb_fact *f, const contributor *c, jb_decimal value, const char *unit)
{
    f->is_known = f->is_derived = true;
    f->quantity = (jb_quantity){.value = value, .unit = unit_named(unit),
                                .status = c->whole.now.status,
                                .is_derived = true};
    f->span = span_cover(c->part.now.span, c->part.before.span);
    f->quantity.span = f->span;
}

static void
derive_pull(const contributor *c, jb_fact *f)
{
    jb_decimal points;
    if (!contribution_points(c->part, c->whole, c->step, &points))
        return;
    put(f, c, points, "个百分点");
    jb_decimal base = c->whole.before.value;
    divisor under = {base, formula_number(c->arena, base)};
    f->formula = formula_of(c, under, f->quantity);
}

static void
derive_rate(const contributor *c, jb_fact *f)
{
    jb_decimal share;
    if (!contribution_share(c->part, c->whole, c->step, &share))
        return;
    put(f, c, share, "%");
    divisor under = {{0, 0}, bracketed(c->arena, c->whole)};
    decimal_sub(c->whole.now.value, c->whole.before.value, &under.value);
    f->formula = formula_of(c, under, f->quantity);
}

static void
derive_growth(const contributor *c, jb_fact *f)
{
    fact_growth g =
            growth_from_levels(c->part.now, c->part.before, c->step);
    if (g.kind == CHANGE_ABSENT)
        return;
    put(f, c, g.rate, "%");
    f->growth = g;
}

/* A stated growth is what was said; its digits stay. */
static void
state_growth(const metrics_part *part, jb_fact *f)
{
    const metrics_change *stated = &part->growth;
    bool is_points = stated->kind == CHANGE_POINTS;
    bool is_rate = is_points || stated->kind == CHANGE_RATE;
    if (stated->kind == CHANGE_ABSENT)
        return;
    f->is_known = true;
    f->is_derived = false;
    f->growth = (fact_growth){.kind = stated->kind, .rate = stated->rate,
                              .exact = stated->rate, .is_stated = true,
                              .words = stated->words,
                              .is_nearly_flat = stated->is_nearly};
    if (is_rate && decimal_sign(stated->rate) == 0)
        f->growth.kind = CHANGE_FLAT;
    f->quantity = (jb_quantity){.value = stated->rate,
                                .unit = unit_named(is_points ? "个百分点"
                                                             : "%"),
                                .status = part->value.status,
                                .bound = stated->bound,
                                .span = stated->span};
    f->span = stated->span;
}

static void
state_previous(const metrics_part *part, jb_fact *f)
{
    f->is_known = part->has_previous;
    f->quantity = part->previous;
    f->span = part->previous.span;
}

void
derive_contributions(arena *a, const metrics_document *document,
                     const metrics_metric *m, derive_result *r)
{
    const jb_fact *before = &r->single[FACT_PREVIOUS];
    contributor c = {a, {GROWTH_SCALE, document->rounding},
                     .whole = {m->value, before->quantity}};
    bool has_whole = m->has_value && before->is_known &&
                     !before->is_derived &&
                     align(&c.whole, m->unit) && can_contribute(&c.whole);
    for (size_t i = 0; i < m->n_parts; i++) {
        const metrics_part *part = &m->parts[i];
        c.part = (level_change){part->value, part->previous};
        jb_fact *growth = &r->many[FACT_PART_GROWTH - FACT_PART][i];
        state_previous(part, &r->many[FACT_PART_PREVIOUS - FACT_PART][i]);
        state_growth(part, growth);
        if (!part->has_previous || !align(&c.part, m->unit) ||
            !can_contribute(&c.part))
            continue;
        if (!growth->is_known)
            derive_growth(&c, growth);
        if (!has_whole)
            continue;
        derive_pull(&c, &r->many[FACT_PULL - FACT_PART][i]);
        derive_rate(&c, &r->many[FACT_CONTRIBUTION - FACT_PART][i]);
    }
}
