#include "proof/typography.h"

#include <math.h>

#include "base/code.h"
#include "proof/parted.h"
#include "text/character.h"
#include "text/measure_word.h"

/* Of an em: what rounding may leave. */
#define SLIGHT 0.01
/* White this wide (em) is seen as a hole; three below each other, no further
 * apart than that, are a river. */
#define HOLE 0.45

static const char *const NAMES[FAULT_COUNT] = {
    [FAULT_START] = "行首禁则",  [FAULT_END] = "行尾禁则",
    [FAULT_FIGURE] = "拆开的数", [FAULT_OUTSIDE] = "超出行宽",
    [FAULT_RAGGED] = "没有撑满", [FAULT_LONE] = "孤字",
    [FAULT_WIDOW] = "孤行（段末）", [FAULT_ORPHAN] = "孤行（段首）",
    [FAULT_UNIT] = "数与单位分开", [FAULT_RIVER] = "白河",
    [FAULT_FACE] = "替换字形",
};

const char *
fault_name(proof_fault fault)
{
    return NAMES[fault];
}

/* ── characters ── */

static character_kind
kind_at(const seen_line *l, size_t i)
{
    return character_kind_of(l->glyphs.at[i].code);
}

/* The first and last characters that are no spaces, or n. */
static size_t
first_ink(const seen_line *l)
{
    size_t i = 0;
    while (i < l->glyphs.n && kind_at(l, i) == CHARACTER_SPACE)
        i++;
    return i;
}

static size_t
last_ink(const seen_line *l)
{
    size_t i = l->glyphs.n;
    while (i > 0 && kind_at(l, i - 1) == CHARACTER_SPACE)
        i--;
    return i == 0 ? l->glyphs.n : i - 1;
}

static mark_kind
mark_of(const seen_line *l, size_t i)
{
    return i < l->glyphs.n ? character_mark_of(l->glyphs.at[i].code)
                           : MARK_NONE;
}

static bool
starts_no_line(const seen_line *l, size_t i)
{
    mark_kind mark = mark_of(l, i);
    bool is_pair = i + 1 < l->glyphs.n &&
                   l->glyphs.at[i].code == l->glyphs.at[i + 1].code;
    return mark == MARK_CLOSING || mark == MARK_PAUSE || mark == MARK_STOP ||
           mark == MARK_EXCLAIM || mark == MARK_INTERPUNCT ||
           mark == MARK_SOLIDUS || (mark == MARK_CONNECTOR && !is_pair);
}

/* ── one line ── */

static double
em_of(const seen_line *l)
{
    for (size_t i = 0; i < l->glyphs.n; i++)
        if (code_is_ideograph(l->glyphs.at[i].code))
            return l->glyphs.at[i].size;
    return l->size;
}

/* Room between Han, and what marks have lost: their squares are an em. */
static void
measure_places(line_measure *m)
{
    const seen_line *l = m->line;
    double em = em_of(l);
    for (size_t i = 0; i + 1 < l->glyphs.n; i++) {
        const seen_glyph *a = &l->glyphs.at[i], *b = &l->glyphs.at[i + 1];
        double step = (b->x - a->x) / em;
        bool are_han = code_is_ideograph(a->code) && code_is_ideograph(b->code);
        if (are_han && a->size == b->size)
            m->room = fmax(m->room, step - 1);
        mark_kind mark = mark_of(l, i);
        bool is_wide = mark != MARK_NONE && mark != MARK_INTERPUNCT &&
                       mark != MARK_DASH && mark != MARK_ELLIPSIS &&
                       mark != MARK_CONNECTOR && mark != MARK_SOLIDUS;
        if (is_wide && step < 1)
            m->squeeze += 1 - step;
    }
}

/* The prohibitions are those of Chinese: ’ may start an English line. */
static bool
has_han(const seen_line *l)
{
    for (size_t i = 0; i < l->glyphs.n; i++)
        if (code_is_ideograph(l->glyphs.at[i].code))
            return true;
    return false;
}

static void
judge_edges(arena *a, line_measure *m, const seen_line *next)
{
    const seen_line *l = m->line;
    size_t first = first_ink(l), last = last_ink(l);
    if (first == l->glyphs.n)
        return;
    bool is_chinese = has_han(l);
    m->faults[FAULT_START] = is_chinese && starts_no_line(l, first);
    if (next == NULL)
        return;
    size_t then = first_ink(next);
    m->faults[FAULT_END] =
        is_chinese && mark_of(l, last) == MARK_OPENING;
    if (then == next->glyphs.n)
        return;
    m->faults[FAULT_FIGURE] =
        (is_chinese || has_han(next)) && /* or they are labels */
        parted_is_figure(a, l, next);
    m->faults[FAULT_UNIT] = code_is_digit(l->glyphs.at[last].code) &&
                            measure_word_length(seen_text(a, next)) > 0;
}

