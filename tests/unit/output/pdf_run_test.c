#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "output/pdf_canvas.h"
#include "pdf_sample.h"

/* A canvas on an A4 page, and what it needs. */
typedef struct desk {
    arena *arena;
    pdf_resources resources;
    pdf_canvas *canvas;
    const jb_face *face, *latin;
} desk;

static int
open_desk(void **state)
{
    arena *a = arena_new();
    desk *d = ARENA_NEW(a, desk);
    d->arena = a;
    d->resources.arena = d->resources.fonts.arena =
        d->resources.images.arena = a;
    sample_faces f = sample_faces_open(a);
    d->face = f.serif;
    d->latin = f.latin;
    d->canvas = pdf_canvas_new(a, &d->resources, pdf_structure_new(a),
                               LEN_OF_PT(842));
    *state = d;
    return d->face == NULL || d->latin == NULL;
}

static int
drop_desk(void **state)
{
    desk *d = *state;
    arena_drop(d->arena);
    return 0;
}

static uint32_t
next_random(uint64_t *random)
{
    *random = *random * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*random >> 33);
}

/* A reader's pen: where each glyph of a content stream is shown, in
 * millionths of a point from the page's corner. */
typedef struct shown {
    uint32_t code;
    double x, y;
} shown;

typedef struct reader {
    const pdf_font *font;
    double size, x, y, pen; /* pen: from the line's start */
    bool is_turned;
    double numbers[8];
    size_t n_numbers;
    ARRAY(shown) glyphs;
    arena *arena;
} reader;

static void
read_codes(reader *r, const char *at, size_t len)
{
    for (size_t i = 0; i + 4 <= len; i += 4) {
        char hex[5] = {at[i], at[i + 1], at[i + 2], at[i + 3], '\0'};
        uint32_t code = (uint32_t)strtoul(hex, NULL, 16);
        double left = r->font->glyphs.at[code].left / 1000.0 * r->size;
        double along = r->pen + left;
        shown s = {code, r->x + (r->is_turned ? 0 : along),
                   r->y + (r->is_turned ? along : 0)};
        ARRAY_PUSH(r->arena, &r->glyphs, s);
        r->pen += r->font->glyphs.at[code].width / 1000.0 * r->size;
    }
}

static void
read_operator(reader *r, slice op, const pdf_fonts *fonts)
{
    const double *n = r->numbers;
    if (slice_is(op, "BT")) {
        r->x = r->y = r->pen = 0;
        r->is_turned = false;
    } else if (slice_is(op, "Tf")) {
        r->font = fonts->fonts.at[(size_t)n[0]];
        r->size = n[1];
    } else if (slice_is(op, "Td")) {
        r->x += n[0], r->y += n[1], r->pen = 0;
    } else if (slice_is(op, "Tm")) {
        r->is_turned = n[0] == 0;
        r->x = n[4], r->y = n[5], r->pen = 0;
    }
    r->n_numbers = 0;
}

static bool
is_number(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == '.';
}

/* Read the stream as a PDF reader does; `/F3` counts as the number 3. */
static void
read_stream(reader *r, const char *at, const pdf_fonts *fonts)
{
    while (*at != '\0') {
        if (*at == '<' && at[1] != '<') {
            const char *end = strchr(at, '>');
            read_codes(r, at + 1, (size_t)(end - at - 1));
            at = end + 1;
        } else if (is_number(*at)) {
            char *end;
            double n = strtod(at, &end);
            at = end;
            assert_true(r->n_numbers < 8);
            r->numbers[r->n_numbers++] = n;
            /* Inside an array a number moves the pen back. */
            if (*at == '<' || *at == ']')
                r->pen -= r->numbers[--r->n_numbers] / 1000 * r->size;
        } else if (*at == '/' && at[1] == 'F') {
            at += 2;
        } else if ((*at >= 'A' && *at <= 'Z') || (*at >= 'a' && *at <= 'z')) {
            size_t len = strspn(at, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                    "abcdefghijklmnopqrstuvwxyz*");
            read_operator(r, (slice){at, len}, fonts);
            at += len;
        } else {
            at++;
        }
    }
}

static reader
read_canvas(desk *d)
{
    reader r = {.arena = d->arena};
    read_stream(&r, pdf_canvas_finish(d->canvas).at, &d->resources.fonts);
    return r;
}

/* Glyphs anywhere, at any size: each must be shown within half a thousandth
 * of the em (and of what three decimals can say) of its place. */
