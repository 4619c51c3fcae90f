/* Small charts painted as they should be, and with one thing wrong: the
 * certificate must accept the first and refuse each of the others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <cairo.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "chart/mark.h"
#include "chart/tone.h"
#include "output/cairo_painter.h"
#include "proof/certificate.h"
#include "proof/worded.h"
#include "text/text.h"

#define PAGE LEN_OF_PT(400)
#define ROUNDS 300
#define BARS_MOST 8

static const style_chart style = {
    .ink = COLOUR_RGB(0x1A1A1A), .muted = COLOUR_RGB(0x5C6166),
    .ground = COLOUR_RGB(0xFFFFFF), .hatch_pitch = 4096, .hatch_width = 1024,
    .zero_width = 800, .label = {.size = LEN_OF_PT(10)},
};

typedef struct studio {
    jb_diags *diags;
    jb_fonts *fonts;
    jb_typesetter *typesetter;
    arena *arena;
    uint32_t seed;
} studio;

static int
open_studio(void **state)
{
    studio *s = calloc(1, sizeof *s);
    s->diags = diags_new();
    s->fonts = fonts_from_directory("fonts", s->diags);
    s->typesetter = typesetter_new(s->fonts);
    s->arena = arena_new();
    s->seed = 1;
    *state = s;
    return s->fonts == NULL;
}

static int
close_studio(void **state)
{
    studio *s = *state;
    typesetter_drop(s->typesetter);
    fonts_drop(s->fonts);
    diags_drop(s->diags);
    arena_drop(s->arena);
    free(s);
    return 0;
}

static uint32_t
next(studio *s)
{
    s->seed = s->seed * 1664525u + 1013904223u;
    return s->seed >> 16;
}

static void
write_at(studio *s, jb_display *d, const char *text, jb_colour colour,
         jb_point at)
{
    text_options options = TEXT_OPTIONS;
    text_span span = {.text = slice_from(text), .size = LEN_OF_PT(10),
                      .colour = colour,
                      .role = fonts_role_lookup(s->fonts, SLICE_OF("hei"))};
    jb_paragraph *p =
        text_set(s->arena, s->typesetter, &span, 1, &options, s->diags);
    text_line_draw(d, &p->lines[0], at);
}

/* What is claimed of a bar, and what is painted of it. */
typedef struct specimen {
    display_side side;
    mark_fill fill;
    quantity_bound bound;
    jb_colour colour;
    size_t n;
    int64_t values[BARS_MOST];
    double longer;         /* pt that the last bar is painted too long */
    const char *label;     /* painted at the last bar */
    const char *worded;    /* claimed there; NULL: the same */
    jb_colour ink;
    jb_len off;            /* the last label is painted lower by it */
    bool lacks_last;       /* the last bar is not painted */
    bool has_focus, is_pale; /* the last set off; the others receding */
    double scale;          /* pixels per point */
} specimen;

static bar_mark
bar_of(const specimen *p, size_t i)
{
    jb_len middle = PAGE / 2 + 377, across = LEN_OF_PT(40 + 40 * (double)i);
    bool is_level = p->side == SIDE_RIGHT || p->side == SIDE_LEFT;
    return (bar_mark){
        .zero = {is_level ? middle : across, is_level ? across : middle},
        .side = p->side,
        .length = len_from((double)p->values[i] / 1000 * LEN_OF_PT(150)),
        .thickness = LEN_OF_PT(14), .colour = p->colour, .fill = p->fill,
        .bound = p->bound};
}

static void
zero_line(const specimen *p, jb_display *d)
{
    jb_len middle = PAGE / 2 + 377;
    bool is_level = p->side == SIDE_RIGHT || p->side == SIDE_LEFT;
    jb_point from = {is_level ? middle : 0, is_level ? 0 : middle};
    jb_point to = {is_level ? middle : PAGE, is_level ? PAGE : middle};
    display_line(d, from, to, style.zero_width, style.ink);
}

