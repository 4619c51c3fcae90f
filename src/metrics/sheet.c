#include "metrics/sheet_table.h"

#include "base/utf8.h"

#define ID_LONGEST 32

size_t
sheet_cells_filled(const tree_node *row, size_t *first)
{
    size_t n = 0;
    for (size_t i = row->n; i > 0; i--)
        if (sheet_cell_text(row, i - 1).len > 0) {
            n++;
            *first = i - 1;
        }
    return n;
}

/* ── rows ── */

/* 6.32% among amounts. */
static bool
is_percent_row(const tree_node *row, size_t value)
{
    slice text = sheet_cell_text(row, value);
    return slice_ends_with(text, SLICE_OF("%")) ||
           slice_ends_with(text, SLICE_OF("％"));
}

/* The unit of a row: its own, that of its value, of the value's column, of the
 * name, or of the table; and the name without its unit. */
static slice
row_unit(sheet_table *t, const tree_node *row, slice *name)
{
    size_t own = sheet_column(t, KEY_METRIC_UNIT);
    size_t value = sheet_column(t, KEY_METRIC_VALUE);
    slice unit = {NULL, 0}, before = *name;
    if (own < t->n_columns && !sheet_is_missing(sheet_cell_text(row, own)))
        return sheet_cell_text(row, own);
    if (value < t->n_columns && is_percent_row(row, value))
        return SLICE_OF("%");
    if (value < t->n_columns && t->columns[value].unit.len > 0)
        return t->columns[value].unit;
    if (heading_split_unit(*name, &before, &unit)) {
        *name = heading_trim(before);
        return unit;
    }
    return t->unit;
}

static void
add_history(sheet_table *t, const tree_node *row, sheet_pairs *to)
{
    sheet_pairs past = {0};
    for (size_t i = 0; i < t->n_columns; i++) {
        if (t->columns[i].role != HEADING_PERIOD)
            continue;
        const tree_node *value = sheet_cell(t, row, i, (slice){NULL, 0});
        tree_pair pair = {sheet_node(t->r->arena, t->columns[i].cell,
                                     t->columns[i].period.text),
                          value};
        if (value != NULL)
            ARRAY_PUSH(t->r->arena, &past, pair);
    }
    if (past.n > 0)
        sheet_add(t, to, KEY_METRIC_HISTORY,
                  sheet_map(t->r->arena, row->span, &past));
}

/* {截至: 2025年1—6月, 数值: …}, of a column of the year to date. */
static void
add_to_date(sheet_table *t, const sheet_heading *h, const tree_node *value,
            sheet_pairs *to)
{
    static const enum metrics_key keys[] = {KEY_TO_DATE_UNTIL,
                                            KEY_TO_DATE_VALUE};
    arena *a = t->r->arena;
    keys_range range = keys_of(KEYS_TO_DATE);
    sheet_pairs map = {0};
    if (value == NULL)
        return;
    for (size_t i = 0; i < 2; i++) {
        slice name = tree_key_name(&range.keys[keys[i] - range.first]);
        tree_pair pair = {sheet_node(a, h->cell, name),
                          i == 0 ? sheet_node(a, h->cell, h->period.text)
                                 : value};
        ARRAY_PUSH(a, &map, pair);
    }
    sheet_add(t, to, KEY_METRIC_TO_DATE, sheet_map(a, value->span, &map));
}

static void
add_cells(sheet_table *t, const tree_node *row, slice unit, sheet_pairs *to)
{
    for (size_t i = 0; i < t->n_columns; i++) {
        const sheet_heading *h = &t->columns[i];
        bool is_told = h->role == HEADING_KEY && h->key != KEY_METRIC_NAME &&
                       h->key != KEY_METRIC_UNIT;
        if (!is_told)
            continue;
        const tree_node *value = sheet_cell(t, row, i, unit);
        if (h->key == KEY_METRIC_GROUP)
            value = t->told_group = value != NULL ? value : t->told_group;
        if (h->key == KEY_METRIC_TO_DATE)
            add_to_date(t, h, value, to);
        else
            sheet_add(t, to, h->key, value);
    }
    add_history(t, row, to);
}

/* Names become ids: without what ids may not hold. */
static slice
id_from_name(arena *a, slice name)
{
    slice_builder out = {.arena = a};
    size_t n = 0;
    for (size_t at = 0; at < name.len && n < ID_LONGEST;) {
        size_t first = at;
        uint32_t code = utf8_next(name, &at);
        bool is_barred =
            code == '.' || code == '|' || code == '{' || code == '}';
        if (code <= ' ' || code == 0x3000 || is_barred)
            continue;
        builder_add(&out, slice_cut(name, first, at));
        n++;
    }
    return builder_slice(&out);
}

