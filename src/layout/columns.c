#include "layout/columns.h"

#include "base/utf8.h"

/* ── decimal points ── */

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* What may stand before the digits of a number that is aligned: signs and
 * marks of a bound. 净增3个 and 减亏3.1亿元 are words. */
static bool
is_sign(uint32_t code)
{
    static const uint32_t signs[] = {
        '+',    '-',    '<',    '>',    '~',    0x00B1, 0x2212,
        0x2264, 0x2265, 0x2248, 0x7EA6, 0x8D85, 0x8FD1, /* ≤ ≥ ≈ 约 超 近 */
    };
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (code == signs[i])
            return true;
    return false;
}

bool
columns_is_number(const jb_paragraph *p)
{
    for (size_t i = 0; i < p->text.len;) {
        if (is_digit(p->text.at[i]))
            return true;
        if (!is_sign(utf8_next(p->text, &i)))
            return false;
    }
    return false;
}

/* Byte behind the first run of digits: 2671 in “约2671家”. */
static size_t
integer_end(slice text)
{
    size_t i = 0;
    while (i < text.len && !is_digit(text.at[i]))
        i++;
    while (i < text.len && is_digit(text.at[i]))
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
columns_lead(const jb_paragraph *p)
{
    if (p->n_lines == 0)
        return 0;
    return cluster_x(&p->lines[0], integer_end(p->text));
}

/* ── widths ── */

/* Words of up to this many em are not broken for the sake of their width:
 * 万元, 全省第一方阵. */
#define KEPT_EM 6

static void
measure_number(composer *c, table_column *column, const report_text *text,
               const style_text *look)
{
    jb_paragraph *p = set_text(c, text, look, 0);
    if (p->n_lines == 0)
        return;
    jb_len width = p->lines[0].x + p->lines[0].width;
    if (!columns_is_number(p)) {
        column->widest = len_max(column->widest, width);
        return;
    }
    jb_len lead = columns_lead(p);
    column->lead = len_max(column->lead, lead);
    column->trail = len_max(column->trail, width - lead);
}

static const style_text *
cell_look(composer *c, const report_row *row, bool is_head)
{
    return compose_look(c, is_head         ? "table-head"
                           : row->is_group ? "table-group"
                                           : "table-cell");
}

static void
measure_row(composer *c, const report_table *table, size_t r,
            table_column *columns)
{
    const report_row *row = &table->rows[r];
    bool is_head = r < table->n_head_rows;
    const style_text *look = cell_look(c, row, is_head);
    size_t j = 0;
    for (size_t i = 0; i < row->n && j < table->n_columns; i++) {
        const report_cell *cell = &row->cells[i];
        table_column *column = &columns[j];
        j += (size_t)(cell->columns > 1 ? cell->columns : 1);
        if (cell->columns > 1)
            continue;
        if (!is_head && table->columns[j - 1] == REPORT_ALIGN_DECIMAL) {
            measure_number(c, column, &cell->text, look);
            continue;
        }
        set_range range = set_widths(c, &cell->text, look);
        jb_len indent = cell->indent * look->size;
        jb_len kept = len_min(range.widest, KEPT_EM * look->size);
        jb_len narrowest = len_max(range.narrowest, kept);
        column->narrowest = len_max(column->narrowest, narrowest + indent);
        column->widest = len_max(column->widest, range.widest + indent);
    }
}

/* Numbers keep their width; the rest share what is left between the widest
 * unbreakable piece and the width on one line. When all fit on one line the
 * columns grow in proportion. */
static void
share_width(table_column *columns, size_t n, jb_len room)
{
    int64_t narrowest = 0, widest = 0;
    for (size_t i = 0; i < n; i++) {
        table_column *column = &columns[i];
        jb_len number = column->lead + column->trail;
        column->narrowest = len_max(column->narrowest, number);
        column->widest = len_max(column->widest, column->narrowest);
        narrowest += column->narrowest;
        widest += column->widest;
    }
    for (size_t i = 0; i < n; i++) {
        table_column *column = &columns[i];
        jb_len spread = column->widest - column->narrowest;
        if (widest <= room && widest > 0)
            column->width = len_scale(column->widest, room, widest);
        else if (narrowest <= room && widest > narrowest)
            column->width = column->narrowest +
                            len_scale(spread, room - narrowest,
                                      widest - narrowest);
        else if (narrowest > 0)
            column->width = len_scale(column->narrowest, room, narrowest);
    }
}

table_column *
columns_from_table(composer *c, const report_table *table, jb_len measure,
                   jb_len padding)
{
    table_column *columns =
        ARENA_ARRAY(c->arena, table->n_columns, table_column);
    for (size_t r = 0; r < table->n_rows; r++)
        measure_row(c, table, r, columns);
    jb_len room = measure - (jb_len)table->n_columns * 2 * padding;
    share_width(columns, table->n_columns, room);
    jb_len x = 0;
    for (size_t i = 0; i < table->n_columns; i++) {
        columns[i].x = x + padding;
        x += columns[i].width + 2 * padding;
    }
    return columns;
}
