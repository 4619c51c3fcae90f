/* Columns that follow from others of their row: nothing is taken from them,
 * but what they say must be so. */
#include "metrics/sheet_table.h"

typedef struct row_level {
    bool is_known;
    jb_decimal value;
} row_level;

static row_level
level_under(sheet_table *t, const tree_node *row, enum metrics_key key)
{
    row_level level = {.is_known = false};
    size_t i = sheet_column(t, key);
    slice text = sheet_cell_text(row, i);
    if (sheet_is_missing(text) || slice_starts_with(text, SLICE_OF("#")))
        return level;
    const tree_node *cell = sheet_cell(t, row, i, (slice){NULL, 0});
    level.is_known = cell != NULL && decimal_parse(cell->text, &level.value);
    return level;
}

/* Half of the last digits of both, and of what is stated. */
static bool
is_near(jb_decimal stated, jb_decimal found, jb_decimal allowed)
{
    jb_decimal off, half = {5, stated.scale + 1}, most;
    return !decimal_sub(stated, found, &off) ||
           !decimal_add(allowed, half, &most) ||
           decimal_compare(decimal_abs(off), most) <= 0;
}

static jb_decimal
half_unit(jb_decimal d)
{
    return (jb_decimal){5, d.scale + 1};
}

static void
report(sheet_table *t, const tree_node *cell, size_t column,
       jb_decimal found, slice formula)
{
    diag_report(t->r->diags, &SHEET_DERIVED_DIFFERS, cell->span,
                heading_trim(t->columns[column].cell->text),
                heading_trim(cell->text), decimal_text(t->r->arena, found),
                formula);
}

static slice
formula_of(sheet_table *t, jb_decimal a, const char *sign, jb_decimal b)
{
    slice left = decimal_text(t->r->arena, a);
    slice right = decimal_text(t->r->arena, b);
    return slice_printf(t->r->arena, "%.*s %s %.*s", SLICE_ARGS(left), sign,
                        SLICE_ARGS(right));
}

static void
check_delta(sheet_table *t, const tree_node *row, size_t i,
            jb_decimal stated)
{
    row_level now = level_under(t, row, KEY_METRIC_VALUE);
    row_level before = level_under(t, row, KEY_METRIC_PREVIOUS);
    jb_decimal found, allowed;
    if (!now.is_known || !before.is_known ||
        !decimal_sub(now.value, before.value, &found) ||
        !decimal_add(half_unit(now.value), half_unit(before.value), &allowed) ||
        is_near(stated, found, allowed))
        return;
    report(t, row->items[i], i, found,
           formula_of(t, now.value, "−", before.value));
}

/* Targets are exact; the value's last digit moves the rate by as much as it
 * is of the target. */
static void
check_completion(sheet_table *t, const tree_node *row, size_t i,
                 jb_decimal stated)
{
    row_level now = level_under(t, row, KEY_METRIC_VALUE);
    row_level target = level_under(t, row, KEY_METRIC_TARGET);
    const int scale = stated.scale + 1;
    const decimal_rounding mode = DECIMAL_HALF_UP;
    jb_decimal over, found, half, allowed;
    if (!now.is_known || !target.is_known ||
        decimal_sign(target.value) <= 0 ||
        !decimal_shift(now.value, 2, &over) ||
        !decimal_shift(half_unit(now.value), 2, &half) ||
        !decimal_div(over, target.value, scale, mode, &found) ||
        !decimal_div(half, target.value, scale, mode, &allowed) ||
        is_near(stated, found, allowed))
        return;
    report(t, row->items[i], i,
           decimal_round(found, stated.scale, DECIMAL_HALF_UP),
           formula_of(t, now.value, "÷", target.value));
}

void
sheet_check_row(sheet_table *t, const tree_node *row)
{
    for (size_t i = 0; i < t->n_columns && i < row->n; i++) {
        sheet_heading *h = &t->columns[i];
        jb_decimal stated;
        bool is_checked =
            h->role == HEADING_DELTA || h->role == HEADING_COMPLETION;
        slice text = sheet_cell_text(row, i);
        if (slice_ends_with(text, SLICE_OF("%")))
            text.len--;
        if (!is_checked || !decimal_parse(text, &stated))
            continue;
        if (h->role == HEADING_DELTA)
            check_delta(t, row, i, stated);
        else
            check_completion(t, row, i, stated);
    }
}
