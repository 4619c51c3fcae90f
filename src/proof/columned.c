#include "proof/columned.h"

#include <math.h>
#include <stdlib.h>

#include "proof/begun.h"

/* Lines that stand beside others make columns of prose when so many of them
 * begin and end at the same places, and are so many em wide; or so few in two
 * columns of one width. */
#define COLUMN_LINES 6
#define SISTERS_LINES 4
#define COLUMN_WIDTH 10
#define EDGES_MOST 500 /* pairs of them that are counted */

static bool
are_alike(const column *a, double left, double right, double size)
{
    double slight = 0.02 * size;
    return fabs(a->left - left) < slight && fabs(a->right - right) < slight &&
           fabs(a->size - size) <= SEEN_SAME_SIZE;
}

/* Where the ink of a line may start: the white half of an opening mark lies
 * outside. */
static double
inner_left(const seen_line *l)
{
    const seen_glyph *first = &l->glyphs.at[0];
    bool is_outside = character_mark_of(first->code) == MARK_OPENING &&
                      first->advance > 0.9 * first->size;
    return l->left + (is_outside ? first->size / 2 : 0);
}

static bool
ends_in_mark(const seen_line *l)
{
    return character_mark_of(ARRAY_LAST(&l->glyphs)->code) != MARK_NONE;
}

/* … and end: so does that of a mark at the end. */
static double
inner_right(const seen_line *l)
{
    const seen_glyph *last = ARRAY_LAST(&l->glyphs);
    mark_kind mark = character_mark_of(last->code);
    bool is_outside = (mark == MARK_CLOSING || mark == MARK_PAUSE ||
                       mark == MARK_STOP || mark == MARK_EXCLAIM) &&
                      last->advance > 0.9 * last->size;
    return l->right - (is_outside ? last->size / 2 : 0);
}

/* From edge to edge; a mark at the end may have white of its own. */
static bool
fills_column(const column *c, const seen_line *l)
{
    const seen_glyph *last = ARRAY_LAST(&l->glyphs);
    double left = inner_left(l), inside = l->right - last->advance;
    return are_alike(c, left, l->right, l->size) ||
           (ends_in_mark(l) && inside < c->right && l->right > c->right &&
            are_alike(c, left, c->right, l->size));
}

/* Where a line ends that makes a column: one that ends in a mark where the
 * first lines of paragraphs do, which are indented by two. */
static double
likely_right(const columns *c, const seen_line *l)
{
    double indented = inner_left(l) + 2 * l->size, slight = 0.02 * l->size;
    double inside = l->right - ARRAY_LAST(&l->glyphs)->advance;
    for (size_t i = 0; i < c->of.n && ends_in_mark(l); i++) {
        const column *o = &c->of.at[i];
        if (are_alike(o, indented, o->right, l->size) && inside < o->right &&
            l->right > o->right - slight)
            return o->right;
    }
    return inner_right(l);
}

static void
add_to_columns(arena *a, columns *c, const seen_line *l)
{
    if (l->right - l->left < COLUMN_WIDTH * l->size)
        return;
    for (size_t i = 0; i < c->of.n; i++)
        if (fills_column(&c->of.at[i], l)) {
            c->of.at[i].n++;
            return;
        }
    if (c->of.n < EDGES_MOST)
        ARRAY_PUSH(a, &c->of, ((column){inner_left(l), likely_right(c, l),
                                        l->size, 1}));
}

/* Between the edges of a column, up to an indent from its left; the mark at
 * the end may have white of its own. */
static bool
is_in_column(const column *c, const seen_line *l)
{
    return fabs(c->size - l->size) <= SEEN_SAME_SIZE &&
           inner_left(l) > c->left - 0.1 * c->size &&
           inner_left(l) < c->left + 2.6 * c->size &&
           l->right < c->right + 0.8 * c->size;
}

/* Lines from edge to edge, and first lines, which are indented by two. */
static size_t
lines_of_column(const columns *all, const column *c)
{
    size_t n = c->n;
    for (size_t i = 0; i < all->of.n; i++)
        if (are_alike(&all->of.at[i], c->left + 2 * c->size, c->right,
                      c->size))
            n += all->of.at[i].n;
    return n;
}

/* Columns of one width stand side by side. */
static bool
are_sisters(const column *a, const column *b)
{
    bool are_apart = a->right < b->left || b->right < a->left;
    double width = b->right - b->left;
    return are_apart && are_alike(a, a->left, a->left + width, b->size);
}

