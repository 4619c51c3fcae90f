/* Generated documents with everything a page can hold: four levels of
 * headings, lists, notes, figures, tables with bands and merged cells, raised
 * and lowered text; set in every design and read back from the pages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "printed.h"

/* ── documents ── */

typedef struct chance {
    uint64_t seed;
} chance;

static uint32_t
below(chance *c, uint32_t n)
{
    c->seed = c->seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(c->seed >> 33) % n;
}

static const char *const words[] = {
    "全市", "中小企业", "持续", "增长", "创新平台", "建设", "取得新进展",
    "《规划》", "2022年", "成果转化", "面积12km²", "排放CO₂", "同比",
};

static void
add_words(slice_builder *b, chance *c, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        builder_add_text(b, words[below(c, 13)]);
        if (i % 4 == 3)
            builder_add_text(b, "，");
    }
}

static void
add_paragraph(slice_builder *b, chance *c, const char *indent)
{
    builder_add_text(b, indent);
    add_words(b, c, 5 + below(c, 60));
    if (below(c, 3) == 0) {
        builder_add_text(b, "{注：");
        add_words(b, c, 1 + below(c, 30));
        builder_add_text(b, "完。}");
        add_words(b, c, 1 + below(c, 9));
    }
    builder_add_text(b, "。\n\n");
    if (below(c, 4) > 0)
        return;
    for (uint32_t i = 0; i < 2 + below(c, 4); i++) {
        builder_printf(b, "%s- ", indent);
        add_words(b, c, 2 + below(c, 14));
        builder_add_text(b, "；\n");
    }
    builder_add_text(b, "\n");
}

/* A section and those inside it, `level` from 1. */
static void
add_section(slice_builder *b, chance *c, int level, uint32_t number)
{
    slice indent = slice_cut(SLICE_OF("                    "), 0,
                             (size_t)level * 4 - 2);
    const char *pad = slice_copy(b->arena, indent).at;
    builder_printf(b, "%s- 标题: 第%u项工作\n%s  正文: |\n", pad, number, pad);
    for (uint32_t i = 0; i < 1 + below(c, 3); i++)
        add_paragraph(b, c, arena_printf(b->arena, "%s    ", pad));
    if (level == 1)
        builder_printf(b, "%s  图表: [图%u]\n%s  表格: [表%u]\n", pad, number,
                       pad, number);
    if (level == 4 || below(c, 3) == 0)
        return;
    builder_printf(b, "%s  小节:\n", pad);
    for (uint32_t i = 0; i < 1 + below(c, 2); i++)
        add_section(b, c, level + 1, number * 10 + i + 1);
}

static void
add_table(slice_builder *b, chance *c, uint32_t number)
{
    builder_printf(b, "  表%u:\n    标题: 第%u张\n    单位: 亿元\n"
                      "    列: [地区, 类别, 数额, 说明]\n    行:\n",
                   number, number);
    for (uint32_t r = 0; r < 4 + below(c, 30); r++) {
        bool is_under = r % 3 > 0;
        builder_printf(b, "      - [%s, 类%u, %u.%u, \"",
                       is_under ? "^" : "某县", r, below(c, 900),
                       below(c, 10));
        add_words(b, c, 1 + below(c, 9));
        builder_add_text(b, "\"]\n");
    }
}

static const char *
document_of(arena *a, uint64_t seed)
{
    static const char *const kinds[] = {"growth", "compare", "growth"};
    slice_builder b = {.arena = a};
    chance c = {seed * 131 + 7};
    uint32_t n = 1 + below(&c, 4);
    builder_add_text(&b, "标题: 工作报告\n发布单位: 某市统计局\n"
                         "日期: 2023-01-09\n时期: 2022\n指标:\n");
    for (int i = 0; i < 4; i++)
        builder_printf(&b,
                       "  m%d: {名称: 第%d项指标, 单位: 亿元, 本期: %d.5, "
                       "同比: %d.5%%}\n", i, i, 20 + 7 * i, 9 - 5 * i);
    builder_add_text(&b, "图表:\n");
    for (uint32_t i = 1; i <= n; i++)
        builder_printf(&b, "  图%u: {类型: %s, 指标: [m0, m1, m2, m3]}\n", i,
                       kinds[below(&c, 3)]);
    builder_add_text(&b, "表格:\n");
    for (uint32_t i = 1; i <= n; i++)
        add_table(&b, &c, i);
    builder_add_text(&b, "章节:\n");
    for (uint32_t i = 1; i <= n; i++)
        add_section(&b, &c, 1, i);
    return builder_slice(&b).at;
}

