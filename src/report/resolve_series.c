/* series: the levels of each metric over the periods it has: its history, the
 * period before and its own. The categories are the periods. */
#include "facts/level.h"
#include "prose/phrase.h"
#include "report/history.h"
#include "report/resolve.h"

#define GAPS_SHARE 2 /* of a history, at most, is left out and has its place */

typedef struct period_list {
    jb_period *at;
    size_t n, cap;
} period_list;

/* Insert in order of time, each period once. */
static void
period_add(arena *a, period_list *list, jb_period p)
{
    size_t i = list->n;
    if (!period_is_set(p))
        return;
    while (i > 0 && period_compare(list->at[i - 1], p) > 0)
        i--;
    if (i > 0 && period_compare(list->at[i - 1], p) == 0)
        return;
    ARRAY_PUSH(a, list, p);
    memmove(&list->at[i + 1], &list->at[i],
            (list->n - 1 - i) * sizeof *list->at);
    list->at[i] = p;
}

static void
periods_add(resolving *r, period_list *list, const history_list *history)
{
    for (size_t i = 0; i < history->n; i++)
        period_add(r->draft->arena, list, history->at[i].period);
}

#define MONTHS_A_YEAR 12

/* The month that it ends with, counted on from the first year. */
static int
month_of(jb_period p)
{
    return p.last_year * MONTHS_A_YEAR + p.last_month;
}

/* As long a period so many months later. */
static jb_period
period_later(jb_period p, int months)
{
    int first = p.first_year * MONTHS_A_YEAR + p.first_month - 1 + months;
    int last = month_of(p) - 1 + months;
    return (jb_period){.first_year = first / MONTHS_A_YEAR,
                       .first_month = first % MONTHS_A_YEAR + 1,
                       .last_year = last / MONTHS_A_YEAR,
                       .last_month = last % MONTHS_A_YEAR + 1};
}

/* The pace of a history: months from one figure to the next where they are
 * nearest. 0: some do not keep it. */
static int
pace_of(const history_list *h)
{
    int pace = 0;
    for (size_t i = 1; i < h->n; i++) {
        int step = month_of(h->at[i].period) - month_of(h->at[i - 1].period);
        pace = pace == 0 || step < pace ? step : pace;
    }
    for (size_t i = 1; i < h->n && pace > 0; i++)
        if ((month_of(h->at[i].period) - month_of(h->at[0].period)) % pace !=
            0)
            return 0;
    return pace;
}

/* Periods that a history leaves out have their places; of too many it is said
 * that figures side by side are not of times side by side. */
static void
gaps_add(resolving *r, period_list *list, const history_list *h,
         size_t metric)
{
    if (h->n < 3)
        return;
    jb_period first = h->at[0].period;
    int span = month_of(h->at[h->n - 1].period) - month_of(first);
    int pace = pace_of(h);
    size_t missing = pace > 0 ? (size_t)(span / pace) + 1 - h->n : SIZE_MAX;
    if (missing <= h->n / GAPS_SHARE) {
        for (int at = pace; at < span; at += pace)
            period_add(r->draft->arena, list, period_later(first, at));
        return;
    }
    r->uneven = slice_printf(r->draft->arena, "%.*s%s%.*s",
                             SLICE_ARGS(r->uneven),
                             r->uneven.len > 0 ? "、" : "",
                             SLICE_ARGS(draft_short_name(r->draft, metric)));
}

/* Whether the history has figures of such periods before this one and
 * behind it. */
static bool
is_gap(const history_list *h, jb_period p)
{
    return h->n > 0 &&
           period_months(p) == period_months(h->at[0].period) &&
           period_compare(h->at[0].period, p) < 0 &&
           period_compare(p, h->at[h->n - 1].period) < 0;
}

static chart_datum
datum_of(resolving *r, size_t metric, const history_list *history,
         jb_period p)
{
    const history_level *level = history_at(history, p);
    if (level == NULL)
        return (chart_datum){0};
    if (level->fact != NULL)
        return resolve_level(r, level->fact);
    return resolve_quantity(r, level->quantity,
                            draft_metric(r->draft, metric)->unit);
}

static void
set_periods(resolving *r, const period_list *list)
{
    arena *a = r->draft->arena;
    r->spec->categories = ARENA_ARRAY(a, list->n, chart_category);
    r->spec->n_categories = list->n;
    for (size_t i = 0; i < list->n; i++)
        r->spec->categories[i] = (chart_category){
                .name = period_name(a, list->at[i]), .period = list->at[i],
                .metric = SIZE_MAX};
}

/* ，年均增长6.9%: of a metric alone, since its first period. Levels at current
 * prices would contradict a growth on another basis. */
