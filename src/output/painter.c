#include "output/painter.h"

#include <math.h>

#include "output/outline_cache.h"
#include "output/stroke.h"

typedef struct painter {
    arena *scratch;
    canvas *canvas;
    outline_cache *outlines;
    polygon polygon; /* of the present item, its memory used again */
    double scale;    /* pixels per jb_len */
} painter;

static placing
in_place(const painter *p)
{
    return (placing){.scale = p->scale};
}

static spot
pixel_spot(const painter *p, jb_point at)
{
    return (spot){at.x * p->scale, at.y * p->scale};
}

static void
draw_run(painter *p, const jb_glyph_run *run)
{
    placing where = {.scale = p->scale * run->size / OUTLINE_EM,
                     .is_turned = run->is_upright_rotated};
    for (size_t i = 0; i < run->n_glyphs; i++) {
        where.at = pixel_spot(p, run_glyph_at(run, i));
        polygon_clear(&p->polygon);
        polygon_add_path(
            &p->polygon,
            outline_lookup(p->outlines, run->face, run->glyphs[i].id), where);
        canvas_fill(p->canvas, &p->polygon, false, run->colour);
    }
}

/* The nearest pixel edges to [from, to], at least one pixel apart. */
static void
fit(double from, double to, int *first, int *last)
{
    *first = (int)floor(from + 0.5);
    *last = (int)floor(to + 0.5);
    if (*last > *first)
        return;
    *first = (int)floor((from + to) / 2);
    *last = *first + 1;
}

static pixel_box
fitted(const painter *p, jb_rect r)
{
    pixel_box box;
    spot from = pixel_spot(p, (jb_point){r.x, r.y});
    spot to = pixel_spot(p, (jb_point){r.x + r.w, r.y + r.h});
    fit(from.x, to.x, &box.left, &box.right);
    fit(from.y, to.y, &box.top, &box.bottom);
    return box;
}

static void
fill_path(painter *p, const jb_path *path, const jb_paint *paint)
{
    if (paint->stroke.a == 0 && path_is_rect(path)) {
        canvas_fill_box(p->canvas, fitted(p, path_bounds(path)), paint->fill);
        return;
    }
    polygon_clear(&p->polygon);
    polygon_add_path(&p->polygon, path, in_place(p));
    canvas_fill(p->canvas, &p->polygon, paint->is_even_odd, paint->fill);
}

/* Where a rule's middle must be for its edges to fall between pixels. */
static double
fitted_middle(double middle, double width)
{
    return floor(middle - width / 2 + 0.5) + width / 2;
}

/* A rule in whole pixels; a hairline becomes one pixel, lighter by what it
 * lacks. */
static void
stroke_rule(painter *p, const jb_path *path, const jb_paint *paint)
{
    double width = paint->width * p->scale;
    double whole = width < 1 ? 1 : floor(width + 0.5);
    jb_paint fitted_paint = *paint;
    fitted_paint.width = len_from(whole / p->scale);
    if (width < 1)
        fitted_paint.stroke.a = (uint8_t)(paint->stroke.a * width + 0.5);
    spot at = pixel_spot(p, path->points.at[0]);
    bool is_level = path->points.at[0].y == path->points.at[1].y;
    placing where = in_place(p);
    if (is_level)
        where.at.y = fitted_middle(at.y, whole) - at.y;
    else
        where.at.x = fitted_middle(at.x, whole) - at.x;
    stroke_add(&p->polygon, path, &fitted_paint, where);
    canvas_fill(p->canvas, &p->polygon, false, fitted_paint.stroke);
}

static void
stroke_path(painter *p, const jb_path *path, const jb_paint *paint)
{
    polygon_clear(&p->polygon);
    if (path_is_rule(path)) {
        stroke_rule(p, path, paint);
        return;
    }
    stroke_add(&p->polygon, path, paint, in_place(p));
    canvas_fill(p->canvas, &p->polygon, false, paint->stroke);
}

static void
draw_path(painter *p, const jb_path *path, const jb_paint *paint)
{
    if (paint->fill.a != 0)
        fill_path(p, path, paint);
    if (paint->stroke.a != 0 && paint->width > 0)
        stroke_path(p, path, paint);
}

static void
draw_image(painter *p, const display_image *image)
{
    jb_rect r = image->rect;
    if (image->width > 0 && image->height > 0)
        canvas_draw_image(p->canvas, image, fitted(p, r));
}

static void
push_clip(painter *p, const jb_path *path)
{
    if (path_is_rect(path)) {
        canvas_push_box(p->canvas, fitted(p, path_bounds(path)));
        return;
    }
    polygon_clear(&p->polygon);
    polygon_add_path(&p->polygon, path, in_place(p));
    canvas_push_clip(p->canvas, &p->polygon);
}

static void
draw_item(painter *p, const display_item *item)
{
    switch (item->kind) {
    case DISPLAY_GLYPHS:
        draw_run(p, &item->run);
        break;
    case DISPLAY_PATH:
        draw_path(p, &item->shape.path, &item->shape.paint);
        break;
    case DISPLAY_IMAGE:
        draw_image(p, &item->image);
        break;
    case DISPLAY_CLIP_PUSH:
        push_clip(p, &item->clip);
        break;
    case DISPLAY_CLIP_POP:
        canvas_pop_clip(p->canvas);
        break;
    case DISPLAY_GROUP_BEGIN: /* meaning leaves no mark */
    case DISPLAY_GROUP_END:
    case DISPLAY_LINK:
    case DISPLAY_KIND_COUNT:
        break;
    }
}

void
painter_draw(arena *scratch, canvas *to, const jb_display *d, double scale)
{
    painter p = {.scratch = scratch,
                 .canvas = to,
                 .outlines = outline_cache_new(scratch),
                 .polygon = {.arena = scratch},
                 .scale = scale / LEN_PER_PT};
    for (size_t i = 0; i < d->items.n; i++)
        draw_item(&p, &d->items.at[i]);
}
