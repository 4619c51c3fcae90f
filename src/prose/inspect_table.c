/* A person's table against itself and against the facts: totals, growth,
 * shares, and the figures of metrics that it repeats. A cell that cannot be
 * read as a plain number says nothing, and nothing is said of it. */
#include "facts/growth.h"
#include "prose/inspect_table.h"
#include "prose/lexicon.h"
#include "prose/number.h"
#include "prose/tabular.h"

typedef struct table_inspection {
    arena *arena;
    const tabular *table;
    const jb_facts *facts;
    jb_diags *diags;
} table_inspection;

static const tabular_cell *
cell_at(const table_inspection *in, size_t r, size_t c)
{
    return tabular_at(in->table, r, c);
}

/* ── sums, down a column and along a row ── */

typedef struct table_sum {
    const table_inspection *in;
    const tabular_cell *total;
    slice name;    /* of the column or row that is added up */
    jb_decimal sum;
    size_t n;
    int scale;     /* of the coarsest part */
    bool is_whole; /* every part is a number */
    bool is_typed; /* a person typed some number of it */
    bool is_positive;
    slice_builder terms;
} table_sum;

static table_sum
sum_for(const table_inspection *in, const tabular_cell *total, slice name)
{
    return (table_sum){.in = in, .total = total, .name = name,
                       .scale = total->value.scale, .is_whole = true,
                       .is_typed = total->is_typed, .is_positive = true,
                       .terms = {.arena = in->arena}};
}

static void
sum_add(table_sum *s, const tabular_cell *part)
{
    if (part->is_empty)
        return;
    if (!part->is_number || !decimal_add(s->sum, part->value, &s->sum)) {
        s->is_whole = false;
        return;
    }
    slice number = number_text(s->in->arena, part->value);
    builder_printf(&s->terms, "%s%.*s", s->n > 0 ? " + " : "",
                   SLICE_ARGS(number));
    s->n++;
    s->is_typed = s->is_typed || part->is_typed;
    s->is_positive = s->is_positive && decimal_sign(part->value) >= 0;
    if (part->value.scale < s->scale)
        s->scale = part->value.scale;
}

/* Half a unit of the last digit for each part and the total: what rounding
 * leaves open. Whole numbers leave nothing open. */
static jb_decimal
slack_of(const table_sum *s)
{
    bool is_whole = s->scale == 0 && s->total->value.scale == 0;
    return is_whole ? (jb_decimal){0, 0}
                    : (jb_decimal){5 * ((int64_t)s->n + 1), s->scale + 1};
}

/* Parts that cannot all be read still must not exceed the total. */
static bool
sum_differs(const table_sum *s)
{
    jb_decimal off;
    if (s->n == 0 || !decimal_sub(s->sum, s->total->value, &off))
        return false;
    bool is_over = decimal_sign(off) > 0 && s->is_positive;
    return (s->is_whole || is_over) &&
           decimal_compare(decimal_abs(off), slack_of(s)) > 0;
}

static void
sum_report(table_sum *s)
{
    slice sum = number_text(s->in->arena, s->sum);
    builder_printf(&s->terms, " = %.*s", SLICE_ARGS(sum));
    diag_report(s->in->diags, &PROSE_TABLE_TOTAL, s->total->span, s->name,
                number_text(s->in->arena, s->total->value),
                builder_slice(&s->terms));
}

/* 营业收入的上半年: the head over it first. */
static slice
column_name(const table_inspection *in, size_t c)
{
    const tabular_column *column = &in->table->columns[c];
    return slice_join(in->arena, column->group, column->heading);
}

static bool
has_sort(const table_inspection *in, tabular_row_sort sort)
{
    for (size_t r = 0; r < in->table->n_rows; r++)
        if (in->table->rows[r].sort == sort)
            return true;
    return false;
}

static bool
adds_up(const table_inspection *in, size_t c, size_t total)
{
    switch (in->table->columns[c].sort) {
    case TABULAR_LEVEL:
    case TABULAR_PREVIOUS:
    case TABULAR_TOTAL:
        return true;
    case TABULAR_SHARE: /* of one whole only when that is 100 */
        return decimal_compare(cell_at(in, total, c)->value,
                               (jb_decimal){100, 0}) == 0;
    default:
        return false;
    }
}

