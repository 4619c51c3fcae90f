/* SVG 1.1 as office programs can read it: no style sheets, no references
 * where a copy does, no clips where nothing sticks out; text as outlines, or
 * as text with a list of faces when asked for. */
#include <stdio.h>

#include "output/svg_canvas.h"

static void
describe(xml_writer *x, slice title, slice description)
{
    if (title.len > 0)
        xml_element(x, "title", title);
    if (description.len > 0)
        xml_element(x, "desc", description);
}

static void
begin_group(svg_canvas *c, const display_group *g)
{
    xml_begin(&c->xml, "g");
    if (g->id.len > 0)
        xml_attribute(&c->xml, "id", svg_name_for(c->names, g->id));
    if (g->alt.len > 0)
        xml_attribute_text(&c->xml, "role", "img");
    describe(&c->xml, g->title, g->alt);
}

/* What may stand behind a link: nothing that runs. */
static bool
is_safe(slice uri)
{
    static const char *const schemes[] = {"https://", "http://", "mailto:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (slice_starts_with(uri, slice_from(schemes[i])))
            return true;
    return false;
}

static slice
address_of(svg_canvas *c, const display_link *link)
{
    slice name = svg_name_of(c->scratch, link->destination);
    return link->uri.len > 0
               ? link->uri
               : slice_printf(c->scratch, "#%.*s", SLICE_ARGS(name));
}

static void
draw_link(svg_canvas *c, const display_link *link)
{
    xml_writer *x = &c->xml;
    if (link->uri.len > 0 && !is_safe(link->uri))
        return;
    jb_path box = {0};
    path_rect(c->scratch, &box, link->rect);
    xml_begin(x, "a");
    xml_attribute(x, "xlink:href", address_of(c, link));
    svg_draw_path(c, &box, &(jb_paint){.fill = {255, 255, 255, 1}});
    xml_end(x);
}

static void
draw_item(svg_canvas *c, const display_item *item)
{
    switch (item->kind) {
    case DISPLAY_GLYPHS:
        svg_draw_run(c, &item->run);
        break;
    case DISPLAY_PATH:
        svg_draw_path(c, &item->shape.path, &item->shape.paint);
        break;
    case DISPLAY_IMAGE:
        svg_draw_image(c, &item->image);
        break;
    case DISPLAY_GROUP_BEGIN:
        begin_group(c, &item->group);
        break;
    case DISPLAY_GROUP_END:
        xml_end(&c->xml);
        break;
    case DISPLAY_LINK:
        draw_link(c, &item->link);
        break;
    case DISPLAY_CLIP_PUSH: /* draw_list's */
    case DISPLAY_CLIP_POP:
    case DISPLAY_KIND_COUNT:
        break;
    }
}

static void
draw_list(svg_canvas *c, const jb_display *d)
{
    bool is_begun[XML_DEEPEST] = {false};
    size_t depth = 0;
    for (size_t i = 0; i < d->items.n; i++) {
        const display_item *item = &d->items.at[i];
        if (item->kind == DISPLAY_CLIP_PUSH)
            is_begun[depth++] = svg_clip_begin(c, &item->clip, item + 1,
                                               d->items.n - i - 1);
        else if (item->kind == DISPLAY_CLIP_POP && is_begun[--depth])
            xml_end(&c->xml);
        else
            draw_item(c, item);
    }
}

static void
attribute_size(xml_writer *x, const char *name, jb_len l)
{
    char text[LEN_TEXT + 2];
    int n = len_print(text, l, SVG_DECIMALS);
    memcpy(text + n, "pt", 3);
    xml_attribute_text(x, name, text);
}

static void
begin_page(svg_canvas *c, const jb_page *page, const jb_pages *pages)
{
    xml_writer *x = &c->xml;
    char box[2 * LEN_TEXT + 8] = "0 0 ";
    int n = 4 + len_print(box + 4, page->size.w, SVG_DECIMALS);
    box[n++] = ' ';
    len_print(box + n, page->size.h, SVG_DECIMALS);
    xml_start(x);
    xml_begin(x, "svg");
    xml_attribute_text(x, "xmlns", "http://www.w3.org/2000/svg");
    xml_attribute_text(x, "xmlns:xlink", "http://www.w3.org/1999/xlink");
    attribute_size(x, "width", page->size.w);
    attribute_size(x, "height", page->size.h);
    xml_attribute_text(x, "viewBox", box);
    /* Not img, whose children nobody is told of: charts have words. */
    xml_attribute_text(x, "role", "graphics-document document");
    if (pages->language.len > 0)
        xml_attribute(x, "xml:lang", pages->language);
    describe(x, pages->title, pages->subject);
}

static void
draw_ground(svg_canvas *c, const jb_page *page)
{
    jb_path all = {0};
    path_rect(c->scratch, &all, (jb_rect){0, 0, page->size.w, page->size.h});
    svg_draw_path(c, &all, &(jb_paint){.fill = page->ground});
}

static bool
svg_write(output_pages what, const output_options *options, jb_sink *sink,
          jb_diags *diags)
{
    const jb_page *page = output_first_page(what, diags);
    if (page == NULL)
        return false;
    arena *scratch = arena_new();
    svg_canvas c = {.scratch = scratch,
                    .xml = {.sink = sink},
                    .outlines = outline_cache_new(scratch),
                    .names = svg_names_new(scratch),
                    .has_text = options->has_text};
    begin_page(&c, page, what.all);
    if (!options->is_transparent)
        draw_ground(&c, page);
    draw_list(&c, &page->display);
    xml_end(&c.xml);
    sink_write(sink, SLICE_OF("\n"));
    arena_drop(scratch);
    return true;
}

const jb_format format_svg = {
    .name = "svg",
    .suffixes = "svg",
    .media_type = "image/svg+xml",
    .doc = "矢量图，每页一个文件；放大不失真，可在办公软件里再编辑",
    .consumes = FORMAT_PAGES,
    .is_one_page_per_file = true,
    .write = svg_write,
};
