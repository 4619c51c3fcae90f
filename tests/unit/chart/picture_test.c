/* What must hold of every picture (charts.md G1–G7, T1–T7), measured in the
 * display list of generated charts with real glyphs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "chart/combo.h"
#include "chart/focus.h"
#include "chart/magnified.h"
#include "chart/guide.h"
#include "chart/tone.h"
#include "unit/chart/generated.h"

/* Of each kind, unless another number is given; the geometry is the same under
 * sanitizers, which are here for what one picture may do wrong. */
#ifdef __SANITIZE_ADDRESS__
#define ROUNDS "25"
#else
#define ROUNDS "100"
#endif
#define PIXEL LEN_OF_PT(0.75) /* at 96 dpi */

typedef struct studio {
    jb_diags *diags;
    jb_fonts *fonts;
    jb_typesetter *typesetter;
    uint64_t rounds;
} studio;

/* `*state` is the number of rounds. */
static int
open_studio(void **state)
{
    studio *s = calloc(1, sizeof *s);
    s->rounds = strtoull(*state, NULL, 10);
    s->diags = diags_new();
    s->fonts = fonts_from_directory("fonts", s->diags);
    assert_non_null(s->fonts);
    s->typesetter = typesetter_new(s->fonts);
    *state = s;
    return 0;
}

static int
close_studio(void **state)
{
    studio *s = *state;
    typesetter_drop(s->typesetter);
    fonts_drop(s->fonts);
    diags_drop(s->diags);
    free(s);
    return 0;
}

/* One generated chart, drawn and measured. */
typedef struct shown {
    const char *kind;
    arena *arena;
    jb_diags *diags;
    style_chart style;
    chart_spec spec;
    jb_size size;
    jb_display display;
    sketch sketch;
    bool is_drawn;
    uint64_t seed;
} shown;

static const jb_len widths[] = {LEN_OF_MM(80), LEN_OF_MM(156),
                                LEN_OF_MM(110), LEN_OF_MM(330)};

/* Kinds that give what would flatten all others a panel of its own, unless
 * they are told not to. */
static bool
has_levels(const char *kind)
{
    return strcmp(kind, "compare") == 0 || strcmp(kind, "target") == 0;
}

static void
show(const studio *at, uint64_t seed, const char *kind, shown *s)
{
    *s = (shown){.kind = kind, .arena = arena_new(), .diags = diags_new(),
                 .seed = seed};
    size_t which = sketch_below(&seed, 4);
    bool is_slide = which == 3;
    s->style = sketch_style(is_slide ? 1.5 : 1);
    s->spec = generated_spec(s->arena, &seed, kind);
    static chart_option whole = {SLICE("断轴"), SLICE("否"), {NULL, 0, 0}};
    if (has_levels(kind) && s->seed % 2 == 0) {
        s->spec.options = &whole;
        s->spec.n_options = 1;
    }
    chart_context c = {.arena = s->arena, .typesetter = at->typesetter,
                       .style = &s->style, .has_title = true,
                       .diags = s->diags};
    s->size.w = widths[which];
    s->size.h = is_slide && sketch_below(&seed, 2) == 0
                    ? LEN_OF_MM(186)
                    : chart_measure(&c, &s->spec, s->size.w);
    s->display.arena = s->sketch.arena = s->arena;
    if (s->size.h > 0)
        s->is_drawn = chart_build(&c, &s->spec, s->size, SLICE_OF("图"),
                                  &s->display);
    sketch_read(&s->sketch, &s->display);
}

static void
put_away(shown *s)
{
    diags_drop(s->diags);
    arena_drop(s->arena);
}

static void
fail_at(const shown *s, const char *what, slice a, slice b)
{
    fail_msg("%.*s, seed %llu, %zu categories, %d mm wide: %s: “%.*s” “%.*s”",
             SLICE_ARGS(s->spec.kind), (unsigned long long)s->seed,
             s->spec.n_categories, (int)(len_to_pt(s->size.w) / 72 * 25.4),
             what, SLICE_ARGS(a), SLICE_ARGS(b));
}

