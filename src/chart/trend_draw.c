/* Lines are laid down first; then words find room among them: the last figures
 * in the margin, the others above or below their points. What is drawn last
 * is drawn in the order of reading. */
#include <math.h>
#include <stdlib.h>

#include "chart/occupied.h"
#include "chart/spread.h"
#include "chart/trend.h"

#define DOT 9          /* radius in twentieths of an em, /2 */
#define STROKE 6       /* a line's width: an em's sixth */
#define HALO 5         /* of ground around a dot, in widths of its rim */
#define DASH 2         /* widths of the line: a dash, and what parts two */
#define CLEAR 5        /* between words and lines: an em's fifth */
#define SEAT_STEP 2    /* seats lie half an em apart */
#define LEADER_LEAST 2 /* of seats that need no line to their point */

typedef struct trend_canvas {
    const chart_context *c;
    const trend_plan *p;
    jb_display *d;
    jb_len top, bottom;
    jb_rect within;  /* where words may stand, but for the margin's */
    occupied taken;
    const jb_rect *words; /* once they have their places; then dots */
    size_t n_words;
} trend_canvas;

/* The words of a line's last figure, or of a guide, in the margin. */
typedef struct trend_tag {
    jb_len wanted, y, height; /* of its top */
    const trend_line *line;   /* or */
    size_t guide;
} trend_tag;

jb_len
trend_x(const trend_plan *p, size_t slot)
{
    if (p->time.n < 2)
        return p->plot_x + p->plot_width / 2;
    return p->plot_x + len_scale(p->plot_width, (int64_t)slot,
                                 (int64_t)p->time.n - 1);
}

static jb_len
y_of(const trend_canvas *v, double value)
{
    const chart_axis *axis = &v->p->ticks.axis;
    double share = (value - axis->low) / (axis->high - axis->low);
    return v->bottom - len_from(share * (v->bottom - v->top));
}

/* Where the grid begins; its labels end half an em before. */
static jb_len
grid_left(const trend_canvas *v)
{
    return v->p->plot_x - v->p->em / 2;
}

static jb_point
place_of(const trend_canvas *v, const trend_point *point)
{
    return (jb_point){trend_x(v->p, point->slot), y_of(v, point->value)};
}

/* ── lines ── */

/* To a point that is only expected, or over months without a figure. */
static bool
is_dotted(const trend_line *line, size_t i)
{
    return line->at[i].is_expected ||
           line->at[i].slot > line->at[i - 1].slot + 1;
}

static jb_len
stroke_width(const trend_canvas *v)
{
    return len_max(v->p->em / STROKE, LEN_OF_PT(1.25));
}

/* Dashes of a length that begins and ends the way with one; each is a stroke
 * of its own, so that no renderer's count of them drifts. */
static void
dashes_add(const trend_canvas *v, jb_path *path, jb_point from, jb_point to)
{
    jb_len dash = stroke_width(v) * DASH;
    int64_t n = 2 * (int64_t)(hypot(to.x - from.x, to.y - from.y) / 2 /
                              dash) + 1;
    for (int64_t i = 0; i < n; i += 2) {
        jb_point a = {from.x + len_scale(to.x - from.x, i, n),
                      from.y + len_scale(to.y - from.y, i, n)};
        jb_point b = {from.x + len_scale(to.x - from.x, i + 1, n),
                      from.y + len_scale(to.y - from.y, i + 1, n)};
        path_move(v->c->arena, path, a);
        path_line(v->c->arena, path, b);
    }
}

