/* turn: what lies on its side reads from below to above, at the place asked
 * for; nothing else of it changes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "display/turn.h"

static void
x_goes_up_and_y_to_the_right(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_display from = {.arena = a}, to = {.arena = a};
    display_group_begin(&from, (display_group){.role = ROLE_P,
                                               .bounds = {1, 2, 30, 4}});
    display_rect(&from, (jb_rect){10, 20, 300, 5}, COLOUR_RGB(0));
    jb_glyph glyph = {.id = 1, .advance = 12, .text_bytes = 3};
    display_run(&from, (jb_glyph_run){.size = 12, .origin = {10, 40},
                                      .text = SLICE_OF("表"),
                                      .glyphs = &glyph, .n_glyphs = 1});
    display_group_end(&from);
    display_append_turned(&to, &from, (jb_point){1000, 2000});
    assert_int_equal(to.items.n, from.items.n);
    jb_rect box = path_bounds(&to.items.at[1].shape.path);
    assert_int_equal(box.x, 1020);
    assert_int_equal(box.y, 2000 - 310);
    assert_int_equal(box.w, 5);
    assert_int_equal(box.h, 300);
    const jb_glyph_run *run = &to.items.at[2].run;
    assert_true(run->is_upright_rotated);
    assert_int_equal(run->origin.x, 1040);
    assert_int_equal(run->origin.y, 1990);
    assert_int_equal(run_end(run).y, 1990 - 12);
    assert_int_equal(to.items.at[0].group.bounds.h, 30);
    assert_int_equal(to.items.at[0].group.bounds.x, 1002);
    assert_false(from.items.at[2].run.is_upright_rotated);
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(x_goes_up_and_y_to_the_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
