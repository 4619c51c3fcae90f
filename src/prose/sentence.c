#include "prose/sentence.h"

#include <string.h>

#include "prose/goal.h"
#include "prose/number.h"
#include "prose/phrase.h"
#include "prose/timing.h"

/* What the clauses below share. */
typedef struct sentence {
    const prose_writer *writer;
    prose_text *out;
    const metrics_metric *metric;
    size_t index;
    sentence_style style;
} sentence;

static sentence
sentence_of(const prose_writer *w, prose_text *t, size_t metric)
{
    return (sentence){w, t, metrics_at(facts_metrics(w->facts), metric),
                      metric, {0}};
}

static const jb_fact *
fact_of(const sentence *s, fact_kind kind)
{
    return facts_lookup(s->writer->facts, s->index, kind, 0);
}

static void
add(const sentence *s, const char *words)
{
    prose_add_text(s->writer, s->out, words);
}

static void
say(const sentence *s, slice words, const jb_fact *fact)
{
    prose_say(s->writer, s->out, words, fact);
}

static slice
level(const sentence *s, const jb_fact *fact, phrase_form form)
{
    arena *a = s->writer->arena;
    return phrase_level(a, phrase_spoken(a, fact->quantity),
                        (phrase_options){.form = form});
}

static slice
name_of(const sentence *s)
{
    const metrics_metric *m = s->metric;
    bool is_short = s->style.uses_short_name && m->short_name.text.len > 0;
    return is_short ? m->short_name.text : m->name.text;
}

/* Whether the name is 游客人次（2024年一季度） and the metric of that time. */
static bool
is_timed(const sentence *s)
{
    jb_period p = s->metric->period;
    if (!period_is_set(p))
        return false;
    slice time = period_name(s->writer->arena, p);
    slice tail = slice_printf(s->writer->arena, "（%.*s）", SLICE_ARGS(time));
    slice name = s->metric->name.text;
    return slice_ends_with(name, tail) && name.len > tail.len;
}

/* Where the time in brackets starts. */
static size_t
timed_at(slice name)
{
    size_t at = name.len;
    while (!slice_starts_with(slice_cut(name, at, name.len), SLICE_OF("（")))
        at--;
    return at;
}

/* 全年 or 2011年 before the name, where that was not told. */
static void
add_time(const sentence *s)
{
    prose_add(s->writer, s->out,
              timing_words(s->writer->arena, s->metric, s->style.told));
}

static void
add_name(const sentence *s)
{
    slice name = name_of(s);
    add_time(s);
    if (is_timed(s) && slice_equal(name, s->metric->name.text))
        name = slice_cut(name, 0, timed_at(name));
    prose_add(s->writer, s->out, name);
}

/* What a profit is called, the longest first. */
static slice
profit_word(slice name)
{
    static const slice words[] = {SLICE("利润总额"), SLICE("净利润"),
                                  SLICE("利润")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_ends_with(name, words[i]))
            return words[i];
    return (slice){NULL, 0};
}

/* A loss is said as one, where the name ends in 利润: 建材行业亏损0.6亿元. */
static bool
is_loss(const sentence *s, const jb_fact *value)
{
    return decimal_sign(value->quantity.value) < 0 &&
           slice_ends_with(s->metric->unit.base, SLICE_OF("元")) &&
           profit_word(name_of(s)).len > 0 &&
           profit_word(name_of(s)).len < name_of(s).len;
}

static void
say_loss(const sentence *s, const jb_fact *value)
{
    slice name = name_of(s);
    jb_quantity q = phrase_spoken(s->writer->arena, value->quantity);
    q.value = decimal_abs(q.value);
    add_time(s);
    prose_add(s->writer, s->out,
              slice_cut(name, 0, name.len - profit_word(name).len));
    add(s, slice_is(profit_word(name), "净利润") ? "净亏损" : "亏损");
    say(s, phrase_level(s->writer->arena, q, (phrase_options){0}), value);
}

