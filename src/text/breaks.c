/* breaks: UAX #14 tailored for Chinese. Quotation marks open and close;
 * prohibitions come in CLREQ's levels; figures stay with their signs and
 * units. tests/text/tailoring.txt lists each departure from UAX #14. */
#include "text/address.h"
#include "text/atom.h"
#include "text/penalty.h"
#include "text/sense.h"
#include "text/uax14.h"
#include "text/measure_word.h"

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
    line_class c = property_line_class(atom->code);
    bool is_han = atom->kind == CHARACTER_HAN;
    if (is_han && is_kana_or_wide(c))
        return LINE_ID;
    if (atom->kind == CHARACTER_MARK)
        return level == PROHIBIT_NONE ? LINE_ID
                                      : class_of_mark(atom->mark, c);
    if (c == LINE_NS && level == PROHIBIT_NONE)
        return LINE_ID;
    return uax14_resolved(atom->code);
}

static bool
is_digit(const text_atom *atom)
{
    return atom->kind == CHARACTER_DIGIT;
}

static void
forbid(text_atom *atom)
{
    atom->penalty = PENALTY_FORBIDDEN;
}

static void
discourage(text_atom *atom, int32_t penalty)
{
    if (atom->penalty >= 0 && atom->penalty < penalty)
        atom->penalty = penalty;
}

/* Up to this many unit words follow a figure: 3余万家, 12亿元. */
#define UNIT_WORDS 4

/* 62.3|亿元, 50|余|项, 2671|家: discouraged before and inside each. */
static void
keep_units(text_atoms *t, size_t number_end)
{
    size_t i = number_end;
    for (int words = 0; words < UNIT_WORDS && i < t->n; words++) {
        size_t length = measure_word_length(
            slice_cut(t->text, t->at[i].byte, t->text.len));
        size_t end = t->at[i].byte + length;
        if (length == 0)
            return;
        for (; i < t->n && t->at[i].byte < end; i++)
            discourage(&t->at[i], PENALTY_FIGURE);
    }
}

/* Dates stay whole when they can: 2022年|11月|14日. */
static void
keep_date(text_atoms *t, size_t i)
{
    bool is_date_word = t->at[i - 1].code == 0x5E74 || /* 年 */
                        t->at[i - 1].code == 0x6708;   /* 月 */
    bool follows_number = i >= 2 && is_digit(&t->at[i - 2]);
    if (is_date_word && follows_number)
        discourage(&t->at[i], PENALTY_STYLE);
}

static bool
is_sign_before(uint32_t code)
{
    return code == '+' || code == '-' || code == 0x2212 || code == 0xB1 ||
           code == 0xD7 || code == 0xFF0B || code == 0xFF0D ||
           code == '<' || code == '>' || code == '=' || code == 0x2264 ||
           code == 0x2265 || code == 0x2248;
}

static void
keep_number_start(text_atoms *t, size_t i)
{
    text_atom *a = &t->at[i - 1];
    if (is_sign_before(a->code))
        forbid(&t->at[i]);
    if (a->code == 0x7B2C || a->code == 0x7EA6 || /* 第 约 */
        a->code == 0x8FD1 || a->code == 0x8D85 || /* 近 超 */
        a->code == 0x3015)                        /* 〕 of a file number */
        discourage(&t->at[i], PENALTY_FIGURE);
    if (a->mark == MARK_CONNECTOR)
        discourage(&t->at[i], PENALTY_FIGURE);
    keep_date(t, i);
    /* 10 000: a group of digits after a narrow or plain space. */
    bool is_grouped = a->kind == CHARACTER_SPACE && i >= 2 &&
                      is_digit(&t->at[i - 2]);
    if (is_grouped)
        forbid(&t->at[i]);
}

/* `1.` and （1） start an item; nothing of them ends a line. */
static void
keep_list_head(text_atoms *t)
{
    size_t i = 0;
    while (i < t->n && i < 4 &&
           (is_digit(&t->at[i]) || t->at[i].mark == MARK_OPENING ||
            t->at[i].kind == CHARACTER_HAN))
        i++;
    bool is_head = i > 0 && i < t->n &&
                   ((t->at[i].code == '.' && is_digit(&t->at[i - 1])) ||
                    (t->at[i].mark == MARK_CLOSING &&
                     t->at[0].mark == MARK_OPENING && i <= 3) ||
                    (t->at[i].code == 0x3001 && i <= 2));
    for (size_t j = 1; is_head && j <= i + 1 && j < t->n; j++)
        forbid(&t->at[j]);
}

/* 上半年 and 下半年 are one word in every report. */
static void
keep_half_year(text_atoms *t, size_t i)
{
    uint32_t a = t->at[i - 1].code;
    bool is_half = (a == 0x4E0A || a == 0x4E0B) && /* 上 下 */
                   t->at[i].code == 0x534A &&      /* 半 */
                   i + 1 < t->n && t->at[i + 1].code == 0x5E74; /* 年 */
    if (!is_half)
        return;
    discourage(&t->at[i], PENALTY_STYLE);
    discourage(&t->at[i + 1], PENALTY_STYLE);
}

