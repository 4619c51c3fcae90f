#include "proof/gongwen.h"

#include <math.h>

#include "text/character.h"

#define MM_PER_PT (25.4 / 72)
#define AREA_TOP 37.0     /* mm, 5.2.1 */
#define AREA_HEIGHT 225.0

enum {
#define DIMENSION(id, clause, name, unit, wanted, tolerance) id,
#include "proof/gongwen.def"
#undef DIMENSION
    DIMENSION_COUNT
};

static const proof_dimension WANTED[] = {
#define DIMENSION(id, clause, name, unit, wanted, tolerance)                 \
    {clause, name, unit, wanted, tolerance, 0, false},
#include "proof/gongwen.def"
#undef DIMENSION
};

bool
dimension_is_kept(const proof_dimension *d)
{
    return !d->is_found || fabs(dimension_deviation(d)) <= d->tolerance;
}

static void
set(proof_dimension *d, double measured)
{
    d->measured = measured;
    d->is_found = true;
}

static bool
is_red(jb_colour c)
{
    return c.r > 150 && c.g < 90 && c.b < 90;
}

/* ── the body ── */

/* The size that most characters of the prose have. */
static double
body_size(const seen_document *d)
{
    double best = 0;
    size_t most = 0;
    for (size_t i = 0; i < d->lines.n; i++) {
        size_t n = 0;
        const seen_line *l = &d->lines.at[i];
        if (l->part != SEEN_PROSE || l->is_heading || l->size == best)
            continue;
        for (size_t k = 0; k < d->lines.n; k++)
            if (d->lines.at[k].part == SEEN_PROSE &&
                d->lines.at[k].size == l->size)
                n += d->lines.at[k].glyphs.n;
        if (n > most) {
            most = n;
            best = l->size;
        }
    }
    return best;
}

static bool
is_body(const seen_line *l, double size)
{
    return l->part == SEEN_PROSE && fabs(l->size - size) < 0.05 &&
           l->glyphs.n > 0;
}

typedef struct body {
    double size, left, right, top, pitch;
    size_t n_lines; /* on the page that has most */
} body;

/* The most frequent distance between baselines that follow each other. */
static double
pitch_of(const seen_document *d, double size)
{
    double best = 0;
    size_t most = 0;
    for (size_t i = 1; i < d->lines.n; i++) {
        const seen_line *a = &d->lines.at[i - 1], *b = a + 1;
        double pitch = b->baseline - a->baseline;
        size_t n = 0;
        if (!is_body(a, size) || !is_body(b, size) || a->page != b->page ||
            pitch <= size || pitch == best)
            continue;
        for (size_t k = 1; k < d->lines.n; k++) {
            const seen_line *c = &d->lines.at[k - 1];
            n += c->page == c[1].page &&
                 fabs(c[1].baseline - c->baseline - pitch) < 0.05;
        }
        if (n > most) {
            most = n;
            best = pitch;
        }
    }
    return best;
}

static body
body_of(const seen_document *d)
{
    body b = {.size = body_size(d), .left = d->width, .top = d->height};
    b.pitch = pitch_of(d, b.size);
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (!is_body(l, b.size))
            continue;
        /* An opening mark at a line's start lies half outside. */
        if (character_kind_of(l->glyphs.at[0].code) == CHARACTER_HAN)
            b.left = fmin(b.left, l->left);
        b.right = fmax(b.right, l->right);
        b.top = fmin(b.top, l->top);
    }
    return b;
}

static void
measure_body(const seen_document *d, proof_dimension *out)
{
    body b = body_of(d);
    if (b.size == 0 || b.right <= b.left)
        return;
    double width = b.right - b.left;
    set(&out[LEFT], b.left * MM_PER_PT);
    set(&out[MEASURE], width * MM_PER_PT);
    set(&out[BODY_SIZE], b.size);
    set(&out[CHARACTERS], floor(width / b.size + 0.02));
    if (d->n_pages > 1)
        set(&out[HEAD], b.top * MM_PER_PT);
    if (b.pitch > 0)
        set(&out[LINES],
            (AREA_HEIGHT / MM_PER_PT - b.size) / b.pitch + 1);
}

/* ── head, folio, imprint ── */

static const seen_rule *
red_rule(const seen_document *d)
{
    for (size_t i = 0; i < d->rules.n; i++)
        if (is_red(d->rules.at[i].colour) && d->rules.at[i].h < 6)
            return &d->rules.at[i];
    return NULL;
}

static void
measure_head(const seen_document *d, proof_dimension *out)
{
    const seen_rule *rule = red_rule(d);
    if (rule != NULL)
        set(&out[RED_RULE], rule->w * MM_PER_PT);
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (l->page == 0 && is_red(l->colour) && l->part == SEEN_PROSE) {
            set(&out[MARK_TOP], l->top * MM_PER_PT - AREA_TOP);
            return;
        }
    }
}

static bool
is_folio(const seen_line *l)
{
    bool has_digit = false;
    for (size_t i = 0; i < l->glyphs.n; i++) {
        uint32_t code = l->glyphs.at[i].code;
        bool is_digit = code >= '0' && code <= '9';
        has_digit |= is_digit;
        if (!is_digit && code != 0x2014 &&
            character_kind_of(code) != CHARACTER_SPACE)
            return false;
    }
    return has_digit && l->part == SEEN_RUNNING;
}

/* Odd pages at the right, even at the left, one character in. */
static void
measure_folio(const seen_document *d, const proof_dimension *left,
              const proof_dimension *measure, proof_dimension *out)
{
    if (!left->is_found)
        return;
    double from = left->measured / MM_PER_PT;
    double to = from + measure->measured / MM_PER_PT;
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (!is_folio(l))
            continue;
        double inset = l->page % 2 == 0 ? to - l->right : l->left - from;
        set(&out[FOLIO_SIZE], l->size);
        set(&out[FOLIO_INSET], inset / l->size);
        return;
    }
}

static void
measure_imprint(const seen_document *d, proof_dimension *out)
{
    const seen_rule *last = NULL;
    for (size_t i = 0; i < d->rules.n; i++) {
        const seen_rule *r = &d->rules.at[i];
        bool is_black = r->colour.r < 80 && r->colour.g < 80;
        if (is_black && r->page + 1 == d->n_pages &&
            r->y > d->height / 2 && (last == NULL || r->y > last->y))
            last = r;
    }
    if (last == NULL)
        return;
    set(&out[IMPRINT_RULE], last->w * MM_PER_PT);
    set(&out[IMPRINT_FOOT], (last->y + last->h) * MM_PER_PT -
                                (AREA_TOP + AREA_HEIGHT));
}

proof_dimension *
gongwen_dimensions(arena *a, const seen_document *d, size_t *n)
{
    proof_dimension *out =
        ARENA_ARRAY(a, DIMENSION_COUNT, proof_dimension);
    for (size_t i = 0; i < DIMENSION_COUNT; i++)
        out[i] = WANTED[i];
    set(&out[PAGE_WIDTH], d->width * MM_PER_PT);
    set(&out[PAGE_HEIGHT], d->height * MM_PER_PT);
    measure_body(d, out);
    measure_head(d, out);
    measure_folio(d, &out[LEFT], &out[MEASURE], out);
    measure_imprint(d, out);
    *n = DIMENSION_COUNT;
    return out;
}
