#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "quantity/quantity.h"

static void
units_split_off_their_multiple(void **state)
{
    (void)state;
    static const struct {
        const char *text, *base;
        int power;
        unit_kind kind;
    } rows[] = {
        {"家", "家", 0, UNIT_COUNT},     {"亿元", "元", 8, UNIT_AMOUNT},
        {"万亿元", "元", 12, UNIT_AMOUNT}, {"万人次", "人次", 4, UNIT_COUNT},
        {"千米", "千米", 0, UNIT_AMOUNT}, {"%", "%", 0, UNIT_PERCENT},
        {"％", "%", 0, UNIT_PERCENT},    {"个百分点", "个百分点", 0, UNIT_POINT},
        {"", "", 0, UNIT_NONE},          {"千万元", "元", 7, UNIT_AMOUNT},
        {"吨标准煤/万元", "吨标准煤/万元", 0, UNIT_AMOUNT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        jb_unit u = unit_from(slice_from(rows[i].text));
        assert_true(slice_is(u.base, rows[i].base));
        assert_int_equal(u.power, rows[i].power);
        assert_int_equal(u.kind, rows[i].kind);
    }
}

typedef struct row {
    const char *text, *unit, *value;
    quantity_bound bound;
} row;

static void
quantities_are_read_as_people_write_them(void **state)
{
    (void)state;
    static const row rows[] = {
        {"2671", "家", "2671", BOUND_EXACT},
        {">75", "亿元", "75", BOUND_ABOVE},
        {"＞７５", "亿元", "75", BOUND_ABOVE},
        {"≥200", "家", "200", BOUND_AT_LEAST},
        {"50余", "项", "50", BOUND_ABOVE},
        {"50多项", "项", "50", BOUND_ABOVE},
        {"4500万元以上", "万元", "4500", BOUND_AT_LEAST},
        {"490左右", "家", "490", BOUND_APPROXIMATE},
        {"约30", "次", "30", BOUND_APPROXIMATE},
        {"不足 8", "家", "8", BOUND_AT_MOST},
        {"1,234,567.8", "元", "1234567.8", BOUND_EXACT},
        {"10 000", "元", "10000", BOUND_EXACT},
        {"1，234", "元", "1234", BOUND_EXACT},
        {"−3.20", "亿元", "-3.20", BOUND_EXACT},
        {"6230万元", "亿元", "0.6230", BOUND_EXACT},
        {"1.78亿元", "万元", "17800", BOUND_EXACT},
        {"58%", "%", "58", BOUND_EXACT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arena *a = arena_new();
        jb_diags *d = diags_new();
        jb_quantity q;
        assert_true(quantity_parse(a, slice_from(rows[i].text), SPAN_NONE,
                                   unit_from(slice_from(rows[i].unit)), &q,
                                   d));
        assert_string_equal(decimal_text(a, q.value).at, rows[i].value);
        assert_int_equal(q.bound, rows[i].bound);
        assert_true(slice_is(q.unit.name, rows[i].unit));
        diags_drop(d);
        arena_drop(a);
    }
}

static void
mistakes_are_named(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const diag_kind *kind;
    } rows[] = {
        {"", &QUANTITY_NOT_A_NUMBER},
        {"若干", &QUANTITY_NOT_A_NUMBER},
        {"12-15", &QUANTITY_NOT_A_NUMBER},
        {"1.2.3", &QUANTITY_NOT_A_NUMBER},
        {"1,23", &QUANTITY_GROUPING},
        {"1234,567", &QUANTITY_GROUPING},
        {"12345678901234567890", &QUANTITY_TOO_LONG},
        {"约50左右", &QUANTITY_TWO_BOUNDS},
        {"超过50余", &QUANTITY_TWO_BOUNDS},
        {"3亿元", &QUANTITY_UNIT_MISMATCH},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arena *a = arena_new();
        jb_diags *d = diags_new();
        jb_quantity q;
        assert_false(quantity_parse(a, slice_from(rows[i].text), SPAN_NONE,
                                    unit_from(SLICE_OF("家")), &q, d));
        assert_int_equal(diags_count(d), 1);
        assert_ptr_equal(diags_at(d, 0)->kind, rows[i].kind);
        diags_drop(d);
        arena_drop(a);
    }
}

static void
normalisation_is_reported(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_diags *d = diags_new();
    jb_quantity q;
    assert_true(quantity_parse(a, SLICE_OF("１,２３４"), SPAN_NONE,
                               unit_from(SLICE_OF("家")), &q, d));
    assert_int_equal(diags_count(d), 2);
    assert_ptr_equal(diags_at(d, 0)->kind, &QUANTITY_WAS_FULL_WIDTH);
    assert_ptr_equal(diags_at(d, 1)->kind, &QUANTITY_WAS_GROUPED);
    diags_drop(d);
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_split_off_their_multiple),
        cmocka_unit_test(quantities_are_read_as_people_write_them),
        cmocka_unit_test(mistakes_are_named),
        cmocka_unit_test(normalisation_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
