#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "font/roles.h"

#define NOTO "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
#define RARE 0x5586 /* 喆, which Fandol lacks */

/* A directory with a roles file of its own. */
static int
make_directory(void **state)
{
    char *directory = strdup("/tmp/jianbao-font-XXXXXX");
    assert_non_null(mkdtemp(directory));
    *state = directory;
    return 0;
}

static int
clear_directory(void **state)
{
    static const char *const names[] = {"roles.yaml", "fonts.conf",
                                        "faces/Sans.ttc", "faces"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[128];
        snprintf(path, sizeof path, "%s/%s", (char *)*state, names[i]);
        remove(path);
    }
    assert_int_equal(rmdir(*state), 0);
    free(*state);
    return 0;
}

static void
write_file(const char *directory, const char *name, const char *text)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static const diag_kind *
only_kind(const jb_diags *diags)
{
    assert_int_equal(diags_count(diags), 1);
    return diags_at(diags, 0)->kind;
}

static font_role
role(const jb_fonts *f, const char *name)
{
    font_role found = fonts_role_lookup(f, slice_from(name));
    assert_true(found != FONT_ROLE_NONE);
    return found;
}

static void
the_project_has_its_roles(void **state)
{
    (void)state;
    static const char *const names[] = {"song", "hei",   "hei-bold", "kai",
                                        "fang", "title", "digits"};
    jb_diags *diags = diags_new();
    jb_fonts *f = fonts_from_directory("fonts", diags);
    assert_non_null(f);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        font_role r = role(f, names[i]);
        assert_non_null(fonts_face(f, r, diags));
        assert_true(slice_is(fonts_role_name(f, r), names[i]));
        assert_true(fonts_role_doc(f, r).len > 0);
        const jb_face *latin = fonts_face(f, fonts_role_latin(f, r), diags);
        assert_true(face_glyph(latin, '0') != 0);
        assert_non_null(
            fonts_face(f, fonts_role_emphasis(f, r), diags));
        assert_true(fonts_choices_count(f, r) > 0);
    }
    assert_int_equal(fonts_role_lookup(f, SLICE_OF("no")), FONT_ROLE_NONE);
    assert_int_equal(fonts_role_latin(f, role(f, "song")),
                     role(f, "digits"));
    assert_int_equal(diags_count_of(diags, DIAG_ERROR), 0);
    fonts_drop(f);
    diags_drop(diags);
}

static void
a_stand_in_is_reported_once(void **state)
{
    (void)state;
    jb_diags *diags = diags_new();
    jb_fonts *f = fonts_from_directory("fonts", diags);
    font_role title = role(f, "title");
    const jb_face *face = fonts_face(f, title, diags);
    if (slice_is(face_name(face), "NotoSerifCJKsc-Bold")) {
        assert_ptr_equal(only_kind(diags), &FONT_ROLE_SUBSTITUTED);
        assert_non_null(
            strstr(diags_at(diags, 0)->message.at, "方正小标宋"));
    }
    size_t before = diags_count(diags);
    assert_ptr_equal(fonts_face(f, title, diags), face);
    assert_int_equal(diags_count(diags), before);
    fonts_drop(f);
    diags_drop(diags);
}

static void
a_rare_character_falls_back_quietly(void **state)
{
    (void)state;
    jb_diags *diags = diags_new();
    jb_fonts *f = fonts_from_directory("fonts", diags);
    const jb_face *face = fonts_face_for(f, role(f, "fang"), RARE, diags);
    assert_non_null(face);
    assert_true(face_glyph(face, RARE) != 0);
    assert_ptr_equal(fonts_face_for(f, role(f, "song"), 0x56FD, diags),
                     fonts_face(f, role(f, "song"), diags));
    assert_int_equal(diags_count(diags), 0);
    fonts_drop(f);
    diags_drop(diags);
}

static const char one_face[] =
    "directories: [faces]\n"
    "faces:\n"
    "  sans:\n"
    "    title: 黑体\n"
    "    name: NotoSansCJKsc-Regular\n"
    "    files: [Sans.ttc]\n"
    "    install: 放好字体\n"
    "roles:\n"
    "  hei: {doc: 黑体, faces: [sans]}\n";

/* The file is not where the data says, but the private set reaches it. */
static void
a_face_elsewhere_is_found_by_name(void **state)
{
    jb_diags *diags = diags_new();
    write_file(*state, "roles.yaml", one_face);
    write_file(*state, "fonts.conf",
               "<fontconfig><dir>/usr/share/fonts/opentype/noto</dir>"
               "<cachedir>/var/cache/fontconfig</cachedir></fontconfig>");
    jb_fonts *f = fonts_from_directory(*state, diags);
    assert_non_null(f);
    const jb_face *face = fonts_face(f, role(f, "hei"), diags);
    assert_non_null(face);
    assert_string_equal(face_name(face).at, "NotoSansCJKsc-Regular");
    assert_string_equal(face_file(face).at, NOTO);
    assert_int_equal(diags_count(diags), 0);
    fonts_drop(f);
    diags_drop(diags);
}

