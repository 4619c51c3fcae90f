#include "output/canvas.h"

#include <assert.h>

#include "output/sampling.h"

/* a × b / 255, rounded, of bytes. */
static uint32_t
product(uint32_t a, uint32_t b)
{
    uint32_t t = a * b + 128;
    return (t + (t >> 8)) >> 8;
}

static uint32_t
word_of(uint32_t r, uint32_t g, uint32_t b, uint32_t a)
{
    return a << 24 | r << 16 | g << 8 | b;
}

static uint32_t
premultiplied(jb_colour c)
{
    return word_of(product(c.r, c.a), product(c.g, c.a), product(c.b, c.a),
                   c.a);
}

/* `over` with `part` of 255 of its opacity, on `under` (Porter, Duff 1984).
 * Two bytes are worked on at a time, each in half a word. */
static uint32_t
laid_over(uint32_t over, uint32_t part, uint32_t under)
{
    uint32_t a = product(over >> 24, part), left = 255 - a;
    uint32_t result = 0;
    for (int shift = 0; shift <= 8; shift += 8) {
        uint32_t o = over >> shift & 0x00FF00FF;
        uint32_t u = under >> shift & 0x00FF00FF;
        uint32_t t = o * part + u * left + 0x00800080;
        t = (t + (t >> 8 & 0x00FF00FF)) >> 8 & 0x00FF00FF;
        result |= t << shift;
    }
    return result;
}

canvas *
canvas_new(arena *a, int width, int height, jb_colour ground)
{
    canvas *c = ARENA_NEW(a, canvas);
    size_t n = (size_t)width * (size_t)height;
    uint32_t word = premultiplied(ground);
    c->arena = c->raster.arena = a;
    c->width = width;
    c->height = height;
    c->pixels = arena_alloc_unset(a, n * sizeof *c->pixels);
    for (size_t i = 0; i < n; i++)
        c->pixels[i] = word;
    c->clips[0].box = (pixel_box){0, 0, width, height};
    c->n_clips = 1;
    return c;
}

static const canvas_clip *
clip_of(const canvas *c)
{
    return &c->clips[c->n_clips - 1];
}

/* A fill on its way to the pixels. */
typedef struct filling {
    canvas *canvas;
    uint32_t word;
} filling;

static size_t
offset_of(const canvas *c, int x, int y)
{
    return (size_t)y * (size_t)c->width + (size_t)x;
}

static void
fill_row(void *user, int y, int x, const uint8_t *coverage, int n)
{
    const filling *f = user;
    size_t at = offset_of(f->canvas, x, y);
    uint32_t *to = f->canvas->pixels + at;
    const uint8_t *mask = clip_of(f->canvas)->mask;
    bool is_opaque = f->word >> 24 == 255;
    for (int i = 0; i < n; i++) {
        uint32_t part = coverage[i];
        if (part == 0)
            continue;
        if (mask != NULL)
            part = product(part, mask[at + (size_t)i]);
        to[i] = part == 255 && is_opaque ? f->word
                                         : laid_over(f->word, part, to[i]);
    }
}

void
canvas_fill(canvas *c, const polygon *p, bool is_even_odd, jb_colour colour)
{
    filling f = {c, premultiplied(colour)};
    raster_fill(&c->raster, p, is_even_odd, clip_of(c)->box, fill_row, &f);
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

static pixel_box
shared_box(pixel_box a, pixel_box b)
{
    return (pixel_box){greater(a.left, b.left), greater(a.top, b.top),
                       lesser(a.right, b.right), lesser(a.bottom, b.bottom)};
}

static void
fill_pixels(uint32_t *to, int n, uint32_t word)
{
    for (int i = 0; i < n; i++)
        to[i] = word;
}

static void
fill_pixel(canvas *c, size_t at, uint32_t word, const uint8_t *mask)
{
    c->pixels[at] =
        laid_over(word, mask == NULL ? 255 : mask[at], c->pixels[at]);
}

void
canvas_fill_box(canvas *c, pixel_box box, jb_colour colour)
{
    const canvas_clip *clip = clip_of(c);
    uint32_t word = premultiplied(colour);
    box = shared_box(box, clip->box);
    if (word >> 24 == 255 && clip->mask == NULL) {
        for (int y = box.top; y < box.bottom; y++)
            fill_pixels(c->pixels + offset_of(c, box.left, y),
                        box.right - box.left, word);
        return;
    }
    for (int y = box.top; y < box.bottom; y++)
        for (int x = box.left; x < box.right; x++)
            fill_pixel(c, offset_of(c, x, y), word, clip->mask);
}

/* A clip's mask in the making. */
typedef struct masking {
    const canvas *canvas;
    uint8_t *mask;
} masking;

static void
mask_row(void *user, int y, int x, const uint8_t *coverage, int n)
{
    const masking *m = user;
    size_t at = offset_of(m->canvas, x, y);
    const uint8_t *outer = clip_of(m->canvas)->mask;
    for (int i = 0; i < n; i++)
        m->mask[at + (size_t)i] =
            outer == NULL
                ? coverage[i]
                : (uint8_t)product(coverage[i], outer[at + (size_t)i]);
}

static void
push(canvas *c, canvas_clip clip)
{
    assert(c->n_clips < CANVAS_CLIPS_MAX);
    c->clips[c->n_clips++] = clip;
}

void
canvas_push_clip(canvas *c, const polygon *p)
{
    masking m = {c, arena_array(c->arena, (size_t)c->width,
                                (size_t)c->height)};
    raster_fill(&c->raster, p, false, clip_of(c)->box, mask_row, &m);
    push(c, (canvas_clip){clip_of(c)->box, m.mask});
}

void
canvas_push_box(canvas *c, pixel_box box)
{
    push(c, (canvas_clip){shared_box(box, clip_of(c)->box), clip_of(c)->mask});
}

void
canvas_pop_clip(canvas *c)
{
    assert(c->n_clips > 1);
    c->n_clips--;
}

void
canvas_draw_image(canvas *c, const display_image *image, pixel_box box)
{
    const canvas_clip *clip = clip_of(c);
    sampling s = sampling_over(image, box);
    box = shared_box(box, clip->box);
    for (int y = box.top; y < box.bottom; y++)
        for (int x = box.left; x < box.right; x++)
            fill_pixel(c, offset_of(c, x, y), sampling_at(&s, x, y), clip->mask);
}
