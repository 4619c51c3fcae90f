#include "layout/rows.h"

/* ── cells ── */

jb_len
rows_cell_room(const table_rows *m, const table_cell *cell)
{
    const table_column *first = &m->columns[cell->column];
    size_t last = cell->column + cell->columns - 1;
    if (last >= m->table->n_columns)
        last = m->table->n_columns - 1;
    return m->columns[last].x + m->columns[last].width - first->x -
           cell->indent;
}

/* Words stand as the style and their column have them; heads over numbers and
 * words among numbers are centred. */
static style_align
cell_align(const table_rows *m, const table_cell *cell)
{
    if (cell->columns > 1)
        return cell->look->align;
    return m->table->columns[cell->column] == REPORT_ALIGN_START ? STYLE_START
                                                                 : STYLE_CENTRE;
}

/* Numbers stand with their points under each other, the whole column of them,
 * with their bars, in the middle. */
jb_len
rows_numbers_x(const table_column *column)
{
    jb_len behind = column->trail;
    if (column->bars > 0)
        behind = len_max(behind, column->bars_lead + column->bars);
    return (column->width - column->lead - behind) / 2;
}

static jb_len
number_x(const table_column *column, const table_cell *cell)
{
    return rows_numbers_x(column) + column->lead - cells_lead(cell);
}

static placed_cell
place_cell(const table_rows *m, const table_cell *cell)
{
    const table_column *column = &m->columns[cell->column];
    placed_cell placed = {
        cell, cell->line, {m->c->x + column->x + cell->indent, m->row_space}};
    jb_len room = rows_cell_room(m, cell);
    style_text look = *cell->look;
    look.align = cell_align(m, cell);
    if (cell->is_aligned && cells_is_number(cell))
        placed.at.x += number_x(column, cell);
    else if (cell->width > room)
        placed.text = set_text(m->c, &cell->source->text, &look, room);
    else if (look.align == STYLE_CENTRE)
        placed.at.x += (room - cell->width) / 2;
    return placed;
}

/* ── rows ── */

static size_t
rows_spanned(const table_rows *m, const table_cell *cell, size_t r)
{
    size_t rows = cell->source->rows > 1 ? (size_t)cell->source->rows : 1;
    return r + rows <= m->table->n_rows ? rows : m->table->n_rows - r;
}

static jb_len
cell_height(const table_rows *m, const placed_cell *placed)
{
    return placed->cell->source->is_covered
               ? 0
               : set_height(placed->text, placed->cell->look) +
                     2 * m->row_space;
}

static jb_len
height_of_rows(const table_rows *m, size_t first, size_t n)
{
    jb_len height = 0;
    for (size_t i = 0; i < n; i++)
        height += m->heights[first + i];
    return height;
}

/* A cell over several rows stands in their middle, or at their head where
 * they may fall on two pages; when it is higher than they are, the last of
 * them becomes higher. */
static void
place_over_rows(table_rows *m, size_t r)
{
    for (size_t i = 0; i < m->rows[r].n; i++) {
        placed_cell *placed = &m->placed[r][i];
        size_t n = rows_spanned(m, placed->cell, r);
        jb_len own = cell_height(m, placed);
        if (n == 1)
            continue;
        jb_len missing = own - height_of_rows(m, r, n);
        if (missing > 0)
            m->heights[r + n - 1] += missing;
        jb_len height = height_of_rows(m, r, n);
        bool is_parted = height > m->page / 2;
        if (!is_parted)
            placed->at.y += (height - own) / 2;
        for (size_t k = r; is_parted && k + 1 < r + n; k++)
            m->parts_cells[k] = true;
    }
}

static void
place_rows(table_rows *m)
{
    size_t n = m->table->n_rows;
    m->placed = ARENA_ARRAY(m->c->arena, n, placed_cell *);
    m->heights = ARENA_ARRAY(m->c->arena, n, jb_len);
    m->parts_cells = ARENA_ARRAY(m->c->arena, n, bool);
    for (size_t r = 0; r < n; r++) {
        const table_row *row = &m->rows[r];
        m->placed[r] = ARENA_ARRAY(m->c->arena, row->n, placed_cell);
        m->heights[r] = 2 * m->row_space;
        for (size_t i = 0; i < row->n; i++) {
            m->placed[r][i] = place_cell(m, &row->cells[i]);
            if (rows_spanned(m, &row->cells[i], r) == 1)
                m->heights[r] =
                    len_max(m->heights[r], cell_height(m, &m->placed[r][i]));
        }
    }
    for (size_t r = 0; r < n; r++)
        place_over_rows(m, r);
}

/* The rows between two bands. */
static void
find_groups(table_rows *m)
{
    const report_table *table = m->table;
    m->groups = ARENA_ARRAY(m->c->arena, table->n_rows, row_group);
    for (size_t r = table->n_head_rows; r < table->n_rows;) {
        row_group group = {r, r, r > 0 && table->rows[r - 1].is_group};
        while (group.end < table->n_rows && !table->rows[group.end].is_group)
            group.end++;
        for (; r < group.end; r++)
            m->groups[r] = group;
        r += r < table->n_rows; /* the band */
    }
}

/* ── columns and scale ── */

/* The white at either side of a column, in parts of an em: as much as leaves
 * every number and short word on one line. */
static const int PADDINGS[] = {2, 3, 4};

static void
choose_columns(table_rows *m, jb_len size, jb_len bars)
{
    size_t n = sizeof PADDINGS / sizeof *PADDINGS;
    for (size_t i = 0; i < n; i++) {
        m->columns = columns_from_cells(
            m->c, m->table, m->rows,
            (columns_room){m->c->measure, size / PADDINGS[i], bars});
        m->is_tight = columns_are_tight(m->columns, m->table->n_columns);
        if (!m->is_tight)
            return;
    }
}

/* What a page has for rows. */
static jb_len
page_height(const composer *c)
{
    if (c->is_on_side)
        return style_measure(c->style);
    return c->page->size.h - c->page->top - c->page->bottom;
}

static table_rows
rows_at_scale(composer *c, const report_table *table, jb_len bars)
{
    style_text look = *compose_look(c, "table-cell");
    look.size = len_scale(look.size, c->table_scale, 1000);
    look.leading = len_scale(look.leading, c->table_scale, 1000);
    table_rows m = {.c = c,
                    .table = table,
                    .rows = cells_from_table(c, table),
                    .row_space =
                        len_max(look.leading - look.size, LEN_OF_PT(2)) / 2 +
                        LEN_OF_PT(1),
                    .line = look.size,
                    .leading = look.leading,
                    .page = page_height(c),
                    .carry = ARENA_NEW(c->arena, layout_carry)};
    choose_columns(&m, look.size, bars);
    m.bars = cell_bars_from(c, table, m.rows, bars);
    *m.carry = (layout_carry){.foot = c->block->rule_width,
                              .foot_colour = c->block->rule_colour,
                              .x = c->x,
                              .width = c->measure};
    return m;
}

/* A table with too many columns for its measure is set smaller. */
table_rows
rows_from_table(composer *c, const report_table *table, jb_len bars)
{
    table_rows m = rows_at_scale(c, table, bars);
    while (m.is_tight && c->table_scale - ROWS_SCALE_STEP >= c->block->shrink) {
        c->table_scale -= ROWS_SCALE_STEP;
        m = rows_at_scale(c, table, bars);
    }
    place_rows(&m);
    find_groups(&m);
    return m;
}