static void
line_draw(const trend_canvas *v, const trend_line *line, jb_display *d)
{
    jb_path solid = {0}, dotted = {0};
    jb_paint paint = {.stroke = line->colour, .width = stroke_width(v),
                      .join = JOIN_ROUND, .cap = CAP_ROUND};
    for (size_t i = 1; i < line->n; i++) {
        jb_point from = place_of(v, &line->at[i - 1]);
        jb_point to = place_of(v, &line->at[i]);
        if (is_dotted(line, i)) {
            dashes_add(v, &dotted, from, to);
            continue;
        }
        if (i == 1 || is_dotted(line, i - 1))
            path_move(d->arena, &solid, from);
        path_line(d->arena, &solid, to);
    }
    if (solid.points.n > 0)
        display_path(d, solid, paint);
    paint.width = paint.width * 2 / 3;
    paint.cap = CAP_BUTT;
    if (dotted.points.n > 0)
        display_path(d, dotted, paint);
}

/* ── dots ── */

/* Corners of a square, two triangles, a diamond and a hexagon, in thousandths
 * of the radius: lines are told apart without their colours. */
typedef struct dot_shape {
    int n;
    int corners[6][2];
} dot_shape;

static const dot_shape SHAPES[] = {
    {0, {{0, 0}}}, /* a circle */
    {4, {{-900, -900}, {900, -900}, {900, 900}, {-900, 900}}},
    {3, {{0, -1200}, {1100, 800}, {-1100, 800}}},
    {4, {{0, -1250}, {1250, 0}, {0, 1250}, {-1250, 0}}},
    {3, {{0, 1200}, {1100, -800}, {-1100, -800}}},
    {6, {{-600, -1000}, {600, -1000}, {1150, 0}, {600, 1000}, {-600, 1000},
         {-1150, 0}}},
};
_Static_assert(sizeof SHAPES / sizeof *SHAPES == TREND_LINES_MOST,
               "a shape for each line");

static jb_len
dot_radius(const trend_canvas *v)
{
    return v->p->em * DOT / 40;
}

static jb_path
dot_path(const trend_canvas *v, const trend_line *line, jb_point at)
{
    const dot_shape *s = &SHAPES[line->shape];
    arena *a = v->c->arena;
    jb_len r = dot_radius(v);
    jb_path path = {0};
    if (s->n == 0)
        path_round_rect(a, &path, (jb_rect){at.x - r, at.y - r, 2 * r, 2 * r},
                        r);
    for (int i = 0; i < s->n; i++) {
        jb_point corner = {at.x + len_scale(r, s->corners[i][0], 1000),
                           at.y + len_scale(r, s->corners[i][1], 1000)};
        if (i == 0)
            path_move(a, &path, corner);
        else
            path_line(a, &path, corner);
    }
    if (s->n > 0)
        path_close(a, &path);
    return path;
}

/* The zero line goes on under the ground about a dot, which would cut it. */
static void
zero_mend(const trend_canvas *v, jb_point dot, jb_len halo, jb_display *d)
{
    const chart_axis *axis = &v->p->ticks.axis;
    jb_len y = y_of(v, 0), reach = dot_radius(v) * 5 / 4 + halo;
    double off = y - dot.y, half = (double)reach * reach - off * off;
    if (axis->first > 0 || axis->last < 0 || half <= 0)
        return;
    jb_len to = len_from(sqrt(half));
    jb_len right = v->p->plot_x + v->p->plot_width;
    grid_line line = grid_line_at(
        v->c->style, (jb_point){len_max(dot.x - to, grid_left(v)), y},
        (jb_point){len_min(dot.x + to, right), y}, true);
    grid_line_draw(v->c->arena, d, &line, v->words, v->n_words);
}

static void
dot_draw(const trend_canvas *v, const trend_line *line,
         const trend_point *point, jb_display *d)
{
    bool is_told = point->label.paragraph != NULL;
    if (!v->p->has_dots && !is_told)
        return;
    jb_paint paint = {.fill = line->colour, .stroke = line->colour,
                      .width = stroke_width(v) / 2};
    if (point->is_expected)
        paint.fill = v->c->style->ground;
    jb_path path = dot_path(v, line, place_of(v, point));
    display_path(d, path, (jb_paint){.stroke = v->c->style->ground,
                                     .width = paint.width * HALO,
                                     .join = JOIN_ROUND});
    zero_mend(v, place_of(v, point), paint.width * HALO / 2, d);
    display_path(d, path, paint);
}

