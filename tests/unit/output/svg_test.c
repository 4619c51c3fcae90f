#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "output/svg_canvas.h"
#include "unit/output/specimen.h"

static const char *
written(arena *a, const jb_pages *pages, output_options options)
{
    jb_sink *s = sink_to_memory();
    jb_diags *diags = diags_new();
    const jb_format *svg = format_lookup(SLICE_OF("svg"));
    assert_true(svg->write((output_pages){pages, 0, 1}, &options, s,
                           diags));
    assert_int_equal(diags_count(diags), 0);
    const char *text = slice_copy(a, sink_bytes(s)).at;
    sink_discard(s);
    diags_drop(diags);
    return text;
}

/* The file of a page 100 × 50 pt that shows `d`. */
static const char *
drawn(const jb_display *d)
{
    jb_pages pages = {.arena = d->arena};
    jb_page page = {.size = {SPECIMEN_PT(100), SPECIMEN_PT(50)},
                    .display = *d};
    ARRAY_PUSH(d->arena, &pages.pages, page);
    return written(d->arena, &pages, OUTPUT_OPTIONS);
}

static void
assert_has(const char *text, const char *part)
{
    if (strstr(text, part) == NULL)
        fail_msg("no %s in\n%s", part, text);
}

static void
assert_lacks(const char *text, const char *part)
{
    if (strstr(text, part) != NULL)
        fail_msg("%s in\n%s", part, text);
}