/* ── what a reader with a ruler sees ── */

static bool
is_heading(const printed_run *r)
{
    return r->role >= ROLE_H2 && r->role <= ROLE_H5 && !r->is_artifact;
}

static bool
is_body(const printed *p, const printed_run *r)
{
    const style_text *body = style_text_lookup(p->style, "body");
    return r->role == ROLE_P && r->is_in_section && !r->is_artifact &&
           !r->is_in_table && !r->is_in_figure && !r->is_in_note &&
           r->run->size == body->size && r->element != 0;
}

/* Of the flow: no running head, no note at the foot. */
static bool
is_text(const printed_run *r)
{
    return !r->is_artifact && !r->is_in_note;
}

/* Where columns are, those whose runs overlap are one. */
static bool
shares_column(const printed *p, const printed_run *a, const printed_run *b)
{
    jb_len middle = style_page_of(p->style)->size.w / 2;
    bool is_wide = (a->left < middle && a->right > middle) ||
                   (b->left < middle && b->right > middle);
    return is_wide || (a->left < middle) == (b->left < middle);
}

/* Lines of a paragraph in one place, and whether it goes on elsewhere. */
static void
assert_no_lone_lines(const printed *p, bool has_columns)
{
    const style_text *body = style_text_lookup(p->style, "body");
    for (size_t i = 0; i < p->runs.n; i++) {
        const printed_run *r = &p->runs.at[i];
        size_t here = 0, before = 0, behind = 0;
        jb_len y = -1;
        if (!is_body(p, r))
            continue;
        for (size_t k = 0; k < p->runs.n; k++) {
            const printed_run *o = &p->runs.at[k];
            if (o->element != r->element || !is_body(p, o))
                continue;
            bool is_here = o->page == r->page &&
                           (!has_columns || shares_column(p, r, o));
            before += !is_here && k < i;
            behind += !is_here && k > i;
            here += is_here && o->run->origin.y != y;
            y = o->run->origin.y;
        }
        assert_true(behind == 0 || here >= (size_t)body->orphans);
        assert_true(before == 0 || here >= (size_t)body->widows);
    }
}

/* Below a heading, in its column, stands what it heads: text, or a figure. */
static void
assert_headings_head(const printed *p, bool has_end_notes)
{
    for (size_t i = 0; i < p->runs.n; i++) {
        const printed_run *r = &p->runs.at[i];
        bool has_below = false;
        if (!is_heading(r))
            continue;
        for (size_t k = i + 1; k < p->runs.n && !has_below; k++) {
            const printed_run *o = &p->runs.at[k];
            bool counts = is_text(o) || (has_end_notes && !o->is_artifact);
            has_below = o->page == r->page && counts && !is_heading(o) &&
                        o->run->origin.y > r->run->origin.y &&
                        shares_column(p, r, o);
        }
        if (!has_below)
            fail_msg("page %zu ends with the heading “%.*s”", r->page + 1,
                     SLICE_ARGS(r->run->text));
    }
}

/* The type area holds everything but running heads. */
static void
assert_not_overfull(const printed *p)
{
    const style_page *page = style_page_of(p->style);
    for (size_t i = 0; i < p->runs.n; i++) {
        const printed_run *r = &p->runs.at[i];
        if (r->is_artifact && !r->is_in_table)
            continue;
        jb_len half = r->run->size / 2 + LEN_OF_PT(0.2);
        bool is_lowered = slice_is(r->run->text, "2");
        jb_len lowered = is_lowered ? r->run->size / 4 : 0; /* CO₂ */
        if (r->run->origin.y < page->top ||
            r->run->origin.y > page->size.h - page->bottom + lowered ||
            r->left < page->left - half ||
            r->right > page->size.w - page->right + half)
            fail_msg("page %zu: “%.*s” stands outside", r->page + 1,
                     SLICE_ARGS(r->run->text));
    }
}

typedef struct place {
    size_t page;
    jb_len y;
    bool is_found;
} place;

