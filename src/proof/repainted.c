#include "proof/repainted.h"

#include <cairo.h>
#include <stdlib.h>

#include "output/cairo_painter.h"

#define NEAR 1   /* pixels that an edge may be elsewhere */
#define EDGE 1   /* pixels to either side: half of what makes an edge */
#define SLACK_EDGE 160 /* of 255: more than the half of a pixel that it covers
                          or does not */
#define SLACK 40 /* of 255: of a rounded edge */
#define SQUARE 2 /* pixels to each side of a square's middle */

/* A picture: red, green, blue, nothing. */
typedef struct raster {
    long width, height;
    const uint8_t *at;
} raster;

static void
drop_surface(void *surface)
{
    cairo_surface_destroy(surface);
}

static uint8_t *
raster_room(arena *scratch, const proof_pixels *p)
{
    return ARENA_ARRAY(
        scratch, (size_t)p->picture.width * p->picture.height * 4, uint8_t);
}

static raster
raster_of(const proof_pixels *p, const uint8_t *at)
{
    return (raster){(long)p->picture.width, (long)p->picture.height, at};
}

static bool
is_opaque(const proof_pixels *p)
{
    size_t n = (size_t)p->picture.width * p->picture.height;
    uint8_t all = 255;
    for (size_t i = 0; i < n; i++)
        all &= p->picture.pixels[4 * i + 3];
    return all == 255;
}

static raster
found_from(arena *scratch, const proof_pixels *p)
{
    if (is_opaque(p))
        return raster_of(p, p->picture.pixels);
    uint8_t *at = raster_room(scratch, p), *to = at;
    for (long y = 0; y < (long)p->picture.height; y++)
        for (long x = 0; x < (long)p->picture.width; x++, to += 4) {
            jb_colour c = pixels_at(p, x, y);
            to[0] = c.r;
            to[1] = c.g;
            to[2] = c.b;
        }
    return raster_of(p, at);
}

static cairo_surface_t *
painted(arena *scratch, const jb_page *page, const proof_pixels *p)
{
    cairo_surface_t *s = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, (int)p->picture.width, (int)p->picture.height);
    arena_defer(scratch, drop_surface, s);
    cairo_t *cr = cairo_create(s);
    jb_colour ground = page->ground.a == 0 ? COLOUR_RGB(0xFFFFFF)
                                           : page->ground;
    cairo_set_source_rgb(cr, ground.r / 255.0, ground.g / 255.0,
                         ground.b / 255.0);
    cairo_paint(cr);
    cairo_scale(cr, p->scale, p->scale);
    painter_draw(scratch, cr, &page->display,
                 (cairo_painting){.is_fitted = true});
    cairo_destroy(cr);
    cairo_surface_flush(s);
    return s;
}

static raster
wanted_from(arena *scratch, const jb_page *page, const proof_pixels *p)
{
    uint8_t *at = raster_room(scratch, p), *to = at;
    cairo_surface_t *s = painted(scratch, page, p);
    int stride = cairo_image_surface_get_stride(s);
    const unsigned char *from = cairo_image_surface_get_data(s);
    for (long y = 0; from != NULL && y < (long)p->picture.height; y++)
        for (long x = 0; x < (long)p->picture.width; x++, to += 4) {
            uint32_t v;
            memcpy(&v, from + y * stride + x * 4, sizeof v);
            to[0] = (uint8_t)(v >> 16);
            to[1] = (uint8_t)(v >> 8);
            to[2] = (uint8_t)v;
        }
    return raster_of(p, at);
}

static const uint8_t *
raster_at(const raster *r, long x, long y)
{
    long column = x < 0 ? 0 : x >= r->width ? r->width - 1 : x;
    long row = y < 0 ? 0 : y >= r->height ? r->height - 1 : y;
    return r->at + 4 * (row * r->width + column);
}

/* The colours of a rectangle of pixels. */
typedef struct colour_range {
    int low[3], high[3];
} colour_range;

static bool
is_between(const unsigned char *c, const colour_range *r, int slack)
{
    for (int i = 0; i < 3; i++)
        if (c[i] < r->low[i] - slack || c[i] > r->high[i] + slack)
            return false;
    return true;
}

static colour_range
range_around(const raster *r, long x, long y, long across, long down)
{
    colour_range range = {{255, 255, 255}, {0, 0, 0}};
    for (long v = y - down; v <= y + down; v++)
        for (long u = x - across; u <= x + across; u++) {
            const unsigned char *at = raster_at(r, u, v);
            for (int i = 0; i < 3; i++) {
                range.low[i] = at[i] < range.low[i] ? at[i] : range.low[i];
                range.high[i] = at[i] > range.high[i] ? at[i] : range.high[i];
            }
        }
    return range;
}

static bool
is_one_colour(colour_range r)
{
    for (int i = 0; i < 3; i++)
        if (r.high[i] - r.low[i] > SLACK)
            return false;
    return true;
}

static bool
differs(const raster *r, long x, long y, long u, long v)
{
    colour_range own = range_around(r, x, y, 0, 0);
    return !is_between(raster_at(r, u, v), &own, SLACK);
}

/* Whether a straight edge, along which all is one colour, runs up to the pixel
 * from one side or the other. */
