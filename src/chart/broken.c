#include "chart/broken.h"

#include "chart/bar_plan.h"
#include "chart/datum.h"
#include "chart/options.h"
#include "chart/split.h"

static bool
row_is_broken(const bar_panel *p, const bar_row *row)
{
    for (size_t i = 0; i < p->n_bars; i++)
        if (row->bars[i].is_broken)
            return true;
    return false;
}

static void
names_add(slice_builder *b, const bar_panel *p)
{
    for (size_t r = 0; r < p->n_rows; r++)
        if (row_is_broken(p, &p->rows[r])) {
            builder_add_text(b, b->len > 0 ? "、“" : "“");
            builder_add(b, p->rows[r].name);
            builder_add_text(b, "”");
        }
}

static broken_notes
notes_of_split(const chart_context *c, const chart_spec *spec, slice names)
{
    diag_report(c->diags, &CHART_SPLIT, spec->span, spec->id, names);
    slice *notes = ARENA_NEW(c->arena, slice);
    notes[0] = slice_printf(c->arena,
                            "注：%.*s远大于其他，另用刻度，"
                            "与其他各项不能比长短。",
                            SLICE_ARGS(names));
    return (broken_notes){notes, 1};
}

static broken_notes
notes_of_break(const chart_context *c, const chart_spec *spec,
               const bar_panels *p, slice names)
{
    slice beyond;
    diag_report(c->diags, &CHART_BROKEN, spec->span, spec->id, names);
    slice *notes = ARENA_ARRAY(c->arena, p->n + 1, slice);
    size_t n = 0;
    notes[n++] = slice_printf(c->arena,
                              "注：%.*s的柱子在断口处截断，"
                              "长度不按比例，数值见标注。",
                              SLICE_ARGS(names));
    for (size_t i = 0; i < p->n; i++)
        if (guides_beyond(c->arena, &p->at[i].guides, &beyond))
            notes[n++] = slice_printf(c->arena,
                                      "注：%.*s，在断口以外，没有画线。",
                                      SLICE_ARGS(beyond));
    return (broken_notes){notes, n};
}

broken_notes
broken_notes_from(const chart_context *c, const chart_spec *spec,
                  bar_panels *p, int policy)
{
    slice_builder names = {.arena = c->arena};
    slice apart = policy == BREAK_SPLIT ? split_panels(c, p)
                                        : (slice){NULL, 0};
    p->part = spec->part;
    p->n_parts = spec->n_parts > 0 ? spec->n_parts : 1;
    for (size_t i = 0; i < p->n; i++)
        if (bars_break(c->arena, &p->at[i], policy == BREAK_AUTO) > 0)
            names_add(&names, &p->at[i]);
    if (apart.len > 0)
        return notes_of_split(c, spec, apart);
    return names.len == 0
               ? (broken_notes){NULL, 0}
               : notes_of_break(c, spec, p, builder_slice(&names));
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
    plan->base.notes = notes.at;
    plan->base.n_notes = notes.n;
    return &plan->base;
}
