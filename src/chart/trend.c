#include "chart/trend.h"

#include <math.h>

#include "chart/focus.h"
#include "chart/held.h"
#include "chart/kinds.h"
#include "chart/magnitude.h"
#include "chart/options.h"
#include "chart/periods.h"
#include "chart/tone.h"

static const int options_taken[] = {OPTION_AXIS};

#define POINTS_LEAST 3
/* Thin strokes of coarse pixels are paler than their colour: still what is
 * asked of text. */
#define TEXT_CONTRAST (TONE_CONTRAST_TEXT * 1.15)
#define RECEDED 450          /* of the muted ink, /1000, in lines that … */
#define RECEDED_CONTRAST 2.0 /* … give way to others, yet can be followed */
#define TICKS 5
#define FREE_LEAST 0.4    /* of the greatest value, the least: then the axis
                             need not reach zero */
#define RANGE_LEAST 0.02  /* of the greatest, that the axis spans at least */
#define EDGE_NEAR 0.12    /* of the axis */
#define NATURAL_SHARE 420 /* height of the plot over its width, /1000 */
#define LEAST_EMS 8       /* of the plot's height */
#define PLOT_NARROW 14    /* em: narrower, and names go above it … */
#define PLOT_LEAST 5      /* … and narrower, it is no picture */
#define MARGIN_MOST 300   /* of the width, for words right of it, /1000 */
#define EXTREMES_MOST 3   /* lines whose highest and lowest point are told */
#define DOTS_APART 2      /* em's halves between points that are dots */

static jb_unit
unit_of(const chart_spec *spec)
{
    return spec->series[0].unit;
}

static const char *
trend_refuses(const chart_spec *spec)
{
    if (spec->n_series == 0)
        return "没有指标";
    if (spec->n_categories < POINTS_LEAST)
        return "至少要有三个时期的数据";
    if (spec->n_series > TREND_LINES_MOST)
        return "一幅图里最多六条线，请改用小图（multiples）";
    for (size_t i = 1; i < spec->n_series; i++)
        if (!unit_is_same_base(spec->series[i].unit, unit_of(spec)))
            return "各指标的单位不同，不能共用坐标轴，请改用小图（multiples）";
    return NULL;
}

/* ── points ── */

/* A line and its words have one colour, which must be read. The only line, or
 * the only one that is set off, has that of the present. */
static jb_colour
line_colour(const chart_context *c, const chart_spec *spec, size_t series)
{
    const style_chart *s = c->style;
    bool is_alone = spec->n_series == 1 || spec->n_focus_lines == 1;
    jb_colour own = is_alone || s->n_palette == 0
                        ? s->current
                        : s->palette[series % (size_t)s->n_palette];
    return tone_readable(own, s->ink, s->ground, TEXT_CONTRAST);
}

static void
line_tone(const chart_context *c, const chart_spec *spec, size_t series,
          trend_line *line)
{
    const style_chart *s = c->style;
    line->is_receded =
        spec->n_focus_lines > 0 && !spec->series[series].is_focus;
    line->colour = line_colour(c, spec, series);
    line->text = line->is_receded ? s->muted : line->colour;
    if (line->is_receded)
        line->colour = tone_readable(
            tone_mix(s->muted, s->ground, RECEDED), s->muted, s->ground,
            RECEDED_CONTRAST);
}

static trend_point
point_of(const chart_context *c, datum_place place, size_t slot, jb_unit unit)
{
    bar b = datum_bar(c, place, c->style->current);
    const chart_datum *datum = datum_at(place);
    b.name.power = place.spec->series[place.series].unit.power;
    return (trend_point){
        .slot = slot, .datum = datum, .name = b.name,
        .value = magnitude_in(b.value, place.spec->series[place.series].unit,
                              unit),
        .is_expected = datum->status == STATUS_EXPECTED ||
                       datum->status == STATUS_TARGET};
}

