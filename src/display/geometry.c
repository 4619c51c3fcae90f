#include "display/geometry.h"

#include <math.h>
#include <stdio.h>

static jb_len
saturated(int64_t units)
{
    if (units > INT32_MAX)
        return INT32_MAX;
    return units < INT32_MIN ? INT32_MIN : (jb_len)units;
}

jb_len
len_scale(jb_len a, int64_t numerator, int64_t denominator)
{
    __int128 product = (__int128)a * numerator;
    if (denominator < 0) {
        product = -product;
        denominator = -denominator;
    }
    __int128 half = denominator / 2;
    __int128 units = product < 0 ? (product - half) / denominator
                                 : (product + half) / denominator;
    if (units > INT32_MAX)
        return INT32_MAX;
    return units < INT32_MIN ? INT32_MIN : (jb_len)units;
}

jb_len
len_from(double units)
{
    if (!(units > (double)INT32_MIN))
        return isnan(units) ? 0 : INT32_MIN;
    return units >= (double)INT32_MAX ? INT32_MAX : (jb_len)lround(units);
}

static void
trim_zeros(char *text, int *n)
{
    while (text[*n - 1] == '0')
        (*n)--;
    if (text[*n - 1] == '.')
        (*n)--;
    text[*n] = '\0';
}

int
len_print(char out[LEN_TEXT], jb_len l, int decimals)
{
    int64_t unit = 1;
    for (int i = 0; i < decimals; i++)
        unit *= 10;
    int64_t size = l < 0 ? -(int64_t)l : l;
    int64_t scaled = (size * unit + LEN_PER_PT / 2) / LEN_PER_PT;
    const char *sign = l < 0 && scaled > 0 ? "-" : "";
    if (decimals == 0)
        return snprintf(out, LEN_TEXT, "%s%lld", sign, (long long)scaled);
    int n = snprintf(out, LEN_TEXT, "%s%lld.%0*lld", sign,
                     (long long)(scaled / unit), decimals,
                     (long long)(scaled % unit));
    trim_zeros(out, &n);
    return n;
}

/* A rectangle by its edges, wide enough that no sum overflows. */
typedef struct edges {
    int64_t left, top, right, bottom;
} edges;

static edges
edges_of(jb_rect r)
{
    return (edges){r.x, r.y, (int64_t)r.x + r.w, (int64_t)r.y + r.h};
}

static jb_rect
rect_from(edges e)
{
    jb_rect r = {saturated(e.left), saturated(e.top), 0, 0};
    r.w = saturated(e.right - r.x);
    r.h = saturated(e.bottom - r.y);
    return r;
}

static int64_t
lesser(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static int64_t
greater(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

bool
rect_is_empty(jb_rect r)
{
    return r.w <= 0 || r.h <= 0;
}

bool
rect_overlaps(jb_rect a, jb_rect b)
{
    edges e = edges_of(a), f = edges_of(b);
    return greater(e.left, f.left) < lesser(e.right, f.right) &&
           greater(e.top, f.top) < lesser(e.bottom, f.bottom);
}

bool
rect_contains(jb_rect outer, jb_rect inner)
{
    edges o = edges_of(outer), i = edges_of(inner);
    return i.left >= o.left && i.top >= o.top && i.right <= o.right &&
           i.bottom <= o.bottom;
}

jb_rect
rect_union(jb_rect a, jb_rect b)
{
    if (rect_is_empty(a))
        return b;
    if (rect_is_empty(b))
        return a;
    edges e = edges_of(a), f = edges_of(b);
    return rect_from((edges){lesser(e.left, f.left), lesser(e.top, f.top),
                             greater(e.right, f.right),
                             greater(e.bottom, f.bottom)});
}

jb_rect
rect_intersection(jb_rect a, jb_rect b)
{
    edges e = edges_of(a), f = edges_of(b);
    edges both = {greater(e.left, f.left), greater(e.top, f.top),
                  lesser(e.right, f.right), lesser(e.bottom, f.bottom)};
    bool is_empty = both.right <= both.left || both.bottom <= both.top;
    return is_empty ? (jb_rect){0, 0, 0, 0} : rect_from(both);
}

jb_rect
rect_inset(jb_rect r, jb_len by)
{
    edges e = edges_of(r);
    e = (edges){e.left + by, e.top + by, e.right - by, e.bottom - by};
    if (e.right < e.left)
        e.left = e.right = (e.left + e.right) / 2;
    if (e.bottom < e.top)
        e.top = e.bottom = (e.top + e.bottom) / 2;
    return rect_from(e);
}

jb_rect
rect_moved(jb_rect r, jb_point by)
{
    edges e = edges_of(r);
    return rect_from((edges){e.left + by.x, e.top + by.y, e.right + by.x,
                             e.bottom + by.y});
}

bool
colour_equal(jb_colour a, jb_colour b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}
