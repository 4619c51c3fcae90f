#include "chart/hatch.h"

/* Ceiling of a / b for b > 0. */
static int64_t
ceiling(int64_t a, int64_t b)
{
    return a >= 0 ? (a + b - 1) / b : -(-a / b);
}

/* The line x + y = c inside the rectangle runs from its left or bottom edge
 * up to its top or right edge. */
static void
hatch_line(arena *a, jb_path *p, jb_rect r, jb_len c)
{
    jb_len left = len_max(r.x, c - (r.y + r.h));
    jb_len right = len_min(r.x + r.w, c - r.y);
    if (left >= right)
        return;
    path_move(a, p, (jb_point){left, c - left});
    path_line(a, p, (jb_point){right, c - right});
}

void
hatch_lines(arena *a, jb_path *p, jb_rect r, jb_len pitch)
{
    if (pitch <= 0 || r.w <= 0 || r.h <= 0)
        return;
    jb_len first = r.x + r.y, last = r.x + r.w + r.y + r.h;
    for (int64_t i = ceiling(first, pitch); i * pitch <= last; i++)
        hatch_line(a, p, r, (jb_len)(i * pitch));
}