static chart_label
point_label(const chart_context *c, datum_place place, jb_colour colour,
            jb_unit unit)
{
    jb_unit own = place.spec->series[place.series].unit;
    datum_look look = {.text = &c->style->label, .colour = colour};
    if (own.power != unit.power)
        look.suffix = own.name;
    return datum_label(c, place, &look);
}

static void
line_set(const chart_context *c, const chart_spec *spec, size_t series,
         trend_plan *p, jb_unit unit)
{
    trend_line *line = &p->lines[series];
    line_tone(c, spec, series, line);
    line->shape = (int)series;
    line->at = ARENA_ARRAY(c->arena, spec->n_categories, trend_point);
    for (size_t i = 0; i < spec->n_categories; i++) {
        datum_place place = {spec, series, i};
        const chart_datum *d = datum_at(place);
        trend_point point = point_of(c, place, p->time.slots[i], unit);
        if (d->has_value) {
            point.label = point_label(c, place, line->text, unit);
            line->at[line->n++] = point;
        } else if (d->label.len > 0) {
            p->words[p->n_words++] = (trend_word){
                point.slot, point.name,
                point_label(c, place, c->style->ink, unit)};
        }
    }
}

/* ── which figures are told ── */

static size_t
extreme_of(const trend_line *line, int sign)
{
    size_t found = 0;
    for (size_t i = 1; i < line->n; i++)
        if ((line->at[i].value - line->at[found].value) * sign >= 0)
            found = i;
    return found;
}

/* One line tells all, where they find room side by side. */
static bool
tells_all(const trend_plan *p)
{
    jb_len widest = 0;
    const trend_line *line = &p->lines[0];
    for (size_t i = 0; i < line->n; i++)
        widest = len_max(widest, line->at[i].label.width);
    jb_len pitch = p->time.n > 1
                       ? p->plot_width / (jb_len)(p->time.n - 1)
                       : p->plot_width;
    return p->n_lines == 1 && widest + p->em / 3 <= pitch;
}

static slice
labels_thin(trend_plan *p)
{
    size_t n_left = 0, n_forward = 0;
    for (size_t k = 0; k < p->n_lines; k++)
        n_forward += !p->lines[k].is_receded;
    if (tells_all(p))
        return SLICE_OF("");
    for (size_t k = 0; k < p->n_lines; k++) {
        trend_line *line = &p->lines[k];
        size_t high = extreme_of(line, 1), low = extreme_of(line, -1);
        bool has_extremes =
            n_forward <= EXTREMES_MOST && !line->is_receded;
        for (size_t i = 0; i + 1 < line->n; i++) {
            bool is_told = (has_extremes && (i == high || i == low)) ||
                           line->at[i].name.is_focus;
            n_left += !is_told;
            if (!is_told)
                line->at[i].label.paragraph = NULL;
        }
    }
    return n_left == 0 ? SLICE_OF("") : SLICE_OF("注：其余数值见刻度。");
}

/* ── the axis ── */

typedef struct trend_domain {
    double low, high;
} trend_domain;

static void
domain_take(trend_domain *d, double value)
{
    d->low = fmin(d->low, value);
    d->high = fmax(d->high, value);
}

static trend_domain
domain_of(const trend_plan *p)
{
    trend_domain d = {INFINITY, -INFINITY};
    for (size_t k = 0; k < p->n_lines; k++)
        for (size_t i = 0; i < p->lines[k].n; i++)
            domain_take(&d, p->lines[k].at[i].value);
    for (size_t i = 0; i < p->guides.n; i++) {
        domain_take(&d, p->guides.at[i].low);
        domain_take(&d, p->guides.at[i].high);
    }
    return d;
}

/* Whether zero lies so far off that it would flatten the lines. */
static bool
is_far_from_zero(trend_domain d)
{
    double near = fmin(fabs(d.low), fabs(d.high));
    double far = fmax(fabs(d.low), fabs(d.high));
    return d.low * d.high > 0 && near > FREE_LEAST * far;
}

