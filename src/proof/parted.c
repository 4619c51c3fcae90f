#include "proof/parted.h"

#include "base/code.h"
#include "base/utf8.h"
#include "text/character.h"
#include "text/measure_word.h"
#include "text/property.h"

/* Characters on either side of the break that are looked at: the longest
 * figures of reports, ranges with their units, have about twenty. */
#define REACH 40

/* The end of a line and the start of the next, as if they were one: full-wide
 * forms as the plain ones, no white beside the break. Beyond the ends there is
 * a NUL. */
typedef struct joint {
    arena *arena;
    uint32_t codes[2 * REACH + 2];
    size_t n, at; /* the break is before codes[at] */
    bool is_spaced, has_white_before_sign;
} joint;

static uint32_t
plain(uint32_t code)
{
    bool is_wide_form = code > 0xFF00 && code < 0xFF5F;
    bool is_mark = is_wide_form && character_mark_of(code) != MARK_NONE;
    if (code == 0xFFE5)
        return 0xA5; /* ￥ */
    return is_wide_form && !is_mark ? code - 0xFF00 + ' ' : code;
}

static bool
is_white(const seen_glyph *g)
{
    return character_kind_of(g->code) == CHARACTER_SPACE;
}

static joint
joint_of(arena *a, const seen_line *line, const seen_line *next)
{
    joint j = {.arena = a, .n = 1};
    size_t end = line->glyphs.n, from = 0;
    while (end > 0 && is_white(&line->glyphs.at[end - 1]))
        end--;
    while (from < next->glyphs.n && is_white(&next->glyphs.at[from]))
        from++;
    j.is_spaced = end < line->glyphs.n || from > 0;
    for (size_t i = end > REACH ? end - REACH : 0; i < end; i++)
        j.codes[j.n++] = plain(line->glyphs.at[i].code);
    j.at = j.n;
    for (size_t i = from; i < next->glyphs.n && i < from + REACH; i++)
        j.codes[j.n++] = plain(next->glyphs.at[i].code);
    return j;
}

/* What stands so many places from the break: -1 before, 0 behind it. */
static uint32_t
code_at(const joint *j, int step)
{
    size_t i = (size_t)((int)j->at + step);
    return i < j->n ? j->codes[i] : 0;
}

static bool
is_letter(uint32_t code)
{
    return (code | 32) >= 'a' && (code | 32) <= 'z' && code < 0x80;
}

static bool
is_digit_at(const joint *j, int step)
{
    return code_is_digit(code_at(j, step));
}

/* Digits in a row from a place on, to the left (-1) or the right (1). */
static size_t
digits_at(const joint *j, int from, int step)
{
    size_t n = 0;
    while (is_digit_at(j, from + (int)n * step))
        n++;
    return n;
}

/* ── what a figure is made of ── */

/* 1 234: three digits of a group; 2024 2025 are two figures. */
static bool
parts_digits(const joint *j)
{
    size_t left = digits_at(j, -1, -1), right = digits_at(j, 0, 1);
    bool is_group = left <= 3 && right == 3;
    return left > 0 && right > 0 && (!j->is_spaced || is_group);
}

/* C919, 5G, PM2.5: a word of letters and digits. */
static bool
parts_word(const joint *j)
{
    uint32_t a = code_at(j, -1), b = code_at(j, 0);
    return !j->is_spaced && ((is_letter(a) && code_is_digit(b)) ||
                             (code_is_digit(a) && is_letter(b)));
}

static bool
joins_digits(uint32_t code)
{
    static const uint32_t joints[] = {
        '.', ',', ':', '/', '-', 0xB7, 0x2236, 0xFF1A, 0xFF0E, 0xFF0F};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (joints[i] == code)
            return true;
    return false;
}

/* 3.5, 10：30, 9·18, 1/3, 2024-05: what joins digits, at either end of a line;
 * commas join groups of three. */
static bool
parts_joined(const joint *j)
{
    int first = joins_digits(code_at(j, -1)) ? -1 : 0;
    uint32_t joins = code_at(j, first);
    size_t right = digits_at(j, first + 1, 1);
    return !j->is_spaced && joins_digits(joins) &&
           is_digit_at(j, first - 1) && right > 0 &&
           (joins != ',' || right == 3);
}

/* No.5, F-35, COVID-19: a name and its number. */
static bool
parts_name(const joint *j)
{
    uint32_t a = code_at(j, -1);
    return (a == '.' || a == '-') && !j->is_spaced &&
           is_letter(code_at(j, -2)) && is_digit_at(j, 0);
}