static bool
is_plain(const jb_fact *value)
{
    return value->quantity.status == STATUS_ACTUAL &&
           value->quantity.bound == BOUND_EXACT;
}

/* 达到 is for what rose, 为 for what fell under a qualifier and for what is
 * below nothing; a plain level that did not rise takes no verb, and in a
 * plain style none does. */
static void
say_level(const sentence *s, const jb_fact *value)
{
    int direction = phrase_direction(fact_of(s, FACT_GROWTH));
    bool is_below = decimal_sign(value->quantity.value) < 0;
    bool is_bare = is_plain(value) &&
                   (direction <= 0 || is_below || s->style.is_plain);
    jb_quantity q = phrase_spoken(s->writer->arena, value->quantity);
    if (q.status == STATUS_PRELIMINARY) /* said before the name */
        q.status = STATUS_ACTUAL;
    /* 人均GDP为29883.8元: digits do not follow letters. */
    slice name = name_of(s);
    bool is_latin = name.len > 0 && (unsigned char)name.at[name.len - 1] < 0x80;
    if (is_bare && (is_below || is_latin))
        add(s, "为");
    say(s, phrase_level(s->writer->arena, q,
                        (phrase_options){.form = is_bare ? PHRASE_PLAIN
                                                         : PHRASE_LONG,
                                         .is_fall = direction < 0 ||
                                                    is_below}),
        value);
}

/* 用水总量增加量 and 贷款增加额 are said with their verb. */
static bool
is_flow(const sentence *s, const jb_fact *value)
{
    static const slice ends[] = {SLICE("增加量"), SLICE("增加额"),
                                 SLICE("减少量"), SLICE("减少额")};
    slice name = name_of(s);
    bool is_named = false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        is_named = is_named || (slice_ends_with(name, ends[i]) &&
                                name.len > 2 * ends[i].len);
    return is_named && is_plain(value) &&
           decimal_sign(value->quantity.value) > 0 &&
           !fact_of(s, FACT_GROWTH)->is_known;
}

static void
add_name_and_level(const sentence *s, const jb_fact *value)
{
    if (is_flow(s, value)) {
        slice name = name_of(s);
        add_time(s);
        prose_add(s->writer, s->out,
                  slice_cut(name, 0, name.len - strlen("量")));
        say(s, level(s, value, PHRASE_PLAIN), value);
        return;
    }
    if (value->quantity.status == STATUS_PRELIMINARY)
        add(s, "初步统计，");
    if (is_loss(s, value)) {
        say_loss(s, value);
        return;
    }
    add_name(s);
    say_level(s, value);
}

static void
add_to_date(const sentence *s, const jb_fact *to_date)
{
    const metrics_metric *m = s->metric;
    sentence timeless = *s;
    if (period_is_set(m->to_date_until)) {
        prose_add(s->writer, s->out,
                  phrase_until(s->writer->arena, m->to_date_until,
                               m->period.last_year));
        add(s, "，");
        timeless.style.told = (jb_period){0};
    }
    add_name(&timeless);
    say(s, level(s, to_date, PHRASE_LONG), to_date);
}

/* 截至10月底，X达到62.3亿元，全年预计将突破75亿元 */
static void
add_levels(const sentence *s)
{
    const jb_fact *value = fact_of(s, FACT_VALUE);
    const jb_fact *to_date = fact_of(s, FACT_TO_DATE);
    if (!to_date->is_known) {
        add_name_and_level(s, value);
        return;
    }
    add_to_date(s, to_date);
    if (!value->is_known)
        return;
    bool is_year = period_months(s->metric->period) == 12;
    add(s, is_year ? "，全年" : "，全期");
    say(s, level(s, value, PHRASE_LONG), value);
}

/* 按可比价计算 */
static void
add_basis(const sentence *s)
{
    if (s->metric->basis.text.len == 0)
        return;
    add(s, "按");
    prose_add(s->writer, s->out, s->metric->basis.text);
    add(s, "计算");
}

