#include "chart/split.h"

#include <math.h>

#define SPLIT_MOST 3 /* panels of one unit, where bars of a row compare … */
#define SPLIT_ALONE 2 /* … and where they compare with other rows' only */

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

/* Panels as they come, the nearest first. */
typedef struct split_list {
    bar_panel *at;
    size_t n;
    slice_builder names; /* of the rows that are set apart */
} split_list;

/* What is near may hold rows that are far from the rest of it. */
static void
panel_part(const chart_context *c, const bar_panel *whole, size_t most,
           split_list *list)
{
    double limit;
    if (most < 2 || !bars_outliers(c->arena, whole, &limit)) {
        list->at[list->n++] = *whole;
        return;
    }
    bar_panel near = rows_of(c->arena, whole, limit, false);
    panel_part(c, &near, most - 1, list);
    bar_panel far = rows_of(c->arena, whole, limit, true);
    slice head = whole->head;
    names_add(&list->names, &far);
    far.head = slice_printf(c->arena, "%.*s%s", SLICE_ARGS(head),
                            head.len > 0 ? "，另用刻度" : "另用刻度");
    far.joint = JOINT_NONE;
    list->at[list->n++] = far;
}

slice
split_panels(const chart_context *c, bar_panels *p)
{
    split_list list = {.names = {.arena = c->arena}};
    list.at = ARENA_ARRAY(c->arena, SPLIT_MOST * p->n, bar_panel);
    for (size_t i = 0; i < p->n; i++)
        panel_part(c, &p->at[i],
                   p->at[i].n_bars > 1 ? SPLIT_MOST : SPLIT_ALONE, &list);
    p->at = list.at;
    p->n = list.n;
    return builder_slice(&list.names);
}
