/* Levels and the growth between them; the same indicator said twice. */
#include "facts/growth.h"
#include "prose/lexicon.h"
#include "prose/nominal.h"
#include "prose/number.h"
#include "prose/rule.h"
#include "prose/setting.h"

/* How far prices fall while something doubles, at most. */
#define DEFLATION_MOST 1.4

static slice
number_of(const inspection *in, jb_quantity q)
{
    return number_text(in->arena, q.value);
}

static slice
growth_arithmetic(const inspection *in, jb_quantity now, jb_quantity before)
{
    fact_growth g = growth_from_levels(
        now, before, (decimal_step){GROWTH_SCALE, DECIMAL_HALF_UP});
    if (g.kind != CHANGE_RATE && g.kind != CHANGE_FLAT)
        return (slice){NULL, 0};
    slice a = number_of(in, now), b = number_of(in, before);
    slice r = number_text(in->arena, g.rate);
    return slice_printf(in->arena, "%.*s ÷ %.*s − 1 ≈ %.*s%%", SLICE_ARGS(a),
                        SLICE_ARGS(b), SLICE_ARGS(r));
}

/* 翻一番 is said of all that is near to twice, or a little more; 翻一番多 of
 * anything up to the next doubling. */
static level_range
range_of_doubling(const claim *doubling)
{
    jb_decimal under = {5, 0}, over = {20, 0}, next = {100, 0};
    level_range r = {doubling->rate, doubling->rate, true, true};
    quantity_bound bound = doubling->figure->quantity.bound;
    if (bound == BOUND_ABOVE || bound == BOUND_AT_LEAST)
        decimal_add(next, doubling->rate, &over);
    r.has_low = decimal_sub(r.low, under, &r.low);
    r.has_high = decimal_add(r.high, over, &r.high);
    return r;
}

/* 40.2倍 is 40.15 to 40.25 times, whatever that is in percent. */
static level_range
range_of_rate(const claim *rate)
{
    if (rate->kind == CLAIM_DOUBLING)
        return range_of_doubling(rate);
    metrics_change stated = {.kind = CHANGE_RATE, .rate = rate->rate,
                             .bound = rate->figure->quantity.bound};
    bool is_times = rate->figure->sort == FIGURE_TIMES;
    if (is_times)
        stated.rate = rate->figure->quantity.value;
    level_range r = growth_range_of(stated);
    if (is_times && (!decimal_shift(r.low, 2, &r.low) ||
                     !decimal_shift(r.high, 2, &r.high)))
        r.has_low = r.has_high = false;
    return r;
}

bool
nominal_allows(const claim *rate, jb_quantity now, jb_quantity before)
{
    return !level_align(&now, &before) || decimal_sign(before.value) <= 0 ||
           decimal_sign(now.value) < 0 ||
           growth_allows(range_of_rate(rate), now, before);
}

/* Holds a rate against its two levels. */
void
nominal_check(const inspection *in, const claim *rate, jb_quantity now,
           jb_quantity before)
{
    if (nominal_allows(rate, now, before) || !level_align(&now, &before))
        return;
    slice arithmetic = growth_arithmetic(in, now, before);
    if (arithmetic.len > 0)
        diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                    rule_figure_span(in, rate->figure),
                    rule_change_text(in, rate), arithmetic);
}

/* 生产总值…按可比价格计算: the growth is not that of the written amounts; 分别
 * has one for each of several. */
static bool
is_of_amounts(const inspection *in, const claim *rate)
{
    size_t at;
    slice lead = rule_sentence_lead(in, rate), own = rule_lead(in, rate);
    bool is_list = slice_find(own, SLICE_OF("分别")) < own.len;
    return !is_list &&
           lexicon_find(rate->subject, LEXICON_NOT_NOMINAL, &at) == NULL &&
           lexicon_find(lead, LEXICON_NOT_NOMINAL, &at) == NULL;
}

static bool
is_nominal(const inspection *in, const claim *rate)
{
    return !rate->is_aside && is_of_amounts(in, rate);
}

/* 由620.5亿元增加到1286.4亿元，翻了两番: the doubling is at constant prices, but
 * prices do not fall by so much that it could be of these, and nobody says 翻一番
 * of what doubled twice. */
