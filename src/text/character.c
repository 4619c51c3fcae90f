#include "text/character.h"

#include <stddef.h>

typedef struct mark_row {
    uint16_t code;
    mark_kind mark;
} mark_row;

/* CLREQ #positioning_of_punctuation_marks, GB/T 15834-2011 5.1; ascending. */
static const mark_row marks[] = {
    {0x00B7, MARK_INTERPUNCT}, {0x2013, MARK_CONNECTOR},
    {0x2014, MARK_CONNECTOR},  {0x2015, MARK_CONNECTOR},
    {0x2018, MARK_OPENING},    {0x2019, MARK_CLOSING},
    {0x201C, MARK_OPENING},    {0x201D, MARK_CLOSING},
    {0x2026, MARK_ELLIPSIS},
    {0x203C, MARK_EXCLAIM},    {0x2047, MARK_EXCLAIM},
    {0x2048, MARK_EXCLAIM},    {0x2049, MARK_EXCLAIM},
    {0x22EF, MARK_ELLIPSIS},   {0x2E3A, MARK_DASH},
    {0x3001, MARK_PAUSE},      {0x3002, MARK_STOP},
    {0x3008, MARK_OPENING},    {0x3009, MARK_CLOSING},
    {0x300A, MARK_OPENING},    {0x300B, MARK_CLOSING},
    {0x300C, MARK_OPENING},    {0x300D, MARK_CLOSING},
    {0x300E, MARK_OPENING},    {0x300F, MARK_CLOSING},
    {0x3010, MARK_OPENING},    {0x3011, MARK_CLOSING},
    {0x3014, MARK_OPENING},    {0x3015, MARK_CLOSING},
    {0x3016, MARK_OPENING},    {0x3017, MARK_CLOSING},
    {0xFF01, MARK_EXCLAIM},    {0xFF08, MARK_OPENING},
    {0xFF09, MARK_CLOSING},    {0xFF0C, MARK_PAUSE},
    {0xFF0E, MARK_STOP},       {0xFF0F, MARK_SOLIDUS},
    {0xFF1A, MARK_PAUSE},      {0xFF1B, MARK_PAUSE},
    {0xFF1F, MARK_EXCLAIM},    {0xFF3B, MARK_OPENING},
    {0xFF3D, MARK_CLOSING},    {0xFF5B, MARK_OPENING},
    {0xFF5D, MARK_CLOSING},    {0xFF5E, MARK_CONNECTOR},
};

mark_kind
character_mark_of(uint32_t code)
{
    size_t low = 0, high = sizeof marks / sizeof *marks;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (marks[middle].code == code)
            return marks[middle].mark;
        if (marks[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    return MARK_NONE;
}

/* Signs that stand with a number; UAX #14's PR and PO hold most of them. */
static bool
is_sign(uint32_t code, line_class c)
{
    return c == LINE_PR || c == LINE_PO || code == '-' || code == 0x2212 ||
           code == 0x2248 || code == 0x2260 || code == 0x2264 ||
           code == 0x2265 ||                    /* ≈ ≠ ≤ ≥ */
           (code >= 0xBC && code <= 0xBE) ||    /* ¼ ½ ¾ */
           code == 0x2153 || code == 0x2154 ||  /* ⅓ ⅔ */
           (code >= 0x215B && code <= 0x215E);  /* ⅛ … */
}

static bool
is_space(uint32_t code)
{
    return code == ' ' || code == '\t' || code == '\n' || code == 0xA0 ||
           (code >= 0x2000 && code <= 0x200A) || code == 0x202F ||
           code == 0x3000;
}

character_kind
character_kind_of(uint32_t code)
{
    return character_kind_by(code, property_of(code));
}

character_kind
character_kind_by(uint32_t code, property p)
{
    if (code >= 0x4E00 && code <= 0x9FFF)
        return CHARACTER_HAN;
    if (code >= '0' && code <= '9')
        return CHARACTER_DIGIT;
    if (is_space(code))
        return CHARACTER_SPACE;
    if (character_mark_of(code) != MARK_NONE)
        return CHARACTER_MARK;
    if (p.is_wide)
        return CHARACTER_HAN;
    if (is_sign(code, p.line))
        return CHARACTER_SIGN;
    /* ①, ■, ★ …: drawn on the Han square beside Han; × ÷ ² stand with
     * Western text. */
    bool is_ambiguous =
        code >= 0x2000 && p.line == LINE_AI && !character_is_script(code);
    return is_ambiguous ? CHARACTER_HAN : CHARACTER_LETTER;
}

bool
character_is_script(uint32_t code)
{
    return code == 0xB2 || code == 0xB3 || code == 0xB9 ||
           (code >= 0x2070 && code <= 0x209C);
}

bool
character_is_arrow(uint32_t code)
{
    return code == 0x25B2 || code == 0x25BC || /* ▲ ▼ */
           code == 0x25B3 || code == 0x25BD || /* △ ▽ */
           code == 0x2191 || code == 0x2193;   /* ↑ ↓ */
}

bool
character_is_western(character_kind kind)
{
    return kind == CHARACTER_LETTER || kind == CHARACTER_DIGIT ||
           kind == CHARACTER_SIGN;
}
