/* target: how far a year's aims are reached: the aim as an outline, what has
 * been done as a solid bar within it, the completion beside it. A tick shows
 * how far the time gone by would have come. */
#include "chart/bar_plan.h"
#include "chart/broken.h"
#include "chart/kinds.h"
#include "chart/levels.h"

static const int options_taken[] = {OPTION_ORIENTATION, OPTION_SORT,
                                    OPTION_BREAK,       OPTION_AXIS};

static const char *
target_refuses(const chart_spec *spec)
{
    if (spec->n_categories == 0)
        return "没有指标";
    if (datum_series(spec, SERIES_CURRENT) == SIZE_MAX ||
        datum_series(spec, SERIES_TARGET) == SIZE_MAX)
        return "所列指标没有目标";
    return NULL;
}

static bar_chip
completion_chip(const chart_context *c, const chart_spec *spec,
                size_t category)
{
    size_t series = datum_series(spec, SERIES_COMPLETION);
    bar_chip chip = {.direction = 0};
    if (series == SIZE_MAX)
        return chip;
    chip.label = datum_label(c, (datum_place){spec, series, category},
                             &(datum_look){.text = &c->style->label,
                                           .colour = c->style->ink});
    return chip;
}

static bar_panels
target_panels(const chart_context *c, const chart_spec *spec,
              const chart_options *options)
{
    const style_chart *style = c->style;
    level_pair pair = {
        .first = {.series = datum_series(spec, SERIES_TARGET),
                  .bar = style->target, .text = style->muted,
                  .prefix = SLICE("目标")},
        .second = {.series = datum_series(spec, SERIES_CURRENT),
                   .bar = style->current, .text = style->ink},
        .is_overlapped = true,
        .chip = completion_chip,
    };
    size_t completion = datum_series(spec, SERIES_COMPLETION);
    if (completion != SIZE_MAX)
        pair.chip_head = spec->series[completion].name;
    return levels_panels(c, spec, options, &pair);
}

static void
targets_outline(bar_panels *panels)
{
    for (size_t i = 0; i < panels->n; i++)
        for (size_t r = 0; r < panels->at[i].n_rows; r++)
            panels->at[i].rows[r].bars[0].fill = MARK_OUTLINED;
}

static void
bars_fill(bar *bars, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (bars[i].fill == MARK_TINTED)
            bars[i].fill = MARK_SOLID;
}

/* A preliminary result stays solid, its note tells: the outline of a tint
 * would stand on that of a target just reached. */
static void
results_fill(bar_panels *panels)
{
    for (size_t i = 0; i < panels->n; i++)
        for (size_t r = 0; r < panels->at[i].n_rows; r++)
            bars_fill(panels->at[i].rows[r].bars + 1,
                      panels->at[i].n_bars - 1);
}

/* Where each target would be reached to if work went as time does; only
 * within its outline. */
static void
paces_set(const chart_spec *spec, bar_panels *panels)
{
    size_t paces = datum_series(spec, SERIES_PACE);
    size_t aims = datum_series(spec, SERIES_TARGET);
    for (size_t i = 0; paces != SIZE_MAX && i < panels->n; i++)
        for (size_t r = 0; r < panels->at[i].n_rows; r++) {
            size_t category = panels->at[i].rows[r].category;
            bar *b = &panels->at[i].rows[r].bars[0];
            const chart_datum *pace = &spec->series[paces].data[category];
            const chart_datum *aim = &spec->series[aims].data[category];
            if (!pace->has_value || !b->has_value || b->value == 0)
                continue;
            double share = decimal_to_double(pace->value) /
                           decimal_to_double(aim->value);
            b->has_tick = share > 0 && share < 1;
            b->tick = b->value * share;
        }
}

static bool
has_ticks(const bar_panels *panels)
{
    for (size_t i = 0; i < panels->n; i++)
        for (size_t r = 0; r < panels->at[i].n_rows; r++)
            if (panels->at[i].rows[r].bars[0].has_tick)
                return true;
    return false;
}

static chart_plan *
target_plan(const chart_context *c, const chart_spec *spec,
            const chart_options *options, jb_size size)
{
    bar_panels panels = target_panels(c, spec, options);
    targets_outline(&panels);
    results_fill(&panels);
    paces_set(spec, &panels);
    broken_notes notes = levels_notes(c, spec, &panels, options);
    /* Aim, result and completion read better in a line than in a stack. */
    chart_options across = *options;
    if (across.chosen[OPTION_ORIENTATION] == ORIENTATION_AUTO)
        across.chosen[OPTION_ORIENTATION] = ORIENTATION_HORIZONTAL;
    bar_plan *plan = bar_plan_from(c, &panels, &across, size);
    if (plan == NULL)
        return NULL;
    legend_key *keys = ARENA_ARRAY(c->arena, 2 + DATUM_FILL_KEYS, legend_key);
    size_t current = datum_series(spec, SERIES_CURRENT);
    keys[0] = (legend_key){.text = spec->series[current].name,
                           .colour = c->style->current};
    plan->base.n_keys = 1 + datum_fill_keys(&panels, c->style->target,
                                            keys + 1);
    if (has_ticks(&panels))
        keys[plan->base.n_keys++] = (legend_key){
            .text = spec->series[datum_series(spec, SERIES_PACE)].name,
            .colour = c->style->accent, .sign = SIGN_TICK};
    plan->base.keys = keys;
    plan->base.notes = broken_notes_told(c, spec, &panels, notes);
    plan->base.is_split = notes.is_split;
    return &plan->base;
}

const jb_chart_type chart_type_target = {
    .name = "target",
    .chinese = "目标",
    .doc = "目标完成情况：空心框为目标，实心柱为完成数，旁注完成率",
    .options = options_taken,
    .n_options = sizeof options_taken / sizeof *options_taken,
    .refuses = target_refuses,
    .plan = target_plan,
    .draw = bar_plan_draw,
};
