#include <math.h>

#include "base/code.h"
#include "proof/seen.h"

character_kind
seen_kind(const seen_line *l, size_t i)
{
    return character_kind_of(l->glyphs.at[i].code);
}

size_t
seen_first_ink(const seen_line *l)
{
    size_t i = 0;
    while (i < l->glyphs.n && seen_kind(l, i) == CHARACTER_SPACE)
        i++;
    return i;
}

size_t
seen_last_ink(const seen_line *l)
{
    size_t i = l->glyphs.n;
    while (i > 0 && seen_kind(l, i - 1) == CHARACTER_SPACE)
        i--;
    return i == 0 ? l->glyphs.n : i - 1;
}

mark_kind
seen_mark(const seen_line *l, size_t i)
{
    return i < l->glyphs.n ? character_mark_of(l->glyphs.at[i].code)
                           : MARK_NONE;
}

double
seen_em(const seen_line *l)
{
    for (size_t i = 0; i < l->glyphs.n; i++)
        if (code_is_ideograph(l->glyphs.at[i].code))
            return l->glyphs.at[i].size;
    return l->size;
}

bool
seen_has_han(const seen_line *l)
{
    for (size_t i = 0; i < l->glyphs.n; i++)
        if (code_is_ideograph(l->glyphs.at[i].code))
            return true;
    return false;
}

double
seen_edge(const seen_line *l)
{
    size_t last = seen_last_ink(l);
    return last == l->glyphs.n
               ? l->right
               : l->glyphs.at[last].x + l->glyphs.at[last].advance;
}

bool
seen_are_adjacent(const seen_line *a, const seen_line *b)
{
    double step = fabs(b->baseline - a->baseline);
    return a->page == b->page && step > 0 && step < 2.2 * a->size &&
           fabs(a->size - b->size) <= SEEN_SAME_SIZE;
}
