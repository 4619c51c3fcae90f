#include "metrics/workbook_merged.h"

#define AREAS_MOST 1000
#define CELLS_MOST 10000

void
workbook_merge(arena *a, workbook_merged *m, merged_area area)
{
    bool is_area = area.last_row >= area.row &&
                   area.last_column >= area.column &&
                   area.last_column < WORKBOOK_COLUMNS;
    if (!is_area || m->areas.n == AREAS_MOST ||
        (area.last_row - area.row + 1) * (area.last_column - area.column + 1) >
            CELLS_MOST)
        return;
    if (m->marks == NULL)
        m->marks = ARENA_ARRAY(a, WORKBOOK_COLUMNS, char);
    ARRAY_PUSH(a, &m->areas, area);
}

static void
mark_area(workbook_merged *m, const merged_area *area, bool is_over)
{
    for (size_t i = area->column; i <= area->last_column; i++)
        m->marks[i] = i > area->column ? '<' : is_over ? '^' : '\0';
    if (area->last_column + 1 > m->width)
        m->width = area->last_column + 1;
}

void
workbook_mark_row(workbook_merged *m, size_t row)
{
    if (m->width > 0)
        memset(m->marks, 0, m->width);
    m->width = 0;
    for (size_t i = 0; i < m->areas.n; i++) {
        const merged_area *area = &m->areas.at[i];
        bool is_over = row > area->row;
        if (row >= area->row && row <= area->last_row &&
            (is_over || area->last_column > area->column))
            mark_area(m, area, is_over);
    }
}

slice
workbook_mark(const workbook_merged *m, size_t column)
{
    bool is_marked = column < m->width && m->marks[column] != '\0';
    return is_marked ? (slice){&m->marks[column], 1} : SLICE_OF("");
}
