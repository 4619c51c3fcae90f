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
    fact_growth g = growth_from_levels(
        now, before, (decimal_step){GROWTH_SCALE, DECIMAL_HALF_UP});
    if (g.kind != CHANGE_RATE && g.kind != CHANGE_FLAT)
        return (slice){NULL, 0};
    slice a = number_of(in, now), b = number_of(in, before);
    slice r = number_text(in->arena, g.rate);
    return slice_printf(in->arena, "%.*s ÷ %.*s − 1 ≈ %.*s%%", SLICE_ARGS(a),
                        SLICE_ARGS(b), SLICE_ARGS(r));
}

/* 40.2倍 is 40.15 to 40.25 times, whatever that is in percent. */
static level_range
range_of_rate(const claim *rate)
{
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

/* Holds a rate against its two levels. */
static void
check_rate(const inspection *in, const claim *rate, jb_quantity now,
           jb_quantity before)
{
    if (!level_align(&now, &before) || decimal_sign(before.value) <= 0 ||
        decimal_sign(now.value) < 0 ||
        growth_allows(range_of_rate(rate), now, before))
        return;
    slice arithmetic = growth_arithmetic(in, now, before);
    if (arithmetic.len > 0)
        diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                    rule_figure_span(in, rate->figure),
                    rule_figure_text(in, rate->figure), arithmetic);
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

/* Values of LEXICON_BASIS that code speaks of. */
#define BASIS_YEAR_BEFORE 1
#define BASIS_IN_DOLLARS 6

/* What the change is measured against, as its clause says; 0: nothing. */
static int
basis_of(const inspection *in, const claim *c)
{
    size_t at;
    const lexicon_word *word =
        lexicon_find(rule_lead(in, c), LEXICON_BASIS, &at);
    return word == NULL ? 0 : word->value;
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
    int of_change = basis_of(in, change), of_rate = basis_of(in, rate);
    if (of_change != of_rate && of_change != 0 && of_rate != 0)
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

/* When, whose and against what: the last date or word of time before the
 * figure, else that with which its paragraph began to speak; 全国, 全省, 全市
 * in its clause; and the base of a change. */
typedef struct setting {
    slice period, scope;
    int basis;
    bool is_goal;
} setting;

/* 1—8月份 and 2022年1月至10月 are one period: figures joined by nothing else
 * than the words of a date. */
static bool
is_date_joint(slice between)
{
    static const slice joints[] = {
        SLICE("年"), SLICE("月"), SLICE("日"), SLICE("—"), SLICE("–"),
        SLICE("-"), SLICE("～"), SLICE("~"), SLICE("至"), SLICE("到"),
        SLICE("月至"), SLICE("月—"), SLICE("月-"), SLICE("年至"),
    };
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (slice_equal(between, joints[i]))
            return true;
    return false;
}

/* The date that ends with figure k. */
static slice
date_run(const inspection *in, size_t k)
{
    size_t first = k;
    while (first > 0 &&
           is_date_joint(rule_text(in, in->figures.at[first - 1].last,
                                   in->figures.at[first].first)))
        first--;
    return rule_text(in, in->figures.at[first].first,
                     in->figures.at[k].last);
}

/* The last period named in `lead`, whose figures are those before `end`. */
static slice
last_period(const inspection *in, slice lead, size_t end)
{
    slice found = {NULL, 0};
    for (size_t from = 0, at; from < lead.len;) {
        const lexicon_word *word = lexicon_find(
            slice_cut(lead, from, lead.len), LEXICON_PERIOD, &at);
        if (word == NULL)
            break;
        found = slice_cut(lead, from + at, from + at + word->text.len);
        from += at + word->text.len;
    }
    const char *start = in->passage.text.at;
    for (size_t k = end; k-- > 0 && end - k < CLAIM_REACH;) {
        const figure *f = &in->figures.at[k];
        if (start + f->first < lead.at)
            break;
        bool is_later = found.at == NULL || start + f->first > found.at;
        if (f->sort == FIGURE_DATE)
            return is_later ? date_run(in, k) : found;
    }
    return found;
}

/* Sentences whose first words may tell the period of a later one. */
#define PERIOD_BACK 12

/* The period with which an earlier sentence of the paragraph starts. */
static slice
period_before(const inspection *in, size_t i)
{
    const clause *at = in->clauses.at;
    size_t c = in->claims.at[i].clause, figure_end = i;
    for (int back = 0; back < PERIOD_BACK; back++) {
        size_t sentence = at[c].sentence;
        while (c > 0 && at[c - 1].sentence == sentence)
            c--;
        slice between = c == 0 ? SLICE_OF("\n")
                               : rule_text(in, at[c - 1].last, at[c].first);
        if (slice_find(between, SLICE_OF("\n")) < between.len)
            break;
        size_t first = c - 1;
        while (first > 0 && at[first - 1].sentence == at[c - 1].sentence)
            first--;
        while (figure_end > 0 &&
               in->figures.at[figure_end - 1].first >= at[first].last)
            figure_end--;
        slice found = last_period(
            in, rule_text(in, at[first].first, at[first].last), figure_end);
        if (found.len > 0)
            return found;
        c = first;
    }
    return (slice){NULL, 0};
}

static slice
period_of(const inspection *in, size_t i)
{
    slice own =
        last_period(in, rule_sentence_lead(in, &in->claims.at[i]), i);
    return own.len > 0 ? own : period_before(in, i);
}

/* 按美元计价，…: the clauses behind it are in that money; else the change is
 * against the year before. */
static int
currency_basis(const inspection *in, const claim *c)
{
    slice lead = rule_sentence_lead(in, c);
    return slice_find(lead, SLICE_OF("美元")) < lead.len ? BASIS_IN_DOLLARS
                                                         : BASIS_YEAR_BEFORE;
}

/* 今年的主要预期目标是：…: all of the sentence is wanted. */
static bool
is_goal(const inspection *in, const claim *c)
{
    size_t at;
    const clause *own = &in->clauses.at[c->clause];
    slice start = clause_near_start(
        rule_text(in, own->sentence_first, c->figure->first));
    return lexicon_find(start, LEXICON_GOAL, &at) != NULL ||
           lexicon_find(rule_sentence_lead(in, c), LEXICON_GOAL, &at) != NULL;
}

static setting
setting_of(const inspection *in, size_t i)
{
    size_t at;
    const lexicon_word *scope =
            lexicon_find(rule_lead(in, &in->claims.at[i]), LEXICON_SCOPE,
                         &at);
    setting s = {.period = period_of(in, i),
                 .basis = basis_of(in, &in->claims.at[i])};
    if (s.basis == 0)
        s.basis = currency_basis(in, &in->claims.at[i]);
    if (scope != NULL)
        s.scope = scope->text;
    s.is_goal = is_goal(in, &in->claims.at[i]);
    return s;
}

/* A scope that is not named is the text's own. */
static bool
is_same_setting(const inspection *in, size_t i, size_t k)
{
    setting a = setting_of(in, i), b = setting_of(in, k);
    bool is_scope_known = a.scope.len > 0 && b.scope.len > 0;
    return slice_equal(a.period, b.period) && a.basis == b.basis &&
           a.is_goal == b.is_goal &&
           (!is_scope_known || slice_equal(a.scope, b.scope));
}

/* A figure after 其中 is a part of something said before. */
static bool
is_part(const inspection *in, const claim *c)
{
    slice lead = rule_sentence_lead(in, c);
    return slice_find(lead, SLICE_OF("其中")) < lead.len;
}

static bool
says_same(const claim *a, const claim *b)
{
    return a->kind == b->kind && slice_equal(a->subject, b->subject) &&
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
is_repeatable(const inspection *in, const claim *c)
{
    bool is_kind = is_plain_level(c) || c->kind == CLAIM_RANK ||
                   (c->kind == CLAIM_RATE &&
                    c->figure->sort == FIGURE_PERCENT);
    return is_kind && is_specific(c->subject) && !is_part(in, c);
}

static void
report_repeat(const inspection *in, const claim *a, const claim *b)
{
    diag_report(in->diags, &PROSE_FIGURE_VARIES,
                rule_figure_span(in, b->figure), b->subject,
                rule_figure_text(in, b->figure),
                rule_figure_text(in, a->figure));
    diags_relate(in->diags, rule_figure_span(in, a->figure),
                 SLICE_OF("前一处在这里"));
}

/* How far back an indicator is looked for. */
#define REPEATS_BACK 400

/* Against the nearest mention before, in another sentence: within one a
 * subject may run on over several figures. */
static void
check_repeat(const inspection *in, size_t i)
{
    const claim *b = &in->claims.at[i];
    for (size_t k = i; k-- > 0 && i - k < REPEATS_BACK;) {
        const claim *a = &in->claims.at[k];
        if (a->sentence == b->sentence || !says_same(a, b) ||
            !is_repeatable(in, a) || !is_same_setting(in, k, i))
            continue;
        if (is_different(a, b))
            report_repeat(in, a, b);
        return;
    }
}

void
rule_repeats(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        const figure *f = in->claims.at[i].figure;
        if (is_repeatable(in, &in->claims.at[i]) &&
            rule_is_typed(in, f->first, f->last))
            check_repeat(in, i);
    }
}
