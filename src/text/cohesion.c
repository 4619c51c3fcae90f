#include "text/cohesion.h"

#include "text/measure_word.h"
#include "text/penalty.h"

static bool
is_digit(const text_atom *atom)
{
    return atom->kind == CHARACTER_DIGIT ||
           character_is_wide_digit(atom->code);
}

static bool
is_space(const text_atom *atom)
{
    return atom->kind == CHARACTER_SPACE;
}

static bool
is_letter(const text_atom *atom)
{
    uint32_t low = atom->code | 32;
    return low >= 'a' && low <= 'z' && atom->code < 0x80;
}

/* The atom before `i` that is no space. What is true of a number is true of
 * one that a space was typed beside. */
static size_t
solid_before(const text_atoms *t, size_t i)
{
    while (i > 1 && is_space(&t->at[i - 1]))
        i--;
    return i - 1;
}

static size_t
solid_from(const text_atoms *t, size_t i)
{
    while (i < t->n && is_space(&t->at[i]))
        i++;
    return i;
}

static slice
text_from(const text_atoms *t, size_t i)
{
    return i < t->n ? slice_cut(t->text, t->at[i].byte, t->text.len)
                    : SLICE_OF("");
}

/* ── numerals ── */

static bool
is_ones(uint32_t code)
{
    switch (code) { /* 一二两三四五六七八九 */
    case 0x4E00: case 0x4E8C: case 0x4E24: case 0x4E09: case 0x56DB:
    case 0x4E94: case 0x516D: case 0x4E03: case 0x516B: case 0x4E5D:
        return true;
    default:
        return false;
    }
}

static bool
is_numeral(uint32_t code)
{
    switch (code) { /* 十百千万亿零〇几 */
    case 0x5341: case 0x767E: case 0x5343: case 0x4E07: case 0x4EBF:
    case 0x96F6: case 0x3007: case 0x51E0:
        return true;
    default:
        return is_ones(code);
    }
}

/* ── units ── */

#define NUMBER_LONGEST 40 /* characters that are looked at */

/* Where the number before the unit starts. */
static size_t
number_before(const text_atoms *t, size_t unit)
{
    size_t i = unit;
    while (i > 0 && unit - i < NUMBER_LONGEST &&
           (is_digit(&t->at[i - 1]) || is_space(&t->at[i - 1]) ||
            t->at[i - 1].mark == MARK_CONNECTOR ||
            is_numeral(t->at[i - 1].code)))
        i--;
    return i;
}

/* Whether the year of a file number ends before atom `i`: [2022]15号, and
 * （2022）15号 if it is one. */
static bool
follows_bracketed_year(const text_atoms *t, size_t i)
{
    if (i < 6)
        return false;
    for (size_t k = i - 5; k + 1 < i; k++)
        if (!is_digit(&t->at[k]))
            return false;
    uint32_t open = t->at[i - 6].code, close = t->at[i - 1].code;
    size_t end = i;
    while (end < t->n && is_digit(&t->at[end]))
        end++;
    bool is_number = end < t->n && t->at[end].code == 0x53F7; /* 号 */
    return (open == '[' && close == ']') ||
           (open == 0xFF08 && close == 0xFF09 && is_number);
}

/* 第3位, 〔2022〕15号, 11月14日, 2022年 are names; 余 多 半 belong to the
 * number. */
static bool
is_of_name(const text_atoms *t, size_t unit)
{
    uint32_t code = t->at[unit].code;
    size_t number = number_before(t, unit);
    uint32_t lead = number > 0 ? t->at[number - 1].code : 0;
    bool is_year = code == 0x5E74 && unit - number >= 4; /* 年 */
    return is_year || lead == 0x7B2C || lead == 0x3015 ||
           follows_bracketed_year(t, number) ||
           code == 0x6708 || code == 0x65E5 ||                  /* 月 日 */
           code == 0x4F59 || code == 0x591A || code == 0x534A; /* 余 多 半 */
}

