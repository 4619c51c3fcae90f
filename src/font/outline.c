#include "font/face.h"
#include "font/face_parts.h"

/* Where an outline goes; HarfBuzz turns quadratic curves into cubic ones. */
typedef struct pen {
    arena *arena;
    jb_path *out;
    double scale; /* font units to jb_len */
} pen;

static jb_point
scaled(const pen *p, float x, float y)
{
    return (jb_point){len_from((double)x * p->scale),
                      len_from((double)-y * p->scale)};
}

static void
move_to(hb_draw_funcs_t *funcs, void *user, hb_draw_state_t *state, float x,
        float y, void *more)
{
    (void)funcs, (void)state, (void)more;
    pen *p = user;
    path_move(p->arena, p->out, scaled(p, x, y));
}

static void
line_to(hb_draw_funcs_t *funcs, void *user, hb_draw_state_t *state, float x,
        float y, void *more)
{
    (void)funcs, (void)state, (void)more;
    pen *p = user;
    path_line(p->arena, p->out, scaled(p, x, y));
}

/* The signature is HarfBuzz's. */
static void
curve_to(hb_draw_funcs_t *funcs, void *user, hb_draw_state_t *state,
         float x1, float y1, float x2, float y2, float x, float y, void *more)
{
    (void)funcs, (void)state, (void)more;
    pen *p = user;
    path_curve(p->arena, p->out, scaled(p, x1, y1), scaled(p, x2, y2),
               scaled(p, x, y));
}

static void
close_path(hb_draw_funcs_t *funcs, void *user, hb_draw_state_t *state,
           void *more)
{
    (void)funcs, (void)state, (void)more;
    pen *p = user;
    path_close(p->arena, p->out);
}

void
face_outline(arena *a, const jb_face *face, uint32_t glyph, jb_len size,
             jb_path *out)
{
    pen p = {a, out, (double)size / face->units_per_em};
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, line_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, curve_to, NULL, NULL);
    hb_draw_funcs_set_close_path_func(funcs, close_path, NULL, NULL);
    hb_font_get_glyph_shape(face->hb_font, glyph, funcs, &p);
    hb_draw_funcs_destroy(funcs);
}
