#include <stdio.h>

#include "output/svg_canvas.h"

/* Wide enough for any glyph about its baseline. */
static jb_rect
run_bounds(const jb_glyph_run *run)
{
    jb_rect all = {0, 0, 0, 0};
    for (size_t i = 0; i < run->n_glyphs; i++) {
        jb_point at = run_glyph_at(run, i);
        all = rect_union(all, rect_inset((jb_rect){at.x, at.y, 0, 0},
                                         -2 * run->size));
    }
    return all;
}

/* False when nothing is drawn. */
static bool
item_bounds(const display_item *item, jb_rect *bounds)
{
    switch (item->kind) {
    case DISPLAY_GLYPHS:
        *bounds = run_bounds(&item->run);
        return true;
    case DISPLAY_PATH: /* ten: the mitre limit */
        *bounds = rect_inset(path_bounds(&item->shape.path),
                             -item->shape.paint.width *
                                 (item->shape.path.ops.n > 2 ? 5 : 1));
        return true;
    case DISPLAY_IMAGE:
        *bounds = item->image.rect;
        return true;
    default:
        return false;
    }
}

static bool
is_all_inside(jb_rect clip, const display_item *next, size_t n)
{
    int depth = 1;
    for (size_t i = 0; i < n && depth > 0; i++) {
        jb_rect bounds;
        depth += next[i].kind == DISPLAY_CLIP_PUSH;
        depth -= next[i].kind == DISPLAY_CLIP_POP;
        if (item_bounds(&next[i], &bounds) && !rect_contains(clip, bounds))
            return false;
    }
    return true;
}

bool
svg_clip_begin(svg_canvas *c, const jb_path *clip, const display_item *next,
               size_t n)
{
    xml_writer *x = &c->xml;
    if (path_is_rect(clip) && is_all_inside(path_bounds(clip), next, n))
        return false;
    char wanted[32], use[64];
    snprintf(wanted, sizeof wanted, "clip-%d", ++c->n_clips);
    slice name = svg_name_for(c->names, slice_from(wanted));
    snprintf(use, sizeof use, "url(#%.*s)", SLICE_ARGS(name));
    svg_data d = {.text = {.arena = c->scratch}};
    svg_data_add(&d, clip, SVG_IN_PLACE);
    xml_begin(x, "clipPath");
    xml_attribute(x, "id", name);
    xml_begin(x, "path");
    xml_attribute(x, "d", builder_slice(&d.text));
    xml_end(x);
    xml_end(x);
    xml_begin(x, "g");
    xml_attribute_text(x, "clip-path", use);
    return true;
}
