#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "style/reference.h"
#include "style/style.h"

/* A layout file around the part that a test is about. */
#define FILE_WITH(part) "name: 试\n" part "flow:\n  - title\n"

typedef struct reading {
    jb_source *source;
    jb_diags *diags;
    jb_style *style;
} reading;

static reading
read_text(const char *text)
{
    reading r = {.source = source_from_bytes(SLICE_OF("试.yaml"),
                                             slice_from(text)),
                 .diags = diags_new()};
    r.style = style_from_source(r.source, NULL, r.diags);
    return r;
}

static void
drop(reading *r)
{
    style_drop(r->style);
    diags_drop(r->diags);
    source_drop(r->source);
}

static void
assert_one_finding(const char *text, const diag_kind *kind, const char *place)
{
    reading r = read_text(text);
    assert_int_equal(diags_count(r.diags), 1);
    const jb_diag *d = diags_at(r.diags, 0);
    assert_string_equal(d->kind->code, kind->code);
    slice at = span_text(d->span);
    assert_int_equal(at.len, strlen(place));
    assert_memory_equal(at.at, place, at.len);
    assert_true((r.style == NULL) == (kind->severity == DIAG_ERROR));
    drop(&r);
}

static void
roles_inherit_by_em_of_their_own(void **state)
{
    (void)state;
    reading r = read_text(FILE_WITH(
        "text:\n"
        "  base: {size: 10pt, leading: 1.5em, colour: \"#112233\"}\n"
        "  body: {indent: 2em}\n"
        "  heading1: {size: 2em, role: hei}\n"
        "  二级标题: {size: 15pt}\n"
        "  aside: {from: 正文, size: 8pt}\n"
        "running:\n  - {centre: \"{page}\", style: aside}\n"));
    assert_non_null(r.style);
    assert_int_equal(diags_count(r.diags), 0);
    const style_text *body = style_text_lookup(r.style, "body");
    assert_int_equal(body->leading, LEN_OF_PT(15));
    assert_int_equal(body->indent, 2000);
    const style_text *heading = style_text_lookup(r.style, "heading1");
    assert_int_equal(heading->size, LEN_OF_PT(20));
    assert_int_equal(heading->leading, LEN_OF_PT(30));
    assert_int_equal(heading->indent, 0);
    assert_int_equal(heading->colour.b, 0x33);
    const style_text *second = style_text_lookup(r.style, "heading2");
    assert_int_equal(second->size, LEN_OF_PT(15));
    assert_true(slice_is(second->role, "hei"));
    const style_text *aside = style_text_lookup(r.style, "aside");
    assert_int_equal(aside->indent, 2000);
    assert_int_equal(aside->leading, LEN_OF_PT(12));
    assert_null(style_text_lookup(r.style, "nothing"));
    drop(&r);
}

static void
colours_have_names(void **state)
{
    (void)state;
    reading r = read_text(FILE_WITH(
        "colours: {红: \"#b31\"}\n"
        "chart: {rise: 红, fall: \"#01020304\", palette: [红, \"#FFFFFF\"]}\n"));
    assert_non_null(r.style);
    const style_chart *chart = style_chart_of(r.style);
    assert_int_equal(chart->rise.r, 0xBB);
    assert_int_equal(chart->rise.b, 0x11);
    assert_int_equal(chart->fall.a, 4);
    assert_int_equal(chart->n_palette, 2);
    assert_int_equal(chart->palette[0].g, 0x33);
    drop(&r);
}

static void
the_default_pair_is_the_measured_one(void **state)
{
    (void)state;
    reading r = read_text(FILE_WITH(""));
    assert_non_null(r.style);
    const style_chart *chart = style_chart_of(r.style);
    assert_memory_equal(&chart->rise, &COLOUR_RGB(0x8B0000), 4);
    assert_memory_equal(&chart->fall, &COLOUR_RGB(0x009E73), 4);
    assert_int_equal(chart->min_text, LEN_OF_PT(9));
    drop(&r);
}

