#include "proof/foreign.h"

#include <math.h>
#include <stdlib.h>

#include "base/code.h"
#include "proof/drawing.h"
#include "proof/gathered.h"
#include "text/character.h"

/* Shares of an em. */
#define SAME_PLACE 0.02 /* a character and the glyph drawn for it */
#define SAME_LINE 0.42  /* raised and lowered characters belong to a line */
#define APART 1.6       /* white this wide parts columns and cells */
#define GUTTER 0.7      /* and this, where it is in several rows … */
#define GUTTER_SAME 0.1
#define GUTTER_BESIDE 8 /* … of so much text on either side */
#define GUTTER_ROWS 3

#define SQUARES 0x2E80 /* the first character of Chinese */

/* Rules are at least so long, and at most so thick, in points. */
#define RULE_LENGTH 72
#define RULE_HEIGHT 12

/* A character on the page, on its baseline. */
typedef struct placed {
    seen_glyph glyph;
    double baseline;
    double middle; /* of its ink, above the baseline, of its em; 0: none */
    jb_colour colour;
} placed;

typedef struct page_text {
    ARRAY(placed) at;
} page_text;

/* ── characters and the glyphs drawn for them ── */

/* A line that runs up or down the page: its characters stand over each
 * other. */
static bool
is_upright(const reader_page *p, size_t i)
{
    const reader_character *c = &p->characters.at[i];
    size_t other = i + 1 < p->characters.n && c[1].code != '\n' ? i + 1
                   : i > 0 && c[-1].code != '\n'                ? i - 1
                                                                : i;
    const reader_box *a = &c->box, *b = &p->characters.at[other].box;
    return other == i || fabs(a->x1 - b->x1) > 0.05 ||
           fabs(a->x2 - b->x2) > 0.05 || fabs(a->y1 - b->y1) < 0.05;
}

/* Where the baseline is in a box that is as high as its face. */
static double
likely_baseline(const reader_character *c)
{
    return c->box.y2 - (c->box.y2 - c->box.y1) / 5;
}

/* Boxes of a face that is drawn in the file (Type 3) may be two lines high:
 * of several glyphs in it, the one nearest to where the baseline is. */
static const drawn_glyph *
glyph_for(const page_drawing *d, const reader_character *c, double em)
{
    const drawn_glyph *best = NULL;
    double likely = likely_baseline(c);
    for (size_t i = 0; i < d->glyphs.n; i++) {
        const drawn_glyph *g = &d->glyphs.at[i];
        bool is_inside = fabs(g->x - c->box.x1) < SAME_PLACE * em &&
                         g->y > c->box.y1 && g->y < c->box.y2 + 0.1 * em;
        if (is_inside && (best == NULL ||
                          fabs(g->y - likely) < fabs(best->y - likely)))
            best = g;
    }
    return best;
}

/* ── how large the faces are ── */

/* What Poppler tells of a face that is drawn in the file is a guess from one
 * of its widths. The advance of ideographs is an em: where it is this much
 * off, it is believed. */
#define SIZE_LEAST 0.6
#define SIZE_MOST 1.6

/* Ideographs of one size as told, by their advance. */
typedef struct told_size {
    double told, advance;
    size_t n;
} told_size;

typedef struct told_sizes {
    ARRAY(told_size) of;
} told_sizes;

static bool
is_about(double a, double b)
{
    return fabs(a - b) < 0.005 * b;
}

static void
add_size(arena *a, told_sizes *sizes, double told, double advance)
{
    for (size_t i = 0; i < sizes->of.n; i++) {
        told_size *s = &sizes->of.at[i];
        if (is_about(told, s->told) &&
            is_about(advance, s->advance)) {
            s->n++;
            return;
        }
    }
    told_size fresh = {told, advance, 1};
    ARRAY_PUSH(a, &sizes->of, fresh);
}

static told_sizes
sizes_told(arena *a, const reader_document *d)
{
    told_sizes sizes = {.of = {0}};
    for (size_t i = 0; i < d->pages.n; i++) {
        const reader_page *p = &d->pages.at[i];
        for (size_t k = 0; k < p->characters.n; k++) {
            const reader_character *c = &p->characters.at[k];
            if (code_is_ideograph(c->code) && c->size > 0)
                add_size(a, &sizes, c->size, c->box.x2 - c->box.x1);
        }
    }
    return sizes;
}

