/* combo: levels as columns and their growth as a line over them, with two
 * axes that share their zero and all their tick lines. Each label is put
 * where it meets neither the other label of its column nor the line. */
#include <math.h>

#include "chart/bar_plan.h"
#include "chart/broken.h"
#include "chart/datum.h"
#include "chart/focus.h"
#include "chart/grid.h"
#include "chart/kinds.h"
#include "chart/options.h"
#include "chart/plan.h"
#include "chart/tone.h"
#include "chart/twin_axes.h"

static const int options_taken[] = {OPTION_AXIS};

#define COLUMN_SHARE 560    /* of the pitch, /1000 … */
#define COLUMN_MOST 780     /* … or more, so that labels stand in columns */
#define NATURAL_SHARE 420   /* height of the plot over its width, /1000 */
#define LEAST_EMS 8         /* of the plot's height */
#define PAD 6               /* around a label on the line: an em's sixth */

typedef struct combo_slot {
    bar column;
    bool has_growth;
    double growth;
    mark_name growth_name; /* of the point's group */
    chart_label name, growth_label;
    bool is_pale; /* the column's label can be read in it */
} combo_slot;

typedef struct combo_plan {
    chart_plan base;
    const bar_plan *rows; /* too many for columns: bars down the page */
    combo_slot *slots;
    size_t n;
    twin_axes axes;
    bar_guides level_guides, growth_guides;
    grid_ticks left, right;
    bool is_course; /* the categories follow each other in time */
    chart_label left_head, right_head;
    jb_len em, width, plot_x, plot_width, head_height, names_height;
    jb_len foot; /* between the plot and the names: labels of falls */
} combo_plan;

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
        if (!slice_equal(spec->categories[i].unit.name,
                         spec->categories[0].unit.name))
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

static jb_colour
line_colour(const style_chart *style)
{
    return tone_readable(style->rise, style->ink, style->ground,
                         TONE_CONTRAST_TEXT);
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
                          is_past ? style->previous : style->current);
    s->column.label = datum_label(c, level,
                                  &(datum_look){.text = &style->label,
                                                .colour = style->ink});
    s->is_pale = tone_contrast(style->ink, s->column.colour) >=
                     TONE_CONTRAST_TEXT &&
                 s->column.fill == MARK_SOLID;
    bar point = datum_bar(c, growth, style->rise);
    s->growth_name = point.name;
    s->has_growth = g->has_value;
    s->growth = point.value;
    bool is_change = s->has_growth && s->growth != 0;
    if (g->label.len > 0)
        s->growth_label = datum_label(
            c, growth, &(datum_look){.text = &style->label,
                                     .colour = is_change ? line_colour(style)
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
    jb_unit unit = spec->series[level].unit;
    p->level_guides =
        guides_from(c, &spec->series[level],
                    unit.name.len > 0 ? unit : spec->categories[0].unit);
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
    const chart_series *level =
        &spec->series[datum_series(spec, SERIES_CURRENT)];
    slice unit = level->unit.name.len > 0 ? level->unit.name
                                          : spec->categories[0].unit.name;
    return slice_join(c->arena, SLICE_OF("单位："), unit);
}

/* What the axes measure, over them. */
static void
heads_set(const chart_context *c, combo_plan *p, const chart_spec *spec)
{
    slice left = level_head(c, spec);
    bool is_points = spec->series[growth_series(spec)].role == SERIES_POINTS;
    p->left_head = label_set(
        c, &(label_wish){.look = &c->style->axis, .text = left,
                         .colour = c->style->ink});
    p->right_head = label_set(
        c, &(label_wish){.look = &c->style->axis,
                         .text = is_points ? SLICE_OF("同比（百分点）")
                                           : SLICE_OF("同比"),
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
                             .measure = pitch - p->em / 2,
                             .align = TEXT_CENTRE,
                             .is_emphasis = focus_is_on(spec, i)});
        p->names_height = len_max(p->names_height, s->name.height);
        jb_len widest = len_max(s->name.width,
                                len_max(s->column.label.width,
                                        s->growth_label.width + p->em / 3));
        if (widest > pitch - p->em / 4)
            return false;
    }
    return true;
}

