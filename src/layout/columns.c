#include "layout/columns.h"

#include <stdlib.h>

#include "layout/cell_bars.h"

/* Words of up to this many em are not broken for the sake of their width:
 * 万元, 全省第一方阵. */
#define KEPT_EM 6
/* Of heads, where there is no room for more; a little more is not broken for
 * its sake: 1—9月. */
#define KEPT_HEAD_EM 3

static void
widen(table_column *column, const table_cell *cell)
{
    if (cell->columns > 1)
        return;
    if (!cell->is_aligned || !cells_is_number(cell)) {
        column->widest = len_max(column->widest, cell->width + cell->indent);
        return;
    }
    jb_len lead = cells_lead(cell);
    column->lead = len_max(column->lead, lead);
    column->trail = len_max(column->trail, cell->width - lead);
    if (cell_bars_has(cell))
        column->bars_lead = len_max(column->bars_lead, cell->width - lead);
}

static jb_len
narrowest_head(const composer *c, const table_cell *cell)
{
    jb_len few = KEPT_HEAD_EM * cell->look->size;
    jb_len most = few + cell->look->size / 2;
    if (cell->width < most)
        return cell->width;
    jb_len least =
        set_widths(c, &cell->source->text, cell->look).narrowest;
    return least < most ? len_max(few, least) : few;
}

/* The least width of a cell's words; numbers are never broken. */
static jb_len
narrowest_of(const composer *c, const table_cell *cell, bool breaks_heads)
{
    if (cell->columns > 1)
        return 0;
    if (breaks_heads && cell->is_head)
        return narrowest_head(c, cell);
    if (cell->is_aligned || cell->width <= KEPT_EM * cell->look->size)
        return cell->width + cell->indent;
    set_range range = set_widths(c, &cell->source->text, cell->look);
    jb_len two_lines = len_min(cell->width * 11 / 20,
                               KEPT_EM * cell->look->size);
    return len_max(range.narrowest, two_lines) + cell->indent;
}

typedef struct columns_sums {
    int64_t narrowest, widest;
    jb_len room; /* for the text of all */
} columns_sums;

/* One line's widths of a column's words, in ascending order. */
typedef struct word_widths {
    ARRAY(jb_len) of;
} word_widths;

static int
by_length(const void *a, const void *b)
{
    jb_len x = *(const jb_len *)a, y = *(const jb_len *)b;
    return (x > y) - (x < y);
}

static word_widths *
word_widths_of(const composer *c, const report_table *table,
               const table_row *rows)
{
    word_widths *words = ARENA_ARRAY(c->arena, table->n_columns, word_widths);
    for (size_t r = 0; r < table->n_rows; r++)
        for (size_t i = 0; i < rows[r].n; i++) {
            const table_cell *cell = &rows[r].cells[i];
            if (cell->columns == 1)
                ARRAY_PUSH(c->arena, &words[cell->column].of,
                           cell->width + cell->indent);
        }
    for (size_t i = 0; i < table->n_columns; i++)
        if (words[i].of.n > 0)
            qsort(words[i].of.at, words[i].of.n, sizeof *words[i].of.at,
                  by_length);
    return words;
}

/* A column made wider, and how many cells then need no second line. */
typedef struct widening {
    table_column *column;
    jb_len width;
    size_t n_freed;
} widening;

static void
best_widening(table_column *column, const word_widths *words, jb_len left,
              widening *best)
{
    size_t n_freed = 0;
    for (size_t i = 0; i < words->of.n; i++) {
        jb_len width = words->of.at[i];
        if (width <= column->width)
            continue;
        if (width - column->width > left)
            break;
        n_freed++;
        jb_len cost = width - column->width;
        if (best->column == NULL ||
            (int64_t)n_freed * (best->width - best->column->width) >
                (int64_t)best->n_freed * cost)
            *best = (widening){column, width, n_freed};
    }
}

/* How much wider the column must be for its longest words to stand on one
 * line. */
static jb_len
missing_width(const table_column *column)
{
    return len_max(column->widest - column->width, 0);
}

/* What is left over goes where words still take several lines, in proportion
 * to what they miss; where none do, to all. */
static void
share_rest(table_column *columns, size_t n, jb_len room)
{
    int64_t missing = 0;
    for (size_t i = 0; i < n; i++)
        missing += missing_width(&columns[i]);
    for (size_t i = 0; i < n && missing == 0; i++) {
        jb_len share = room / (jb_len)(n - i);
        columns[i].width += share;
        room -= share;
    }
    for (size_t i = 0; i < n && missing > 0; i++) {
        jb_len own = missing_width(&columns[i]);
        jb_len share = (jb_len)((int64_t)room * own / missing);
        columns[i].width += share;
        room -= share;
        missing -= own;
    }
}

