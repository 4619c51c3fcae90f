/* Round trip of placeholders: each in each form is written into a sentence
 * from random facts and recognised again as the same figure. A placeholder
 * that no row here reads fails the test. Not read back, for nothing in them
 * could be: the name, and the number forms, of which the digits are
 * compared. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "prose/claim.h"
#include "prose/number.h"
#include "prose/phrase.h"
#include "prose/placeholder.h"
#include "sample.h"

#define TRIPS 300

static uint32_t
next(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % below;
}

/* ── what is read, and how ── */

typedef enum reading_kind {
    READ_LEVEL,  /* value, unit and bound */
    READ_RATE,   /* a growth in percent, or in 倍 */
    READ_CHANGE, /* an amount with its direction */
    READ_POINTS, /* a size in points; the words tell the side */
    READ_RANK,
    READ_NOTHING
} reading_kind;

/* `before` and `argument` make a sentence of the placeholder. */
static const struct trip {
    const char *name, *before, *argument;
    reading_kind read;
    fact_kind kind;
    size_t index;
    const char *above, *below; /* of POINTS: words for more and less */
} ROWS[] = {
    {"value", "某类项目总量", "", READ_LEVEL, FACT_VALUE, 0, 0, 0},
    {"name", "某类项目总量", "", READ_NOTHING, FACT_VALUE, 0, 0, 0},
    {"growth", "某类项目总量比上年", "", READ_RATE, FACT_GROWTH, 0, 0, 0},
    {"sequential", "某类项目总量环比", "", READ_RATE, FACT_SEQUENTIAL, 0, 0,
     0},
    {"average", "某类项目总量", "", READ_RATE, FACT_AVERAGE, 0, 0, 0},
    {"turn", "某类项目总量", "", READ_NOTHING, FACT_GROWTH, 0, 0, 0},
    {"previous", "某类项目总量的基数为", "", READ_LEVEL, FACT_PREVIOUS, 0, 0,
     0},
    {"delta", "某类项目总量比上年", "", READ_CHANGE, FACT_DELTA, 0, 0, 0},
    {"rank", "某类项目总量", "", READ_RANK, FACT_RANK, 0, 0, 0},
    {"mean", "增速", "", READ_POINTS, FACT_MEAN, 0, "高于", "低于"},
    {"to-date", "某类项目总量", "", READ_LEVEL, FACT_TO_DATE, 0, 0, 0},
    {"target", "某类项目总量为", "", READ_LEVEL, FACT_TARGET, 0, 0, 0},
    {"completion", "某类项目总量", "", READ_LEVEL, FACT_COMPLETION, 0, 0, 0},
    {"part", "甲类", ".甲", READ_LEVEL, FACT_PART, 0, 0, 0},
    {"share", "甲类占比", ".甲", READ_LEVEL, FACT_SHARE, 0, 0, 0},
    {"since", "某类项目总量", ".2019", READ_RATE, FACT_SINCE, 0, 0, 0},
    {"yearly", "某类项目总量", ".2019", READ_RATE, FACT_YEARLY, 0, 0, 0},
    {"part-growth", "甲类比上年", ".甲", READ_RATE, FACT_PART_GROWTH, 0, 0,
     0},
    {"pull", "甲类", ".甲", READ_POINTS, FACT_PULL, 0, "拉动", "下拉"},
    {"contribution", "甲类贡献率为", ".甲", READ_LEVEL, FACT_CONTRIBUTION, 0,
     0, 0},
    {"sentence", "", "", READ_LEVEL, FACT_VALUE, 0, 0, 0},
};
#define N_ROWS (sizeof ROWS / sizeof *ROWS)

static const char *const FORMS[] = {"", "|short", "|long", "|number",
                                    "|times", "|scaled", "|arrow"};
#define N_FORMS (sizeof FORMS / sizeof *FORMS)

/* ── a random metric with everything said of it ── */

static slice
digits(arena *a, uint32_t tenths)
{
    return slice_printf(a, "%u.%u", tenths / 10, tenths % 10);
}

