/* The head of a table: what stands over it, the row of names or the rows of
 * names under names, and which of the periods told there is 本期. */
#include "metrics/sheet_table.h"

#define ROWS_ABOVE_MOST 30
#define HEAD_ROWS_MOST 4

/* ── over the head ── */

/* Behind one of the `n` words; empty when the text begins with none. */
static slice
behind_word(slice text, const slice *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (slice_starts_with(text, words[i]))
            return heading_trim(slice_cut(text, words[i].len, text.len));
    return (slice){NULL, 0};
}

static slice
told_issuer(slice text)
{
    static const slice words[] = {
        SLICE("填报单位："), SLICE("填报单位:"), SLICE("编制单位："),
        SLICE("编制单位:"),  SLICE("制表单位："), SLICE("制表单位:"),
        SLICE("发布单位："), SLICE("发布单位:")};
    return behind_word(text, words, sizeof words / sizeof *words);
}

/* 附表1, 表3-1, 表号：…: what forms are filed under is no title. */
static bool
is_file_mark(slice text)
{
    static const slice words[] = {
        SLICE("附表"),   SLICE("附件"),     SLICE("表号"), SLICE("表"),
        SLICE("制定机关"), SLICE("批准机关"), SLICE("文号"),
        SLICE("批准文号"), SLICE("有效期至")};
    slice rest = behind_word(text, words, sizeof words / sizeof *words);
    if (rest.at == NULL)
        return false;
    bool is_number = true;
    for (size_t i = 0; i < rest.len; i++)
        is_number &= strchr("0123456789-.", rest.at[i]) != NULL;
    return is_number || slice_starts_with(rest, SLICE_OF("：")) ||
           slice_starts_with(rest, SLICE_OF(":"));
}

void
sheet_read_above(sheet_table *t, const tree_node *row)
{
    for (size_t i = 0; i < row->n; i++) {
        slice text = sheet_cell_text(row, i);
        slice unit = heading_told_unit(text), issuer = told_issuer(text);
        slice period = heading_told_period(text);
        if (!period_is_set(t->base) && period.len > 0)
            period_parse(period, &t->base);
        if (unit.len > 0) {
            t->unit = unit;
            t->out->unit = sheet_node(t->r->arena, row->items[i],
                                      heading_told_units(text));
            t->is_percent_told = slice_find(text, SLICE_OF("%")) < text.len;
        } else if (issuer.len > 0) {
            t->out->issuer = sheet_node(t->r->arena, row->items[i], issuer);
        } else if (text.len > 0 && t->out->title == NULL &&
                   !is_file_mark(text)) {
            t->out->title = sheet_node(t->r->arena, row->items[i], text);
        }
    }
}

/* ── rows of the head ── */

static bool
is_name(yaml_reading *r, const tree_node *cell)
{
    sheet_heading h = heading_read(r->arena, cell, (jb_period){0});
    return h.role == HEADING_KEY && h.key == KEY_METRIC_NAME;
}

/* Where the row names the metrics; row->n when it does not. */
static size_t
name_place(yaml_reading *r, const tree_node *row)
{
    size_t i = 0;
    while (i < row->n && !is_name(r, row->items[i]))
        i++;
    return i;
}

static bool
is_figure(slice text)
{
    jb_decimal d;
    return sheet_is_missing(text) || decimal_parse(text, &d);
}

/* A row of names under those of the row above: nothing under 指标, words
 * under others. */
static bool
is_lower_row(const tree_node *row, size_t name_at)
{
    size_t n = 0;
    for (size_t i = 0; i < row->n; i++) {
        slice text = sheet_cell_text(row, i);
        if (text.len == 0)
            continue;
        if (i <= name_at || is_figure(text))
            return false;
        n++;
    }
    return n > 0;
}

