/* gathered: what of the lines of a page is text, and where its paragraphs
 * begin. The lines are made by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "proof/gathered.h"

#define EM 10.0
#define LEADING 18.0

static const char TEXT[] = "全市科技型中小企业达到两千六百家增长两倍";

typedef struct page {
    arena *arena;
    seen_document d;
    double y; /* of the next line */
} page;

static seen_line *
add_line(page *p, double x, double size, const char *text)
{
    slice s = slice_from(text);
    seen_line line = {.page = p->d.n_pages - 1, .left = x, .size = size,
                      .baseline = p->y, .top = p->y - size};
    for (size_t at = 0; at < s.len;) {
        seen_glyph g = {.x = x, .size = size, .face = SLICE_OF("宋")};
        g.code = utf8_next(s, &at);
        g.advance = g.code < 128 ? size / 2 : size;
        x += g.advance;
        ARRAY_PUSH(p->arena, &line.glyphs, g);
    }
    line.right = x;
    p->y += LEADING;
    ARRAY_PUSH(p->arena, &p->d.lines, line);
    return ARRAY_LAST(&p->d.lines);
}

/* Six full lines of text. */
static page
page_of_text(void)
{
    page p = {.arena = arena_new(), .y = 100};
    p.d.n_pages = 1;
    for (int i = 0; i < 6; i++)
        add_line(&p, 50, EM, TEXT);
    return p;
}

static const seen_line *
sorted(page *p, size_t at)
{
    gathered_sort(p->arena, &p->d);
    return &p->d.lines.at[at];
}

static void
full_lines_are_one_paragraph(void **state)
{
    (void)state;
    page p = page_of_text();
    const seen_line *last = sorted(&p, 5);
    assert_int_equal(last->part, SEEN_PROSE);
    assert_int_equal(last->paragraph, p.d.lines.at[0].paragraph);
    arena_drop(p.arena);
}

static void
a_note_begins_anew(void **state)
{
    (void)state;
    page p = page_of_text();
    add_line(&p, 50, EM, "①据市统计局快报，最终以统计公报为准。");
    const seen_line *note = sorted(&p, 6);
    assert_int_not_equal(note->paragraph, p.d.lines.at[5].paragraph);
    arena_drop(p.arena);
}

/* Its lines hang out by the number; the text's do not. */
static void
a_note_hangs(void **state)
{
    (void)state;
    page p = page_of_text();
    add_line(&p, 50, EM, "①据市统计局快报全市科技型中小企业达到两");
    add_line(&p, 60, EM, "千六百家增长两倍最终以统计公报为准");
    const seen_line *note = sorted(&p, 6);
    assert_int_equal(note[1].part, SEEN_PROSE);
    assert_int_equal(note->paragraph, note[1].paragraph);
    arena_drop(p.arena);
}

/* Two paragraphs of smaller type: too few to show a measure, too wide for
 * labels. */
static void
a_small_passage_is_text(void **state)
{
    (void)state;
    page p = page_of_text();
    for (int i = 0; i < 2; i++) {
        add_line(&p, 68, EM - 1, "年内先后组织两批高新技术企业申报全年完");
        add_line(&p, 50, EM - 1, "成年度目标任务。");
    }
    add_line(&p, 50, EM - 1, "指数");
    const seen_line *l = sorted(&p, 6);
    for (int i = 0; i < 4; i++)
        assert_int_equal(l[i].part, SEEN_PROSE);
    assert_int_equal(l[0].paragraph, l[1].paragraph);
    assert_int_not_equal(l[1].paragraph, l[2].paragraph);
    assert_int_equal(l[4].part, SEEN_TABLE);
    arena_drop(p.arena);
}

/* A short letter: no line starts at the left edge, and of those that end at
 * the right one a single one ends in no mark. */
static void
a_short_letter_has_its_paragraphs(void **state)
{
    (void)state;
    page p = {.arena = arena_new(), .y = 100};
    p.d.n_pages = 1;
    add_line(&p, 70, EM, "关于设立大数据产业园的函复");
    add_line(&p, 70, EM, "市发展和改革委员会市财政局：");
    add_line(&p, 70, EM, "你委关于设立产业园的请示收悉经研究现");
    add_line(&p, 45, EM, "（函复如下）");
    add_line(&p, 70, EM, "一、同意设立面积为十二平方公里的园区。");
    add_line(&p, 70, EM, "二、请你委抓好组织实施。");
    gathered_sort(p.arena, &p.d);
    static const int same[] = {0, 0, 0, 1, 0, 0}; /* as the line above */
    for (size_t i = 1; i < 6; i++)
        assert_int_equal(p.d.lines.at[i].paragraph ==
                         p.d.lines.at[i - 1].paragraph, same[i]);
    arena_drop(p.arena);
}

static void
headings_far_apart_are_two(void **state)
{
    (void)state;
    page p = page_of_text();
    p.y += 40;
    add_line(&p, 50, EM + 4, "二两栏");
    p.y += 80;
    add_line(&p, 50, EM + 4, "三左齐");
    const seen_line *l = sorted(&p, 6);
    assert_int_not_equal(l->paragraph, l[1].paragraph);
    arena_drop(p.arena);
}

