#include <math.h>

#include "base/code.h"
#include "proof/gongwen_part.h"
#include "text/character.h"

/* ── folios ── */

static bool
is_folio(const seen_line *l)
{
    bool has_digit = false;
    for (size_t i = 0; i < l->glyphs.n; i++) {
        uint32_t code = l->glyphs.at[i].code;
        has_digit |= code_is_digit(code);
        if (!code_is_digit(code) && code != 0x2014 &&
            character_kind_of(code) != CHARACTER_SPACE)
            return false;
    }
    return has_digit && l->part == SEEN_RUNNING;
}

/* Odd pages at the right, even at the left, one character in. */
static void
measure_folio(const seen_document *d, area_edges edges, proof_dimension *out)
{
    bool has_some = d->n_pages < 2; /* a letter's first page has none */
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (!is_folio(l))
            continue;
        has_some = true;
        double inset = l->page % 2 == 0 ? edges.right - l->right
                                        : l->left - edges.left;
        double below = (l->top + l->size / 2) * MM_PER_PT;
        dimension_set_worst(&out[FOLIO_SIZE], l->size);
        dimension_set_worst(&out[FOLIO_INSET], inset / l->size);
        dimension_set_worst(&out[FOLIO_DROP], below - AREA_TOP - AREA_HEIGHT);
    }
    if (!has_some)
        dimension_set(&out[FOLIO_SIZE], 0);
}

/* The line that says who printed it and when: …印发. */
static const seen_line *
printer_of(const seen_document *d)
{
    for (size_t i = d->lines.n; i > 0; i--) {
        const seen_line *l = &d->lines.at[i - 1];
        size_t n = l->glyphs.n;
        if (n > 1 && l->page + 1 == d->n_pages &&
            l->glyphs.at[n - 2].code == 0x5370 &&
            l->glyphs.at[n - 1].code == 0x53D1)
            return l;
    }
    return NULL;
}

/* ── the imprint ── */

/* Of the printer's size: rules of the imprint stand no farther from the
 * lines they bound than this (in our layouts and in seen documents about
 * half of it; a line and the blank one after it are 3.75). */
#define RULE_NEAR 2.0
/* mm, that rules of one imprint may differ in their ends. */
#define RULE_ALIGNED 1.0

/* The imprint as it stands on the last page. */
typedef struct imprint {
    const seen_document *document;
    const seen_line *printer, *top; /* its last line and its first */
    const seen_rule *last;
} imprint;

/* 抄送 or 主送, with white between or not. */
static bool
lists_receivers(const seen_line *l)
{
    uint32_t head[2] = {0, 0};
    size_t n = 0;
    for (size_t i = 0; i < l->glyphs.n && n < 2; i++)
        if (character_kind_of(l->glyphs.at[i].code) != CHARACTER_SPACE)
            head[n++] = l->glyphs.at[i].code;
    return (head[0] == 0x6284 || head[0] == 0x4E3B) && head[1] == 0x9001;
}

/* The highest line of receivers in the printer's size, or the printer's. */
static const seen_line *
top_of_imprint(const seen_document *d, const seen_line *printer)
{
    const seen_line *top = printer;
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *l = &d->lines.at[i];
        if (l->page == printer->page && l->top < top->top &&
            fabs(l->size - printer->size) < SAME_SIZE && lists_receivers(l))
            top = l;
    }
    return top;
}

/* A thin dark rule on the printer's page. */
static bool
is_black_rule(const imprint *m, const seen_rule *r)
{
    return gongwen_is_black(r->colour) && r->page == m->printer->page;
}

static bool
is_aligned(const seen_rule *a, const seen_rule *b)
{
    double slack = RULE_ALIGNED / MM_PER_PT;
    return fabs(a->x - b->x) < slack &&
           fabs(a->x + a->w - b->x - b->w) < slack;
}