static void
the_private_set_draws_what_no_role_can(void **state)
{
    jb_diags *diags = diags_new();
    write_file(*state, "roles.yaml", one_face);
    write_file(*state, "fonts.conf",
               "<fontconfig><dir>/usr/share/fonts/truetype/liberation</dir>"
               "<cachedir>/var/cache/fontconfig</cachedir></fontconfig>");
    jb_fonts *f = fonts_from_directory(*state, diags);
    assert_non_null(f);
    const jb_face *face = fonts_face_for(f, 0, 'A', diags);
    assert_non_null(face);
    assert_ptr_equal(only_kind(diags), &FONT_LAST_RESORT);
    assert_ptr_equal(fonts_face_for(f, 0, 'A', diags), face);
    assert_null(fonts_face_for(f, 0, 0x56FD, diags));
    assert_null(fonts_face_for(f, 0, 0x110000, diags));
    assert_null(fonts_face_for(f, 0, UINT32_MAX, diags));
    assert_int_equal(diags_count(diags), 1);
    fonts_drop(f);
    diags_drop(diags);
}

static void
a_role_without_a_face_is_an_error(void **state)
{
    jb_diags *diags = diags_new();
    write_file(*state, "roles.yaml", one_face);
    jb_fonts *f = fonts_from_directory(*state, diags);
    assert_non_null(f);
    assert_null(fonts_face(f, 0, diags));
    assert_null(fonts_face(f, 0, diags));
    assert_ptr_equal(only_kind(diags), &FONT_ROLE_ABSENT);
    assert_int_equal(fonts_choice(f, 0, 0).file.len, 0);
    fonts_drop(f);
    diags_drop(diags);
}

static void
a_file_with_another_face_is_refused(void **state)
{
    jb_diags *diags = diags_new();
    char path[128];
    write_file(*state, "roles.yaml", one_face);
    snprintf(path, sizeof path, "%s/faces", (char *)*state);
    mkdir(path, 0755);
    write_file(*state, "faces/Sans.ttc", "no font at all");
    jb_fonts *f = fonts_from_directory(*state, diags);
    assert_null(fonts_face(f, 0, diags));
    assert_int_equal(diags_count(diags), 2);
    assert_ptr_equal(diags_at(diags, 0)->kind, &FONT_FILE_MISMATCH);
    assert_ptr_equal(diags_at(diags, 1)->kind, &FONT_ROLE_ABSENT);
    fonts_drop(f);
    diags_drop(diags);
}

/* Each wrong file gives at least one error, with its place, and no fonts. */
static void
wrong_roles_files_are_refused(void **state)
{
    static const struct {
        const char *text;
        const diag_kind *want; /* NULL: one of the tree room's */
    } cases[] = {
        {"", NULL},
        {"- a", NULL},
        {"faces: {}\nroles: {}\n", NULL},
        {"directories: []\nfaces: {}\nroles: {}\n", &FONT_LIST_EMPTY},
        {"directories: [[a]]\nfaces: {}\nroles: {}\n", &FONT_LIST_EMPTY},
        {"directories: [f]\nfaces:\n"
         "  song: {title: t, files: [f], install: i}\n"
         "roles:\n  r: {doc: d, faces: [sonh]}\n", &FONT_NAME_UNKNOWN},
        {"directories: [f]\nfaces:\n"
         "  song: {title: t, files: [f], install: i}\n"
         "roles:\n  r: {doc: d, faces: [song], latin: s}\n",
         &FONT_NAME_UNKNOWN},
        {"directories: [f]\nfaces:\n"
         "  song: {title: t, files: [f], install: i}\n"
         "roles:\n  r: {doc: d, faces: []}\n", &FONT_LIST_EMPTY},
        {"directories: [f]\nfaces:\n"
         "  song: {title: t, files: [f], install: i}\n"
         "roles:\n  r: {doc: d, faces: [{a: b}]}\n", &FONT_NAME_UNKNOWN},
        {"directories: [f]\nfaces: {song: x}\nroles: {r: y}\n", NULL},
        {"directories: [f]\nfaces: {a: {title: t}}\nroles: {}\n", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        jb_diags *diags = diags_new();
        write_file(*state, "roles.yaml", cases[i].text);
        assert_null(fonts_from_directory(*state, diags));
        assert_true(diags_has_errors(diags));
        if (cases[i].want != NULL)
            assert_ptr_equal(diags_at(diags, 0)->kind, cases[i].want);
        diags_drop(diags);
    }
    jb_diags *diags = diags_new();
    assert_null(fonts_from_directory("/no/such/directory", diags));
    assert_ptr_equal(only_kind(diags), &SOURCE_UNREADABLE);
    diags_drop(diags);
}

#define IN_DIRECTORY(test)                                                   \
    cmocka_unit_test_setup_teardown(test, make_directory, clear_directory)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_project_has_its_roles),
        cmocka_unit_test(a_stand_in_is_reported_once),
        cmocka_unit_test(a_rare_character_falls_back_quietly),
        IN_DIRECTORY(a_face_elsewhere_is_found_by_name),
        IN_DIRECTORY(the_private_set_draws_what_no_role_can),
        IN_DIRECTORY(a_role_without_a_face_is_an_error),
        IN_DIRECTORY(a_file_with_another_face_is_refused),
        IN_DIRECTORY(wrong_roles_files_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