/* Bars down the page with the growth beside each. */
static chart_plan *
rows_plan(const chart_context *c, const chart_spec *spec, combo_plan *p,
          const chart_options *options, jb_size size)
{
    bar_panels panels = {
        .at = ARENA_NEW(c->arena, bar_panel), .n = 1,
        .has_axis = options->chosen[OPTION_AXIS] == AXIS_SHOWN};
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
    }
    broken_notes_from(c, spec, &panels, BREAK_NEVER);
    chart_options across = *options;
    across.chosen[OPTION_ORIENTATION] = ORIENTATION_HORIZONTAL;
    bar_plan *rows = bar_plan_from(c, &panels, &across, size);
    if (rows == NULL)
        return NULL;
    p->rows = rows;
    p->base = rows->base;
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
    jb_len plot = size.h > 0 ? size.h - p->head_height - p->names_height -
                                   p->em * 4
                             : len_scale(size.w, NATURAL_SHARE, 1000);
    bool is_below = p->axes.right.low < 0;
    p->foot = is_below ? p->em : p->em / 2;
    for (size_t i = 0; i < p->n; i++)
        if (has_low_label(p, &p->slots[i], plot))
            p->foot = p->em * 2;
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
    jb_len left = grid_ticks_size(&p->left).w, right =
        grid_ticks_size(&p->right).w;
    p->plot_x = left + (left > 0 ? p->em / 2 : 0);
    p->plot_width = size.w - p->plot_x - right - (right > 0 ? p->em / 2 : 0);
    if (!names_set(c, p, spec))
        return rows_plan(c, spec, p, options, size);
    foot_set(p, size);
    jb_len frame = p->head_height + p->names_height + p->foot + p->em * 2;
    p->base.least = frame + LEAST_EMS * p->em;
    p->base.natural = len_max(
        p->base.least, frame + len_scale(size.w, NATURAL_SHARE, 1000));
    size_t n_guides = p->level_guides.n + p->growth_guides.n;
    legend_key *keys = ARENA_ARRAY(c->arena, 2 + DATUM_FILL_KEYS + n_guides,
                                   legend_key);
    datum_fills seen = {{false}};
    keys[0] = (legend_key){
        .text = spec->series[datum_series(spec, SERIES_CURRENT)].name,
        .colour = c->style->current};
    keys[1] = (legend_key){.text = spec->series[growth_series(spec)].name,
                           .colour = line_colour(c->style),
                           .sign = p->is_course ? SIGN_LINE
                                                : SIGN_POINT};
    p->base.keys = keys;
    for (size_t i = 0; i < p->n; i++)
        datum_fill_seen(&p->slots[i].column, &seen);
    size_t n = 2 + datum_fills_keys(&seen, c->style->current, keys + 2);
    n += guide_keys(c, &p->level_guides, keys + n);
    p->base.n_keys = n + guide_keys(c, &p->growth_guides, keys + n);
    return &p->base;
}

/* ── drawing ── */

typedef struct combo_canvas {
    const chart_context *c;
    const combo_plan *p;
    jb_display *d;
    jb_len top, bottom, pitch;
    jb_len headroom; /* above the plot, for labels */
    jb_rect *texts; /* drawn so far: what lines leave free */
    size_t n_texts;
} combo_canvas;

static jb_len
y_of(const combo_canvas *v, const chart_axis *axis, double value)
{
    double share = (value - axis->low) / (axis->high - axis->low);
    return v->bottom - len_from(share * (v->bottom - v->top));
}

static jb_len
centre_of(const combo_canvas *v, size_t i)
{
    return v->p->plot_x + v->pitch * (jb_len)i + v->pitch / 2;
}

static jb_point
dot_at(const combo_canvas *v, size_t i)
{
    return (jb_point){centre_of(v, i), y_of(v, &v->p->axes.right,
                                            v->p->slots[i].growth)};
}

/* Wide enough that a label of the line stands in it, where the pitch allows,
 * and does not cut it in two. */
