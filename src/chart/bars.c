#include "chart/bars.h"

#include <math.h>

#include "chart/outlier.h"

#define SPARSE_SHARE 300 /* of the pitch, /1000, where columns are few, … */
#define SPARSE_TIMES 2   /* … up to so many times the usual width */
#define INNER_SHARE 560 /* of the outer bar's thickness, /1000 */
#define TICK_CLEAR LEN_OF_PT(3) /* of a bar's end, or the tick parts there */

jb_len
bars_widest(jb_len usual, jb_len pitch, jb_len slots)
{
    jb_len sparse = len_scale(pitch, SPARSE_SHARE, 1000) / slots;
    return len_max(usual, len_min(sparse, usual * SPARSE_TIMES));
}

size_t
bars_rows_count(const bar_panels *p)
{
    size_t n = 0;
    for (size_t i = 0; i < p->n; i++)
        n += p->at[i].n_rows;
    return n;
}

static bar *
bar_at(const bar_panel *p, size_t i)
{
    return &p->rows[i / p->n_bars].bars[i % p->n_bars];
}

static size_t
values_of(const bar_panel *p, double *values)
{
    size_t n = 0;
    for (size_t i = 0; i < p->n_rows * p->n_bars; i++)
        if (bar_at(p, i)->has_value)
            values[n++] = bar_at(p, i)->value;
    return n;
}

static void
bar_add_to_domain(bar_panel *p, bar *b, double limit)
{
    if (!b->has_value)
        return;
    b->is_broken = fabs(b->value) > limit;
    if (b->is_broken) {
        p->has_break_high |= b->value > 0;
        p->has_break_low |= b->value < 0;
    } else {
        p->high = fmax(p->high, fmax(b->start, b->start + b->value));
        p->low = fmin(p->low, fmin(b->start, b->start + b->value));
    }
}

bool
bars_outliers(arena *scratch, const bar_panel *p, double *limit)
{
    double *values = ARENA_ARRAY(scratch, p->n_rows * p->n_bars, double);
    return outlier_limit(scratch, values, values_of(p, values), limit);
}

/* A guide beyond the break has no place on the axis. */
static void
guides_add_to_domain(bar_panel *p, double limit)
{
    for (size_t i = 0; i < p->guides.n; i++) {
        bar_guide *g = &p->guides.at[i];
        g->is_beyond = g->high > limit || g->low < -limit;
        if (g->is_beyond)
            continue;
        p->high = fmax(p->high, g->high);
        p->low = fmin(p->low, g->low);
    }
}

chart_axis
bars_axis(const bar_panel *p, int target)
{
    chart_axis axis = p->is_whole ? axis_from_whole(p->low, p->high, target)
                                  : axis_from(p->low, p->high, target);
    return p->has_break_high ? axis : axis_trimmed(axis);
}

static bool
is_whole(double value)
{
    return fabs(value - round(value)) < 1e-9;
}

static bool
panel_is_whole(const bar_panel *p)
{
    for (size_t i = 0; i < p->n_rows * p->n_bars; i++)
        if (bar_at(p, i)->has_value &&
            !is_whole(bar_at(p, i)->value))
            return false;
    if (p->is_held && (!is_whole(p->held_low) || !is_whole(p->held_high)))
        return false;
    for (size_t i = 0; i < p->guides.n; i++)
        if (!is_whole(p->guides.at[i].low) || !is_whole(p->guides.at[i].high))
            return false;
    return true;
}

size_t
bars_break(arena *scratch, bar_panel *p, bool can_break)
{
    size_t n = p->n_rows * p->n_bars, n_broken = 0;
    double limit = INFINITY;
    if (can_break)
        bars_outliers(scratch, p, &limit);
    p->is_whole = panel_is_whole(p);
    p->low = p->high = 0;
    for (size_t i = 0; i < n; i++) {
        bar_add_to_domain(p, bar_at(p, i), limit);
        n_broken += bar_at(p, i)->is_broken;
    }
    guides_add_to_domain(p, n_broken > 0 ? limit : INFINITY);
    if (p->is_held) {
        p->low = fmin(p->low, p->held_low);
        p->high = fmax(p->high, p->held_high);
    }
    /* A broken bar is no shorter than any whole one, on either side. */
    if (p->has_break_high)
        p->high = fmax(p->high, limit);
    if (p->has_break_low)
        p->low = fmin(p->low, -limit);
    return n_broken;
}

