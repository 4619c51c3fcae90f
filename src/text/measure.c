#include "text/measure.h"

/* What stands between an atom and the one before it on the line. */
static measure_sum
boundary(const text_atoms *t, const text_options *options, size_t i)
{
    const text_atom *a = &t->at[i];
    measure_sum b = {a->gap - a->trim_left, a->gap_shrink, a->gap_stretch, 0};
    if (i == 0)
        return b;
    b.width -= a[-1].trim_right;
    b.opens = a->can_open;
    if (a->can_open)
        b.width += options->tracking;
    return b;
}

void
measure_prepare(arena *scratch, const text_atoms *t,
                const text_options *options, measure_sums *out)
{
    *out = (measure_sums){t, options,
                          ARENA_ARRAY(scratch, t->n + 1, measure_sum)};
    measure_sum sum = {0, 0, 0, 0};
    for (size_t i = 0; i < t->n; i++) {
        const text_atom *a = &t->at[i];
        measure_sum b = boundary(t, options, i);
        out->before[i] = sum;
        sum.width += a->advance + b.width;
        sum.shrink += a->shrink + b.shrink;
        sum.stretch += a->stretch + b.stretch;
        sum.opens += b.opens;
    }
    out->before[t->n] = sum;
}

static bool
is_space(const text_atom *a)
{
    return a->kind == CHARACTER_SPACE;
}

/* One 、，。 hangs, and only when no other mark is beside it (CLREQ
 * #hanging_punctuation_marks_at_line_end). */
static bool
can_hang(const text_atom *before, const text_atom *a)
{
    bool is_light = a->mark == MARK_STOP || a->code == 0x3001 ||
                    a->code == 0xFF0C;
    return is_light && (before == NULL || before->mark == MARK_NONE);
}

/* Half an em of a mark at the line's end always goes (GB/T 15834 5.1.10);
 * hanging, the whole mark does. */
static jb_len
end_trim(const measure_sums *m, const text_atom *a, bool is_alone)
{
    if (m->options->hangs_marks && can_hang(is_alone ? NULL : a - 1, a))
        return a->advance;
    return a->blank_right;
}

/* Shrink that the outer marks no longer have once they are trimmed. */
static int64_t
lost_shrink(const text_atom *a, jb_len trimmed, jb_len standing)
{
    if (a->mark == MARK_NONE)
        return 0;
    jb_len lost = trimmed - standing;
    return lost < a->shrink ? lost : a->shrink;
}

measure_edge
measure_start(const measure_sums *m, size_t first)
{
    const text_atom *at = m->atoms->at;
    while (first < m->atoms->n && is_space(&at[first]))
        first++;
    measure_edge e = {.at = first, .sum = m->before[first]};
    if (first == m->atoms->n)
        return e;
    measure_sum edge = boundary(m->atoms, m->options, first);
    const text_atom *a = &at[first];
    e.trim = a->mark == MARK_OPENING ? a->blank_left : 0;
    e.sum.width += edge.width + e.trim;
    e.sum.shrink += edge.shrink + lost_shrink(a, e.trim, a->trim_left);
    e.sum.stretch += edge.stretch;
    e.sum.opens += edge.opens;
    return e;
}

static measure_edge
end_of(const measure_sums *m, size_t last, bool is_alone)
{
    const text_atom *b = &m->atoms->at[last - 1];
    measure_edge e = {.at = last, .sum = m->before[last]};
    e.trim = b->mark == MARK_OPENING ? 0 : end_trim(m, b, is_alone);
    e.sum.width -= e.trim;
    if (last < m->atoms->n)
        e.sum.width += m->atoms->at[last].hyphen;
    if (!is_alone)
        e.sum.shrink -= lost_shrink(b, e.trim, b->trim_right);
    return e;
}

measure_edge
measure_end(const measure_sums *m, size_t last)
{
    while (last > 0 && is_space(&m->atoms->at[last - 1]))
        last--;
    return last == 0 ? (measure_edge){0} : end_of(m, last, last == 1);
}

measured_line
measure_between(const measure_sums *m, const measure_edge *start,
                const measure_edge *end)
{
    if (end->at <= start->at)
        return (measured_line){.first = start->at, .last = start->at};
    measure_edge alone;
    if (end->at == start->at + 1) {
        alone = end_of(m, end->at, true);
        end = &alone;
    }
    int64_t shrink = end->sum.shrink - start->sum.shrink;
    return (measured_line){
        .first = start->at,
        .last = end->at,
        .width = end->sum.width - start->sum.width,
        .shrink = shrink > 0 ? shrink : 0,
        .stretch = end->sum.stretch - start->sum.stretch,
        .opens = end->sum.opens - start->sum.opens,
        .trim_start = start->trim,
        .trim_end = end->trim,
    };
}

measured_line
measure_line(const measure_sums *m, size_t first, size_t last)
{
    measure_edge start = measure_start(m, first);
    measure_edge end = measure_end(m, last);
    return measure_between(m, &start, &end);
}
