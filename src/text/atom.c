#include "text/atom.h"

#include "base/array.h"
#include "base/utf8.h"
#include "text/normal.h"
#include "text/penalty.h"

#define DIAG(name, severity, message, hint)                                  \
    DIAG_DEFINE(name, severity, message, hint)
#include "text/diag.def"
#undef DIAG

typedef ARRAY(normal_character) characters;

static void
decode_span(arena *a, const text_span *span, size_t index, characters *out)
{
    for (size_t at = 0; at < span->text.len;) {
        size_t from = at;
        uint32_t code = utf8_next(span->text, &at);
        normal_character c = {code, (uint32_t)index, (uint32_t)from,
                              (uint32_t)(at - from), span->is_literal};
        ARRAY_PUSH(a, out, c);
    }
}

/* Where character `from` of a span stands: exact while the span is verbatim
 * text of its source, else the whole span. */
static jb_span
place_in(const text_span *span, uint32_t from, uint32_t bytes)
{
    jb_span at = span->span;
    if (at.source == NULL || at.last - at.first != span->text.len)
        return at;
    return span_of(at.source, at.first + from, at.first + from + bytes);
}

jb_span
atom_span(const text_atoms *t, size_t i)
{
    const text_atom *atom = &t->at[i];
    return place_in(&t->spans[atom->span], atom->from, atom->bytes);
}

static bool
is_literal_span_list(const text_span *spans, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!spans[i].is_literal)
            return false;
    return true;
}

static void
normalise(const text_context *c, const text_span *spans, size_t n_spans,
          characters *text)
{
    size_t first = 0;
    bool changes = c->options->normalises &&
                   !is_literal_span_list(spans, n_spans);
    size_t n = normal_apply(text->at, text->n, changes, &first);
    if (n == 0)
        return;
    const normal_character *at = &text->at[first];
    diag_report(c->diags, &TEXT_NORMALISED,
                place_in(&spans[at->span], at->from, at->bytes),
                slice_printf(c->scratch, "%zu", n));
}

void
atom_forbid(text_atom *atom)
{
    atom->penalty = PENALTY_FORBIDDEN;
}

void
atom_discourage(text_atom *atom, int32_t penalty)
{
    if (atom->penalty >= 0 && atom->penalty < penalty)
        atom->penalty = penalty;
}

/* Hebrew, Arabic and their kin, by block. */
static bool
is_right_to_left(uint32_t code)
{
    return (code >= 0x590 && code <= 0x8FF) ||
           (code >= 0xFB1D && code <= 0xFDFF) ||
           (code >= 0xFE70 && code <= 0xFEFC) ||
           (code >= 0x10800 && code <= 0x10FFF) ||
           (code >= 0x1E800 && code <= 0x1EFFF);
}

/* Once a paragraph. */
static void
report_right_to_left(const text_context *c, const text_atoms *t)
{
    size_t i = 0;
    while (i < t->n && !is_right_to_left(t->at[i].code))
        i++;
    if (i == t->n)
        return;
    const text_atom *atom = &t->at[i];
    diag_report(c->diags, &TEXT_RIGHT_TO_LEFT, atom_span(t, i),
                slice_cut(t->text, atom->byte, atom->byte + atom->bytes));
}

void
atoms_from_spans(const text_context *c, const text_span *spans,
                 size_t n_spans, text_atoms *out)
{
    characters text = {0};
    for (size_t i = 0; i < n_spans; i++)
        decode_span(c->scratch, &spans[i], i, &text);
    normalise(c, spans, n_spans, &text);
    *out = (text_atoms){.spans = spans, .n_spans = n_spans};
    out->em = n_spans > 0 ? spans[0].size : 0;
    out->at = ARENA_ARRAY(c->scratch, text.n, text_atom);
    slice_builder bytes = {.arena = c->scratch};
    for (size_t i = 0; i < text.n; i++) {
        const normal_character *n = &text.at[i];
        if (n->code == 0)
            continue;
        text_atom *atom = &out->at[out->n++];
        atom->code = n->code;
        atom->span = n->span;
        atom->from = n->from;
        atom->byte = (uint32_t)bytes.len;
        builder_add_code(&bytes, n->code);
        atom->bytes = (uint32_t)bytes.len - atom->byte;
        atom->property = property_of(n->code);
        atom->kind = character_kind_by(n->code, atom->property);
        if (atom->kind == CHARACTER_MARK)
            atom->mark = character_mark_of(n->code);
        atom->size = spans[n->span].size;
        atom->rise = spans[n->span].rise;
    }
    out->text = slice_copy(c->arena, builder_slice(&bytes));
    atoms_classify_by_neighbours(out);
    report_right_to_left(c, out);
}
