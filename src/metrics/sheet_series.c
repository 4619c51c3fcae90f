/* Tables with a period a row and a metric a column: 月份 | 固定资产投资（亿元） |
 * 同比（%）, or 绝对量 and 同比 under the metric. The last row, or that of the
 * document's period, is 本期; a year before it is 上年同期; the rest 历年. */
#include "metrics/sheet_table.h"

static const char TIMES[] = "时间|月份|年份|时期|年月|年度|季度|日期|月|年|指标时间";

bool
sheet_is_time(arena *a, const tree_node *cell)
{
    return slice_is_among(heading_bare(a, cell->text), TIMES);
}

/* ── periods of rows ── */

static bool
is_digits(slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
    return text.len > 0;
}

/* 202506, 2025-06-30 and bare 6 as people would say them. */
static slice
spoken(arena *a, slice text, jb_period year)
{
    jb_date date;
    bool is_compact = is_digits(text) && text.len == 6;
    if (is_compact)
        return slice_printf(a, "%.*s-%.*s", 4, text.at, 2, text.at + 4);
    if (date_parse(text, &date))
        return slice_printf(a, "%d年%d月", date.year, date.month);
    if (is_digits(text) && text.len <= 2 && period_is_set(year))
        return slice_join(a, text, SLICE_OF("月"));
    return text;
}

static bool
period_of_cell(sheet_table *t, slice text, jb_period *year, jb_period *out)
{
    arena *a = t->r->arena;
    slice bare = spoken(a, heading_bare(a, text), *year);
    if (bare.len == 0 || !heading_period(a, bare, *year, out))
        return false;
    if (out->text.len == 0)
        out->text = period_name(a, *out);
    *year = *out;
    return true;
}

/* The period of a row: that of its last cell of time, those before it telling
 * the year; a year once told holds for the rows below. */
static bool
period_of_row(sheet_table *t, const tree_node *row, jb_period *year,
              jb_period *out)
{
    bool is_found = false;
    for (size_t i = 0; i < t->n_columns && t->columns[i].role == HEADING_TIME;
         i++)
        is_found |= period_of_cell(t, sheet_cell_text(row, i), year, out);
    return is_found;
}

typedef struct timed_row {
    const tree_node *row;
    jb_period period;
} timed_row;

typedef ARRAY(timed_row) timed_rows;

static void
take_row(sheet_table *t, const tree_node *row, jb_period *year,
         timed_rows *out)
{
    timed_row timed = {.row = row};
    size_t first = 0;
    if (sheet_cells_filled(row, &first) == 0)
        return;
    if (period_of_row(t, row, year, &timed.period))
        ARRAY_PUSH(t->r->arena, out, timed);
    else if (!sheet_read_remark(t, row->items[first],
                                sheet_cell_text(row, first)))
        diag_report(t->r->diags, &SHEET_ROW_UNUSED, row->items[first]->span,
                    sheet_cell_text(row, first));
}

/* ── columns ── */

/* The lowest name over column `i` that is no unit; `unit` is that below it. */
static const tree_node *
lowest_name(sheet_table *t, const sheet_head *head, size_t i, slice *unit)
{
    const tree_node *low = NULL;
    *unit = (slice){NULL, 0};
    for (size_t k = 0; k < head->n; k++) {
        const tree_node *cell = sheet_head_cell(head, k, i);
        if (cell == NULL)
            continue;
        slice bare = heading_bare(t->r->arena, cell->text), told;
        if (low != NULL && heading_is_unit(bare, &told))
            *unit = told;
        else
            low = cell;
    }
    return low;
}

static const tree_node *
top_name(const sheet_head *head, size_t i)
{
    for (size_t k = 0; k < head->n; k++) {
        const tree_node *cell = sheet_head_cell(head, k, i);
        if (cell != NULL)
            return cell;
    }
    return NULL;
}

