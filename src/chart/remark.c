#include "chart/remark.h"

#include <stdlib.h>

#include "chart/label.h"
#include "chart/mark.h"
#include "chart/occupied.h"

#define FORMS 3       /* of the words: in one line, in two … */
#define LINE_LEAST 5  /* em of a broken line */
#define APART 3       /* an em's third, off all that is drawn */
#define LEADER_LEAST 700  /* em/1000 … */
#define LEADER_MOST 14000 /* … longer, and the eye loses it, em/1000 */
#define TOUCH 4       /* an em's fourth, short of a mark's text … */
#define POINT 10      /* an em's tenth: what a point takes around it */
#define TOUCH_END 6   /* … and of a bar, whose end is its figure */
#define WORDS_GAP 3   /* an em's third, so that a level line is no 一 */
#define ASIDE 4       /* an em's fourth, which lines keep off all else … */
#define ASIDE_TIGHT 8 /* … where there is room */
#define FOOT_COST 3   /* em: words at the foot of a bar */
#define ASTRAY_COST 5 /* em: words nearer to other texts than to their mark */
#define OFF_ROW_COST 3 /* em: words above or below a lying bar */
#define OTHER_COST 1  /* em: words that lead to another figure of the row */

typedef struct remark_form {
    chart_label label;
    size_t n_lines;
} remark_form;

/* A place for the words, with the line to the mark. */
typedef struct remark_seat {
    const remark_form *form;
    slice mark; /* its id */
    jb_rect ink;
    jb_point from, to;
    int64_t cost;
} remark_seat;

typedef struct remark_search {
    const chart_context *c;
    occupied taken;
    jb_size size;
    jb_len em;
    jb_len aside;
    slice mark; /* its id */
    jb_len extra; /* what it costs to lead to this one */
    const display_figure *figure;
    jb_rect texts, end; /* of the mark: its label, and where its bar ends */
    remark_seat best;
} remark_search;

/* ── which mark ── */

/* NULL where it is not drawn. */
static const display_group *
mark_group(const jb_display *plot, slice id)
{
    for (size_t i = 0; i < plot->items.n; i++) {
        const display_item *item = &plot->items.at[i];
        if (item->kind == DISPLAY_GROUP_BEGIN &&
            item->group.role == ROLE_MARK && slice_equal(item->group.id, id))
            return &item->group;
    }
    return NULL;
}

#define STANDINGS 3

/* The figure that speaks for a category before all others. */
static int
standing(chart_series_role role)
{
    switch (role) {
    case SERIES_CURRENT:
    case SERIES_GROWTH:
    case SERIES_POINTS:
    case SERIES_CONTRIBUTION:
        return 0;
    case SERIES_PREVIOUS:
    case SERIES_TARGET:
    case SERIES_PACE:
        return 2;
    default:
        return 1;
    }
}

/* The mark that a remark is about, and others that stand for it: what is said
 * of a category may lead to its other figures, but not to those of other times
 * or, where series are metrics, of other metrics. */
typedef struct remark_marks {
    const display_group *own;
    const display_group **others;
    size_t n_others;
} remark_marks;

/* SIZE_MAX where none is drawn. */
static size_t
own_series(const chart_context *c, const chart_spec *spec,
           const chart_remark *remark, const jb_display *plot)
{
    size_t found = SIZE_MAX;
    int least = STANDINGS;
    for (size_t s = 0; s < spec->n_series; s++) {
        slice id = mark_id(c->arena, spec, s, remark->category);
        int rank = standing(spec->series[s].role);
        if ((remark->series != SIZE_MAX && s != remark->series) ||
            rank >= least || mark_group(plot, id) == NULL)
            continue;
        least = rank;
        found = s;
    }
    return found;
}

