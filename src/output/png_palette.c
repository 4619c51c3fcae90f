#include "output/png_palette.h"

#include <string.h>

#define SHADES_MAX 4096u
#define SLOTS 8192u /* a power of two: the table is at most half full */
#define SLOT_BITS 13
#define AREA_RUN 16u /* pixels side by side that make a colour an area's */

/* Highest levels of edges: 32 steps, or 16 for see-through drawings in many
 * colours. */
#define FINE 31u
#define COARSE 15u

/* A colour as drawn, and where it went. */
typedef struct shade {
    uint32_t word;
    bool is_kept;
    uint8_t index;
} shade;

struct png_palette {
    shade shades[SHADES_MAX];
    size_t n_shades;
    uint16_t slots[SLOTS]; /* index of the shade + 1; 0: free */
    uint8_t colours[PNG_COLOURS_MAX][4];
    size_t n;
};

void
png_unmultiply(uint32_t word, uint8_t rgba[4])
{
    uint32_t a = word >> 24;
    for (int i = 0; i < 3; i++) {
        uint32_t part = word >> (16 - 8 * i) & 255;
        uint32_t whole =
            a == 255 ? part : a == 0 ? 0 : (part * 255 + a / 2) / a;
        rgba[i] = (uint8_t)(whole > 255 ? 255 : whole);
    }
    rgba[3] = (uint8_t)a;
}

static size_t
slot_of(const png_palette *p, uint32_t word)
{
    size_t at = word * 2654435761u >> (32 - SLOT_BITS);
    while (p->slots[at] != 0 && p->shades[p->slots[at] - 1].word != word)
        at = (at + 1) & (SLOTS - 1);
    return at;
}

/* The shade of a word, added when it is new; NULL when there are too many. */
static shade *
shade_of(png_palette *p, uint32_t word)
{
    size_t at = slot_of(p, word);
    if (p->slots[at] == 0) {
        if (p->n_shades == SHADES_MAX)
            return NULL;
        p->shades[p->n_shades++] = (shade){.word = word};
        p->slots[at] = (uint16_t)p->n_shades;
    }
    return &p->shades[p->slots[at] - 1];
}

/* An area is more than one row high: edges of letters are as long. */
static bool
is_area(const uint32_t *row, const uint32_t *above, uint32_t first,
        uint32_t last)
{
    return last - first >= AREA_RUN && row[first] == above[first] &&
           row[first] == above[last - 1];
}

/* Pixels repeat along a row, so the table is asked once a run. */
static bool
collect_row(png_palette *p, const png_pixels *from, uint32_t y)
{
    const uint32_t *row = from->at + y * from->stride;
    const uint32_t *above = y > 0 ? row - from->stride : row;
    uint32_t first = 0;
    for (uint32_t x = 1; x <= from->width; x++) {
        if (x < from->width && row[x] == row[first])
            continue;
        shade *s = shade_of(p, row[first] | from->opaque);
        if (s == NULL)
            return false;
        s->is_kept |= is_area(row, above, first, x);
        first = x;
    }
    return true;
}

static bool
collect_shades(png_palette *p, const png_pixels *from)
{
    for (uint32_t y = 0; y < from->height; y++)
        if (!collect_row(p, from, y))
            return false;
    return true;
}

static void
keep_named(png_palette *p, const png_pixels *from)
{
    for (size_t i = 0; i < from->n_named; i++) {
        size_t at = slot_of(p, from->named[i]);
        if (p->slots[at] != 0)
            p->shades[p->slots[at] - 1].is_kept = true;
    }
}

static void
keep_all(png_palette *p)
{
    for (size_t i = 0; i < p->n_shades; i++)
        p->shades[i].is_kept = true;
}

/* Index of the colour, added when it is new; -1 when there is no room. */
static int
index_of(png_palette *p, const uint8_t rgba[4])
{
    for (size_t i = 0; i < p->n; i++)
        if (memcmp(p->colours[i], rgba, 4) == 0)
            return (int)i;
    if (p->n == PNG_COLOURS_MAX)
        return -1;
    memcpy(p->colours[p->n], rgba, 4);
    return (int)p->n++;
}

static uint8_t
level_of(uint8_t part, uint32_t highest)
{
    uint32_t level = (part * highest + 127) / 255;
    return (uint8_t)((level * 255 + highest / 2) / highest);
}

/* Whether a see-through edge is one of this area's colour: dividing by a
 * small A leaves an error of 255/A on each part. */
static bool
is_edge_of(const uint8_t edge[4], const uint8_t area[4])
{
    int error = 1 + 255 / edge[3];
    for (int i = 0; i < 3; i++) {
        int apart = edge[i] - area[i];
        if (apart > error || -apart > error)
            return false;
    }
    return true;
}

static void
settle(const png_palette *p, size_t n_areas, uint32_t highest,
       uint8_t rgba[4])
{
    bool is_see_through = rgba[3] != 255 && rgba[3] != 0;
    for (size_t i = 0; is_see_through && i < n_areas; i++) {
        if (p->colours[i][3] != 255 || !is_edge_of(rgba, p->colours[i]))
            continue;
        memcpy(rgba, p->colours[i], 3);
        rgba[3] = level_of(rgba[3], highest);
        return;
    }
    for (int i = 0; i < 4; i++)
        rgba[i] = level_of(rgba[i], highest);
}

static bool
place(png_palette *p, shade *s, const uint8_t rgba[4])
{
    int index = index_of(p, rgba);
    s->index = (uint8_t)index;
    return index >= 0;
}

static bool
place_kept(png_palette *p)
{
    for (size_t i = 0; i < p->n_shades; i++) {
        uint8_t rgba[4];
        png_unmultiply(p->shades[i].word, rgba);
        if (p->shades[i].is_kept && !place(p, &p->shades[i], rgba))
            return false;
    }
    return true;
}

/* Edges on levels 0 to `highest`. */
static bool
place_edges(png_palette *p, uint32_t highest)
{
    size_t n_areas = p->n;
    for (size_t i = 0; i < p->n_shades; i++) {
        if (p->shades[i].is_kept)
            continue;
        uint8_t rgba[4];
        png_unmultiply(p->shades[i].word, rgba);
        settle(p, n_areas, highest, rgba);
        if (!place(p, &p->shades[i], rgba))
            return false;
    }
    return true;
}

png_palette *
png_palette_from(arena *scratch, const png_pixels *pixels)
{
    png_palette *p = ARENA_NEW(scratch, png_palette);
    if (!collect_shades(p, pixels))
        return NULL;
    if (pixels->named == NULL)
        keep_all(p);
    keep_named(p, pixels);
    if (!place_kept(p))
        return NULL;
    size_t n_kept = p->n;
    if (place_edges(p, FINE))
        return p;
    p->n = n_kept;
    return place_edges(p, COARSE) ? p : NULL;
}

size_t
png_palette_count(const png_palette *p)
{
    return p->n;
}

const uint8_t (*png_palette_colours(const png_palette *p))[4]
{
    return p->colours;
}

uint8_t
png_palette_index(const png_palette *p, uint32_t word)
{
    return p->shades[p->slots[slot_of(p, word)] - 1].index;
}