static void
axis_set(const chart_context *c, trend_plan *p, bool has_axis, bool *is_free)
{
    trend_domain d = domain_of(p);
    *is_free = false;
    if (p->is_held) {
        domain_take(&d, p->held_low);
        domain_take(&d, p->held_high);
    }
    if (d.low > d.high) { /* no point at all */
        p->ticks.axis = (chart_axis){0, 1, {0, 0}, 0, 0, 1};
        return;
    }
    *is_free = is_far_from_zero(d);
    double lacking = RANGE_LEAST * fmax(fabs(d.low), fabs(d.high)) -
                     (d.high - d.low);
    if (*is_free && lacking > 0) {
        d.low -= lacking / 2;
        d.high += lacking / 2;
    }
    p->ticks.axis = *is_free ? axis_between(d.low, d.high, TICKS)
                             : axis_from_loose(d.low, d.high, TICKS);
    if (p->ticks.axis.high <= p->ticks.axis.low)
        p->ticks.axis.high = p->ticks.axis.low + 1; /* all zero */
    if (has_axis)
        p->ticks = grid_ticks_from(c, &p->ticks.axis, (slice){NULL, 0});
}

/* Room over the highest point and under the lowest for their figures, where
 * they come near the ends of the axis. */
static void
edges_set(trend_plan *p)
{
    const chart_axis *axis = &p->ticks.axis;
    trend_domain d = domain_of(p);
    double near = (axis->high - axis->low) * EDGE_NEAR;
    p->head_height = p->head.height + p->em;
    p->foot = p->em * 3 / 4;
    if (d.low > d.high)
        return;
    if (axis->high - d.high < near)
        p->head_height += p->em;
    if (d.low - axis->low < near)
        p->foot += p->em * 5 / 4;
}

/* ── words around the plot ── */

/* 规模以上工业增加值增速（%）, or of several lines 单位：%. */
static slice
head_words(const chart_context *c, const chart_spec *spec, jb_unit unit)
{
    if (unit.name.len == 0)
        return spec->n_series > 1 ? SLICE_OF("") : spec->series[0].name;
    if (spec->n_series > 1)
        return slice_join(c->arena, SLICE_OF("单位："), unit.name);
    return slice_printf(c->arena, "%.*s（%.*s）",
                        SLICE_ARGS(spec->series[0].name),
                        SLICE_ARGS(unit.name));
}

static jb_len
last_width(const trend_line *line)
{
    return line->n == 0 ? 0 : line->at[line->n - 1].label.width;
}

/* The last figure, its line's name behind it; the words of guides. */
static void
margin_set(const chart_context *c, const chart_spec *spec, trend_plan *p,
           bool has_names)
{
    jb_len most = len_scale(p->width, MARGIN_MOST, 1000), widest = 0;
    for (size_t k = 0; k < p->n_lines; k++)
        widest = len_max(widest, last_width(&p->lines[k]));
    p->margin = p->em * 3 / 4 + widest;
    for (size_t k = 0; k < p->n_lines && has_names; k++) {
        trend_line *line = &p->lines[k];
        jb_len own = p->em * 5 / 4 + last_width(line);
        line->name = label_set(
            c, &(label_wish){.look = &c->style->category,
                             .text = spec->series[k].name,
                             .colour = line->text,
                             .is_emphasis = spec->series[k].is_focus,
                             .measure = len_max(most - own, p->em * 5)});
        p->margin = len_max(p->margin, own + line->name.width);
    }
    p->guide_words = ARENA_ARRAY(c->arena, p->guides.n, chart_label);
    for (size_t i = 0; i < p->guides.n; i++) {
        p->guide_words[i] = guide_words(c, p->guides.at[i].text,
                                        len_max(most - p->em, p->em * 5));
        p->margin = len_max(p->margin,
                            p->em * 3 / 4 + p->guide_words[i].width);
    }
}

static bool
is_told(const bar_guides *g, slice text)
{
    for (size_t i = 0; i < g->n; i++)
        if (slice_equal(g->at[i].text, text))
            return true;
    return false;
}

