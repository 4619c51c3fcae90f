#include "prose/tabular.h"

#include "metrics/heading.h"
#include "prose/lexicon.h"
#include "prose/placeholder.h"

/* ── words of heads ── */

static bool
has_word(slice text, lexicon_class class)
{
    size_t at;
    return lexicon_find(text, class, &at) != NULL;
}

/* 合　计 and 合 计 are 合计: spaces make short words as wide as others. */
static slice
without_spaces(arena *a, slice text)
{
    slice_builder b = {.arena = a};
    for (size_t i = 0; i < text.len;) {
        slice rest = slice_cut(text, i, text.len);
        bool is_wide = slice_starts_with(rest, SLICE_OF("　"));
        if (!is_wide && text.at[i] != ' ')
            builder_add(&b, slice_cut(text, i, i + 1));
        i += is_wide ? strlen("　") : 1;
    }
    return builder_slice(&b);
}

static bool
is_word(slice text, lexicon_class class)
{
    const lexicon_word *word = lexicon_start(text, class);
    return word != NULL && word->text.len == text.len;
}

/* Where the bracket that ends a head begins, and the words in it. */
static size_t
bracket_start(slice head, slice *inside)
{
    static const char *const opens[] = {"（", "("};
    static const char *const closes[] = {"）", ")"};
    for (size_t i = 0; i < 2; i++) {
        slice open = slice_from(opens[i]), close = slice_from(closes[i]);
        size_t at = slice_find(head, open);
        if (at == head.len || !slice_ends_with(head, close))
            continue;
        *inside = slice_cut(head, at + open.len, head.len - close.len);
        return at;
    }
    *inside = SLICE_OF("");
    return head.len;
}

static bool
is_percent(slice unit)
{
    return slice_is(unit, "%") || slice_is(unit, "％") ||
           slice_is(unit, "±%");
}

static tabular_sort
sort_of(const tabular_column *c, slice unit)
{
    bool is_rate = is_percent(unit);
    if (is_word(c->heading, LEXICON_COLUMN_GROWTH))
        return TABULAR_GROWTH;
    if (is_word(c->heading, LEXICON_COLUMN_SHARE))
        return TABULAR_SHARE;
    if (is_rate || has_word(c->heading, LEXICON_COLUMN_NO_LEVEL) ||
        has_word(c->group, LEXICON_COLUMN_NO_LEVEL))
        return TABULAR_WORDS;
    if (is_word(c->heading, LEXICON_COLUMN_PREVIOUS))
        return TABULAR_PREVIOUS;
    return is_word(c->heading, LEXICON_ROW_TOTAL) ? TABULAR_TOTAL
                                                  : TABULAR_LEVEL;
}

/* A unit that holds for the whole table: 单位：亿元, not 亿元、%. */
static slice
common_unit(const metrics_table *t)
{
    slice unit = t->unit.text;
    bool is_list = slice_find(unit, SLICE_OF("、")) < unit.len ||
                   slice_find(unit, SLICE_OF("，")) < unit.len ||
                   slice_find(unit, SLICE_OF("/")) < unit.len;
    return is_list ? SLICE_OF("") : unit;
}

static tabular_column
column_of(arena *a, const metrics_table *t, size_t i)
{
    const metrics_column *from = &t->columns[i];
    tabular_column c = {.under = from->group.text.at};
    slice own, over;
    size_t own_end = bracket_start(from->heading.text, &own);
    size_t over_end = bracket_start(from->group.text, &over);
    c.heading = without_spaces(a, slice_cut(from->heading.text, 0, own_end));
    c.group = without_spaces(a, slice_cut(from->group.text, 0, over_end));
    slice unit = own.len > 0 ? own : over.len > 0 ? over : common_unit(t);
    c.sort = sort_of(&c, unit);
    if (c.sort == TABULAR_LEVEL && i == 0)
        c.sort = TABULAR_WORDS;
    if (unit.len > 0 && !is_percent(unit))
        c.unit = unit_from(unit);
    period_parse(c.heading, &c.period);
    return c;
}

/* ── cells ── */

/* 1,234.5 → 1234.5: commas between groups of three digits. */
static slice
without_commas(arena *a, slice text)
{
    slice_builder b = {.arena = a};
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] != ',')
            builder_add(&b, slice_cut(text, i, i + 1));
    return builder_slice(&b);
}

static bool
read_number(arena *a, slice text, jb_decimal *out)
{
    bool is_up = slice_starts_with(text, SLICE_OF("▲"));
    bool is_down = slice_starts_with(text, SLICE_OF("▼"));
    size_t first = is_up || is_down ? strlen("▲") : 0;
    size_t last = text.len - slice_ends_with(text, SLICE_OF("%"));
    slice digits = slice_trim(slice_cut(text, first, last));
    if (!decimal_parse(without_commas(a, digits), out))
        return false;
    if (is_down && out->coefficient > 0)
        *out = decimal_neg(*out);
    return true;
}

