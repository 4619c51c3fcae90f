#include "layout/strips.h"

/* ── what stays together ── */

/* Columns that one strip holds. */
typedef struct strip_piece {
    size_t first, end;
    jb_len width;
} strip_piece;

typedef struct strip_pieces {
    ARRAY(strip_piece) of;
    jb_len room;   /* beside the stub */
    jb_len widest; /* piece */
} strip_pieces;

static bool
is_unit_head(const composer *c, const report_table *table, size_t column)
{
    const report_row *head = &table->rows[0];
    if (table->n_head_rows == 0 || head->n <= column)
        return false;
    slice words = report_plain_text(c->arena, &head->cells[column].text);
    return slice_is(words, "单位") || slice_is(words, "计量单位");
}

/* A number before the names, and the unit behind them, belong to them. */
static size_t
stub_columns(const composer *c, const report_table *table)
{
    size_t n = 1;
    if (table->n_columns > 3 && table->columns[0] == REPORT_ALIGN_DECIMAL &&
        table->columns[1] != REPORT_ALIGN_DECIMAL)
        n++;
    if (table->n_columns > n + 2 && is_unit_head(c, table, n))
        n++;
    return n;
}

static jb_len
width_of(const jb_len *widths, size_t first, size_t end)
{
    jb_len width = 0;
    for (size_t i = first; i < end; i++)
        width += widths[i];
    return width;
}

static void
push_piece(const composer *c, strip_pieces *pieces, strip_piece piece)
{
    pieces->widest = len_max(pieces->widest, piece.width);
    ARRAY_PUSH(c->arena, &pieces->of, piece);
}

/* Columns under one head are a piece, unless no strip holds them. */
static strip_pieces
pieces_from(const composer *c, const report_table *table, const jb_len *widths,
            jb_len measure)
{
    size_t stub = stub_columns(c, table), column = stub;
    strip_pieces pieces = {.room = measure - width_of(widths, 0, stub)};
    const report_row *head = &table->rows[0];
    for (size_t i = 0, end = 0; i < head->n && table->n_head_rows > 0; i++) {
        end += (size_t)head->cells[i].columns;
        end = end < table->n_columns ? end : table->n_columns;
        jb_len width = width_of(widths, column, end > column ? end : column);
        if (end > column && width <= pieces.room) {
            push_piece(c, &pieces, (strip_piece){column, end, width});
            column = end;
        }
        for (; column < end; column++)
            push_piece(c, &pieces,
                       (strip_piece){column, column + 1, widths[column]});
    }
    for (; column < table->n_columns; column++)
        push_piece(c, &pieces,
                   (strip_piece){column, column + 1, widths[column]});
    return pieces;
}

/* ── how they are shared out ── */

/* Where the strip that begins with piece `first` ends. */
static size_t
strip_end(const strip_pieces *pieces, size_t first, jb_len room)
{
    jb_len width = 0;
    size_t end = first;
    while (end < pieces->of.n &&
           (end == first || width + pieces->of.at[end].width <= room))
        width += pieces->of.at[end++].width;
    return end;
}

static size_t
count_in(const strip_pieces *pieces, jb_len room)
{
    size_t n = 0;
    for (size_t i = 0; i < pieces->of.n; n++)
        i = strip_end(pieces, i, room);
    return n;
}

/* The least room in which they are no more strips. */
static jb_len
even_room(const strip_pieces *pieces)
{
    size_t n = count_in(pieces, pieces->room);
    jb_len low = pieces->widest, high = len_max(pieces->room, low);
    while (low < high) {
        jb_len middle = low + (high - low) / 2;
        if (count_in(pieces, middle) <= n)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* ── cutting ── */

typedef struct strip_cut {
    size_t stub, first, end; /* columns before `stub`, and first … end-1 */
    bool is_first;
} strip_cut;

/* How many of columns from … to-1 are also in first … end-1. */
static size_t
common(size_t from, size_t to, size_t first, size_t end)
{
    from = from > first ? from : first;
    to = to < end ? to : end;
    return to > from ? to - from : 0;
}

/* What stands in a strip before calls its notes there. */
static report_row
cut_row(const composer *c, const report_row *row, const strip_cut *cut)
{
    report_row own = {ARENA_ARRAY(c->arena, row->n, report_cell), 0,
                      row->is_group};
    for (size_t i = 0, from = 0, to; i < row->n; i++, from = to) {
        const report_cell *cell = &row->cells[i];
        to = from + (size_t)(cell->columns > 1 ? cell->columns : 1);
        size_t n = common(from, to, 0, cut->stub) +
                   common(from, to, cut->first, cut->end);
        if (n == 0)
            continue;
        report_cell *copy = &own.cells[own.n++];
        *copy = *cell;
        copy->columns = (int)n;
        if (from < cut->first && !cut->is_first)
            copy->text = reference_bare(c, &cell->text);
    }
    return own;
}

static const report_table *
cut_table(const composer *c, const report_table *table, const strip_cut *cut)
{
    report_table *own = ARENA_NEW(c->arena, report_table);
    *own = *table;
    own->n_columns = cut->stub + cut->end - cut->first;
    own->columns = ARENA_ARRAY(c->arena, own->n_columns, report_align);
    own->rows = ARENA_ARRAY(c->arena, table->n_rows, report_row);
    memcpy(own->columns, table->columns, cut->stub * sizeof *own->columns);
    memcpy(own->columns + cut->stub, table->columns + cut->first,
           (cut->end - cut->first) * sizeof *own->columns);
    for (size_t r = 0; r < table->n_rows; r++)
        own->rows[r] = cut_row(c, &table->rows[r], cut);
    return own;
}

size_t
strips_count(const composer *c, const report_table *table, const jb_len *widths,
             jb_len measure)
{
    strip_pieces pieces = pieces_from(c, table, widths, measure);
    return count_in(&pieces, pieces.room);
}

table_strips
strips_from_table(const composer *c, const report_table *table,
                  const jb_len *widths, jb_len measure)
{
    strip_pieces pieces = pieces_from(c, table, widths, measure);
    jb_len room = even_room(&pieces);
    table_strips strips = {.n_stub = stub_columns(c, table)};
    strips.at = ARENA_ARRAY(c->arena, pieces.of.n, const report_table *);
    for (size_t i = 0, end; i < pieces.of.n; i = end) {
        end = strip_end(&pieces, i, room);
        strip_cut cut = {strips.n_stub, pieces.of.at[i].first,
                         pieces.of.at[end - 1].end, i == 0};
        strips.at[strips.n++] = cut_table(c, table, &cut);
    }
    return strips;
}
