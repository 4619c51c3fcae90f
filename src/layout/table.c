#include "layout/columns.h"
#include "layout/compose.h"

/* Three rules, as scientific and statistical tables have them (三线表): over
 * and under the table heavy, under the head light. */
typedef struct table_maker {
    composer *c;
    const report_table *table;
    table_column *columns;
    jb_len padding;      /* at the sides of each cell */
    jb_len row_space;    /* above and below a row's text */
    layout_carry *carry;
} table_maker;

static const char *
row_role(const table_maker *m, size_t r)
{
    if (r < m->table->n_head_rows)
        return "table-head";
    return m->table->rows[r].is_group ? "table-group" : "table-cell";
}

/* ── cells ── */

typedef struct table_cell {
    const report_cell *cell;
    jb_paragraph *text;
    style_text look;
    jb_point at; /* of the text, within the row's box */
    jb_len height;
} table_cell;

static jb_len
span_width(const table_maker *m, size_t column, size_t n)
{
    const table_column *first = &m->columns[column];
    size_t last = column + n - 1;
    if (last >= m->table->n_columns)
        last = m->table->n_columns - 1;
    return m->columns[last].x + m->columns[last].width - first->x;
}

/* Numbers stand with their points under each other, the whole column of
 * them in the middle; a word among them is centred. */
static void
place_number(const table_maker *m, table_cell *cell, size_t column)
{
    const table_column *col = &m->columns[column];
    cell->look.align = STYLE_START;
    jb_paragraph *p = set_text(m->c, &cell->cell->text, &cell->look, 0);
    jb_len width =
        p->n_lines == 0 ? 0 : p->lines[0].x + p->lines[0].width;
    jb_len block = col->lead + col->trail;
    jb_len x = (col->width - width) / 2;
    if (columns_is_number(p))
        x = (col->width - block) / 2 + col->lead - columns_lead(p);
    cell->text = p;
    cell->at.x += x;
}

/* Heads are centred over numbers and stand over words as the words do. */
static void
place_words(const table_maker *m, table_cell *cell, size_t column,
            jb_len width)
{
    report_align align = m->table->columns[column];
    if (cell->cell->columns <= 1)
        cell->look.align =
            align == REPORT_ALIGN_START ? STYLE_START : STYLE_CENTRE;
    cell->text = set_text(m->c, &cell->cell->text, &cell->look, width);
}

static table_cell
set_cell(const table_maker *m, size_t r, const report_cell *source,
         size_t column)
{
    bool is_head = r < m->table->n_head_rows;
    table_cell cell = {.cell = source,
                       .look = *compose_look(m->c, row_role(m, r))};
    size_t n = source->columns > 1 ? (size_t)source->columns : 1;
    jb_len indent = source->indent * cell.look.size;
    cell.at = (jb_point){m->c->x + m->columns[column].x + indent,
                         m->row_space};
    if (!is_head && n == 1 &&
        m->table->columns[column] == REPORT_ALIGN_DECIMAL)
        place_number(m, &cell, column);
    else
        place_words(m, &cell, column, span_width(m, column, n) - indent);
    cell.height = set_height(cell.text, &cell.look);
    return cell;
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

static void
draw_cell(const table_maker *m, size_t r, const table_cell *cell,
          bool has_groups, jb_display *d)
{
    bool is_head = r < m->table->n_head_rows;
    bool is_header = is_head || cell->cell->is_header;
    if (has_groups)
        display_group_begin(
            d, (display_group){.role = is_header ? ROLE_TH : ROLE_TD,
                               .columns = cell->cell->columns,
                               .is_row_header = is_header && !is_head});
    set_draw(d, cell->text, &cell->look, cell->at);
    if (has_groups)
        display_group_end(d);
}

/* Add row r as a box; `has_groups` is false for heads that are shown again
 * on a later page, which are no part of the document's structure. */
static void
draw_row(const table_maker *m, size_t r, layout_box *box, bool has_groups)
{
    const report_row *row = &m->table->rows[r];
    table_cell *cells = ARENA_ARRAY(m->c->arena, row->n, table_cell);
    size_t n = 0, column = 0;
    jb_len height = 0;
    for (; n < row->n && column < m->table->n_columns; n++) {
        const report_cell *source = &row->cells[n];
        cells[n] = set_cell(m, r, source, column);
        height = len_max(height, cells[n].height);
        column += (size_t)(source->columns > 1 ? source->columns : 1);
    }
    jb_display *d = &box->content;
    box->height = height + 2 * m->row_space;
    if (row->is_group)
        draw_bar(m, d, 0, box->height, m->c->block->band_fill);
    if (has_groups)
        display_group_begin(d, (display_group){.role = ROLE_TR});
    for (size_t i = 0; i < n; i++)
        draw_cell(m, r, &cells[i], has_groups, d);
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
                     .padding = look->size / 2,
                     .row_space = len_max(look->leading - look->size,
                                          LEN_OF_PT(2)) / 2 + LEN_OF_PT(1),
                     .carry = ARENA_NEW(c->arena, layout_carry)};
    m.columns = columns_from_table(c, table, c->measure, m.padding);
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