/* T1, T2, T5 */
static void
texts_are_apart_inside_and_legible(const shown *s)
{
    const sketch *k = &s->sketch;
    jb_rect canvas = {0, 0, s->size.w, s->size.h};
    for (size_t i = 0; i < k->texts.n; i++) {
        const sketch_text *t = &k->texts.at[i];
        if (!rect_contains(canvas, t->ink))
            fail_at(s, "text leaves the canvas", t->text, t->group);
        if (t->size < s->style.min_text)
            fail_at(s, "text is too small", t->text, t->group);
        for (size_t j = 0; j < i; j++)
            if (rect_overlaps(rect_inset(t->ink, -PIXEL),
                              k->texts.at[j].ink))
                fail_at(s, "texts overlap", t->text, k->texts.at[j].text);
    }
}

/* A mark trimmed at the start of a line has its origin, not its ink, outside
 * by half an em. */
static void
figure_is_sound(const shown *s)
{
    jb_rect canvas = {0, 0, s->size.w, s->size.h};
    jb_rect trimmed = rect_inset(canvas, -s->style.title.size);
    const char *broken = display_check(&s->display, trimmed);
    if (broken != NULL)
        fail_at(s, broken, s->spec.id, s->spec.kind);
}

/* Small multiples leave out the categories of which they show nothing. */
static bool
category_is_shown(const shown *s, size_t category)
{
    if (!generated_kind_lookup(s->kind)->has_own_units)
        return true;
    if (generated_kind_lookup(s->kind)->is_thinned)
        return category == 0 || category + 1 == s->spec.n_categories;
    for (size_t i = 0; i < s->spec.n_series; i++)
        if (s->spec.series[i].role != SERIES_SHARE &&
            s->spec.series[i].data[category].has_value)
            return true;
    return false;
}

/* Of periods as many are named as find room, the last always; its year may
 * stand under another. */
static void
last_period_is_named(const shown *s, slice all)
{
    slice name = s->spec.categories[s->spec.n_categories - 1].name;
    size_t year = slice_find(name, SLICE_OF("年")) + strlen("年");
    slice own = year < name.len ? slice_cut(name, year, name.len) : name;
    if (slice_find(all, own) == all.len)
        fail_at(s, "the last period is not named", name, own);
}

/* Points of one scale lie on a straight line of height over figure. */
static void
points_are_true(const shown *s)
{
    const display_figure *low = NULL, *high = NULL;
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < s->display.items.n; i++) {
            const display_item *item = &s->display.items.at[i];
            const display_figure *f = item->group.figure;
            if (item->kind != DISPLAY_GROUP_BEGIN || f == NULL ||
                !f->has_point)
                continue;
            if (round == 0) {
                if (low == NULL || decimal_compare(f->value, low->value) < 0)
                    low = f;
                if (high == NULL ||
                    decimal_compare(f->value, high->value) > 0)
                    high = f;
                continue;
            }
            double from = decimal_to_double(low->value);
            double span = decimal_to_double(high->value) - from;
            double share = span == 0
                               ? 0
                               : (decimal_to_double(f->value) - from) / span;
            double y = low->point.y + share * (high->point.y - low->point.y);
            if (fabs(y - f->point.y) > 2)
                fail_at(s, "a point is out of place", item->group.id,
                        item->group.title);
        }
}

/* T7: every category's name appears, once but in small multiples, notes not
 * counted. */
static void
names_appear_once(const shown *s)
{
    slice all = sketch_all_text(&s->sketch);
    all = slice_cut(all, 0, slice_find(all, SLICE_OF("注：")));
    bool is_repeated = generated_kind_lookup(s->kind)->has_own_units;
    if (generated_kind_lookup(s->kind)->is_course) {
        last_period_is_named(s, all);
        return;
    }
    for (size_t i = 0; i < s->spec.n_categories; i++) {
        slice name = s->spec.categories[i].name;
        slice first = slice_cut(name, 0, 3);
        size_t at = slice_find(all, name);
        if (!category_is_shown(s, i))
            continue;
        if (at == all.len)
            fail_at(s, "name is missing", name, first);
        slice rest = slice_cut(all, at + 3, all.len);
        if (!is_repeated && slice_find(rest, first) != rest.len)
            fail_at(s, "name appears again", name, first);
    }
}

static slice
id_of(const shown *s, size_t series, size_t category)
{
    return slice_printf(s->arena, "chart-%zu-%zu", series + 1, category + 1);
}

/* T3 as far as a chart goes: a label is the specification's, in full, or told
 * in a larger unit (magnified_test). Where figures give way, a note says so. */
