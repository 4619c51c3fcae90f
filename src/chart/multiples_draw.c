#include <math.h>

#include "chart/multiples.h"

#define TICK_PITCH 3 /* em between ticks, at least */
#define TICKS_MOST 4

/* A label over neighbours stands over the furthest of them. */
static fit_item
label_item(const chart_context *c, const multiples_plan *plan,
           const small_panel *small, size_t row)
{
    const bar_panel *p = &small->panel;
    const bar *b = &p->rows[row].bars[0];
    fit_item item = {.value = multiples_label_base(plan, small, row)};
    bar_mark m = {.bound = b->bound};
    jb_len extent = b->label.height + bars_label_gap(c->style) +
                    mark_tail(c->style, &m);
    if (bar_is_low(p, b))
        item.before = extent;
    else
        item.after = extent;
    return item;
}

static fit_item *
group_items(const chart_context *c, const multiples_plan *plan,
            const small_group *group, const grid_ticks *ticks, size_t *n)
{
    size_t most = group->n * plan->n_periods;
    for (size_t i = 0; i < group->n; i++)
        most += 2 * group->at[i].panel.guides.n;
    fit_item *items = ARENA_ARRAY(c->arena, most + ticks->n, fit_item);
    *n = 0;
    for (size_t i = 0; i < group->n; i++) {
        const bar_panel *p = &group->at[i].panel;
        for (size_t r = 0; r < p->n_rows; r++)
            items[(*n)++] = p->rows[r].bars[0].label.paragraph == NULL
                                ? (fit_item){p->rows[r].bars[0].value, 0, 0}
                                : label_item(c, plan, &group->at[i], r);
        for (size_t g = 0; g < p->guides.n; g++) {
            items[(*n)++] = (fit_item){p->guides.at[g].low, 0, 0};
            items[(*n)++] = (fit_item){p->guides.at[g].high, 0, 0};
        }
    }
    for (size_t i = 0; i < ticks->n; i++) {
        jb_len half = ticks->labels[i].height / 2 + 1;
        items[(*n)++] = (fit_item){
            axis_tick_value(&ticks->axis, ticks->axis.first + (int)i), half,
            half};
    }
    return items;
}

/* Every `m`-th of its ticks. */
static chart_axis
axis_thinned(chart_axis axis, int m)
{
    axis.step.coefficient *= m;
    axis.first /= m;
    axis.last /= m;
    return axis;
}

/* With about `target` ticks; below two, with fewer of those that two are. */
static chart_axis
axis_towards(const small_group *group, int target)
{
    int few = target < 2 ? 2 : target;
    chart_axis axis = axis_trimmed(multiples_axis(group, few));
    return axis_thinned(axis, 1 + few - target);
}

small_scale
multiples_scale(const chart_context *c, const multiples_plan *plan,
                const small_group *group, jb_len height)
{
    int target = height / (plan->em * TICK_PITCH);
    target = target > TICKS_MOST ? TICKS_MOST : target < 2 ? 2 : target;
    for (;; target--) {
        chart_axis axis = axis_towards(group, target);
        small_scale s = {.ticks = {.axis = axis}};
        if (plan->has_axis && group->low < group->high)
            s.ticks = grid_ticks_from(c, &axis, SLICE_OF(""));
        size_t n;
        fit_item *items = group_items(c, plan, group, &s.ticks, &n);
        s.fit = fit_within(items, n, height);
        double step = axis.first < axis.last ? axis_tick_value(&axis, 1) : 0;
        if (step == 0 || s.fit.k * step >= plan->em * 3 / 2)
            return s;
    }
}

/* One panel being drawn. */
typedef struct small_canvas {
    const chart_context *c;
    const multiples_plan *plan;
    const small_panel *small;
    const small_scale *scale;
    size_t scale_number;
    jb_display *d;
    jb_len x, bottom; /* of the columns */
    jb_rect *obstacles;
    size_t n_obstacles;
} small_canvas;

static jb_len
value_y(const small_canvas *s, double value)
{
    return s->bottom - fit_at(&s->scale->fit, value);
}