static slice
yearly_words(const resolving *r)
{
    draft *d = r->draft;
    size_t metric = r->chart->n_metrics == 1 ? r->chart->metrics[0] : 0;
    const metrics_metric *m = draft_metric(d, metric);
    if (r->chart->n_metrics != 1 || m->n_history == 0 || m->basis.text.len > 0)
        return SLICE_OF("");
    size_t first = 0;
    for (size_t i = 1; i < m->n_history; i++)
        if (period_compare(m->history[i].period,
                           m->history[first].period) < 0)
            first = i;
    const jb_fact *yearly = facts_lookup(d->facts, metric, FACT_YEARLY, first);
    if (!yearly->is_known)
        return SLICE_OF("");
    return slice_printf(
        d->arena, "，%s年均%.*s",
        resolve_is_expected(r, metric) ? "预计" : "",
        SLICE_ARGS(phrase_growth(d->arena, yearly, m->unit,
                                    phrase_manner(m->name.text, m->unit))));
}

/* Whether the year before fell: by the levels of the two years before this
 * one, else by what the source says of its growth. */
static bool
fell_before(const resolving *r, size_t metric)
{
    draft *d = r->draft;
    const metrics_metric *m = draft_metric(d, metric);
    history_list history = history_of(d, metric);
    jb_period before = period_year_before(m->period);
    const history_level *last = history_at(&history, before);
    const history_level *first =
        history_at(&history, period_year_before(before));
    if (last == NULL || first == NULL)
        return m->former.kind == CHANGE_RATE &&
               decimal_sign(m->former.rate) < 0;
    jb_quantity a = *first->quantity, b = *last->quantity;
    return level_align(&a, &b) && level_leads(a, b) && !level_leads(b, a);
}

/* Whether it rose after a fall: then the rate tells of the low base as much as
 * of the year. */
static bool
has_low_base(const resolving *r, size_t metric)
{
    const jb_fact *growth = draft_fact(r->draft, metric, FACT_GROWTH);
    return growth->is_known && growth->growth.kind == CHANGE_RATE &&
           decimal_sign(growth->growth.rate) > 0 &&
           draft_fact(r->draft, metric, FACT_AVERAGE)->is_known &&
           fell_before(r, metric);
}

/* ①出口总额两年平均增长1.5%（上年为下降）。 */
static void
note_average(resolving *r, size_t metric, chart_datum *last)
{
    draft *d = r->draft;
    const jb_fact *average = draft_fact(d, metric, FACT_AVERAGE);
    if (last->note_mark.len > 0 || !has_low_base(r, metric))
        return;
    slice words = phrase_growth(d->arena, average,
                                draft_metric(d, metric)->unit,
                                (phrase_options){0});
    last->note_mark = note_mark(
        d->arena, &r->notes,
        slice_printf(d->arena, "%.*s两年平均%.*s（上年为下降）。",
                     SLICE_ARGS(draft_short_name(d, metric)),
                     SLICE_ARGS(words)));
}

bool
resolve_periods(resolving *r, history_fn *history_from, bool is_even)
{
    const metrics_chart *chart = r->chart;
    period_list periods = {0};
    for (size_t i = 0; i < chart->n_metrics; i++) {
        size_t metric = chart->metrics[i];
        history_list history = history_from(r->draft, metric);
        periods_add(r, &periods, &history);
        if (is_even)
            gaps_add(r, &periods, &history, metric);
    }
    set_periods(r, &periods);
    for (size_t i = 0; i < chart->n_metrics; i++) {
        size_t metric = chart->metrics[i];
        chart_datum *data = resolve_series(
                r, SERIES_CURRENT, draft_short_name(r->draft, metric));
        ARRAY_LAST(&r->series)->unit = draft_metric(r->draft, metric)->unit;
        history_list history = history_from(r->draft, metric);
        for (size_t p = 0; p < periods.n; p++)
            data[p] = is_even && history_at(&history, periods.at[p]) == NULL &&
                              is_gap(&history, periods.at[p])
                          ? resolve_missing()
                          : datum_of(r, metric, &history, periods.at[p]);
        /* The subtitle tells the average of a metric alone. */
        if (periods.n > (chart->n_metrics == 1 ? 3 : 1))
            note_average(r, metric, &data[periods.n - 1]);
    }
    if (periods.n > 1)
        r->spec->subtitle = slice_printf(
                r->draft->arena, "%.*s至%.*s",
                SLICE_ARGS(r->spec->categories[0].name),
                SLICE_ARGS(r->spec->categories[periods.n - 1].name));
    return periods.n > 1;
}

bool
resolve_series_kind(resolving *r)
{
    r->spec->title = finding_of_levels(r);
    if (!resolve_periods(r, history_of, true))
        return false;
    r->spec->subtitle = slice_join(r->draft->arena, r->spec->subtitle,
                                   yearly_words(r));
    return true;
}
