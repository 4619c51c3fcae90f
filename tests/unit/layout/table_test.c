#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>

#include "unit/layout/printed.h"

static const char RATES[] =
    "标题: 试\n时期: 2024\n指标:\n"
    "  a: {名称: 工业增加值, 单位: 亿元, 本期: 110, 上年同期: 100}\n"
    "  b: {名称: 固定资产投资, 单位: 亿元, 本期: 80, 上年同期: 100}\n"
    "  c: {名称: 零售总额, 单位: 亿元, 本期: 105, 上年同期: 100}\n"
    "  d: {名称: 行业利润, 单位: 亿元, 本期: 3, 上年同期: -1}\n"
    "  e: {名称: 城镇化率, 单位: \"%\", 本期: 61, 上年同期: 60}\n";

static bool
is_colour(jb_colour a, jb_colour b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}

/* Lengths of filled rectangles in the colour of rise or fall, falls negative:
 * there is no other such rectangle where no chart is. */
static size_t
bars_printed(const printed *p, double *lengths, size_t most)
{
    const style_chart *style = style_chart_of(p->style);
    size_t n = 0;
    for (size_t i = 0; i < p->pages->pages.n; i++) {
        const jb_display *d = &p->pages->pages.at[i].display;
        for (size_t k = 0; k < d->items.n; k++) {
            const display_item *item = &d->items.at[k];
            if (item->kind != DISPLAY_PATH || n == most)
                continue;
            jb_colour fill = item->shape.paint.fill;
            double width = path_bounds(&item->shape.path).w;
            if (is_colour(fill, style->rise))
                lengths[n++] = width;
            else if (is_colour(fill, style->fall))
                lengths[n++] = -width;
        }
    }
    return n;
}

/* Points and words have none: they share no scale with rates. */
static void
growth_has_bars_in_proportion(void **state)
{
    (void)state;
    double lengths[8];
    printed p = printed_from(RATES, "slide");
    assert_non_null(p.pages);
    assert_int_equal(bars_printed(&p, lengths, 8), 3);
    assert_true(lengths[0] > 0 && lengths[1] < 0 && lengths[2] > 0);
    assert_true(fabs(lengths[1] / lengths[0] + 2) < 0.01);
    assert_true(fabs(lengths[0] / lengths[2] - 2) < 0.01);
    printed_drop(&p);
}

static void
an_official_table_has_no_bars(void **state)
{
    (void)state;
    double lengths[8];
    printed p = printed_from(RATES, "gongwen");
    assert_non_null(p.pages);
    assert_int_equal(bars_printed(&p, lengths, 8), 0);
    printed_drop(&p);
}

/* One long unit may take a second line; nine names shall not for its sake. */
static void
the_room_goes_where_it_spares_most_lines(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice_builder b = {.arena = a};
    builder_add_text(&b, "标题: 试\n时期: 2024\n指标:\n");
    for (int i = 0; i < 9; i++)
        builder_printf(&b, "  m%d: {名称: 规模以上工业增加值%c, 单位: %s, "
                           "本期: 1234.5, 上年同期: 1200, "
                           "位次: 全省第%d/18}\n",
                       i, 'A' + i, i == 4 ? "吨标准煤/万元" : "亿元", i + 1);
    slice text = builder_slice(&b);
    printed p = printed_from(arena_printf(a, "%.*s", SLICE_ARGS(text)),
                             "gongwen");
    assert_non_null(p.pages);
    size_t whole = 0;
    for (size_t i = 0; i < p.pages->pages.n; i++)
        for (int k = 0; k < 9; k++)
            whole += printed_has(&p, i, arena_printf(
                                            a, "规模以上工业增加值%c",
                                            'A' + k));
    assert_int_equal(whole, 9);
    size_t n_unbroken = 0;
    for (size_t i = 0; i < p.runs.n; i++)
        n_unbroken += slice_find(p.runs.at[i].run->text,
                                 SLICE_OF("规模以上工业增加值")) <
                      p.runs.at[i].run->text.len;
    assert_int_equal(n_unbroken, 9);
    printed_drop(&p);
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(growth_has_bars_in_proportion),
        cmocka_unit_test(an_official_table_has_no_bars),
        cmocka_unit_test(the_room_goes_where_it_spares_most_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
