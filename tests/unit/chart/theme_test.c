/* Every theme in layouts/themes/, in every layout: text can be read, colours
 * that carry meaning differ for every eye and on a grey print. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>

#include "chart/combo.h"
#include "chart/focus.h"
#include "chart/mark.h"
#include "chart/tone.h"
#include "unit/chart/vision.h"
#include "style/style.h"

#define DISTANCE_LEAST 15.0  /* CIEDE2000, for each kind of eye */
#define GREY_STEP_LEAST 20.0 /* CIE L* */
#define TEXTURE_STEP_LEAST 18.0 /* where texture tells too */

/* All there are, and a layout's own colours; a theme missing here is found by
 * every_theme_is_proved. */
static const char *const themes[] = {"print", "slide-light", "slide-dark",
                                     "grey", NULL};
static const char *const layouts[] = {"briefing", "report", "slide"};

typedef struct dressed {
    arena *arena;
    jb_diags *diags;
    jb_source *layout, *cloth;
    jb_theme *theme;
    jb_style *style;
} dressed;

/* A layout in a theme; NULL: in its own colours. */
static dressed
dressed_from(const char *layout, const char *theme)
{
    dressed d = {.arena = arena_new(), .diags = diags_new()};
    d.layout = source_from_file(
        arena_printf(d.arena, "layouts/%s.yaml", layout), 1 << 20, d.diags);
    if (theme != NULL) {
        d.cloth = source_from_file(
            arena_printf(d.arena, "layouts/themes/%s.yaml", theme), 1 << 20,
            d.diags);
        d.theme = theme_from_source(d.cloth, d.diags);
        assert_non_null(d.theme);
    }
    d.style = style_from_source(d.layout, d.theme, d.diags);
    assert_non_null(d.style);
    assert_int_equal(diags_count(d.diags), 0);
    return d;
}

static void
dressed_drop(dressed *d)
{
    style_drop(d->style);
    theme_drop(d->theme);
    source_drop(d->layout);
    source_drop(d->cloth);
    diags_drop(d->diags);
    arena_drop(d->arena);
}

static void
each(void (*check)(const dressed *d))
{
    for (size_t t = 0; t < sizeof themes / sizeof *themes; t++)
        for (size_t l = 0; l < sizeof layouts / sizeof *layouts; l++) {
            dressed d = dressed_from(layouts[l], themes[t]);
            check(&d);
            dressed_drop(&d);
        }
}