/* What all lines are held against stands once. */
static bar_guides
guides_gather(const chart_context *c, const chart_spec *spec, jb_unit unit)
{
    size_t n = 0;
    for (size_t k = 0; k < spec->n_series; k++)
        n += spec->series[k].n_guides;
    bar_guides all = {ARENA_ARRAY(c->arena, n, bar_guide), 0};
    for (size_t k = 0; k < spec->n_series; k++) {
        bar_guides own = guides_from(c, &spec->series[k], unit);
        for (size_t i = 0; i < own.n; i++)
            if (!is_told(&all, own.at[i].text))
                all.at[all.n++] = own.at[i];
    }
    return all;
}

/* ── notes ── */

/* Months that have no figure, which the line crosses. */
static bool
has_gap(const trend_plan *p)
{
    for (size_t k = 0; k < p->n_lines; k++)
        for (size_t i = 1; i < p->lines[k].n; i++)
            if (p->lines[k].at[i].slot > p->lines[k].at[i - 1].slot + 1)
                return true;
    return false;
}

static bool
has_expected(const trend_plan *p)
{
    for (size_t k = 0; k < p->n_lines; k++)
        for (size_t i = 0; i < p->lines[k].n; i++)
            if (p->lines[k].at[i].is_expected)
                return true;
    return false;
}

static bool
is_same_line(const trend_line *a, const trend_line *b)
{
    if (a->n != b->n)
        return false;
    for (size_t i = 0; i < a->n; i++)
        if (a->at[i].slot != b->at[i].slot || a->at[i].value != b->at[i].value)
            return false;
    return a->n > 0;
}

static bool
is_first_alike(const trend_plan *p, size_t k)
{
    for (size_t j = 0; j < k; j++)
        if (is_same_line(&p->lines[j], &p->lines[k]))
            return false;
    return true;
}

/* Lines that hide each other: 注：甲、乙的线重合。 */
static size_t
notes_of_same(const chart_context *c, const chart_spec *spec,
              const trend_plan *p, slice *notes)
{
    size_t n = 0;
    for (size_t k = 0; k < p->n_lines; k++) {
        slice_builder b = {.arena = c->arena};
        size_t n_alike = 0;
        for (size_t j = k; j < p->n_lines && is_first_alike(p, k); j++)
            if (is_same_line(&p->lines[k], &p->lines[j]))
                builder_printf(&b, "%s%.*s", n_alike++ > 0 ? "、" : "注：",
                               SLICE_ARGS(spec->series[j].name));
        if (n_alike < 2)
            continue;
        builder_add_text(&b, "的线重合。");
        notes[n++] = builder_slice(&b);
    }
    return n;
}

static void
notes_set(const chart_context *c, const chart_spec *spec, trend_plan *p,
          slice thinned, bool is_free)
{
    slice *notes = ARENA_ARRAY(c->arena, 4 + p->n_lines, slice);
    size_t n = notes_of_same(c, spec, p, notes);
    if (is_free)
        notes[n++] = SLICE_OF("注：纵轴不从零起。");
    if (has_gap(p))
        notes[n++] = SLICE_OF("注：虚线连接处没有数据。");
    if (has_expected(p))
        notes[n++] = SLICE_OF("注：空心点和通到它的虚线为预计。");
    if (thinned.len > 0)
        notes[n++] = thinned;
    p->base.notes = (chart_notes){notes, n};
}

/* ── the plan ── */

/* Of all that stands in the margin, one under another. */
static jb_len
words_height(const trend_plan *p)
{
    jb_len words = 0;
    for (size_t k = 0; k < p->n_lines; k++)
        words += p->em / 4 + len_max(p->lines[k].name.height,
                                     p->em * 5 / 4);
    for (size_t i = 0; i < p->guides.n; i++)
        words += p->em / 4 + p->guide_words[i].height;
    return words;
}

static void
heights_set(trend_plan *p)
{
    jb_len frame = p->head_height + p->foot + p->time.names_height;
    p->base.least = frame + len_max(words_height(p), LEAST_EMS * p->em);
    p->base.natural = len_max(
        p->base.least, frame + len_scale(p->plot_width, NATURAL_SHARE, 1000));
}

