/* Rows of 其中: parts of the metric above them. */
#include "metrics/sheet_table.h"

/* What a part holds: a value, that of a year before, and its growth. */
static bool
holds(const sheet_heading *h)
{
    return h->role == HEADING_SERIAL || h->role == HEADING_DELTA ||
           (h->role == HEADING_KEY &&
            (h->key == KEY_METRIC_NAME || h->key == KEY_METRIC_UNIT ||
             h->key == KEY_METRIC_VALUE || h->key == KEY_METRIC_PREVIOUS ||
             h->key == KEY_METRIC_GROWTH));
}

/* What may go unused for the sake of the sum: figures of stretches of another
 * length, as of a month beside the year to date. */
static bool
is_aside(const sheet_table *t, const sheet_heading *h)
{
    bool is_other = h->role == HEADING_PERIOD &&
                    period_months(h->period) != period_months(t->period);
    return is_other || h->role == HEADING_IDLE ||
           h->role == HEADING_UNKNOWN ||
           (h->role == HEADING_KEY && h->key == KEY_METRIC_TO_DATE);
}

/* In another unit it is no part of the sum. */
static bool
has_whole_unit(const sheet_table *t, const tree_node *row)
{
    slice own = sheet_cell_text(row, sheet_column(t, KEY_METRIC_UNIT));
    return sheet_is_missing(own) || slice_equal(own, t->whole_unit);
}

bool
sheet_is_part(const sheet_table *t, const tree_node *row)
{
    size_t value = sheet_column(t, KEY_METRIC_VALUE);
    if (!has_whole_unit(t, row))
        return false;
    for (size_t i = 0; i < t->n_columns; i++)
        if (!holds(&t->columns[i]) && !is_aside(t, &t->columns[i]) &&
            !sheet_is_missing(sheet_cell_text(row, i)))
            return false;
    return t->metrics.n > 0 && value < t->n_columns &&
           !sheet_is_missing(sheet_cell_text(row, value));
}

/* Told once for all rows. */
static void
report_aside(sheet_table *t, const tree_node *row)
{
    for (size_t i = 0; i < t->n_columns && !t->is_aside_told; i++) {
        const sheet_heading *h = &t->columns[i];
        bool is_told = h->role == HEADING_IDLE || h->role == HEADING_UNKNOWN;
        if (is_told || !is_aside(t, h) ||
            sheet_is_missing(sheet_cell_text(row, i)))
            continue;
        diag_report(t->r->diags, &SHEET_PART_ASIDE, row->items[i]->span,
                    h->period.text);
        t->is_aside_told = true;
    }
}

/* `map` with `pair` in the map under `key`, which is made if need be. */
static void
put_part(sheet_table *t, enum metrics_key key, tree_pair part)
{
    arena *a = t->r->arena;
    tree_pair *whole = ARRAY_LAST(&t->metrics);
    slice name = sheet_key(t, key, part.key)->text;
    sheet_pairs pairs = {0}, parts = {0};
    for (size_t i = 0; i < whole->value->n; i++) {
        const tree_pair *p = &whole->value->pairs[i];
        if (!slice_equal(p->key->text, name))
            ARRAY_PUSH(a, &pairs, *p);
        for (size_t j = 0; slice_equal(p->key->text, name) && j < p->value->n;
             j++)
            ARRAY_PUSH(a, &parts, p->value->pairs[j]);
    }
    ARRAY_PUSH(a, &parts, part);
    sheet_add(t, &pairs, key, sheet_map(a, part.value->span, &parts));
    whole->value = sheet_map(a, whole->value->span, &pairs);
}

static void
put_incomplete(sheet_table *t, const tree_node *at)
{
    arena *a = t->r->arena;
    tree_pair *whole = ARRAY_LAST(&t->metrics);
    slice name = sheet_key(t, KEY_METRIC_PARTS_COMPLETE, at)->text;
    sheet_pairs pairs = {0};
    for (size_t i = 0; i < whole->value->n; i++) {
        if (slice_equal(whole->value->pairs[i].key->text, name))
            return;
        ARRAY_PUSH(a, &pairs, whole->value->pairs[i]);
    }
    sheet_add(t, &pairs, KEY_METRIC_PARTS_COMPLETE,
              sheet_node(a, at, SLICE_OF("否")));
    whole->value = sheet_map(a, whole->value->span, &pairs);
}

void
sheet_read_part(sheet_table *t, const tree_node *row, const tree_node *cell,
                slice name)
{
    static const enum metrics_key from[] = {
        KEY_METRIC_VALUE, KEY_METRIC_PREVIOUS, KEY_METRIC_GROWTH};
    static const enum metrics_key to[] = {KEY_METRIC_PARTS,
                                          KEY_METRIC_PARTS_PREVIOUS,
                                          KEY_METRIC_PARTS_GROWTH};
    report_aside(t, row);
    sheet_check_row(t, row);
    const tree_node *key = sheet_node(t->r->arena, cell, name);
    for (size_t i = 0; i < sizeof from / sizeof *from; i++) {
        size_t column = sheet_column(t, from[i]);
        const tree_node *value =
            column < t->n_columns ? sheet_cell(t, row, column, t->whole_unit)
                                  : NULL;
        if (value != NULL)
            put_part(t, to[i], (tree_pair){key, value});
    }
    put_incomplete(t, cell);
}
