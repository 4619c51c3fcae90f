#include "chart/split.h"

#include <math.h>

static bool
is_far(const bar_panel *p, const bar_row *row, double limit)
{
    for (size_t i = 0; i < p->n_bars; i++)
        if (row->bars[i].has_value && fabs(row->bars[i].value) > limit)
            return true;
    return false;
}

/* The rows of a panel that are far, or that are not, in their order. */
static bar_panel
rows_of(arena *a, const bar_panel *p, double limit, bool wants_far)
{
    bar_panel kept = *p;
    kept.rows = ARENA_ARRAY(a, p->n_rows, bar_row);
    kept.n_rows = 0;
    for (size_t r = 0; r < p->n_rows; r++)
        if (is_far(p, &p->rows[r], limit) == wants_far)
            kept.rows[kept.n_rows++] = p->rows[r];
    kept.guides = (bar_guides){ARENA_ARRAY(a, p->guides.n, bar_guide), 0};
    for (size_t i = 0; i < p->guides.n; i++) {
        const bar_guide *g = &p->guides.at[i];
        bool is_beyond = g->high > limit || g->low < -limit;
        if (is_beyond == wants_far)
            kept.guides.at[kept.guides.n++] = *g;
    }
    return kept;
}

static void
names_add(slice_builder *b, const bar_panel *p)
{
    for (size_t r = 0; r < p->n_rows; r++)
        builder_printf(b, "%s“%.*s”", b->len > 0 ? "、" : "",
                       SLICE_ARGS(p->rows[r].name));
}

slice
split_panels(const chart_context *c, bar_panels *p)
{
    slice_builder names = {.arena = c->arena};
    bar_panel *all = ARENA_ARRAY(c->arena, 2 * p->n, bar_panel);
    size_t n = 0;
    double limit;
    for (size_t i = 0; i < p->n; i++) {
        const bar_panel *whole = &p->at[i];
        if (!bars_outliers(c->arena, whole, &limit)) {
            all[n++] = *whole;
            continue;
        }
        all[n++] = rows_of(c->arena, whole, limit, false);
        all[n] = rows_of(c->arena, whole, limit, true);
        names_add(&names, &all[n]);
        slice head = whole->head;
        all[n++].head = slice_printf(c->arena, "%.*s%s", SLICE_ARGS(head),
                                     head.len > 0 ? "，另用刻度"
                                                  : "另用刻度");
    }
    p->at = all;
    p->n = n;
    return builder_slice(&names);
}
