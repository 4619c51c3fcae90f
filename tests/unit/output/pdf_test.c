#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "output/pdf_metadata.h"
#include "output/pdf_navigation.h"
#include "pdf_sample.h"

static slice
written(arena *a, const jb_pages *p, size_t first, size_t count,
        jb_diags *diags)
{
    output_options options = OUTPUT_OPTIONS;
    options.is_compressed = false;
    jb_sink *sink = sink_to_memory();
    slice bytes = {NULL, 0};
    if (pdf_write((output_pages){p, first, count}, &options, sink, diags))
        bytes = slice_copy(a, sink_bytes(sink));
    sink_discard(sink);
    return bytes;
}

static bool
says(slice bytes, const char *text)
{
    return slice_find(bytes, slice_from(text)) < bytes.len;
}

static size_t
count_of(slice bytes, const char *text)
{
    size_t n = 0;
    for (;; n++) {
        size_t at = slice_find(bytes, slice_from(text));
        if (at == bytes.len)
            return n;
        bytes = slice_cut(bytes, at + 1, bytes.len);
    }
}

static void
same_pages_are_the_same_bytes(void **state)
{
    (void)state;
    arena *a = arena_new();
    slice twice[2];
    for (int i = 0; i < 2; i++) {
        arena *mine = arena_new();
        jb_diags *diags = diags_new();
        jb_pages *p = sample_document(sample_faces_open(mine));
        twice[i] = written(a, p, 0, 9, diags);
        assert_int_equal(diags_count(diags), 0);
        pages_drop(p);
        diags_drop(diags);
        arena_drop(mine);
    }
    assert_true(twice[0].len > 1000);
    assert_true(slice_equal(twice[0], twice[1]));
    arena_drop(a);
}

static void
no_pages_are_an_error(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_pages *p = sample_pages_new();
    jb_diags *diags = diags_new();
    assert_null(written(a, p, 0, 1, diags).at);
    assert_ptr_equal(diags_at(diags, 0)->kind, &OUTPUT_NO_PAGES);
    sample_page(p, "");
    assert_null(written(a, p, 1, 1, diags).at);
    assert_int_equal(diags_count_of(diags, DIAG_ERROR), 2);
    assert_non_null(written(a, p, 0, 1, diags).at);
    diags_drop(diags);
    pages_drop(p);
    arena_drop(a);
}

static void
links_to_nowhere_are_left_out_and_reported(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_pages *p = sample_document(sample_faces_open(a));
    jb_diags *diags = diags_new();
    /* The second page alone: the link's aim is on the first. */
    display_link away = {.rect = sample_box(1, 1, 9, 9),
                         .destination = SLICE_OF("图1")};
    display_link_to(&p->pages.at[1].display, away);
    slice bytes = written(a, p, 1, 1, diags);
    assert_int_equal(diags_count(diags), 1);
    assert_ptr_equal(diags_at(diags, 0)->kind, &OUTPUT_LINK_NOWHERE);
    assert_int_equal(count_of(bytes, "/Subtype/Link"), 0);
    assert_int_equal(count_of(bytes, "/Title"), 1); /* no outline entry */
    assert_int_equal(count_of(written(a, p, 0, 2, diags), "/Subtype/Link"),
                     3);
    diags_drop(diags);
    pages_drop(p);
    arena_drop(a);
}

static void
addresses_are_ascii(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_pages *p = sample_pages_new();
    jb_display *d = sample_page(p, "");
    display_link_to(d, (display_link){.rect = sample_box(1, 1, 9, 9),
                                      .uri = SLICE_OF("http://x/年 (1)")});
    jb_diags *diags = diags_new();
    slice bytes = written(a, p, 0, 1, diags);
    assert_true(says(bytes, "/URI(http://x/%E5%B9%B4%20\\(1\\))"));
    assert_true(says(bytes, "/S/Link")); /* the element that owns it */
    diags_drop(diags);
    pages_drop(p);
    arena_drop(a);
}

static void
figures_without_alternative_text_are_reported(void **state)
{
    (void)state;
    arena *a = arena_new();
    sample_faces f = sample_faces_open(a);
    jb_pages *p = sample_pages_new();
    jb_display *d = sample_page(p, "");
    sample_block(d, ROLE_FIGURE, f.latin, 12, sample_mm(30, 30), "251%");
    jb_diags *diags = diags_new();
    slice bytes = written(a, p, 0, 1, diags);
    assert_ptr_equal(diags_at(diags, 0)->kind, &OUTPUT_FIGURE_UNNAMED);
    assert_true(says(bytes, "/Alt(251%)"));
    assert_true(says(bytes, "/BBox["));
    diags_drop(diags);
    pages_drop(p);
    arena_drop(a);
}

