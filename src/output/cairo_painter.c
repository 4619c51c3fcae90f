#include "output/cairo_painter.h"

#include <math.h>

#include "output/outline_cache.h"

typedef struct painter {
    arena *scratch;
    cairo_t *cr;
    outline_cache *outlines;
    cairo_painting how;
    const display_figure *figure; /* of the mark being drawn, or NULL */
    double shift_x, shift_y; /* of its shapes, in user space */
} painter;

static void
set_colour(cairo_t *cr, jb_colour c)
{
    cairo_set_source_rgba(cr, c.r / 255.0, c.g / 255.0, c.b / 255.0,
                          c.a / 255.0);
}

/* From a path's units to user space: scaled, then moved; turned a quarter
 * anticlockwise for axis titles. */
typedef struct placing {
    double scale, x, y;
    bool is_turned;
} placing;

static const placing in_place = {1.0 / LEN_PER_PT, 0, 0, false};

typedef struct spot {
    double x, y;
} spot;

static spot
placed(const placing *p, jb_point at)
{
    double x = at.x * p->scale, y = at.y * p->scale;
    return p->is_turned ? (spot){p->x + y, p->y - x}
                        : (spot){p->x + x, p->y + y};
}

static void
trace_op(cairo_t *cr, path_op op, const jb_point *at, const placing *where)
{
    spot a, b, c;
    switch (op) {
    case PATH_MOVE:
        a = placed(where, at[0]);
        cairo_move_to(cr, a.x, a.y);
        break;
    case PATH_LINE:
        a = placed(where, at[0]);
        cairo_line_to(cr, a.x, a.y);
        break;
    case PATH_CURVE:
        a = placed(where, at[0]);
        b = placed(where, at[1]);
        c = placed(where, at[2]);
        cairo_curve_to(cr, a.x, a.y, b.x, b.y, c.x, c.y);
        break;
    case PATH_CLOSE:
    case PATH_OP_COUNT:
        cairo_close_path(cr);
        break;
    }
}

static void
trace(cairo_t *cr, const jb_path *path, placing where)
{
    const jb_point *at = path->points.at;
    for (size_t i = 0; i < path->ops.n; i++) {
        path_op op = path->ops.at[i];
        trace_op(cr, op, at, &where);
        at += path_op_points(op);
    }
}

static void
draw_run(painter *p, const jb_glyph_run *run)
{
    if (run->colour.a == 0)
        return;
    set_colour(p->cr, run->colour);
    cairo_set_fill_rule(p->cr, CAIRO_FILL_RULE_WINDING);
    cairo_new_path(p->cr);
    for (size_t i = 0; i < run->n_glyphs; i++) {
        jb_point at = run_glyph_at(run, i);
        placing where = {len_to_pt(run->size) / OUTLINE_EM, len_to_pt(at.x),
                         len_to_pt(at.y), run->is_upright_rotated};
        trace(p->cr, outline_lookup(p->outlines, run->face,
                                    run->glyphs[i].id), where);
        /* One by one: a run's worth of edges would leave the cache. */
        cairo_fill(p->cr);
    }
}

/* The nearest pixel edges to [from, to], at least one pixel apart. */
static void
fit_span(double *from, double *to)
{
    double first = floor(*from + 0.5), last = floor(*to + 0.5);
    if (last <= first) {
        first = floor((*from + *to) / 2);
        last = first + 1;
    }
    *from = first;
    *to = last;
}

/* A bar's length is rounded, not its end: both its ends rounded apart could
 * make it a whole pixel too long. One shorter than a pixel stays so, paler. */
static void
fit_length(double *zero, double *end)
{
    double length = *end - *zero;
    *zero = floor(*zero + 0.5);
    if (fabs(length) >= 1)
        length = length < 0 ? -floor(0.5 - length) : floor(length + 0.5);
    *end = *zero + length;
}

static bool
is_bar(const display_figure *f, jb_rect r)
{
    return f != NULL && r.x == f->bar.x && r.y == f->bar.y &&
           r.w == f->bar.w && r.h == f->bar.h;
}

