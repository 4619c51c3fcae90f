#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "prose/inspect.h"
#include "sample.h"

#define METRICS                                                              \
    "title: 样例\nperiod: 2022\n"                                             \
    "metrics:\n"                                                             \
    "  企业: {name: 科技型中小企业, unit: 家, value: 2671, growth: 251%,\n"    \
    "    note: 基数低。, parts: {入库: 1311, 公示: 1360},\n"                   \
    "    rank: {scope: 全省, place: 1, of: growth}}\n"                         \
    "  合同: {name: 技术合同成交额, short: 成交额, unit: 亿元,\n"               \
    "    value: \">75\", status: expected,\n"                                  \
    "    to-date: {until: 2022-10, value: 62.3}}\n"                            \
    "  失业: {name: 城镇调查失业率, unit: '%', value: 5.0, previous: 5.2}\n"   \
    "  高企: {name: 高企总量, unit: 家, value: 490, status: 预计}\n"

/* A section with this text; the codes of what is found in it. */
static void
check(const char *prose, const char *codes)
{
    arena *a = arena_new();
    slice_builder yaml = {.arena = a};
    builder_add_text(&yaml, METRICS "sections:\n  - heading: 节\n"
                                    "    text: |\n      ");
    builder_add_text(&yaml, prose);
    builder_add_text(&yaml, "\n");
    sample s = sample_from(builder_slice(&yaml).at);
    assert_non_null(s.facts);
    size_t before = diags_count(s.diags);
    inspect_document(a, s.facts, s.diags);
    slice_builder found = {.arena = a};
    for (size_t i = before; i < diags_count(s.diags); i++)
        builder_printf(&found, "%s%s", i > before ? " " : "",
                       diags_at(s.diags, i)->kind->code);
    if (!slice_is(builder_slice(&found), codes))
        fail_msg("%s: “%s”, not “%s”", prose, builder_slice(&found).at,
                 codes);
    sample_drop(&s);
    arena_drop(a);
}

static void
typed_levels_are_held_against_facts(void **state)
{
    (void)state;
    check("全市科技型中小企业达到2671家。", "");
    check("全市科技型中小企业达到2617家。", "PROSE_FIGURE_CONTRADICTS");
    check("科技型中小企业约761家。", "");
    check("科技型中小企业1311家。", "");
    check("城镇调查失业率为5.0%。", "");
    check("城镇调查失业率为5.1%。", "PROSE_FIGURE_CONTRADICTS");
    check("截至10月底，技术合同成交额达到62.3亿元。", "");
    check("截至10月底，技术合同成交额达到63.2亿元。",
          "PROSE_FIGURE_CONTRADICTS");
}

static void
typed_growth_and_ranks_are_too(void **state)
{
    (void)state;
    check("科技型中小企业增长251%。", "");
    check("科技型中小企业增长2.5倍。", "");
    check("科技型中小企业增长241%。", "PROSE_FIGURE_CONTRADICTS");
    check("科技型中小企业达到2671家，同比增长241%。",
          "PROSE_FIGURE_CONTRADICTS");
    check("城镇调查失业率下降0.2个百分点。", "");
    check("城镇调查失业率下降0.3个百分点。", "PROSE_FIGURE_CONTRADICTS");
    check("科技型中小企业居全省第1位。", "");
    check("科技型中小企业居全省第二位。", "PROSE_FIGURE_CONTRADICTS");
}

/* What is told of another time, place or body, is wanted or expected, or bounds
 * the figure truly, contradicts nothing. */
static void
other_settings_are_let_be(void **state)
{
    (void)state;
    check("2020年，科技型中小企业达到611家。", "");
    check("上半年，科技型中小企业达到1511家，增长20%。", "");
    check("去年，全市科技型中小企业达到761家。", "");
    check("全省科技型中小企业达到22671家，增长31%。", "");
    check("全国科技型中小企业45.4万家。", "");
    check("北城区：科技型中小企业达到671家。", "");
    check("市属科技型中小企业达到71家。", "");
    check("到2025年，科技型中小企业达到5000家。", "");
    check("预计明年科技型中小企业达到3000家。", "");
    check("科技型中小企业突破2500家。", "");
    check("科技型中小企业约2670家。", "");
    check("科技型中小企业约2610家。", "PROSE_FIGURE_CONTRADICTS");
    check("2022年，全市拥有科技型中小企业2617家。",
          "PROSE_FIGURE_CONTRADICTS");
    check("全年科技型中小企业达到2617家。", "PROSE_FIGURE_CONTRADICTS");
}

