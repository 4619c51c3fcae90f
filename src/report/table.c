/* The table of all metrics, banded by group, with columns that say nothing
 * left out. */
#include "prose/number.h"
#include "prose/phrase.h"
#include "report/draft.h"

typedef enum table_field {
    FIELD_NAME,
    FIELD_UNIT,
    FIELD_VALUE,
    FIELD_PREVIOUS,
    FIELD_GROWTH,
    FIELD_RANK,
    FIELD_REMARK,
    FIELD_COUNT
} table_field;

/* One column: its head, its alignment, and whether it may be left out. */
typedef struct field_row {
    const char *head;
    report_align align;
    bool is_optional;
} field_row;

static const field_row FIELDS[] = {
    [FIELD_NAME] = {"指标", REPORT_ALIGN_START, false},
    [FIELD_UNIT] = {"单位", REPORT_ALIGN_CENTRE, false},
    [FIELD_VALUE] = {"本期", REPORT_ALIGN_DECIMAL, false},
    [FIELD_PREVIOUS] = {"上年同期", REPORT_ALIGN_DECIMAL, true},
    [FIELD_GROWTH] = {"同比", REPORT_ALIGN_DECIMAL, true},
    [FIELD_RANK] = {"位次", REPORT_ALIGN_CENTRE, true},
    [FIELD_REMARK] = {"备注", REPORT_ALIGN_START, true},
};
_Static_assert(sizeof FIELDS / sizeof *FIELDS == FIELD_COUNT,
               "one row a field");

/* The table while its rows are collected, with all columns. */
typedef struct sheet {
    draft *draft;
    struct { report_row *at; size_t n, cap; } rows;
    bool is_used[FIELD_COUNT];
    bool is_noted[FIELD_COUNT]; /* said in notes instead */
    bool is_remarked; /* growth and ranks are remarks, in words */
} sheet;

static report_row *
add_row(sheet *s)
{
    report_row row = {.cells = ARENA_ARRAY(s->draft->arena, FIELD_COUNT,
                                           report_cell),
                      .n = FIELD_COUNT};
    for (int f = 0; f < FIELD_COUNT; f++)
        row.cells[f].columns = 1;
    ARRAY_PUSH(s->draft->arena, &s->rows, row);
    return ARRAY_LAST(&s->rows);
}

static report_inline *
put(sheet *s, report_row *row, table_field field, slice words,
    const jb_fact *fact)
{
    report_cell *cell = &row->cells[field];
    cell->text = draft_words(s->draft, words);
    cell->text.runs[0].fact = fact;
    s->is_used[field] = s->is_used[field] || words.len > 0;
    return &cell->text.runs[0];
}

/* Digits with the sign of a bound: ≥200, >75, 约490. */
static slice
bounded_number(arena *a, jb_quantity q)
{
    static const char *const signs[] = {
        [BOUND_EXACT] = "",    [BOUND_AT_LEAST] = "≥",
        [BOUND_ABOVE] = ">",   [BOUND_AT_MOST] = "≤",
        [BOUND_APPROXIMATE] = "约",
    };
    jb_decimal shown = q.is_converted ? decimal_trimmed(q.value) : q.value;
    return slice_join(a, slice_from(signs[q.bound]), number_text(a, shown));
}

/* A figure's status goes before its note. */
static void
mark_status(report_inline *run, slice mark)
{
    run->note_mark = mark;
    run->note = run->mention = 0;
}

/* The level in the metric's unit, with its status marked. */
static void
put_level(sheet *s, report_row *row, table_field field, const jb_fact *fact,
          jb_unit unit)
{
    draft *d = s->draft;
    if (!fact->is_known || s->is_noted[field])
        return;
    slice words = bounded_number(d->arena, fact->quantity);
    if (!slice_equal(fact->quantity.unit.name, unit.name))
        words = slice_join(d->arena, words, fact->quantity.unit.name);
    report_inline *run = put(s, row, field, words, fact);
    slice note = draft_formula_note(d, fact);
    if (note.len > 0)
        draft_mark_words(d, run, note);
    if (fact->quantity.status == STATUS_EXPECTED) {
        mark_status(run, SLICE_OF("*"));
        d->has_expected = true;
    } else if (fact->quantity.status == STATUS_PRELIMINARY) {
        mark_status(run, SLICE_OF("**"));
        d->has_preliminary = true;
    }
}

