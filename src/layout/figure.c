#include "layout/compose.h"

static chart_context
context_of(composer *c)
{
    text_options *text = ARENA_NEW(c->arena, text_options);
    *text = set_options(compose_look(c, "body"), 0);
    return (chart_context){.arena = c->arena,
                           .typesetter = c->typesetter,
                           .style = style_chart_of(c->style),
                           .text = text,
                           .has_title = true,
                           .diags = c->diags};
}

/* Titles and notes do not shrink, so a low chart would lose all of what it
 * shrinks from its plot: below twelve lines it keeps its height. */
static jb_len
least_height(const composer *c, jb_len height)
{
    if (height < 12 * c->page->grid)
        return height;
    return len_scale(height, c->block->figure_least, 1000);
}

void
compose_figure(composer *c, const jb_node *node, bool floats)
{
    const chart_spec *chart = node->chart;
    const style_block *block = c->block;
    if (chart == NULL)
        return;
    chart_context context = context_of(c);
    jb_len width = len_min(block->figure_width, c->measure);
    layout_figure *figure = ARENA_NEW(c->arena, layout_figure);
    *figure = (layout_figure){
        .chart = chart,
        .x = c->x + (c->measure - width) / 2,
        .width = width,
        .alt = report_chart_alt(c->arena, chart),
    };
    layout_box *box =
        compose_box(c, chart_measure(&context, chart, width));
    box->figure = figure;
    box->before = box->after = block->figure_space;
    box->least = least_height(c, box->height);
    box->floats = floats;
}

bool
figure_draw(composer *c, const layout_figure *figure, jb_len height,
            jb_display *d)
{
    chart_context context = context_of(c);
    jb_display drawn = {.arena = c->arena};
    jb_size size = {figure->width, height};
    bool is_drawn =
        chart_build(&context, figure->chart, size, figure->alt, &drawn);
    if (is_drawn)
        display_append(d, &drawn, (jb_point){figure->x, 0});
    return is_drawn;
}
