#include "layout/cell_bars.h"
#include "layout/columns.h"
#include "layout/compose.h"

/* Three rules, as scientific and statistical tables have them (三线表): over
 * and under the table heavy, under the head light. */
typedef struct table_maker {
    composer *c;
    const report_table *table;
    const table_row *rows;
    const table_column *columns;
    cell_bars bars;
    jb_len row_space;    /* above and below a row's text */
    layout_carry *carry;
} table_maker;

/* ── cells ── */

/* A cell's text where it stands in the row's box. */
typedef struct placed_cell {
    const table_cell *cell;
    jb_paragraph *text;
    jb_point at;
} placed_cell;

static jb_len
cell_room(const table_maker *m, const table_cell *cell)
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
cell_align(const table_maker *m, const table_cell *cell)
{
    if (cell->columns > 1)
        return cell->look->align;
    return m->table->columns[cell->column] == REPORT_ALIGN_START
               ? STYLE_START
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
place_cell(const table_maker *m, const table_cell *cell)
{
    const table_column *column = &m->columns[cell->column];
    placed_cell placed = {
        cell, cell->line,
        {m->c->x + column->x + cell->indent, m->row_space}};
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

static void
draw_bar(const table_maker *m, jb_display *d, jb_len y, jb_len height,
         jb_colour colour)
{
    jb_rect bar = {m->c->x, y, m->c->measure, height};
    if (height <= 0 || colour.a == 0)
        return;
    display_group_begin(d, (display_group){.role = ROLE_ARTIFACT});
    display_rect(d, bar, colour);
    display_group_end(d);
}

/* The three rules, and those between rows where the style wants them. */
static void
draw_rules(const table_maker *m, size_t r, jb_len height, jb_display *d)
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
        draw_bar(m, d, height - block->row_rule / 2, block->row_rule,
                 block->row_colour);
}

/* Behind the column's figures, as high as the row. */
static void
draw_cell_bar(const table_maker *m, const table_cell *cell, jb_len height,
              jb_display *d)
{
    const table_column *column = &m->columns[cell->column];
    if (column->bars == 0 || !cell_bars_has(cell))
        return;
    jb_len x = m->c->x + column->x + block_x(column) + column->lead +
               column->bars_lead;
    cell_bars_draw(m->c, &m->bars, cell,
                   (jb_rect){x, 0, column->bars, height}, d);
}

static void
draw_cell(const placed_cell *placed, bool has_groups, jb_display *d)
{
    const table_cell *cell = placed->cell;
    bool is_header = cell->is_head || cell->source->is_header;
    if (has_groups)
        display_group_begin(
            d, (display_group){.role = is_header ? ROLE_TH : ROLE_TD,
                               .columns = (int)cell->columns,
                               .is_row_header = is_header && !cell->is_head});
    set_draw(d, placed->text, cell->look, placed->at);
    if (has_groups)
        display_group_end(d);
}

/* Row r in its box; `has_groups` is false for heads that are shown again on a
 * later page, which are no part of the document's structure. */
static void
draw_row(const table_maker *m, size_t r, layout_box *box, bool has_groups)
{
    const table_row *row = &m->rows[r];
    placed_cell *cells = ARENA_ARRAY(m->c->arena, row->n, placed_cell);
    jb_display *d = &box->content;
    jb_len height = 0;
    for (size_t i = 0; i < row->n; i++) {
        cells[i] = place_cell(m, &row->cells[i]);
        height = len_max(height,
                         set_height(cells[i].text, row->cells[i].look));
    }
    box->height = height + 2 * m->row_space;
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
}

static int
row_indent(const report_row *row)
{
    return row->n == 0 ? 0 : row->cells[0].indent;
}

/* Rows at either end of a table that stay together. */
#define FIRST_ROWS 3
#define LAST_ROWS 3

/* A band stays with its group's first row, a row with the first of its parts,
 * and no page holds only a row or two of a table's beginning or end. */
static bool
row_keeps_next(const report_table *table, size_t r)
{
    if (r + 1 >= table->n_rows)
        return false;
    const report_row *row = &table->rows[r], *next = row + 1;
    return r + 1 < table->n_head_rows + FIRST_ROWS || row->is_group ||
           r + LAST_ROWS >= table->n_rows ||
           (row_indent(row) == 0 && row_indent(next) > 0);
}

static void
add_row(table_maker *m, size_t r)
{
    layout_box *box = compose_box(m->c, 0);
    draw_row(m, r, box, true);
    box->carry = m->carry;
    box->keeps_next = row_keeps_next(m->table, r);
}

/* ── what is shown again over a page ── */

static void
add_continued(table_maker *m, slice caption)
{
    composer *c = m->c;
    slice mark = template_fill(c->arena, &c->block->continued, c->fields);
    const style_text *look = compose_look(c, "table-caption");
    slice text = slice_join(c->arena, caption, mark);
    layout_galley *galley = c->galley, heads = {0};
    c->galley = &heads;
    if (mark.len > 0)
        compose_slice(c, text, look, ROLE_CAPTION);
    for (size_t r = 0; r < m->table->n_head_rows; r++)
        draw_row(m, r, compose_box(c, 0), false);
    c->galley = galley;
    m->carry->heads = heads.boxes.at;
    m->carry->n_heads = heads.boxes.n;
}

static slice
compose_caption(composer *c, const report_table *table)
{
    const style_text *look = compose_look(c, "table-caption");
    slice text = template_fill(c->arena, &c->block->heading, c->fields);
    if (text.len == 0)
        text = report_plain_text(c->arena, &table->caption);
    size_t first = c->galley->boxes.n;
    layout_box *head = compose_slice(c, text, look, ROLE_CAPTION);
    if (head == NULL)
        return text;
    head->outline = text;
    head->outline_level = 2;
    for (size_t i = first; i < c->galley->boxes.n; i++) {
        c->galley->boxes.at[i].keeps_next = true;
        c->galley->boxes.at[i].is_line = false;
    }
    return text;
}

void
compose_table(composer *c, const jb_node *node)
{
    const report_table *table = node->table;
    if (table == NULL || table->n_rows == 0 || table->n_columns == 0)
        return;
    const style_text *look = compose_look(c, "table-cell");
    table_maker m = {.c = c,
                     .table = table,
                     .rows = cells_from_table(c, table),
                     .row_space = len_max(look->leading - look->size,
                                          LEN_OF_PT(2)) / 2 + LEN_OF_PT(1),
                     .carry = ARENA_NEW(c->arena, layout_carry)};
    m.columns = columns_from_cells(
        c, table, m.rows,
        (columns_room){c->measure, look->size / 2, c->block->growth_bars});
    m.bars = cell_bars_from(c, table, m.rows, c->block->growth_bars);
    *m.carry = (layout_carry){.foot = c->block->rule_width,
                              .foot_colour = c->block->rule_colour,
                              .x = c->x,
                              .width = c->measure};
    const layout_element *parent = c->element;
    c->element = compose_element(c, ROLE_TABLE, SLICE_OF(""));
    slice caption = compose_caption(c, table);
    for (size_t r = 0; r < table->n_rows; r++)
        add_row(&m, r);
    ARRAY_LAST(&c->galley->boxes)->after = look->leading;
    add_continued(&m, caption);
    c->element = parent;
}
