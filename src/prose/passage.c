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

static size_t
count_pieces(const passage *parts, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += parts[i].n + 1;
    return count;
}

static void
append_part(passage *p, const passage *part, size_t at)
{
    for (size_t i = 0; i < part->n; i++) {
        passage_piece piece = part->pieces[i];
        piece.first += at;
        piece.last += at;
        p->pieces[p->n++] = piece;
    }
}

passage
passage_join(arena *a, const passage *parts, size_t n)
{
    passage p = {{0}, ARENA_ARRAY(a, count_pieces(parts, n), passage_piece),
                 0};
    slice_builder text = {.arena = a};
    for (size_t i = 0; i < n; i++) {
        append_part(&p, &parts[i], text.len);
        builder_add(&text, parts[i].text);
        p.pieces[p.n++] = (passage_piece){
            .first = text.len, .last = text.len + 1, .span = SPAN_NONE};
        builder_add(&text, SLICE_OF("\n"));
    }
    p.text = builder_slice(&text);
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

/* The first piece that ends behind byte `at`. */
static size_t
piece_at(const passage *p, size_t at)
{
    size_t low = 0, high = p->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (p->pieces[middle].last > at)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

jb_span
passage_span(const passage *p, size_t first, size_t last)
{
    jb_span span = SPAN_NONE;
    for (size_t i = piece_at(p, first); i < p->n; i++) {
        const passage_piece *piece = &p->pieces[i];
        if (piece->first >= last)
            break;
        size_t from = first > piece->first ? first : piece->first;
        size_t to = last < piece->last ? last : piece->last;
        if (from >= to)
            continue;
        jb_span own = span_in_piece(piece, from, to);
        if (own.source != NULL)
            span = span.source == NULL ? own : span_cover(span, own);
    }
    return span;
}

bool
passage_is_typed(const passage *p, size_t first, size_t last)
{
    for (size_t i = piece_at(p, first); i < p->n; i++) {
        if (p->pieces[i].first >= last)
            return false;
        if (p->pieces[i].is_typed)
            return true;
    }
    return false;
}
