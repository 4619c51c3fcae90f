/* Generated documents full of notes, tables, nested headings and columns, read
 * back from the pages: notes stand where their marks are, once, below the
 * text; nothing lies on anything else; contents name the right pages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "printed.h"

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
    "《规划》", "2022年", "成果转化", "营业收入", "利润", "同比",
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

/* Some notes are as long as a page: they must be parted. */
static void
add_note(slice_builder *b, chance *c, int *n)
{
    builder_printf(b, "{注：第%d条，", ++*n);
    add_words(b, c, below(c, 12) == 0 ? 400 : 1 + below(c, 40));
    builder_add_text(b, "完。}");
}

static void
add_paragraph(slice_builder *b, chance *c, int *n, const char *indent)
{
    builder_add_text(b, indent);
    add_words(b, c, 5 + below(c, 40));
    while (below(c, 3) == 0) {
        add_note(b, c, n);
        add_words(b, c, 3 + below(c, 20));
    }
    builder_add_text(b, "。\n\n");
}

static void
add_tables(slice_builder *b, chance *c, int *notes, uint32_t n)
{
    builder_add_text(b, "表格:\n");
    for (uint32_t t = 0; t < n; t++) {
        builder_printf(b, "  表%u:\n    标题: 第%u张\n    单位: 亿元\n"
                          "    列: [县区, {标题: 收入, 列: [数额, 增速]},"
                          " 说明]\n    行:\n", t, t);
        for (uint32_t r = 0; r < 3 + below(c, 40); r++) {
            if (below(c, 6) == 0)
                builder_printf(b, "      - 第%u组\n", r);
            builder_printf(b, "      - [县%u, %u.%u, -%u.5%%, \"", r,
                           below(c, 900), below(c, 10), below(c, 20));
            add_words(b, c, 1 + below(c, 9));
            if (below(c, 9) == 0)
                add_note(b, c, notes);
            builder_add_text(b, "\"]\n");
        }
    }
}

static void
add_section(slice_builder *b, chance *c, int *notes, uint32_t s)
{
    builder_printf(b, "  - 标题: 第%u项工作\n    编号: 甲%u\n    正文: |\n", s,
                   s);
    for (uint32_t i = 0; i < 1 + below(c, 4); i++)
        add_paragraph(b, c, notes, "      ");
    builder_printf(b, "      {见.表%u}、{节.甲0}：\n      - 一项\n      - 二项\n\n",
                   s);
    builder_printf(b, "    表格: [表%u]\n    小节:\n      - 标题: 小节\n"
                      "        正文: |\n", s);
    add_paragraph(b, c, notes, "          ");
    builder_add_text(b, "        小节:\n          - 标题: 细目\n"
                        "            正文: |\n");
    add_paragraph(b, c, notes, "              ");
}

static const char *
document_of(arena *a, uint64_t seed)
{
    slice_builder b = {.arena = a};
    chance c = {seed * 77 + 5};
    int notes = 0;
    uint32_t n = 1 + below(&c, 4);
    builder_add_text(&b, "标题: 报告{注：标题的注。}\n时期: 2022\n指标:\n"
                         "  m: {名称: 指标, 单位: 亿元, 本期: 20}\n");
    add_tables(&b, &c, &notes, n);
    builder_add_text(&b, "章节:\n");
    for (uint32_t s = 0; s < n; s++)
        add_section(&b, &c, &notes, s);
    return builder_slice(&b).at;
}

/* ── what the pages say ── */

typedef struct found_group {
    slice id;
    size_t page;
    display_role role;
} found_group;

typedef struct found {
    ARRAY(found_group) groups; /* with an id */
    ARRAY(found_group) marks;  /* the notes that marks lead to */
} found;

static found
find_groups(printed *p)
{
    found f = {0};
    for (size_t page = 0; page < p->pages->pages.n; page++) {
        const jb_display *d = &p->pages->pages.at[page].display;
        for (size_t i = 0; i < d->items.n; i++) {
            const display_item *item = &d->items.at[i];
            if (item->kind == DISPLAY_GROUP_BEGIN && item->group.id.len > 0)
                ARRAY_PUSH(p->arena, &f.groups,
                           ((found_group){item->group.id, page,
                                          item->group.role}));
            if (item->kind == DISPLAY_LINK &&
                slice_starts_with(item->link.destination, SLICE_OF("note-")))
                ARRAY_PUSH(p->arena, &f.marks,
                           ((found_group){item->link.destination, page,
                                          ROLE_LINK}));
        }
    }
    return f;
}

