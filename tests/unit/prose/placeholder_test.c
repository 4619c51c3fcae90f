#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "prose/placeholder.h"
#include "sample.h"

#define METRICS                                                              \
    "title: 样例\n"                                                            \
    "period: 2022\n"                                                         \
    "metrics:\n"                                                             \
    "  企业: {name: 科技型中小企业, short: 中小企业, unit: 家, value: 2671,\n" \
    "    growth: 251%, parts: {入库: 1311, 公示: 1360},\n"                    \
    "    rank: {scope: 全省, place: 1, of: growth}}\n"                         \
    "  合同: {name: 成交额, unit: 亿元, value: \">75\", status: expected,\n"    \
    "    growth: 280.57%, to-date: {until: 2022-10, value: 62.3}}\n"         \
    "  高企: {name: 高企总量, unit: 家, value: 490左右, status: 预计}\n"        \
    "  新增: {name: 新认定高企, unit: 家, value: 200以上}\n"                   \
    "  培训: {name: 培训, unit: 次, value: 30余}\n"                           \
    "  投资: {name: 投资, unit: 亿元, value: 538.2, previous: 575.6,\n"       \
    "    target: 1000}\n"                                                    \
    "  失业: {name: 失业率, unit: '%', value: 5.0, previous: 5.2}\n"          \
    "  覆盖: {name: 覆盖率, unit: '%', value: 59.1, previous: 58.3}\n"        \
    "  水质: {name: 优良率, unit: '%', value: 92.3, previous: 92.3}\n"        \
    "  扭亏: {name: 煤炭利润, unit: 亿元, value: 1.8, previous: -3.2}\n"      \
    "  转亏: {name: 建材利润, unit: 亿元, value: -0.6, previous: 2.1}\n"      \
    "  减亏: {name: 化工利润, unit: 亿元, value: -2.3, previous: -5.4}\n"     \
    "  增亏: {name: 纺织利润, unit: 亿元, value: -1.9, previous: -1.2}\n"     \
    "  仓库: {name: 保税仓, unit: 个, value: 3, previous: 0}\n"               \
    "  气温: {name: 平均气温, unit: 摄氏度, value: 1.2, previous: -0.5}\n"    \
    "  方阵: {name: 载体, unit: 家, value: 4, rank: 全省第一方阵}\n"           \
    "  游客: {name: 游客, unit: 万人次, value: 820左右, previous: 655}\n"

/* `prose` filled, which must give `expected` and the codes. */
static void
check(const char *prose, const char *expected, const char *codes)
{
    sample s = sample_from(METRICS);
    assert_non_null(s.facts);
    jb_diags *diags = diags_new();
    prose_writer w = sample_writer(&s);
    w.diags = diags;
    metrics_text text = {.text = slice_from(prose)};
    prose_text filled = placeholder_fill(&w, &text);
    assert_string_equal(prose_plain(s.arena, &filled).at, expected);
    slice_builder found = {.arena = s.arena};
    for (size_t i = 0; i < diags_count(diags); i++)
        builder_printf(&found, "%s%s", i > 0 ? " " : "",
                       diags_at(diags, i)->kind->code);
    assert_string_equal(builder_slice(&found).at, codes);
    diags_drop(diags);
    sample_drop(&s);
}

static void
levels_have_unit_and_bound(void **state)
{
    (void)state;
    check("{企业}", "2671家", "");
    check("{新增}", "200家以上", "");
    check("{高企}", "490家左右", "");
    check("{高企|short}", "约490家", "");
    check("{培训}", "30余次", "");
    check("{合同}", "超过75亿元", "");
    check("{合同|short}", "超75亿元", "");
    check("{合同|number}", "75", "");
    check("{转亏}", "−0.6亿元", "");
    check("{企业.previous}", "约761家", "");
}

static void
long_forms_have_verb_and_tense(void **state)
{
    (void)state;
    check("{企业|long}", "达到2671家", "");
    check("{转亏|long}", "为−0.6亿元", "");
    check("{减亏.previous|long}", "为−5.4亿元", "");
    check("{投资.句子}",
          "投资538.2亿元，比上年下降6.5%，完成全年目标的53.8%", "");
    check("{投资.句子|短}", "投资538.2亿元，比上年下降6.5%", "");
    check("{高企|全}", "预计将达到490家左右", "");
    check("{合同|long}", "预计将突破75亿元", "");
    check("{培训|long}", "达到30余次", "");
    check("{合同.to-date|long}", "截至10月底达到62.3亿元", "");
    check("{合同.to-date}", "62.3亿元", "");
}

