/* typography: every finding is made on a page that has it, of a page that is
 * right but for that, and none on the right page. The pages are made by hand:
 * nothing of how we set text is trusted here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "proof/parted.h"
#include "proof/typography.h"

#define EM 10.0
#define LEADING 18.0

/* Six lines of ten characters and a last one. */
static const char *const RIGHT[] = {
    "全市科技型中小企业达", "到两千六百家增长两倍", "技术合同成交额六十亿",
    "元同比增长三成以上高", "新技术企业两百家左右", "完成年度目标任务为建",
    "设提供支撑",
};
#define N (sizeof RIGHT / sizeof *RIGHT)

static void
add_text(arena *a, seen_document *d, size_t i, const char *text)
{
    slice s = slice_from(text);
    seen_line line = {.page = 0, .paragraph = 1, .part = SEEN_PROSE,
                      .baseline = 100 + (double)i * LEADING, .left = 50,
                      .size = EM, .top = 91 + (double)i * LEADING};
    double x = 50;
    for (size_t at = 0; at < s.len;) {
        seen_glyph g = {.x = x, .size = EM, .advance = EM,
                        .face = SLICE_OF("宋")};
        g.code = utf8_next(s, &at);
        g.advance = g.code < 128 ? EM / 2 : EM;
        x += g.advance;
        ARRAY_PUSH(a, &line.glyphs, g);
    }
    line.right = x;
    ARRAY_PUSH(a, &d->lines, line);
}

/* The right page with one line, or two, in other words. */
static seen_document
page_with(arena *a, size_t at, const char *text, const char *next)
{
    seen_document d = {.width = 200, .height = 300, .n_pages = 2};
    for (size_t i = 0; i < N; i++)
        add_text(a, &d, i,
                 text != NULL && i == at       ? text
                 : next != NULL && i == at + 1 ? next
                                               : RIGHT[i]);
    return d;
}

static size_t
found(arena *a, const seen_document *d, proof_fault fault)
{
    return typography_of(a, d).faults[fault];
}

static void
the_right_page_has_no_fault(void **state)
{
    (void)state;
    arena *a = arena_new();
    seen_document d = page_with(a, 0, NULL, NULL);
    typography t = typography_of(a, &d);
    for (int f = 0; f < FAULT_COUNT; f++)
        if (t.faults[f] != 0)
            fail_msg("%s", fault_name((proof_fault)f));
    assert_int_equal(t.n_full, N - 1);
    assert_true(t.worst_room < 1e-6);
    assert_true(t.worst_squeeze < 1e-6);
    arena_drop(a);
}

typedef struct wording {
    proof_fault fault;
    size_t at;
    const char *text, *next; /* next: of the line below, or NULL */
} wording;

static void
words_at_the_edges_are_found(void **state)
{
    (void)state;
    static const wording wordings[] = {
        {FAULT_START, 2, "，术合同成交额六十亿", NULL},
        {FAULT_START, 2, "·术合同成交额六十亿", NULL},
        {FAULT_START, 2, "》术合同成交额六十亿", NULL},
        {FAULT_START, 2, "～术合同成交额六十亿", NULL},
        {FAULT_END, 2, "技术合同成交额六十“", NULL},
        {FAULT_END, 2, "技术合同成交额六十（", NULL},
        {FAULT_FIGURE, 2, "技术合同成交额六达12", "34元同比增长三成上高"},
        {FAULT_FIGURE, 2, "技术合同成交额六达12", "%元同比增长三成上高高"},
        {FAULT_FIGURE, 2, "技术合同成交额达12 ", "345元同比增长三成上"},
        {FAULT_FIGURE, 2, "技术合同成交额六十−", "34元同比增长三成上高"},
        {FAULT_UNIT, 2, "技术合同成交额六达12", "亿元同比增长三成以上"},
        {FAULT_LONE, N - 1, "设", NULL},
        {FAULT_LONE, N - 1, "设。", NULL},
    };
    for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++) {
        const wording *w = &wordings[i];
        arena *a = arena_new();
        seen_document d = page_with(a, w->at, w->text, w->next);
        if (found(a, &d, w->fault) != 1)
            fail_msg("%s: %s", fault_name(w->fault), w->text);
        arena_drop(a);
    }
}

/* Whether a figure is parted where the text has a stroke. */
static bool
is_parted_at(const char *text)
{
    arena *a = arena_new();
    seen_document d = {.width = 0};
    char before[100];
    size_t n = strcspn(text, "|");
    memcpy(before, text, n);
    before[n] = 0;
    add_text(a, &d, 0, before);
    add_text(a, &d, 1, text + n + 1);
    bool is = parted_is_figure(a, &d.lines.at[0], &d.lines.at[1]);
    arena_drop(a);
    return is;
}

