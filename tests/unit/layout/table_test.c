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

/* ── tables that a person wrote ── */

static const printed_run *
run_of(const printed *p, const char *text)
{
    for (size_t i = 0; i < p->runs.n; i++)
        if (p->runs.at[i].is_in_table &&
            slice_is(p->runs.at[i].run->text, text))
            return &p->runs.at[i];
    fail_msg("“%s” is on no line of its own", text);
    return NULL;
}

static const char USER[] =
    "标题: 试\n时期: 2024\n指标:\n"
    "  a: {名称: 甲, 单位: 亿元, 本期: 110}\n"
    "表格:\n  表:\n    标题: 表\n    列: [%s]\n    行:\n%s"
    "章节:\n  - {标题: 节, 表格: [表], 正文: 文。}\n";

static printed
user_table(arena *a, const char *head, const char *rows)
{
    printed p = printed_from(arena_printf(a, USER, head, rows), "report");
    assert_non_null(p.pages);
    return p;
}

/* Where the digits before the point end. */
static jb_len
point_of(const printed *p, const char *text)
{
    const printed_run *r = run_of(p, text);
    slice all = r->run->text;
    size_t dot = slice_find(all, SLICE_OF("."));
    size_t byte = 0;
    for (size_t g = 0; g < r->run->n_glyphs; g++) {
        if (byte >= dot)
            return r->run->origin.x + r->run->glyphs[g].x;
        byte += r->run->glyphs[g].text_bytes;
    }
    return r->right;
}

static void
points_align_whatever_stands_around_them(void **state)
{
    (void)state;
    arena *a = arena_new();
    printed p = user_table(a, "甲, 数",
                           "      - [一, \"1,234.50\"]\n"
                           "      - [二, \"-0.125\"]\n"
                           "      - [三, \"12\"]\n"
                           "      - [四, \"(3.5)\"]\n"
                           "      - [五, —]\n");
    jb_len point = point_of(&p, "1,234.50");
    jb_len off = LEN_OF_PT(0.05);
    assert_in_range(point_of(&p, "−0.125") - point + off, 0, 2 * off);
    assert_in_range(point_of(&p, "12") - point + off, 0, 2 * off);
    assert_in_range(point_of(&p, "(3.5)") - point + off, 0, 2 * off);
    printed_drop(&p);
    arena_drop(a);
}

/* Days and months are words, however many of them begin with digits. */
static void
dates_stand_at_the_left(void **state)
{
    (void)state;
    arena *a = arena_new();
    printed p = user_table(a, "任务, 时限",
                           "      - [一, 全年]\n"
                           "      - [二, 12月底]\n"
                           "      - [三, 6月]\n");
    jb_len left = run_of(&p, "全年")->left;
    assert_int_equal(run_of(&p, "6")->left, left);
    assert_int_equal(run_of(&p, "12")->left, left);
    printed_drop(&p);
    arena_drop(a);
}

/* Twelve months and their sum: no head, no number is broken. */
static void
many_columns_stay_whole(void **state)
{
    (void)state;
    arena *a = arena_new();
    printed p = user_table(
        a,
        "地区, 一月, 二月, 三月, 四月, 五月, 六月, 七月, 八月, 九月, 十月, "
        "十一月, 十二月, 合计",
        "      - [甲县, 100.1, 100.2, 100.3, 100.4, 100.5, 100.6, 100.7, "
        "100.8, 100.9, 110.1, 110.2, 110.3, 1225.1]\n");
    run_of(&p, "十一月");
    run_of(&p, "七月");
    run_of(&p, "甲县");
    run_of(&p, "1225.1");
    printed_drop(&p);
    arena_drop(a);
}

/* The long column takes what the short ones do not need. */
static void
a_long_column_gets_the_room(void **state)
{
    (void)state;
    arena *a = arena_new();
    printed p = user_table(
        a, "序号, 项目, 内容, 单位",
        "      - [1, 甲项目, "
        "新建年产三百万件高端零部件生产线四条并配套建设仓储物流中心和检测中心"
        "以及员工生活区购置数控机床一百二十台工业机器人八十台, 亿元]\n"
        "      - [2, 乙项目, 改造, 亿元]\n");
    const style_page *page = style_page_of(p.style);
    jb_len unit = run_of(&p, "单位")->left;
    jb_len words = run_of(&p, "内容")->left;
    assert_true(unit - words > (page->size.w - page->left - page->right) / 2);
    printed_drop(&p);
    arena_drop(a);
}

