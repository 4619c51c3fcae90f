#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "facts/contradiction.h"
#include "sample.h"

/* A metric of 100 units this period and nothing else. */
static metrics_metric
metric_of(const char *value, const char *unit)
{
    metrics_metric m = {.id = SLICE("m"), .has_value = true,
                        .is_parts_complete = true};
    m.name.text = SLICE_OF("指标甲");
    m.unit = unit_from(slice_from(unit));
    m.value = level_of(value, unit);
    period_parse(SLICE_OF("2022"), &m.period);
    return m;
}

static const metrics_document PLAIN = {.rounding = DECIMAL_HALF_UP};

/* The codes of what is found, one space between. */
static void
check_codes(const metrics_metric *m, const char *expected)
{
    arena *a = arena_new();
    jb_diags *diags = diags_new();
    metrics_document document = {.date = {2022, 11, 14}};
    derive_result facts = derive_from_metric(a, &document, m, 0);
    contradiction_check(&(contradiction_case){a, m, &document, &facts,
                                              diags});
    slice_builder b = {.arena = a};
    for (size_t i = 0; i < diags_count(diags); i++)
        builder_printf(&b, "%s%s", i > 0 ? " " : "",
                       diags_at(diags, i)->kind->code);
    assert_string_equal(builder_slice(&b).at, expected);
    diags_drop(diags);
    arena_drop(a);
}

static void
with_growth(metrics_metric *m, const char *previous, metrics_change growth,
            const char *expected)
{
    m->has_previous = previous != NULL;
    if (previous != NULL) {
        m->previous = m->value;
        m->previous.bound = BOUND_EXACT;
        m->previous.value = decimal_of(previous);
    }
    m->growth = growth;
    check_codes(m, expected);
}

static void
levels_and_growth_agree_or_not(void **state)
{
    (void)state;
    metrics_metric m = metric_of("2671", "家");
    m.note.text = SLICE_OF("有说明");
    with_growth(&m, "761", rate_of("251"), "");
    with_growth(&m, "761", rate_of("252"), "FACTS_GROWTH_NOT_RATIO");
    m.note.text.len = 0;
    with_growth(&m, "761", rate_of("251"), "FACTS_GROWTH_LARGE");
    m = metric_of("1286.4", "亿元");
    with_growth(&m, "1214.8", rate_of("5.9"), "");
    with_growth(&m, "1214.8", rate_of("5.6"), "FACTS_GROWTH_CONTRADICTS");
    m.basis.text = SLICE_OF("可比价");
    with_growth(&m, "1214.8", rate_of("5.6"), "");
}

static void
rates_need_a_positive_base(void **state)
{
    (void)state;
    metrics_metric m = metric_of("1.8", "亿元");
    with_growth(&m, "-3.2", rate_of("156"), "FACTS_GROWTH_LARGE "
                                            "FACTS_RATE_OF_NEGATIVE");
    with_growth(&m, "0", rate_of("10"), "FACTS_RATE_OF_NEGATIVE");
    with_growth(&m, "-3.2",
                (metrics_change){.kind = CHANGE_TURNED_PROFIT}, "");
    with_growth(&m, "3.2", (metrics_change){.kind = CHANGE_TURNED_PROFIT},
                "FACTS_OUTCOME_CONTRADICTS");
    with_growth(&m, "1.8", (metrics_change){.kind = CHANGE_FLAT}, "");
    with_growth(&m, "1.2", (metrics_change){.kind = CHANGE_FLAT},
                "FACTS_OUTCOME_CONTRADICTS");
    with_growth(&m, "1.2", (metrics_change){.kind = CHANGE_INCOMPARABLE},
                "");
    m = metric_of("5", "家");
    with_growth(&m, NULL, rate_of("-120"),
                "FACTS_GROWTH_LARGE FACTS_RATE_BELOW_ALL");
}

