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

measured_line
measure_line(const measure_sums *m, size_t first, size_t last)
{
    const text_atom *at = m->atoms->at;
    while (first < last && is_space(&at[first]))
        first++;
    while (last > first && is_space(&at[last - 1]))
        last--;
    measured_line l = {.first = first, .last = last};
    if (first == last)
        return l;
    const measure_sum *from = &m->before[first], *to = &m->before[last];
    measure_sum edge = boundary(m->atoms, m->options, first);
    l.width = to->width - from->width - edge.width;
    l.shrink = to->shrink - from->shrink - edge.shrink;
    l.stretch = to->stretch - from->stretch - edge.stretch;
    l.opens = to->opens - from->opens - edge.opens;
    const text_atom *a = &at[first], *b = &at[last - 1];
    l.trim_start = a->mark == MARK_OPENING ? a->blank_left : 0;
    l.trim_end =
        b->mark == MARK_OPENING ? 0 : end_trim(m, b, last - first == 1);
    l.width -= l.trim_start + l.trim_end;
    l.shrink -= lost_shrink(a, l.trim_start, a->trim_left);
    if (last - first > 1)
        l.shrink -= lost_shrink(b, l.trim_end, b->trim_right);
    if (l.shrink < 0)
        l.shrink = 0;
    return l;
}