static bool
is_far_from_doubling(const claim *rate, jb_quantity now, jb_quantity before)
{
    if (rate->kind != CLAIM_DOUBLING || !level_align(&now, &before) ||
        decimal_sign(before.value) <= 0)
        return false;
    double ratio = decimal_to_double(now.value) /
                   decimal_to_double(before.value);
    double wanted = 1 + decimal_to_double(rate->rate) / 100;
    return ratio * DEFLATION_MOST < wanted || ratio >= 2 * wanted;
}

/* ── 由P增加到V ── */

/* The nearest level before it in the same clause; dates between, as in
 * 增加到2022年的490家, are passed over. */
static const claim *
level_before(const inspection *in, size_t i)
{
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *c = &in->claims.at[k];
        if (c->clause != in->claims.at[i].clause)
            return NULL;
        if (c->kind == CLAIM_LEVEL)
            return c;
        if (c->kind != CLAIM_NONE)
            return NULL;
    }
    return NULL;
}

/* The level from which the claim's level comes: 由 or 从 before it, 增加到
 * between. */
static const claim *
origin_of(const inspection *in, size_t i)
{
    const claim *to = &in->claims.at[i], *from = level_before(in, i);
    if (from == NULL)
        return NULL;
    slice lead = rule_lead(in, from);
    bool is_origin = slice_find(lead, SLICE_OF("由")) < lead.len ||
                     slice_find(lead, SLICE_OF("从")) < lead.len;
    slice between = rule_text(in, from->figure->last, to->figure->first);
    size_t at;
    const lexicon_word *verb = lexicon_find(between, LEXICON_CHANGE, &at);
    if (!is_origin || verb == NULL)
        return NULL;
    slice rest = slice_cut(between, at + verb->text.len, between.len);
    bool is_move = slice_starts_with(rest, SLICE_OF("到")) ||
                   slice_starts_with(rest, SLICE_OF("至"));
    return is_move ? from : NULL;
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

/* A rate; a doubling too, as it is held against levels. */
static bool
is_kind(const claim *c, claim_kind kind)
{
    return c->kind == kind ||
           (kind == CLAIM_RATE && c->kind == CLAIM_DOUBLING);
}

/* 完成预算数24710万元的21.5%, 占调整预算105.47%: how far the level before has
 * come; what follows is of that. */
static bool
is_completion(const inspection *in, const claim *c)
{
    const clause *own = &in->clauses.at[c->clause];
    slice words = slice_trim(rule_text(in, own->first, own->last));
    size_t at;
    bool is_start = slice_starts_with(words, SLICE_OF("完成")) ||
                    slice_starts_with(words, SLICE_OF("占")) ||
                    slice_starts_with(words, SLICE_OF("为"));
    return is_start && slice_ends_with(words, SLICE_OF("%")) &&
           lexicon_find(words, LEXICON_AIM, &at) != NULL;
}

static const claim *
claim_on(const inspection *in, size_t level, claim_kind kind)
{
    size_t last = level; /* of the level and what it has completed */
    for (size_t i = level + 1;
         i < in->claims.n && i < level + CLAIM_REACH; i++) {
        const claim *c = &in->claims.at[i];
        if (c->sentence != in->claims.at[level].sentence)
            break;
        if (c->is_aside && !in->claims.at[level].is_aside)
            continue; /* 594万吨（119亿斤），增长0.9% */
        if (c->kind == CLAIM_LEVEL && is_completion(in, c))
            last = i;
        else if (c->kind == CLAIM_LEVEL)
            break;
        if (is_kind(c, kind) && c->level >= level && c->level <= last)
            return c;
    }
    return NULL;
}

/* 增加50.8万人（增长3.8%）: the growth in brackets right behind the change. */
static const claim *
rate_aside(const inspection *in, const claim *change)
{
    const claim *c = change + 1;
    if (change == NULL || c == in->claims.at + in->claims.n ||
        c->kind != CLAIM_RATE || !c->is_aside || change->is_aside)
        return NULL;
    slice between = rule_text(in, change->figure->last, c->figure->first);
    return slice_is(between, "（增长") || slice_is(between, "(增长") ||
                   slice_is(between, "（下降") || slice_is(between, "(下降")
               ? c
               : NULL;
}

/* 由2017年的86家增加到312家，同比增长20%: of the year before, not of 2017. */
static bool
is_origin_meant(const inspection *in, const claim *from, const claim *rate)
{
    slice lead = rule_lead(in, from);
    bool is_former = slice_find(lead, SLICE_OF("上年")) < lead.len ||
                     slice_find(lead, SLICE_OF("去年")) < lead.len ||
                     slice_find(lead, SLICE_OF("年的")) == lead.len;
    return setting_basis(in, rate) == 0 || is_former;
}

/* P ± D, as its digits say. */
static bool
moved(const claim *base, const claim *change, jb_quantity *out)
{
    jb_quantity by = change->figure->quantity;
    *out = base->figure->quantity;
    return level_align(out, &by) &&
           (change->direction > 0
                    ? decimal_add(out->value, by.value, &out->value)
                    : decimal_sub(out->value, by.value, &out->value));
}

/* 126家，比上年的112家增加16家: 112 + 16 is not 126. */
static void
check_moved(const inspection *in, const claim *level, const claim *base,
            const claim *change)
{
    jb_quantity sum, now = level->figure->quantity;
    jb_decimal off, slack = {0, 0};
    if (!moved(base, change, &sum) || !level_align(&sum, &now) ||
        !decimal_sub(sum.value, now.value, &off))
        return;
    if (!level_is_exact(now))
        slack = (jb_decimal){15, now.value.scale + 1};
    if (decimal_compare(decimal_abs(off), slack) <= 0)
        return;
    slice p = number_of(in, base->figure->quantity);
    slice d = number_of(in, change->figure->quantity);
    slice v = number_of(in, sum);
    diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                rule_figure_span(in, level->figure),
                rule_figure_text(in, level->figure),
                slice_printf(in->arena, "%.*s %s %.*s = %.*s", SLICE_ARGS(p),
                             change->direction > 0 ? "+" : "−",
                             SLICE_ARGS(d), SLICE_ARGS(v)));
}

