/* Cells, and the nodes that are made of them. */
#include "metrics/sheet_table.h"

#include "base/utf8.h"

tree_node *
sheet_node(arena *a, const tree_node *at, slice text)
{
    tree_node *node = ARENA_NEW(a, tree_node);
    node->kind = TREE_TEXT;
    node->span = at->span;
    node->text = text;
    return node;
}

tree_node *
sheet_map(arena *a, jb_span span, const sheet_pairs *pairs)
{
    tree_node *map = ARENA_NEW(a, tree_node);
    map->kind = TREE_MAP;
    map->span = span;
    map->pairs = pairs->at;
    map->n = pairs->n;
    return map;
}

tree_node *
sheet_key(sheet_table *t, enum metrics_key key, const tree_node *at)
{
    keys_range range = keys_of(KEYS_METRIC);
    return sheet_node(t->r->arena, at,
                      tree_key_name(&range.keys[key - range.first]));
}

void
sheet_add(sheet_table *t, sheet_pairs *to, enum metrics_key key,
          const tree_node *value)
{
    if (value == NULL)
        return;
    tree_pair pair = {sheet_key(t, key, value), value};
    ARRAY_PUSH(t->r->arena, to, pair);
}

/* What tables write where there is no figure. */
bool
sheet_is_missing(slice text)
{
    return text.len == 0 ||
           slice_is_among(text, "-|—|——|－|–|−|/|…|……|...|.|无|*|\\N");
}

bool
sheet_is_merged(const tree_node *row, size_t i)
{
    return i < row->n && slice_is_among(row->items[i]->text, "<|^");
}

slice
sheet_cell_text(const tree_node *row, size_t i)
{
    return i < row->n && !sheet_is_merged(row, i)
               ? heading_trim(row->items[i]->text)
               : (slice){NULL, 0};
}

size_t
sheet_column(const sheet_table *t, enum metrics_key key)
{
    for (size_t i = 0; i < t->n_columns; i++)
        if (t->columns[i].role == HEADING_KEY && t->columns[i].key == key)
            return i;
    return t->n_columns;
}

static bool
is_number(slice text)
{
    jb_decimal d;
    return decimal_parse(text, &d);
}

/* 1,286.40 as spreadsheets show it; what is not grouped by three stays. */
static slice
without_grouping(arena *a, slice text)
{
    slice_builder out = {.arena = a};
    size_t point = slice_find(text, SLICE_OF("."));
    for (size_t i = 0; i < text.len; i++) {
        bool is_comma = text.at[i] == ',';
        if (is_comma && (i > point || i == 0 || (point - i) % 4 != 0))
            return text;
        if (!is_comma)
            builder_add(&out, slice_cut(text, i, i + 1));
    }
    slice plain = builder_slice(&out);
    return is_number(plain) ? plain : text;
}

/* １２８６．４ as some input methods type it. */
static slice
half_width(arena *a, slice text)
{
    slice_builder out = {.arena = a};
    for (size_t at = 0; at < text.len;) {
        size_t first = at;
        uint32_t code = utf8_next(text, &at);
        char plain = code == 0x2212 ? '-' : (char)(code - 0xFEE0);
        if (code == 0x2212 || (code > 0xFF00 && code < 0xFF5F))
            builder_add(&out, (slice){&plain, 1});
        else
            builder_add(&out, slice_cut(text, first, at));
    }
    return builder_slice(&out);
}

static bool
is_share(slice unit)
{
    return unit_from(unit).kind == UNIT_PERCENT;
}

/* A bare number takes the unit in its heading; growth of shares is told in
 * points, whatever the heading says. */
static slice
growth_text(sheet_table *t, const sheet_heading *h, slice text, slice unit)
{
    if (!is_number(text) || h->unit.len == 0)
        return text;
    bool is_rate = is_share(h->unit);
    slice suffix = is_rate && is_share(unit)
                       ? unit_points_of(unit_from(unit)).name
                       : h->unit;
    return slice_join(t->r->arena, text, suffix);
}

