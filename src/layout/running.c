#include "layout/paint.h"

static void
paint_logo(const composer *c, jb_rect place, style_align align, jb_display *d)
{
    const jb_picture *logo = c->pictures->logo;
    display_draw_image(
        d, (display_image){.rect = picture_in_box(logo, place, (int)align),
                           .width = logo->width,
                           .height = logo->height,
                           .pixels = logo->pixels});
}

void
paint_bands(const composer *c, size_t number, jb_display *d)
{
    for (size_t i = 0; i < style_bands_count(c->style); i++) {
        const style_band *band = style_band_at(c->style, i);
        if (!style_pages_include(band->pages, number) ||
            (band->is_logo && c->pictures->logo == NULL))
            continue;
        display_group_begin(d, (display_group){.role = ROLE_ARTIFACT});
        jb_rect place = {band->x, band->y, band->w, band->h};
        if (band->is_logo)
            paint_logo(c, place, band->align, d);
        else
            display_rect(d, place, band->colour);
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

/* The three texts of a running head, each on one line. */
typedef struct running_parts {
    slice text[3];
    jb_len width[3]; /* each may take */
} running_parts;

/* When two texts would meet, the longer gives way and is cut. */
static void
share_width(const composer *c, const style_running *r, running_parts *p)
{
    jb_len measure = style_measure(c->style) - 2 * r->inset;
    for (int i = 0; i < 3; i++)
        p->width[i] = measure;
    if (p->text[0].len == 0 || p->text[2].len == 0)
        return;
    jb_len room = measure - 2 * r->look->size;
    p->width[0] = set_left_share(set_width(c, p->text[0], r->look),
                                 set_width(c, p->text[2], r->look), room);
    p->width[2] = room - p->width[0];
}

static running_parts
parts_of(composer *c, const style_running *r)
{
    running_parts p = {
        .text = {template_fill(c->arena, &r->left, c->fields),
                 template_fill(c->arena, &r->centre, c->fields),
                 template_fill(c->arena, &r->right, c->fields)}};
    share_width(c, r, &p);
    return p;
}

static void
draw_part(composer *c, const style_running *r, const running_parts *p, int i,
          jb_display *d)
{
    static const style_align aligns[] = {STYLE_START, STYLE_CENTRE,
                                         STYLE_END};
    if (p->text[i].len == 0)
        return;
    style_text look = *r->look;
    look.align = aligns[i];
    look.indent = 0;
    jb_paragraph *line = set_line(c, p->text[i], &look, p->width[i]);
    jb_len x = c->page->left + r->inset;
    if (i == 2)
        x += style_measure(c->style) - 2 * r->inset - p->width[i];
    set_draw(d, line, &look, (jb_point){x, running_top(c, r)});
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
    display_artifact kind =
        r->at == EDGE_HEAD ? ARTIFACT_HEADER : ARTIFACT_FOOTER;
    display_group_begin(
        d, (display_group){.role = ROLE_ARTIFACT, .artifact = kind});
    running_parts parts = parts_of(c, r);
    bool has_text = false;
    for (int i = 0; i < 3; i++) {
        draw_part(c, r, &parts, i, d);
        has_text |= parts.text[i].len > 0;
    }
    if (has_text)
        draw_rule(c, r, d);
    display_group_end(d);
}

static bool
is_folio(const style_running *r)
{
    return template_has(&r->left, FIELD_PAGE) ||
           template_has(&r->centre, FIELD_PAGE) ||
           template_has(&r->right, FIELD_PAGE);
}

void
paint_runnings(composer *c, size_t number, bool is_numbered, jb_display *d)
{
    for (size_t i = 0; i < style_runnings_count(c->style); i++) {
        const style_running *r = style_running_at(c->style, i);
        if (style_pages_include(r->pages, number) &&
            (is_numbered || !is_folio(r)))
            paint_running(c, r, d);
    }
}
