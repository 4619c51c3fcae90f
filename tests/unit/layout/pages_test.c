#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "printed.h"

/* ── documents of any size ── */

typedef struct recipe {
    size_t metrics, sections, paragraphs, characters;
    bool has_charts, has_cards, has_summary;
} recipe;

static const char *const words[] = {
    "全市", "科技型", "中小企业", "持续", "增长", "，", "创新", "平台",
    "建设", "取得", "新进展", "。", "其中", "《规划》", "“十四五”", "2022年",
    "达到", "75.3亿元", "、", "成果转化",
};

static void
add_words(slice_builder *b, size_t characters, uint64_t *seed)
{
    size_t start = b->len;
    bool is_mark = true;
    while (b->len - start < characters * 3) {
        *seed = *seed * 6364136223846793005u + 1442695040888963407u;
        const char *word =
            words[(*seed >> 33) % (sizeof words / sizeof words[0])];
        bool is_next_mark = strlen(word) == 3;
        if (is_mark && is_next_mark)
            continue;
        is_mark = is_next_mark;
        builder_add_text(b, word);
    }
    builder_add_text(b, is_mark ? "完毕。" : "。");
}

static void
add_sections(slice_builder *b, const recipe *r, uint64_t *seed)
{
    if (r->sections > 0)
        builder_add_text(b, "章节:\n");
    for (size_t s = 0; s < r->sections; s++) {
        builder_printf(b, "  - 标题: 第%zu项工作取得新的进展\n", s + 1);
        builder_add_text(b, "    正文: |\n");
        for (size_t k = 0; k < r->paragraphs; k++) {
            builder_add_text(b, "      ");
            add_words(b, 20 + (*seed >> 40) % r->characters, seed);
            builder_add_text(b, "\n\n");
        }
        if (r->has_charts)
            builder_add_text(b, s % 2 == 0 ? "    图表: [甲]\n"
                                           : "    图表: [甲, 乙]\n");
    }
}

static const char *
document_of(arena *a, const recipe *r, uint64_t seed)
{
    slice_builder b = {.arena = a};
    builder_add_text(&b, "标题: 工作简报\n发布单位: 某市科学技术局\n"
                         "期号: 第3期\n日期: 2023-01-09\n时期: 2022\n");
    if (r->has_summary)
        builder_add_text(&b, "摘要: 自动\n");
    if (r->has_cards)
        builder_add_text(&b, "要点: [m0, m1, m2]\n");
    builder_add_text(&b, "指标:\n");
    for (size_t i = 0; i < r->metrics; i++)
        builder_printf(&b,
                       "  m%zu: {名称: 第%zu项指标, 单位: 亿元, 本期: %zu.%zu,"
                       " 同比: %d.5%%, 分组: 第%zu组}\n",
                       i, i + 1, 20 + i * 3, i % 10, (int)(i * 7 % 50) - 15,
                       i / 9 + 1);
    if (r->has_charts)
        builder_add_text(&b, "图表:\n"
                             "  甲: {类型: growth, 指标: [m0, m1, m2]}\n"
                             "  乙: {类型: compare, 指标: [m0, m1]}\n");
    add_sections(&b, r, &seed);
    return builder_slice(&b).at;
}

static recipe
recipe_of(uint64_t seed)
{
    return (recipe){.metrics = 3 + seed * 7 % 60,
                    .sections = seed % 6,
                    .paragraphs = 1 + seed % 4,
                    .characters = 30 + seed * 37 % 300,
                    .has_charts = seed % 3 != 0,
                    .has_cards = seed % 2 == 0,
                    .has_summary = seed % 4 != 1};
}

/* ── what every page keeps ── */

static void
assert_sound(const printed *p)
{
    assert_non_null(p->pages);
    for (size_t i = 0; i < p->pages->pages.n; i++) {
        const jb_page *page = &p->pages->pages.at[i];
        jb_rect paper = {0, 0, page->size.w, page->size.h};
        assert_null(display_check(&page->display, paper));
    }
}

/* Nothing but running heads leaves the type area; marks at either end of a
 * line may stand past it by the blank half that is trimmed of them. */
