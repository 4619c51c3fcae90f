#include "proof/river.h"

#include <math.h>

/* White this wide (em) is seen as a hole; three below each other, no further
 * apart than that, are a river. Half an em is the most that CLREQ
 * (#line_adjustment) lets a word space or a gap be stretched to; a little less,
 * so that one that was is counted. */
#define HOLE 0.45
#define HOLES_MOST 16

typedef struct holes {
    double at[HOLES_MOST]; /* their middles */
    size_t n;
} holes;

static holes
holes_of(const seen_line *l)
{
    holes h = {.n = 0};
    double em = seen_em(l);
    for (size_t i = 0; i + 1 < l->glyphs.n && h.n < HOLES_MOST; i++) {
        const seen_glyph *a = &l->glyphs.at[i], *b = &l->glyphs.at[i + 1];
        bool is_space = seen_kind(l, i) == CHARACTER_SPACE;
        double ink_end = a->x + (is_space ? 0 : fmin(a->advance, a->size));
        if (b->x - ink_end > HOLE * em)
            h.at[h.n++] = (ink_end + b->x) / 2;
    }
    return h;
}

static bool
is_below(const holes *h, double x, double em)
{
    for (size_t i = 0; i < h->n; i++)
        if (fabs(h->at[i] - x) < HOLE * em)
            return true;
    return false;
}

bool
river_runs_to(const seen_line *const *lines, size_t i)
{
    if (i < 2)
        return false;
    holes a = holes_of(lines[i - 2]), b = holes_of(lines[i - 1]);
    holes c = holes_of(lines[i]);
    double em = seen_em(lines[i]);
    for (size_t k = 0; k < b.n; k++)
        if (is_below(&a, b.at[k], em) && is_below(&c, b.at[k], em))
            return true;
    return false;
}
