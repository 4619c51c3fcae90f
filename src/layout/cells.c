#include "layout/cells.h"

#include "base/utf8.h"

/* ── numbers ── */

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* What may stand before the digits of a number that is aligned: signs and
 * marks of a bound. */
static bool
is_sign(uint32_t code)
{
    static const uint32_t signs[] = {
        '+',    '-',    '<',    '>',    '~',    '(',    0x00B1, 0x2212, 0xFF08,
        0x25B2, 0x25BC, /* ▲ ▼ */
        0x2264, 0x2265, 0x2248, 0x7EA6, 0x8D85, 0x8FD1, /* ≤ ≥ ≈ 约 超 近 */
    };
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (code == signs[i])
            return true;
    return false;
}

bool
cells_is_number(const table_cell *cell)
{
    slice text = cell->line->text;
    for (size_t i = 0; i < text.len;) {
        if (is_digit(text.at[i]))
            return true;
        if (!is_sign(utf8_next(text, &i)))
            return false;
    }
    return false;
}

/* Whether a comma at byte `i` parts thousands: three digits follow, no more. */
static bool
parts_thousands(slice text, size_t i)
{
    if (i + 3 >= text.len || text.at[i] != ',')
        return false;
    for (size_t k = 1; k <= 3; k++)
        if (!is_digit(text.at[i + k]))
            return false;
    return i + 4 >= text.len || !is_digit(text.at[i + 4]);
}

/* Byte behind the first run of digits: 2671 in “约2671家”, 1,234 in “1,234.5”.
 */
static size_t
integer_end(slice text)
{
    size_t i = 0;
    while (i < text.len && !is_digit(text.at[i]))
        i++;
    while (i < text.len && (is_digit(text.at[i]) || parts_thousands(text, i)))
        i++;
    return i;
}

/* Where the cluster that begins at byte `at` of the line's text stands. */
static jb_len
cluster_x(const text_line *line, size_t at)
{
    size_t byte = line->first;
    for (size_t i = 0; i < line->n_runs; i++) {
        const jb_glyph_run *run = &line->runs[i];
        for (size_t g = 0; g < run->n_glyphs; g++) {
            if (byte >= at && run->glyphs[g].text_bytes > 0)
                return run->origin.x + run->glyphs[g].x;
            byte += run->glyphs[g].text_bytes;
        }
    }
    return line->x + line->width;
}

jb_len
cells_lead(const table_cell *cell)
{
    const jb_paragraph *p = cell->line;
    return p->n_lines == 0 ? 0
                           : cluster_x(&p->lines[0], integer_end(p->text));
}

/* ── setting ── */

static const style_text *
row_look(const composer *c, const report_table *table, size_t r)
{
    const style_text *look =
        compose_look(c, r < table->n_head_rows    ? "table-head"
                        : table->rows[r].is_group ? "table-group"
                                                  : "table-cell");
    if (c->table_scale == 1000)
        return look;
    style_text *scaled = ARENA_NEW(c->arena, style_text);
    *scaled = *look;
    scaled->size = len_scale(look->size, c->table_scale, 1000);
    scaled->leading = len_scale(look->leading, c->table_scale, 1000);
    return scaled;
}

static void
set_cell(const composer *c, table_cell *cell)
{
    style_text look = *cell->look;
    look.align = STYLE_START;
    cell->line = set_text(c, &cell->source->text, &look, 0);
    cell->indent = cell->source->indent * look.size;
    if (cell->line->n_lines > 0)
        cell->width = cell->line->lines[0].x + cell->line->lines[0].width;
}

static table_row
set_row(const composer *c, const report_table *table, size_t r)
{
    const report_row *source = &table->rows[r];
    table_row row = {ARENA_ARRAY(c->arena, source->n, table_cell), 0};
    size_t column = 0;
    while (row.n < source->n && column < table->n_columns) {
        table_cell *cell = &row.cells[row.n];
        cell->source = &source->cells[row.n++];
        int columns = cell->source->columns;
        cell->column = column;
        cell->columns = columns > 1 ? (size_t)columns : 1;
        cell->is_head = r < table->n_head_rows;
        cell->is_aligned = !cell->is_head && cell->columns == 1 &&
                           table->columns[column] == REPORT_ALIGN_DECIMAL;
        cell->look = row_look(c, table, r);
        set_cell(c, cell);
        column += cell->columns;
    }
    return row;
}

table_row *
cells_from_table(const composer *c, const report_table *table)
{
    table_row *rows = ARENA_ARRAY(c->arena, table->n_rows, table_row);
    for (size_t r = 0; r < table->n_rows; r++)
        rows[r] = set_row(c, table, r);
    return rows;
}
