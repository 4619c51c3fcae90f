/* contribution: points add up to the whole's growth, shares to a hundred, and
 * there is none where nothing can be divided. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "facts/contribution.h"

static decimal_step
digits(int scale)
{
    return (decimal_step){scale, DECIMAL_HALF_UP};
}

static jb_quantity
amount(int64_t tenths, const char *unit)
{
    return (jb_quantity){.value = {tenths, 1},
                         .unit = unit_from(slice_from(unit))};
}

static level_change
change(int64_t now, int64_t before)
{
    return (level_change){amount(now, "亿元"), amount(before, "亿元")};
}

static void
points_and_shares_are_exact(void **state)
{
    (void)state;
    level_change whole = change(12864, 12148);
    jb_decimal d;
    assert_true(contribution_points(change(5483, 5119), whole, digits(2), &d));
    assert_int_equal(d.coefficient, 300); /* 36.4 ÷ 1214.8 = 2.996 % */
    assert_true(contribution_points(change(1125, 1142), whole, digits(2), &d));
    assert_int_equal(d.coefficient, -14);
    assert_true(contribution_share(change(5483, 5119), whole, digits(1), &d));
    assert_int_equal(d.coefficient, 508);
}

static void
units_of_one_base_are_converted(void **state)
{
    (void)state;
    level_change part = {amount(50000, "万元"), amount(30000, "万元")};
    jb_decimal d;
    assert_true(contribution_points(part, change(110, 100), digits(1), &d));
    assert_int_equal(d.coefficient, 20); /* 0.2 of 10 亿元 */
    part.now.unit = part.before.unit = unit_from(SLICE_OF("家"));
    assert_false(contribution_points(part, change(110, 100), digits(1), &d));
}

static void
nothing_is_divided_by_nothing(void **state)
{
    (void)state;
    jb_decimal d;
    assert_false(contribution_points(change(10, 5), change(10, 0), digits(1), &d));
    assert_false(contribution_points(change(10, 5), change(10, -20), digits(1), &d));
    assert_false(contribution_share(change(10, 5), change(10, 10), digits(1), &d));
    assert_false(contribution_share(change(10, 5), change(10, 20), digits(1), &d));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_and_shares_are_exact),
        cmocka_unit_test(units_of_one_base_are_converted),
        cmocka_unit_test(nothing_is_divided_by_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
