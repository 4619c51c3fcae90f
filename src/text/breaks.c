/* breaks: UAX #14 tailored for Chinese. Quotation marks open and close;
 * prohibitions come in CLREQ's levels; figures stay with their signs and
 * units. tests/text/tailoring.txt lists each departure from UAX #14. */
#include "text/address.h"
#include "text/atom.h"
#include "text/book.h"
#include "text/cohesion.h"
#include "text/hyphen.h"
#include "text/penalty.h"
#include "text/person.h"
#include "text/sense.h"
#include "text/uax14.h"

static line_class
class_of_mark(mark_kind mark, line_class otherwise)
{
    switch (mark) {
    case MARK_OPENING:
        return LINE_OP;
    case MARK_CLOSING:
    case MARK_PAUSE:
    case MARK_STOP:
        return LINE_CL;
    case MARK_EXCLAIM:
        return LINE_EX;
    case MARK_INTERPUNCT:
    case MARK_CONNECTOR:
    case MARK_SOLIDUS:
        return LINE_BA;
    case MARK_DASH:
    case MARK_ELLIPSIS:
        return LINE_ID;
    default:
        return otherwise;
    }
}

static bool
is_kana_or_wide(line_class c)
{
    return c == LINE_AI || c == LINE_CJ;
}

static line_class
class_of(const text_atom *atom, text_prohibition level)
{
    line_class c = atom->property.line;
    bool is_han = atom->kind == CHARACTER_HAN;
    if (is_han && is_kana_or_wide(c))
        return LINE_ID;
    if (atom->kind == CHARACTER_MARK)
        return level == PROHIBIT_NONE ? LINE_ID
                                      : class_of_mark(atom->mark, c);
    if (c == LINE_NS && level == PROHIBIT_NONE)
        return LINE_ID;
    if (character_is_wide_digit(atom->code))
        return LINE_NU;
    if (atom->code == 0xFF02 || atom->code == 0xFF07) /* ＂ ＇ */
        return LINE_QU;
    return uax14_resolved(c);
}

/* What starts no line starts none after a typed space either. */
static bool
is_held_over_space(const text_atom *a, const text_atom *b)
{
    return a->kind == CHARACTER_SPACE &&
           (b->mark == MARK_INTERPUNCT || b->mark == MARK_CONNECTOR ||
            b->mark == MARK_SOLIDUS);
}

/* GB level: a solidus ends no line, in addresses either. */
static void
keep_solidi(text_atoms *t)
{
    for (size_t i = 1; i < t->n; i++)
        if (t->at[i - 1].mark == MARK_SOLIDUS || t->at[i - 1].code == '/')
            atom_forbid(&t->at[i]);
}

/* Strict level: a dash or ellipsis starts no line. */
static void
apply_level(text_atoms *t, text_prohibition level)
{
    for (size_t i = 1; i < t->n; i++) {
        const text_atom *a = &t->at[i - 1];
        text_atom *b = &t->at[i];
        bool is_long = b->mark == MARK_DASH || b->mark == MARK_ELLIPSIS;
        if (level >= PROHIBIT_STRICT && is_long)
            atom_forbid(b);
        if (is_held_over_space(a, b))
            atom_forbid(b);
    }
}

/* A dash and an ellipsis are one stroke and six dots at every level; a longer
 * row of strokes may be parted between two pairs, if need be. */
static void
keep_pairs(text_atoms *t)
{
    size_t first = 0;
    for (size_t i = 1; i < t->n; i++) {
        mark_kind mark = t->at[i].mark;
        bool is_long = mark == MARK_DASH || mark == MARK_ELLIPSIS;
        if (!is_long || mark != t->at[i - 1].mark) {
            first = i;
            continue;
        }
        bool is_pair_next = i + 1 < t->n && t->at[i + 1].mark == mark;
        if ((i - first) % 2 == 0 && is_pair_next)
            t->at[i].penalty = PENALTY_FIGURE;
        else
            atom_forbid(&t->at[i]);
    }
}

/* ▲6.5%: an arrow is the sign of its number. */
static bool
is_arrow_sign(const text_atom *a, const text_atom *b)
{
    return character_is_arrow(a->code) && b->code >= '0' && b->code <= '9';
}

