/* A table file as it stands, for tables that are set and not read as metrics:
 * heads under heads, bands, rows, and what is said around them. */
#include "metrics/sheet_grid.h"
#include "metrics/sheet_table.h"

typedef ARRAY(const tree_node *) node_list;

/* Names over a column, the outermost first; what stands lower than the third
 * belongs to that. */
#define LEVELS 3

typedef struct head_path {
    const tree_node *cells[LEVELS]; /* as they stand in the file */
    slice names[LEVELS];
    size_t n;
} head_path;

typedef struct grid_reading {
    sheet_table *t;
    sheet_grid *out;
    const head_path *paths; /* by column */
    bool *is_used;     /* by column: its head or a cell holds something */
    bool *is_headless; /* by column: only cells do */
    node_list columns, rows;
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

/* Whether all that the row holds is said around a table, at least one cell of
 * it behind a colon: 填报单位：统计局, 2025年7月, 单位：亿元. */
static bool
is_told(const tree_node *row)
{
    size_t n_told = 0, n_dates = 0, first = 0;
    for (size_t i = 0; i < row->n; i++) {
        slice text = sheet_cell_text(row, i);
        bool has_colon = slice_find(text, SLICE_OF("：")) < text.len ||
                         slice_find(text, SLICE_OF(":")) < text.len;
        jb_period period;
        jb_date date;
        n_told += has_colon;
        n_dates += !has_colon && (period_parse(text, &period) ||
                                  date_parse(text, &date));
    }
    return n_told > 0 &&
           n_told + n_dates == sheet_cells_filled(row, &first);
}

static bool
is_above(const tree_node *row)
{
    size_t first = 0;
    return sheet_cells_filled(row, &first) <= 1 || is_told(row);
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

/* A unit under a name is in brackets behind it: 绝对量（亿元）. */
static void
lengthen_name(grid_reading *g, head_path *path, slice bare)
{
    arena *a = g->t->r->arena;
    slice *name = &path->names[path->n - 1], unit;
    bool is_open = heading_is_unit(bare, &unit) && slice_equal(unit, bare);
    const char *format = is_open ? "%.*s（%.*s）" : "%.*s%.*s";
    *name = slice_printf(a, format, SLICE_ARGS(*name), SLICE_ARGS(bare));
}

static head_path
path_over(grid_reading *g, const sheet_head *head, size_t i)
{
    head_path path = {.n = 0};
    const tree_node *last = NULL;
    for (size_t k = 0; k < head->n; k++) {
        const tree_node *cell = sheet_head_cell(head, k, i);
        slice unit;
        if (cell == NULL || cell == last)
            continue;
        last = cell;
        slice bare = heading_bare(g->t->r->arena, cell->text);
        bool is_unit = path.n > 1 && heading_is_unit(bare, &unit);
        if (path.n == LEVELS || is_unit) {
            lengthen_name(g, &path, bare);
            continue;
        }
        path.cells[path.n] = cell;
        path.names[path.n++] = bare;
    }
    return path;
}

static tree_pair
column_pair(grid_reading *g, enum metrics_key key, const tree_node *value)
{
    keys_range range = keys_of(KEYS_COLUMN);
    slice name = tree_key_name(&range.keys[key - range.first]);
    return (tree_pair){sheet_node(g->t->r->arena, value, name), value};
}

/* {标题: 本月, 列: [绝对量, 同比]}. */
static const tree_node *
group_node(grid_reading *g, const head_path *path, size_t level,
           const node_list *inner)
{
    arena *a = g->t->r->arena;
    const tree_node *at = path->cells[level];
    sheet_pairs pairs = {0};
    tree_pair title = column_pair(g, KEY_COLUMN_TITLE,
                                  sheet_node(a, at, path->names[level]));
    tree_pair columns = column_pair(
        g, KEY_COLUMN_COLUMNS, list_node(a, at, inner->at, inner->n));
    ARRAY_PUSH(a, &pairs, title);
    ARRAY_PUSH(a, &pairs, columns);
    return sheet_map(a, at->span, &pairs);
}

/* Where the columns end that stand under the same name as column `i`. */
static size_t
group_end(const head_path *paths, size_t i, size_t end, size_t level)
{
    size_t k = i + 1;
    while (k < end && paths[k].n > level + 1 &&
           paths[k].cells[level] == paths[i].cells[level])
        k++;
    return k;
}

/* Columns first … end-1 from their names of `level` on; a corner has none. */
static void
add_columns(grid_reading *g, size_t level, size_t first, size_t end,
            node_list *to)
{
    arena *a = g->t->r->arena;
    for (size_t i = first; i < end;) {
        const head_path *path = &g->paths[i];
        bool is_group = path->n > level + 1;
        size_t next = is_group ? group_end(g->paths, i, end, level) : i + 1;
        node_list inner = {0};
        if (is_group) {
            add_columns(g, level + 1, i, next, &inner);
            ARRAY_PUSH(a, to, group_node(g, path, level, &inner));
        } else if (path->n > level) {
            ARRAY_PUSH(a, to,
                       sheet_node(a, path->cells[level], path->names[level]));
        } else if (g->is_used[i]) {
            ARRAY_PUSH(a, to, sheet_node(a, g->t->rows, (slice){NULL, 0}));
        }
        i = next;
    }
}

static void
read_columns(grid_reading *g, const sheet_head *head)
{
    head_path *paths = ARENA_ARRAY(g->t->r->arena, head->width, head_path);
    for (size_t i = 0; i < head->width; i++)
        paths[i] = path_over(g, head, i);
    g->paths = paths;
    add_columns(g, 0, 0, head->width, &g->columns);
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
    if (sheet_is_merged(row, i) &&
        (i > 0 || slice_is(row->items[i]->text, "^")))
        return row->items[i];
    if (text.len == 0 || sheet_refuse_error(g->t->r, row->items[i]))
        return sheet_node(a, row, (slice){NULL, 0});
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
    } else if (is_told(row)) {
        diag_report(g->t->r->diags, &SHEET_FORM_ROW, row->span,
                    sheet_cell_text(row, first));
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
sheet_find_head(sheet_table *t, sheet_head *head, size_t *end)
{
    size_t first = 0;
    while (first < t->rows->n && is_above(t->rows->items[first]))
        sheet_read_above(t, t->rows->items[first++]);
    if (first == t->rows->n)
        return false;
    *head = sheet_head_from(t, first, 0);
    *end = first + head->n;
    *end += *end < t->rows->n && sheet_is_numbering(t->rows->items[*end]);
    return true;
}

bool
sheet_read_grid(yaml_reading *r, const jb_source *file, sheet_grid *out)
{
    sheet about = {0};
    sheet_table t = {.r = r, .out = &about, .ids = {.arena = r->arena}};
    grid_reading g = {.t = &t, .out = out};
    sheet_head head;
    size_t end;
    *out = (sheet_grid){0};
    t.rows = tree_from_csv(r->arena, file, TREE_LIMITS, r->diags);
    if (t.rows == NULL || !sheet_find_head(&t, &head, &end))
        return false;
    t.n_columns = head.width;
    find_used(&g, &head, end);
    read_columns(&g, &head);
    for (size_t i = end; i < t.rows->n; i++)
        read_row(&g, t.rows->items[i]);
    const tree_node *at = head.at[0];
    *out = (sheet_grid){.title = about.title, .issuer = about.issuer,
                        .unit = about.unit, .source = about.source,
                        .note = all_notes(r->arena, &about),
                        .columns = list_node(r->arena, at, g.columns.at,
                                             g.columns.n),
                        .rows = list_node(r->arena, at, g.rows.at,
                                          g.rows.n)};
    return g.rows.n > 0;
}