static void
bar_add(studio *s, const specimen *p, size_t i, bool is_claim, jb_display *d)
{
    static char labels[BARS_MOST][24];
    chart_datum *datum = ARENA_NEW(s->arena, chart_datum);
    bool is_last = i + 1 == p->n;
    snprintf(labels[i], sizeof labels[i], "%lld.%lld",
             (long long)p->values[i] / 10, (long long)p->values[i] % 10);
    bool has_own = is_last && p->label != NULL;
    const char *painted = has_own ? p->label : labels[i];
    const char *claimed = is_last && p->worded != NULL ? p->worded : painted;
    *datum = (chart_datum){.has_value = true, .value = {p->values[i], 1},
                           .label = slice_from(claimed)};
    bar_mark m = bar_of(p, i);
    mark_name name = {.id = SLICE_OF("id"), .title = SLICE_OF("柱"),
                      .datum = datum,
                      .is_focus = p->has_focus && is_last,
                      .is_receded = p->has_focus && !is_last};
    if (p->is_pale && !is_last)
        m.colour = tone_mix(m.colour, style.ground, 300);
    mark_begin(&style, d, name,
               &m, 0);
    if (!is_claim && is_last)
        m.length += len_from(p->longer * LEN_PER_PT);
    if (is_claim || !is_last || !p->lacks_last)
        mark_draw(&style, &m, d);
    jb_rect box = mark_rect(&m);
    jb_point at = {box.x + box.w + LEN_OF_PT(12), box.y + LEN_OF_PT(10)};
    if (m.side == SIDE_LEFT)
        at.x = box.x - LEN_OF_PT(42);
    if (m.side == SIDE_UP || m.side == SIDE_DOWN)
        at = (jb_point){box.x - LEN_OF_PT(6),
                        m.side == SIDE_UP ? box.y - LEN_OF_PT(13)
                                          : box.y + box.h + LEN_OF_PT(21)};
    if (is_last)
        at.y += p->off;
    write_at(s, d, is_claim ? claimed : painted, p->ink, at);
    display_group_end(d);
}

static jb_page
page_of(studio *s, const specimen *p, bool is_claim)
{
    jb_page page = {.size = {PAGE, PAGE}, .display.arena = s->arena};
    for (size_t i = 0; i < p->n; i++)
        bar_add(s, p, i, is_claim, &page.display);
    zero_line(p, &page.display);
    return page;
}

static proof_pixels
painted(studio *s, const jb_page *page, double scale)
{
    int side = (int)ceil(len_to_pt(PAGE) * scale);
    cairo_surface_t *image =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side);
    cairo_t *cr = cairo_create(image);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_scale(cr, scale, scale);
    painter_draw(s->arena, cr, &page->display,
                 (cairo_painting){.is_fitted = true});
    cairo_destroy(cr);
    cairo_surface_flush(image);
    uint8_t *to = arena_array(s->arena, (size_t)(side * side), 4);
    proof_pixels p = {{(uint32_t)side, (uint32_t)side, to}, scale};
    int stride = cairo_image_surface_get_stride(image);
    const unsigned char *from = cairo_image_surface_get_data(image);
    for (int y = 0; y < side; y++)
        for (int x = 0; x < side; x++, to += 4) {
            const unsigned char *c = from + y * stride + 4 * x;
            to[0] = c[2];
            to[1] = c[1];
            to[2] = c[0];
            to[3] = 255;
        }
    cairo_surface_destroy(image);
    return p;
}

static certificate
certified(studio *s, const specimen *p)
{
    jb_page claim = page_of(s, p, true), drawn = page_of(s, p, false);
    proof_pixels pixels = painted(s, &drawn, p->scale);
    return certificate_of(s->arena, &claim, &pixels);
}

static const specimen good = {
    .side = SIDE_RIGHT, .colour = COLOUR_RGB(0x12436D), .n = 4,
    .values = {1000, 618, 333, 75}, .ink = COLOUR_RGB(0x1A1A1A), .scale = 2};

static void
assert_fault(studio *s, specimen p, const char *words)
{
    certificate c = certified(s, &p);
    for (size_t i = 0; i < c.faults.n; i++)
        if (strstr(c.faults.at[i].at, words) != NULL)
            return;
    for (size_t i = 0; i < c.faults.n; i++)
        print_error("found only: %.*s\n", SLICE_ARGS(c.faults.at[i]));
    fail_msg("not found: %s", words);
}

static void
sound_picture_has_no_faults(void **state)
{
    studio *s = *state;
    certificate c = certified(s, &good);
    for (size_t i = 0; i < c.faults.n; i++)
        print_error("%.*s\n", SLICE_ARGS(c.faults.at[i]));
    assert_int_equal(c.faults.n, 0);
    assert_int_equal(c.marks.n, 4);
    assert_int_equal(c.scales.n, 1);
    assert_int_equal(c.scales.at[0].n, 4);
    assert_true(c.scales.at[0].worst < 0.5);
}

static void
wrong_length_is_found(void **state)
{
    studio *s = *state;
    specimen p = good;
    p.longer = 1;
    assert_fault(s, p, "不成比例");
    p.longer = -1;
    assert_fault(s, p, "不成比例");
    p.longer = 20;
    assert_fault(s, p, "找不到");
    p = good;
    p.lacks_last = true;
    assert_fault(s, p, "柱");
}