bool
sheet_is_numbering(const tree_node *row)
{
    size_t n_words = 0;
    for (size_t i = 0; i < row->n; i++) {
        slice text = sheet_cell_text(row, i);
        bool is_word = slice_is_among(text, "甲|乙|丙|丁|戊");
        bool is_number = text.len <= 2;
        for (size_t k = 0; k < text.len; k++)
            is_number &= text.at[k] >= '0' && text.at[k] <= '9';
        if (!is_word && !is_number)
            return false;
        n_words += is_word;
    }
    return n_words > 0;
}

sheet_head
sheet_head_from(const sheet_table *t, size_t first, size_t name_at)
{
    sheet_head head = {&t->rows->items[first], 1, 0};
    while (first + head.n < t->rows->n && head.n < HEAD_ROWS_MOST &&
           is_lower_row(t->rows->items[first + head.n], name_at))
        head.n++;
    for (size_t k = 0; k < head.n; k++)
        if (head.at[k]->n > head.width)
            head.width = head.at[k]->n;
    return head;
}

static bool
has_below(const sheet_head *head, size_t k, size_t i)
{
    for (k++; k < head->n; k++)
        if (sheet_cell_text(head->at[k], i).len > 0)
            return true;
    return false;
}

const tree_node *
sheet_head_cell(const sheet_head *head, size_t k, size_t i)
{
    size_t at = i;
    while (at > 0 && sheet_cell_text(head->at[k], at).len == 0 &&
           has_below(head, k, at) && has_below(head, k, at - 1))
        at--;
    return sheet_cell_text(head->at[k], at).len > 0 ? head->at[k]->items[at]
                                                    : NULL;
}

static sheet_heading
heading_of(const sheet_table *t, const sheet_head *head, size_t i)
{
    arena *a = t->r->arena;
    sheet_heading h = {.cell = NULL};
    for (size_t k = 0; k < head->n; k++) {
        const tree_node *cell = sheet_head_cell(head, k, i);
        if (cell == NULL)
            continue;
        h = h.cell == NULL ? heading_read(a, cell, t->base)
                           : heading_under(a, &h, cell, t->base);
    }
    return h;
}

/* Two columns of one key tell different things of a metric: the first does
 * what the rest cannot. */
static bool
is_taken(const sheet_table *t, size_t i)
{
    const sheet_heading *h = &t->columns[i];
    for (size_t k = 0; k < i; k++) {
        const sheet_heading *other = &t->columns[k];
        if (h->role == HEADING_KEY && other->role == HEADING_KEY &&
            other->key == h->key && !period_is_set(h->period) &&
            !period_is_set(other->period))
            return true;
    }
    return false;
}

static bool
is_key_again(const sheet_table *t, size_t i)
{
    const sheet_heading *h = &t->columns[i];
    for (size_t k = 0; k < t->n_columns; k++) {
        const sheet_heading *other = &t->columns[k];
        if (k != i && other->role == HEADING_KEY && other->key == h->key)
            return true;
    }
    return false;
}

/* 同比 behind 6月 and 同比 behind 1—6月 are each of the period before them;
 * under 2025年, 同比 is of the 1—6月 beside it. */
static void
lend_periods(sheet_table *t, const sheet_head *head)
{
    for (size_t i = 1; i < t->n_columns; i++) {
        sheet_heading *h = &t->columns[i];
        const sheet_heading *left = &t->columns[i - 1];
        bool is_beside = head->n > 1 && h->is_borrowed &&
                         sheet_head_cell(head, 0, i) ==
                             sheet_head_cell(head, 0, i - 1);
        bool is_behind = !period_is_set(h->period) && is_key_again(t, i);
        if (h->role == HEADING_KEY && period_is_set(left->period) &&
            (is_beside || is_behind)) {
            h->period = left->period;
            h->is_borrowed = true;
        }
    }
}