static bool
is_plain(const table_inspection *in, size_t r)
{
    return r < in->table->n_rows &&
           in->table->rows[r].sort == TABULAR_ROW_PLAIN;
}

/* 工业 and 建筑业 under 第二产业 are in it, though nothing says 其中. */
static bool
is_in_sector(const table_inspection *in, size_t r)
{
    static const slice inner[] = {SLICE("工业"), SLICE("建筑业"),
                                  SLICE("全部工业"), SLICE("规模以上工业")};
    slice sector = SLICE_OF("第二产业"), label = in->table->rows[r].label;
    bool is_inner = false, has_sector = false;
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
        is_inner = is_inner || slice_starts_with(label, inner[i]);
    for (size_t k = 0; is_inner && k < r; k++)
        has_sector = has_sector ||
                     slice_starts_with(in->table->rows[k].label, sector);
    return is_inner && has_sector;
}

/* Of the plain rows from `first` up to `last`. */
static table_sum
sum_of_rows(const table_inspection *in, const tabular_cell *total,
            size_t c, size_t first, size_t last)
{
    table_sum s = sum_for(in, total, column_name(in, c));
    for (size_t r = first; r < last; r++)
        if (is_plain(in, r) && !is_in_sector(in, r))
            sum_add(&s, cell_at(in, r, c));
    return s;
}

/* A figure for all that is neither below the least nor above the greatest of
 * three parts is their mean or a rate, whatever its column is called. */
static bool
is_mean(const table_inspection *in, size_t total, size_t c)
{
    size_t n_below = 0, n_above = 0, n = 0;
    for (size_t r = 0; r < in->table->n_rows; r++) {
        const tabular_cell *cell = cell_at(in, r, c);
        if (!is_plain(in, r) || !cell->is_number)
            continue;
        int order = decimal_compare(cell->value, cell_at(in, total, c)->value);
        n_below += order <= 0;
        n_above += order >= 0;
        n++;
    }
    return n > 2 && n_below > 0 && n_above > 0;
}

/* 结余 stands beside 收入 and 支出: nothing adds up to a total there. */
static bool
is_balance(slice label)
{
    static const slice words[] = {SLICE("结余"), SLICE("差额"), SLICE("净额"),
                                  SLICE("顺差"), SLICE("逆差"), SLICE("盈余")};
    return slice_ends_with_any(label, words, sizeof words / sizeof *words);
}

static bool
has_balance_row(const table_inspection *in)
{
    for (size_t r = 0; r < in->table->n_rows; r++)
        if (is_balance(in->table->rows[r].label))
            return true;
    return false;
}

/* A subtotal stands below the rows of its band, or above them. */
static void
check_subtotal(const table_inspection *in, size_t total, size_t c)
{
    const tabular_cell *cell = cell_at(in, total, c);
    size_t first = total, last = total + 1;
    while (first > 0 && is_plain(in, first - 1))
        first--;
    while (is_plain(in, last))
        last++;
    table_sum above = sum_of_rows(in, cell, c, first, total);
    table_sum below = sum_of_rows(in, cell, c, total + 1, last);
    bool is_below = below.n > 0 && below.is_whole && !sum_differs(&below);
    if (above.is_typed && sum_differs(&above) && !is_below)
        sum_report(&above);
}

/* Where rows are parts of rows, nobody can tell. */
static void
check_column(const table_inspection *in, size_t total, size_t c)
{
    if (in->table->rows[total].sort == TABULAR_ROW_SUBTOTAL) {
        check_subtotal(in, total, c);
        return;
    }
    table_sum s = sum_of_rows(in, cell_at(in, total, c), c, 0,
                              in->table->n_rows);
    if (s.is_typed && sum_differs(&s) && !is_mean(in, total, c))
        sum_report(&s);
}

/* With more totals than these nobody can tell what they are of. */
#define TOTALS_MOST 2