/* One Han, with a mark or not. */
static bool
is_lone(const seen_line *l)
{
    size_t n = 0;
    for (size_t i = 0; i < l->glyphs.n; i++)
        n += kind_at(l, i) != CHARACTER_MARK &&
             kind_at(l, i) != CHARACTER_SPACE;
    return n < 2;
}

/* Han of one line are of one face, but for emphasis: a single stranger is a
 * substitute. */
static bool
has_stranger(const seen_line *l)
{
    for (size_t i = 1; i + 1 < l->glyphs.n; i++) {
        const seen_glyph *g = &l->glyphs.at[i];
        bool is_between = code_is_ideograph(g->code) &&
                          code_is_ideograph(g[-1].code) && code_is_ideograph(g[1].code);
        if (is_between && !slice_equal(g->face, g[-1].face) &&
            slice_equal(g[-1].face, g[1].face))
            return true;
    }
    return false;
}

/* ── lines among each other ── */

static double
edge_of(const seen_line *l)
{
    size_t last = last_ink(l);
    return last == l->glyphs.n
               ? l->right
               : l->glyphs.at[last].x + l->glyphs.at[last].advance;
}

/* ── rivers ── */

#define HOLES_MOST 16

typedef struct holes {
    double at[HOLES_MOST]; /* their middles */
    size_t n;
} holes;