/* 净增企业120家，由412家增至512家: the change told right before the two, which
 * its noun hides from its figure. */
static bool
change_before(const inspection *in, const claim *from, claim *out)
{
    const claim *c = from - 1;
    if (from == in->claims.at || c->sentence != from->sentence ||
        c->clause + 1 != from->clause || c->is_aside ||
        c->figure->quantity.bound != BOUND_EXACT)
        return false;
    slice lead = slice_trim(rule_lead(in, c));
    slice own = slice_trim(rule_lead(in, from));
    *out = *c;
    if (slice_starts_with(lead, SLICE_OF("净增")))
        out->direction = 1;
    bool is_change = c->kind == CLAIM_CHANGE ||
                     slice_starts_with(lead, SLICE_OF("净增"));
    return is_change && out->direction != 0 && setting_basis(in, c) == 0 &&
           (slice_is(own, "由") || slice_is(own, "从"));
}

/* 由76138万元调整为89138万元，调增13000万元: the change told right behind the two,
 * against nothing else. */
static bool
change_behind(const inspection *in, const claim *to, claim *out)
{
    const claim *c = to + 1;
    if (c == in->claims.at + in->claims.n || c->sentence != to->sentence ||
        c->clause != to->clause + 1 || c->is_aside ||
        c->kind != CLAIM_CHANGE || c->direction == 0 ||
        c->figure->quantity.bound != BOUND_EXACT)
        return false;
    slice lead = slice_trim(rule_lead(in, c));
    *out = *c;
    return setting_basis(in, c) == 0 &&
           lead.len <= 3 * strlen("一"); /* 净增加, 调增了 */
}

/* 由76138万元调整为89138万元，调增13000万元: what follows is of the two, but a
 * growth is not. */
static void
check_adjusted(const inspection *in, size_t i)
{
    const claim *from = level_before(in, i), *to = &in->claims.at[i];
    claim change;
    if (from == NULL || from->clause != to->clause)
        return;
    slice between = rule_text(in, from->figure->last, to->figure->first);
    if (slice_is(slice_trim(between), "调整为") &&
        rule_is_typed(in, from->figure->first, to->figure->last) &&
        change_behind(in, to, &change))
        check_moved(in, to, from, &change);
}

static void
check_from_to(const inspection *in, size_t i)
{
    const claim *from = origin_of(in, i), *to = &in->claims.at[i];
    if (from == NULL ||
        !rule_is_typed(in, from->figure->first, to->figure->last))
        return;
    check_direction(in, from, to);
    claim change;
    if (change_before(in, from, &change) || change_behind(in, to, &change))
        check_moved(in, to, from, &change);
    const claim *rate = claim_on(in, i, CLAIM_RATE);
    jb_quantity now = to->figure->quantity, before = from->figure->quantity;
    if (rate != NULL && is_origin_meant(in, from, rate) &&
        (is_nominal(in, rate) || is_far_from_doubling(rate, now, before)))
        nominal_check(in, rate, now, before);
}