static void
assert_within_type_area(const printed *p)
{
    const style_page *page = style_page_of(p->style);
    jb_len slack = LEN_OF_PT(0.2);
    for (size_t i = 0; i < p->runs.n; i++) {
        const printed_run *r = &p->runs.at[i];
        if (r->is_artifact && !r->is_in_table)
            continue;
        jb_len half = r->run->size / 2;
        assert_true(r->left >= page->left - half - slack);
        assert_true(r->right <=
                    page->size.w - page->right + half + slack);
        assert_true(r->run->origin.y >= page->top);
        assert_true(r->run->origin.y <= page->size.h - page->bottom);
    }
}

static bool
is_body(const printed *p, const printed_run *r)
{
    const style_text *body = style_text_lookup(p->style, "body");
    return r->role == ROLE_P && r->is_in_section && !r->is_artifact &&
           !r->is_in_table && !r->is_in_figure && r->run->size == body->size &&
           r->element != 0;
}

/* The baselines of all body lines of all pages are one grid. */
static void
assert_on_grid(const printed *p)
{
    const style_page *page = style_page_of(p->style);
    jb_len phase = -1;
    for (size_t i = 0; i < p->runs.n; i++) {
        const printed_run *r = &p->runs.at[i];
        if (!is_body(p, r))
            continue;
        jb_len at = (r->run->origin.y - page->top) % page->grid;
        if (phase < 0)
            phase = at;
        assert_int_equal(at, phase);
    }
}

/* A paragraph broken over pages has as many lines on either as its style
 * wants. */
static void
assert_no_lone_lines(const printed *p)
{
    const style_text *body = style_text_lookup(p->style, "body");
    for (size_t i = 0; i < p->runs.n; i++) {
        const printed_run *r = &p->runs.at[i];
        if (!is_body(p, r))
            continue;
        size_t here = 0, before = 0, behind = 0;
        jb_len y = -1;
        for (size_t k = 0; k < p->runs.n; k++) {
            const printed_run *other = &p->runs.at[k];
            if (other->element != r->element || other->is_artifact)
                continue;
            before += other->page < r->page;
            behind += other->page > r->page;
            here += other->page == r->page && other->run->origin.y != y;
            y = other->run->origin.y;
        }
        assert_true(behind == 0 || here >= (size_t)body->orphans);
        assert_true(before == 0 || here >= (size_t)body->widows);
    }
}

/* Below a heading something of its section stands on the same page. */
static void
assert_no_heading_ends_a_page(const printed *p)
{
    for (size_t i = 0; i < p->runs.n; i++) {
        const printed_run *r = &p->runs.at[i];
        if (r->role != ROLE_H2 || r->is_artifact)
            continue;
        bool has_below = false;
        for (size_t k = i + 1; k < p->runs.n && !has_below; k++)
            has_below = p->runs.at[k].page == r->page &&
                        !p->runs.at[k].is_artifact &&
                        p->runs.at[k].role != ROLE_H2;
        assert_true(has_below);
    }
}

static void
assert_numbered(const printed *p)
{
    for (size_t i = 0; i < p->pages->pages.n; i++) {
        slice number = p->pages->pages.at[i].label;
        assert_true(slice_equal(
            number, slice_printf(p->arena, "%zu", i + 1)));
        slice folio = slice_printf(p->arena, "—\u2004%zu\u2004—", i + 1);
        slice text = printed_text(p, i);
        assert_true(slice_ends_with(text, folio));
    }
}

static void
generated_briefings_keep_the_rules(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 24; seed++) {
        arena *a = arena_new();
        recipe r = recipe_of(seed);
        printed p = printed_from(document_of(a, &r, seed), "briefing");
        assert_sound(&p);
        assert_within_type_area(&p);
        assert_on_grid(&p);
        assert_no_lone_lines(&p);
        assert_no_heading_ends_a_page(&p);
        assert_numbered(&p);
        printed_drop(&p);
        arena_drop(a);
    }
}

/* Slides: nothing under 12 pt but note marks, which are raised. */
static void
generated_slides_keep_the_rules(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 12; seed++) {
        arena *a = arena_new();
        recipe r = recipe_of(seed);
        printed p = printed_from(document_of(a, &r, seed), "slide");
        assert_sound(&p);
        assert_within_type_area(&p);
        assert_no_heading_ends_a_page(&p);
        for (size_t i = 0; i < p.runs.n; i++) {
            const jb_glyph_run *run = p.runs.at[i].run;
            bool is_mark = utf8_count(run->text) <= 5 &&
                           run->size < LEN_OF_PT(12);
            assert_true(run->size >= LEN_OF_PT(12) || is_mark);
        }
        printed_drop(&p);
        arena_drop(a);
    }
}

