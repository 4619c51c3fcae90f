#include "prose/sentence.h"

#include "prose/goal.h"
#include "prose/number.h"
#include "prose/phrase.h"
#include "prose/saying.h"
#include "prose/timing.h"

static saying
saying_of(const prose_writer *w, prose_text *t, size_t metric)
{
    return (saying){w, t, metrics_at(facts_metrics(w->facts), metric),
                      metric, {0}};
}

/* 按可比价计算 */
static void
add_basis(const saying *s)
{
    if (s->metric->basis.text.len == 0)
        return;
    saying_add(s, "按");
    prose_add(s->writer, s->out, s->metric->basis.text);
    saying_add(s, "计算");
}

/* 同比增长7.4%, 与上年同期持平 */
static void
add_growth(const saying *s)
{
    const jb_fact *growth = saying_fact(s, FACT_GROWTH);
    add_basis(s);
    prose_add(s->writer, s->out, phrase_versus(growth, s->metric->period));
    saying_say(s, saying_growth(s), growth);
}

/* ── patterns ── */

static void
say_level_first(const saying *s)
{
    saying_add_levels(s);
    if (!saying_fact(s, FACT_GROWTH)->is_known)
        return;
    saying_add(s, "，");
    add_growth(s);
}

static void
say_growth_first(const saying *s)
{
    const jb_fact *value = saying_fact(s, FACT_VALUE);
    saying_add_name(s);
    add_growth(s);
    bool is_rise = phrase_direction(saying_fact(s, FACT_GROWTH)) > 0;
    saying_add(s, is_rise ? "，达到" : "，为");
    saying_say(s, saying_level(s, value, PHRASE_PLAIN), value);
}

/* X由上年同期的P */
static void
add_name_and_base(const saying *s, const jb_fact *previous)
{
    saying_add_name(s);
    saying_add(s, saying_is_of_year(s) ? "由上年的" : "由上年同期的");
    saying_say(s, saying_level(s, previous, PHRASE_PLAIN), previous);
}

static void
say_from_to(const saying *s)
{
    const jb_fact *value = saying_fact(s, FACT_VALUE);
    const jb_fact *previous = saying_fact(s, FACT_PREVIOUS);
    const jb_fact *growth = saying_fact(s, FACT_GROWTH);
    bool is_rise = phrase_direction(growth) > 0;
    phrase_options o = saying_options(s);
    bool is_total = phrase_is_total(s->metric->name.text, s->metric->unit);
    add_name_and_base(s, previous);
    saying_add(s, o.is_duration ? (is_rise ? "延长到" : "缩短到")
                  : is_total    ? (is_rise ? "增加到" : "减少到")
                                : (is_rise ? "提高到" : "下降到"));
    saying_say(s, saying_level(s, value, PHRASE_PLAIN), value);
    saying_add(s, "，");
    saying_say(s, saying_growth(s), growth);
}

/* X由上年同期的26万吨降为零: nobody says 下降100.0%. */
static void
say_to_nothing(const saying *s)
{
    add_name_and_base(s, saying_fact(s, FACT_PREVIOUS));
    saying_add(s, "降为");
    saying_say(s, SLICE_OF("零"), saying_fact(s, FACT_VALUE));
}

static bool
is_to_nothing(const saying *s)
{
    const jb_fact *value = saying_fact(s, FACT_VALUE);
    const jb_fact *previous = saying_fact(s, FACT_PREVIOUS);
    return value->is_known && saying_is_plain(value) &&
           decimal_sign(value->quantity.value) == 0 &&
           previous->is_known && !previous->is_derived &&
           previous->quantity.bound == BOUND_EXACT &&
           decimal_sign(previous->quantity.value) > 0;
}

/* Growth goes first when it is a number over a plain level of its own. */
static bool
has_rate(const saying *s)
{
    const jb_fact *value = saying_fact(s, FACT_VALUE);
    const jb_fact *growth = saying_fact(s, FACT_GROWTH);
    return value->is_known && growth->is_known && saying_is_plain(value) &&
           !saying_opens_to_date(s) &&
           growth->quantity.bound == BOUND_EXACT &&
           !growth->growth.is_nearly_flat &&
           (growth->growth.kind == CHANGE_RATE ||
            growth->growth.kind == CHANGE_POINTS);
}