/* First lines of the paragraphs of another column. */
static bool
starts_paragraphs(const columns *all, const column *c)
{
    for (size_t i = 0; i < all->of.n; i++)
        if (are_alike(&all->of.at[i], c->left - 2 * c->size, c->right,
                      c->size))
            return true;
    return false;
}

typedef struct reach {
    size_t n, full; /* lines between the edges; of them, to the right one */
} reach;

/* Of the lines of a page from `first` on; the last lines of paragraphs, below
 * a full one, tell nothing. */
static size_t
count_reach(const seen_document *d, const column *c, size_t first, reach *r)
{
    const seen_line *full = NULL; /* the latest */
    size_t i = first;
    for (; i < d->lines.n && d->lines.at[i].page == d->lines.at[first].page;
         i++) {
        const seen_line *l = &d->lines.at[i];
        if (l->part != SEEN_TABLE || !is_in_column(c, l))
            continue;
        bool is_full = l->right > c->right - 0.02 * c->size;
        bool is_last = !is_full && full != NULL && seen_are_adjacent(full, l);
        r->n += !is_last;
        r->full += is_full;
        full = is_full ? l : NULL;
    }
    return i;
}

/* Whether most of the lines between the edges of a column reach the right one,
 * on the pages where some do: cells of a table may be as wide as each other,
 * but most are not. */
static bool
is_mostly_full(const seen_document *d, const column *c)
{
    reach all = {0, 0};
    for (size_t i = 0; i < d->lines.n;) {
        reach r = {0, 0};
        i = count_reach(d, c, i, &r);
        if (r.full > 0) {
            all.n += r.n;
            all.full += r.full;
        }
    }
    return all.full * 2 >= all.n;
}

static bool
is_column(const seen_document *d, const columns *all, const column *c)
{
    if (starts_paragraphs(all, c) || !is_mostly_full(d, c))
        return false;
    size_t own = lines_of_column(all, c), beside = 0;
    for (size_t i = 0; i < all->of.n; i++)
        if (are_sisters(c, &all->of.at[i]))
            beside += lines_of_column(all, &all->of.at[i]);
    return own >= COLUMN_LINES ||
           (beside > 0 && own + beside >= SISTERS_LINES);
}

/* What ends in a mark tells least of where the column ends: it comes last. */
static columns
columns_of(arena *a, const seen_document *d)
{
    columns all = {.of = {0}}, out = {.of = {0}};
    for (int with_marks = 0; with_marks < 2; with_marks++)
        for (size_t i = 0; i < d->lines.n; i++)
            if (d->lines.at[i].part == SEEN_TABLE &&
                ends_in_mark(&d->lines.at[i]) == (with_marks != 0))
                add_to_columns(a, &all, &d->lines.at[i]);
    for (size_t i = 0; i < all.of.n; i++)
        if (is_column(d, &all, &all.of.at[i]) && out.of.n < COLUMNED_MOST)
            ARRAY_PUSH(a, &out.of, all.of.at[i]);
    return out;
}

/* Whether a line of the column stands right above or below line `i`; others
 * may be between them in the order of the page. */
static bool
is_beside_column(const seen_document *d, const uint8_t *of, size_t i,
                 uint8_t number)
{
    size_t from = i > COLUMNED_MOST ? i - COLUMNED_MOST : 0;
    for (size_t k = from; k < d->lines.n && k <= i + COLUMNED_MOST; k++)
        if (of[k] == number &&
            seen_are_adjacent(&d->lines.at[k], &d->lines.at[i]))
            return true;
    return false;
}

/* Full lines are of their column by themselves, others beside one that is. */
static void
put_in_column(const columns *c, seen_document *d, uint8_t *of, size_t i)
{
    seen_line *l = &d->lines.at[i];
    bool is_open = l->part == SEEN_PROSE || l->part == SEEN_TABLE;
    for (size_t k = 0; is_open && k < c->of.n && of[i] == 0; k++) {
        bool is_full = fills_column(&c->of.at[k], l);
        if (is_full || (is_in_column(&c->of.at[k], l) &&
                        is_beside_column(d, of, i, (uint8_t)(k + 1))))
            of[i] = (uint8_t)(k + 1);
    }
}

static int
by_left(const void *a, const void *b)
{
    const column *p = a, *q = b;
    return p->left < q->left ? -1 : p->left > q->left;
}