/* Where the group with this id begins. */
static place
place_of(const printed *p, slice id)
{
    for (size_t page = 0; page < p->pages->pages.n; page++) {
        const jb_display *d = &p->pages->pages.at[page].display;
        bool is_open = false;
        for (size_t i = 0; i < d->items.n; i++) {
            const display_item *item = &d->items.at[i];
            if (item->kind == DISPLAY_GROUP_BEGIN &&
                slice_equal(item->group.id, id))
                is_open = true;
            if (is_open && item->kind == DISPLAY_GLYPHS)
                return (place){page, item->run.origin.y, true};
        }
    }
    return (place){0};
}

/* A figure may wait for the next page, but never stands before the heading of
 * its own section, nor on a page behind that of the section that follows the
 * next. */
static void
assert_figures_in_place(const printed *p)
{
    size_t heading = 0;
    int number = 0;
    for (size_t i = 0; i < metrics_sections_count(p->metrics); i++) {
        heading++;
        if (metrics_section_at(p->metrics, i)->level != 1)
            continue;
        place section = place_of(
            p, slice_printf(p->arena, "heading-%zu", heading));
        place figure = place_of(
            p, slice_printf(p->arena, "figure-%d", ++number));
        assert_true(section.is_found && figure.is_found);
        assert_true(figure.page > section.page ||
                    (figure.page == section.page && figure.y > section.y));
    }
}

/* A table that goes on over a page shows its head there again. */
static void
assert_heads_repeated(const printed *p)
{
    for (size_t page = 1; page < p->pages->pages.n; page++) {
        const printed_run *first = NULL;
        bool goes_on = false, has_head = false;
        for (size_t i = 0; i < p->runs.n; i++) {
            const printed_run *r = &p->runs.at[i];
            bool is_cell = r->is_in_table && !r->is_artifact;
            if (r->page != page)
                continue;
            if (first == NULL && is_cell && r->role != ROLE_CAPTION)
                first = r;
            has_head |= slice_is(r->run->text, "地区") && r->is_artifact;
        }
        for (size_t i = 0; i < p->runs.n && first != NULL; i++)
            goes_on |= p->runs.at[i].page < page &&
                       p->runs.at[i].is_in_table &&
                       p->runs.at[i].element == first->element;
        assert_true(!goes_on || has_head ||
                    first->element == 0);
    }
}

static bool
is_one_grid(const printed *p, jb_len grid)
{
    const style_page *page = style_page_of(p->style);
    jb_len phase = -1;
    for (size_t i = 0; i < p->runs.n; i++) {
        const printed_run *r = &p->runs.at[i];
        if (!is_body(p, r))
            continue;
        jb_len at = (r->run->origin.y - page->top) % grid;
        phase = phase < 0 ? at : phase;
        if (at != phase)
            return false;
    }
    return true;
}

/* The baselines of all body lines, of both columns, are one grid: the page's,
 * or the closer one that spares a page. */
static void
assert_one_grid(const printed *p)
{
    const style_page *page = style_page_of(p->style);
    assert_true(is_one_grid(p, page->grid) ||
                (page->close_grid > 0 && is_one_grid(p, page->close_grid)) ||
                (page->closest_grid > 0 &&
                 is_one_grid(p, page->closest_grid)));
}

/* The lowest baseline of a page's text. */
static jb_len
foot_of(const printed *p, size_t page)
{
    jb_len foot = 0;
    for (size_t i = 0; i < p->runs.n; i++)
        if (p->runs.at[i].page == page && !p->runs.at[i].is_artifact)
            foot = len_max(foot, p->runs.at[i].run->origin.y);
    return foot;
}

/* Whether the page begins with a line of body text, which could have stood on
 * the page before but for the rules. */
static bool
begins_with_body(const printed *p, size_t page)
{
    const printed_run *top = NULL;
    for (size_t i = 0; i < p->runs.n; i++) {
        const printed_run *r = &p->runs.at[i];
        if (r->page == page && is_text(r) &&
            (top == NULL || r->run->origin.y < top->run->origin.y))
            top = r;
    }
    return top != NULL && is_body(p, top);
}

/* White at a page's foot, in lines: three that the plan may leave to a short
 * last page, one for a widow, and what is under the last baseline. */