/* The printer's line, or one that its name goes on in. */
static const seen_line *
lowest_of(const imprint *m)
{
    const seen_line *lowest = m->printer;
    for (size_t i = 0; i < m->document->lines.n; i++) {
        const seen_line *l = &m->document->lines.at[i];
        if (l->page == lowest->page && l->part != SEEN_RUNNING &&
            fabs(l->size - lowest->size) < SAME_SIZE &&
            l->top > lowest->top && l->top < lowest->top + 2 * l->size)
            lowest = l;
    }
    return lowest;
}

/* The next rule below the printer's line; a table may follow, or a footer's. */
static const seen_rule *
last_rule(const imprint *m)
{
    const seen_line *l = lowest_of(m);
    const seen_rule *best = NULL;
    for (size_t i = 0; i < m->document->rules.n; i++) {
        const seen_rule *r = &m->document->rules.at[i];
        if (is_black_rule(m, r) && r->y > l->baseline &&
            r->y < l->top + l->size + RULE_NEAR * l->size &&
            (best == NULL || r->y < best->y))
            best = r;
    }
    return best;
}

/* 7.4.1: the first and the last rule 0.35 mm, those between, over who printed
 * it when receivers stand above, 0.25 mm. Rules of notes and tables are of
 * other widths, or farther above. */
static void
measure_rule(const imprint *m, const seen_rule *r, proof_dimension *out)
{
    const seen_line *top = m->top;
    bool is_inside = r->y < m->printer->baseline && r->y > top->baseline;
    bool is_first = r->y <= top->baseline &&
                    r->y > top->top - RULE_NEAR * top->size;
    if (!is_black_rule(m, r) || !is_aligned(r, m->last))
        return;
    if (is_inside)
        dimension_set_worst(&out[IMPRINT_LIGHT], r->h * MM_PER_PT);
    else if (is_first || r == m->last)
        dimension_set_worst(&out[IMPRINT_HEAVY], r->h * MM_PER_PT);
}

/* 7.4.2, 7.4.3: size 4, one character in from either side. */
static void
measure_words(const imprint *m, area_edges edges, proof_dimension *out)
{
    const seen_line *printer = m->printer, *top = m->top;
    double left = printer->left;
    for (size_t i = 0; i < m->document->lines.n; i++) {
        const seen_line *l = &m->document->lines.at[i];
        if (l->page == printer->page &&
            fabs(l->baseline - printer->baseline) < 1)
            left = fmin(left, l->left);
    }
    dimension_set_worst(&out[IMPRINT_SIZE], printer->size);
    dimension_set_worst(&out[IMPRINT_INSET],
                        (left - edges.left) / printer->size);
    dimension_set_worst(&out[IMPRINT_INSET],
                        (edges.right - printer->right) / printer->size);
    if (top != printer)
        dimension_set_worst(&out[IMPRINT_INSET],
                            (top->left - edges.left) / top->size);
}

static void
measure_imprint(const seen_document *d, area_edges edges,
                proof_dimension *out)
{
    imprint m = {.document = d, .printer = printer_of(d)};
    if (m.printer == NULL)
        return;
    m.top = top_of_imprint(d, m.printer);
    m.last = last_rule(&m);
    measure_words(&m, edges, out);
    if (m.last == NULL) {
        dimension_set(&out[IMPRINT_RULE], 0);
        return;
    }
    for (size_t i = 0; i < d->rules.n; i++)
        measure_rule(&m, &d->rules.at[i], out);
    dimension_set(&out[IMPRINT_RULE], m.last->w * MM_PER_PT);
    dimension_set(&out[IMPRINT_FOOT],
                  (m.last->y + m.last->h) * MM_PER_PT -
                      (AREA_TOP + AREA_HEIGHT));
}

void
gongwen_measure_foot(const seen_document *d, area_edges edges,
                     proof_dimension *out)
{
    measure_folio(d, edges, out);
    measure_imprint(d, edges, out);
}
