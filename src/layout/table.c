#include "layout/cell_bars.h"
#include "layout/columns.h"
#include "layout/compose.h"

/* Three rules, as scientific and statistical tables have them (三线表): over
 * and under the table heavy, under the head light. */
typedef struct placed_cell placed_cell;

typedef struct table_maker {
    composer *c;
    const report_table *table;
    const table_row *rows;
    const table_column *columns;
    cell_bars bars;
    jb_len row_space;    /* above and below a row's text */
    placed_cell **placed; /* of each row */
    jb_len *heights;      /* the same */
    bool is_tight;        /* numbers or short words are broken */
    layout_carry *carry;
} table_maker;

/* ── cells ── */

/* A cell's text where it stands in the row's box. */
struct placed_cell {
    const table_cell *cell;
    jb_paragraph *text;
    jb_point at;
};

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

static size_t
rows_spanned(const table_maker *m, const table_cell *cell, size_t r)
{
    size_t rows = cell->source->rows > 1 ? (size_t)cell->source->rows : 1;
    return r + rows <= m->table->n_rows ? rows : m->table->n_rows - r;
}

static jb_len
cell_height(const table_maker *m, const placed_cell *placed)
{
    return placed->cell->source->is_covered
               ? 0
               : set_height(placed->text, placed->cell->look) +
                     2 * m->row_space;
}

static jb_len
height_of_rows(const table_maker *m, size_t first, size_t n)
{
    jb_len height = 0;
    for (size_t i = 0; i < n; i++)
        height += m->heights[first + i];
    return height;
}

/* A cell over several rows stands in their middle; when it is higher than
 * they are, the last of them becomes higher. */
static void
place_over_rows(table_maker *m, size_t r)
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
place_rows(table_maker *m)
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
                m->heights[r] = len_max(
                    m->heights[r], cell_height(m, &m->placed[r][i]));
        }
    }
    for (size_t r = 0; r < n; r++)
        place_over_rows(m, r);
}

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
draw_row_rule(const table_maker *m, size_t r, jb_len height, jb_display *d)
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
        draw_row_rule(m, r, height, d);
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
attach_notes(const table_maker *m, layout_box *box, const placed_cell *cell,
             bool is_own)
{
    for (size_t i = 0; is_own && i < cell->text->n_lines; i++)
        footnote_attach(m->c, box, &cell->text->lines[i]);
}

/* A light rule under each head that stands over several columns. */
static void
draw_group_rules(const table_maker *m, size_t r, jb_len height,
                 jb_display *d)
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

/* Row r in its box; `has_groups` is false for heads that are shown again on a
 * later page, which are no part of the document's structure. */