static void
fill_fitted_rect(const painter *p, jb_rect r)
{
    cairo_t *cr = p->cr;
    double x = len_to_pt(r.x), y = len_to_pt(r.y);
    double right = len_to_pt(r.x + r.w), bottom = len_to_pt(r.y + r.h);
    cairo_user_to_device(cr, &x, &y);
    cairo_user_to_device(cr, &right, &bottom);
    bool is_low = false, is_across = true, has_length = is_bar(p->figure, r);
    if (has_length) {
        display_side side = p->figure->side;
        is_low = side == SIDE_LEFT || side == SIDE_UP;
        is_across = side == SIDE_LEFT || side == SIDE_RIGHT;
    }
    double *from = is_across ? &x : &y, *to = is_across ? &right : &bottom;
    if (has_length)
        fit_length(is_low ? to : from, is_low ? from : to);
    else
        fit_span(from, to);
    fit_span(is_across ? &y : &x, is_across ? &bottom : &right);
    cairo_save(cr);
    cairo_identity_matrix(cr);
    cairo_rectangle(cr, x, y, right - x, bottom - y);
    cairo_fill(cr);
    cairo_restore(cr);
}

/* Move the rule's middle so that its edges fall between pixels; a hairline
 * becomes one pixel, lighter by what it lacks. */
static void
trace_fitted_rule(cairo_t *cr, const jb_path *path, const jb_paint *paint)
{
    const jb_point *q = path->points.at;
    bool is_level = q[0].y == q[1].y;
    double ends[4] = {len_to_pt(q[0].x), len_to_pt(q[0].y),
                      len_to_pt(q[1].x), len_to_pt(q[1].y)};
    double width = len_to_pt(paint->width), unused = 0;
    cairo_user_to_device(cr, &ends[0], &ends[1]);
    cairo_user_to_device(cr, &ends[2], &ends[3]);
    cairo_user_to_device_distance(cr, &width, &unused);
    double whole = width < 1 ? 1 : floor(width + 0.5);
    double middle = is_level ? ends[1] : ends[0];
    middle = floor(middle - whole / 2 + 0.5) + whole / 2;
    ends[is_level ? 1 : 0] = ends[is_level ? 3 : 2] = middle;
    jb_colour c = paint->stroke;
    double opacity = width < 1 ? width : 1;
    cairo_set_source_rgba(cr, c.r / 255.0, c.g / 255.0, c.b / 255.0,
                          c.a / 255.0 * opacity);
    cairo_device_to_user(cr, &ends[0], &ends[1]);
    cairo_device_to_user(cr, &ends[2], &ends[3]);
    cairo_device_to_user_distance(cr, &whole, &unused);
    cairo_move_to(cr, ends[0], ends[1]);
    cairo_line_to(cr, ends[2], ends[3]);
    cairo_set_line_width(cr, whole);
}

static void
set_dash(cairo_t *cr, const jb_paint *paint)
{
    double dash[4];
    for (int i = 0; i < 4; i++)
        dash[i] = len_to_pt(paint->dash[i]);
    bool is_solid = paint->dash[0] <= 0;
    bool has_two = paint->dash[2] <= 0;
    cairo_set_dash(cr, dash, is_solid ? 0 : has_two ? 2 : 4, 0);
}

static void
set_stroke(cairo_t *cr, const jb_paint *paint)
{
    static const cairo_line_cap_t caps[] = {
        [CAP_BUTT] = CAIRO_LINE_CAP_BUTT,
        [CAP_ROUND] = CAIRO_LINE_CAP_ROUND,
        [CAP_SQUARE] = CAIRO_LINE_CAP_SQUARE};
    static const cairo_line_join_t joins[] = {
        [JOIN_MITER] = CAIRO_LINE_JOIN_MITER,
        [JOIN_ROUND] = CAIRO_LINE_JOIN_ROUND,
        [JOIN_BEVEL] = CAIRO_LINE_JOIN_BEVEL};
    set_colour(cr, paint->stroke);
    cairo_set_line_width(cr, len_to_pt(paint->width));
    cairo_set_line_cap(cr, caps[paint->cap]);
    cairo_set_line_join(cr, joins[paint->join]);
    set_dash(cr, paint);
}

static void
fill_path(painter *p, const jb_path *path, const jb_paint *paint)
{
    set_colour(p->cr, paint->fill);
    if (p->how.is_fitted && paint->stroke.a == 0 && path_is_rect(path)) {
        fill_fitted_rect(p, path_bounds(path));
        return;
    }
    cairo_set_fill_rule(p->cr, paint->is_even_odd ? CAIRO_FILL_RULE_EVEN_ODD
                                                  : CAIRO_FILL_RULE_WINDING);
    trace(p->cr, path, in_place);
    cairo_fill(p->cr);
}

static void
stroke_path(painter *p, const jb_path *path, const jb_paint *paint)
{
    set_stroke(p->cr, paint);
    if (p->how.is_fitted && path_is_rule(path) && paint->fill.a == 0)
        trace_fitted_rule(p->cr, path, paint);
    else
        trace(p->cr, path, in_place);
    cairo_stroke(p->cr);
}