/* The difference was published by Sharma, Wu and Dalal (2005), table 1. */
static void
the_distance_is_the_published_one(void **state)
{
    (void)state;
    static const struct {
        lab p, q;
        double distance;
    } pairs[] = {
        {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
        {{50, 0, 0}, {50, -1, 2}, 2.3669},
        {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0009}, 7.1792},
        {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
        {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
        {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        double d = lab_distance(pairs[i].p, pairs[i].q);
        assert_true(fabs(d - pairs[i].distance) < 1e-4);
        d = lab_distance(pairs[i].q, pairs[i].p);
        assert_true(fabs(d - pairs[i].distance) < 1e-4);
    }
}

/* A pair known to fail: red and green of a common library. */
static void
the_eyes_tell_a_bad_pair(void **state)
{
    (void)state;
    jb_colour up = COLOUR_RGB(0xEB5454), down = COLOUR_RGB(0x47B262);
    assert_true(lab_distance(lab_from(up, VISION_NORMAL),
                             lab_from(down, VISION_NORMAL)) > 60);
    assert_true(lab_distance(lab_from(up, VISION_DEUTAN),
                             lab_from(down, VISION_DEUTAN)) < 5);
}

/* What is behind text: the paper, where the page has no colour of its own. */
static jb_colour
paper(const jb_style *s)
{
    jb_colour ground = style_page_of(s)->ground;
    return ground.a == 0 ? (jb_colour)COLOUR_RGB(0xFFFFFF) : ground;
}

static void
assert_readable(const style_text *look, jb_colour ground)
{
    bool is_large = look->size >= LEN_OF_PT(18); /* WCAG 1.4.3 */
    double least = is_large ? TONE_CONTRAST_MARK : TONE_CONTRAST_TEXT;
    assert_true(tone_contrast(look->colour, ground) >= least);
}

static void
check_text(const dressed *d)
{
    static const char *const roles[] = {
#define ROLE(name, chinese, parent, doc) name,
#include "style/roles.def"
#undef ROLE
    };
    const style_chart *chart = style_chart_of(d->style);
    jb_colour ground = paper(d->style);
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        const style_text *look = style_text_lookup(d->style, roles[i]);
        assert_readable(look, ground);
        if (strncmp(roles[i], "chart-", 6) == 0)
            assert_readable(look, chart->ground);
    }
    assert_true(tone_contrast(chart->ink, chart->ground) >=
                TONE_CONTRAST_TEXT);
    assert_true(tone_contrast(chart->muted, chart->ground) >=
                TONE_CONTRAST_TEXT);
    for (size_t i = 0; i < style_blocks_count(d->style); i++) {
        const style_block *block = style_block_at(d->style, i);
        if (block->fill.a > 0)
            assert_readable(block->look, block->fill);
        if (block->band_fill.a > 0)
            assert_readable(block->look, block->band_fill);
    }
}

static void
text_can_be_read_in_every_theme(void **state)
{
    (void)state;
    each(check_text);
}

static void
assert_told_apart(jb_colour p, jb_colour q)
{
    for (int v = 0; v < VISION_COUNT; v++)
        assert_true(lab_distance(lab_from(p, v), lab_from(q, v)) >=
                    DISTANCE_LEAST);
}

static double
lightness_step(jb_colour p, jb_colour q)
{
    return fabs(lab_from(p, VISION_NORMAL).l - lab_from(q, VISION_NORMAL).l);
}

static void
assert_told_apart_in_grey(jb_colour p, jb_colour q)
{
    assert_true(lightness_step(p, q) >= GREY_STEP_LEAST);
}

/* Others recede from what is set off by lightness, on any print; more than
 * the examination of a finished chart asks for. */
static void
check_focus(const dressed *d)
{
    const style_chart *c = style_chart_of(d->style);
    chart_category categories[] = {{.is_focus = true}, {.is_focus = false}};
    chart_spec spec = {.categories = categories, .n_categories = 2,
                       .n_focus = 1};
    const jb_colour own[] = {c->rise, c->fall, c->current, c->accent};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        jb_colour on = focus_colour(c, &spec, 0, own[i]);
        jb_colour off = focus_colour(c, &spec, 1, own[i]);
        assert_told_apart(on, off);
        assert_told_apart_in_grey(on, off);
        assert_true(tone_contrast(on, c->ground) >=
                    1.5 * tone_contrast(off, c->ground));
    }
}

static void
focus_stands_out_in_every_theme(void **state)
{
    (void)state;
    each(check_focus);
}

static void
check_pairs(const dressed *d)
{
    const style_chart *c = style_chart_of(d->style);
    const jb_colour pairs[][2] = {
        {c->rise, c->fall},
        {c->current, c->previous},
        {c->accent, c->previous},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        assert_told_apart(pairs[i][0], pairs[i][1]);
        assert_told_apart_in_grey(pairs[i][0], pairs[i][1]);
    }
    const jb_colour solid[] = {c->rise, c->fall, c->current, c->accent,
                               c->target, c->zero};
    for (size_t i = 0; i < sizeof solid / sizeof *solid; i++)
        assert_true(tone_contrast(solid[i], c->ground) >=
                    TONE_CONTRAST_MARK);
}

static void
pairs_of_meaning_differ_for_every_eye(void **state)
{
    (void)state;
    each(check_pairs);
}

/* Beside each other stand what is known (solid), not yet final (lines over a
 * tint), expected (lines over the ground), aimed at (an outline) and past. Each
 * differs from the next by a step of lightness, which every eye sees and every
 * print keeps: the tint from the ground, and its lines from the tint. */
static void
check_qualifiers(const dressed *d)
{
    const style_chart *c = style_chart_of(d->style);
    const jb_colour own[] = {c->rise, c->fall, c->current};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        jb_colour line = tone_readable(own[i], c->ink, c->ground,
                                       TONE_CONTRAST_MARK);
        jb_colour tint = tone_mix(own[i], c->ground, MARK_TINT);
        assert_true(tone_contrast(line, c->ground) >= TONE_CONTRAST_MARK);
        assert_true(lightness_step(tint, c->ground) >= TEXTURE_STEP_LEAST);
        assert_true(lightness_step(line, tint) >= TEXTURE_STEP_LEAST);
        assert_told_apart(line, tint);
    }
    assert_told_apart(c->previous, c->ground);
    assert_told_apart_in_grey(c->current, c->ground);
    assert_true(tone_contrast(c->target, c->ground) >= TONE_CONTRAST_MARK);
}