static void
labels_are_as_worded(const shown *s)
{
    chart_context c = {.arena = s->arena};
    const chart_spec *told = magnified_from(&c, &s->spec);
    for (size_t i = 0; i < s->spec.n_series; i++)
        for (size_t j = 0; j < s->spec.n_categories; j++) {
            const chart_datum *datum = &told->series[i].data[j];
            slice id = id_of(s, i, j);
            if (sketch_bar_lookup(&s->sketch, id) == NULL)
                continue;
            slice text = sketch_group_text(&s->sketch, id);
            slice wanted = datum->label.len > 0 ? datum->label
                                                : SLICE_OF("—");
            if (text.len == 0 && generated_kind_lookup(s->kind)->is_thinned)
                continue;
            if (slice_find(text, wanted) == text.len)
                fail_at(s, "label is not as worded", text, wanted);
            if (datum->note_mark.len > 0 &&
                !slice_ends_with(text, datum->note_mark))
                fail_at(s, "note mark is missing", text, datum->note_mark);
        }
}

/* Zero lines as drawn: vertical ones at an x, lying ones at a y. */
typedef struct zero_lines {
    ARRAY(jb_len) at;
    bool is_upright; /* bars stand on lines that lie */
} zero_lines;

static zero_lines
zeros_of(const shown *s)
{
    zero_lines z = {.is_upright = false};
    for (size_t i = 0; i < s->display.items.n; i++) {
        const display_item *item = &s->display.items.at[i];
        if (item->kind != DISPLAY_PATH || item->shape.path.points.n != 2 ||
            item->shape.paint.stroke.r != s->style.zero.r ||
            item->shape.paint.stroke.g != s->style.zero.g)
            continue;
        jb_rect line = path_bounds(&item->shape.path);
        z.is_upright = line.h == 0;
        ARRAY_PUSH(s->arena, &z.at, z.is_upright ? line.y : line.x);
    }
    return z;
}

static bool
is_zero(const zero_lines *z, jb_len at)
{
    for (size_t i = 0; i < z->at.n; i++)
        if (z->at.at[i] == at)
            return true;
    return false;
}

/* G1, G3: a bar begins exactly on a zero line and lies on its sign's side. */
static void
bar_starts_at_zero(const shown *s, const zero_lines *z, const sketch_bar *b,
                   double value)
{
    jb_rect r = b->rect;
    jb_len base = z->is_upright ? (value > 0 ? r.y + r.h : r.y)
                                : (value > 0 ? r.x : r.x + r.w);
    if (!is_zero(z, base))
        fail_at(s, "bar does not start at zero", b->id, b->title);
}

static jb_len
bar_length(const sketch_bar *b, bool is_upright)
{
    return is_upright ? b->rect.h : b->rect.w;
}

/* G2: one k for all, measured on the longest; each length is rounded once. */
static void
bars_are_in_proportion(const shown *s, const double *values,
                       const sketch_bar **bars, size_t n, bool is_upright)
{
    size_t longest = 0;
    for (size_t i = 1; i < n; i++)
        if (fabs(values[i]) > fabs(values[longest]))
            longest = i;
    if (n == 0)
        return;
    double full = bar_length(bars[longest], is_upright);
    for (size_t i = 0; i < n; i++) {
        double share = fabs(values[i] / values[longest]);
        double length = bar_length(bars[i], is_upright);
        if (fabs(length - full * share) > 1.001)
            fail_at(s, "bar is out of proportion", bars[i]->id,
                    bars[i]->title);
    }
}

/* The whole bars of a series among these categories. */
static void
bars_are_true(const shown *s, size_t series, const size_t *members, size_t n)
{
    const sketch_bar **bars = ARENA_ARRAY(s->arena, n, const sketch_bar *);
    double *values = ARENA_ARRAY(s->arena, n, double);
    zero_lines z = zeros_of(s);
    size_t kept = 0;
    for (size_t j = 0; j < n; j++) {
        const chart_datum *d = &s->spec.series[series].data[members[j]];
        const sketch_bar *b =
            sketch_bar_lookup(&s->sketch, id_of(s, series, members[j]));
        if (!d->has_value || b == NULL || !b->has_rect || !b->is_rect)
            continue;
        bars[kept] = b;
        values[kept] = decimal_to_double(d->value);
        bar_starts_at_zero(s, &z, b, values[kept++]);
    }
    bars_are_in_proportion(s, values, bars, kept, z.is_upright);
}