static void
draw_row(const table_maker *m, size_t r, layout_box *box, bool has_groups)
{
    const table_row *row = &m->rows[r];
    const placed_cell *cells = m->placed[r];
    jb_display *d = &box->content;
    box->height = m->heights[r];
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
static bool
row_keeps_next(const report_table *table, size_t r)
{
    if (r + 1 >= table->n_rows)
        return false;
    const report_row *row = &table->rows[r], *next = row + 1;
    return r < table->n_head_rows || has_covered(next) || row->is_group ||
           group_keeps(table, r) || rows_until(table, r) < FIRST_ROWS ||
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

/* Under a slide's heading the caption is as small as a chart's. */
static const style_text *
caption_look(const composer *c)
{
    return compose_look(c, c->room > 0 ? "chart-title" : "table-caption");
}

/* ── what is shown again over a page ── */

static void
add_continued(table_maker *m, slice caption)
{
    composer *c = m->c;
    slice mark = template_fill(c->arena, &c->block->continued, c->fields);
    const style_text *look = caption_look(c);
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
caption_words(const composer *c, const jb_node *node)
{
    const report_table *table = node->table;
    report_text bare = reference_bare(c, &table->caption);
    slice own = report_plain_text(c->arena, &bare);
    if (node->target != NULL)
        return slice_join(c->arena, reference_caption(c, node->target), own);
    slice text = template_fill(c->arena, &c->block->heading, c->fields);
    return text.len > 0 ? text : own;
}

static void
keep_with_table(composer *c, size_t first)
{
    for (size_t i = first; i < c->galley->boxes.n; i++) {
        c->galley->boxes.at[i].keeps_next = true;
        c->galley->boxes.at[i].is_line = false;
    }
}

/* The caption with the number that it has among the tables. */
static void
compose_caption(composer *c, const jb_node *node, slice words)
{
    const style_text *look = caption_look(c);
    const report_table *table = node->table;
    size_t first = c->galley->boxes.n;
    report_text text = {ARENA_ARRAY(c->arena, table->caption.n + 1,
                                    report_inline), 1};
    text.runs[0].text = words;
    if (node->target != NULL) {
        text.n = table->caption.n + 1;
        text.runs[0].text = reference_caption(c, node->target);
        memcpy(text.runs + 1, table->caption.runs,
               table->caption.n * sizeof *text.runs);
    }
    /* With the unit it is one caption of two paragraphs. */
    bool has_unit = table->unit.len > 0;
    layout_box *head =
        compose_text(c, &text, look, has_unit ? ROLE_P : ROLE_CAPTION);
    if (head == NULL)
        return;
    if (c->room > 0)
        ARRAY_LAST(&c->galley->boxes)->after = look->leading / 4;
    if (node->target == NULL) {
        head->outline = words;
        head->outline_level = 2;
    }
    keep_with_table(c, first);
}

/* 单位：亿元, at the right over the table. */
static void
compose_unit(composer *c, const report_table *table)
{
    style_text look = *compose_look(c, "table-unit");
    size_t first = c->galley->boxes.n;
    look.align = STYLE_END;
    if (compose_slice(c, table->unit, &look, ROLE_P) != NULL)
        keep_with_table(c, first);
}

static void
compose_table_notes(composer *c, const report_table *table)
{
    const style_text *look = compose_look(c, "table-note");
    for (size_t i = 0; i < table->n_notes; i++) {
        layout_box *over = ARRAY_LAST(&c->galley->boxes);
        over->keeps_next = true;
        over->after = i == 0 ? len_max(LEN_OF_PT(3), look->size / 3) : 0;
        size_t first = c->galley->boxes.n;
        compose_text(c, &table->notes[i], look, ROLE_P);
        for (size_t b = first; b < c->galley->boxes.n; b++)
            c->galley->boxes.at[b].keeps_next =
                b + 1 < c->galley->boxes.n;
    }
}

/* A table in a section looks as the block of the file's table does. */
static const style_block *
table_block(const composer *c)
{
    if (c->block->kind == BLOCK_TABLE)
        return c->block;
    for (size_t i = 0; i < style_blocks_count(c->style); i++)
        if (style_block_at(c->style, i)->kind == BLOCK_TABLE)
            return style_block_at(c->style, i);
    return c->block;
}

/* The white at either side of a column, in parts of an em: as much as leaves
 * every number and short word on one line. */
static const int PADDINGS[] = {2, 3, 4, 6};

static void
choose_columns(table_maker *m, jb_len size, jb_len bars)
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

/* `bars`: room for those beside growth. */
static table_maker
table_maker_from(composer *c, const report_table *table, jb_len bars)
{
    style_text look = *compose_look(c, "table-cell");
    look.size = len_scale(look.size, c->table_scale, 1000);
    look.leading = len_scale(look.leading, c->table_scale, 1000);
    table_maker m = {.c = c,
                     .table = table,
                     .rows = cells_from_table(c, table),
                     .row_space = len_max(look.leading - look.size,
                                          LEN_OF_PT(2)) / 2 + LEN_OF_PT(1),
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
#define SCALE_LEAST 800
#define SCALE_STEP 50

static table_maker
fitting_maker(composer *c, const report_table *table, jb_len bars)
{
    table_maker m = table_maker_from(c, table, bars);
    while (m.is_tight && c->table_scale > SCALE_LEAST) {
        c->table_scale -= SCALE_STEP;
        m = table_maker_from(c, table, bars);
    }
    place_rows(&m);
    return m;
}

/* A table that takes less than this of a page moves on in one piece where it
 * does not fit, and the text before it fills the page; a longer one is parted,
 * and waits for those before it. */
#define FLOATING_MOST 667 /* /1000 */

static void
let_float(composer *c, size_t first)
{
    jb_len height = 0;
    jb_len page = c->page->size.h - c->page->top - c->page->bottom;
    for (size_t i = first; i < c->galley->boxes.n; i++)
        height += c->galley->boxes.at[i].height;
    layout_box *head = &c->galley->boxes.at[first];
    if (height <= len_scale(page, FLOATING_MOST, 1000))
        head->floats = c->galley->boxes.n - first;
    else
        head->clears_floats = true;
}

/* The table with its caption and notes. */
static void
compose_whole(composer *c, const jb_node *node, bool is_in_section)
{
    const report_table *table = node->table;
    const layout_element *parent = c->element;
    size_t first = c->galley->boxes.n;
    jb_len space = compose_look(c, "table-cell")->leading;
    table_maker m = fitting_maker(
        c, table, is_in_section ? 0 : c->block->growth_bars);
    c->element = compose_element(c, ROLE_TABLE, SLICE_OF(""));
    slice words = caption_words(c, node);
    const layout_element *whole = c->element;
    if (table->unit.len > 0)
        c->element = compose_element(c, ROLE_CAPTION, SLICE_OF(""));
    compose_caption(c, node, words);
    compose_unit(c, table);
    c->element = whole;
    for (size_t r = 0; r < table->n_rows; r++)
        add_row(&m, r);
    add_continued(&m, words);
    c->element = parent;
    compose_table_notes(c, table);
    ARRAY_LAST(&c->galley->boxes)->after = space;
    layout_box *head = &c->galley->boxes.at[first];
    head->before = is_in_section ? space : head->before;
    if (node->target != NULL)
        head->anchor = reference_id(c, node->target);
}

/* What the lines of one block behind the table need. */
static jb_len
block_height(composer *c, const style_block *block, const jb_node *node)
{
    jb_len height = block->space_before;
    for (size_t i = 0; i < node->n_children; i++) {
        const jb_node *line = node->children[i];
        if (line->note > 0 && footnote_is_at_foot(c))
            continue;
        jb_paragraph *p =
            set_text(c, &line->text, block->look, style_measure(c->style));
        height += (jb_len)p->n_lines * block->look->leading;
    }
    return height;
}

/* Notes and sources that stand under the table want their room. */
static jb_len
height_behind(composer *c)
{
    jb_len height = 0;
    size_t i = 0, n = style_blocks_count(c->style);
    while (i < n && style_block_at(c->style, i) != c->block)
        i++;
    while (++i < n) {
        const style_block *block = style_block_at(c->style, i);
        bool is_notes = block->kind == BLOCK_NOTES;
        if ((!is_notes && block->kind != BLOCK_SOURCES) ||
            block->break_before == BREAK_PAGE)
            break;
        const jb_node *node = compose_node_lookup(
            c, is_notes ? REPORT_NOTES : REPORT_SOURCES);
        if (node != NULL)
            height += block_height(c, block, node);
    }
    return height;
}

/* The largest scale worth trying: every row takes a line at least. */
static int
scale_within(const composer *c, const report_table *table, jb_len room)
{
    jb_len line = compose_look(c, "table-cell")->leading;
    int64_t least = (int64_t)table->n_rows * line;
    int64_t scale = (int64_t)room * 1000 / least / SCALE_STEP * SCALE_STEP;
    return scale < c->block->grow ? (int)scale : c->block->grow;
}

/* A table that leaves room on its page is set larger, as far as the block
 * wants it; one that does not fit keeps its size and goes on over pages. */
static void
compose_grown(composer *c, const jb_node *node, bool is_in_section)
{
    compose_point start = compose_here(c);
    jb_len room = c->room;
    if (room == 0)
        room = c->page->size.h - c->page->top - c->page->bottom -
               height_behind(c);
    int most = scale_within(c, node->table, room);
    for (int scale = most;; scale -= SCALE_STEP) {
        c->table_scale = scale < 1000 ? 1000 : scale;
        compose_whole(c, node, is_in_section);
        if (scale <= 1000 || compose_height_since(c, &start) <= room)
            break;
        compose_go_back(c, &start);
    }
    c->table_scale = 1000;
}

void
compose_table(composer *c, const jb_node *node, bool floats)
{
    const report_table *table = node->table;
    if (table == NULL || table->n_rows == 0 || table->n_columns == 0)
        return;
    const style_block *block = c->block;
    size_t first = c->galley->boxes.n;
    c->block = table_block(c);
    compose_grown(c, node, block->kind != BLOCK_TABLE);
    if (floats)
        let_float(c, first);
    c->block = block;
}