static void
generated_official_documents_keep_the_grid(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed < 10; seed++) {
        arena *a = arena_new();
        recipe r = recipe_of(seed);
        printed p = printed_from(document_of(a, &r, seed), "gongwen");
        assert_sound(&p);
        assert_within_type_area(&p);
        assert_on_grid(&p);
        assert_no_lone_lines(&p);
        printed_drop(&p);
        arena_drop(a);
    }
}

/* ── particular pages ── */

/* GB/T 9704-2012 5.2: a full page holds 22 lines of 28 characters, the first
 * 37 mm below the paper's edge. */
static void
an_official_page_holds_22_lines_of_28(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice_builder b = {.arena = a};
    builder_add_text(&b, "标题: 通知\n日期: 2023-01-09\n指标:\n"
                         "  a: {名称: 甲, 单位: 家, 本期: 1}\n"
                         "章节:\n  - 标题: 要求\n    正文: ");
    for (int i = 0; i < 1900; i++)
        builder_add_text(&b, i % 7 == 0 ? "创" : "新");
    printed p = printed_from(builder_slice(&b).at, "gongwen");
    assert_sound(&p);
    size_t lines = 0, characters = 0;
    jb_len y = -1, top = -1, ascent = 0;
    for (size_t i = 0; i < p.runs.n; i++) {
        const printed_run *r = &p.runs.at[i];
        if (r->page != 1 || r->is_artifact)
            continue;
        if (top < 0) {
            top = r->run->origin.y;
            ascent = len_scale(r->run->size, face_box_top(r->run->face),
                               face_units_per_em(r->run->face));
        }
        lines += r->run->origin.y != y;
        y = r->run->origin.y;
        characters += utf8_count(r->run->text);
    }
    assert_int_equal(lines, 22);
    assert_int_equal(characters, 22 * 28);
    jb_len pitch = (y - top) / 21;
    assert_in_range(pitch, LEN_OF_MM(10.44), LEN_OF_MM(10.46));
    assert_in_range(top - ascent, LEN_OF_MM(36.98), LEN_OF_MM(37.02));
    printed_drop(&p);
    arena_drop(a);
}

static void
a_long_table_repeats_its_head(void **state)
{
    (void)state;
    arena *a = arena_new();
    recipe r = {.metrics = 120};
    printed p = printed_from(document_of(a, &r, 1), "briefing");
    assert_sound(&p);
    assert_true(p.pages->pages.n >= 3);
    size_t with_head = 0, with_mark = 0, headers = 0;
    for (size_t i = 0; i < p.pages->pages.n; i++) {
        with_mark += printed_has(&p, i, "（续表）");
    }
    for (size_t i = 0; i < p.runs.n; i++) {
        bool is_head = slice_is(p.runs.at[i].run->text, "上年同期");
        with_head += is_head;
        headers += is_head && p.runs.at[i].role == ROLE_TH;
    }
    assert_true(with_head >= 3);
    assert_int_equal(with_mark, with_head - 1);
    assert_int_equal(headers, 1);
    printed_drop(&p);
    arena_drop(a);
}

/* Points of numbers in a column of the table stand under each other. */
static void
numbers_align_by_their_points(void **state)
{
    (void)state;
    printed p = printed_from("标题: 表\n日期: 2023-01-09\n时期: 2022\n指标:\n"
                             "  a: {名称: 甲, 单位: 吨, 本期: 5}\n"
                             "  b: {名称: 乙, 单位: 吨, 本期: 1234.5}\n"
                             "  c: {名称: 丙, 单位: 吨, 本期: 62.375}\n",
                             "briefing");
    assert_sound(&p);
    jb_len point = -1;
    size_t found = 0;
    for (size_t i = 0; i < p.runs.n; i++) {
        const printed_run *r = &p.runs.at[i];
        size_t at = slice_find(r->run->text, SLICE_OF("."));
        if (r->role != ROLE_TD || at == r->run->text.len)
            continue;
        jb_len x = r->left + r->run->glyphs[at].x;
        assert_true(point < 0 || point == x);
        point = x;
        found++;
    }
    assert_int_equal(found, 2);
    for (size_t i = 0; i < p.runs.n; i++)
        if (p.runs.at[i].role == ROLE_TD &&
            slice_is(p.runs.at[i].run->text, "5"))
            assert_int_equal(p.runs.at[i].right, point);
    printed_drop(&p);
}