static bool
is_told_of_metric(const sheet_heading *h)
{
    return h->role == HEADING_KEY &&
           (h->key == KEY_METRIC_VALUE || h->key == KEY_METRIC_GROWTH ||
            h->key == KEY_METRIC_SEQUENTIAL || h->key == KEY_METRIC_PREVIOUS);
}

/* 绝对量 or 同比 under the metric's name, or 同比 behind it; else the metric's
 * own column. */
static sheet_heading
column_of(sheet_table *t, const sheet_head *head, size_t i)
{
    slice unit;
    const tree_node *low = lowest_name(t, head, i, &unit);
    if (low == NULL)
        return (sheet_heading){.cell = NULL};
    const tree_node *top = top_name(head, i);
    sheet_heading h = heading_read(t->r->arena, low, (jb_period){0});
    bool is_under = low != top;
    bool is_beside = i > 0 && (!is_under || top == top_name(head, i - 1));
    if (is_told_of_metric(&h)) {
        h.is_again = is_beside && t->columns[i - 1].role == HEADING_KEY;
    } else {
        h.role = HEADING_KEY;
        h.key = KEY_METRIC_VALUE;
    }
    h.unit = unit.len > 0 ? unit : h.unit;
    h.cell = is_under ? top : low;
    h.period = (jb_period){0};
    return h;
}

/* What only growth is told of is a metric in percent. */
static void
name_rates(sheet_table *t)
{
    for (size_t i = 0; i < t->n_columns; i++) {
        sheet_heading *h = &t->columns[i];
        bool is_rate = h->role == HEADING_KEY && !h->is_again &&
                       h->key == KEY_METRIC_GROWTH;
        if (!is_rate)
            continue;
        h->key = KEY_METRIC_VALUE;
        h->unit = h->unit.len > 0 ? h->unit : SLICE_OF("%");
        h->cell = sheet_node(t->r->arena, h->cell,
                             slice_join(t->r->arena, h->cell->text,
                                        SLICE_OF("增速")));
    }
}

static size_t
n_times(const sheet_table *t, const sheet_head *head)
{
    size_t n = 0;
    while (n < head->at[0]->n && sheet_is_time(t->r->arena,
                                               head->at[0]->items[n]))
        n++;
    return n;
}

bool
sheet_is_series(sheet_table *t, const sheet_head *head, size_t first)
{
    jb_period year = t->base, period;
    size_t n = n_times(t, head);
    if (n == 0 || head->width <= n || first >= t->rows->n)
        return false;
    t->columns = ARENA_ARRAY(t->r->arena, head->width, sheet_heading);
    t->n_columns = head->width;
    for (size_t i = 0; i < n; i++)
        t->columns[i] = (sheet_heading){.cell = head->at[0]->items[i],
                                        .role = HEADING_TIME};
    if (!period_of_row(t, t->rows->items[first], &year, &period))
        return false;
    for (size_t i = n; i < head->width; i++)
        t->columns[i] = column_of(t, head, i);
    name_rates(t);
    return true;
}

/* ── metrics of columns ── */

static bool
has_figures(const timed_row *timed)
{
    for (size_t i = 1; i < timed->row->n; i++)
        if (!sheet_is_missing(sheet_cell_text(timed->row, i)))
            return true;
    return false;
}

/* The document's period, else the last that has figures. */
static jb_period
current_period(const sheet_table *t, const timed_rows *rows)
{
    jb_period latest = {0};
    for (size_t i = 0; i < rows->n; i++) {
        jb_period p = rows->at[i].period;
        if (has_figures(&rows->at[i]) &&
            (!period_is_set(latest) || period_compare(p, latest) > 0))
            latest = p;
    }
    return period_is_set(t->period) ? t->period : latest;
}

/* One metric: its name, and the columns that tell of it. */
typedef struct series {
    const tree_node *name;
    slice unit;
    size_t first, end; /* columns */
} series;

static void
add_past(sheet_table *t, const timed_row *timed, const tree_node *value,
         sheet_pairs *past)
{
    tree_pair pair = {sheet_node(t->r->arena, timed->row, timed->period.text),
                      value};
    if (value != NULL)
        ARRAY_PUSH(t->r->arena, past, pair);
}

