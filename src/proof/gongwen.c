#include "proof/gongwen.h"

#include <math.h>

#include "base/code.h"
#include "proof/gongwen_part.h"
#include "text/character.h"

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

void
dimension_set(proof_dimension *d, double measured)
{
    d->measured = measured;
    d->is_found = true;
}

void
dimension_set_worst(proof_dimension *d, double measured)
{
    if (!d->is_found ||
        fabs(measured - d->wanted) > fabs(d->measured - d->wanted))
        dimension_set(d, measured);
}

/* Of 255. Reds of official documents are told from the brown and orange of
 * charts: M80 Y80, the palest that 6.2 allows, has 51 of green and blue, and
 * conversions have been seen to add 30. */
#define RED_LEAST 150
#define OTHERS_MOST 90

/* Rules are black, on some printers a dark grey; never a mid one. */
#define DARK 80

bool
gongwen_is_black(jb_colour c)
{
    return c.r < DARK && c.g < DARK && c.b < DARK;
}

bool
gongwen_is_red(jb_colour c)
{
    return c.r > RED_LEAST && c.g < OTHERS_MOST && c.b < OTHERS_MOST;
}

/* ── the body ── */

#define SAME_PLACE 0.05 /* pt: distances of baselines that are one */
#define HIGHER 1.0      /* pt: less is what faces differ by */
#define LINE_BLANK 0.875 /* em: a line is a character and 7/8 (3) */
#define NEARLY 0.02     /* characters that rounding may take off a line */

/* Notes and the imprint stand below a dark rule in the lower half of a page. */
static bool
is_below_rule(const seen_document *d, const seen_line *l)
{
    for (size_t i = 0; i < d->rules.n; i++) {
        const seen_rule *r = &d->rules.at[i];
        if (r->page == l->page && r->y > d->height / 2 && r->y <= l->top &&
            gongwen_is_black(r->colour))
            return true;
    }
    return false;
}

static bool
is_text(const seen_line *l)
{
    return l->part == SEEN_PROSE && !l->is_heading &&
           !gongwen_is_red(l->colour); /* or it is the mark */
}

/* Characters of the text in one size, with those below rules or without. */
static size_t
characters_of(const seen_document *d, double size, bool with_feet)
{
    size_t n = 0;
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (is_text(l) && l->size == size &&
            (with_feet || !is_below_rule(d, l)))
            n += l->glyphs.n;
    }
    return n;
}

static double
size_of_most(const seen_document *d, bool with_feet)
{
    double best = 0;
    size_t most = 0;
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (!is_text(l) || l->size == best)
            continue;
        size_t n = characters_of(d, l->size, with_feet);
        if (n > most) {
            most = n;
            best = l->size;
        }
    }
    return best;
}

double
gongwen_body_size(const seen_document *d)
{
    double size = size_of_most(d, false);
    return size > 0 ? size : size_of_most(d, true);
}

static bool
is_body(const seen_line *l, double size)
{
    return l->part == SEEN_PROSE && fabs(l->size - size) < SAME_SIZE &&
           l->glyphs.n > 0;
}

typedef struct body {
    double size, left, right, pitch; /* pitch 0: no paragraph has two lines */
    bool is_turned; /* paragraphs turn at either edge, which shows them */
} body;

/* Whether line i goes on with the paragraph of the one before it. */
static bool
goes_on(const seen_document *d, size_t i, double size)
{
    const seen_line *l = &d->lines.at[i];
    return i > 0 && is_body(l, size) && is_body(l - 1, size) &&
           l->paragraph == l[-1].paragraph;
}

/* Of one size; farther apart they have a blank line between. */
#define PITCH_MOST 2.2

/* Whether line i, of the text's size, stands right below another. */
static bool
follows(const seen_document *d, size_t i, double size)
{
    const seen_line *l = &d->lines.at[i];
    return i > 0 && is_body(l, size) && is_body(l - 1, size) &&
           l->baseline - l[-1].baseline < PITCH_MOST * size;
}

