/* Levels as columns and their growth as a line over them, with two axes that
 * share their zero and all their tick lines. Each label is put where it meets
 * neither the other label of its column nor the line. */
#include "chart/combo.h"

#include <math.h>
#include <stdlib.h>

#include "chart/broken.h"
#include "chart/focus.h"
#include "chart/kinds.h"
#include "chart/options.h"
#include "chart/tone.h"
#include "chart/unseen.h"

static const int options_taken[] = {OPTION_AXIS, OPTION_TABLE};

#define NATURAL_SHARE 420 /* height of the plot over its width, /1000 */

static size_t
growth_series(const chart_spec *spec)
{
    size_t series = datum_series(spec, SERIES_GROWTH);
    return series != SIZE_MAX ? series : datum_series(spec, SERIES_POINTS);
}

/* One axis counts in one unit. */
static bool
shares_unit(const chart_spec *spec, size_t level)
{
    if (spec->series[level].unit.name.len > 0)
        return true;
    for (size_t i = 1; i < spec->n_categories; i++)
        if (!unit_is_same_base(spec->categories[i].unit,
                               spec->categories[0].unit))
            return false;
    return true;
}

static const char *
combo_refuses(const chart_spec *spec)
{
    size_t level = datum_series(spec, SERIES_CURRENT);
    size_t growth = growth_series(spec);
    size_t n_levels = 0;
    if (level == SIZE_MAX || growth == SIZE_MAX)
        return "要有数值和同比";
    for (size_t i = 0; i < spec->n_categories; i++)
        n_levels += spec->series[level].data[i].has_value;
    if (n_levels == 0)
        return "数值全是空的";
    return shares_unit(spec, level) ? NULL : "各项的单位不同，不能共用坐标轴";
}

/* Columns are paler the darker the line would have to be over them, but are
 * always seen. */
#define COLUMN_DEEPEST 400 /* of the metric's colour over the ground, /1000 … */
#define COLUMN_WHOLE 1000
#define COLUMN_STEP 50
#define COLUMN_SEEN 2.0 /* contrast with the ground, beside the outline … */
#define COLUMN_PAST 550 /* of that, columns before the last … */
#define PAST_SEEN 1.5   /* … which are seen as well */
#define LINE_STRAY 90   /* how far its colour may move for it, of 255 */

static int
strayed(jb_colour a, jb_colour b)
{
    return abs(a.r - b.r) + abs(a.g - b.g) + abs(a.b - b.b);
}

static jb_colour
read_over(const style_chart *style, jb_colour named, jb_colour column)
{
    jb_colour on_ground = tone_readable(named, style->ink, style->ground,
                                        TONE_CONTRAST_TEXT);
    return tone_readable(on_ground, style->ink, column, TONE_CONTRAST_TEXT);
}

/* The palest mix over the ground, of `share` or more, that is seen on it. */
static jb_colour
seen_mix(const style_chart *style, jb_colour colour, int share, double least)
{
    while (share < COLUMN_WHOLE &&
           tone_contrast(tone_mix(colour, style->ground, share),
                         style->ground) < least)
        share += COLUMN_STEP;
    return tone_mix(colour, style->ground, share);
}

/* The line and its figures are read over the columns wherever the growth is
 * small, since both axes begin at one zero: so the columns, outlined, step
 * back, as far as it takes and as far as they can. */
jb_colour
combo_column_colour(const style_chart *style)
{
    int share = COLUMN_DEEPEST;
    for (; share > 0; share -= COLUMN_STEP)
        if (strayed(read_over(style, style->rise,
                              tone_mix(style->current, style->ground,
                                       share)),
                    style->rise) <= LINE_STRAY)
            break;
    return seen_mix(style, style->current, share, COLUMN_SEEN);
}

jb_colour
combo_past_colour(const style_chart *style)
{
    return seen_mix(style, combo_column_colour(style), COLUMN_PAST,
                    PAST_SEEN);
}