/* What words keep off. */
static void
lines_take(trend_canvas *v)
{
    jb_display ink = {.arena = v->c->arena};
    for (size_t k = 0; k < v->p->n_lines; k++) {
        const trend_line *line = &v->p->lines[k];
        line_draw(v, line, &ink);
        for (size_t i = 0; i < line->n; i++)
            dot_draw(v, line, &line->at[i], &ink);
    }
    v->taken = occupied_from(v->c, &ink);
}

static void
words_take(trend_canvas *v, jb_rect rect)
{
    occupied_box box = {rect, OCCUPIED_TEXT, {NULL, 0}};
    ARRAY_PUSH(v->taken.arena, &v->taken.boxes, box);
}

/* ── the axis ── */

/* Where the first point's figure may begin: beside a tick's it would be read
 * with it, 1 0.5. */
static jb_len
values_left(const trend_canvas *v)
{
    return v->p->ticks.n > 0 ? v->p->plot_x : v->within.x;
}

static jb_point
tick_place(const trend_canvas *v, size_t k)
{
    const grid_ticks *t = &v->p->ticks;
    const chart_label *l = &t->labels[k];
    jb_len y = y_of(v, axis_tick_value(&t->axis, t->axis.first + (int)k));
    return (jb_point){grid_left(v) - v->p->em / 2 - l->width,
                      y - l->height / 2};
}

static void
ticks_take(trend_canvas *v)
{
    const grid_ticks *t = &v->p->ticks;
    for (size_t k = 0; k < t->n; k++)
        words_take(v, label_ink_at(&t->labels[k], tick_place(v, k)));
}

/* The grid keeps off words and dots, the zero line off words alone. */
static void
ticks_draw(trend_canvas *v, size_t n_inks)
{
    const trend_plan *p = v->p;
    const chart_axis *axis = &p->ticks.axis;
    jb_len right = p->plot_x + p->plot_width;
    for (int tick = axis->first; tick <= axis->last; tick++) {
        jb_len y = y_of(v, axis_tick_value(axis, tick));
        grid_line line = grid_line_at(v->c->style,
                                      (jb_point){grid_left(v), y},
                                      (jb_point){right, y}, tick == 0);
        grid_line_draw(v->c->arena, v->d, &line, v->words,
                       tick == 0 ? v->n_words : n_inks);
    }
    for (size_t k = 0; k < p->ticks.n; k++)
        label_draw(v->d, &p->ticks.labels[k], tick_place(v, k));
}

/* ── the margin ── */

static int
by_wish(const void *a, const void *b)
{
    const trend_tag *x = a, *y = b;
    if (x->wanted != y->wanted)
        return x->wanted < y->wanted ? -1 : 1;
    return (x->guide > y->guide) - (x->guide < y->guide);
}

static const trend_point *
last_of(const trend_line *line)
{
    return &line->at[line->n - 1];
}

/* The last figure has its place in the margin, if the line goes so far. */
static bool
is_in_margin(const trend_canvas *v, const trend_line *line, size_t i)
{
    return i + 1 == line->n && line->at[i].slot + 1 == v->p->time.n;
}

static size_t
tags_gather(const trend_canvas *v, trend_tag *tags)
{
    const trend_plan *p = v->p;
    size_t n = 0;
    for (size_t k = 0; k < p->n_lines; k++) {
        const trend_line *line = &p->lines[k];
        if (line->n == 0)
            continue;
        const chart_label *value = &last_of(line)->label;
        jb_len y = place_of(v, last_of(line)).y - value->height / 2;
        bool is_told = is_in_margin(v, line, line->n - 1);
        if (is_told || line->name.paragraph != NULL)
            tags[n++] = (trend_tag){
                y, y,
                len_max(is_told ? value->height : 0, line->name.height), line,
                k};
    }
    for (size_t i = 0; i < p->guides.n; i++) {
        const bar_guide *g = &p->guides.at[i];
        jb_len y = y_of(v, (g->low + g->high) / 2) -
                   p->guide_words[i].height / 2;
        tags[n++] = (trend_tag){y, y, p->guide_words[i].height, NULL, i};
    }
    qsort(tags, n, sizeof *tags, by_wish);
    return n;
}

