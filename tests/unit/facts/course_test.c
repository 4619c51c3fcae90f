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
        assert_true(course_average(last, first, 2, 1, &average));
        assert_int_equal(decimal_compare(average, dec(rows[i].average)), 0);
    }
    jb_decimal average;
    assert_true(course_average_of_rates(dec("-2.0"), dec("5.0"), 1,
                                        &average));
    assert_int_equal(decimal_compare(average, dec("1.4")), 0);
    jb_quantity eight = {.value = {8, 0}}, one = {.value = {1, 0}};
    assert_true(course_average(eight, one, 3, 1, &average));
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
    assert_false(course_average(one, none, 2, 1, &average));
    assert_false(course_average(one, loss, 2, 1, &average));
    assert_false(course_average(loss, one, 2, 1, &average));
    assert_false(course_average(one, one, 1, 1, &average));
    assert_false(course_average(vast, tiny, 3, 1, &average));
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
        cmocka_unit_test(nothing_is_averaged_from_nothing),
        cmocka_unit_test(every_pair_of_signs_has_its_turn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
