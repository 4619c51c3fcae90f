/* Levels and the growth between them; the same indicator said twice. */
#include "facts/growth.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/rule.h"

static slice
number_of(const inspection *in, jb_quantity q)
{
    return number_text(in->arena, q.value);
}

static slice
growth_arithmetic(const inspection *in, jb_quantity now, jb_quantity before)
{
    fact_growth g = growth_from_levels(now, before, GROWTH_SCALE);
    if (g.kind != CHANGE_RATE && g.kind != CHANGE_FLAT)
        return (slice){NULL, 0};
    slice a = number_of(in, now), b = number_of(in, before);
    slice r = number_text(in->arena, g.rate);
    return slice_printf(in->arena, "%.*s ÷ %.*s − 1 ≈ %.*s%%", SLICE_ARGS(a),
                        SLICE_ARGS(b), SLICE_ARGS(r));
}

/* Holds a rate against its two levels. */
static void
check_rate(const inspection *in, const claim *rate, jb_quantity now,
           jb_quantity before)
{
    metrics_change stated = {.kind = CHANGE_RATE, .rate = rate->rate,
                             .bound = rate->figure->quantity.bound};
    if (!level_align(&now, &before) || decimal_sign(before.value) <= 0 ||
        decimal_sign(now.value) < 0 || growth_agrees(stated, now, before))
        return;
    slice arithmetic = growth_arithmetic(in, now, before);
    if (arithmetic.len > 0)
        diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                    rule_figure_span(in, rate->figure),
                    rule_figure_text(in, rate->figure), arithmetic);
}

/* ── 由P增加到V ── */

/* The level from which the claim's level comes: 由 or 从 before it in the
 * same clause. */
static const claim *
origin_of(const inspection *in, size_t i)
{
    const claim *to = &in->claims.at[i];
    if (i == 0 || in->claims.at[i - 1].clause != to->clause ||
        in->claims.at[i - 1].kind != CLAIM_LEVEL)
        return NULL;
    const claim *from = &in->claims.at[i - 1];
    slice lead = rule_lead(in, from);
    bool is_origin = slice_find(lead, SLICE_OF("由")) < lead.len ||
                     slice_find(lead, SLICE_OF("从")) < lead.len;
    slice between = rule_text(in, from->figure->last, to->figure->first);
    bool is_move = slice_ends_with(between, SLICE_OF("到")) ||
                   slice_ends_with(between, SLICE_OF("至"));
    return is_origin && is_move ? from : NULL;
}

/* 由12家增加到10家 */
static void
check_direction(const inspection *in, const claim *from, const claim *to)
{
    jb_quantity now = to->figure->quantity, before = from->figure->quantity;
    size_t at;
    slice between = rule_text(in, from->figure->last, to->figure->first);
    const lexicon_word *verb = lexicon_find(between, LEXICON_CHANGE, &at);
    if (verb == NULL || !level_align(&now, &before))
        return;
    int order = decimal_compare(now.value, before.value);
    if (order * verb->value < 0)
        diag_report(in->diags, &PROSE_VERB_CONTRADICTS,
                    rule_span(in, from->figure->first, to->figure->last),
                    verb->text,
                    rule_text(in, from->figure->first, to->figure->last),
                    order > 0 ? SLICE_OF("增加") : SLICE_OF("减少"));
}

static const claim *
claim_on(const inspection *in, size_t level, claim_kind kind)
{
    for (size_t i = level + 1;
         i < in->claims.n && i < level + CLAIM_REACH; i++) {
        const claim *c = &in->claims.at[i];
        if (c->sentence != in->claims.at[level].sentence)
            break;
        if (c->kind == CLAIM_LEVEL)
            break;
        if (c->kind == kind && c->level == level)
            return c;
    }
    return NULL;
}

