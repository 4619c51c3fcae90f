#include "text/measure.h"

/* What stands between an atom and the one before it on the line. */
static measure_sum
boundary(const text_atoms *t, const text_options *options, size_t i)
{
    const text_atom *a = &t->at[i];
    measure_sum b = {.width = a->gap - a->trim_left,
                     .shrink = a->gap_shrink,
                     .stretch = a->gap_stretch};
    if (i == 0)
        return b;
    b.width -= a[-1].trim_right;
    if (!a->can_open)
        return b;
    b.width += options->tracking;
    b.opens = 1;
    b.gaps = a->gap_reach > 0;
    b.reach = a->gap_reach;
    return b;
}

void
measure_prepare(arena *scratch, const text_atoms *t,
                const text_options *options, measure_sums *out)
{
    *out = (measure_sums){t, options,
                          ARENA_ARRAY(scratch, t->n + 1, measure_sum)};
    measure_sum sum = {0};
    for (size_t i = 0; i < t->n; i++) {
        const text_atom *a = &t->at[i];
        measure_sum b = boundary(t, options, i);
        out->before[i] = sum;
        sum.width += a->advance + b.width;
        sum.shrink += a->shrink + b.shrink;
        sum.stretch += a->stretch + b.stretch;
        sum.opens += b.opens;
        sum.gaps += b.gaps;
        sum.reach += b.reach;
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
    e.sum.gaps += edge.gaps;
    e.sum.reach += edge.reach;
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
measure_end_of_one(const measure_sums *m, size_t last)
{
    return end_of(m, last, true);
}

measure_edge
measure_end(const measure_sums *m, size_t last)
{
    while (last > 0 && is_space(&m->atoms->at[last - 1]))
        last--;
    return last == 0 ? (measure_edge){0} : end_of(m, last, last == 1);
}

measured_line
measure_line(const measure_sums *m, size_t first, size_t last)
{
    measure_edge start = measure_start(m, first);
    measure_edge end = measure_end(m, last);
    return measure_between(m, &start, &end);
}

int64_t
measure_into_gaps(const measured_line *l, int64_t room, jb_len em)
{
    int64_t others = l->opens - l->gaps;
    int64_t parts = l->gaps * MEASURE_GAP_SHARE;
    if (others == 0)
        return l->gaps > 0 ? room : 0;
    int64_t quiet = em * MEASURE_QUIET;
    int64_t share = room > (others + parts) * quiet
                        ? room - others * quiet
                        : room * parts / (others + parts);
    return share < l->reach ? share : l->reach;
}