columned_lines
columned_from(arena *a, seen_document *d)
{
    columned_lines c = {.of = ARENA_ARRAY(a, d->lines.n, uint8_t),
                        .columns = columns_of(a, d)};
    if (c.columns.of.n > 1)
        qsort(c.columns.of.at, c.columns.of.n, sizeof *c.columns.of.at,
              by_left);
    for (size_t i = 0; i < d->lines.n; i++)
        put_in_column(&c.columns, d, c.of, i);
    for (size_t i = d->lines.n; i > 0; i--) /* those above their column */
        put_in_column(&c.columns, d, c.of, i - 1);
    for (size_t i = 0; i < d->lines.n; i++)
        if (c.of[i] > 0)
            d->lines.at[i].part = SEEN_PROSE;
    return c;
}

/* ── paragraphs that go on in the next column ── */

typedef struct ordered_line {
    seen_line line;
    uint8_t column;
    size_t at; /* where it was */
} ordered_line;

static int
by_column(const void *a, const void *b)
{
    const ordered_line *p = a, *q = b;
    if (p->line.page != q->line.page)
        return p->line.page < q->line.page ? -1 : 1;
    if (p->column != q->column)
        return p->column < q->column ? -1 : 1;
    return p->at < q->at ? -1 : 1;
}

/* Whether a column of one width follows: on the page, or on the next one when
 * `a` stands in the last. */
static bool
is_next_column(const columns *c, const ordered_line *a, const ordered_line *b)
{
    const column *p = &c->of.at[a->column - 1], *q = &c->of.at[b->column - 1];
    bool is_later = a->line.page == b->line.page ? p->right < q->left
                                                 : p->left > q->left;
    double width = p->right - p->left;
    return b->line.page <= a->line.page + 1 && is_later &&
           are_alike(q, q->left, q->left + width, p->size);
}

/* Whether text of the same size stands in the way of a line, below it (1) or
 * above it (-1) in its column. */
static bool
is_inside_column(const ordered_line *all, size_t n, const column *c,
                 const ordered_line *l, int side)
{
    for (size_t i = 0; i < n; i++) {
        const seen_line *o = &all[i].line;
        bool is_near = o->page == l->line.page && o->part != SEEN_RUNNING &&
                       fabs(o->size - c->size) <= SEEN_SAME_SIZE;
        if (is_near && o->left < c->right && o->right > c->left &&
            side * (o->baseline - l->line.baseline) > 0)
            return true;
    }
    return false;
}

/* The last line of a column, filled, and the first of the next, not set in. */
static bool
goes_on_beside(const columns *c, const ordered_line *a, const ordered_line *b)
{
    if (a->column == 0 || b->column == 0 || a->line.part != SEEN_PROSE ||
        b->line.part != SEEN_PROSE || !is_next_column(c, a, b))
        return false;
    const column *p = &c->of.at[a->column - 1], *q = &c->of.at[b->column - 1];
    bool is_filled = a->line.right > p->right - 1.1 * p->size;
    bool is_flush = inner_left(&b->line) < q->left + 0.1 * q->size;
    return is_filled && is_flush && !a->line.is_heading &&
           !b->line.is_heading && !begun_anew(&a->line, &b->line);
}

static bool
are_outermost(const ordered_line *all, size_t n, const columned_lines *c,
              const ordered_line *last, const ordered_line *first)
{
    const column *p = &c->columns.of.at[last->column - 1];
    const column *q = &c->columns.of.at[first->column - 1];
    return !is_inside_column(all, n, p, last, 1) &&
           !is_inside_column(all, n, q, first, -1);
}

/* All lines of one number get the other; they are near each other. */
static void
renumber(ordered_line *lines, size_t n, uint32_t from, uint32_t to)
{
    size_t page = lines[0].line.page;
    for (size_t i = 0; i < n && lines[i].line.page <= page + 1; i++)
        if (lines[i].line.paragraph == from)
            lines[i].line.paragraph = to;
}

void
columned_join(arena *a, seen_document *d, const columned_lines *c)
{
    if (c->columns.of.n < 2)
        return;
    ordered_line *lines = ARENA_ARRAY(a, d->lines.n, ordered_line);
    for (size_t i = 0; i < d->lines.n; i++)
        lines[i] = (ordered_line){d->lines.at[i], c->of[i], i};
    qsort(lines, d->lines.n, sizeof *lines, by_column);
    const ordered_line *last = NULL; /* in a column */
    for (size_t i = 0; i < d->lines.n; i++) {
        ordered_line *l = &lines[i];
        if (l->column == 0 || l->line.part != SEEN_PROSE)
            continue;
        if (last != NULL && goes_on_beside(&c->columns, last, l) &&
            are_outermost(lines, d->lines.n, c, last, l))
            renumber(l, d->lines.n - i, l->line.paragraph,
                     last->line.paragraph);
        last = l;
    }
    for (size_t i = 0; i < d->lines.n; i++)
        d->lines.at[i] = lines[i].line;
}