/* 居民消费价格（2025年） is one as well. */
static bool
is_price(const sentence *s)
{
    slice name = s->metric->name.text;
    if (is_timed(s))
        name = slice_cut(name, 0, timed_at(name));
    return phrase_is_price(name);
}

static slice
growth_words(const sentence *s)
{
    phrase_options o = {.is_price = is_price(s)};
    return phrase_growth(s->writer->arena, fact_of(s, FACT_GROWTH),
                         s->metric->unit, o);
}

/* 同比增长7.4%, 与上年同期持平 */
static void
add_growth(const sentence *s)
{
    const jb_fact *growth = fact_of(s, FACT_GROWTH);
    add_basis(s);
    prose_add(s->writer, s->out, phrase_versus(growth, s->metric->period));
    say(s, growth_words(s), growth);
}

/* ── patterns ── */

static void
say_level_first(const sentence *s)
{
    add_levels(s);
    if (!fact_of(s, FACT_GROWTH)->is_known)
        return;
    add(s, "，");
    add_growth(s);
}

static void
say_growth_first(const sentence *s)
{
    const jb_fact *value = fact_of(s, FACT_VALUE);
    add_name(s);
    add_growth(s);
    add(s, phrase_direction(fact_of(s, FACT_GROWTH)) > 0 ? "，达到" : "，为");
    say(s, level(s, value, PHRASE_PLAIN), value);
}

static void
say_from_to(const sentence *s)
{
    const jb_fact *value = fact_of(s, FACT_VALUE);
    const jb_fact *previous = fact_of(s, FACT_PREVIOUS);
    const jb_fact *growth = fact_of(s, FACT_GROWTH);
    bool is_rise = phrase_direction(growth) > 0;
    bool is_year = period_is_set(s->metric->period) &&
                   period_months(s->metric->period) == 12;
    add_name(s);
    add(s, is_year ? "由上年的" : "由上年同期的");
    say(s, level(s, previous, PHRASE_PLAIN), previous);
    add(s, is_rise ? "增加到" : "减少到");
    say(s, level(s, value, PHRASE_PLAIN), value);
    add(s, "，");
    say(s, growth_words(s), growth);
}

/* Growth goes first when it is a number over a plain level of its own. */
static bool
has_rate(const sentence *s)
{
    const jb_fact *value = fact_of(s, FACT_VALUE);
    const jb_fact *growth = fact_of(s, FACT_GROWTH);
    return value->is_known && growth->is_known && is_plain(value) &&
           !fact_of(s, FACT_TO_DATE)->is_known &&
           growth->quantity.bound == BOUND_EXACT &&
           !growth->growth.is_nearly_flat &&
           (growth->growth.kind == CHANGE_RATE ||
            growth->growth.kind == CHANGE_POINTS);
}

/* From … to … needs a base that was stated and a growth that is simply the
 * ratio of the two. */
static bool
has_stated_base(const sentence *s)
{
    const jb_fact *previous = fact_of(s, FACT_PREVIOUS);
    return has_rate(s) && previous->is_known && !previous->is_derived &&
           previous->quantity.bound == BOUND_EXACT &&
           fact_of(s, FACT_GROWTH)->growth.kind == CHANGE_RATE &&
           s->metric->basis.text.len == 0;
}

/* 预计X达到V, 预计X突破V */
static void
say_expected(const sentence *s)
{
    const jb_fact *value = fact_of(s, FACT_VALUE);
    jb_quantity q = phrase_spoken(s->writer->arena, value->quantity);
    q.status = STATUS_ACTUAL;
    add(s, "预计");
    add_name(s);
    say(s, phrase_level(s->writer->arena, q,
                        (phrase_options){.form = PHRASE_LONG}),
        value);
}

static bool
is_only_expected(const sentence *s)
{
    const jb_fact *value = fact_of(s, FACT_VALUE);
    return value->is_known && value->quantity.status == STATUS_EXPECTED &&
           !fact_of(s, FACT_TO_DATE)->is_known &&
           !fact_of(s, FACT_GROWTH)->is_known;
}