/* ── V，增加D，增长r% ── */

/* 490家，比上年增加680家: more than there are now. */
static void
check_excess(const inspection *in, const claim *level, const claim *change)
{
    jb_quantity now = level->figure->quantity;
    jb_quantity by = change->figure->quantity;
    slice between =
        rule_text(in, level->figure->last, change->figure->first);
    size_t at;
    bool is_own = change->direction > 0 &&
                  slice_equal(change->subject, level->subject) &&
                  (setting_basis(in, change) != 0 ||
                   lexicon_find(between, LEXICON_VERSUS, &at) != NULL);
    if (!is_own || decimal_sign(now.value) <= 0 ||
        decimal_sign(by.value) <= 0 || !level_align(&now, &by) ||
        decimal_compare(by.value, now.value) <= 0 ||
        !rule_is_typed(in, change->figure->first, change->figure->last))
        return;
    diag_report(in->diags, &PROSE_CHANGE_EXCEEDS,
                rule_figure_span(in, change->figure),
                rule_figure_text(in, level->figure),
                rule_figure_text(in, change->figure));
}

/* 净增企业675户、总数达到665户: more were added than there are. */
static void
check_added(const inspection *in, size_t i)
{
    const claim *level = &in->claims.at[i], *added = level - 1;
    slice lead = rule_lead(in, level);
    bool is_all = slice_has(lead, "总数") || slice_has(lead, "总量");
    if (i == 0 || !is_all || added->sentence != level->sentence ||
        added->clause + 1 < level->clause || level->is_base)
        return;
    slice own = slice_trim(rule_lead(in, added));
    jb_quantity now = level->figure->quantity;
    jb_quantity by = added->figure->quantity;
    bool is_added = added->figure->sort == FIGURE_QUANTITY &&
                    (slice_starts_with(own, SLICE_OF("净增")) ||
                     slice_starts_with(own, SLICE_OF("新增")));
    if (is_added && level_align(&now, &by) &&
        decimal_compare(by.value, now.value) > 0 &&
        rule_is_typed(in, added->figure->first, level->figure->last))
        diag_report(in->diags, &PROSE_CHANGE_EXCEEDS,
                    rule_figure_span(in, added->figure),
                    rule_figure_text(in, level->figure),
                    rule_figure_text(in, added->figure));
}

static void
check_change(const inspection *in, size_t i)
{
    const claim *level = &in->claims.at[i];
    check_added(in, i);
    const claim *change = claim_on(in, i, CLAIM_CHANGE);
    const claim *rate = claim_on(in, i, CLAIM_RATE);
    if (change != NULL)
        check_excess(in, level, change);
    if (change != NULL && rate == NULL)
        rate = rate_aside(in, change);
    if (change == NULL || rate == NULL || change->direction == 0 ||
        !rule_is_typed(in, level->figure->first, rate->figure->last))
        return;
    int of_change = setting_basis(in, change);
    int of_rate = setting_basis(in, rate);
    bool is_other = of_change != of_rate && of_change != 0 && of_rate != 0;
    /* Behind 完成年初预算数的21.5% they are of that level. */
    bool is_behind = change->level > i && rate->level > i &&
                     change->level != CLAIM_OF_NOTHING &&
                     rate->level != CLAIM_OF_NOTHING;
    bool is_own = is_behind ||
                  (slice_equal(change->subject, level->subject) &&
                   (rate->is_aside ||
                    slice_equal(rate->subject, level->subject)));
    if (is_other || !is_own || !is_of_amounts(in, rate))
        return; /* 比年初增加…，同比增长… */
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
        nominal_check(in, rate, now, before);
}

/* ── 比上年的P增加D，增长r% ── */

/* The level told right before the base in its sentence, in its unit. */
static const claim *
level_compared(const inspection *in, size_t i)
{
    const claim *base = &in->claims.at[i];
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *c = &in->claims.at[k];
        if (c->sentence != base->sentence)
            break;
        if (c->kind != CLAIM_LEVEL || c->is_base ||
            (c->is_aside && !base->is_aside))
            continue;
        bool is_one = c->figure->quantity.bound == BOUND_EXACT &&
                      unit_is_same_base(c->figure->quantity.unit,
                                        base->figure->quantity.unit);
        return is_one ? c : NULL;
    }
    return NULL;
}