/* The em of what was told as of this size. */
static double
true_size(const told_sizes *sizes, double told)
{
    const told_size *best = NULL;
    for (size_t i = 0; i < sizes->of.n; i++) {
        const told_size *s = &sizes->of.at[i];
        if (is_about(told, s->told) && (best == NULL || s->n > best->n))
            best = s;
    }
    bool is_off = best != NULL && (best->advance < SIZE_LEAST * told ||
                                   best->advance > SIZE_MOST * told);
    return is_off ? best->advance : told;
}

/* Poppler puts spaces where it finds characters apart: between words that is
 * how they were meant, beside characters that fill squares it is not. */
static bool
is_between_squares(const reader_page *p, size_t i)
{
    const reader_character *c = &p->characters.at[i];
    bool is_after = i > 0 && c[-1].code >= SQUARES;
    bool is_before = i + 1 < p->characters.n && c[1].code >= SQUARES;
    return c->code == ' ' && (is_after || is_before);
}

/* A glyph drawn in the box of a space, wherever in it, on the baseline of
 * the character before. */
static bool
is_drawn_space(const page_drawing *d, const reader_character *c,
               const placed *before)
{
    double slight = SAME_PLACE * before->glyph.size;
    for (size_t i = 0; i < d->glyphs.n; i++) {
        const drawn_glyph *g = &d->glyphs.at[i];
        if (g->x > c->box.x1 - slight && g->x < c->box.x2 - slight &&
            fabs(g->y - before->baseline) < SAME_LINE * before->glyph.size)
            return true;
    }
    return false;
}

static page_text
text_of(arena *a, const reader_page *p, const page_drawing *d,
        const told_sizes *sizes)
{
    page_text out = {.at = {0}};
    for (size_t i = 0; i < p->characters.n; i++) {
        const reader_character *c = &p->characters.at[i];
        if (c->code == '\n' || c->code == '\r' || c->size <= 0 ||
            !is_upright(p, i))
            continue;
        double em = true_size(sizes, c->size);
        if (d->glyphs.n > 0 && out.at.n > 0 && is_between_squares(p, i) &&
            !is_drawn_space(d, c, ARRAY_LAST(&out.at)))
            continue;
        const drawn_glyph *g = glyph_for(d, c, em);
        placed at = {.glyph = {c->code, c->box.x1, c->box.x2 - c->box.x1,
                               em, c->face},
                     .baseline = g != NULL ? g->y : likely_baseline(c),
                     .colour = c->colour};
        if (g != NULL && code_is_ideograph(c->code) && g->ink.y1 < g->ink.y2)
            at.middle = -(g->ink.y1 + g->ink.y2) / 2 / em;
        ARRAY_PUSH(a, &out.at, at);
    }
    return out;
}

/* ── where the em box of a face stands ── */

typedef struct face_middle {
    slice face;
    double sum;
    size_t n;
} face_middle;

typedef struct face_middles {
    ARRAY(face_middle) of;
} face_middles;

static face_middle *
middle_for(arena *a, face_middles *m, slice face)
{
    for (size_t i = 0; i < m->of.n; i++)
        if (slice_equal(m->of.at[i].face, face))
            return &m->of.at[i];
    face_middle fresh = {.face = face};
    ARRAY_PUSH(a, &m->of, fresh);
    return ARRAY_LAST(&m->of);
}

static void
add_middles(arena *a, face_middles *m, const page_text *t)
{
    for (size_t i = 0; i < t->at.n; i++) {
        const placed *p = &t->at.at[i];
        if (p->middle == 0)
            continue;
        face_middle *of = middle_for(a, m, p->glyph.face);
        of->sum += p->middle;
        of->n++;
    }
}

/* The ink of ideographs is in the middle of their box, taken together. A face
 * without any stands where fonts for Chinese mostly have it. */
static double
box_top(arena *a, face_middles *m, slice face)
{
    face_middle *of = middle_for(a, m, face);
    return of->n == 0 ? 0.88 : of->sum / (double)of->n + 0.5;
}

/* ── lines ── */

static int
by_baseline(const void *a, const void *b)
{
    const placed *p = a, *q = b;
    if (p->baseline != q->baseline)
        return p->baseline < q->baseline ? -1 : 1;
    return p->glyph.x < q->glyph.x ? -1 : p->glyph.x > q->glyph.x;
}

