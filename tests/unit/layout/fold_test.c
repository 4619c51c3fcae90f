#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "unit/layout/printed.h"

/* `n` metrics with names of one length, of which every k-th has a note. */
static const char *
many(arena *a, int n, int k, const char *more)
{
    slice_builder b = {.arena = a};
    builder_add_text(&b, "标题: 试\n时期: 2024\n摘要: 无\n指标:\n");
    for (int i = 0; i < n; i++) {
        builder_printf(&b, "  m%d: {名称: 重点项目第%03d, 单位: 项, "
                           "本期: %d%s", i, i, 1000 + i, more);
        if (k > 0 && i % k == 0)
            builder_printf(&b, ", 说明: 口径说明之%d", i);
        builder_add_text(&b, "}\n");
    }
    slice text = builder_slice(&b);
    return arena_printf(a, "%.*s", SLICE_ARGS(text));
}

static const printed_run *
find(const printed *p, const char *text)
{
    const printed_run *found = NULL;
    for (size_t i = 0; i < p->runs.n; i++)
        if (slice_equal(p->runs.at[i].run->text, slice_from(text))) {
            assert_null(found); /* once */
            found = &p->runs.at[i];
        }
    return found;
}

static size_t
count(const printed *p, size_t page, const char *text)
{
    size_t n = 0;
    for (size_t i = 0; i < p->runs.n; i++)
        n += p->runs.at[i].page == page &&
             slice_equal(p->runs.at[i].run->text, slice_from(text));
    return n;
}

static void
a_long_narrow_table_stands_in_two_columns(void **state)
{
    (void)state;
    arena *a = arena_new();
    printed p = printed_from(many(a, 40, 0, ""), "briefing");
    assert_non_null(p.pages);
    assert_int_equal(p.pages->pages.n, 1);
    const printed_run *first = find(&p, "1000"), *last = find(&p, "1039");
    const printed_run *left = find(&p, "1019"), *right = find(&p, "1020");
    assert_true(first && last && left && right);
    assert_int_equal(first->left, left->left);
    assert_int_equal(right->left, last->left);
    assert_true(right->left > style_page_of(p.style)->size.w / 2);
    assert_int_equal(first->run->origin.y, right->run->origin.y);
    assert_int_equal(left->run->origin.y, last->run->origin.y);
    /* Each column has its head, the second one's no part of the text. */
    assert_int_equal(count(&p, 0, "指标"), 2);
    size_t n_artifacts = 0;
    for (size_t i = 0; i < p.runs.n; i++)
        n_artifacts += p.runs.at[i].is_artifact &&
                       slice_equal(p.runs.at[i].run->text,
                                   slice_from("指标"));
    assert_int_equal(n_artifacts, 1);
    printed_drop(&p);
    arena_drop(a);
}

static void
it_goes_on_under_its_caption(void **state)
{
    (void)state;
    arena *a = arena_new();
    printed p = printed_from(many(a, 90, 0, ""), "briefing");
    assert_non_null(p.pages);
    assert_int_equal(p.pages->pages.n, 2);
    assert_true(printed_has(&p, 1, "（续表）"));
    assert_int_equal(count(&p, 1, "指标"), 2);
    for (int i = 0; i < 90; i++)
        assert_non_null(find(&p, arena_printf(a, "%d", 1000 + i)));
    printed_drop(&p);
    arena_drop(a);
}

static void
a_table_of_many_columns_or_few_rows_does_not(void **state)
{
    (void)state;
    arena *a = arena_new();
    printed wide = printed_from(
        many(a, 60, 0, ", 上年同期: 900, 位次: 全省第5/18"), "briefing");
    assert_non_null(wide.pages);
    assert_int_equal(count(&wide, 0, "指标"), 1);
    printed_drop(&wide);
    printed few = printed_from(many(a, 14, 0, ""), "briefing");
    assert_non_null(few.pages);
    assert_int_equal(count(&few, 0, "指标"), 1);
    printed_drop(&few);
    arena_drop(a);
}

/* What the columns leave out has taken its notes with it: the notes of every
 * page stand on it. */
static void
its_notes_stand_under_it(void **state)
{
    (void)state;
    arena *a = arena_new();
    printed p = printed_from(many(a, 120, 6, ""), "gongwen");
    assert_non_null(p.pages);
    for (int i = 0; i < 120; i += 6) {
        const printed_run *row = find(&p, arena_printf(a, "%d", 1000 + i));
        assert_non_null(row);
        assert_true(printed_has(&p, row->page,
                                arena_printf(a, "口径说明之%d", i)));
    }
    printed_drop(&p);
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_long_narrow_table_stands_in_two_columns),
        cmocka_unit_test(it_goes_on_under_its_caption),
        cmocka_unit_test(a_table_of_many_columns_or_few_rows_does_not),
        cmocka_unit_test(its_notes_stand_under_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