/* The first claim of that kind behind the base, before the next level. */
static const claim *
claim_behind(const inspection *in, size_t i, claim_kind kind)
{
    const claim *base = &in->claims.at[i];
    for (size_t k = i + 1; k < in->claims.n && k < i + CLAIM_REACH; k++) {
        const claim *c = &in->claims.at[k];
        if (c->sentence != base->sentence || c->kind == CLAIM_LEVEL)
            break;
        if (is_kind(c, kind) && !c->is_aside &&
            (c->direction != 0 || c->kind == CLAIM_DOUBLING))
            return c;
    }
    return NULL;
}

/* 345.6亿元，同比下降2.1%，上年同期为338.5亿元: told between the level and what
 * it was, against the year before. */
static const claim *
claim_between(const inspection *in, const claim *level, size_t i,
              claim_kind kind)
{
    const claim *base = &in->claims.at[i];
    if (level == NULL || lexicon_end(rule_lead(in, base),
                                     LEXICON_FORMER) == NULL)
        return NULL;
    for (const claim *c = level + 1; c < base; c++) {
        int basis = setting_basis(in, c);
        if (is_kind(c, kind) && !c->is_aside && c->direction != 0 &&
            (basis == 0 || basis == SETTING_YEAR_BEFORE))
            return c;
    }
    return NULL;
}

static void
check_base(const inspection *in, size_t i)
{
    const claim *base = &in->claims.at[i];
    const claim *level = level_compared(in, i);
    const claim *change = claim_behind(in, i, CLAIM_CHANGE);
    const claim *rate = claim_behind(in, i, CLAIM_RATE);
    jb_quantity now;
    if (change == NULL && rate == NULL) {
        change = claim_between(in, level, i, CLAIM_CHANGE);
        rate = claim_between(in, level, i, CLAIM_RATE);
    }
    if (base->figure->quantity.bound != BOUND_EXACT ||
        !rule_is_typed(in, base->figure->first, base->figure->last))
        return;
    if (level != NULL && change != NULL)
        check_moved(in, level, base, change);
    if (rate == NULL || !is_nominal(in, rate))
        return;
    if (change != NULL && moved(base, change, &now))
        nominal_check(in, rate, now, base->figure->quantity);
    else if (level != NULL && change == NULL)
        nominal_check(in, rate, level->figure->quantity,
                   base->figure->quantity);
}

/* ── 增长r%，增加D，达到V ── */

/* The change told right before the level, with the rate right before that,
 * or the other way round, and no level before them. */
static void
check_trailing(const inspection *in, size_t i)
{
    const claim *level = &in->claims.at[i];
    if (i < 2 || level->is_base || level->is_aside)
        return;
    const claim *a = level - 2, *b = level - 1;
    const claim *change = a->kind == CLAIM_CHANGE ? a : b;
    const claim *rate = a->kind == CLAIM_RATE ? a : b;
    slice lead = rule_lead(in, level);
    bool is_reached = slice_ends_with(lead, SLICE_OF("达")) ||
                      slice_ends_with(lead, SLICE_OF("达到"));
    bool is_own = a->clause + 1 == b->clause &&
                  b->clause + 1 == level->clause &&
                  a->sentence == level->sentence &&
                  change->kind == CLAIM_CHANGE && rate->kind == CLAIM_RATE &&
                  a->level == CLAIM_OF_NOTHING && change->direction != 0;
    jb_quantity by = change->figure->quantity;
    jb_quantity now = level->figure->quantity, before = now;
    if (!is_reached || !is_own || !is_nominal(in, rate) ||
        !level_align(&before, &by) ||
        !rule_is_typed(in, a->figure->first, level->figure->last))
        return;
    bool is_known = change->direction > 0
                        ? decimal_sub(before.value, by.value, &before.value)
                        : decimal_add(before.value, by.value, &before.value);
    if (is_known)
        nominal_check(in, rate, now, before);
}

static bool
is_plain_level(const claim *c)
{
    return c->kind == CLAIM_LEVEL && c->figure->sort == FIGURE_QUANTITY &&
           c->figure->quantity.bound == BOUND_EXACT;
}

/* ── 2021年P，2022年V，增长r% ── */

/* The year by which the figure is told: the date right before it, with
 * nothing but its subject between. */
