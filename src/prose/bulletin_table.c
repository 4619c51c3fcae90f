#include "prose/bulletin_table.h"

#include <string.h>

#include "base/array.h"
#include "metrics/heading.h"
#include "prose/topic.h"

/* Cells of a row, at most. */
#define CELLS_MOST 40
/* Lines above the head that may belong to the table: caption and unit. */
#define LINES_ABOVE 2

static bool
is_space(char c)
{
    return c == ' ' || c == '\r';
}

/* How many bytes part two cells at the start of `s`: a tab or a bar with the
 * spaces around it, or two spaces and more; 0 when none do. */
static size_t
parting_len(slice s)
{
    size_t n = 0, wide = 0;
    bool is_mark = false;
    slice ideographic = SLICE_OF("　");
    for (;;) {
        slice rest = slice_cut(s, n, s.len);
        if (slice_starts_with(rest, ideographic)) {
            n += ideographic.len;
            wide += 2;
        } else if (rest.len > 0 && is_space(rest.at[0])) {
            n++;
            wide++;
        } else if (rest.len > 0 && !is_mark &&
                   (rest.at[0] == '\t' || rest.at[0] == '|')) {
            is_mark = true;
            n++;
        } else {
            break;
        }
    }
    return is_mark || wide >= 2 ? n : 0;
}

/* Without the spaces around it; tabs part cells, which may be empty. */
static slice
without_spaces(slice line)
{
    while (line.len > 0 && is_space(line.at[line.len - 1]))
        line.len--;
    while (line.len > 0 && is_space(line.at[0]))
        line = slice_cut(line, 1, line.len);
    return line;
}

/* The cells of a line; bars at its ends part nothing. */
static size_t
cells_of(slice line, slice cells[static CELLS_MOST])
{
    size_t n = 0, first = 0, at = 0;
    line = without_spaces(line);
    if (slice_starts_with(line, SLICE_OF("|")))
        line = slice_trim(slice_cut(line, 1, line.len));
    if (slice_ends_with(line, SLICE_OF("|")))
        line = slice_trim(slice_cut(line, 0, line.len - 1));
    while (at < line.len && n + 1 < CELLS_MOST) {
        size_t parting = parting_len(slice_cut(line, at, line.len));
        if (parting == 0) {
            at++;
            continue;
        }
        cells[n++] = slice_cut(line, first, at);
        first = at += parting;
    }
    cells[n++] = slice_trim(slice_cut(line, first, line.len));
    return n;
}

/* 617.50, 1,234, -5.2%, or a dash where there is no figure. */
static bool
is_figure(slice cell)
{
    size_t digits = 0;
    if (slice_is(cell, "—") || slice_is(cell, "-") || slice_is(cell, "…"))
        return true;
    if (slice_starts_with(cell, SLICE_OF("−")))
        cell = slice_cut(cell, strlen("−"), cell.len);
    for (size_t i = 0; i < cell.len; i++) {
        bool is_digit = cell.at[i] >= '0' && cell.at[i] <= '9';
        bool is_mark = strchr(",.+-% ", cell.at[i]) != NULL;
        if (!is_digit && !is_mark)
            return false;
        digits += is_digit;
    }
    return digits > 0;
}

static bool
is_year(slice cell)
{
    bool is_number = cell.len == 4;
    for (size_t i = 0; is_number && i < cell.len; i++)
        is_number = cell.at[i] >= '0' && cell.at[i] <= '9';
    return is_number && (slice_starts_with(cell, SLICE_OF("19")) ||
                         slice_starts_with(cell, SLICE_OF("20")));
}

/* 项目 2008 2009: the figures of a head are years. */
static bool
has_only_years(const slice *cells, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (is_figure(cells[i]) && !is_year(cells[i]))
            return false;
    return is_year(cells[n - 1]) && (n > 2 || slice_has(cells[0], "项目") ||
                                     slice_has(cells[0], "指标"));
}

/* |---|:--| under the head of a table. */
static bool
is_rule(slice line)
{
    line = slice_trim(line);
    for (size_t i = 0; i < line.len; i++)
        if (strchr("-|: +=", line.at[i]) == NULL)
            return false;
    return line.len > 2;
}

typedef enum line_sort {
    LINE_PROSE,
    LINE_CELLS, /* parted, its last cell no figure: of a head or a group */
    LINE_ROW,   /* parted, its last cell a figure */
    LINE_RULE
} line_sort;

