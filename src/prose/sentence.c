#include "prose/sentence.h"

#include "prose/phrase.h"

/* What the clauses below share. */
typedef struct sentence {
    const prose_writer *writer;
    prose_text *out;
    const metrics_metric *metric;
    size_t index;
    sentence_style style;
} sentence;

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

static slice
level(const sentence *s, const jb_fact *fact, phrase_form form)
{
    return phrase_level(s->writer->arena, fact->quantity,
                        (phrase_options){.form = form});
}

static slice
name_of(const sentence *s)
{
    const metrics_metric *m = s->metric;
    bool is_short = s->style.uses_short_name && m->short_name.text.len > 0;
    return is_short ? m->short_name.text : m->name.text;
}

static void
add_name(const sentence *s)
{
    prose_add(s->writer, s->out, name_of(s));
}

/* A loss is said as one: 亏损0.6亿元, where the name speaks of profit. */
static bool
is_loss(const sentence *s, const jb_fact *value)
{
    return decimal_sign(value->quantity.value) < 0 &&
           slice_ends_with(s->metric->unit.base, SLICE_OF("元")) &&
           slice_find(s->metric->name.text, SLICE_OF("利润")) <
                   s->metric->name.text.len;
}

static void
say_loss(const sentence *s, const jb_fact *value)
{
    jb_quantity q = value->quantity;
    q.value = decimal_abs(q.value);
    slice words = phrase_level(s->writer->arena, q, (phrase_options){0});
    add(s, "亏损");
    prose_say(s->writer, s->out, words, value);
}

/* 达到 is for what rose, 为 for the rest; every second plain statement leaves
 * the verb out, as releases do: 出口总额86.4亿元. */
static void
say_level(const sentence *s, const jb_fact *value)
{
    int direction = phrase_direction(fact_of(s, FACT_GROWTH));
    bool is_plain = value->quantity.status == STATUS_ACTUAL &&
                    value->quantity.bound == BOUND_EXACT;
    if (is_loss(s, value)) {
        say_loss(s, value);
        return;
    }
    bool has_verb = !is_plain || (direction > 0 && s->style.variant % 2 == 0);
    if (!has_verb || (is_plain && direction <= 0)) {
        prose_say(s->writer, s->out, level(s, value, PHRASE_PLAIN), value);
        return;
    }
    prose_say(s->writer, s->out, level(s, value, PHRASE_LONG), value);
}

static void
add_to_date(const sentence *s, const jb_fact *to_date)
{
    const metrics_metric *m = s->metric;
    slice until = phrase_until(s->writer->arena, m->to_date_until,
                               m->period.last_year);
    if (period_is_set(m->to_date_until)) {
        prose_add(s->writer, s->out, until);
        add(s, "，");
    }
    add_name(s);
    prose_say(s->writer, s->out, level(s, to_date, PHRASE_LONG), to_date);
}

/* 截至10月底，X达到62.3亿元，全年预计将突破75亿元 */
static void
add_levels(const sentence *s, const jb_fact *value, const jb_fact *to_date)
{
    if (!to_date->is_known) {
        add_name(s);
        say_level(s, value);
        return;
    }
    add_to_date(s, to_date);
    if (!value->is_known)
        return;
    bool is_year = period_months(s->metric->period) == 12;
    add(s, is_year ? "，全年" : "，全期");
    prose_say(s->writer, s->out, level(s, value, PHRASE_LONG), value);
}

static void
add_basis(const sentence *s)
{
    if (s->metric->basis.text.len == 0)
        return;
    add(s, "按");
    prose_add(s->writer, s->out, s->metric->basis.text);
    add(s, "计算");
}

static void
add_growth(const sentence *s, const jb_fact *growth)
{
    slice words = phrase_growth(s->writer->arena, growth, s->metric->unit,
                                (phrase_options){0});
    add(s, "，");
    add_basis(s);
    prose_add(s->writer, s->out, phrase_versus(growth, s->metric->period));
    prose_say(s->writer, s->out, words, growth);
}

static void
add_rank(const sentence *s, const jb_fact *rank)
{
    slice words = phrase_rank(s->writer->arena, &s->metric->rank,
                              fact_of(s, FACT_GROWTH), (phrase_options){0});
    add(s, "，");
    prose_say(s->writer, s->out, words, rank);
}

static void
add_completion(const sentence *s, const jb_fact *completion)
{
    add(s, "，完成全年目标的");
    prose_say(s->writer, s->out, level(s, completion, PHRASE_PLAIN),
              completion);
}

bool
sentence_add(const prose_writer *w, prose_text *t, size_t metric,
             sentence_style style)
{
    const metrics_metric *m = metrics_at(facts_metrics(w->facts), metric);
    sentence s = {w, t, m, metric, style};
    const jb_fact *value = fact_of(&s, FACT_VALUE);
    const jb_fact *to_date = fact_of(&s, FACT_TO_DATE);
    const jb_fact *growth = fact_of(&s, FACT_GROWTH);
    const jb_fact *rank = fact_of(&s, FACT_RANK);
    const jb_fact *completion = fact_of(&s, FACT_COMPLETION);
    if (!value->is_known && !to_date->is_known)
        return false;
    add_levels(&s, value, to_date);
    if (growth->is_known)
        add_growth(&s, growth);
    if (rank->is_known)
        add_rank(&s, rank);
    if (completion->is_known && style.is_full)
        add_completion(&s, completion);
    return true;
}