#define WHITE_LINES 5

static void
assert_pages_full(const printed *p)
{
    const style_page *page = style_page_of(p->style);
    for (size_t i = 0; i + 1 < p->pages->pages.n; i++) {
        jb_len white = page->size.h - page->bottom - foot_of(p, i);
        if (begins_with_body(p, i + 1) && white > WHITE_LINES * page->grid)
            fail_msg("page %zu ends %d lines early", i + 1,
                     (int)(white / page->grid));
    }
}

/* ── every design ── */

typedef struct design {
    const char *name;
    bool has_columns, is_on_grid, has_slides, has_end_notes;
} design;

static void
hold(const design *d, uint64_t seed)
{
    arena *a = arena_new();
    printed p = printed_from(document_of(a, seed), d->name);
    assert_non_null(p.pages);
    for (size_t i = 0; i < p.pages->pages.n; i++) {
        const jb_page *page = &p.pages->pages.at[i];
        assert_null(display_check(
            &page->display, (jb_rect){0, 0, page->size.w, page->size.h}));
    }
    assert_not_overfull(&p);
    assert_headings_head(&p, d->has_end_notes);
    assert_figures_in_place(&p);
    assert_heads_repeated(&p);
    if (!d->has_slides)
        assert_no_lone_lines(&p, d->has_columns);
    if (!d->has_slides && !d->has_columns)
        assert_pages_full(&p);
    if (d->is_on_grid)
        assert_one_grid(&p);
    printed_drop(&p);
    arena_drop(a);
}

#define SEEDS 16

static void
hold_all(const design *d)
{
    for (uint64_t seed = 0; seed < SEEDS; seed++)
        hold(d, seed);
}

static void
briefings_keep_the_rules(void **state)
{
    (void)state;
    hold_all(&(design){.name = "briefing", .is_on_grid = true, .has_end_notes = true});
}

static void
reports_keep_the_rules(void **state)
{
    (void)state;
    hold_all(&(design){.name = "report", .is_on_grid = true});
}

static void
columns_keep_the_rules(void **state)
{
    (void)state;
    hold_all(&(design){.name = "bulletin", .has_columns = true, .is_on_grid = true});
}

static void
official_documents_keep_the_rules(void **state)
{
    (void)state;
    hold_all(&(design){.name = "gongwen", .is_on_grid = true});
}

static void
slides_keep_the_rules(void **state)
{
    (void)state;
    hold_all(&(design){.name = "slide", .has_slides = true});
}

/* ── slides ── */

#define ONE "时期: 2025\n指标:\n  m: {名称: 指标, 单位: 亿元, 本期: 20}\n"

static void
short_sections_share_a_slide(void **state)
{
    (void)state;
    printed p = printed_from(
        "标题: 试\n" ONE "章节:\n  - 标题: 情况\n    正文: 一句话。\n"
        "    小节:\n      - {标题: 样本, 正文: 两句话。}\n"
        "      - {标题: 质量, 正文: 三句话。}\n",
        "slide");
    assert_non_null(p.pages);
    assert_true(printed_has(&p, 1, "一句话。"));
    assert_true(printed_has(&p, 1, "（一）"));
    assert_true(printed_has(&p, 1, "三句话。"));
    printed_drop(&p);
}

static void
a_table_stands_under_its_words(void **state)
{
    (void)state;
    printed p = printed_from(
        "标题: 试\n" ONE "表格:\n"
        "  表: {标题: 困难表, 列: [困难, 比重], 行: [[订单, 41.2]]}\n"
        "章节:\n  - {标题: 困难, 正文: 困难有一个。, 表格: [表]}\n",
        "slide");
    assert_non_null(p.pages);
    assert_true(printed_has(&p, 1, "困难有一个。"));
    assert_true(printed_has(&p, 1, "困难表"));
    assert_true(printed_has(&p, 1, "41.2"));
    printed_drop(&p);
}

