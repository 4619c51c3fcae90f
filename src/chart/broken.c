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

typedef struct note_lines {
    slice *at;
    size_t n;
} note_lines;

static void
note_split(const chart_context *c, const chart_spec *spec, slice names,
           note_lines *notes)
{
    diag_report(c->diags, &CHART_SPLIT, spec->span, spec->id, names);
    notes->at[notes->n++] = slice_printf(c->arena,
                                         "注：%.*s远大于其他，另用刻度，"
                                         "与其他各项不能比长短。",
                                         SLICE_ARGS(names));
}

static void
note_break(const chart_context *c, const chart_spec *spec,
           const bar_panels *p, note_lines *notes)
{
    slice beyond;
    slice_builder names = {.arena = c->arena};
    for (size_t i = 0; i < p->n; i++)
        names_add(&names, &p->at[i]);
    if (names.len == 0)
        return;
    slice all = builder_slice(&names);
    diag_report(c->diags, &CHART_BROKEN, spec->span, spec->id, all);
    notes->at[notes->n++] = slice_printf(c->arena,
                                         "注：%.*s的柱子在断口处截断，"
                                         "长度不按比例，数值见标注。",
                                         SLICE_ARGS(all));
    for (size_t i = 0; i < p->n; i++)
        if (guides_beyond(c->arena, &p->at[i].guides, &beyond))
            notes->at[notes->n++] = slice_printf(
                c->arena, "注：%.*s，在断口以外，没有画线。",
                SLICE_ARGS(beyond));
}

/* What the option makes of outliers that the page has. */
static broken_notes
notes_of_page(const chart_context *c, const chart_spec *spec,
              const bar_panels *p, const broken_notes *before)
{
    note_lines all = {ARENA_ARRAY(c->arena, before->n + p->n + 1, slice), 0};
    for (size_t i = 0; i < before->n; i++)
        all.at[all.n++] = before->at[i];
    note_break(c, spec, p, &all);
    return (broken_notes){all.at, all.n, before->is_split};
}

void
broken_notes_tell_rows(const chart_context *c, const chart_spec *spec,
                       const bar_panels *p, broken_notes *notes)
{
    *notes = notes_of_page(c, spec, p, notes);
    unseen_bars unseen = unseen_bars_none(c->arena);
    for (size_t i = 0; i < p->n; i++)
        unseen_bars_add_panel(&unseen, &p->at[i], UNSEEN_BELOW);
    unseen_notes told = unseen_bars_told(&unseen, notes->at, notes->n);
    arrow_notes all = arrows_told(c, p, (arrow_notes){told.at, told.n});
    notes->at = all.at;
    notes->n = all.n;
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
    size_t n_apart;
    const slice *arrows = arrows_set(c, spec, p, &n_apart);
    note_lines notes = {ARENA_ARRAY(c->arena, 1 + n_apart, slice), 0};
    if (apart.len > 0)
        note_split(c, spec, apart, &notes);
    for (size_t i = 0; i < n_apart; i++)
        notes.at[notes.n++] = arrows[i];
    return (broken_notes){notes.at, notes.n, apart.len > 0};
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
    broken_notes_tell_rows(c, spec, p, &notes);
    legend_key *keys = ARENA_ARRAY(c->arena, DATUM_FILL_KEYS, legend_key);
    plan->base.n_keys = datum_fill_keys(p, c->style->muted, keys);
    plan->base.keys = keys;
    plan->base.notes = notes.at;
    plan->base.n_notes = notes.n;
    plan->base.is_split = notes.is_split;
    return &plan->base;
}
