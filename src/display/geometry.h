/* geometry: lengths, points, rectangles and colours of the right-hand side of
 * the house. Lengths are integers, so that the same input gives the same
 * bytes on every machine. */
#ifndef DISPLAY_GEOMETRY_H
#define DISPLAY_GEOMETRY_H

#include <stdbool.h>
#include <stdint.h>

/* 1/1024 pt, 72 pt to the inch; y grows downwards from the page's top left. */
typedef int32_t jb_len;

#define LEN_PER_PT 1024
#define LEN_OF_PT(pt) ((jb_len)((pt) * LEN_PER_PT))
/* 1 mm = 72/25.4 pt = 2902.677… units. */
#define LEN_OF_MM(mm) ((jb_len)((mm) * (LEN_PER_PT * 72.0 / 25.4) + 0.5))

typedef struct jb_point {
    jb_len x, y;
} jb_point;

typedef struct jb_size {
    jb_len w, h;
} jb_size;

typedef struct jb_rect {
    jb_len x, y, w, h;
} jb_rect;

/* sRGB, not premultiplied; a = 0 is transparent. */
typedef struct jb_colour {
    uint8_t r, g, b, a;
} jb_colour;

#define COLOUR_NONE ((jb_colour){0, 0, 0, 0})
#define COLOUR_RGB(hex)                                                      \
    ((jb_colour){(uint8_t)((hex) >> 16), (uint8_t)((hex) >> 8),              \
                 (uint8_t)(hex), 255})

static inline double
len_to_pt(jb_len l)
{
    return (double)l / LEN_PER_PT;
}

static inline jb_len
len_min(jb_len a, jb_len b)
{
    return a < b ? a : b;
}

static inline jb_len
len_max(jb_len a, jb_len b)
{
    return a > b ? a : b;
}

/* a × numerator / denominator, rounded half away from zero; no overflow
 * between. */
jb_len len_scale(jb_len a, int64_t numerator, int64_t denominator);
/* Round a double number of units once; saturates. */
jb_len len_from(double units);

/* Enough for any length with any number of decimals, and a NUL. */
#define LEN_TEXT 24
/* The length in pt with at most `decimals` (0–9) digits after the point,
 * rounded half away from zero, without trailing zeros: "12", "-0.5". Computed
 * in integers. Returns the number of bytes; `out` is NUL-terminated. */
int len_print(char out[LEN_TEXT], jb_len l, int decimals);

/* Empty: no width or no height. Rectangles that only touch do not overlap. A
 * union ignores empty ones; an intersection of strangers is empty. */
bool rect_is_empty(jb_rect r);
bool rect_overlaps(jb_rect a, jb_rect b);
bool rect_contains(jb_rect outer, jb_rect inner);
jb_rect rect_union(jb_rect a, jb_rect b);
jb_rect rect_intersection(jb_rect a, jb_rect b);
/* Smaller by `by` on each side (larger when negative), never below empty. */
jb_rect rect_inset(jb_rect r, jb_len by);
jb_rect rect_moved(jb_rect r, jb_point by);

bool colour_equal(jb_colour a, jb_colour b);

#endif