static void
percents_take_points_and_only_they(void **state)
{
    (void)state;
    metrics_metric m = metric_of("58", "%");
    with_growth(&m, NULL, rate_of("3.2"), "FACTS_SHARE_RATE");
    with_growth(&m, NULL, points_of("3.2"), "");
    with_growth(&m, "55", points_of("3"), "");
    with_growth(&m, "55", points_of("5"), "FACTS_GROWTH_CONTRADICTS");
    m = metric_of("62.3", "亿元");
    with_growth(&m, NULL, points_of("3.2"), "FACTS_POINTS_OF_AMOUNT");
}

static void
growth_is_no_finer_than_its_level(void **state)
{
    (void)state;
    metrics_metric m = metric_of("75", "亿元");
    m.note.text = SLICE_OF("有说明");
    with_growth(&m, NULL, rate_of("280.57"), "FACTS_GROWTH_PRECISION");
    m.value.bound = BOUND_ABOVE;
    with_growth(&m, NULL, rate_of("280.57"), "FACTS_GROWTH_PRECISION");
    m = metric_of("412.7", "亿元");
    with_growth(&m, NULL, rate_of("7.4"), "");
    m = metric_of("1.8", "亿元");
    with_growth(&m, NULL, rate_of("12.3"), "");
}

static void
with_parts(metrics_metric *m, const char *const values[3], const char *unit,
           const char *expected)
{
    metrics_part parts[3] = {0};
    m->parts = parts;
    for (m->n_parts = 0; m->n_parts < 3 && values[m->n_parts] != NULL;
         m->n_parts++) {
        parts[m->n_parts].name.text = SLICE_OF("部分");
        parts[m->n_parts].value = level_of(values[m->n_parts], unit);
    }
    check_codes(m, expected);
}

static void
parts_sum_to_the_whole(void **state)
{
    (void)state;
    metrics_metric m = metric_of("2671", "家");
    with_parts(&m, (const char *const[3]){"1311", "1360"}, "家", "");
    with_parts(&m, (const char *const[3]){"1311", "1361"}, "家",
               "FACTS_PARTS_CONTRADICT");
    with_parts(&m, (const char *const[3]){"2700"}, "家",
               "FACTS_PART_EXCEEDS");
    m = metric_of("428.4", "亿元");
    with_parts(&m, (const char *const[3]){"200.1", "128.1", "100.1"}, "亿元",
               "FACTS_PARTS_RESIDUAL");
    with_parts(&m, (const char *const[3]){"200.1", "128.1", "99.9"}, "亿元",
               "FACTS_PARTS_CONTRADICT");
    with_parts(&m, (const char *const[3]){"4000000", "284000"}, "万元",
               "");
    m.is_parts_complete = false;
    with_parts(&m, (const char *const[3]){"200.1", "128.1"}, "亿元", "");
    with_parts(&m, (const char *const[3]){"300.1", "430.0"}, "亿元",
               "FACTS_PART_EXCEEDS");
    m.name.text = SLICE_OF("利润");
    with_parts(&m, (const char *const[3]){"300.1", "430.0"}, "亿元", "");
}

static void
with_two(metrics_metric *m, const char *first, const char *second,
         const char *expected)
{
    metrics_part parts[2] = {{.value = level_of("300.1", "亿元")},
                             {.value = level_of("228.9", "亿元")}};
    parts[0].name.text = slice_from(first);
    parts[1].name.text = slice_from(second);
    m->parts = parts;
    m->n_parts = 2;
    check_codes(m, expected);
}

/* Parts that are not said to be all may overlap, if their names let them. */
static void
some_parts_may_overlap(void **state)
{
    (void)state;
    metrics_metric m = metric_of("428.4", "亿元");
    m.is_parts_complete = false;
    with_two(&m, "工业投资", "民间投资", "");
    with_two(&m, "出口额", "进口额", "FACTS_PARTS_EXCEED");
    with_two(&m, "第二产业", "第三产业", "FACTS_PARTS_EXCEED");
    with_two(&m, "第二产业", "民营经济", "");
}

static void
shares_sum_to_hundred(void **state)
{
    (void)state;
    metrics_metric m = metric_of("1286.4", "亿元");
    with_parts(&m, (const char *const[3]){"8.7", "42.6", "48.6"}, "%", "");
    with_parts(&m, (const char *const[3]){"8.7", "42.6", "47.6"}, "%",
               "FACTS_SHARES_CONTRADICT");
}

