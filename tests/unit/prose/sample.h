/* A metrics file written in the test, its facts and the findings so far. */
#ifndef TESTS_PROSE_SAMPLE_H
#define TESTS_PROSE_SAMPLE_H

#include "prose/prose.h"

typedef struct sample {
    arena *arena;
    jb_diags *diags;
    jb_source *source;
    jb_metrics *metrics;
    jb_facts *facts;
} sample;

static inline sample
sample_from(const char *yaml)
{
    sample s = {.arena = arena_new(), .diags = diags_new()};
    s.source = source_from_bytes(SLICE_OF("sample.yaml"), slice_from(yaml));
    s.metrics = metrics_from_source(s.source, s.diags);
    if (s.metrics != NULL)
        s.facts = facts_from_metrics(s.metrics, s.diags);
    return s;
}

static inline void
sample_drop(sample *s)
{
    facts_drop(s->facts);
    metrics_drop(s->metrics);
    source_drop(s->source);
    diags_drop(s->diags);
    arena_drop(s->arena);
}

static inline prose_writer
sample_writer(const sample *s)
{
    return (prose_writer){s->arena, s->facts, s->diags};
}

/* The codes of what was found, one space between. */
static inline const char *
sample_codes(const sample *s)
{
    slice_builder b = {.arena = s->arena};
    for (size_t i = 0; i < diags_count(s->diags); i++)
        builder_printf(&b, "%s%s", i > 0 ? " " : "",
                       diags_at(s->diags, i)->kind->code);
    return builder_slice(&b).at;
}

#endif