static void
growth_bars_are_true(const shown *s)
{
    size_t n = s->spec.n_categories;
    size_t *all = ARENA_ARRAY(s->arena, n, size_t);
    for (size_t i = 0; i < n; i++)
        all[i] = i;
    bars_are_true(s, 0, all, n);
    bars_are_true(s, 1, all, n);
}

/* Each bar of a cascade starts where the one before ends, and the whole on
 * zero; one scale for all. */
static void
cascade_is_true(const shown *s)
{
    size_t n = s->spec.n_categories, kept = 0;
    const sketch_bar **bars = ARENA_ARRAY(s->arena, n, const sketch_bar *);
    double *values = ARENA_ARRAY(s->arena, n, double);
    zero_lines z = zeros_of(s);
    for (size_t i = 0; i < n; i++) {
        const sketch_bar *b = sketch_bar_lookup(&s->sketch, id_of(s, 0, i));
        double value = decimal_to_double(s->spec.series[0].data[i].value);
        if (value == 0 || b == NULL || !b->has_rect || !b->is_rect)
            continue;
        if (s->spec.categories[i].is_total || i == 0)
            bar_starts_at_zero(s, &z, b, value);
        bars[kept] = b;
        values[kept++] = value;
    }
    bars_are_in_proportion(s, values, bars, kept, z.is_upright);
}

/* The number of the scale that a category's bar is on, as its mark says. */
static size_t
scale_of(const shown *s, size_t category)
{
    slice id = id_of(s, 1, category);
    for (size_t i = 0; i < s->display.items.n; i++) {
        const display_item *item = &s->display.items.at[i];
        if (item->kind == DISPLAY_GROUP_BEGIN &&
            item->group.figure != NULL && slice_equal(item->group.id, id))
            return item->group.figure->scale;
    }
    return SIZE_MAX;
}

/* One scale for each unit, or for each panel where outliers are apart: those
 * of one name, and scale, are measured together. */
static void
level_bars_are_true(const shown *s)
{
    size_t n = s->spec.n_categories;
    size_t *same = ARENA_ARRAY(s->arena, n, size_t);
    bool is_whole = s->spec.n_options > 0;
    for (size_t i = 0; i < n; i++) {
        size_t kept = 0;
        for (size_t j = 0; j < n; j++)
            if (slice_equal(s->spec.categories[i].unit.name,
                            s->spec.categories[j].unit.name) &&
                (is_whole || scale_of(s, i) == scale_of(s, j)))
                same[kept++] = j;
        if (same[0] != i)
            continue;
        bars_are_true(s, 0, same, kept);
        bars_are_true(s, 1, same, kept);
    }
}

/* Each series has a panel, and a scale, of its own. */
static void
series_bars_are_true(const shown *s)
{
    size_t n = s->spec.n_categories;
    size_t *all = ARENA_ARRAY(s->arena, n, size_t);
    for (size_t i = 0; i < n; i++)
        all[i] = i;
    for (size_t i = 0; i < s->spec.n_series; i++)
        bars_are_true(s, i, all, n);
}

static const sketch_text *
text_of(const shown *s, slice id)
{
    for (size_t i = 0; i < s->sketch.texts.n; i++)
        if (slice_equal(s->sketch.texts.at[i].group, id))
            return &s->sketch.texts.at[i];
    return NULL;
}

/* Where a figure is wider than its column, it still stands at the end of its
 * own, not over a longer neighbour's. */
static void
figures_stand_at_their_columns(const shown *s)
{
    jb_len longest = 0;
    for (size_t i = 0; i < s->sketch.bars.n; i++)
        longest = len_max(longest, s->sketch.bars.at[i].rect.h);
    for (size_t i = 0; i < s->sketch.bars.n; i++) {
        const sketch_bar *b = &s->sketch.bars.at[i];
        const sketch_text *t = text_of(s, b->id);
        if (t == NULL || !b->has_rect || !b->is_rect)
            continue;
        jb_len above = b->rect.y - t->ink.y - t->ink.h;
        jb_len below = t->ink.y - b->rect.y - b->rect.h;
        if (len_max(above, below) > longest / 8 + t->size * 2)
            fail_at(s, "figure is off its column", b->id, t->text);
    }
}

/* A missing value has no bar, a value of zero neither (G3); it may have a
 * point. */
