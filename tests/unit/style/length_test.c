#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "style/length.h"

static const length_base base = {
    .em = LEN_OF_PT(10), .line = LEN_OF_PT(20), .whole = LEN_OF_PT(400)};

static void
assert_length(const char *text, jb_len expected)
{
    jb_len len = -1;
    assert_true(length_parse(slice_from(text), &base, &len));
    assert_int_equal(len, expected);
}

static void
units_are_exact(void **state)
{
    (void)state;
    assert_length("12pt", 12 * 1024);
    assert_length("15.75 pt", 16128);
    assert_length("25.4mm", 72 * 1024);
    assert_length("2.54cm", 72 * 1024);
    assert_length("13.333in", 983015); /* 13.333 × 73728, rounded once */
    assert_length("-2mm", -5805);
    assert_length("10毫米", 29027);
}

static void
relative_units_take_their_base(void **state)
{
    (void)state;
    assert_length("2em", 20 * 1024);
    assert_length("1.5字", 15 * 1024);
    assert_length("0.5行", 10 * 1024);
    assert_length("60%", 240 * 1024);
}

static void
named_sizes_are_known(void **state)
{
    (void)state;
    assert_length("初号", 42 * 1024);
    assert_length("三号", 16 * 1024);
    assert_length("小四", 12 * 1024);
    assert_length("五号", 10752);
    assert_length("七号", 5632);
}

static void
nonsense_is_refused(void **state)
{
    (void)state;
    const char *const wrong[] = {"",       "pt",       "12",     "12px",
                                 "1,5pt",  "十磅",     "1e3pt",  "--1pt",
                                 "12pt 3", "9999999999999999999999pt",
                                 "九号",   "0.00000001pt"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        jb_len len = 7;
        assert_false(length_parse(slice_from(wrong[i]), &base, &len));
        assert_int_equal(len, 7);
    }
    assert_length("0", 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_are_exact),
        cmocka_unit_test(relative_units_take_their_base),
        cmocka_unit_test(named_sizes_are_known),
        cmocka_unit_test(nonsense_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
