/* compare: the previous and the current period side by side (or the current
 * before the previous, as IBCS overlaps them); an arrow with the growth
 * stands beside or above each pair. */
#include "chart/bar_plan.h"
#include "chart/broken.h"
#include "chart/kinds.h"
#include "chart/levels.h"
#include "chart/tone.h"

static const int options_taken[] = {OPTION_ORIENTATION, OPTION_SORT,
                                    OPTION_BREAK,       OPTION_AXIS,
                                    OPTION_TABLE,       OPTION_FORM};

static const char *
compare_refuses(const chart_spec *spec)
{
    if (spec->n_categories == 0)
        return "没有指标";
    if (datum_series(spec, SERIES_CURRENT) == SIZE_MAX ||
        datum_series(spec, SERIES_PREVIOUS) == SIZE_MAX)
        return "所列指标没有上年同期数，也推算不出";
    return NULL;
}

/* The growth in percent, or in points, whichever says something. */
static size_t
chip_series(const chart_spec *spec, size_t category)
{
    size_t rate = datum_series(spec, SERIES_GROWTH);
    size_t points = datum_series(spec, SERIES_POINTS);
    if (rate == SIZE_MAX || points == SIZE_MAX)
        return rate == SIZE_MAX ? points : rate;
    const chart_datum *growth = &spec->series[rate].data[category];
    const chart_datum *change = &spec->series[points].data[category];
    bool says_points = change->has_value ||
                       (growth->label.len == 0 && change->label.len > 0);
    return says_points && !growth->has_value ? points : rate;
}

/* The amount that an arrow tells of a pair, or NULL. */
static const chart_arrow *
pair_arrow(const chart_spec *spec, size_t category)
{
    for (size_t i = 0; i < spec->n_arrows; i++)
        if (spec->arrows[i].from == category && spec->arrows[i].to == category)
            return &spec->arrows[i];
    return NULL;
}

/* +6.2%（+89.1亿元）. */
static slice
chip_amount(const chart_context *c, const chart_spec *spec, size_t category)
{
    const chart_arrow *arrow = pair_arrow(spec, category);
    return arrow == NULL ? (slice){NULL, 0}
                         : slice_printf(c->arena, "（%.*s）",
                                        SLICE_ARGS(arrow->label));
}

static bar_chip
growth_chip(const chart_context *c, const chart_spec *spec, size_t category)
{
    size_t series = chip_series(spec, category);
    bar_chip chip = {.direction = 0};
    if (series == SIZE_MAX)
        return chip;
    datum_place place = {spec, series, category};
    const chart_datum *datum = datum_at(place);
    const style_chart *style = c->style;
    if (datum->has_value)
        chip.direction = decimal_sign(datum->value);
    chip.is_missing = datum->is_missing;
    chip.note_mark = datum->note_mark;
    chip.colour = chip.direction < 0 ? style->fall : style->rise;
    jb_colour text = chip.direction == 0
                         ? style->ink
                         : tone_readable(chip.colour, style->ink,
                                         style->ground, TONE_CONTRAST_TEXT);
    chip.label = datum_label(c, place,
                             &(datum_look){.text = &style->label,
                                           .colour = text,
                                           .suffix = chip_amount(c, spec,
                                                                 category)});
    return chip;
}

static bar_panels
compare_panels(const chart_context *c, const chart_spec *spec,
               const chart_options *options)
{
    const style_chart *style = c->style;
    level_pair pair = {
        .first = {.series = datum_series(spec, SERIES_PREVIOUS),
                  .bar = style->previous, .text = style->muted},
        .second = {.series = datum_series(spec, SERIES_CURRENT),
                   .bar = style->current, .text = style->ink},
        .is_overlapped = options->chosen[OPTION_FORM] == FORM_OVERLAPPED,
        .chip = growth_chip,
    };
    if (chip_series(spec, 0) != SIZE_MAX)
        pair.chip_head = SLICE_OF("同比");
    return levels_panels(c, spec, options, &pair);
}

static size_t
compare_keys(const chart_context *c, const chart_spec *spec,
             const bar_panels *panels, legend_key *keys)
{
    size_t previous = datum_series(spec, SERIES_PREVIOUS);
    size_t current = datum_series(spec, SERIES_CURRENT);
    keys[0] = (legend_key){.text = spec->series[previous].name,
                           .colour = c->style->previous};
    keys[1] = (legend_key){.text = spec->series[current].name,
                           .colour = c->style->current};
    return 2 + datum_fill_keys(panels, c->style->current, keys + 2);
}

static chart_plan *
compare_plan(const chart_context *c, const chart_spec *spec,
             const chart_options *options, jb_size size)
{
    bar_panels panels = compare_panels(c, spec, options);
    broken_notes notes = levels_notes(c, spec, &panels, options);
    bar_plan *plan = bar_plan_from(c, &panels, options, size);
    if (plan == NULL)
        return NULL;
    legend_key *keys = ARENA_ARRAY(c->arena, 2 + DATUM_FILL_KEYS, legend_key);
    plan->base.n_keys = compare_keys(c, spec, &panels, keys);
    plan->base.keys = keys;
    plan->base.notes = broken_notes_told(c, spec, &panels, notes);
    plan->base.is_split = notes.is_split;
    return &plan->base;
}

const jb_chart_type chart_type_compare = {
    .name = "compare",
    .chinese = "对比",
    .doc = "本期与上年同期并列的柱形，按单位分组，箭头表示同比增减",
    .options = options_taken,
    .n_options = sizeof options_taken / sizeof *options_taken,
    .refuses = compare_refuses,
    .plan = compare_plan,
    .draw = bar_plan_draw,
};
