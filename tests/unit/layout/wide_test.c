/* Tables with more columns than the page is wide, or rows than it is high:
 * none is ever set so that two of its texts touch or one leaves the page, and
 * every figure is there once and whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "unit/layout/printed.h"

/* ── a table of n columns ── */

#define ROWS 9
static const char *const PLACES[ROWS] = {"子县", "丑县", "寅县", "卯县", "辰县",
                                         "巳县", "午县", "未县", "申县"};

/* Figure of row r, column k: each is another. */
static const char *
figure(arena *a, int r, int k)
{
    return arena_printf(a, "%d.%d", 1000 + r * 100 + k, (r + k) % 10);
}

/* Under heads over two columns each when `is_grouped`. */
static printed
wide_table(arena *a, int n, bool is_grouped, const char *layout)
{
    slice_builder b = {.arena = a};
    builder_add_text(&b, "标题: 试\n章节:\n"
                         "  - {标题: 节, 正文: 文。, 表格: [表]}\n"
                         "  - {标题: 末, 正文: 文。}\n"
                         "表格:\n  表:\n    标题: 表\n    单位: 亿元\n"
                         "    注: 按可比价。\n    列: [县区");
    for (int k = 1; k < n; k++) {
        if (is_grouped && k + 1 < n)
            builder_printf(&b, ", {标题: 工业增加值%d, 列: [1—9月, 增速]}",
                           k++);
        else
            builder_printf(&b, ", 规模以上工业增加值%d", k);
    }
    builder_add_text(&b, "]\n    行:\n");
    for (int r = 0; r < ROWS; r++) {
        builder_printf(&b, "      - [%s", PLACES[r]);
        for (int k = 1; k < n; k++)
            builder_printf(&b, ", %s", figure(a, r, k));
        builder_add_text(&b, "]\n");
    }
    slice text = builder_slice(&b);
    printed p = printed_from(arena_printf(a, "%.*s", SLICE_ARGS(text)), layout);
    assert_non_null(p.pages);
    return p;
}

static size_t
times_said(const printed *p, const diag_kind *kind)
{
    size_t n = 0;
    for (size_t i = 0; i < diags_count(p->diags); i++)
        n += diags_at(p->diags, i)->kind == kind;
    return n;
}

/* ── with a ruler ── */

/* The em boxes of a run's glyphs, on the page. */
static jb_rect
area_of(const printed_run *r)
{
    const jb_glyph_run *run = r->run;
    jb_len length = r->right - r->left;
    if (run->is_upright_rotated)
        return (jb_rect){run->origin.x - run->size * 4 / 5,
                         run->origin.y - length, run->size, length};
    return (jb_rect){run->origin.x, run->origin.y - run->size * 4 / 5, length,
                     run->size};
}

static bool
overlap(jb_rect a, jb_rect b)
{
    jb_len some = LEN_OF_PT(1);
    return a.x + some < b.x + b.w && b.x + some < a.x + a.w &&
           a.y + some < b.y + b.h && b.y + some < a.y + a.h;
}

static void
assert_apart(const printed *p, const char *what)
{
    for (size_t i = 0; i < p->runs.n; i++)
        for (size_t k = i + 1; k < p->runs.n; k++) {
            const printed_run *a = &p->runs.at[i], *b = &p->runs.at[k];
            if (a->is_in_table && b->is_in_table && a->page == b->page &&
                overlap(area_of(a), area_of(b)))
                fail_msg("%s: “%.*s” touches “%.*s” on page %zu", what,
                         SLICE_ARGS(a->run->text), SLICE_ARGS(b->run->text),
                         a->page + 1);
        }
}

static size_t
count_runs(const printed *p, const char *text)
{
    size_t n = 0;
    for (size_t i = 0; i < p->runs.n; i++)
        n += p->runs.at[i].is_in_table &&
             slice_is(p->runs.at[i].run->text, text);
    return n;
}

static void
assert_inside(const printed *p, const char *what)
{
    const style_page *page = style_page_of(p->style);
    for (size_t i = 0; i < p->runs.n; i++) {
        jb_rect r = area_of(&p->runs.at[i]);
        if (p->runs.at[i].is_in_table &&
            (r.x + LEN_OF_PT(1) < page->left ||
             r.x + r.w > page->size.w - page->right + LEN_OF_PT(1) ||
             r.y + LEN_OF_PT(1) < page->top ||
             r.y + r.h > page->size.h - page->bottom + LEN_OF_PT(1)))
            fail_msg("%s: “%.*s” is outside", what,
                     SLICE_ARGS(p->runs.at[i].run->text));
    }
}

