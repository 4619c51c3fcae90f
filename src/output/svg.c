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
    describe(&c->xml, g->title,
             g == c->whole ? (slice){NULL, 0} : g->alt);
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
named_element(svg_canvas *c, const char *element, slice id, slice text)
{
    if (text.len == 0)
        return;
    xml_begin_inline(&c->xml, element);
    xml_attribute(&c->xml, "id", id);
    xml_text(&c->xml, text);
    xml_end(&c->xml);
}

static slice
name_from(svg_canvas *c, slice stem, const char *end)
{
    return svg_name_for(c->names, slice_printf(c->scratch, "%.*s-%s",
                                               SLICE_ARGS(stem), end));
}

/* Its name and description are children of the root, which refers to them: an
 * image's inner elements are presentational (WAI-ARIA 1.2 img; SVG-AAM 1.0
 * 8.1), so a figure that is the whole page is described here, not inside. The
 * identifiers bear the figure's, since pages of the web take in several. */
static void
introduce(svg_canvas *c, const jb_pages *pages)
{
    xml_writer *x = &c->xml;
    slice desc = pages->subject;
    slice stem = SLICE_OF("page");
    if (c->whole != NULL && c->whole->id.len > 0)
        stem = c->whole->id;
    if (c->whole != NULL)
        desc = c->whole->alt;
    slice title_id = name_from(c, stem, "title");
    slice desc_id = name_from(c, stem, "desc");
    if (pages->title.len > 0)
        xml_attribute(x, "aria-labelledby", title_id);
    if (desc.len > 0)
        xml_attribute(x, "aria-describedby", desc_id);
    named_element(c, "title", title_id, pages->title);
    named_element(c, "desc", desc_id, desc);
}

/* Inside a page of several figures each can be reached. */
static void
begin_page(svg_canvas *c, const jb_page *page, const jb_pages *pages)
{
    xml_writer *x = &c->xml;
    char box[2 * LEN_TEXT + 8] = "0 0 ";
    int n = 4 + len_print(box + 4, page->size.w, SVG_DECIMALS);
    box[n++] = ' ';
    len_print(box + n, page->size.h, SVG_DECIMALS);
    c->whole = display_lone_figure(&page->display);
    xml_start(x);
    xml_begin(x, "svg");
    xml_attribute_text(x, "xmlns", "http://www.w3.org/2000/svg");
    xml_attribute_text(x, "xmlns:xlink", "http://www.w3.org/1999/xlink");
    attribute_size(x, "width", page->size.w);
    attribute_size(x, "height", page->size.h);
    xml_attribute_text(x, "viewBox", box);
    xml_attribute_text(x, "role", c->whole != NULL ? "img"
                                                   : "graphics-document");
    if (pages->language.len > 0)
        xml_attribute(x, "xml:lang", pages->language);
    introduce(c, pages);
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
