/* The promises that writers rely on. What is inside a clip may stick out of
 * the page: the clip is what must not. */
#include "base/utf8.h"
#include "display/display.h"

#define DEEPEST 64

typedef struct nesting {
    display_kind open[DEEPEST];
    size_t depth;
    size_t clips; /* open ones */
} nesting;

static bool
is_boundary(slice text, size_t at)
{
    return at == text.len || ((unsigned char)text.at[at] & 0xC0) != 0x80;
}

static const char *
check_clusters(const jb_glyph_run *run)
{
    size_t covered = 0;
    for (size_t i = 0; i < run->n_glyphs; i++) {
        covered += run->glyphs[i].text_bytes;
        if (i == 0 && covered == 0)
            return "the first glyph belongs to no text";
        if (covered > run->text.len)
            return "clusters reach beyond the text";
        if (!is_boundary(run->text, covered))
            return "a cluster ends inside a character";
    }
    return covered == run->text.len ? NULL : "text without a glyph";
}

static bool
has_point(jb_rect bounds, jb_point at)
{
    return rect_contains(bounds, (jb_rect){at.x, at.y, 0, 0});
}

static const char *
check_run(const jb_glyph_run *run, jb_rect bounds)
{
    if (run->face == NULL || run->size <= 0)
        return "a run without a face or a size";
    if (utf8_check(run->text) != run->text.len)
        return "a run's text is not UTF-8";
    const char *broken = check_clusters(run);
    if (broken != NULL)
        return broken;
    for (size_t i = 0; i < run->n_glyphs; i++)
        if (!has_point(bounds, run_glyph_at(run, i)))
            return "a glyph stands outside";
    return has_point(bounds, run_end(run)) ? NULL : "a run ends outside";
}

static const char *
check_path(const jb_path *path, jb_rect bounds)
{
    if (!path_is_sound(path))
        return "a path's operations do not fit its points";
    return path->points.n == 0 || rect_contains(bounds, path_bounds(path))
               ? NULL
               : "a path reaches outside";
}

static const char *
check_paint(const jb_paint *paint)
{
    if (paint->width < 0)
        return "a stroke of negative width";
    for (int i = 0; i < 4; i++)
        if (paint->dash[i] < 0)
            return "a dash of negative length";
    return NULL;
}

static const char *
check_image(const display_image *image, jb_rect bounds)
{
    if (image->pixels == NULL || image->width == 0 || image->height == 0)
        return "an image without pixels";
    return rect_contains(bounds, image->rect) ? NULL
                                              : "an image reaches outside";
}

static const char *
check_drawn(const display_item *item, jb_rect bounds)
{
    const char *broken = NULL;
    switch (item->kind) {
    case DISPLAY_GLYPHS:
        return check_run(&item->run, bounds);
    case DISPLAY_PATH:
        broken = check_paint(&item->shape.paint);
        return broken != NULL ? broken
                              : check_path(&item->shape.path, bounds);
    case DISPLAY_CLIP_PUSH:
        return check_path(&item->clip, bounds);
    case DISPLAY_IMAGE:
        return check_image(&item->image, bounds);
    case DISPLAY_LINK:
        return rect_contains(bounds, item->link.rect)
                   ? NULL
                   : "a link reaches outside";
    default:
        return NULL;
    }
}

static const char *
nest(nesting *n, display_kind kind)
{
    if (kind == DISPLAY_CLIP_PUSH || kind == DISPLAY_GROUP_BEGIN) {
        if (n->depth == DEEPEST)
            return "nested too deeply";
        n->open[n->depth++] = kind;
        n->clips += kind == DISPLAY_CLIP_PUSH;
    } else if (kind == DISPLAY_CLIP_POP || kind == DISPLAY_GROUP_END) {
        display_kind opening = kind == DISPLAY_CLIP_POP ? DISPLAY_CLIP_PUSH
                                                        : DISPLAY_GROUP_BEGIN;
        if (n->depth == 0 || n->open[n->depth - 1] != opening)
            return "an end without its beginning";
        n->depth--;
        n->clips -= kind == DISPLAY_CLIP_POP;
    }
    return NULL;
}

const char *
display_check(const jb_display *d, jb_rect bounds)
{
    static const jb_rect anywhere = {INT32_MIN / 2, INT32_MIN / 2, INT32_MAX,
                                     INT32_MAX};
    nesting n = {.depth = 0};
    for (size_t i = 0; i < d->items.n; i++) {
        const display_item *item = &d->items.at[i];
        const char *broken =
            check_drawn(item, n.clips > 0 ? anywhere : bounds);
        if (broken == NULL)
            broken = nest(&n, item->kind);
        if (broken != NULL)
            return arena_printf(d->arena, "item %zu: %s", i, broken);
    }
    return n.depth == 0 ? NULL : "something begun is never ended";
}
