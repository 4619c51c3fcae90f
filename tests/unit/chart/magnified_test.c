/* Figures of many digits are told in a larger unit, rounded from their own
 * digits; those that are short, of two units, or would be lost stay. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "chart/magnified.h"

#define MOST 4

typedef struct sheet {
    chart_context context;
    chart_spec spec;
    chart_category categories[MOST];
    chart_series series;
    chart_datum data[MOST];
    chart_guide guide;
} sheet;

static jb_unit
yuan(int power)
{
    return (jb_unit){.kind = UNIT_AMOUNT, .power = power,
                     .name = power == 8   ? SLICE_OF("亿元")
                             : power == 4 ? SLICE_OF("万元")
                                          : SLICE_OF("元"),
                     .base = SLICE_OF("元")};
}

static chart_datum
datum(const char *label, const char *number)
{
    chart_datum d = {.has_value = true, .label = slice_from(label)};
    assert_true(decimal_parse(slice_from(number), &d.value));
    return d;
}

/* Columns of 元, labelled as given. */
static void
sheet_of(sheet *s, size_t n, const char *const labels[],
         const char *const numbers[])
{
    *s = (sheet){.context = {.arena = arena_new()}};
    for (size_t i = 0; i < n; i++) {
        s->categories[i].unit = yuan(0);
        s->data[i] = datum(labels[i], numbers[i]);
    }
    s->series = (chart_series){.role = SERIES_CURRENT, .data = s->data};
    s->spec = (chart_spec){.categories = s->categories, .n_categories = n,
                           .series = &s->series, .n_series = 1};
}

static void
expect(const chart_spec *spec, size_t i, const char *label)
{
    slice got = spec->series[0].data[i].label;
    char text[64] = {0};
    memcpy(text, got.at, got.len < 63 ? got.len : 63);
    assert_string_equal(text, label);
}

static void
long_figures_are_told_in_yi(void **state)
{
    (void)state;
    static const char *const labels[] = {"538249999999", "约250000000",
                                         "\u22121250000000", "0"};
    static const char *const numbers[] = {"538249999999", "250000000",
                                          "-1250000000", "0"};
    sheet s;
    sheet_of(&s, 4, labels, numbers);
    const chart_spec *told = magnified_from(&s.context, &s.spec);
    expect(told, 0, "5382.5");
    expect(told, 1, "约2.5");
    expect(told, 2, "\u221212.5");
    expect(told, 3, "0");
    assert_int_equal(told->categories[0].unit.power, 8);
    assert_true(decimal_to_double(told->series[0].data[1].value) == 2.5);
    expect(&s.spec, 0, "538249999999");
    arena_drop(s.context.arena);
}

static void
guides_are_told_in_it_too(void **state)
{
    (void)state;
    static const char *const labels[] = {"538249999999", "250000000000"};
    sheet s;
    sheet_of(&s, 2, labels, labels);
    s.guide = (chart_guide){.label = SLICE_OF("13地平均400000000000元"),
                            .unit = yuan(0)};
    assert_true(decimal_parse(SLICE_OF("400000000000"), &s.guide.low));
    s.series.guides = &s.guide;
    s.series.n_guides = 1;
    const chart_spec *told = magnified_from(&s.context, &s.spec);
    assert_true(slice_is(told->series[0].guides[0].label,
                         "13地平均4000.0亿元"));
    arena_drop(s.context.arena);
}

/* One axis has one unit, and so have its labels: no digit is lost. */
static void
mixed_figures_are_told_in_the_larger_unit(void **state)
{
    (void)state;
    static const char *const labels[] = {"96.85", "约1286400", "0", "500"};
    static const char *const numbers[] = {"96.85", "1286400", "0", "500"};
    sheet s;
    sheet_of(&s, 4, labels, numbers);
    s.categories[0].unit = yuan(8);
    for (size_t i = 1; i < 4; i++)
        s.categories[i].unit = yuan(4);
    const chart_spec *told = magnified_from(&s.context, &s.spec);
    expect(told, 0, "96.85");
    expect(told, 1, "约128.64");
    expect(told, 2, "0");
    expect(told, 3, "0.05");
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(told->categories[i].unit.power, 8);
    assert_true(decimal_to_double(told->series[0].data[1].value) == 128.64);
    arena_drop(s.context.arena);
}

/* 345.7亿元 and 12345元 in one chart: a category's unit is its label's. */
static void
small_ones_beside_great_ones_keep_their_unit(void **state)
{
    (void)state;
    static const char *const labels[] = {"538249999999", "37", "0"};
    sheet s;
    sheet_of(&s, 3, labels, labels);
    const chart_spec *told = magnified_from(&s.context, &s.spec);
    expect(told, 0, "5382.5");
    expect(told, 1, "37");
    assert_int_equal(told->categories[0].unit.power, 8);
    assert_int_equal(told->categories[1].unit.power, 0);
    assert_int_equal(told->categories[2].unit.power, 8);
    arena_drop(s.context.arena);
}

static void
others_stay(void **state)
{
    (void)state;
    static const char *const labels[] = {"538249999999", "37"};
    static const char *const few[] = {"412345", "37"};
    sheet s;
    sheet_of(&s, 2, labels, labels); /* 37 would be 0.0000亿元 */
    s.series.unit = yuan(0);
    assert_ptr_equal(magnified_from(&s.context, &s.spec), &s.spec);
    s.series.unit = (jb_unit){.power = 0};
    s.categories[1].unit = yuan(8); /* 538249999999元 has too many digits */
    assert_ptr_equal(magnified_from(&s.context, &s.spec), &s.spec);
    arena_drop(s.context.arena);
    sheet_of(&s, 2, few, few);
    assert_ptr_equal(magnified_from(&s.context, &s.spec), &s.spec);
    arena_drop(s.context.arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(long_figures_are_told_in_yi),
        cmocka_unit_test(small_ones_beside_great_ones_keep_their_unit),
        cmocka_unit_test(guides_are_told_in_it_too),
        cmocka_unit_test(mixed_figures_are_told_in_the_larger_unit),
        cmocka_unit_test(others_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