/* km², 10⁸, CO₂: superscripts and subscripts lean on their base, and what goes
 * on with a formula on them: H₂O. */
static bool
is_in_formula(const text_atom *a, const text_atom *b)
{
    return character_is_script(b->code) ||
           (character_is_script(a->code) && b->kind == CHARACTER_LETTER);
}

/* 5%▲: the arrow behind a figure, if it is no sign of the next. */
static bool
is_arrow_behind(const text_atoms *t, size_t i)
{
    const text_atom *a = &t->at[i - 1];
    bool is_figure = a->kind == CHARACTER_DIGIT || a->property.line == LINE_PO;
    return is_figure && character_is_arrow(t->at[i].code) &&
           (i + 1 == t->n || t->at[i + 1].kind != CHARACTER_DIGIT);
}

/* “互联网+”: a plus behind a word, that is no sign of a number. */
static bool
is_plus_behind(const text_atoms *t, size_t i)
{
    const text_atom *a = &t->at[i - 1];
    bool is_word = a->kind == CHARACTER_HAN || a->kind == CHARACTER_LETTER;
    return is_word && t->at[i].code == '+' &&
           (i + 1 == t->n || t->at[i + 1].kind != CHARACTER_DIGIT);
}

/* C++ */
static bool
is_double_plus(const text_atom *a, const text_atom *b)
{
    return a->code == '+' && b->code == '+';
}

static void
keep_signs(text_atoms *t)
{
    for (size_t i = 2; i < t->n; i++) /* C++|语言 */
        if (is_double_plus(&t->at[i - 2], &t->at[i - 1]) &&
            t->at[i].kind == CHARACTER_HAN)
            t->at[i].penalty = PENALTY_NONE;
    for (size_t i = 1; i < t->n; i++)
        if (is_double_plus(&t->at[i - 1], &t->at[i]) ||
            is_arrow_sign(&t->at[i - 1], &t->at[i]) ||
            is_arrow_behind(t, i) || is_plus_behind(t, i) ||
            is_in_formula(&t->at[i - 1], &t->at[i]))
            atom_forbid(&t->at[i]);
}

static void
keep_spans(text_atoms *t)
{
    for (size_t i = 1; i < t->n; i++) {
        bool is_inside = t->at[i].span == t->at[i - 1].span &&
                         t->spans[t->at[i].span].is_kept;
        if (is_inside || t->at[i].is_joined)
            atom_forbid(&t->at[i]);
        if (t->at[i].rise != t->at[i - 1].rise &&
            t->at[i].size < t->at[i - 1].size)
            atom_forbid(&t->at[i]); /* a note mark leans on its base */
    }
}

void
breaks_of_atoms(const text_context *c, text_atoms *t)
{
    text_prohibition level = c->options->prohibitions;
    uax14_character *text =
        ARENA_ARRAY(c->scratch, t->n + 1, uax14_character);
    line_break *breaks = ARENA_ARRAY(c->scratch, t->n + 1, line_break);
    for (size_t i = 0; i < t->n; i++)
        text[i] = (uax14_character){
            class_of(&t->at[i], level),
            t->at[i].kind == CHARACTER_MARK ||
                t->at[i].property.is_wide};
    uax14_breaks(c->scratch, text, t->n, breaks);
    for (size_t i = 0; i < t->n; i++) {
        t->at[i].penalty = breaks[i] == LINE_BREAK_NO ? PENALTY_FORBIDDEN
                                                      : PENALTY_NONE;
        t->at[i].is_forced = breaks[i] == LINE_BREAK_MUST;
    }
    if (level != PROHIBIT_NONE)
        apply_level(t, level);
    keep_pairs(t);
    if (c->options->keeps_units) {
        cohesion_keep(t);
        address_open(t);
    }
    if (level >= PROHIBIT_GB)
        keep_solidi(t);
    person_keep(t, c->options->names, c->options->shape == TEXT_PLAIN);
    book_keep(c->scratch, t, c->options->titles);
    hyphens_open(t, c->options->shape != TEXT_TITLE);
    if (c->options->shape != TEXT_PLAIN)
        sense_keep(c->scratch, t, c->options->shape == TEXT_TITLE);
    keep_spans(t);
    keep_signs(t);
}
