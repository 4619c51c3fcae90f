/* Key figures: a number with its unit, growth and rank. */
#include "prose/goal.h"
#include "prose/number.h"
#include "prose/phrase.h"
#include "report/history.h"

/* Split a level's words into what stands before the digits, the digits and
 * what stands behind: 超 | 75 | 亿元, and | 200 | 家以上. */
static void
set_number(draft *d, report_card *card, jb_quantity q)
{
    q.status = STATUS_ACTUAL;
    phrase_form form = q.bound == BOUND_ABOVE || q.bound == BOUND_AT_MOST ||
                                       q.bound == BOUND_APPROXIMATE
                               ? PHRASE_SHORT
                               : PHRASE_PLAIN;
    slice words = phrase_level(d->arena, q, (phrase_options){.form = form});
    slice digits = number_text(d->arena, q.value);
    size_t at = slice_find(words, digits);
    card->prefix = slice_cut(words, 0, at);
    card->number = digits;
    card->unit = slice_cut(words, at + digits.len, words.len);
}

static slice
growth_words(draft *d, size_t metric, const jb_fact *growth)
{
    const metrics_metric *m = draft_metric(d, metric);
    slice versus = phrase_versus(growth, m->period);
    slice words = phrase_growth(d->arena, growth, m->unit,
                                phrase_manner(m->name.text, m->unit));
    return slice_join(d->arena, versus, words);
}

static void
add_remark(slice_builder *b, slice words)
{
    builder_printf(b, "%s%.*s", b->len > 0 ? "，" : "", SLICE_ARGS(words));
}

/* What else a reader asks at once: how far it has come, which place, how much
 * of the target. */
static slice
remark(draft *d, size_t metric, const jb_fact *value)
{
    slice_builder b = {.arena = d->arena};
    const metrics_metric *m = draft_metric(d, metric);
    const jb_fact *to_date = draft_fact(d, metric, FACT_TO_DATE);
    slice aim = goal_words(d->arena, d->facts, metric);
    phrase_options plain = {0};
    jb_period told = d->document->period;
    if (period_is_set(told) && period_compare(m->period, told) != 0)
        add_remark(&b, period_beside(d->arena, m->period, told));
    if (to_date->is_known && to_date != value &&
        period_is_set(m->to_date_until)) {
        slice until = phrase_until(d->arena, m->to_date_until,
                                   m->period.last_year);
        slice level = phrase_level(d->arena, to_date->quantity, plain);
        add_remark(&b, slice_join(d->arena, until, level));
    }
    if (draft_fact(d, metric, FACT_RANK)->is_known)
        add_remark(&b, phrase_rank(d->arena, &m->rank,
                                   draft_fact(d, metric, FACT_GROWTH),
                                   plain));
    if (aim.len > 0)
        add_remark(&b, aim);
    return builder_slice(&b);
}

/* A course is told from this many levels on. */
#define TREND_LEAST 3

static int
last_month(jb_period p)
{
    return p.last_year * 12 + p.last_month;
}

/* At most so much of a course may be left out. */
#define GAPS_SHARE 2

/* Periods of one length that follow each other at one distance: years,
 * months, or the same part of each year; a few may be left out. The steps
 * from the first to each go to `at`. */
static bool
is_even_course(const history_list *list, size_t *at)
{
    int pace = 0;
    for (size_t i = 1; i < list->n; i++) {
        int step = last_month(list->at[i].period) -
                   last_month(list->at[i - 1].period);
        pace = pace == 0 || step < pace ? step : pace;
    }
    for (size_t i = 0; i < list->n; i++) {
        jb_period own = list->at[i].period, first = list->at[0].period;
        int months = last_month(own) - last_month(first);
        if (period_months(own) != period_months(first) || pace <= 0 ||
            months % pace != 0)
            return false;
        at[i] = (size_t)(months / pace);
    }
    size_t missing = at[list->n - 1] + 1 - list->n;
    return missing * GAPS_SHARE <= list->n;
}

static void
set_trend(draft *d, report_card *card, size_t metric)
{
    history_list list = history_of(d, metric);
    size_t *at = ARENA_ARRAY(d->arena, list.n, size_t);
    if (list.n < TREND_LEAST || !is_even_course(&list, at))
        return;
    jb_unit unit = draft_metric(d, metric)->unit;
    slice_builder words = {.arena = d->arena};
    card->trend = ARENA_ARRAY(d->arena, list.n, jb_decimal);
    for (size_t i = 0; i < list.n; i++) {
        jb_quantity q = *list.at[i].quantity;
        if (!slice_equal(q.unit.name, unit.name))
            return;
        card->trend[i] = q.value;
        slice level =
            phrase_level(d->arena, q, (phrase_options){.form = PHRASE_PLAIN});
        slice when = period_name(d->arena, list.at[i].period);
        builder_printf(&words, "%s%.*s%.*s", i > 0 ? "、" : "",
                       SLICE_ARGS(when), SLICE_ARGS(level));
    }
    card->n_trend = list.n;
    card->trend_at = at;
    card->trend_since = slice_printf(d->arena, "%d年以来",
                                     list.at[0].period.first_year);
    card->trend_words = builder_slice(&words);
}

static report_card
card_from(draft *d, size_t metric)
{
    const jb_fact *value = draft_fact(d, metric, FACT_VALUE);
    const jb_fact *growth = draft_fact(d, metric, FACT_GROWTH);
    if (!value->is_known)
        value = draft_fact(d, metric, FACT_TO_DATE);
    report_card card = {.fact = value,
                        .direction = phrase_direction(growth)};
    card.name = draft_words(d, draft_short_name(d, metric));
    card.is_expected = value->quantity.status == STATUS_EXPECTED;
    set_number(d, &card, value->quantity);
    if (growth->is_known)
        card.growth = growth_words(d, metric, growth);
    card.remark = remark(d, metric, value);
    set_trend(d, &card, metric);
    return card;
}

const jb_node *
draft_cards(draft *d)
{
    const metrics_document *doc = d->document;
    report_card *cards = ARENA_ARRAY(d->arena, doc->n_cards, report_card);
    size_t n = 0;
    for (size_t i = 0; i < doc->n_cards; i++) {
        size_t metric = doc->cards[i];
        bool has_level = draft_fact(d, metric, FACT_VALUE)->is_known ||
                         draft_fact(d, metric, FACT_TO_DATE)->is_known;
        if (has_level)
            cards[n++] = card_from(d, metric);
    }
    if (n == 0)
        return NULL;
    jb_node *node = draft_node(d, REPORT_CARDS);
    node->cards = cards;
    node->n_cards = n;
    return node;
}
