/* Each edge leaves two sums in every cell it passes: `cover`, the height of
 * the part inside, and `area`, twice the area between that part and the
 * cell's left side. Summing covers from the left gives a row's winding times
 * its height, and the areas correct the cells that edges cross. This is the
 * method of the LibArt and FreeType rasterisers, in a table as wide as the
 * shape, taken in bands so that the table stays in the processor's cache.
 *
 * Cost: a few steps per cell that an edge crosses, one per pixel of the
 * shape's box. Partial pixels of overlapping parts add up and are cut at
 * full, which no font of ours shows. */
#include "output/raster.h"

#include <string.h>

#define FULL (2u * PIXEL_PARTS * PIXEL_PARTS) /* `area` of a whole cell */
#define BAND_CELLS 8192

typedef struct raster_cell {
    int32_t cover, area;
} raster_cell;

/* A band of rows; the cell right of each row takes what is beyond. */
typedef struct band {
    raster_cell *cells;
    int left, top;  /* pixels */
    int width, height;
} band;

static void
add_piece(raster_cell *row, int cell, int x1, int x2, int height)
{
    int base = cell * PIXEL_PARTS;
    row[cell].cover += height;
    row[cell].area += height * (x1 - base + x2 - base);
}

/* The part of an edge in one row, from x1 to x2, `height` parts high (less
 * than zero upwards). */
static void
add_in_row(raster_cell *row, int x1, int x2, int height)
{
    int first = x1 >> PIXEL_BITS, last = x2 >> PIXEL_BITS;
    int step = last < first ? -1 : 1;
    int x = x1, done = 0;
    for (int cell = first; cell != last; cell += step) {
        int border = (step > 0 ? cell + 1 : cell) * PIXEL_PARTS;
        int upto =
            (int)((int64_t)height * (border - x1) / ((int64_t)x2 - x1));
        add_piece(row, cell, x, border, upto - done);
        x = border;
        done = upto;
    }
    add_piece(row, last, x, x2, height - done);
}

/* Downwards within the band's rows and columns, in parts from its corner. */
static void
add_inside(const band *b, edge e, int sign)
{
    int64_t dx = (int64_t)e.x2 - e.x1, dy = (int64_t)e.y2 - e.y1;
    int x = e.x1, y = e.y1;
    while (y < e.y2) {
        int row = y >> PIXEL_BITS;
        int below = (row + 1) * PIXEL_PARTS;
        if (below > e.y2)
            below = e.y2;
        int to = below == e.y2 ? e.x2 : e.x1 + (int)(dx * (below - e.y1) / dy);
        add_in_row(b->cells + (size_t)row * (size_t)(b->width + 1), x, to,
                   sign * (below - y));
        x = to;
        y = below;
    }
}

static int32_t
y_at(edge e, int32_t x)
{
    return e.y1 + (int32_t)((int64_t)(e.y2 - e.y1) * (x - e.x1) /
                            (e.x2 - e.x1));
}

static int32_t
x_at(edge e, int32_t y)
{
    return e.x1 + (int32_t)((int64_t)(e.x2 - e.x1) * (y - e.y1) /
                            (e.y2 - e.y1));
}

static bool
is_between(int32_t x, int32_t a, int32_t b)
{
    return (a < x && x < b) || (b < x && x < a);
}

static int32_t
limited(int32_t x, int32_t highest)
{
    return x < 0 ? 0 : x > highest ? highest : x;
}

/* What is left of the band still covers all of it, what is right nothing:
 * both become plumb edges at its sides. */
static void
add_across(const band *b, edge e, int sign)
{
    int32_t right = b->width * PIXEL_PARTS;
    int32_t sides[2] = {e.x1 < e.x2 ? 0 : right, e.x1 < e.x2 ? right : 0};
    edge rest = e;
    for (int i = 0; i < 2; i++) {
        if (!is_between(sides[i], rest.x1, rest.x2))
            continue;
        edge part = rest;
        part.x2 = rest.x1 = sides[i];
        part.y2 = rest.y1 = y_at(e, sides[i]);
        part.x1 = limited(part.x1, right);
        add_inside(b, part, sign);
    }
    rest.x1 = limited(rest.x1, right);
    rest.x2 = limited(rest.x2, right);
    add_inside(b, rest, sign);
}