/* 第十六|届: written out, it is read with its unit. */
static bool
is_written_ordinal(const text_atoms *t, size_t unit)
{
    size_t number = number_before(t, unit);
    return number > 0 && number < unit &&
           t->at[number - 1].code == 0x7B2C &&
           is_numeral(t->at[unit - 1].code);
}

/* Of a line that starts with a unit, or in it. */
static int32_t
unit_penalty(const text_atoms *t, size_t first, size_t i)
{
    if (i > first && t->at[i].code == 0x767E) /* 个|百分点 */
        return PENALTY_POINTS;
    if (i > first)
        return PENALTY_FIGURE;
    if (is_written_ordinal(t, i))
        return PENALTY_NAME;
    return is_of_name(t, i) ? PENALTY_FIGURE : PENALTY_UNIT;
}

/* A word of the next `bytes` stays whole and with what is before it; the end
 * of it. */
static size_t
keep_bytes(text_atoms *t, size_t i, size_t bytes)
{
    size_t first = i, end = t->at[i].byte + bytes;
    for (; i < t->n && t->at[i].byte < end; i++)
        atom_discourage(&t->at[i], unit_penalty(t, first, i));
    return i;
}

static size_t
keep_word(text_atoms *t, size_t i, size_t (*length)(slice))
{
    size_t solid = solid_from(t, i);
    size_t bytes = length(text_from(t, solid));
    return bytes == 0 ? i : keep_bytes(t, solid, bytes);
}

/* 元/平方米, 吨标准煤/万元: a unit over another is one unit. */
static size_t
keep_denominator(text_atoms *t, size_t i)
{
    if (i + 1 >= t->n || t->at[i].code != '/')
        return i;
    size_t end = i + 1;
    end = keep_word(t, end, measure_word_multiplier);
    end = keep_word(t, end, measure_word_length);
    return end > i + 1 ? end : i;
}

/* 万, 百, 余 …; 千 of 千瓦 is none. */
static size_t
keep_multipliers(text_atoms *t, size_t i)
{
    for (size_t from = i + 1; from != i;) {
        from = i;
        slice text = text_from(t, solid_from(t, i));
        if (measure_word_length(text) == measure_word_multiplier(text))
            i = keep_word(t, i, measure_word_multiplier);
    }
    return i;
}

/* 62.3|亿|元, 50|余|项, 3|个|多|月, 2|年|半: discouraged before and inside each. */
static void
keep_units(text_atoms *t, size_t i)
{
    i = keep_multipliers(t, i);
    size_t unit = keep_word(t, i, measure_word_length);
    if (unit == i)
        return;
    size_t more = keep_word(t, unit, measure_word_surplus);
    if (more > unit && t->at[more - 1].code == 0x591A) /* 多 */
        keep_word(t, more, measure_word_length);
    keep_denominator(t, unit);
}

/* Dates stay whole when they can: 2022年|11月, and yet more so 11月|14日. */
static void
keep_date(text_atoms *t, size_t i, size_t before)
{
    if (before == 0 || !is_digit(&t->at[solid_before(t, before)]))
        return;
    if (t->at[before].code == 0x5E74) /* 年 */
        atom_discourage(&t->at[i], PENALTY_STYLE);
    if (t->at[before].code == 0x6708) /* 月 */
        atom_discourage(&t->at[i], PENALTY_FIGURE);
}

static bool
is_sign_before(uint32_t code)
{
    return code == '+' || code == '-' || code == 0x2212 || code == 0xB1 ||
           code == 0xD7 || code == 0xFF0B || code == 0xFF0D ||
           code == '<' || code == '>' || code == '=' || code == 0x2264 ||
           code == 0x2265 || code == 0x2248;
}

static bool
leads_number(uint32_t code)
{
    return code == 0x7B2C || code == 0x3015; /* 第, 〕 of a file number */
}

static bool
bounds_number(uint32_t code)
{
    return code == 0x7EA6 || code == 0x8FD1 || code == 0x8D85; /* 约 近 超 */
}

