#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <hb-ot.h>

#include "font/face.h"
#include "font/face_hb.h"
#include "output/cff.h"

#define NOTO "/usr/share/fonts/opentype/noto/"

/* Faces with subroutines of every kind, and one without any. */
static const struct {
    const char *file, *name;
} faces[] = {
    {NOTO "NotoSerifCJK-Regular.ttc", "NotoSerifCJKsc-Regular"},
    {NOTO "NotoSansCJK-Bold.ttc", "NotoSansCJKsc-Bold"},
    {"fonts/faces/FandolFang-Regular.otf", ""},
};
#define N_FACES (sizeof faces / sizeof faces[0])

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
table_of(arena *a, hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    arena_defer(a, drop_blob, blob);
    unsigned n;
    const char *at = hb_blob_get_data(blob, &n);
    return (slice){at, n};
}

/* The outline as text, drawn by HarfBuzz's own interpreter. */
static void
draw_move(hb_draw_funcs_t *f, void *out, hb_draw_state_t *s, float x,
          float y, void *user)
{
    (void)f, (void)s, (void)user;
    builder_printf(out, "M%d,%d", (int)x, (int)y);
}

static void
draw_line(hb_draw_funcs_t *f, void *out, hb_draw_state_t *s, float x,
          float y, void *user)
{
    (void)f, (void)s, (void)user;
    builder_printf(out, "L%d,%d", (int)x, (int)y);
}

static void
draw_curve(hb_draw_funcs_t *f, void *out, hb_draw_state_t *s, float x1,
           float y1, float x2, float y2, float x, float y, void *user)
{
    (void)f, (void)s, (void)user;
    builder_printf(out, "C%d,%d,%d,%d,%d,%d", (int)x1, (int)y1, (int)x2,
                   (int)y2, (int)x, (int)y);
}

static slice
outline(arena *a, hb_font_t *font, hb_codepoint_t glyph)
{
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, draw_move, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, draw_line, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, draw_curve, NULL, NULL);
    slice_builder b = {.arena = a};
    hb_font_get_glyph_shape(font, glyph, funcs, &b);
    hb_draw_funcs_destroy(funcs);
    return builder_slice(&b);
}

static void
add_table(hb_face_t *face, hb_tag_t tag, slice bytes)
{
    hb_blob_t *blob = hb_blob_create(bytes.at, (unsigned)bytes.len,
                                     HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
    hb_face_builder_add_table(face, tag, blob);
    hb_blob_destroy(blob);
}

/* A font around a bare CFF program, so that HarfBuzz can draw it. */
static hb_font_t *
font_around(arena *a, slice cff, slice head, size_t n_glyphs)
{
    char *maxp = arena_copy(a, "\0\0\x50\0\0\0", 6);
    maxp[4] = (char)(n_glyphs >> 8);
    maxp[5] = (char)n_glyphs;
    hb_face_t *built = hb_face_builder_create();
    add_table(built, HB_TAG('C', 'F', 'F', ' '), cff);
    add_table(built, HB_TAG('h', 'e', 'a', 'd'), head);
    add_table(built, HB_TAG('m', 'a', 'x', 'p'), (slice){maxp, 6});
    hb_blob_t *blob = hb_face_reference_blob(built);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(face);
    hb_font_set_scale(font, 1000, 1000);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    hb_face_destroy(built);
    return font;
}

typedef struct chosen {
    uint32_t ids[400];
    cff_glyph glyphs[400];
    size_t n;
} chosen;

/* .notdef and others anywhere in the font. */
static chosen
choose(arena *a, const cff_font *cff, uint64_t seed)
{
    chosen c = {.n = 400};
    for (size_t i = 0; i < c.n; i++) {
        if (i > 0)
            c.ids[i] =
                next_random(&seed) % (uint32_t)cff_font_glyphs(cff);
        assert_true(cff_glyph_from_font(a, cff, c.ids[i], &c.glyphs[i]));
    }
    return c;
}

static void
subset_draws_as_the_face_does(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_FACES; i++) {
        arena *a = arena_new();
        const jb_face *face =
            face_from_file(a, faces[i].file, slice_from(faces[i].name));
        assert_non_null(face);
        hb_face_t *hb = face_hb_face(face);
        slice head = table_of(a, hb, HB_TAG('h', 'e', 'a', 'd'));
        const cff_font *cff = cff_font_from_table(
            a, table_of(a, hb, HB_TAG('C', 'F', 'F', ' ')));
        assert_non_null(cff);
        chosen c = choose(a, cff, 1000 + i);
        slice bytes = cff_from_subset(
            a, &(cff_subset){SLICE_OF("X"), cff, c.glyphs, c.n});
        hb_font_t *from = hb_font_create(hb);
        hb_font_set_scale(from, 1000, 1000);
        hb_font_t *to = font_around(a, bytes, head, c.n);
        for (size_t g = 0; g < c.n; g++)
            assert_string_equal(outline(a, to, (hb_codepoint_t)g).at,
                                outline(a, from, c.ids[g]).at);
        hb_font_destroy(to);
        hb_font_destroy(from);
        arena_drop(a);
    }
}