static void
check_columns(const table_inspection *in)
{
    const tabular *t = in->table;
    size_t n_totals = 0;
    if (has_sort(in, TABULAR_ROW_AMONG) || has_balance_row(in))
        return;
    for (size_t r = 0; r < t->n_rows; r++) {
        bool is_sum = t->rows[r].sort == TABULAR_ROW_TOTAL ||
                      t->rows[r].sort == TABULAR_ROW_SUBTOTAL;
        n_totals += t->rows[r].sort == TABULAR_ROW_TOTAL;
        if (n_totals > TOTALS_MOST)
            return;
        for (size_t c = 0; is_sum && c < t->n_columns; c++)
            if (cell_at(in, r, c)->is_number && adds_up(in, c, r))
                check_column(in, r, c);
    }
}

/* The parts of a column of totals: the levels under the same head. */
static table_sum
sum_of_row(const table_inspection *in, size_t r, size_t total)
{
    const tabular *t = in->table;
    table_sum s = sum_for(in, cell_at(in, r, total), t->rows[r].label);
    for (size_t c = 0; c < t->n_columns; c++)
        if (t->columns[c].sort == TABULAR_LEVEL &&
            !is_balance(t->columns[c].heading) &&
            t->columns[c].under == t->columns[total].under)
            sum_add(&s, cell_at(in, r, c));
    return s;
}

/* Whether the row adds up: 1 yes, -1 no, 0 nobody can tell. */
static int
row_adds_up(const table_sum *s)
{
    if (s->n < 2 || !s->total->is_number)
        return 0;
    return sum_differs(s) ? -1 : 1;
}

/* Where most rows do not add up, the columns are no parts of this one. */
static void
check_rows(const table_inspection *in, size_t total)
{
    int balance = 0;
    for (size_t r = 0; r < in->table->n_rows; r++) {
        table_sum s = sum_of_row(in, r, total);
        balance += row_adds_up(&s);
    }
    for (size_t r = 0; r < in->table->n_rows && balance > 0; r++) {
        table_sum s = sum_of_row(in, r, total);
        if (s.is_typed && row_adds_up(&s) < 0)
            sum_report(&s);
    }
}

/* ── growth against the two levels beside it ── */

/* The column of levels that the growth in column `g` is of: the nearest on
 * its left under the same head. */
static size_t
column_before(const table_inspection *in, size_t g, size_t from)
{
    const tabular_column *columns = in->table->columns;
    for (size_t c = from; c-- > 0;) {
        if (columns[c].under != columns[g].under)
            return SIZE_MAX;
        if (columns[c].sort == TABULAR_LEVEL ||
            columns[c].sort == TABULAR_PREVIOUS)
            return c;
        if (columns[c].sort == TABULAR_GROWTH)
            return SIZE_MAX;
    }
    return SIZE_MAX;
}

static bool
is_year_before(const tabular_column *before, const tabular_column *now)
{
    if (before->sort == TABULAR_PREVIOUS)
        return now->sort == TABULAR_LEVEL;
    return period_is_set(before->period) && period_is_set(now->period) &&
           period_compare(before->period,
                          period_year_before(now->period)) == 0;
}

/* The columns of both levels, in whichever order they stand. */
static bool
levels_of(const table_inspection *in, size_t g, size_t *now, size_t *before)
{
    const tabular_column *columns = in->table->columns;
    size_t right = column_before(in, g, g);
    size_t left = right == SIZE_MAX ? right : column_before(in, g, right);
    if (left == SIZE_MAX)
        return false;
    bool is_left_before = is_year_before(&columns[left], &columns[right]);
    *before = is_left_before ? left : right;
    *now = is_left_before ? right : left;
    return is_left_before || is_year_before(&columns[right], &columns[left]);
}

static bool
is_nominal(const table_inspection *in, size_t r, size_t c)
{
    size_t at;
    slice words = slice_join(in->arena, in->table->rows[r].label,
                             column_name(in, c));
    return lexicon_find(words, LEXICON_NOT_NOMINAL, &at) == NULL &&
           lexicon_find(words, LEXICON_COLUMN_NO_LEVEL, &at) == NULL;
}