/* 图1, 表2, 附件3. */
static bool
leads_reference(const text_atoms *t, size_t i)
{
    uint32_t code = t->at[i].code;
    return code == 0x56FE || code == 0x8868 ||
           (code == 0x4EF6 && i > 0 && t->at[i - 1].code == 0x9644);
}

/* GB/T 9704, No. 5, ISO 9001: a name of capitals and its number. */
static bool
is_number_of_name(const text_atoms *t, size_t i, size_t before)
{
    const text_atom *a = &t->at[before];
    return before + 1 < i && ((a->code >= 'A' && a->code <= 'Z') ||
                              a->code == '.');
}

static size_t
digits_from(const text_atoms *t, size_t i)
{
    size_t n = 0;
    while (i + n < t->n && is_digit(&t->at[i + n]))
        n++;
    return n;
}

/* 10 000: three digits, after a space of any width, of a number that goes on in
 * threes. Two numbers side by side are none. */
static bool
is_group(const text_atoms *t, size_t i, size_t before)
{
    size_t first = before, end = i + digits_from(t, i);
    while (first > 0 && is_digit(&t->at[first - 1]))
        first--;
    bool is_fraction = first > 0 && (t->at[first - 1].code == '.' ||
                                     t->at[first - 1].code == ',');
    bool is_marked = end < t->n && t->at[end].code == ',';
    return before + 2 == i && end - i == 3 && !is_fraction && !is_marked;
}

static void
keep_number_start(text_atoms *t, size_t i, size_t before)
{
    const text_atom *a = &t->at[before];
    bool is_spaced = before + 1 < i;
    bool is_abbreviated = a->code == '.' && before > 0 &&
                          is_letter(&t->at[before - 1]); /* No.5 */
    bool is_day = a->mark == MARK_INTERPUNCT && before > 0 &&
                  is_digit(&t->at[before - 1]); /* 9·18 */
    if (!is_spaced && (is_sign_before(a->code) || is_abbreviated || is_day))
        atom_forbid(&t->at[i]);
    if (leads_number(a->code) || a->mark == MARK_CONNECTOR ||
        follows_bracketed_year(t, i))
        atom_discourage(&t->at[i], PENALTY_FIGURE);
    if (bounds_number(a->code))
        atom_discourage(&t->at[i], PENALTY_UNIT);
    if (leads_reference(t, before) || is_number_of_name(t, i, before))
        atom_discourage(&t->at[i], PENALTY_STYLE);
    bool is_clock = a->code == 0xFF1A && before > 0 &&
                    is_digit(&t->at[before - 1]); /* 10：30 */
    if (is_clock && !is_spaced)
        atom_discourage(&t->at[i], PENALTY_FIGURE);
    if (is_digit(a) && is_group(t, i, before))
        atom_forbid(&t->at[i]);
    keep_date(t, i, before);
}

/* Atoms of a head that the paragraph starts with, its mark included: 1. 12、
 * 一、 第一、 （1） （十二）; 0 without one. */
static size_t
list_head_length(const text_atoms *t)
{
    size_t digits = digits_from(t, 0);
    if (digits > 0 && digits <= 2 && digits < t->n &&
        (t->at[digits].code == 0x3001 ||
         (t->at[digits].code == '.' && digits_from(t, digits + 1) == 0)))
        return digits + 1;
    for (size_t i = 1; i < t->n && i <= 3; i++) {
        bool closes = t->at[0].mark == MARK_OPENING &&
                      t->at[i].mark == MARK_CLOSING;
        if (closes || (t->at[i].code == 0x3001 && i <= 2))
            return i + 1;
        if (t->at[i].kind != CHARACTER_HAN && !is_digit(&t->at[i]))
            return 0;
    }
    return 0;
}