const tree_node *
sheet_id(const sheet_table *t, const tree_node *name)
{
    return sheet_node(t->r->arena, name, id_from_name(t->r->arena, name->text));
}

static const tree_node *
row_id(sheet_table *t, const tree_node *row, const tree_node *name)
{
    for (size_t i = 0; i < t->n_columns; i++)
        if (t->columns[i].role == HEADING_ID && sheet_cell_text(row, i).len > 0)
            return sheet_node(t->r->arena, row->items[i],
                              sheet_cell_text(row, i));
    return sheet_node(t->r->arena, name, id_from_name(t->r->arena, name->text));
}

void
sheet_add_metric(sheet_table *t, const tree_node *id, const tree_node *map)
{
    tree_pair pair = {id, map};
    size_t before = slice_index_lookup(&t->ids, id->text);
    if (before != SLICE_INDEX_NONE) {
        jb_span span = t->metrics.at[before].key->span;
        source_place place = source_place_of(span.source, span.first);
        diag_report(t->r->diags, &SHEET_TWICE, id->span, id->text,
                    slice_printf(t->r->arena, "%zu", place.line));
        return;
    }
    slice_index_add(&t->ids, id->text, t->metrics.n);
    ARRAY_PUSH(t->r->arena, &t->metrics, pair);
}

/* 规模以上工业增加值, %, 7.4 under 同比增长（%）: the percent is that of the
 * growth, and no level is told. */
static bool
has_growth_alone(sheet_table *t, const tree_node *row)
{
    bool has_growth = false;
    for (size_t i = 0; i < t->n_columns; i++) {
        const sheet_heading *h = &t->columns[i];
        bool is_told = !sheet_is_missing(sheet_cell_text(row, i));
        bool is_level = h->role == HEADING_PERIOD ||
                        (h->role == HEADING_KEY &&
                         (h->key == KEY_METRIC_VALUE ||
                          h->key == KEY_METRIC_PREVIOUS ||
                          h->key == KEY_METRIC_TO_DATE ||
                          h->key == KEY_METRIC_TARGET));
        if (is_told && is_level)
            return false;
        has_growth |= is_told && h->role == HEADING_KEY &&
                      h->key == KEY_METRIC_GROWTH &&
                      unit_from(h->unit).kind == UNIT_PERCENT;
    }
    return has_growth;
}

static void
read_metric(sheet_table *t, const tree_node *row, const tree_node *cell,
            slice name)
{
    arena *a = t->r->arena;
    slice unit = row_unit(t, row, &name);
    size_t own = sheet_column(t, KEY_METRIC_UNIT);
    const tree_node *named = sheet_node(a, cell, name);
    const tree_node *at =
        own < t->n_columns && own < row->n ? row->items[own] : cell;
    sheet_pairs pairs = {0};
    if (unit_from(unit).kind == UNIT_PERCENT && has_growth_alone(t, row))
        unit = (slice){NULL, 0};
    t->whole_unit = unit;
    sheet_add(t, &pairs, KEY_METRIC_NAME, named);
    if (unit.len > 0)
        sheet_add(t, &pairs, KEY_METRIC_UNIT, sheet_node(a, at, unit));
    add_cells(t, row, unit, &pairs);
    sheet_check_row(t, row);
    if (t->group != NULL && sheet_column(t, KEY_METRIC_GROUP) == t->n_columns) {
        sheet_add(t, &pairs, KEY_METRIC_GROUP, t->group);
        t->is_group_used = true;
    }
    sheet_add_metric(t, row_id(t, row, named), sheet_map(a, row->span, &pairs));
}

bool
sheet_strip_among(slice *name)
{
    static const slice words[] = {SLICE("其中："), SLICE("其中:"),
                                  SLICE("其中"), SLICE("#"), SLICE("＃")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!slice_starts_with(*name, words[i]))
            continue;
        *name = heading_trim(slice_cut(*name, words[i].len, name->len));
        return true;
    }
    return false;
}

/* Notes and the source stand below the figures, or above. */
bool
sheet_read_remark(sheet_table *t, const tree_node *cell, slice text)
{
    static const slice notes[] = {SLICE("注："), SLICE("注:"), SLICE("说明："),
                                  SLICE("备注：")};
    static const slice sources[] = {SLICE("资料来源："), SLICE("数据来源："),
                                    SLICE("来源："), SLICE("资料来源:")};
    arena *a = t->r->arena;
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        if (!slice_starts_with(text, notes[i]))
            continue;
        slice rest = heading_trim(slice_cut(text, notes[i].len, text.len));
        ARRAY_PUSH(a, &t->out->notes, sheet_node(a, cell, rest));
        return true;
    }
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        if (!slice_starts_with(text, sources[i]))
            continue;
        t->out->source = sheet_node(
            a, cell, heading_trim(slice_cut(text, sources[i].len, text.len)));
        return true;
    }
    return false;
}

