#include "chart/upright_arrows.h"
#include "chart/upright_guides.h"
#include "chart/upright_scale.h"

typedef struct upright_canvas {
    const chart_context *c;
    const upright_plan *plan;
    const upright_lane *lane;
    const lane_scale *scale;
    jb_display *d;
    jb_len bottom; /* of the bars' part: the low end of the axis */
    jb_rect *obstacles;
    size_t n_obstacles;
    upright_arrows_place arrows;
} upright_canvas;

/* How far the labels of a row reach above the zero line. */
static jb_len
row_reach(const chart_context *c, const bar_panel *p, const bar_row *row,
          const lane_scale *s)
{
    jb_len reach = 0;
    for (size_t i = 0; i < p->n_bars; i++) {
        bar_seat seat = {p, row, i, true};
        if (bar_is_low(p, &row->bars[i]))
            continue;
        reach = len_max(reach, row->bars[i].label.height +
                                   bar_label_reach(c, seat, &s->ticks.axis,
                                                   &s->fit));
    }
    return reach;
}

static jb_len
value_y(const upright_canvas *u, double value)
{
    return u->bottom - fit_at(&u->scale->fit, value);
}

static jb_len
row_centre(const upright_canvas *u, size_t row)
{
    return u->lane->x + u->lane->ticks_width +
           u->plan->pitch * (jb_len)row + u->plan->pitch / 2;
}

static bar_mark
mark_of(const upright_canvas *u, size_t row, size_t i)
{
    const bar_panel *p = u->lane->panel;
    bar_seat seat = {p, &p->rows[row], i, true};
    const bar *b = bar_at_seat(seat);
    jb_len width = u->plan->bar * (jb_len)bars_slots(p);
    jb_len shift = p->is_overlapped ? 0 : u->plan->bar * (jb_len)i;
    bar_mark m = bar_mark_of(seat, &u->scale->ticks.axis, &u->scale->fit,
                             u->plan->bar);
    m.side = bar_is_low(p, b) ? SIDE_DOWN : SIDE_UP;
    shift += (u->plan->bar - m.thickness) / 2;
    m.zero = (jb_point){row_centre(u, row) - width / 2 + shift,
                        value_y(u, b->start)};
    return m;
}

static jb_point
label_place(const upright_canvas *u, size_t row, size_t i)
{
    const bar_panel *p = u->lane->panel;
    bar_seat seat = {p, &p->rows[row], i, true};
    const chart_label *l = &bar_at_seat(seat)->label;
    bar_mark m = mark_of(u, row, i);
    jb_len reach = bar_label_reach(u->c, seat, &u->scale->ticks.axis,
                                   &u->scale->fit);
    jb_len x = m.zero.x + m.thickness / 2 - l->width / 2;
    jb_len y = m.side == SIDE_UP ? m.zero.y - reach - l->height
                                 : m.zero.y + reach;
    return (jb_point){x, y};
}

/* The block of arrow and label, centred over the row. */
static jb_point
chip_place(const upright_canvas *u, size_t row)
{
    const bar_panel *p = u->lane->panel;
    const bar_row *r = &p->rows[row];
    jb_len arrow = r->chip.direction == 0 ? 0 : u->plan->em * 17 / 20;
    jb_len width = r->chip.label.width + arrow;
    jb_len top = value_y(u, 0) - row_reach(u->c, p, r, u->scale);
    return (jb_point){row_centre(u, row) - width / 2,
                      top - r->chip.label.height - u->plan->em / 4};
}

static void
chip_draw(const upright_canvas *u, size_t row)
{
    const bar_chip *chip = &u->lane->panel->rows[row].chip;
    if (chip->label.paragraph == NULL || chip->is_missing)
        return;
    jb_point at = chip_place(u, row);
    jb_len em = u->plan->em;
    if (chip->direction != 0) {
        jb_len middle = at.y + chip->label.height / 2;
        mark_triangle(u->d, (jb_point){at.x, middle + em * 26 / 100},
                      em * 3 / 5, chip->direction > 0, chip->colour);
        at.x += em * 17 / 20;
    }
    label_draw(u->d, &chip->label, at);
}

static void
obstacles_find(upright_canvas *u)
{
    const bar_panel *p = u->lane->panel;
    u->obstacles = ARENA_ARRAY(u->c->arena,
                               p->n_rows * (p->n_bars + 1) + p->n_arrows,
                               jb_rect);
    u->n_obstacles = 0;
    for (size_t r = 0; r < p->n_rows; r++) {
        for (size_t i = 0; i < p->n_bars; i++) {
            u->obstacles[u->n_obstacles++] = label_ink_at(
                &p->rows[r].bars[i].label, label_place(u, r, i));
        }
        const bar_chip *chip = &p->rows[r].chip;
        if (chip->label.paragraph == NULL || chip->is_missing)
            continue;
        jb_rect ink = label_ink_at(&chip->label, chip_place(u, r));
        ink.w += u->plan->em;
        u->obstacles[u->n_obstacles++] = ink;
    }
}

