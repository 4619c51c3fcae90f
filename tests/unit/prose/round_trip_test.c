/* Round trip: a sentence written from random facts, read again as claims,
 * says the same level, bound, growth and place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "prose/inspect.h"
#include "prose/sentence.h"
#include "sample.h"

static uint32_t
next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static const char *const UNITS[] = {"家", "亿元", "万吨", "万人次", "项"};
static const char *const BOUNDS[] = {"%s", "%s以上", "%s左右", "不超过%s"};

/* A metrics file of one metric, its fields by `seed`. */
static slice
metric_of(arena *a, uint32_t *seed)
{
    const char *unit = UNITS[next(seed) % 5];
    bool is_count = unit == UNITS[0] || unit == UNITS[4];
    slice value = is_count ? slice_printf(a, "%u", 2 + next(seed) % 9998)
                           : slice_printf(a, "%u.%u", 1 + next(seed) % 998,
                                          next(seed) % 10);
    slice_builder b = {.arena = a};
    builder_printf(&b, "title: 样例\nperiod: 2022H1\nmetrics:\n"
                       "  m: {name: 某类项目总量, unit: %s, note: 略,\n"
                       "    value: \"", unit);
    builder_printf(&b, BOUNDS[next(seed) % 4], value.at);
    builder_add_text(&b, "\"");
    if (next(seed) % 3 == 0)
        builder_add_text(&b, ", status: expected");
    if (next(seed) % 4 != 0)
        builder_printf(&b, ", growth: \"%s%u.%u%%\"",
                       next(seed) % 2 == 0 ? "-" : "", next(seed) % 99,
                       1 + next(seed) % 9);
    if (next(seed) % 2 == 0)
        builder_printf(&b, ", rank: 全省第%u", 1 + next(seed) % 18);
    if (next(seed) % 3 == 0)
        builder_printf(&b, ", former-growth: {一季度: \"%s%u.%u%%\"}",
                       next(seed) % 2 == 0 ? "-" : "", next(seed) % 99,
                       1 + next(seed) % 9);
    if (next(seed) % 3 == 0)
        builder_printf(&b, ", sequential: \"%s%u.%u%%\"",
                       next(seed) % 2 == 0 ? "-" : "", next(seed) % 99,
                       next(seed) % 10);
    builder_add_text(&b, "}\n");
    return builder_slice(&b);
}

static const claim *
claim_of(const claim_list *claims, claim_kind kind)
{
    for (size_t i = 0; i < claims->n; i++)
        if (claims->at[i].kind == kind)
            return &claims->at[i];
    return NULL;
}

static void
check_level(const sample *s, const claim_list *claims)
{
    const jb_quantity *known =
            &facts_lookup(s->facts, 0, FACT_VALUE, 0)->quantity;
    const claim *c = claim_of(claims, CLAIM_LEVEL);
    assert_non_null(c);
    const jb_quantity *read = &c->figure->quantity;
    assert_int_equal(decimal_compare(read->value, known->value), 0);
    assert_true(slice_equal(read->unit.name, known->unit.name));
    assert_int_equal(c->is_expected, known->status == STATUS_EXPECTED);
    /* 控制在…以内 and 不超过 are one bound in two forms. */
    assert_int_equal(read->bound, known->bound);
}

/* A growth of this kind, when it is a number, is read with sign and size. */
static void
check_growth(const sample *s, const claim_list *claims, fact_kind kind)
{
    const jb_fact *known = facts_lookup(s->facts, 0, kind, 0);
    if (!known->is_known || known->growth.kind != CHANGE_RATE)
        return;
    bool is_read = false;
    for (size_t i = 0; i < claims->n; i++)
        is_read = is_read || (claims->at[i].kind == CLAIM_RATE &&
                              decimal_compare(claims->at[i].rate,
                                              known->growth.rate) == 0);
    assert_true(is_read);
}

/* What was not known is not said. */
static void
check_silence(const sample *s, const claim_list *claims)
{
    bool is_known = facts_lookup(s->facts, 0, FACT_GROWTH, 0)->is_known ||
                    facts_lookup(s->facts, 0, FACT_SEQUENTIAL, 0)->is_known;
    if (!is_known)
        assert_null(claim_of(claims, CLAIM_RATE));
}

static void
check_rank(const sample *s, const claim_list *claims)
{
    const metrics_rank *known = &metrics_at(s->metrics, 0)->rank;
    const claim *c = claim_of(claims, CLAIM_RANK);
    assert_int_equal(c != NULL, known->is_set);
    if (c != NULL)
        assert_int_equal(c->figure->quantity.value.coefficient,
                         known->place);
}

static void
check_one(uint32_t *seed, int pattern)
{
    arena *a = arena_new();
    sample s = sample_from(metric_of(a, seed).at);
    assert_non_null(s.facts);
    prose_writer w = sample_writer(&s);
    prose_text t = {NULL, 0, 0};
    sentence_style style = {.pattern = (sentence_pattern)pattern,
                            .is_full = true};
    assert_true(sentence_add(&w, &t, 0, style));
    slice text = prose_plain(a, &t);
    clause_list clauses = clauses_from_text(a, text);
    figure_list figures = figures_from_text(a, text);
    claim_list claims = claims_from_text(a, text, &clauses, &figures);
    check_level(&s, &claims);
    check_growth(&s, &claims, FACT_GROWTH);
    check_growth(&s, &claims, FACT_SEQUENTIAL);
    check_silence(&s, &claims);
    check_rank(&s, &claims);
    jb_diags *diags = diags_new();
    jb_source *source = source_from_bytes(SLICE_OF("x"), text);
    inspect_passage(a, passage_from_source(a, source), s.facts, diags);
    /* Growth is drawn at random: it may be too exact for a forecast, and not
     * that of a whole number of things. */
    for (size_t i = 0; i < diags_count(diags); i++)
        if (diags_at(diags, i)->kind != &PROSE_FORECAST_EXACT &&
            diags_at(diags, i)->kind != &PROSE_GROWTH_IMPOSSIBLE)
            fail_msg("%s: %s", text.at, diags_at(diags, i)->message.at);
    source_drop(source);
    diags_drop(diags);
    sample_drop(&s);
    arena_drop(a);
}

static void
sentences_are_read_back(void **state)
{
    (void)state;
    uint32_t seed = 20221118;
    for (int i = 0; i < 1500; i++)
        check_one(&seed, i % SENTENCE_PATTERN_COUNT);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_are_read_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