bool
bars_has_low_words(const bar_panel *p)
{
    return p->low < 0 && p->high <= 0;
}

bool
bar_is_low(const bar_panel *p, const bar *b)
{
    if (b->has_value && b->value != 0)
        return b->value < 0;
    return bars_has_low_words(p);
}

double
bar_end(const bar *b, const chart_axis *axis)
{
    if (!b->has_value)
        return 0;
    if (!b->is_broken)
        return b->value;
    return b->value > 0 ? axis->high : axis->low;
}

void
bar_unlabel(bar *b)
{
    b->label = (chart_label){0};
    b->name.is_unlabelled = true;
}

size_t
bars_slots(const bar_panel *p)
{
    return p->is_overlapped ? 1 : p->n_bars;
}

const bar *
bar_at_seat(bar_seat s)
{
    return &s.row->bars[s.i];
}

/* Where a bar hangs free of zero, its label, if it is wide, is on its side that
 * is further from zero, so as not to stand across it. */
bool
bar_label_is_low(bar_seat s)
{
    const bar *b = bar_at_seat(s);
    bool hangs = s.panel->is_cascade && !s.is_upright && b->has_value &&
                 b->value != 0 && b->start != 0 &&
                 (b->start > 0) == (b->start + b->value >= 0);
    return hangs ? b->start < 0 : bar_is_low(s.panel, b);
}

jb_len
bar_thickness(bar_seat s, jb_len thickness)
{
    return s.panel->is_overlapped && s.i > 0
               ? len_scale(thickness, INNER_SHARE, 1000)
               : thickness;
}

bar_mark
bar_mark_of(bar_seat s, const chart_axis *axis, const chart_fit *fit,
            jb_len thickness)
{
    const bar *b = bar_at_seat(s);
    return (bar_mark){.length = len_from(fit->k * fabs(bar_end(b, axis))),
                      .thickness = bar_thickness(s, thickness),
                      .colour = b->colour, .fill = b->fill,
                      .is_broken = b->is_broken,
                      .bound = b->value != 0 ? b->bound : BOUND_EXACT};
}

jb_len
bars_label_gap(const style_chart *style)
{
    return len_max(style->label.size, style->min_text) / 3;
}

static jb_len
tail_of(const style_chart *style, const bar *b)
{
    bar_mark m = {.is_broken = b->is_broken,
                  .bound = b->value != 0 ? b->bound : BOUND_EXACT};
    return mark_tail(style, &m);
}

static jb_len
label_extent(const chart_context *c, bar_seat s)
{
    const chart_label *l = &bar_at_seat(s)->label;
    if (l->paragraph == NULL)
        return 0;
    return bars_label_gap(c->style) + (s.is_upright ? l->height : l->width);
}

/* Whether the labels of two bars of a row follow each other on one side. */
static bool
shares_side(bar_seat s, size_t other)
{
    if (other == s.i)
        return true;
    return s.panel->is_overlapped &&
           bar_is_low(s.panel, &s.row->bars[other]) ==
               bar_is_low(s.panel, bar_at_seat(s));
}

/* What stands on the bar's side between zero and its label. */
typedef struct label_base {
    double value; /* of the furthest bar */
    jb_len tail;
    jb_len labels; /* of the bars before which it stands */
} label_base;

static label_base
label_base_of(const chart_context *c, bar_seat s, const chart_axis *axis)
{
    label_base base = {0, 0, 0};
    for (size_t j = 0; j < s.panel->n_bars; j++) {
        const bar *b = &s.row->bars[j];
        bar_seat seat = {s.panel, s.row, j, s.is_upright};
        if (!shares_side(s, j))
            continue;
        if (fabs(bar_end(b, axis)) > fabs(base.value))
            base.value = bar_end(b, axis);
        base.tail = len_max(base.tail, tail_of(c->style, b));
        if (j > s.i)
            base.labels += label_extent(c, seat);
    }
    return base;
}

/* At a bar's start, not at its end. */
static bool
is_label_behind(bar_seat s)
{
    return bar_label_is_low(s) != bar_is_low(s.panel, bar_at_seat(s));
}

jb_len
bar_label_reach(const chart_context *c, bar_seat s, const chart_axis *axis,
                const chart_fit *fit)
{
    label_base base = label_base_of(c, s, axis);
    if (is_label_behind(s))
        return bars_label_gap(c->style);
    return len_from(fit->k * fabs(base.value)) + base.tail + base.labels +
           bars_label_gap(c->style);
}