/* A line or two have no slide of their own before a table of several. */
static void
a_long_table_begins_under_a_line(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice_builder b = {.arena = a};
    builder_add_text(&b, "标题: 试\n表格:\n  表:\n    标题: 分工\n"
                         "    列: [任务, 单位]\n    行:\n");
    for (int i = 0; i < 40; i++)
        builder_add_text(&b, "      - [某任务, 某局]\n");
    builder_add_text(&b, "章节:\n  - {标题: 任务, 正文: 分工见表。, "
                         "表格: [表]}\n");
    printed p = printed_from(builder_slice(&b).at, "slide");
    assert_non_null(p.pages);
    assert_true(printed_has(&p, 1, "分工见表。"));
    assert_true(printed_has(&p, 1, "某任务"));
    assert_true(printed_has(&p, 2, "某任务"));
    assert_true(printed_has(&p, 2, "一、任务"));
    printed_drop(&p);
    arena_drop(a);
}

/* Rows of the table of metrics on a page. */
static size_t
rows_on(const printed *p, size_t page)
{
    size_t n = 0;
    for (size_t i = 0; i < p->runs.n; i++) {
        const printed_run *r = &p->runs.at[i];
        n += r->page == page && r->is_in_table && !r->is_artifact &&
             slice_starts_with(r->run->text, SLICE_OF("第")) &&
             slice_ends_with(r->run->text, SLICE_OF("项指标"));
    }
    return n;
}

static void
a_table_parts_evenly(void **state)
{
    (void)state;
    for (int n_rows = 18; n_rows < 60; n_rows += 7) {
        arena *a = arena_new();
        slice_builder b = {.arena = a};
        builder_add_text(&b, "标题: 试\n时期: 2025\n指标:\n");
        for (int i = 0; i < n_rows; i++)
            builder_printf(&b, "  m%d: {名称: 第%d项指标, 单位: 亿元, "
                               "本期: 20}\n", i, i);
        printed p = printed_from(builder_slice(&b).at, "slide");
        assert_non_null(p.pages);
        size_t least = SIZE_MAX, most = 0;
        for (size_t i = 0; i < p.pages->pages.n; i++) {
            size_t n = rows_on(&p, i);
            least = n > 0 && n < least ? n : least;
            most = n > most ? n : most;
        }
        assert_true(most > 0 && most - least <= 3);
        printed_drop(&p);
        arena_drop(a);
    }
}

/* ── reports ── */

/* The page, from 1, that shows `text`; 0: none. */
static size_t
page_with(const printed *p, const char *text)
{
    for (size_t i = 0; i < p->pages->pages.n; i++)
        if (printed_has(p, i, text))
            return i + 1;
    return 0;
}

/* A summary of a line or two leaves its page to the sections, one of half a
 * page does not. */
static void
a_short_summary_shares_its_page(void **state)
{
    (void)state;
    for (int n = 1; n < 24; n += 4) {
        arena *a = arena_new();
        slice_builder b = {.arena = a};
        builder_add_text(&b, "标题: 试\n摘要:\n");
        for (int i = 0; i < n; i++)
            builder_add_text(&b, "  - 概括一句。\n");
        builder_add_text(&b, "章节:\n  - 标题: 情况\n    正文: |\n");
        for (int i = 0; i < 40; i++)
            builder_add_text(&b, "      文。\n\n");
        printed p = printed_from(builder_slice(&b).at, "report");
        assert_non_null(p.pages);
        size_t summary = page_with(&p, "概括一句。");
        assert_int_equal(page_with(&p, "文。") - summary, n > 8);
        assert_true(summary > 2); /* behind the contents */
        printed_drop(&p);
        arena_drop(a);
    }
}

/* How many columns the lines of the notes begin at. */
static size_t
note_columns(const printed *p)
{
    jb_len left = 0;
    size_t n = 0;
    for (size_t i = 0; i < p->runs.n; i++)
        if (slice_find(p->runs.at[i].run->text, SLICE_OF("此注")) == 0 &&
            (n == 0 || p->runs.at[i].left != left)) {
            left = p->runs.at[i].left;
            n++;
        }
    return n;
}

/* Notes that would leave columns of a line stand across them. */
static void
short_notes_stand_across_the_columns(void **state)
{
    (void)state;
    for (int n = 1; n < 12; n++) {
        arena *a = arena_new();
        slice_builder b = {.arena = a};
        builder_add_text(&b, "标题: 试\n章节: [{标题: 甲, 正文: 文。}]\n注释:\n");
        for (int i = 0; i < n; i++)
            builder_add_text(&b, "  - 此注说明一事。\n");
        printed p = printed_from(builder_slice(&b).at, "briefing");
        assert_non_null(p.pages);
        assert_int_equal(note_columns(&p), n < 4 ? 1 : 2);
        printed_drop(&p);
        arena_drop(a);
    }
}

