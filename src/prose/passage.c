#include "prose/passage.h"

passage
passage_from_source(arena *a, const jb_source *source)
{
    slice text = source_text(source);
    passage p = {text, ARENA_NEW(a, passage_piece), 1};
    p.pieces[0] = (passage_piece){.last = text.len, .is_typed = true,
                                  .span = span_of(source, 0, text.len)};
    return p;
}

/* A typed run is a cut of the person's text; what placeholders wrote is
 * not. */
static bool
is_cut_of(slice whole, slice run)
{
    uintptr_t start = (uintptr_t)whole.at, at = (uintptr_t)run.at;
    return at >= start && at + run.len <= start + whole.len;
}

passage
passage_from_prose(arena *a, const metrics_text *whole,
                   const prose_text *filled)
{
    passage p = {prose_plain(a, filled),
                 ARENA_ARRAY(a, filled->n, passage_piece), filled->n};
    size_t at = 0;
    for (size_t i = 0; i < filled->n; i++) {
        const prose_run *run = &filled->at[i];
        passage_piece piece = {.first = at, .last = at + run->text.len,
                               .span = run->span};
        if (run->fact == NULL && is_cut_of(whole->text, run->text)) {
            piece.is_typed = true;
            piece.node = whole->node;
            piece.offset =
                (size_t)(run->text.at - (whole->node != NULL
                                             ? whole->node->text.at
                                             : whole->text.at));
        }
        p.pieces[i] = piece;
        at = piece.last;
    }
    return p;
}

static jb_span
span_in_piece(const passage_piece *piece, size_t first, size_t last)
{
    size_t from = piece->offset + first - piece->first;
    size_t to = piece->offset + last - piece->first;
    if (!piece->is_typed)
        return piece->span;
    if (piece->node != NULL)
        return tree_span_within(piece->node, from, to);
    return span_of(piece->span.source, piece->span.first + from,
                   piece->span.first + to);
}

jb_span
passage_span(const passage *p, size_t first, size_t last)
{
    jb_span span = SPAN_NONE;
    for (size_t i = 0; i < p->n; i++) {
        const passage_piece *piece = &p->pieces[i];
        size_t from = first > piece->first ? first : piece->first;
        size_t to = last < piece->last ? last : piece->last;
        if (from >= to)
            continue;
        jb_span own = span_in_piece(piece, from, to);
        span = span.source == NULL ? own : span_cover(span, own);
    }
    return span;
}

bool
passage_is_typed(const passage *p, size_t first, size_t last)
{
    for (size_t i = 0; i < p->n; i++)
        if (p->pieces[i].is_typed && p->pieces[i].first < last &&
            p->pieces[i].last > first)
            return true;
    return false;
}
