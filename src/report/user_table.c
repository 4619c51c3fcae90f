/* A table that a person wrote, with its placeholders filled: common heads over
 * columns, bands over rows, figures by their points. */
#include "report/draft.h"

/* 11月15日前, 2024年3月, 12月底: a day or a month is no amount. */
static bool
is_date(slice text)
{
    size_t i = 0;
    while (i < text.len && text.at[i] >= '0' && text.at[i] <= '9')
        i++;
    text = slice_cut(text, i, text.len);
    return i <= 4 && (slice_starts_with(text, SLICE_OF("年")) ||
                      slice_starts_with(text, SLICE_OF("月")) ||
                      slice_starts_with(text, SLICE_OF("日")));
}

/* Whether a cell begins like a number: 12.3, −5.1%, +0.2, ▲3.1%. */
static bool
is_numeric(arena *a, const report_text *text)
{
    static const char *const signs[] = {"+", "-", "−", "▲", "▼", "约", "≥",
                                        "≤", ">", "<"};
    slice rest = report_plain_text(a, text);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (slice_starts_with(rest, slice_from(signs[i]))) {
            rest = slice_cut(rest, strlen(signs[i]), rest.len);
            break;
        }
    return rest.len > 0 && rest.at[0] >= '0' && rest.at[0] <= '9' &&
           !is_date(rest);
}

/* ── cells that reach over others ── */

static const slice LEFT = SLICE("<"), ABOVE = SLICE("^");

/* The cell of the row that stands in this column, or reaches over it. */
static report_cell *
cell_in_column(const report_row *row, size_t column)
{
    size_t at = 0;
    for (size_t i = 0; i < row->n; i++) {
        at += (size_t)row->cells[i].columns;
        if (column < at)
            return &row->cells[i];
    }
    return NULL;
}

/* Rows that a cell may reach over: more than a page holds. */
#define SPAN_MOST 200

/* The cell above row `r` that reaches down to it; NULL when a band or the
 * head stands there. */
static report_cell *
cell_above(const report_table *t, size_t r, size_t column)
{
    size_t top = r > t->n_head_rows + SPAN_MOST ? r - SPAN_MOST
                                                : t->n_head_rows;
    while (r-- > top && !t->rows[r].is_group) {
        report_cell *cell = cell_in_column(&t->rows[r], column);
        if (cell == NULL || !cell->is_covered)
            return cell;
    }
    return NULL;
}

/* A column with more numbers than words is one of numbers. */
static report_align
column_align(draft *d, const metrics_table *from, size_t column,
             const report_table *table)
{
    size_t numbers = 0, words = 0;
    switch (from->columns[column].align) {
    case METRICS_ALIGN_START:
        return REPORT_ALIGN_START;
    case METRICS_ALIGN_CENTRE:
        return REPORT_ALIGN_CENTRE;
    case METRICS_ALIGN_DECIMAL:
        return REPORT_ALIGN_DECIMAL;
    default:
        break;
    }
    for (size_t r = table->n_head_rows; r < table->n_rows; r++) {
        const report_cell *cell = cell_in_column(&table->rows[r], column);
        if (table->rows[r].is_group || cell == NULL || cell->text.n == 0 ||
            cell->columns > 1)
            continue;
        bool is_number = is_numeric(d->arena, &cell->text);
        numbers += is_number;
        words += !is_number;
    }
    return numbers > words ? REPORT_ALIGN_DECIMAL : REPORT_ALIGN_START;
}

/* ── heads ── */

#define HEAD_LEVELS 3

/* How many heads stand over column `i`, its own included. */
static size_t
head_depth(const metrics_column *column)
{
    return column->outer.text.at != NULL   ? HEAD_LEVELS
           : column->group.text.at != NULL ? 2
                                           : 1;
}

/* The n-th of them from the top. */
static const metrics_text *
head_at(const metrics_column *column, size_t n)
{
    const metrics_text *all[] = {&column->outer, &column->group,
                                 &column->heading};
    return all[HEAD_LEVELS - head_depth(column) + n];
}

static size_t
heads_of(const metrics_table *t)
{
    size_t most = 1;
    for (size_t i = 0; i < t->n_columns; i++) {
        size_t depth = head_depth(&t->columns[i]);
        most = depth > most ? depth : most;
    }
    return most;
}

/* Columns from `first` on under the same head in row `r`: what a person wrote
 * once stands at one place. */
static int
group_width(const metrics_table *t, size_t first, size_t r)
{
    const metrics_column *column = &t->columns[first];
    size_t end = first + 1;
    while (r + 1 < head_depth(column) && end < t->n_columns &&
           r + 1 < head_depth(&t->columns[end]) &&
           head_at(&t->columns[end], r)->text.at ==
               head_at(column, r)->text.at)
        end++;
    return (int)(end - first);
}

/* Row r of the heads: those over several columns; a column's own head, which
 * reaches down to the last row; below it the cell is covered. */
