/* gongwen: the rules of the imprint and the form of the head are told by where
 * they stand. The pages are made by hand: nothing of how we set documents is
 * trusted here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "proof/gongwen.h"

#define PT(mm) ((mm) * 72 / 25.4)
#define LEFT 28.0 /* mm */
#define WIDTH 156.0
#define FOOT 262.0
#define SMALL 14.0 /* pt */

/* A line of one size whose box starts at `top`, mm. */
static seen_line *
add_line(arena *a, seen_document *d, double top, double size,
         const char *text)
{
    slice s = slice_from(text);
    double x = PT(LEFT), y = PT(top);
    seen_line line = {.part = SEEN_PROSE, .left = x, .size = size, .top = y,
                      .baseline = y + 0.88 * size,
                      .paragraph = (uint32_t)d->lines.n};
    for (size_t at = 0; at < s.len; x += size) {
        seen_glyph g = {.x = x, .size = size, .advance = size,
                        .face = SLICE_OF("仿宋")};
        g.code = utf8_next(s, &at);
        ARRAY_PUSH(a, &line.glyphs, g);
    }
    line.right = x;
    ARRAY_PUSH(a, &d->lines, line);
    return ARRAY_LAST(&d->lines);
}

static void
add_rule(arena *a, seen_document *d, double y, double width, double thick)
{
    seen_rule rule = {.x = PT(LEFT), .y = PT(y), .w = PT(width),
                      .h = PT(thick)};
    ARRAY_PUSH(a, &d->rules, rule);
}

static seen_document
page_with_text(arena *a)
{
    seen_document d = {.width = PT(210), .height = PT(297), .n_pages = 1};
    for (int i = 0; i < 3; i++) {
        add_line(a, &d, 150 + i * 10.2, 16,
                 "全市科技型中小企业达到两千六百七十一家");
        ARRAY_LAST(&d.lines)->paragraph = 1;
    }
    return d;
}

static proof_dimension
dimension(arena *a, const seen_document *d, const char *clause,
          const char *name)
{
    size_t n;
    proof_dimension *all = gongwen_dimensions(a, d, &n);
    for (size_t i = 0; i < n; i++)
        if (strcmp(all[i].clause, clause) == 0 &&
            strcmp(all[i].name, name) == 0)
            return all[i];
    fail_msg("%s", name);
    return all[0];
}

static proof_dimension
middle_rule(arena *a, const seen_document *d)
{
    return dimension(a, d, "7.4.1", "版记中线粗");
}

static proof_dimension
outer_rules(arena *a, const seen_document *d)
{
    return dimension(a, d, "7.4.1", "版记首末线粗");
}

/* The first rule is so thick; a note's rule stands over its note, right above
 * the imprint. */
static seen_document
page_with_imprint(arena *a, bool has_receivers, double thick)
{
    seen_document d = page_with_text(a);
    double first = has_receivers ? 232 : FOOT - 8;
    add_rule(a, &d, first - 12, 50, 0.18);
    add_line(a, &d, first - 11, SMALL, "①据市统计局快报。");
    add_rule(a, &d, first, WIDTH, thick);
    if (has_receivers) {
        add_line(a, &d, 233, SMALL, "抄送：市委办公室，市人大常委会");
        add_line(a, &d, 240, SMALL, "办公室，市政协办公室，市监委");
        add_line(a, &d, 247, SMALL, "各人民团体。");
        add_rule(a, &d, FOOT - 8, WIDTH, 0.25);
    }
    add_line(a, &d, FOOT - 7, SMALL, "某市人民政府办公室2025年7月1日印发");
    add_rule(a, &d, FOOT - 0.35, WIDTH, 0.35);
    return d;
}

static void
a_notes_rule_is_none_of_the_imprint(void **state)
{
    (void)state;
    arena *a = arena_new();
    seen_document d = page_with_imprint(a, false, 0.35);
    assert_false(middle_rule(a, &d).is_found);
    assert_true(outer_rules(a, &d).is_found);
    arena_drop(a);
}

static void
the_middle_rule_is_below_all_receivers(void **state)
{
    (void)state;
    arena *a = arena_new();
    seen_document d = page_with_imprint(a, true, 0.35);
    proof_dimension middle = middle_rule(a, &d);
    assert_true(middle.is_found);
    assert_true(dimension_is_kept(&middle));
    ARRAY_LAST(&d.rules)[-1].h = PT(0.35);
    middle = middle_rule(a, &d);
    assert_false(dimension_is_kept(&middle));
    arena_drop(a);
}

static void
the_first_rule_is_measured_too(void **state)
{
    (void)state;
    for (int has_receivers = 0; has_receivers < 2; has_receivers++) {
        arena *a = arena_new();
        seen_document d = page_with_imprint(a, has_receivers != 0, 0.25);
        proof_dimension outer = outer_rules(a, &d);
        assert_true(outer.is_found);
        assert_false(dimension_is_kept(&outer));
        arena_drop(a);
    }
}

/* Notes and the imprint have more characters than a short text. */
static void
a_short_text_has_the_size_of_its_own(void **state)
{
    (void)state;
    arena *a = arena_new();
    seen_document d = page_with_imprint(a, true, 0.35);
    d.lines.at[1].part = d.lines.at[2].part = SEEN_RUNNING;
    d.lines.at[0].glyphs.n = 6;
    proof_dimension size = dimension(a, &d, "5.2.2", "正文字号（三号）");
    assert_true(size.measured == 16);
    arena_drop(a);
}

static void
add_red(arena *a, seen_document *d, double top, const char *text)
{
    add_line(a, d, top, 36, text)->colour = (jb_colour){255, 0, 0, 255};
}

static proof_dimension
order_mark(arena *a, const seen_document *d)
{
    return dimension(a, d, "10.2", "命令标志上边缘距版心上边缘");
}

/* 令 stands beside the names, in the middle of their height. */
static void
several_agencies_give_an_order(void **state)
{
    (void)state;
    arena *a = arena_new();
    seen_document d = page_with_text(a);
    add_red(a, &d, 57, "某市财政局");
    add_red(a, &d, 72, "某市统计局");
    assert_false(order_mark(a, &d).is_found);
    add_red(a, &d, 64.5, "令");
    proof_dimension mark = order_mark(a, &d);
    assert_true(mark.is_found);
    assert_true(dimension_is_kept(&mark));
    assert_false(dimension(a, &d, "10.2", "令号在标志之下").is_found);
    double below = 72 + 36 * 25.4 / 72;
    add_line(a, &d, below + 2 * 10.2, 16, "第八号");
    proof_dimension number = dimension(a, &d, "10.2", "令号在标志之下");
    assert_true(number.is_found);
    assert_true(dimension_is_kept(&number));
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_notes_rule_is_none_of_the_imprint),
        cmocka_unit_test(the_middle_rule_is_below_all_receivers),
        cmocka_unit_test(the_first_rule_is_measured_too),
        cmocka_unit_test(a_short_text_has_the_size_of_its_own),
        cmocka_unit_test(several_agencies_give_an_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
