#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "facts/aim.h"
#include "sample.h"

static aim_state
state(const char *done, quantity_bound bound, const char *target,
      bool is_ceiling)
{
    jb_quantity a = level_of(done, "家"), b = level_of(target, "家");
    a.bound = bound;
    return aim_of(a, b, is_ceiling);
}

static void
plain_levels_decide(void **state_)
{
    (void)state_;
    assert_int_equal(state("490", BOUND_EXACT, "480", false), AIM_MET);
    assert_int_equal(state("480", BOUND_EXACT, "480", false), AIM_MET);
    assert_int_equal(state("470", BOUND_EXACT, "480", false), AIM_MISSED);
}

static void
ceilings_are_not_to_be_passed(void **state_)
{
    (void)state_;
    assert_int_equal(state("490", BOUND_EXACT, "480", true), AIM_MISSED);
    assert_int_equal(state("480", BOUND_EXACT, "480", true), AIM_MET);
    assert_int_equal(state("470", BOUND_EXACT, "480", true), AIM_MET);
}

static void
qualifiers_may_leave_it_open(void **state_)
{
    (void)state_;
    assert_int_equal(state("490", BOUND_APPROXIMATE, "480", false), AIM_MET);
    assert_int_equal(state("480", BOUND_APPROXIMATE, "485", false), AIM_OPEN);
    assert_int_equal(state("75", BOUND_AT_LEAST, "80", false), AIM_OPEN);
    assert_int_equal(state("75", BOUND_ABOVE, "75", false), AIM_MET);
    assert_int_equal(state("75", BOUND_AT_MOST, "80", false), AIM_MISSED);
    assert_int_equal(state("75", BOUND_AT_MOST, "80", true), AIM_MET);
}

static void
other_units_leave_it_open(void **state_)
{
    (void)state_;
    assert_int_equal(aim_of(level_of("3", "家"), level_of("2", "项"), false),
                     AIM_OPEN);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_levels_decide),
        cmocka_unit_test(ceilings_are_not_to_be_passed),
        cmocka_unit_test(qualifiers_may_leave_it_open),
        cmocka_unit_test(other_units_leave_it_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