/* From … to … needs a base that was stated and a growth that is simply the
 * ratio of the two. */
static bool
has_stated_base(const saying *s)
{
    const jb_fact *previous = saying_fact(s, FACT_PREVIOUS);
    return has_rate(s) && previous->is_known && !previous->is_derived &&
           previous->quantity.bound == BOUND_EXACT &&
           saying_fact(s, FACT_GROWTH)->growth.kind == CHANGE_RATE &&
           s->metric->basis.text.len == 0;
}

/* 预计X达到V, 预计X突破V */
static void
say_expected(const saying *s)
{
    const jb_fact *value = saying_fact(s, FACT_VALUE);
    jb_quantity q = phrase_spoken(s->writer->arena, value->quantity);
    q.status = STATUS_ACTUAL;
    saying_add(s, "预计");
    saying_add_name(s);
    saying_say(s, phrase_level(s->writer->arena, q,
                        (phrase_options){.form = PHRASE_LONG}),
        value);
}

static bool
is_only_expected(const saying *s)
{
    const jb_fact *value = saying_fact(s, FACT_VALUE);
    return value->is_known && value->quantity.status == STATUS_EXPECTED &&
           !saying_fact(s, FACT_TO_DATE)->is_known &&
           !saying_fact(s, FACT_GROWTH)->is_known;
}

/* X居全省第2位，共4家; an amount is 为. */
static void
say_rank_first(const saying *s)
{
    const jb_fact *value = saying_fact(s, FACT_VALUE);
    const jb_fact *rank = saying_fact(s, FACT_RANK);
    bool is_count = value->quantity.unit.kind == UNIT_COUNT;
    saying_add_name(s);
    if (is_count)
        saying_add(s, "数量");
    saying_say(s, phrase_rank(s->writer->arena, &s->metric->rank,
                       saying_fact(s, FACT_GROWTH), (phrase_options){0}),
        rank);
    saying_add(s, is_count ? "，共" : "，为");
    saying_say(s, saying_level(s, value, PHRASE_PLAIN), value);
}

static bool
has_plain_rank(const saying *s)
{
    const jb_fact *value = saying_fact(s, FACT_VALUE);
    const metrics_rank *rank = &s->metric->rank;
    return value->is_known && saying_is_plain(value) && rank->is_set &&
           !rank->is_of_growth && s->style.is_full &&
           !saying_fact(s, FACT_TO_DATE)->is_known &&
           !saying_fact(s, FACT_GROWTH)->is_known;
}

static bool
has_level(const saying *s)
{
    return saying_fact(s, FACT_VALUE)->is_known ||
           saying_fact(s, FACT_TO_DATE)->is_known;
}

/* 居民消费价格指数 in a file that gives it no unit. */
static bool
is_index(const saying *s)
{
    bool is_bare = s->metric->unit.kind == UNIT_NONE &&
                   slice_ends_with(saying_name(s), SLICE_OF("价格指数"));
    return phrase_is_index(s->metric->unit) || is_bare;
}

/* Index numbers are said by their growth; so is what must be brief. */
static bool
has_growth_alone(const saying *s)
{
    const jb_fact *growth = saying_fact(s, FACT_GROWTH);
    bool is_brief = s->style.is_brief && has_rate(s);
    return growth->is_known && (!has_level(s) || is_brief || is_index(s));
}

/* X同比增长4.0%: no level is known. */
static void
say_growth_alone(const saying *s)
{
    if (saying_fact(s, FACT_GROWTH)->quantity.status == STATUS_EXPECTED)
        saying_add(s, "预计");
    saying_add_name(s);
    add_growth(s);
}

/* What is said of the growth itself, 由一季度增长转为下降, follows it at once,
 * so the level goes before both. */
static bool
may_lead_with_growth(const saying *s)
{
    return has_rate(s) && s->metric->former_name.text.len == 0;
}