/* X居全省第2位，共4家; an amount is 为. */
static void
say_rank_first(const sentence *s)
{
    const jb_fact *value = fact_of(s, FACT_VALUE);
    const jb_fact *rank = fact_of(s, FACT_RANK);
    bool is_count = value->quantity.unit.kind == UNIT_COUNT;
    add_name(s);
    if (is_count)
        add(s, "数量");
    say(s, phrase_rank(s->writer->arena, &s->metric->rank,
                       fact_of(s, FACT_GROWTH), (phrase_options){0}),
        rank);
    add(s, is_count ? "，共" : "，为");
    say(s, level(s, value, PHRASE_PLAIN), value);
}

static bool
has_plain_rank(const sentence *s)
{
    const jb_fact *value = fact_of(s, FACT_VALUE);
    const metrics_rank *rank = &s->metric->rank;
    return value->is_known && is_plain(value) && rank->is_set &&
           !rank->is_of_growth && s->style.is_full &&
           !fact_of(s, FACT_TO_DATE)->is_known &&
           !fact_of(s, FACT_GROWTH)->is_known;
}

static bool
has_level(const sentence *s)
{
    return fact_of(s, FACT_VALUE)->is_known ||
           fact_of(s, FACT_TO_DATE)->is_known;
}

/* 居民消费价格指数 in a file that gives it no unit. */
static bool
is_index(const sentence *s)
{
    bool is_bare = s->metric->unit.kind == UNIT_NONE &&
                   slice_ends_with(name_of(s), SLICE_OF("价格指数"));
    return phrase_is_index(s->metric->unit) || is_bare;
}

/* Index numbers are said by their growth; so is what must be brief. */
static bool
has_growth_alone(const sentence *s)
{
    const jb_fact *growth = fact_of(s, FACT_GROWTH);
    bool is_brief = s->style.is_brief && has_rate(s);
    return growth->is_known && (!has_level(s) || is_brief || is_index(s));
}

/* X同比增长4.0%: no level is known. */
static void
say_growth_alone(const sentence *s)
{
    if (fact_of(s, FACT_GROWTH)->quantity.status == STATUS_EXPECTED)
        add(s, "预计");
    add_name(s);
    add_growth(s);
}

/* What is said of the growth itself, 由一季度增长转为下降, follows it at once,
 * so the level goes before both. */
static bool
may_lead_with_growth(const sentence *s)
{
    return has_rate(s) && s->metric->former_name.text.len == 0;
}

/* All of a hundred percent says nothing; how it is made up does. */
static bool
is_composition(const sentence *s)
{
    const jb_fact *value = fact_of(s, FACT_VALUE);
    jb_decimal all = {100, 0};
    return value->is_known && s->metric->unit.kind == UNIT_PERCENT &&
           s->metric->n_parts >= 2 && s->metric->is_parts_complete &&
           decimal_compare(value->quantity.value, all) == 0;
}

/* 三次产业结构为6.0∶46.9∶47.1, where everyone knows the parts. */
static void
say_proportions(const sentence *s)
{
    add(s, "为");
    for (size_t i = 0; i < s->metric->n_parts; i++) {
        const jb_fact *part = facts_lookup(s->writer->facts, s->index,
                                           FACT_PART, i);
        add(s, i == 0 ? "" : "∶");
        say(s, number_text(s->writer->arena, part->quantity.value), part);
    }
}

/* 电源构成中，火电、水电和风电分别占60.2%、30.1%和9.7% */
static void
say_shares(const sentence *s)
{
    size_t n = s->metric->n_parts;
    add(s, "中，");
    for (size_t i = 0; i < n; i++) {
        add(s, i == 0 ? "" : i + 1 == n ? "和" : "、");
        prose_add(s->writer, s->out, s->metric->parts[i].name.text);
    }
    add(s, "分别占");
    for (size_t i = 0; i < n; i++) {
        const jb_fact *part = facts_lookup(s->writer->facts, s->index,
                                           FACT_PART, i);
        add(s, i == 0 ? "" : i + 1 == n ? "和" : "、");
        say(s, level(s, part, PHRASE_PLAIN), part);
    }
}

