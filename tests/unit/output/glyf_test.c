#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <hb-ot.h>

#include "font/face.h"
#include "font/face_hb.h"
#include "output/glyf.h"

#define LIBERATION "/usr/share/fonts/truetype/liberation/"

static uint32_t
next_random(uint64_t *random)
{
    *random = *random * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*random >> 33);
}

static void
drop_blob(void *blob)
{
    hb_blob_destroy(blob);
}

static slice
table_of(arena *a, hb_face_t *face, const char *tag)
{
    hb_blob_t *blob =
        hb_face_reference_table(face, hb_tag_from_string(tag, 4));
    arena_defer(a, drop_blob, blob);
    unsigned n;
    const char *at = hb_blob_get_data(blob, &n);
    return (slice){at, n};
}

static glyf_font
tables_of(arena *a, hb_face_t *face)
{
    return (glyf_font){.glyf = table_of(a, face, "glyf"),
                       .loca = table_of(a, face, "loca"),
                       .head = table_of(a, face, "head"),
                       .hhea = table_of(a, face, "hhea"),
                       .hmtx = table_of(a, face, "hmtx"),
                       .maxp = table_of(a, face, "maxp"),
                       .cvt = table_of(a, face, "cvt "),
                       .fpgm = table_of(a, face, "fpgm"),
                       .prep = table_of(a, face, "prep")};
}

/* An outline as text, moved by `shift`. */
typedef struct drawing {
    slice_builder text;
    int shift;
} drawing;

static void
draw_move(hb_draw_funcs_t *f, void *out, hb_draw_state_t *s, float x,
          float y, void *user)
{
    (void)f, (void)s, (void)user;
    drawing *d = out;
    builder_printf(&d->text, "M%d,%d", (int)x + d->shift, (int)y);
}

static void
draw_line(hb_draw_funcs_t *f, void *out, hb_draw_state_t *s, float x,
          float y, void *user)
{
    (void)f, (void)s, (void)user;
    drawing *d = out;
    builder_printf(&d->text, "L%d,%d", (int)x + d->shift, (int)y);
}

/* Control points may stand on halves: doubled. */
static void
draw_curve(hb_draw_funcs_t *f, void *out, hb_draw_state_t *s, float x1,
           float y1, float x, float y, void *user)
{
    (void)f, (void)s, (void)user;
    drawing *d = out;
    builder_printf(&d->text, "Q%d,%d,%d,%d", (int)(2 * x1) + 2 * d->shift,
                   (int)(2 * y1), (int)(2 * x) + 2 * d->shift, (int)(2 * y));
}

static slice
outline(arena *a, hb_face_t *face, uint32_t glyph, int shift)
{
    hb_font_t *font = hb_font_create(face);
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, draw_move, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, draw_line, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(funcs, draw_curve, NULL, NULL);
    drawing d = {{.arena = a}, shift};
    hb_font_get_glyph_shape(font, glyph, funcs, &d);
    hb_draw_funcs_destroy(funcs);
    hb_font_destroy(font);
    return builder_slice(&d.text);
}

static hb_face_t *
face_from_bytes(slice bytes)
{
    hb_blob_t *blob = hb_blob_create(bytes.at, (unsigned)bytes.len,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    return face;
}

/* Every glyph of the face twice in a random order, half of them moved. */
static void
subset_draws_as_the_face_does(void **state)
{
    (void)state;
    static const char *const files[] = {LIBERATION "LiberationSerif-Bold.ttf",
                                        LIBERATION "LiberationSans-Italic.ttf"};
    enum { N = 1500 };
    for (size_t k = 0; k < 2; k++) {
        arena *a = arena_new();
        uint64_t random = 5 + k;
        const jb_face *face = face_from_file(a, files[k], SLICE_OF(""));
        assert_non_null(face);
        hb_face_t *from = face_hb_face(face);
        glyf_font tables = tables_of(a, from);
        glyf_glyph *glyphs = ARENA_ARRAY(a, N, glyf_glyph);
        for (size_t i = 0; i < N; i++) {
            int shift = i % 2 ? (int)(next_random(&random) % 700) - 200 : 0;
            glyphs[i].id = next_random(&random) % hb_face_get_glyph_count(from);
            glyphs[i].shift = shift;
            glyphs[i].advance = 1000 + (int)(i % 50);
        }
        slice bytes = glyf_subset(a, &tables, glyphs, N);
        hb_face_t *to = face_from_bytes(bytes);
        hb_font_t *font = hb_font_create(to);
        assert_true(hb_face_get_glyph_count(to) >= N);
        for (uint32_t i = 0; i < N; i++) {
            assert_string_equal(
                outline(a, to, i, 0).at,
                outline(a, from, glyphs[i].id, glyphs[i].shift).at);
            assert_int_equal(hb_font_get_glyph_h_advance(font, i),
                             glyphs[i].advance);
        }
        hb_font_destroy(font);
        hb_face_destroy(to);
        arena_drop(a);
    }
}

static void
broken_tables_are_survived(void **state)
{
    (void)state;
    arena *a = arena_new();
    const jb_face *face =
        face_from_file(a, LIBERATION "LiberationSerif-Regular.ttf",
                       SLICE_OF(""));
    glyf_font whole = tables_of(a, face_hb_face(face));
    glyf_glyph glyphs[60];
    for (uint32_t i = 0; i < 60; i++)
        glyphs[i] = (glyf_glyph){i * 40, i % 3 ? 100 : 0, 500};
    uint64_t random = 11;
    for (int round = 0; round < 400; round++) {
        arena_mark mark = arena_mark_now(a);
        glyf_font f = whole;
        slice *hit[] = {&f.glyf, &f.loca, &f.head, &f.hhea, &f.hmtx, &f.maxp};
        for (int k = 0; k < 3; k++) {
            slice *s = hit[next_random(&random) % 6];
            size_t len = round % 5 == 0 ? next_random(&random) % (s->len + 1)
                                        : s->len;
            char *copy = arena_copy(a, s->at, len);
            for (int i = 0; i < 30 && len > 0; i++)
                copy[next_random(&random) % len] =
                    (char)next_random(&random);
            *s = (slice){copy, len};
        }
        glyf_subset(a, &f, glyphs, 60);
        arena_release(a, mark);
    }
    assert_int_equal(glyf_subset(a, &(glyf_font){0}, glyphs, 1).len, 0);
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(subset_draws_as_the_face_does),
        cmocka_unit_test(broken_tables_are_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
