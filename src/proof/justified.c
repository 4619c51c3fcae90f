#include "proof/justified.h"

#include <math.h>

#include "proof/column.h"
#include "proof/width.h"

typedef struct judging {
    typography *t;
    const column_ends *ends;
    const column_widths *widths;
} judging;

/* From the end of its paragraph's lines (judge_lines), or of its column's:
 * a paragraph may go on in another column. */
static double
lacking_at(const typography *t, const column_ends *ends, size_t i)
{
    const line_measure *m = &t->lines[i];
    const column_end *end = column_end_for(ends, t, i);
    if (end == NULL)
        return fmax(0, m->lacking);
    double of_column = (end->right - seen_edge(m->line)) / seen_em(m->line);
    return fmax(0, fabs(m->lacking) < COLUMN_SLIGHT ? 0 : of_column);
}

static bool
is_at_end(const typography *t, const column_ends *ends, size_t i)
{
    const line_measure *m = &t->lines[i];
    const column_end *end = column_end_for(ends, t, i);
    double right = seen_edge(m->line) + m->lacking * seen_em(m->line);
    return column_ends_line(m->line, right) ||
           (end != NULL && column_ends_line(m->line, end->right));
}

/* Em, that a line may miss its end by mistake: of lines that are set as they
 * come, few miss it by less. */
#define HAIR 0.03
/* So many justified lines tell where others end. */
#define FULL_LEAST 3

/* Whether any line was given room: of text that is not justified none is, and
 * its gaps are all alike. */
static bool
is_adjusted(const typography *t, size_t first, size_t last)
{
    double least = 0, most = 0;
    for (size_t i = first; i < last; i++) {
        const line_measure *m = &t->lines[i];
        if (m->room > JUSTIFIED_ROOM)
            return true;
        if (m->gap > 0)
            least = least == 0 ? m->gap : fmin(least, m->gap);
        most = fmax(most, m->gap);
    }
    return most - least > JUSTIFIED_ROOM;
}

/* Four lines or more of which three quarters end where they should are
 * justified, when some were given room. Lines that were not agree so often
 * when they are of nothing but Han: then all must agree, but for a hair. */
static void
set_paragraph(typography *t, column_ends *ends, size_t first, size_t last)
{
    size_t at_end = 0, near_end = 0;
    bool is_given = is_adjusted(t, first, last);
    for (size_t i = first; i < last; i++) {
        bool is_at = is_at_end(t, ends, i);
        at_end += column_is_shown_by(&t->lines[i]) && is_at;
        near_end += is_at || fabs(t->lines[i].lacking) < HAIR;
    }
    bool is_set = at_end * 4 >= 3 * (last - first) &&
                  (near_end == last - first || is_given);
    if (last - first < 3 || !is_set)
        return;
    for (size_t i = first; i <= last; i++) {
        line_measure *m = &t->lines[i];
        m->is_justified = true;
        m->is_full = i < last;
        bool is_off = !is_at_end(t, ends, i);
        bool is_known = m->lacking > LACKING_UNKNOWN;
        m->faults[FAULT_OUTSIDE] = is_off && is_known &&
                                   (is_given || i < last) &&
                                   m->lacking < -COLUMN_SLIGHT;
        m->faults[FAULT_RAGGED] =
            is_off && m->is_full && !m->faults[FAULT_OUTSIDE];
    }
}

/* Whether it ends where lines do that are justified, of whatever size: the
 * text above a note tells where the note's lines end. */
static bool
is_at_full_end(const judging *j, size_t i)
{
    const seen_line *l = j->t->lines[i].line;
    for (size_t k = 0; k < j->ends->of.n; k++)
        if (j->ends->of.at[k].n_full >= FULL_LEAST &&
            column_ends_line(l, j->ends->of.at[k].right))
            return true;
    return false;
}

static bool
is_as_wide(const judging *j, size_t i)
{
    return widths_set_line(j->widths, j->t, i);
}

/* Paragraphs of two or three lines tell too little by themselves: they are
 * justified when each of their lines is told so by others. */
static void
set_short_paragraph(const judging *j, size_t first, size_t last,
                    bool (*is_told)(const judging *, size_t))
{
    line_measure *lines = j->t->lines;
    bool is_set = last > first && !lines[first].is_justified;
    for (size_t i = first; i < last; i++)
        is_set &= column_is_shown_by(&lines[i]) && is_told(j, i);
    for (size_t i = first; is_set && i <= last; i++) {
        lines[i].is_justified = true;
        lines[i].is_full = i < last;
    }
}

static void
set_short_paragraphs(const judging *j,
                     bool (*is_told)(const judging *, size_t))
{
    for (size_t first = 0, i = 0; i < j->t->n; i++)
        if (j->t->lines[i].is_last) {
            set_short_paragraph(j, first, i, is_told);
            first = i + 1;
        }
}

static void
count_full(const typography *t, column_ends *ends)
{
    for (size_t k = 0; k < ends->of.n; k++) {
        column_end *e = &ends->of.at[k];
        for (size_t i = 0; i < t->n; i++)
            e->n_full += t->lines[i].is_full && column_has(e, t, i) &&
                         column_ends_line(t->lines[i].line, e->right);
    }
}

/* By themselves, by lines of their own size, by those of others. */
static void
set_paragraphs(arena *a, typography *t, column_ends *ends)
{
    for (size_t first = 0, i = 0; i < t->n; i++)
        if (t->lines[i].is_last) {
            set_paragraph(t, ends, first, i);
            first = i + 1;
        }
    column_widths widths = widths_of(a, ends->document, t);
    judging j = {t, ends, &widths};
    set_short_paragraphs(&j, is_as_wide);
    count_full(t, ends);
    set_short_paragraphs(&j, is_at_full_end);
}

static void
measure_lacking(typography *t, const column_ends *ends)
{
    size_t n = 0;
    for (size_t i = 0; i < t->n; i++) {
        line_measure *m = &t->lines[i];
        m->lacking = column_is_shown_by(m) ? lacking_at(t, ends, i) : 0;
        t->mean_lacking += m->lacking;
        t->worst_lacking = fmax(t->worst_lacking, m->lacking);
        n += column_is_shown_by(m);
    }
    if (n > 0)
        t->mean_lacking /= (double)n;
}

void
justified_judge(arena *a, const seen_document *d, typography *t)
{
    column_ends ends = column_ends_of(a, d, t);
    set_paragraphs(a, t, &ends);
    measure_lacking(t, &ends);
}
