/* parts: what each metric is made of, with the share of each part. The
 * categories are the parts' names; a metric without a part of that name has
 * nothing there. */
#include "report/resolve.h"

static size_t
category_named(const chart_spec *spec, slice name)
{
    for (size_t i = 0; i < spec->n_categories; i++)
        if (slice_equal(spec->categories[i].name, name))
            return i;
    return spec->n_categories;
}

#define HUES_MAX 64 /* more names than palettes tell apart */

/* The number of a part's name in the document; beyond the greatest, names
 * share it. */
static size_t
hue_of(draft *d, slice name)
{
    for (size_t i = 0; i < d->hues.n; i++)
        if (slice_equal(d->hues.at[i], name))
            return i;
    if (d->hues.n < HUES_MAX)
        ARRAY_PUSH(d->arena, &d->hues, name);
    return d->hues.n - 1;
}

/* Names in the order of first mention. */
static void
set_part_names(resolving *r)
{
    draft *d = r->draft;
    const metrics_chart *chart = r->chart;
    size_t most = 0;
    for (size_t i = 0; i < chart->n_metrics; i++)
        most += draft_metric(d, chart->metrics[i])->n_parts;
    r->spec->categories = ARENA_ARRAY(d->arena, most, chart_category);
    r->spec->n_categories = 0;
    for (size_t i = 0; i < chart->n_metrics; i++) {
        const metrics_metric *m = draft_metric(d, chart->metrics[i]);
        for (size_t p = 0; p < m->n_parts; p++) {
            size_t at = category_named(r->spec, m->parts[p].name.text);
            if (at == r->spec->n_categories)
                r->spec->categories[r->spec->n_categories++] =
                        (chart_category){
                                .name = m->parts[p].name.text,
                                .metric = SIZE_MAX,
                                .hue = hue_of(d, m->parts[p].name.text)};
        }
    }
}

static void
set_parts(resolving *r, size_t metric)
{
    draft *d = r->draft;
    const metrics_metric *m = draft_metric(d, metric);
    slice name = draft_short_name(d, metric);
    chart_datum *parts = resolve_series(r, SERIES_PART, name);
    ARRAY_LAST(&r->series)->unit = m->unit;
    ARRAY_LAST(&r->series)->total =
            resolve_level(r, draft_fact(d, metric, FACT_VALUE));
    chart_datum *shares = resolve_series(r, SERIES_SHARE, name);
    for (size_t p = 0; p < m->n_parts; p++) {
        size_t at = category_named(r->spec, m->parts[p].name.text);
        const jb_fact *share = facts_lookup(d->facts, metric, FACT_SHARE, p);
        parts[at] = resolve_level(
                r, facts_lookup(d->facts, metric, FACT_PART, p));
        shares[at] = resolve_level(r, share);
        shares[at].note_mark = (slice){NULL, 0};
        if (share->is_known)
            shares[at].label = slice_join(d->arena, shares[at].label,
                                          SLICE_OF("%"));
    }
}

bool
resolve_parts(resolving *r)
{
    draft *d = r->draft;
    const metrics_chart *chart = r->chart;
    slice period = resolve_period(r);
    set_part_names(r);
    for (size_t i = 0; i < chart->n_metrics; i++)
        if (draft_metric(d, chart->metrics[i])->n_parts > 0)
            set_parts(r, chart->metrics[i]);
    if (chart->n_metrics == 1)
        r->spec->title = slice_join(
                d->arena, draft_short_name(d, chart->metrics[0]),
                SLICE_OF("构成"));
    else
        r->spec->title = SLICE_OF("主要指标构成");
    r->spec->subtitle = period;
    return r->spec->n_categories > 0;
}