/* From their narrowest, columns are widened where that spares the most second
 * lines for its length. */
static void
share_by_lines(table_column *columns, const word_widths *words, size_t n,
               jb_len room)
{
    for (size_t i = 0; i < n; i++) {
        columns[i].width = columns[i].narrowest;
        room -= columns[i].narrowest;
    }
    for (;;) {
        widening best = {0};
        for (size_t i = 0; i < n; i++)
            best_widening(&columns[i], &words[i], room, &best);
        if (best.column == NULL)
            break;
        room -= best.width - best.column->width;
        best.column->width = best.width;
    }
    share_rest(columns, n, room);
}

/* ── long texts ── */

/* Width goes from column to column in steps of this share of the table's, as
 * long as the table gets lower, judged by so many rows. */
#define STEP_SHARE 100
#define STEPS_MOST 80
#define ROWS_JUDGED 100
/* A line of a row, in 64ths of what it weighs beside one of a cell. */
#define LINE_ONE 64
#define ROW_WEIGHT 4

/* Lines that a text takes; ends of lines stay empty, by a tenth or so. */
static int64_t
lines_in(const table_cell *cell, jb_len width)
{
    jb_len text = cell->width + cell->indent;
    if (text <= width || width <= 0)
        return LINE_ONE;
    int64_t lines = (int64_t)text * LINE_ONE * 11 / 10 / width;
    return lines < 2 * LINE_ONE ? 2 * LINE_ONE : lines;
}

/* How high the table is, and a little how many lines its cells have; with
 * parts of lines, so that a step on the way to a line less counts, or
 * without. */
static int64_t
height_of(const table_row *rows, size_t n_rows, const table_column *columns,
          bool has_parts)
{
    int64_t sum = 0;
    for (size_t r = 0; r < n_rows && r < ROWS_JUDGED; r++) {
        int64_t most = LINE_ONE;
        for (size_t i = 0; i < rows[r].n; i++) {
            const table_cell *cell = &rows[r].cells[i];
            if (cell->columns > 1)
                continue;
            int64_t lines = lines_in(cell, columns[cell->column].width);
            if (!has_parts)
                lines = (lines + LINE_ONE - 1) / LINE_ONE * LINE_ONE;
            most = lines > most ? lines : most;
            sum += lines;
        }
        sum += most * ROW_WEIGHT;
    }
    return sum;
}

static void
move_width(table_column *columns, size_t from, size_t to, jb_len step)
{
    columns[from].width -= step;
    columns[to].width += step;
}

/* The step that lowers the table most; false when none does. */
static bool
lower_by_step(const report_table *table, const table_row *rows,
              table_column *columns, jb_len step)
{
    size_t n = table->n_columns, best_from = 0, best_to = 0;
    int64_t least = height_of(rows, table->n_rows, columns, true);
    for (size_t from = 0; from < n; from++)
        for (size_t to = 0; to < n; to++) {
            if (from == to || missing_width(&columns[to]) == 0 ||
                columns[from].width - step < columns[from].narrowest)
                continue;
            move_width(columns, from, to, step);
            int64_t height = height_of(rows, table->n_rows, columns, true);
            move_width(columns, to, from, step);
            if (height >= least)
                continue;
            least = height;
            best_from = from;
            best_to = to;
        }
    if (best_from != best_to)
        move_width(columns, best_from, best_to, step);
    return best_from != best_to;
}

/* A long text in a narrow column makes its row high, whatever lines its
 * neighbours were spared. All stays as it was unless whole lines are won. */
static void
lower_rows(const composer *c, const report_table *table,
           const table_row *rows, table_column *columns, jb_len room)
{
    size_t n = table->n_columns;
    jb_len step = len_max(room / STEP_SHARE, 1);
    jb_len *before = ARENA_ARRAY(c->arena, n, jb_len);
    int64_t height = height_of(rows, table->n_rows, columns, false);
    for (size_t i = 0; i < n; i++)
        before[i] = columns[i].width;
    for (size_t i = 0; i < STEPS_MOST; i++)
        if (!lower_by_step(table, rows, columns, step))
            break;
    bool is_won = height_of(rows, table->n_rows, columns, false) < height;
    for (size_t i = 0; i < n && !is_won; i++)
        columns[i].width = before[i];
}

/* Columns grow in proportion when all cells fit on one line; when not even
 * the narrowest do, they shrink so. */
static void
share_width(const composer *c, const report_table *table,
            const table_row *rows, table_column *columns, columns_sums sums)
{
    size_t n = table->n_columns;
    if (sums.widest > sums.room && sums.narrowest <= sums.room) {
        share_by_lines(columns, word_widths_of(c, table, rows), n, sums.room);
        lower_rows(c, table, rows, columns, sums.room);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        table_column *column = &columns[i];
        if (sums.widest <= sums.room && sums.widest > 0)
            column->width = len_scale(column->widest, sums.room, sums.widest);
        else if (sums.narrowest > 0)
            column->width =
                len_scale(column->narrowest, sums.room, sums.narrowest);
    }
}

