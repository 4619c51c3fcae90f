#include "prose/choice.h"

#include "facts/level.h"
#include "prose/phrase.h"

static const jb_fact *
fact_of(const prose_writer *w, size_t metric, fact_kind kind)
{
    return facts_lookup(w->facts, metric, kind, 0);
}

/* First, second and third are news; a tier is worth a word. */
static int
rank_weight(const metrics_rank *rank)
{
    if (!rank->is_set)
        return 0;
    if (rank->place == 0)
        return 2;
    return rank->place <= 3 ? 6 - rank->place : 1;
}

static int
rate_weight(jb_decimal rate)
{
    static const struct { int64_t percent; int weight; } steps[] = {
        {100, 4}, {30, 3}, {10, 2}};
    jb_decimal size = decimal_abs(rate);
    int fall = decimal_sign(rate) < 0;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (decimal_compare(size, (jb_decimal){steps[i].percent, 0}) >= 0)
            return steps[i].weight + fall;
    return 1 + fall;
}

static int
growth_weight(const jb_fact *growth)
{
    if (!growth->is_known)
        return 0;
    switch (growth->growth.kind) {
    case CHANGE_RATE:
        return rate_weight(growth->growth.rate);
    case CHANGE_TURNED_PROFIT:
    case CHANGE_TURNED_LOSS:
        return 4;
    case CHANGE_LOSS_WIDENED:
        return 3;
    case CHANGE_LOSS_NARROWED:
        return 2;
    default:
        return 1;
    }
}

static bool
is_rate(const jb_fact *g)
{
    return g->is_known && (g->growth.kind == CHANGE_RATE ||
                           g->growth.kind == CHANGE_POINTS);
}

/* A rise that was a fall before, or the other way round, is news. */
static int
turn_weight(const prose_writer *w, size_t metric)
{
    const jb_fact *now = fact_of(w, metric, FACT_GROWTH);
    const jb_fact *before = fact_of(w, metric, FACT_FORMER);
    return is_rate(now) && is_rate(before) &&
                   decimal_sign(now->growth.rate) *
                                   decimal_sign(before->growth.rate) <
                           0
               ? 3
               : 0;
}

int
choice_weight(const prose_writer *w, size_t metric)
{
    const metrics_metric *m = metrics_at(facts_metrics(w->facts), metric);
    const jb_fact *value = fact_of(w, metric, FACT_VALUE);
    const jb_fact *to_date = fact_of(w, metric, FACT_TO_DATE);
    if (!value->is_known && !to_date->is_known)
        return growth_weight(fact_of(w, metric, FACT_GROWTH)) +
               turn_weight(w, metric) + rank_weight(&m->rank);
    int expected = value->quantity.status == STATUS_EXPECTED ? 2 : 0;
    return rank_weight(&m->rank) + expected + turn_weight(w, metric) +
           growth_weight(fact_of(w, metric, FACT_GROWTH));
}

bool
choice_has(const choice_list *list, size_t metric)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->at[i] == metric)
            return true;
    return false;
}

static size_t
count_of_group(const prose_writer *w, const choice_list *list, size_t metric)
{
    const jb_metrics *m = facts_metrics(w->facts);
    size_t n = 0;
    for (size_t i = 0; i < list->n; i++)
        n += slice_equal(metrics_at(m, list->at[i])->group.text,
                         metrics_at(m, metric)->group.text);
    return n;
}

/* The first metric of its group. */
static size_t
group_start(const prose_writer *w, size_t metric)
{
    const jb_metrics *m = facts_metrics(w->facts);
    for (size_t i = 0; i < metric; i++)
        if (slice_equal(metrics_at(m, i)->group.text,
                        metrics_at(m, metric)->group.text))
            return i;
    return metric;
}

/* What a report on the economy is asked for first, whatever it grew by. */
static bool
is_main(slice name)
{
    static const slice names[] = {
        SLICE("生产总值"), SLICE("规模以上工业增加值"),
        SLICE("固定资产投资"), SLICE("社会消费品零售总额"),
        SLICE("一般公共预算收入"), SLICE("居民人均可支配收入"),
        SLICE("进出口总额"), SLICE("进出口总值"),
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_ends_with(name, names[i]))
            return !slice_has(name, "城镇") && !slice_has(name, "农村");
    return false;
}

/* With more metrics than this the main ones are worth their place. */
#define MAIN_LEAST 12

static int
main_weight(const prose_writer *w, size_t metric)
{
    const jb_metrics *m = facts_metrics(w->facts);
    return metrics_count(m) > MAIN_LEAST &&
                   is_main(metrics_at(m, metric)->name.text)
               ? 4
               : 0;
}

