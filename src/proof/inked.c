#include "proof/inked.h"

#include <cairo.h>
#include <math.h>

#include "chart/tone.h"
#include "output/cairo_painter.h"

/* Pixels of ink that what differs is at least compared with: of the smallest
 * marks, a few pixels' rounding is much. */
#define INK_LEAST 10.0
#define LARGE LEN_OF_PT(18)
#define FULL 255 /* a pixel all ink: others a palette may round */

/* The ink of one run alone, as coverage of each pixel, about its place. */
typedef struct ink_mask {
    long x, y; /* of its first pixel in the picture */
    int width, height, stride;
    const unsigned char *at;
} ink_mask;

static void
drop_surface(void *surface)
{
    cairo_surface_destroy(surface);
}

static jb_rect
run_box(const jb_glyph_run *run)
{
    jb_rect all = {0, 0, 0, 0};
    for (size_t i = 0; i < run->n_glyphs; i++) {
        jb_point at = run_glyph_at(run, i);
        all = rect_union(all, rect_inset((jb_rect){at.x, at.y, 0, 0},
                                         -run->size * 3 / 2));
    }
    return all;
}

static ink_mask
mask_of(arena *scratch, const jb_glyph_run *run, const proof_pixels *p)
{
    jb_rect box = run_box(run);
    double unit = p->scale / LEN_PER_PT;
    ink_mask m = {.x = (long)floor(box.x * unit),
                  .y = (long)floor(box.y * unit)};
    m.width = (int)ceil(box.w * unit) + 2;
    m.height = (int)ceil(box.h * unit) + 2;
    cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_A8, m.width,
                                                    m.height);
    arena_defer(scratch, drop_surface, s);
    cairo_t *cr = cairo_create(s);
    cairo_translate(cr, (double)-m.x, (double)-m.y);
    cairo_scale(cr, p->scale, p->scale);
    jb_display alone = {.arena = scratch};
    display_run(&alone, *run);
    painter_draw(scratch, cr, &alone, (cairo_painting){.is_fitted = false});
    cairo_destroy(cr);
    cairo_surface_flush(s);
    m.stride = cairo_image_surface_get_stride(s);
    m.at = cairo_image_surface_get_data(s);
    return m;
}

static double
coverage(const ink_mask *m, long x, long y)
{
    if (m->at == NULL || x < 0 || y < 0 || x >= m->width || y >= m->height)
        return 0;
    return m->at[y * m->stride + x] / 255.0;
}

typedef struct ink_box {
    long left, top, right, bottom; /* in the mask */
} ink_box;

static ink_box
ink_of(const ink_mask *m)
{
    ink_box box = {m->width, m->height, 0, 0};
    for (long y = 0; m->at != NULL && y < m->height; y++)
        for (long x = 0; x < m->width; x++)
            if (m->at[y * m->stride + x] > 0) {
                box.left = x < box.left ? x : box.left;
                box.right = x + 1 > box.right ? x + 1 : box.right;
                box.top = y < box.top ? y : box.top;
                box.bottom = y + 1;
            }
    return box;
}

static unsigned char
middle_of(const size_t *counts, size_t n)
{
    size_t seen = 0;
    for (int i = 0; i < 256; i++)
        if ((seen += counts[i]) * 2 >= n)
            return (unsigned char)i;
    return 255;
}

/* What is behind the text: the commonest colour where it leaves none. */
static jb_colour
ground_of(const proof_pixels *p, const ink_mask *m, ink_box box)
{
    size_t counts[3][256] = {{0}}, n = 0;
    for (long y = box.top - 1; y <= box.bottom; y++)
        for (long x = box.left - 1; x <= box.right; x++) {
            if (coverage(m, x, y) > 0)
                continue;
            jb_colour c = pixels_at(p, m->x + x, m->y + y);
            counts[0][c.r]++;
            counts[1][c.g]++;
            counts[2][c.b]++;
            n++;
        }
    return (jb_colour){middle_of(counts[0], n), middle_of(counts[1], n),
                       middle_of(counts[2], n), 255};
}

/* One run against the picture. */
typedef struct ink_trial {
    const proof_pixels *pixels;
    const jb_glyph_run *run;
    const ink_mask *mask;
    ink_box box;
    jb_colour ground;
} ink_trial;

/* What differs from the glyph's own ink, as a part of that ink, between two
 * columns or, of a turned run, two rows; 0 when there is no ink. */
static double
difference(const ink_trial *t, ink_box part)
{
    double off = 0, ink = 0;
    jb_colour c = t->run->colour;
    for (long y = part.top; y < part.bottom; y++)
        for (long x = part.left; x < part.right; x++) {
            double share = coverage(t->mask, x, y);
            jb_colour found = pixels_at(t->pixels, t->mask->x + x,
                                        t->mask->y + y);
            ink += share;
            off += pixel_distance(found,
                                   pixel_mixed(t->ground, c, share));
        }
    double full = pixel_distance(t->ground, c);
    if (ink == 0)
        return 0;
    return full == 0 ? 1 : off / (fmax(ink, INK_LEAST) * full);
}

static long
within(long v, long low, long high)
{
    return v < low ? low : v > high ? high : v;
}

/* The pixels of one glyph, with the white about it that is its own; not what
 * a full-width mark leaves beyond the ink of its run. */
