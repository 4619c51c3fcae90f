/* A table file as it stands, for tables that are set and not read as metrics:
 * heads under heads, bands, rows, and what is said around them. */
#include "metrics/sheet_grid.h"
#include "metrics/sheet_table.h"

typedef struct grid_reading {
    sheet_table *t;
    sheet_grid *out;
    bool *is_used;     /* by column: its head or a cell holds something */
    bool *is_headless; /* by column: only cells do */
    ARRAY(const tree_node *) columns, rows;
    bool is_behind_remark;
} grid_reading;

static tree_node *
list_node(arena *a, const tree_node *at, const tree_node *const *items,
          size_t n)
{
    tree_node *list = ARENA_NEW(a, tree_node);
    list->kind = TREE_LIST;
    list->span = at->span;
    list->items = items;
    list->n = n;
    return list;
}

/* ── the head ── */

/* Whether all that the row holds is said around a table: 单位：亿元. */
static bool
is_above(const tree_node *row)
{
    size_t first = 0, n_told = 0;
    size_t n = sheet_cells_filled(row, &first);
    for (size_t i = 0; i < row->n; i++) {
        slice text = sheet_cell_text(row, i);
        n_told += slice_find(text, SLICE_OF("：")) < text.len ||
                  slice_find(text, SLICE_OF(":")) < text.len;
    }
    return n <= 1 || n == n_told;
}

static void
find_used(grid_reading *g, const sheet_head *head, size_t end)
{
    sheet_table *t = g->t;
    size_t first = (size_t)(head->at - t->rows->items);
    g->is_used = ARENA_ARRAY(t->r->arena, head->width, bool);
    g->is_headless = ARENA_ARRAY(t->r->arena, head->width, bool);
    for (size_t r = first; r < t->rows->n; r++) {
        size_t at = 0;
        const tree_node *row = t->rows->items[r];
        if (r >= end && sheet_cells_filled(row, &at) == 1)
            continue; /* a band or a note, which reaches over all */
        for (size_t i = 0; i < row->n && i < head->width; i++)
            g->is_used[i] |= sheet_cell_text(row, i).len > 0;
        for (size_t i = 0; r + 1 == end && i < head->width; i++)
            g->is_headless[i] = !g->is_used[i];
    }
    for (size_t i = 0; i < head->width; i++)
        g->is_headless[i] &= g->is_used[i];
}

/* What stands under the first of the names over column `i`: 绝对量（亿元）. */
static const tree_node *
lower_name(grid_reading *g, const sheet_head *head, size_t i)
{
    arena *a = g->t->r->arena;
    slice_builder out = {.arena = a};
    const tree_node *at = NULL, *top = NULL;
    for (size_t k = 0; k < head->n; k++) {
        const tree_node *cell = sheet_head_cell(head, k, i);
        if (cell == NULL)
            continue;
        if (top == NULL && k + 1 < head->n) {
            top = cell;
            continue;
        }
        slice bare = heading_bare(a, cell->text), unit;
        bool is_open = heading_is_unit(bare, &unit) && out.len > 0 &&
                       slice_equal(unit, bare);
        builder_add_text(&out, is_open ? "（" : "");
        builder_add(&out, bare);
        builder_add_text(&out, is_open ? "）" : "");
        at = cell;
    }
    return at == NULL ? NULL : sheet_node(a, at, builder_slice(&out));
}

static const tree_node *
bare_node(grid_reading *g, const tree_node *cell)
{
    arena *a = g->t->r->arena;
    return sheet_node(a, cell, heading_bare(a, cell->text));
}

static tree_pair
column_pair(grid_reading *g, enum metrics_key key, const tree_node *value)
{
    keys_range range = keys_of(KEYS_COLUMN);
    slice name = tree_key_name(&range.keys[key - range.first]);
    return (tree_pair){sheet_node(g->t->r->arena, value, name), value};
}

/* {标题: 本月, 列: [绝对量, 同比]}, of columns first … end-1. */
static void
add_group(grid_reading *g, const sheet_head *head, const tree_node *top,
          size_t first, size_t end)
{
    arena *a = g->t->r->arena;
    sheet_pairs pairs = {0};
    ARRAY(const tree_node *) inner = {0};
    for (size_t i = first; i < end; i++)
        ARRAY_PUSH(a, &inner, lower_name(g, head, i));
    tree_pair title =
        column_pair(g, KEY_COLUMN_TITLE, bare_node(g, top));
    tree_pair columns = column_pair(g, KEY_COLUMN_COLUMNS,
                                    list_node(a, top, inner.at, inner.n));
    ARRAY_PUSH(a, &pairs, title);
    ARRAY_PUSH(a, &pairs, columns);
    ARRAY_PUSH(a, &g->columns, sheet_map(a, top->span, &pairs));
}

/* The first name over column `i`, when others stand under it. */
static const tree_node *
group_over(grid_reading *g, const sheet_head *head, size_t i)
{
    const tree_node *low = lower_name(g, head, i);
    for (size_t k = 0; low != NULL && k + 1 < head->n; k++) {
        const tree_node *cell = sheet_head_cell(head, k, i);
        if (cell != NULL)
            return cell;
    }
    return NULL;
}