static void
say_composition(const sentence *s)
{
    bool is_of_three = s->metric->n_parts == 3 &&
                       slice_starts_with(name_of(s), SLICE_OF("三次产业"));
    add_name(s);
    if (is_of_three)
        say_proportions(s);
    else
        say_shares(s);
}

/* ── a level that is a growth ── */

static bool
is_rate_level(const sentence *s)
{
    const jb_fact *value = fact_of(s, FACT_VALUE);
    bool is_known = value->is_known && !fact_of(s, FACT_TO_DATE)->is_known &&
                    (value->quantity.bound == BOUND_EXACT ||
                     decimal_sign(value->quantity.value) > 0);
    return is_known && !is_composition(s) &&
           phrase_is_rate_of_amount(s->metric->name.text, s->metric->unit);
}

/* 规模以上工业增加值增长4.9% */
static void
say_rate_level(const sentence *s)
{
    const jb_fact *value = fact_of(s, FACT_VALUE);
    jb_quantity q = value->quantity;
    int sign = decimal_sign(q.value);
    bool is_future = q.status == STATUS_EXPECTED;
    const char *verb = q.status == STATUS_TARGET ? "目标为增长"
                       : sign > 0                ? "增长"
                       : sign < 0                ? "下降"
                                                 : "与上年同期持平";
    add(s, is_future                           ? "预计"
           : q.status == STATUS_PRELIMINARY ? "初步统计，"
                                            : "");
    add_name(s);
    add(s, verb);
    q.value = decimal_abs(q.value);
    q.status = STATUS_ACTUAL;
    if (sign != 0)
        say(s, phrase_level(s->writer->arena, q, (phrase_options){0}), value);
}

/* ，增速比上年同期放缓0.3个百分点: growth against the growth a year before. */
static void
say_rate(const sentence *s)
{
    const jb_fact *value = fact_of(s, FACT_VALUE);
    const jb_fact *previous = fact_of(s, FACT_PREVIOUS);
    bool is_year = period_is_set(s->metric->period) &&
                   period_months(s->metric->period) == 12;
    say_rate_level(s);
    if (!previous->is_known || value->quantity.bound != BOUND_EXACT ||
        previous->quantity.bound != BOUND_EXACT)
        return;
    jb_fact now = *value, former = *previous;
    now.growth.kind = former.growth.kind = CHANGE_RATE;
    now.growth.rate = value->quantity.value;
    former.growth.rate = previous->quantity.value;
    slice words = phrase_turn(s->writer->arena, &now, &former,
                              is_year ? SLICE_OF("上年")
                                      : SLICE_OF("上年同期"));
    if (words.len == 0)
        return;
    add(s, "，");
    say(s, words, fact_of(s, FACT_GROWTH));
}

static const struct pattern_row {
    bool (*fits)(const sentence *s);
    void (*say)(const sentence *s);
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
};
_Static_assert(sizeof PATTERNS / sizeof *PATTERNS == SENTENCE_PATTERN_COUNT,
               "one row a pattern");

static bool
fits(const sentence *s, sentence_pattern pattern)
{
    if (is_composition(s))
        return pattern == SENTENCE_COMPOSITION;
    if (is_rate_level(s))
        return pattern == SENTENCE_RATE;
    if (has_growth_alone(s))
        return pattern == SENTENCE_GROWTH_ALONE;
    return PATTERNS[pattern].fits(s);
}

