#include "chart/upright_guides.h"

#include <stdlib.h>

#include "chart/spread.h"

/* Words beside their line, and where they come to stand. */
typedef struct placed_guide {
    const bar_guide *guide;
    const chart_label *label;
    jb_len wanted, y; /* of the words' middle */
} placed_guide;

static int
by_wish(const void *a, const void *b)
{
    const placed_guide *x = a, *y = b;
    return (x->wanted > y->wanted) - (x->wanted < y->wanted);
}

static jb_len
value_y(const upright_guides_place *place, const chart_fit *fit, double value)
{
    return place->bottom - fit_at(fit, value);
}

static size_t
guides_find(const upright_lane *lane, const chart_fit *fit,
            const upright_guides_place *place, placed_guide *out)
{
    const bar_guides *all = &lane->panel->guides;
    size_t n = 0;
    for (size_t i = 0; i < all->n; i++) {
        const bar_guide *g = &all->at[i];
        if (g->is_beyond)
            continue;
        jb_len y = value_y(place, fit, (g->low + g->high) / 2);
        out[n++] = (placed_guide){g, &lane->guides[i], y, y};
    }
    qsort(out, n, sizeof *out, by_wish);
    return n;
}

static void
guides_spread(const chart_context *c, placed_guide *g, size_t n,
              const upright_guides_place *place)
{
    jb_len gap = label_size(c, &c->style->label) / 4;
    spread_item *items = ARENA_ARRAY(c->arena, n, spread_item);
    for (size_t i = 0; i < n; i++) {
        jb_len half = g[i].label->height / 2;
        items[i] = (spread_item){g[i].wanted, half, half};
    }
    spread_apart(items, n, place->top, place->bottom, gap);
    for (size_t i = 0; i < n; i++)
        g[i].y = items[i].at;
}

static grid_line
line_at(const chart_context *c, const upright_guides_place *place, jb_len y)
{
    return grid_reference_at(c->style, (jb_point){place->left, y},
                             (jb_point){place->right, y});
}

static void
one_draw(const chart_context *c, const chart_fit *fit,
         const placed_guide *g, const upright_guides_place *place,
         jb_display *d)
{
    jb_len em = label_size(c, &c->style->label);
    jb_len low = value_y(place, fit, g->guide->low);
    jb_len high = value_y(place, fit, g->guide->high);
    guide_ends ends = {line_at(c, place, low), line_at(c, place, high)};
    guide_draw(c, g->guide, ends, &place->obstacles, d);
    jb_point at = {place->right + em * 3 / 4, g->y - g->label->height / 2};
    label_draw(d, g->label, at);
    if (abs(g->y - g->wanted) > em / 2)
        display_line(d, (jb_point){place->right, g->wanted},
                     (jb_point){place->right + em / 2, g->y},
                     c->style->grid_width, c->style->accent);
}

void
upright_guides_draw(const chart_context *c, const upright_lane *lane,
                    const chart_fit *fit,
                    const upright_guides_place *place, jb_display *d)
{
    placed_guide *all =
        ARENA_ARRAY(c->arena, lane->panel->guides.n, placed_guide);
    size_t n = guides_find(lane, fit, place, all);
    guides_spread(c, all, n, place);
    for (size_t i = 0; i < n; i++)
        one_draw(c, fit, &all[i], place, d);
}
