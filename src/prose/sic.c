#include "prose/sic.h"

#include "prose/prose.h"

/* Whether the place lies within an occurrence of `words`: what a person
 * answers for is written out, so that a changed text is looked at anew. */
static bool
is_within(jb_span span, slice words)
{
    if (span.source == NULL || words.len < span.last - span.first)
        return false;
    slice text = source_text(span.source);
    size_t more = words.len - (span.last - span.first);
    size_t from = span.first > more ? span.first - more : 0;
    size_t to = span.last + more < text.len ? span.last + more : text.len;
    slice around = slice_cut(text, from, to);
    return slice_find(around, words) < around.len;
}

void
sic_settle(const metrics_text *words, size_t n, size_t before,
           jb_diags *diags)
{
    size_t end = diags_count(diags);
    for (size_t w = 0; w < n; w++) {
        bool has_any = words[w].text.len == 0;
        for (size_t i = before; i < end; i++) {
            if (!is_within(diags_at(diags, i)->span, words[w].text))
                continue;
            diags_settle(diags, i, SLICE_OF("“原文如此”里有这句话，照排。"));
            has_any = true;
        }
        if (!has_any)
            diag_report(diags, &PROSE_SIC_UNUSED, words[w].span,
                        words[w].text);
    }
}