/* Short words on one line each would leave the long text a dozen lines. */
static void
rows_are_as_low_as_their_texts_allow(void **state)
{
    (void)state;
    arena *a = arena_new();
    printed p = user_table(
        a, "序号, 任务, 进展, 问题, 责任, 时限",
        "      - [1, 创新主体加快培育, "
        "截至六月底全市科技型中小企业达到两千六百七十一家同比增长两倍半增幅居"
        "全省第一位高新技术企业总量突破四百九十家, "
        "部分县区申报数量偏少服务机构专业能力不足, "
        "市科技局牵头各县区人民政府配合, 二〇二五年十二月底前]\n"
        "      - [2, 重大专项攻关推进, 经费到位, 周期长, "
        "卧龙电气中光学集团牵头, 二〇二五年九月三十日前]\n");
    jb_len progress = run_of(&p, "问题")->left - run_of(&p, "进展")->left;
    jb_len duty = run_of(&p, "时限")->left - run_of(&p, "责任")->left;
    assert_true(progress * 5 > duty * 8);
    printed_drop(&p);
    arena_drop(a);
}

/* A cell over three rows stands in their middle, one over two columns in
 * theirs, and both are said to span in the structure. */
static void
cells_reach_over_rows_and_columns(void **state)
{
    (void)state;
    arena *a = arena_new();
    printed p = user_table(a, "地区, 类别, 数",
                           "      - [甲县, 一类, 1.5]\n"
                           "      - [^, 二类, 2.5]\n"
                           "      - [^, 三类, 3.5]\n"
                           "      - [乙县全部, <, 4.5]\n");
    assert_int_equal(run_of(&p, "甲县")->run->origin.y,
                     run_of(&p, "二类")->run->origin.y);
    assert_false(printed_has(&p, run_of(&p, "甲县")->page, "^"));
    assert_false(printed_has(&p, run_of(&p, "甲县")->page, "<"));
    int rows = 0, columns = 0;
    const jb_display *d =
        &p.pages->pages.at[run_of(&p, "甲县")->page].display;
    for (size_t i = 0; i < d->items.n; i++) {
        const display_item *item = &d->items.at[i];
        if (item->kind != DISPLAY_GROUP_BEGIN)
            continue;
        rows = item->group.rows > rows ? item->group.rows : rows;
        columns = item->group.role == ROLE_TH || item->group.role == ROLE_TD
                      ? (item->group.columns > columns ? item->group.columns
                                                       : columns)
                      : columns;
    }
    assert_int_equal(rows, 3);
    assert_int_equal(columns, 2);
    printed_drop(&p);
    arena_drop(a);
}

/* Of a table of so many rows, the fewest that a page has. */
static size_t
fewest_rows(size_t n)
{
    arena *a = arena_new();
    slice_builder rows = {.arena = a};
    for (size_t i = 0; i < n; i++)
        builder_add_text(&rows, arena_printf(a, "      - [项%zu, %zu.5]\n",
                                             i, 100 + i));
    builder_add(&rows, SLICE_OF("\0"));
    printed p = user_table(a, "项目, 数", builder_slice(&rows).at);
    size_t *on = ARENA_ARRAY(a, p.pages->pages.n, size_t), fewest = n;
    for (size_t i = 0; i < p.runs.n; i++)
        if (p.runs.at[i].is_in_table &&
            slice_starts_with(p.runs.at[i].run->text, SLICE_OF("项")) &&
            !slice_is(p.runs.at[i].run->text, "项目"))
            on[p.runs.at[i].page]++;
    for (size_t page = 0; page < p.pages->pages.n; page++)
        if (on[page] > 0 && on[page] < fewest)
            fewest = on[page];
    printed_drop(&p);
    arena_drop(a);
    return fewest;
}

static void
no_page_has_a_remnant_of_a_table(void **state)
{
    (void)state;
    size_t parted = 0;
    for (size_t n = 40; n < 120; n++) {
        size_t fewest = fewest_rows(n);
        parted += fewest < n;
        assert_true(fewest >= 5);
    }
    assert_true(parted > 20);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(growth_has_bars_in_proportion),
        cmocka_unit_test(an_official_table_has_no_bars),
        cmocka_unit_test(the_room_goes_where_it_spares_most_lines),
        cmocka_unit_test(points_align_whatever_stands_around_them),
        cmocka_unit_test(dates_stand_at_the_left),
        cmocka_unit_test(many_columns_stay_whole),
        cmocka_unit_test(a_long_column_gets_the_room),
        cmocka_unit_test(rows_are_as_low_as_their_texts_allow),
        cmocka_unit_test(cells_reach_over_rows_and_columns),
        cmocka_unit_test(no_page_has_a_remnant_of_a_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