/* C10: a lower bound or a forecast is not a fact. */
static void
qualifiers_must_stay(void **state)
{
    (void)state;
    check("预计技术合同成交额突破75亿元。", "");
    check("预计技术合同成交额75亿元。", "PROSE_BOUND_DROPPED");
    check("预计高企总量达到490家。", "");
    check("高企总量达到490家。", "PROSE_STATUS_DROPPED");
}

static void
what_placeholders_write_is_not_held(void **state)
{
    (void)state;
    check("科技型中小企业{企业}，同比{企业.growth}，{企业.rank}。", "");
    check("预计技术合同成交额{合同|long}。", "");
    check("{企业.sentence}。", "");
}

static void
places_are_exact(void **state)
{
    (void)state;
    sample s = sample_from(METRICS "sections:\n  - heading: 节\n    text: |\n"
                                   "      其他。\n"
                                   "      科技型中小企业{企业.rank}，"
                                   "科技型中小企业2617家。\n");
    arena *a = arena_new();
    size_t before = diags_count(s.diags);
    inspect_document(a, s.facts, s.diags);
    assert_int_equal(diags_count(s.diags), before + 1);
    const jb_diag *d = diags_at(s.diags, before);
    slice text = span_text(d->span);
    assert_true(slice_is(text, "2617家"));
    assert_true(slice_find(d->message, SLICE_OF("2671家")) < d->message.len);
    arena_drop(a);
    sample_drop(&s);
}

static const char *const HOSTILE[] = {
    "9", "一", "院士", "增长12%", "翻一番", "其中3家、", "分别4家", "(“《",
    "共计", "，", "由3家增加到2家", "“科技贷”4笔", "2022年1114日", "-", "万",
    "由负转正", "、、", "（", "截至10月底62.3亿元，比2021年全年增长3%",
    "出口3亿元，进口2亿元，顺差9亿元", "《甲乙丙丁戊己庚》", "唯一3家",
    "2022年11月14日\n", "圆满完成年度任务", "1—9月产值9亿元。",
    "增长5%，比一季度加快0.5个百分点", "2 671家，", "12家中居第13位",
};

/* Long nonsense ends, and ends soon: each word alone and all in turn. */
static void
nonsense_is_survived(void **state)
{
    (void)state;
    const size_t n = sizeof HOSTILE / sizeof *HOSTILE;
    for (size_t i = 0; i <= n; i++) {
        arena *a = arena_new();
        jb_diags *diags = diags_new();
        slice_builder b = {.arena = a};
        for (size_t k = 0; k < 1500; k++)
            builder_add_text(&b, HOSTILE[i < n ? i : k % n]);
        jb_source *source =
                source_from_bytes(SLICE_OF("x"), builder_slice(&b));
        inspect_passage(a, passage_from_source(a, source), NULL, diags);
        size_t most = INSPECT_MOST + b.len / INSPECT_BYTES;
        assert_true(diags_count(diags) <= most + 400);
        source_drop(source);
        diags_drop(diags);
        arena_drop(a);
    }
}

#define PARAGRAPH                                                            \
    "1—10月，全市技术合同成交额62.3亿元，同比增长38.2%，增速比1—9月加快"         \
    "0.6个百分点；其中输出技术合同成交额34.1亿元，占54.7%。截至10月底，全市"    \
    "共有高新技术企业490家，比上年末增加78家，增长18.9%，总量居全省第3位。"

/* Much prose, in lines or in one: nothing is found that is not in one
 * paragraph. That time grows with the text alone, `make bench` shows. */
static void
much_is_no_matter(void **state)
{
    (void)state;
    for (int is_one_line = 0; is_one_line < 2; is_one_line++) {
        arena *a = arena_new();
        jb_diags *diags = diags_new();
        slice_builder b = {.arena = a};
        while (b.len < 1u << 18)
            builder_add_text(&b, is_one_line ? PARAGRAPH : PARAGRAPH "\n");
        jb_source *source =
                source_from_bytes(SLICE_OF("x"), builder_slice(&b));
        inspect_passage(a, passage_from_source(a, source), NULL, diags);
        assert_int_equal(diags_count(diags), 0);
        source_drop(source);
        diags_drop(diags);
        arena_drop(a);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typed_levels_are_held_against_facts),
        cmocka_unit_test(typed_growth_and_ranks_are_too),
        cmocka_unit_test(other_settings_are_let_be),
        cmocka_unit_test(qualifiers_must_stay),
        cmocka_unit_test(what_placeholders_write_is_not_held),
        cmocka_unit_test(places_are_exact),
        cmocka_unit_test(nonsense_is_survived),
        cmocka_unit_test(much_is_no_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