/* What says the metric when the pattern that is asked for cannot. */
static sentence_pattern
plainest(const sentence *s)
{
    if (is_composition(s))
        return SENTENCE_COMPOSITION;
    if (is_rate_level(s))
        return SENTENCE_RATE;
    return has_growth_alone(s) ? SENTENCE_GROWTH_ALONE : SENTENCE_LEVEL_FIRST;
}

bool
sentence_fits(const prose_writer *w, size_t metric, sentence_pattern pattern)
{
    sentence s = sentence_of(w, NULL, metric);
    s.style.is_full = true;
    return fits(&s, pattern);
}

static void
add_rank(const sentence *s)
{
    add(s, "，");
    say(s, phrase_rank(s->writer->arena, &s->metric->rank,
                       fact_of(s, FACT_GROWTH), (phrase_options){0}),
        fact_of(s, FACT_RANK));
}

/* ，完成全年目标的98.7% */
static void
add_aim(const sentence *s)
{
    const jb_facts *facts = s->writer->facts;
    slice words = goal_words(s->writer->arena, facts, s->index);
    if (words.len == 0)
        return;
    add(s, "，");
    say(s, words, goal_fact(facts, s->index));
}

/* ，两年平均增长6.1% */
static void
add_average(const sentence *s)
{
    const jb_fact *average = fact_of(s, FACT_AVERAGE);
    if (!average->is_known)
        return;
    add(s, "，两年平均");
    say(s, phrase_growth(s->writer->arena, average, s->metric->unit,
                         (phrase_options){0}),
        average);
}

/* ，增速比一季度加快0.6个百分点 */
static void
add_turn(const sentence *s)
{
    const jb_fact *growth = fact_of(s, FACT_GROWTH);
    slice words = phrase_turn(s->writer->arena, growth,
                              fact_of(s, FACT_FORMER),
                              s->metric->former_name.text);
    if (words.len == 0)
        return;
    add(s, "，");
    say(s, words, growth);
}

/* ，环比增长0.3% */
static void
add_sequential(const sentence *s)
{
    const jb_fact *growth = fact_of(s, FACT_SEQUENTIAL);
    if (!growth->is_known)
        return;
    phrase_options o = {.is_price = is_price(s)};
    add(s, "，环比");
    say(s, phrase_growth(s->writer->arena, growth, s->metric->unit, o),
        growth);
}

/* ，增速高于全省平均水平1.2个百分点 */
static void
add_mean(const sentence *s)
{
    const jb_fact *mean = fact_of(s, FACT_MEAN);
    if (!mean->is_known)
        return;
    add(s, s->metric->mean_is_of_growth ? "，增速" : "，");
    say(s, phrase_mean(s->writer->arena, mean, s->metric->mean_scope.text,
                       (phrase_options){0}),
        mean);
}

/* What follows a growth that was said: statistics.md's order. */
static void
add_course(const sentence *s)
{
    add_mean(s);
    add_turn(s);
    add_average(s);
    add_sequential(s);
}

bool
sentence_add(const prose_writer *w, prose_text *t, size_t metric,
             sentence_style style)
{
    sentence s = sentence_of(w, t, metric);
    s.style = style;
    sentence_pattern pattern = style.pattern;
    if (!fits(&s, pattern))
        pattern = plainest(&s);
    if (!fits(&s, pattern))
        return false;
    const struct pattern_row *row = &PATTERNS[pattern];
    row->say(&s);
    if (style.is_full)
        add_course(&s);
    if (style.is_full && !row->says_rank && fact_of(&s, FACT_RANK)->is_known)
        add_rank(&s);
    if (style.is_full)
        add_aim(&s);
    return true;
}

void
sentence_add_level(const prose_writer *w, prose_text *t, size_t metric)
{
    sentence s = sentence_of(w, t, metric);
    const jb_fact *value = fact_of(&s, FACT_VALUE);
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
        value = fact_of(&s, FACT_TO_DATE);
    if (!value->is_known)
        return;
    add_name(&s);
    say(&s, level(&s, value, is_plain(value) ? PHRASE_PLAIN : PHRASE_LONG),
        value);
}