static int64_t
year_of(const inspection *in, size_t i)
{
    for (size_t k = i; k-- > 0 && i - k < 3;) {
        const figure *f = in->claims.at[k].figure;
        slice rest = rule_text(in, f->last, in->claims.at[i].figure->first);
        if (in->claims.at[k].clause != in->claims.at[i].clause ||
            f->sort != FIGURE_DATE)
            return 0;
        if (slice_starts_with(rest, SLICE_OF("年")) &&
            f->quantity.value.coefficient >= 1900)
            return f->quantity.value.coefficient;
    }
    return 0;
}

static void
check_years(const inspection *in, size_t i)
{
    const claim *now = &in->claims.at[i];
    const claim *rate = claim_on(in, i, CLAIM_RATE);
    int64_t year = year_of(in, i);
    bool is_doubling = rate != NULL && rate->kind == CLAIM_DOUBLING;
    if (rate == NULL || year == 0 || (!is_nominal(in, rate) && !is_doubling) ||
        (setting_basis(in, rate) > SETTING_YEAR_BEFORE && !is_doubling))
        return;
    for (size_t k = i; k-- > 0 && i - k < 4;) {
        const claim *c = &in->claims.at[k];
        bool is_before = c->sentence == now->sentence && is_plain_level(c) &&
                         unit_is_same_base(c->figure->quantity.unit,
                                           now->figure->quantity.unit);
        int64_t then = is_before ? year_of(in, k) : 0;
        bool is_meant = is_doubling ? then != year : then == year - 1;
        if (then == 0 || !is_meant)
            continue;
        bool is_turned = then > year; /* 2024年V，2015年为P，翻了两番 */
        jb_quantity a = (is_turned ? c : now)->figure->quantity;
        jb_quantity b = (is_turned ? now : c)->figure->quantity;
        if (rule_is_typed(in, c->figure->first, rate->figure->last) &&
            (is_nominal(in, rate) || is_far_from_doubling(rate, a, b)))
            nominal_check(in, rate, a, b);
        return;
    }
}

/* ── V，是上年P的N倍 ── */

/* The level told right before the base, against N times that. */
static void
check_times(const inspection *in, size_t i)
{
    const claim *times = &in->claims.at[i], *base = times - 1;
    const claim *level = i < 2 ? NULL : base - 1;
    while (level != NULL && level > in->claims.at &&
           level->figure->sort == FIGURE_DATE)
        level--;
    if (level == NULL || times->figure->sort != FIGURE_TIMES ||
        times->figure->quantity.bound != BOUND_EXACT ||
        times->clause != base->clause || level->sentence != base->sentence ||
        level->clause + 1 != base->clause || !is_plain_level(level) ||
        !is_plain_level(base) || times->is_aside)
        return;
    slice lead = slice_trim(rule_lead(in, base));
    slice between = rule_text(in, base->figure->last, times->figure->first);
    jb_quantity now = level->figure->quantity, then = base->figure->quantity;
    if (!slice_is(between, "的") || !slice_starts_with(lead, SLICE_OF("是")) ||
        !unit_is_same_base(now.unit, then.unit) ||
        !level_align(&now, &then) || decimal_sign(then.value) <= 0 ||
        !rule_is_typed(in, base->figure->first, times->figure->last))
        return;
    double ratio = decimal_to_double(now.value) /
                   decimal_to_double(then.value);
    double off = ratio - decimal_to_double(times->figure->quantity.value);
    double slack = 0.6; /* half of the last digit, and a little */
    for (int n = times->figure->quantity.value.scale; n > 0; n--)
        slack /= 10;
    if (off <= slack && off >= -slack)
        return;
    slice a = number_of(in, now), b = number_of(in, then);
    diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                rule_figure_span(in, times->figure),
                rule_figure_text(in, times->figure),
                slice_printf(in->arena, "%.*s ÷ %.*s ≈ %.2f", SLICE_ARGS(a),
                             SLICE_ARGS(b), ratio));
}

void
rule_levels(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        check_times(in, i);
        if (!is_plain_level(&in->claims.at[i]))
            continue;
        check_from_to(in, i);
        check_adjusted(in, i);
        check_years(in, i);
        check_trailing(in, i);
        if (in->claims.at[i].is_base)
            check_base(in, i);
        else if (!is_completion(in, &in->claims.at[i]))
            check_change(in, i);
    }
}
