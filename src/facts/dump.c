#include "facts/facts.h"
#include "facts/formula.h"

static const char *const KIND_NAMES[] = {
    [FACT_VALUE] = "value",           [FACT_PREVIOUS] = "previous",
    [FACT_GROWTH] = "growth",         [FACT_DELTA] = "delta",
    [FACT_TO_DATE] = "to-date",       [FACT_TARGET] = "target",
    [FACT_COMPLETION] = "completion", [FACT_RANK] = "rank",
    [FACT_PART] = "part",             [FACT_SHARE] = "share",
    [FACT_PARTS_TOTAL] = "total",     [FACT_PART_GROWTH] = "part-growth",
    [FACT_SINCE] = "since",           [FACT_YEARLY] = "yearly",
    [FACT_PART_PREVIOUS] = "part-previous",
    [FACT_SHARE_PREVIOUS] = "share-previous",
    [FACT_PULL] = "pull",             [FACT_CONTRIBUTION] = "contribution",
    [FACT_SEQUENTIAL] = "sequential", [FACT_AVERAGE] = "average",
    [FACT_FORMER] = "former",         [FACT_MEAN] = "mean",
};
_Static_assert(sizeof KIND_NAMES / sizeof *KIND_NAMES == FACT_KIND_COUNT,
               "one name for each kind of fact");

static void
dump_fact(slice_builder *b, const jb_fact *f)
{
    const jb_quantity *q = &f->quantity;
    slice number = formula_number(b->arena, q->value);
    builder_printf(b, "  %s", KIND_NAMES[f->kind]);
    if (f->kind >= FACT_PART)
        builder_printf(b, " %zu", f->index);
    if (f->kind == FACT_GROWTH)
        builder_printf(b, " %s", metrics_change_name(f->growth.kind));
    builder_printf(b, " %.*s%.*s", SLICE_ARGS(number),
                   SLICE_ARGS(q->unit.name));
    quantity_dump_qualifiers(b, *q);
    if (f->is_derived)
        builder_add_text(b, " derived");
    if (f->formula.len > 0)
        builder_printf(b, " [%.*s]", SLICE_ARGS(f->formula));
    builder_add_text(b, "\n");
}

static void
dump_known(slice_builder *b, const jb_fact *f)
{
    if (f->is_known)
        dump_fact(b, f);
}

slice
facts_dump(arena *a, const jb_facts *f)
{
    const jb_metrics *m = facts_metrics(f);
    slice_builder b = {.arena = a};
    for (size_t i = 0; i < metrics_count(m); i++) {
        const metrics_metric *metric = metrics_at(m, i);
        builder_printf(&b, "%.*s\n", SLICE_ARGS(metric->id));
        for (int k = 0; k < FACT_PART; k++)
            dump_known(&b, facts_lookup(f, i, (fact_kind)k, 0));
        for (size_t p = 0; p < metric->n_parts; p++)
            for (int k = FACT_PART; k < FACT_SINCE; k++)
                dump_known(&b, facts_lookup(f, i, (fact_kind)k, p));
        for (size_t p = 0; p < metric->n_history; p++)
            for (int k = FACT_SINCE; k < FACT_KIND_COUNT; k++)
                dump_known(&b, facts_lookup(f, i, (fact_kind)k, p));
    }
    return builder_slice(&b);
}
