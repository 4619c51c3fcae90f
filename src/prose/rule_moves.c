/* A percentage that moved from one value to another: 由58.2%提高到60.1%，提高
 * 1.9个百分点, or 增长5.6%，较一季度的5.2%加快0.4个百分点. The verb, and the
 * difference that is told, must be those of the two. */
#include "prose/lexicon.h"
#include "prose/rule.h"

static bool
is_percent(const claim *c)
{
    return c->figure->sort == FIGURE_PERCENT && !c->is_aside &&
           c->figure->quantity.bound == BOUND_EXACT;
}

/* 城乡收入比由1.93缩小到1.86: a ratio has no unit, but a fraction. */
static bool
is_ratio(const claim *c)
{
    return c->figure->sort == FIGURE_BARE && !c->is_aside &&
           c->figure->quantity.bound == BOUND_EXACT &&
           c->figure->quantity.value.scale > 0;
}

/* With the sign of its verb: 下降2.3% is -2.3. */
static jb_decimal
value_of(const claim *c)
{
    return c->kind == CLAIM_RATE && c->direction != 0
               ? c->rate
               : c->figure->quantity.value;
}

static bool
is_move(const claim *c)
{
    return is_percent(c) || is_ratio(c);
}

static bool
is_typed_pair(const inspection *in, const claim *a, const claim *b)
{
    return rule_is_typed(in, a->figure->first, a->figure->last) &&
           rule_is_typed(in, b->figure->first, b->figure->last);
}

/* The percentage right before it in its clause; dates between, as in
 * 提高到2022年的60.1%, are passed over. */
static const claim *
percent_before(const inspection *in, size_t i)
{
    for (size_t k = i; k-- > 0 && i - k < CLAIM_REACH;) {
        const claim *c = &in->claims.at[k];
        if (c->clause != in->claims.at[i].clause ||
            (c->figure->sort != FIGURE_DATE && !is_move(c)))
            return NULL;
        if (is_move(c))
            return c;
    }
    return NULL;
}

/* The verb of change with 到 or 至 behind it; NULL without. */
static const lexicon_word *
verb_to(slice between)
{
    size_t at;
    const lexicon_word *verb = lexicon_find(between, LEXICON_CHANGE, &at);
    if (verb == NULL)
        verb = lexicon_find(between, LEXICON_WIDER, &at);
    if (verb == NULL)
        return NULL;
    slice rest = slice_cut(between, at + verb->text.len, between.len);
    return slice_starts_with(rest, SLICE_OF("到")) ||
                   slice_starts_with(rest, SLICE_OF("至")) ||
                   slice_starts_with(rest, SLICE_OF("为"))
               ? verb
               : NULL;
}

/* 由8.2%提高到6.5% */
static void
check_verb(const inspection *in, const claim *from, const claim *to)
{
    slice between = rule_text(in, from->figure->last, to->figure->first);
    const lexicon_word *verb = verb_to(between);
    int order = decimal_compare(to->figure->quantity.value,
                                from->figure->quantity.value);
    if (verb == NULL || order * verb->value >= 0)
        return;
    size_t first = from->figure->first, last = to->figure->last;
    diag_report(in->diags, &PROSE_VERB_CONTRADICTS,
                rule_span(in, first, last), verb->text,
                rule_text(in, first, last),
                order > 0 ? SLICE_OF("提高") : SLICE_OF("下降"));
}

/* Nothing but a verb of change, with or without 了. */
static bool
is_verb_alone(slice lead)
{
    slice done = SLICE_OF("了");
    if (slice_ends_with(lead, done))
        lead = slice_cut(lead, 0, lead.len - done.len);
    const lexicon_word *verb = lexicon_end(lead, LEXICON_CHANGE);
    return verb != NULL && slice_equal(lead, verb->text);
}

/* ，提高1.9% behind a move of 1.9 is meant as points. */
static void
check_unit(const inspection *in, const claim *c, const claim *to,
           jb_decimal by)
{
    slice lead = slice_trim(rule_lead(in, c));
    bool is_own = is_verb_alone(lead) &&
                  decimal_compare(decimal_abs(c->figure->quantity.value),
                                  decimal_abs(by)) == 0;
    size_t first = c->figure->first - lead.len;
    if (is_own)
        diag_report(in->diags, &PROSE_POINTS_AS_PERCENT,
                    rule_span(in, first, c->figure->last),
                    rule_figure_text(in, to->figure),
                    rule_text(in, first, c->figure->last));
}

/* The difference that the next clause tells, with nothing but its verb. */
static void
check_difference(const inspection *in, size_t i, const claim *from)
{
    const claim *to = &in->claims.at[i], *c = to + 1;
    jb_decimal now = to->figure->quantity.value;
    jb_decimal then = from->figure->quantity.value, by;
    if (i + 1 == in->claims.n || c->sentence != to->sentence ||
        c->clause != to->clause + 1 || c->is_aside ||
        c->figure->quantity.bound != BOUND_EXACT ||
        !decimal_sub(now, then, &by))
        return;
    slice lead = slice_trim(rule_lead(in, c));
    if (c->figure->sort == FIGURE_PERCENT) {
        check_unit(in, c, to, by);
        return;
    }
    bool is_told = c->figure->sort == FIGURE_POINTS && is_verb_alone(lead);
    if (is_told && !rule_may_differ(by, c->figure->quantity.value))
        diag_report(in->diags, &PROSE_RATE_CONTRADICTS,
                    rule_figure_span(in, c->figure),
                    rule_figure_text(in, c->figure),
                    rule_difference_text(in, now, then, by));
}