static void
units_and_counts_are_plausible(void **state)
{
    (void)state;
    metrics_metric m = metric_of("26", "家");
    m.has_previous = true;
    m.previous = level_of("24", "项");
    check_codes(&m, "FACTS_UNIT_MISMATCH");
    m = metric_of("-26", "家");
    check_codes(&m, "FACTS_COUNT_NEGATIVE");
    m = metric_of("26.5", "家");
    check_codes(&m, "FACTS_COUNT_FRACTION");
    m = metric_of("26.50", "万家");
    check_codes(&m, "");
}

static void
ranks_are_within_their_peers(void **state)
{
    (void)state;
    metrics_metric m = metric_of("26", "家");
    m.rank = (metrics_rank){.is_set = true, .place = 3, .peers = 18};
    check_codes(&m, "");
    m.rank.place = 19;
    check_codes(&m, "FACTS_RANK_RANGE");
}

static void
to_date_stays_below_the_whole(void **state)
{
    (void)state;
    metrics_metric m = metric_of("75", "亿元");
    m.has_to_date = true;
    m.to_date = level_of("62.3", "亿元");
    period_parse(SLICE_OF("2022-01..2022-10"), &m.to_date_until);
    check_codes(&m, "");
    m.to_date = level_of("82.3", "亿元");
    check_codes(&m, "FACTS_TO_DATE_EXCEEDS");
    m.value.bound = BOUND_ABOVE;
    check_codes(&m, "");
    period_parse(SLICE_OF("2022-01..2022-12"), &m.to_date_until);
    check_codes(&m, "FACTS_TO_DATE_FUTURE");
}

/* C5: ten months are not compared with last year's twelve. */
static void
to_date_has_no_full_year_base(void **state)
{
    (void)state;
    metrics_metric m = metric_of("0", "亿元");
    m.has_value = false;
    m.has_to_date = m.has_previous = true;
    m.to_date = level_of("62.3", "亿元");
    m.previous = level_of("19.7", "亿元");
    period_parse(SLICE_OF("2022-01..2022-10"), &m.to_date_until);
    check_codes(&m, "FACTS_TO_DATE_BASE");
    arena *a = arena_new();
    derive_result facts = derive_from_metric(a, &PLAIN, &m, 0);
    assert_false(facts.single[FACT_GROWTH].is_known);
    m.period = m.to_date_until;
    facts = derive_from_metric(a, &PLAIN, &m, 0);
    assert_true(facts.single[FACT_GROWTH].is_known);
    arena_drop(a);
}

static void
history_repeats_the_previous(void **state)
{
    (void)state;
    metrics_metric m = metric_of("100", "亿元");
    metrics_past past[1] = {{.value = level_of("90.1", "亿元")}};
    period_parse(SLICE_OF("2021"), &past[0].period);
    m.history = past;
    m.n_history = 1;
    m.has_previous = true;
    m.previous = level_of("90.1", "亿元");
    check_codes(&m, "");
    m.previous = level_of("90.2", "亿元");
    check_codes(&m, "FACTS_PREVIOUS_CONTRADICTS");
    m.has_previous = false;
    arena *a = arena_new();
    derive_result facts = derive_from_metric(a, &PLAIN, &m, 0);
    assert_true(facts.single[FACT_PREVIOUS].is_known);
    assert_false(facts.single[FACT_PREVIOUS].is_derived);
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_and_growth_agree_or_not),
        cmocka_unit_test(rates_need_a_positive_base),
        cmocka_unit_test(percents_take_points_and_only_they),
        cmocka_unit_test(growth_is_no_finer_than_its_level),
        cmocka_unit_test(parts_sum_to_the_whole),
        cmocka_unit_test(some_parts_may_overlap),
        cmocka_unit_test(shares_sum_to_hundred),
        cmocka_unit_test(units_and_counts_are_plausible),
        cmocka_unit_test(ranks_are_within_their_peers),
        cmocka_unit_test(to_date_stays_below_the_whole),
        cmocka_unit_test(to_date_has_no_full_year_base),
        cmocka_unit_test(history_repeats_the_previous),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