/* All shapes of a bar move with its foot to the nearest edge of a pixel, so
 * that outlined, hatched and solid bars stand on one line. */
static void
mark_begin(painter *p, const display_figure *f)
{
    p->figure = f;
    p->shift_x = p->shift_y = 0;
    if (f == NULL || !p->how.is_fitted || rect_is_empty(f->bar))
        return;
    bool is_across = f->side == SIDE_LEFT || f->side == SIDE_RIGHT;
    double x = len_to_pt(f->bar.x + (f->side == SIDE_LEFT ? f->bar.w : 0));
    double y = len_to_pt(f->bar.y + (f->side == SIDE_UP ? f->bar.h : 0));
    double foot_x = x, foot_y = y;
    cairo_user_to_device(p->cr, &foot_x, &foot_y);
    foot_x = is_across ? floor(foot_x + 0.5) : foot_x;
    foot_y = is_across ? foot_y : floor(foot_y + 0.5);
    cairo_device_to_user(p->cr, &foot_x, &foot_y);
    p->shift_x = foot_x - x;
    p->shift_y = foot_y - y;
}

static void
draw_path(painter *p, const jb_path *path, const jb_paint *paint)
{
    cairo_save(p->cr);
    cairo_translate(p->cr, p->shift_x, p->shift_y);
    cairo_new_path(p->cr);
    if (paint->fill.a != 0)
        fill_path(p, path, paint);
    if (paint->stroke.a != 0 && paint->width > 0)
        stroke_path(p, path, paint);
    cairo_restore(p->cr);
}

/* Cairo wants colours multiplied by their opacity, in native words. */
static uint32_t
premultiplied(const uint8_t *rgba)
{
    uint32_t a = rgba[3], word = a << 24;
    for (int i = 0; i < 3; i++)
        word |= (rgba[i] * a + 127) / 255 << (16 - 8 * i);
    return word;
}

static cairo_surface_t *
surface_of(const display_image *image)
{
    cairo_surface_t *s = cairo_image_surface_create(
        CAIRO_FORMAT_ARGB32, (int)image->width, (int)image->height);
    if (cairo_surface_status(s) != CAIRO_STATUS_SUCCESS)
        return s;
    const uint8_t *from = image->pixels;
    unsigned char *row = cairo_image_surface_get_data(s);
    int stride = cairo_image_surface_get_stride(s);
    for (uint32_t y = 0; y < image->height; y++, row += stride) {
        uint32_t *to = (uint32_t *)(void *)row;
        for (uint32_t x = 0; x < image->width; x++, from += 4)
            to[x] = premultiplied(from);
    }
    cairo_surface_mark_dirty(s);
    return s;
}

static void
draw_image(painter *p, const display_image *image)
{
    if (image->width == 0 || image->height == 0)
        return;
    cairo_surface_t *s = surface_of(image);
    cairo_save(p->cr);
    cairo_translate(p->cr, len_to_pt(image->rect.x),
                    len_to_pt(image->rect.y));
    cairo_scale(p->cr, len_to_pt(image->rect.w) / image->width,
                len_to_pt(image->rect.h) / image->height);
    cairo_set_source_surface(p->cr, s, 0, 0);
    cairo_pattern_set_extend(cairo_get_source(p->cr), CAIRO_EXTEND_PAD);
    cairo_rectangle(p->cr, 0, 0, image->width, image->height);
    cairo_fill(p->cr);
    cairo_restore(p->cr);
    cairo_surface_destroy(s);
}

static void
push_clip(painter *p, const jb_path *path)
{
    cairo_save(p->cr);
    cairo_new_path(p->cr);
    cairo_translate(p->cr, p->shift_x, p->shift_y);
    trace(p->cr, path, in_place);
    cairo_set_fill_rule(p->cr, CAIRO_FILL_RULE_WINDING);
    cairo_clip(p->cr);
    cairo_translate(p->cr, -p->shift_x, -p->shift_y);
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
        cairo_restore(p->cr);
        break;
    case DISPLAY_GROUP_BEGIN: /* meaning leaves no mark otherwise */
        mark_begin(p, item->group.figure);
        break;
    case DISPLAY_GROUP_END:
        mark_begin(p, NULL);
        break;
    case DISPLAY_LINK:
    case DISPLAY_KIND_COUNT:
        break;
    }
}

void
painter_draw(arena *scratch, cairo_t *cr, const jb_display *d,
             cairo_painting how)
{
    painter p = {.scratch = scratch, .cr = cr,
                 .outlines = outline_cache_new(scratch), .how = how};
    for (size_t i = 0; i < d->items.n; i++)
        draw_item(&p, &d->items.at[i]);
}
