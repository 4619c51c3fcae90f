/* 三次产业结构为8.7∶42.4∶48.9 against the shares of the metric's three parts. */
#include "prose/match.h"
#include "prose/number.h"
#include "prose/proportions.h"

#define INDUSTRIES PROPORTIONS_INDUSTRIES

static bool
has_industries(const metrics_metric *m)
{
    static const slice names[INDUSTRIES] = {
        SLICE("第一产业"), SLICE("第二产业"), SLICE("第三产业")};
    for (size_t i = 0; i < INDUSTRIES; i++)
        if (m->n_parts != INDUSTRIES ||
            !slice_starts_with(m->parts[i].name.text, names[i]))
            return false;
    return true;
}

/* The gross product, where its three parts are known; SIZE_MAX without. */
static size_t
divided_metric(const matching *names)
{
    const jb_facts *facts = names->in->facts;
    const jb_metrics *all = facts_metrics(facts);
    for (size_t i = 0; i < metrics_count(all); i++)
        if (names->known[i] == INDICATOR_GDP &&
            has_industries(metrics_at(all, i)) &&
            facts_lookup(facts, i, FACT_SHARE, 0)->is_known)
            return i;
    return SIZE_MAX;
}

static bool
is_near(jb_decimal said, jb_decimal share)
{
    jb_decimal off;
    return !decimal_sub(said, share, &off) ||
           decimal_compare(decimal_abs(off),
                           proportions_slack(said.scale)) <= 0;
}

static void
check_structure(const matching *names, size_t i, size_t metric)
{
    const inspection *in = names->in;
    const claim *c = &in->claims.at[i];
    match m = {.in = in, .claim = c, .own = setting_from_claim(in, i)};
    m.metric = metrics_at(facts_metrics(in->facts), metric);
    if (match_time_of(&m) != MATCH_OWN_TIME)
        return;
    for (size_t k = 0; k < INDUSTRIES; k++) {
        const jb_fact *share =
            facts_lookup(in->facts, metric, FACT_SHARE, k);
        const figure *f = &in->figures.at[i + k];
        if (!share->is_known ||
            is_near(f->quantity.value, share->quantity.value) ||
            !rule_is_typed(in, f->first, f->last))
            continue;
        slice part = m.metric->parts[k].name.text;
        diag_report(in->diags, &PROSE_FIGURE_CONTRADICTS,
                    rule_figure_span(in, f), part, rule_figure_text(in, f),
                    number_text(in->arena, share->quantity.value),
                    slice_printf(in->arena, "{%.*s.share.%.*s|number}",
                                 SLICE_ARGS(m.metric->id),
                                 SLICE_ARGS(part)));
        diags_relate(in->diags, share->span, SLICE_OF("指标数据在这里"));
        return; /* the others follow from it */
    }
}

void
rule_structure(const inspection *in)
{
    if (in->facts == NULL)
        return;
    matching names = matching_from_inspection(in);
    size_t metric = divided_metric(&names);
    for (size_t i = 0; metric != SIZE_MAX && i < in->figures.n &&
                       rule_has_room(in); i++)
        if (in->figures.at[i].quantity.value.scale > 0 &&
            proportions_of_industries(in, i))
            check_structure(&names, i, metric);
}
