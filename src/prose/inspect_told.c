/* What a table and the prose around it tell of the same indicator. A figure of
 * the prose is held against a row only when it is spoken of by the full name
 * of the row, of the column under it, or of both, at the same time; and one
 * that stands anywhere in the row is right. */
#include "facts/level.h"
#include "metrics/heading.h"
#include "prose/inspect_table.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/rule.h"
#include "prose/setting.h"

typedef struct telling {
    const tabular *table;
    jb_period base;
    const inspection *prose;
    const indicator *known; /* that the labels of the rows name */
} telling;

/* A typed figure of the prose, with what must agree. */
typedef struct told {
    const claim *claim;
    jb_period period; /* not set: not told */
    slice label;      /* 北城区 of 北城区：…, with which its paragraph starts */
} told;

/* ── which figures of the prose ── */

static bool
is_holdable(const inspection *in, const claim *c)
{
    bool is_level = c->kind == CLAIM_LEVEL &&
                    c->figure->sort == FIGURE_QUANTITY;
    bool is_rate = c->kind == CLAIM_RATE && c->figure->sort == FIGURE_PERCENT;
    slice lead = rule_lead(in, c);
    return (is_level || is_rate) && c->subject.len > 0 && !c->is_aside &&
           !c->is_base && !c->is_expected && !c->is_to_date &&
           c->figure->quantity.bound == BOUND_EXACT &&
           slice_find(lead, SLICE_OF("分别")) == lead.len &&
           rule_is_typed(in, c->figure->first, c->figure->last);
}

/* Of the table's time when it names none; false when its words name a time
 * that nobody can tell, or it is of another place or a goal. */
static bool
read_told(const telling *t, size_t i, told *out)
{
    const inspection *in = t->prose;
    setting own = setting_from_claim(in, i);
    bool is_rate = in->claims.at[i].kind == CLAIM_RATE;
    *out = (told){&in->claims.at[i], t->base, own.label};
    if (own.scope.len > 0) /* 全市 in a paragraph of 北城区 */
        out->label.len = 0;
    if (own.is_goal || own.way.len > 0 ||
        (is_rate && own.basis != SETTING_YEAR_BEFORE))
        return false;
    return own.period.len == 0 ||
           setting_period(in, own, t->base, &out->period);
}

/* ── which cells of the table ── */

static bool
has_class(slice text, lexicon_class class)
{
    size_t at;
    return lexicon_find(text, class, &at) != NULL;
}

/* A head that says nothing of what is counted: 本期, 2025年, 1—6月, 同比. */
static bool
is_plain_head(const telling *t, const tabular_column *c, slice head)
{
    jb_period period;
    return head.len == 0 || c->sort == TABULAR_GROWTH ||
           has_class(head, LEXICON_COLUMN_VALUE) ||
           heading_period(t->prose->arena, head, t->base, &period);
}

/* The words of the column that name what is counted. */
static slice
column_words(const telling *t, const tabular_column *c)
{
    slice group = is_plain_head(t, c, c->group) ? SLICE_OF("") : c->group;
    slice own = is_plain_head(t, c, c->heading) ? SLICE_OF("") : c->heading;
    return slice_join(t->prose->arena, group, own);
}

static jb_period
column_period(const telling *t, const tabular_column *c)
{
    jb_period period;
    if (period_is_set(c->period))
        return c->period;
    if (heading_period(t->prose->arena, c->heading, t->base, &period) ||
        heading_period(t->prose->arena, c->group, t->base, &period))
        return period;
    return t->base;
}

/* Only such a name is of one thing: 出口总额, 北城区营业收入. */
static bool
is_name(slice name)
{
    return lexicon_end(name, LEXICON_INDICATOR) != NULL;
}

/* GDP in the prose, 地区生产总值 in the row. */
static bool
is_row_of(const telling *t, const claim *c, size_t r)
{
    return indicator_stands_alone(c->indicator) &&
           t->known[r] == c->indicator;
}

/* By the names of row and column, or by that of the column where the
 * paragraph is the row's. */
static bool
is_named(const telling *t, const told *said, size_t r, size_t c)
{
    const tabular_row *row = &t->table->rows[r];
    slice subject = said->claim->subject;
    slice words = column_words(t, &t->table->columns[c]);
    slice label = row->sort == TABULAR_ROW_TOTAL ? SLICE_OF("") : row->label;
    slice name = slice_join(t->prose->arena, label, words);
    bool is_labelled = said->label.len > 0;
    if (is_labelled && slice_equal(label, said->label) &&
        slice_equal(words, subject))
        return is_name(words);
    bool is_own = !is_labelled || (label.len > 0 && words.len > 0);
    bool is_known = words.len == 0 && is_row_of(t, said->claim, r);
    return is_own &&
           (is_known || (is_name(name) && slice_equal(name, subject)));
}

static bool
is_cell_of(const telling *t, const told *said, size_t r, size_t c)
{
    const tabular_column *column = &t->table->columns[c];
    bool is_rate = said->claim->kind == CLAIM_RATE;
    bool is_sort = column->sort == (is_rate ? TABULAR_GROWTH : TABULAR_LEVEL);
    const tabular_cell *cell = tabular_at(t->table, r, c);
    if (!is_sort || !cell->is_number || !cell->is_typed ||
        !is_named(t, said, r, c))
        return false;
    jb_period own = column_period(t, column);
    return period_is_set(own) == period_is_set(said->period) &&
           (!period_is_set(own) ||
            period_compare(own, said->period) == 0);
}