static bar_mark
mark_of(const small_canvas *s, size_t row)
{
    const bar_panel *p = &s->small->panel;
    bar_seat seat = {p, &p->rows[row], 0, true};
    bar_mark m = bar_mark_of(seat, &s->scale->ticks.axis, &s->scale->fit,
                             s->plan->bar);
    m.side = bar_is_low(p, bar_at_seat(seat)) ? SIDE_DOWN : SIDE_UP;
    m.zero = (jb_point){s->x + s->plan->pitch * (jb_len)row +
                            (s->plan->pitch - s->plan->bar) / 2,
                        value_y(s, 0)};
    return m;
}

static jb_point
label_place(const small_canvas *s, size_t row)
{
    const bar_panel *p = &s->small->panel;
    const bar *b = &p->rows[row].bars[0];
    double base = multiples_label_base(s->plan, s->small, row);
    bar_mark m = {.bound = b->bound};
    jb_len beyond = bars_label_gap(s->c->style) + mark_tail(s->c->style, &m);
    jb_len end = value_y(s, base);
    return (jb_point){s->x + s->small->labels_x[row],
                      bar_is_low(p, b) ? end + beyond
                                       : end - beyond - b->label.height};
}

static void
obstacles_find(small_canvas *s)
{
    const bar_panel *p = &s->small->panel;
    s->obstacles = ARENA_ARRAY(s->c->arena, p->n_rows, jb_rect);
    for (size_t r = 0; r < p->n_rows; r++)
        if (p->rows[r].bars[0].label.paragraph != NULL)
            s->obstacles[s->n_obstacles++] = label_ink_at(
                &p->rows[r].bars[0].label, label_place(s, r));
}

static void
line_draw(const small_canvas *s, jb_len y, bool is_zero)
{
    grid_line line = grid_line_at(
        s->c->style, (jb_point){s->x, y},
        (jb_point){s->x + s->plan->panel_width, y}, is_zero);
    grid_line_draw(s->c->arena, s->d, &line, s->obstacles, s->n_obstacles);
}

static void
grid_draw(const small_canvas *s, bool has_labels)
{
    const grid_ticks *ticks = &s->scale->ticks;
    for (size_t i = 0; i < ticks->n; i++) {
        int tick = ticks->axis.first + (int)i;
        jb_len y = value_y(s, axis_tick_value(&ticks->axis, tick));
        const chart_label *l = &ticks->labels[i];
        if (has_labels)
            label_draw(s->d, l,
                       (jb_point){s->x - s->plan->em / 2 - l->width,
                                  y - l->height / 2});
        if (tick != 0)
            line_draw(s, y, false);
    }
}

static void
column_draw(const small_canvas *s, size_t row)
{
    const bar *b = &s->small->panel.rows[row].bars[0];
    bar_mark m = mark_of(s, row);
    if (!b->has_value && b->label.paragraph == NULL)
        return;
    mark_begin(s->c->style, s->d, b->name, b->has_value ? &m : NULL,
               s->scale_number);
    if (b->has_value)
        mark_draw(s->c->style, &m, s->d);
    label_draw(s->d, &b->label, label_place(s, row));
    display_group_end(s->d);
}

/* Two alone stand at the ends of the panel. */
static jb_len
period_x(const multiples_plan *plan, size_t i)
{
    jb_len width = plan->periods[i].width;
    if (plan->has_all_periods)
        return plan->pitch * (jb_len)i + plan->pitch / 2 - width / 2;
    return i == 0 ? 0 : plan->panel_width - (plan->panel_width - plan->em) / 2;
}

static void
periods_draw(const small_canvas *s)
{
    for (size_t i = 0; i < s->plan->n_periods; i++)
        label_draw(s->d, &s->plan->periods[i],
                   (jb_point){s->x + period_x(s->plan, i),
                              s->bottom + s->plan->em / 3});
}

static grid_line
reference_at(const small_canvas *s, double value)
{
    jb_len y = value_y(s, value);
    return grid_reference_at(s->c->style, (jb_point){s->x, y},
                             (jb_point){s->x + s->plan->panel_width, y});
}

