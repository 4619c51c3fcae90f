/* ranking: the place of each metric among its peers, where it is stated: of
 * the value or of the growth, as its words say. */
#include "prose/phrase.h"
#include "report/resolve.h"

static chart_datum
whole_datum(int n)
{
    return (chart_datum){.has_value = n > 0, .value = {n, 0}};
}

#define TIES_NAMED 3

/* 出口、进口位次并列最前，均为第4位; 出口等5项位次 … */
static slice
finding_of_ties(const resolving *r, const chart_datum *places, size_t best,
                size_t n_best)
{
    slice_builder b = {.arena = r->draft->arena};
    for (size_t i = 0; i < r->spec->n_categories; i++)
        if (places[i].has_value && (i == best || n_best <= TIES_NAMED) &&
            decimal_compare(places[i].value, places[best].value) == 0)
            builder_printf(&b, "%s%.*s", b.len > 0 ? "、" : "",
                           SLICE_ARGS(r->spec->categories[i].name));
    if (n_best > TIES_NAMED)
        builder_printf(&b, "等%zu项", n_best);
    builder_printf(&b, "位次并列最前，均为第%.*s位",
                   SLICE_ARGS(decimal_text(b.arena, places[best].value)));
    return builder_slice(&b);
}

/* 居全省第18位, each of them. */
static bool
are_told_alike(const resolving *r, const chart_datum *places)
{
    for (size_t i = 1; i < r->spec->n_categories; i++)
        if (!slice_equal(places[i].label, places[0].label))
            return false;
    return true;
}

/* The one that alone has the hindmost place; SIZE_MAX where places are not
 * counted among the same peers, so that none is. */
static size_t
hindmost(const resolving *r, const chart_datum *places,
         const chart_datum *peers)
{
    size_t worst = SIZE_MAX, n = 0;
    const metrics_rank *first = NULL;
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        const metrics_rank *own =
            &draft_metric(r->draft, r->spec->categories[i].metric)->rank;
        if (!places[i].has_value)
            continue;
        first = first == NULL ? own : first;
        if (!peers[i].has_value || own->peers != first->peers ||
            !slice_equal(own->scope.text, first->scope.text))
            return SIZE_MAX;
        int order = worst == SIZE_MAX ? 1
                                      : decimal_compare(places[i].value,
                                                        places[worst].value);
        worst = order > 0 ? i : worst;
        n = order > 0 ? 1 : n + (order == 0);
    }
    return n == 1 ? worst : SIZE_MAX;
}

/* 生产总值增幅居全省第4位，位次最前: the foremost place, if one alone has it; with
 * the hindmost, so that the title is not the best alone. */
static slice
finding_of_places(const resolving *r, const chart_datum *places,
                  const chart_datum *peers)
{
    size_t n_known = 0, n_best = 0, best = 0;
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        if (!places[i].has_value)
            continue;
        int order = n_known == 0 ? -1
                                 : decimal_compare(places[i].value,
                                                   places[best].value);
        best = order < 0 ? i : best;
        n_best = order < 0 ? 1 : n_best + (order == 0);
        n_known++;
    }
    if (n_best > TIES_NAMED && n_best == r->spec->n_categories &&
        are_told_alike(r, places))
        return slice_printf(r->draft->arena, "%zu项指标均%.*s", n_best,
                            SLICE_ARGS(places[best].label));
    if (n_best > 1)
        return finding_of_ties(r, places, best, n_best);
    if (n_best == 0)
        return SLICE_OF("主要指标位次");
    size_t worst = hindmost(r, places, peers);
    if (n_known > 1 && worst != SIZE_MAX)
        return slice_printf(r->draft->arena, "%.*s%.*s，%.*s%.*s",
                            SLICE_ARGS(r->spec->categories[best].name),
                            SLICE_ARGS(places[best].label),
                            SLICE_ARGS(r->spec->categories[worst].name),
                            SLICE_ARGS(places[worst].label));
    bool is_first = slice_ends_with(places[best].label, SLICE_OF("第1位"));
    return slice_printf(r->draft->arena, "%.*s%.*s%s",
                        SLICE_ARGS(r->spec->categories[best].name),
                        SLICE_ARGS(places[best].label),
                        n_known > 1 && !is_first ? "，位次最前" : "");
}

/* Of unlike numbers of peers, each is told with its place. */
static void
peers_tell(const resolving *r, chart_datum *places, const chart_datum *peers)
{
    const chart_datum *first = NULL;
    bool is_unlike = false;
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        if (!peers[i].has_value)
            continue;
        first = first == NULL ? &peers[i] : first;
        is_unlike |= decimal_compare(peers[i].value, first->value) != 0;
    }
    for (size_t i = 0; is_unlike && i < r->spec->n_categories; i++)
        if (peers[i].has_value)
            places[i].label = slice_printf(
                r->draft->arena, "%.*s（共%.*s位）",
                SLICE_ARGS(places[i].label),
                SLICE_ARGS(decimal_text(r->draft->arena, peers[i].value)));
}

bool
resolve_ranking(resolving *r)
{
    draft *d = r->draft;
    size_t n_known = 0;
    chart_datum *places = resolve_series(r, SERIES_RANK, SLICE_OF("位次"));
    chart_datum *peers = resolve_series(r, SERIES_PEERS, SLICE_OF("总数"));
    for (size_t i = 0; i < r->spec->n_categories; i++) {
        size_t metric = r->spec->categories[i].metric;
        const metrics_rank *rank = &draft_metric(d, metric)->rank;
        const jb_fact *fact = draft_fact(d, metric, FACT_RANK);
        const jb_fact *growth = draft_fact(d, metric, FACT_GROWTH);
        places[i] = resolve_missing();
        if (!fact->is_known)
            continue;
        n_known++;
        places[i] = whole_datum(rank->place);
        places[i].fact = fact;
        places[i].label = phrase_rank(d->arena, rank, growth,
                                      (phrase_options){0});
        peers[i] = whole_datum(rank->peers);
        if (!peers[i].has_value)
            places[i].note_mark = note_mark(
                d->arena, &r->notes,
                SLICE_OF("没有说明共几位，末尾渐小的点表示其后可能还有。"));
    }
    r->spec->title = finding_of_places(r, places, peers);
    r->spec->subtitle = resolve_period(r);
    peers_tell(r, places, peers);
    return n_known > 0;
}
