#include "report/history.h"

static void
add(const draft *d, history_list *list, history_level level)
{
    if (!period_is_set(level.period) ||
        history_at(list, level.period) != NULL)
        return;
    ARRAY_PUSH(d->arena, list, level);
    size_t i = list->n - 1;
    while (i > 0 &&
           period_compare(list->at[i - 1].period, level.period) > 0) {
        list->at[i] = list->at[i - 1];
        i--;
    }
    list->at[i] = level;
}

/* A month does not stand in line with what piled up since January. */
static bool
is_as_long(const metrics_metric *m, jb_period p)
{
    return !period_is_set(m->period) ||
           period_months(p) == period_months(m->period);
}

static bool
is_to_date(jb_period p)
{
    return p.first_month == 1 && p.first_year == p.last_year;
}

static bool
is_rate_to_date(const metrics_metric *m, jb_period p)
{
    return m->unit.kind == UNIT_PERCENT && is_to_date(m->period) &&
           is_to_date(p);
}

static history_list
history_where(const draft *d, size_t metric, bool has_stretches)
{
    history_list list = {0};
    const metrics_metric *m = draft_metric(d, metric);
    const jb_fact *value = draft_fact(d, metric, FACT_VALUE);
    const jb_fact *before = draft_fact(d, metric, FACT_PREVIOUS);
    if (value->is_known)
        add(d, &list, (history_level){m->period, &value->quantity, value});
    for (size_t i = 0; i < m->n_history; i++) {
        jb_period p = m->history[i].period;
        if (is_as_long(m, p) || (has_stretches && is_rate_to_date(m, p)))
            add(d, &list, (history_level){p, &m->history[i].value, NULL});
    }
    if (before->is_known && period_is_set(m->period))
        add(d, &list, (history_level){period_year_before(m->period),
                                      &before->quantity, before});
    return list;
}

history_list
history_of(const draft *d, size_t metric)
{
    return history_where(d, metric, false);
}

history_list
history_course(const draft *d, size_t metric)
{
    return history_where(d, metric, true);
}

const history_level *
history_at(const history_list *list, jb_period p)
{
    for (size_t i = 0; i < list->n; i++)
        if (period_compare(list->at[i].period, p) == 0)
            return &list->at[i];
    return NULL;
}
