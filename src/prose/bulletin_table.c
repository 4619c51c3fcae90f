#include "prose/bulletin_table.h"

#include <string.h>

#include "base/array.h"
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

/* The cells of a line; bars at its ends part nothing. */
static size_t
cells_of(slice line, slice cells[static CELLS_MOST])
{
    size_t n = 0, first = 0, at = 0;
    line = slice_trim(line);
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
    return is_figure(cells[n - 1]) && !is_figure(cells[0]) ? LINE_ROW
                                                           : LINE_CELLS;
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
    slice told = {NULL, 0};
    for (int i = 0; i < LINES_ABOVE && t->first > 0; i++) {
        slice line = line_before(text, t->first);
        bool is_unit = slice_find(line, SLICE_OF("单位：")) < line.len &&
                       slice_find(line, SLICE_OF("。")) == line.len;
        if (!is_unit && !topic_is_caption(line))
            break;
        if (is_unit)
            told = slice_trim(line);
        else
            t->caption = without_number(line);
        t->first -= line.len + 1;
    }
    if (told.len > 0)
        builder_printf(b, "%.*s\n", SLICE_ARGS(told));
}

/* Reads the lines from `at` on as far as they are of one table; false when
 * they are none. *at is behind them. */
static bool
read_table(arena *a, slice text, size_t *at, bulletin_table *t)
{
    slice_builder b = {.arena = a};
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
        if (sort != LINE_RULE)
            add_row(&b, line);
        *at += line.len + 1;
    }
    t->last = *at < text.len ? *at : text.len;
    t->rows = builder_slice(&b);
    return has_head && n_rows >= 2;
}

bulletin_table_list
bulletin_tables_from_text(arena *a, slice text)
{
    bulletin_table_list list = {NULL, 0, 0};
    for (size_t at = 0; at < text.len;) {
        slice line = line_at(text, at);
        bulletin_table t;
        if (sort_of(line) != LINE_CELLS)
            at += line.len + 1;
        else if (read_table(a, text, &at, &t))
            ARRAY_PUSH(a, &list, t);
    }
    return list;
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