static void
blocks_measure_by_their_own_text(void **state)
{
    (void)state;
    reading r = read_text("名称: 试\n"
                          "page: {left: 50pt, width: 500pt, right: 50pt,"
                          " grid: 20pt}\n"
                          "text: {note: {size: 8pt}}\n"
                          "flow:\n"
                          "  - 标题\n"
                          "  - notes: {padding: 2em, space-before: 1.5行,"
                          " width: 50%}\n"
                          "  - sections: {排法: 分屏}\n"
                          "  - rule:\n");
    assert_non_null(r.style);
    assert_int_equal(style_blocks_count(r.style), 4);
    const style_block *notes = style_block_at(r.style, 1);
    assert_int_equal(notes->kind, BLOCK_NOTES);
    assert_int_equal(notes->padding, LEN_OF_PT(16));
    assert_int_equal(notes->space_before, LEN_OF_PT(30));
    assert_int_equal(notes->width, LEN_OF_PT(200));
    assert_int_equal(style_block_at(r.style, 2)->arrangement, ARRANGE_PANELS);
    drop(&r);
}

static void
mistakes_are_reported_at_their_place(void **state)
{
    (void)state;
    assert_one_finding(FILE_WITH("text: {body: {size: 12px}}\n"),
                       &STYLE_VALUE_BAD, "12px");
    assert_one_finding(FILE_WITH("text: {body: {size: 1pt}}\n"),
                       &STYLE_VALUE_RANGE, "1pt");
    assert_one_finding(FILE_WITH("text: {body: {align: middle}}\n"),
                       &STYLE_VALUE_BAD, "middle");
    assert_one_finding(FILE_WITH("text: {body: {colour: rde}}\n"),
                       &STYLE_COLOUR_UNKNOWN, "rde");
    assert_one_finding(FILE_WITH("text: {body: {from: bdoy}}\n"),
                       &STYLE_ROLE_UNKNOWN, "bdoy");
    assert_one_finding(FILE_WITH("chart: {rise: \"#12\"}\n"),
                       &STYLE_VALUE_BAD, "\"#12\"");
    assert_one_finding(FILE_WITH("page:\n  left: 200mm\n"), &STYLE_NO_ROOM,
                       "left: 200mm");
    assert_one_finding("name: 试\nflow:\n  - titel\n", &STYLE_BLOCK_UNKNOWN,
                       "titel");
    assert_one_finding("name: 试\nflow:\n  - title: 3\n", &STYLE_BLOCK_SHAPE,
                       "3");
    assert_one_finding("name: 试\nflow:\n  - text: {text: \"{x}\"}\n",
                       &STYLE_FIELD_UNKNOWN, "\"{x}\"");
}

static void
a_role_that_nothing_uses_is_a_warning(void **state)
{
    (void)state;
    assert_one_finding(FILE_WITH("text: {heding1: {size: 12pt}}\n"),
                       &STYLE_ROLE_UNUSED, "heding1");
}

static void
a_flow_without_blocks_is_refused(void **state)
{
    (void)state;
    assert_one_finding("name: 试\nflow: []\n", &STYLE_FLOW_EMPTY,
                       "name: 试\nflow: [");
}

static void
a_palette_is_cut_at_eight(void **state)
{
    (void)state;
    reading r = read_text(FILE_WITH("colours: {红: \"#B31\"}\n"
                                    "chart: {palette: [红, 红, 红, 红, 红,"
                                    " 红, 红, 红, 红]}\n"));
    assert_non_null(r.style);
    assert_ptr_equal(diags_at(r.diags, 0)->kind, &STYLE_PALETTE_LONG);
    assert_int_equal(style_chart_of(r.style)->n_palette, 8);
    drop(&r);
}

static void
a_circle_of_roles_ends(void **state)
{
    (void)state;
    reading r =
        read_text(FILE_WITH("text: {heading1: {from: heading3}}\n"));
    assert_null(r.style);
    assert_ptr_equal(diags_at(r.diags, 0)->kind, &STYLE_ROLE_CYCLE);
    drop(&r);
}