static void
tags_spread(const trend_canvas *v, trend_tag *tags, size_t n)
{
    spread_item *items = ARENA_ARRAY(v->c->arena, n, spread_item);
    for (size_t i = 0; i < n; i++)
        items[i] = (spread_item){tags[i].wanted, 0, tags[i].height};
    spread_apart(items, n, v->within.y, v->within.y + v->within.h,
                 v->p->em / 4);
    for (size_t i = 0; i < n; i++)
        tags[i].y = items[i].at;
}

static jb_len
margin_x(const trend_canvas *v)
{
    return v->p->plot_x + v->p->plot_width + v->p->em * 3 / 4;
}

/* From the end of a line, or a guide, to words that stand higher or lower. */
static void
leader_draw(const trend_canvas *v, const trend_tag *tag, jb_display *d)
{
    jb_len em = v->p->em, end = v->p->plot_x + v->p->plot_width;
    bool is_line = tag->line != NULL;
    jb_len first = is_line ? last_of(tag->line)->label.height : tag->height;
    jb_point from = {end, tag->wanted + first / 2};
    jb_point to = {margin_x(v) - em / 5, tag->y + first / 2};
    if (abs(to.y - from.y) <= em / 2 ||
        (is_line && !is_in_margin(v, tag->line, tag->line->n - 1)))
        return;
    from.x += is_line ? dot_radius(v) + em / 8 : 0;
    display_line(d, from, to, v->c->style->grid_width,
                 is_line ? tag->line->colour : v->c->style->accent);
}

static jb_point
value_place(const trend_canvas *v, const trend_tag *tag)
{
    return (jb_point){margin_x(v), tag->y};
}

/* Behind the figure, or alone where the figure is not in the margin. */
static jb_point
name_place(const trend_canvas *v, const trend_tag *tag)
{
    jb_point at = value_place(v, tag);
    if (is_in_margin(v, tag->line, tag->line->n - 1))
        at.x += last_of(tag->line)->label.width + v->p->em / 2;
    return at;
}

static void
tag_draw(const trend_canvas *v, const trend_tag *tag, jb_display *d)
{
    jb_point at = value_place(v, tag);
    if (tag->line == NULL) {
        label_draw(d, &v->p->guide_words[tag->guide], at);
        return;
    }
    label_draw(d, &tag->line->name, name_place(v, tag));
}

/* ── words beside points ── */

static bool
is_free(const trend_canvas *v, jb_rect ink)
{
    return rect_contains(v->within, ink) &&
           !occupied_meets(&v->taken, rect_inset(ink, -v->p->em / CLEAR));
}

/* Above a point that the line does not rise from, else below. */
static bool
goes_above(const trend_line *line, size_t i)
{
    double own = line->at[i].value, around = 0;
    int n = 0;
    if (i > 0) {
        around += line->at[i - 1].value;
        n++;
    }
    if (i + 1 < line->n) {
        around += line->at[i + 1].value;
        n++;
    }
    return n == 0 || own * n >= around;
}

/* Seat 0 is next to the point where it is wanted, 1 on its other side, 2
 * farther off … */
static jb_point
seat_at(const trend_canvas *v, const trend_line *line, size_t i, int seat)
{
    const trend_point *point = &line->at[i];
    jb_point dot = place_of(v, point);
    jb_len em = v->p->em;
    jb_len by = dot_radius(v) + em / 3 + seat / 2 * em / SEAT_STEP;
    bool is_above = goes_above(line, i) == (seat % 2 == 0);
    jb_len x = dot.x - point->label.width / 2;
    x = len_max(values_left(v),
                len_min(x, v->within.x + v->within.w - point->label.width));
    return (jb_point){x, is_above ? dot.y - by - point->label.height
                                  : dot.y + by};
}

