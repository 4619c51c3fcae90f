#include "prose/tabled.h"

#include "base/array.h"
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