/* ── whether they agree ── */

/* The coarser of the two, rounded, is what the finer says. */
static bool
is_same_rate(jb_decimal a, jb_decimal b)
{
    int scale = a.scale < b.scale ? a.scale : b.scale;
    return decimal_compare(decimal_round(a, scale, DECIMAL_HALF_UP),
                           decimal_round(b, scale, DECIMAL_HALF_UP)) == 0;
}

static bool
says_cell(const telling *t, const told *said, size_t r, size_t c)
{
    const tabular_cell *cell = tabular_at(t->table, r, c);
    if (!cell->is_number)
        return false;
    return said->claim->kind == CLAIM_RATE
               ? is_same_rate(said->claim->rate, cell->value)
               : level_may_be_same(said->claim->figure->quantity,
                                   tabular_quantity(t->table, r, c));
}

static bool
is_in_row(const telling *t, const told *said, size_t r)
{
    for (size_t c = 1; c < t->table->n_columns; c++)
        if (says_cell(t, said, r, c))
            return true;
    return false;
}

/* Neither is more than twice the other. */
static bool
is_near(jb_decimal a, jb_decimal b)
{
    jb_decimal twice_a, twice_b;
    return decimal_add(a, a, &twice_a) && decimal_add(b, b, &twice_b) &&
           decimal_compare(twice_a, b) >= 0 &&
           decimal_compare(twice_b, a) >= 0;
}

/* Amounts of different things, or of no known unit, cannot differ; and what
 * is far off is of something else under the same name, unless it is the same
 * digits in 万 for 亿. */
static bool
is_comparable(const telling *t, const told *said, size_t r, size_t c)
{
    jb_quantity cell = tabular_quantity(t->table, r, c);
    jb_quantity own = said->claim->figure->quantity;
    if (said->claim->kind == CLAIM_RATE)
        return true;
    bool is_same_digits = decimal_compare(own.value, cell.value) == 0;
    return cell.unit.name.len > 0 && level_align(&own, &cell) &&
           (is_same_digits || is_near(own.value, cell.value));
}

static slice
cell_words(const telling *t, const told *said, size_t r, size_t c)
{
    slice number = number_text(t->prose->arena,
                               tabular_at(t->table, r, c)->value);
    bool is_rate = said->claim->kind == CLAIM_RATE;
    slice unit = is_rate ? SLICE_OF("%")
                         : tabular_quantity(t->table, r, c).unit.name;
    return slice_join(t->prose->arena, number, unit);
}

static void
check_row(const telling *t, const told *said, size_t r)
{
    const inspection *in = t->prose;
    for (size_t c = 1; c < t->table->n_columns; c++) {
        if (!is_cell_of(t, said, r, c) || !is_comparable(t, said, r, c) ||
            is_in_row(t, said, r))
            continue;
        diag_report(in->diags, &PROSE_TABLE_TOLD,
                    rule_figure_span(in, said->claim->figure),
                    said->claim->subject,
                    rule_figure_text(in, said->claim->figure),
                    cell_words(t, said, r, c));
        diags_relate(in->diags, tabular_at(t->table, r, c)->span,
                     SLICE_OF("表里的数在这里"));
        return;
    }
}

/* Whether any name of the table can be the subject, asked before the time of
 * the figure is looked for, which takes long: its row's in front or its
 * column's at the end. */
static bool
may_name(const telling *t, const claim *c)
{
    const tabular *table = t->table;
    slice subject = c->subject;
    for (size_t r = 0; r < table->n_rows; r++) {
        slice label = table->rows[r].label;
        if ((label.len > 0 && slice_starts_with(subject, label)) ||
            is_row_of(t, c, r))
            return true;
    }
    for (size_t k = 1; k < table->n_columns; k++) {
        const tabular_column *own = &table->columns[k];
        if ((own->heading.len > 0 &&
             slice_ends_with(subject, own->heading)) ||
            (own->group.len > 0 && slice_ends_with(subject, own->group)))
            return true;
    }
    return false;
}

static const indicator *
known_rows(arena *a, const tabular *table)
{
    indicator *known = ARENA_ARRAY(a, table->n_rows, indicator);
    for (size_t r = 0; r < table->n_rows; r++)
        known[r] = indicator_of(table->rows[r].label);
    return known;
}

void
inspect_table_told(const tabular *table, jb_period base,
                   const inspection *prose)
{
    telling t = {table, base, prose, known_rows(prose->arena, table)};
    for (size_t i = 0; i < prose->claims.n && rule_has_room(prose); i++) {
        told said;
        if (!may_name(&t, &prose->claims.at[i]) ||
            !is_holdable(prose, &prose->claims.at[i]) ||
            !read_told(&t, i, &said))
            continue;
        for (size_t r = 0; r < table->n_rows; r++)
            if (table->rows[r].sort != TABULAR_ROW_AMONG)
                check_row(&t, &said, r);
    }
}