/* What the row tells of the metric, by where its period stands to 本期. */
static void
add_row(sheet_table *t, const series *s, const timed_row *timed,
        sheet_pairs *pairs, sheet_pairs *past)
{
    bool is_now = period_compare(timed->period, t->period) == 0;
    bool is_before = period_compare(timed->period,
                                    period_year_before(t->period)) == 0;
    for (size_t i = s->first; i < s->end; i++) {
        const sheet_heading *h = &t->columns[i];
        if (h->role != HEADING_KEY)
            continue;
        bool is_value = h->key == KEY_METRIC_VALUE;
        const tree_node *value = sheet_cell(t, timed->row, i, s->unit);
        if (is_now)
            sheet_add(t, pairs, h->key, value);
        else if (is_value && is_before)
            sheet_add(t, pairs, KEY_METRIC_PREVIOUS, value);
        else if (is_value)
            add_past(t, timed, value, past);
    }
}

static void
read_series(sheet_table *t, const series *s, const timed_rows *rows)
{
    arena *a = t->r->arena;
    sheet_pairs pairs = {0}, past = {0};
    sheet_add(t, &pairs, KEY_METRIC_NAME, s->name);
    if (s->unit.len > 0)
        sheet_add(t, &pairs, KEY_METRIC_UNIT, sheet_node(a, s->name, s->unit));
    size_t n_told = pairs.n;
    for (size_t i = 0; i < rows->n; i++)
        add_row(t, s, &rows->at[i], &pairs, &past);
    if (past.n > 0)
        sheet_add(t, &pairs, KEY_METRIC_HISTORY,
                  sheet_map(a, s->name->span, &past));
    if (pairs.n == n_told)
        diag_report(t->r->diags, &SHEET_ROW_EMPTY, s->name->span,
                    s->name->text);
    else
        sheet_add_metric(t, sheet_id(t, s->name),
                         sheet_map(a, s->name->span, &pairs));
}

/* Without what the periods of the rows tell. */
static const tree_node *
bare_name(sheet_table *t, const tree_node *name)
{
    static const slice told[] = {SLICE("（累计）"), SLICE("(累计)"),
                                 SLICE("（本年累计）"), SLICE("（当月）"),
                                 SLICE("（本月）")};
    slice text = heading_trim(name->text);
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        if (slice_ends_with(text, told[i]))
            text.len -= told[i].len;
    sheet_strip_among(&text);
    return sheet_node(t->r->arena, name, text);
}

/* Columns to the right of a metric's first that have keys are its own. The
 * unit stands under its name, behind it, or over the table. */
static series
series_from(sheet_table *t, size_t first)
{
    const sheet_heading *h = &t->columns[first];
    series s = {.name = h->cell, .unit = h->unit, .first = first,
                .end = first + 1};
    slice before, unit;
    while (s.end < t->n_columns && t->columns[s.end].is_again)
        s.end++;
    if (heading_split_unit(heading_trim(s.name->text), &before, &unit)) {
        s.name = sheet_node(t->r->arena, s.name, before);
        s.unit = s.unit.len > 0 ? s.unit : unit;
    }
    s.name = bare_name(t, s.name);
    if (s.unit.len == 0)
        s.unit = t->unit;
    return s;
}

void
sheet_read_series(sheet_table *t, size_t first)
{
    timed_rows rows = {0};
    jb_period year = t->base;
    for (size_t i = first; i < t->rows->n; i++)
        take_row(t, t->rows->items[i], &year, &rows);
    t->period = current_period(t, &rows);
    t->out->period = t->period;
    for (size_t i = 0; i < t->n_columns;) {
        if (t->columns[i].role != HEADING_KEY) {
            i++;
            continue;
        }
        series s = series_from(t, i);
        read_series(t, &s, &rows);
        i = s.end;
    }
}