/* The file with a body that is one placeholder in one form. */
static slice
file_of(arena *a, uint32_t *seed, const char *body)
{
    uint32_t first = 5000 + next(seed, 90000), second = 1 + next(seed, 90000);
    uint32_t was = 3000 + next(seed, 90000), other = 1 + next(seed, 90000);
    slice_builder b = {.arena = a};
    builder_printf(&b,
                   "title: 样例\nperiod: 2022\nmetrics:\n"
                   "  m: {name: 某类项目总量, unit: 吨, note: 略, "
                   "value: %s, previous: %s, parts: {甲: %s, 乙: %s}, "
                   "parts-previous: {甲: %s, 乙: %s}, ",
                   digits(a, first + second).at, digits(a, was + other).at,
                   digits(a, first).at, digits(a, second).at,
                   digits(a, was).at, digits(a, other).at);
    builder_printf(&b, "to-date: {until: 2022-10, value: %s}, ",
                   digits(a, 1 + next(seed, first)).at);
    builder_printf(&b, "target: %s, rank: 全省第%u, mean: {全省: %s%%}, ",
                   digits(a, 1000 + next(seed, 90000)).at,
                   1 + next(seed, 18), digits(a, next(seed, 300)).at);
    builder_printf(&b, "former-growth: {上年: %s%%}, sequential: \"%s%s%%\", ",
                   digits(a, 1 + next(seed, 300)).at,
                   next(seed, 2) ? "-" : "",
                   digits(a, 1 + next(seed, 300)).at);
    builder_printf(&b, "history: {2019: %s, 2020: %s}}\n",
                   digits(a, 1000 + next(seed, 90000)).at,
                   digits(a, 1000 + next(seed, 90000)).at);
    builder_printf(&b, "sections:\n  - text: \"%s\"\n", body);
    return builder_slice(&b);
}

/* ── recognising ── */

static bool
is_level(const claim *c, const jb_quantity *known)
{
    const jb_quantity *read = &c->figure->quantity;
    jb_decimal x, y;
    return c->figure->sort != FIGURE_DATE &&
           unit_is_same_base(read->unit, known->unit) &&
           read->bound == known->bound &&
           decimal_shift(read->value, read->unit.power, &x) &&
           decimal_shift(known->value, known->unit.power, &y) &&
           decimal_compare(x, y) == 0;
}

/* A rate in 倍 has two digits after the point. */
static bool
is_rate(const claim *c, jb_decimal known)
{
    jb_decimal ratio, times = c->figure->quantity.value;
    if (c->kind != CLAIM_RATE)
        return false;
    if (c->figure->sort != FIGURE_TIMES)
        return decimal_compare(c->rate, known) == 0;
    return decimal_shift(known, -2, &ratio) &&
           decimal_compare(decimal_round(ratio, 2, DECIMAL_HALF_UP), times) ==
                   0;
}

static bool
is_change(const claim *c, jb_decimal known)
{
    jb_quantity read = c->figure->quantity; /* 1.5万吨 of 15000吨 */
    jb_decimal size;
    return c->kind == CLAIM_CHANGE &&
           decimal_shift(read.value, read.unit.power, &size) &&
           c->direction == decimal_sign(known) &&
           decimal_compare(size, decimal_abs(known)) == 0;
}

static bool
is_points(const claim *c, slice text, const struct trip *row,
          jb_decimal known)
{
    const char *word = decimal_sign(known) > 0 ? row->above : row->below;
    return c->figure->sort == FIGURE_POINTS &&
           decimal_compare(c->figure->quantity.value, decimal_abs(known)) ==
                   0 &&
           slice_find(text, slice_from(word)) < text.len;
}

static bool
is_read(const claim *c, slice text, const struct trip *row,
        const jb_fact *fact)
{
    switch (row->read) {
    case READ_LEVEL:
        return is_level(c, &fact->quantity);
    case READ_RATE:
        return is_rate(c, fact->growth.rate);
    case READ_CHANGE:
        return is_change(c, fact->quantity.value);
    case READ_POINTS:
        return is_points(c, text, row, fact->quantity.value);
    case READ_RANK:
        return c->figure->sort == FIGURE_ORDINAL &&
               decimal_compare(c->figure->quantity.value,
                               fact->quantity.value) == 0;
    default:
        return true;
    }
}

