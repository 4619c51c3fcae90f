#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "font/face_hb.h"

#define NOTO "/usr/share/fonts/opentype/noto/"
#define LIBERATION "/usr/share/fonts/truetype/liberation/"

static const jb_face *
opened(arena *a, const char *path, const char *name)
{
    const jb_face *face = face_from_file(a, path, slice_from(name));
    assert_non_null(face);
    return face;
}

static const jb_face *
song(arena *a)
{
    return opened(a, NOTO "NotoSerifCJK-Regular.ttc",
                  "NotoSerifCJKsc-Regular");
}

static void
a_face_is_found_in_its_collection(void **state)
{
    (void)state;
    arena *a = arena_new();
    const jb_face *face = song(a);
    assert_string_equal(face_name(face).at, "NotoSerifCJKsc-Regular");
    assert_string_equal(face_file(face).at,
                        NOTO "NotoSerifCJK-Regular.ttc");
    assert_int_equal(face_index(face), 2);
    assert_int_equal(face_units_per_em(face), 1000);
    assert_int_equal(face_advance(face, face_glyph(face, 0x56FD)), 1000);
    assert_int_equal(face_glyph(face, 0x10FFFE), 0);
    arena_drop(a);
}

static void
what_is_no_such_face_is_refused(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice name = slice_from("NotoSerifCJKsc-Regular"), any = {NULL, 0};
    assert_null(face_from_file(a, NOTO "NotoSansCJK-Regular.ttc", name));
    assert_null(face_from_file(a, "fonts/no-such-file.otf", any));
    assert_null(face_from_file(a, "fonts", any));
    assert_null(face_from_file(a, "fonts/roles.yaml", any));
    assert_null(face_from_file(a, "/dev/null", any));
    arena_drop(a);
}

/* The trap: Fandol's BASE table copies Noto's -0.12. */
static void
boxes_are_measured_from_ink(void **state)
{
    (void)state;
    static const struct {
        const char *path, *name;
        int bottom;
    } cases[] = {
        {NOTO "NotoSerifCJK-Regular.ttc", "NotoSerifCJKsc-Regular", -120},
        {NOTO "NotoSerifCJK-Bold.ttc", "NotoSerifCJKsc-Bold", -120},
        {NOTO "NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular", -120},
        {NOTO "NotoSansCJK-Bold.ttc", "NotoSansCJKsc-Bold", -120},
        {"fonts/faces/FandolFang-Regular.otf", "FandolFang-Regular", -200},
        {"fonts/faces/FandolKai-Regular.otf", "FandolKai-Regular", -200},
        {"fonts/faces/FandolSong-Regular.otf", "FandolSong-Regular", -200},
        {"fonts/faces/FandolHei-Regular.otf", "FandolHei-Regular", -200},
    };
    arena *a = arena_new();
    const jb_face *noto = song(a);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (access(cases[i].path, R_OK) != 0)
            continue; /* make fonts has not been run */
        const jb_face *face = opened(a, cases[i].path, cases[i].name);
        assert_int_equal(face_box_bottom(face), cases[i].bottom);
        assert_int_equal(face_box_top(face), cases[i].bottom + 1000);
        assert_int_equal(face_box_shift(noto, face), cases[i].bottom + 120);
    }
    arena_drop(a);
}

static void
latin_faces_are_never_shifted(void **state)
{
    (void)state;
    arena *a = arena_new();
    const jb_face *latin =
        opened(a, LIBERATION "LiberationSerif-Regular.ttf", "LiberationSerif");
    assert_int_equal(face_box_shift(latin, song(a)), 0);
    assert_int_equal(face_box_shift(song(a), latin), 0);
    assert_int_equal(face_cap_height(latin), 1341);
    assert_int_equal(face_x_height(latin), 940);
    arena_drop(a);
}

static void
ink_is_measured_in_font_units(void **state)
{
    (void)state;
    arena *a = arena_new();
    const jb_face *face = song(a);
    int left, bottom, right, top;
    assert_true(face_ink(face, face_glyph(face, 0x56FD), &left, &bottom,
                         &right, &top));
    assert_int_equal(bottom, -78);
    assert_int_equal(top, 821);
    assert_true(left > 0 && right < 1000 && left < right);
    assert_false(face_ink(face, face_glyph(face, ' '), &left, &bottom, &right,
                          &top));
    assert_false(face_ink(face, 0xFFFFFF, &left, &bottom, &right, &top));
    arena_drop(a);
}