static void
every_parted_figure_is_found(void **state)
{
    (void)state;
    static const char *const parted[] = {
        "增长3.|5%", "增长3|.5%", "增长10|000元", "增长10 |000元",
        "增长5%～|8%", "在2020—|2021年", "在2020–|2021年", "增长5-|8倍",
        "增长-5～|-3℃", "从1月—|10月", "从100亿元—|200亿元", "约3~|5倍",
        "按〔2024〕|15号", "按[2024]|15号", "按（2024）|15号", "按〔20|24〕",
        "机型C9|19", "机型C|919", "用5|G网", "按F-|35型", "金额1,|234亿元",
        "金额1|,234亿元", "会于10:|30开", "会于10：|30开", "比例为3∶|1",
        "图中1/|3是", "自9·|18起", "增长+|5%", "降低−|5%", "约±|5%", "计￥|100元",
        "计$|100元", "增长▲|5%", "增长５．|６%", "增长１|２％", "增长12|%",
        "增长12|％", "增长12|‰", "达到25|℃", "达到25 |%", "增长5%|▲",
        "增长5%|↑。", "面积5m|²的", "约10|⁸个", "不超≤|5%", "见No.|5号",
    };
    for (size_t i = 0; i < sizeof parted / sizeof *parted; i++)
        if (!is_parted_at(parted[i]))
            fail_msg("%s", parted[i]);
}

static void
what_is_no_figure_is_not_parted(void **state)
{
    (void)state;
    static const char *const whole[] = {
        "增长3.5%|高于", "增长3.5%，|5家", "增长到|3.5%", "共3家，|5人",
        "按照——|2024年", "文件〔2024〕|号", "（见表）|15家", "（2024）|15家",
        "在2024年|15家", "在2024 |2025年", "见甲：|5家", "如下：|5家",
        "于是+|甲", "在北京—|2022年", "见https://a.cn/a|12/b页",
        "甲 − |34元", "增长5%|▲6%", "a.b|增长", "Hello|world甲", "见表3。|5家",
        "共1,|2家",
    };
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (is_parted_at(whole[i]))
            fail_msg("%s", whole[i]);
}

/* a − b is no figure with a sign. */
static void
an_operator_is_no_sign(void **state)
{
    (void)state;
    arena *a = arena_new();
    seen_document d = page_with(a, 2, "技术合同成交额六十 −",
                                "34元同比增长三成上高");
    assert_int_equal(found(a, &d, FAULT_FIGURE), 0);
    arena_drop(a);
}

/* In English ’ and “ may stand anywhere. */
static void
english_has_its_own_rules(void **state)
{
    (void)state;
    arena *a = arena_new();
    seen_document d = page_with(a, 2, "’tis no fault “", NULL);
    assert_int_equal(found(a, &d, FAULT_START), 0);
    assert_int_equal(found(a, &d, FAULT_END), 0);
    arena_drop(a);
}

static void
shift_from(seen_line *l, size_t first, double by)
{
    for (size_t i = first; i < l->glyphs.n; i++)
        l->glyphs.at[i].x += by;
    l->right += by;
}

static void
ends_off_the_measure_are_found(void **state)
{
    (void)state;
    arena *a = arena_new();
    seen_document d = page_with(a, 0, NULL, NULL);
    shift_from(&d.lines.at[3], 9, 0.02 * EM);
    assert_int_equal(found(a, &d, FAULT_OUTSIDE), 1);
    d = page_with(a, 0, NULL, NULL);
    shift_from(&d.lines.at[3], 9, -0.02 * EM);
    assert_int_equal(found(a, &d, FAULT_RAGGED), 1);
    assert_int_equal(found(a, &d, FAULT_OUTSIDE), 0);
    arena_drop(a);
}

static void
lines_alone_on_a_page_are_found(void **state)
{
    (void)state;
    arena *a = arena_new();
    seen_document d = page_with(a, 0, NULL, NULL);
    d.lines.at[N - 1].page = 1;
    d.lines.at[N - 1].baseline = 100;
    assert_int_equal(found(a, &d, FAULT_WIDOW), 1);
    d = page_with(a, 0, NULL, NULL);
    for (size_t i = 1; i < N; i++)
        d.lines.at[i].page = 1;
    assert_int_equal(found(a, &d, FAULT_ORPHAN), 1);
    arena_drop(a);
}

