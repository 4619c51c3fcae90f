#include "layout/paint.h"

void
paint_bands(const composer *c, size_t number, jb_display *d)
{
    for (size_t i = 0; i < style_bands_count(c->style); i++) {
        const style_band *band = style_band_at(c->style, i);
        if (!style_pages_include(band->pages, number))
            continue;
        display_group_begin(d, (display_group){.role = ROLE_ARTIFACT});
        display_rect(d, (jb_rect){band->x, band->y, band->w, band->h},
                     band->colour);
        display_group_end(d);
    }
}

/* Top of the text's em box: its edge near the type area is `distance` away. */
static jb_len
running_top(const composer *c, const style_running *r)
{
    if (r->at == EDGE_HEAD)
        return c->page->top - r->distance - r->look->size;
    return c->page->size.h - c->page->bottom + r->distance;
}

static bool
draw_part(composer *c, const style_running *r, const style_template *t,
          style_align align, jb_display *d)
{
    slice text = template_fill(c->arena, t, c->fields);
    if (text.len == 0)
        return false;
    style_text look = *r->look;
    look.align = align;
    look.indent = 0;
    jb_len measure = style_measure(c->style) - 2 * r->inset;
    jb_paragraph *p = set_slice(c, text, &look, measure);
    set_draw(d, p, &look,
             (jb_point){c->page->left + r->inset, running_top(c, r)});
    return p->n_lines > 0;
}

static void
draw_rule(const composer *c, const style_running *r, jb_display *d)
{
    jb_len y = r->at == EDGE_HEAD
                   ? running_top(c, r) + r->look->size + r->rule_gap
                   : running_top(c, r) - r->rule_gap - r->rule_width;
    jb_rect rule = {c->page->left + r->inset, y,
                    style_measure(c->style) - 2 * r->inset, r->rule_width};
    if (r->rule_width > 0)
        display_rect(d, rule, r->rule_colour);
}

static void
paint_running(composer *c, const style_running *r, jb_display *d)
{
    display_group_begin(
        d, (display_group){.role = ROLE_ARTIFACT,
                           .artifact = r->at == EDGE_HEAD ? ARTIFACT_HEADER
                                                          : ARTIFACT_FOOTER});
    bool has_text = draw_part(c, r, &r->left, STYLE_START, d);
    has_text |= draw_part(c, r, &r->centre, STYLE_CENTRE, d);
    has_text |= draw_part(c, r, &r->right, STYLE_END, d);
    if (has_text)
        draw_rule(c, r, d);
    display_group_end(d);
}

void
paint_runnings(composer *c, size_t number, jb_display *d)
{
    for (size_t i = 0; i < style_runnings_count(c->style); i++) {
        const style_running *r = style_running_at(c->style, i);
        if (style_pages_include(r->pages, number))
            paint_running(c, r, d);
    }
}
