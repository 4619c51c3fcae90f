#include "cli/excerpt.h"

#include "base/array.h"
#include "base/utf8.h"
#include "cli/width.h"

#define TAB_CELLS 4

/* One character of the line as it is shown. */
typedef struct shown {
    unsigned code; /* '\t' for a tab, which is `cells` spaces */
    int cells;
    int column;    /* cells before it */
    bool is_meant;
} shown;

typedef ARRAY(shown) shown_line;

static shown_line
shown_from(arena *a, slice line, size_t first, size_t last)
{
    shown_line out = {0};
    int column = 0;
    for (size_t at = 0; at < line.len;) {
        size_t start = at;
        unsigned code = utf8_next(line, &at);
        bool is_control = code < 0x20 || (code >= 0x7F && code < 0xA0);
        shown s = {.code = code, .column = column};
        s.is_meant = start == first || (start > first && start < last);
        if (code == '\t')
            s.cells = TAB_CELLS - column % TAB_CELLS;
        else
            s.cells = width_of_code(code);
        if (is_control && code != '\t')
            s.code = UTF8_REPLACEMENT;
        column += s.cells;
        ARRAY_PUSH(a, &out, s);
    }
    return out;
}

static int
cells_of(const shown_line *line)
{
    if (line->n == 0)
        return 0;
    return ARRAY_LAST(line)->column + ARRAY_LAST(line)->cells;
}

/* The cells of what is meant; one cell where nothing is there, behind the
 * line's end when something is missing. */
static void
meant_cells(const shown_line *line, int *from, int *to)
{
    *from = -1;
    *to = 0;
    for (size_t i = 0; i < line->n; i++) {
        const shown *s = &line->at[i];
        if (!s->is_meant)
            continue;
        if (*from < 0)
            *from = s->column;
        *to = s->column + s->cells;
    }
    if (*from < 0)
        *from = cells_of(line);
    if (*to <= *from)
        *to = *from + 1;
}

/* First cell of the window: the whole line when it fits, else the place with
 * a third of the window before it. */
static int
window_start(int line_cells, int from)
{
    if (line_cells <= EXCERPT_CELLS || from < EXCERPT_CELLS / 2)
        return 0;
    int start = from - EXCERPT_CELLS / 3;
    int greatest = line_cells - EXCERPT_CELLS;
    return start < greatest ? start : greatest;
}

static void
add_shown(slice_builder *b, const shown *s)
{
    if (s->code != '\t') {
        builder_add_code(b, s->code);
        return;
    }
    for (int i = 0; i < s->cells; i++)
        builder_add_text(b, " ");
}

/* Bytes to either side of the place that surely fill the window, whatever
 * they are: so the work does not grow with the length of the line. */
#define NEAR_BYTES ((size_t)8 * EXCERPT_CELLS)

static bool
is_inside_character(slice s, size_t at)
{
    return at < s.len && ((unsigned char)s.at[at] & 0xC0) == 0x80;
}

/* The part of the line around the place, which is told anew. */
static slice
part_near(slice line, size_t *first, size_t *last)
{
    size_t from = *first > NEAR_BYTES ? *first - NEAR_BYTES : 0;
    size_t to = line.len - *first > 2 * NEAR_BYTES ? *first + 2 * NEAR_BYTES
                                                   : line.len;
    while (is_inside_character(line, from))
        from++;
    while (is_inside_character(line, to))
        to++;
    *first -= from;
    *last -= from;
    return slice_cut(line, from, to);
}

excerpt
excerpt_from(arena *a, slice line, size_t first, size_t last)
{
    if (first <= line.len && last >= first)
        line = part_near(line, &first, &last);
    shown_line shown_all = shown_from(a, line, first, last);
    int cells = cells_of(&shown_all), from, to;
    meant_cells(&shown_all, &from, &to);
    int start = window_start(cells, from), end = start + EXCERPT_CELLS;

    slice_builder text = {.arena = a};
    if (start > 0)
        builder_add_text(&text, "…");
    int first_column = -1;
    for (size_t i = 0; i < shown_all.n; i++) {
        const shown *s = &shown_all.at[i];
        if (s->column < start || s->column + s->cells > end)
            continue;
        if (first_column < 0)
            first_column = s->column;
        add_shown(&text, s);
    }
    if (cells > end)
        builder_add_text(&text, "…");
    int cut = start > 0 ? 1 - first_column : 0;
    return (excerpt){
        .text = builder_slice(&text),
        .n_before = (size_t)(from + cut),
        .n_carets = (size_t)((to < end ? to : end) - from),
    };
}