static void
holes_below_each_other_are_a_river(void **state)
{
    (void)state;
    arena *a = arena_new();
    seen_document d = page_with(a, 0, NULL, NULL);
    for (size_t i = 1; i < 4; i++) {
        ARRAY_LAST(&d.lines.at[i].glyphs)->advance = 0;
        d.lines.at[i].glyphs.n--;
        shift_from(&d.lines.at[i], 5, 0.5 * EM);
        shift_from(&d.lines.at[i], 8, 0.5 * EM);
    }
    assert_true(found(a, &d, FAULT_RIVER) > 0);
    d = page_with(a, 0, NULL, NULL);
    shift_from(&d.lines.at[2], 5, 0.5 * EM);
    assert_int_equal(found(a, &d, FAULT_RIVER), 0);
    arena_drop(a);
}

static void
a_stranger_among_its_like_is_found(void **state)
{
    (void)state;
    arena *a = arena_new();
    seen_document d = page_with(a, 0, NULL, NULL);
    d.lines.at[3].glyphs.at[4].face = SLICE_OF("黑");
    assert_int_equal(found(a, &d, FAULT_FACE), 1);
    arena_drop(a);
}

static void
room_and_squeeze_are_what_was_put_in(void **state)
{
    (void)state;
    arena *a = arena_new();
    seen_document d = page_with(a, 1, "到两千，百家增长两倍", NULL);
    shift_from(&d.lines.at[1], 4, -0.5 * EM);
    for (size_t i = 5; i < 10; i++)
        shift_from(&d.lines.at[1], i, 0.1 * EM);
    typography t = typography_of(a, &d);
    assert_true(t.worst_squeeze > 0.499 && t.worst_squeeze < 0.501);
    assert_true(t.worst_room > 0.099 && t.worst_room < 0.101);
    arena_drop(a);
}

static void
move_line(seen_line *l, double right, double down)
{
    shift_from(l, 0, right);
    l->left += right;
    l->baseline += down;
}

/* The last four lines stand in a second column. */
static void
a_paragraph_goes_on_in_the_next_column(void **state)
{
    (void)state;
    arena *a = arena_new();
    seen_document d = page_with(a, 0, NULL, NULL);
    for (size_t i = 3; i < N; i++)
        move_line(&d.lines.at[i], 140, -3 * LEADING);
    typography t = typography_of(a, &d);
    assert_int_equal(t.faults[FAULT_RAGGED], 0);
    assert_int_equal(t.n_full, N - 1);
    assert_true(t.worst_lacking < 1e-6);
    arena_drop(a);
}

/* Lines that are set as they come, a third of an em apart in their ends, half
 * of them in a second column. */
static void
a_column_is_measured_by_itself(void **state)
{
    (void)state;
    arena *a = arena_new();
    seen_document d = page_with(a, 0, NULL, NULL);
    for (size_t i = 0; i < N; i++)
        shift_from(&d.lines.at[i], 9, i % 3 == 1 ? -EM / 3 : 0);
    for (size_t i = 3; i < N; i++)
        move_line(&d.lines.at[i], 140, -3 * LEADING);
    typography t = typography_of(a, &d);
    assert_true(t.worst_lacking > 0.33 && t.worst_lacking < 0.34);
    for (size_t i = 0; i < FAULT_FIRST_SOFT; i++)
        assert_int_equal(t.faults[i], 0);
    arena_drop(a);
}

/* Pages may have columns that start at one place and are of two widths. */
static void
a_page_has_columns_of_its_own(void **state)
{
    (void)state;
    arena *a = arena_new();
    seen_document d = page_with(a, 0, NULL, NULL);
    for (size_t i = 0; i < 4; i++) {
        add_text(a, &d, N + i, "全市科技型企业，");
        seen_line *l = ARRAY_LAST(&d.lines);
        l->page = 1;
        l->baseline = 100 + (double)i * LEADING;
        l->paragraph = 2;
        shift_from(l, 7, i % 2 == 0 ? -EM / 3 : 0);
    }
    typography t = typography_of(a, &d);
    assert_true(t.worst_lacking < 0.5);
    arena_drop(a);
}

/* Its lines end where those of the paragraph above do. */
static void
a_short_paragraph_is_like_its_column(void **state)
{
    (void)state;
    arena *a = arena_new();
    seen_document d = page_with(a, 0, NULL, NULL);
    for (size_t i = 0; i < 2; i++) {
        add_text(a, &d, N + i, RIGHT[i == 0 ? 0 : N - 1]);
        ARRAY_LAST(&d.lines)->paragraph = 2;
    }
    assert_int_equal(typography_of(a, &d).n_full, N);
    shift_from(&d.lines.at[N], 9, -EM / 4);
    typography t = typography_of(a, &d);
    assert_int_equal(t.n_full, N - 1);
    assert_true(t.worst_lacking > 0.249 && t.worst_lacking < 0.251);
    arena_drop(a);
}