/* Dots would make a string of beads of points close by each other. */
static bool
has_room_for_dots(const trend_plan *p)
{
    return p->plot_width >=
           (jb_len)p->time.n * p->em * DOTS_APART / 2;
}

static void
keys_set(const chart_context *c, const chart_spec *spec, trend_plan *p)
{
    legend_key *keys = ARENA_ARRAY(c->arena, p->n_lines, legend_key);
    for (size_t k = 0; k < p->n_lines; k++)
        keys[k] = (legend_key){.text = spec->series[k].name,
                               .colour = p->lines[k].colour,
                               .sign = SIGN_STROKE};
    p->base.keys = keys;
    p->base.n_keys = p->n_lines;
}

/* Names stand at the ends of their lines unless that leaves no room for the
 * lines; then above the plot. False when there is none anyway. */
static bool
widths_set(const chart_context *c, const chart_spec *spec, trend_plan *p)
{
    bool has_names = p->n_lines > 1;
    p->plot_x = grid_ticks_size(&p->ticks).w + p->em;
    margin_set(c, spec, p, has_names);
    p->plot_width = p->width - p->plot_x - p->margin;
    jb_len high = len_max(p->em * LEAST_EMS, p->plot_width / 2);
    if (has_names && (p->plot_width < p->em * PLOT_NARROW ||
                      words_height(p) > high)) {
        for (size_t k = 0; k < p->n_lines; k++)
            p->lines[k].name = (chart_label){.paragraph = NULL};
        margin_set(c, spec, p, false);
        p->plot_width = p->width - p->plot_x - p->margin;
        keys_set(c, spec, p);
    }
    return p->plot_width >= p->em * PLOT_LEAST;
}

static chart_plan *
trend_plan_from(const chart_context *c, const chart_spec *spec,
                const chart_options *options, jb_size size)
{
    trend_plan *p = ARENA_NEW(c->arena, trend_plan);
    double most = 0;
    bool is_free;
    for (size_t k = 0; k < spec->n_series; k++)
        most = fmax(most, periods_most(spec, k));
    most = fmax(most, held_most(spec, unit_of(spec)));
    jb_unit unit = magnitude_unit(c->arena, unit_of(spec), most);
    p->is_held = held_range(spec, unit, &p->held_low, &p->held_high);
    p->em = label_size(c, &c->style->label);
    p->width = size.w;
    p->n_lines = spec->n_series;
    p->lines = ARENA_ARRAY(c->arena, p->n_lines, trend_line);
    p->words = ARENA_ARRAY(c->arena, p->n_lines * spec->n_categories,
                           trend_word);
    p->time = trend_time_from(c, spec);
    for (size_t k = 0; k < p->n_lines; k++)
        line_set(c, spec, k, p, unit);
    p->guides = guides_gather(c, spec, unit);
    axis_set(c, p, options->chosen[OPTION_AXIS] == AXIS_SHOWN, &is_free);
    if (!widths_set(c, spec, p))
        return NULL;
    trend_time_name(c, spec, p->plot_width, &p->time);
    p->has_dots = has_room_for_dots(p);
    p->head = label_set(c, &(label_wish){.look = &c->style->axis,
                                         .text = head_words(c, spec, unit),
                                         .colour = c->style->ink,
                                         .measure = size.w});
    edges_set(p);
    slice thinned = labels_thin(p);
    notes_set(c, spec, p, thinned, is_free);
    heights_set(p);
    p->base.has_own_scales = true;
    return &p->base;
}

const jb_chart_type chart_type_trend = {
    .name = "trend",
    .chinese = "折线",
    .doc = "各指标历月（或历期）的数值连成线，共用一个坐标轴，时间间隔相等，线末注明名称和最近的数",
    .options = options_taken,
    .n_options = sizeof options_taken / sizeof *options_taken,
    .paging = PAGING_SERIES,
    .n_together = TREND_LINES_MOST,
    .needs_axis = true,
    .refuses = trend_refuses,
    .plan = trend_plan_from,
    .draw = trend_draw,
};