static void
unknown_names_get_a_suggestion(void **state)
{
    (void)state;
    reading r = read_text(FILE_WITH("colours: {red: \"#B3131B\"}\n"
                                    "text: {body: {colour: rad}}\n"));
    const jb_diag *d = diags_at(r.diags, 0);
    assert_true(slice_find(d->hint, SLICE_OF("“red”")) < d->hint.len);
    drop(&r);
}

/* Every preset reads, and every option has its line in the reference. */
static void
the_reference_names_every_option(void **state)
{
    (void)state;
    arena *a = arena_new();
    size_t n;
    const style_row *rows = style_reference(a, &n);
    const char *const wanted[] = {"flow.title", "text.body", "{page}",
                                  "text.*.size", "flow.*.padding",
                                  "page.grid", "bands.*.colour"};
    for (size_t w = 0; w < sizeof wanted / sizeof wanted[0]; w++) {
        size_t found = 0;
        for (size_t i = 0; i < n; i++)
            found += strcmp(rows[i].name, wanted[w]) == 0;
        assert_int_equal(found, 1);
    }
    for (size_t i = 0; i < n; i++)
        assert_true(rows[i].doc[0] != '\0' && rows[i].chinese[0] != '\0');
    arena_drop(a);
}

static void
pages_are_chosen(void **state)
{
    (void)state;
    assert_true(style_pages_include(PAGES_FIRST, 1));
    assert_false(style_pages_include(PAGES_REST, 1));
    assert_true(style_pages_include(PAGES_EVEN, 2));
    assert_false(style_pages_include(PAGES_ODD, 2));
    assert_true(style_pages_include(PAGES_ALL, 7));
}

/* What a theme says holds before what the layout says; what neither says is
 * the preset. */
static void
a_theme_comes_first(void **state)
{
    (void)state;
    jb_source *layout = source_from_bytes(
        SLICE_OF("版式"),
        SLICE_OF(FILE_WITH("theme: 夜\n"
                           "page: {ground: \"#EEEEEE\"}\n"
                           "colours: {ink: \"#111111\", own: \"#222222\"}\n"
                           "text: {base: {colour: ink}}\n"
                           "chart: {ink: own, muted: own}\n")));
    jb_source *source = source_from_bytes(
        SLICE_OF("主题"),
        SLICE_OF("name: 夜\nground: \"#000000\"\n"
                 "colours: {ink: \"#FFFFFF\"}\n"
                 "chart: {muted: ink, palette: [ink, \"#777777\"]}\n"));
    jb_diags *diags = diags_new();
    jb_theme *theme = theme_from_source(source, diags);
    assert_true(slice_is(theme_name(theme), "夜"));
    jb_style *style = style_from_source(layout, theme, diags);
    assert_int_equal(diags_count(diags), 0);
    const style_chart *chart = style_chart_of(style);
    assert_int_equal(style_page_of(style)->ground.r, 0);
    assert_int_equal(style_text_lookup(style, "body")->colour.r, 0xFF);
    assert_int_equal(chart->ink.r, 0x22);
    assert_int_equal(chart->muted.r, 0xFF);
    assert_int_equal(chart->ground.r, 0);
    assert_int_equal(chart->zero.r, 0x33);
    assert_int_equal(chart->n_palette, 2);
    jb_span span;
    assert_true(slice_is(style_theme(style, &span), "夜"));
    assert_true(slice_is(span_text(span), "夜"));
    style_drop(style);
    theme_drop(theme);
    diags_drop(diags);
    source_drop(layout);
    source_drop(source);
}

static void
assert_theme_finding(const char *text, const diag_kind *kind)
{
    jb_source *source = source_from_bytes(SLICE_OF("主题"), slice_from(text));
    jb_source *layout =
        source_from_bytes(SLICE_OF("版式"), SLICE_OF(FILE_WITH("")));
    jb_diags *diags = diags_new();
    jb_theme *theme = theme_from_source(source, diags);
    jb_style *style =
        theme == NULL ? NULL : style_from_source(layout, theme, diags);
    assert_null(style);
    assert_ptr_equal(diags_at(diags, 0)->kind, kind);
    theme_drop(theme);
    diags_drop(diags);
    source_drop(layout);
    source_drop(source);
}