static void
put_growth(sheet *s, report_row *row, const jb_fact *growth, jb_unit unit)
{
    arena *a = s->draft->arena;
    if (!growth->is_known || s->is_remarked)
        return;
    bool is_number = growth->growth.kind == CHANGE_RATE ||
                     growth->growth.kind == CHANGE_POINTS;
    const metrics_metric *m = draft_metric(s->draft, growth->metric);
    slice words = is_number
                          ? slice_join(a, bounded_number(a, growth->quantity),
                                       growth->quantity.unit.name)
                          : phrase_growth(a, growth, unit,
                                          phrase_manner(m->name.text, unit));
    put(s, row, FIELD_GROWTH, words, growth);
}

/* A column with one figure in this many rows or fewer is no column; nor is
 * one of remarks, which are wide, with one in so many. */
#define SPARSE 8
#define SPARSE_REMARKS 3
/* … of a table with so many rows that it is better narrow (fold.h). */
#define LONG_ROWS 24

static bool
is_sparse(size_t n, size_t n_rows)
{
    return n > 0 && n * SPARSE <= n_rows;
}

/* Ranks that few metrics have are said in notes; so are the bases of growth
 * that few have and nobody stated, since they follow from the rest. Where few
 * have growth, it shares a column of remarks with the ranks. */
static void
find_sparse(sheet *s)
{
    draft *d = s->draft;
    size_t n_ranks = 0, n_previous = 0, n_stated = 0, n_growths = 0;
    size_t n_remarks = 0;
    size_t n_rows = metrics_count(d->metrics);
    for (size_t i = 0; i < metrics_count(d->metrics); i++) {
        const jb_fact *previous = draft_fact(d, i, FACT_PREVIOUS);
        const metrics_metric *m = draft_metric(d, i);
        n_ranks += draft_fact(d, i, FACT_RANK)->is_known;
        n_growths += draft_fact(d, i, FACT_GROWTH)->is_known;
        n_remarks += draft_fact(d, i, FACT_RANK)->is_known ||
                     draft_fact(d, i, FACT_GROWTH)->is_known;
        n_previous += previous->is_known;
        n_stated += previous->is_known && !previous->is_derived;
        for (size_t p = 0; p < m->n_parts; p++) {
            n_stated += m->parts[p].has_previous;
            n_growths +=
                facts_lookup(d->facts, i, FACT_PART_GROWTH, p)->is_known;
        }
        n_rows += m->n_parts;
    }
    s->is_remarked = is_sparse(n_growths, n_rows);
    s->is_noted[FIELD_REMARK] =
        s->is_remarked && n_rows >= LONG_ROWS &&
        n_remarks * SPARSE_REMARKS <= n_rows;
    s->is_noted[FIELD_RANK] = !s->is_remarked && is_sparse(n_ranks, n_rows);
    s->is_noted[FIELD_PREVIOUS] =
        n_stated == 0 && is_sparse(n_previous, n_rows);
}

static void
put_rank(sheet *s, report_row *row, const metrics_metric *m,
         const jb_fact *rank)
{
    arena *a = s->draft->arena;
    if (!rank->is_known || s->is_noted[FIELD_RANK] || s->is_remarked)
        return;
    slice words = phrase_rank(a, &m->rank, rank,
                              (phrase_options){.form = PHRASE_SHORT});
    if (m->rank.is_of_growth && m->rank.place > 0)
        words = slice_join(a, words, SLICE_OF("（增速）"));
    put(s, row, FIELD_RANK, words, rank);
}

/* 比上年增长251%，增幅居全省第1位. */
static slice
remark_words(draft *d, const metrics_metric *m, size_t metric)
{
    arena *a = d->arena;
    const jb_fact *growth = draft_fact(d, metric, FACT_GROWTH);
    slice words = {NULL, 0}, rank = {NULL, 0};
    if (growth->is_known)
        words = slice_join(a, phrase_versus(growth, m->period),
                           phrase_growth(a, growth, m->unit,
                                         phrase_manner(m->name.text,
                                                       m->unit)));
    if (draft_fact(d, metric, FACT_RANK)->is_known)
        rank = phrase_rank(a, &m->rank, growth, (phrase_options){0});
    if (words.len > 0 && rank.len > 0)
        words = slice_join(a, words, SLICE_OF("，"));
    return slice_join(a, words, rank);
}

