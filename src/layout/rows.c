#include "layout/rows.h"

/* ── cells ── */

/* A cell's text where it stands in the row's box. */
struct placed_cell {
    const table_cell *cell;
    jb_paragraph *text;
    jb_point at;
};

static jb_len
cell_room(const table_rows *m, const table_cell *cell)
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
static jb_len
block_x(const table_column *column)
{
    jb_len behind = column->trail;
    if (column->bars > 0)
        behind = len_max(behind, column->bars_lead + column->bars);
    return (column->width - column->lead - behind) / 2;
}

static jb_len
number_x(const table_column *column, const table_cell *cell)
{
    return block_x(column) + column->lead - cells_lead(cell);
}

static placed_cell
place_cell(const table_rows *m, const table_cell *cell)
{
    const table_column *column = &m->columns[cell->column];
    placed_cell placed = {
        cell, cell->line, {m->c->x + column->x + cell->indent, m->row_space}};
    jb_len room = cell_room(m, cell);
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

/* A cell over several rows stands in their middle; when it is higher than
 * they are, the last of them becomes higher. */
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
        placed->at.y += (height_of_rows(m, r, n) - own) / 2;
    }
}

static void
place_rows(table_rows *m)
{
    size_t n = m->table->n_rows;
    m->placed = ARENA_ARRAY(m->c->arena, n, placed_cell *);
    m->heights = ARENA_ARRAY(m->c->arena, n, jb_len);
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

static void
draw_bar(const table_rows *m, jb_display *d, jb_len y, jb_len height,
         jb_colour colour)
{
    jb_rect bar = {m->c->x, y, m->c->measure, height};
    if (height <= 0 || colour.a == 0)
        return;
    display_group_begin(d, (display_group){.role = ROLE_ARTIFACT});
    display_rect(d, bar, colour);
    display_group_end(d);
}

static bool
has_covered(const report_row *row)
{
    for (size_t i = 0; i < row->n; i++)
        if (row->cells[i].is_covered)
            return true;
    return false;
}

/* The rule under row r, left out where a cell reaches over it. */
static void
draw_row_rule(const table_rows *m, size_t r, jb_len height, jb_display *d)
{
    const style_block *block = m->c->block;
    jb_len y = height - block->row_rule / 2;
    if (!has_covered(&m->table->rows[r + 1])) {
        draw_bar(m, d, y, block->row_rule, block->row_colour);
        return;
    }
    const table_row *next = &m->rows[r + 1];
    display_group_begin(d, (display_group){.role = ROLE_ARTIFACT});
    for (size_t i = 0; i < next->n && block->row_colour.a > 0; i++) {
        const table_cell *cell = &next->cells[i];
        jb_len padding = m->columns[0].x;
        jb_rect rule = {m->c->x + m->columns[cell->column].x - padding, y,
                        cell_room(m, cell) + cell->indent + 2 * padding,
                        block->row_rule};
        if (!cell->source->is_covered && rule.h > 0)
            display_rect(d, rule, block->row_colour);
    }
    display_group_end(d);
}

/* Three rules, as scientific and statistical tables have them (三线表): over
 * and under the table heavy, under the head light; and those between rows
 * where the style wants them. */
static void
draw_rules(const table_rows *m, size_t r, jb_len height, jb_display *d)
{
    const style_block *block = m->c->block;
    const report_table *table = m->table;
    jb_len heavy = block->rule_width, light = heavy / 2;
    bool is_before_band = r + 1 < table->n_rows && table->rows[r + 1].is_group;
    if (r == 0)
        draw_bar(m, d, 0, heavy, block->rule_colour);
    if (r + 1 == table->n_rows)
        draw_bar(m, d, height, heavy, block->rule_colour);
    else if (r + 1 == table->n_head_rows)
        draw_bar(m, d, height - light, light, block->rule_colour);
    else if (r >= table->n_head_rows && !table->rows[r].is_group &&
             !is_before_band)
        draw_row_rule(m, r, height, d);
}

/* Behind the column's figures, as high as the row. */
static void
draw_cell_bar(const table_rows *m, const table_cell *cell, jb_len height,
              jb_display *d)
{
    const table_column *column = &m->columns[cell->column];
    if (column->bars == 0 || !cell_bars_has(cell))
        return;
    jb_len x = m->c->x + column->x + block_x(column) + column->lead +
               column->bars_lead;
    cell_bars_draw(m->c, &m->bars, cell, (jb_rect){x, 0, column->bars, height},
                   d);
}

static void
draw_cell(const placed_cell *placed, bool has_groups, jb_display *d)
{
    const table_cell *cell = placed->cell;
    bool is_header = cell->is_head || cell->source->is_header;
    if (cell->source->is_covered)
        return;
    if (has_groups)
        display_group_begin(
            d, (display_group){.role = is_header ? ROLE_TH : ROLE_TD,
                               .columns = (int)cell->columns,
                               .rows = cell->source->rows,
                               .is_row_header = is_header && !cell->is_head});
    set_draw(d, placed->text, cell->look, placed->at);
    if (has_groups)
        display_group_end(d);
}

/* Heads shown again have called their notes already. */
static void
attach_notes(const table_rows *m, layout_box *box, const placed_cell *cell,
             bool is_own)
{
    for (size_t i = 0; is_own && i < cell->text->n_lines; i++)
        footnote_attach(m->c, box, &cell->text->lines[i]);
}

/* A light rule under each head that stands over several columns. */
static void
draw_group_rules(const table_rows *m, size_t r, jb_len height, jb_display *d)
{
    const style_block *block = m->c->block;
    const table_row *row = &m->rows[r];
    display_group_begin(d, (display_group){.role = ROLE_ARTIFACT});
    for (size_t i = 0; r + 1 < m->table->n_head_rows && i < row->n; i++) {
        const table_cell *cell = &row->cells[i];
        const table_column *column = &m->columns[cell->column];
        jb_len light = block->rule_width / 2;
        if (cell->columns < 2)
            continue;
        display_rect(d,
                     (jb_rect){m->c->x + column->x, height - light,
                               cell_room(m, cell), light},
                     block->rule_colour);
    }
    display_group_end(d);
}

layout_box *
rows_draw(const table_rows *m, size_t r, bool has_groups)
{
    const table_row *row = &m->rows[r];
    const placed_cell *cells = m->placed[r];
    layout_box *box = compose_box(m->c, m->heights[r]);
    jb_display *d = &box->content;
    for (size_t i = 0; i < row->n; i++)
        attach_notes(m, box, &cells[i], has_groups);
    draw_group_rules(m, r, box->height, d);
    if (m->table->rows[r].is_group)
        draw_bar(m, d, 0, box->height, m->c->block->band_fill);
    if (has_groups)
        display_group_begin(d, (display_group){.role = ROLE_TR});
    for (size_t i = 0; i < row->n; i++) {
        draw_cell(&cells[i], has_groups, d);
        draw_cell_bar(m, &row->cells[i], box->height, d);
    }
    if (has_groups)
        display_group_end(d);
    draw_rules(m, r, box->height, d);
    return box;
}

static int
row_indent(const report_row *row)
{
    return row->n == 0 ? 0 : row->cells[0].indent;
}

/* Rows at either end of a table that stay together. */
#define FIRST_ROWS 5
#define LAST_ROWS 3

/* How many of the rows up to `r` are no bands. */
static size_t
rows_until(const report_table *table, size_t r)
{
    size_t n = 0;
    for (size_t i = table->n_head_rows; i <= r; i++)
        n += !table->rows[i].is_group;
    return n;
}

/* A group of so many rows or fewer is not parted; of a longer one no row
 * stands alone. */
#define GROUP_ROWS 4

/* Whether `r` and the row below it are of a group that is not parted there. */
static bool
group_keeps(const report_table *table, size_t r)
{
    size_t first = r, end = r + 1;
    while (first > table->n_head_rows && !table->rows[first - 1].is_group)
        first--;
    while (end < table->n_rows && !table->rows[end].is_group)
        end++;
    bool has_band = first > 0 && table->rows[first - 1].is_group;
    return has_band && r + 1 < end &&
           (end - first <= GROUP_ROWS || r == first || r + 2 == end);
}

/* A band stays with its group's first row, a row with the first of its parts,
 * and no page holds only a row or two of a table's beginning or end. */
bool
rows_keep_next(const report_table *table, size_t r)
{
    if (r + 1 >= table->n_rows)
        return false;
    const report_row *row = &table->rows[r], *next = row + 1;
    return r < table->n_head_rows || has_covered(next) || row->is_group ||
           group_keeps(table, r) || rows_until(table, r) < FIRST_ROWS ||
           r + LAST_ROWS >= table->n_rows ||
           (row_indent(row) == 0 && row_indent(next) > 0);
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
    return m;
}
