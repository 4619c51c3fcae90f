#include "layout/wide.h"

#include "base/utf8.h"
#include "layout/rows.h"

/* White at either side of a column, in parts of an em: numbers closer to each
 * other than half of one are read as one. */
#define PADDING 4

/* ── without setting a word ── */

/* Words that are longer are broken. */
#define WORDS_EM 12

/* No character is wider than an em. */
static int
length_of(const report_cell *cell)
{
    size_t n = 0;
    for (size_t i = 0; i < cell->text.n; i++)
        n += utf8_count(cell->text.runs[i].text);
    return cell->indent + (int)n;
}

static void
lengthen(const report_table *table, const report_row *row, int *lengths)
{
    size_t column = 0;
    for (size_t i = 0; i < row->n && column < table->n_columns; i++) {
        const report_cell *cell = &row->cells[i];
        int length = cell->columns > 1 ? 0 : length_of(cell);
        if (table->columns[column] != REPORT_ALIGN_DECIMAL)
            length = length < WORDS_EM ? length : WORDS_EM;
        if (length > lengths[column])
            lengths[column] = length;
        column += (size_t)(cell->columns > 1 ? cell->columns : 1);
    }
}

/* Most tables are that narrow, and some have very many rows. */
static bool
fits_surely(const composer *c, const report_table *table)
{
    int *lengths = ARENA_ARRAY(c->arena, table->n_columns, int);
    int64_t sum = 0;
    for (size_t r = 0; r < table->n_rows; r++)
        lengthen(table, &table->rows[r], lengths);
    for (size_t i = 0; i < table->n_columns; i++)
        sum += lengths[i] + 1;
    return sum * compose_look(c, "table-cell")->size <= c->measure;
}

/* ── measured ── */

/* What the columns take at least, of text at its full size. */
static jb_len *
widths_of(const composer *c, const report_table *table)
{
    composer full = *c;
    full.table_scale = 1000;
    jb_len *widths =
        columns_least(&full, table, cells_from_table(&full, table));
    jb_len white = 2 * (compose_look(c, "table-cell")->size / PADDING);
    for (size_t i = 0; i < table->n_columns; i++)
        widths[i] += white;
    return widths;
}

static int64_t
sum_of(const jb_len *widths, size_t n)
{
    int64_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += widths[i];
    return sum;
}

/* On paper that is higher than wide. Slides are read on a screen. */
static bool
may_turn(const composer *c)
{
    return !c->is_on_side && c->page->size.h > c->page->size.w;
}

static jb_len
scaled_up(jb_len measure, int scale)
{
    return len_scale(measure, 1000, scale);
}

/* As few strips as the smallest text makes, in the largest that makes no
 * more. */
static wide_plan
cut_plan(const composer *c, const report_table *table, const jb_len *widths)
{
    int scale = c->block->shrink;
    size_t n = strips_count(c, table, widths, scaled_up(c->measure, scale));
    while (scale + ROWS_SCALE_STEP <= 1000 &&
           strips_count(c, table, widths,
                        scaled_up(c->measure, scale + ROWS_SCALE_STEP)) == n)
        scale += ROWS_SCALE_STEP;
    table_strips strips =
        strips_from_table(c, table, widths, scaled_up(c->measure, scale));
    return (wide_plan){strips.n > 1 ? WIDE_CUT : WIDE_FITS, strips, scale};
}

wide_plan
wide_from_table(const composer *c, const report_table *table)
{
    if (table->is_sideways && may_turn(c))
        return (wide_plan){.way = WIDE_TURNED};
    if (table->n_columns < 3 || fits_surely(c, table))
        return (wide_plan){.way = WIDE_FITS};
    jb_len *widths = widths_of(c, table);
    int scale = c->block->shrink;
    int64_t least = sum_of(widths, table->n_columns) * scale / 1000;
    jb_len side = c->page->size.h - c->page->top - c->page->bottom;
    if (least <= c->measure)
        return (wide_plan){.way = WIDE_FITS};
    if (may_turn(c) && least <= side)
        return (wide_plan){.way = WIDE_TURNED};
    return cut_plan(c, table, widths);
}

/* ── telling it ── */

void
wide_note(composer *c, const jb_node *node, const wide_plan *plan)
{
    compose_wide wide = {node, plan->strips.n, plan->strips.n_stub};
    ARRAY_PUSH(c->arena, &c->wide, wide);
}

static slice
count_words(const composer *c, size_t n)
{
    return slice_printf(c->arena, "%zu", n);
}

/* That of an attachment's table is the attachment's. */
static slice
name_of(const composer *c, const jb_node *node)
{
    slice caption = report_plain_text(c->arena, &node->table->caption);
    return caption.len > 0 ? caption
                           : report_plain_text(c->arena, &node->text);
}

void
wide_report(const composer *c)
{
    for (size_t i = 0; i < c->wide.n; i++) {
        const compose_wide *wide = &c->wide.at[i];
        const report_table *table = wide->node->table;
        slice name = name_of(c, wide->node);
        slice columns = count_words(c, table->n_columns);
        if (wide->n_strips == 0)
            diag_report(c->diags, &LAYOUT_TABLE_TURNED, wide->node->span, name,
                        columns);
        else
            diag_report(c->diags, &LAYOUT_TABLE_CUT, wide->node->span, name,
                        columns, count_words(c, wide->n_strips),
                        count_words(c, wide->n_stub));
    }
}
