#include "chart/bars.h"

#include <math.h>

#include "chart/outlier.h"

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
        p->high = fmax(p->high, b->value);
        p->low = fmin(p->low, b->value);
    }
}

size_t
bars_break(arena *scratch, bar_panel *p, bool can_break)
{
    size_t n = p->n_rows * p->n_bars, n_broken = 0;
    double *values = ARENA_ARRAY(scratch, n, double);
    size_t n_values = values_of(p, values);
    double limit = INFINITY;
    if (can_break)
        outlier_limit(scratch, values, n_values, &limit);
    p->low = p->high = 0;
    for (size_t i = 0; i < n; i++) {
        bar_add_to_domain(p, bar_at(p, i), limit);
        n_broken += bar_at(p, i)->is_broken;
    }
    /* A broken bar is cut well away from zero, even if it is alone on its
     * side. */
    if (p->has_break_high)
        p->high = fmax(p->high, limit * 0.3);
    if (p->has_break_low)
        p->low = fmin(p->low, -limit * 0.3);
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

bar_mark
bar_mark_of(const bar *b, const chart_axis *axis, const chart_fit *fit,
            jb_len thickness)
{
    return (bar_mark){.length = len_from(fit->k * fabs(bar_end(b, axis))),
                      .thickness = thickness, .colour = b->colour,
                      .fill = b->fill, .is_broken = b->is_broken,
                      .bound = b->value != 0 ? b->bound : BOUND_EXACT};
}

static fit_item
bar_item(const chart_context *c, const bar_panel *p, const bar *b,
         const chart_axis *axis, jb_len label)
{
    fit_item item = {.value = bar_end(b, axis)};
    bar_mark m = {.is_broken = b->is_broken, .thickness = LEN_OF_PT(15),
                  .bound = b->value != 0 ? b->bound : BOUND_EXACT};
    jb_len beyond = mark_tail(c->style, &m) + label;
    if (bar_is_low(p, b))
        item.before = beyond;
    else
        item.after = beyond;
    return item;
}

fit_item *
bars_items(const chart_context *c, const bar_panel *p,
           const grid_ticks *ticks, bool is_upright, size_t *n)
{
    jb_len gap = bars_label_gap(c->style);
    size_t n_bars = p->n_rows * p->n_bars;
    fit_item *items = ARENA_ARRAY(c->arena, n_bars + ticks->n, fit_item);
    for (size_t i = 0; i < n_bars; i++) {
        const bar *b = bar_at(p, i);
        jb_len need = is_upright ? b->label.height : b->label.width;
        items[i] = bar_item(c, p, b, &ticks->axis,
                            need > 0 ? need + gap : 0);
    }
    for (size_t i = 0; i < ticks->n; i++) {
        const chart_label *l = &ticks->labels[i];
        jb_len half = (is_upright ? l->height : l->width) / 2 + 1;
        items[n_bars + i] = (fit_item){
            axis_tick_value(&ticks->axis, ticks->axis.first + (int)i), half,
            half};
    }
    *n = n_bars + ticks->n;
    return items;
}

jb_len
bars_label_gap(const style_chart *style)
{
    return len_max(style->label.size, style->min_text) / 3;
}
