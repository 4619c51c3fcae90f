#include "output/pdf_content.h"

/* How far ahead to look for what a group without bounds holds. */
#define LOOK_AHEAD 2000

/* A page being written. */
typedef struct replay {
    const pdf_content *to;
    pdf_canvas *canvas;
    const jb_page *page;
    size_t index;
} replay;

static jb_rect
item_extent(const display_item *item)
{
    const jb_glyph_run *run = &item->run;
    switch (item->kind) {
    case DISPLAY_GLYPHS: /* a line's height will do for a destination */
        return (jb_rect){run->origin.x, run->origin.y - run->size,
                         len_max(run->size, 1), len_max(run->size, 1)};
    case DISPLAY_PATH:
        return path_bounds(&item->shape.path);
    case DISPLAY_IMAGE:
        return item->image.rect;
    default:
        return (jb_rect){0, 0, 0, 0};
    }
}

/* The box of what the group beginning at `at` holds; empty when nothing. */
static jb_rect
group_extent(const jb_display *d, size_t at)
{
    jb_rect box = d->items.at[at].group.bounds;
    size_t depth = 1;
    if (!rect_is_empty(box))
        return box;
    for (size_t i = at + 1; i < d->items.n && i - at < LOOK_AHEAD; i++) {
        const display_item *item = &d->items.at[i];
        depth += item->kind == DISPLAY_GROUP_BEGIN;
        depth -= item->kind == DISPLAY_GROUP_END;
        if (depth == 0)
            break;
        jb_rect more = item_extent(item);
        if (rect_is_empty(more))
            continue;
        box = rect_is_empty(box) ? more : rect_union(box, more);
    }
    return box;
}

static bool
is_visible(jb_colour colour)
{
    return colour.a > 0;
}

/* The run that goes on where the one at `at` ends, or NULL. */
static const jb_glyph_run *
following_run(const jb_display *d, size_t at)
{
    if (at + 1 >= d->items.n || d->items.at[at + 1].kind != DISPLAY_GLYPHS)
        return NULL;
    const jb_glyph_run *run = &d->items.at[at].run;
    const jb_glyph_run *next = &d->items.at[at + 1].run;
    bool is_on = next->origin.y == run->origin.y &&
                 !run->is_upright_rotated && !next->is_upright_rotated;
    return is_on ? next : NULL;
}

static void
draw_run(replay *r, size_t at)
{
    const jb_glyph_run *run = &r->page->display.items.at[at].run;
    if (run->n_glyphs == 0)
        return;
    pdf_element *owner =
        pdf_structure_owner(r->to->structure, PDF_MATTER_TEXT);
    pdf_canvas_mark(r->canvas, owner);
    pdf_element_read(owner, run->text);
    pdf_canvas_run(r->canvas, run, following_run(&r->page->display, at));
}

static void
fill_path(replay *r, const jb_path *path, const jb_paint *paint)
{
    pdf_canvas_fill(r->canvas, paint->fill);
    pdf_canvas_path(r->canvas, path);
    builder_add_text(&r->canvas->out, paint->is_even_odd ? "f*\n" : "f\n");
}

static void
stroke_path(replay *r, const jb_path *path, const jb_paint *paint)
{
    pdf_canvas_stroke(r->canvas, paint);
    pdf_canvas_path(r->canvas, path);
    builder_add_text(&r->canvas->out, "S\n");
}

static void
draw_path(replay *r, const jb_path *path, const jb_paint *paint)
{
    bool has_stroke = is_visible(paint->stroke) && paint->width > 0;
    if (path->ops.n == 0 || (!is_visible(paint->fill) && !has_stroke))
        return;
    pdf_canvas_mark(r->canvas, pdf_structure_owner(r->to->structure,
                                                   PDF_MATTER_SHAPE));
    pdf_canvas_end_text(r->canvas);
    if (is_visible(paint->fill))
        fill_path(r, path, paint);
    if (has_stroke)
        stroke_path(r, path, paint);
}

