/* peers: one metric here and elsewhere: a category for each place, with its
 * value and where it stands. The own place is one of them, set off. */
#include "facts/standing.h"
#include "prose/number.h"
#include "prose/phrase.h"
#include "report/resolve.h"

static slice
own_name(const resolving *r)
{
    slice place = r->draft->document->place.text;
    return place.len > 0 ? place : SLICE_OF("本地");
}

/* 丙县常住人口居首, where one place alone does. */
static slice
finding_of_first(const resolving *r, const metrics_metric *m, slice name)
{
    arena *a = r->draft->arena;
    const metrics_part *first = NULL;
    for (size_t i = 0; i < m->n_peers; i++) {
        standing s = standing_of(m, m->peers[i].value);
        if (s.ahead > 0)
            continue;
        if (first != NULL || s.open > 0)
            return slice_printf(a, "各地%.*s", SLICE_ARGS(name));
        first = &m->peers[i];
    }
    return slice_printf(a, "%.*s%.*s居首", SLICE_ARGS(first->name.text),
                        SLICE_ARGS(name));
}

/* 云溪市生产总值居全省第4位; without a stated rank, among those shown. */
static slice
finding(const resolving *r, const metrics_metric *m, size_t metric)
{
    arena *a = r->draft->arena;
    slice place = own_name(r), name = draft_short_name(r->draft, metric);
    if (!m->has_value)
        return finding_of_first(r, m, name);
    const char *tense = resolve_is_expected(r, metric) ? "预计" : "";
    const jb_fact *rank = draft_fact(r->draft, metric, FACT_RANK);
    if (rank->is_known && m->rank.place > 0 && !m->rank.is_of_growth)
        return slice_printf(
            a, "%.*s%.*s%s%.*s", SLICE_ARGS(place), SLICE_ARGS(name), tense,
            SLICE_ARGS(phrase_rank(a, &m->rank,
                                   draft_fact(r->draft, metric, FACT_GROWTH),
                                   (phrase_options){0})));
    standing own = standing_of(m, m->value);
    if (own.open > 0)
        return slice_printf(a, "各地%.*s", SLICE_ARGS(name));
    return slice_printf(a, "%.*s%.*s%s在%zu地中%s第%d位", SLICE_ARGS(place),
                        SLICE_ARGS(name), tense, m->n_peers + 1,
                        own.even > 0 ? "并列" : "居", own.ahead + 1);
}

/* A place, and how many are ahead of it. */
typedef struct peer {
    slice name;
    jb_quantity value;
    bool is_own;
    int ahead;
    bool is_open; /* qualifiers leave the place open */
} peer;

/* Figures that are even as printed may differ in digits that are not: the own
 * place is what the source says, where that is one of those it may be. */
static int
own_ahead(const metrics_metric *m, standing own)
{
    const metrics_rank *rank = &m->rank;
    int stated = rank->place - 1;
    bool is_stated = rank->is_set && rank->place > 0 && !rank->is_of_growth &&
                     stated >= own.ahead && stated <= own.ahead + own.even;
    return is_stated ? stated : own.ahead;
}

/* Best first; ties keep the order of the file, the own place last of them. */
static void
insert(peer *list, size_t n, peer p)
{
    for (; n > 0 && list[n - 1].ahead > p.ahead; n--)
        list[n] = list[n - 1];
    list[n] = p;
}

static peer *
peers_in_order(const resolving *r, const metrics_metric *m, size_t *n)
{
    peer *list = ARENA_ARRAY(r->draft->arena, m->n_peers + 1, peer);
    *n = 0;
    for (size_t i = 0; i < m->n_peers; i++, ++*n) {
        standing s = standing_of(m, m->peers[i].value);
        insert(list, *n,
               (peer){m->peers[i].name.text, m->peers[i].value, false,
                      s.ahead, s.open > 0});
    }
    if (m->has_value) {
        standing own = standing_of(m, m->value);
        insert(list, (*n)++,
               (peer){own_name(r), m->value, true, own_ahead(m, own),
                      own.open > 0});
    }
    return list;
}

static void
set_places(resolving *r, const metrics_metric *m, size_t metric)
{
    size_t n;
    const peer *list = peers_in_order(r, m, &n);
    arena *a = r->draft->arena;
    chart_category *categories = ARENA_ARRAY(a, n, chart_category);
    r->spec->categories = categories;
    r->spec->n_categories = n;
    slice name = draft_short_name(r->draft, metric);
    chart_datum *values = resolve_series(r, SERIES_CURRENT, name);
    chart_datum *places = resolve_series(r, SERIES_RANK, SLICE_OF("位次"));
    for (size_t i = 0; i < n; i++) {
        categories[i] = (chart_category){
            .name = list[i].name, .unit = m->unit, .metric = metric,
            .is_fall_good = m->is_fall_good, .is_focus = list[i].is_own};
        values[i] = list[i].is_own
                        ? resolve_level(
                              r, draft_fact(r->draft, metric, FACT_VALUE))
                        : resolve_quantity(r, &list[i].value, m->unit);
        places[i] = (chart_datum){
            .has_value = true, .value = {list[i].ahead + 1, 0},
            .label = slice_printf(a, "第%d", list[i].ahead + 1)};
        if (list[i].is_open)
            places[i] = (chart_datum){.label = SLICE("—")};
    }
}

/* The mean as stated, or else that of the places; rates would need weights. */
#define MEAN_LEAST 3

static void
set_mean(resolving *r, const metrics_metric *m)
{
    arena *a = r->draft->arena;
    chart_guide mean = {.unit = m->unit};
    if (m->has_mean && !m->mean_is_of_growth) {
        chart_datum stated = resolve_quantity(r, &m->mean, m->unit);
        mean.low = stated.value;
        mean.label = slice_printf(a, "%.*s平均%.*s%.*s",
                                  SLICE_ARGS(m->mean_scope.text),
                                  SLICE_ARGS(stated.label),
                                  SLICE_ARGS(m->unit.name));
    } else if (m->unit.kind == UNIT_PERCENT ||
               !resolve_mean(r, r->series.at[0].data, MEAN_LEAST,
                             &mean.low)) {
        return;
    } else {
        mean.label = slice_printf(a, "%zu地平均%.*s%.*s",
                                  r->spec->n_categories,
                                  SLICE_ARGS(number_text(a, mean.low)),
                                  SLICE_ARGS(m->unit.name));
    }
    resolve_guide(r, &r->series.at[0], mean);
}

bool
resolve_peers(resolving *r)
{
    const metrics_chart *chart = r->chart;
    draft *d = r->draft;
    if (chart->n_metrics > 1)
        diag_report(d->writer.diags, &REPORT_CHART_ONE_METRIC, chart->span,
                    chart->id,
                    slice_printf(d->arena, "%zu", chart->n_metrics));
    if (chart->n_metrics == 0)
        return false;
    size_t metric = chart->metrics[0];
    const metrics_metric *m = draft_metric(d, metric);
    if (m->n_peers == 0)
        return false;
    r->spec->title = finding(r, m, metric);
    r->spec->subtitle = slice_printf(
        d->arena, "%.*s各地%.*s", SLICE_ARGS(resolve_period(r)),
        SLICE_ARGS(m->name.text));
    set_places(r, m, metric);
    set_mean(r, m);
    return true;
}