static int
by_x(const void *a, const void *b)
{
    const placed *p = a, *q = b;
    return p->glyph.x < q->glyph.x ? -1 : p->glyph.x > q->glyph.x;
}

/* The glyph that most of a stretch are like, in size. */
static const placed *
typical(const placed *at, size_t n)
{
    const placed *best = at;
    size_t most = 0;
    for (size_t i = 0; i < n; i++) {
        size_t same = 0;
        if (i > 0 && at[i].glyph.size == best->glyph.size)
            continue;
        for (size_t k = 0; k < n; k++)
            same += at[k].glyph.size == at[i].glyph.size &&
                    at[k].glyph.code != ' ';
        if (same > most) {
            most = same;
            best = &at[i];
        }
    }
    return best;
}

/* The first glyph of the typical size: what the line's box is that of. */
static const placed *
leading_glyph(const placed *at, size_t n)
{
    double size = typical(at, n)->glyph.size;
    for (size_t i = 0; i < n; i++)
        if (at[i].glyph.size == size && code_is_ideograph(at[i].glyph.code))
            return &at[i];
    return typical(at, n);
}

/* Where a column starts beside another: white that ends at one place in so
 * many rows. */
typedef struct gutter {
    double right;
    size_t rows;
} gutter;

typedef struct gathering {
    arena *arena;
    seen_document *out;
    face_middles *middles;
    size_t page;
    ARRAY(gutter) gutters;
} gathering;

static void
add_line(gathering *g, const placed *at, size_t n)
{
    const placed *lead = leading_glyph(at, n);
    const seen_glyph *last = &at[n - 1].glyph;
    seen_line line = {.page = g->page,
                      .part = SEEN_PROSE,
                      .baseline = lead->baseline,
                      .left = at[0].glyph.x,
                      .right = last->x + last->advance,
                      .size = lead->glyph.size,
                      .colour = lead->colour};
    line.top = lead->baseline -
               line.size * box_top(g->arena, g->middles, lead->glyph.face);
    for (size_t i = 0; i < n; i++)
        ARRAY_PUSH(g->arena, &line.glyphs, at[i].glyph);
    ARRAY_PUSH(g->arena, &g->out->lines, line);
}

/* Where the ink of a glyph ends: a mark has white in its square. */
static double
end_of_ink(const seen_glyph *g)
{
    mark_kind mark = character_mark_of(g->code);
    bool has_white = mark == MARK_CLOSING || mark == MARK_PAUSE ||
                     mark == MARK_STOP || mark == MARK_EXCLAIM;
    return g->x + (has_white ? fmin(g->advance, g->size / 2) : g->advance);
}

/* Where it may start: an opening mark has it on the other side. */
static double
start_of_ink(const seen_glyph *g)
{
    bool has_white = character_mark_of(g->code) == MARK_OPENING &&
                     g->advance > 0.9 * g->size;
    return g->x + (has_white ? g->size / 2 : 0);
}

/* White before glyph `i` of a row, of its em. */
static double
white_before(const placed *at, size_t i)
{
    const seen_glyph *before = &at[i - 1].glyph;
    return (start_of_ink(&at[i].glyph) - end_of_ink(before)) /
           fmax(before->size, at[i].glyph.size);
}

/* Whether a gutter that ends at `c` may be in the white before glyph `i`. */
static bool
may_hold(const gutter *c, const placed *at, size_t i)
{
    double em = at[i].glyph.size, right = start_of_ink(&at[i].glyph);
    double left = end_of_ink(&at[i - 1].glyph);
    return c->right < right + GUTTER_SAME * em &&
           c->right > left + (GUTTER - GUTTER_SAME) * em;
}

/* Whether the white before glyph `i` of a row has a gutter in it: headings and
 * first lines are set in, and start behind it. */
static bool
is_at_gutter(const gathering *g, const placed *at, size_t i)
{
    for (size_t k = 0; k < g->gutters.n; k++)
        if (g->gutters.at[k].rows >= GUTTER_ROWS &&
            may_hold(&g->gutters.at[k], at, i))
            return true;
    return false;
}

/* What stands on one baseline, parted where white is too wide for a line. */
static void
add_row(gathering *g, placed *at, size_t n)
{
    size_t first = 0;
    for (size_t i = 1; i <= n; i++) {
        double white = i < n ? white_before(at, i) : 0;
        bool is_apart = i == n || white > APART ||
                        (white > GUTTER && is_at_gutter(g, at, i));
        if (is_apart) {
            add_line(g, at + first, i - first);
            first = i;
        }
    }
}

