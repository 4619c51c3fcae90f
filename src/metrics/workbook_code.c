/* The codes of formats: #,##0.0_);[Red]\(#,##0.0\), 0.0%, 0!.0,"万",
 * [>=10000]0.0,"千元";0"元". */
#include "base/code.h"
#include "base/utf8.h"
#include "metrics/workbook_format.h"

typedef struct code_reader {
    arena *arena;
    slice code;
    size_t at;
    workbook_section section;
    slice_builder words;  /* all, and … */
    size_t words_behind;  /* … from here on behind the last digit */
    bool is_behind_point, is_behind_drawn;
    bool has_digits, has_nought, has_clock, is_general;
    size_t n_commas;      /* behind the last digit */
} code_reader;

/* ── what stands as it is ── */

/* Words that can be a unit; others are no part of a figure. */
static bool
is_unit(slice words)
{
    if (words.len == 0 || slice_is(words, "%") || slice_is(words, "‰"))
        return words.len > 0;
    for (size_t i = 0; i < words.len;) {
        uint32_t code = utf8_next(words, &i);
        if (!code_is_ideograph(code))
            return false;
    }
    return true;
}

/* A point that is drawn between digits divides the number for the eye. */
static void
take_literal(code_reader *r, slice words)
{
    if (r->has_digits && slice_is(words, ".") && !r->is_behind_point)
        r->is_behind_drawn = true;
    else
        builder_add(&r->words, words);
}

/* In brackets: a condition, a colour, a language, a clock. */
static void
take_bracketed(code_reader *r, slice inner)
{
    static const struct {
        const char *sign;
        char relation;
    } signs[] = {{"<>", '!'}, {"<=", 'l'}, {">=", 'g'},
                 {"<", '<'},  {">", '>'},  {"=", '='}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        slice sign = slice_from(signs[i].sign);
        if (!slice_starts_with(inner, sign))
            continue;
        if (decimal_parse(slice_cut(inner, sign.len, inner.len),
                          &r->section.limit))
            r->section.relation = signs[i].relation;
        return;
    }
}

/* What is quoted, in brackets or escaped, a blank, a filling; false when
 * something else stands here. Excel escapes with \, WPS with ! too. */
static bool
take_quoted(code_reader *r)
{
    char c = r->code.at[r->at];
    slice rest = slice_cut(r->code, r->at + 1, r->code.len);
    size_t end = slice_find(rest, c == '[' ? SLICE_OF("]") : SLICE_OF("\""));
    if (c == '"') {
        take_literal(r, slice_cut(rest, 0, end));
    } else if (c == '[') {
        take_bracketed(r, slice_cut(rest, 0, end));
    } else if (c == '\\' || c == '!' || c == '_' || c == '*') {
        end = 0;
        if (rest.len > 0)
            utf8_next(rest, &end);
        if (c == '\\' || c == '!')
            take_literal(r, slice_cut(rest, 0, end));
        end--;
    } else {
        return false;
    }
    r->at += 2 + end;
    return true;
}

/* ── what stands for digits and dates ── */

static void
take_digit(code_reader *r, char c)
{
    workbook_section *s = &r->section;
    r->has_digits = true;
    r->has_nought |= c == '0';
    r->words_behind = r->words.len;
    r->n_commas = 0;
    if (s->decimals < 0)
        s->decimals = 0;
    if (r->is_behind_drawn)
        s->pointed++;
    else if (r->is_behind_point)
        s->decimals++;
    if (c == '0' && r->is_behind_point && !r->is_behind_drawn)
        s->padded = s->decimals;
}

static void
take_sign(code_reader *r, char c)
{
    workbook_section *s = &r->section;
    s->is_percent |= c == '%';
    s->is_date |= c == 'y' || c == 'Y' || c == 'd' || c == 'D';
    s->has_month |= c == 'm' || c == 'M';
    s->has_day |= c == 'd' || c == 'D';
    r->has_clock |= c == 'h' || c == 'H' || c == 's' || c == 'S';
    if (c == '0' || c == '#' || c == '?')
        take_digit(r, c);
    r->n_commas += c == ',' && r->has_digits;
    if (c == '.' && r->has_digits)
        s->thousands += (int)r->n_commas;
    r->is_behind_point |= c == '.';
    r->is_general |= r->has_digits && (c == 'E' || c == 'e' || c == '/');
    if ((unsigned char)c >= 0x80)
        builder_add(&r->words, (slice){&c, 1});
}

/* The words for a number without a format, as WPS writes them too. */
static bool
take_general(code_reader *r)
{
    static const slice names[] = {SLICE("General"), SLICE("GENERAL"),
                                  SLICE("G/通用格式"), SLICE("@")};
    slice rest = slice_cut(r->code, r->at, r->code.len);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!slice_starts_with(rest, names[i]))
            continue;
        r->at += names[i].len;
        r->is_general = true;
        return true;
    }
    return false;
}

static workbook_section
section_end(code_reader *r)
{
    workbook_section s = r->section;
    slice words = slice_copy(r->arena, builder_slice(&r->words));
    slice behind = slice_cut(words, r->words_behind, words.len);
    bool has_figure = r->has_digits || r->is_general;
    if (r->is_general)
        s.decimals = s.padded = s.pointed = -1;
    s.pointed = s.pointed < 0 ? 0 : s.pointed;
    s.padded = s.padded < 0 ? 0 : s.padded;
    s.thousands += r->is_general ? 0 : (int)r->n_commas;
    s.is_date |= s.has_month && !has_figure && !r->has_clock;
    s.is_words = !has_figure && !s.is_date && !r->has_clock;
    s.is_blank_at_nought = !r->is_general && !r->has_nought;
    s.words = words;
    if (!s.is_date && !s.is_words && is_unit(behind))
        s.unit = behind;
    return s;
}

static workbook_section
read_section(code_reader *r)
{
    r->section = (workbook_section){.decimals = -1};
    while (r->at < r->code.len && r->code.at[r->at] != ';') {
        if (take_general(r) || take_quoted(r))
            continue;
        take_sign(r, r->code.at[r->at++]);
    }
    return section_end(r);
}

workbook_format
workbook_format_from(arena *a, slice code)
{
    workbook_format f = {.n = 0};
    for (size_t at = 0; f.n < WORKBOOK_SECTIONS;) {
        code_reader r = {.arena = a, .code = code, .at = at};
        r.words.arena = a;
        f.sections[f.n++] = read_section(&r);
        at = r.at + 1;
        if (r.at >= code.len)
            break;
    }
    if (code.len == 0)
        return workbook_format_builtin(0);
    return f;
}
