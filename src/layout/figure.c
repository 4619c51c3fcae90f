#include "layout/figure.h"

#include "chart/paging.h"

chart_context
figure_context(const composer *c)
{
    text_options *text = ARENA_NEW(c->arena, text_options);
    *text = set_options(compose_look(c, "body"), 0);
    text->normalises = c->normalises;
    return (chart_context){.arena = c->arena,
                           .typesetter = c->typesetter,
                           .style = style_chart_of(c->style),
                           .text = text,
                           .has_title = true,
                           .diags = c->diags};
}

/* ── figures ── */

static jb_len
page_height(const composer *c)
{
    return c->page->size.h - c->page->top - c->page->bottom;
}

static void
add_figure(composer *c, const chart_page *part, jb_len width, bool floats)
{
    const style_block *block = c->block;
    layout_figure *figure = ARENA_NEW(c->arena, layout_figure);
    *figure = (layout_figure){.chart = part->chart,
                              .x = c->x + (c->measure - width) / 2,
                              .width = width,
                              .alt = report_chart_alt(c->arena, part->chart)};
    layout_box *box =
        compose_box(c, len_min(part->heights.natural, page_height(c)));
    box->figure = figure;
    box->before = box->after = block->figure_space;
    box->least =
        len_max(part->heights.least,
                len_scale(box->height, block->figure_least, 1000));
    box->floats = floats;
}

void
compose_figure(composer *c, const jb_node *node, bool floats)
{
    if (node->chart == NULL)
        return;
    jb_len width = len_min(c->block->figure_width, c->measure);
    size_t n;
    chart_context context = figure_context(c);
    const chart_page *parts = chart_pages(
        &context, node->chart, (jb_size){width, page_height(c)}, &n);
    for (size_t k = 0; k < n; k++)
        add_figure(c, &parts[k], width, floats);
}

bool
figure_draw(composer *c, const layout_figure *figure, jb_len height,
            jb_display *d)
{
    chart_context context = figure_context(c);
    jb_display drawn = {.arena = c->arena};
    jb_size size = {figure->width, height};
    bool is_drawn =
        chart_build(&context, figure->chart, size, figure->alt, &drawn);
    if (is_drawn)
        display_append(d, &drawn, (jb_point){figure->x, 0});
    return is_drawn;
}
