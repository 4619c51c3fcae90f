/* contribution: a cascade: each part starts where the one before it ends, and
 * together they reach the whole, which stands on zero again. */
#include "chart/bar_plan.h"
#include "chart/broken.h"
#include "chart/datum.h"
#include "chart/focus.h"
#include "chart/kinds.h"
#include "chart/tone.h"

static const int options_taken[] = {OPTION_ORIENTATION, OPTION_AXIS};

static const char *
contribution_refuses(const chart_spec *spec)
{
    size_t series = datum_series(spec, SERIES_CONTRIBUTION);
    if (series == SIZE_MAX || spec->n_categories < 2)
        return "要列出总量和它的各项，都有本期和上年同期";
    for (size_t i = 0; i < spec->n_categories; i++)
        if (!spec->series[series].data[i].has_value)
            return "有的项缺本期或上年同期，加不成总量";
    return NULL;
}

/* Of a label: a part that moves nothing is neither a rise nor a fall. */
static jb_colour
text_colour(const style_chart *style, jb_colour fill, const bar *b)
{
    return b->value == 0 ? style->ink
                         : tone_readable(fill, style->ink, style->ground,
                                         TONE_CONTRAST_TEXT);
}

static jb_colour
fill_of(const style_chart *style, const chart_category *category,
        const bar *b)
{
    if (category->is_total)
        return style->current;
    return b->value < 0 ? style->fall : style->rise;
}

static bar
cascade_bar(const chart_context *c, datum_place place, double start)
{
    const style_chart *style = c->style;
    const chart_category *category = &place.spec->categories[place.category];
    bar b = datum_bar(c, place, style->current);
    jb_colour fill = fill_of(style, category, &b);
    b.colour = focus_colour(style, place.spec, place.category, fill);
    b.start = category->is_total ? 0 : start;
    b.label = datum_label(
        c, place,
        &(datum_look){.text = &style->label,
                      .colour = text_colour(style, fill, &b)});
    return b;
}

static bar_panels
cascade_panels(const chart_context *c, const chart_spec *spec,
               const chart_options *options)
{
    bar_panels panels = {
        .at = ARENA_NEW(c->arena, bar_panel), .n = 1,
        .has_axis = options->chosen[OPTION_AXIS] == AXIS_SHOWN};
    bar_panel *p = panels.at;
    size_t series = datum_series(spec, SERIES_CONTRIBUTION);
    double start = 0;
    *p = (bar_panel){.n_bars = 1, .is_cascade = true};
    p->rows = ARENA_ARRAY(c->arena, spec->n_categories, bar_row);
    for (size_t i = 0; i < spec->n_categories; i++) {
        bar_row *row = &p->rows[p->n_rows++];
        *row = datum_row(spec, i);
        row->bars = ARENA_NEW(c->arena, bar);
        row->bars[0] =
            cascade_bar(c, (datum_place){spec, series, i}, start);
        start += row->bars[0].value;
    }
    return panels;
}

static chart_plan *
contribution_plan(const chart_context *c, const chart_spec *spec,
                  const chart_options *options, jb_size size)
{
    bar_panels panels = cascade_panels(c, spec, options);
    broken_notes_from(c, spec, &panels, BREAK_NEVER);
    bar_plan *plan = bar_plan_from(c, &panels, options, size);
    if (plan == NULL)
        return NULL;
    legend_key *keys = ARENA_ARRAY(c->arena, DATUM_FILL_KEYS, legend_key);
    plan->base.n_keys = datum_fill_keys(&panels, c->style->muted, keys);
    plan->base.keys = keys;
    return &plan->base;
}

const jb_chart_type chart_type_contribution = {
    .name = "contribution",
    .chinese = "拉动",
    .doc = "各项拉动总量增长的百分点：逐项相接，合成总量的增速",
    .options = options_taken,
    .n_options = sizeof options_taken / sizeof *options_taken,
    .refuses = contribution_refuses,
    .plan = contribution_plan,
    .draw = bar_plan_draw,
};
