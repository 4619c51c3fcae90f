#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "sample.h"

static void
check_range(level_range r, const char *low, const char *high)
{
    assert_int_equal(r.has_low, low != NULL);
    assert_int_equal(r.has_high, high != NULL);
    if (low != NULL)
        assert_int_equal(decimal_compare(r.low, decimal_of(low)), 0);
    if (high != NULL)
        assert_int_equal(decimal_compare(r.high, decimal_of(high)), 0);
}

static void
range_follows_digits_and_bound(void **state)
{
    (void)state;
    check_range(level_range_of(level_of("2671", "家")), "2671", "2671");
    check_range(level_range_of(level_of("62.3", "亿元")), "62.25", "62.35");
    check_range(level_range_of(level_of("3.8", "万家")), "3.75", "3.85");
    check_range(level_range_of(bounded_of("200", "家", BOUND_AT_LEAST)),
                "200", NULL);
    check_range(level_range_of(bounded_of("5", "%", BOUND_AT_MOST)), NULL,
                "5");
    check_range(level_range_of(bounded_of("490", "家", BOUND_APPROXIMATE)),
                "480", "500");
}

static void
alignment_keeps_what_was_written(void **state)
{
    (void)state;
    jb_quantity a = level_of("1.2", "亿元"), b = level_of("9800", "万元");
    assert_true(level_align(&a, &b));
    assert_int_equal(decimal_compare(a.value, decimal_of("1.2")), 0);
    assert_int_equal(decimal_compare(b.value, decimal_of("0.98")), 0);
    check_range(level_range_of(a), "1.15", "1.25");
    check_range(level_range_of(b), "0.97995", "0.98005");
    jb_quantity c = level_of("3", "家");
    assert_false(level_align(&a, &c));
}

static void
products_compare_exactly(void **state)
{
    (void)state;
    int order = 9;
    jb_decimal big = {INT64_MAX, 0}, near = {INT64_MAX - 1, 0};
    assert_true(level_compare_products(big, near, near, big, &order));
    assert_int_equal(order, 0);
    assert_true(level_compare_products(big, big, big, near, &order));
    assert_int_equal(order, 1);
    assert_true(level_compare_products(decimal_of("0.1"), decimal_of("0.1"),
                                       decimal_of("0.02"),
                                       decimal_of("0.5"), &order));
    assert_int_equal(order, 0);
    jb_decimal tiny = {1, 18};
    assert_false(level_compare_products(big, big, tiny, tiny, &order));
}

/* >50 may be more than 60, >75 is not less; 约30 may be 31. */
static void
order_is_certain_or_open(void **state)
{
    (void)state;
    jb_quantity sixty = level_of("60", "%"), thirty = level_of("30", "%");
    jb_quantity above50 = bounded_of("50", "%", BOUND_ABOVE);
    jb_quantity above75 = bounded_of("75", "%", BOUND_AT_LEAST);
    jb_quantity most20 = bounded_of("20", "%", BOUND_AT_MOST);
    jb_quantity about30 = bounded_of("30", "%", BOUND_APPROXIMATE);
    assert_true(level_leads(sixty, thirty) && !level_leads(thirty, sixty));
    assert_true(level_leads(sixty, sixty));
    assert_false(level_leads(sixty, above50) || level_leads(above50, sixty));
    assert_true(level_leads(above75, sixty) && !level_leads(sixty, above75));
    assert_true(level_leads(thirty, most20) && !level_leads(most20, thirty));
    assert_false(level_leads(above50, above75) ||
                 level_leads(above75, above50));
    assert_false(level_leads(about30, thirty));
    assert_true(level_leads(sixty, about30));
    assert_false(level_leads(level_of("40", "%"), about30)); /* or even */
    assert_false(level_is_above(level_written_range(above50),
                                level_written_range(level_of("50", "%"))));
    assert_true(level_is_above(level_written_range(above75),
                               level_written_range(sixty)));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(range_follows_digits_and_bound),
        cmocka_unit_test(alignment_keeps_what_was_written),
        cmocka_unit_test(products_compare_exactly),
        cmocka_unit_test(order_is_certain_or_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
