#include "proof/typography.h"

#include <math.h>

#include "base/code.h"
#include "proof/column.h"
#include "proof/justified.h"
#include "proof/parted.h"
#include "proof/river.h"
#include "text/measure_word.h"

/* Em: lines of a paragraph may be set in from each other by so much. */
#define INDENT_MOST 4.5

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

/* ── one line ── */

static bool
starts_no_line(const seen_line *l, size_t i)
{
    mark_kind mark = seen_mark(l, i);
    bool is_pair = i + 1 < l->glyphs.n &&
                   l->glyphs.at[i].code == l->glyphs.at[i + 1].code;
    return mark == MARK_CLOSING || mark == MARK_PAUSE || mark == MARK_STOP ||
           mark == MARK_EXCLAIM || mark == MARK_INTERPUNCT ||
           mark == MARK_SOLIDUS || (mark == MARK_CONNECTOR && !is_pair);
}

/* Room between Han, and what marks have lost: their squares are an em. */
static void
measure_places(line_measure *m)
{
    const seen_line *l = m->line;
    double em = seen_em(l);
    for (size_t i = 0; i + 1 < l->glyphs.n; i++) {
        const seen_glyph *a = &l->glyphs.at[i], *b = &l->glyphs.at[i + 1];
        double step = (b->x - a->x) / em;
        bool are_han =
            code_is_ideograph(a->code) && code_is_ideograph(b->code);
        if (are_han && a->size == b->size)
            m->room = fmax(m->room, step - 1);
        if (code_is_ideograph(a->code) &&
            character_is_western(seen_kind(l, i + 1)))
            m->gap = fmax(m->gap, step - 1);
        mark_kind mark = seen_mark(l, i);
        bool is_wide = mark != MARK_NONE && mark != MARK_INTERPUNCT &&
                       mark != MARK_DASH && mark != MARK_ELLIPSIS &&
                       mark != MARK_CONNECTOR && mark != MARK_SOLIDUS;
        if (is_wide && step < 1)
            m->squeeze += 1 - step;
    }
}

/* The prohibitions are those of Chinese: ’ may start an English line. */
static void
judge_edges(arena *a, line_measure *m, const seen_line *next)
{
    const seen_line *l = m->line;
    size_t first = seen_first_ink(l), last = seen_last_ink(l);
    if (first == l->glyphs.n)
        return;
    bool is_chinese = seen_has_han(l);
    m->faults[FAULT_START] = is_chinese && starts_no_line(l, first);
    if (next == NULL)
        return;
    size_t then = seen_first_ink(next);
    m->faults[FAULT_END] =
        is_chinese && seen_mark(l, last) == MARK_OPENING;
    if (then == next->glyphs.n)
        return;
    m->faults[FAULT_FIGURE] =
        (is_chinese || seen_has_han(next)) && /* or they are labels */
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
        n += seen_kind(l, i) != CHARACTER_MARK &&
             seen_kind(l, i) != CHARACTER_SPACE;
    return n == 1 && seen_has_han(l);
}

/* Han of one line are of one face, but for emphasis: a single stranger is a
 * substitute. */
static bool
has_stranger(const seen_line *l)
{
    for (size_t i = 1; i + 1 < l->glyphs.n; i++) {
        const seen_glyph *g = &l->glyphs.at[i];
        bool is_between = code_is_ideograph(g->code) &&
                          code_is_ideograph(g[-1].code) &&
                          code_is_ideograph(g[1].code);
        if (is_between && !slice_equal(g->face, g[-1].face) &&
            slice_equal(g[-1].face, g[1].face))
            return true;
    }
    return false;
}

/* ── paragraphs ── */

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
    m.faults[FAULT_RIVER] = river_runs_to(lines, i);
    return m;
}

/* Whether line `b` goes on right below `a`, in its column; on the next page
 * columns stand where they did. */
static bool
is_in_one_column(const seen_line *a, const seen_line *b)
{
    bool is_below = a->page != b->page || b->baseline > a->baseline;
    return is_below && fabs(b->left - a->left) < INDENT_MOST * seen_em(a);
}

/* What the lines of a paragraph in one column, from `from` on, lack of where
 * most of them end; the first line behind them. */
static size_t
measure_stretch(line_measure *m, const seen_line *const *lines, size_t n,
                size_t from)
{
    size_t end = from + 1;
    while (end < n && is_in_one_column(lines[end - 1], lines[end]))
        end++;
    size_t shown = end - from + (end < n); /* the last line shows nothing */
    double right = column_common_edge(lines + from, shown);
    bool is_known = column_lines_at(lines + from, shown, right) > 1;
    for (size_t i = from; i < end; i++)
        m[i].lacking =
            is_known ? (right - seen_edge(lines[i])) / seen_em(lines[i])
                     : LACKING_UNKNOWN;
    return end;
}

static void
judge_lines(arena *a, typography *t, const seen_line *const *lines, size_t n)
{
    line_measure *m = &t->lines[t->n];
    for (size_t i = 0; i < n; i++)
        m[i] = judged(a, lines, n, i);
    for (size_t i = 0; i < n;)
        i = measure_stretch(m, lines, n, i);
    t->n += n;
}

/* ── all of them ── */

static void
sum_up(typography *t)
{
    for (size_t i = 0; i < t->n; i++) {
        const line_measure *m = &t->lines[i];
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
    justified_judge(a, d, &t);
    sum_up(&t);
    return t;
}