static void
the_outline_names_the_headings(void **state)
{
    (void)state;
    arena *a = arena_new();
    recipe r = {.metrics = 4, .sections = 5, .paragraphs = 3,
                .characters = 300};
    printed p = printed_from(document_of(a, &r, 3), "briefing");
    assert_sound(&p);
    size_t sections = 0, page = 0;
    for (size_t i = 0; i < p.pages->outline.n; i++) {
        const display_outline *entry = &p.pages->outline.at[i];
        assert_true(entry->page >= page && entry->page < p.pages->pages.n);
        page = entry->page;
        slice end = SLICE_OF("取得新的进展");
        if (slice_ends_with(entry->title, end))
            sections++;
        assert_true(printed_has(&p, page,
                                slice_copy(a, entry->title).at));
    }
    assert_int_equal(sections, 5);
    assert_int_equal(p.pages->outline.at[0].level, 1);
    printed_drop(&p);
    arena_drop(a);
}

/* Each line of the contents ends with the page on which its heading is. */
static void
the_contents_name_the_pages(void **state)
{
    (void)state;
    arena *a = arena_new();
    recipe r = {.metrics = 40, .sections = 6, .paragraphs = 5,
                .characters = 500, .has_charts = true};
    printed p = printed_from(document_of(a, &r, 5), "report");
    assert_sound(&p);
    assert_within_type_area(&p);
    assert_on_grid(&p);
    assert_no_heading_ends_a_page(&p);
    size_t checked = 0;
    for (size_t i = 0; i < p.pages->outline.n; i++) {
        const display_outline *entry = &p.pages->outline.at[i];
        if (!slice_ends_with(entry->title, SLICE_OF("取得新的进展")))
            continue;
        slice line = slice_printf(a, "%.*s%zu", SLICE_ARGS(entry->title),
                                  entry->page + 1);
        assert_true(printed_has(&p, 1, line.at));
        checked++;
    }
    assert_int_equal(checked, 6);
    printed_drop(&p);
    arena_drop(a);
}

static void
the_document_says_who_and_when(void **state)
{
    (void)state;
    arena *a = arena_new();
    recipe r = {.metrics = 3};
    printed p = printed_from(document_of(a, &r, 1), "briefing");
    assert_true(slice_is(p.pages->title, "工作简报"));
    assert_true(slice_is(p.pages->author, "某市科学技术局"));
    assert_true(slice_is(p.pages->language, "zh-CN"));
    assert_int_equal(p.pages->year * 10000 + p.pages->month * 100 +
                         p.pages->day,
                     20230109);
    printed_drop(&p);
    arena_drop(a);
}

static slice
dump_of(arena *a, const printed *p)
{
    slice_builder b = {.arena = a};
    for (size_t i = 0; i < p->pages->pages.n; i++)
        builder_add(&b, display_dump(a, &p->pages->pages.at[i].display,
                                     face_name));
    return builder_slice(&b);
}

static void
the_same_input_gives_the_same_pages(void **state)
{
    (void)state;
    arena *a = arena_new();
    recipe r = recipe_of(8);
    const char *document = document_of(a, &r, 8);
    printed one = printed_from(document, "briefing");
    printed two = printed_from(document, "briefing");
    assert_true(slice_equal(dump_of(a, &one), dump_of(a, &two)));
    printed_drop(&one);
    printed_drop(&two);
    arena_drop(a);
}

static void
hostile_documents_are_set(void **state)
{
    (void)state;
    static const char *const documents[] = {
        "标题: 空\n日期: 2023-01-09\n指标:\n"
        "  a: {名称: 甲, 单位: 家, 本期: 1}\n",
        "标题: 关于进一步贯彻落实创新驱动发展战略加快推进国家创新型城市建设"
        "全面提升区域科技创新体系整体效能的阶段性工作情况简报关于进一步\n"
        "发布单位: 某某省某某市科学技术局高新技术发展及产业化与成果转化促进"
        "办公室\n日期: 2023-01-09\n要点: [a]\n指标:\n"
        "  a: {名称: 全市规模以上高技术制造业企业研究与试验发展经费内部支出"
        "占比, 单位: 万吨标准煤当量, 本期: 123456789.25, 同比: -12.5%}\n"
        "章节:\n  - 标题: 四十个字的标题四十个字的标题四十个字的标题四十个字的"
        "标题四十个字的标题四十\n  - 标题: 空节\n    正文: \"\"\n",
    };
    for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++) {
        const char *const layouts[] = {"briefing", "slide", "gongwen"};
        for (size_t k = 0; k < 3; k++) {
            printed p = printed_from(documents[i], layouts[k]);
            assert_sound(&p);
            assert_within_type_area(&p);
            printed_drop(&p);
        }
    }
}