static jb_len
column_width(const combo_canvas *v)
{
    jb_len width = len_min(len_scale(v->pitch, COLUMN_SHARE, 1000),
                           v->c->style->bar_width_max);
    jb_len most = len_scale(v->pitch, COLUMN_MOST, 1000), widest = 0;
    for (size_t i = 0; i < v->p->n; i++)
        widest = len_max(widest, v->p->slots[i].growth_label.width);
    widest += v->p->em;
    return widest <= most ? len_max(width, widest) : width;
}

static jb_rect
column_rect(const combo_canvas *v, size_t i)
{
    const combo_slot *s = &v->p->slots[i];
    jb_len width = column_width(v);
    jb_len zero = y_of(v, &v->p->axes.left, 0);
    jb_len end = y_of(v, &v->p->axes.left,
                      s->column.has_value ? s->column.value : 0);
    return (jb_rect){centre_of(v, i) - width / 2, len_min(zero, end), width,
                     len_max(zero, end) - len_min(zero, end)};
}

/* Whether the line runs from the point before to this one. */
static bool
is_joined(const combo_plan *p, size_t i)
{
    return p->is_course && i > 0 && p->slots[i].has_growth &&
           p->slots[i - 1].has_growth;
}

/* Whether the line comes near the box, which is centred on column i. */
static bool
line_meets(const combo_canvas *v, size_t i, jb_rect box)
{
    const combo_plan *p = v->p;
    for (size_t k = i == 0 ? 0 : i - 1; k < i + 1 && k + 1 < p->n; k++) {
        if (!is_joined(p, k + 1))
            continue;
        jb_point a = dot_at(v, k), b = dot_at(v, k + 1);
        for (int step = 0; step <= 4; step++) {
            jb_len x = box.x + box.w * step / 4;
            if (x < a.x || x > b.x)
                continue;
            jb_len y = a.y + (jb_len)((int64_t)(b.y - a.y) * (x - a.x) /
                                      (b.x - a.x));
            if (y > box.y - p->em / 8 && y < box.y + box.h + p->em / 8)
                return true;
        }
    }
    return false;
}

typedef struct combo_places {
    jb_point column, growth; /* top left of the labels */
} combo_places;

static jb_rect
box_at(const chart_label *l, jb_point at)
{
    return (jb_rect){at.x, at.y, l->width, l->height};
}

/* What the labels of one column keep clear of. */
typedef struct combo_obstacles {
    jb_rect end, zero, dot;
} combo_obstacles;

static combo_obstacles
obstacles_of(const combo_canvas *v, size_t i)
{
    jb_rect column = column_rect(v, i);
    bool is_low = v->p->slots[i].column.value < 0;
    jb_point dot = dot_at(v, i);
    return (combo_obstacles){
        {column.x, is_low ? column.y + column.h : column.y, column.w, 1},
        {column.x, y_of(v, &v->p->axes.left, 0), column.w, 1},
        rect_inset((jb_rect){dot.x, dot.y, 1, 1}, -v->p->em / 3)};
}

/* Strictly, nothing may be in the way of either label; else only the labels
 * must not meet each other nor leave the plot. */
static bool
is_clear(const combo_canvas *v, size_t i, const combo_places *t,
         bool is_strict)
{
    const combo_slot *s = &v->p->slots[i];
    jb_len em = v->p->em;
    jb_rect column = box_at(&s->column.label, t->column);
    jb_rect growth = rect_inset(box_at(&s->growth_label, t->growth), -em / 6);
    combo_obstacles o = obstacles_of(v, i);
    bool has_growth = s->growth_label.paragraph != NULL;
    jb_len head = v->top - v->headroom;
    if (has_growth && (rect_overlaps(growth, column) ||
                       growth.y < head ||
                       growth.y + growth.h > v->bottom + v->p->foot))
        return false;
    if (column.y < head ||
        column.y + column.h > v->bottom + v->p->foot)
        return false;
    if (!is_strict || !has_growth)
        return true;
    return !rect_overlaps(column, o.dot) && !rect_overlaps(growth, o.end) &&
           !rect_overlaps(growth, o.zero) && !line_meets(v, i, growth) &&
           !line_meets(v, i, column);
}