static remark_marks
marks_of(const chart_context *c, const chart_spec *spec,
         const chart_remark *remark, const jb_display *plot)
{
    remark_marks found = {
        .others = ARENA_ARRAY(c->arena, spec->n_series,
                              const display_group *)};
    size_t own = own_series(c, spec, remark, plot);
    for (size_t s = 0; own != SIZE_MAX && s < spec->n_series; s++) {
        const display_group *mark = mark_group(
            plot, mark_id(c->arena, spec, s, remark->category));
        bool is_other = remark->series == SIZE_MAX && mark != NULL &&
                        spec->series[s].role != SERIES_PREVIOUS &&
                        spec->series[s].role != spec->series[own].role;
        if (s == own)
            found.own = mark;
        else if (is_other)
            found.others[found.n_others++] = mark;
    }
    return found;
}

/* The last em of a bar: what is said of it is said of where it ends. */
static jb_rect
bar_end_of(const display_figure *f, jb_len em)
{
    jb_rect r = f == NULL ? (jb_rect){0, 0, 0, 0} : f->bar;
    if (f != NULL && f->has_point)
        return rect_inset((jb_rect){f->point.x, f->point.y, 1, 1},
                          -em / POINT);
    bool is_level = f != NULL && (f->side == SIDE_LEFT ||
                                  f->side == SIDE_RIGHT);
    jb_len w = is_level ? len_min(r.w, em) : r.w;
    jb_len h = is_level ? r.h : len_min(r.h, em);
    if (rect_is_empty(r))
        return r;
    return (jb_rect){f->side == SIDE_RIGHT ? r.x + r.w - w : r.x,
                     f->side == SIDE_DOWN ? r.y + r.h - h : r.y, w, h};
}

/* ── where ── */

static size_t
forms_set(const chart_context *c, slice text, jb_len most,
          remark_form *forms)
{
    label_wish wish = {.look = &c->style->label, .text = text,
                       .colour = c->style->ink};
    jb_len em = label_size(c, &c->style->label);
    jb_len whole = label_set(c, &wish).width;
    size_t n = 0;
    for (int lines = 1; lines <= FORMS; lines++) {
        wish.measure = whole / lines + em * 3 / 2;
        if (wish.measure > most || (lines > 1 &&
                                    wish.measure < em * LINE_LEAST))
            continue;
        forms[n].label = label_set(c, &wish);
        forms[n].n_lines = label_lines_count(&forms[n].label);
        n++;
    }
    return n;
}

static jb_len
clamped(jb_len v, jb_len low, jb_len high)
{
    return v < low ? low : v > high ? high : v;
}

/* Of a box along one side of the page. */
typedef struct remark_stretch {
    jb_len low, high;
} remark_stretch;

/* The two nearest points of two boxes that are apart; where they face each
 * other, in the middle of what they share. */
static void
facing(remark_stretch a, remark_stretch b, jb_len *from, jb_len *to)
{
    jb_len low = len_max(a.low, b.low), high = len_min(a.high, b.high);
    if (low <= high) {
        *from = *to = (low + high) / 2;
        return;
    }
    *from = a.high < b.low ? a.high : a.low;
    *to = clamped(*from, b.low, b.high);
}

static void
facing_points(jb_rect a, jb_rect b, jb_point *from, jb_point *to)
{
    facing((remark_stretch){a.x, a.x + a.w},
           (remark_stretch){b.x, b.x + b.w}, &from->x, &to->x);
    facing((remark_stretch){a.y, a.y + a.h},
           (remark_stretch){b.y, b.y + b.h}, &from->y, &to->y);
}

static int64_t
leader_length(jb_point from, jb_point to)
{
    return (int64_t)abs(from.x - to.x) + abs(from.y - to.y);
}

/* A line that slants looks longer than it is. */
static int64_t
leader_cost(jb_point from, jb_point to, jb_len em)
{
    jb_len across = abs(from.x - to.x), down = abs(from.y - to.y);
    jb_len slant = len_min(across, down);
    return len_max(across, down) + slant * (int64_t)3 + (slant > 0 ? em : 0);
}

/* From the words to the mark's label, or to its bar's end if that is
 * nearer. */
