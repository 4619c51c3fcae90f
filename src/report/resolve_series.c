/* series: the levels of each metric over the periods it has: its history, the
 * period before and its own. The categories are the periods. */
#include "prose/phrase.h"
#include "report/history.h"
#include "report/resolve.h"

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
periods_add(resolving *r, period_list *list, history_list history)
{
    for (size_t i = 0; i < history.n; i++)
        period_add(r->draft->arena, list, history.at[i].period);
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
    return slice_join(d->arena, SLICE_OF("，年均"),
                      phrase_growth(d->arena, yearly, m->unit,
                                    (phrase_options){0}));
}

/* Whether it rose after a fall: then the rate tells of the low base as much as
 * of the year. As both years' rates make the average, the earlier one is
 * negative where twice the average falls short of the later. */
static bool
has_low_base(const jb_fact *growth, const jb_fact *average)
{
    jb_decimal twice;
    return growth->is_known && growth->growth.kind == CHANGE_RATE &&
           decimal_sign(growth->growth.rate) > 0 && average->is_known &&
           decimal_mul(average->growth.rate, (jb_decimal){2, 0}, &twice) &&
           decimal_compare(twice, growth->growth.rate) < 0;
}

/* ①出口总额两年平均增长1.5%（上年为下降）。 */
static void
note_average(resolving *r, size_t metric, chart_datum *last)
{
    draft *d = r->draft;
    const jb_fact *growth = draft_fact(d, metric, FACT_GROWTH);
    const jb_fact *average = draft_fact(d, metric, FACT_AVERAGE);
    if (last->note_mark.len > 0 || !has_low_base(growth, average))
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
resolve_periods(resolving *r, history_fn *history_from)
{
    const metrics_chart *chart = r->chart;
    period_list periods = {0};
    for (size_t i = 0; i < chart->n_metrics; i++)
        periods_add(r, &periods, history_from(r->draft, chart->metrics[i]));
    set_periods(r, &periods);
    for (size_t i = 0; i < chart->n_metrics; i++) {
        size_t metric = chart->metrics[i];
        chart_datum *data = resolve_series(
                r, SERIES_CURRENT, draft_short_name(r->draft, metric));
        ARRAY_LAST(&r->series)->unit = draft_metric(r->draft, metric)->unit;
        history_list history = history_from(r->draft, metric);
        for (size_t p = 0; p < periods.n; p++)
            data[p] = datum_of(r, metric, &history, periods.at[p]);
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
    if (!resolve_periods(r, history_of))
        return false;
    r->spec->subtitle = slice_join(r->draft->arena, r->spec->subtitle,
                                   yearly_words(r));
    return true;
}