static void
check_growth(const table_inspection *in, size_t r, size_t g,
             const size_t levels[2])
{
    const tabular_cell *rate = cell_at(in, r, g);
    const tabular_cell *now = cell_at(in, r, levels[0]);
    const tabular_cell *before = cell_at(in, r, levels[1]);
    metrics_change stated = {.kind = CHANGE_RATE, .rate = rate->value};
    jb_quantity a = tabular_quantity(in->table, r, levels[0]);
    jb_quantity b = tabular_quantity(in->table, r, levels[1]);
    bool is_typed = rate->is_typed || now->is_typed || before->is_typed;
    bool is_known = rate->is_number && now->is_number && before->is_number;
    if (!is_known || !is_typed || a.unit.kind == UNIT_PERCENT ||
        !is_nominal(in, r, levels[0]) || decimal_sign(b.value) <= 0 ||
        decimal_sign(a.value) < 0 || growth_agrees(stated, a, b))
        return;
    fact_growth own = growth_from_levels(a, b, (decimal_step){1, 0});
    if (own.kind != CHANGE_RATE)
        return;
    slice words = slice_printf(
            in->arena, "%.*s ÷ %.*s − 1 ≈ %.*s%%",
            SLICE_ARGS(number_text(in->arena, a.value)),
            SLICE_ARGS(number_text(in->arena, b.value)),
            SLICE_ARGS(number_text(in->arena, own.rate)));
    diag_report(in->diags, &PROSE_TABLE_RATE, rate->span,
                in->table->rows[r].label,
                number_text(in->arena, rate->value), words);
}

static void
check_growths(const table_inspection *in)
{
    const tabular *t = in->table;
    for (size_t g = 0; g < t->n_columns; g++) {
        size_t levels[2];
        if (t->columns[g].sort != TABULAR_GROWTH ||
            !levels_of(in, g, &levels[0], &levels[1]))
            continue;
        for (size_t r = 0; r < t->n_rows; r++)
            check_growth(in, r, g, levels);
    }
}

/* ── what metrics say of the same ── */

/* What is held against the facts: one number of one metric. */
typedef struct table_match {
    const metrics_metric *metric;
    size_t index;
    fact_kind kind;
} table_match;

static size_t
metric_named(const jb_facts *facts, slice name)
{
    const jb_metrics *m = facts_metrics(facts);
    for (size_t i = 0; i < metrics_count(m) && name.len > 0; i++)
        if (slice_equal(metrics_at(m, i)->name.text, name) ||
            slice_equal(metrics_at(m, i)->short_name.text, name))
            return i;
    return SIZE_MAX;
}

static jb_period
period_of(const table_inspection *in, const metrics_metric *m)
{
    const jb_metrics *all = facts_metrics(in->facts);
    return period_is_set(m->period) ? m->period
                                    : metrics_document_of(all)->period;
}

static bool
kind_of_column(const table_inspection *in, const tabular_column *c,
               bool is_own_head, table_match *m);

/* Growth beside levels of another time is of that time. */
static bool
has_own_levels(const table_inspection *in, const table_match *m)
{
    size_t n_levels = 0;
    for (size_t c = 1; c < in->table->n_columns; c++) {
        const tabular_column *column = &in->table->columns[c];
        table_match own = *m;
        if (column->sort != TABULAR_LEVEL)
            continue;
        n_levels++;
        if (kind_of_column(in, column, false, &own) &&
            own.kind == FACT_VALUE)
            return true;
    }
    return n_levels == 0;
}

/* A column of levels is of the metric's own period unless its head names
 * another or says something else. */
static bool
kind_of_column(const table_inspection *in, const tabular_column *c,
               bool is_own_head, table_match *m)
{
    size_t at;
    jb_period own = period_of(in, m->metric);
    if (c->sort == TABULAR_GROWTH && !has_own_levels(in, m))
        return false;
    if (c->sort == TABULAR_GROWTH || c->sort == TABULAR_PREVIOUS) {
        m->kind = c->sort == TABULAR_GROWTH ? FACT_GROWTH : FACT_PREVIOUS;
        return true;
    }
    if (c->sort != TABULAR_LEVEL)
        return false;
    m->kind = FACT_VALUE;
    if (!period_is_set(c->period))
        return is_own_head ||
               lexicon_find(c->heading, LEXICON_COLUMN_VALUE, &at) != NULL;
    if (period_compare(c->period, own) == 0)
        return true;
    m->kind = FACT_PREVIOUS;
    return period_compare(c->period, period_year_before(own)) == 0;
}

