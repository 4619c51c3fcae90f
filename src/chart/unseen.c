#include "chart/unseen.h"

#include <math.h>

#define NAMED_MOST 3 /* names in a note; of more, the first and a number */

unseen_bars
unseen_bars_none(arena *a)
{
    return (unseen_bars){.named = {.arena = a}};
}

bool
bar_is_unseen(const bar *b, double range, int below)
{
    return b->has_value && b->value != 0 && fabs(b->value) * below < range;
}

void
unseen_bars_add(unseen_bars *u, slice whose, slice name)
{
    arena *a = u->named.arena;
    slice one = whose.len > 0
                    ? slice_printf(a, "“%.*s”%.*s", SLICE_ARGS(whose),
                                   SLICE_ARGS(name))
                    : slice_printf(a, "“%.*s”", SLICE_ARGS(name));
    builder_printf(&u->named, "%s%.*s", u->n > 0 ? "、" : "",
                   SLICE_ARGS(one));
    u->is_of_periods |= whose.len > 0;
    if (u->n++ == 0)
        u->first = one;
}

void
unseen_bars_add_panel(unseen_bars *u, const bar_panel *p, int below)
{
    for (size_t r = 0; r < p->n_rows; r++) {
        const bar_row *row = &p->rows[r];
        size_t i = 0;
        while (i < p->n_bars &&
               !bar_is_unseen(&row->bars[i], p->high - p->low, below))
            i++;
        if (i < p->n_bars && !row->is_elsewhere)
            unseen_bars_add(u, p->whose, row->name);
    }
}

chart_notes
unseen_bars_told(const unseen_bars *u, chart_notes notes)
{
    arena *a = u->named.arena;
    if (u->n == 0)
        return notes;
    slice_builder named = u->named;
    slice all = u->n > NAMED_MOST
                    ? slice_printf(a, "%.*s等%zu%s", SLICE_ARGS(u->first),
                                   u->n, u->is_of_periods ? "处" : "项")
                    : builder_slice(&named);
    return chart_notes_with(
        a, notes,
        slice_printf(a, "注：%.*s按比例画不出柱子，数值见标注。",
                     SLICE_ARGS(all)));
}