static bool
is_sign(uint32_t code)
{
    static const uint32_t signs[] = {'-', '<', '>', '=', 0xD7, 0x2212, 0x2248,
                                     0x2264, 0x2265};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i] == code)
            return true;
    return property_line_class(code) == LINE_PR || character_is_arrow(code);
}

/* With white before it, a sign is between two figures: a − b. */
static bool
parts_sign(const joint *j)
{
    return is_sign(code_at(j, -1)) && is_digit_at(j, 0) && !j->is_spaced &&
           code_at(j, -2) != ' ';
}

static bool
ends_figure(uint32_t code)
{
    return code_is_digit(code) || property_line_class(code) == LINE_PO;
}

/* 12%, 25 ℃, 10⁸, and the arrow of 5%▲ that is not the next figure's. */
static bool
parts_tail(const joint *j)
{
    uint32_t a = code_at(j, -1), b = code_at(j, 0);
    bool is_arrow = character_is_arrow(b) && !is_digit_at(j, 1);
    bool is_raised = character_is_script(b) && !j->is_spaced;
    return (code_is_digit(a) && property_line_class(b) == LINE_PO) ||
           (ends_figure(a) && is_arrow) ||
           (is_raised && (code_is_digit(a) || is_letter(a)));
}

static bool
connects(uint32_t code)
{
    return character_mark_of(code) == MARK_CONNECTOR || code == '~' ||
           code == '-' || code == 0x2015 || code == 0x301C;
}

/* Whether the text before a place ends in a figure with the words of measure
 * that it may have: 100亿元. */
static bool
has_figure_before(const joint *j, int before)
{
    int first = before;
    slice_builder words = {.arena = j->arena};
    while (first > before - 6 && code_is_ideograph(code_at(j, first)))
        first--;
    if (!ends_figure(code_at(j, first)))
        return false;
    for (int i = first + 1; i <= before; i++)
        builder_add_code(&words, code_at(j, i));
    slice left = builder_slice(&words);
    for (size_t word = 1; word > 0; left = slice_cut(left, word, left.len))
        word = measure_word_length(left);
    return left.len == 0;
}

/* 5%～8%, 2020—2021, 100亿—200亿: behind what connects two figures. */
static bool
parts_range(const joint *j)
{
    bool is_pair = code_at(j, -1) == code_at(j, -2);
    bool is_number = is_digit_at(j, 0) ||
                     (is_sign(code_at(j, 0)) && is_digit_at(j, 1));
    return connects(code_at(j, -1)) && !is_pair && is_number &&
           has_figure_before(j, -2);
}

/* 〔2024〕15号, [2024]15号, （2024）15号. */
static bool
parts_document_number(const joint *j)
{
    static const uint32_t pairs[][2] = {
        {0x3014, 0x3015}, {'[', ']'}, {0xFF08, 0xFF09}, {0xFF3B, 0xFF3D},
        {'(', ')'}};
    size_t n = digits_at(j, 0, 1);
    bool is_number = n > 0 && (code_at(j, (int)n) == 0x53F7 || /* 号 */
                               code_at(j, -1) == 0x3015);
    for (size_t i = 0; is_number && i < sizeof pairs / sizeof *pairs; i++)
        if (code_at(j, -1) == pairs[i][1] && digits_at(j, -2, -1) == 4 &&
            code_at(j, -6) == pairs[i][0])
            return true;
    return false;
}

/* ── addresses ── */

/* https://a.cn/12 and a@b.cn may be parted anywhere: their characters have no
 * white or Chinese between them. */
static bool
is_in_address(const joint *j)
{
    int first = -1, last = 0;
    bool is_address = false;
    while (code_at(j, first) > ' ' && code_at(j, first) < 0x7F)
        first--;
    while (code_at(j, last) > ' ' && code_at(j, last) < 0x7F)
        last++;
    for (int i = first + 1; i < last; i++)
        is_address |= code_at(j, i) == '@' ||
                      (code_at(j, i) == '/' && code_at(j, i + 1) == '/');
    return is_address;
}

bool
parted_is_figure(arena *a, const seen_line *line, const seen_line *next)
{
    static bool (*const rules[])(const joint *) = {
        parts_digits, parts_word,  parts_joined, parts_name,
        parts_sign,   parts_tail,  parts_range,  parts_document_number};
    joint j = joint_of(a, line, next);
    bool is_parted = false;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        is_parted |= rules[i](&j);
    return is_parted && !is_in_address(&j);
}
