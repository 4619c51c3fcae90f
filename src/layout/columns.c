#include "layout/columns.h"

/* Words of up to this many em are not broken for the sake of their width:
 * 万元, 全省第一方阵. */
#define KEPT_EM 6

static void
widen(table_column *column, const table_cell *cell)
{
    if (cell->columns > 1)
        return;
    if (!cell->is_aligned || !cells_is_number(cell)) {
        column->widest = len_max(column->widest, cell->width + cell->indent);
        return;
    }
    jb_len lead = cells_lead(cell);
    column->lead = len_max(column->lead, lead);
    column->trail = len_max(column->trail, cell->width - lead);
}

/* The least width of a cell's words; numbers are never broken. */
static jb_len
narrowest_of(const composer *c, const table_cell *cell)
{
    if (cell->columns > 1)
        return 0;
    if (cell->is_aligned || cell->width <= KEPT_EM * cell->look->size)
        return cell->width + cell->indent;
    set_range range = set_widths(c, &cell->source->text, cell->look);
    return len_max(range.narrowest, KEPT_EM * cell->look->size) +
           cell->indent;
}

typedef struct width_sums {
    int64_t narrowest, widest;
} width_sums;

/* Columns grow in proportion when all cells fit on one line; else words share
 * what is left between their narrowest and widest. */
static void
share_width(table_column *columns, size_t n, jb_len room, width_sums sums)
{
    for (size_t i = 0; i < n; i++) {
        table_column *column = &columns[i];
        jb_len spread = column->widest - column->narrowest;
        if (sums.widest <= room && sums.widest > 0)
            column->width = len_scale(column->widest, room, sums.widest);
        else if (sums.narrowest <= room && sums.widest > sums.narrowest)
            column->width = column->narrowest +
                            len_scale(spread, room - sums.narrowest,
                                      sums.widest - sums.narrowest);
        else if (sums.narrowest > 0)
            column->width = len_scale(column->narrowest, room, sums.narrowest);
    }
}

static width_sums
sum_widths(table_column *columns, size_t n)
{
    width_sums sums = {0, 0};
    for (size_t i = 0; i < n; i++) {
        table_column *column = &columns[i];
        jb_len number = column->lead + column->trail;
        column->narrowest = len_max(column->narrowest, number);
        column->widest = len_max(column->widest, column->narrowest);
        sums.narrowest += column->narrowest;
        sums.widest += column->widest;
    }
    return sums;
}

table_column *
columns_from_cells(const composer *c, const report_table *table,
                   const table_row *rows, columns_room room)
{
    size_t n = table->n_columns;
    table_column *columns = ARENA_ARRAY(c->arena, n, table_column);
    jb_len text = room.measure - (jb_len)n * 2 * room.padding;
    for (size_t r = 0; r < table->n_rows; r++)
        for (size_t i = 0; i < rows[r].n; i++)
            widen(&columns[rows[r].cells[i].column], &rows[r].cells[i]);
    width_sums sums = sum_widths(columns, n);
    for (size_t r = 0; sums.widest > text && r < table->n_rows; r++)
        for (size_t i = 0; i < rows[r].n; i++) {
            table_column *column = &columns[rows[r].cells[i].column];
            column->narrowest = len_max(
                column->narrowest, narrowest_of(c, &rows[r].cells[i]));
        }
    share_width(columns, n, text, sum_widths(columns, n));
    for (size_t i = 0, x = 0; i < n; i++) {
        columns[i].x = (jb_len)x + room.padding;
        x += (size_t)(columns[i].width + 2 * room.padding);
    }
    return columns;
}
