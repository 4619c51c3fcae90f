#include "chart/across_arrows.h"
#include "chart/across_guides.h"
#include "chart/across_rows.h"

#define INK_CLEAR LEN_OF_PT(0.75) /* between a label and the next bar */

/* A bar and its label, placed. */
typedef struct placed_bar {
    const bar *bar;
    bar_mark mark;
    jb_point label_at;
} placed_bar;

typedef struct placed_row {
    const bar_row *row;
    const chart_label *name;
    jb_point name_at;
    placed_bar *bars;
    jb_len middle; /* of the bars */
} placed_row;

/* What drawing one slab needs over and over. */
typedef struct slab_canvas {
    const chart_context *c;
    const across_plan *plan;
    const across_lane *lane;
    jb_display *d;
    jb_len x, plot_x;         /* of the column, of the plot's left edge */
    jb_len axis_y, rows_top, rows_end;
    placed_row *rows;
    size_t n_rows;
    jb_rect *obstacles;       /* every text a line might cross */
    size_t n_obstacles;
} slab_canvas;

static jb_len
value_x(const slab_canvas *s, double value)
{
    return s->plot_x + fit_at(&s->lane->fit, value);
}

/* What the outline of the next bar of the row takes of this one's slot. */
static jb_len
next_outline(const chart_context *c, bar_seat seat)
{
    if (seat.panel->is_overlapped || seat.i + 1 >= seat.panel->n_bars)
        return 0;
    const bar *next = &seat.row->bars[seat.i + 1];
    return next->has_value ? mark_outline(c->style, next->colour, next->fill)
                           : 0;
}

static placed_bar
bar_place(const slab_canvas *s, bar_seat seat, jb_len top, row_pitch pitch)
{
    const bar *b = bar_at_seat(seat);
    const chart_axis *axis = &s->lane->ticks.axis;
    bool is_low = bar_is_low(seat.panel, b);
    jb_len zero = value_x(s, b->start);
    placed_bar placed = {.bar = b};
    placed.mark = bar_mark_of(seat, axis, &s->lane->fit, pitch.bar);
    placed.mark.side = is_low ? SIDE_LEFT : SIDE_RIGHT;
    placed.mark.zero = (jb_point){
        zero, top + (pitch.slot - placed.mark.thickness) / 2};
    jb_len reach = bar_label_reach(s->c, seat, axis, &s->lane->fit);
    placed.label_at.x = bar_label_is_low(seat)
                            ? zero - reach - b->label.width
                            : zero + reach;
    placed.label_at.y = top + (pitch.slot - b->label.height) / 2;
    jb_rect ink = label_ink_at(&b->label, placed.label_at);
    jb_len low = ink.y + ink.h + next_outline(s->c, seat);
    placed.label_at.y -= len_max(0, low + INK_CLEAR - top - pitch.slot);
    return placed;
}

static placed_row
row_place(const slab_canvas *s, size_t row, jb_len top, int ease)
{
    const across_plan *plan = s->plan;
    const bar_panel *p = s->lane->panel;
    row_pitch pitch = pitch_at(plan->style, bars_slots(p), plan->em, ease);
    jb_len content = across_content_height(plan, s->lane, row, ease);
    jb_len bars = (jb_len)bars_slots(p) * pitch.slot;
    size_t name = s->lane->first_name + row;
    placed_row placed = {.row = &p->rows[row],
                         .name = &plan->names.names[name]};
    placed.name_at.x = s->x + s->lane->name_x +
                       gutter_name_x(&plan->names, name);
    placed.name_at.y = top;
    jb_len first = top + across_name_height(plan, s->lane, row) +
                   across_name_gap(plan);
    if (!plan->names.is_above) {
        placed.name_at.y += (content - placed.name->height) / 2;
        first = top + (content - bars) / 2;
    }
    placed.middle = first + bars / 2;
    placed.bars = ARENA_ARRAY(s->c->arena, p->n_bars, placed_bar);
    for (size_t i = 0; i < p->n_bars; i++)
        placed.bars[i] = bar_place(
            s, (bar_seat){p, &p->rows[row], i, false},
            first + (p->is_overlapped ? 0 : (jb_len)i * pitch.slot), pitch);
    return placed;
}

