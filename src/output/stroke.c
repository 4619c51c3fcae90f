#include "output/stroke.h"

#include <math.h>

#define MITRE_LIMIT 10.0 /* as in PDF: the mitre's length by the width */
#define FINENESS 0.05    /* pixels that an arc's chords may be off it */
#define DASHES_MAX 100000 /* of one path; then it is drawn solid */

/* One subpath in pixels, curves broken into chords. */
typedef struct trail {
    ARRAY(spot) spots;
    bool is_closed;
} trail;

typedef struct pen {
    polygon *out;
    const jb_paint *paint;
    double half; /* of the width, in pixels */
} pen;

static spot
plus(spot a, spot b, double times)
{
    return (spot){a.x + b.x * times, a.y + b.y * times};
}

static double
dot(spot a, spot b)
{
    return a.x * b.x + a.y * b.y;
}

static double
cross(spot a, spot b)
{
    return a.x * b.y - a.y * b.x;
}

/* From a to b, of length one; nothing when they coincide. */
static spot
direction(spot a, spot b)
{
    spot d = {b.x - a.x, b.y - a.y};
    double length = sqrt(dot(d, d));
    return length == 0 ? (spot){0, 0} : (spot){d.x / length, d.y / length};
}

/* A quarter turn from the direction: the side. */
static spot
side_of(spot d)
{
    return (spot){-d.y, d.x};
}

/* The ring with its area on the positive side, whichever way it was given. */
static void
add_ring(pen *p, const spot *ring, size_t n)
{
    spot turned[4];
    double area = 0;
    for (size_t i = 0; i < n; i++)
        area += cross(ring[i], ring[(i + 1) % n]);
    for (size_t i = 0; area < 0 && i < n; i++)
        turned[i] = ring[n - 1 - i];
    polygon_add_ring(p->out, area < 0 ? turned : ring, n);
}

static void
add_segment(pen *p, spot from, spot to)
{
    spot side = side_of(direction(from, to));
    const spot ring[4] = {
        plus(from, side, p->half), plus(to, side, p->half),
        plus(to, side, -p->half), plus(from, side, -p->half)};
    add_ring(p, ring, 4);
}

/* The wedge of a circle about `at` between two unit vectors less than half a
 * turn apart, halved until its chord is as good as the arc. */
static void
add_wedge(pen *p, spot at, spot from, spot to)
{
    spot sum = plus(from, to, 1);
    double length = sqrt(dot(sum, sum));
    double sagitta = p->half * (1 - length / 2);
    if (sagitta < FINENESS || length == 0) {
        const spot ring[3] = {at, plus(at, from, p->half),
                              plus(at, to, p->half)};
        add_ring(p, ring, 3);
        return;
    }
    spot middle = {sum.x / length, sum.y / length};
    add_wedge(p, at, from, middle);
    add_wedge(p, at, middle, to);
}

static void
add_cap(pen *p, spot at, spot outwards)
{
    spot side = side_of(outwards);
    spot other = {-side.x, -side.y};
    if (p->paint->cap == CAP_SQUARE)
        add_segment(p, at, plus(at, outwards, p->half));
    if (p->paint->cap != CAP_ROUND)
        return;
    add_wedge(p, at, side, outwards);
    add_wedge(p, at, outwards, other);
}

/* What is missing outside of a bend: `in` and `out` are directions. */
static void
add_join(pen *p, spot at, spot in, spot out)
{
    double sign = cross(in, out) > 0 ? -1 : 1, along = dot(in, out);
    spot from = plus((spot){0, 0}, side_of(in), sign);
    spot to = plus((spot){0, 0}, side_of(out), sign);
    spot a = plus(at, from, p->half), b = plus(at, to, p->half);
    /* The mitre's square is 2 / (1 + cos of the bend). */
    bool is_sharp = 2 > MITRE_LIMIT * MITRE_LIMIT * (1 + along);
    if (p->paint->join == JOIN_ROUND && along > -1) {
        add_wedge(p, at, from, to);
    } else if (p->paint->join == JOIN_MITER && !is_sharp) {
        spot tip = plus(at, plus(from, to, 1), p->half / (1 + along));
        add_ring(p, (const spot[4]){at, a, tip, b}, 4);
    } else {
        add_ring(p, (const spot[3]){at, a, b}, 3);
    }
}

