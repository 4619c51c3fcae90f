#include "proof/width.h"

#include <math.h>

#include "proof/column.h"
#include "proof/justified.h"

/* Three lines that end at one place are set to it; two, when there are no
 * others. */
#define WIDTH_LEAST 3

static bool
are_alike(const width_column *c, const width_column *o)
{
    double slight = COLUMN_SLIGHT * o->em;
    return c->page == o->page && c->is_beside == o->is_beside &&
           fabs(c->left - o->left) < slight && fabs(c->em - o->em) < slight;
}

/* The columns of a page are among the latest: paragraphs come in the order
 * they start, and reach over few pages. */
#define COLUMNS_LATE 64

static size_t
column_for(arena *a, column_widths *w, const width_column *of)
{
    size_t n = w->columns.n, from = n > COLUMNS_LATE ? n - COLUMNS_LATE : 0;
    for (size_t k = n; k > from; k--)
        if (are_alike(&w->columns.at[k - 1], of))
            return k;
    ARRAY_PUSH(a, &w->columns, *of);
    return w->columns.n;
}

static void
find_right(const typography *t, width_column *c)
{
    for (size_t i = 0; i < c->lines.n; i++) {
        double edge = seen_edge(t->lines[c->lines.at[i]].line);
        size_t n = 0;
        for (size_t k = 0; k < c->lines.n; k++)
            n += column_ends_line(t->lines[c->lines.at[k]].line, edge);
        if (n > c->n_at) {
            c->n_at = n;
            c->right = edge;
        }
    }
}

/* Whether some line of the column is as wide, the mark at its end aside. */
static bool
has_width(const typography *t, const width_column *c, const column_width *w)
{
    if (fabs(c->em - w->em) >= COLUMN_SLIGHT * c->em)
        return false;
    if (c->n_at > 1)
        return fabs(c->right - c->left - w->width) < COLUMN_SLIGHT * c->em;
    for (size_t i = 0; i < c->lines.n; i++)
        if (column_ends_line(t->lines[c->lines.at[i]].line,
                             c->left + w->width))
            return true;
    return false;
}

/* Marks have a half taken off wherever they stand: what is more or less was
 * taken for the line to end there. */
static bool
is_squeezed(const line_measure *m)
{
    return fabs(remainder(m->squeeze, 0.5)) > JUSTIFIED_ROOM;
}

static void
add_lines(const typography *t, const width_column *c, column_width *w)
{
    w->n += c->lines.n;
    for (size_t i = 0; i < c->lines.n; i++) {
        const line_measure *m = &t->lines[c->lines.at[i]];
        if (!column_ends_line(m->line, c->left + w->width))
            continue;
        w->n_at++;
        w->is_put_in |= m->room > JUSTIFIED_ROOM || is_squeezed(m);
        if (m->gap > 0)
            w->least = w->least == 0 ? m->gap : fmin(w->least, m->gap);
        w->most = fmax(w->most, m->gap);
        w->is_put_in |= w->least > 0 && w->most - w->least > JUSTIFIED_ROOM;
    }
}

static void
add_column(arena *a, column_widths *w, const typography *t, width_column *c)
{
    size_t k = 0;
    while (k < w->of.n && !has_width(t, c, &w->of.at[k]))
        k++;
    if (k == w->of.n) {
        column_width fresh = {.em = c->em, .width = c->right - c->left};
        ARRAY_PUSH(a, &w->of, fresh);
    }
    c->width = k;
    add_lines(t, c, &w->of.at[k]);
}

/* Columns in which lines agree come first: one line alone, with a mark that
 * may hang at its end, tells little of the width. */
column_widths
widths_of(arena *a, const seen_document *d, const typography *t)
{
    column_widths w = {.column = ARENA_ARRAY(a, t->n, size_t)};
    for (size_t i = 0; i < t->n; i++) {
        const seen_line *l = t->lines[i].line;
        if (!column_is_shown_by(&t->lines[i]))
            continue;
        width_column of = {.page = l->page, .left = column_left(t, i),
                           .em = seen_em(l),
                           .is_beside = column_room(d, l) < d->width};
        w.column[i] = column_for(a, &w, &of);
        ARRAY_PUSH(a, &w.columns.at[w.column[i] - 1].lines, i);
    }
    for (size_t k = 0; k < w.columns.n; k++)
        find_right(t, &w.columns.at[k]);
    for (int alone = 0; alone < 2; alone++)
        for (size_t k = 0; k < w.columns.n; k++)
            if ((w.columns.at[k].n_at == 1) == (alone != 0))
                add_column(a, &w, t, &w.columns.at[k]);
    return w;
}

static bool
is_set(const column_width *w)
{
    bool are_many = w->n_at >= WIDTH_LEAST &&
                    (w->is_put_in || w->n_at == w->n);
    bool are_all = w->n_at == 2 && w->n == 2 && w->is_put_in;
    return w->n_at * 4 >= 3 * w->n && (are_many || are_all);
}

bool
widths_set_line(const column_widths *w, const typography *t, size_t i)
{
    if (w->column[i] == 0)
        return false;
    const width_column *c = &w->columns.at[w->column[i] - 1];
    const column_width *is = &w->of.at[c->width];
    return is_set(is) &&
           column_ends_line(t->lines[i].line, c->left + is->width);
}