static void
report_unused(sheet_table *t, const tree_node *cell)
{
    diag_report(t->r->diags, &SHEET_ROW_UNUSED, cell->span,
                heading_trim(cell->text));
}

static void
end_group(sheet_table *t)
{
    if (t->group != NULL && !t->is_group_used)
        report_unused(t, t->group);
    t->group = NULL;
}

static slice
group_name(slice text)
{
    static const slice numbers = SLICE("一二三四五六七八九十");
    size_t at = 0;
    while (at < text.len) {
        size_t next = at;
        utf8_next(text, &next);
        if (slice_find(numbers, slice_cut(text, at, next)) == numbers.len)
            break;
        at = next;
    }
    slice rest = slice_cut(text, at, text.len);
    bool is_numbered = at > 0 && slice_starts_with(rest, SLICE_OF("、"));
    return is_numbered ? slice_cut(rest, SLICE_OF("、").len, rest.len) : text;
}

static void
read_lonely(sheet_table *t, const tree_node *cell, slice text)
{
    if (sheet_read_remark(t, cell, text))
        return;
    end_group(t);
    t->group = sheet_node(t->r->arena, cell, group_name(text));
    t->is_group_used = false;
}

/* Where the name stands: in the column of names, or in one right of it that
 * has no head of its own; then the first holds the group, told once for
 * several rows. */
static size_t
name_column(const sheet_table *t, const tree_node *row)
{
    size_t at = sheet_column(t, KEY_METRIC_NAME);
    while (at + 1 < t->n_columns && t->columns[at + 1].cell == NULL &&
           sheet_cell_text(row, at + 1).len > 0)
        at++;
    return at;
}

static void
take_merged_group(sheet_table *t, const tree_node *row, size_t name_at)
{
    size_t at = sheet_column(t, KEY_METRIC_NAME);
    slice text = sheet_cell_text(row, at);
    if (at == name_at && t->is_group_merged)
        end_group(t);
    t->is_group_merged |= at != name_at;
    if (at == name_at || text.len == 0)
        return;
    end_group(t);
    t->group = sheet_node(t->r->arena, row->items[at], group_name(text));
    t->is_group_used = false;
}

/* Whether nothing stands beside the name but its number: 一 | 综合. */
static bool
is_band(const sheet_table *t, const tree_node *row, size_t name_at)
{
    for (size_t i = 0; i < row->n; i++) {
        bool is_number =
            i < t->n_columns && (t->columns[i].role == HEADING_SERIAL ||
                                 t->columns[i].role == HEADING_ID);
        if (i != name_at && !is_number && sheet_cell_text(row, i).len > 0)
            return false;
    }
    return sheet_cell_text(row, name_at).len > 0;
}

static bool
has_figure(const sheet_table *t, const tree_node *row)
{
    for (size_t i = 0; i < t->n_columns; i++) {
        const sheet_heading *h = &t->columns[i];
        bool is_word = h->role == HEADING_KEY &&
                       (h->key == KEY_METRIC_NAME ||
                        h->key == KEY_METRIC_UNIT ||
                        h->key == KEY_METRIC_GROUP ||
                        h->key == KEY_METRIC_NOTE);
        bool is_told = h->role == HEADING_PERIOD || h->role == HEADING_KEY;
        if (is_told && !is_word && !sheet_is_missing(sheet_cell_text(row, i)))
            return true;
    }
    return false;
}

/* 同比增长 under a metric, as a row of its own. */
static bool
is_growth_row(const sheet_table *t, const tree_node *cell)
{
    sheet_heading h = heading_read(t->r->arena, cell, (jb_period){0});
    return h.role == HEADING_KEY && h.key == KEY_METRIC_GROWTH &&
           t->metrics.n > 0;
}

static void
read_growth_row(sheet_table *t, const tree_node *row)
{
    size_t at = sheet_column(t, KEY_METRIC_VALUE);
    tree_pair *last = ARRAY_LAST(&t->metrics);
    sheet_pairs pairs = {0};
    const tree_node *value =
        at < t->n_columns ? sheet_cell(t, row, at, t->whole_unit) : NULL;
    if (value == NULL)
        return;
    slice text = value->text, suffix = SLICE_OF("%");
    if (unit_from(t->whole_unit).kind == UNIT_PERCENT)
        suffix = unit_points_of(unit_from(t->whole_unit)).name;
    jb_decimal d;
    if (decimal_parse(text, &d))
        text = slice_join(t->r->arena, text, suffix);
    for (size_t i = 0; i < last->value->n; i++)
        ARRAY_PUSH(t->r->arena, &pairs, last->value->pairs[i]);
    sheet_add(t, &pairs, KEY_METRIC_GROWTH,
              sheet_node(t->r->arena, value, text));
    last->value = sheet_map(t->r->arena, last->value->span, &pairs);
}