static void
leader_set(const remark_search *s, remark_seat *seat)
{
    int64_t least = INT64_MAX;
    const jb_rect targets[] = {rect_inset(s->texts, -s->em / TOUCH),
                               rect_inset(s->end, -s->em / TOUCH_END)};
    const jb_rect own[] = {s->texts, s->end};
    jb_rect words = rect_inset(seat->ink, -s->em / WORDS_GAP);
    for (size_t i = 0; i < 2; i++) {
        jb_point from, to;
        if (rect_is_empty(own[i]))
            continue;
        facing_points(words, targets[i], &from, &to);
        if (leader_cost(from, to, s->em) >= least)
            continue;
        least = leader_cost(from, to, s->em);
        seat->from = from;
        seat->to = to;
    }
    seat->cost = least;
}

/* On the last bit of the way the mark itself is, and only texts matter. */
static bool
leader_is_free(const remark_search *s, const remark_seat *seat)
{
    int64_t length = leader_length(seat->from, seat->to);
    jb_len skip = s->em / 4;
    if (length * 1000 < (int64_t)s->em * LEADER_LEAST ||
        length * 1000 > (int64_t)s->em * LEADER_MOST)
        return false;
    jb_point near = {
        seat->to.x + len_scale(seat->from.x - seat->to.x, skip, length),
        seat->to.y + len_scale(seat->from.y - seat->to.y, skip, length)};
    jb_rect rest = {len_min(near.x, seat->to.x), len_min(near.y, seat->to.y),
                    abs(near.x - seat->to.x), abs(near.y - seat->to.y)};
    return !occupied_crosses(&s->taken, seat->from, near, s->aside) &&
           !occupied_meets_text(&s->taken, rect_inset(rest, -s->aside),
                                s->mark);
}

/* Words beyond the zero line, from where the bar points away. */
static bool
is_at_foot(const remark_search *s, const remark_seat *seat)
{
    jb_rect bar = s->figure == NULL ? (jb_rect){0, 0, 0, 0} : s->figure->bar;
    jb_point from = seat->from;
    if (rect_is_empty(bar))
        return false;
    switch (s->figure->side) {
    case SIDE_UP:
        return from.y > bar.y + bar.h;
    case SIDE_DOWN:
        return from.y < bar.y;
    case SIDE_RIGHT:
        return from.x < bar.x;
    default:
        return from.x > bar.x + bar.w;
    }
}

/* What stands behind the last hyphen of a mark's id. */
static slice
category_of(slice id)
{
    size_t at = id.len;
    while (at > 0 && id.at[at - 1] != '-')
        at--;
    return slice_cut(id, at, id.len);
}

static bool
is_of_other(const remark_search *s, const occupied_box *b)
{
    return b->mark.len == 0 ||
           !slice_equal(category_of(b->mark), category_of(s->mark));
}

/* Words beside a lying bar belong on its row. */
static bool
is_off_row(const remark_search *s, const remark_seat *seat)
{
    if (s->figure == NULL || rect_is_empty(s->figure->bar) ||
        s->figure->side == SIDE_UP || s->figure->side == SIDE_DOWN)
        return false;
    jb_len middle = seat->ink.y + seat->ink.h / 2;
    const jb_rect *bar = &s->figure->bar;
    return middle < bar->y || middle > bar->y + bar->h;
}

static bool
is_on_row(const remark_search *s, const remark_seat *seat)
{
    return s->figure != NULL && !rect_is_empty(s->figure->bar) &&
           s->figure->side != SIDE_UP && s->figure->side != SIDE_DOWN &&
           !is_off_row(s, seat);
}

/* Whether the words would be taken for another category's: one of its texts,
 * or of the axes', is nearer than the mark. On the mark's own row, only what
 * stands there counts. */
static bool
is_astray(const remark_search *s, const remark_seat *seat)
{
    jb_len reach = (jb_len)leader_length(seat->from, seat->to) +
                   s->em / WORDS_GAP + s->em / TOUCH;
    jb_rect near = rect_inset(seat->ink, -reach);
    if (is_on_row(s, seat)) {
        near.y = seat->ink.y;
        near.h = seat->ink.h;
    }
    for (size_t i = 0; i < s->taken.boxes.n; i++) {
        const occupied_box *b = &s->taken.boxes.at[i];
        if (b->kind == OCCUPIED_TEXT && is_of_other(s, b) &&
            rect_overlaps(b->rect, near))
            return true;
    }
    return false;
}

