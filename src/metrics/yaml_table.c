/* Tables that a person wrote: columns, perhaps under common heads, and rows. */
#include "metrics/sheet_grid.h"
#include "metrics/yaml.h"

typedef struct table_reading {
    yaml_reading *r;
    ARRAY(metrics_column) columns;
    ARRAY(metrics_row) rows;
} table_reading;

static metrics_align
read_align(yaml_reading *r, const tree_node *node)
{
    static const struct {
        const char *name, *chinese;
        metrics_align align;
    } words[] = {{"start", "左", METRICS_ALIGN_START},
                 {"centre", "中", METRICS_ALIGN_CENTRE},
                 {"decimal", "数", METRICS_ALIGN_DECIMAL}};
    if (node == NULL)
        return METRICS_ALIGN_AUTO;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is(node->text, words[i].name) ||
            slice_is(node->text, words[i].chinese))
            return words[i].align;
    diag_report(r->diags, &METRICS_TABLE_ALIGN, node->span, node->text);
    return METRICS_ALIGN_AUTO;
}

/* A column's name, or a map; `over` holds the heads over it. */
static void
read_column(table_reading *t, const tree_node *item, metrics_column over)
{
    const tree_node *v[YAML_VALUES];
    metrics_column column = over;
    column.heading = yaml_text(item);
    if (item->kind == TREE_LIST) {
        diag_report(t->r->diags, &METRICS_TABLE_COLUMN, item->span);
        return;
    }
    if (item->kind == TREE_MAP) {
        yaml_read_keys(t->r, item, KEYS_COLUMN, v);
        const tree_node *inner = v[KEY_COLUMN_COLUMNS];
        column.heading = yaml_text(v[KEY_COLUMN_TITLE]);
        column.align = read_align(t->r, v[KEY_COLUMN_ALIGN]);
        if (inner != NULL && over.outer.text.at != NULL) {
            diag_report(t->r->diags, &METRICS_TABLE_COLUMN, item->span);
            return;
        }
        metrics_column under = {.group = column.heading, .outer = over.group};
        for (size_t i = 0; i < yaml_items_count(inner); i++)
            read_column(t, yaml_item_at(inner, i), under);
        if (inner != NULL)
            return;
    }
    ARRAY_PUSH(t->r->arena, &t->columns, column);
}

static void
read_row(table_reading *t, const tree_node *item)
{
    yaml_reading *r = t->r;
    size_t n = yaml_items_count(item);
    metrics_row row = {ARENA_ARRAY(r->arena, n, metrics_text), 0,
                       item->kind != TREE_LIST};
    if (n > t->columns.n) {
        diag_report(r->diags, &METRICS_TABLE_WIDE, item->span,
                    slice_printf(r->arena, "%zu", n),
                    slice_printf(r->arena, "%zu", t->columns.n));
        return;
    }
    for (size_t i = 0; i < n; i++) {
        const tree_node *cell = yaml_item_at(item, i);
        if (yaml_is_text(r, cell) && !tree_is_null(cell))
            row.cells[i] = yaml_text(cell);
    }
    row.n = n;
    ARRAY_PUSH(r->arena, &t->rows, row);
}

static void
fill_in(const tree_node **value, const tree_node *told)
{
    if (*value == NULL)
        *value = told;
}

/* What the table's file tells, where the entry does not. False when it holds
 * no table. */
static bool
take_file(yaml_reading *r, const tree_node *v[static YAML_VALUES])
{
    sheet_grid grid;
    const tree_node *name = v[KEY_TABLE_DATA];
    const jb_source *file = yaml_is_text(r, name) ? sheet_open(r, name) : NULL;
    if (file == NULL)
        return false;
    if (!sheet_read_grid(r, file, &grid)) {
        diag_report(r->diags, &SHEET_NO_TABLE, name->span, name->text);
        return false;
    }
    fill_in(&v[KEY_TABLE_TITLE], grid.title);
    fill_in(&v[KEY_TABLE_UNIT], grid.unit);
    fill_in(&v[KEY_TABLE_NOTE], grid.note);
    fill_in(&v[KEY_TABLE_SOURCE], grid.source);
    fill_in(&v[KEY_TABLE_COLUMNS], grid.columns);
    fill_in(&v[KEY_TABLE_ROWS], grid.rows);
    return true;
}

void
yaml_read_table(yaml_reading *r, const tree_pair *pair)
{
    const tree_node *v[YAML_VALUES];
    bool is_named = yaml_check_id(r, pair->key);
    if (!yaml_read_keys(r, pair->value, KEYS_TABLE, v) || !is_named)
        return;
    bool is_told = v[KEY_TABLE_DATA] == NULL || take_file(r, v);
    table_reading t = {.r = r};
    const tree_node *columns = v[KEY_TABLE_COLUMNS], *rows = v[KEY_TABLE_ROWS];
    for (size_t i = 0; i < yaml_items_count(columns); i++)
        read_column(&t, yaml_item_at(columns, i), (metrics_column){0});
    for (size_t i = 0; i < yaml_items_count(rows); i++)
        read_row(&t, yaml_item_at(rows, i));
    metrics_table table = {.id = pair->key->text,
                           .span = pair->key->span,
                           .title = yaml_text(v[KEY_TABLE_TITLE]),
                           .unit = yaml_text(v[KEY_TABLE_UNIT]),
                           .note = yaml_text(v[KEY_TABLE_NOTE]),
                           .source = yaml_text(v[KEY_TABLE_SOURCE]),
                           .is_sideways =
                               yaml_flag(v[KEY_TABLE_SIDEWAYS], false),
                           .columns = t.columns.at,
                           .n_columns = t.columns.n,
                           .rows = t.rows.at,
                           .n_rows = t.rows.n};
    if (is_told && table.n_columns == 0)
        diag_report(r->diags, &METRICS_TABLE_NO_COLUMNS, table.span,
                    table.id);
    else if (is_told && table.n_rows == 0)
        diag_report(r->diags, &METRICS_TABLE_EMPTY, table.span, table.id);
    slice_index_add(&r->m->table_ids, table.id, r->m->tables.n);
    ARRAY_PUSH(r->arena, &r->m->tables, table);
}
