#include "prose/tabled.h"

#include "base/array.h"
#include "metrics/heading.h"
#include "metrics/keys.h"
#include "prose/quoted.h"
#include "prose/topic.h"

static slice
value_of(const tree_node *map, enum metrics_key key)
{
    keys_range range = keys_of(KEYS_METRIC);
    for (size_t i = 0; i < map->n; i++) {
        size_t at = tree_key_index(range.keys, range.n,
                                   map->pairs[i].key->text);
        if (range.first + at == (size_t)key &&
            map->pairs[i].value->kind == TREE_TEXT)
            return map->pairs[i].value->text;
    }
    return (slice){NULL, 0};
}

/* What a table without any figure of this period tells is no metric. */
static void
add_metrics(arena *a, tabled_list *out, const sheet *s, const bulletin_table *t)
{
    for (size_t i = 0; s->metrics != NULL && i < s->metrics->n; i++) {
        const tree_node *keys = s->metrics->pairs[i].value;
        tabled_metric m = {.keys = keys, .caption = t->caption, .at = t->head};
        m.name = value_of(keys, KEY_METRIC_NAME);
        if (m.name.len == 0)
            m.name = s->metrics->pairs[i].key->text;
        m.name = topic_unnumbered(m.name);
        m.value = value_of(keys, KEY_METRIC_VALUE);
        m.has_unit = value_of(keys, KEY_METRIC_UNIT).len > 0;
        bool is_word = m.value.len > 0 && !slice_has_digit(m.value);
        if (m.name.len > 0 && !is_word)
            ARRAY_PUSH(a, out, m);
    }
}

tabled_list
tabled_from_tables(arena *a, bulletin_table_list *tables, jb_period period)
{
    tabled_list list = {NULL, 0, 0};
    for (size_t i = 0; i < tables->n; i++) {
        bulletin_table *t = &tables->at[i];
        sheet s;
        t->is_read = sheet_from_rows(a, t->rows, period, &s);
        if (t->is_read)
            add_metrics(a, &list, &s, t);
    }
    return list;
}

/* ── as YAML ── */

/* {甲: 1, 乙: 2}, [1, 2], or a word; tables nest no deeper than this. */
static void
add_node(slice_builder *b, const tree_node *node)
{
    bool is_map = node->kind == TREE_MAP;
    if (node->kind == TREE_TEXT) {
        quoted_add(b, node->text);
        return;
    }
    builder_add_text(b, is_map ? "{" : "[");
    for (size_t i = 0; i < node->n; i++) {
        if (i > 0)
            builder_add_text(b, ", ");
        if (is_map) {
            quoted_add(b, node->pairs[i].key->text);
            builder_add_text(b, ": ");
        }
        add_node(b, is_map ? node->pairs[i].value : node->items[i]);
    }
    builder_add_text(b, is_map ? "}" : "]");
}

void
tabled_write(slice_builder *b, const tabled_metric *m)
{
    keys_range range = keys_of(KEYS_METRIC);
    for (size_t i = 0; i < m->keys->n; i++) {
        const tree_pair *pair = &m->keys->pairs[i];
        size_t key = range.first + tree_key_index(range.keys, range.n,
                                                  pair->key->text);
        if (key == KEY_METRIC_NAME)
            continue;
        builder_printf(b, "    %.*s: ", SLICE_ARGS(pair->key->text));
        add_node(b, pair->value);
        builder_add_text(b, "\n");
    }
}

/* ── tables as they stand ── */

/* Cells of a line, parted by tabs. */
static size_t
cells_in(slice line)
{
    size_t n = 1;
    for (size_t i = 0; i < line.len; i++)
        n += line.at[i] == '\t';
    return n;
}

/* Takes the next line off; the unit's line is none of the table's. */
static slice
take_line(slice *rows)
{
    size_t end = slice_find(*rows, SLICE_OF("\n"));
    slice line = slice_cut(*rows, 0, end);
    *rows = slice_cut(*rows, end + 1, rows->len);
    return line;
}

static slice
lines_of(const bulletin_table *t)
{
    slice rows = t->rows;
    if (t->unit.len > 0)
        take_line(&rows);
    return rows;
}

/* A head and rows of as many cells. */
static bool
is_regular(const bulletin_table *t)
{
    slice rows = lines_of(t);
    size_t n = cells_in(take_line(&rows));
    bool has_row = rows.len > 0;
    while (rows.len > 0)
        if (cells_in(take_line(&rows)) != n)
            return false;
    return n > 1 && has_row;
}

bulletin_table_list
tabled_typed(arena *a, bulletin_table_list *tables)
{
    bulletin_table_list list = {NULL, 0, 0};
    for (size_t i = 0; i < tables->n; i++) {
        bulletin_table *t = &tables->at[i];
        if (t->is_read || !is_regular(t))
            continue;
        t->is_read = true;
        ARRAY_PUSH(a, &list, *t);
    }
    return list;
}

/* ["甲县", "312.6"] */
static void
add_cells(slice_builder *b, slice line)
{
    const char *between = "[";
    for (bool is_last = false; !is_last;) {
        size_t end = slice_find(line, SLICE_OF("\t"));
        is_last = end == line.len;
        builder_add_text(b, between);
        quoted_add(b, slice_trim(slice_cut(line, 0, end)));
        line = slice_cut(line, end + 1, line.len);
        between = ", ";
    }
    builder_add_text(b, "]\n");
}

void
tabled_write_table(slice_builder *b, const bulletin_table *t, slice title)
{
    slice rows = lines_of(t);
    if (t->caption.len > 0)
        title = t->caption;
    if (title.len > 0) {
        builder_add_text(b, "    标题: ");
        quoted_add(b, title);
        builder_add_text(b, "\n");
    }
    if (heading_told_unit(t->unit).len > 0) {
        builder_add_text(b, "    单位: ");
        quoted_add(b, heading_told_unit(t->unit));
        builder_add_text(b, "\n");
    }
    builder_add_text(b, "    列: ");
    add_cells(b, take_line(&rows));
    builder_add_text(b, "    行:\n");
    while (rows.len > 0) {
        builder_add_text(b, "      - ");
        add_cells(b, take_line(&rows));
    }
}