static void
put_remark(sheet *s, report_row *row, const metrics_metric *m, size_t metric)
{
    if (s->is_remarked && !s->is_noted[FIELD_REMARK])
        put(s, row, FIELD_REMARK, remark_words(s->draft, m, metric), NULL);
}

static void
add_parts(sheet *s, const metrics_metric *m, size_t metric)
{
    draft *d = s->draft;
    for (size_t i = 0; i < m->n_parts; i++) {
        const jb_fact *part = facts_lookup(d->facts, metric, FACT_PART, i);
        report_row *row = add_row(s);
        slice lead = i == 0 ? SLICE_OF("其中：") : SLICE_OF("");
        put(s, row, FIELD_NAME,
            slice_join(d->arena, lead, m->parts[i].name.text), part);
        /* The rest stand under the first name, three characters on. */
        row->cells[FIELD_NAME].indent = i == 0 ? 1 : 4;
        put(s, row, FIELD_UNIT, part->quantity.unit.name, NULL);
        put_level(s, row, FIELD_VALUE, part, part->quantity.unit);
        put_level(s, row, FIELD_PREVIOUS,
                  facts_lookup(d->facts, metric, FACT_PART_PREVIOUS, i),
                  part->quantity.unit);
        put_growth(s, row,
                   facts_lookup(d->facts, metric, FACT_PART_GROWTH, i),
                   m->unit);
    }
}

static void
add_to_date(sheet *s, const metrics_metric *m, const jb_fact *to_date)
{
    draft *d = s->draft;
    slice until = phrase_until(d->arena, m->to_date_until,
                               m->period.last_year);
    report_row *row = add_row(s);
    put(s, row, FIELD_NAME,
        slice_join(d->arena, period_is_set(m->to_date_until)
                                     ? until
                                     : SLICE_OF("年内"),
                   SLICE_OF("累计")),
        to_date);
    row->cells[FIELD_NAME].indent = 1;
    put(s, row, FIELD_UNIT, to_date->quantity.unit.name, NULL);
    put_level(s, row, FIELD_VALUE, to_date, to_date->quantity.unit);
}

/* The note of a metric, if any, with more words about it: 增幅居全省第4位。 */
static slice
with_words(const draft *d, slice note, slice words)
{
    bool is_closed = slice_ends_with(note, SLICE_OF("。"));
    if (note.len == 0)
        return slice_join(d->arena, words, SLICE_OF("。"));
    return slice_printf(d->arena, "%.*s%s%.*s。", SLICE_ARGS(note),
                        is_closed ? "" : "；", SLICE_ARGS(words));
}

/* What is said of a metric in a note, since few have a column's worth. A
 * remark is the same note wherever it is made; a rank has its metric's name. */
static slice
noted_words(const sheet *s, const metrics_metric *m, size_t metric, bool alone)
{
    draft *d = s->draft;
    if (s->is_noted[FIELD_REMARK])
        return remark_words(d, m, metric);
    if (!s->is_noted[FIELD_RANK] || !draft_fact(d, metric, FACT_RANK)->is_known)
        return (slice){NULL, 0};
    slice rank = phrase_rank(d->arena, &m->rank,
                             draft_fact(d, metric, FACT_GROWTH),
                             (phrase_options){0});
    return alone ? slice_join(d->arena, m->name.text, rank) : rank;
}

/* 居民消费价格（2025年6月） tells its time in its name. */
static bool
tells_time(arena *a, const metrics_metric *m)
{
    slice time = period_name(a, m->period);
    return slice_ends_with(m->name.text,
                           slice_printf(a, "（%.*s）", SLICE_ARGS(time)));
}

static void
put_name(sheet *s, report_row *row, const metrics_metric *m, size_t metric)
{
    draft *d = s->draft;
    slice name = m->name.text;
    jb_period told = d->document->period;
    if (period_is_set(told) && period_is_set(m->period) &&
        period_compare(m->period, told) != 0 && !tells_time(d->arena, m)) {
        slice own = period_beside(d->arena, m->period, told);
        name = slice_printf(d->arena, "%.*s（%.*s）", SLICE_ARGS(name),
                            SLICE_ARGS(own));
    }
    report_inline *run = put(s, row, FIELD_NAME, name, NULL);
    slice note = draft_metric_note(d, m, m->name.text);
    slice words = noted_words(s, m, metric, note.len == 0);
    if (words.len > 0)
        note = with_words(d, note, words);
    if (note.len > 0)
        draft_mark_words(d, run, note);
}