static ink_box
glyph_part(const ink_trial *t, size_t i)
{
    const jb_glyph_run *run = t->run;
    double unit = t->pixels->scale / LEN_PER_PT;
    jb_point from = run_glyph_at(run, i);
    jb_point to = i + 1 < run->n_glyphs ? run_glyph_at(run, i + 1)
                                        : run_end(run);
    ink_box part = {t->box.left - 1, t->box.top - 1, t->box.right + 1,
                    t->box.bottom + 1};
    if (run->is_upright_rotated) {
        long low = part.top, high = part.bottom;
        part.bottom = within((long)floor(from.y * unit) - t->mask->y + 1,
                             low, high);
        part.top = within((long)floor(to.y * unit) - t->mask->y, low, high);
    } else {
        long low = part.left, high = part.right;
        part.left = within((long)floor(from.x * unit) - t->mask->x, low,
                           high);
        part.right = within((long)floor(to.x * unit) - t->mask->x + 1, low,
                            high);
    }
    return part;
}

static double
agreement_of(const ink_trial *t)
{
    double worst = 0;
    for (size_t i = 0; i < t->run->n_glyphs; i++)
        worst = fmax(worst, difference(t, glyph_part(t, i)));
    return fmax(0, 1 - worst);
}

/* With the ink as found where a pixel is all ink, which the thinnest strokes
 * never make: then as drawn. */
static double
contrast_of(const ink_trial *t)
{
    double best = 0;
    for (long y = t->box.top; y < t->box.bottom; y++)
        for (long x = t->box.left; x < t->box.right; x++)
            if (t->mask->at[y * t->mask->stride + x] >= FULL)
                best = fmax(best, tone_contrast(pixels_at(t->pixels,
                                                          t->mask->x + x,
                                                          t->mask->y + y),
                                                t->ground));
    return best > 0 ? best : tone_contrast(t->run->colour, t->ground);
}

static bool
text_from_run(const jb_glyph_run *run, const proof_pixels *p,
              inked_text *out)
{
    arena *scratch = arena_new();
    ink_mask mask = mask_of(scratch, run, p);
    ink_trial t = {.pixels = p, .run = run, .mask = &mask,
                   .box = ink_of(&mask)};
    bool has_ink = t.box.right > t.box.left;
    if (has_ink) {
        t.ground = ground_of(p, &mask, t.box);
        *out = (inked_text){
            .text = run->text,
            .left = (double)(mask.x + t.box.left),
            .top = (double)(mask.y + t.box.top),
            .right = (double)(mask.x + t.box.right),
            .bottom = (double)(mask.y + t.box.bottom),
            .agreement = agreement_of(&t),
            .contrast = contrast_of(&t),
            .is_large = run->size >= LARGE,
            .end = run_end(run),
            .size = run->size};
    }
    arena_drop(scratch);
    return has_ink;
}

/* Runs of one line stand less than a Han apart: digits in a face of their
 * own, a note mark behind them. */
static bool
is_continued(const inked_text *t, const jb_glyph_run *run,
             const display_group *mark)
{
    jb_len dx = run->origin.x - t->end.x, dy = run->origin.y - t->end.y;
    return t->mark == mark && dx > -t->size / 2 && dx < t->size &&
           dy > -t->size / 2 && dy < t->size / 2;
}

static void
texts_add(arena *a, inked_texts *texts, inked_text found,
          const jb_glyph_run *run)
{
    inked_text *last =
        texts->of.n == 0 ? NULL : &texts->of.at[texts->of.n - 1];
    if (last == NULL || !is_continued(last, run, found.mark)) {
        ARRAY_PUSH(a, &texts->of, found);
        return;
    }
    last->text = slice_printf(a, "%.*s%.*s", SLICE_ARGS(last->text),
                              SLICE_ARGS(found.text));
    last->left = fmin(last->left, found.left);
    last->top = fmin(last->top, found.top);
    last->right = fmax(last->right, found.right);
    last->bottom = fmax(last->bottom, found.bottom);
    last->agreement = fmin(last->agreement, found.agreement);
    last->contrast = fmin(last->contrast, found.contrast);
    last->is_large &= found.is_large;
    last->end = found.end;
}

inked_texts
inked_from_page(arena *a, const jb_display *d, const proof_pixels *p)
{
    inked_texts texts = {0};
    const display_group *mark = NULL;
    for (size_t i = 0; i < d->items.n; i++) {
        const display_item *item = &d->items.at[i];
        inked_text found;
        if (item->kind == DISPLAY_GROUP_BEGIN && item->group.figure != NULL)
            mark = &item->group;
        else if (item->kind == DISPLAY_GROUP_END)
            mark = NULL;
        if (item->kind != DISPLAY_GLYPHS ||
            !text_from_run(&item->run, p, &found))
            continue;
        found.mark = mark;
        texts_add(a, &texts, found, &item->run);
    }
    return texts;
}

double
inked_gap(const inked_text *a, const inked_text *b)
{
    double dx = fmax(a->left - b->right, b->left - a->right);
    double dy = fmax(a->top - b->bottom, b->top - a->bottom);
    if (dx > 0 && dy > 0)
        return hypot(dx, dy);
    return fmax(dx, dy);
}
