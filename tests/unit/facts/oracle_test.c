/* What is derived against an oracle: every ratio of random levels computed
 * again in whole numbers, rounded once, in both modes of rounding. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "facts/facts.h"
#include "sample.h"

#define TRIALS 3000

/* n/d to the nearest whole number; ties away from zero or to even. d > 0. */
static int64_t
rounded(int64_t n, int64_t d, bool to_even)
{
    int64_t size = n < 0 ? -n : n;
    int64_t whole = size / d, twice = 2 * (size % d);
    bool is_up = twice > d || (twice == d && (!to_even || whole % 2 == 1));
    whole += is_up;
    return n < 0 ? -whole : whole;
}

/* Levels in tenths. */
typedef struct levels {
    int64_t now, before, part, part_before, target;
} levels;

static levels
random_levels(uint64_t *seed)
{
    levels v = {.now = 2 + next_below(seed, 999999),
                .before = 2 + next_below(seed, 999999),
                .target = 1 + next_below(seed, 999999)};
    v.part = 1 + next_below(seed, v.now - 1);
    v.part_before = 1 + next_below(seed, v.before - 1);
    return v;
}

static slice
tenths(arena *a, int64_t n)
{
    return slice_printf(a, "%lld.%lld", (long long)(n / 10),
                        (long long)(n % 10));
}

static slice
file_of(arena *a, const levels *v, bool to_even)
{
    return slice_printf(
            a,
            "title: 样例\nrounding: %s\nperiod: 2022\nmetrics:\n"
            "  m: {name: 甲, unit: 吨, note: 略, value: %s, previous: %s, "
            "target: %s, parts: {乙: %s, 丙: %s}, "
            "parts-previous: {乙: %s, 丙: %s}}\n",
            to_even ? "国标" : "四舍五入", tenths(a, v->now).at,
            tenths(a, v->before).at, tenths(a, v->target).at,
            tenths(a, v->part).at, tenths(a, v->now - v->part).at,
            tenths(a, v->part_before).at,
            tenths(a, v->before - v->part_before).at);
}

/* The number of the fact is `expected` tenths. */
static void
check(const jb_facts *f, fact_kind kind, jb_decimal found, int64_t expected)
{
    jb_decimal wanted = {expected, 1};
    const jb_fact *fact = facts_lookup(f, 0, kind, 0);
    if (!fact->is_known || decimal_compare(found, wanted) != 0)
        fail_msg("kind %d: %lld/10^%d, expected %lld tenths; %s", (int)kind,
                 (long long)found.coefficient, found.scale,
                 (long long)expected, fact->formula.at);
}

static void
check_ratio(const jb_facts *f, fact_kind kind, int64_t expected)
{
    check(f, kind, facts_lookup(f, 0, kind, 0)->quantity.value, expected);
}

/* What rounds to the whole without being it has more digits. */
static void
check_of_whole(const jb_facts *f, fact_kind kind, int64_t over,
               int64_t under, bool to_even)
{
    jb_decimal found = facts_lookup(f, 0, kind, 0)->quantity.value;
    int64_t tenths_of = rounded(1000 * over, under, to_even);
    const jb_decimal all = {100, 0};
    if (tenths_of != 1000 || over == under) {
        check_ratio(f, kind, tenths_of);
        return;
    }
    assert_int_equal(decimal_compare(found, all), over > under ? 1 : -1);
    check(f, kind, decimal_round(found, 1, DECIMAL_HALF_UP), 1000);
}

static void
check_all(const jb_facts *f, const levels *v, bool to_even)
{
    int64_t more = v->now - v->before, part = v->part - v->part_before;
    check(f, FACT_GROWTH, facts_lookup(f, 0, FACT_GROWTH, 0)->growth.rate,
          rounded(1000 * more, v->before, to_even));
    check_ratio(f, FACT_DELTA, more);
    check_of_whole(f, FACT_COMPLETION, v->now, v->target, to_even);
    check_of_whole(f, FACT_SHARE, v->part, v->now, to_even);
    check_ratio(f, FACT_PULL, rounded(1000 * part, v->before, to_even));
    if (more > 0)
        check_ratio(f, FACT_CONTRIBUTION,
                    rounded(1000 * part, more, to_even));
    assert_true(more > 0 ||
                !facts_lookup(f, 0, FACT_CONTRIBUTION, 0)->is_known);
}

static void
ratios_are_rounded_once(void **state)
{
    (void)state;
    uint64_t seed = 2671;
    for (int i = 0; i < TRIALS; i++) {
        arena *a = arena_new();
        jb_diags *diags = diags_new();
        bool to_even = i % 2 == 1;
        levels v = random_levels(&seed);
        jb_source *source = source_from_bytes(SLICE_OF("sample.yaml"),
                                              file_of(a, &v, to_even));
        jb_metrics *m = metrics_from_source(source, diags);
        assert_non_null(m);
        jb_facts *f = facts_from_metrics(m, diags);
        check_all(f, &v, to_even);
        facts_drop(f);
        metrics_drop(m);
        source_drop(source);
        diags_drop(diags);
        arena_drop(a);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ratios_are_rounded_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