static void
every_figure_is_whole_and_alone(void **state)
{
    (void)state;
    static const char *const layouts[] = {"briefing", "bulletin", "report",
                                          "slide", "gongwen"};
    static const int columns[] = {5, 11, 12, 17, 20, 26, 40, 61};
    for (size_t l = 0; l < sizeof layouts / sizeof *layouts; l++)
        for (size_t i = 0; i < 2 * sizeof columns / sizeof *columns; i++) {
            arena *a = arena_new();
            int n = columns[i / 2];
            const char *what = arena_printf(a, "%s, %d columns", layouts[l], n);
            printed p = wide_table(a, n, i % 2 == 1, layouts[l]);
            assert_apart(&p, what);
            assert_inside(&p, what);
            for (int r = 0; r < ROWS; r++)
                for (int k = 1; k < n; k++)
                    if (count_runs(&p, figure(a, r, k)) != 1)
                        fail_msg("%s: %s stands there %zu times", what,
                                 figure(a, r, k),
                                 count_runs(&p, figure(a, r, k)));
            printed_drop(&p);
            arena_drop(a);
        }
}

/* ── what is done, and told ── */

static bool
is_turned(const printed *p)
{
    for (size_t i = 0; i < p->runs.n; i++)
        if (p->runs.at[i].is_in_table && p->runs.at[i].run->is_upright_rotated)
            return true;
    return false;
}

