#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "chart/magnitude.h"

static const jb_unit yuan = {SLICE("元"), SLICE("元"), 0, UNIT_AMOUNT};
static const jb_unit myriad = {SLICE("万元"), SLICE("元"), 4, UNIT_AMOUNT};
static const jb_unit percent = {SLICE("%"), SLICE("%"), 0, UNIT_PERCENT};

static void
assert_unit(jb_unit unit, double most, const char *name, double counted)
{
    arena *a = arena_new();
    jb_unit chosen = magnitude_unit(a, unit, most);
    assert_true(slice_is(chosen.name, name));
    double is = magnitude_in(most, unit, chosen);
    assert_true(is > counted * (1 - 1e-12) && is < counted * (1 + 1e-12));
    arena_drop(a);
}

static void
small_numbers_keep_their_unit(void **state)
{
    (void)state;
    assert_unit(yuan, 99999, "元", 99999);
    assert_unit(yuan, 2812345, "元", 2812345);
    assert_unit(myriad, 1286400, "万元", 1286400);
    assert_unit(percent, 4502100, "%", 4502100);
}

static void
large_numbers_count_in_ten_thousands(void **state)
{
    (void)state;
    assert_unit(yuan, 12345678, "万元", 1234.5678);
    assert_unit(yuan, 178000000, "万元", 17800);
    assert_unit(yuan, 2e9, "亿元", 20);
    assert_unit(myriad, 3e7, "亿元", 3000);
    assert_unit(yuan, 1.3e17, "万亿元", 130000);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_numbers_keep_their_unit),
        cmocka_unit_test(large_numbers_count_in_ten_thousands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