static void
mistakes_in_a_theme_are_reported(void **state)
{
    (void)state;
    assert_theme_finding("[]", &STYLE_THEME_EMPTY);
    assert_theme_finding("name: 试\nground: 蓝\n", &STYLE_VALUE_BAD);
    assert_theme_finding("name: 试\nchart: {ink: nosuch}\n",
                         &STYLE_COLOUR_UNKNOWN);
    assert_theme_finding("name: 试\nchart: {palette: [x]}\n",
                         &STYLE_VALUE_BAD);
}

/* Any prefix of a layout file is read or refused, never crashes. */
static void
broken_files_are_survived(void **state)
{
    (void)state;
    static const char whole[] =
        FILE_WITH("colours: {red: \"#B3131B\"}\n"
                  "page: {grid: 20pt}\n"
                  "text:\n  body: {size: 小四, colour: red}\n"
                  "running:\n  - {at: 页眉, left: \"{title}\"}\n"
                  "bands: [{x: 1mm, colour: red}]\n");
    for (size_t n = 0; n < sizeof whole; n++) {
        jb_source *source = source_from_bytes(SLICE_OF("试"),
                                              (slice){whole, n});
        jb_diags *diags = diags_new();
        jb_style *style = style_from_source(source, NULL, diags);
        assert_true(style != NULL || diags_has_errors(diags));
        style_drop(style);
        diags_drop(diags);
        source_drop(source);
    }
}

static void
a_layout_takes_from_its_base_what_it_does_not_say(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_diags *diags = diags_new();
    jb_source *base = source_from_bytes(
        SLICE_OF("base.yaml"),
        SLICE_OF("name: 底\npage: {width: 200mm, top: 40mm}\n"
                 "text: {body: {size: 12pt}}\nflow: [title, sections]\n"));
    jb_source *own = source_from_bytes(
        SLICE_OF("own.yaml"),
        SLICE_OF("from: base\nname: 面\npage: {top: 30mm}\n"));
    jb_span span;
    assert_true(slice_is(style_base(a, own, &span), "base"));
    assert_int_equal(style_base(a, base, &span).len, 0);
    jb_style *s = style_from_layers(own, base, NULL, diags);
    assert_non_null(s);
    assert_int_equal(diags_count(diags), 0);
    assert_true(slice_is(style_name(s), "面"));
    assert_int_equal(style_page_of(s)->size.w, LEN_OF_MM(200));
    assert_int_equal(style_page_of(s)->top, LEN_OF_MM(30));
    assert_int_equal(style_text_lookup(s, "body")->size, LEN_OF_PT(12));
    assert_int_equal(style_blocks_count(s), 2);
    style_drop(s);
    source_drop(own);
    source_drop(base);
    diags_drop(diags);
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_layout_takes_from_its_base_what_it_does_not_say),
        cmocka_unit_test(roles_inherit_by_em_of_their_own),
        cmocka_unit_test(colours_have_names),
        cmocka_unit_test(the_default_pair_is_the_measured_one),
        cmocka_unit_test(blocks_measure_by_their_own_text),
        cmocka_unit_test(mistakes_are_reported_at_their_place),
        cmocka_unit_test(a_role_that_nothing_uses_is_a_warning),
        cmocka_unit_test(a_flow_without_blocks_is_refused),
        cmocka_unit_test(a_palette_is_cut_at_eight),
        cmocka_unit_test(a_circle_of_roles_ends),
        cmocka_unit_test(unknown_names_get_a_suggestion),
        cmocka_unit_test(the_reference_names_every_option),
        cmocka_unit_test(pages_are_chosen),
        cmocka_unit_test(a_theme_comes_first),
        cmocka_unit_test(mistakes_in_a_theme_are_reported),
        cmocka_unit_test(broken_files_are_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