#define STEPS 60 /* of half an em, up and down from the dot */
#define LIFTS 8  /* of half an em, away from the column's end */
#define SEATS (LIFTS + 2)

/* A place for a column's label, and what it costs beside that next to the
 * column's end, in halves of an em. */
typedef struct combo_seat {
    jb_len y;
    int cost;
} combo_seat;

/* Outside the column, nearer or farther; inside its end; at its base. */
static size_t
seats_of(const combo_canvas *v, size_t i, combo_seat *seats)
{
    const combo_slot *s = &v->p->slots[i];
    const chart_label *l = &s->column.label;
    jb_len em = v->p->em;
    jb_rect column = column_rect(v, i);
    bool is_low = s->column.has_value && s->column.value < 0;
    bool fits_in = s->is_pale && column.h > l->height + em &&
                   column.w > l->width + em / 4;
    jb_len end = is_low ? column.y + column.h : column.y;
    size_t n = 0;
    for (int lift = 0; lift < LIFTS; lift++) {
        jb_len by = em / 4 + lift * em / 2;
        seats[n++] = (combo_seat){is_low ? end + by : end - l->height - by,
                                  lift};
    }
    if (!fits_in)
        return n;
    jb_len inside = em / 3, far = column.h - l->height - em / 3;
    seats[n++] = (combo_seat){column.y + (is_low ? far : inside), 4};
    seats[n++] = (combo_seat){column.y + (is_low ? inside : far), 5};
    return n;
}

static jb_len
growth_y(const combo_canvas *v, size_t i, int step)
{
    jb_len em = v->p->em, dot = dot_at(v, i).y;
    jb_len by = em / 2 + step / 2 * em / 2;
    return step % 2 == 0 ? dot - v->p->slots[i].growth_label.height - by
                         : dot + by;
}

#define COST_IN 2    /* of a label of the line in its column, in steps … */
#define COST_CUT 14  /* … and of one that cuts it in two, or across zero */

static int
cover_cost(const combo_canvas *v, size_t i, const combo_places *t)
{
    jb_rect label = box_at(&v->p->slots[i].growth_label, t->growth);
    jb_rect column = column_rect(v, i);
    jb_len rim = v->p->em / 3;
    jb_len zero = y_of(v, &v->p->axes.right, 0);
    bool is_astray = v->p->slots[i].growth < 0 ? label.y < zero
                                               : label.y > zero;
    if (is_astray && v->p->slots[i].growth != 0)
        return COST_CUT;
    if (!rect_overlaps(label, column))
        return 0;
    return label.x >= column.x + rim && label.y >= column.y + rim &&
                   label.x + label.w <= column.x + column.w - rim &&
                   label.y + label.h <= column.y + column.h - rim
               ? COST_IN
               : COST_CUT;
}

/* The growth label above its dot, else below, else farther by steps; the
 * column's at the cheapest seat that goes with it. */
static bool
places_try(const combo_canvas *v, size_t i, bool is_strict, combo_places *t)
{
    combo_seat seats[SEATS];
    size_t n = seats_of(v, i, seats);
    int least = LIFTS + 2 * STEPS;
    combo_places trial = *t;
    for (int step = 0; step < STEPS && step < least; step++)
        for (size_t k = 0; k < n; k++) {
            trial.growth.y = growth_y(v, i, step);
            trial.column.y = seats[k].y;
            int cost = step + seats[k].cost + cover_cost(v, i, &trial);
            if (cost >= least || !is_clear(v, i, &trial, is_strict))
                continue;
            least = cost;
            *t = trial;
        }
    return least < LIFTS + 2 * STEPS;
}

/* Strictly, else as it goes. */
static combo_places
places_for(const combo_canvas *v, size_t i)
{
    const combo_slot *s = &v->p->slots[i];
    jb_len x = centre_of(v, i);
    combo_seat seats[SEATS];
    seats_of(v, i, seats);
    combo_places t = {{x - s->column.label.width / 2, seats[0].y},
                      {x - s->growth_label.width / 2, v->top}};
    if (!places_try(v, i, true, &t))
        places_try(v, i, false, &t);
    return t;
}