static void
glyphs_stand_where_they_were_put(void **state)
{
    desk *d = *state;
    uint64_t random = 1;
    enum { RUNS = 200, GLYPHS = 40 };
    jb_glyph_run *runs = ARENA_ARRAY(d->arena, RUNS, jb_glyph_run);
    for (size_t i = 0; i < RUNS; i++) {
        jb_glyph_run *run = &runs[i];
        *run = (jb_glyph_run){
            .face = i % 3 ? d->face : d->latin,
            .size = (jb_len)(2000 + next_random(&random) % 60000),
            .origin = {(jb_len)(next_random(&random) % 500000),
                       (jb_len)(next_random(&random) % 800000)},
            .is_upright_rotated = i % 7 == 3,
            .text = SLICE_OF("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefgh"),
            .n_glyphs = GLYPHS};
        run->glyphs = ARENA_ARRAY(d->arena, GLYPHS, jb_glyph);
        for (size_t g = 0; g < GLYPHS; g++)
            run->glyphs[g] = (jb_glyph){
                .id = 1 + next_random(&random) % 200,
                .x = (jb_len)(g * 12000 + next_random(&random) % 9000),
                .y = g % 5 == 4 ? (jb_len)(next_random(&random) % 900) : 0,
                .text_bytes = 1};
        pdf_canvas_run(d->canvas, run, NULL);
    }
    reader r = read_canvas(d);
    assert_int_equal(r.glyphs.n, RUNS * GLYPHS);
    for (size_t i = 0; i < r.glyphs.n; i++) {
        const jb_glyph_run *run = &runs[i / GLYPHS];
        const jb_glyph *g = &run->glyphs[i % GLYPHS];
        double x = run->origin.x + (run->is_upright_rotated ? g->y : g->x);
        double y = run->origin.y + (run->is_upright_rotated ? -g->x : g->y);
        double room = run->size / 1024.0 * 0.0005 + 0.0016;
        assert_true(r.glyphs.at[i].x - x / 1024 < room);
        assert_true(r.glyphs.at[i].x - x / 1024 > -room);
        assert_true(842 - r.glyphs.at[i].y - y / 1024 < room);
        assert_true(842 - r.glyphs.at[i].y - y / 1024 > -room);
    }
}

static void
natural_advances_need_no_numbers(void **state)
{
    desk *d = *state;
    jb_glyph_run run = sample_run(d->arena, d->face, LEN_OF_PT(12),
                                  SLICE_OF("创新主体培育取得新突破"));
    run.origin = (jb_point){LEN_OF_PT(72), LEN_OF_PT(42)};
    pdf_canvas_run(d->canvas, &run, NULL);
    assert_string_equal(pdf_canvas_finish(d->canvas).at,
                        "BT\n/F0 12 Tf\n72 800 Td\n"
                        "[<000100020003000400050006000700080002000"
                        "9000A>]TJ\nET\n");
}

/* Runs as layout makes them: 到 2671 家, with a quarter of an em between Han
 * and digits. No pen moves by more than readers overlook. */
static void
gaps_beside_digits_are_part_of_them(void **state)
{
    desk *d = *state;
    static const char *const texts[] = {"到", "2671", "家"};
    jb_glyph_run runs[3];
    jb_len x = LEN_OF_PT(72);
    for (size_t i = 0; i < 3; i++) {
        runs[i] = sample_run(d->arena, i == 1 ? d->latin : d->face,
                             LEN_OF_PT(12), slice_from(texts[i]));
        runs[i].origin = (jb_point){x, LEN_OF_PT(42)};
        x += sample_width(&runs[i]) + LEN_OF_PT(3.3);
    }
    for (size_t i = 0; i < 3; i++)
        pdf_canvas_run(d->canvas, &runs[i], i < 2 ? &runs[i + 1] : NULL);
    const pdf_font *latin = d->resources.fonts.fonts.at[1];
    assert_int_equal(latin->glyphs.at[1].left, 300);
    assert_int_equal(latin->glyphs.at[1].right, 0);
    assert_int_equal(latin->glyphs.at[1].width, 800);
    assert_int_equal(latin->glyphs.at[4].left, 0);
    assert_int_equal(latin->glyphs.at[4].right, 300);
    reader r = read_canvas(d);
    assert_int_equal(r.glyphs.n, 6);
    double last = r.glyphs.at[5].x - 72;
    assert_true(last > 12 + 24 + 2 * 3.3 - 0.01);
    assert_true(last < 12 + 24 + 2 * 3.3 + 0.01);
}

/* So far apart that it is a space, or beside a typed one: the pen moves. */
static void
wide_gaps_and_typed_spaces_are_left(void **state)
{
    desk *d = *state;
    jb_glyph_run run = sample_run(d->arena, d->latin, LEN_OF_PT(12),
                                  SLICE_OF("a b c"));
    for (size_t i = 0; i < run.n_glyphs; i++)
        run.glyphs[i].x += (jb_len)i * LEN_OF_PT(2);
    run.glyphs[4].x += LEN_OF_PT(10);
    run.origin = (jb_point){LEN_OF_PT(72), LEN_OF_PT(42)};
    pdf_canvas_run(d->canvas, &run, NULL);
    const pdf_font *latin = d->resources.fonts.fonts.at[0];
    for (size_t code = 1; code < latin->glyphs.n; code++) {
        assert_int_equal(latin->glyphs.at[code].left, 0);
        assert_int_equal(latin->glyphs.at[code].right, 0);
    }
}

