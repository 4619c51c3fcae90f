#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "prose/extract.h"
#include "sample.h"

static bool
has(slice text, const char *part)
{
    return slice_find(text, slice_from(part)) < text.len;
}

/* The draft from `report` has each of `parts` (to a NULL), and the reader
 * takes it without an error. */
static void
check(const char *report, const char *const *parts)
{
    arena *a = arena_new();
    slice draft = extract_from_text(a, slice_from(report));
    for (; *parts != NULL; parts++)
        if (!has(draft, *parts))
            fail_msg("no “%s” in\n%s", *parts, draft.at);
    sample s = sample_from(draft.at);
    if (s.metrics == NULL || diags_has_errors(s.diags))
        fail_msg("%s in\n%s", sample_codes(&s), draft.at);
    sample_drop(&s);
    arena_drop(a);
}

static void
growth_and_rank_go_with_their_level(void **state)
{
    (void)state;
    check("全市科技型中小企业达到2671家,与2021年相比增长251%,增幅位列全省第一。",
          (const char *const[]){"名称: \"科技型中小企业\"", "单位: \"家\"",
                                "本期: \"2671\"", "同比: \"251%\"",
                                "位次: {范围: \"全省\", 名次: 1, 依据: 增幅}",
                                "来源: \"第1行：", NULL});
}

static void
to_date_and_expected_make_one_metric(void **state)
{
    (void)state;
    check("截至2022年10月底,全市技术合同成交额达到62.3亿元,全年有望突破75亿元,"
          "稳居全省第三。",
          (const char *const[]){
                  "名称: \"技术合同成交额\"", "本期: \">75\"", "状态: 预计",
                  "累计: {截至: 2022-10, 数值: \"62.3\"}",
                  "位次: \"全省第3\"", NULL});
}

static void
parts_that_add_up_are_parts(void **state)
{
    (void)state;
    check("评价入库企业1311家，完成公示企业1360家，共计2671家。",
          (const char *const[]){"本期: \"2671\"", "其中:\n",
                                ": \"1311\"\n", ": \"1360\"\n", NULL});
}

static void
what_follows_the_figure_can_name_it(void **state)
{
    (void)state;
    check("甲公司、乙公司等4家企业被认定为示范企业。聚焦21个重点产业链。",
          (const char *const[]){"企业被认定为示范企业", "名称: \"重点产业链\"",
                                NULL});
}

static void
qualifiers_are_kept(void **state)
{
    (void)state;
    check("预计全年新认定高企200家以上，组织培训30余次，总量将达到490家左右。",
          (const char *const[]){"本期: \"200以上\"", "本期: \">30\"",
                                "本期: \"490左右\"", NULL});
}

static void
the_same_figure_is_one_metric(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice draft = extract_from_text(
            a, SLICE_OF("全市高新技术企业490家。\n全市高新技术企业490家。\n"));
    assert_true(has(draft, "  m1:"));
    assert_false(has(draft, "  m2:"));
    arena_drop(a);
}

static void
what_has_no_place_is_listed(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice draft = extract_from_text(
            a, SLICE_OF("全市共有135企业参加市赛。\n规模实现翻一番。\n"));
    assert_true(has(draft, "# 第1行：135"));
    assert_true(has(draft, "# 第2行：翻一番"));
    arena_drop(a);
}

/* Quotes, backslashes and control characters in names cannot break the
 * draft; nor can any text. */
static void
drafts_can_always_be_read(void **state)
{
    (void)state;
    static const char *const words[] = {
        "企业", "12家", "\"", "\\", "\n", "：", "增长5%", "- ", "{x}",
        "第3位", "居全省", "\t", "预计", "1.5亿元", "以上", "#", "，", "。"};
    uint32_t seed = 5;
    for (int i = 0; i < 400; i++) {
        arena *a = arena_new();
        slice_builder b = {.arena = a};
        builder_add_text(&b, "全市企业12家。");
        for (int k = 0; k < 40; k++) {
            seed = seed * 1664525u + 1013904223u;
            builder_add_text(&b, words[(seed >> 16) % 18]);
        }
        slice draft = extract_from_text(a, builder_slice(&b));
        sample s = sample_from(draft.at);
        for (size_t d = 0; d < diags_count(s.diags); d++) {
            const diag_kind *kind = diags_at(s.diags, d)->kind;
            const char *code = kind->code;
            bool is_syntax = strncmp(code, "TREE_", 5) == 0;
            if (is_syntax && kind->severity == DIAG_ERROR)
                fail_msg("%s in\n%s", code, draft.at);
        }
        sample_drop(&s);
        arena_drop(a);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(growth_and_rank_go_with_their_level),
        cmocka_unit_test(to_date_and_expected_make_one_metric),
        cmocka_unit_test(parts_that_add_up_are_parts),
        cmocka_unit_test(what_follows_the_figure_can_name_it),
        cmocka_unit_test(qualifiers_are_kept),
        cmocka_unit_test(the_same_figure_is_one_metric),
        cmocka_unit_test(what_has_no_place_is_listed),
        cmocka_unit_test(drafts_can_always_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
