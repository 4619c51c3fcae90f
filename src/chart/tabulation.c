#include "chart/tabulation.h"

#include "chart/datum.h"

#define ROW_SPACE 400 /* of the text's height, /1000, around each row */

static bool
says_something(const chart_series *s, size_t n_categories)
{
    for (size_t i = 0; i < n_categories; i++)
        if (s->data[i].label.len > 0)
            return true;
    return false;
}

/* 同比 of a rate, the period of a level. */
static slice
head_text(const chart_series *s)
{
    if (s->name.len > 0)
        return s->name;
    return s->role == SERIES_POINTS ? SLICE_OF("增减") : SLICE_OF("同比");
}

static void
heads_set(const chart_context *c, const chart_spec *spec,
          const chart_series **shown, tabulation *t)
{
    for (size_t s = 0; s < spec->n_series; s++) {
        const chart_series *series = &spec->series[s];
        if (!says_something(series, spec->n_categories))
            continue;
        chart_label head = label_set(
            c, &(label_wish){.look = &c->style->axis,
                             .text = head_text(series)});
        t->head_width = len_max(t->head_width, head.width);
        t->row_height = len_max(t->row_height, head.height);
        shown[t->n] = series;
        t->heads[t->n++] = head;
    }
}

static void
cell_set(const chart_context *c, const chart_datum *datum, tabulation *t,
         chart_label *cell)
{
    *cell = label_set(c, &(label_wish){.look = &c->style->axis,
                                       .text = datum_text(datum),
                                       .mark = datum->note_mark,
                                       .colour = c->style->ink});
    t->cell_width = len_max(t->cell_width, cell->width);
    t->row_height = len_max(t->row_height, cell->height);
}

tabulation
tabulation_from(const chart_context *c, const bar_panels *p)
{
    const chart_spec *spec = p->table;
    tabulation t = {.n = 0};
    if (spec == NULL)
        return t;
    const chart_series **shown =
        ARENA_ARRAY(c->arena, spec->n_series, const chart_series *);
    t.heads = ARENA_ARRAY(c->arena, spec->n_series, chart_label);
    heads_set(c, spec, shown, &t);
    t.cells = ARENA_ARRAY(c->arena, t.n * bars_rows_count(p), chart_label);
    chart_label *cell = t.cells;
    for (size_t i = 0; i < p->n; i++)
        for (size_t r = 0; r < p->at[i].n_rows; r++)
            for (size_t s = 0; s < t.n; s++)
                cell_set(c, &shown[s]->data[p->at[i].rows[r].category], &t,
                         cell++);
    t.row_height += len_scale(t.row_height, ROW_SPACE, 1000);
    return t;
}

static jb_len
white_above(const tabulation *t)
{
    return t->row_height / 3;
}

jb_len
tabulation_height(const tabulation *t)
{
    return (jb_len)t->n * t->row_height + white_above(t);
}

static jb_len
row_top(const tabulation *t, size_t row, const chart_label *l)
{
    return white_above(t) + (jb_len)row * t->row_height +
           (t->row_height - l->height) / 2;
}

void
tabulation_draw(const chart_context *c, const tabulation *t, jb_rect area,
                jb_display *d)
{
    for (size_t i = 0; i < t->n; i++) {
        jb_len y = area.y + white_above(t) + (jb_len)i * t->row_height;
        grid_line rule = grid_line_at(c->style, (jb_point){area.x, y},
                                      (jb_point){area.x + area.w, y}, false);
        grid_line_draw(c->arena, d, &rule, NULL, 0);
        label_draw(d, &t->heads[i],
                   (jb_point){area.x, area.y + row_top(t, i, &t->heads[i])});
    }
}

void
tabulation_draw_column(const tabulation *t, size_t i, jb_point centre,
                       jb_display *d)
{
    for (size_t s = 0; s < t->n; s++) {
        const chart_label *cell = &t->cells[i * t->n + s];
        label_draw(d, cell, (jb_point){centre.x - cell->width / 2,
                                       centre.y + row_top(t, s, cell)});
    }
}
