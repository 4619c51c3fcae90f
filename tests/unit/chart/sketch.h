/* sketch: a chart drawn for a test, and what a reader with a ruler finds in
 * its display list: the ink of each piece of text, the bars by their groups,
 * the colours. It measures glyphs anew and trusts no plan of the chart. */
#ifndef TESTS_CHART_SKETCH_H
#define TESTS_CHART_SKETCH_H

#include <assert.h>

#include "chart/chart.h"

/* ---- a generator of our own: the same values on every machine ---- */

static inline uint32_t
sketch_next(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33);
}

static inline size_t
sketch_below(uint64_t *seed, size_t n)
{
    return sketch_next(seed) % n;
}

/* ---- looks ---- */

static inline style_text
sketch_look(double pt, uint32_t hex)
{
    return (style_text){.role = SLICE("hei"), .size = LEN_OF_PT(pt),
                        .leading = LEN_OF_PT(pt * 1.4),
                        .colour = COLOUR_RGB(hex)};
}

/* `scale` 1: print, with 9 pt at least; 1.5: a slide. */
static inline style_chart
sketch_style(double scale)
{
    style_chart s = {.ink = COLOUR_RGB(0x1A1A1A), .muted = COLOUR_RGB(0x5C6166),
                     .grid = COLOUR_RGB(0xE3E5E8), .zero = COLOUR_RGB(0x33373B),
                     .ground = COLOUR_RGB(0xFFFFFF),
                     .rise = COLOUR_RGB(0x8B0000), .fall = COLOUR_RGB(0x009E73),
                     .current = COLOUR_RGB(0x12436D),
                     .previous = COLOUR_RGB(0x9FB4C7),
                     .accent = COLOUR_RGB(0xB5121B),
                     .target = COLOUR_RGB(0x33373B)};
    s.bar_width_max = LEN_OF_PT(34 * scale);
    s.bar_gap = 600;
    s.grid_width = LEN_OF_PT(0.5 * scale);
    s.zero_width = LEN_OF_PT(0.8 * scale);
    s.hatch_pitch = LEN_OF_PT(4 * scale);
    s.hatch_width = LEN_OF_PT(1.2 * scale);
    s.min_text = LEN_OF_PT(scale > 1 ? 12 : 9);
    s.title = sketch_look(13 * scale, 0x1A1A1A);
    s.subtitle = sketch_look(9.5 * scale, 0x5C6166);
    s.label = s.category = sketch_look(9.5 * scale, 0x1A1A1A);
    s.axis = s.note = sketch_look(9 * scale, 0x5C6166);
    return s;
}

/* ---- reading the display list ---- */

/* One line of one piece of text. */
typedef struct sketch_text {
    slice text;
    jb_rect ink;
    jb_len size;      /* the smallest of its runs */
    jb_colour colour;
    slice group;      /* id of the MARK it belongs to, or empty */
    size_t item;
    jb_len pen, baseline; /* where the next run would continue it */
} sketch_text;

/* The first closed or open field of a MARK: its bar. */
typedef struct sketch_bar {
    slice id, title;
    jb_rect rect;
    bool has_rect, is_rect; /* is_rect: four axis-parallel sides */
    jb_paint paint;
} sketch_bar;

typedef struct sketch {
    arena *arena;
    ARRAY(sketch_text) texts;
    ARRAY(sketch_bar) bars;
    ARRAY(jb_colour) colours;
} sketch;

static inline jb_rect
sketch_run_ink(const jb_glyph_run *run)
{
    jb_rect ink = {0, 0, 0, 0};
    int64_t upem = face_units_per_em(run->face);
    for (size_t i = 0; i < run->n_glyphs; i++) {
        const jb_glyph *g = &run->glyphs[i];
        int l, b, r, t;
        if (!face_ink(run->face, g->id, &l, &b, &r, &t))
            continue;
        jb_len x = run->origin.x + g->x, y = run->origin.y + g->y;
        jb_rect one = {x + len_scale(run->size, l, upem),
                       y - len_scale(run->size, t, upem),
                       len_scale(run->size, r - l, upem),
                       len_scale(run->size, t - b, upem)};
        ink = ink.w == 0 && ink.h == 0 ? one : rect_union(ink, one);
    }
    return ink;
}

static inline jb_len
sketch_run_end(const jb_glyph_run *run)
{
    const jb_glyph *last = &run->glyphs[run->n_glyphs - 1];
    return run->origin.x + last->x + last->advance;
}