static void
qualifiers_differ_for_every_eye(void **state)
{
    (void)state;
    each(check_qualifiers);
}

/* A combo's columns step back behind its line, and are seen on the ground all
 * the same, by their fill and not by their outline alone; line and figures are
 * read over both kinds of them. */
static void
check_combo(const dressed *d)
{
    const style_chart *c = style_chart_of(d->style);
    jb_colour last = combo_column_colour(c), past = combo_past_colour(c);
    jb_colour line = combo_line_colour(c);
    assert_true(tone_contrast(last, c->ground) >= 2.0);
    assert_true(tone_contrast(past, c->ground) >= 1.5);
    assert_true(tone_contrast(last, past) >= 1.2);
    const jb_colour behind[] = {last, past, c->ground};
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
        assert_true(tone_contrast(line, behind[i]) >= TONE_CONTRAST_TEXT);
        assert_true(tone_contrast(c->ink, behind[i]) >= TONE_CONTRAST_TEXT);
        assert_told_apart(line, behind[i]);
    }
}

static void
combos_are_seen_in_every_theme(void **state)
{
    (void)state;
    each(check_combo);
}

/* Any two colours may lie beside each other in a legend; neighbours touch,
 * and must differ in grey too. The palest grey has an outline (mark.c). */
static void
check_palette(const dressed *d)
{
    const style_chart *c = style_chart_of(d->style);
    assert_true(c->n_palette >= 4);
    for (int i = 0; i < c->n_palette; i++)
        for (int j = i + 1; j < c->n_palette; j++) {
            assert_told_apart(c->palette[i], c->palette[j]);
            if (j == i + 1)
                assert_told_apart_in_grey(c->palette[i], c->palette[j]);
        }
}

static void
palettes_differ_for_every_eye(void **state)
{
    (void)state;
    each(check_palette);
}

/* Grey means grey, and the dark theme is dark on page and chart alike. */
static void
themes_are_what_they_are_called(void **state)
{
    (void)state;
    dressed grey = dressed_from("briefing", "grey");
    const style_chart *c = style_chart_of(grey.style);
    const jb_colour used[] = {c->rise, c->fall, c->current, c->previous,
                              c->accent, c->palette[0], c->palette[3]};
    for (size_t i = 0; i < sizeof used / sizeof *used; i++) {
        assert_int_equal(used[i].r, used[i].g);
        assert_int_equal(used[i].g, used[i].b);
    }
    dressed_drop(&grey);
    dressed dark = dressed_from("slide", "slide-dark");
    jb_colour page = style_page_of(dark.style)->ground;
    jb_colour plot = style_chart_of(dark.style)->ground;
    assert_memory_equal(&page, &plot, sizeof page);
    assert_true(lab_from(page, VISION_NORMAL).l < 20);
    dressed_drop(&dark);
}

static void
every_theme_is_proved(void **state)
{
    (void)state;
    size_t found = 0, known = sizeof themes / sizeof *themes - 1;
    DIR *folder = opendir("layouts/themes");
    const struct dirent *entry;
    assert_non_null(folder);
    while ((entry = readdir(folder)) != NULL) {
        slice name = slice_from(entry->d_name);
        if (!slice_ends_with(name, SLICE_OF(".yaml")))
            continue;
        bool is_known = false;
        for (size_t i = 0; i < known; i++)
            is_known |= slice_equal(slice_cut(name, 0, name.len - 5),
                                    slice_from(themes[i]));
        if (!is_known)
            fail_msg("%s is not in this test", entry->d_name);
        found++;
    }
    closedir(folder);
    assert_int_equal(found, known);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_distance_is_the_published_one),
        cmocka_unit_test(the_eyes_tell_a_bad_pair),
        cmocka_unit_test(text_can_be_read_in_every_theme),
        cmocka_unit_test(pairs_of_meaning_differ_for_every_eye),
        cmocka_unit_test(focus_stands_out_in_every_theme),
        cmocka_unit_test(qualifiers_differ_for_every_eye),
        cmocka_unit_test(combos_are_seen_in_every_theme),
        cmocka_unit_test(palettes_differ_for_every_eye),
        cmocka_unit_test(themes_are_what_they_are_called),
        cmocka_unit_test(every_theme_is_proved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