static void
rows_place(slab_canvas *s, const across_slab *slab, int ease)
{
    jb_len y = s->rows_top;
    s->n_rows = slab->n;
    s->rows = ARENA_ARRAY(s->c->arena, slab->n, placed_row);
    for (size_t i = 0; i < slab->n; i++) {
        s->rows[i] = row_place(s, slab->first + i, y, ease);
        y += across_row_height(s->plan, s->lane, slab->first + i, ease);
    }
    s->rows_end = y - across_row_gap(s->plan, s->lane, ease) +
                  across_tail(s->plan, s->lane, ease);
}

/* Beside the bars, or on the line of a name above them. */
static jb_point
chip_place(const slab_canvas *s, const placed_row *row)
{
    const chart_label *l = &row->row->chip.label;
    jb_len middle = row->middle;
    if (s->plan->names.is_above)
        middle = row->name_at.y + row->name->height / 2;
    return (jb_point){s->x + s->plan->column_width - l->width,
                      middle - l->height / 2};
}

/* The arrow stands by its label, as wide as 0.6 em and 0.25 em off it. */
static jb_len
arrow_left(const across_plan *plan, jb_point label_at)
{
    return label_at.x - plan->em * 17 / 20;
}

/* With its arrow. */
static jb_rect
chip_box(const slab_canvas *s, const placed_row *row)
{
    const bar_chip *chip = &row->row->chip;
    jb_rect box = label_ink_at(&chip->label, chip_place(s, row));
    if (chip->direction != 0) {
        jb_len left = arrow_left(s->plan, chip_place(s, row));
        box.w += box.x - left;
        box.x = left;
    }
    return box;
}

static void
obstacles_find(slab_canvas *s)
{
    size_t per_row = s->lane->panel->n_bars + 2;
    s->obstacles = ARENA_ARRAY(s->c->arena, s->n_rows * per_row, jb_rect);
    s->n_obstacles = 0;
    for (size_t i = 0; i < s->n_rows; i++) {
        const placed_row *row = &s->rows[i];
        if (s->plan->names.is_above) {
            s->obstacles[s->n_obstacles++] =
                label_ink_at(row->name, row->name_at);
            s->obstacles[s->n_obstacles++] = chip_box(s, row);
        }
        for (size_t b = 0; b < s->lane->panel->n_bars; b++)
            s->obstacles[s->n_obstacles++] = label_ink_at(
                &row->bars[b].bar->label, row->bars[b].label_at);
    }
}

static void
line_draw(const slab_canvas *s, jb_len x, bool is_zero)
{
    jb_point top = {x, s->axis_y};
    grid_line line = grid_line_at(s->c->style, top,
                                  (jb_point){x, s->rows_end}, is_zero);
    grid_line_draw(s->c->arena, s->d, &line, s->obstacles, s->n_obstacles);
}

/* Whether a tick's label would meet the sign of a break beside it. */
static bool
is_under_break(const slab_canvas *s, jb_len x, jb_len width)
{
    const bar_panel *p = s->lane->panel;
    const chart_axis *axis = &s->lane->ticks.axis;
    jb_len cut = mark_cut_at(s->c->style) - s->plan->em / 2;
    return (p->has_break_high &&
            x + width / 2 > value_x(s, axis->high) + cut) ||
           (p->has_break_low && x - width / 2 < value_x(s, axis->low) - cut);
}

static void
grid_draw(const slab_canvas *s)
{
    const grid_ticks *ticks = &s->lane->ticks;
    jb_len base = s->axis_y - s->plan->em / 4;
    for (size_t i = 0; i < ticks->n; i++) {
        int tick = ticks->axis.first + (int)i;
        jb_len x = value_x(s, axis_tick_value(&ticks->axis, tick));
        const chart_label *l = &ticks->labels[i];
        if (!is_under_break(s, x, l->width))
            label_draw(s->d, l,
                       (jb_point){x - l->width / 2, base - l->height});
        if (tick != 0)
            line_draw(s, x, false);
    }
}

static bool
has_broken_bar(const slab_canvas *s)
{
    size_t n_bars = s->lane->panel->n_bars;
    for (size_t i = 0; i < s->n_rows * n_bars; i++)
        if (s->rows[i / n_bars].bars[i % n_bars].mark.is_broken)
            return true;
    return false;
}

/* The axis of a broken panel is drawn as a line, so that its break shows,
 * over the rows that have it. */