/* All of a hundred percent says nothing; how it is made up does. */
static bool
is_composition(const saying *s)
{
    const jb_fact *value = saying_fact(s, FACT_VALUE);
    jb_decimal all = {100, 0};
    return value->is_known && s->metric->unit.kind == UNIT_PERCENT &&
           s->metric->n_parts >= 2 && s->metric->is_parts_complete &&
           decimal_compare(value->quantity.value, all) == 0;
}

/* 三次产业结构为6.0∶46.9∶47.1, where everyone knows the parts. */
static void
say_proportions(const saying *s)
{
    saying_add(s, "为");
    for (size_t i = 0; i < s->metric->n_parts; i++) {
        const jb_fact *part = facts_lookup(s->writer->facts, s->index,
                                           FACT_PART, i);
        saying_add(s, i == 0 ? "" : "∶");
        saying_say(s, number_text(s->writer->arena, part->quantity.value),
                   part);
    }
}

/* 电源构成中，火电、水电和风电分别占60.2%、30.1%和9.7% */
static void
say_shares(const saying *s)
{
    size_t n = s->metric->n_parts;
    saying_add(s, "中，");
    for (size_t i = 0; i < n; i++) {
        saying_add(s, i == 0 ? "" : i + 1 == n ? "和" : "、");
        prose_add(s->writer, s->out, s->metric->parts[i].name.text);
    }
    saying_add(s, "分别占");
    for (size_t i = 0; i < n; i++) {
        const jb_fact *part = facts_lookup(s->writer->facts, s->index,
                                           FACT_PART, i);
        saying_add(s, i == 0 ? "" : i + 1 == n ? "和" : "、");
        saying_say(s, saying_level(s, part, PHRASE_PLAIN), part);
    }
}

static void
say_composition(const saying *s)
{
    bool is_of_three = s->metric->n_parts == 3 &&
                       slice_starts_with(saying_name(s), SLICE_OF("三次产业"));
    saying_add_name(s);
    if (is_of_three)
        say_proportions(s);
    else
        say_shares(s);
}

/* ── a level that is a growth ── */

static bool
is_rate_level(const saying *s)
{
    const jb_fact *value = saying_fact(s, FACT_VALUE);
    bool is_known = value->is_known &&
                    !saying_fact(s, FACT_TO_DATE)->is_known &&
                    (value->quantity.bound == BOUND_EXACT ||
                     decimal_sign(value->quantity.value) > 0);
    return is_known && !is_composition(s) &&
           phrase_is_rate_of_amount(s->metric->name.text, s->metric->unit);
}

/* 规模以上工业增加值增长4.9% */
static void
say_rate_level(const saying *s)
{
    const jb_fact *value = saying_fact(s, FACT_VALUE);
    jb_quantity q = value->quantity;
    int sign = decimal_sign(q.value);
    bool is_future = q.status == STATUS_EXPECTED;
    const char *verb = q.status == STATUS_TARGET ? "目标为增长"
                       : sign > 0                ? "增长"
                       : sign < 0                ? "下降"
                                                 : "与上年同期持平";
    saying_add(s, is_future                           ? "预计"
           : q.status == STATUS_PRELIMINARY ? "初步统计，"
                                            : "");
    saying_add_name(s);
    saying_add(s, verb);
    q.value = decimal_abs(q.value);
    q.status = STATUS_ACTUAL;
    if (sign != 0)
        saying_say(s, phrase_level(s->writer->arena, q, (phrase_options){0}),
                   value);
}

/* ，增速比上年同期放缓0.3个百分点: growth against the growth a year before. */
static void
say_rate(const saying *s)
{
    const jb_fact *value = saying_fact(s, FACT_VALUE);
    const jb_fact *previous = saying_fact(s, FACT_PREVIOUS);
    say_rate_level(s);
    if (!previous->is_known || value->quantity.bound != BOUND_EXACT ||
        previous->quantity.bound != BOUND_EXACT)
        return;
    jb_fact now = *value, former = *previous;
    now.growth.kind = former.growth.kind = CHANGE_RATE;
    now.growth.rate = value->quantity.value;
    former.growth.rate = previous->quantity.value;
    slice words = phrase_turn(s->writer->arena, &now, &former,
                              saying_is_of_year(s) ? SLICE_OF("上年")
                                                   : SLICE_OF("上年同期"));
    if (words.len == 0)
        return;
    saying_add(s, "，");
    saying_say(s, words, saying_fact(s, FACT_GROWTH));
}