static holes
holes_of(const seen_line *l)
{
    holes h = {.n = 0};
    double em = em_of(l);
    for (size_t i = 0; i + 1 < l->glyphs.n && h.n < HOLES_MOST; i++) {
        const seen_glyph *a = &l->glyphs.at[i], *b = &l->glyphs.at[i + 1];
        bool is_space = kind_at(l, i) == CHARACTER_SPACE;
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

/* Holes below each other in this line and the two before it. */
static bool
is_river(const seen_line *const *lines, size_t i)
{
    if (i < 2)
        return false;
    holes a = holes_of(lines[i - 2]), b = holes_of(lines[i - 1]);
    holes c = holes_of(lines[i]);
    double em = em_of(lines[i]);
    for (size_t k = 0; k < b.n; k++)
        if (is_below(&a, b.at[k], em) && is_below(&c, b.at[k], em))
            return true;
    return false;
}

/* ── paragraphs ── */

/* Half an em wide, whatever the face has (GB/T 15834-2011 5.1.8, 5.1.9). */
static bool
is_half_wide(const seen_line *l, size_t i)
{
    mark_kind mark = mark_of(l, i);
    return mark == MARK_INTERPUNCT || mark == MARK_CONNECTOR ||
           mark == MARK_SOLIDUS ||
           (i < l->glyphs.n && l->glyphs.at[i].code == '/');
}

/* A mark at a line's end may hang out by a part of itself; a reader may see
 * one narrower than the place it was given. */
static bool
ends_at(const seen_line *l, double edge)
{
    double beyond = (edge_of(l) - edge) / em_of(l);
    size_t last = last_ink(l);
    bool is_mark = mark_of(l, last) != MARK_NONE;
    return fabs(beyond) < SLIGHT || (is_mark && beyond > 0 && beyond < 0.5) ||
           (is_half_wide(l, last) && beyond < 0 && beyond > -0.5);
}

static size_t
lines_ending_at(const seen_line *const *lines, size_t n, double edge)
{
    size_t same = 0;
    for (size_t i = 0; i + 1 < n; i++)
        same += ends_at(lines[i], edge);
    return same;
}

/* Where most lines but the last end: the measure as drawn. */
static double
common_edge(const seen_line *const *lines, size_t n)
{
    double edge = edge_of(lines[0]);
    size_t most = 0;
    for (size_t i = 0; i + 1 < n; i++) {
        size_t same = lines_ending_at(lines, n, edge_of(lines[i]));
        if (same <= most)
            continue;
        most = same;
        edge = edge_of(lines[i]);
    }
    return edge;
}

static line_measure
judged(arena *a, const seen_line *const *lines, size_t n, size_t i)
{
    line_measure m = {.line = lines[i], .is_last = i + 1 == n};
    const seen_line *next = i + 1 < n ? lines[i + 1] : NULL;
    measure_places(&m);
    judge_edges(a, &m, next);
    bool starts_page = i > 0 && lines[i]->page != lines[i - 1]->page;
    bool ends_page = next != NULL && next->page != lines[i]->page;
    m.faults[FAULT_LONE] = m.is_last && n > 1 && is_lone(lines[i]);
    m.faults[FAULT_FACE] = has_stranger(lines[i]);
    m.faults[FAULT_WIDOW] = m.is_last && n > 1 && starts_page;
    m.faults[FAULT_ORPHAN] = i == 0 && n > 2 && ends_page;
    m.faults[FAULT_RIVER] = is_river(lines, i);
    return m;
}

/* What a line lacks of an end that no two lines of its paragraph have. */
#define LACKING_UNKNOWN (-1e6)

static void
judge_lines(arena *a, typography *t, const seen_line *const *lines, size_t n)
{
    double right = common_edge(lines, n);
    bool is_known = lines_ending_at(lines, n, right) > 1;
    for (size_t i = 0; i < n; i++) {
        line_measure m = judged(a, lines, n, i);
        m.lacking = is_known ? (right - edge_of(lines[i])) / em_of(lines[i])
                             : LACKING_UNKNOWN;
        t->lines[t->n++] = m;
    }
}

/* ── white behind lines ── */

/* Where lines of a column end. So many make a measure, be they justified or
 * not: of lines of Han that are not, many are full by themselves. */
#define ENDS_LEAST 3
/* Different ends that are looked at: in long texts that are ragged every line
 * may have its own. */
#define ENDS_MOST 500

typedef struct column_end {
    double left, right, em;
    size_t n, n_full; /* full: of justified paragraphs */
} column_end;

typedef struct column_ends {
    ARRAY(column_end) of;
} column_ends;

/* Lines that show where their column ends: all but the last and headings. */
static bool
runs_on(const line_measure *m)
{
    return !m->is_last && !m->line->is_heading;
}

/* The left of a column is that of lines that are not the first; where the
 * second stands in another column the first is taken for indented by two. */
static double
column_left(const typography *t, size_t i)
{
    const seen_line *l = t->lines[i].line;
    bool is_first = i == 0 || t->lines[i - 1].is_last;
    if (!is_first || !runs_on(&t->lines[i]))
        return l->left;
    double next = t->lines[i + 1].line->left;
    double indent = 2 * em_of(l);
    return fabs(next - l->left) <= 2 * indent ? next : l->left - indent;
}

static bool
is_in_column(const column_end *e, const typography *t, size_t i)
{
    double em = em_of(t->lines[i].line);
    return fabs(e->left - column_left(t, i)) < SLIGHT * em &&
           fabs(e->em - em) < SLIGHT * em;
}

static column_ends
column_ends_of(arena *a, const typography *t)
{
    column_ends ends = {.of = {0}};
    for (size_t i = 0; i < t->n; i++) {
        double right = edge_of(t->lines[i].line);
        double em = em_of(t->lines[i].line);
        size_t k = 0;
        if (!runs_on(&t->lines[i]))
            continue;
        while (k < ends.of.n && !(is_in_column(&ends.of.at[k], t, i) &&
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

/* Where most lines of the line's column end; NULL: there is no such place. */
static const column_end *
end_of_column(const column_ends *ends, const typography *t, size_t i)
{
    const column_end *best = NULL;
    for (size_t k = 0; k < ends->of.n; k++) {
        const column_end *e = &ends->of.at[k];
        if (e->n >= ENDS_LEAST && is_in_column(e, t, i) &&
            (best == NULL || e->n > best->n))
            best = e;
    }
    return best;
}

/* ── which lines are full ── */

/* From the end of its paragraph's lines (judge_lines), or of its column's:
 * a paragraph may go on in another column. */
static double
lacking_at(const typography *t, const column_ends *ends, size_t i)
{
    const line_measure *m = &t->lines[i];
    const column_end *end = end_of_column(ends, t, i);
    if (end == NULL)
        return fmax(0, m->lacking);
    double of_column = (end->right - edge_of(m->line)) / em_of(m->line);
    return fmax(0, fabs(m->lacking) < SLIGHT ? 0 : of_column);
}

static bool
is_at_end(const typography *t, const column_ends *ends, size_t i)
{
    const line_measure *m = &t->lines[i];
    const column_end *end = end_of_column(ends, t, i);
    double right = edge_of(m->line) + m->lacking * em_of(m->line);
    return ends_at(m->line, right) ||
           (end != NULL && ends_at(m->line, end->right));
}

/* Four lines or more of which three quarters end where they should are
 * justified: lines that are not seldom agree so often. */
static void
set_paragraph(typography *t, column_ends *ends, size_t first, size_t last)
{
    size_t at_end = 0;
    for (size_t i = first; i < last; i++)
        at_end += runs_on(&t->lines[i]) && is_at_end(t, ends, i);
    if (last - first < 3 || at_end * 4 < 3 * (last - first))
        return;
    for (size_t i = first; i <= last; i++) {
        line_measure *m = &t->lines[i];
        m->is_justified = true;
        m->is_full = i < last;
        m->faults[FAULT_RAGGED] = m->is_full && !is_at_end(t, ends, i);
    }
}

/* Paragraphs of two or three lines tell too little by themselves: they are
 * justified when they end where justified lines of their column do. */
static void
set_short_paragraph(typography *t, const column_ends *ends, size_t first,
                    size_t last)
{
    bool is_set = last > first && last - first < 3;
    for (size_t i = first; i < last; i++) {
        const column_end *end = end_of_column(ends, t, i);
        is_set &= runs_on(&t->lines[i]) && end != NULL &&
                  end->n_full * 2 > end->n &&
                  ends_at(t->lines[i].line, end->right);
    }
    for (size_t i = first; is_set && i <= last; i++) {
        t->lines[i].is_justified = true;
        t->lines[i].is_full = i < last;
    }
}

static void
count_full(const typography *t, column_ends *ends)
{
    for (size_t k = 0; k < ends->of.n; k++) {
        column_end *e = &ends->of.at[k];
        for (size_t i = 0; i < t->n; i++)
            e->n_full += t->lines[i].is_full && is_in_column(e, t, i) &&
                         ends_at(t->lines[i].line, e->right);
    }
}

static void
set_paragraphs(typography *t, column_ends *ends)
{
    for (size_t first = 0, i = 0; i < t->n; i++)
        if (t->lines[i].is_last) {
            set_paragraph(t, ends, first, i);
            first = i + 1;
        }
    count_full(t, ends);
    for (size_t first = 0, i = 0; i < t->n; i++)
        if (t->lines[i].is_last) {
            set_short_paragraph(t, ends, first, i);
            first = i + 1;
        }
}

static void
measure_lacking(typography *t, const column_ends *ends)
{
    size_t n = 0;
    for (size_t i = 0; i < t->n; i++) {
        line_measure *m = &t->lines[i];
        m->lacking = runs_on(m) ? lacking_at(t, ends, i) : 0;
        t->mean_lacking += m->lacking;
        t->worst_lacking = fmax(t->worst_lacking, m->lacking);
        n += runs_on(m);
    }
    if (n > 0)
        t->mean_lacking /= (double)n;
}

/* ── all of them ── */

/* The farthest right that several full lines end: no line may go beyond. */
static double
measure_edge(const typography *t)
{
    double edge = 0;
    for (size_t i = 0; i < t->n; i++) {
        double own = edge_of(t->lines[i].line);
        size_t same = 0;
        if (!t->lines[i].is_full || own <= edge)
            continue;
        for (size_t k = 0; k < t->n && same < 2; k++)
            same += t->lines[k].is_full && k != i &&
                    fabs(edge_of(t->lines[k].line) - own) <
                        SLIGHT * em_of(t->lines[i].line);
        if (same == 2)
            edge = own;
    }
    return edge;
}

static void
sum_up(typography *t)
{
    double edge = measure_edge(t);
    for (size_t i = 0; i < t->n; i++) {
        line_measure *m = &t->lines[i];
        m->faults[FAULT_OUTSIDE] =
            edge > 0 && m->is_justified &&
            edge_of(m->line) > edge + SLIGHT * em_of(m->line);
        for (int f = 0; f < FAULT_COUNT; f++)
            t->faults[f] += m->faults[f];
        if (!m->is_full)
            continue;
        t->n_full++;
        t->mean_room += m->room;
        t->mean_squeeze += m->squeeze;
        t->worst_room = fmax(t->worst_room, m->room);
        t->worst_squeeze = fmax(t->worst_squeeze, m->squeeze);
    }
    if (t->n_full > 0) {
        t->mean_room /= (double)t->n_full;
        t->mean_squeeze /= (double)t->n_full;
    }
}

/* Lines of one paragraph need not follow each other: running heads and
 * figures come between. */
typography
typography_of(arena *a, const seen_document *d)
{
    typography t = {.lines = ARENA_ARRAY(a, d->lines.n, line_measure)};
    const seen_line **own =
        ARENA_ARRAY(a, d->lines.n, const seen_line *);
    bool *is_done = ARENA_ARRAY(a, d->lines.n, bool);
    for (size_t i = 0; i < d->lines.n; i++) {
        const seen_line *first = &d->lines.at[i];
        size_t n = 0;
        if (first->part != SEEN_PROSE || is_done[i])
            continue;
        for (size_t k = i; k < d->lines.n; k++) {
            const seen_line *l = &d->lines.at[k];
            if (l->page > first->page + 2)
                break;
            if (l->paragraph != first->paragraph || l->part != SEEN_PROSE ||
                l->glyphs.n == 0)
                continue;
            is_done[k] = true;
            own[n++] = l;
        }
        if (n > 0)
            judge_lines(a, &t, own, n);
    }
    column_ends ends = column_ends_of(a, &t);
    set_paragraphs(&t, &ends);
    measure_lacking(&t, &ends);
    sum_up(&t);
    return t;
}