static void
check_move(const inspection *in, size_t i)
{
    const claim *to = &in->claims.at[i];
    const claim *from = is_move(to) ? percent_before(in, i) : NULL;
    if (from == NULL || from->figure->sort != to->figure->sort ||
        !is_typed_pair(in, from, to))
        return;
    slice lead = rule_lead(in, from);
    slice between = rule_text(in, from->figure->last, to->figure->first);
    if ((!slice_has(lead, "由") && !slice_has(lead, "从")) ||
        verb_to(between) == NULL)
        return;
    check_verb(in, from, to);
    check_difference(in, i, from);
}

void
rule_moves(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++)
        check_move(in, i);
}

/* ── 增长5.6%，较一季度的5.2%回落0.4个百分点 ── */

static bool
is_turned(int verb, jb_decimal now, jb_decimal then)
{
    jb_decimal by;
    if (!decimal_sub(now, then, &by) || verb > 1 || verb < -1)
        return false; /* 扩大, 收窄: of sizes */
    return decimal_sign(by) * verb < 0;
}

/* 降幅比1—5月的6.1%收窄: the sizes of falls are compared. */
static bool
is_of_falls(slice lead)
{
    return slice_starts_with(lead, SLICE_OF("降幅")) ||
           slice_starts_with(lead, SLICE_OF("跌幅"));
}

/* 比, 较 or 与 starts the clause, or follows 增幅 and its like there. */
static bool
is_comparison(slice lead)
{
    static const slice paces[] = {SLICE("增幅"), SLICE("增速"),
                                  SLICE("涨幅")};
    for (size_t i = 0; i < sizeof paces / sizeof *paces; i++)
        if (slice_starts_with(lead, paces[i]))
            lead = slice_cut(lead, paces[i].len, lead.len);
    if (is_of_falls(lead))
        lead = slice_cut(lead, strlen("降幅"), lead.len);
    return lexicon_start(lead, LEXICON_AGAINST) != NULL;
}

/* The verb between the two, which is all that stands there: 回落, 高. */
static int
verb_of_pace(slice between)
{
    const lexicon_word *verb = lexicon_start(between, LEXICON_FASTER);
    if (verb == NULL)
        verb = lexicon_start(between, LEXICON_CHANGE);
    if (verb != NULL && slice_equal(verb->text, between))
        return verb->value;
    if (slice_is(between, "高") || slice_is(between, "快"))
        return 1;
    return slice_is(between, "低") || slice_is(between, "慢") ? -1 : 0;
}

static void
check_against(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i];
    const claim *then =
        c->figure->sort == FIGURE_POINTS ? percent_before(in, i) : NULL;
    const claim *now = then == NULL ? NULL : rule_spoken_of(in, i);
    if (now == NULL || !is_percent(then) || !is_percent(now) ||
        !is_typed_pair(in, then, c))
        return;
    slice between = rule_text(in, then->figure->last, c->figure->first);
    int verb = verb_of_pace(between);
    slice lead = slice_trim(rule_lead(in, then));
    jb_decimal a = value_of(now), b = then->figure->quantity.value, by;
    bool is_fall = decimal_sign(a) < 0 && is_of_falls(lead);
    if (is_fall) {
        a = decimal_abs(a);
        verb = verb > 0 ? 1 : verb < 0 ? -1 : 0; /* 扩大 is more, 收窄 less */
    }
    if (verb == 0 || !is_comparison(lead) ||
        is_fall != is_of_falls(lead) ||
        decimal_sign(a) < 0 || !decimal_sub(a, b, &by))
        return; /* a fall is told by its size: 较上月的2.1%收窄 */
    if (rule_may_differ(by, c->figure->quantity.value) &&
        !is_turned(verb, a, b))
        return;
    size_t first = c->figure->first - between.len;
    diag_report(in->diags, &PROSE_PACE_CONTRADICTS,
                rule_span(in, first, c->figure->last),
                rule_text(in, first, c->figure->last),
                rule_difference_text(in, a, b, by));
}

/* ── 3.1%，比上年上升0.2个百分点，上年为3.3% ── */

/* 上年为3.3% behind 比上年上升, 上月为49.5% behind 比上月下降. */
static bool
is_former_told(const inspection *in, const claim *c, const claim *then)
{
    static const slice times[] = {SLICE("上月"), SLICE("上季度"),
                                  SLICE("一季度"), SLICE("上半年"),
                                  SLICE("年初"), SLICE("上年末")};
    slice own = slice_trim(rule_lead(in, c));
    slice lead = slice_trim(rule_lead(in, then));
    bool is_year = slice_has(own, "上年") || slice_has(own, "去年") ||
                   slice_has(own, "同比");
    if (then->is_base && is_year)
        return true;
    for (size_t i = 0; i < sizeof times / sizeof *times; i++)
        if (slice_starts_with(lead, times[i]) &&
            slice_find(own, times[i]) < own.len)
            return lead.len <= times[i].len + 2 * strlen("一");
    return false;
}