static bool
is_edge(const raster *r, long x, long y, bool is_level)
{
    for (int side = -1; side <= 1; side += 2) {
        long u = is_level ? x + side * EDGE : x;
        long v = is_level ? y : y + side * EDGE;
        if (is_one_colour(range_around(r, u, v, is_level ? EDGE : 0,
                                       is_level ? 0 : EDGE)))
            return true;
    }
    return false;
}

/* Between a straight edge and a line that comes upon it at a small angle
 * stays a wedge one pixel high, which shows nothing but how much of it the
 * edge was drawn to cover. */
static bool
is_in_wedge(const unsigned char *c, const raster *other, long x, long y)
{
    colour_range own = range_around(other, x, y, 0, 0);
    if (!is_between(c, &own, SLACK_EDGE))
        return false;
    bool is_low = differs(other, x, y - 1, x, y + 1) ||
                  (differs(other, x, y, x, y - 1) &&
                   differs(other, x, y, x, y + 1));
    bool is_narrow = differs(other, x - 1, y, x + 1, y) ||
                     (differs(other, x, y, x - 1, y) &&
                      differs(other, x, y, x + 1, y));
    for (int side = -1; side <= 1; side += 2)
        if ((is_low && is_edge(other, x, y + side, true)) ||
            (is_narrow && is_edge(other, x + side, y, false)))
            return true;
    return false;
}

/* The last pixels of such a wedge are closed where the other picture covers
 * a little more: there the two shapes go on. Neither is ground. */
static bool
is_closed_wedge(const raster *of, const raster *other, long x, long y)
{
    colour_range own = range_around(of, x, y, 0, 0);
    if (!is_between(raster_at(other, x, y), &own, SLACK_EDGE))
        return false;
    for (long down = 0; down <= 1; down++) {
        long across = 1 - down;
        bool is_wedge = differs(of, x, y, x - across, y - down) &&
                        differs(of, x, y, x + across, y + down) &&
                        differs(of, 0, 0, x - across, y - down) &&
                        differs(of, 0, 0, x + across, y + down);
        colour_range shapes = range_around(of, x, y, across, down);
        if (is_wedge && is_between(raster_at(other, x, y), &shapes, SLACK))
            return true;
    }
    return false;
}

/* Between two shapes that are not of one colour, ground one pixel wide may be
 * all that their rounding leaves, or nothing. */
static bool
is_in_slit(const raster *r, long x, long y)
{
    bool is_ground = !differs(r, 0, 0, x, y);
    for (long down = 0; down <= 1; down++) {
        long across = 1 - down;
        if (is_ground && differs(r, x, y, x - across, y - down) &&
            differs(r, x, y, x + across, y + down) &&
            differs(r, x - across, y - down, x + across, y + down))
            return true;
    }
    return false;
}

/* Of nearly all pixels of two pictures of one page. */
static bool
is_alike(const unsigned char *a, const unsigned char *b)
{
    return abs(a[0] - b[0]) <= SLACK && abs(a[1] - b[1]) <= SLACK &&
           abs(a[2] - b[2]) <= SLACK;
}

/* Whether a pixel lies between those of its neighbourhood in the other
 * picture, as that of an edge does which was rounded the other way. */
static bool
is_explained(const raster *of, const raster *other, long x, long y)
{
    const unsigned char *c = raster_at(of, x, y);
    colour_range near = range_around(other, x, y, NEAR, NEAR);
    return is_between(c, &near, SLACK) || is_in_wedge(c, other, x, y) ||
           is_closed_wedge(of, other, x, y) || is_in_slit(of, x, y);
}

/* One byte a pixel: 1 where something was added, or is not there. Pixels that
 * the page's edge cuts show of it what their painter likes. */
static unsigned char *
strangers_of(arena *scratch, const raster *found, const raster *wanted,
             jb_size whole)
{
    unsigned char *strange = ARENA_ARRAY(
        scratch, (size_t)(found->width * found->height), unsigned char);
    for (long y = 0; y < whole.h; y++)
        for (long x = 0; x < whole.w; x++)
            strange[y * found->width + x] =
                !is_alike(raster_at(found, x, y), raster_at(wanted, x, y)) &&
                (!is_explained(found, wanted, x, y) ||
                 !is_explained(wanted, found, x, y));
    return strange;
}

static size_t
in_square(const raster *r, const unsigned char *strange, long x, long y)
{
    size_t n = 0;
    for (long v = y - SQUARE; v <= y + SQUARE; v++)
        for (long u = x - SQUARE; u <= x + SQUARE; u++)
            n += u >= 0 && v >= 0 && u < r->width && v < r->height &&
                 strange[v * r->width + u];
    return n;
}

repainted
repainted_from(const jb_page *page, const proof_pixels *p)
{
    repainted out = {0, 0, 0};
    arena *scratch = arena_new();
    raster found = found_from(scratch, p);
    raster wanted = wanted_from(scratch, page, p);
    double unit = p->scale / LEN_PER_PT;
    jb_size whole = {
        len_min((jb_len)(page->size.w * unit), (jb_len)found.width),
        len_min((jb_len)(page->size.h * unit), (jb_len)found.height)};
    const unsigned char *strange =
        strangers_of(scratch, &found, &wanted, whole);
    for (long y = 0; y < found.height; y++)
        for (long x = 0; x < found.width; x++) {
            if (!strange[y * found.width + x])
                continue;
            size_t n = in_square(&found, strange, x, y);
            if (n > out.n)
                out = (repainted){n, x, y};
        }
    arena_drop(scratch);
    return out;
}