static size_t
read_columns(sheet_table *t, const sheet_head *head)
{
    size_t n_known = 0;
    t->columns = ARENA_ARRAY(t->r->arena, head->width, sheet_heading);
    t->n_columns = head->width;
    for (size_t i = 0; i < head->width; i++) {
        t->columns[i] = heading_of(t, head, i);
        n_known += t->columns[i].role != HEADING_UNKNOWN;
    }
    lend_periods(t, head);
    return n_known;
}

/* ── periods ── */

/* The latest of the periods over columns; that of 本期 before all. */
static jb_period
told_period(const sheet_table *t)
{
    jb_period latest = {0};
    for (size_t i = 0; i < t->n_columns; i++) {
        const sheet_heading *h = &t->columns[i];
        bool is_value = h->role == HEADING_KEY && h->key == KEY_METRIC_VALUE;
        if (!period_is_set(h->period))
            continue;
        if (is_value)
            return h->period;
        if (h->role == HEADING_PERIOD &&
            (!period_is_set(latest) || period_compare(h->period, latest) > 0))
            latest = h->period;
    }
    return latest;
}

/* January to the month that the table is of. */
static bool
is_to_date(jb_period p, jb_period month)
{
    return period_months(month) == 1 && p.first_month == 1 &&
           period_months(p) > 1 && p.first_year == month.first_year &&
           p.last_year == month.last_year && p.last_month == month.last_month;
}

/* Values of a period are 本期, 上年同期, 累计 or 历年. */
static void
place_value(sheet_table *t, sheet_heading *h)
{
    h->role = HEADING_KEY;
    if (period_compare(h->period, t->period) == 0)
        h->key = KEY_METRIC_VALUE;
    else if (period_compare(h->period, period_year_before(t->period)) == 0)
        h->key = KEY_METRIC_PREVIOUS;
    else if (is_to_date(h->period, t->period))
        h->key = KEY_METRIC_TO_DATE;
    else {
        h->role = HEADING_PERIOD;
        h->key = KEY_METRIC_HISTORY;
    }
}

static bool
is_of_period(enum metrics_key key)
{
    return key == KEY_METRIC_GROWTH || key == KEY_METRIC_SEQUENTIAL ||
           key == KEY_METRIC_RANK;
}

/* What else is told of a period is of use for 本期 alone. */
static void
place_key(sheet_table *t, sheet_heading *h)
{
    bool is_own = !period_is_set(t->period) ||
                  period_compare(h->period, t->period) == 0;
    if (is_own)
        return;
    if (h->key == KEY_METRIC_PREVIOUS) {
        h->period = period_year_before(h->period);
        h->period.text = period_name(t->r->arena, h->period);
        place_value(t, h);
    } else if (is_of_period(h->key)) {
        h->role = HEADING_IDLE;
    }
}

static void
place_periods(sheet_table *t)
{
    for (size_t i = 0; i < t->n_columns; i++) {
        sheet_heading *h = &t->columns[i];
        if (h->role == HEADING_PERIOD)
            place_value(t, h);
        else if (h->role == HEADING_KEY && period_is_set(h->period))
            place_key(t, h);
    }
}

/* ── what is not used ── */

static void
report_idle(sheet_table *t)
{
    for (size_t i = 0; i < t->n_columns; i++) {
        const sheet_heading *h = &t->columns[i];
        if (h->role != HEADING_IDLE)
            continue;
        diag_report(t->r->diags, &SHEET_COLUMN_IDLE, h->cell->span,
                    heading_trim(h->cell->text), h->period.text,
                    period_name(t->r->arena, t->period));
        return;
    }
}

static void
report_unknown(sheet_table *t)
{
    for (size_t i = 0; i < t->n_columns; i++) {
        sheet_heading *h = &t->columns[i];
        if (is_taken(t, i))
            h->role = HEADING_UNKNOWN;
        if (h->role == HEADING_UNKNOWN && h->cell != NULL)
            diag_report(t->r->diags, &SHEET_COLUMN_UNKNOWN, h->cell->span,
                        heading_trim(h->cell->text),
                        heading_names(t->r->arena));
    }
    report_idle(t);
}

