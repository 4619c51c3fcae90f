#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "text/text.h"

/* The runs of all lines, joined: what a reader copies. */
static slice
drawn_text(arena *a, const jb_paragraph *p)
{
    slice_builder b = {.arena = a};
    for (size_t i = 0; i < p->n_lines; i++)
        for (size_t k = 0; k < p->lines[i].n_runs; k++)
            builder_add(&b, p->lines[i].runs[k].text);
    return builder_slice(&b);
}

static void
words_on_two_lines_stay_apart(void **state)
{
    (void)state;
    static const char text[] =
        "企业使用PostgreSQL database software和Advanced Materials research";
    arena *a = arena_new();
    jb_diags *diags = diags_new();
    jb_fonts *fonts = fonts_from_directory("fonts", diags);
    jb_typesetter *t = typesetter_new(fonts);
    text_span span = {.text = slice_from(text),
                      .role = fonts_role_lookup(fonts, SLICE_OF("song")),
                      .size = LEN_OF_PT(12)};
    for (int width = 80; width < 300; width += 17) {
        text_options options = TEXT_OPTIONS;
        options.measure = LEN_OF_PT(width);
        jb_paragraph *p = text_set(a, t, &span, 1, &options, diags);
        assert_true(p->n_lines > 1);
        assert_string_equal(drawn_text(a, p).at, p->text.at);
        for (size_t i = 0; i + 1 < p->n_lines; i++)
            assert_true(p->lines[i].width <= options.measure + 1 ||
                        p->lines[i].is_forced_overfull);
    }
    typesetter_drop(t);
    fonts_drop(fonts);
    diags_drop(diags);
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_on_two_lines_stay_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
