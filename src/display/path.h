/* path: outlines of straight lines and cubic Bézier curves in the display
 * list's units. It knows no paint and no renderer. */
#ifndef DISPLAY_PATH_H
#define DISPLAY_PATH_H

#include <stddef.h>

#include "base/arena.h"
#include "base/array.h"
#include "display/geometry.h"

typedef enum path_op {
    PATH_MOVE, /* 1 point */
    PATH_LINE, /* 1 */
    PATH_CURVE, /* 3: cubic Bézier */
    PATH_CLOSE, /* 0 */
    PATH_OP_COUNT
} path_op;

typedef struct jb_path {
    ARRAY(uint8_t) ops;
    ARRAY(jb_point) points;
} jb_path;

/* Points an operation takes. */
int path_op_points(path_op op);

void path_move(arena *a, jb_path *p, jb_point to);
void path_line(arena *a, jb_path *p, jb_point to);
void path_curve(arena *a, jb_path *p, jb_point c1, jb_point c2, jb_point to);
void path_close(arena *a, jb_path *p);
/* Clockwise as seen on the page, closed. */
void path_rect(arena *a, jb_path *p, jb_rect r);
void path_round_rect(arena *a, jb_path *p, jb_rect r, jb_len radius);
/* The box of all points, control points included: never too small. */
jb_rect path_bounds(const jb_path *p);
/* Whether it is one closed rectangle, or one open line, with sides along the
 * page's: what grids, bars and rules are made of. */
bool path_is_rect(const jb_path *p);
bool path_is_rule(const jb_path *p);
/* A copy in `a`, moved by `by`. */
jb_path path_moved(arena *a, const jb_path *p, jb_point by);
/* Whether every operation has its points and every subpath starts with a
 * move. */
bool path_is_sound(const jb_path *p);

#endif