static void
note_gutter(gathering *g, const placed *at, size_t i)
{
    double right = start_of_ink(&at[i].glyph);
    for (size_t k = 0; k < g->gutters.n; k++)
        if (fabs(g->gutters.at[k].right - right) <
            GUTTER_SAME * at[i].glyph.size)
            return;
    gutter fresh = {right, 0};
    ARRAY_PUSH(g->arena, &g->gutters, fresh);
}

/* A first line of the column behind it starts farther right. */
static void
count_gutter(gathering *g, const placed *at, size_t i)
{
    for (size_t k = 0; k < g->gutters.n; k++)
        g->gutters.at[k].rows += may_hold(&g->gutters.at[k], at, i);
}

/* White that may be of a gutter has most of a line on either side. */
static void
for_gutters(gathering *g, placed *at, size_t n,
            void (*act)(gathering *, const placed *, size_t))
{
    double right = at[n - 1].glyph.x + at[n - 1].glyph.advance;
    size_t first = 0;
    for (size_t i = 1; i < n; i++) {
        double white = white_before(at, i), em = at[i].glyph.size;
        if (white <= GUTTER)
            continue;
        if (at[i].glyph.x - at[first].glyph.x > GUTTER_BESIDE * em &&
            right - at[i].glyph.x > GUTTER_BESIDE * em)
            act(g, at, i);
        first = i;
    }
}

static void
note_gutters(gathering *g, placed *at, size_t n)
{
    for_gutters(g, at, n, note_gutter);
}

static void
count_gutters(gathering *g, placed *at, size_t n)
{
    for_gutters(g, at, n, count_gutter);
}

/* Do something with each row of the page, from left to right. */
static void
for_rows(gathering *g, page_text *t,
         void (*act)(gathering *, placed *, size_t))
{
    size_t first = 0;
    for (size_t i = 1; i <= t->at.n; i++) {
        placed *head = &t->at.at[first];
        bool ends = i == t->at.n ||
                    t->at.at[i].baseline - head->baseline >
                        SAME_LINE * fmax(t->at.at[i].glyph.size,
                                         head->glyph.size);
        if (ends) {
            act(g, head, i - first);
            first = i;
        }
    }
}

static void
sort_row(gathering *g, placed *at, size_t n)
{
    (void)g;
    qsort(at, n, sizeof *at, by_x);
}

static void
add_lines(gathering *g, page_text *t)
{
    qsort(t->at.at, t->at.n, sizeof *t->at.at, by_baseline);
    for_rows(g, t, sort_row);
    for_rows(g, t, note_gutters);
    for_rows(g, t, count_gutters);
    for_rows(g, t, add_row);
}

/* ── rules ── */

static void
add_rules(gathering *g, const page_drawing *d)
{
    for (size_t i = 0; i < d->shapes.n; i++) {
        const drawn_shape *s = &d->shapes.at[i];
        seen_rule rule = {g->page, s->box.x1, s->box.y1,
                          s->box.x2 - s->box.x1, s->box.y2 - s->box.y1,
                          s->colour};
        if (rule.w > RULE_LENGTH && rule.h < RULE_HEIGHT)
            ARRAY_PUSH(g->arena, &g->out->rules, rule);
    }
}

seen_document
seen_from_reader(arena *a, const reader_document *from)
{
    seen_document out = {.n_pages = from->pages.n};
    face_middles middles = {.of = {0}};
    size_t n = from->pages.n;
    page_drawing *drawings = ARENA_ARRAY(a, n, page_drawing);
    page_text *texts = ARENA_ARRAY(a, n, page_text);
    told_sizes sizes = sizes_told(a, from);
    for (size_t i = 0; i < n; i++) {
        drawings[i] = drawing_from_svg(a, from->pages.at[i].drawing);
        texts[i] = text_of(a, &from->pages.at[i], &drawings[i], &sizes);
        add_middles(a, &middles, &texts[i]);
    }
    for (size_t i = 0; i < n; i++) {
        gathering g = {a, &out, &middles, i, {0}};
        add_lines(&g, &texts[i]);
        add_rules(&g, &drawings[i]);
    }
    out.width = from->pages.at[0].width;
    out.height = from->pages.at[0].height;
    gathered_sort(a, &out);
    return out;
}