/* 150 names fit no page: the chart is split and nothing is lost. */
static void
a_chart_too_high_is_split(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice_builder b = {.arena = a};
    builder_add_text(&b, "标题: 长图\n日期: 2023-01-09\n时期: 2022\n指标:\n");
    for (int i = 0; i < 150; i++)
        builder_printf(&b,
                       "  m%d: {名称: 第%d项名称颇长的规模以上工业企业指标,"
                       " 单位: 家, 本期: %d, 同比: %d%%}\n",
                       i, i, 100 + i, i % 40 + 1);
    builder_add_text(&b, "图表:\n  甲: {类型: growth, 指标: [m0");
    for (int i = 1; i < 150; i++)
        builder_printf(&b, ", m%d", i);
    builder_add_text(&b, "]}\n章节:\n  - 标题: 情况\n    正文: 见图。\n"
                         "    图表: [甲]\n");
    printed p = printed_from(builder_slice(&b).at, "briefing");
    assert_sound(&p);
    bool has_first = false, has_last = false;
    for (size_t i = 0; i < p.pages->pages.n; i++) {
        has_first |= printed_has(&p, i, "（1/");
        has_last |= printed_has(&p, i, "第149项名称");
    }
    assert_true(has_first && has_last);
    printed_drop(&p);
    arena_drop(a);
}

static bool
is_reported(const jb_diags *diags, const diag_kind *kind)
{
    for (size_t i = 0; i < diags_count(diags); i++)
        if (diags_at(diags, i)->kind == kind)
            return true;
    return false;
}

/* So is one drawn alone, and says that it is; where no number of pages helps,
 * it is refused. */
static void
a_chart_alone_is_split(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice_builder b = {.arena = a};
    builder_add_text(&b, "标题: 长图\n时期: 2022\n指标:\n");
    for (int i = 0; i < 60; i++)
        builder_printf(&b, "  m%d: {名称: 第%d项, 单位: 家, 本期: %d, "
                           "同比: %d%%}\n",
                       i, i, 100 + i, i % 40 + 1);
    builder_add_text(&b, "图表:\n  甲: {类型: growth, 指标: [m0");
    for (int i = 1; i < 60; i++)
        builder_printf(&b, ", m%d", i);
    builder_add_text(&b, "]}\n");
    printed p = printed_from(builder_slice(&b).at, "briefing");
    assert_sound(&p);
    layout_canvas canvas = {.style = p.style,
                            .size = {LEN_OF_MM(120), LEN_OF_MM(70)}};
    const chart_spec *chart = report_chart_at(p.report, 0);
    jb_pages *pages =
        pages_from_chart(p.report, chart, canvas, p.typesetter, p.diags);
    assert_non_null(pages);
    assert_true(pages->pages.n > 1);
    assert_true(is_reported(p.diags, &CHART_PAGED));
    assert_true(is_reported(p.diags, &CHART_SIZE));
    pages_drop(pages);
    canvas.size.h = LEN_OF_MM(15);
    assert_null(pages_from_chart(p.report, chart, canvas, p.typesetter,
                                 p.diags));
    assert_true(is_reported(p.diags, &CHART_TOO_SMALL));
    printed_drop(&p);
    arena_drop(a);
}

/* So many pixels hold it at fewer dots an inch, which is told; so many as are
 * enough, at the usual. */
