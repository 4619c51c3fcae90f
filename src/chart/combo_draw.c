#include "chart/combo.h"

#define COLUMN_SHARE 560    /* of the pitch, /1000 … */
#define COLUMN_MOST 780     /* … or more, so that labels stand in columns */
#define PAD 6               /* around a label on the line: an em's sixth */
#define LINE_HALO 12        /* about the line: an em's twelfth */

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
    jb_len width = len_min(
        len_scale(v->pitch, COLUMN_SHARE, 1000),
        bars_widest(v->c->style->bar_width_max, v->pitch, 1));
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

static jb_len
line_y(jb_point a, jb_point b, jb_len x)
{
    return a.y + (jb_len)((int64_t)(b.y - a.y) * (x - a.x) / (b.x - a.x));
}

/* Whether the line comes near the box, which is centred on column i. */
static bool
line_meets(const combo_canvas *v, size_t i, jb_rect box)
{
    const combo_plan *p = v->p;
    jb_rect wide = rect_inset(box, -p->em / 8);
    for (size_t k = i == 0 ? 0 : i - 1; k < i + 1 && k + 1 < p->n; k++) {
        if (!is_joined(p, k + 1))
            continue;
        jb_point a = dot_at(v, k), b = dot_at(v, k + 1);
        jb_len left = len_max(a.x, wide.x);
        jb_len right = len_min(b.x, wide.x + wide.w);
        if (left > right)
            continue;
        jb_len from = line_y(a, b, left), to = line_y(a, b, right);
        if (len_max(from, to) > wide.y &&
            len_min(from, to) < wide.y + wide.h)
            return true;
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
grid_line_at_tick(combo_canvas *v, int tick)
{
    const combo_plan *p = v->p;
    jb_len right = p->plot_x + p->plot_width;
    jb_len y = y_of(v, &p->axes.left, axis_tick_value(&p->axes.left, tick));
    grid_line line = grid_line_at(v->c->style, (jb_point){p->plot_x, y},
                                  (jb_point){right, y}, tick == 0);
    grid_line_draw(v->c->arena, v->d, &line, v->texts, v->n_texts);
}

/* A fall's point has the colour of a fall. */
static void
rings_draw(combo_canvas *v)
{
    for (size_t i = 0; i < v->p->n; i++) {
        const combo_slot *s = &v->p->slots[i];
        if (s->has_growth)
            mark_ring(v->c->style, v->d, dot_at(v, i),
                      combo_change_colour(v->c->style, s->growth));
    }
}

/* The zero line is over the ground about the line, which would cut it. */
static void
line_draw(combo_canvas *v)
{
    const combo_plan *p = v->p;
    jb_colour colour = combo_line_colour(v->c->style);
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
        display_path(v->d, line,
                     (jb_paint){.stroke = v->c->style->ground,
                                .width = width + 2 * (p->em / LINE_HALO),
                                .join = JOIN_ROUND, .cap = CAP_ROUND});
    grid_line_at_tick(v, 0);
    if (line.points.n > 0)
        display_path(v->d, line, (jb_paint){.stroke = colour,
                                            .width = width,
                                            .join = JOIN_ROUND,
                                            .cap = CAP_ROUND});
    rings_draw(v);
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

/* Whether a label of the line, which can be read on the ground and in a solid
 * column, stands across the edge of one, or on the line. */
static bool
is_crossed(const combo_canvas *v, size_t i, jb_rect label)
{
    const combo_slot *s = &v->p->slots[i];
    jb_rect column = column_rect(v, i);
    bool is_in = label.x >= column.x && label.y >= column.y &&
                 label.x + label.w <= column.x + column.w &&
                 label.y + label.h <= column.y + column.h;
    bool is_plain = is_in ? s->is_pale : !rect_overlaps(label, column);
    return !is_plain || line_meets(v, i, label);
}

static void
growth_label_draw(const combo_canvas *v, size_t i, jb_point at)
{
    const combo_slot *s = &v->p->slots[i];
    jb_len pad = v->p->em / PAD;
    jb_rect chip = rect_inset(box_at(&s->growth_label, at), -pad);
    growth_begin(v, i);
    if (is_crossed(v, i, chip)) {
        chip.x = len_max(chip.x, 0);
        chip.w = len_min(chip.w, v->p->width - chip.x);
        jb_path round = {0};
        path_round_rect(v->d->arena, &round, chip, pad);
        display_path(v->d, round, (jb_paint){.fill = v->c->style->ground});
    }
    label_draw(v->d, &s->growth_label, at);
    display_group_end(v->d);
}

static void
labels_draw(combo_canvas *v)
{
    for (size_t i = 0; i < v->p->n; i++) {
        const combo_slot *s = &v->p->slots[i];
        if (s->growth_label.paragraph != NULL)
            growth_label_draw(v, i, places_for(v, i).growth);
        jb_len measure = v->pitch - v->p->em / 4;
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
        if (tick != 0)
            grid_line_at_tick(v, tick);
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
    if (lower.bottom - lower.top >= v->p->em * COMBO_LEAST_EMS / 2 &&
        covered_count(&lower) < covered_count(v))
        *v = lower;
}

static void
table_draw(const combo_canvas *v)
{
    const combo_plan *p = v->p;
    jb_len top = v->bottom + p->foot + p->names_height;
    if (p->table.n == 0)
        return;
    tabulation_draw(v->c, &p->table,
                    (jb_rect){0, top, p->width,
                              tabulation_height(&p->table)}, v->d);
    for (size_t i = 0; i < p->n; i++)
        tabulation_draw_column(&p->table, i, (jb_point){centre_of(v, i), top},
                               v->d);
}

/* Between the axes' heads and the highest labels. */
static void
arrows_draw(combo_canvas *v)
{
    const combo_plan *p = v->p;
    jb_len *tops = ARENA_ARRAY(v->c->arena, p->n, jb_len);
    for (size_t i = 0; i < p->n; i++)
        tops[i] = p->head_height;
    upright_arrows_place place = {.left = p->plot_x,
                                  .right = p->plot_x + p->plot_width,
                                  .bottom = v->bottom, .tops = tops,
                                  .pen = {.c = v->c, .d = v->d}};
    place.lines = upright_arrows_lines(v->c->arena, &p->over, p->over.lanes,
                                       &place);
    upright_arrows_draw(&p->over, p->over.lanes, &place, false);
}

void
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
    if (p->table.n > 0)
        v.bottom -= tabulation_height(&p->table);
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
    table_draw(&v);
    arrows_draw(&v);
}