static void
stroke_trail(pen *p, const trail *t)
{
    size_t n = t->spots.n;
    const spot *at = t->spots.at;
    if (n < 2)
        return;
    size_t last = n - 1;
    for (size_t i = 0; i < last; i++)
        add_segment(p, at[i], at[i + 1]);
    for (size_t i = 1; i < last; i++)
        add_join(p, at[i], direction(at[i - 1], at[i]),
                 direction(at[i], at[i + 1]));
    spot first = direction(at[0], at[1]);
    spot final = direction(at[last - 1], at[last]);
    if (t->is_closed) {
        add_join(p, at[0], final, first);
        return;
    }
    add_cap(p, at[0], (spot){-first.x, -first.y});
    add_cap(p, at[last], final);
}

static void
extend(arena *a, trail *t, spot to)
{
    bool is_new = t->spots.n == 0 || ARRAY_LAST(&t->spots)->x != to.x ||
                  ARRAY_LAST(&t->spots)->y != to.y;
    if (is_new)
        ARRAY_PUSH(a, &t->spots, to);
}

/* Where in the pattern of dashes a walk along a trail is. */
typedef struct walk {
    double lengths[4];
    int n, now;
    double left; /* of the present dash or gap */
} walk;

static walk
walk_begun(const pen *p, double scale)
{
    walk w = {.n = p->paint->dash[2] > 0 ? 4 : 2};
    for (int i = 0; i < w.n; i++)
        w.lengths[i] = p->paint->dash[i] * scale;
    w.left = w.lengths[0];
    return w;
}

static void
end_dash(pen *p, trail *dash)
{
    stroke_trail(p, dash);
    dash->spots.n = 0;
}

static void
walk_segment(pen *p, walk *w, trail *dash, spot from, spot to)
{
    spot along = direction(from, to);
    double length = dot(along, (spot){to.x - from.x, to.y - from.y});
    while (length > 0) {
        bool is_dash = w->now % 2 == 0;
        double step = fmin(length, w->left);
        spot next = step == length ? to : plus(from, along, step);
        if (is_dash) {
            extend(p->out->arena, dash, from);
            extend(p->out->arena, dash, next);
        }
        from = next;
        length -= step;
        w->left -= step;
        if (w->left > 0)
            continue;
        if (is_dash)
            end_dash(p, dash);
        w->now = (w->now + 1) % w->n;
        w->left = w->lengths[w->now];
    }
}

static double
length_of(const trail *t)
{
    double length = 0;
    for (size_t i = 1; i < t->spots.n; i++) {
        spot d = plus(t->spots.at[i], t->spots.at[i - 1], -1);
        length += sqrt(dot(d, d));
    }
    return length;
}

static void
stroke_dashed(pen *p, const trail *t, double scale)
{
    walk w = walk_begun(p, scale);
    trail dash = {.is_closed = false};
    for (size_t i = 1; i < t->spots.n; i++)
        walk_segment(p, &w, &dash, t->spots.at[i - 1], t->spots.at[i]);
    end_dash(p, &dash);
}

static void
stroke_subpath(pen *p, trail *t, double scale)
{
    double period = 0;
    for (int i = 0; i < 4; i++)
        period += p->paint->dash[i] * scale;
    bool is_dashed = p->paint->dash[0] > 0 && p->paint->dash[1] > 0 &&
                     length_of(t) < period * DASHES_MAX;
    if (is_dashed)
        stroke_dashed(p, t, scale);
    else
        stroke_trail(p, t);
    t->spots.n = 0;
    t->is_closed = false;
}

static void
extend_curve(arena *a, trail *t, const spot curve[4])
{
    int n = curve_chords(curve);
    for (int i = 1; i < n; i++)
        extend(a, t, curve_at(curve, i, n));
    extend(a, t, curve[3]);
}

void
stroke_add(polygon *out, const jb_path *path, const jb_paint *paint,
           placing where)
{
    pen p = {out, paint, paint->width * where.scale / 2};
    trail t = {.is_closed = false};
    const jb_point *at = path->points.at;
    for (size_t i = 0; i < path->ops.n; i++) {
        path_op op = path->ops.at[i];
        int n = path_op_points(op);
        spot next[4] = {{0, 0}};
        if (t.spots.n > 0)
            next[0] = *ARRAY_LAST(&t.spots);
        for (int k = 0; k < n; k++)
            next[k + 1] = spot_placed(&where, at[k]);
        at += n;
        if (op == PATH_MOVE)
            stroke_subpath(&p, &t, where.scale);
        if (op == PATH_CURVE)
            extend_curve(out->arena, &t, next);
        else if (op != PATH_CLOSE)
            extend(out->arena, &t, next[1]);
        else if (t.spots.n > 0) {
            extend(out->arena, &t, t.spots.at[0]);
            t.is_closed = true;
        }
    }
    stroke_subpath(&p, &t, where.scale);
}
