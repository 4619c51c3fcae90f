#include "prose/render.h"

#include "prose/number.h"
#include "prose/sentence.h"
#include "prose/timing.h"

static const metrics_metric *
metric_of(const render_call *c)
{
    return metrics_at(facts_metrics(c->writer->facts), c->metric);
}

static const jb_fact *
fact_of(const render_call *c, fact_kind kind)
{
    return facts_lookup(c->writer->facts, c->metric, kind, 0);
}

static bool
say(const render_call *c, prose_text *out, slice words, const jb_fact *fact)
{
    prose_run run = {.text = words, .fact = fact, .span = c->span};
    ARRAY_PUSH(c->writer->arena, out, run);
    return true;
}

/* How a growth of this metric is said. */
static phrase_options
growth_options(const render_call *c)
{
    const metrics_metric *m = metric_of(c);
    phrase_options o = c->options;
    phrase_options manner = phrase_manner(m->name.text, m->unit);
    o.is_price = manner.is_price;
    o.is_duration = manner.is_duration;
    o.is_balance = manner.is_balance;
    return o;
}

static bool
say_level(const render_call *c, prose_text *out, const jb_fact *fact)
{
    phrase_options o = c->options;
    if (!fact->is_known)
        return false;
    /* Nothing and less is not reached. */
    o.is_fall = o.is_fall || decimal_sign(fact->quantity.value) <= 0;
    return say(c, out, phrase_level(c->writer->arena, fact->quantity, o),
               fact);
}

bool
render_value(const render_call *c, prose_text *out)
{
    return say_level(c, out, fact_of(c, FACT_VALUE));
}

bool
render_name(const render_call *c, prose_text *out)
{
    const metrics_metric *m = metric_of(c);
    bool is_short = c->options.form == PHRASE_SHORT &&
                    m->short_name.text.len > 0;
    return say(c, out, is_short ? m->short_name.text : m->name.text, NULL);
}

bool
render_growth(const render_call *c, prose_text *out)
{
    const jb_fact *growth = fact_of(c, FACT_GROWTH);
    if (!growth->is_known)
        return false;
    slice words = phrase_growth(c->writer->arena, growth,
                                metric_of(c)->unit, growth_options(c));
    return say(c, out, words, growth);
}

bool
render_sequential(const render_call *c, prose_text *out)
{
    const jb_fact *growth = fact_of(c, FACT_SEQUENTIAL);
    return growth->is_known &&
           say(c, out,
               phrase_growth(c->writer->arena, growth, metric_of(c)->unit,
                             growth_options(c)),
               growth);
}

bool
render_average(const render_call *c, prose_text *out)
{
    const jb_fact *growth = fact_of(c, FACT_AVERAGE);
    arena *a = c->writer->arena;
    if (!growth->is_known)
        return false;
    slice words =
        phrase_growth(a, growth, metric_of(c)->unit, growth_options(c));
    if (c->options.form != PHRASE_NUMBER)
        words = slice_join(a, SLICE_OF("两年平均"), words);
    return say(c, out, words, growth);
}

bool
render_turn(const render_call *c, prose_text *out)
{
    const jb_fact *growth = fact_of(c, FACT_GROWTH);
    const jb_fact *former = fact_of(c, FACT_FORMER);
    slice words = phrase_turn(c->writer->arena, growth, former,
                              metric_of(c)->former_name.text);
    return words.len > 0 && say(c, out, words, growth);
}

bool
render_previous(const render_call *c, prose_text *out)
{
    return say_level(c, out, fact_of(c, FACT_PREVIOUS));
}

bool
render_delta(const render_call *c, prose_text *out)
{
    const jb_fact *delta = fact_of(c, FACT_DELTA);
    if (!delta->is_known)
        return false;
    return say(c, out, phrase_delta(c->writer->arena, delta, c->options),
               delta);
}

bool
render_rank(const render_call *c, prose_text *out)
{
    const jb_fact *rank = fact_of(c, FACT_RANK);
    if (!rank->is_known)
        return false;
    slice words = phrase_rank(c->writer->arena, &metric_of(c)->rank,
                              fact_of(c, FACT_GROWTH), c->options);
    return say(c, out, words, rank);
}

bool
render_mean(const render_call *c, prose_text *out)
{
    const jb_fact *mean = fact_of(c, FACT_MEAN);
    return mean->is_known &&
           say(c, out,
               phrase_mean(c->writer->arena, mean,
                           metric_of(c)->mean_scope.text, c->options),
               mean);
}

/* The long form names its own day: 截至10月底达到62.3亿元. */
bool
render_to_date(const render_call *c, prose_text *out)
{
    const jb_fact *fact = fact_of(c, FACT_TO_DATE);
    const metrics_metric *m = metric_of(c);
    if (fact->is_known && c->options.form == PHRASE_LONG &&
        period_is_set(m->to_date_until))
        prose_say(c->writer, out,
                  phrase_until(c->writer->arena, m->to_date_until,
                               m->period.last_year),
                  fact);
    return say_level(c, out, fact);
}

bool
render_target(const render_call *c, prose_text *out)
{
    return say_level(c, out, fact_of(c, FACT_TARGET));
}