static void
growth_is_said_as_releases_do(void **state)
{
    (void)state;
    check("{企业.growth}", "增长251%", "");
    check("{企业.同比|times}", "增长2.51倍", "");
    check("{投资.growth|times}", "下降6.5%", "");
    check("{投资.growth}", "下降6.5%", "");
    check("{投资.growth|number}", "−6.5%", "");
    check("{失业.growth}", "下降0.2个百分点", "");
    check("{覆盖.growth}", "提高0.8个百分点", "");
    check("{水质.growth}", "持平", "");
    check("{扭亏.growth}", "扭亏为盈", "");
    check("{转亏.growth}", "由盈转亏", "");
    check("{减亏.growth}", "减亏3.1亿元", "");
    check("{增亏.growth}", "增亏0.7亿元", "");
    check("{仓库.growth}", "净增3个", "");
    check("{气温.growth}", "由负转正", "");
    check("{合同.growth}", "增长280.57%以上", "");
    check("{合同.growth|long}", "预计增长280.57%以上", "");
    check("{游客.growth}", "增长25%左右", "");
}

static void
other_figures_have_their_words(void **state)
{
    (void)state;
    check("{企业.name}{企业.name|short}", "科技型中小企业中小企业", "");
    check("{企业.rank}，{企业.rank|short}", "增幅居全省第1位，全省第1", "");
    check("{方阵.rank}，{方阵.位次|long}",
          "居全省第一方阵，位居全省第一方阵", "");
    check("{投资.delta}", "减少37.4亿元", "");
    check("{投资.target}，{投资.completion}", "1000亿元，53.8%", "");
    check("{企业.part.入库}占{企业.share.入库}", "1311家占49.1%", "");
    check("{企业.其中.公示}", "1360家", "");
    check("{企业.sentence}",
          "科技型中小企业达到2671家，比上年增长251%，增幅居全省第1位", "");
    check("{企业.sentence}。{企业.sentence}",
          "科技型中小企业达到2671家，比上年增长251%，增幅居全省第1位。"
          "科技型中小企业2671家，比上年增长251%，增幅居全省第1位", "");
}

static void
braces_can_be_printed(void **state)
{
    (void)state;
    check("{{企业}}", "{企业}", "");
    check("a{{b", "a{b", "");
    check("没有占位", "没有占位", "");
    check("", "", "");
}

static void
mistakes_are_found(void **state)
{
    (void)state;
    check("{企", "", "PROSE_UNCLOSED");
    check("{企业\n}", "\n}", "PROSE_UNCLOSED");
    check("{}", "", "PROSE_EMPTY");
    check("{企也}", "", "PROSE_METRIC_UNKNOWN");
    check("{企业.groth}", "", "PROSE_PLACEHOLDER_UNKNOWN");
    check("{企业|shrt}", "", "PROSE_OPTION_UNKNOWN");
    check("{企业.part.甲}", "", "PROSE_PART_UNKNOWN");
    check("{企业.part}", "", "PROSE_PART_UNKNOWN");
    check("{企业.target}", "", "PROSE_FACT_ABSENT");
    check("{高企.growth}", "", "PROSE_FACT_ABSENT");
}

/* A typed verb and the figure's own must not meet, nor contradict. */
static void
verbs_meet_their_figures(void **state)
{
    (void)state;
    check("增长{企业.growth|number}", "增长251%", "");
    check("下降{投资.growth|number}", "下降6.5%", "");
    check("增长{投资.growth|number}", "增长−6.5%", "PROSE_VERB_CONTRADICTS");
    check("下降{企业.growth}", "下降增长251%", "PROSE_VERB_CONTRADICTS");
    check("增长{企业.growth}", "增长增长251%", "PROSE_WORD_TWICE");
    check("{企业}家。", "2671家家。", "PROSE_UNIT_TWICE");
    check("{企业}家庭", "2671家家庭", "");
    check("{企业|number}家。", "2671家。", "");
}