/* The share of then is told behind the points that it moved by. */
static void
check_base_behind(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i], *now = c - 1, *then = c + 1;
    if (i == 0 || i + 1 == in->claims.n || c->kind != CLAIM_POINTS ||
        c->direction == 0 || c->is_aside || !is_percent(now) ||
        now->kind != CLAIM_LEVEL || !is_former_told(in, c, then) ||
        now->sentence != c->sentence || then->sentence != c->sentence ||
        now->clause + 1 != c->clause || then->clause > c->clause + 1 ||
        then->figure->sort != FIGURE_PERCENT ||
        then->figure->quantity.bound != BOUND_EXACT ||
        !is_typed_pair(in, now, then))
        return;
    slice lead = slice_trim(rule_lead(in, c));
    jb_decimal a = now->figure->quantity.value;
    jb_decimal b = then->figure->quantity.value, by;
    if (!decimal_sub(a, b, &by) ||
        (rule_may_differ(by, c->figure->quantity.value) &&
         !is_turned(c->direction, a, b)))
        return;
    size_t first = c->figure->first - lead.len;
    diag_report(in->diags, &PROSE_PACE_CONTRADICTS,
                rule_span(in, first, c->figure->last),
                rule_text(in, first, c->figure->last),
                rule_difference_text(in, a, b, by));
}

/* ── 增长7.4%，高于全省平均水平（6.2%）1.2个百分点 ── */

/* 高于 and its like at the start of the clause: 1 above, -1 below, 0 none. */
static int
side_of(slice lead)
{
    static const slice above[] = {SLICE("高于"), SLICE("高出"), SLICE("快于")};
    static const slice below[] = {SLICE("低于"), SLICE("慢于")};
    for (size_t i = 0; i < sizeof above / sizeof *above; i++)
        if (slice_starts_with(lead, above[i]))
            return 1;
    for (size_t i = 0; i < sizeof below / sizeof *below; i++)
        if (slice_starts_with(lead, below[i]))
            return -1;
    return 0;
}

/* Which way from the percentage in brackets: 高于全省（6.2%）1.2, 较一季度
 * （6.2%）回落1.2. *is_closed when nothing else stands behind it. */
static int
side_beside(slice lead, slice between, bool *is_closed)
{
    slice close = SLICE_OF("）");
    if (!slice_starts_with(between, close))
        close = SLICE_OF(")");
    slice verb = slice_cut(between, close.len, between.len);
    *is_closed = slice_starts_with(between, close) && verb.len == 0;
    if (*is_closed || !slice_starts_with(between, close))
        return side_of(lead);
    const lexicon_word *word = lexicon_start(verb, LEXICON_FASTER);
    const lexicon_word *against = lexicon_start(lead, LEXICON_AGAINST);
    *is_closed = word != NULL && word->text.len == verb.len &&
                 against != NULL;
    return *is_closed && (word->value == 1 || word->value == -1)
               ? word->value
               : 0;
}

/* The percentage in brackets right before the points. */
static void
check_beside(const inspection *in, size_t i)
{
    const claim *c = &in->claims.at[i], *then = c - 1;
    if (i < 2 || c->figure->sort != FIGURE_POINTS || c->is_aside ||
        !then->is_aside || then->figure->sort != FIGURE_PERCENT ||
        then->clause != c->clause)
        return;
    const claim *now = c - 2;
    slice between = rule_text(in, then->figure->last, c->figure->first);
    slice lead = slice_trim(rule_lead(in, then));
    bool is_closed;
    int side = side_beside(lead, between, &is_closed);
    bool is_next = now->sentence == c->sentence &&
                   now->clause + 1 == c->clause && is_percent(now);
    jb_decimal a = value_of(now), b = then->figure->quantity.value, by;
    bool is_size = decimal_sign(a) < 0 && decimal_sign(b) >= 0;
    if (side == 0 || !is_next || is_size || !is_closed ||
        !decimal_sub(a, b, &by) ||
        (rule_may_differ(by, c->figure->quantity.value) &&
         !is_turned(side, a, b)) ||
        !is_typed_pair(in, now, c))
        return;
    size_t first = c->figure->first - lead.len - between.len -
                   (then->figure->last - then->figure->first);
    diag_report(in->diags, &PROSE_PACE_CONTRADICTS,
                rule_span(in, first, c->figure->last),
                rule_text(in, first, c->figure->last),
                rule_difference_text(in, a, b, by));
}

void
rule_compared(const inspection *in)
{
    for (size_t i = 0; i < in->claims.n && rule_has_room(in); i++) {
        check_against(in, i);
        check_base_behind(in, i);
        check_beside(in, i);
    }
}