bool
render_completion(const render_call *c, prose_text *out)
{
    const jb_fact *fact = fact_of(c, FACT_COMPLETION);
    if (fact->is_known && c->options.form == PHRASE_LONG) {
        slice ratio = phrase_level(c->writer->arena, fact->quantity,
                                   (phrase_options){PHRASE_PLAIN});
        return say(c, out,
                   slice_join(c->writer->arena, SLICE_OF("完成目标的"),
                              ratio),
                   fact);
    }
    return say_level(c, out, fact);
}

static void
report_part(const render_call *c)
{
    const metrics_metric *m = metric_of(c);
    arena *a = c->writer->arena;
    slice_builder b = {.arena = a};
    for (size_t i = 0; i < m->n_parts; i++)
        builder_printf(&b, "%s“%.*s”", i > 0 ? "、" : "",
                       SLICE_ARGS(m->parts[i].name.text));
    slice known = builder_slice(&b);
    slice hint = m->n_parts == 0
                         ? SLICE_OF("请先在指标里写“其中”。")
                         : slice_printf(a, "它的构成有%.*s。",
                                        SLICE_ARGS(known));
    diag_report(c->writer->diags, &PROSE_PART_UNKNOWN, c->span, m->name.text,
                c->argument, hint);
}

/* The fact of the named part; reports and returns NULL when there is none. */
static const jb_fact *
part_fact(const render_call *c, fact_kind kind)
{
    const metrics_metric *m = metric_of(c);
    for (size_t i = 0; i < m->n_parts; i++)
        if (slice_equal(m->parts[i].name.text, c->argument))
            return facts_lookup(c->writer->facts, c->metric, kind, i);
    report_part(c);
    return NULL;
}

bool
render_part(const render_call *c, prose_text *out)
{
    const jb_fact *fact = part_fact(c, FACT_PART);
    return fact == NULL || say_level(c, out, fact);
}

bool
render_share(const render_call *c, prose_text *out)
{
    const jb_fact *fact = part_fact(c, FACT_SHARE);
    return fact == NULL || say_level(c, out, fact);
}

/* The growth since the period that the argument names; absent when it is not
 * in the history. */
static const jb_fact *
past_fact(const render_call *c, fact_kind kind, jb_period *period)
{
    const metrics_metric *m = metric_of(c);
    for (size_t i = 0; period_parse(c->argument, period) && i < m->n_history;
         i++)
        if (period_compare(m->history[i].period, *period) == 0)
            return facts_lookup(c->writer->facts, c->metric, kind, i);
    return facts_lookup(c->writer->facts, SIZE_MAX, kind, 0);
}

/* 比2019年增长21.0%, 与2019年持平 */
bool
render_since(const render_call *c, prose_text *out)
{
    arena *a = c->writer->arena;
    jb_period period = {0};
    const jb_fact *fact = past_fact(c, FACT_SINCE, &period);
    if (!fact->is_known)
        return false;
    slice words = phrase_growth(a, fact, metric_of(c)->unit, growth_options(c));
    slice name = period_name(a, period);
    bool is_flat = fact->growth.kind == CHANGE_FLAT;
    if (c->options.form != PHRASE_NUMBER)
        words = slice_printf(a, "%s%.*s%.*s", is_flat ? "与" : "比",
                             SLICE_ARGS(name), SLICE_ARGS(words));
    return say(c, out, words, fact);
}

bool
render_yearly(const render_call *c, prose_text *out)
{
    arena *a = c->writer->arena;
    jb_period period;
    const jb_fact *fact = past_fact(c, FACT_YEARLY, &period);
    if (!fact->is_known)
        return false;
    slice words = phrase_growth(a, fact, metric_of(c)->unit, growth_options(c));
    if (c->options.form != PHRASE_NUMBER)
        words = slice_join(a, SLICE_OF("年均"), words);
    return say(c, out, words, fact);
}

bool
render_part_growth(const render_call *c, prose_text *out)
{
    const jb_fact *fact = part_fact(c, FACT_PART_GROWTH);
    if (fact == NULL || !fact->is_known)
        return fact == NULL;
    return say(c, out,
               phrase_growth(c->writer->arena, fact, metric_of(c)->unit,
                             growth_options(c)),
               fact);
}

bool
render_pull(const render_call *c, prose_text *out)
{
    const jb_fact *fact = part_fact(c, FACT_PULL);
    if (fact == NULL || !fact->is_known)
        return fact == NULL;
    return say(c, out, phrase_pull(c->writer->arena, fact, c->options),
               fact);
}

bool
render_contribution(const render_call *c, prose_text *out)
{
    const jb_fact *fact = part_fact(c, FACT_CONTRIBUTION);
    return fact == NULL || say_level(c, out, fact);
}

/* Whether 达到 was said since the paragraph began: once is enough. */
static bool
has_reached(const prose_text *t)
{
    for (size_t i = t == NULL ? 0 : t->n; i-- > 0;) {
        if (slice_find(t->at[i].text, SLICE_OF("\n")) < t->at[i].text.len)
            return false;
        if (slice_starts_with(t->at[i].text, SLICE_OF("达到")))
            return true;
    }
    return false;
}

bool
render_sentence(const render_call *c, prose_text *out)
{
    jb_period told = timing_told(c->writer, c->before, metric_of(c));
    bool is_short = c->options.form == PHRASE_SHORT;
    return sentence_add(c->writer, out, c->metric,
                        (sentence_style){.is_full = !is_short,
                                         .uses_short_name = is_short,
                                         .told = told,
                                         .is_plain = has_reached(c->before)});
}