/* Nothing to read: unknown, level with what it is held against, or no
 * number at all. */
static bool
is_silent(const struct trip *row, const jb_fact *fact)
{
    bool is_growth = row->read == READ_RATE;
    jb_decimal size = is_growth ? fact->growth.rate : fact->quantity.value;
    return !fact->is_known || row->read == READ_NOTHING ||
           decimal_sign(size) == 0 ||
           (is_growth && fact->growth.kind != CHANGE_RATE);
}

static void
check_digits(const struct trip *row, slice text, const jb_fact *fact)
{
    arena *a = arena_new();
    jb_decimal d = row->read == READ_RATE ? fact->growth.rate
                                          : fact->quantity.value;
    slice known = number_text(a, decimal_abs(d));
    if (slice_find(text, known) == text.len)
        fail_msg("%s: %s has no %s", row->name, text.at, known.at);
    arena_drop(a);
}

static void
check_text(const struct trip *row, slice text, const sample *s)
{
    const jb_fact *fact = facts_lookup(s->facts, 0, row->kind, row->index);
    clause_list clauses = clauses_from_text(s->arena, text);
    figure_list figures = figures_from_text(s->arena, text);
    claim_list claims = claims_from_text(s->arena, text, &clauses, &figures);
    if (is_silent(row, fact))
        return;
    for (size_t i = 0; i < claims.n; i++)
        if (is_read(&claims.at[i], text, row, fact))
            return;
    fail_msg("%s is not read in %s", row->name, text.at);
}

static void
check_trip(const struct trip *row, const char *form, uint32_t *seed)
{
    arena *a = arena_new();
    slice body = slice_printf(a, "%s{m.%s%s%s}。", row->before, row->name,
                              row->argument, form);
    sample s = sample_from(file_of(a, seed, body.at).at);
    assert_non_null(s.facts);
    prose_writer w = sample_writer(&s);
    const metrics_section *section = metrics_section_at(s.metrics, 0);
    prose_text t = placeholder_fill(&w, &section->paragraphs[0]);
    slice text = prose_plain(s.arena, &t);
    const jb_fact *fact = facts_lookup(s.facts, 0, row->kind, row->index);
    /* Behind an arrow a change is its digits, a level its words. */
    bool is_number = strcmp(form, "|number") == 0 ||
                     (strcmp(form, "|arrow") == 0 &&
                      (slice_find(text, SLICE_OF("▲")) < text.len ||
                       slice_find(text, SLICE_OF("▼")) < text.len));
    if (is_number && !is_silent(row, fact) && row->name[0] != 's')
        check_digits(row, text, fact);
    else if (!is_number)
        check_text(row, text, &s);
    sample_drop(&s);
    arena_drop(a);
}

static void
every_placeholder_is_read_back(void **state)
{
    (void)state;
    const placeholder_row *rows;
    size_t n = placeholder_rows(&rows);
    assert_int_equal(n, N_ROWS);
    uint32_t seed = 11;
    for (size_t i = 0; i < n; i++) {
        assert_string_equal(rows[i].name, ROWS[i].name);
        for (int k = 0; k < TRIPS; k++)
            check_trip(&ROWS[i], FORMS[(size_t)k % N_FORMS], &seed);
    }
}

/* A form that no trip tries would be forgotten here. */
static void
every_form_is_tried(void **state)
{
    (void)state;
    const placeholder_row *rows;
    size_t n = placeholder_option_rows(&rows);
    assert_int_equal(n + 1, N_FORMS);
    for (size_t i = 0; i < n; i++)
        assert_string_equal(rows[i].name, FORMS[i + 1] + 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_placeholder_is_read_back),
        cmocka_unit_test(every_form_is_tried),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