/* A name alone, or none: the cell of a corner. */
static const tree_node *
single_name(grid_reading *g, const sheet_head *head, size_t i)
{
    arena *a = g->t->r->arena;
    for (size_t k = 0; k < head->n; k++) {
        const tree_node *cell = sheet_head_cell(head, k, i);
        if (cell != NULL)
            return bare_node(g, cell);
    }
    return sheet_node(a, head->at[0], (slice){NULL, 0});
}

static void
read_columns(grid_reading *g, const sheet_head *head)
{
    arena *a = g->t->r->arena;
    for (size_t i = 0; i < head->width;) {
        const tree_node *top = group_over(g, head, i);
        size_t end = i + 1;
        while (top != NULL && end < head->width &&
               group_over(g, head, end) == top)
            end++;
        if (top != NULL)
            add_group(g, head, top, i, end);
        else if (g->is_used[i])
            ARRAY_PUSH(a, &g->columns, single_name(g, head, i));
        i = end;
    }
}

/* ── rows ── */

/* Spaces before a name show that it stands under another: full-width ones, or
 * two plain ones for one. */
static slice
indentation(arena *a, slice before)
{
    slice_builder out = {.arena = a};
    size_t n_plain = 0;
    for (size_t i = 0; i < before.len; i++) {
        bool is_wide = (unsigned char)before.at[i] == 0xE3;
        n_plain += before.at[i] == ' ';
        if (is_wide || n_plain == 2)
            builder_add_text(&out, "\xE3\x80\x80");
        n_plain %= 2;
    }
    return builder_slice(&out);
}

static const tree_node *
cell_node(grid_reading *g, const tree_node *row, size_t i)
{
    arena *a = g->t->r->arena;
    slice text = sheet_cell_text(row, i);
    if (text.len == 0)
        return sheet_node(a, row, text);
    slice whole = row->items[i]->text;
    slice before = slice_cut(whole, 0, (size_t)(text.at - whole.at));
    return sheet_node(a, row->items[i],
                      slice_join(a, indentation(a, before), text));
}

/* A name merged over the column of names and the one behind it. */
static bool
is_merged_name(grid_reading *g, const tree_node *row, size_t i)
{
    return i > 0 && g->is_headless[i] && sheet_cell_text(row, i).len == 0 &&
           sheet_cell_text(row, i - 1).len > 0;
}

static void
add_row(grid_reading *g, const tree_node *row)
{
    arena *a = g->t->r->arena;
    ARRAY(const tree_node *) cells = {0};
    for (size_t i = 0; i < g->t->n_columns; i++)
        if (is_merged_name(g, row, i))
            ARRAY_PUSH(a, &cells, sheet_node(a, row, SLICE_OF("<")));
        else if (g->is_used[i])
            ARRAY_PUSH(a, &cells, cell_node(g, row, i));
    ARRAY_PUSH(a, &g->rows, list_node(a, row, cells.at, cells.n));
}

static void
read_row(grid_reading *g, const tree_node *row)
{
    size_t first = 0;
    size_t n = sheet_cells_filled(row, &first);
    slice text = sheet_cell_text(row, first);
    if (n == 0)
        return;
    if (n == 1 && sheet_read_remark(g->t, row->items[first], text)) {
        g->is_behind_remark = true;
    } else if (n == 1 && g->is_behind_remark) {
        ARRAY_PUSH(g->t->r->arena, &g->t->out->notes,
                   sheet_node(g->t->r->arena, row->items[first], text));
    } else if (n == 1) {
        ARRAY_PUSH(g->t->r->arena, &g->rows,
                   sheet_node(g->t->r->arena, row->items[first], text));
    } else {
        add_row(g, row);
    }
}

/* ── all of it ── */

static const tree_node *
all_notes(arena *a, const sheet *s)
{
    slice_builder out = {.arena = a};
    if (s->notes.n == 0)
        return NULL;
    for (size_t i = 0; i < s->notes.n; i++) {
        builder_add_text(&out, i > 0 ? " " : "");
        builder_add(&out, s->notes.at[i]->text);
    }
    return sheet_node(a, s->notes.at[0], builder_slice(&out));
}

bool
sheet_read_grid(yaml_reading *r, const jb_source *file, sheet_grid *out)
{
    sheet about = {0};
    sheet_table t = {.r = r, .out = &about, .ids = {.arena = r->arena}};
    grid_reading g = {.t = &t, .out = out};
    size_t first = 0;
    *out = (sheet_grid){0};
    t.rows = tree_from_csv(r->arena, file, TREE_LIMITS, r->diags);
    if (t.rows == NULL)
        return false;
    while (first < t.rows->n && is_above(t.rows->items[first]))
        sheet_read_above(&t, t.rows->items[first++]);
    if (first == t.rows->n)
        return false;
    sheet_head head = sheet_head_from(&t, first, 0);
    size_t end = first + head.n;
    end += end < t.rows->n && sheet_is_numbering(t.rows->items[end]);
    t.n_columns = head.width;
    find_used(&g, &head, end);
    read_columns(&g, &head);
    for (size_t i = end; i < t.rows->n; i++)
        read_row(&g, t.rows->items[i]);
    const tree_node *at = t.rows->items[first];
    *out = (sheet_grid){.title = about.title, .issuer = about.issuer,
                        .unit = about.unit, .source = about.source,
                        .note = all_notes(r->arena, &about),
                        .columns = list_node(r->arena, at, g.columns.at,
                                             g.columns.n),
                        .rows = list_node(r->arena, at, g.rows.at,
                                          g.rows.n)};
    return g.rows.n > 0;
}