static void
one_glyph_with_two_texts_has_two_codes(void **state)
{
    desk *d = *state;
    uint32_t glyph = face_glyph(d->face, 0x5DE5);
    jb_glyph_run run = {.face = d->face, .size = LEN_OF_PT(12),
                        .text = SLICE_OF("工⼯工"), .n_glyphs = 3};
    jb_glyph glyphs[3];
    for (int i = 0; i < 3; i++)
        glyphs[i] = (jb_glyph){.id = glyph, .x = i * LEN_OF_PT(12),
                               .advance = LEN_OF_PT(12), .text_bytes = 3};
    run.glyphs = glyphs;
    pdf_canvas_run(d->canvas, &run, NULL);
    reader r = read_canvas(d);
    assert_int_equal(r.glyphs.at[0].code, 1);
    assert_int_equal(r.glyphs.at[1].code, 2);
    assert_int_equal(r.glyphs.at[2].code, 1);
    const pdf_font *font = d->resources.fonts.fonts.at[0];
    assert_true(slice_is(font->glyphs.at[1].text, "工"));
    assert_true(slice_is(font->glyphs.at[2].text, "⼯"));
    assert_int_equal(font->glyphs.at[1].id, font->glyphs.at[2].id);
}

static void
clusters_of_several_glyphs_say_their_text(void **state)
{
    desk *d = *state;
    jb_glyph glyphs[] = {
        {.id = 5, .advance = 900, .text_bytes = 2},
        {.id = 6, .x = 900, .advance = 900},
        {.id = 7, .x = 1800, .advance = 900, .text_bytes = 1},
        {.id = 8, .x = 2700}};
    jb_glyph_run run = {.face = d->latin, .size = LEN_OF_PT(10),
                        .text = SLICE_OF("x\xCC\x81"), .n_glyphs = 4,
                        .glyphs = glyphs};
    run.text = SLICE_OF("áb");
    pdf_canvas_run(d->canvas, &run, NULL);
    const char *out = pdf_canvas_finish(d->canvas).at;
    assert_non_null(strstr(out, "/Span<</ActualText<FEFF00E1>>>BDC"));
    assert_non_null(strstr(out, "/Span<</ActualText(b)>>BDC"));
    const pdf_font *font = d->resources.fonts.fonts.at[0];
    assert_true(slice_is(font->glyphs.at[1].text, "á"));
    assert_true(slice_is(font->glyphs.at[2].text, "\xE2\x80\x8B"));
}

/* Runs that lie about themselves: no glyphs, no size, more text than glyphs,
 * glyphs without text, text longer than any map takes. */
static void
odd_runs_are_survived(void **state)
{
    desk *d = *state;
    jb_glyph glyphs[3] = {
        {.id = 1, .advance = 9},
        {.id = 70000, .x = 5, .y = 5, .advance = 9,
         .text_bytes = 4000000000u},
        {.id = 2, .x = INT32_MAX, .y = INT32_MIN, .advance = 9,
         .text_bytes = 7}};
    char *text = arena_alloc(d->arena, 2000);
    memset(text, 'x', 1999);
    jb_glyph_run run = {.face = d->face, .glyphs = glyphs, .size = 1024};
    pdf_canvas_run(d->canvas, &run, NULL);
    run.n_glyphs = 3;
    pdf_canvas_run(d->canvas, &run, NULL);
    run.text = slice_from(text);
    pdf_canvas_run(d->canvas, &run, NULL);
    run.size = INT32_MAX;
    pdf_canvas_run(d->canvas, &run, NULL);
    run.size = -5;
    pdf_canvas_run(d->canvas, &run, NULL);
    run.face = NULL;
    pdf_canvas_run(d->canvas, &run, NULL);
    const char *out = pdf_canvas_finish(d->canvas).at;
    assert_int_equal(strncmp(out, "BT\n", 3), 0);
    assert_non_null(strstr(out, "ET\n"));
}

/* More pairs of glyph and text than one font has codes for. */
static void
a_full_font_is_followed_by_another(void **state)
{
    desk *d = *state;
    pdf_code last = {0};
    for (uint32_t i = 0; i < 70000; i++) {
        char text[4];
        size_t n = utf8_encode(0x10000 + i, text);
        last = pdf_fonts_code(&d->resources.fonts, d->face,
                              (pdf_glyph){.id = 5, .text = {text, n}});
    }
    assert_int_equal(d->resources.fonts.fonts.n, 2);
    assert_int_equal(last.font->index, 1);
    assert_int_equal(last.code, 70000 - 65534);
    char text[4];
    size_t n = utf8_encode(0x10000, text);
    pdf_code again = pdf_fonts_code(
        &d->resources.fonts, d->face, (pdf_glyph){.id = 5, .text = {text, n}});
    assert_int_equal(again.font->index, 0);
    assert_int_equal(again.code, 1);
}

#define DESK(test)                                                           \
    cmocka_unit_test_setup_teardown(test, open_desk, drop_desk)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        DESK(glyphs_stand_where_they_were_put),
        DESK(natural_advances_need_no_numbers),
        DESK(gaps_beside_digits_are_part_of_them),
        DESK(wide_gaps_and_typed_spaces_are_left),
        DESK(one_glyph_with_two_texts_has_two_codes),
        DESK(clusters_of_several_glyphs_say_their_text),
        DESK(odd_runs_are_survived),
        DESK(a_full_font_is_followed_by_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