jb_colour
combo_line_colour(const style_chart *style)
{
    return combo_change_colour(style, 1);
}

jb_colour
combo_change_colour(const style_chart *style, double growth)
{
    return read_over(style, growth < 0 ? style->fall : style->rise,
                     combo_column_colour(style));
}

static void
slot_set(const chart_context *c, const chart_spec *spec, size_t i,
         combo_slot *s)
{
    const style_chart *style = c->style;
    datum_place level = {spec, datum_series(spec, SERIES_CURRENT), i};
    datum_place growth = {spec, growth_series(spec), i};
    const chart_datum *g = datum_at(growth);
    bool is_past = spec->categories[i].metric == SIZE_MAX &&
                   i + 1 < spec->n_categories && spec->n_focus == 0;
    s->column = datum_bar(c, level,
                          focus_is_on(spec, i) ? style->current
                          : is_past            ? combo_past_colour(style)
                                    : combo_column_colour(style));
    datum_look look = {.text = &style->label, .colour = style->ink};
    jb_unit unit = datum_unit(spec, level.series);
    if (spec->series[level.series].unit.name.len == 0)
        datum_convert(&s->column, spec->categories[i].unit, unit, &look);
    s->column.label = datum_label(c, level, &look);
    jb_colour text = focus_is_off(spec, i) ? style->muted : style->ink;
    bar point = datum_bar(c, growth, style->rise);
    s->is_pale = tone_contrast(text, s->column.colour) >=
                     TONE_CONTRAST_TEXT &&
                 tone_contrast(combo_change_colour(style, point.value),
                               s->column.colour) >= TONE_CONTRAST_TEXT &&
                 s->column.fill == MARK_SOLID;
    s->growth_name = point.name;
    s->has_growth = g->has_value;
    s->growth = point.value;
    bool is_change = s->has_growth && s->growth != 0;
    if (g->label.len > 0)
        s->growth_label = datum_label(
            c, growth, &(datum_look){.text = &style->label,
                                     .colour =
                                         is_change
                                             ? combo_change_colour(style,
                                                                   s->growth)
                                             : style->ink});
}

/* Below zero, where only the other axis has values, ticks say nothing. */
static void
ticks_thin(grid_ticks *t, twin_domain values)
{
    for (size_t i = 0; values.low >= 0 && i < t->n; i++)
        if (t->axis.first + (int)i < 0)
            t->labels[i] = (chart_label){.paragraph = NULL};
}

/* Lines and bands across the columns, and those across the line of growth. */
static void
guides_set(const chart_context *c, const chart_spec *spec, combo_plan *p)
{
    size_t level = datum_series(spec, SERIES_CURRENT);
    p->level_guides = guides_from(c, &spec->series[level],
                                  datum_unit(spec, level));
    p->growth_guides =
        guides_from(c, &spec->series[growth_series(spec)], (jb_unit){0});
}

static void
domain_hold_guides(twin_domain *d, const bar_guides *g)
{
    for (size_t i = 0; i < g->n; i++) {
        d->low = fmin(d->low, g->at[i].low);
        d->high = fmax(d->high, g->at[i].high);
    }
}

static bool
axes_set(const chart_context *c, combo_plan *p, slice suffix, bool has_axis)
{
    twin_domain levels = {0, 0}, growths = {0, 0};
    for (size_t i = 0; i < p->n; i++) {
        const combo_slot *s = &p->slots[i];
        if (s->column.has_value) {
            levels.low = fmin(levels.low, s->column.value);
            levels.high = fmax(levels.high, s->column.value);
        }
        if (s->has_growth) {
            growths.low = fmin(growths.low, s->growth);
            growths.high = fmax(growths.high, s->growth);
        }
    }
    domain_hold_guides(&levels, &p->level_guides);
    domain_hold_guides(&growths, &p->growth_guides);
    if (!twin_axes_from(levels, growths, &p->axes))
        return false;
    p->left.axis = p->axes.left;
    p->right.axis = p->axes.right;
    if (has_axis) {
        p->left = grid_ticks_from(c, &p->axes.left, (slice){NULL, 0});
        p->right = grid_ticks_from(c, &p->axes.right, suffix);
        ticks_thin(&p->left, levels);
        ticks_thin(&p->right, growths);
    }
    return true;
}