static void
nothing_is_drawn_for_nothing(const shown *s)
{
    if (generated_kind_lookup(s->kind)->is_course)
        return;
    for (size_t i = 0; i < s->spec.n_series; i++)
        for (size_t j = 0; j < s->spec.n_categories; j++) {
            const chart_datum *d = &s->spec.series[i].data[j];
            const sketch_bar *b =
                sketch_bar_lookup(&s->sketch, id_of(s, i, j));
            if (b != NULL && b->has_rect &&
                (!d->has_value || decimal_sign(d->value) == 0))
                fail_at(s, "a bar without a value", b->id, b->title);
        }
}

/* Whether a straight line comes within a quarter point of the box, followed
 * in steps of as much. */
static bool
line_meets(const jb_path *path, jb_rect box)
{
    jb_len near = LEN_OF_PT(0.25);
    jb_point a = path->points.at[0], b = path->points.at[1];
    jb_rect all = rect_inset(path_bounds(path), -near);
    int steps = (all.w + all.h) / near;
    if (!rect_overlaps(all, box))
        return false;
    for (int i = 0; i <= steps; i++) {
        jb_point at = {a.x + len_scale(b.x - a.x, i, steps),
                       a.y + len_scale(b.y - a.y, i, steps)};
        if (rect_overlaps(rect_inset((jb_rect){at.x, at.y, 0, 0}, -near),
                          box))
            return true;
    }
    return false;
}

/* Zero lines, grid lines and axes stop at text, and leaders go round it. */
static void
texts_are_not_struck_through(const shown *s)
{
    const sketch *k = &s->sketch;
    for (size_t i = 0; i < s->display.items.n; i++) {
        const display_item *item = &s->display.items.at[i];
        if (item->kind != DISPLAY_PATH || item->shape.path.points.n != 2)
            continue;
        for (size_t j = 0; j < k->texts.n; j++)
            if (line_meets(&item->shape.path, k->texts.at[j].ink))
                fail_at(s, "a line strikes through", k->texts.at[j].text,
                        k->texts.at[j].group);
    }
}

/* Beside its mark with a line to it, or below the picture. */
static void
remarks_are_there(const shown *s)
{
    slice all = sketch_all_text(&s->sketch);
    size_t n_leaders = 0, n_notes = 0;
    for (size_t i = 0; i < s->display.items.n; i++)
        n_leaders += s->display.items.at[i].kind == DISPLAY_GROUP_BEGIN &&
                     s->display.items.at[i].group.leader != NULL;
    for (size_t i = 0; i < diags_count(s->diags); i++)
        n_notes += diags_at(s->diags, i)->kind == &CHART_REMARK_MOVED;
    for (size_t i = 0; i < s->spec.n_remarks; i++)
        if (slice_find(all, s->spec.remarks[i].text) == all.len)
            fail_at(s, "a remark is lost", s->spec.remarks[i].text,
                    s->spec.remarks[i].name);
    if (n_leaders + n_notes != s->spec.n_remarks)
        fail_at(s, "a remark is not led to its mark", s->spec.id,
                s->spec.kind);
}

/* In the picture, or in a note below it. */
static void
arrows_are_there(const shown *s)
{
    arena *a = s->display.arena;
    slice all = sketch_all_text(&s->sketch);
    size_t n_drawn = 0, n_noted = 0;
    for (size_t i = 0; i < s->display.items.n; i++)
        n_drawn += s->display.items.at[i].kind == DISPLAY_GROUP_BEGIN &&
                   slice_starts_with(s->display.items.at[i].group.id,
                                     SLICE_OF("chart-arrow-"));
    for (size_t i = 0; i < s->spec.n_arrows; i++) {
        const chart_arrow *arrow = &s->spec.arrows[i];
        slice note = slice_printf(a, "注：%.*s，%.*s。",
                                  SLICE_ARGS(arrow->name),
                                  SLICE_ARGS(arrow->label));
        n_noted += slice_find(all, note) < all.len;
        if (slice_find(all, arrow->label) == all.len)
            fail_at(s, "an arrow is lost", arrow->label, arrow->name);
    }
    if (n_drawn + n_noted != s->spec.n_arrows)
        fail_at(s, "an arrow is drawn and noted, or neither", s->spec.id,
                s->spec.kind);
}

static bool
colour_is(jb_colour a, jb_colour b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}