/* From the point to words farther off, which it stops short of. */
static jb_rect
leader_way(const trend_canvas *v, jb_point point, jb_rect ink)
{
    jb_len short_of = v->p->em / CLEAR;
    bool is_above = ink.y < point.y;
    jb_len from = is_above ? ink.y + ink.h + short_of : point.y;
    jb_len to = is_above ? point.y : ink.y - short_of;
    return (jb_rect){point.x, from, 1, len_max(to - from, 0)};
}

static bool
needs_leader(int seat)
{
    return seat / 2 >= LEADER_LEAST;
}

/* Whether words so far off would be taken for those of another line's point,
 * over or under the own one. */
static bool
passes_another(const trend_canvas *v, const trend_line *line, size_t i,
               jb_rect ink)
{
    jb_len own = place_of(v, &line->at[i]).y, r = dot_radius(v);
    jb_len high = len_min(own, ink.y) - r;
    jb_len low = len_max(own, ink.y + ink.h) + r;
    for (size_t k = 0; k < v->p->n_lines; k++) {
        const trend_line *other = &v->p->lines[k];
        for (size_t j = 0; j < other->n && other != line; j++) {
            jb_len y = place_of(v, &other->at[j]).y;
            if (other->at[j].slot == line->at[i].slot && y > high && y < low)
                return true;
        }
    }
    return false;
}

/* The nearest seat that is free, with a free way to it; -1: there is none. */
static int
seat_find(const trend_canvas *v, const trend_line *line, size_t i)
{
    const trend_point *point = &line->at[i];
    int most = 2 * (v->within.h * SEAT_STEP / v->p->em + 1);
    for (int seat = 0; seat < most; seat++) {
        jb_rect ink = label_ink_at(&point->label, seat_at(v, line, i, seat));
        if (!is_free(v, ink) ||
            (needs_leader(seat) && passes_another(v, line, i, ink)))
            continue;
        jb_rect way = rect_inset(leader_way(v, place_of(v, point), ink),
                                 -v->p->em / CLEAR);
        if (!needs_leader(seat) ||
            !occupied_meets_text(&v->taken, way, SLICE_OF("-")))
            return seat;
    }
    return -1;
}

/* Where every label stands, the last of each line in the margin. */
typedef struct trend_seats {
    jb_point **points; /* of each line … */
    int **seats;       /* … and which seat that is; -1: not told */
    jb_point *words;   /* … */
    bool *is_told;
    trend_tag *tags;
    size_t n_tags;
    ARRAY(jb_rect) inks;
} trend_seats;

static void
keep(trend_canvas *v, trend_seats *s, const chart_label *label, jb_point at)
{
    if (label->paragraph == NULL)
        return;
    jb_rect ink = label_ink_at(label, at);
    words_take(v, ink);
    ARRAY_PUSH(v->c->arena, &s->inks, ink);
}

static void
tags_seat(trend_canvas *v, trend_seats *s)
{
    const trend_plan *p = v->p;
    s->tags = ARENA_ARRAY(v->c->arena, p->n_lines + p->guides.n, trend_tag);
    s->n_tags = tags_gather(v, s->tags);
    tags_spread(v, s->tags, s->n_tags);
    for (size_t i = 0; i < s->n_tags; i++) {
        const trend_tag *tag = &s->tags[i];
        jb_point at = value_place(v, tag);
        if (tag->line == NULL) {
            keep(v, s, &p->guide_words[tag->guide], at);
            continue;
        }
        size_t k = (size_t)(tag->line - p->lines), last = tag->line->n - 1;
        if (is_in_margin(v, tag->line, last)) {
            s->points[k][last] = at;
            keep(v, s, &last_of(tag->line)->label, at);
        }
        keep(v, s, &tag->line->name, name_place(v, tag));
    }
}

