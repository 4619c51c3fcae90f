#include "facts/facts.h"

#include "facts/contradiction.h"
#include "facts/derive.h"

struct jb_facts {
    arena *arena;
    const jb_metrics *metrics;
    derive_result *of; /* one per metric */
    size_t n;
};

static const jb_fact ABSENT = {.is_known = false};

jb_facts *
facts_from_metrics(const jb_metrics *m, jb_diags *diags)
{
    arena *a = arena_new();
    jb_facts *f = ARENA_NEW(a, jb_facts);
    f->arena = a;
    f->metrics = m;
    f->n = metrics_count(m);
    f->of = ARENA_ARRAY(a, f->n, derive_result);
    for (size_t i = 0; i < f->n; i++) {
        const metrics_metric *metric = metrics_at(m, i);
        f->of[i] = derive_from_metric(a, metrics_document_of(m), metric, i);
        contradiction_check(&(contradiction_case){
                a, metric, metrics_document_of(m), &f->of[i], diags});
    }
    return f;
}

void
facts_drop(jb_facts *f)
{
    if (f != NULL)
        arena_drop(f->arena);
}

const jb_metrics *
facts_metrics(const jb_facts *f)
{
    return f->metrics;
}

const jb_fact *
facts_lookup(const jb_facts *f, size_t metric, fact_kind kind, size_t index)
{
    if (metric >= f->n)
        return &ABSENT;
    const derive_result *r = &f->of[metric];
    if (kind < FACT_PART)
        return &r->single[kind];
    size_t n = kind < FACT_SINCE ? r->n_parts : r->n_history;
    return index < n ? &r->many[kind - FACT_PART][index] : &ABSENT;
}