/* Outlines of both kinds of curves stay within the ink they claim, in the
 * run's units and with y downwards. */
static void
outlines_fill_their_ink(void **state)
{
    (void)state;
    arena *a = arena_new();
    const jb_face *faces[] = {
        song(a),
        opened(a, LIBERATION "LiberationSerif-Regular.ttf", "LiberationSerif"),
    };
    for (int f = 0; f < 2; f++) {
        for (uint32_t code = '!'; code < 127; code++) {
            int left, bottom, right, top, em = face_units_per_em(faces[f]);
            uint32_t glyph = face_glyph(faces[f], code);
            assert_true(
                face_ink(faces[f], glyph, &left, &bottom, &right, &top));
            jb_path p = {0};
            face_outline(a, faces[f], glyph, em, &p);
            assert_true(path_is_sound(&p));
            jb_rect box = path_bounds(&p);
            jb_rect ink = {left - 1, -top - 1, right - left + 2,
                           top - bottom + 2};
            assert_true(rect_contains(rect_inset(box, -em / 8), ink));
            assert_true(rect_contains(rect_inset(ink, -em / 8), box));
        }
    }
    arena_drop(a);
}

static void
outlines_scale_with_the_size(void **state)
{
    (void)state;
    arena *a = arena_new();
    const jb_face *face = song(a);
    jb_path small = {0}, large = {0}, nothing = {0};
    uint32_t glyph = face_glyph(face, 0x7B80);
    face_outline(a, face, glyph, 1000, &small);
    face_outline(a, face, glyph, 12000, &large);
    assert_int_equal(small.points.n, large.points.n);
    for (size_t i = 0; i < small.points.n; i++) {
        assert_int_equal(small.points.at[i].x * 12, large.points.at[i].x);
        assert_int_equal(small.points.at[i].y * 12, large.points.at[i].y);
    }
    face_outline(a, face, 0xFFFFFF, 1000, &nothing);
    assert_int_equal(nothing.ops.n, 0);
    arena_drop(a);
}

/* The header's promise to text: a sub-font rounds once, from font units. */
static void
sub_fonts_round_once(void **state)
{
    (void)state;
    arena *a = arena_new();
    const jb_face *face = song(a);
    hb_font_t *sub = hb_font_create_sub_font(face_hb_font(face));
    hb_font_set_scale(sub, 12 * 1024, 12 * 1024);
    for (uint32_t code = '0'; code <= 'z'; code++) {
        uint32_t glyph = face_glyph(face, code);
        int want = (face_advance(face, glyph) * 12 * 1024 + 500) / 1000;
        assert_in_range(hb_font_get_glyph_h_advance(sub, glyph), want - 1,
                        want + 1);
    }
    hb_font_destroy(sub);
    arena_drop(a);
}

/* Cut files must be refused or drawn, never crash. */
static void
cut_files_do_no_harm(void **state)
{
    (void)state;
    static unsigned char bytes[400000];
    FILE *whole = fopen(LIBERATION "LiberationSerif-Regular.ttf", "rb");
    size_t n = fread(bytes, 1, sizeof bytes, whole);
    fclose(whole);
    char path[] = "/tmp/jianbao-cut-XXXXXX";
    int fd = mkstemp(path);
    close(fd);
    for (size_t cut = 0; cut < n; cut += n / 37) {
        FILE *part = fopen(path, "wb");
        fwrite(bytes, 1, cut, part);
        fclose(part);
        arena *a = arena_new();
        const jb_face *face = face_from_file(a, path, (slice){NULL, 0});
        for (uint32_t glyph = 0; face != NULL && glyph < 600; glyph++) {
            jb_path p = {0};
            face_outline(a, face, glyph, 1024, &p);
            assert_true(path_is_sound(&p));
        }
        arena_drop(a);
    }
    unlink(path);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_face_is_found_in_its_collection),
        cmocka_unit_test(what_is_no_such_face_is_refused),
        cmocka_unit_test(boxes_are_measured_from_ink),
        cmocka_unit_test(latin_faces_are_never_shifted),
        cmocka_unit_test(ink_is_measured_in_font_units),
        cmocka_unit_test(outlines_fill_their_ink),
        cmocka_unit_test(outlines_scale_with_the_size),
        cmocka_unit_test(sub_fonts_round_once),
        cmocka_unit_test(cut_files_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
