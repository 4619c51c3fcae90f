#include "text/measure.h"

static int64_t *
sums(arena *a, size_t n)
{
    return ARENA_ARRAY(a, n + 2, int64_t);
}

void
measure_prepare(arena *scratch, const text_atoms *t,
                const text_options *options, measure_sums *out)
{
    size_t n = t->n;
    *out = (measure_sums){t, options, sums(scratch, n), sums(scratch, n),
                          sums(scratch, n), sums(scratch, n),
                          sums(scratch, n), sums(scratch, n),
                          sums(scratch, n)};
    for (size_t i = 0; i < n; i++) {
        const text_atom *a = &t->at[i];
        out->width[i + 1] = out->width[i] + a->advance;
        out->shrink[i + 1] = out->shrink[i] + a->shrink;
        out->stretch[i + 1] = out->stretch[i] + a->stretch;
        jb_len trims = a->trim_left;
        if (i > 0)
            trims += t->at[i - 1].trim_right;
        jb_len between = a->gap - trims;
        if (i > 0 && a->can_open)
            between += options->tracking;
        out->between[i + 1] = out->between[i] + between;
        out->between_shrink[i + 1] = out->between_shrink[i] + a->gap_shrink;
        out->between_stretch[i + 1] =
            out->between_stretch[i] + a->gap_stretch;
        out->opens[i + 1] = out->opens[i] + (i > 0 && a->can_open);
    }
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
    l.width = m->width[last] - m->width[first] + m->between[last] -
              m->between[first + 1];
    l.shrink = m->shrink[last] - m->shrink[first] + m->between_shrink[last] -
               m->between_shrink[first + 1];
    l.stretch = m->stretch[last] - m->stretch[first] +
                m->between_stretch[last] - m->between_stretch[first + 1];
    l.opens = m->opens[last] - m->opens[first + 1];
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
