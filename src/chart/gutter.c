#include "chart/gutter.h"

#define GUTTER_SHARE 360 /* of the width, /1000: more, and names are wrapped */
#define GUTTER_LINES 3   /* more, and they go above the bars */

static jb_len
names_set(const chart_context *c, const gutter_name *names, gutter *g,
          text_align align)
{
    jb_len widest = 0;
    g->tallest = 0;
    for (size_t i = 0; i < g->n; i++) {
        g->names[i] = label_set(
            c, &(label_wish){.look = &c->style->category,
                             .text = names[i].text,
                             .measure = g->measure,
                             .align = align,
                             .is_emphasis = names[i].is_strong});
        widest = len_max(widest, g->names[i].width);
        g->tallest = len_max(g->tallest, g->names[i].height);
    }
    return widest;
}

static size_t
most_lines(const gutter *g)
{
    size_t most = 0;
    for (size_t i = 0; i < g->n; i++)
        if (label_lines_count(&g->names[i]) > most)
            most = label_lines_count(&g->names[i]);
    return most;
}

gutter
gutter_set(const chart_context *c, const gutter_name *names, size_t n,
           jb_len width, bool is_above)
{
    gutter g = {.n = n, .names = ARENA_ARRAY(c->arena, n, chart_label)};
    jb_len most = len_scale(width, GUTTER_SHARE, 1000);
    if (!is_above) {
        g.width = names_set(c, names, &g, TEXT_START);
        if (g.width <= most)
            return g;
        g.measure = most;
        g.width = names_set(c, names, &g, TEXT_END);
        if (most_lines(&g) <= GUTTER_LINES && g.width <= most)
            return g;
    }
    g.is_above = true;
    g.measure = width;
    names_set(c, names, &g, TEXT_START);
    g.width = 0;
    return g;
}

jb_len
gutter_name_x(const gutter *g, size_t i)
{
    if (g->is_above)
        return 0;
    return g->width - (g->measure > 0 ? g->measure : g->names[i].width);
}