static void
add_edge(const band *b, edge e)
{
    int sign = e.y1 < e.y2 ? 1 : -1;
    if (sign < 0)
        e = (edge){e.x2, e.y2, e.x1, e.y1};
    int32_t left = b->left * PIXEL_PARTS, top = b->top * PIXEL_PARTS;
    e = (edge){e.x1 - left, e.y1 - top, e.x2 - left, e.y2 - top};
    int32_t height = b->height * PIXEL_PARTS;
    if (e.y2 <= 0 || e.y1 >= height)
        return;
    edge cut = e;
    if (e.y1 < 0) {
        cut.x1 = x_at(e, 0);
        cut.y1 = 0;
    }
    if (e.y2 > height) {
        cut.x2 = x_at(e, height);
        cut.y2 = height;
    }
    add_across(b, cut, sign);
}

static uint8_t
shade_of(int64_t area, bool is_even_odd)
{
    uint64_t size = (uint64_t)(area < 0 ? -area : area);
    if (is_even_odd) {
        size %= 2 * FULL;
        size = size > FULL ? 2 * FULL - size : size;
    }
    return size >= FULL ? 255 : (uint8_t)((size * 255 + FULL / 2) / FULL);
}

/* Most cells have no edge of their own and are like the one before. */
static void
sum_row(const raster_cell *row, int n, bool is_even_odd, uint8_t *coverage)
{
    int64_t cover = 0;
    uint8_t inside = 0;
    for (int x = 0; x < n; x++) {
        coverage[x] = inside;
        if (row[x].cover == 0 && row[x].area == 0)
            continue;
        cover += (int64_t)row[x].cover * 2 * PIXEL_PARTS;
        coverage[x] = shade_of(cover - row[x].area, is_even_odd);
        inside = shade_of(cover, is_even_odd);
    }
}

static void
reserve(raster *r, size_t n_cells, size_t n_coverage)
{
    if (n_cells > r->n_cells)
        r->cells = ARENA_ARRAY(r->arena, r->n_cells = n_cells, raster_cell);
    if (n_coverage > r->n_coverage)
        r->coverage =
            arena_alloc(r->arena, r->n_coverage = n_coverage);
}

static int
lesser(int a, int b)
{
    return a < b ? a : b;
}

static int
greater(int a, int b)
{
    return a > b ? a : b;
}

/* The pixels of `box` that the polygon's bounds touch. */
static pixel_box
reached(const polygon *p, pixel_box box)
{
    return (pixel_box){
        greater(box.left, p->left >> PIXEL_BITS),
        greater(box.top, p->top >> PIXEL_BITS),
        lesser(box.right, (p->right + PIXEL_PARTS - 1) >> PIXEL_BITS),
        lesser(box.bottom, (p->bottom + PIXEL_PARTS - 1) >> PIXEL_BITS)};
}

void
raster_fill(raster *r, const polygon *p, bool is_even_odd, pixel_box box,
            raster_row *row, void *user)
{
    if (p->edges.n == 0)
        return;
    box = reached(p, box);
    if (box.left >= box.right || box.top >= box.bottom)
        return;
    band b = {.left = box.left, .width = box.right - box.left};
    int rows = greater(1, BAND_CELLS / (b.width + 1));
    rows = lesser(rows, box.bottom - box.top);
    reserve(r, (size_t)rows * (size_t)(b.width + 1), (size_t)b.width);
    b.cells = r->cells;
    for (b.top = box.top; b.top < box.bottom; b.top += rows) {
        b.height = lesser(rows, box.bottom - b.top);
        size_t n = (size_t)b.height * (size_t)(b.width + 1);
        memset(b.cells, 0, n * sizeof *b.cells);
        for (size_t i = 0; i < p->edges.n; i++)
            add_edge(&b, p->edges.at[i]);
        for (int y = 0; y < b.height; y++) {
            sum_row(b.cells + (size_t)y * (size_t)(b.width + 1), b.width,
                    is_even_odd, r->coverage);
            row(user, b.top + y, b.left, r->coverage, b.width);
        }
    }
}