static void
lost_focus_is_found(void **state)
{
    studio *s = *state;
    specimen p = good;
    p.has_focus = true;
    assert_fault(s, p, "醒目");
    p.is_pale = true;
    certificate c = certified(s, &p);
    assert_int_equal(c.n_focus, 1);
    assert_true(c.least_focus > 1.4);
}

static void
wrong_digit_is_found(void **state)
{
    studio *s = *state;
    specimen p = good;
    p.worded = "7.5";
    p.label = "7.6";
    assert_fault(s, p, "墨迹");
    p.label = p.worded = "7.6";
    assert_fault(s, p, "不是它的数值");
}

static void
overlap_and_paleness_are_found(void **state)
{
    studio *s = *state;
    specimen p = good;
    p.off = -LEN_OF_PT(39); /* on the bar above */
    assert_fault(s, p, "对比不足");
    p.off = -LEN_OF_PT(30); /* half on it */
    assert_fault(s, p, "墨迹");
    p = good;
    p.ink = (jb_colour)COLOUR_RGB(0xB0B0B0);
    assert_fault(s, p, "对比不足");
    p = good;
    p.colour = (jb_colour)COLOUR_RGB(0x4477AA);
    assert_int_equal(certified(s, &p).faults.n, 0);
}

/* All sides, fills and sizes of pixel: no sound picture is refused. */
static void
generated_pictures_are_measured(void **state)
{
    static const jb_colour colours[] = {
        COLOUR_RGB(0x12436D), COLOUR_RGB(0x8B0000), COLOUR_RGB(0x9FB4C7)};
    studio *s = *state;
    double worst = 0;
    for (int round = 0; round < ROUNDS; round++) {
        specimen p = good;
        p.side = (display_side)(next(s) % 4);
        p.fill = (mark_fill)(next(s) % 3);
        p.bound = next(s) % 4 == 0 ? BOUND_ABOVE : BOUND_EXACT;
        p.colour = colours[next(s) % 3];
        p.n = 2 + next(s) % (BARS_MOST - 1);
        p.scale = 1.5 + next(s) % 250 / 100.0;
        for (size_t i = 0; i < p.n; i++)
            p.values[i] = 60 + next(s) % 940;
        arena *a = s->arena;
        s->arena = arena_new();
        certificate c = certified(s, &p);
        for (size_t i = 0; i < c.faults.n; i++)
            print_error("round %d: %.*s, off %f\n", round,
                        SLICE_ARGS(c.faults.at[i]), c.scales.at[0].worst);
        assert_int_equal(c.faults.n, 0);
        worst = fmax(worst, c.scales.at[0].worst);
        arena_drop(s->arena);
        s->arena = a;
    }
    print_message("worst deviation %.2f px over %d pictures\n", worst,
                  ROUNDS);
}

static void
labels_are_held_against_figures(void **state)
{
    (void)state;
    static const struct {
        const char *label;
        jb_decimal value;
        worded_verdict verdict;
    } cases[] = {
        {"+5.6%", {56, 1}, WORDED_RIGHT},
        {"+5.7%", {565, 2}, WORDED_RIGHT},
        {"+5.6%", {565, 2}, WORDED_RIGHT}, /* half to even */
        {"+5.5%", {565, 2}, WORDED_WRONG},
        {"−31.0%", {-31, 0}, WORDED_RIGHT},
        {"31.0%", {-31, 0}, WORDED_WRONG},
        {"约820", {820, 0}, WORDED_RIGHT},
        {"1.2万", {12345, 0}, WORDED_RIGHT},
        {"1.3万", {12345, 0}, WORDED_WRONG},
        {"2.67万亿", {267123456789012, 2}, WORDED_RIGHT},
        {"持平", {0, 0}, WORDED_WORD},
        {"0", {0, 0}, WORDED_RIGHT},
        {"0.0%", {0, 0}, WORDED_RIGHT},
        {"—", {0, 0}, WORDED_WRONG},
        {"—", {56, 1}, WORDED_WRONG},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        display_figure f = {.has_value = true, .value = cases[i].value};
        if (worded_label(slice_from(cases[i].label), &f) !=
            cases[i].verdict)
            fail_msg("%s", cases[i].label);
    }
}