static line_sort
sort_of(slice line)
{
    slice cells[CELLS_MOST];
    if (is_rule(line))
        return LINE_RULE;
    size_t n = cells_of(line, cells);
    if (n < 2 || slice_find(line, SLICE_OF("。")) < line.len)
        return LINE_PROSE;
    bool is_row = is_figure(cells[n - 1]) && !is_figure(cells[0]) &&
                  !has_only_years(cells, n);
    return is_row ? LINE_ROW : LINE_CELLS;
}

static slice
line_at(slice text, size_t at)
{
    slice rest = slice_cut(text, at, text.len);
    return slice_cut(rest, 0, slice_find(rest, SLICE_OF("\n")));
}

static void
add_row(slice_builder *b, slice line)
{
    slice cells[CELLS_MOST];
    size_t n = cells_of(line, cells);
    for (size_t i = 0; i < n; i++)
        builder_printf(b, "%s%.*s", i > 0 ? "\t" : "", SLICE_ARGS(cells[i]));
    builder_add_text(b, "\n");
}

/* The line before the one that starts at `at`, trimmed. */
static slice
line_before(slice text, size_t at)
{
    size_t first = at > 0 ? at - 1 : 0;
    while (first > 0 && text.at[first - 1] != '\n')
        first--;
    return slice_cut(text, first, at > 0 ? at - 1 : 0);
}

/* 主要指标 of 表1 主要指标; the line itself when it has no number. */
static slice
without_number(slice line)
{
    size_t at = strlen("表");
    line = slice_trim(line);
    if (!topic_is_caption(line))
        return line;
    line = slice_trim(slice_cut(line, at, line.len));
    for (at = 0; at < line.len && strchr("0123456789-.:", line.at[at]);)
        at++;
    line = slice_cut(line, at, line.len);
    if (slice_starts_with(line, SLICE_OF("：")))
        line = slice_cut(line, strlen("："), line.len);
    return slice_trim(line);
}

/* Caption and unit above the head go with the table. */
static void
take_lines_above(slice text, bulletin_table *t, slice_builder *b)
{
    for (int i = 0; i < LINES_ABOVE && t->first > 0; i++) {
        slice line = line_before(text, t->first);
        bool is_unit = heading_told_units(line).len > 0 &&
                       slice_find(line, SLICE_OF("。")) == line.len;
        if (!is_unit && !topic_is_caption(line))
            break;
        if (is_unit)
            t->unit = slice_trim(line);
        else
            t->caption = without_number(line);
        t->first -= line.len + 1;
    }
    if (t->unit.len > 0)
        builder_printf(b, "%.*s\n", SLICE_ARGS(t->unit));
}

/* Reads the lines from `at` on as far as they are of one table; false when
 * they are none. *at is behind them. */
static bool
read_table(arena *a, slice text, size_t *at, bulletin_table *t)
{
    slice_builder b = {.arena = a}, heads = {.arena = a};
    slice cells[CELLS_MOST];
    size_t n_rows = 0;
    bool has_head = false;
    *t = (bulletin_table){.first = *at, .head = *at};
    take_lines_above(text, t, &b);
    while (*at < text.len) {
        slice line = line_at(text, *at);
        line_sort sort = sort_of(line);
        if (sort == LINE_PROSE)
            break;
        has_head = has_head || sort == LINE_CELLS;
        n_rows += sort == LINE_ROW;
        if (sort == LINE_CELLS && n_rows == 0)
            add_row(&heads, line);
        if (sort == LINE_ROW)
            t->n_cells = cells_of(line, cells);
        if (sort != LINE_RULE)
            add_row(&b, line);
        *at += line.len + 1;
    }
    t->last = *at < text.len ? *at : text.len;
    t->rows = builder_slice(&b);
    t->heads = builder_slice(&heads);
    return has_head && n_rows >= 2;
}

/* Fewer cells than these may part any line. */
#define REST_LEAST 3

/* The rows from `at` on, of as many cells as those of `above`; false when there
 * are none. *at is behind them. */
