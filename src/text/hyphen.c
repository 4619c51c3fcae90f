#include "text/hyphen.h"

#include "text/liang.h"
#include "text/penalty.h"

#define SOFT_HYPHEN 0xAD
/* Shorter words go to the next line whole. */
#define LETTERS_LEAST 7

static bool
is_lower(const text_atom *a)
{
    return a->code >= 'a' && a->code <= 'z';
}

static bool
is_letter(const text_atom *a)
{
    return is_lower(a) || (a->code >= 'A' && a->code <= 'Z');
}

static jb_len
hyphen_width(const text_atom *a)
{
    return len_scale(a->size, face_advance(a->face, face_glyph(a->face, '-')),
                     face_units_per_em(a->face));
}

/* A line that starts at atom `i` leaves a hyphen behind. */
static void
open_place(text_atoms *t, size_t i, int32_t penalty)
{
    const text_atom *before = &t->at[i - 1];
    if (t->at[i].is_joined || before->face == NULL ||
        face_glyph(before->face, '-') == 0)
        return;
    t->at[i].penalty = penalty;
    t->at[i].hyphen = hyphen_width(before);
}

static void
open_soft(text_atoms *t)
{
    for (size_t i = 2; i < t->n; i++) {
        bool is_soft = t->at[i - 1].code == SOFT_HYPHEN &&
                       t->at[i - 2].kind == CHARACTER_LETTER &&
                       t->at[i].kind == CHARACTER_LETTER;
        if (is_soft)
            open_place(t, i, PENALTY_STYLE);
    }
}

/* No part of a name or number: R-squared, word2vec, node.js, _name. */
static bool
stands_alone(const text_atoms *t, size_t first, size_t end)
{
    bool is_free_before =
        first == 0 || !character_is_western(t->at[first - 1].kind) ||
        t->at[first - 1].code == '(' || t->at[first - 1].code == '"';
    if (!is_free_before || end == t->n ||
        !character_is_western(t->at[end].kind))
        return is_free_before;
    uint32_t code = t->at[end].code;
    bool is_mark = code == ',' || code == '.' || code == ';' || code == ':' ||
                   code == '!' || code == '?' || code == ')' || code == '"';
    return is_mark && (end + 1 == t->n ||
                       !character_is_western(t->at[end + 1].kind));
}

/* A word as a dictionary has it, or capitalised. */
static bool
is_word(const text_atoms *t, size_t first, size_t end)
{
    if (end - first < LETTERS_LEAST || end - first > LIANG_LONGEST ||
        t->at[first + 1].is_in_address)
        return false;
    for (size_t i = first + 1; i < end; i++)
        if (!is_lower(&t->at[i]))
            return false;
    return stands_alone(t, first, end);
}

static void
open_word(text_atoms *t, size_t first, size_t end)
{
    char word[LIANG_LONGEST];
    bool may_part[LIANG_LONGEST];
    for (size_t i = first; i < end; i++)
        word[i - first] = (char)(t->at[i].code | 32);
    liang_places(word, end - first, may_part);
    for (size_t i = first + 1; i < end; i++)
        if (may_part[i - first])
            open_place(t, i, PENALTY_HYPHEN);
}

void
hyphens_open(text_atoms *t, bool finds_places)
{
    open_soft(t);
    for (size_t first = 0, end; finds_places && first < t->n; first = end) {
        end = first;
        while (end < t->n && is_letter(&t->at[end]))
            end++;
        if (is_word(t, first, end))
            open_word(t, first, end);
        end += end == first;
    }
}
