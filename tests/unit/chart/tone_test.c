#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "chart/tone.h"

static const jb_colour white = COLOUR_RGB(0xFFFFFF);
static const jb_colour black = COLOUR_RGB(0x000000);

static void
contrast_is_wcag(void **state)
{
    (void)state;
    assert_true(tone_contrast(white, black) > 20.99);
    assert_true(tone_contrast(white, white) == 1);
    /* measured by others: #767676 is the lightest grey with 4.5 on white */
    assert_true(tone_contrast(COLOUR_RGB(0x767676), white) >= 4.5);
    assert_true(tone_contrast(COLOUR_RGB(0x777777), white) < 4.5);
}

static void
readable_keeps_a_good_colour_and_darkens_a_pale_one(void **state)
{
    (void)state;
    jb_colour dark = COLOUR_RGB(0x8B0000), pale = COLOUR_RGB(0x009E73);
    jb_colour kept = tone_readable(dark, black, white, TONE_CONTRAST_TEXT);
    assert_int_equal(kept.r, 0x8B);
    assert_true(tone_contrast(pale, white) < TONE_CONTRAST_TEXT);
    jb_colour made = tone_readable(pale, black, white, TONE_CONTRAST_TEXT);
    assert_true(tone_contrast(made, white) >= TONE_CONTRAST_TEXT);
    assert_true(made.g > made.r && made.g > made.b);
    jb_colour none = tone_readable(white, pale, white, 22);
    assert_int_equal(none.g, pale.g);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contrast_is_wcag),
        cmocka_unit_test(readable_keeps_a_good_colour_and_darkens_a_pale_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
