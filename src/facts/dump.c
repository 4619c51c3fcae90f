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
    [FACT_PULL] = "pull",             [FACT_CONTRIBUTION] = "contribution",
    [FACT_SEQUENTIAL] = "sequential", [FACT_AVERAGE] = "average",
    [FACT_FORMER] = "former",
};
_Static_assert(sizeof KIND_NAMES / sizeof *KIND_NAMES == FACT_KIND_COUNT,
               "one name for each kind of fact");

static const char *const CHANGE_NAMES[] = {
    [CHANGE_ABSENT] = "absent",
    [CHANGE_RATE] = "rate",
    [CHANGE_POINTS] = "points",
    [CHANGE_TURNED_PROFIT] = "turned-profit",
    [CHANGE_TURNED_LOSS] = "turned-loss",
    [CHANGE_LOSS_NARROWED] = "loss-narrowed",
    [CHANGE_LOSS_WIDENED] = "loss-widened",
    [CHANGE_NET_NEW] = "net-new",
    [CHANGE_INCOMPARABLE] = "incomparable",
    [CHANGE_FLAT] = "flat",
};
_Static_assert(sizeof CHANGE_NAMES / sizeof *CHANGE_NAMES ==
                       CHANGE_KIND_COUNT,
               "one name for each kind of change");

static const char *const STATUS_NAMES[] = {
    [STATUS_ACTUAL] = "",
    [STATUS_TO_DATE] = " to-date",
    [STATUS_PRELIMINARY] = " preliminary",
    [STATUS_EXPECTED] = " expected",
    [STATUS_TARGET] = " target",
};
_Static_assert(sizeof STATUS_NAMES / sizeof *STATUS_NAMES == STATUS_COUNT,
               "one name for each status");

static const char *const BOUND_NAMES[] = {
    [BOUND_EXACT] = "",          [BOUND_AT_LEAST] = " at-least",
    [BOUND_ABOVE] = " above",    [BOUND_AT_MOST] = " at-most",
    [BOUND_APPROXIMATE] = " approximate",
};
_Static_assert(sizeof BOUND_NAMES / sizeof *BOUND_NAMES == BOUND_COUNT,
               "one name for each bound");

static void
dump_fact(slice_builder *b, const jb_fact *f)
{
    const jb_quantity *q = &f->quantity;
    slice number = formula_number(b->arena, q->value);
    builder_printf(b, "  %s", KIND_NAMES[f->kind]);
    if (f->kind >= FACT_PART)
        builder_printf(b, " %zu", f->index);
    if (f->kind == FACT_GROWTH)
        builder_printf(b, " %s", CHANGE_NAMES[f->growth.kind]);
    builder_printf(b, " %.*s%.*s%s%s%s", SLICE_ARGS(number),
                   SLICE_ARGS(q->unit.name), STATUS_NAMES[q->status],
                   BOUND_NAMES[q->bound], f->is_derived ? " derived" : "");
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
