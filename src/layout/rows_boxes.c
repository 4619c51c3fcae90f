/* The rows of a table in the galley: drawn in boxes, a row that is too high for
 * a page in one for each line; and where no page may end. */
#include "layout/rows.h"

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
                        rows_cell_room(m, cell) + cell->indent + 2 * padding,
                        block->row_rule};
        if (!cell->source->is_covered && rule.h > 0)
            display_rect(d, rule, block->row_colour);
    }
    display_group_end(d);
}

/* ── pieces of rows ── */

/* What a box holds of row r: from `top` to `end` of its height. */
typedef struct row_piece {
    size_t r;
    jb_len top, end;
    bool is_repeated; /* of a head, on a later page */
    uint32_t element; /* of a row in pieces, those of its cells behind it; 0 */
} row_piece;

static bool
is_last(const table_rows *m, const row_piece *p)
{
    return p->end == m->heights[p->r];
}

/* Three rules, as scientific and statistical tables have them (三线表): over
 * and under the table heavy, under the head light; and those between rows
 * where the style wants them. */
static void
draw_rules(const table_rows *m, const row_piece *p, jb_display *d)
{
    const style_block *block = m->c->block;
    const report_table *table = m->table;
    size_t r = p->r;
    jb_len heavy = block->rule_width, light = heavy / 2;
    jb_len height = p->end - p->top;
    bool is_before_band = r + 1 < table->n_rows && table->rows[r + 1].is_group;
    if (r == 0)
        draw_bar(m, d, 0, heavy, block->rule_colour);
    if (!is_last(m, p))
        return;
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
    jb_len x = m->c->x + column->x + rows_numbers_x(column) + column->lead +
               column->bars_lead;
    cell_bars_draw(m->c, &m->bars, cell, (jb_rect){x, 0, column->bars, height},
                   d);
}

/* Lines whose head is within the piece; the last piece has those that reach
 * over the row, too. Heads shown again have called their notes already. */
static void
draw_lines(const table_rows *m, const row_piece *p, const placed_cell *cell,
           layout_box *box)
{
    for (size_t i = 0; i < cell->text->n_lines; i++) {
        const text_line *line = &cell->text->lines[i];
        jb_len y = cell->at.y + (jb_len)i * cell->cell->look->leading;
        if (y < p->top || (y >= p->end && !is_last(m, p)))
            continue;
        jb_len baseline = y - p->top + cell->text->ascent;
        text_line_draw(&box->content, line, (jb_point){cell->at.x, baseline});
        if (!p->is_repeated)
            footnote_attach(m->c, box, line);
    }
}

static void
draw_cell(const table_rows *m, const row_piece *p, size_t i, layout_box *box)
{
    const placed_cell *placed = &m->placed[p->r][i];
    const table_cell *cell = placed->cell;
    bool is_header = cell->is_head || cell->source->is_header;
    display_group group = {.role = is_header ? ROLE_TH : ROLE_TD,
                           .columns = (int)cell->columns,
                           .rows = cell->source->rows,
                           .is_row_header = is_header && !cell->is_head};
    if (cell->source->is_covered)
        return;
    if (p->element != 0)
        group.element = p->element + 1 + (uint32_t)i;
    if (!p->is_repeated)
        display_group_begin(&box->content, group);
    draw_lines(m, p, placed, box);
    if (!p->is_repeated)
        display_group_end(&box->content);
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
                               rows_cell_room(m, cell), light},
                     block->rule_colour);
    }
    display_group_end(d);
}

static layout_box *
add_piece(const table_rows *m, const row_piece *p)
{
    const table_row *row = &m->rows[p->r];
    layout_box *box = compose_box(m->c, p->end - p->top);
    jb_display *d = &box->content;
    draw_group_rules(m, p->r, box->height, d);
    if (m->table->rows[p->r].is_group)
        draw_bar(m, d, 0, box->height, m->c->block->band_fill);
    if (!p->is_repeated)
        display_group_begin(d, (display_group){.role = ROLE_TR,
                                               .element = p->element});
    for (size_t i = 0; i < row->n; i++) {
        draw_cell(m, p, i, box);
        if (p->top == 0)
            draw_cell_bar(m, &row->cells[i], box->height, d);
    }
    if (!p->is_repeated)
        display_group_end(d);
    draw_rules(m, p, d);
    return box;
}

void
rows_repeat(const table_rows *m, size_t r)
{
    add_piece(m, &(row_piece){r, 0, m->heights[r], true, 0});
}

