#include "display/path.h"

/* Distance of the control points of a quarter circle from its ends, as a
 * fraction of the radius: 4/3 · (√2 − 1). */
#define QUARTER_NUMERATOR 552285
#define QUARTER_DENOMINATOR 1000000

int
path_op_points(path_op op)
{
    static const int points[PATH_OP_COUNT] = {
        [PATH_MOVE] = 1, [PATH_LINE] = 1, [PATH_CURVE] = 3, [PATH_CLOSE] = 0};
    return points[op];
}

static void
add_op(arena *a, jb_path *p, path_op op)
{
    ARRAY_PUSH(a, &p->ops, (uint8_t)op);
}

void
path_move(arena *a, jb_path *p, jb_point to)
{
    add_op(a, p, PATH_MOVE);
    ARRAY_PUSH(a, &p->points, to);
}

void
path_line(arena *a, jb_path *p, jb_point to)
{
    add_op(a, p, PATH_LINE);
    ARRAY_PUSH(a, &p->points, to);
}

void
path_curve(arena *a, jb_path *p, jb_point c1, jb_point c2, jb_point to)
{
    add_op(a, p, PATH_CURVE);
    ARRAY_PUSH(a, &p->points, c1);
    ARRAY_PUSH(a, &p->points, c2);
    ARRAY_PUSH(a, &p->points, to);
}

void
path_close(arena *a, jb_path *p)
{
    add_op(a, p, PATH_CLOSE);
}

void
path_rect(arena *a, jb_path *p, jb_rect r)
{
    path_move(a, p, (jb_point){r.x, r.y});
    path_line(a, p, (jb_point){r.x + r.w, r.y});
    path_line(a, p, (jb_point){r.x + r.w, r.y + r.h});
    path_line(a, p, (jb_point){r.x, r.y + r.h});
    path_close(a, p);
}

/* A quarter circle from the current point: `bend` is the tangent at the
 * start scaled to the control point, `to` the end, `into` the tangent
 * backwards from the end. */
static void
corner(arena *a, jb_path *p, jb_point bend, jb_point into, jb_point to)
{
    jb_point from = ARRAY_LAST(&p->points)[0];
    path_curve(a, p, (jb_point){from.x + bend.x, from.y + bend.y},
               (jb_point){to.x + into.x, to.y + into.y}, to);
}

void
path_round_rect(arena *a, jb_path *p, jb_rect r, jb_len radius)
{
    jb_len d = len_min(radius, len_min(r.w, r.h) / 2);
    if (d <= 0) {
        path_rect(a, p, r);
        return;
    }
    jb_len k = len_scale(d, QUARTER_NUMERATOR, QUARTER_DENOMINATOR);
    jb_len right = r.x + r.w, bottom = r.y + r.h;
    path_move(a, p, (jb_point){r.x + d, r.y});
    path_line(a, p, (jb_point){right - d, r.y});
    corner(a, p, (jb_point){k, 0}, (jb_point){0, -k},
           (jb_point){right, r.y + d});
    path_line(a, p, (jb_point){right, bottom - d});
    corner(a, p, (jb_point){0, k}, (jb_point){k, 0},
           (jb_point){right - d, bottom});
    path_line(a, p, (jb_point){r.x + d, bottom});
    corner(a, p, (jb_point){-k, 0}, (jb_point){0, k},
           (jb_point){r.x, bottom - d});
    path_line(a, p, (jb_point){r.x, r.y + d});
    corner(a, p, (jb_point){0, -k}, (jb_point){-k, 0},
           (jb_point){r.x + d, r.y});
    path_close(a, p);
}

jb_rect
path_bounds(const jb_path *p)
{
    if (p->points.n == 0)
        return (jb_rect){0, 0, 0, 0};
    jb_point low = p->points.at[0], high = low;
    for (size_t i = 1; i < p->points.n; i++) {
        jb_point at = p->points.at[i];
        low = (jb_point){len_min(low.x, at.x), len_min(low.y, at.y)};
        high = (jb_point){len_max(high.x, at.x), len_max(high.y, at.y)};
    }
    return (jb_rect){low.x, low.y, high.x - low.x, high.y - low.y};
}

bool
path_is_rect(const jb_path *p)
{
    static const uint8_t sides[] = {PATH_MOVE, PATH_LINE, PATH_LINE,
                                    PATH_LINE, PATH_CLOSE};
    const jb_point *q = p->points.at;
    if (p->ops.n != sizeof sides || memcmp(p->ops.at, sides, p->ops.n) != 0)
        return false;
    bool is_level_first = q[0].y == q[1].y && q[1].x == q[2].x &&
                          q[2].y == q[3].y && q[3].x == q[0].x;
    bool is_plumb_first = q[0].x == q[1].x && q[1].y == q[2].y &&
                          q[2].x == q[3].x && q[3].y == q[0].y;
    return is_level_first || is_plumb_first;
}

bool
path_is_rule(const jb_path *p)
{
    const jb_point *q = p->points.at;
    return p->ops.n == 2 && p->ops.at[1] == PATH_LINE &&
           (q[0].x == q[1].x) != (q[0].y == q[1].y);
}

jb_path
path_moved(arena *a, const jb_path *p, jb_point by)
{
    jb_path moved = {0};
    moved.ops.at = arena_copy(a, p->ops.at, p->ops.n);
    moved.ops.n = moved.ops.cap = p->ops.n;
    moved.points.at = ARENA_ARRAY(a, p->points.n, jb_point);
    moved.points.n = moved.points.cap = p->points.n;
    for (size_t i = 0; i < p->points.n; i++) {
        jb_point at = p->points.at[i];
        moved.points.at[i] = (jb_point){at.x + by.x, at.y + by.y};
    }
    return moved;
}

bool
path_is_sound(const jb_path *p)
{
    size_t used = 0;
    bool has_start = false;
    for (size_t i = 0; i < p->ops.n; i++) {
        path_op op = p->ops.at[i];
        if (op >= PATH_OP_COUNT || (op != PATH_MOVE && !has_start))
            return false;
        has_start = op != PATH_CLOSE;
        used += (size_t)path_op_points(op);
    }
    return used == p->points.n;
}
