/* course: averages as the National Bureau of Statistics publishes them, and a
 * turn for each pair of signs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "facts/course.h"

static jb_decimal
dec(const char *text)
{
    jb_decimal d = {0, 0};
    assert_true(decimal_parse(slice_from(text), &d));
    return d;
}

static const decimal_step TENTHS = {1, DECIMAL_HALF_UP};

static level_change
change(jb_quantity now, jb_quantity before)
{
    return (level_change){now, before};
}

/* Levels made by growing 100 by a rate for years give that rate back. */
static void
averages_undo_growing(void **state)
{
    (void)state;
    static const char *const rates[] = {"-20", "-5", "0", "3.7", "10", "50"};
    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++) {
        jb_quantity first = {.value = {100, 0}}, last = first;
        jb_decimal factor, average;
        assert_true(decimal_add(first.value, dec(rates[i]), &factor));
        assert_true(decimal_shift(factor, -2, &factor));
        for (int years = 1; years <= 5; years++) {
            assert_true(decimal_mul(last.value, factor, &last.value));
            if (years < 2)
                continue;
            assert_true(course_average(change(last, first), years, TENTHS,
                                       &average));
            assert_int_equal(decimal_compare(average, dec(rates[i])), 0);
        }
    }
}

static void
averages_are_geometric(void **state)
{
    (void)state;
    /* Growth over two years, and the average that was published with it. */
    static const struct {
        const char *two_years, *average;
    } rows[] = {{"172.1", "31.2"}, {"145.5", "20.6"}, {"142.5", "19.4"},
                {"100", "0.0"},    {"81", "-10.0"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        jb_quantity last = {.value = dec(rows[i].two_years)};
        jb_quantity first = {.value = {100, 0}};
        jb_decimal average;
        assert_true(course_average(change(last, first), 2, TENTHS,
                               &average));
        assert_int_equal(decimal_compare(average, dec(rows[i].average)), 0);
    }
    jb_decimal average;
    assert_true(course_average_of_rates(dec("-2.0"), dec("5.0"), TENTHS,
                                        &average));
    assert_int_equal(decimal_compare(average, dec("1.4")), 0);
    jb_quantity eight = {.value = {8, 0}}, one = {.value = {1, 0}};
    assert_true(course_average(change(eight, one), 3, TENTHS,
                               &average));
    assert_int_equal(decimal_compare(average, dec("100")), 0);
}

static void
nothing_is_averaged_from_nothing(void **state)
{
    (void)state;
    jb_quantity one = {.value = {1, 0}}, none = {.value = {0, 0}};
    jb_quantity loss = {.value = {-3, 0}};
    jb_quantity vast = {.value = {INT64_MAX, 0}};
    jb_quantity tiny = {.value = {1, 18}};
    jb_decimal average;
    assert_false(course_average(change(one, none), 2, TENTHS,
                               &average));
    assert_false(course_average(change(one, loss), 2, TENTHS,
                               &average));
    assert_false(course_average(change(loss, one), 2, TENTHS,
                               &average));
    assert_false(course_average(change(one, one), 1, TENTHS,
                               &average));
    assert_false(course_average(change(vast, tiny), 3, TENTHS,
                               &average));
}

static void
every_pair_of_signs_has_its_turn(void **state)
{
    (void)state;
    static const struct {
        const char *earlier, *later;
        course_turn turn;
    } rows[] = {
        {"6.2", "7.0", TURN_FASTER},        {"6.2", "5.0", TURN_SLOWER},
        {"6.2", "6.20", TURN_RISE_SAME},    {"-9.0", "-10", TURN_FALL_WIDER},
        {"-9.0", "-7.8", TURN_FALL_LESS},   {"-9", "-9.0", TURN_FALL_SAME},
        {"-1", "2", TURN_TO_RISE},          {"1", "-2", TURN_TO_FALL},
        {"1", "0", TURN_RISE_TO_FLAT},      {"-1", "0", TURN_FALL_TO_FLAT},
        {"0", "1", TURN_FLAT_TO_RISE},      {"0", "-1", TURN_FLAT_TO_FALL},
        {"0", "0.0", TURN_STILL_FLAT},
    };
    assert_int_equal(sizeof rows / sizeof *rows, TURN_COUNT);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(
            course_turn_of(dec(rows[i].earlier), dec(rows[i].later)),
            rows[i].turn);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(averages_are_geometric),
        cmocka_unit_test(averages_undo_growing),
        cmocka_unit_test(nothing_is_averaged_from_nothing),
        cmocka_unit_test(every_pair_of_signs_has_its_turn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