static slice
level_head(const chart_context *c, const chart_spec *spec)
{
    size_t level = datum_series(spec, SERIES_CURRENT);
    return slice_join(c->arena, SLICE_OF("单位："),
                      datum_unit(spec, level).name);
}

/* What the axes measure, over them. */
static void
heads_set(const chart_context *c, combo_plan *p, const chart_spec *spec)
{
    slice left = level_head(c, spec);
    const chart_series *growth = &spec->series[growth_series(spec)];
    bool is_per_mille = slice_is(growth->unit.base, "个千分点");
    slice right = growth->role != SERIES_POINTS ? SLICE_OF("同比")
                  : is_per_mille                ? SLICE_OF("同比（千分点）")
                                                : SLICE_OF("同比（百分点）");
    p->left_head = label_set(
        c, &(label_wish){.look = &c->style->axis, .text = left,
                         .colour = c->style->ink});
    p->right_head = label_set(
        c, &(label_wish){.look = &c->style->axis,
                         .text = right,
                         .colour = c->style->ink});
    p->head_height = p->left_head.height + p->em / 2;
}

static bool
names_set(const chart_context *c, combo_plan *p, const chart_spec *spec)
{
    jb_len pitch = p->plot_width / (jb_len)p->n;
    for (size_t i = 0; i < p->n; i++) {
        combo_slot *s = &p->slots[i];
        s->name = label_set(
            c, &(label_wish){.look = &c->style->category,
                             .text = spec->categories[i].name,
                             .measure = pitch - p->em / 4,
                             .align = TEXT_CENTRE,
                             .is_emphasis = focus_is_on(spec, i)});
        p->names_height = len_max(p->names_height, s->name.height);
        jb_len widest = len_max(s->name.width,
                                len_max(s->column.label.width,
                                        s->growth_label.width + p->em / 3));
        if (widest > pitch - p->em / 4)
            return false;
    }
    return p->table.cell_width <= pitch - p->em / 3;
}

/* The figures below the columns, which then bear none. */
static void
table_set(const chart_context *c, const chart_spec *spec, combo_plan *p)
{
    bar_panel *panel = ARENA_NEW(c->arena, bar_panel);
    bar_panels panels = {.at = panel, .n = 1, .table = spec};
    panel->n_rows = p->n;
    panel->rows = ARENA_ARRAY(c->arena, p->n, bar_row);
    for (size_t i = 0; i < p->n; i++) {
        panel->rows[i] = datum_row(spec, i);
        if (p->slots[i].column.has_value)
            bar_unlabel(&p->slots[i].column);
    }
    p->table = tabulation_from(c, &panels);
}

/* Bars down the page with the growth beside each, where there is no line or
 * no room for it. */
static chart_plan *
rows_plan(const chart_context *c, const chart_spec *spec, combo_plan *p,
          const chart_options *options, jb_size size)
{
    bar_panels panels = {
        .at = ARENA_NEW(c->arena, bar_panel), .n = 1,
        .has_axis = options->chosen[OPTION_AXIS] == AXIS_SHOWN};
    if (options->chosen[OPTION_TABLE] == TABLE_SHOWN)
        panels.table = spec;
    bar_panel *panel = panels.at;
    *panel = (bar_panel){.n_bars = 1, .chip_head = SLICE("同比"),
                         .head = level_head(c, spec)};
    panel->rows = ARENA_ARRAY(c->arena, p->n, bar_row);
    for (size_t i = 0; i < p->n; i++) {
        bar_row *row = &panel->rows[panel->n_rows++];
        *row = datum_row(spec, i);
        row->bars = ARENA_NEW(c->arena, bar);
        row->bars[0] = p->slots[i].column;
        row->chip.label = p->slots[i].growth_label;
        row->chip.note_mark =
            spec->series[growth_series(spec)].data[i].note_mark;
    }
    broken_notes notes = broken_notes_from(c, spec, &panels, BREAK_NEVER);
    chart_options across = *options;
    across.chosen[OPTION_ORIENTATION] = ORIENTATION_HORIZONTAL;
    bar_plan *rows = bar_plan_from(c, &panels, &across, size);
    if (rows == NULL)
        return NULL;
    p->rows = rows;
    p->base = rows->base;
    p->base.without = p->is_course ? "同比线" : "同比的点";
    p->base.why = p->axes.right.high > p->axes.right.low
                      ? "这么大放不下"
                      : "没有画得出的增速";
    p->base.notes = broken_notes_told(c, spec, &panels, notes);
    p->base.is_split = notes.is_split;
    return &p->base;
}

