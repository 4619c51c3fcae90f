#include "proof/begun.h"

#include "base/code.h"
#include "base/utf8.h"

bool
begun_as_item(const seen_line *l)
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

static bool
is_one_of(const char *texts, uint32_t code)
{
    slice s = slice_from(texts);
    for (size_t at = 0; at < s.len;)
        if (utf8_next(s, &at) == code)
            return true;
    return false;
}

/* 二、 behind a sentence that has ended. */
static bool
is_numbered(const seen_line *a, const seen_line *b)
{
    static const char numerals[] = "一二三四五六七八九十";
    size_t last = seen_last_ink(a), i = 0;
    mark_kind mark = seen_mark(a, last);
    bool has_ended = mark == MARK_STOP || mark == MARK_EXCLAIM ||
                     (last < a->glyphs.n &&
                      (a->glyphs.at[last].code == 0xFF1B ||
                       a->glyphs.at[last].code == 0xFF1A));
    while (i < b->glyphs.n &&
           is_one_of(numerals, b->glyphs.at[i].code))
        i++;
    return has_ended && i > 0 && i < b->glyphs.n &&
           b->glyphs.at[i].code == 0x3001;
}

bool
begun_anew(const seen_line *a, const seen_line *b)
{
    return begun_as_item(b) || is_numbered(a, b) || turns_face(a, b);
}
