#include <stdio.h>

#include "output/svg_canvas.h"

/* Presentation attributes only, colours as #rrggbb with a separate opacity:
 * office programs drop style sheets and turn rgba() black. */
void
svg_attribute_colour(xml_writer *x, const char *name,
                     const char *opacity_name, jb_colour c)
{
    char text[8];
    snprintf(text, sizeof text, "#%02x%02x%02x", c.r, c.g, c.b);
    xml_attribute_text(x, name, c.a == 0 ? "none" : text);
    if (c.a == 0 || c.a == 255)
        return;
    int thousandths = (c.a * 1000 + 127) / 255;
    snprintf(text, sizeof text, "0.%03d", thousandths);
    xml_attribute_text(x, opacity_name, text);
}

static void
attribute_dash(xml_writer *x, const jb_len dash[4])
{
    char text[4 * LEN_TEXT] = "";
    int n = 0;
    if (dash[0] <= 0)
        return;
    for (int i = 0; i < (dash[2] > 0 ? 4 : 2); i++) {
        if (i > 0)
            text[n++] = ' ';
        n += len_print(text + n, dash[i], SVG_DECIMALS);
    }
    xml_attribute_text(x, "stroke-dasharray", text);
}

/* Ten, as in PDF and Cairo; the default of SVG is four. */
static void
attribute_join(xml_writer *x, const jb_path *path, stroke_join join)
{
    if (join == JOIN_ROUND)
        xml_attribute_text(x, "stroke-linejoin", "round");
    else if (join == JOIN_BEVEL)
        xml_attribute_text(x, "stroke-linejoin", "bevel");
    else if (path->ops.n > 2)
        xml_attribute_text(x, "stroke-miterlimit", "10");
}

static void
attribute_stroke(xml_writer *x, const jb_path *path, const jb_paint *paint)
{
    svg_attribute_colour(x, "stroke", "stroke-opacity", paint->stroke);
    svg_attribute_len(x, "stroke-width", paint->width);
    if (paint->cap == CAP_ROUND)
        xml_attribute_text(x, "stroke-linecap", "round");
    else if (paint->cap == CAP_SQUARE)
        xml_attribute_text(x, "stroke-linecap", "square");
    attribute_join(x, path, paint->join);
    attribute_dash(x, paint->dash);
}

static void
begin_rect(xml_writer *x, const jb_path *path)
{
    jb_rect r = path_bounds(path);
    xml_begin(x, "rect");
    svg_attribute_len(x, "x", r.x);
    svg_attribute_len(x, "y", r.y);
    svg_attribute_len(x, "width", r.w);
    svg_attribute_len(x, "height", r.h);
}

static void
begin_rule(xml_writer *x, const jb_path *path)
{
    const jb_point *q = path->points.at;
    xml_begin(x, "line");
    svg_attribute_len(x, "x1", q[0].x);
    svg_attribute_len(x, "y1", q[0].y);
    svg_attribute_len(x, "x2", q[1].x);
    svg_attribute_len(x, "y2", q[1].y);
}

static void
begin_path(svg_canvas *c, const jb_path *path)
{
    svg_data d = {.text = {.arena = c->scratch}};
    svg_data_add(&d, path, SVG_IN_PLACE);
    xml_begin(&c->xml, "path");
    xml_attribute(&c->xml, "d", builder_slice(&d.text));
}

void
svg_draw_path(svg_canvas *c, const jb_path *path, const jb_paint *paint)
{
    xml_writer *x = &c->xml;
    bool is_filled = paint->fill.a != 0;
    bool is_stroked = paint->stroke.a != 0 && paint->width > 0;
    bool is_rect = path_is_rect(path), is_rule = path_is_rule(path);
    if (path->points.n == 0 || (!is_filled && !is_stroked))
        return;
    if (is_rect)
        begin_rect(x, path);
    else if (is_rule && !is_filled)
        begin_rule(x, path);
    else
        begin_path(c, path);
    if (is_filled || !is_rule)
        svg_attribute_colour(x, "fill", "fill-opacity", paint->fill);
    if (is_filled && paint->is_even_odd && !is_rect)
        xml_attribute_text(x, "fill-rule", "evenodd");
    if (is_stroked)
        attribute_stroke(x, path, paint);
    if (is_rule || (is_rect && !is_stroked))
        xml_attribute_text(x, "shape-rendering", "crispEdges");
    xml_end(x);
}