/* Whether a label below zero may need more room than the plot has: that of a
 * column, or of a point that has it below, being too near to zero or at the
 * bottom of a line. */
static bool
has_low_label(const combo_plan *p, const combo_slot *s, jb_len plot)
{
    const chart_axis *axis = &p->axes.right;
    double share = -s->growth / (axis->high - axis->low);
    jb_len need = s->growth_label.height + p->em * 3 / 4;
    return s->column.value < 0 || (s->has_growth && s->growth <= 0 &&
                                   (p->is_course ||
                                    len_from(share * plot) < need));
}

static void
foot_set(combo_plan *p, jb_size size)
{
    jb_len table = p->table.n > 0 ? tabulation_height(&p->table) : 0;
    jb_len plot = size.h > 0 ? size.h - p->head_height - p->names_height -
                                   table - p->em * 4
                             : len_scale(size.w, NATURAL_SHARE, 1000);
    bool is_below = p->axes.right.low < 0;
    p->foot = is_below ? p->em : p->em / 2;
    for (size_t i = 0; i < p->n; i++)
        if (has_low_label(p, &p->slots[i], plot))
            p->foot = p->em * 2;
}

/* The arrows over the columns: those of upright panels, of one lane. */
static void
arrows_plan(const chart_context *c, const chart_spec *spec, combo_plan *p)
{
    bar_panels panels = {.at = &p->panel, .n = 1};
    p->panel = (bar_panel){.n_rows = p->n, .n_bars = 1};
    p->panel.rows = ARENA_ARRAY(c->arena, p->n, bar_row);
    for (size_t i = 0; i < p->n; i++)
        p->panel.rows[i].bars = &p->slots[i].column;
    arrows_set(c, spec, &panels);
    p->over = (upright_plan){.lanes = ARENA_NEW(c->arena, upright_lane),
                             .n_lanes = 1, .em = p->em,
                             .pitch = p->plot_width / (jb_len)p->n};
    p->over.lanes[0] = (upright_lane){.panel = &p->panel, .x = p->plot_x};
    upright_arrows_set(c->arena, &p->over.lanes[0], p->em, false);
    upright_arrows_seat(&p->over, &p->over.lanes[0]);
    p->head_height += upright_arrows_height(&p->over.lanes[0], p->em);
}

/* Columns are told in the picture's notes when they are too short to see. */
static void
unseen_tell(const chart_context *c, const chart_spec *spec, combo_plan *p)
{
    unseen_bars unseen = unseen_bars_none(c->arena);
    double range = p->axes.left.high - p->axes.left.low;
    for (size_t i = 0; i < p->n; i++)
        if (bar_is_unseen(&p->slots[i].column, range, UNSEEN_BELOW))
            unseen_bars_add(&unseen, (slice){NULL, 0},
                            spec->categories[i].name);
    p->base.notes = unseen_bars_told(&unseen, (chart_notes){NULL, 0});
}