/* By page: each mark's note begins on its own page, exactly once there. */
static void
assert_notes_by_marks(const found *f)
{
    assert_true(f->marks.n > 0);
    for (size_t i = 0; i < f->marks.n; i++) {
        size_t n = 0;
        for (size_t k = 0; k < f->groups.n; k++) {
            if (!slice_equal(f->groups.at[k].id, f->marks.at[i].id))
                continue;
            n++;
            assert_int_equal(f->groups.at[k].page, f->marks.at[i].page);
        }
        assert_int_equal(n, 1);
    }
}

static bool
is_text(const printed_run *r)
{
    return !r->is_artifact && !r->is_in_figure;
}

/* Text of one line never lies on that of another. */
static void
assert_apart(const printed *p)
{
    for (size_t i = 0; i < p->runs.n; i++) {
        const printed_run *a = &p->runs.at[i];
        for (size_t k = i + 1; k < p->runs.n; k++) {
            const printed_run *b = &p->runs.at[k];
            if (b->page != a->page)
                break;
            jb_len dy = b->run->origin.y - a->run->origin.y;
            jb_len least = len_min(a->run->size, b->run->size);
            jb_len over = len_min(a->right, b->right) -
                          len_max(a->left, b->left);
            bool is_raised = a->run->size != b->run->size;
            if (is_text(a) && is_text(b) && !is_raised)
                assert_true(over <= LEN_OF_PT(1) || dy >= least * 9 / 10 ||
                            dy <= -least * 9 / 10);
        }
    }
}

/* All lines of notes stand under all other text, in the type area. */
static void
assert_notes_at_foot(const printed *p)
{
    const style_page *page = style_page_of(p->style);
    for (size_t i = 0; i < p->runs.n; i++) {
        const printed_run *r = &p->runs.at[i];
        if (!is_text(r))
            continue;
        assert_true(r->run->origin.y >= page->top);
        assert_true(r->run->origin.y <= page->size.h - page->bottom);
        for (size_t k = 0; r->is_in_note && k < p->runs.n; k++) {
            const printed_run *o = &p->runs.at[k];
            if (o->page == r->page && is_text(o) && !o->is_in_note)
                assert_true(o->run->origin.y < r->run->origin.y);
        }
    }
}

static void
assert_contents_right(printed *p, const found *f)
{
    size_t n = 0;
    for (size_t page = 0; page < p->pages->pages.n; page++) {
        const jb_display *d = &p->pages->pages.at[page].display;
        slice before = SLICE_OF("");
        for (size_t i = 0; i < d->items.n; i++) {
            const display_item *item = &d->items.at[i];
            if (item->kind == DISPLAY_GLYPHS)
                before = item->run.text;
            if (item->kind != DISPLAY_LINK || before.len > 3 ||
                before.len == 0 || before.at[0] < '0' || before.at[0] > '9')
                continue;
            for (size_t k = 0; k < f->groups.n; k++)
                if (slice_equal(f->groups.at[k].id, item->link.destination) &&
                    f->groups.at[k].role != ROLE_LINK &&
                    item->link.rect.w > LEN_OF_PT(200)) {
                    assert_true(slice_equal(
                        before, slice_printf(p->arena, "%zu",
                                             f->groups.at[k].page + 1)));
                    n++;
                }
        }
    }
    assert_true(n > 0);
}

static void
hold(const char *layout, uint64_t seed, bool has_contents)
{
    arena *a = arena_new();
    printed p = printed_from(document_of(a, seed), layout);
    assert_non_null(p.pages);
    for (size_t i = 0; i < p.pages->pages.n; i++) {
        const jb_page *page = &p.pages->pages.at[i];
        assert_null(display_check(
            &page->display, (jb_rect){0, 0, page->size.w, page->size.h}));
    }
    found f = find_groups(&p);
    assert_notes_by_marks(&f);
    assert_apart(&p);
    assert_notes_at_foot(&p);
    if (has_contents)
        assert_contents_right(&p, &f);
    printed_drop(&p);
    arena_drop(a);
}

static void
notes_stand_under_their_marks(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 12; seed++)
        hold("gongwen", seed, false);
}

static void
columns_end_over_their_notes(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 12; seed++)
        hold("bulletin", seed, false);
}

static void
contents_name_the_right_pages(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 8; seed++)
        hold("report", seed, true);
}

static void
slides_keep_notes_at_their_foot(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 12; seed++)
        hold("slide", seed, false);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(notes_stand_under_their_marks),
        cmocka_unit_test(columns_end_over_their_notes),
        cmocka_unit_test(contents_name_the_right_pages),
        cmocka_unit_test(slides_keep_notes_at_their_foot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