static void
breaks_draw(const slab_canvas *s)
{
    const bar_panel *p = s->lane->panel;
    const chart_axis *axis = &s->lane->ticks.axis;
    bar_mark m = {.is_broken = true, .thickness = LEN_OF_PT(10)};
    jb_len tail = mark_tail(s->c->style, &m);
    jb_len cut = mark_cut_at(s->c->style);
    jb_len y = s->axis_y;
    jb_len from = value_x(s, axis->low), to = value_x(s, axis->high);
    if ((!p->has_break_low && !p->has_break_high) || !has_broken_bar(s))
        return;
    display_line(s->d,
                 (jb_point){from - (p->has_break_low ? tail : 0), y},
                 (jb_point){to + (p->has_break_high ? tail : 0), y},
                 s->c->style->grid_width, s->c->style->muted);
    if (p->has_break_low)
        mark_axis_break(s->c->style, s->d, (jb_point){from - cut, y},
                        true);
    if (p->has_break_high)
        mark_axis_break(s->c->style, s->d, (jb_point){to + cut, y},
                        true);
}

static void
bar_draw(const slab_canvas *s, const placed_bar *b)
{
    mark_begin(s->c->style, s->d, b->bar->name,
               b->bar->has_value ? &b->mark : NULL,
               (size_t)(s->lane - s->plan->lanes));
    if (b->bar->has_value)
        mark_draw(s->c->style, &b->mark, s->d);
    label_draw(s->d, &b->bar->label, b->label_at);
    display_group_end(s->d);
}

/* Above and below the bar, whose own ink it leaves alone; above it less, for
 * the labels of the axis are near. Nothing on a bar too short to show it. */
static void
tick_draw(const slab_canvas *s, const placed_bar *b)
{
    if (!b->bar->has_tick || b->mark.length < s->plan->em * 2 / 3)
        return;
    jb_len x = value_x(s, b->bar->tick), em = s->plan->em, ends[2][2];
    bar_tick at = {.outer = &b->mark,
                   .inner = s->lane->panel->is_overlapped ? &b[1].mark : NULL,
                   .reach = x - b->mark.zero.x,
                   .before = em / 5, .after = em * 2 / 5};
    size_t n = bars_tick_strokes(&at, ends);
    for (size_t i = 0; i < n; i++) {
        grid_line tick = grid_tick_at(s->c->style, (jb_point){x, ends[i][0]},
                                      (jb_point){x, ends[i][1]});
        grid_line_draw(s->c->arena, s->d, &tick, s->obstacles,
                       s->n_obstacles);
    }
}

/* Labels stand flush right. */
static void
chip_draw(const slab_canvas *s, const placed_row *row)
{
    const bar_chip *chip = &row->row->chip;
    const across_plan *plan = s->plan;
    if (chip->label.paragraph == NULL)
        return;
    jb_point at = chip_place(s, row);
    jb_len left = arrow_left(plan, at);
    jb_len middle = at.y + chip->label.height / 2;
    if (chip->direction != 0)
        mark_triangle(s->d, (jb_point){left, middle + plan->em * 26 / 100},
                      plan->em * 3 / 5, chip->direction > 0, chip->colour);
    label_draw(s->d, &chip->label, at);
}

/* Where a row of a cascade ends, the next begins. */
static void
steps_draw(const slab_canvas *s)
{
    for (size_t i = 0; i + 1 < s->n_rows; i++) {
        const bar_mark *a = &s->rows[i].bars[0].mark;
        const bar_mark *b = &s->rows[i + 1].bars[0].mark;
        const placed_bar *last = &s->rows[i].bars[0];
        jb_len x = value_x(s, last->bar->start + last->bar->value);
        grid_line step = {{x, a->zero.y + a->thickness}, {x, b->zero.y},
                          s->c->style->grid_width, s->c->style->muted};
        grid_line_draw(s->c->arena, s->d, &step, s->obstacles,
                       s->n_obstacles);
    }
}

