#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/slice.h"
#include "base/slice_index.h"

static void
cuts_stay_inside(void **state)
{
    (void)state;
    slice s = SLICE_OF("abcdef");
    assert_true(slice_is(slice_cut(s, 1, 3), "bc"));
    assert_true(slice_is(slice_cut(s, 4, 99), "ef"));
    assert_int_equal(slice_cut(s, 99, 100).len, 0);
    assert_int_equal(slice_cut(s, 4, 2).len, 0);
    assert_true(slice_is(slice_trim(SLICE_OF(" \t甲 乙\r\n")), "甲 乙"));
    assert_int_equal(slice_trim(SLICE_OF(" \n ")).len, 0);
}

static void
comparison_is_by_bytes(void **state)
{
    (void)state;
    assert_true(slice_equal(SLICE_OF("甲"), slice_from("甲")));
    assert_false(slice_is(SLICE_OF("甲"), "甲乙"));
    assert_true(slice_compare(SLICE_OF("a"), SLICE_OF("ab")) < 0);
    assert_true(slice_compare(SLICE_OF("\xFF"), SLICE_OF("a")) > 0);
    assert_int_equal(slice_compare(SLICE_OF("乙"), SLICE_OF("乙")), 0);
    assert_true(slice_starts_with(SLICE_OF("全省第一"), SLICE_OF("全省")));
    assert_true(slice_ends_with(SLICE_OF("75以上"), SLICE_OF("以上")));
    assert_false(slice_ends_with(SLICE_OF("上"), SLICE_OF("以上")));
    static const slice words[] = {SLICE("全省"), SLICE("以上")};
    assert_true(slice_starts_with_any(SLICE_OF("全省第一"), words, 2));
    assert_false(slice_starts_with_any(SLICE_OF("第一全省"), words, 2));
    assert_true(slice_ends_with_any(SLICE_OF("75以上"), words, 2));
    assert_false(slice_ends_with_any(SLICE_OF("75以上"), words, 1));
}

static void
finding_ends_at_the_length(void **state)
{
    (void)state;
    assert_int_equal(slice_find(SLICE_OF("单位|计量"), SLICE_OF("|")), 6);
    assert_int_equal(slice_find(SLICE_OF("单位"), SLICE_OF("|")), 6);
    assert_int_equal(slice_find(SLICE_OF(""), SLICE_OF("x")), 0);
    assert_int_equal(slice_find(SLICE_OF("aab"), SLICE_OF("ab")), 1);
}

static void
builders_keep_what_was_added(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice_builder b = {.arena = a};
    assert_int_equal(builder_slice(&b).len, 0);
    for (int i = 0; i < 1000; i++)
        builder_printf(&b, "%d,", i);
    slice text = builder_slice(&b);
    assert_int_equal(text.len, 3890);
    assert_true(slice_ends_with(text, SLICE_OF("998,999,")));
    assert_int_equal(text.at[text.len], '\0');
    assert_true(slice_is(slice_join(a, SLICE_OF("甲"), SLICE_OF("乙")),
                         "甲乙"));
    arena_drop(a);
}

static void
an_index_finds_the_first_of_each_key(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice_index index = {.arena = a};
    assert_true(slice_index_lookup(&index, SLICE_OF("x")) ==
                SLICE_INDEX_NONE);
    for (size_t i = 0; i < 5000; i++) {
        slice key = slice_printf(a, "k%zu", i % 2500);
        size_t before = slice_index_add(&index, key, i);
        assert_true(before == (i < 2500 ? SLICE_INDEX_NONE : i - 2500));
    }
    for (size_t i = 0; i < 2500; i++)
        assert_int_equal(
            slice_index_lookup(&index, slice_printf(a, "k%zu", i)), i);
    arena_drop(a);
}

static void
words_are_cut_from_either_end(void **state)
{
    (void)state;
    static const slice words[] = {SLICE("的"), SLICE("同比"), SLICE("同")};
    slice s = SLICE_OF("同比的增速的同比同");
    assert_true(slice_is(slice_without_start(s, words, 3), "的增速的同比同"));
    assert_true(slice_is(slice_without_end(s, words, 3), "同比的增速的同比"));
    assert_true(slice_is(slice_without_starts(s, words, 3), "增速的同比同"));
    assert_true(slice_is(slice_without_ends(s, words, 3), "同比的增速"));
    s = SLICE_OF("增速");
    assert_true(slice_is(slice_without_start(s, words, 3), "增速"));
    assert_true(slice_is(slice_without_ends(s, words, 3), "增速"));
    s = SLICE_OF("的的同比");
    assert_int_equal(slice_without_starts(s, words, 3).len, 0);
    assert_int_equal(slice_without_ends(s, words, 3).len, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_stay_inside),
        cmocka_unit_test(comparison_is_by_bytes),
        cmocka_unit_test(finding_ends_at_the_length),
        cmocka_unit_test(builders_keep_what_was_added),
        cmocka_unit_test(an_index_finds_the_first_of_each_key),
        cmocka_unit_test(words_are_cut_from_either_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
