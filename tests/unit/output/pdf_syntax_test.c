#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "output/pdf_syntax.h"

static slice_builder
builder(void **state)
{
    return (slice_builder){.arena = *state};
}

static int
open_arena(void **state)
{
    *state = arena_new();
    return 0;
}

static int
drop_arena(void **state)
{
    arena_drop(*state);
    return 0;
}

static void
decimals_have_no_needless_digits(void **state)
{
    static const struct {
        pdf_milli value;
        const char *text;
    } cases[] = {{0, "0"},       {1, ".001"},       {-5, "-.005"},
                 {1500, "1.5"},  {-1000, "-1"},     {12345, "12.345"},
                 {10, ".01"},    {841890, "841.89"}, {INT64_MIN + 1, NULL},
                 {100, ".1"},    {-999, "-.999"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        slice_builder b = builder(state);
        pdf_add_milli(&b, cases[i].value);
        if (cases[i].text != NULL)
            assert_string_equal(builder_slice(&b).at, cases[i].text);
    }
}

/* Every written decimal reads back as the number it was made from. */
static void
decimals_read_back(void **state)
{
    uint64_t random = 42;
    for (int i = 0; i < 20000; i++) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        pdf_milli value = (pdf_milli)(random >> 33) - (1 << 30);
        slice_builder b = builder(state);
        pdf_add_milli(&b, value >> (i % 31));
        double read = strtod(builder_slice(&b).at, NULL);
        assert_int_equal((int64_t)(read * 1000 + (read < 0 ? -.5 : .5)),
                         value >> (i % 31));
    }
}

static void
lengths_round_half_away_from_zero(void **state)
{
    (void)state;
    assert_int_equal(pdf_milli_of(LEN_PER_PT), 1000);
    assert_int_equal(pdf_milli_of(-LEN_PER_PT * 3 / 2), -1500);
    assert_int_equal(pdf_milli_of(64), 63); /* 62.5 */
    assert_int_equal(pdf_milli_of(-64), -63);
    assert_int_equal(pdf_milli_of(INT32_MAX), 2097151999);
    for (jb_len l = 0; l < 100000; l += 7)
        assert_int_equal(pdf_milli_of(l), -pdf_milli_of(-l));
}

static void
strings_are_escaped_or_hexadecimal(void **state)
{
    slice_builder b = builder(state);
    pdf_add_text(&b, SLICE_OF("a(b\\)c"));
    pdf_add_text(&b, SLICE_OF("中𠮷"));
    pdf_add_bytes(&b, SLICE_OF("\x01图"));
    pdf_add_name(&b, SLICE_OF("text/csv #1"));
    assert_string_equal(builder_slice(&b).at,
                        "(a\\(b\\\\\\)c)<FEFF4E2DD842DFB7><01E59BBE>"
                        "/text#2Fcsv#20#231");
}

static void
ill_formed_text_becomes_a_replacement(void **state)
{
    slice_builder b = builder(state);
    pdf_add_text(&b, SLICE_OF("\xFFz"));
    assert_string_equal(builder_slice(&b).at, "<FEFFFFFD007A>");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(decimals_have_no_needless_digits,
                                        open_arena, drop_arena),
        cmocka_unit_test_setup_teardown(decimals_read_back, open_arena,
                                        drop_arena),
        cmocka_unit_test(lengths_round_half_away_from_zero),
        cmocka_unit_test_setup_teardown(strings_are_escaped_or_hexadecimal,
                                        open_arena, drop_arena),
        cmocka_unit_test_setup_teardown(
            ill_formed_text_becomes_a_replacement, open_arena, drop_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