/* ── all of it ── */

/* Growth is in percent where 单位：亿元、% stands over the table. */
static void
give_units(sheet_table *t)
{
    for (size_t i = 0; i < t->n_columns; i++) {
        sheet_heading *h = &t->columns[i];
        bool is_rate = h->role == HEADING_KEY &&
                       (h->key == KEY_METRIC_GROWTH ||
                        h->key == KEY_METRIC_SEQUENTIAL);
        if (h->role == HEADING_KEY && h->key == KEY_METRIC_NAME &&
            h->unit.len > 0)
            t->unit = h->unit;
        if (is_rate && h->unit.len == 0 && t->is_percent_told)
            h->unit = SLICE_OF("%");
    }
}

static void
finish_columns(sheet_table *t)
{
    t->out->period = told_period(t);
    if (!period_is_set(t->period))
        t->period = t->out->period;
    place_periods(t);
    give_units(t);
    report_unknown(t);
}

/* Whether the head would be one if the table said of which month it is. */
static bool
lacks_month(sheet_table *t, const sheet_head *head)
{
    jb_period base = t->base;
    period_parse(SLICE_OF("2000年12月"), &t->base);
    size_t n_known = read_columns(t, head);
    t->base = base;
    return n_known > 1 && !period_is_set(base);
}

static bool
has_level(const sheet_table *t)
{
    for (size_t i = 0; i < t->n_columns; i++) {
        const sheet_heading *h = &t->columns[i];
        if (h->role == HEADING_PERIOD ||
            (h->role == HEADING_KEY &&
             (h->key == KEY_METRIC_VALUE || h->key == KEY_METRIC_PREVIOUS ||
              h->key == KEY_METRIC_TARGET || h->key == KEY_METRIC_GROWTH)))
            return true;
    }
    return false;
}

static size_t
report_headless(sheet_table *t, const tree_node *monthless)
{
    yaml_reading *r = t->r;
    if (monthless != NULL)
        diag_report(r->diags, &SHEET_NO_MONTH, monthless->span);
    else
        diag_report(r->diags, &SHEET_NO_HEAD,
                    span_of(t->rows->span.source, 0, 0),
                    heading_names(r->arena));
    return 0;
}

/* A head over periods, a row each, from row `first` on. */
static bool
find_series(sheet_table *t, size_t first, size_t *end)
{
    const tree_node *row = t->rows->items[first];
    size_t n_times = 0;
    while (n_times < row->n && sheet_is_time(t->r->arena, row->items[n_times]))
        n_times++;
    if (n_times == 0)
        return false;
    sheet_head head = sheet_head_from(t, first, n_times - 1);
    *end = first + head.n;
    t->is_series = sheet_is_series(t, &head, *end);
    return t->is_series;
}

size_t
sheet_read_head(sheet_table *t)
{
    const tree_node *monthless = NULL;
    for (size_t i = 0; i < t->rows->n && i < ROWS_ABOVE_MOST; i++) {
        const tree_node *row = t->rows->items[i];
        size_t end = 0;
        size_t name_at = name_place(t->r, row);
        if (name_at == row->n && find_series(t, i, &end))
            return end;
        if (name_at == row->n) {
            sheet_read_above(t, row);
            continue;
        }
        sheet_head head = sheet_head_from(t, i, name_at);
        end = i + head.n;
        size_t n_known = read_columns(t, &head);
        bool is_told = n_known > 1 && has_level(t);
        bool is_monthless = !is_told && lacks_month(t, &head);
        if (is_told || (n_known > 1 && !is_monthless)) {
            read_columns(t, &head);
            finish_columns(t);
            bool is_numbered =
                end < t->rows->n && sheet_is_numbering(t->rows->items[end]);
            return end + is_numbered;
        }
        if (monthless == NULL && is_monthless)
            monthless = row->items[name_at];
        sheet_read_above(t, row);
    }
    return report_headless(t, monthless);
}
