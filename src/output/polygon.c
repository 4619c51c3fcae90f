#include "output/polygon.h"

#include <math.h>

#define FARTHEST 1e6   /* pixels: nothing on a page is farther away */
#define DEVIATION 0.05 /* pixels that a chord may be off its curve */
#define CHORDS_MAX 100

void
polygon_clear(polygon *p)
{
    p->edges.n = 0;
}

static int32_t
parts_of(double pixels)
{
    double near = fmin(fmax(pixels, -FARTHEST), FARTHEST);
    return (int32_t)floor(near * PIXEL_PARTS + 0.5);
}

static int32_t
lesser(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static int32_t
greater(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static void
add_edge(polygon *p, spot from, spot to)
{
    edge e = {parts_of(from.x), parts_of(from.y), parts_of(to.x),
              parts_of(to.y)};
    bool is_first = p->edges.n == 0;
    if (e.y1 == e.y2)
        return;
    int32_t left = lesser(e.x1, e.x2), right = greater(e.x1, e.x2);
    int32_t top = lesser(e.y1, e.y2), bottom = greater(e.y1, e.y2);
    p->left = is_first ? left : lesser(p->left, left);
    p->right = is_first ? right : greater(p->right, right);
    p->top = is_first ? top : lesser(p->top, top);
    p->bottom = is_first ? bottom : greater(p->bottom, bottom);
    ARRAY_PUSH(p->arena, &p->edges, e);
}

/* The distance between a cubic and n chords is at most 3/4 n⁻² times the
 * greatest second difference of its points (Filip, Magedson, Markot 1986). */
int
curve_chords(const spot c[4])
{
    double bend = 0;
    for (int i = 0; i < 2; i++) {
        double x = c[i].x - 2 * c[i + 1].x + c[i + 2].x;
        double y = c[i].y - 2 * c[i + 1].y + c[i + 2].y;
        bend = fmax(bend, sqrt(x * x + y * y));
    }
    double n = ceil(sqrt(0.75 * bend / DEVIATION));
    return n < 1 ? 1 : n > CHORDS_MAX ? CHORDS_MAX : (int)n;
}

spot
curve_at(const spot c[4], int i, int n)
{
    double t = (double)i / n, u = 1 - t;
    double a = u * u * u, b = 3 * u * u * t, d = 3 * u * t * t, e = t * t * t;
    return (spot){a * c[0].x + b * c[1].x + d * c[2].x + e * c[3].x,
                  a * c[0].y + b * c[1].y + d * c[2].y + e * c[3].y};
}

static void
add_curve(polygon *p, const spot curve[4])
{
    int n = curve_chords(curve);
    spot from = curve[0];
    for (int i = 1; i <= n; i++) {
        spot to = i == n ? curve[3] : curve_at(curve, i, n);
        add_edge(p, from, to);
        from = to;
    }
}

void
polygon_add_path(polygon *p, const jb_path *path, placing where)
{
    spot start = {0, 0}, now = {0, 0};
    const jb_point *at = path->points.at;
    for (size_t i = 0; i < path->ops.n; i++) {
        path_op op = path->ops.at[i];
        int n = path_op_points(op);
        spot next[4] = {now, start, start, start};
        for (int k = 0; k < n; k++)
            next[k + 1] = spot_placed(&where, at[k]);
        at += n;
        if (op == PATH_CURVE)
            add_curve(p, next);
        else
            add_edge(p, now, op == PATH_MOVE ? start : next[1]);
        now = next[op == PATH_CURVE ? 3 : 1];
        if (op == PATH_MOVE)
            start = now;
    }
    add_edge(p, now, start);
}

void
polygon_add_ring(polygon *p, const spot *ring, size_t n)
{
    for (size_t i = 0; i < n; i++)
        add_edge(p, ring[i], ring[i + 1 < n ? i + 1 : 0]);
}
