/* oracle: a display list drawn by Cairo, to compare our painter with. */
#ifndef UNIT_OUTPUT_ORACLE_H
#define UNIT_OUTPUT_ORACLE_H

#include <cairo.h>

#include "display/display.h"
#include "font/face.h"

static inline void
oracle_colour(cairo_t *cr, jb_colour c)
{
    cairo_set_source_rgba(cr, c.r / 255.0, c.g / 255.0, c.b / 255.0,
                          c.a / 255.0);
}

static inline void
oracle_trace(cairo_t *cr, const jb_path *path)
{
    const jb_point *at = path->points.at;
    for (size_t i = 0; i < path->ops.n; i++) {
        double v[6] = {0};
        int n = path_op_points(path->ops.at[i]);
        for (int k = 0; k < n; k++, at++) {
            v[2 * k] = len_to_pt(at->x);
            v[2 * k + 1] = len_to_pt(at->y);
        }
        if (path->ops.at[i] == PATH_MOVE)
            cairo_move_to(cr, v[0], v[1]);
        else if (path->ops.at[i] == PATH_LINE)
            cairo_line_to(cr, v[0], v[1]);
        else if (path->ops.at[i] == PATH_CURVE)
            cairo_curve_to(cr, v[0], v[1], v[2], v[3], v[4], v[5]);
        else
            cairo_close_path(cr);
    }
}

static inline void
oracle_run(arena *a, cairo_t *cr, const jb_glyph_run *run)
{
    oracle_colour(cr, run->colour);
    for (size_t i = 0; i < run->n_glyphs; i++) {
        jb_path outline = {0};
        jb_point at = run_glyph_at(run, i);
        face_outline(a, run->face, run->glyphs[i].id, run->size, &outline);
        cairo_save(cr);
        cairo_translate(cr, len_to_pt(at.x), len_to_pt(at.y));
        if (run->is_upright_rotated)
            cairo_rotate(cr, -1.5707963267948966);
        oracle_trace(cr, &outline);
        cairo_restore(cr);
        cairo_fill(cr);
    }
}

static inline void
oracle_stroke(cairo_t *cr, const jb_path *path, const jb_paint *paint)
{
    double dash[4];
    for (int i = 0; i < 4; i++)
        dash[i] = len_to_pt(paint->dash[i]);
    cairo_set_dash(cr, dash, dash[0] <= 0 ? 0 : dash[2] > 0 ? 4 : 2, 0);
    cairo_set_line_width(cr, len_to_pt(paint->width));
    cairo_set_line_cap(cr, (cairo_line_cap_t)paint->cap);
    cairo_set_line_join(cr, (cairo_line_join_t)paint->join);
    oracle_colour(cr, paint->stroke);
    oracle_trace(cr, path);
    cairo_stroke(cr);
}

static inline void
oracle_path(cairo_t *cr, const jb_path *path, const jb_paint *paint)
{
    if (paint->fill.a != 0) {
        oracle_colour(cr, paint->fill);
        cairo_set_fill_rule(cr, paint->is_even_odd
                                    ? CAIRO_FILL_RULE_EVEN_ODD
                                    : CAIRO_FILL_RULE_WINDING);
        oracle_trace(cr, path);
        cairo_fill(cr);
    }
    if (paint->stroke.a != 0)
        oracle_stroke(cr, path, paint);
}

/* Everything but pictures; the caller has scaled the context to pt. */
static inline void
oracle_draw(arena *a, cairo_t *cr, const jb_display *d)
{
    for (size_t i = 0; i < d->items.n; i++) {
        const display_item *item = &d->items.at[i];
        if (item->kind == DISPLAY_GLYPHS)
            oracle_run(a, cr, &item->run);
        if (item->kind == DISPLAY_PATH)
            oracle_path(cr, &item->shape.path, &item->shape.paint);
        if (item->kind == DISPLAY_CLIP_PUSH) {
            cairo_save(cr);
            oracle_trace(cr, &item->clip);
            cairo_clip(cr);
        }
        if (item->kind == DISPLAY_CLIP_POP)
            cairo_restore(cr);
    }
}

#endif