static bar_mark
column_mark(const combo_canvas *v, size_t i)
{
    const bar *b = &v->p->slots[i].column;
    jb_rect r = column_rect(v, i);
    return (bar_mark){.zero = {r.x, y_of(v, &v->p->axes.left, 0)},
                      .side = b->value < 0 ? SIDE_DOWN : SIDE_UP,
                      .length = b->has_value ? r.h : 0, .thickness = r.w,
                      .colour = b->colour, .fill = b->fill};
}

static void
columns_draw(combo_canvas *v)
{
    for (size_t i = 0; i < v->p->n; i++) {
        const combo_slot *s = &v->p->slots[i];
        bar_mark m = column_mark(v, i);
        bool has_bar = m.length > 0;
        mark_begin(v->c->style, v->d, s->column.name, has_bar ? &m : NULL, 0);
        if (has_bar)
            mark_draw(v->c->style, &m, v->d);
        combo_places at = places_for(v, i);
        label_draw(v->d, &s->column.label, at.column);
        display_group_end(v->d);
    }
}

static void
line_draw(combo_canvas *v)
{
    const combo_plan *p = v->p;
    jb_colour colour = line_colour(v->c->style);
    jb_len width = len_max(p->em / 7, LEN_OF_PT(1));
    jb_path line = {0};
    for (size_t i = 0; i < p->n; i++) {
        bool is_next = i + 1 < p->n && is_joined(p, i + 1);
        if (is_joined(p, i))
            path_line(v->d->arena, &line, dot_at(v, i));
        else if (is_next)
            path_move(v->d->arena, &line, dot_at(v, i));
    }
    if (line.points.n > 0)
        display_path(v->d, line, (jb_paint){.stroke = colour,
                                            .width = width,
                                            .join = JOIN_ROUND,
                                            .cap = CAP_ROUND});
    for (size_t i = 0; i < p->n; i++)
        if (p->slots[i].has_growth)
            mark_ring(v->c->style, v->d, dot_at(v, i), colour);
}

/* A word in a figure's place has no point. */
static void
growth_begin(const combo_canvas *v, size_t i)
{
    const combo_slot *s = &v->p->slots[i];
    if (s->has_growth)
        mark_begin_point(v->d, s->growth_name, dot_at(v, i), 0);
    else
        mark_begin(v->c->style, v->d, s->growth_name, NULL, 0);
}

/* A label in a column is read against it; one of the line has the ground
 * under it, for it may stand on a column. */
static void
labels_draw(combo_canvas *v)
{
    const style_chart *style = v->c->style;
    jb_len pad = v->p->em / PAD;
    for (size_t i = 0; i < v->p->n; i++) {
        const combo_slot *s = &v->p->slots[i];
        combo_places at = places_for(v, i);
        if (s->growth_label.paragraph != NULL) {
            jb_rect box = box_at(&s->growth_label, at.growth);
            jb_rect chip = rect_inset(box, -pad);
            chip.x = len_max(chip.x, 0);
            chip.w = len_min(chip.w, v->p->width - chip.x);
            jb_path round = {0};
            path_round_rect(v->d->arena, &round, chip, pad);
            growth_begin(v, i);
            display_path(v->d, round, (jb_paint){.fill = style->ground});
            label_draw(v->d, &s->growth_label, at.growth);
            display_group_end(v->d);
        }
        jb_len measure = v->pitch - v->p->em / 2;
        label_draw(v->d, &s->name,
                   (jb_point){centre_of(v, i) - measure / 2,
                              v->bottom + v->p->foot});
    }
}

