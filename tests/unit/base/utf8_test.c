#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/utf8.h"

static void
every_scalar_value_round_trips(void **state)
{
    (void)state;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
        char bytes[4];
        slice s = {bytes, utf8_encode(code, bytes)};
        size_t next = 0, before = s.len;
        uint32_t expected = is_surrogate ? UTF8_REPLACEMENT : code;
        if (utf8_next(s, &next) != expected || next != s.len ||
            utf8_before(s, &before) != expected || before != 0)
            fail_msg("U+%04X", code);
    }
}

/* Unicode Standard 15.0, 3.9: the examples of maximal subparts. */
static void
ill_formed_sequences_are_replaced_by_parts(void **state)
{
    (void)state;
    static const struct {
        slice bytes;
        size_t n; /* code points, bad parts counted as one each */
    } rows[] = {
        {SLICE("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"), 9},
        {SLICE("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41"), 9},
        {SLICE("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42"), 9},
        {SLICE("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"), 5},
        {SLICE("\xE5\x8D"), 1},
        {SLICE("甲\xFF乙"), 3},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(utf8_count(rows[i].bytes), rows[i].n);
        assert_true(utf8_check(rows[i].bytes) < rows[i].bytes.len);
    }
}

static void
the_first_bad_byte_is_found(void **state)
{
    (void)state;
    assert_int_equal(utf8_check(SLICE_OF("")), 0);
    assert_int_equal(utf8_check(SLICE_OF("甲a😀")), 8);
    assert_int_equal(utf8_check(SLICE_OF("甲\xE4\xB9")), 3);
    assert_int_equal(utf8_check(SLICE_OF("a\x80")), 1);
}

/* Walking back visits the same places as walking on. */
static void
both_directions_agree(void **state)
{
    (void)state;
    uint32_t seed = 5;
    for (int i = 0; i < 2000; i++) {
        char bytes[12];
        for (size_t j = 0; j < sizeof bytes; j++) {
            seed = seed * 1664525u + 1013904223u;
            bytes[j] = (char)(seed >> 24);
        }
        slice s = {bytes, sizeof bytes};
        if (utf8_check(s) < s.len)
            s.len = utf8_check(s);
        size_t on = 0, back = s.len, n = 0;
        while (on < s.len) {
            utf8_next(s, &on);
            n++;
        }
        while (back > 0) {
            utf8_before(s, &back);
            n--;
        }
        assert_int_equal(n, 0);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_scalar_value_round_trips),
        cmocka_unit_test(ill_formed_sequences_are_replaced_by_parts),
        cmocka_unit_test(the_first_bad_byte_is_found),
        cmocka_unit_test(both_directions_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