static bool
is_dash(slice text)
{
    return text.len == 0 || slice_is(text, "-") || slice_is(text, "—") ||
           slice_is(text, "–") || slice_is(text, "——") ||
           slice_is(text, "/") || slice_is(text, "<") ||
           slice_is(text, "^"); /* part of a neighbour */
}

static void
fill_cell(const prose_writer *w, const metrics_text *from, tabular_cell *cell)
{
    prose_text filled = placeholder_fill(w, from);
    for (size_t i = 0; i < filled.n; i++)
        if (filled.at[i].fact != NULL)
            cell->is_typed = false;
    cell->text = slice_trim(prose_plain(w->arena, &filled));
}

static tabular_cell
cell_of(const prose_writer *w, const metrics_text *from)
{
    tabular_cell cell = {.span = from->span, .is_typed = true,
                         .text = slice_trim(from->text)};
    if (w->facts != NULL)
        fill_cell(w, from, &cell);
    cell.is_empty = is_dash(cell.text);
    cell.is_number = read_number(w->arena, cell.text, &cell.value);
    return cell;
}

/* 合计 of 全市合计. */
static slice
without_scope(slice label)
{
    const lexicon_word *scope = lexicon_start(label, LEXICON_SCOPE);
    return scope == NULL ? label
                         : slice_cut(label, scope->text.len, label.len);
}

static tabular_row_sort
row_sort(slice label, bool is_band)
{
    if (is_band)
        return TABULAR_ROW_BAND;
    if (lexicon_start(label, LEXICON_ROW_AMONG) != NULL)
        return TABULAR_ROW_AMONG;
    if (is_word(without_scope(label), LEXICON_ROW_TOTAL))
        return TABULAR_ROW_TOTAL;
    if (is_word(label, LEXICON_ROW_SUBTOTAL) ||
        slice_ends_with(label, SLICE_OF("小计")))
        return TABULAR_ROW_SUBTOTAL;
    return TABULAR_ROW_PLAIN;
}

/* 固定资产投资（亿元）: the unit of its row. */
static void
take_unit(tabular_row *row)
{
    slice before, inside, unit;
    if (!heading_split_unit(row->label, &before, &inside) ||
        !heading_is_unit(inside, &unit))
        return;
    row->label = before;
    row->unit = unit_from(unit);
}

static tabular_row
row_of(arena *a, const tabular *t, size_t r, bool is_band)
{
    tabular_row row = {.label = tabular_at(t, r, 0)->text};
    for (size_t i = 1; i < t->n_columns; i++) {
        const tabular_cell *cell = tabular_at(t, r, i);
        /* A number in the first column, or nothing, the name in the second. */
        const tabular_cell *serial = tabular_at(t, r, 0);
        bool is_named = i == 1 && !cell->is_number && !cell->is_empty &&
                        (serial->is_number || serial->is_empty);
        if (is_named)
            row.label = cell->text;
        if (slice_is(t->columns[i].heading, "单位") ||
            slice_is(t->columns[i].heading, "计量单位"))
            row.unit = unit_from(cell->text);
    }
    row.label = without_spaces(a, row.label);
    take_unit(&row);
    row.sort = row_sort(row.label, is_band);
    return row;
}

static void
read_row(const prose_writer *w, const metrics_row *from, tabular *t, size_t r)
{
    for (size_t i = 0; i < t->n_columns; i++) {
        tabular_cell *cell = &t->cells[r * t->n_columns + i];
        *cell = (tabular_cell){.is_empty = true, .text = SLICE_OF("")};
        if (i < from->n && from->cells[i].text.len > 0)
            *cell = cell_of(w, &from->cells[i]);
    }
    t->rows[r] = row_of(w->arena, t, r, from->is_band);
}

static tabular
read_table(const prose_writer *w, const metrics_table *table)
{
    tabular t = {.n_columns = table->n_columns, .n_rows = table->n_rows};
    t.columns = ARENA_ARRAY(w->arena, t.n_columns, tabular_column);
    t.rows = ARENA_ARRAY(w->arena, t.n_rows, tabular_row);
    t.cells = ARENA_ARRAY(w->arena, t.n_rows * t.n_columns, tabular_cell);
    for (size_t i = 0; i < t.n_columns; i++)
        t.columns[i] = column_of(w->arena, table, i);
    for (size_t r = 0; r < t.n_rows; r++)
        read_row(w, &table->rows[r], &t, r);
    return t;
}

bool
tabular_from_table(arena *a, const jb_facts *facts,
                   const metrics_table *table, tabular *out)
{
    jb_diags *unheard = diags_new();
    prose_writer w = {a, facts, unheard};
    *out = read_table(&w, table);
    bool is_read = !diags_has_errors(unheard);
    diags_drop(unheard);
    return is_read;
}

const tabular_cell *
tabular_at(const tabular *t, size_t row, size_t column)
{
    return &t->cells[row * t->n_columns + column];
}

jb_quantity
tabular_quantity(const tabular *t, size_t row, size_t column)
{
    jb_unit unit = t->columns[column].unit;
    if (t->rows[row].unit.name.len > 0)
        unit = t->rows[row].unit;
    return (jb_quantity){.value = tabular_at(t, row, column)->value,
                         .unit = unit};
}
