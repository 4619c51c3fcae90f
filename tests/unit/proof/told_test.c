/* What an SVG says in words: as it should, or forged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "proof/told.h"

#define HEAD "<?xml version=\"1.0\"?><svg><title>甲&amp;乙</title>"
#define GROUP "<g id=\"a\"><title>甲</title><desc>甲：5&lt;6。</desc></g>"

/* The number of faults in a file that should say 甲&乙, 甲 and 甲：5<6。 */
static size_t
faults_in(const char *svg)
{
    arena *a = arena_new();
    jb_pages pages = {.arena = a, .title = SLICE("甲&乙")};
    jb_page page = {.display = {.arena = a}};
    display_group_begin(&page.display,
                        (display_group){.title = SLICE("甲"),
                                        .alt = SLICE("甲：5<6。")});
    display_group_end(&page.display);
    size_t n = told_examine(a, slice_from(svg), &pages, &page).n;
    arena_drop(a);
    return n;
}

static void
words_as_they_should_be_pass(void **state)
{
    (void)state;
    assert_int_equal(faults_in(HEAD GROUP "</svg>"), 0);
}

static void
other_words_are_found(void **state)
{
    (void)state;
    assert_int_equal(faults_in(HEAD "</svg>"), 2);
    assert_int_equal(faults_in(HEAD GROUP "<desc>乙</desc></svg>"), 1);
    assert_int_equal(
        faults_in(HEAD "<g><title>甲</title><desc>甲：6。</desc></g></svg>"),
        1);
}

/* A figure that is the whole page is described by the root. */
static void
a_lone_figure_is_described_at_the_root(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_pages pages = {.arena = a, .title = SLICE("甲")};
    jb_page page = {.display = {.arena = a}};
    display_group_begin(&page.display,
                        (display_group){.role = ROLE_FIGURE,
                                        .title = SLICE("乙"),
                                        .alt = SLICE("乙：5。")});
    display_group_end(&page.display);
    static const char at_root[] =
        "<svg><title id=\"t\">甲</title><desc id=\"d\">乙：5。</desc>"
        "<g><title>乙</title></g></svg>";
    static const char inside[] =
        "<svg><title>甲</title><g><title>乙</title><desc>乙：5。</desc></g>"
        "</svg>";
    assert_int_equal(told_examine(a, slice_from(at_root), &pages, &page).n, 0);
    assert_true(told_examine(a, slice_from(inside), &pages, &page).n > 0);
    arena_drop(a);
}

static void
what_runs_or_is_fetched_is_found(void **state)
{
    (void)state;
    static const char *const bad[] = {
        HEAD GROUP "<script>1</script></svg>",
        HEAD GROUP "<path onload=\"f()\"/></svg>",
        HEAD GROUP "<image xlink:href=\"http://a.cn/b.png\"/></svg>",
        HEAD GROUP "<a xlink:href=\"javascript:f()\"/></svg>",
        HEAD GROUP "<!-- 5 --></svg>"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(faults_in(bad[i]), 1);
    assert_int_equal(
        faults_in(HEAD GROUP
                  "<image xlink:href=\"data:image/png;base64,AA\"/></svg>"),
        0);
}

/* Cut short anywhere, it is read to its end and no further. */
static void
broken_files_are_read_to_their_end(void **state)
{
    (void)state;
    static const char whole[] = HEAD GROUP "</svg>";
    char part[sizeof whole];
    for (size_t n = 0; n < sizeof whole - 20; n++) {
        memcpy(part, whole, n);
        part[n] = '\0';
        assert_true(faults_in(part) > 0);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_as_they_should_be_pass),
        cmocka_unit_test(other_words_are_found),
        cmocka_unit_test(a_lone_figure_is_described_at_the_root),
        cmocka_unit_test(what_runs_or_is_fetched_is_found),
        cmocka_unit_test(broken_files_are_read_to_their_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