static columns_sums
sum_widths(table_column *columns, size_t n, jb_len room)
{
    columns_sums sums = {0, 0, room};
    for (size_t i = 0; i < n; i++) {
        table_column *column = &columns[i];
        jb_len number = column->lead + column->trail;
        column->narrowest = len_max(column->narrowest, number);
        column->widest = len_max(column->widest, column->narrowest);
        sums.narrowest += column->narrowest;
        sums.widest += column->widest;
    }
    return sums;
}

static void
need_words(const composer *c, const report_table *table,
           const table_row *rows, table_column *columns, bool breaks_heads)
{
    for (size_t r = 0; r < table->n_rows; r++)
        for (size_t i = 0; i < rows[r].n; i++) {
            const table_cell *cell = &rows[r].cells[i];
            table_column *column = &columns[cell->column];
            column->narrowest =
                len_max(column->narrowest,
                        narrowest_of(c, cell, breaks_heads));
        }
}

/* Heads that go on several lines are broken further before the words and
 * numbers under them are. */
static void
find_narrowest(const composer *c, const report_table *table,
               const table_row *rows, table_column *columns, jb_len room)
{
    size_t n = table->n_columns;
    need_words(c, table, rows, columns, false);
    if (sum_widths(columns, n, room).narrowest <= room)
        return;
    for (size_t i = 0; i < n; i++)
        columns[i].narrowest = columns[i].lead + columns[i].trail;
    need_words(c, table, rows, columns, true);
}

/* Figures with bars beside them; words of the column may stand where the bars
 * of other rows do. */
static jb_len
with_bars(const table_column *column, const columns_room *room)
{
    return len_max(column->widest, column->lead + column->bars_lead +
                                       room->padding + room->bars);
}

static bool *
columns_with_bars(const composer *c, const report_table *table,
                  const table_row *rows)
{
    bool *has_bars = ARENA_ARRAY(c->arena, table->n_columns, bool);
    for (size_t r = 0; r < table->n_rows; r++)
        for (size_t i = 0; i < rows[r].n; i++)
            if (cell_bars_has(&rows[r].cells[i]))
                has_bars[rows[r].cells[i].column] = true;
    return has_bars;
}

/* Bars are kept room for when there is enough for everything else. */
static void
keep_bars(table_column *columns, const bool *has_bars, size_t n,
          const columns_room *room)
{
    int64_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += has_bars[i] ? with_bars(&columns[i], room)
                           : columns[i].widest;
    if (sum > room->measure - (int64_t)n * 2 * room->padding)
        return;
    for (size_t i = 0; i < n; i++)
        if (has_bars[i]) {
            columns[i].widest = with_bars(&columns[i], room);
            columns[i].bars = room->bars;
            columns[i].bars_lead += room->padding;
        }
}

bool
columns_are_tight(const table_column *columns, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (columns[i].width < columns[i].narrowest)
            return true;
    return false;
}

static void
widen_all(const report_table *table, const table_row *rows,
          table_column *columns)
{
    for (size_t r = 0; r < table->n_rows; r++)
        for (size_t i = 0; i < rows[r].n; i++)
            widen(&columns[rows[r].cells[i].column], &rows[r].cells[i]);
}

jb_len *
columns_least(const composer *c, const report_table *table,
              const table_row *rows)
{
    size_t n = table->n_columns;
    table_column *columns = ARENA_ARRAY(c->arena, n, table_column);
    jb_len *least = ARENA_ARRAY(c->arena, n, jb_len);
    widen_all(table, rows, columns);
    find_narrowest(c, table, rows, columns, 0);
    for (size_t i = 0; i < n; i++)
        least[i] = columns[i].narrowest;
    return least;
}

table_column *
columns_from_cells(const composer *c, const report_table *table,
                   const table_row *rows, columns_room room)
{
    size_t n = table->n_columns;
    table_column *columns = ARENA_ARRAY(c->arena, n, table_column);
    jb_len text = room.measure - (jb_len)n * 2 * room.padding;
    widen_all(table, rows, columns);
    columns_sums sums = sum_widths(columns, n, text);
    if (sums.widest > text)
        find_narrowest(c, table, rows, columns, text);
    if (room.bars > 0)
        keep_bars(columns, columns_with_bars(c, table, rows), n, &room);
    share_width(c, table, rows, columns, sum_widths(columns, n, text));
    for (size_t i = 0, x = 0; i < n; i++) {
        columns[i].x = (jb_len)x + room.padding;
        x += (size_t)(columns[i].width + 2 * room.padding);
    }
    return columns;
}