/* The most frequent distance between baselines of a paragraph, or of any that
 * follow each other. */
static double
pitch_of(const seen_document *d, double size, bool is_inside)
{
    double best = 0;
    size_t most = 0;
    for (size_t i = 1; i < d->lines.n; i++) {
        const seen_line *a = &d->lines.at[i - 1], *b = a + 1;
        double pitch = b->baseline - a->baseline;
        size_t n = 0;
        bool counts = is_inside ? goes_on(d, i, size) : follows(d, i, size);
        if (!counts || a->page != b->page || pitch <= size ||
            pitch == best)
            continue;
        for (size_t k = 1; k < d->lines.n; k++) {
            const seen_line *c = &d->lines.at[k - 1];
            n += c->page == c[1].page &&
                 fabs(c[1].baseline - c->baseline - pitch) < SAME_PLACE;
        }
        if (n > most) {
            most = n;
            best = pitch;
        }
    }
    return best;
}

double
gongwen_line(const seen_document *d)
{
    double size = gongwen_body_size(d), pitch = pitch_of(d, size, true);
    if (pitch == 0)
        pitch = pitch_of(d, size, false);
    return pitch > 0 ? pitch : size * (1 + LINE_BLANK);
}

/* An opening mark at a line's start lies half outside. */
static bool
starts_with_han(const seen_line *l)
{
    return character_kind_of(l->glyphs.at[0].code) == CHARACTER_HAN;
}

/* The edges are where paragraphs turn. Where none does, or only lists that
 * are set in, they are not to be seen. */
static body
body_of(const seen_document *d)
{
    body b = {.size = gongwen_body_size(d), .left = d->width};
    double leftmost = d->width;
    b.pitch = pitch_of(d, b.size, true);
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (!is_body(l, b.size))
            continue;
        if (starts_with_han(l))
            leftmost = fmin(leftmost, l->left);
        if (!goes_on(d, i, b.size))
            continue;
        if (starts_with_han(l))
            b.left = fmin(b.left, l->left);
        b.right = fmax(b.right, l[-1].right);
    }
    b.is_turned = b.left < leftmost + b.size / 2 && b.right > b.left;
    return b;
}

static bool
starts_page(const seen_document *d, size_t at)
{
    const seen_line *l = &d->lines.at[at];
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *o = &d->lines.at[i];
        if (o->page == l->page && o->part != SEEN_RUNNING &&
            o->top < l->top - HIGHER)
            return false;
    }
    return true;
}

/* The top of the pages that start with lines of Han in the text's size: what
 * others start with has its own distance, and a single line far above the text
 * may be a running head. */
static void
measure_top(const seen_document *d, double size, proof_dimension *out)
{
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (l->page > 0 && is_body(l, size) && starts_with_han(l) &&
            i + 1 < d->lines.n && follows(d, i + 1, size) &&
            l->page == l[1].page && starts_page(d, i))
            dimension_set_worst(&out[HEAD], l->top * MM_PER_PT);
    }
}

/* Lines may be set closer so that the signature has room: by one or two on a
 * page, and not by more or less (7.3.5.5). */
static void
measure_lines(double lines, proof_dimension *out)
{
    proof_dimension *fits = &out[LINES];
    for (size_t i = LINES_CLOSER; i <= LINES_CLOSEST; i++)
        if (fabs(lines - out[i].wanted) <= out[i].tolerance)
            fits = &out[i];
    dimension_set(fits, lines);
}

static void
measure_body(const seen_document *d, proof_dimension *out)
{
    body b = body_of(d);
    if (b.size == 0)
        return;
    dimension_set(&out[BODY_SIZE], b.size);
    if (b.is_turned) {
        double width = b.right - b.left;
        dimension_set(&out[LEFT], b.left * MM_PER_PT);
        dimension_set(&out[MEASURE], width * MM_PER_PT);
        dimension_set(&out[CHARACTERS], floor(width / b.size + NEARLY));
    }
    measure_top(d, b.size, out);
    if (b.pitch > 0)
        measure_lines((AREA_HEIGHT / MM_PER_PT - b.size) / b.pitch + 1, out);
}