static void
a_small_chart_is_drawn_finer(void **state)
{
    (void)state;
    printed p = printed_from(
        "标题: 小图\n时期: 2022\n指标:\n"
        "  a: {名称: 甲项, 单位: 家, 本期: 3, 上年同期: 2}\n"
        "  b: {名称: 乙项, 单位: 家, 本期: 4, 上年同期: 2}\n"
        "  c: {名称: 丙项, 单位: 家, 本期: 5, 上年同期: 2}\n"
        "  d: {名称: 丁项, 单位: 家, 本期: 6, 上年同期: 2}\n"
        "图表:\n  图: {类型: growth, 指标: [a, b, c, d]}\n",
        "briefing");
    assert_sound(&p);
    layout_canvas canvas = {.style = p.style, .dpi = 144,
                            .size = {LEN_OF_PT(400), LEN_OF_PT(300)}};
    const chart_spec *chart = report_chart_at(p.report, 0);
    assert_true(pages_dpi_for_chart(p.report, chart, canvas, p.typesetter, 96) == 144);
    canvas.size = (jb_size){LEN_OF_PT(110), LEN_OF_PT(95)};
    canvas.dpi_usual = 144;
    canvas.dpi = pages_dpi_for_chart(p.report, chart, canvas, p.typesetter, 96);
    assert_true(canvas.dpi >= 96 && canvas.dpi < 144);
    canvas.size.w = len_from(canvas.size.w * 144 / canvas.dpi);
    canvas.size.h = len_from(canvas.size.h * 144 / canvas.dpi);
    jb_pages *pages =
        pages_from_chart(p.report, chart, canvas, p.typesetter, p.diags);
    assert_non_null(pages);
    assert_int_equal(pages->pages.n, 1);
    assert_true(is_reported(p.diags, &CHART_FINER));
    pages_drop(pages);
    printed_drop(&p);
}

/* Whether a chart so wide, in points, in a theme for the screen, is told to
 * have the small text of this layout. */
static bool
is_told_small(const printed *p, const char *layout, jb_len width)
{
    arena *a = arena_new();
    jb_diags *diags = diags_new();
    jb_source *page = source_from_file(
        arena_printf(a, "layouts/%s.yaml", layout), 1 << 20, diags);
    jb_source *cloth = source_from_file("layouts/themes/slide-dark.yaml",
                                        1 << 20, diags);
    jb_theme *theme = theme_from_source(cloth, diags);
    jb_style *style = style_from_source(page, theme, diags);
    assert_int_equal(diags_count(diags), 0);
    layout_canvas canvas = {.style = style, .size = {width, LEN_OF_PT(300)}};
    jb_pages *pages = pages_from_chart(
        p->report, report_chart_at(p->report, 0), canvas, p->typesetter,
        diags);
    assert_non_null(pages);
    bool is_told = is_reported(diags, &CHART_SMALL_TEXT);
    pages_drop(pages);
    style_drop(style);
    theme_drop(theme);
    source_drop(page);
    source_drop(cloth);
    diags_drop(diags);
    arena_drop(a);
    return is_told;
}

static void
text_too_small_for_the_screen_is_told(void **state)
{
    (void)state;
    printed p = printed_from(
        "标题: 小字\n时期: 2022\n指标:\n"
        "  a: {名称: 甲项, 单位: 家, 本期: 3, 上年同期: 2}\n"
        "图表:\n  图: {类型: growth, 指标: [a]}\n",
        "briefing");
    assert_sound(&p);
    assert_true(is_told_small(&p, "briefing", LEN_OF_PT(960)));
    assert_false(is_told_small(&p, "briefing", LEN_OF_PT(600)));
    assert_false(is_told_small(&p, "slide", LEN_OF_PT(960)));
    printed_drop(&p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(generated_briefings_keep_the_rules),
        cmocka_unit_test(generated_slides_keep_the_rules),
        cmocka_unit_test(generated_official_documents_keep_the_grid),
        cmocka_unit_test(an_official_page_holds_22_lines_of_28),
        cmocka_unit_test(a_long_table_repeats_its_head),
        cmocka_unit_test(numbers_align_by_their_points),
        cmocka_unit_test(the_outline_names_the_headings),
        cmocka_unit_test(the_contents_name_the_pages),
        cmocka_unit_test(the_document_says_who_and_when),
        cmocka_unit_test(the_same_input_gives_the_same_pages),
        cmocka_unit_test(hostile_documents_are_set),
        cmocka_unit_test(a_chart_too_high_is_split),
        cmocka_unit_test(a_chart_alone_is_split),
        cmocka_unit_test(a_small_chart_is_drawn_finer),
        cmocka_unit_test(text_too_small_for_the_screen_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