/* Whether it stands before all groups, as what is told of the whole. */
static bool
is_before_groups(const prose_writer *w, size_t metric)
{
    const jb_metrics *m = facts_metrics(w->facts);
    size_t first = 0;
    while (first < metrics_count(m) &&
           metrics_at(m, first)->group.text.len == 0)
        first++;
    return first < metrics_count(m) && metric < first;
}

/* Who writes a file puts first what matters most, in the whole and in each
 * group. */
static int
place_weight(const prose_writer *w, size_t metric)
{
    bool has_group = metrics_at(facts_metrics(w->facts), metric)
                             ->group.text.len > 0;
    if (metric == 0)
        return 100;
    if (is_before_groups(w, metric))
        return 20;
    return has_group && group_start(w, metric) == metric ? 3 : 0;
}

/* What has no group has room as for two. */
static size_t
room_of(const prose_writer *w, size_t metric, size_t per_group)
{
    bool has_group = metrics_at(facts_metrics(w->facts), metric)
                             ->group.text.len > 0;
    return has_group || per_group == SIZE_MAX ? per_group : 2 * per_group;
}

/* 国内生产总值（2016年一季度） beside 国内生产总值: the same of another time, which
 * belongs to a table. */
static bool
is_other_time_of(const prose_writer *w, size_t metric)
{
    static const slice times[] = {SLICE("月）"), SLICE("季度）"),
                                  SLICE("年）")};
    const jb_metrics *m = facts_metrics(w->facts);
    slice name = metrics_at(m, metric)->name.text;
    slice base = slice_cut(name, 0, slice_find(name, SLICE_OF("（")));
    bool is_timed = false;
    for (size_t i = 0; i < sizeof times / sizeof *times; i++)
        is_timed = is_timed || slice_ends_with(name, times[i]);
    for (size_t i = 0; is_timed && i < metrics_count(m); i++)
        if (i != metric && slice_equal(metrics_at(m, i)->name.text, base))
            return true;
    return false;
}

/* The weightiest metric in neither list; the first of equals. */
static size_t
heaviest(const prose_writer *w, const choice_list *taken,
         const choice_list *chosen, size_t per_group)
{
    size_t n = metrics_count(facts_metrics(w->facts)), best = SIZE_MAX;
    int most = 0;
    for (size_t i = 0; i < n; i++) {
        int weight = choice_weight(w, i);
        if (per_group == SIZE_MAX &&
            fact_of(w, i, FACT_TARGET)->is_known)
            weight += 2; /* a target met or missed leads */
        if (weight > 0)
            weight += main_weight(w, i);
        if (weight > 0 && per_group == SIZE_MAX)
            weight += place_weight(w, i);
        if (weight <= most || choice_has(taken, i) || choice_has(chosen, i) ||
            is_other_time_of(w, i) ||
            count_of_group(w, chosen, i) >= room_of(w, i, per_group))
            continue;
        most = weight;
        best = i;
    }
    return best;
}

static bool
comes_later(const prose_writer *w, size_t metric, size_t than)
{
    size_t group = group_start(w, metric), other = group_start(w, than);
    return group != other ? group > other : metric > than;
}

/* Insertion keeps the file's order of groups, and within them of metrics. */
static void
insert(const prose_writer *w, choice_list *list, size_t metric)
{
    ARRAY_PUSH(w->arena, list, metric);
    for (size_t i = list->n - 1;
         i > 0 && comes_later(w, list->at[i - 1], metric); i--) {
        list->at[i] = list->at[i - 1];
        list->at[i - 1] = metric;
    }
}

choice_list
choice_others(const prose_writer *w, const choice_list *taken, size_t most,
              size_t per_group)
{
    choice_list chosen = {NULL, 0, 0};
    while (chosen.n < most) {
        size_t metric = heaviest(w, taken, &chosen, per_group);
        if (metric == SIZE_MAX)
            break;
        insert(w, &chosen, metric);
    }
    return chosen;
}

/* 进口 goes with 出口, which says half of what is meant. */
static void
add_companion(const prose_writer *w, choice_list *list)
{
    static const slice pair[] = {SLICE("出口"), SLICE("进口")};
    const jb_metrics *m = facts_metrics(w->facts);
    for (size_t i = 0; i < list->n; i++) {
        size_t own = list->at[i], next = own + 1;
        if (next >= metrics_count(m) || choice_has(list, next))
            continue;
        slice a = metrics_at(m, own)->name.text;
        slice b = metrics_at(m, next)->name.text;
        if (slice_starts_with(a, pair[0]) && slice_starts_with(b, pair[1]) &&
            slice_equal(slice_cut(a, pair[0].len, a.len),
                        slice_cut(b, pair[1].len, b.len)) &&
            choice_weight(w, next) > 0) {
            insert(w, list, next);
            return;
        }
    }
}