static void
keys_set(const chart_context *c, const chart_spec *spec, combo_plan *p)
{
    jb_colour column = combo_column_colour(c->style);
    size_t n_guides = p->level_guides.n + p->growth_guides.n;
    legend_key *keys = ARENA_ARRAY(c->arena, 2 + DATUM_FILL_KEYS + n_guides,
                                   legend_key);
    datum_fills seen = {{false}};
    keys[0] = (legend_key){
        .text = spec->series[datum_series(spec, SERIES_CURRENT)].name,
        .colour = column};
    keys[1] = (legend_key){.text = spec->series[growth_series(spec)].name,
                           .colour = combo_line_colour(c->style),
                           .sign = p->is_course ? SIGN_LINE
                                                : SIGN_POINT};
    for (size_t i = 0; i < p->n; i++)
        datum_fill_seen(&p->slots[i].column, &seen);
    size_t n = 2 + datum_fills_keys(&seen, column, keys + 2);
    n += guide_keys(c, &p->level_guides, keys + n);
    p->base.n_keys = n + guide_keys(c, &p->growth_guides, keys + n);
    p->base.keys = keys;
}

/* Between the ticks of both axes, and right of the table's heads. */
static void
plot_set(combo_plan *p, jb_len width)
{
    jb_len left = len_max(grid_ticks_size(&p->left).w, p->table.head_width);
    jb_len right = grid_ticks_size(&p->right).w;
    p->plot_x = left + (left > 0 ? p->em / 2 : 0);
    p->plot_width = width - p->plot_x - right - (right > 0 ? p->em / 2 : 0);
}

/* Where there is no table after all. */
static void
labels_restore(const chart_context *c, const chart_spec *spec, combo_plan *p)
{
    for (size_t i = 0; i < p->n; i++)
        slot_set(c, spec, i, &p->slots[i]);
    p->table = (tabulation){.n = 0};
}

static chart_plan *
combo_plan_from(const chart_context *c, const chart_spec *spec,
                const chart_options *options, jb_size size)
{
    combo_plan *p = ARENA_NEW(c->arena, combo_plan);
    bool has_axis = options->chosen[OPTION_AXIS] == AXIS_SHOWN;
    bool is_points = spec->series[growth_series(spec)].role == SERIES_POINTS;
    p->n = spec->n_categories;
    p->em = label_size(c, &c->style->label);
    p->width = size.w;
    p->is_course = spec->categories[0].metric == SIZE_MAX;
    p->slots = ARENA_ARRAY(c->arena, p->n, combo_slot);
    for (size_t i = 0; i < p->n; i++)
        slot_set(c, spec, i, &p->slots[i]);
    guides_set(c, spec, p);
    if (!axes_set(c, p, is_points ? (slice){NULL, 0} : SLICE_OF("%"),
                  has_axis))
        return rows_plan(c, spec, p, options, size);
    heads_set(c, p, spec);
    if (options->chosen[OPTION_TABLE] == TABLE_SHOWN)
        table_set(c, spec, p);
    plot_set(p, size.w);
    if (spec->n_parts > 1 || !names_set(c, p, spec)) {
        labels_restore(c, spec, p);
        return rows_plan(c, spec, p, options, size);
    }
    arrows_plan(c, spec, p);
    foot_set(p, size);
    jb_len frame = p->head_height + p->names_height + p->foot + p->em * 2;
    if (p->table.n > 0)
        frame += tabulation_height(&p->table);
    p->base.least = frame + COMBO_LEAST_EMS * p->em;
    p->base.natural = len_max(
        p->base.least, frame + len_scale(size.w, NATURAL_SHARE, 1000));
    keys_set(c, spec, p);
    unseen_tell(c, spec, p);
    return &p->base;
}

const jb_chart_type chart_type_combo = {
    .name = "combo",
    .chinese = "量增",
    .doc = "数值柱和同比线：两个坐标轴的零线和每条刻度线都重合",
    .options = options_taken,
    .n_options = sizeof options_taken / sizeof *options_taken,
    .refuses = combo_refuses,
    .plan = combo_plan_from,
    .draw = combo_draw,
};