/* 三分之一, 百分之5: a fraction that is read out. */
static void
keep_read_fraction(text_atoms *t, size_t i)
{
    if (i + 2 >= t->n || t->at[i].code != 0x5206 || /* 分 */
        t->at[i + 1].code != 0x4E4B ||              /* 之 */
        !is_numeral(t->at[i - 1].code))
        return;
    atom_discourage(&t->at[i], PENALTY_UNIT);
    atom_discourage(&t->at[i + 1], PENALTY_NAME);
    if (is_numeral(t->at[i + 2].code) || is_digit(&t->at[i + 2]))
        atom_discourage(&t->at[i + 2], PENALTY_UNIT);
}

/* 第（三）|项: the number is not parted from 第. */
static void
keep_bracketed_ordinal(text_atoms *t, size_t i)
{
    if (t->at[i - 1].code != 0x7B2C || t->at[i].mark != MARK_OPENING)
        return;
    atom_discourage(&t->at[i], PENALTY_FIGURE);
    size_t end = i + 1;
    while (end < t->n && (is_numeral(t->at[end].code) ||
                          is_digit(&t->at[end])))
        end++;
    if (end + 1 < t->n && t->at[end].mark == MARK_CLOSING)
        atom_discourage(&t->at[end + 1], PENALTY_NAME);
}

/* Nothing of a head ends a line. */
static void
keep_list_head(text_atoms *t)
{
    size_t n = list_head_length(t);
    for (size_t i = 1; n > 0 && i <= n && i < t->n; i++)
        atom_forbid(&t->at[i]);
}

static bool
is_enclosed_number(uint32_t code)
{
    return (code >= 0x2460 && code <= 0x24FF) || /* ① ⑴ ⒈ */
           (code >= 0x2776 && code <= 0x2793) || /* ❶ */
           (code >= 0x3220 && code <= 0x3229);   /* ㈠ */
}

/* Items inside a paragraph: 一是…；1.创新…；①创新 */
static void
keep_inner_head(text_atoms *t, size_t i)
{
    const text_atom *a = &t->at[i - 1];
    if (t->at[i].kind != CHARACTER_HAN)
        return;
    if (is_enclosed_number(a->code) && !is_enclosed_number(t->at[i].code))
        atom_discourage(&t->at[i], PENALTY_STYLE);
    if (a->code != '.' || i < 2 || !is_digit(&t->at[i - 2]))
        return;
    size_t first = i - 2;
    while (first > 0 && is_digit(&t->at[first - 1]))
        first--;
    bool is_decimal = first > 0 && t->at[first - 1].code == '.';
    if (!is_decimal && i - 1 - first <= 2)
        atom_discourage(&t->at[i], PENALTY_FIGURE);
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
    atom_discourage(&t->at[i], PENALTY_STYLE);
    atom_discourage(&t->at[i + 1], PENALTY_STYLE);
}

/* A word of a path is longer than one of km/h, GB/T, R/3. */
#define SLASHED_LONGEST 4

static size_t
letters_from(const text_atoms *t, size_t i, int step)
{
    size_t n = 0;
    while (i < t->n && is_letter(&t->at[i])) {
        n++;
        i += (size_t)step; /* wraps round below 0, past n */
    }
    return n;
}