/* Paragraphs of two lines: the first set to ten characters, by room or a
 * squeezed mark, each `by` from there. */
static size_t
full_of_pairs(size_t n, const double *by, bool is_put_in)
{
    arena *a = arena_new();
    seen_document d = {.width = 200, .height = 300, .n_pages = 1};
    for (size_t i = 0; i < n; i++) {
        add_text(a, &d, 2 * i, is_put_in ? "到两千百家增长，两" : RIGHT[i]);
        seen_line *l = ARRAY_LAST(&d.lines);
        l->paragraph = (uint32_t)i + 1;
        for (size_t k = 1; is_put_in && k < 9; k++)
            shift_from(l, k, EM / 8);
        shift_from(l, l->glyphs.n - 1, by[i] * EM);
        add_text(a, &d, 2 * i + 1, "设提供支撑");
        ARRAY_LAST(&d.lines)->paragraph = (uint32_t)i + 1;
    }
    size_t full = typography_of(a, &d).n_full;
    arena_drop(a);
    return full;
}

/* … tell together where their lines end, where none is longer. */
static void
short_paragraphs_tell_together(void **state)
{
    (void)state;
    static const double level[] = {0, 0, 0, 0}, ragged[] = {0, -.3, .2, -.6};
    assert_int_equal(full_of_pairs(4, level, true), 4);
    assert_int_equal(full_of_pairs(2, level, true), 2);
    assert_int_equal(full_of_pairs(4, level, false), 4);
    assert_int_equal(full_of_pairs(2, level, false), 0); /* as they come */
    assert_int_equal(full_of_pairs(1, level, true), 0);
    assert_int_equal(full_of_pairs(4, ragged, true), 0);
    assert_int_equal(full_of_pairs(4, ragged, false), 0);
}

/* A note in smaller type ends where the text above it does. */
static void
a_note_is_like_the_text_above(void **state)
{
    (void)state;
    for (int is_off = 0; is_off < 2; is_off++) {
        arena *a = arena_new();
        seen_document d = page_with(a, 0, NULL, NULL);
        add_text(a, &d, N, "到两千六百家增长两倍");
        seen_line *l = ARRAY_LAST(&d.lines);
        l->paragraph = 2;
        l->size = EM - 2;
        for (size_t i = 0; i < l->glyphs.n; i++)
            l->glyphs.at[i].size = EM - 2;
        shift_from(l, 9, is_off ? -EM / 4 : 0);
        add_text(a, &d, N + 1, "设提供支撑");
        ARRAY_LAST(&d.lines)->paragraph = 2;
        assert_int_equal(typography_of(a, &d).n_full,
                         is_off ? N - 1 : N);
        arena_drop(a);
    }
}

static void
a_mark_may_hang_out(void **state)
{
    (void)state;
    arena *a = arena_new();
    seen_document d = page_with(a, 2, "技术合同成交额六十，", NULL);
    shift_from(&d.lines.at[2], 9, EM / 4);
    typography t = typography_of(a, &d);
    assert_int_equal(t.faults[FAULT_RAGGED], 0);
    assert_int_equal(t.n_full, N - 1);
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_right_page_has_no_fault),
        cmocka_unit_test(words_at_the_edges_are_found),
        cmocka_unit_test(every_parted_figure_is_found),
        cmocka_unit_test(what_is_no_figure_is_not_parted),
        cmocka_unit_test(an_operator_is_no_sign),
        cmocka_unit_test(english_has_its_own_rules),
        cmocka_unit_test(ends_off_the_measure_are_found),
        cmocka_unit_test(lines_alone_on_a_page_are_found),
        cmocka_unit_test(holes_below_each_other_are_a_river),
        cmocka_unit_test(a_stranger_among_its_like_is_found),
        cmocka_unit_test(room_and_squeeze_are_what_was_put_in),
        cmocka_unit_test(a_paragraph_goes_on_in_the_next_column),
        cmocka_unit_test(a_column_is_measured_by_itself),
        cmocka_unit_test(a_page_has_columns_of_its_own),
        cmocka_unit_test(a_short_paragraph_is_like_its_column),
        cmocka_unit_test(short_paragraphs_tell_together),
        cmocka_unit_test(a_note_is_like_the_text_above),
        cmocka_unit_test(a_mark_may_hang_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