static void
grid_draw(combo_canvas *v)
{
    const combo_plan *p = v->p;
    const chart_axis *axis = &p->axes.left;
    jb_len right = p->plot_x + p->plot_width;
    for (int tick = axis->first; tick <= axis->last; tick++) {
        jb_len y = y_of(v, axis, axis_tick_value(axis, tick));
        grid_line line = grid_line_at(v->c->style, (jb_point){p->plot_x, y},
                                      (jb_point){right, y}, tick == 0);
        grid_line_draw(v->c->arena, v->d, &line, v->texts, v->n_texts);
        size_t k = (size_t)(tick - axis->first);
        if (k < p->left.n) {
            const chart_label *l = &p->left.labels[k];
            label_draw(v->d, l, (jb_point){p->plot_x - p->em / 2 - l->width,
                                           y - l->height / 2});
        }
        if (k < p->right.n) {
            const chart_label *l = &p->right.labels[k];
            label_draw(v->d, l,
                       (jb_point){right + p->em / 2, y - l->height / 2});
        }
    }
}

/* Behind the columns, as the grid. */
static void
guides_draw(const combo_canvas *v, const bar_guides *all,
            const chart_axis *axis)
{
    const combo_plan *p = v->p;
    guide_obstacles free =
        guide_obstacles_from(v->c->arena, v->texts, v->n_texts, p->n);
    for (size_t i = 0; i < p->n; i++) {
        bar_mark m = column_mark(v, i);
        if (m.length > 0)
            guide_keep_off(&free, &m);
    }
    jb_len right = p->plot_x + p->plot_width;
    for (size_t i = 0; i < all->n; i++) {
        jb_len low = y_of(v, axis, all->at[i].low);
        jb_len high = y_of(v, axis, all->at[i].high);
        guide_ends ends = {
            grid_reference_at(v->c->style, (jb_point){p->plot_x, low},
                              (jb_point){right, low}),
            grid_reference_at(v->c->style, (jb_point){p->plot_x, high},
                              (jb_point){right, high})};
        guide_draw(v->c, &all->at[i], ends, &free, v->d);
    }
}

static void
texts_find(combo_canvas *v)
{
    v->texts = ARENA_ARRAY(v->c->arena, 2 * v->p->n, jb_rect);
    for (size_t i = 0; i < v->p->n; i++) {
        const combo_slot *s = &v->p->slots[i];
        combo_places at = places_for(v, i);
        v->texts[v->n_texts++] = label_ink_at(&s->column.label, at.column);
        v->texts[v->n_texts++] = label_ink_at(&s->growth_label, at.growth);
    }
}

/* How many columns are cut by labels of the line. */
static size_t
covered_count(const combo_canvas *v)
{
    size_t n = 0;
    for (size_t i = 0; i < v->p->n; i++) {
        combo_places at = places_for(v, i);
        n += v->p->slots[i].growth_label.paragraph != NULL &&
             cover_cost(v, i, &at) > 0;
    }
    return n;
}

/* A line of labels more above the plot, if that spares columns. */
static void
headroom_set(combo_canvas *v)
{
    combo_canvas lower = *v;
    jb_len more = v->p->em * 3 / 2;
    lower.top += more;
    lower.headroom += more;
    if (lower.bottom - lower.top >= v->p->em * LEAST_EMS / 2 &&
        covered_count(&lower) < covered_count(v))
        *v = lower;
}

static void
combo_draw(const chart_context *c, const chart_plan *base, jb_size size,
           jb_display *d)
{
    const combo_plan *p = (const combo_plan *)base;
    if (p->rows != NULL) {
        bar_plan_draw(c, &p->rows->base, size, d);
        return;
    }
    combo_canvas v = {.c = c, .p = p, .d = d,
                      .top = p->head_height + p->em * 3 / 2,
                      .bottom = size.h - p->names_height - p->foot,
                      .pitch = p->plot_width / (jb_len)p->n};
    v.headroom = p->em * 7 / 4; /* the heads' own foot is lower */
    headroom_set(&v);
    label_draw(d, &p->left_head, (jb_point){0, 0});
    label_draw(d, &p->right_head,
               (jb_point){p->width - p->right_head.width, 0});
    texts_find(&v);
    grid_draw(&v);
    guides_draw(&v, &p->level_guides, &p->axes.left);
    guides_draw(&v, &p->growth_guides, &p->axes.right);
    columns_draw(&v);
    line_draw(&v);
    labels_draw(&v);
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