/* km/h and GB/T are units and names; a path breaks at its slashes. */
static void
keep_slashed(text_atoms *t, size_t i)
{
    if (i < 2 || t->at[i - 1].code != '/' || is_space(&t->at[i]) ||
        t->at[i].kind == CHARACTER_MARK)
        return;
    size_t left = letters_from(t, i - 2, -1), right = letters_from(t, i, 1);
    bool is_unit = left == 0 && measure_word_symbol(text_from(t, i)) > 0;
    bool is_short = is_unit || (left > 0 && left <= SLASHED_LONGEST &&
                                right > 0 && right <= SLASHED_LONGEST);
    size_t before = i - 2 - left, after = i + right;
    bool is_path = (before < t->n && t->at[before].code == '/') ||
                   (before < t->n && t->at[before].code == '.') ||
                   (after < t->n && t->at[after].code == '/');
    atom_discourage(&t->at[i], is_short && !is_path ? PENALTY_FIGURE
                                                    : PENALTY_STYLE);
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

/* 5 %, 25 ℃, 12.5 kg: the sign or unit that a space was typed before. */
static void
keep_spaced_unit(text_atoms *t, size_t i)
{
    line_class c = t->at[i].property.line;
    if (c == LINE_PO)
        atom_forbid(&t->at[i]);
    else if (measure_word_symbol(text_from(t, i)) > 0)
        atom_discourage(&t->at[i], PENALTY_FIGURE);
}

static void
keep_number_end(text_atoms *t, size_t i, size_t before)
{
    text_atom *b = &t->at[i];
    keep_units(t, i);
    if (before + 1 < i)
        keep_spaced_unit(t, i);
    if (character_is_square_unit(b->code))
        atom_forbid(b);
}

/* ── written numbers ── */

/* 二〇二二 of a year, 十四五 of a plan, or a number that is written out. */
static bool
is_written_number(const text_atoms *t, size_t first, size_t end)
{
    uint32_t after = end < t->n ? t->at[end].code : 0;
    if (end - first == 4 && after == 0x5E74) /* 年 */
        return true;
    if (t->at[first].code == 0x5341 && end - first <= 3)
        return true;
    for (size_t i = first + 1; i < end; i++)
        if (is_ones(t->at[i].code) && is_ones(t->at[i - 1].code))
            return false;
    return true;
}

/* 第十五届, 两千三百亿元, 二〇二二年. Numerals alone may be names of anything:
 * they are numbers behind 第 and before a unit. */
static size_t
keep_numerals(text_atoms *t, size_t first)
{
    size_t end = first;
    while (end < t->n && is_numeral(t->at[end].code))
        end++;
    bool is_ordinal = first > 0 && t->at[first - 1].code == 0x7B2C; /* 第 */
    bool has_unit = measure_word_length(text_from(t, end)) > 0;
    bool is_number = is_written_number(t, first, end) &&
                     (is_ordinal || (has_unit && end - first > 1) ||
                      (t->at[first].code == 0x5341 && end - first == 3));
    if (!is_number)
        return end;
    for (size_t i = is_ordinal ? first : first + 1; i < end; i++)
        atom_discourage(&t->at[i], PENALTY_FIGURE);
    if (is_ordinal || end - first > 1)
        keep_units(t, end);
    return end;
}

/* 生产总值[2]|121万亿元: a note mark that was typed leans on what is before it,
 * and a line may start behind it. */
static void
keep_typed_note(text_atoms *t, size_t open)
{
    size_t n = digits_from(t, open + 1), next = open + n + 2;
    if (n == 0 || n > 3 || next >= t->n || t->at[next - 1].code != ']' ||
        t->at[open - 1].kind != CHARACTER_HAN)
        return;
    atom_forbid(&t->at[open]);
    if (is_digit(&t->at[next]) || t->at[next].kind == CHARACTER_HAN)
        t->at[next].penalty = PENALTY_NONE;
}

static void
keep_at(text_atoms *t, size_t i)
{
    text_atom *b = &t->at[i];
    if (is_space(b))
        return;
    size_t before = solid_before(t, i);
    const text_atom *a = &t->at[before];
    keep_slashed(t, i);
    keep_half_year(t, i);
    keep_inner_head(t, i);
    keep_read_fraction(t, i);
    keep_bracketed_ordinal(t, i);
    if (is_digit(b) && (!is_digit(a) || before + 1 < i))
        keep_number_start(t, i, before);
    if (is_digit(a) && !is_digit(b))
        keep_number_end(t, i, before);
    if (ends_number(a) && b->mark == MARK_CONNECTOR)
        atom_forbid(b);
}

void
cohesion_keep(text_atoms *t)
{
    free_minus(t);
    for (size_t i = 1; i < t->n; i++)
        keep_at(t, i);
    for (size_t i = 1; i < t->n; i++)
        if (t->at[i].code == '[')
            keep_typed_note(t, i);
    for (size_t i = 0; i < t->n;)
        i = is_numeral(t->at[i].code) ? keep_numerals(t, i) : i + 1;
    keep_list_head(t);
}