/* A run that goes on where the one before it ended is the same text: a gap
 * between Han and Latin is 1/4 em, and a note mark is raised. */
static inline bool
sketch_continues(const sketch *s, const jb_glyph_run *run, size_t item)
{
    if (s->texts.n == 0)
        return false;
    const sketch_text *last = ARRAY_LAST(&s->texts);
    jb_len step = run->origin.x - last->pen;
    jb_len rise = last->baseline - run->origin.y;
    return last->item + 1 == item && step > -run->size / 2 &&
           step <= run->size * 3 / 10 && rise >= 0 && rise < run->size / 2;
}

static inline void
sketch_add_run(sketch *s, const jb_glyph_run *run, size_t item, slice group)
{
    if (run->n_glyphs == 0)
        return;
    jb_rect ink = sketch_run_ink(run);
    if (!sketch_continues(s, run, item)) {
        sketch_text t = {.text = run->text, .ink = ink, .size = run->size,
                         .colour = run->colour, .group = group,
                         .baseline = run->origin.y};
        ARRAY_PUSH(s->arena, &s->texts, t);
    } else {
        sketch_text *t = ARRAY_LAST(&s->texts);
        t->text = slice_join(s->arena, t->text, run->text);
        if (ink.w > 0)
            t->ink = t->ink.w > 0 ? rect_union(t->ink, ink) : ink;
        t->size = len_min(t->size, run->size);
    }
    ARRAY_LAST(&s->texts)->item = item;
    ARRAY_LAST(&s->texts)->pen = sketch_run_end(run);
}

static inline bool
sketch_is_rect(const jb_path *p)
{
    const jb_point *q = p->points.at;
    for (size_t i = 0; i < 4; i++) {
        jb_point from = q[i], to = q[(i + 1) % 4];
        if (from.x != to.x && from.y != to.y)
            return false;
    }
    return true;
}

/* Hatch lines and grid lines are strokes of many moves; a bar is one figure
 * of four corners. */
static inline void
sketch_add_path(sketch *s, const display_item *item, slice group)
{
    const jb_paint *paint = &item->shape.paint;
    if (paint->fill.a != 0)
        ARRAY_PUSH(s->arena, &s->colours, paint->fill);
    if (paint->stroke.a != 0)
        ARRAY_PUSH(s->arena, &s->colours, paint->stroke);
    if (group.len == 0 || item->shape.path.points.n != 4)
        return;
    sketch_bar *b = ARRAY_LAST(&s->bars);
    if (b->has_rect)
        return;
    b->has_rect = true;
    b->rect = path_bounds(&item->shape.path);
    b->is_rect = sketch_is_rect(&item->shape.path);
    b->paint = *paint;
}

static inline void
sketch_read(sketch *s, const jb_display *d)
{
    slice group = {NULL, 0};
    for (size_t i = 0; i < d->items.n; i++) {
        const display_item *item = &d->items.at[i];
        if (item->kind == DISPLAY_GROUP_BEGIN &&
            item->group.role == ROLE_MARK) {
            group = item->group.id;
            sketch_bar b = {.id = group, .title = item->group.title};
            ARRAY_PUSH(s->arena, &s->bars, b);
        } else if (item->kind == DISPLAY_GROUP_END) {
            group = (slice){NULL, 0};
        } else if (item->kind == DISPLAY_GLYPHS) {
            sketch_add_run(s, &item->run, i, group);
            ARRAY_PUSH(s->arena, &s->colours, item->run.colour);
        } else if (item->kind == DISPLAY_PATH) {
            sketch_add_path(s, item, group);
        }
    }
}

/* The bar of this group, or NULL. */
static inline const sketch_bar *
sketch_bar_lookup(const sketch *s, slice id)
{
    for (size_t i = 0; i < s->bars.n; i++)
        if (slice_equal(s->bars.at[i].id, id))
            return &s->bars.at[i];
    return NULL;
}

/* All text of a group, joined. */
static inline slice
sketch_group_text(const sketch *s, slice id)
{
    slice all = {NULL, 0};
    for (size_t i = 0; i < s->texts.n; i++)
        if (slice_equal(s->texts.at[i].group, id))
            all = slice_join(s->arena, all, s->texts.at[i].text);
    return all;
}

/* All text of the picture in drawing order. */
static inline slice
sketch_all_text(const sketch *s)
{
    slice_builder b = {.arena = s->arena};
    for (size_t i = 0; i < s->texts.n; i++)
        builder_add(&b, s->texts.at[i].text);
    return builder_slice(&b);
}

#endif