/* Darkened to be seen or read, tinted, or as it is. */
static bool
colour_is_of(const style_chart *style, jb_colour named, jb_colour colour)
{
    jb_colour read = tone_readable(named, style->ink, style->ground,
                                   TONE_CONTRAST_TEXT);
    jb_colour seen = tone_readable(named, style->ink, style->ground,
                                   TONE_CONTRAST_MARK);
    jb_colour tint = tone_mix(named, style->ground, MARK_TINT);
    return colour_is(colour, named) || colour_is(colour, read) ||
           colour_is(colour, seen) || colour_is(colour, tint);
}

/* A colour of the style, or one of them receding. */
static bool
colour_is_styled(const shown *s, jb_colour colour)
{
    const style_chart *style = &s->style;
    jb_colour band = tone_mix(style->accent, style->ground,
                              GUIDE_BAND_SHARE);
    if (colour_is(colour, band))
        return true;
    jb_colour named[] = {style->ink,     style->muted,  style->grid,
                         style->zero,    style->ground, style->rise,
                         style->fall,    style->current, style->previous,
                         style->accent,  style->target,
                         combo_column_colour(style),
                         combo_past_colour(style), combo_line_colour(style),
                         combo_change_colour(style, -1)};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        jb_colour pale = tone_mix(named[i], style->ground, FOCUS_RECEDED);
        jb_colour dot = tone_mix(named[i], style->ground, FOCUS_RECEDED_DOT);
        if (colour_is_of(style, named[i], colour) ||
            (s->spec.n_focus > 0 && (colour_is_of(style, pale, colour) ||
                                     colour_is_of(style, dot, colour))))
            return true;
    }
    return false;
}

static void
colours_are_the_styles(const shown *s)
{
    for (size_t i = 0; i < s->sketch.colours.n; i++)
        if (!colour_is_styled(s, s->sketch.colours.at[i]))
            fail_at(s, "a colour of nobody's", s->spec.id, s->spec.kind);
    for (size_t i = 0; i < s->sketch.texts.n; i++)
        if (tone_contrast(s->sketch.texts.at[i].colour, s->style.ground) <
            TONE_CONTRAST_TEXT)
            fail_at(s, "text is too pale", s->sketch.texts.at[i].text,
                    s->spec.id);
}

static bool
is_found(const jb_diags *diags, const diag_kind *kind)
{
    for (size_t i = 0; i < diags_count(diags); i++)
        if (diags_at(diags, i)->kind == kind)
            return true;
    return false;
}

static void
every_picture_keeps_the_rules(void **state, const char *kind)
{
    size_t refused = 0;
    uint64_t rounds = ((const studio *)*state)->rounds;
    for (uint64_t seed = 1; seed <= rounds; seed++) {
        shown s;
        show(*state, seed, kind, &s);
        if (!s.is_drawn) {
            assert_true(diags_has_errors(s.diags));
            refused += !is_found(s.diags, &CHART_UNSUITABLE);
        } else {
            assert_false(diags_has_errors(s.diags));
            figure_is_sound(&s);
            texts_are_apart_inside_and_legible(&s);
            texts_are_not_struck_through(&s);
            names_appear_once(&s);
            labels_are_as_worded(&s);
            nothing_is_drawn_for_nothing(&s);
            remarks_are_there(&s);
            arrows_are_there(&s);
            colours_are_the_styles(&s);
            points_are_true(&s);
            if (strcmp(kind, "growth") == 0)
                growth_bars_are_true(&s);
            if (strcmp(kind, "contribution") == 0)
                cascade_is_true(&s);
            if (has_levels(kind))
                level_bars_are_true(&s);
            if (strcmp(kind, "series") == 0)
                series_bars_are_true(&s);
            if (strcmp(kind, "multiples") == 0)
                figures_stand_at_their_columns(&s);
        }
        put_away(&s);
    }
    print_message("%s: %zu of %d refused\n", kind, refused, (int)rounds);
    assert_true(refused <= rounds / 8);
}

static void
every_kind_keeps_the_rules(void **state)
{
    for (size_t i = 0; i < chart_types_count(); i++)
        every_picture_keeps_the_rules(state, chart_type_at(i)->name);
}

int
main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate_setup_teardown(
            every_kind_keeps_the_rules, open_studio, close_studio,
            argc > 1 ? argv[1] : ROUNDS),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
