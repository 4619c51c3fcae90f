#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "display/pages.h"

#define PT LEN_PER_PT

/* Never looked into here: display knows faces by address only. */
static const jb_face *
some_face(void)
{
    static const char letter = 'f';
    return (const jb_face *)(const void *)&letter;
}

static slice
some_face_name(const jb_face *face)
{
    return face == some_face() ? SLICE_OF("Some") : SLICE_OF("Other");
}

static jb_glyph_run
greeting(jb_glyph *glyphs)
{
    glyphs[0] = (jb_glyph){.id = 7, .advance = 12 * PT, .text_bytes = 3};
    glyphs[1] =
        (jb_glyph){.id = 9, .x = 12 * PT, .advance = 6 * PT, .text_bytes = 3};
    glyphs[2] =
        (jb_glyph){.id = 10, .x = 18 * PT, .y = -512, .advance = 6 * PT};
    return (jb_glyph_run){.face = some_face(), .size = 12 * PT,
                          .colour = COLOUR_RGB(0x102030),
                          .origin = {10 * PT, 20 * PT},
                          .text = SLICE_OF("你好"), .glyphs = glyphs,
                          .n_glyphs = 3};
}

static jb_display
example(arena *a)
{
    jb_display d = {.arena = a};
    jb_glyph *glyphs = ARENA_ARRAY(a, 3, jb_glyph);
    display_group_begin(&d, (display_group){
        .role = ROLE_FIGURE, .id = SLICE("growth"),
        .alt = SLICE("同比\"增速\""),
        .bounds = {0, 0, 100 * PT, 50 * PT}});
    display_rect(&d, (jb_rect){0, 0, 5 * PT, PT / 2}, COLOUR_RGB(0xC00000));
    display_run(&d, greeting(glyphs));
    jb_path inside = {0};
    path_rect(a, &inside, (jb_rect){0, 0, PT, PT});
    display_clip_push(&d, inside);
    display_line(&d, (jb_point){-PT, 0}, (jb_point){2 * PT, 0}, PT / 4,
                 (jb_colour){0, 0, 0, 128});
    display_clip_pop(&d);
    display_link_to(&d, (display_link){.rect = {0, 0, PT, PT},
                                       .uri = SLICE("https://a.b/")});
    display_group_end(&d);
    return d;
}

static const char example_dump[] =
    "Figure id=\"growth\" alt=\"同比\\x22增速\\x22\" [0 0 100 50] {\n"
    "  path M 0 0 L 5 0 L 5 0.5 L 0 0.5 Z fill=#c00000\n"
    "  run \"你好\" face=\"Some\" size=12 colour=#102030 at 10 20:"
    " 7@0+12\"你\" 9@12+6\"好\" 10@18,-0.5+6\n"
    "  clip M 0 0 L 1 0 L 1 1 L 0 1 Z {\n"
    "    path M -1 0 L 2 0 stroke=#00000080 width=0.25\n"
    "  }\n"
    "  link [0 0 1 1] uri=\"https://a.b/\"\n"
    "}\n";

static const jb_rect page = {0, 0, 100 * PT, 50 * PT};

static void
a_list_dumps_as_stable_text(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_display d = example(a);
    assert_string_equal(display_dump(a, &d, some_face_name).at, example_dump);
    assert_null(display_check(&d, page));
    arena_drop(a);
}

static void
appending_copies_and_moves(void **state)
{
    (void)state;
    arena *a = arena_new(), *b = arena_new();
    jb_display d = example(a), moved = {.arena = b}, back = {.arena = b};
    display_append(&moved, &d, (jb_point){3 * PT, 4 * PT});
    arena_drop(a);
    assert_string_not_equal(display_dump(b, &moved, some_face_name).at,
                            example_dump);
    display_append(&back, &moved, (jb_point){-3 * PT, -4 * PT});
    assert_string_equal(display_dump(b, &back, some_face_name).at,
                        example_dump);
    arena_drop(b);
}

static void
a_rotated_run_goes_up_the_page(void **state)
{
    (void)state;
    jb_glyph glyphs[3];
    jb_glyph_run run = greeting(glyphs);
    run.is_upright_rotated = true;
    jb_point third = run_glyph_at(&run, 2), end = run_end(&run);
    assert_int_equal(third.x, 10 * PT - 512);
    assert_int_equal(third.y, 2 * PT);
    assert_int_equal(end.y, -4 * PT);
}

static void
expect(const jb_display *d, const char *part)
{
    const char *broken = display_check(d, page);
    assert_non_null(broken);
    assert_non_null(strstr(broken, part));
}

static void
broken_runs_are_found(void **state)
{
    (void)state;
    arena *a = arena_new();
    static const struct {
        uint32_t bytes[3];
        jb_len x;
        const char *want;
    } cases[] = {
        {{3, 3, 1}, 0, "beyond"},        {{0, 3, 3}, 0, "no text"},
        {{2, 4, 0}, 0, "inside a char"}, {{3, 0, 0}, 0, "without a glyph"},
        {{3, 3, 0}, -11 * PT, "outside"}, {{3, 3, 0}, 90 * PT, "outside"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        jb_display d = {.arena = a};
        jb_glyph glyphs[3];
        jb_glyph_run run = greeting(glyphs);
        for (int g = 0; g < 3; g++)
            glyphs[g].text_bytes = cases[i].bytes[g];
        run.origin.x += cases[i].x;
        display_run(&d, run);
        expect(&d, cases[i].want);
    }
    arena_drop(a);
}

static void
broken_nesting_is_found(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_display ended = {.arena = a}, crossed = {.arena = a};
    jb_display open = {.arena = a}, deep = {.arena = a};
    display_group_end(&ended);
    expect(&ended, "item 0: an end without");
    display_clip_push(&crossed, (jb_path){0});
    display_group_end(&crossed);
    expect(&crossed, "item 1: an end without");
    display_group_begin(&open, (display_group){.role = ROLE_P});
    expect(&open, "never ended");
    for (int i = 0; i < 1000; i++)
        display_group_begin(&deep, (display_group){.role = ROLE_P});
    expect(&deep, "too deeply");
    arena_drop(a);
}

static void
what_leaves_the_page_is_found_unless_clipped(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_display d = {.arena = a}, clipped = {.arena = a};
    display_rect(&d, (jb_rect){99 * PT, 0, 2 * PT, PT}, COLOUR_RGB(0));
    expect(&d, "a path reaches outside");
    jb_path all = {0};
    path_rect(a, &all, page);
    display_clip_push(&clipped, all);
    display_append(&clipped, &d, (jb_point){0, 0});
    display_clip_pop(&clipped);
    assert_null(display_check(&clipped, page));
    arena_drop(a);
}

static void
every_role_has_a_name(void **state)
{
    (void)state;
    for (int role = 0; role < ROLE_COUNT; role++)
        for (int other = 0; other < role; other++)
            assert_string_not_equal(role_name((display_role)role),
                                    role_name((display_role)other));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_dumps_as_stable_text),
        cmocka_unit_test(appending_copies_and_moves),
        cmocka_unit_test(a_rotated_run_goes_up_the_page),
        cmocka_unit_test(broken_runs_are_found),
        cmocka_unit_test(broken_nesting_is_found),
        cmocka_unit_test(what_leaves_the_page_is_found_unless_clipped),
        cmocka_unit_test(every_role_has_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
