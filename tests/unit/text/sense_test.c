/* sense: titles are broken where their meaning is, at several measures: the
 * lines that are wanted are written with '|', alternatives with '/'. */
#include "fixture.h"

#include <string.h>

typedef struct title_row {
    const char *text;
    int ems; /* of the measure */
    const char *lines;
} title_row;

static const title_row ROWS[] = {
    {"关于2025年上半年重点项目建设情况和做好下半年工作的通知", 20,
     "关于2025年上半年重点项目建设情况|和做好下半年工作的通知"},
    {"关于进一步加强科技创新工作的若干意见", 12,
     "关于进一步加强|科技创新工作的若干意见/关于进一步加强科技创新|工作的若干意见"},
    {"全市规模以上工业企业经济运行情况分析报告", 14,
     "全市规模以上工业企业|经济运行情况分析报告"},
    {"关于开展高新技术企业认定申报工作的通知", 12,
     "关于开展高新技术企业|认定申报工作的通知"},
    {"关于印发国民经济和社会发展统计公报的通知", 14,
     "关于印发国民经济|和社会发展统计公报的通知/关于印发国民经济和社会发展|统计公报的通知"},
    {"全市固定资产投资与房地产开发情况通报", 12,
     "全市固定资产投资|与房地产开发情况通报"},
    {"关于做好防汛抗旱与安全生产工作的紧急通知", 14,
     "关于做好防汛抗旱|与安全生产工作的紧急通知"},
};

static bool
is_wanted(slice lines, slice wanted)
{
    while (wanted.len > 0) {
        size_t end = slice_find(wanted, SLICE_OF("/"));
        if (slice_equal(lines, slice_cut(wanted, 0, end)))
            return true;
        wanted = slice_cut(wanted, end + 1, wanted.len);
    }
    return false;
}

static void
titles_are_broken_by_sense(void **state)
{
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        arena *a = arena_new();
        text_options options = TEXT_OPTIONS;
        options.measure = ROWS[i].ems * EM;
        options.align = TEXT_CENTRE;
        options.shape = TEXT_TITLE;
        jb_paragraph *p =
            set_text(*state, a, slice_from(ROWS[i].text), &options);
        slice_builder lines = {.arena = a};
        for (size_t l = 0; l < p->n_lines; l++)
            builder_printf(&lines, "%s%.*s", l > 0 ? "|" : "",
                           SLICE_ARGS(line_text(p, l)));
        slice found = builder_slice(&lines);
        if (!is_wanted(found, slice_from(ROWS[i].lines)))
            fail_msg("%.*s, not %s", SLICE_ARGS(found), ROWS[i].lines);
        arena_drop(a);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_are_broken_by_sense),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
