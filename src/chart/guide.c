#include "chart/guide.h"

#include "chart/magnitude.h"
#include "chart/tone.h"

#define END_PAD LEN_OF_PT(0.75) /* of a line and the end of a bar */
#define BAND_PAD LEN_OF_PT(1.5) /* of ground around text in a band */

static bool
is_counted_in(const chart_guide *g, jb_unit unit)
{
    return g->unit.name.len == 0 || unit_is_same_base(g->unit, unit);
}

static double
counted(jb_decimal value, const chart_guide *g, jb_unit unit)
{
    double v = decimal_to_double(value);
    return g->unit.name.len == 0 ? v : magnitude_in(v, g->unit, unit);
}

chart_label
guide_words(const chart_context *c, slice text, jb_len measure)
{
    const style_chart *s = c->style;
    return label_set(c, &(label_wish){.look = &s->axis, .text = text,
                                      .measure = measure,
                                      .colour = tone_readable(
                                          s->accent, s->ink, s->ground,
                                          TONE_CONTRAST_TEXT)});
}

bar_guides
guides_from(const chart_context *c, const chart_series *s, jb_unit unit)
{
    bar_guides all = {ARENA_ARRAY(c->arena, s->n_guides, bar_guide), 0};
    for (size_t i = 0; i < s->n_guides; i++) {
        const chart_guide *g = &s->guides[i];
        if (!is_counted_in(g, unit))
            continue;
        double low = counted(g->low, g, unit);
        all.at[all.n++] = (bar_guide){
            .low = low, .high = g->is_band ? counted(g->high, g, unit) : low,
            .is_band = g->is_band, .text = g->label,
            .label = guide_words(c, g->label, 0)};
    }
    return all;
}

size_t
guide_keys(const chart_context *c, const bar_guides *g, legend_key *keys)
{
    for (size_t i = 0; i < g->n; i++)
        keys[i] = (legend_key){
            .text = g->at[i].text, .colour = c->style->accent,
            .sign = g->at[i].is_band ? SIGN_BAND : SIGN_GUIDE};
    return g->n;
}

bool
guides_beyond(arena *a, const bar_guides *g, slice *text)
{
    slice_builder b = {.arena = a};
    for (size_t i = 0; i < g->n; i++)
        if (g->at[i].is_beyond)
            builder_printf(&b, "%s%.*s", b.len > 0 ? "、" : "",
                           SLICE_ARGS(g->at[i].text));
    *text = builder_slice(&b);
    return text->len > 0;
}

guide_obstacles
guide_obstacles_from(arena *a, const jb_rect *texts, size_t n_texts,
                     size_t n_ends)
{
    jb_rect *all = ARENA_ARRAY(a, n_texts + n_ends, jb_rect);
    if (n_texts > 0)
        memcpy(all, texts, n_texts * sizeof *all);
    return (guide_obstacles){all, n_texts, n_texts};
}

void
guide_keep_off(guide_obstacles *o, const bar_mark *m)
{
    jb_rect end = mark_rect(m);
    bool is_across = m->side == SIDE_LEFT || m->side == SIDE_RIGHT;
    if (m->side == SIDE_RIGHT)
        end.x += end.w;
    if (m->side == SIDE_DOWN)
        end.y += end.h;
    *(is_across ? &end.w : &end.h) = 0;
    o->at[o->n++] = rect_inset(end, -END_PAD);
}

static jb_rect
between(const guide_ends *ends)
{
    jb_point a = ends->low.from, b = ends->high.to;
    return (jb_rect){len_min(a.x, b.x), len_min(a.y, b.y),
                     len_max(a.x, b.x) - len_min(a.x, b.x),
                     len_max(a.y, b.y) - len_min(a.y, b.y)};
}

static void
band_draw(const chart_context *c, const guide_ends *ends,
          const guide_obstacles *obstacles, jb_display *d)
{
    const style_chart *s = c->style;
    jb_rect band = between(ends);
    display_rect(d, band, tone_mix(s->accent, s->ground, GUIDE_BAND_SHARE));
    for (size_t i = 0; i < obstacles->n_texts; i++) {
        jb_rect text = rect_inset(obstacles->at[i], -BAND_PAD);
        if (rect_overlaps(text, band))
            display_rect(d, rect_intersection(text, band), s->ground);
    }
}

void
guide_draw(const chart_context *c, const bar_guide *g, guide_ends ends,
           const guide_obstacles *obstacles, jb_display *d)
{
    if (g->is_band) {
        band_draw(c, &ends, obstacles, d);
        grid_line_draw(c->arena, d, &ends.high, obstacles->at, obstacles->n);
    }
    grid_line_draw(c->arena, d, &ends.low, obstacles->at, obstacles->n);
}
