/* The name and level of a sentence: 截至10月底，X达到62.3亿元，全年预计将突破75亿元. */
#include <string.h>

#include "prose/phrase.h"
#include "prose/saying.h"
#include "prose/timing.h"

const jb_fact *
saying_fact(const saying *s, fact_kind kind)
{
    return facts_lookup(s->writer->facts, s->index, kind, 0);
}

void
saying_add(const saying *s, const char *words)
{
    prose_add_text(s->writer, s->out, words);
}

void
saying_say(const saying *s, slice words, const jb_fact *fact)
{
    prose_say(s->writer, s->out, words, fact);
}

slice
saying_level(const saying *s, const jb_fact *fact, phrase_form form)
{
    arena *a = s->writer->arena;
    return phrase_level(a, phrase_spoken(a, fact->quantity),
                        (phrase_options){.form = form});
}

bool
saying_is_of_year(const saying *s)
{
    return period_is_set(s->metric->period) &&
           period_months(s->metric->period) == 12;
}

slice
saying_name(const saying *s)
{
    const metrics_metric *m = s->metric;
    bool is_short = s->style.uses_short_name && m->short_name.text.len > 0;
    return is_short ? m->short_name.text : m->name.text;
}

phrase_options
saying_options(const saying *s)
{
    return phrase_manner(s->metric->name.text, s->metric->unit);
}

slice
saying_growth(const saying *s)
{
    return phrase_growth(s->writer->arena, saying_fact(s, FACT_GROWTH),
                         s->metric->unit, saying_options(s));
}

/* Whether the name is 游客人次（2024年一季度） and the metric of that time. */
static bool
is_timed(const saying *s)
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
add_time(const saying *s)
{
    prose_add(s->writer, s->out,
              timing_words(s->writer->arena, s->metric, s->style.told));
}

void
saying_add_name(const saying *s)
{
    slice name = saying_name(s);
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

/* A loss is said as one, where the name ends in 利润 and says whose: 建材行业亏损
 * 0.6亿元. 净亏损 needs no owner. */
static bool
is_loss(const saying *s, const jb_fact *value)
{
    slice name = saying_name(s), word = profit_word(name);
    bool has_owner = word.len < name.len || slice_is(word, "净利润");
    return decimal_sign(value->quantity.value) < 0 && word.len > 0 &&
           slice_ends_with(s->metric->unit.base, SLICE_OF("元")) && has_owner;
}

static void
say_loss(const saying *s, const jb_fact *value)
{
    slice name = saying_name(s);
    jb_quantity q = phrase_spoken(s->writer->arena, value->quantity);
    q.value = decimal_abs(q.value);
    add_time(s);
    prose_add(s->writer, s->out,
              slice_cut(name, 0, name.len - profit_word(name).len));
    saying_add(s, slice_is(profit_word(name), "净利润") ? "净亏损" : "亏损");
    saying_say(s, phrase_level(s->writer->arena, q, (phrase_options){0}),
               value);
}

bool
saying_is_plain(const jb_fact *value)
{
    return value->quantity.status == STATUS_ACTUAL &&
           value->quantity.bound == BOUND_EXACT;
}

/* 达到 is for what rose, 为 for what fell under a qualifier and for what is
 * below nothing; a plain level that did not rise takes no verb, and in a
 * plain style none does. */
static void
say_level(const saying *s, const jb_fact *value)
{
    int direction = phrase_direction(saying_fact(s, FACT_GROWTH));
    bool is_below = decimal_sign(value->quantity.value) < 0;
    bool is_bare = saying_is_plain(value) &&
                   (direction <= 0 || is_below || s->style.is_plain);
    jb_quantity q = phrase_spoken(s->writer->arena, value->quantity);
    if (q.status == STATUS_PRELIMINARY) /* said before the name */
        q.status = STATUS_ACTUAL;
    /* 人均GDP为29883.8元: digits do not follow letters. */
    slice name = saying_name(s);
    bool is_latin = name.len > 0 && (unsigned char)name.at[name.len - 1] < 0x80;
    if (is_bare && (is_below || is_latin))
        saying_add(s, "为");
    saying_say(s, phrase_level(s->writer->arena, q,
                        (phrase_options){.form = is_bare ? PHRASE_PLAIN
                                                         : PHRASE_LONG,
                                         .is_fall = direction < 0 ||
                                                    is_below}),
        value);
}

/* 用水总量增加量 and 贷款增加额 are said with their verb. */
static bool
is_flow(const saying *s, const jb_fact *value)
{
    static const slice ends[] = {SLICE("增加量"), SLICE("增加额"),
                                 SLICE("减少量"), SLICE("减少额")};
    slice name = saying_name(s);
    bool is_named = false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        is_named = is_named || (slice_ends_with(name, ends[i]) &&
                                name.len > 2 * ends[i].len);
    return is_named && saying_is_plain(value) &&
           decimal_sign(value->quantity.value) > 0 &&
           !saying_fact(s, FACT_GROWTH)->is_known;
}

static void
add_name_and_level(const saying *s, const jb_fact *value)
{
    if (is_flow(s, value)) {
        slice name = saying_name(s);
        add_time(s);
        prose_add(s->writer, s->out,
                  slice_cut(name, 0, name.len - strlen("量")));
        saying_say(s, saying_level(s, value, PHRASE_PLAIN), value);
        return;
    }
    if (value->quantity.status == STATUS_PRELIMINARY)
        saying_add(s, "初步统计，");
    if (is_loss(s, value)) {
        say_loss(s, value);
        return;
    }
    saying_add_name(s);
    say_level(s, value);
}

static void
add_to_date(const saying *s, const jb_fact *to_date)
{
    const metrics_metric *m = s->metric;
    saying timeless = *s;
    if (period_is_set(m->to_date_until)) {
        prose_add(s->writer, s->out,
                  phrase_until(s->writer->arena, m->to_date_until,
                               m->period.last_year));
        saying_add(s, "，");
        timeless.style.told = (jb_period){0};
    }
    saying_add_name(&timeless);
    saying_say(s, saying_level(s, to_date, PHRASE_LONG), to_date);
}

/* Of a month or a quarter, what piled up by its end comes behind. */
static bool
is_piled(const saying *s)
{
    jb_period own = s->metric->period, until = s->metric->to_date_until;
    return saying_fact(s, FACT_VALUE)->is_known && period_is_set(own) &&
           period_is_set(until) && own.first_month > 1 &&
           own.last_year == until.last_year &&
           own.last_month == until.last_month;
}

bool
saying_opens_to_date(const saying *s)
{
    return saying_fact(s, FACT_TO_DATE)->is_known && !is_piled(s);
}

bool
saying_aims_early(const saying *s)
{
    return s->style.is_full && saying_opens_to_date(s) &&
           saying_fact(s, FACT_VALUE)->is_known &&
           saying_fact(s, FACT_COMPLETION)->is_to_date;
}

/* 截至10月底，X达到62.3亿元，全年预计将突破75亿元 */
void
saying_add_levels(const saying *s)
{
    const jb_fact *value = saying_fact(s, FACT_VALUE);
    if (!saying_opens_to_date(s)) {
        add_name_and_level(s, value);
        return;
    }
    add_to_date(s, saying_fact(s, FACT_TO_DATE));
    if (saying_aims_early(s))
        saying_add_aim(s);
    if (!value->is_known)
        return;
    saying_add(s, saying_is_of_year(s) ? "，全年" : "，全期");
    saying_say(s, saying_level(s, value, PHRASE_LONG), value);
}
