#include "proof/begun.h"

#include "base/code.h"

/* ① and its kin: what starts so is a note or an item of its own. */
static bool
is_item(const seen_line *l)
{
    uint32_t code = l->glyphs.at[0].code;
    return (code >= 0x2460 && code <= 0x24FF) ||
           (code >= 0x2776 && code <= 0x2793);
}

/* Han of line `b` are all of a face that line `a` does not end in: one of them
 * is a heading of the text's size. */
static bool
turns_face(const seen_line *a, const seen_line *b)
{
    slice last = {0}, own = {0};
    for (size_t i = 0; i < a->glyphs.n; i++)
        if (code_is_ideograph(a->glyphs.at[i].code))
            last = a->glyphs.at[i].face;
    for (size_t i = 0; i < b->glyphs.n; i++) {
        const seen_glyph *g = &b->glyphs.at[i];
        if (!code_is_ideograph(g->code))
            continue;
        if (own.len > 0 && !slice_equal(own, g->face))
            return false;
        own = g->face;
    }
    return last.len > 0 && own.len > 0 && !slice_equal(last, own);
}

bool
begun_anew(const seen_line *a, const seen_line *b)
{
    return is_item(b) || turns_face(a, b);
}