static fit_item
bar_item(const chart_context *c, bar_seat s, const chart_axis *axis)
{
    label_base base = label_base_of(c, s, axis);
    jb_len beyond = base.tail + base.labels + label_extent(c, s);
    fit_item item = {.value = bar_at_seat(s)->start +
                              (is_label_behind(s) ? 0 : base.value)};
    if (bar_label_is_low(s))
        item.before = beyond;
    else
        item.after = beyond;
    return item;
}

/* Where the whole scale ends; where other charts have their ends, there is room
 * for labels like these. */
static void
end_items(const bar_panel *p, fit_item *items, size_t n_bars, size_t *n)
{
    jb_len before = 0, after = 0;
    for (size_t i = 0; i < n_bars && p->is_held; i++) {
        before = len_max(before, items[i].before);
        after = len_max(after, items[i].after);
    }
    items[(*n)++] = (fit_item){p->low, p->low < 0 ? before : 0, 0};
    items[(*n)++] = (fit_item){p->high, 0, p->high > 0 ? after : 0};
}

/* A panel's own, and where all of its scale ends. */
static fit_item *
own_items(const chart_context *c, const bar_panel *p,
          const grid_ticks *ticks, bool is_upright, size_t *n)
{
    size_t n_bars = p->n_rows * p->n_bars;
    fit_item *items = ARENA_ARRAY(
        c->arena, n_bars + ticks->n + 2 * p->guides.n + 2, fit_item);
    for (size_t i = 0; i < n_bars; i++)
        items[i] = bar_item(c,
                            (bar_seat){p, &p->rows[i / p->n_bars],
                                       i % p->n_bars, is_upright},
                            &ticks->axis);
    for (size_t i = 0; i < ticks->n; i++) {
        const chart_label *l = &ticks->labels[i];
        jb_len half = (is_upright ? l->height : l->width) / 2 + 1;
        items[n_bars + i] = (fit_item){
            axis_tick_value(&ticks->axis, ticks->axis.first + (int)i), half,
            half};
    }
    *n = n_bars + ticks->n;
    for (size_t i = 0; i < p->guides.n; i++) {
        const bar_guide *g = &p->guides.at[i];
        jb_len half = c->style->zero_width;
        if (g->is_beyond)
            continue;
        items[(*n)++] = (fit_item){g->low, half, half};
        items[(*n)++] = (fit_item){g->high, half, half};
    }
    end_items(p, items, n_bars, n);
    return items;
}

/* With all that a panel of the same scale needs, so that both get it. */
fit_item *
bars_items(const chart_context *c, const bar_panel *p,
           const grid_ticks *ticks, bool is_upright, size_t *n)
{
    fit_item *own = own_items(c, p, ticks, is_upright, n);
    if (p->mate == NULL)
        return own;
    grid_ticks theirs = {.axis = ticks->axis};
    if (ticks->n > 0)
        theirs = grid_ticks_from(c, &ticks->axis, p->mate->suffix);
    size_t n_more;
    fit_item *more = own_items(c, p->mate, &theirs, is_upright, &n_more);
    fit_item *all = ARENA_ARRAY(c->arena, *n + n_more, fit_item);
    memcpy(all, own, *n * sizeof *all);
    memcpy(all + *n, more, n_more * sizeof *all);
    *n += n_more;
    return all;
}

/* The edge of a bar along its thickness. */
static jb_len
edge_of(const bar_mark *m)
{
    bool is_level = m->side == SIDE_RIGHT || m->side == SIDE_LEFT;
    return is_level ? m->zero.y : m->zero.x;
}

size_t
bars_tick_strokes(const bar_tick *t, jb_len ends[static 2][2])
{
    jb_len start = edge_of(t->outer), end = start + t->outer->thickness;
    jb_len beyond = TICK_CLEAR; /* of the inner bar's end */
    jb_len white = t->outer->thickness / 16; /* … and of its sides */
    ends[0][0] = start - t->before;
    ends[0][1] = end + t->after;
    if (t->inner != NULL && t->inner->length + beyond < t->reach)
        return 1;
    ends[1][1] = ends[0][1];
    ends[0][1] = t->inner == NULL ? start : edge_of(t->inner) - white;
    ends[1][0] = t->inner == NULL ? end
                                  : edge_of(t->inner) + t->inner->thickness +
                                        white;
    return 2;
}