static jb_len
lane_right(const upright_canvas *u)
{
    return u->lane->x + u->lane->ticks_width +
           u->plan->pitch * (jb_len)u->lane->panel->n_rows;
}

/* Where arrows stand; their words are obstacles like others. */
static void
arrows_place(upright_canvas *u)
{
    const bar_panel *p = u->lane->panel;
    size_t n = p->n_rows * p->n_bars;
    bar_mark *marks = ARENA_ARRAY(u->c->arena, n, bar_mark);
    jb_len *tops = ARENA_ARRAY(u->c->arena, p->n_rows, jb_len);
    for (size_t i = 0; i < n; i++)
        marks[i] = mark_of(u, i / p->n_bars, i % p->n_bars);
    for (size_t r = 0; r < p->n_rows; r++)
        tops[r] = p->rows[r].chip.label.paragraph != NULL
                      ? chip_place(u, r).y
                      : value_y(u, 0) -
                            row_reach(u->c, p, &p->rows[r], u->scale);
    u->arrows = (upright_arrows_place){
        .left = u->lane->x + u->lane->ticks_width, .right = lane_right(u),
        .top = u->plan->head_height, .bottom = u->bottom, .marks = marks,
        .tops = tops};
    u->arrows.lines =
        upright_arrows_lines(u->c->arena, u->plan, u->lane, &u->arrows);
    upright_arrows_inks(u->plan, u->lane, &u->arrows,
                        u->obstacles + u->n_obstacles);
    u->n_obstacles += p->n_arrows;
    u->arrows.pen = (arrow_pen){u->c, u->d, u->obstacles, u->n_obstacles};
}

static void
line_draw(const upright_canvas *u, jb_len y, bool is_zero)
{
    jb_len left = u->lane->x + u->lane->ticks_width;
    grid_line line = grid_line_at(u->c->style, (jb_point){left, y},
                                  (jb_point){lane_right(u), y}, is_zero);
    grid_line_draw(u->c->arena, u->d, &line, u->obstacles, u->n_obstacles);
}

static void
grid_draw(const upright_canvas *u)
{
    const grid_ticks *ticks = &u->scale->ticks;
    jb_len left = u->lane->x + u->lane->ticks_width;
    for (size_t i = 0; i < ticks->n; i++) {
        int tick = ticks->axis.first + (int)i;
        jb_len y = value_y(u, axis_tick_value(&ticks->axis, tick));
        const chart_label *l = &ticks->labels[i];
        label_draw(u->d, l, (jb_point){left - u->plan->em / 2 - l->width,
                                       y - l->height / 2});
        if (tick != 0)
            line_draw(u, y, false);
    }
}

/* The axis of a broken panel is drawn as a line, so that its break shows. */
static void
breaks_draw(const upright_canvas *u)
{
    const bar_panel *p = u->lane->panel;
    const chart_axis *axis = &u->scale->ticks.axis;
    bar_mark m = {.is_broken = true, .thickness = u->plan->bar};
    jb_len tail = mark_tail(u->c->style, &m);
    jb_len cut = mark_cut_at(u->c->style);
    jb_len x = u->lane->x + u->lane->ticks_width;
    jb_len top = value_y(u, axis->high), bottom = value_y(u, axis->low);
    if (!p->has_break_low && !p->has_break_high)
        return;
    display_line(u->d,
                 (jb_point){x, top - (p->has_break_high ? tail : 0)},
                 (jb_point){x, bottom + (p->has_break_low ? tail : 0)},
                 u->c->style->grid_width, u->c->style->muted);
    if (p->has_break_high)
        mark_axis_break(u->c->style, u->d, (jb_point){x, top - cut},
                        false);
    if (p->has_break_low)
        mark_axis_break(u->c->style, u->d, (jb_point){x, bottom + cut},
                        false);
}

static void
bar_draw(const upright_canvas *u, size_t row, size_t i)
{
    const bar *b = &u->lane->panel->rows[row].bars[i];
    bar_mark m = mark_of(u, row, i);
    mark_begin(u->c->style, u->d, b->name, b->has_value ? &m : NULL,
               u->plan->first_scale +
                   (size_t)(u->lane - u->plan->lanes));
    if (b->has_value)
        mark_draw(u->c->style, &m, u->d);
    label_draw(u->d, &b->label, label_place(u, row, i));
    display_group_end(u->d);
}