static bool
read_rest(arena *a, slice text, size_t *at, const bulletin_table *above,
          bulletin_table *t)
{
    slice_builder b = {.arena = a};
    slice cells[CELLS_MOST];
    *t = *above;
    t->first = t->head = *at;
    if (t->unit.len > 0)
        builder_printf(&b, "%.*s\n", SLICE_ARGS(t->unit));
    builder_add(&b, t->heads);
    while (*at < text.len && above->n_cells >= REST_LEAST) {
        slice line = line_at(text, *at);
        if (sort_of(line) != LINE_ROW ||
            cells_of(line, cells) != above->n_cells)
            break;
        add_row(&b, line);
        *at += line.len + 1;
    }
    t->last = *at < text.len ? *at : text.len;
    t->rows = builder_slice(&b);
    return t->last > t->first;
}

bulletin_table_list
bulletin_tables_from_text(arena *a, slice text)
{
    bulletin_table_list list = {NULL, 0, 0};
    for (size_t at = 0; at < text.len;) {
        slice line = line_at(text, at);
        bulletin_table t;
        line_sort sort = sort_of(line);
        if (sort == LINE_ROW && list.n > 0 &&
            read_rest(a, text, &at, &list.at[list.n - 1], &t))
            ARRAY_PUSH(a, &list, t);
        else if (sort != LINE_CELLS)
            at += line.len + 1;
        else if (read_table(a, text, &at, &t))
            ARRAY_PUSH(a, &list, t);
    }
    return list;
}

/* ── as a person's own table ── */

static metrics_text
cell_text(const jb_source *source, slice cell)
{
    size_t first = (size_t)(cell.at - source_text(source).at);
    return (metrics_text){cell, span_of(source, first, first + cell.len),
                          NULL};
}

/* One more line of the head: what stood alone so far is over it, and over the
 * empty cells behind. */
static void
add_heads(const jb_source *source, const slice *cells, metrics_table *out)
{
    metrics_text over = {{NULL, 0}, SPAN_NONE, NULL};
    for (size_t i = 0; i < out->n_columns; i++) {
        metrics_column *c = &out->columns[i];
        if (c->heading.text.len > 0)
            over = c->heading;
        if (cells[i].len == 0)
            continue;
        c->group = over;
        c->heading = cell_text(source, cells[i]);
    }
}

/* False when it has not as many cells as the line above it. */
static bool
read_heads(arena *a, const jb_source *source, const slice *cells, size_t n,
           metrics_table *out)
{
    if (out->n_columns == 0) {
        out->n_columns = n;
        out->columns = ARENA_ARRAY(a, n, metrics_column);
    }
    if (n == out->n_columns)
        add_heads(source, cells, out);
    return n == out->n_columns;
}

static metrics_row
typed_row(arena *a, const jb_source *source, const slice *cells, size_t n)
{
    metrics_row row = {ARENA_ARRAY(a, n, metrics_text), n, true};
    for (size_t i = 0; i < n; i++) {
        row.cells[i] = cell_text(source, cells[i]);
        row.is_band = row.is_band && (i == 0 || cells[i].len == 0);
    }
    return row;
}

bool
bulletin_table_typed(arena *a, const jb_source *source,
                     const bulletin_table *t, metrics_table *out)
{
    slice text = source_text(source), cells[CELLS_MOST];
    ARRAY(metrics_row) rows = {NULL, 0, 0};
    *out = (metrics_table){
        .title = {.text = t->caption},
        .unit = {.text = heading_told_unit(t->unit)}};
    for (size_t at = t->head; at < t->last;) {
        slice line = line_at(text, at);
        line_sort sort = sort_of(line);
        size_t n = cells_of(line, cells);
        at += line.len + 1;
        if (sort == LINE_RULE)
            continue;
        bool is_head = sort == LINE_CELLS && rows.n == 0;
        if (is_head ? !read_heads(a, source, cells, n, out)
                    : n != out->n_columns)
            return false;
        if (!is_head)
            ARRAY_PUSH(a, &rows, typed_row(a, source, cells, n));
    }
    out->rows = rows.at;
    out->n_rows = rows.n;
    return rows.n > 0;
}

slice
bulletin_tables_masked(arena *a, slice text, const bulletin_table_list *list)
{
    if (list->n == 0)
        return text;
    char *copy = arena_array(a, text.len + 1, 1);
    memcpy(copy, text.at, text.len);
    for (size_t k = 0; k < list->n; k++)
        for (size_t i = list->at[k].first;
             list->at[k].is_read && i < list->at[k].last; i++)
            if (copy[i] != '\n')
                copy[i] = ' ';
    return (slice){copy, text.len};
}