static void
check_from_to(const inspection *in, size_t i)
{
    const claim *from = origin_of(in, i), *to = &in->claims.at[i];
    if (from == NULL ||
        !rule_is_typed(in, from->figure->first, to->figure->last))
        return;
    check_direction(in, from, to);
    const claim *rate = claim_on(in, i, CLAIM_RATE);
    if (rate != NULL)
        check_rate(in, rate, to->figure->quantity, from->figure->quantity);
}

/* ── V，增加D，增长r% ── */

static void
check_change(const inspection *in, size_t i)
{
    const claim *level = &in->claims.at[i];
    const claim *change = claim_on(in, i, CLAIM_CHANGE);
    const claim *rate = claim_on(in, i, CLAIM_RATE);
    if (change == NULL || rate == NULL || change->direction == 0 ||
        !rule_is_typed(in, level->figure->first, rate->figure->last))
        return;
    jb_quantity now = level->figure->quantity;
    jb_quantity by = change->figure->quantity, before = now;
    if (!level_align(&before, &by))
        return;
    bool is_known = change->direction > 0
                            ? decimal_sub(before.value, by.value,
                                          &before.value)
                            : decimal_add(before.value, by.value,
                                          &before.value);
    if (is_known)
        check_rate(in, rate, now, before);
}

static bool
is_plain_level(const claim *c)
{
    return c->kind == CLAIM_LEVEL && c->figure->sort == FIGURE_QUANTITY &&
           c->figure->quantity.bound == BOUND_EXACT;
}

void
rule_levels(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        if (!is_plain_level(&in->claims.at[i]))
            continue;
        check_from_to(in, i);
        check_change(in, i);
    }
}

/* ── the same indicator twice ── */

/* Words so general that they need a name in front to mean something. */
static bool
is_specific(slice subject)
{
    const size_t han = strlen("一");
    return subject.len >= 5 * han;
}

static bool
says_same(const claim *a, const claim *b)
{
    return a->kind == b->kind && is_specific(a->subject) &&
           slice_equal(a->subject, b->subject) &&
           a->is_expected == b->is_expected &&
           a->is_to_date == b->is_to_date;
}

static bool
is_different(const claim *a, const claim *b)
{
    jb_quantity x = a->figure->quantity, y = b->figure->quantity;
    if (a->kind == CLAIM_RANK)
        return decimal_compare(x.value, y.value) != 0;
    if (!unit_is_same_base(x.unit, y.unit) || x.bound != y.bound ||
        !level_align(&x, &y))
        return false;
    level_range r = level_range_of(x), s = level_range_of(y);
    return decimal_compare(r.low, s.high) > 0 ||
           decimal_compare(s.low, r.high) > 0;
}

static bool
is_repeatable(const claim *c)
{
    return is_plain_level(c) || c->kind == CLAIM_RANK ||
           (c->kind == CLAIM_RATE && c->figure->sort == FIGURE_PERCENT);
}

/* Within a sentence a subject may run on over several figures; apart, the
 * same words mean the same indicator. */
static void
check_repeat(const inspection *in, size_t i, size_t k)
{
    const claim *a = &in->claims.at[i], *b = &in->claims.at[k];
    if (a->sentence == b->sentence || !is_repeatable(b) ||
        !says_same(a, b) || !is_different(a, b) ||
        !rule_is_typed(in, b->figure->first, b->figure->last))
        return;
    diag_report(in->diags, &PROSE_FIGURE_VARIES,
                rule_figure_span(in, b->figure), b->subject,
                rule_figure_text(in, b->figure),
                rule_figure_text(in, a->figure));
    diags_relate(in->diags, rule_figure_span(in, a->figure),
                 SLICE_OF("前一处在这里"));
}

/* How far back an indicator is looked for. */
#define REPEATS_BACK 400

void
rule_repeats(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        if (!is_repeatable(&in->claims.at[i]))
            continue;
        size_t stop = i + REPEATS_BACK;
        for (size_t k = i + 1; k < in->claims.n && k < stop; k++)
            check_repeat(in, i, k);
    }
}
