#include "layout/cell_bars.h"

#include <math.h>

#include "chart/mark.h"
#include "chart/outlier.h"

#define THICKNESS 550 /* of the cell's size, /1000 */

static const jb_fact *
rate_of(const table_cell *cell)
{
    const report_text *text = &cell->source->text;
    const jb_fact *fact = text->n > 0 ? text->runs[0].fact : NULL;
    bool is_rate = fact != NULL && fact->is_known &&
                   (fact->kind == FACT_GROWTH ||
                    fact->kind == FACT_PART_GROWTH) &&
                   fact->growth.kind == CHANGE_RATE;
    return is_rate ? fact : NULL;
}

bool
cell_bars_has(const table_cell *cell)
{
    return !cell->is_head && rate_of(cell) != NULL;
}

static double
value_of(const table_cell *cell)
{
    return decimal_to_double(rate_of(cell)->growth.exact);
}

typedef struct value_list {
    ARRAY(double) of;
} value_list;

static value_list
values_of(const composer *c, const report_table *table,
          const table_row *rows)
{
    value_list values = {{0}};
    for (size_t r = 0; r < table->n_rows; r++)
        for (size_t i = 0; i < rows[r].n; i++)
            if (cell_bars_has(&rows[r].cells[i]))
                ARRAY_PUSH(c->arena, &values.of,
                           value_of(&rows[r].cells[i]));
    return values;
}

/* What a bar that is cut needs beyond the limit. */
static jb_len
tail_of(const composer *c)
{
    return mark_tail(style_chart_of(c->style),
                     &(bar_mark){.is_broken = true});
}

cell_bars
cell_bars_from(const composer *c, const report_table *table,
               const table_row *rows, jb_len width)
{
    value_list values = values_of(c, table, rows);
    cell_bars bars = {.limit = INFINITY};
    if (values.of.n > 0)
        outlier_limit(c->arena, values.of.at, values.of.n, &bars.limit);
    double low = 0, high = 0;
    bool is_cut_low = false, is_cut_high = false;
    for (size_t i = 0; i < values.of.n; i++) {
        double v = values.of.at[i];
        is_cut_low |= v < -bars.limit;
        is_cut_high |= v > bars.limit;
        low = fmin(low, fmax(v, -bars.limit));
        high = fmax(high, fmin(v, bars.limit));
    }
    jb_len before = is_cut_low ? tail_of(c) : 0;
    jb_len room = width - before - (is_cut_high ? tail_of(c) : 0);
    if (high > low && room > 0)
        bars.k = room / (high - low);
    bars.zero = before + len_from(bars.k * -low);
    return bars;
}

void
cell_bars_draw(const composer *c, const cell_bars *bars,
               const table_cell *cell, jb_rect place, jb_display *d)
{
    const style_chart *style = style_chart_of(c->style);
    double value = value_of(cell);
    jb_len x = place.x + bars->zero;
    bar_mark m = {.thickness = len_scale(cell->look->size, THICKNESS, 1000),
                  .side = value < 0 ? SIDE_LEFT : SIDE_RIGHT,
                  .colour = value < 0 ? style->fall : style->rise,
                  .is_broken = fabs(value) > bars->limit};
    m.length = len_from(bars->k * fmin(fabs(value), bars->limit));
    m.zero = (jb_point){x, place.y + (place.h - m.thickness) / 2};
    display_group_begin(d, (display_group){.role = ROLE_ARTIFACT});
    if (m.length > 0)
        mark_draw(style, &m, d);
    display_line(d, (jb_point){x, m.zero.y - m.thickness / 4},
                 (jb_point){x, m.zero.y + m.thickness * 5 / 4},
                 style->zero_width, style->zero);
    display_group_end(d);
}
