/* Dots and lines below characters, and lines spread to the measure. */
#include "fixture.h"

static jb_paragraph *
set_spans(const fixture *f, arena *a, const text_span *spans, size_t n,
          const text_options *options)
{
    return text_set(a, f->typesetter, spans, n, options, f->diags);
}

static text_span
underlaid(const fixture *f, const char *text, text_underneath underneath)
{
    return (text_span){.text = slice_from(text), .role = f->song, .size = EM,
                       .underneath = underneath};
}

static void
dots_stand_below_the_middle_of_han(void **state)
{
    const fixture *f = *state;
    arena *a = arena_new();
    text_options options = TEXT_OPTIONS;
    text_span span = underlaid(f, "国家，3国。", TEXT_DOTS);
    const text_line *l = set_spans(f, a, &span, 1, &options)->lines;
    assert_int_equal(l->n_ornaments, 3);
    for (size_t i = 0; i < 2; i++) {
        const text_ornament *o = &l->ornaments[i];
        assert_true(o->is_dot);
        jb_len middle = (jb_len)i * EM + EM / 2;
        assert_int_equal(o->box.x + o->box.w / 2, middle);
        assert_true(o->box.y > EM * 12 / 100);
        assert_true(o->box.y + o->box.h < EM * 62 / 100);
    }
    arena_drop(a);
}

static void
lines_of_neighbours_stay_apart(void **state)
{
    const fixture *f = *state;
    arena *a = arena_new();
    text_options options = TEXT_OPTIONS;
    text_span spans[] = {underlaid(f, "南阳", TEXT_LINE),
                         underlaid(f, "郑州", TEXT_LINE),
                         underlaid(f, "两市", TEXT_NOTHING)};
    const text_line *l = set_spans(f, a, spans, 3, &options)->lines;
    assert_int_equal(l->n_ornaments, 2);
    const jb_rect *first = &l->ornaments[0].box;
    const jb_rect *second = &l->ornaments[1].box;
    assert_int_equal(first->y, second->y);
    assert_true(first->x > 0);
    assert_true(first->x + first->w < 2 * EM);
    assert_true(second->x > 2 * EM);
    assert_true(second->x + second->w < 4 * EM);
    assert_true(first->w > 2 * EM * 9 / 10);
    arena_drop(a);
}

/* Over a line's end each part has its own. */
static void
lines_follow_justified_text(void **state)
{
    const fixture *f = *state;
    arena *a = arena_new();
    text_options options = TEXT_OPTIONS;
    options.measure = EM * 85 / 10;
    text_span span = underlaid(f, "国家经济运行总体平稳稳中有进", TEXT_LINE);
    jb_paragraph *p = set_spans(f, a, &span, 1, &options);
    assert_int_equal(p->n_lines, 2);
    for (size_t i = 0; i < 2; i++) {
        const text_line *l = &p->lines[i];
        assert_int_equal(l->n_ornaments, 1);
        const jb_rect *box = &l->ornaments[0].box;
        assert_true(box->w < l->width && box->w > l->width - EM / 5);
    }
    arena_drop(a);
}

static void
names_are_spread_to_the_measure(void **state)
{
    static const char *const names[] = {"张三", "欧阳修", "司马相如"};
    const fixture *f = *state;
    arena *a = arena_new();
    text_options options = TEXT_OPTIONS;
    options.measure = 5 * EM;
    options.align = TEXT_DISTRIBUTE;
    for (size_t i = 0; i < 3; i++) {
        jb_paragraph *p = set_text(f, a, slice_from(names[i]), &options);
        assert_int_equal(p->n_lines, 1);
        assert_int_equal(p->lines[0].width, 5 * EM);
        const jb_glyph_run *run = &p->lines[0].runs[0];
        jb_len pitch = run->glyphs[1].x - run->glyphs[0].x;
        jb_len even = 4 * EM / (jb_len)(run->n_glyphs - 1);
        assert_true(abs(pitch - even) <= 1);
    }
    arena_drop(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dots_stand_below_the_middle_of_han),
        cmocka_unit_test(lines_of_neighbours_stay_apart),
        cmocka_unit_test(lines_follow_justified_text),
        cmocka_unit_test(names_are_spread_to_the_measure),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