static void
add_heads(draft *d, const metrics_table *t, report_table *table, size_t r)
{
    report_row *row = &table->rows[r];
    row->cells = ARENA_ARRAY(d->arena, t->n_columns, report_cell);
    for (size_t i = 0; i < t->n_columns;) {
        const metrics_column *column = &t->columns[i];
        size_t depth = head_depth(column);
        report_cell *cell = &row->cells[row->n++];
        *cell = (report_cell){.columns = group_width(t, i, r),
                              .is_header = true,
                              .is_covered = r >= depth};
        if (r < depth && head_at(column, r)->text.len > 0)
            cell->text = draft_filled(d, head_at(column, r));
        cell->rows = r + 1 == depth ? (int)(table->n_head_rows - r) : 1;
        i += (size_t)cell->columns;
    }
}

/* A hyphen before a number is a minus. */
static void
mend_minus(draft *d, report_text *text)
{
    slice words = text->n == 0 ? SLICE_OF("") : text->runs[0].text;
    if (words.len < 2 || words.at[0] != '-' || words.at[1] < '0' ||
        words.at[1] > '9')
        return;
    text->runs[0].text = slice_join(d->arena, SLICE_OF("−"),
                                    slice_cut(words, 1, words.len));
}

/* Full-width spaces before a name put it under the one above. */
#define INDENT_MOST 6

static int
indent_of(slice text)
{
    static const slice space = SLICE("\xE3\x80\x80");
    int n = 0;
    while (n < INDENT_MOST && slice_starts_with(text, space)) {
        text = slice_cut(text, space.len, text.len);
        n++;
    }
    return n;
}

/* A cell of “<” is part of the one on its left, of “^” of the one above. */
static void
add_cell(draft *d, const metrics_text *from, report_table *t, size_t r)
{
    report_row *row = &t->rows[r];
    report_cell *left = row->n > 0 ? &row->cells[row->n - 1] : NULL;
    if (left != NULL && slice_equal(from->text, LEFT)) {
        left->columns++;
        return;
    }
    report_cell *cell = &row->cells[row->n];
    size_t column = 0;
    for (size_t i = 0; i < row->n; i++)
        column += (size_t)row->cells[i].columns;
    *cell = (report_cell){.columns = 1, .is_header = row->n == 0};
    report_cell *above = slice_equal(from->text, ABOVE)
                             ? cell_above(t, r, column)
                             : NULL;
    if (above != NULL) {
        size_t first = r;
        while (cell_in_column(&t->rows[first], column) != above)
            first--;
        above->rows = (int)(r - first + 1);
        cell->is_covered = true;
    } else if (from->text.len > 0) {
        cell->text = draft_filled(d, from);
        cell->indent = indent_of(from->text);
        mend_minus(d, &cell->text);
    }
    row->n++;
}

static void
add_row(draft *d, const metrics_table *t, const metrics_row *from,
        report_table *table, size_t r)
{
    static const metrics_text nothing = {{NULL, 0}, {NULL, 0, 0}, NULL};
    report_row *row = &table->rows[r];
    size_t n = from->is_band ? 1 : t->n_columns;
    row->is_group = from->is_band;
    row->cells = ARENA_ARRAY(d->arena, n, report_cell);
    for (size_t i = 0; i < n; i++)
        add_cell(d, i < from->n ? &from->cells[i] : &nothing, table, r);
    if (from->is_band)
        row->cells[0].columns = (int)t->n_columns;
}

static void
add_note(draft *d, report_table *table, const char *lead,
         const metrics_text *text)
{
    if (text->text.len == 0)
        return;
    report_text words = draft_filled(d, text);
    report_text *note = &table->notes[table->n_notes++];
    note->n = words.n + 1;
    note->runs = ARENA_ARRAY(d->arena, words.n + 1, report_inline);
    note->runs[0].text = slice_from(lead);
    memcpy(note->runs + 1, words.runs, words.n * sizeof *words.runs);
}

static void
align_columns(draft *d, const metrics_table *from, report_table *table)
{
    table->columns = ARENA_ARRAY(d->arena, from->n_columns, report_align);
    table->n_columns = from->n_columns;
    for (size_t i = 0; i < from->n_columns; i++)
        table->columns[i] = column_align(d, from, i, table);
}

const jb_node *
draft_user_table(draft *d, size_t index)
{
    const metrics_table *from = metrics_table_at(d->metrics, index);
    report_table *table = ARENA_NEW(d->arena, report_table);
    table->is_sideways = from->is_sideways;
    table->n_head_rows = heads_of(from);
    table->n_rows = table->n_head_rows + from->n_rows;
    table->rows = ARENA_ARRAY(d->arena, table->n_rows, report_row);
    table->notes = ARENA_ARRAY(d->arena, 2, report_text);
    if (from->title.text.len > 0)
        table->caption = draft_filled(d, &from->title);
    if (from->unit.text.len > 0)
        table->unit = slice_join(d->arena, SLICE_OF("单位："),
                                 from->unit.text);
    for (size_t r = 0; r < table->n_head_rows; r++)
        add_heads(d, from, table, r);
    for (size_t r = 0; r < from->n_rows; r++)
        add_row(d, from, &from->rows[r], table, table->n_head_rows + r);
    align_columns(d, from, table);
    add_note(d, table, "注：", &from->note);
    add_note(d, table, "资料来源：", &from->source);
    jb_node *node = draft_node(d, REPORT_TABLE);
    node->table = table;
    node->span = from->span;
    node->target = draft_target(d, REPORT_TO_TABLE, from->id);
    return node;
}