/* Where no figure is known, a word stands, or a dash, and never a number. */
static void
nothing_is_not_zero(void **state)
{
    (void)state;
    static const struct {
        const char *label;
        worded_verdict verdict;
    } cases[] = {
        {"—", WORDED_WORD},        {"扭亏为盈", WORDED_WORD},
        {"净增4亿元", WORDED_WORD}, {"减亏0.3亿元", WORDED_WORD},
        {"0", WORDED_WRONG},       {"−0.0%", WORDED_WRONG},
        {"≥4.2", WORDED_WRONG},    {"约0", WORDED_WRONG},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        display_figure f = {.has_value = false};
        if (worded_label(slice_from(cases[i].label), &f) !=
            cases[i].verdict)
            fail_msg("%s", cases[i].label);
    }
}

#define PLACES 9

/* A row of places as claimed, and what is painted of it. */
typedef struct ranked_specimen {
    bool is_line;
    int filled;
    jb_len off; /* of the filled dot */
    int lacking; /* a dot that is not painted */
} ranked_specimen;

static void
dot_at(jb_display *d, jb_point centre, jb_len radius, jb_colour colour)
{
    jb_path p = {0};
    jb_rect r = {centre.x - radius, centre.y - radius, 2 * radius,
                 2 * radius};
    path_round_rect(d->arena, &p, r, radius);
    display_path(d, p, (jb_paint){.fill = colour});
}

static jb_page
ranked_page(studio *s, const ranked_specimen *p)
{
    static const chart_datum third = {.has_value = true, .value = {3, 0}};
    jb_colour pale = COLOUR_RGB(0x9FB4C7), own = COLOUR_RGB(0xB5121B);
    jb_len cell = LEN_OF_PT(20), radius = LEN_OF_PT(5), y = LEN_OF_PT(100);
    jb_page page = {.size = {PAGE, PAGE}, .display.arena = s->arena};
    jb_display *d = &page.display;
    /* A line goes from the middle of the first place to that of the last. */
    jb_len end = p->is_line ? cell / 2 : 0;
    display_places places = {{cell + end, y - radius,
                              PLACES * cell - 2 * end, 2 * radius},
                             PLACES, p->is_line, own};
    mark_begin(&style, d,
               (mark_name){.id = SLICE_OF("id"), .title = SLICE_OF("位次"),
                           .datum = &third, .places = arena_copy(
                               s->arena, &places, sizeof places)},
               NULL, 0);
    if (p->is_line)
        display_line(d, (jb_point){cell + end, y},
                     (jb_point){(PLACES + 1) * cell - end, y}, LEN_OF_PT(2),
                     pale);
    for (int i = 1; i <= PLACES; i++) {
        jb_point centre = {cell * i + cell / 2, y};
        if (i == p->filled)
            centre.x += p->off;
        if (i == p->filled || (!p->is_line && i != p->lacking))
            dot_at(d, centre, i == p->filled ? radius : radius * 3 / 5,
                   i == p->filled ? own : pale);
    }
    display_group_end(d);
    return page;
}

static bool
is_place_right(studio *s, ranked_specimen p)
{
    jb_page page = ranked_page(s, &p);
    proof_pixels pixels = painted(s, &page, 2);
    certificate c = certificate_of(s->arena, &page, &pixels);
    assert_int_equal(c.n_places, 1);
    for (size_t i = 0; i < c.faults.n; i++)
        if (strstr(c.faults.at[i].at, "不在它的位次上") == NULL)
            fail_msg("%.*s", SLICE_ARGS(c.faults.at[i]));
    return c.faults.n == 0;
}

/* Planned where it does not belong, so that page and picture agree. */
static void
wrong_place_is_found(void **state)
{
    studio *s = *state;
    for (int line = 0; line < 2; line++) {
        ranked_specimen p = {.is_line = line == 1, .filled = 3};
        assert_true(is_place_right(s, p));
        p.filled = 4;
        assert_false(is_place_right(s, p));
        p.filled = 2;
        assert_false(is_place_right(s, p));
        p.filled = 0;
        assert_false(is_place_right(s, p));
    }
    assert_false(is_place_right(
        s, (ranked_specimen){.filled = 3, .lacking = 8}));
    assert_false(is_place_right(
        s, (ranked_specimen){.filled = 3, .is_line = true,
                             .off = LEN_OF_PT(0.6)}));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sound_picture_has_no_faults),
        cmocka_unit_test(wrong_length_is_found),
cmocka_unit_test(lost_focus_is_found),
        cmocka_unit_test(wrong_digit_is_found),
        cmocka_unit_test(overlap_and_paleness_are_found),
        cmocka_unit_test(generated_pictures_are_measured),
        cmocka_unit_test(wrong_place_is_found),
        cmocka_unit_test(labels_are_held_against_figures),
        cmocka_unit_test(nothing_is_not_zero),
    };
    return cmocka_run_group_tests(tests, open_studio, close_studio);
}
