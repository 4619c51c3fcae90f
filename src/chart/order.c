#include "chart/order.h"

#include "chart/options.h"

static bool
is_before(const bar_panel *p, const bar_row *a, const bar_row *b)
{
    const bar *x = &a->bars[p->n_bars - 1], *y = &b->bars[p->n_bars - 1];
    if (x->has_value != y->has_value)
        return x->has_value;
    return x->has_value && x->value > y->value;
}

/* Stable merge of the runs [0, half) and [half, n) of `rows`. */
static void
merge(const bar_panel *p, const bar_row *rows, size_t half, size_t n,
      bar_row *out)
{
    size_t a = 0, b = half;
    while (a < half || b < n)
        if (b == n || (a < half && !is_before(p, &rows[b], &rows[a])))
            *out++ = rows[a++];
        else
            *out++ = rows[b++];
}

static void
merge_sort(const bar_panel *p, bar_row *rows, size_t n, bar_row *scratch)
{
    if (n < 2)
        return;
    size_t half = n / 2;
    merge_sort(p, rows, half, scratch);
    merge_sort(p, rows + half, n - half, scratch);
    merge(p, rows, half, n, scratch);
    memcpy(rows, scratch, n * sizeof *rows);
}

void
order_rows(arena *scratch, bar_panel *p, int sort)
{
    if (sort == SORT_VALUE)
        merge_sort(p, p->rows, p->n_rows,
                   ARENA_ARRAY(scratch, p->n_rows, bar_row));
}