/* Every row of the table is understood under both its names. */
static void
rows_answer_to_their_names(void **state)
{
    (void)state;
    const placeholder_row *rows;
    size_t n = placeholder_rows(&rows);
    sample s = sample_from(METRICS);
    jb_diags *diags = diags_new();
    prose_writer w = {s.arena, s.facts, diags};
    for (size_t i = 0; i < n; i++) {
        const char *first = strchr(rows[i].chinese, '|');
        int len = (int)(first != NULL ? (size_t)(first - rows[i].chinese)
                                      : strlen(rows[i].chinese));
        metrics_text text = {.text = slice_printf(
                                     s.arena, "{企业.%s}{企业.%.*s}",
                                     rows[i].name, len, rows[i].chinese)};
        placeholder_fill(&w, &text);
        assert_true(strlen(rows[i].doc) > 0);
    }
    for (size_t i = 0; i < diags_count(diags); i++)
        assert_string_not_equal(diags_at(diags, i)->kind->code,
                                "PROSE_PLACEHOLDER_UNKNOWN");
    diags_drop(diags);
    sample_drop(&s);
}

/* Any bytes between braces end in words or in findings, never in a crash. */
static void
hostile_text_is_survived(void **state)
{
    (void)state;
    static const char letters[] = "{}|..企业合growth part\n\xe4\xff{}{";
    sample s = sample_from(METRICS);
    prose_writer w = sample_writer(&s);
    uint32_t seed = 7;
    for (int i = 0; i < 3000; i++) {
        char bytes[24];
        for (size_t k = 0; k < sizeof bytes; k++) {
            seed = seed * 1664525u + 1013904223u;
            bytes[k] = letters[(seed >> 16) % (sizeof letters - 1)];
        }
        metrics_text text = {.text = {bytes, sizeof bytes}};
        prose_text filled = placeholder_fill(&w, &text);
        assert_true(filled.n <= sizeof bytes + 1);
    }
    sample_drop(&s);
}

/* The runs as [b]stressed[/b] and [u]underlined[/u]. */
static void
check_looks(const char *prose, const char *expected)
{
    sample s = sample_from(METRICS);
    prose_writer w = sample_writer(&s);
    metrics_text text = {.text = slice_from(prose)};
    prose_text filled = placeholder_fill(&w, &text);
    slice_builder found = {.arena = s.arena};
    for (size_t i = 0; i < filled.n; i++) {
        const prose_run *run = &filled.at[i];
        builder_printf(&found, "%s%s%.*s%s%s", run->is_strong ? "[b]" : "",
                       run->is_underlined ? "[u]" : "", SLICE_ARGS(run->text),
                       run->is_underlined ? "[/u]" : "",
                       run->is_strong ? "[/b]" : "");
    }
    assert_string_equal(builder_slice(&found).at, expected);
    sample_drop(&s);
}

static void
words_are_stressed_and_underlined(void **state)
{
    (void)state;
    check_looks("要**抓紧**办", "要[b]抓紧[/b]办");
    check_looks("**共{企业}**。", "[b]共[/b][b]2671家[/b]。");
    check_looks("__南阳____郑州__", "[u]南阳[/u][u]郑州[/u]");
    check_looks("**甲__乙__丙**", "[b]甲[/b][b][u]乙[/u][/b][b]丙[/b]");
    check_looks("** 为初步数", "** 为初步数");
    check_looks("2**3**", "2[b]3[/b]");
    check_looks("2**3", "2**3");
    check_looks("a ** b ** c", "a ** b ** c");
    check_looks("**未完\n下段**", "**未完\n下段**");
    check_looks("****", "****");
    check("增长**{企业.growth|number}**", "增长251%", "");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_have_unit_and_bound),
        cmocka_unit_test(long_forms_have_verb_and_tense),
        cmocka_unit_test(growth_is_said_as_releases_do),
        cmocka_unit_test(other_figures_have_their_words),
        cmocka_unit_test(braces_can_be_printed),
        cmocka_unit_test(mistakes_are_found),
        cmocka_unit_test(verbs_meet_their_figures),
        cmocka_unit_test(rows_answer_to_their_names),
        cmocka_unit_test(hostile_text_is_survived),
        cmocka_unit_test(words_are_stressed_and_underlined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