static void
content_outside_groups_is_read_or_an_artifact(void **state)
{
    (void)state;
    arena *a = arena_new();
    sample_faces f = sample_faces_open(a);
    jb_pages *p = sample_pages_new();
    jb_display *d = sample_page(p, "");
    sample_text(d, f.latin, 12, sample_mm(30, 30), "loose");
    display_rect(d, sample_box(1, 1, 9, 9), COLOUR_RGB(0x112233));
    sample_begin(d, ROLE_TABLE);
    sample_text(d, f.latin, 12, sample_mm(30, 40), "in a table");
    display_group_end(d);
    jb_diags *diags = diags_new();
    slice bytes = written(a, p, 0, 1, diags);
    assert_int_equal(diags_count(diags), 0);
    assert_true(says(bytes, "/P<</MCID 0>>BDC"));
    assert_true(says(bytes, "/Artifact BMC\n.067 .133 .2 rg"));
    assert_true(says(bytes, "/Caption<</MCID 1>>BDC"));
    diags_drop(diags);
    pages_drop(p);
    arena_drop(a);
}

/* Decoration within a running head is part of it; two kinds of artifacts in
 * a row are not one. */
static void
running_heads_are_pagination(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_pages *p = sample_pages_new();
    jb_display *d = sample_page(p, "");
    static const display_artifact kinds[] = {ARTIFACT_HEADER, ARTIFACT_FOOTER,
                                             ARTIFACT_LAYOUT};
    for (size_t i = 0; i < 3; i++) {
        display_group_begin(d, (display_group){.role = ROLE_ARTIFACT,
                                               .artifact = kinds[i]});
        sample_begin(d, ROLE_ARTIFACT);
        display_rect(d, sample_box(1, 1, 9, 9), COLOUR_RGB(0x112233));
        display_group_end(d);
        display_group_end(d);
    }
    jb_diags *diags = diags_new();
    slice bytes = written(a, p, 0, 1, diags);
    assert_int_equal(count_of(bytes, "/Artifact"), 3);
    assert_int_equal(count_of(bytes, "/Subtype/Header/Attached[/Top]"), 1);
    assert_int_equal(count_of(bytes, "/Subtype/Footer/Attached[/Bottom]"), 1);
    diags_drop(diags);
    pages_drop(p);
    arena_drop(a);
}

/* Groups and clips that never end, or end twice. */
static void
unbalanced_lists_are_survived(void **state)
{
    (void)state;
    arena *a = arena_new();
    sample_faces f = sample_faces_open(a);
    jb_pages *p = sample_pages_new();
    jb_display *d = sample_page(p, "");
    for (int i = 0; i < 50; i++) {
        display_group_begin(d, (display_group){.role = (display_role)(i %
                                                               ROLE_COUNT),
                                               .id = SLICE_OF("same"),
                                               .element = 3});
        display_clip_push(d, (jb_path){0});
        sample_text(d, f.latin, 12, sample_mm(30, 30), "x");
    }
    d = sample_page(p, "");
    for (int i = 0; i < 5; i++) {
        display_group_end(d);
        display_clip_pop(d);
    }
    sample_text(d, f.latin, 12, sample_mm(30, 30), "y");
    jb_diags *diags = diags_new();
    slice bytes = written(a, p, 0, 2, diags);
    assert_int_equal(count_of(bytes, "\nq\n"), 50);
    assert_int_equal(count_of(bytes, "\nQ\n") + says(bytes, ">\nQ\n"), 50);
    diags_drop(diags);
    pages_drop(p);
    arena_drop(a);
}

static void
label_ranges_follow_the_printed_numbers(void **state)
{
    (void)state;
    static const char *const printed[] = {"封面", "1", "2", "4", "附-1",
                                          "附-2", "— 3 —", "", "010"};
    arena *a = arena_new();
    jb_pages *p = sample_pages_new();
    for (size_t i = 0; i < 9; i++)
        sample_page(p, printed[i]);
    slice labels = pdf_navigation_labels(a, p->pages.at, 9);
    assert_string_equal(labels.at,
                        "/PageLabels<</Nums["
                        "0<</P<FEFF5C019762>>>1<</S/D/St 1>>3<</S/D/St 4>>"
                        "4<</P<FEFF9644002D>/S/D/St 1>>"
                        "6<</P<FEFF20140020003300202014>>>"
                        "7<</S/D/St 8>>8<</P(0)/S/D/St 10>>]>>");
    pages_drop(p);
    arena_drop(a);
}

static void
undated_documents_say_no_date(void **state)
{
    (void)state;
    arena *a = arena_new();
    jb_pages *p = sample_pages_new();
    assert_string_equal(pdf_metadata_date(a, p).at, "D:20221114000000+08'00'");
    p->year = 0;
    sample_page(p, "");
    jb_diags *diags = diags_new();
    slice bytes = written(a, p, 0, 1, diags);
    assert_false(says(bytes, "Date"));
    diags_drop(diags);
    pages_drop(p);
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_pages_are_the_same_bytes),
        cmocka_unit_test(no_pages_are_an_error),
        cmocka_unit_test(links_to_nowhere_are_left_out_and_reported),
        cmocka_unit_test(addresses_are_ascii),
        cmocka_unit_test(figures_without_alternative_text_are_reported),
        cmocka_unit_test(content_outside_groups_is_read_or_an_artifact),
        cmocka_unit_test(running_heads_are_pagination),
        cmocka_unit_test(unbalanced_lists_are_survived),
        cmocka_unit_test(label_ranges_follow_the_printed_numbers),
        cmocka_unit_test(undated_documents_say_no_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