static void
the_paper_is_turned_before_a_table_is_cut(void **state)
{
    (void)state;
    static const struct {
        int n;
        const char *layout;
        bool is_turned, is_cut;
    } cases[] = {
        {8, "briefing", false, false}, {18, "briefing", true, false},
        {40, "briefing", false, true}, {18, "gongwen", true, false},
        {40, "gongwen", false, true},  {18, "slide", false, false},
        {40, "slide", false, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        arena *a = arena_new();
        printed p = wide_table(a, cases[i].n, false, cases[i].layout);
        assert_int_equal(is_turned(&p), cases[i].is_turned);
        assert_int_equal(times_said(&p, &LAYOUT_TABLE_TURNED),
                         cases[i].is_turned);
        assert_int_equal(times_said(&p, &LAYOUT_TABLE_CUT), cases[i].is_cut);
        printed_drop(&p);
        arena_drop(a);
    }
}

static size_t
heads_over_two(const printed *p)
{
    size_t n = 0;
    for (size_t page = 0; page < p->pages->pages.n; page++) {
        const jb_display *d = &p->pages->pages.at[page].display;
        for (size_t i = 0; i < d->items.n; i++)
            n += d->items.at[i].kind == DISPLAY_GROUP_BEGIN &&
                 d->items.at[i].group.columns == 2;
    }
    return n;
}

/* 横排: 是 turns what would stand upright, and nothing is told of it. */
static void
a_table_is_turned_on_request(void **state)
{
    (void)state;
    printed p = printed_from(
        "标题: 试\n章节: [{标题: 节, 正文: 文。, 表格: [表]}]\n表格:\n"
        "  表: {标题: 名单, 横排: 是, 列: [县, 数], 行: [[某县, 1.5]]}\n",
        "briefing");
    assert_non_null(p.pages);
    assert_true(is_turned(&p));
    assert_int_equal(times_said(&p, &LAYOUT_TABLE_TURNED), 0);
    printed_drop(&p);
}

/* Strips are of like width, each has the names and the caption, and the last
 * the note; heads over two columns are not parted. */
static void
each_strip_says_what_its_rows_are(void **state)
{
    (void)state;
    arena *a = arena_new();
    printed p = wide_table(a, 41, true, "briefing");
    size_t strips = count_runs(&p, PLACES[ROWS - 1]);
    assert_in_range(strips, 2, 5);
    assert_int_equal(count_runs(&p, "增速"), 20);
    assert_int_equal(heads_over_two(&p), 20);
    size_t notes = 0;
    for (size_t page = 0; page < p.pages->pages.n; page++)
        notes += printed_has(&p, page, "按可比价");
    assert_int_equal(notes, 1);
    assert_true(printed_has(&p, p.pages->pages.n - 1, "（续表）"));
    printed_drop(&p);
    arena_drop(a);
}

/* While the pages of a turned table wait, the text goes on. */
static void
text_runs_on_before_a_turned_page(void **state)
{
    (void)state;
    arena *a = arena_new();
    printed p = wide_table(a, 18, false, "briefing");
    assert_true(printed_has(&p, 0, "二、末"));
    assert_true(printed_has(&p, 1, PLACES[ROWS - 1]));
    printed_drop(&p);
    arena_drop(a);
}

/* ── rows and cells higher than a page ── */

static const char *const UPRIGHT[] = {"briefing", "bulletin", "report",
                                      "slide", "gongwen"};

/* How often a character of the tables' stands in those that are no heads. */
static size_t
count_characters(const printed *p, const char *character)
{
    size_t n = 0;
    for (size_t i = 0; i < p->runs.n; i++) {
        slice text = p->runs.at[i].run->text;
        for (size_t at; p->runs.at[i].is_in_table &&
                        (at = slice_find(text, slice_from(character))) <
                            text.len;
             n++)
            text = slice_cut(text, at + strlen(character), text.len);
    }
    return n;
}

static void
a_row_higher_than_the_page_goes_on_over_it(void **state)
{
    (void)state;
    for (size_t l = 0; l < sizeof UPRIGHT / sizeof *UPRIGHT; l++)
        for (int n = 10; n < 2000; n = n * 5 / 2) {
            arena *a = arena_new();
            slice_builder b = {.arena = a};
            builder_add_text(&b, "标题: 试\n章节:\n"
                                 "  - {标题: 节, 正文: 文。, 表格: [表]}\n"
                                 "表格:\n  表:\n    标题: 分工\n"
                                 "    列: [序号, 进展, 单位]\n    行:\n"
                                 "      - [1, 初, 科]\n      - [2, ");
            for (int i = 0; i < n; i++)
                builder_add_text(&b, "推进落实，");
            builder_add_text(&b, ", 发]\n      - [3, 末, 民]\n");
            printed p = printed_from(builder_slice(&b).at, UPRIGHT[l]);
            assert_non_null(p.pages);
            assert_apart(&p, UPRIGHT[l]);
            assert_inside(&p, UPRIGHT[l]);
            assert_int_equal(count_characters(&p, "推"), n);
            assert_int_equal(count_characters(&p, "末"), 1);
            printed_drop(&p);
            arena_drop(a);
        }
}

static void
a_cell_over_many_rows_stays_on_the_page(void **state)
{
    (void)state;
    for (size_t l = 0; l < sizeof UPRIGHT / sizeof *UPRIGHT; l++)
        for (int n = 4; n < 200; n *= 3) {
            arena *a = arena_new();
            slice_builder b = {.arena = a};
            builder_add_text(&b, "标题: 试\n章节:\n"
                                 "  - {标题: 节, 正文: 文。, 表格: [表]}\n"
                                 "表格:\n  表:\n    标题: 分工\n"
                                 "    列: [地区, 乡镇, 数]\n    行:\n"
                                 "      - [合并, 首镇, 1]\n");
            for (int i = 1; i < n; i++)
                builder_add_text(&b, "      - [^, 某镇, 2]\n");
            printed p = printed_from(builder_slice(&b).at, UPRIGHT[l]);
            assert_non_null(p.pages);
            assert_apart(&p, UPRIGHT[l]);
            assert_inside(&p, UPRIGHT[l]);
            assert_int_equal(count_runs(&p, "合并"), 1);
            assert_int_equal(count_runs(&p, "某镇"), n - 1);
            printed_drop(&p);
            arena_drop(a);
        }
}

/* Wherever a table goes on, its page says what it is and in which unit. */
static void
what_goes_on_says_what_it_is(void **state)
{
    (void)state;
    static const char *const layouts[] = {"slide", "briefing"};
    for (size_t l = 0; l < 2; l++) {
        arena *a = arena_new();
        slice_builder b = {.arena = a};
        builder_add_text(&b, "标题: 试\n章节:\n"
                             "  - {标题: 节, 正文: 文。, 表格: [表]}\n"
                             "表格:\n  表:\n    标题: 名单\n    单位: 亿元\n"
                             "    列: [县, 数]\n    行:\n");
        for (int i = 0; i < 90; i++)
            builder_add_text(&b, "      - [某县, 1.5]\n");
        printed p = printed_from(builder_slice(&b).at, layouts[l]);
        assert_non_null(p.pages);
        size_t n = 0;
        for (size_t page = 0; page < p.pages->pages.n; page++) {
            if (!printed_has(&p, page, "某县"))
                continue;
            n++;
            assert_true(printed_has(&p, page, "名单"));
            assert_true(printed_has(&p, page, "单位：亿元"));
            assert_true(l == 1 || printed_has(&p, page, "一、节"));
        }
        assert_true(n > 1);
        printed_drop(&p);
        arena_drop(a);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_figure_is_whole_and_alone),
        cmocka_unit_test(the_paper_is_turned_before_a_table_is_cut),
        cmocka_unit_test(a_table_is_turned_on_request),
        cmocka_unit_test(each_strip_says_what_its_rows_are),
        cmocka_unit_test(text_runs_on_before_a_turned_page),
        cmocka_unit_test(a_row_higher_than_the_page_goes_on_over_it),
        cmocka_unit_test(a_cell_over_many_rows_stays_on_the_page),
        cmocka_unit_test(what_goes_on_says_what_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
