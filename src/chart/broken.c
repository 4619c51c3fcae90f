#include "chart/broken.h"

#include "chart/arrow.h"
#include "chart/bar_plan.h"
#include "chart/datum.h"
#include "chart/joined.h"
#include "chart/options.h"
#include "chart/split.h"
#include "chart/unseen.h"

/* The names of rows with a broken bar, quoted. */
static void
names_add(slice_builder *names, const bar_panel *p)
{
    for (size_t r = 0; r < p->n_rows; r++) {
        size_t i = 0;
        while (i < p->n_bars && !p->rows[r].bars[i].is_broken)
            i++;
        if (i < p->n_bars && !p->rows[r].is_elsewhere)
            builder_printf(names, "%s“%.*s”", names->len > 0 ? "、" : "",
                           SLICE_ARGS(p->rows[r].name));
    }
}

static slice
note_split(const chart_context *c, const chart_spec *spec, slice names)
{
    diag_report(c->diags, &CHART_SPLIT, spec->span, spec->id, names);
    return slice_printf(c->arena,
                        "注：%.*s远大于其他，另用刻度，与其他各项不能比长短。",
                        SLICE_ARGS(names));
}

/* What the option makes of outliers that the page has. */
static chart_notes
note_break(const chart_context *c, const chart_spec *spec,
           const bar_panels *p, chart_notes notes)
{
    slice beyond;
    slice_builder names = {.arena = c->arena};
    for (size_t i = 0; i < p->n; i++)
        names_add(&names, &p->at[i]);
    if (names.len == 0)
        return notes;
    slice all = builder_slice(&names);
    diag_report(c->diags, &CHART_BROKEN, spec->span, spec->id, all);
    notes = chart_notes_with(
        c->arena, notes,
        slice_printf(c->arena,
                     "注：%.*s的柱子在断口处截断，长度不按比例，数值见标注。",
                     SLICE_ARGS(all)));
    for (size_t i = 0; i < p->n; i++)
        if (guides_beyond(c->arena, &p->at[i].guides, &beyond))
            notes = chart_notes_with(
                c->arena, notes,
                slice_printf(c->arena, "注：%.*s，在断口以外，没有画线。",
                             SLICE_ARGS(beyond)));
    return notes;
}

chart_notes
broken_notes_told(const chart_context *c, const chart_spec *spec,
                  const bar_panels *p, broken_notes before)
{
    chart_notes notes = note_break(c, spec, p, before.told);
    unseen_bars unseen = unseen_bars_none(c->arena);
    for (size_t i = 0; i < p->n; i++)
        unseen_bars_add_panel(&unseen, &p->at[i], UNSEEN_BELOW);
    return arrows_told(c, p, unseen_bars_told(&unseen, notes));
}

broken_notes
broken_notes_from(const chart_context *c, const chart_spec *spec,
                  bar_panels *p, int policy)
{
    p->held = spec->scale.n_charts > 0 ? &spec->scale : NULL;
    if (p->held != NULL)
        policy = BREAK_NEVER; /* lengths are what is compared */
    slice apart = policy == BREAK_SPLIT ? split_panels(c, p)
                                        : (slice){NULL, 0};
    p->part = spec->part;
    p->n_parts = spec->n_parts > 0 ? spec->n_parts : 1;
    for (size_t i = 0; i < p->n; i++)
        bars_break(c->arena, &p->at[i], policy == BREAK_AUTO);
    joined_set(p);
    chart_notes arrows = arrows_set(c, spec, p), notes = {NULL, 0};
    if (apart.len > 0)
        notes = chart_notes_with(c->arena, notes, note_split(c, spec, apart));
    for (size_t i = 0; i < arrows.n; i++)
        notes = chart_notes_with(c->arena, notes, arrows.at[i]);
    return (broken_notes){notes, apart.len > 0};
}

chart_plan *
broken_plan_from(const chart_context *c, const chart_spec *spec,
                 bar_panels *p, const chart_options *options, jb_size size)
{
    broken_notes notes =
        broken_notes_from(c, spec, p, options->chosen[OPTION_BREAK]);
    bar_plan *plan = bar_plan_from(c, p, options, size);
    if (plan == NULL)
        return NULL;
    legend_key *keys = ARENA_ARRAY(c->arena, DATUM_FILL_KEYS, legend_key);
    plan->base.n_keys = datum_fill_keys(p, c->style->muted, keys);
    plan->base.keys = keys;
    plan->base.notes = broken_notes_told(c, spec, p, notes);
    plan->base.is_split = notes.is_split;
    return &plan->base;
}