/* Off the row of a lying bar, words must not stand on another's row, however
 * far off, nor near another's texts: they are read with those. */
static bool
is_on_other_row(const remark_search *s, const remark_seat *seat)
{
    if (!is_off_row(s, seat))
        return false;
    for (size_t i = 0; i < s->taken.boxes.n; i++) {
        const occupied_box *b = &s->taken.boxes.at[i];
        if (b->mark.len > 0 && is_of_other(s, b) &&
            b->rect.y < seat->ink.y + seat->ink.h &&
            seat->ink.y < b->rect.y + b->rect.h)
            return true;
    }
    return is_astray(s, seat);
}

/* A level line before a minus sign lengthens it. */
static bool
is_dash(const remark_search *s, const remark_seat *seat)
{
    return s->figure != NULL && decimal_sign(s->figure->value) < 0 &&
           seat->from.y == seat->to.y && seat->from.x < seat->to.x &&
           seat->to.x <= s->texts.x;
}

static void
seat_try(remark_search *s, const remark_form *form, jb_point at)
{
    remark_seat seat = {.form = form, .mark = s->mark,
                        .ink = {at.x, at.y, form->label.ink.w,
                                form->label.ink.h}};
    leader_set(s, &seat);
    seat.cost += (int64_t)(form->n_lines - 1) * s->em + s->extra;
    seat.cost += is_off_row(s, &seat) ? (int64_t)s->em * OFF_ROW_COST : 0;
    seat.cost += is_at_foot(s, &seat) ? (int64_t)s->em * FOOT_COST : 0;
    if (seat.cost >= s->best.cost ||
        seat.cost * 1000 > (int64_t)s->em * LEADER_MOST * 2)
        return;
    jb_rect room = rect_inset(seat.ink, -s->em / APART);
    if (occupied_meets(&s->taken, room) || is_on_other_row(s, &seat))
        return;
    seat.cost += (int64_t)occupied_grid_count(&s->taken, room) * s->em / 2;
    if (is_astray(s, &seat) || is_dash(s, &seat))
        seat.cost += (int64_t)s->em * ASTRAY_COST;
    if (seat.cost < s->best.cost && leader_is_free(s, &seat))
        s->best = seat;
}

/* Where the top left corner of words may be: within reach of the mark. */
static jb_rect
corners_of(const remark_search *s, const remark_form *form)
{
    jb_len w = form->label.ink.w, h = form->label.ink.h;
    jb_rect reach = rect_inset(rect_union(s->end, s->texts),
                               -len_scale(s->em, LEADER_MOST, 1000));
    jb_rect all = {0, 0, s->size.w - w + 1, s->size.h - h + 1};
    return rect_intersection((jb_rect){reach.x - w, reach.y - h, reach.w + w,
                                       reach.h + h},
                             all);
}

/* Over, under or beside the middle of a target. */
static void
middles_try(remark_search *s, const remark_form *form, jb_rect target)
{
    jb_rect in = corners_of(s, form);
    jb_point at = {target.x + target.w / 2 - form->label.ink.w / 2,
                   target.y + target.h / 2 - form->label.ink.h / 2};
    jb_len step = s->em / 2;
    if (at.x >= in.x && at.x < in.x + in.w)
        for (jb_len y = 0; y < in.h; y += step)
            seat_try(s, form, (jb_point){at.x, in.y + y});
    if (at.y >= in.y && at.y < in.y + in.h)
        for (jb_len x = 0; x < in.w; x += step)
            seat_try(s, form, (jb_point){in.x + x, at.y});
}

/* There first, then at every half em. */
static void
form_try(remark_search *s, const remark_form *form)
{
    jb_len step = s->em / 2;
    jb_rect in = corners_of(s, form);
    if (!rect_is_empty(s->end))
        middles_try(s, form, s->end);
    if (!rect_is_empty(s->texts))
        middles_try(s, form, s->texts);
    for (jb_len y = 0; y < in.h; y += step)
        for (jb_len x = 0; x < in.w; x += step)
            seat_try(s, form, (jb_point){in.x + x, in.y + y});
}