/* A table that would begin a page begins under the text where that spares a
 * page, and only there. */
static void
a_table_shares_a_page_to_spare_one(void **state)
{
    (void)state;
    for (int n = 30; n <= 44; n += 14) {
        arena *a = arena_new();
        slice_builder b = {.arena = a};
        builder_add_text(&b, "标题: 试\n时期: 2024\n指标:\n");
        for (int i = 0; i < n; i++)
            builder_printf(&b, "  m%d: {名称: 第%d项收入, 单位: 亿元, 本期: "
                               "110, 上年同期: 100, 位次: 全省第1}\n", i, i);
        builder_add_text(&b, "章节:\n  - 标题: 情况\n    正文: |\n");
        for (int i = 0; i < 14; i++)
            builder_add_text(&b, "      文。\n\n");
        printed p = printed_from(builder_slice(&b).at, "report");
        assert_non_null(p.pages);
        assert_int_equal(page_with(&p, "上年同期") - page_with(&p, "文。"),
                         n == 30);
        printed_drop(&p);
        arena_drop(a);
    }
}

/* The later lines of an entry stand behind its number. */
static void
long_entries_of_the_contents_hang(void **state)
{
    (void)state;
    printed p = printed_from(
        "标题: 试\n章节:\n  - 标题: 深入实施创新驱动发展战略，加快构建现代化产业"
        "体系，着力提升产业链供应链韧性和安全水平，推动经济实现质的有效提升\n"
        "    正文: 文。\n",
        "report");
    assert_non_null(p.pages);
    jb_len size = style_text_lookup(p.style, "contents")->size;
    size_t lines = 0;
    for (size_t i = 0; i < p.runs.n; i++) {
        const printed_run *r = &p.runs.at[i];
        bool is_later = r->page == 1 && r->role == ROLE_TOC_ITEM &&
                        r->run->size == size && lines > 0 &&
                        r->run->text.at[0] > '9';
        jb_len left = r->left - style_page_of(p.style)->left;
        lines += r->page == 1 && r->role == ROLE_TOC_ITEM;
        if (is_later)
            assert_in_range(left, 2 * size - 64, 2 * size + 64);
    }
    assert_true(lines > 1);
    printed_drop(&p);
}

static void
a_rank_that_few_have_is_a_note(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice_builder b = {.arena = a};
    builder_add_text(&b, "标题: 试\n时期: 2025\n指标:\n");
    for (int i = 0; i < 9; i++)
        builder_printf(&b, "  m%d: {名称: 第%d项指标, 单位: 亿元, 本期: 20%s}"
                           "\n", i, i, i == 4 ? ", 位次: 全省第3/18" : "");
    printed p = printed_from(builder_slice(&b).at, "slide");
    assert_non_null(p.pages);
    bool has_column = false, has_note = false;
    for (size_t i = 0; i < p.pages->pages.n; i++) {
        has_column |= printed_has(&p, i, "位次");
        has_note |= printed_has(&p, i, "第4项指标居全省第3位。");
    }
    assert_false(has_column);
    assert_true(has_note);
    printed_drop(&p);
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(briefings_keep_the_rules),
        cmocka_unit_test(reports_keep_the_rules),
        cmocka_unit_test(columns_keep_the_rules),
        cmocka_unit_test(official_documents_keep_the_rules),
        cmocka_unit_test(slides_keep_the_rules),
        cmocka_unit_test(short_sections_share_a_slide),
        cmocka_unit_test(a_table_stands_under_its_words),
        cmocka_unit_test(a_long_table_begins_under_a_line),
        cmocka_unit_test(a_table_parts_evenly),
        cmocka_unit_test(a_short_summary_shares_its_page),
        cmocka_unit_test(short_notes_stand_across_the_columns),
        cmocka_unit_test(a_table_shares_a_page_to_spare_one),
        cmocka_unit_test(long_entries_of_the_contents_hang),
        cmocka_unit_test(a_rank_that_few_have_is_a_note),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