static void
a_heading_of_the_texts_size_begins_anew(void **state)
{
    (void)state;
    page p = page_of_text();
    seen_line *heading = add_line(&p, 50, EM, "三下一步工作安排");
    for (size_t i = 0; i < heading->glyphs.n; i++)
        heading->glyphs.at[i].face = SLICE_OF("黑");
    add_line(&p, 50, EM, TEXT);
    const seen_line *l = sorted(&p, 6);
    assert_int_not_equal(l->paragraph, l[-1].paragraph);
    assert_int_not_equal(l->paragraph, l[1].paragraph);
    arena_drop(p.arena);
}

/* A figure under the text, in its size. */
static void
a_tick_is_no_text(void **state)
{
    (void)state;
    page p = page_of_text();
    add_line(&p, 50, EM, "0");
    add_line(&p, 70, EM, "二零二五年"); /* or it were the page's number */
    seen_line *text = &p.d.lines.at[5];
    text->glyphs.n -= 4; /* a paragraph ends there */
    text->right -= 4 * EM;
    assert_int_equal(sorted(&p, 6)->part, SEEN_TABLE);
    arena_drop(p.arena);
}

/* … but may end a paragraph of it. */
static void
a_figure_may_end_a_paragraph(void **state)
{
    (void)state;
    page p = page_of_text();
    add_line(&p, 50, EM, "2.3%");
    const seen_line *l = sorted(&p, 6);
    assert_int_equal(l->part, SEEN_PROSE);
    assert_int_equal(l->paragraph, l[-1].paragraph);
    arena_drop(p.arena);
}

/* Labels are more than the text, but none is as long as a line. */
static void
labels_are_no_measure_of_the_text(void **state)
{
    (void)state;
    page p = page_of_text();
    for (int i = 0; i < 60; i++)
        add_line(&p, 60 + i * 1.7, EM - 2, "社会消费品零售");
    assert_false(sorted(&p, 0)->is_heading);
    assert_int_equal(p.d.lines.at[30].part, SEEN_TABLE);
    arena_drop(p.arena);
}

/* Six lines beside eight; those of the right column go on with the paragraph of
 * the left one, and are read behind it. */
static void
a_paragraph_goes_on_in_the_next_column(void **state)
{
    (void)state;
    page p = {.arena = arena_new(), .y = 100};
    p.d.n_pages = 1;
    for (int i = 0; i < 8; i++) {
        add_line(&p, 50, EM, TEXT);
        if (i >= 6)
            continue;
        p.y -= LEADING;
        add_line(&p, 270, EM, TEXT);
    }
    gathered_sort(p.arena, &p.d);
    for (size_t i = 0; i < p.d.lines.n; i++) {
        const seen_line *l = &p.d.lines.at[i];
        assert_int_equal(l->part, SEEN_PROSE);
        assert_int_equal(l->paragraph, p.d.lines.at[0].paragraph);
        assert_true(i < 8 ? l->left == 50 : l->left == 270);
    }
    arena_drop(p.arena);
}

/* The last line of a page says what that of the next one does. */
static void
text_that_repeats_itself_is_no_running_foot(void **state)
{
    (void)state;
    page p = page_of_text();
    p.d.height = 250;
    add_line(&p, 50, EM, "完成年度目标任务为全市高质量发展作出贡献");
    p.d.n_pages = 2;
    p.y = 100;
    for (int i = 0; i < 6; i++)
        add_line(&p, 50, EM, "技术合同成交额达到六十二亿元增长近三倍");
    add_line(&p, 50, EM, "完成年度目标任务为全市高质量发展作出贡献");
    for (size_t i = 0; i < 6; i++)
        p.d.lines.at[i].glyphs.at[0].code += (uint32_t)i;
    for (size_t i = 7; i < 13; i++)
        p.d.lines.at[i].glyphs.at[0].code += (uint32_t)i;
    gathered_sort(p.arena, &p.d);
    assert_int_equal(p.d.lines.at[6].part, SEEN_PROSE);
    assert_int_equal(p.d.lines.at[13].part, SEEN_PROSE);
    arena_drop(p.arena);
}

/* Rows of a table: some cells of the second column are as wide as each other,
 * most are not. */
static void
cells_are_no_column(void **state)
{
    (void)state;
    static const char *const names[] = {
        "城市地下综合管廊一期工程", "污水处理厂提标改造工程建设项目",
        "五代基站",                 "老旧小区改造",
        "农村公路",                 "高标准农田建设工程项目"};
    page p = page_of_text();
    for (int i = 0; i < 42; i++) {
        add_line(&p, 50, EM - 2, names[i % 6]);
        p.y -= LEADING;
        add_line(&p, 260, EM - 2, "市住房和城乡建设局");
    }
    gathered_sort(p.arena, &p.d);
    for (size_t i = 6; i < p.d.lines.n; i++)
        assert_int_equal(p.d.lines.at[i].part, SEEN_TABLE);
    arena_drop(p.arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(full_lines_are_one_paragraph),
        cmocka_unit_test(a_note_begins_anew),
        cmocka_unit_test(a_note_hangs),
        cmocka_unit_test(a_small_passage_is_text),
        cmocka_unit_test(a_short_letter_has_its_paragraphs),
        cmocka_unit_test(headings_far_apart_are_two),
        cmocka_unit_test(a_heading_of_the_texts_size_begins_anew),
        cmocka_unit_test(a_tick_is_no_text),
        cmocka_unit_test(a_figure_may_end_a_paragraph),
        cmocka_unit_test(labels_are_no_measure_of_the_text),
        cmocka_unit_test(a_paragraph_goes_on_in_the_next_column),
        cmocka_unit_test(text_that_repeats_itself_is_no_running_foot),
        cmocka_unit_test(cells_are_no_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