/* Behind the columns; what they are stands below the panel's name. */
static void
guides_draw(const small_canvas *s, jb_len y)
{
    const bar_guides *all = &s->small->panel.guides;
    jb_len stroke = multiples_stroke(s->plan);
    const bar_panel *p = &s->small->panel;
    guide_obstacles free = guide_obstacles_from(
        s->c->arena, s->obstacles, s->n_obstacles, p->n_rows);
    for (size_t r = 0; r < p->n_rows; r++) {
        bar_mark m = mark_of(s, r);
        if (p->rows[r].bars[0].has_value)
            guide_keep_off(&free, &m);
    }
    for (size_t i = 0; i < all->n; i++)
        guide_draw(s->c, &all->at[i],
                   (guide_ends){reference_at(s, all->at[i].low),
                                reference_at(s, all->at[i].high)},
                   &free, s->d);
    if (all->n == 0)
        return;
    jb_len middle = y + s->plan->em / 2 +
                    (s->small->guides.height - s->plan->em) / 2;
    display_line(s->d, (jb_point){s->x, middle},
                 (jb_point){s->x + stroke * 3 / 4, middle},
                 s->c->style->zero_width, s->c->style->accent);
    label_draw(s->d, &s->small->guides, (jb_point){s->x + stroke, y});
}

static void
panel_draw(small_canvas *s, jb_len head_y, bool is_first)
{
    obstacles_find(s);
    label_draw(s->d, &s->small->head, (jb_point){s->x, head_y});
    grid_draw(s, is_first);
    guides_draw(s, head_y + s->small->head.height +
                       multiples_guides_gap(s->plan, s->small));
    for (size_t r = 0; r < s->small->panel.n_rows; r++)
        column_draw(s, r);
    line_draw(s, value_y(s, 0), true);
}

typedef struct row_place {
    jb_len y, columns; /* its top, the height of its columns */
} row_place;

/* Periods stand below the last panel of each column of the grid, for all. */
static size_t
first_with_periods(const multiples_plan *plan, const small_row *row)
{
    return row == plan->rows + plan->n_rows - 1 ? 0 : row[1].n;
}

/* Returns where the row ends. */
static jb_len
row_draw(const chart_context *c, const multiples_plan *plan,
         const small_row *row, row_place at, jb_display *d)
{
    size_t with_periods = first_with_periods(plan, row);
    jb_len head_y = at.y + (row->has_units ? plan->units_height : 0);
    jb_len bottom = head_y + multiples_heads_height(plan, row) + plan->em / 2 +
                    at.columns;
    small_scale scale = {.fit = {0}};
    for (size_t i = 0; i < row->n; i++) {
        const small_seat *seat = &row->at[i];
        if (seat->is_first)
            scale = multiples_scale(c, plan, seat->group, at.columns);
        small_canvas s = {.c = c, .plan = plan, .scale = &scale, .d = d,
                          .small = seat->small,
                          .scale_number = seat->scale, .bottom = bottom};
        s.x = plan->ticks_gutter - plan->em / 2 +
              (jb_len)i * (plan->panel_width + plan->gutter);
        if (row->has_units && seat->is_first)
            label_draw(d, &seat->group->head, (jb_point){s.x, at.y});
        panel_draw(&s, head_y, seat->is_first);
        if (i >= with_periods)
            periods_draw(&s);
    }
    return with_periods < row->n
               ? bottom + plan->em / 3 + plan->periods_height
               : bottom;
}

/* What the picture leaves; on pages of one size, what the fullest leaves, so
 * that one scale serves all. */
static jb_len
columns_height(const multiples_plan *plan, jb_len height)
{
    jb_len columns = plan->columns_most;
    if (columns == 0)
        return (height - plan->around) / (jb_len)plan->n_rows;
    for (size_t i = 0; i < plan->n_pages; i++) {
        const small_page *page = &plan->pages[i];
        if (page->n_rows > 0)
            columns = len_min(columns, (height - page->around) /
                                           (jb_len)page->n_rows);
    }
    return columns;
}

void
multiples_draw(const chart_context *c, const chart_plan *base, jb_size size,
               jb_display *d)
{
    const multiples_plan *plan = (const multiples_plan *)base;
    if (plan->n_rows == 0)
        return;
    row_place at = {0, columns_height(plan, size.h)};
    for (size_t i = 0; i < plan->n_rows; i++) {
        at.y += i > 0 ? multiples_rows_gap(plan) : 0;
        at.y = row_draw(c, plan, &plan->rows[i], at, d);
    }
}