static const struct pattern_row {
    bool (*fits)(const saying *s);
    void (*say)(const saying *s);
    bool says_rank;
} PATTERNS[] = {
    [SENTENCE_LEVEL_FIRST] = {has_level, say_level_first, false},
    [SENTENCE_GROWTH_FIRST] = {may_lead_with_growth, say_growth_first,
                               false},
    [SENTENCE_FROM_TO] = {has_stated_base, say_from_to, false},
    [SENTENCE_EXPECTED] = {is_only_expected, say_expected, false},
    [SENTENCE_RANK_FIRST] = {has_plain_rank, say_rank_first, true},
    [SENTENCE_GROWTH_ALONE] = {has_growth_alone, say_growth_alone, false},
    [SENTENCE_COMPOSITION] = {is_composition, say_composition, false},
    [SENTENCE_RATE] = {is_rate_level, say_rate, false},
    [SENTENCE_TO_NOTHING] = {is_to_nothing, say_to_nothing, false},
};
_Static_assert(sizeof PATTERNS / sizeof *PATTERNS == SENTENCE_PATTERN_COUNT,
               "one row a pattern");

/* What can be said in one way only; else SENTENCE_PATTERN_COUNT. */
static sentence_pattern
only_pattern(const saying *s)
{
    return is_composition(s)     ? SENTENCE_COMPOSITION
           : is_rate_level(s)    ? SENTENCE_RATE
           : is_to_nothing(s)    ? SENTENCE_TO_NOTHING
           : has_growth_alone(s) ? SENTENCE_GROWTH_ALONE
                                 : SENTENCE_PATTERN_COUNT;
}

static bool
fits(const saying *s, sentence_pattern pattern)
{
    sentence_pattern only = only_pattern(s);
    return only < SENTENCE_PATTERN_COUNT ? pattern == only
                                         : PATTERNS[pattern].fits(s);
}

/* What says the metric when the pattern that is asked for cannot. */
static sentence_pattern
plainest(const saying *s)
{
    sentence_pattern only = only_pattern(s);
    return only < SENTENCE_PATTERN_COUNT ? only : SENTENCE_LEVEL_FIRST;
}

bool
sentence_fits(const prose_writer *w, size_t metric, sentence_pattern pattern)
{
    saying s = saying_of(w, NULL, metric);
    s.style.is_full = true;
    return fits(&s, pattern);
}

bool
sentence_opens_to_date(const prose_writer *w, size_t metric)
{
    saying s = saying_of(w, NULL, metric);
    return saying_opens_to_date(&s);
}

bool
sentence_add(const prose_writer *w, prose_text *t, size_t metric,
             sentence_style style)
{
    saying s = saying_of(w, t, metric);
    s.style = style;
    sentence_pattern pattern = style.pattern;
    if (!fits(&s, pattern))
        pattern = plainest(&s);
    if (!fits(&s, pattern))
        return false;
    const struct pattern_row *row = &PATTERNS[pattern];
    row->say(&s);
    if (style.is_full)
        saying_add_course(&s, row->says_rank);
    return true;
}

void
sentence_add_level(const prose_writer *w, prose_text *t, size_t metric)
{
    saying s = saying_of(w, t, metric);
    const jb_fact *value = saying_fact(&s, FACT_VALUE);
    s.style.uses_short_name = true;
    if (is_composition(&s)) {
        say_composition(&s);
        return;
    }
    if (is_rate_level(&s)) {
        say_rate_level(&s);
        return;
    }
    if (!value->is_known)
        value = saying_fact(&s, FACT_TO_DATE);
    if (!value->is_known)
        return;
    saying_add_name(&s);
    phrase_form form = saying_is_plain(value) ? PHRASE_PLAIN : PHRASE_LONG;
    saying_say(&s, saying_level(&s, value, form), value);
}