static const char golden[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<svg xmlns=\"http://www.w3.org/2000/svg\""
    " xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"100pt\""
    " height=\"50pt\" viewBox=\"0 0 100 50\" role=\"graphics-document\">\n"
    "<g id=\"bar\">\n"
    "<title>科技型</title>\n"
    "<rect x=\"0.5\" y=\"2\" width=\"50.25\" height=\"8\" fill=\"#b2182b\""
    " shape-rendering=\"crispEdges\"/>\n"
    "<line x1=\"0\" y1=\"10\" x2=\"100\" y2=\"10\" stroke=\"#00000a\""
    " stroke-opacity=\"0.502\" stroke-width=\"0.25\""
    " stroke-dasharray=\"4 2\" shape-rendering=\"crispEdges\"/>\n"
    "<path d=\"M1 1l2 3v-1h-1c0.5 0 1-0.5 1-1z\" fill=\"#ffffff\""
    " stroke=\"#000000\" stroke-width=\"1\" stroke-linecap=\"round\""
    " stroke-miterlimit=\"10\"/>\n"
    "</g>\n"
    "</svg>\n";

static void
shapes_have_attributes_of_their_own(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_display d = {.arena = a};
    display_group_begin(&d, (display_group){
        .role = ROLE_MARK, .id = SLICE("bar"), .title = SLICE("科技型")});
    display_rect(&d, (jb_rect){SPECIMEN_PT(0.5), SPECIMEN_PT(2),
                               SPECIMEN_PT(50.25), SPECIMEN_PT(8)},
                 COLOUR_RGB(0xB2182B));
    jb_path rule = {0}, bent = {0};
    path_move(a, &rule, (jb_point){0, SPECIMEN_PT(10)});
    path_line(a, &rule, (jb_point){SPECIMEN_PT(100), SPECIMEN_PT(10)});
    display_path(&d, rule, (jb_paint){.stroke = {0, 0, 10, 128}, .width = 256,
                                      .dash = {4096, 2048}});
    path_move(a, &bent, (jb_point){1024, 1024});
    path_line(a, &bent, (jb_point){3072, 4096});
    path_line(a, &bent, (jb_point){3072, 3072});
    path_line(a, &bent, (jb_point){2048, 3072});
    path_curve(a, &bent, (jb_point){2560, 3072}, (jb_point){3072, 2560},
               (jb_point){3072, 2048});
    path_close(a, &bent);
    display_path(&d, bent, (jb_paint){.fill = COLOUR_RGB(0xFFFFFF),
                                      .stroke = COLOUR_RGB(0), .width = 1024,
                                      .cap = CAP_ROUND});
    display_group_end(&d);
    assert_string_equal(drawn(&d), golden);
    arena_drop(a);
}

/* charts.md 7.1: what office programs draw wrongly. */
static void
nothing_that_office_programs_mistake(void **state)
{
    (void)state;
    static const char *const banned[] = {"style=", "class=", "rgb(", "<use",
                                         "<style", "<symbol", "<filter",
                                         "var("};
    arena *a = arena_new();
    jb_pages pages = specimen(a);
    const char *text = written(a, &pages, OUTPUT_OPTIONS);
    for (size_t i = 0; i < sizeof banned / sizeof *banned; i++)
        assert_lacks(text, banned[i]);
    assert_lacks(text, "<text");
    for (const char *d = text; (d = strstr(d, " d=\"")) != NULL;) {
        d += 4;
        size_t n = strspn(d, "Mhvlcz0123456789.- ");
        assert_int_equal(d[n], '"');
    }
    assert_has(text, "<rect x=\"0\" y=\"0\" width=\"200\" height=\"100\""
                     " fill=\"#ffffff\"");
    output_options options = OUTPUT_OPTIONS;
    options.is_transparent = true;
    assert_lacks(written(a, &pages, options), "#ffffff\" shape");
    arena_drop(a);
}

static void
text_can_stay_text(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_pages pages = specimen(a);
    output_options options = OUTPUT_OPTIONS;
    options.has_text = true;
    const char *text = written(a, &pages, options);
    assert_has(text, ">你好，简报</text>");
    assert_has(text, "font-family=\"'Noto Sans CJK SC','Source Han Sans SC'");
    assert_has(text, "textLength=\"70\"");
    assert_has(text, "transform=\"rotate(-90 20 60)\"");
    assert_lacks(text, "xml:space");
    arena_drop(a);
}

/* A compressed mark: what follows it gets a place of its own. */
static void
spread_text_keeps_its_places(void **state)
{
    (void)state;
    arena *a = arena_new();
    for (int turned = 0; turned < 2; turned++) {
        jb_display d = {.arena = a};
        specimen_text(&d, specimen_face(a), "注：说明", (jb_glyph_run){
            .size = SPECIMEN_PT(10), .colour = COLOUR_RGB(0),
            .origin = {SPECIMEN_PT(20), SPECIMEN_PT(45)},
            .is_upright_rotated = turned});
        jb_glyph *glyphs = d.items.at[0].run.glyphs;
        glyphs[2].x -= SPECIMEN_PT(5);
        glyphs[3].x -= SPECIMEN_PT(5);
        jb_pages pages = {.arena = a};
        jb_page page = {.size = {SPECIMEN_PT(100), SPECIMEN_PT(50)},
                        .display = d};
        ARRAY_PUSH(a, &pages.pages, page);
        output_options options = OUTPUT_OPTIONS;
        options.has_text = true;
        assert_has(written(a, &pages, options),
                   "<tspan x=\"20\" textLength=\"20\">注：</tspan>"
                   "<tspan x=\"35\" textLength=\"20\">说明</tspan></text>");
    }
    arena_drop(a);
}

/* A dash among Chinese is not the glyph that a reader takes for it. */
static void
text_that_readers_would_set_otherwise_is_outlined(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_display d = {.arena = a};
    const jb_face *face = specimen_face(a);
    specimen_text(&d, face, "1—5月", (jb_glyph_run){
        .size = SPECIMEN_PT(10), .colour = COLOUR_RGB(0),
        .origin = {SPECIMEN_PT(20), SPECIMEN_PT(45)}});
    d.items.at[0].run.glyphs[1].id = face_glyph(face, 0x4E00);
    jb_pages pages = {.arena = a};
    jb_page page = {.size = {SPECIMEN_PT(100), SPECIMEN_PT(50)},
                    .display = d};
    ARRAY_PUSH(a, &pages.pages, page);
    output_options options = OUTPUT_OPTIONS;
    options.has_text = true;
    const char *text = written(a, &pages, options);
    assert_has(text, ">1</text>");
    assert_has(text, "<path d=\"M");
    assert_has(text, ">5月</text>");
    arena_drop(a);
}

/* Outlines: each glyph starts where the run puts it, in hundredths. */
static void
outlines_stand_where_the_run_says(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_display d = {.arena = a};
    const jb_face *face = specimen_face(a);
    specimen_text(&d, face, "国国", (jb_glyph_run){
        .size = SPECIMEN_PT(10), .colour = COLOUR_RGB(0),
        .origin = {SPECIMEN_PT(20), SPECIMEN_PT(30)}});
    const char *text = drawn(&d);
    jb_path outline = {0};
    face_outline(a, face, face_glyph(face, 0x56FD), 1000, &outline);
    jb_point first = outline.points.at[0];
    for (int glyph = 0; glyph < 2; glyph++) {
        char want[64];
        svg_data data = {.text = {.arena = a}};
        jb_path start = {0};
        path_move(a, &start,
                  (jb_point){SPECIMEN_PT(20 + 10 * glyph) +
                                 len_scale(first.x, SPECIMEN_PT(10), 1000),
                             SPECIMEN_PT(30) +
                                 len_scale(first.y, SPECIMEN_PT(10), 1000)});
        svg_data_add(&data, &start, SVG_IN_PLACE);
        strcpy(want, builder_slice(&data.text).at);
        assert_has(text, want);
    }
    arena_drop(a);
}

static void
the_description_is_escaped(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_pages pages = specimen(a);
    const char *text = written(a, &pages, OUTPUT_OPTIONS);
    assert_has(text,
               ">&lt;增速&gt; &amp; &quot;比较&quot;</title>");
    assert_has(text, ">技术合同成交额增长&lt;280.57%&gt; &amp; 其他");
    assert_has(text, "id=\"growth-合同\"");
    assert_has(text, "https://example.org/?a=1&amp;b=2");
    arena_drop(a);
}

/* What is inside an image is not read out: the root says it. */
static void
a_lone_figure_is_described_at_the_root(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_display d = {.arena = a};
    display_group_begin(&d, (display_group){.role = ROLE_FIGURE,
                                            .id = SLICE("增速"),
                                            .title = SLICE("增速"),
                                            .alt = SLICE("甲增长5%。")});
    display_group_end(&d);
    jb_pages pages = {.arena = a, .title = SLICE("增速")};
    jb_page page = {.size = {SPECIMEN_PT(100), SPECIMEN_PT(50)},
                    .display = d};
    ARRAY_PUSH(a, &pages.pages, page);
    assert_has(written(a, &pages, OUTPUT_OPTIONS),
               " role=\"img\" aria-labelledby=\"增速-title\""
               " aria-describedby=\"增速-desc\">\n"
               "<title id=\"增速-title\">增速</title>\n"
               "<desc id=\"增速-desc\">甲增长5%。</desc>\n");
    assert_lacks(written(a, &pages, OUTPUT_OPTIONS), "<desc>");
    arena_drop(a);
}

static void
hostile_text_stays_text(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_display d = {.arena = a};
    display_group_begin(&d, (display_group){
        .role = ROLE_MARK, .id = SLICE("1\"><script>"),
        .title = SLICE("\x01\xFF\xC0</title>\n\xEF\xBF\xBE")});
    display_group_end(&d);
    static const char *const links[] = {"javascript:alert(1)", "data:text/x",
                                        "file:///etc/passwd", " https://a"};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        display_link_to(&d, (display_link){.uri = slice_from(links[i])});
    const char *text = drawn(&d);
    assert_lacks(text, "<script");
    assert_lacks(text, "<a ");
    assert_has(text, "id=\"_---script-\"");
    assert_has(text, "<title>\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD&lt;/title"
                     "&gt;&#10;\xEF\xBF\xBD</title>");
    arena_drop(a);
}

static void
names_are_never_given_twice(void **state)
{
    (void)state;
    arena *a = arena_new();
    svg_names *names = svg_names_new(a);
    enum { N = 300 };
    slice given[N];
    static const char *const wanted[] = {"a", "a-2", "", "9", "图 一", "图-一"};
    for (int i = 0; i < N; i++) {
        given[i] = svg_name_for(names, slice_from(wanted[i % 6]));
        assert_true(given[i].len > 0);
        for (int k = 0; k < i; k++)
            assert_false(slice_equal(given[i], given[k]));
    }
    assert_true(slice_is(given[0], "a"));
    arena_drop(a);
}

static void
clips_are_written_only_where_something_sticks_out(void **state)
{
    (void)state;
    arena *a = arena_new();
    for (int out = 0; out < 2; out++) {
        jb_display d = {.arena = a};
        jb_path window = {0};
        path_rect(a, &window, (jb_rect){0, 0, 20480, 20480});
        display_clip_push(&d, window);
        display_rect(&d, (jb_rect){0, 0, 20480 + out, 10240},
                     COLOUR_RGB(0x123456));
        display_clip_pop(&d);
        display_rect(&d, (jb_rect){0, 0, 99999, 1024}, COLOUR_RGB(0x123456));
        const char *text = drawn(&d);
        assert_int_equal(strstr(text, "clip") != NULL, out);
        if (out)
            assert_has(text, "<clipPath id=\"clip-1\">\n<path d=\"M0 0h20v20"
                             "h-20z\"/>\n</clipPath>\n"
                             "<g clip-path=\"url(#clip-1)\">");
    }
    arena_drop(a);
}

/* Relative steps must not drift: the end of any path is where it should be. */
static void
many_small_steps_end_in_place(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_path p = {0};
    path_move(a, &p, (jb_point){0, 0});
    for (int i = 1; i <= 3000; i++)
        path_line(a, &p, (jb_point){i * 7, i * -3});
    svg_data d = {.text = {.arena = a}};
    svg_data_add(&d, &p, SVG_IN_PLACE);
    assert_int_equal(d.x, (3000 * 7 * 100 + 512) / 1024);
    assert_int_equal(d.y, -(3000 * 3 * 100 + 512) / 1024);
    arena_drop(a);
}

static void
the_same_page_gives_the_same_bytes(void **state)
{
    (void)state;
    arena *a = arena_new(), *b = arena_new();
    jb_pages one = specimen(a), two = specimen(b);
    specimen_picture(&one.pages.at[0].display, (jb_rect){0, 0, 1024, 1024});
    specimen_picture(&two.pages.at[0].display, (jb_rect){0, 0, 1024, 1024});
    const char *text = written(a, &one, OUTPUT_OPTIONS);
    assert_string_equal(text, written(b, &two, OUTPUT_OPTIONS));
    assert_has(text, "xlink:href=\"data:image/png;base64,iVBORw0KGgo");
    arena_drop(a);
    arena_drop(b);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_have_attributes_of_their_own),
        cmocka_unit_test(nothing_that_office_programs_mistake),
        cmocka_unit_test(text_can_stay_text),
        cmocka_unit_test(spread_text_keeps_its_places),
        cmocka_unit_test(text_that_readers_would_set_otherwise_is_outlined),
        cmocka_unit_test(outlines_stand_where_the_run_says),
        cmocka_unit_test(the_description_is_escaped),
        cmocka_unit_test(a_lone_figure_is_described_at_the_root),
        cmocka_unit_test(hostile_text_stays_text),
        cmocka_unit_test(names_are_never_given_twice),
        cmocka_unit_test(clips_are_written_only_where_something_sticks_out),
        cmocka_unit_test(many_small_steps_end_in_place),
        cmocka_unit_test(the_same_page_gives_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