static area_edges
edges_of(const proof_dimension *out)
{
    bool is_found = out[LEFT].is_found;
    double left = is_found ? out[LEFT].measured : out[LEFT].wanted;
    double width = is_found ? out[MEASURE].measured : out[MEASURE].wanted;
    return (area_edges){left / MM_PER_PT, (left + width) / MM_PER_PT};
}

/* ── ink ── */

/* What of a process ink a channel of light leaves, percent: 5.2.4 and 6.2 ask
 * for solid black, and for a red that reaches M 80 % and Y 80 %. */
static double
ink_of(uint8_t channel)
{
    return (255 - channel) * 100 / 255.0;
}

static uint8_t
lightest(jb_colour c)
{
    uint8_t most = c.r > c.g ? c.r : c.g;
    return most > c.b ? most : c.b;
}

static void
measure_red(jb_colour red, proof_dimension *out)
{
    dimension_set_worst(&out[RED_MAGENTA], ink_of(red.g));
    dimension_set_worst(&out[RED_YELLOW], ink_of(red.b));
    dimension_set_worst(&out[RED_CYAN], ink_of(red.r));
}

static void
measure_ink(const seen_document *d, proof_dimension *out)
{
    double size = gongwen_body_size(d);
    agency_mark mark = gongwen_mark(d);
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (is_body(l, size) && starts_with_han(l)) /* arrows have colours */
            dimension_set_worst(&out[BLACK], ink_of(lightest(l->colour)));
    }
    if (mark.first == NULL)
        return;
    const seen_rule *rule = gongwen_head_rule(d);
    measure_red(mark.first->colour, out);
    if (rule != NULL)
        measure_red(rule->colour, out);
    for (size_t i = 0; i < d->rules.n; i++)
        if (gongwen_is_red(d->rules.at[i].colour))
            measure_red(d->rules.at[i].colour, out);
}

proof_dimension *
gongwen_dimensions(arena *a, const seen_document *d, size_t *n)
{
    proof_dimension *out =
        ARENA_ARRAY(a, DIMENSION_COUNT, proof_dimension);
    for (size_t i = 0; i < DIMENSION_COUNT; i++)
        out[i] = WANTED[i];
    dimension_set(&out[PAGE_WIDTH], d->width * MM_PER_PT);
    dimension_set(&out[PAGE_HEIGHT], d->height * MM_PER_PT);
    measure_body(d, out);
    measure_ink(d, out);
    area_edges edges = edges_of(out);
    gongwen_measure_head(d, edges, out);
    gongwen_measure_text(d, edges, out);
    gongwen_measure_names(d, edges, out);
    gongwen_measure_foot(d, edges, out);
    *n = DIMENSION_COUNT;
    return out;
}

/* Size 3 is 15.75 or 16 points (15.4: printed at 98 %), paper may be cut 3 mm
 * short. */
#define BODY_LEAST 15.4
#define BODY_MOST 16.3
#define PAPER_SLACK 3.0
/* Cells and notes are no larger: with little else on the pages, the text's
 * size is not to be seen. */
#define SMALL_MOST 12.0

bool
gongwen_is_likely(const seen_document *d)
{
    double size = gongwen_body_size(d);
    bool is_a4 = fabs(d->width * MM_PER_PT - 210) < PAPER_SLACK &&
                 fabs(d->height * MM_PER_PT - 297) < PAPER_SLACK;
    agency_mark mark = gongwen_mark(d);
    bool has_size = size > BODY_LEAST && size < BODY_MOST;
    bool is_named = mark.is_file || mark.is_order;
    return is_a4 && mark.first != NULL &&
           ((has_size && gongwen_is_red(mark.first->colour)) ||
            (is_named && size > SMALL_MOST));
}