/* 4 or 4/13 below 全省位次. */
static slice
rank_text(sheet_table *t, const sheet_heading *h, slice text)
{
    bool is_bare = text.len > 0 && text.at[0] >= '0' && text.at[0] <= '9';
    if (h->scope.len == 0)
        return text;
    slice start =
        is_bare ? slice_join(t->r->arena, h->scope, SLICE_OF("第")) : h->scope;
    return slice_starts_with(text, h->scope)
               ? text
               : slice_join(t->r->arena, start, text);
}

/* 5.9* and 86.4①: what the mark means stands under the table. */
static bool
is_note_mark(uint32_t code)
{
    return code == '*' || code == 0xFF0A || code == 0x203B ||
           (code >= 0x2460 && code <= 0x2473);
}

/* `text` without a mark at its end; told when what is left is a number. */
static slice
without_mark(sheet_table *t, const tree_node *cell, slice text)
{
    size_t end = text.len;
    while (end > 0 && is_note_mark(utf8_before(text, &end)))
        text = slice_cut(text, 0, end);
    slice whole = heading_trim(cell->text);
    slice plain = half_width(t->r->arena, text);
    bool is_percent = slice_ends_with(plain, SLICE_OF("%"));
    plain = slice_cut(plain, 0, plain.len - is_percent);
    if (text.len == whole.len ||
        !is_number(without_grouping(t->r->arena, plain)))
        return whole;
    diag_report(t->r->diags, &SHEET_MARK_DROPPED, cell->span, whole, text,
                slice_cut(whole, text.len, whole.len));
    return text;
}

bool
sheet_refuse_error(yaml_reading *r, const tree_node *cell)
{
    slice text = heading_trim(cell->text);
    size_t n = 0;
    while (n < text.len && text.at[n] == '#')
        n++;
    bool is_narrow = n > 2 && n == text.len; /* ###### */
    if (!is_narrow && !slice_is_among(text, "#DIV/0!|#N/A|#NAME?|#NULL!|#NUM!|"
                                            "#REF!|#VALUE!|#SPILL!|#CALC!"))
        return false;
    diag_report(r->diags, &SHEET_ERROR_VALUE, cell->span, text);
    return true;
}

/* 12.3万 in a row of 元, or of 亿元, is 12.3万元. */
static slice
with_unit(arena *a, slice text, slice unit)
{
    static const slice scales[] = {SLICE("万亿"), SLICE("百万"), SLICE("千万"),
                                   SLICE("亿"),   SLICE("万"),   SLICE("千")};
    const size_t n = sizeof scales / sizeof *scales;
    for (size_t i = 0; i < n; i++) {
        if (!slice_ends_with(text, scales[i]))
            continue;
        slice number = slice_cut(text, 0, text.len - scales[i].len);
        if (!is_number(number))
            continue;
        for (size_t k = 0; k < n; k++)
            if (slice_starts_with(unit, scales[k]) &&
                unit.len > scales[k].len)
                return slice_join(
                    a, text, slice_cut(unit, scales[k].len, unit.len));
        return slice_join(a, text, unit);
    }
    return text;
}

static slice
text_for(sheet_table *t, const sheet_heading *h, slice text, slice unit)
{
    slice plain = half_width(t->r->arena, text);
    if (is_number(without_grouping(t->r->arena, plain)))
        text = plain;
    switch (h->key) {
    case KEY_METRIC_VALUE:
    case KEY_METRIC_PREVIOUS:
    case KEY_METRIC_HISTORY:
    case KEY_METRIC_TARGET:
    case KEY_METRIC_TO_DATE:
        return with_unit(t->r->arena, without_grouping(t->r->arena, text),
                         unit);
    case KEY_METRIC_GROWTH:
    case KEY_METRIC_SEQUENTIAL:
        return growth_text(t, h, text, unit);
    case KEY_METRIC_RANK:
        return rank_text(t, h, text);
    default:
        return text;
    }
}

/* NULL when the cell holds nothing. */
const tree_node *
sheet_cell(sheet_table *t, const tree_node *row, size_t i, slice unit)
{
    slice text = sheet_cell_text(row, i);
    if (sheet_is_missing(text))
        return NULL;
    if (sheet_refuse_error(t->r, row->items[i]))
        return NULL;
    text = without_mark(t, row->items[i], text);
    return sheet_node(t->r->arena, row->items[i],
                      text_for(t, &t->columns[i], text, unit));
}