static void
read_named(sheet_table *t, const tree_node *row, size_t name_at)
{
    const tree_node *cell = row->items[name_at];
    slice name = sheet_cell_text(row, name_at);
    bool is_indented =
        cell->text.len > 0 && heading_trim(cell->text).at != cell->text.at;
    bool is_among = sheet_strip_among(&name);
    t->is_inside = is_among || (t->is_inside && is_indented);
    if (is_growth_row(t, cell))
        read_growth_row(t, row);
    else if (!has_figure(t, row))
        diag_report(t->r->diags, &SHEET_ROW_EMPTY, cell->span, name);
    else if (t->is_inside && sheet_is_part(t, row))
        sheet_read_part(t, row, cell, name);
    else
        read_metric(t, row, cell, name);
}

/* Who made the table, checked it, and when: nothing for the reader. */
static bool
is_signed(slice text)
{
    static const slice words[] = {
        SLICE("制表"),     SLICE("填表"),       SLICE("审核"),
        SLICE("复核"),     SLICE("单位负责人"), SLICE("统计负责人"),
        SLICE("报出日期"), SLICE("填报日期"),   SLICE("联系电话")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        slice rest = slice_cut(text, words[i].len, text.len);
        if (slice_starts_with(text, words[i]) &&
            (slice_find(rest, SLICE_OF("：")) < rest.len ||
             slice_find(rest, SLICE_OF(":")) < rest.len))
            return true;
    }
    return false;
}

static void
read_row(sheet_table *t, const tree_node *row)
{
    size_t name_at = name_column(t, row), first = 0;
    size_t n = sheet_cells_filled(row, &first);
    if (n == 0 || is_signed(sheet_cell_text(row, first)))
        return;
    if (n == 1 && first <= name_at) {
        read_lonely(t, row->items[first], sheet_cell_text(row, first));
        return;
    }
    if (is_band(t, row, name_at)) {
        read_lonely(t, row->items[name_at], sheet_cell_text(row, name_at));
        return;
    }
    if (sheet_cell_text(row, name_at).len == 0) {
        diag_report(t->r->diags, &SHEET_NO_NAME, row->items[first]->span);
        return;
    }
    take_merged_group(t, row, name_at);
    read_named(t, row, name_at);
}

static void
drop_source(void *source)
{
    source_drop(source);
}

bool
sheet_from_rows(arena *a, slice rows, jb_period period, sheet *out)
{
    jb_source *source = source_from_table(SLICE_OF("表"), rows);
    yaml_reading r = {.arena = a, .diags = diags_new()};
    arena_defer(a, drop_source, source); /* cells point into it */
    bool is_read = sheet_read(&r, source, period, out) &&
                   !diags_has_errors(r.diags);
    diags_drop(r.diags);
    return is_read;
}

bool
sheet_read(yaml_reading *r, const jb_source *file, jb_period period, sheet *out)
{
    *out = (sheet){0};
    sheet_table t = {.r = r, .out = out, .ids = {.arena = r->arena}};
    t.rows = tree_from_csv(r->arena, file, TREE_LIMITS, r->diags);
    if (t.rows == NULL)
        return false;
    t.base = t.period = period;
    size_t first = sheet_read_head(&t);
    if (first == 0)
        return false;
    if (t.is_series)
        sheet_read_series(&t, first);
    for (size_t i = first; i < t.rows->n && !t.is_series; i++)
        read_row(&t, t.rows->items[i]);
    end_group(&t);
    out->metrics = sheet_map(r->arena, span_of(file, 0, 0), &t.metrics);
    return true;
}

bool
sheet_has_head(yaml_reading *r, const jb_source *file)
{
    yaml_reading quiet = *r;
    quiet.diags = diags_new();
    sheet unused = {0};
    sheet_table t = {.r = &quiet, .out = &unused, .ids = {.arena = r->arena}};
    t.rows = tree_from_csv(r->arena, file, TREE_LIMITS, quiet.diags);
    bool has_head = t.rows == NULL || sheet_read_head(&t) > 0;
    for (size_t i = 0; i < diags_count(quiet.diags); i++)
        has_head |= diags_at(quiet.diags, i)->kind == &SHEET_NO_MONTH;
    diags_drop(quiet.diags);
    return has_head;
}