/* Behind the bars, like the grid, so that no end is taken for another. */
static void
guides_draw(const slab_canvas *s)
{
    size_t n_bars = s->lane->panel->n_bars;
    across_guides_place place = {
        .at = {s->x, s->axis_y},
        .end = s->rows_end,
        .obstacles = guide_obstacles_from(s->c->arena, s->obstacles,
                                          s->n_obstacles,
                                          s->n_rows * n_bars)};
    for (size_t i = 0; i < s->n_rows * n_bars; i++)
        guide_keep_off(&place.obstacles,
                       &s->rows[i / n_bars].bars[i % n_bars].mark);
    across_guides_draw(s->c, s->plan, s->lane, &place, s->d);
}

/* Behind a bar and its label, where arrows to it begin and end. */
static jb_point
bar_behind(const placed_bar *b)
{
    jb_rect body = b->bar->has_value ? mark_rect(&b->mark)
                                    : (jb_rect){b->mark.zero.x, 0, 0, 0};
    jb_rect label = label_ink_at(&b->bar->label, b->label_at);
    return (jb_point){len_max(body.x + body.w, label.x + label.w),
                      b->mark.zero.y + b->mark.thickness / 2};
}

static void
arrows_draw(const slab_canvas *s)
{
    size_t n_bars = s->lane->panel->n_bars;
    jb_point *ends = ARENA_ARRAY(s->c->arena, s->n_rows * n_bars, jb_point);
    for (size_t i = 0; i < s->n_rows * n_bars; i++)
        ends[i] = bar_behind(&s->rows[i / n_bars].bars[i % n_bars]);
    across_arrows_place place = {.right = s->plot_x + s->plan->plot_width,
                                 .ends = ends,
                                 .pen = {s->c, s->d, s->obstacles,
                                         s->n_obstacles}};
    across_arrows_draw(s->plan, s->lane, &place);
}

static void
rows_draw(const slab_canvas *s)
{
    guides_draw(s);
    for (size_t i = 0; i < s->n_rows; i++) {
        label_draw(s->d, s->rows[i].name, s->rows[i].name_at);
        for (size_t b = 0; b < s->lane->panel->n_bars; b++)
            bar_draw(s, &s->rows[i].bars[b]);
        tick_draw(s, &s->rows[i].bars[0]);
        chip_draw(s, &s->rows[i]);
    }
    if (s->lane->panel->is_cascade)
        steps_draw(s);
    line_draw(s, value_x(s, 0), true);
    arrows_draw(s);
}

/* On the line of the tick labels, or on one of their own above it. */
static void
head_draw(const slab_canvas *s, jb_len top)
{
    const across_lane *lane = s->lane;
    jb_len base = s->axis_y - s->plan->em / 4;
    jb_len right = s->x + s->plan->column_width;
    jb_point head = {s->x, base - lane->head.height};
    jb_point chip = {right - lane->chip_head.width,
                     base - lane->chip_head.height};
    if (lane->has_head_row)
        head.y = top;
    if (lane->has_head_row && s->plan->names.is_above)
        chip.y = top;
    label_draw(s->d, &lane->head, head);
    label_draw(s->d, &lane->chip_head, chip);
}

static void
slab_draw(slab_canvas *s, const across_slab *slab, jb_point at, int ease)
{
    s->lane = slab->lane;
    s->x = at.x;
    s->plot_x = at.x + s->plan->plot_x;
    s->rows_top = at.y + across_head_height(s->plan, slab->lane);
    s->axis_y = s->rows_top - across_axis_gap(s->plan, slab->lane);
    rows_place(s, slab, ease);
    obstacles_find(s);
    head_draw(s, at.y);
    grid_draw(s);
    breaks_draw(s);
    rows_draw(s);
}

void
across_draw(const chart_context *c, const across_plan *planned, jb_size size,
            jb_display *d)
{
    across_plan fitted = *planned, *plan = &fitted;
    if (across_height(plan, PITCH_NATURAL) > size.h)
        plan->is_uniform = false;
    int ease = across_ease_for(plan, size.h);
    jb_len y = 0;
    for (size_t i = 0; i < plan->n_slabs; i++) {
        const across_slab *slab = &plan->slabs[i];
        slab_canvas s = {.c = c, .plan = plan, .d = d};
        jb_len step = plan->column_width + plan->column_gap;
        if (i > 0 && slab[-1].column != slab->column)
            y = 0;
        slab_draw(&s, slab, (jb_point){(jb_len)slab->column * step, y},
                  ease);
        y = s.rows_end + slab->lane->guides.height +
            across_panel_gap(plan);
    }
}