/* Across the bar, but for the ink of bars over it. */
static void
tick_draw(const upright_canvas *u, size_t row)
{
    const bar *b = &u->lane->panel->rows[row].bars[0];
    bar_mark m = mark_of(u, row, 0), inner = {.length = 0};
    if (!b->has_tick || m.length < u->plan->em * 2 / 3)
        return;
    jb_len y = value_y(u, b->tick), over = u->plan->em * 2 / 5, ends[2][2];
    bar_tick at = {.outer = &m, .reach = m.zero.y - y, .before = over,
                   .after = over};
    if (u->lane->panel->is_overlapped) {
        inner = mark_of(u, row, 1);
        at.inner = &inner;
    }
    size_t n = bars_tick_strokes(&at, ends);
    for (size_t i = 0; i < n; i++) {
        grid_line tick = grid_tick_at(u->c->style, (jb_point){ends[i][0], y},
                                      (jb_point){ends[i][1], y});
        grid_line_draw(u->c->arena, u->d, &tick, u->obstacles,
                       u->n_obstacles);
    }
}

static jb_len
table_top(const upright_plan *plan, jb_len bottom)
{
    return bottom + plan->em / 2 + plan->names_height;
}

static void
row_draw(const upright_canvas *u, size_t row)
{
    const chart_label *name = &u->plan->names[u->lane->first_name + row];
    jb_len measure = u->plan->pitch - u->plan->em / 2;
    label_draw(u->d, name, (jb_point){row_centre(u, row) - measure / 2,
                                      u->bottom + u->plan->em / 2});
    tabulation_draw_column(
        &u->plan->table, u->lane->first_name + row,
        (jb_point){row_centre(u, row), table_top(u->plan, u->bottom)}, u->d);
    for (size_t i = 0; i < u->lane->panel->n_bars; i++)
        bar_draw(u, row, i);
    tick_draw(u, row);
    chip_draw(u, row);
}

/* Where a column of a cascade ends, the next begins. */
static void
steps_draw(const upright_canvas *u)
{
    for (size_t r = 0; r + 1 < u->lane->panel->n_rows; r++) {
        const bar *b = &u->lane->panel->rows[r].bars[0];
        bar_mark from = mark_of(u, r, 0), to = mark_of(u, r + 1, 0);
        jb_len y = value_y(u, b->start + b->value);
        grid_line step = {{from.zero.x + from.thickness, y},
                          {to.zero.x, y}, u->c->style->grid_width,
                          u->c->style->muted};
        grid_line_draw(u->c->arena, u->d, &step, u->obstacles,
                       u->n_obstacles);
    }
}

/* Behind the bars, like the grid, so that no end is taken for another. */
static void
guides_draw(const upright_canvas *u)
{
    const bar_panel *p = u->lane->panel;
    upright_guides_place place = {
        .left = u->lane->x + u->lane->ticks_width,
        .right = lane_right(u),
        .top = u->plan->head_height,
        .bottom = u->bottom,
        .obstacles = guide_obstacles_from(u->c->arena, u->obstacles,
                                          u->n_obstacles,
                                          p->n_rows * p->n_bars)};
    for (size_t i = 0; i < p->n_rows * p->n_bars; i++) {
        bar_mark m = mark_of(u, i / p->n_bars, i % p->n_bars);
        guide_keep_off(&place.obstacles, &m);
    }
    upright_guides_draw(u->c, u->lane, &u->scale->fit, &place, u->d);
}

static void
lane_draw(upright_canvas *u)
{
    obstacles_find(u);
    arrows_place(u);
    label_draw(u->d, &u->lane->head, (jb_point){u->lane->x, 0});
    grid_draw(u);
    breaks_draw(u);
    guides_draw(u);
    upright_arrows_draw(u->plan, u->lane, &u->arrows, true);
    for (size_t r = 0; r < u->lane->panel->n_rows; r++)
        row_draw(u, r);
    if (u->lane->panel->is_cascade)
        steps_draw(u);
    line_draw(u, value_y(u, 0), true);
    upright_arrows_draw(u->plan, u->lane, &u->arrows, false);
}

void
upright_draw(const chart_context *c, const upright_plan *plan, jb_size size,
             jb_display *d)
{
    jb_len height = upright_bars_height(plan, size.h);
    lane_scale *scales = upright_scales(c, plan, height);
    jb_len below = table_top(plan, plan->head_height + height);
    tabulation_draw(c, &plan->table,
                    (jb_rect){0, below, size.w, size.h - below}, d);
    for (size_t i = 0; i < plan->n_lanes; i++) {
        upright_canvas u = {.c = c, .plan = plan, .lane = &plan->lanes[i],
                            .scale = &scales[i], .d = d,
                            .bottom = plan->head_height + height};
        lane_draw(&u);
    }
}