static void
draw_image(replay *r, const display_image *image)
{
    pdf_canvas *c = r->canvas;
    if (image->width == 0 || image->height == 0 || image->pixels == NULL)
        return;
    pdf_canvas_mark(c, pdf_structure_figure(r->to->structure, image->alt,
                                            image->rect, c->page_height));
    pdf_canvas_save(c);
    pdf_milli x = pdf_canvas_x(c, image->rect.x);
    pdf_milli y = pdf_canvas_y(c, image->rect.y + image->rect.h);
    pdf_add_milli(&c->out, pdf_milli_of(image->rect.w));
    builder_add_text(&c->out, " 0 0 ");
    pdf_add_milli(&c->out, pdf_milli_of(image->rect.h));
    builder_add_text(&c->out, " ");
    pdf_add_point(&c->out, x, y);
    builder_add_text(&c->out, "cm\n/I");
    pdf_add_integer(&c->out, (int64_t)pdf_images_index(
                                 &c->resources->images, image));
    builder_add_text(&c->out, " Do\n");
    pdf_canvas_restore(c);
}

static void
push_clip(replay *r, const jb_path *path)
{
    pdf_canvas_save(r->canvas);
    if (path->ops.n == 0) /* nothing is inside an empty path */
        builder_add_text(&r->canvas->out, "0 0 0 0 re\n");
    else
        pdf_canvas_path(r->canvas, path);
    builder_add_text(&r->canvas->out, "W n\n");
}

static void
begin_group(replay *r, size_t at)
{
    display_group group = r->page->display.items.at[at].group;
    if (group.role == ROLE_FIGURE || group.id.len > 0)
        group.bounds = group_extent(&r->page->display, at);
    pdf_structure_begin(r->to->structure, &group, r->page->size.h);
    if (group.id.len > 0)
        pdf_navigation_place(r->to->navigation, group.id, r->index,
                             r->page->size.h - group.bounds.y);
}

static void
add_link(replay *r, const display_link *link)
{
    size_t key;
    pdf_element *owner = pdf_structure_link(r->to->structure, &key);
    jb_rect box = link->rect;
    box.y = r->page->size.h - box.y - box.h;
    pdf_navigation_link(r->to->navigation, (pdf_link){.page = r->index,
                                                      .key = key,
                                                      .box = box,
                                                      .uri = link->uri,
                                                      .place =
                                                          link->destination,
                                                      .owner = owner});
}

static void
replay_item(replay *r, size_t at)
{
    const display_item *item = &r->page->display.items.at[at];
    switch (item->kind) {
    case DISPLAY_GLYPHS:
        draw_run(r, at);
        return;
    case DISPLAY_PATH:
        draw_path(r, &item->shape.path, &item->shape.paint);
        return;
    case DISPLAY_IMAGE:
        draw_image(r, &item->image);
        return;
    case DISPLAY_CLIP_PUSH:
        push_clip(r, &item->clip);
        return;
    case DISPLAY_CLIP_POP:
        pdf_canvas_restore(r->canvas);
        return;
    case DISPLAY_GROUP_BEGIN:
        begin_group(r, at);
        return;
    case DISPLAY_GROUP_END:
        pdf_structure_end(r->to->structure);
        return;
    case DISPLAY_LINK:
        add_link(r, &item->link);
        return;
    case DISPLAY_KIND_COUNT:
        return;
    }
}

static void
draw_ground(replay *r)
{
    const jb_page *page = r->page;
    jb_path path = {0};
    path_rect(r->canvas->arena, &path,
              (jb_rect){0, 0, page->size.w, page->size.h});
    if (!is_visible(page->ground))
        return;
    pdf_canvas_mark(r->canvas, NULL);
    fill_path(r, &path, &(jb_paint){.fill = page->ground});
}

slice
pdf_content_from_page(arena *a, const pdf_content *to, const jb_page *page,
                      size_t index)
{
    replay r = {to, NULL, page, index};
    r.canvas = pdf_canvas_new(a, to->resources, to->structure, page->size.h);
    pdf_structure_page(to->structure, index);
    draw_ground(&r);
    for (size_t i = 0; i < page->display.items.n; i++)
        replay_item(&r, i);
    return pdf_canvas_finish(r.canvas);
}