/* 元/m², 吨标准煤/万元: a unit over another is one unit. */
static void
keep_ratio(text_atoms *t, size_t i)
{
    bool is_ratio = t->at[i - 1].code == '/' && i >= 2 &&
                    t->at[i].kind != CHARACTER_SPACE &&
                    t->at[i].kind != CHARACTER_MARK;
    if (is_ratio)
        discourage(&t->at[i], PENALTY_STYLE);
}

static bool
ends_number(const text_atom *atom)
{
    return is_digit(atom) || atom->code == '%' || atom->code == 0x2030;
}

/* A hyphen that is a minus starts its number: a line may start with it. */
static void
free_minus(text_atoms *t)
{
    for (size_t i = 1; i + 1 < t->n; i++) {
        const text_atom *a = &t->at[i - 1];
        bool is_minus = t->at[i].code == '-' && is_digit(&t->at[i + 1]) &&
                        a->kind != CHARACTER_SPACE &&
                        !character_is_western(a->kind);
        if (is_minus && a->mark != MARK_OPENING &&
            a->mark != MARK_CONNECTOR && a->mark != MARK_SOLIDUS)
            t->at[i].penalty = PENALTY_NONE;
    }
}

static void
keep_figures(text_atoms *t)
{
    free_minus(t);
    for (size_t i = 1; i < t->n; i++) {
        const text_atom *a = &t->at[i - 1];
        text_atom *b = &t->at[i];
        keep_ratio(t, i);
        keep_half_year(t, i);
        if (is_digit(b) && !is_digit(a))
            keep_number_start(t, i);
        if (is_digit(a) && !is_digit(b))
            keep_units(t, i);
        bool is_square_unit = b->code >= 0x3371 && b->code <= 0x33DF;
        if ((ends_number(a) && b->mark == MARK_CONNECTOR) ||
            (is_digit(a) && is_square_unit))
            forbid(b);
    }
}

/* What starts no line starts none after a typed space either. */
static bool
is_held_over_space(const text_atom *a, const text_atom *b)
{
    return a->kind == CHARACTER_SPACE &&
           (b->mark == MARK_INTERPUNCT || b->mark == MARK_CONNECTOR ||
            b->mark == MARK_SOLIDUS);
}

/* GB level: a solidus ends no line. Strict: a dash or ellipsis starts none. */
static void
apply_level(text_atoms *t, text_prohibition level)
{
    for (size_t i = 1; i < t->n; i++) {
        const text_atom *a = &t->at[i - 1];
        text_atom *b = &t->at[i];
        bool is_solidus = a->mark == MARK_SOLIDUS || a->code == '/';
        if (level >= PROHIBIT_GB && is_solidus)
            forbid(b);
        bool is_long = b->mark == MARK_DASH || b->mark == MARK_ELLIPSIS;
        if (level >= PROHIBIT_STRICT && is_long)
            forbid(b);
        if (is_held_over_space(a, b))
            forbid(b);
    }
}

/* A dash and an ellipsis are one stroke and six dots at every level. */
static void
keep_pairs(text_atoms *t)
{
    for (size_t i = 1; i < t->n; i++) {
        mark_kind mark = t->at[i].mark;
        bool is_long = mark == MARK_DASH || mark == MARK_ELLIPSIS;
        if (is_long && mark == t->at[i - 1].mark)
            forbid(&t->at[i]);
    }
}

/* A short title in 《》 is read as one word. */
#define TITLE_SHORT 10

static void
keep_short_titles(text_atoms *t)
{
    for (size_t i = 0; i < t->n; i++) {
        if (t->at[i].code != 0x300A)
            continue;
        size_t end = i + 1;
        while (end < t->n && end - i <= TITLE_SHORT &&
               t->at[end].code != 0x300B)
            end++;
        if (end < t->n && t->at[end].code == 0x300B)
            for (size_t j = i + 1; j < end; j++)
                discourage(&t->at[j], PENALTY_STYLE);
    }
}

static void
keep_spans(text_atoms *t)
{
    for (size_t i = 1; i < t->n; i++) {
        bool is_inside = t->at[i].span == t->at[i - 1].span &&
                         t->spans[t->at[i].span].is_kept;
        if (is_inside || t->at[i].is_joined)
            forbid(&t->at[i]);
        if (t->at[i].rise > t->at[i - 1].rise &&
            t->at[i].size < t->at[i - 1].size)
            forbid(&t->at[i]); /* a note mark leans on its base */
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
                property_is_wide(t->at[i].code)};
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
        address_open(t);
        keep_figures(t);
        keep_short_titles(t);
        keep_list_head(t);
    }
    if (c->options->shape != TEXT_PLAIN)
        sense_keep(t, c->options->shape == TEXT_TITLE);
    keep_spans(t);
}