/* ── drawing ── */

static void
remark_draw(remark_search *s, const chart_spec *spec, size_t i,
            jb_display *plot)
{
    const remark_seat *seat = &s->best;
    const chart_label *label = &seat->form->label;
    const chart_remark *remark = &spec->remarks[i];
    arena *a = s->c->arena;
    jb_rect room = rect_inset(seat->ink, -s->em / 4);
    *plot = occupied_without_grid(s->c, plot, room);
    display_leader *leader = ARENA_NEW(a, display_leader);
    *leader = (display_leader){seat->from, seat->to, seat->mark};
    display_group_begin(
        plot, (display_group){
                  .role = ROLE_MARK,
                  .id = slice_printf(a, "%.*s-remark-%zu",
                                     SLICE_ARGS(spec->id), i + 1),
                  .title = slice_printf(a, "批注：%.*s，%.*s",
                                        SLICE_ARGS(remark->name),
                                        SLICE_ARGS(remark->text)),
                  .leader = leader});
    display_line(plot, seat->from, seat->to, s->c->style->zero_width,
                 s->c->style->muted);
    label_draw(plot, label, (jb_point){seat->ink.x - label->ink.x,
                                       seat->ink.y - label->ink.y});
    display_group_end(plot);
}

/* The best place for words that lead to this mark, if it is better than what
 * there is. */
static void
mark_try(remark_search *s, const display_group *mark, const occupied *all,
         const remark_form *forms, size_t n)
{
    s->texts = occupied_by_mark(all, mark->id, OCCUPIED_TEXT);
    s->mark = mark->id;
    s->figure = mark->figure;
    s->end = bar_end_of(mark->figure, s->em);
    if (rect_is_empty(s->end) && rect_is_empty(s->texts))
        return;
    for (size_t k = 0; k < n; k++) {
        jb_rect in = corners_of(s, &forms[k]);
        in.w += forms[k].label.ink.w;
        in.h += forms[k].label.ink.h;
        s->taken = occupied_within(all, rect_inset(in, -s->em));
        form_try(s, &forms[k]);
    }
}

static bool
remark_place(const remarks_wish *w, size_t i, jb_display *plot)
{
    const chart_context *c = w->c;
    const chart_spec *spec = w->spec;
    remark_search s = {.c = c, .size = w->size,
                       .em = label_size(c, &c->style->label),
                       .best.cost = INT64_MAX};
    s.aside = s.em / (w->is_tight ? ASIDE_TIGHT : ASIDE);
    remark_form forms[FORMS];
    remark_marks marks = marks_of(c, spec, &spec->remarks[i], plot);
    if (marks.own == NULL)
        return spec->n_parts > 1;
    occupied all = occupied_from(c, plot);
    size_t n = forms_set(c, spec->remarks[i].text, w->size.w, forms);
    mark_try(&s, marks.own, &all, forms, n);
    s.extra = s.em * OTHER_COST;
    for (size_t k = 0; k < marks.n_others; k++)
        mark_try(&s, marks.others[k], &all, forms, n);
    if (s.best.form == NULL)
        return false;
    remark_draw(&s, spec, i, plot);
    return true;
}

remarks_placed
remarks_place(const remarks_wish *w, jb_display *plot)
{
    remarks_placed out = {
        ARENA_ARRAY(w->c->arena, w->spec->n_remarks, bool), 0};
    for (size_t i = 0; i < w->spec->n_remarks; i++) {
        out.is_placed[i] = remark_place(w, i, plot);
        out.n_left += !out.is_placed[i];
    }
    return out;
}

slice
remark_note(arena *a, const chart_remark *remark)
{
    bool has_end = slice_ends_with(remark->text, SLICE_OF("。"));
    return slice_printf(a, "注：%.*s，%.*s%s", SLICE_ARGS(remark->name),
                        SLICE_ARGS(remark->text), has_end ? "" : "。");
}