static void
outlines_become_charstrings(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_path path = {0};
    path_move(a, &path, (jb_point){10, -20});
    path_line(a, &path, (jb_point){500, -20});
    path_curve(a, &path, (jb_point){2000, -30}, (jb_point){600, -900},
               (jb_point){-10, -700});
    path_close(a, &path);
    path_move(a, &path, (jb_point){0, 300});
    path_line(a, &path, (jb_point){7, 300});
    path_line(a, &path, (jb_point){7, 200});
    path_close(a, &path);
    cff_glyph glyphs[2];
    glyphs[0] = cff_glyph_from_path(a, &(jb_path){0}, 500);
    glyphs[1] = cff_glyph_from_path(a, &path, 1000);
    slice bytes = cff_from_subset(
        a, &(cff_subset){SLICE_OF("X"), NULL, glyphs, 2});
    char head[54] = {0};
    head[1] = 1, head[18] = 1000 >> 8, head[19] = (char)(1000 & 255);
    hb_font_t *font = font_around(a, bytes, (slice){head, 54}, 2);
    assert_string_equal(outline(a, font, 1).at,
                        "M10,20L500,20C2000,30,600,900,-10,700L10,20"
                        "M0,-300L7,-300L7,-200L0,-300");
    assert_string_equal(outline(a, font, 0).at, "");
    hb_font_destroy(font);
    arena_drop(a);
}

/* A small program of ours, to be broken. */
static slice
small_program(arena *a)
{
    const jb_face *face = face_from_file(a, faces[0].file,
                                         slice_from(faces[0].name));
    const cff_font *cff = cff_font_from_table(
        a, table_of(a, face_hb_face(face), HB_TAG('C', 'F', 'F', ' ')));
    cff_glyph glyphs[40];
    for (uint32_t i = 0; i < 40; i++)
        assert_true(cff_glyph_from_font(a, cff, i * 500, &glyphs[i]));
    return cff_from_subset(a,
                           &(cff_subset){SLICE_OF("X"), cff, glyphs, 40});
}

/* Whatever bytes come, reading ends, and nothing is read beyond them (the
 * sanitizer's build sees to that). */
static void
broken_programs_are_survived(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice whole = small_program(a);
    uint64_t random = 7;
    for (uint32_t round = 0; round < 3000; round++) {
        arena_mark mark = arena_mark_now(a);
        size_t len = round % 3 == 0 ? next_random(&random) % whole.len
                                    : whole.len;
        char *bytes = arena_copy(a, whole.at, len);
        for (uint32_t hit = 0; hit < 1 + round % 4 && len > 0; hit++) {
            size_t span = round % 2 == 0 && len > 120 ? 120 : len;
            bytes[next_random(&random) % span] = (char)next_random(&random);
        }
        const cff_font *font = cff_font_from_table(a, (slice){bytes, len});
        cff_glyph glyph;
        for (uint32_t g = 0; font != NULL && g < 60; g++)
            cff_glyph_from_font(a, font, g * (1 + round % 7), &glyph);
        arena_release(a, mark);
    }
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(subset_draws_as_the_face_does),
        cmocka_unit_test(outlines_become_charstrings),
        cmocka_unit_test(broken_programs_are_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