static bool
is_same_level(const table_inspection *in, size_t r, size_t c, jb_quantity known)
{
    jb_quantity typed = tabular_quantity(in->table, r, c);
    if (typed.unit.name.len == 0 || !level_align(&typed, &known))
        return true;
    return decimal_compare(typed.value,
                           decimal_round(known.value, typed.value.scale,
                                         DECIMAL_HALF_UP)) == 0;
}

static bool
is_same_growth(const tabular_cell *cell, const fact_growth *known)
{
    if (known->kind != CHANGE_RATE && known->kind != CHANGE_POINTS)
        return true;
    return decimal_compare(cell->value,
                           decimal_round(known->rate, cell->value.scale,
                                         DECIMAL_HALF_UP)) == 0;
}

static void
check_fact(const table_inspection *in, size_t r, size_t c,
           const table_match *m)
{
    const tabular_cell *cell = cell_at(in, r, c);
    const jb_fact *fact = facts_lookup(in->facts, m->index, m->kind, 0);
    if (!cell->is_number || !cell->is_typed || !fact->is_known)
        return;
    bool is_growth = m->kind == FACT_GROWTH;
    bool is_exact = fact->quantity.bound == BOUND_EXACT || is_growth;
    bool is_same = is_growth ? is_same_growth(cell, &fact->growth)
                             : is_same_level(in, r, c, fact->quantity);
    if (is_same || !is_exact)
        return;
    slice known = number_text(in->arena, is_growth ? fact->growth.rate
                                                   : fact->quantity.value);
    slice unit = is_growth ? SLICE_OF("%") : fact->quantity.unit.name;
    diag_report(in->diags, &PROSE_TABLE_FIGURE, cell->span,
                m->metric->name.text, cell->text,
                slice_join(in->arena, known, unit));
    diags_relate(in->diags, fact->span, SLICE_OF("指标数据在这里"));
}

/* A row named like a metric: its columns say what of it. */
static void
check_metric_row(const table_inspection *in, size_t r)
{
    table_match m = {.index = metric_named(in->facts,
                                           in->table->rows[r].label)};
    if (m.index == SIZE_MAX)
        return;
    m.metric = metrics_at(facts_metrics(in->facts), m.index);
    for (size_t c = 1; c < in->table->n_columns; c++) {
        const tabular_column *column = &in->table->columns[c];
        if (column->group.len == 0 &&
            kind_of_column(in, column, false, &m))
            check_fact(in, r, c, &m);
    }
}

/* A total under a metric's name is the metric. */
static void
check_metric_column(const table_inspection *in, size_t r, size_t c)
{
    const tabular_column *column = &in->table->columns[c];
    bool is_own_head = column->group.len == 0;
    table_match m = {.index = metric_named(in->facts,
                                           is_own_head ? column->heading
                                                       : column->group)};
    if (m.index == SIZE_MAX)
        return;
    m.metric = metrics_at(facts_metrics(in->facts), m.index);
    if (kind_of_column(in, column, is_own_head, &m))
        check_fact(in, r, c, &m);
}

static void
check_facts(const table_inspection *in)
{
    for (size_t r = 0; r < in->table->n_rows; r++) {
        check_metric_row(in, r);
        if (in->table->rows[r].sort != TABULAR_ROW_TOTAL)
            continue;
        for (size_t c = 1; c < in->table->n_columns; c++)
            check_metric_column(in, r, c);
    }
}

void
inspect_table(arena *a, const tabular *table, const jb_facts *facts,
              jb_diags *diags)
{
    table_inspection in = {a, table, facts, diags};
    check_columns(&in);
    for (size_t c = 1; c < table->n_columns; c++)
        if (table->columns[c].sort == TABULAR_TOTAL)
            check_rows(&in, c);
    check_growths(&in);
    if (facts != NULL)
        check_facts(&in);
}