static void
line_seat(trend_canvas *v, trend_seats *s, size_t k)
{
    const trend_line *line = &v->p->lines[k];
    for (size_t i = 0; i < line->n; i++) {
        const trend_point *point = &line->at[i];
        if (is_in_margin(v, line, i))
            continue;
        s->seats[k][i] = point->label.paragraph == NULL
                             ? -1
                             : seat_find(v, line, i);
        if (s->seats[k][i] < 0)
            continue;
        s->points[k][i] = seat_at(v, line, i, s->seats[k][i]);
        keep(v, s, &point->label, s->points[k][i]);
        if (needs_leader(s->seats[k][i]))
            words_take(v, leader_way(v, place_of(v, point),
                                     label_ink_at(&point->label,
                                                  s->points[k][i])));
    }
}

/* A word stands at the foot, or over what is there. */
static void
word_seat(trend_canvas *v, trend_seats *s, size_t i)
{
    const trend_word *word = &v->p->words[i];
    jb_len em = v->p->em, most = v->within.w - word->label.width;
    jb_len x = trend_x(v->p, word->slot) - word->label.width / 2;
    jb_point at = {len_max(0, len_min(x, most)),
                   v->bottom - word->label.height - em / 4};
    while (at.y > v->within.y && !is_free(v, label_ink_at(&word->label, at)))
        at.y -= em / 2;
    s->is_told[i] = at.y > v->within.y;
    s->words[i] = at;
    if (s->is_told[i])
        keep(v, s, &word->label, at);
}

static trend_seats
seats_find(trend_canvas *v)
{
    const trend_plan *p = v->p;
    arena *a = v->c->arena;
    trend_seats s = {.points = ARENA_ARRAY(a, p->n_lines, jb_point *),
                     .seats = ARENA_ARRAY(a, p->n_lines, int *),
                     .words = ARENA_ARRAY(a, p->n_words, jb_point),
                     .is_told = ARENA_ARRAY(a, p->n_words, bool)};
    for (size_t k = 0; k < p->n_lines; k++) {
        s.points[k] = ARENA_ARRAY(a, p->lines[k].n, jb_point);
        s.seats[k] = ARENA_ARRAY(a, p->lines[k].n, int);
    }
    tags_seat(v, &s);
    for (size_t k = 0; k < p->n_lines; k++)
        line_seat(v, &s, k);
    for (size_t i = 0; i < p->n_words; i++)
        word_seat(v, &s, i);
    return s;
}

/* What lines of the grid keep off, words and dots. */
static void
dots_keep(trend_canvas *v, trend_seats *s)
{
    for (size_t k = 0; k < v->p->n_lines; k++)
        for (size_t i = 0; i < v->p->lines[k].n; i++) {
            const trend_point *point = &v->p->lines[k].at[i];
            jb_point at = place_of(v, point);
            jb_rect dot = {at.x, at.y, 1, 1};
            if (v->p->has_dots || point->label.paragraph != NULL)
                ARRAY_PUSH(v->c->arena, &s->inks,
                           rect_inset(dot, -dot_radius(v) * 3 / 2));
        }
}

/* ── drawing ── */

static void
guides_draw(trend_canvas *v, const trend_seats *s)
{
    const trend_plan *p = v->p;
    jb_len left = grid_left(v), right = p->plot_x + p->plot_width;
    guide_obstacles clear =
        guide_obstacles_from(v->c->arena, s->inks.at, s->inks.n, 0);
    for (size_t i = 0; i < p->guides.n; i++) {
        const bar_guide *g = &p->guides.at[i];
        jb_len low = y_of(v, g->low), high = y_of(v, g->high);
        guide_ends ends = {
            grid_reference_at(v->c->style, (jb_point){left, low},
                              (jb_point){right, low}),
            grid_reference_at(v->c->style, (jb_point){left, high},
                              (jb_point){right, high})};
        guide_draw(v->c, g, ends, &clear, v->d);
    }
}

