/* normal: what is typed, and what is set of it. */
#include "fixture.h"

static const char *const PAIRS[][2] = {
    /* Behind the label of a figure or a paragraph an em stays an em. */
    {"图1\u3000各市产值", "图1\u3000各市产值"},
    {"表2-1\u3000主要指标", "表2-1\u3000主要指标"},
    {"附录A\u3000名单", "附录A\u3000名单"},
    {"1.2\u3000范围", "1.2\u3000范围"},
    {"第一章\u3000总则", "第一章\u3000总则"},
    /* In a sentence it is a typed space, that the gap takes the place of. */
    {"增长\u30005.6%", "增长 5.6%"},
    {"完成12\u3000亿元", "完成12 亿元"},
    {"2022\u3000年完成", "2022 年完成"},
    {"国\u3000A\u3000国", "国 A 国"},
};

static void
wide_spaces_are_kept_where_they_are_meant(void **state)
{
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        arena *a = arena_new();
        text_options options = TEXT_OPTIONS;
        jb_paragraph *p =
            set_text(*state, a, slice_from(PAIRS[i][0]), &options);
        if (!slice_is(p->text, PAIRS[i][1]))
            fail_msg("%.*s, not %s", SLICE_ARGS(p->text), PAIRS[i][1]);
        arena_drop(a);
    }
}

/* Within a sentence, as wide as the gap without a space. */
static void
wide_spaces_beside_figures_are_gaps(void **state)
{
    const fixture *f = *state;
    arena *a = arena_new();
    text_options options = TEXT_OPTIONS;
    jb_paragraph *typed =
        set_text(f, a, SLICE_OF("增长\u30005.6%，"), &options);
    jb_paragraph *bare = set_text(f, a, SLICE_OF("增长5.6%，"), &options);
    jb_paragraph *label =
        set_text(f, a, SLICE_OF("图1\u3000各市"), &options);
    jb_paragraph *joined = set_text(f, a, SLICE_OF("图1各市"), &options);
    assert_int_equal(typed->lines[0].width, bare->lines[0].width);
    assert_int_equal(label->lines[0].width - joined->lines[0].width,
                     EM - EM / 4);
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wide_spaces_are_kept_where_they_are_meant),
        cmocka_unit_test(wide_spaces_beside_figures_are_gaps),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
