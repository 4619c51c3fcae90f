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

const chart_spec *
figure_captioned(const composer *c, const jb_node *node)
{
    slice number = reference_caption(c, node->target);
    if (number.len == 0)
        return node->chart;
    chart_spec *chart = ARENA_NEW(c->arena, chart_spec);
    *chart = *node->chart;
    chart->title = slice_join(c->arena, number, chart->title);
    return chart;
}

layout_figure
figure_of(const composer *c, const jb_node *node, const chart_spec *chart,
          bool is_first)
{
    bool is_target = is_first && node->target != NULL;
    return (layout_figure){
        .chart = chart,
        .id = is_target ? reference_id(c, node->target) : SLICE_OF(""),
        .alt = report_chart_alt(c->arena, chart)};
}

/* Of a line of text: it is part of the white over a figure, so that there is
 * as much over it as under it. */
static jb_len
white_under_text(const composer *c)
{
    const style_text *look = c->block->look;
    return len_max(look->leading - look->size, 0);
}

static void
add_figure(composer *c, const layout_figure *drawn, const chart_page *part,
           bool floats)
{
    const style_block *block = c->block;
    layout_figure *figure = ARENA_NEW(c->arena, layout_figure);
    *figure = *drawn;
    layout_box *box =
        compose_box(c, len_min(part->heights.natural, page_height(c)));
    box->figure = figure;
    box->after = block->figure_space;
    box->before = len_max(block->figure_space - white_under_text(c), 0);
    box->least =
        len_max(part->heights.least,
                len_scale(box->height, block->figure_least, 1000));
    box->floats = floats ? 1 : 0;
}

void
compose_figure(composer *c, const jb_node *node, bool floats)
{
    if (node->chart == NULL)
        return;
    jb_len width = len_min(c->block->figure_width, c->measure);
    size_t n;
    chart_context context = figure_context(c);
    const chart_page *parts =
        chart_pages(&context, figure_captioned(c, node),
                    (jb_size){width, page_height(c)}, &n);
    for (size_t k = 0; k < n; k++) {
        layout_figure figure = figure_of(c, node, parts[k].chart, k == 0);
        figure.x = c->x + (c->measure - width) / 2;
        figure.width = width;
        add_figure(c, &figure, &parts[k], floats);
    }
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
    if (!is_drawn)
        return false;
    /* A group without meaning of its own, for links to lead to. */
    if (figure->id.len > 0)
        display_group_begin(d, (display_group){.role = ROLE_MARK,
                                               .id = figure->id});
    display_append(d, &drawn, (jb_point){figure->x, 0});
    if (figure->id.len > 0)
        display_group_end(d);
    return is_drawn;
}