/* ── where pages may end ── */

static int
row_indent(const report_row *row)
{
    return row->n == 0 ? 0 : row->cells[0].indent;
}

/* As much at either end of a table stays together as so many rows take. */
#define FIRST_ROWS 5
#define LAST_ROWS 5

/* What `n` rows of one line take. */
static jb_len
low_rows(const table_rows *m, int n)
{
    return n * (m->line + 2 * m->row_space);
}

/* Whether rows first … end-1 take no more than `n` rows of one line would;
 * bands do not count. */
static bool
are_low(const table_rows *m, size_t first, size_t end, int n)
{
    jb_len room = low_rows(m, n), height = 0;
    for (size_t i = first; i < end && height <= room; i++)
        height += m->table->rows[i].is_group ? 0 : m->heights[i];
    return height <= room;
}

/* Whether the rows from `first` on, with their bands, would be a mere remnant
 * on a page of their own. */
static bool
are_remnant(const table_rows *m, size_t first)
{
    jb_len room = low_rows(m, LAST_ROWS - 1), height = 0;
    for (size_t r = first; r < m->table->n_rows && height <= room; r++)
        height += m->heights[r];
    return height <= room;
}

/* A group of so many rows or fewer is not parted; of a longer one no row
 * stands alone. */
#define GROUP_ROWS 4

/* Whether `r` and the row below it are of a group that is not parted there. */
static bool
group_keeps(const table_rows *m, size_t r)
{
    size_t first = m->groups[r].first, end = m->groups[r].end;
    bool is_short = end - first <= GROUP_ROWS &&
                    are_low(m, first, end, 2 * GROUP_ROWS);
    bool is_at_end = (r == first && are_low(m, r, r + 1, 2)) ||
                     (r + 2 == end && are_low(m, r + 1, end, 2));
    return m->groups[r].has_band && r + 1 < end && (is_short || is_at_end);
}

/* A band stays with its group's first row, a row with the first of its parts,
 * and no page holds only a row or two of a table's beginning or end. */
static bool
row_keeps_next(const table_rows *m, size_t r)
{
    const report_table *table = m->table;
    size_t n = table->n_rows, head = table->n_head_rows;
    if (r + 1 >= n)
        return false;
    const report_row *row = &table->rows[r], *next = row + 1;
    return r < head || row->is_group || group_keeps(m, r) ||
           (has_covered(next) && !m->parts_cells[r]) ||
           are_low(m, head, r + 1, FIRST_ROWS - 1) ||
           are_remnant(m, r + 1) ||
           (row_indent(row) == 0 && row_indent(next) > 0);
}

/* A row that takes more than this of a page may end on the next, with as many
 * lines on either; of a slide, which has few, more. */
#define WHOLE_MOST 250 /* /1000 */
#define WHOLE_MOST_OF_SLIDE 600
#define LINES_KEPT 3

static bool
is_too_high(const table_rows *m, size_t r)
{
    bool is_slide = m->c->page->size.w > m->c->page->size.h;
    int most = is_slide ? WHOLE_MOST_OF_SLIDE : WHOLE_MOST;
    return r >= m->table->n_head_rows &&
           m->heights[r] > len_scale(m->page, most, 1000);
}

static void
add_lines(const table_rows *m, size_t r)
{
    const table_row *row = &m->rows[r];
    jb_len height = m->heights[r], step = m->leading;
    jb_len lead = m->row_space - (step - m->line) / 2; /* over its first line */
    size_t n = (size_t)((height - 2 * m->row_space) / step) + 1;
    row_piece p = {.r = r, .element = ++m->c->n_elements};
    m->c->n_elements += (uint32_t)row->n;
    for (size_t i = 0; i < n && p.end < height; i++) {
        p.top = p.end;
        p.end = i + 1 < n ? lead + (jb_len)(i + 1) * step : height;
        layout_box *box = add_piece(m, &p);
        box->carry = m->carry;
        box->keeps_next = i + 1 < LINES_KEPT || i + 1 + LINES_KEPT > n;
    }
}

void
rows_add(const table_rows *m, size_t r)
{
    if (is_too_high(m, r))
        add_lines(m, r);
    else
        add_piece(m, &(row_piece){.r = r, .end = m->heights[r]});
    layout_box *box = ARRAY_LAST(&m->c->galley->boxes);
    box->carry = m->carry;
    box->keeps_next = row_keeps_next(m, r);
}
