#include "text/atom.h"

#include "base/array.h"
#include "base/utf8.h"
#include "text/normal.h"

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

static bool
is_pair(const text_atom *a, const text_atom *b)
{
    return a->code == b->code && (a->code == 0x2014 || a->code == 0x2026 ||
                                  a->code == 0x22EF);
}

/* Two — are a dash; “ ” ’ and · between Western letters are Western. */
static void
classify_by_neighbours(text_atoms *t)
{
    for (size_t i = 0; i + 1 < t->n; i++) {
        if (!is_pair(&t->at[i], &t->at[i + 1]))
            continue;
        mark_kind mark = t->at[i].code == 0x2014 ? MARK_DASH : MARK_ELLIPSIS;
        t->at[i].mark = t->at[i + 1].mark = mark;
    }
    for (size_t i = 1; i + 1 < t->n; i++) {
        text_atom *atom = &t->at[i];
        bool is_narrowable = atom->code == 0x2019 || atom->code == 0xB7 ||
                             atom->code == 0x2013;
        if (is_narrowable && t->at[i - 1].kind == CHARACTER_LETTER &&
            t->at[i + 1].kind == CHARACTER_LETTER) {
            atom->kind = CHARACTER_LETTER;
            atom->mark = MARK_NONE;
        }
    }
}

/* The first atom at or beyond `i` that is no space, going by `step`. */
static const text_atom *
neighbour(const text_atoms *t, size_t i, int step)
{
    while (i < t->n && t->at[i].kind == CHARACTER_SPACE)
        i += (size_t)step; /* wraps round below 0, past n */
    return i < t->n ? &t->at[i] : NULL;
}

static bool
is_chinese(const text_atom *atom)
{
    return atom != NULL &&
           (atom->kind == CHARACTER_HAN || atom->kind == CHARACTER_MARK);
}

/* The ” that closes the “ at `open` with nothing Chinese between, or n. */
static size_t
western_closing(const text_atoms *t, size_t open)
{
    uint32_t closing = t->at[open].code + 1;
    for (size_t i = open + 1; i < t->n; i++) {
        if (t->at[i].code == closing)
            return i;
        if (is_chinese(&t->at[i]))
            return t->n;
    }
    return t->n;
}

/* He said “hello” to us: marks of quotation in a Western phrase are set in
 * its face and width. In Chinese they are Chinese, whatever they enclose. */
static void
classify_western_quotes(text_atoms *t)
{
    for (size_t i = 0; i < t->n; i++) {
        if (t->at[i].code != 0x201C && t->at[i].code != 0x2018)
            continue;
        size_t close = western_closing(t, i);
        const text_atom *before = neighbour(t, i - 1, -1);
        const text_atom *after = neighbour(t, close + 1, 1);
        if (close == t->n || is_chinese(before) || is_chinese(after) ||
            (before == NULL && after == NULL))
            continue;
        t->at[i].kind = t->at[close].kind = CHARACTER_LETTER;
        t->at[i].mark = t->at[close].mark = MARK_NONE;
    }
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
    slice_builder bytes = {.arena = c->arena};
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
        atom->kind = character_kind_of(n->code);
        atom->mark = character_mark_of(n->code);
        atom->size = spans[n->span].size;
        atom->rise = spans[n->span].rise;
    }
    out->text = builder_slice(&bytes);
    classify_by_neighbours(out);
    classify_western_quotes(out);
}