choice_list
choice_headlines(const prose_writer *w, size_t most)
{
    const metrics_document *doc =
            metrics_document_of(facts_metrics(w->facts));
    choice_list cards = {NULL, 0, 0};
    for (size_t i = 0; i < doc->n_cards; i++)
        ARRAY_PUSH(w->arena, &cards, doc->cards[i]);
    if (cards.n > 0)
        return cards;
    cards = choice_others(w, &cards, most, SIZE_MAX);
    add_companion(w, &cards);
    return cards;
}

static bool
is_of_now(const prose_writer *w, const metrics_metric *m)
{
    jb_period own = metrics_document_of(facts_metrics(w->facts))->period;
    return !period_is_set(own) || !period_is_set(m->period) ||
           period_compare(m->period, own) == 0;
}

/* 扭亏为盈, 减亏 and the like. */
static bool
is_outcome(const jb_fact *g)
{
    metrics_change_kind k = g->growth.kind;
    return k == CHANGE_TURNED_PROFIT || k == CHANGE_TURNED_LOSS ||
           k == CHANGE_LOSS_NARROWED || k == CHANGE_LOSS_WIDENED;
}

choice_tallying
choice_tallies(const prose_writer *w, size_t metric)
{
    const metrics_metric *m = metrics_at(facts_metrics(w->facts), metric);
    const jb_fact *g = fact_of(w, metric, FACT_GROWTH);
    if (!phrase_is_total(m->name.text, m->unit) || !is_of_now(w, m) ||
        is_other_time_of(w, metric))
        return CHOICE_OTHER;
    if (!g->is_known || g->growth.kind == CHANGE_INCOMPARABLE ||
        (is_outcome(g) && !phrase_is_profit(m->name.text, m->unit)))
        return CHOICE_NO_GROWTH;
    return g->quantity.status == STATUS_EXPECTED ||
                   fact_of(w, metric, FACT_VALUE)->quantity.status ==
                           STATUS_EXPECTED
               ? CHOICE_EXPECTED
               : CHOICE_TALLIED;
}

static bool
is_tallied(const prose_writer *w, size_t metric)
{
    return choice_tallies(w, metric) == CHOICE_TALLIED;
}

static bool
has_tallied_rate(const prose_writer *w, size_t metric)
{
    return is_tallied(w, metric) &&
           fact_of(w, metric, FACT_GROWTH)->growth.kind == CHANGE_RATE;
}

/* Whether no tallied rate can be beyond this one: >50% may be more than 60%. */
static bool
is_surely(const prose_writer *w, size_t metric, int sign)
{
    jb_quantity own = fact_of(w, metric, FACT_GROWTH)->quantity;
    for (size_t i = 0; i < metrics_count(facts_metrics(w->facts)); i++) {
        const jb_fact *g = fact_of(w, i, FACT_GROWTH);
        if (i == metric || !has_tallied_rate(w, i))
            continue;
        if (sign > 0 ? !level_leads(own, g->quantity)
                     : !level_leads(g->quantity, own))
            return false;
    }
    return true;
}

/* The extreme rate in the direction of `sign`; SIZE_MAX where qualifiers leave
 * open which it is. */
static size_t
extreme(const prose_writer *w, int sign)
{
    size_t n = metrics_count(facts_metrics(w->facts)), best = SIZE_MAX;
    size_t rates = 0;
    for (size_t i = 0; i < n; i++) {
        const jb_fact *g = fact_of(w, i, FACT_GROWTH);
        if (!has_tallied_rate(w, i))
            continue;
        rates++;
        if (best == SIZE_MAX ||
            sign * decimal_compare(g->growth.rate,
                                   fact_of(w, best, FACT_GROWTH)
                                           ->growth.rate) > 0)
            best = i;
    }
    return rates < 2 || !is_surely(w, best, sign) ? SIZE_MAX : best;
}

size_t
choice_fastest(const prose_writer *w)
{
    return extreme(w, 1);
}

size_t
choice_slowest(const prose_writer *w)
{
    return extreme(w, -1);
}

choice_list
choice_alike(const prose_writer *w, size_t metric)
{
    choice_list list = {NULL, 0, 0};
    jb_decimal rate = fact_of(w, metric, FACT_GROWTH)->growth.rate;
    for (size_t i = 0; i < metrics_count(facts_metrics(w->facts)); i++) {
        const jb_fact *g = fact_of(w, i, FACT_GROWTH);
        if (has_tallied_rate(w, i) &&
            decimal_compare(g->growth.rate, rate) == 0)
            ARRAY_PUSH(w->arena, &list, i);
    }
    return list;
}