static void
point_draw(trend_canvas *v, const trend_line *line, size_t i,
           const trend_seats *s)
{
    const trend_point *point = &line->at[i];
    size_t k = (size_t)(line - v->p->lines);
    int seat = s->seats[k][i];
    mark_name name = point->name;
    name.is_unlabelled = seat < 0;
    mark_begin_point(v->d, name, place_of(v, point), 0);
    if (needs_leader(seat)) {
        jb_rect way = leader_way(v, place_of(v, point),
                                 label_ink_at(&point->label,
                                              s->points[k][i]));
        display_line(v->d, (jb_point){way.x, way.y},
                     (jb_point){way.x, way.y + way.h},
                     v->c->style->grid_width, line->colour);
    }
    dot_draw(v, line, point, v->d);
    if (seat >= 0)
        label_draw(v->d, &point->label, s->points[k][i]);
    display_group_end(v->d);
}

/* Those that give way, or the others, which lie over them. */
static void
lines_draw_if(trend_canvas *v, const trend_seats *s, bool is_receded)
{
    const trend_plan *p = v->p;
    for (size_t k = 0; k < p->n_lines; k++)
        if (p->lines[k].is_receded == is_receded)
            line_draw(v, &p->lines[k], v->d);
    for (size_t k = 0; k < p->n_lines; k++) {
        bool is_drawn = p->lines[k].is_receded == is_receded;
        for (size_t i = 0; i < p->lines[k].n && is_drawn; i++)
            point_draw(v, &p->lines[k], i, s);
    }
}

static void
lines_draw(trend_canvas *v, const trend_seats *s)
{
    const trend_plan *p = v->p;
    for (size_t i = 0; i < s->n_tags; i++)
        leader_draw(v, &s->tags[i], v->d);
    lines_draw_if(v, s, true);
    lines_draw_if(v, s, false);
    for (size_t i = 0; i < p->n_words; i++) {
        mark_name name = p->words[i].name;
        name.is_unlabelled = !s->is_told[i];
        mark_begin(v->c->style, v->d, name, NULL, 0);
        if (s->is_told[i])
            label_draw(v->d, &p->words[i].label, s->words[i]);
        display_group_end(v->d);
    }
    for (size_t i = 0; i < s->n_tags; i++)
        tag_draw(v, &s->tags[i], v->d);
}

/* Names of periods under their slots, kept within the picture. */
static void
name_draw(trend_canvas *v, const chart_label *label, size_t slot, jb_len y)
{
    jb_len x = trend_x(v->p, slot) - label->width / 2;
    x = len_max(0, len_min(x, v->p->width - label->width));
    label_draw(v->d, label, (jb_point){x, y});
}

static void
time_draw(trend_canvas *v, size_t n, jb_len y)
{
    const trend_time *t = &v->p->time;
    for (size_t i = 0; i < n; i++) {
        name_draw(v, &t->names[i], t->slots[i], y);
        name_draw(v, &t->years[i], t->slots[i], y + t->years_y);
    }
}

void
trend_draw(const chart_context *c, const chart_plan *base, jb_size size,
           jb_display *d)
{
    const trend_plan *p = (const trend_plan *)base;
    trend_canvas v = {.c = c, .p = p, .d = d, .top = p->head_height,
                      .bottom = size.h - p->time.names_height - p->foot};
    jb_len top = p->head.height + p->em / 5;
    jb_len bottom = v.bottom + p->foot - p->em / 2;
    v.within = (jb_rect){0, top, p->plot_x + p->plot_width, bottom - top};
    label_draw(d, &p->head, (jb_point){0, 0});
    lines_take(&v);
    ticks_take(&v);
    trend_seats s = seats_find(&v);
    size_t n_words = s.inks.n;
    dots_keep(&v, &s);
    v.words = s.inks.at;
    v.n_words = n_words;
    ticks_draw(&v, s.inks.n);
    guides_draw(&v, &s);
    lines_draw(&v, &s);
    time_draw(&v, p->time.n_names, v.bottom + p->foot);
}
