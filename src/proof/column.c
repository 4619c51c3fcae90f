#include "proof/column.h"

#include <math.h>

#define SLIGHT COLUMN_SLIGHT

/* Half an em wide, whatever the face has (GB/T 15834-2011 5.1.8, 5.1.9). */
static bool
is_half_wide(const seen_line *l, size_t i)
{
    mark_kind mark = seen_mark(l, i);
    return mark == MARK_INTERPUNCT || mark == MARK_CONNECTOR ||
           mark == MARK_SOLIDUS ||
           (i < l->glyphs.n && l->glyphs.at[i].code == '/');
}

bool
column_ends_line(const seen_line *l, double edge)
{
    double beyond = (seen_edge(l) - edge) / seen_em(l);
    size_t last = seen_last_ink(l);
    bool is_mark = seen_mark(l, last) != MARK_NONE;
    return fabs(beyond) < SLIGHT || (is_mark && beyond > 0 && beyond < 0.5) ||
           (is_half_wide(l, last) && beyond < 0 && beyond > -0.5);
}

size_t
column_lines_at(const seen_line *const *lines, size_t n, double edge)
{
    size_t same = 0;
    for (size_t i = 0; i + 1 < n; i++)
        same += column_ends_line(lines[i], edge);
    return same;
}

double
column_common_edge(const seen_line *const *lines, size_t n)
{
    double edge = seen_edge(lines[0]);
    size_t most = 0;
    for (size_t i = 0; i + 1 < n; i++) {
        size_t same = column_lines_at(lines, n, seen_edge(lines[i]));
        if (same <= most)
            continue;
        most = same;
        edge = seen_edge(lines[i]);
    }
    return edge;
}

/* Where lines of a column end. So many make a measure, be they justified or
 * not: of lines of Han that are not, many are full by themselves. */
#define ENDS_LEAST 3
/* Different ends that are looked at: in long texts that are ragged every line
 * may have its own. */
#define ENDS_MOST 500

bool
column_is_shown_by(const line_measure *m)
{
    return !m->is_last && !m->line->is_heading;
}

/* The left of a column is that of lines that are not the first; where the
 * second stands in another column the first is taken for indented by two. */
double
column_left(const typography *t, size_t i)
{
    const seen_line *l = t->lines[i].line;
    bool is_first = i == 0 || t->lines[i - 1].is_last;
    if (!is_first || !column_is_shown_by(&t->lines[i]))
        return l->left;
    double next = t->lines[i + 1].line->left;
    double indent = 2 * seen_em(l);
    return fabs(next - l->left) <= 2 * indent ? next : l->left - indent;
}

bool
column_has(const column_end *e, const typography *t, size_t i)
{
    double em = seen_em(t->lines[i].line);
    return fabs(e->left - column_left(t, i)) < SLIGHT * em &&
           fabs(e->em - em) < SLIGHT * em;
}

column_ends
column_ends_of(arena *a, const seen_document *d, const typography *t)
{
    column_ends ends = {.document = d};
    for (size_t i = 0; i < t->n; i++) {
        double right = seen_edge(t->lines[i].line);
        double em = seen_em(t->lines[i].line);
        size_t k = 0;
        if (!column_is_shown_by(&t->lines[i]))
            continue;
        while (k < ends.of.n && !(column_has(&ends.of.at[k], t, i) &&
                                  fabs(ends.of.at[k].right - right) <
                                      SLIGHT * em))
            k++;
        if (k == ENDS_MOST)
            continue;
        if (k == ends.of.n)
            ARRAY_PUSH(a, &ends.of,
                       ((column_end){column_left(t, i), right, em, 0, 0}));
        ends.of.at[k].n++;
    }
    return ends;
}

/* Lines beside this one start no farther from its own height, em. */
#define BESIDE 2.0

static bool
is_beside(const seen_line *l, const seen_line *o)
{
    return o->page == l->page && o->left > l->right &&
           fabs(o->baseline - l->baseline) < BESIDE * seen_em(l);
}

/* How far right a line could go: to where others start that stand beside it,
 * of another column or a figure. */
double
column_room(const seen_document *d, const seen_line *l)
{
    double room = d->width;
    size_t at = (size_t)(l - d->lines.at);
    for (size_t i = at; i > 0 && d->lines.at[i - 1].page == l->page; i--)
        if (is_beside(l, &d->lines.at[i - 1]))
            room = fmin(room, d->lines.at[i - 1].left);
    for (size_t i = at; i < d->lines.n && d->lines.at[i].page == l->page; i++)
        if (is_beside(l, &d->lines.at[i]))
            room = fmin(room, d->lines.at[i].left);
    return room;
}

/* Lines on the page of line `i`, of its column, that end at a place. */
static size_t
lines_on_page(const column_end *e, const typography *t, size_t i)
{
    size_t page = t->lines[i].line->page, n = 0, first = i;
    while (first > 0 && t->lines[first - 1].line->page == page)
        first--;
    for (size_t k = first; k < t->n && t->lines[k].line->page == page; k++)
        n += column_is_shown_by(&t->lines[k]) && column_has(e, t, k) &&
             column_ends_line(t->lines[k].line, e->right);
    return n;
}

/* Columns of other pages may start at the same place and be of other widths:
 * some line of this page has to end where the column is said to. */
const column_end *
column_end_for(const column_ends *ends, const typography *t, size_t i)
{
    const column_end *best = NULL;
    size_t most = 0;
    double room = column_room(ends->document, t->lines[i].line);
    for (size_t k = 0; k < ends->of.n; k++) {
        const column_end *e = &ends->of.at[k];
        if (e->n < ENDS_LEAST || e->right >= room || !column_has(e, t, i))
            continue;
        size_t here = lines_on_page(e, t, i);
        if (here > most ||
            (here > 0 && here == most && e->n > best->n)) {
            most = here;
            best = e;
        }
    }
    return best;
}