static void
add_metric(sheet *s, size_t metric)
{
    draft *d = s->draft;
    const metrics_metric *m = draft_metric(d, metric);
    const jb_fact *to_date = draft_fact(d, metric, FACT_TO_DATE);
    report_row *row = add_row(s);
    put_name(s, row, m, metric);
    put(s, row, FIELD_UNIT, m->unit.name, NULL);
    put_level(s, row, FIELD_VALUE, draft_fact(d, metric, FACT_VALUE),
              m->unit);
    put_level(s, row, FIELD_PREVIOUS, draft_fact(d, metric, FACT_PREVIOUS),
              m->unit);
    put_growth(s, row, draft_fact(d, metric, FACT_GROWTH), m->unit);
    put_rank(s, row, m, draft_fact(d, metric, FACT_RANK));
    put_remark(s, row, m, metric);
    if (to_date->is_known)
        add_to_date(s, m, to_date);
    add_parts(s, m, metric);
}

static void
add_head(sheet *s)
{
    report_row *row = add_row(s);
    for (int f = 0; f < FIELD_COUNT; f++) {
        row->cells[f].text =
                draft_words(s->draft, slice_from(FIELDS[f].head));
        row->cells[f].is_header = true;
    }
}

static void
add_band(sheet *s, slice group)
{
    report_row *row = add_row(s);
    row->is_group = true;
    row->cells[FIELD_NAME].text = draft_words(s->draft, group);
}

/* Metrics keep the file's order within a group; groups come in the order of
 * their first metric, those without one last of their place. */
static void
add_groups(sheet *s)
{
    draft *d = s->draft;
    size_t n = metrics_count(d->metrics);
    bool *is_done = ARENA_ARRAY(d->arena, n, bool);
    for (size_t i = 0; i < n; i++) {
        slice group = draft_metric(d, i)->group.text;
        if (is_done[i])
            continue;
        if (group.len > 0)
            add_band(s, group);
        for (size_t j = i; j < n; j++) {
            if (is_done[j] ||
                !slice_equal(draft_metric(d, j)->group.text, group))
                continue;
            add_metric(s, j);
            is_done[j] = true;
        }
    }
}

/* Leave out the columns that hold nothing; a band spans all that remain. */
static void
drop_columns(sheet *s, report_table *table)
{
    table->columns = ARENA_ARRAY(s->draft->arena, FIELD_COUNT, report_align);
    for (int f = 0; f < FIELD_COUNT; f++)
        if (s->is_used[f] || !FIELDS[f].is_optional)
            table->columns[table->n_columns++] = FIELDS[f].align;
    for (size_t r = 0; r < s->rows.n; r++) {
        report_row *row = &s->rows.at[r];
        size_t kept = 0;
        for (int f = 0; f < FIELD_COUNT; f++)
            if (s->is_used[f] || !FIELDS[f].is_optional)
                row->cells[kept++] = row->cells[f];
        row->n = row->is_group ? 1 : kept;
        if (row->is_group)
            row->cells[0].columns = (int)table->n_columns;
    }
}

const jb_node *
draft_table(draft *d)
{
    if (metrics_count(d->metrics) == 0 || !d->document->has_metrics_table)
        return NULL;
    sheet s = {.draft = d};
    find_sparse(&s);
    add_head(&s);
    add_groups(&s);
    report_table *table = ARENA_NEW(d->arena, report_table);
    slice period = period_is_set(d->document->period)
                           ? period_spoken(d->arena, d->document->period)
                           : SLICE_OF("");
    table->caption = draft_words(
            d, slice_join(d->arena, period, SLICE_OF("主要指标")));
    drop_columns(&s, table);
    table->rows = s.rows.at;
    table->n_rows = s.rows.n;
    table->n_head_rows = 1;
    jb_node *node = draft_node(d, REPORT_TABLE);
    node->table = table;
    return node;
}
