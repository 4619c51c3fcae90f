#include "metrics/workbook_format.h"

#include "quantity/decimal.h"

/* As many digits as a spreadsheet shows of a number without a format. */
#define GENERAL_DIGITS 10
/* 62.299999999999997 is 62.3: no more digits are meant in a file. */
#define FILE_DIGITS 15
#define COEFFICIENT_DIGITS 18
#define EXPONENT_MOST 400
/* Noughts beyond this are no figure's. */
#define PADDED_MOST 6
/* The last day of 9999. */
#define DAY_MOST 2958465

workbook_format
workbook_format_builtin(unsigned id)
{
    workbook_section s = {.decimals = -1};
    bool is_time = id >= 18 && id <= 21;
    s.is_percent = id == 9 || id == 10;
    s.is_date = (id >= 14 && id <= 22 && !is_time) ||
                (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    s.has_month = s.is_date;
    s.has_day = s.is_date && id != 17 && id != 27 && id != 57;
    if (id == 1 || id == 3 || id == 9 || id == 37 || id == 38 || id == 41 ||
        id == 42)
        s.decimals = 0;
    if (id == 2 || id == 4 || id == 10 || id == 39 || id == 40 || id == 43 ||
        id == 44)
        s.decimals = s.padded = 2;
    static const workbook_section nought = {.is_words = true,
                                            .words = SLICE("-")};
    bool is_account = id >= 41 && id <= 44;
    return (workbook_format){{s, s, nought}, is_account ? 3 : 1};
}

/* Civil from days (proleptic Gregorian), with the day that 1900 has too many
 * left in: spreadsheets count it. */
static slice
date_text(arena *a, const workbook_section *s, long serial, bool is_1904)
{
    long days = serial + (is_1904 ? 1462 : 0) - 25569 + 719468;
    long era = days / 146097, of_era = days % 146097;
    long years = (of_era - of_era / 1460 + of_era / 36524 -
                  of_era / 146096) / 365;
    long of_year = of_era - (365 * years + years / 4 - years / 100);
    long shifted = (5 * of_year + 2) / 153;
    long day = of_year - (153 * shifted + 2) / 5 + 1;
    long month = shifted < 10 ? shifted + 3 : shifted - 9;
    long year = years + era * 400 + (month <= 2);
    if (!s->has_month)
        return slice_printf(a, "%04ld", year);
    if (!s->has_day)
        return slice_printf(a, "%04ld-%02ld", year, month);
    return slice_printf(a, "%04ld-%02ld-%02ld", year, month, day);
}

/* ── numbers as files write them: 3.4082668600435095E-2 ── */

typedef struct scan {
    slice text;
    size_t at;
    int64_t coefficient;
    int digits, scale; /* of the coefficient, without leading noughts */
} scan;

static char
peek(const scan *s)
{
    return s->at < s->text.len ? s->text.at[s->at] : '\0';
}

static bool
take(scan *s, char c)
{
    bool is_there = peek(s) == c;
    s->at += is_there;
    return is_there;
}

/* Digits that the coefficient cannot hold only shift it. */
static bool
take_digits(scan *s, int scale_each)
{
    size_t first = s->at;
    for (; peek(s) >= '0' && peek(s) <= '9'; s->at++) {
        if (s->digits >= COEFFICIENT_DIGITS) {
            s->scale -= 1 - scale_each;
            continue;
        }
        s->coefficient = s->coefficient * 10 + (peek(s) - '0');
        s->digits += s->coefficient != 0;
        s->scale += scale_each;
    }
    return s->at > first;
}

static bool
take_exponent(scan *s)
{
    if (!take(s, 'e') && !take(s, 'E'))
        return true;
    bool is_negative = take(s, '-');
    int n = 0;
    if (!is_negative)
        take(s, '+');
    size_t first = s->at;
    for (; peek(s) >= '0' && peek(s) <= '9' && n < EXPONENT_MOST; s->at++)
        n = n * 10 + (peek(s) - '0');
    s->scale += is_negative ? n : -n;
    return s->at > first;
}

/* What does not fit a decimal's scale is nought, or no number of ours. */
static bool
fit_scale(scan *s)
{
    for (; s->scale > DECIMAL_SCALE_MAX; s->scale--)
        s->coefficient /= 10;
    for (; s->scale < 0; s->scale++, s->digits++) {
        if (s->digits >= COEFFICIENT_DIGITS)
            return false;
        s->coefficient *= 10;
    }
    return true;
}

static bool
number_from(slice text, jb_decimal *out)
{
    scan s = {.text = text};
    bool is_negative = take(&s, '-');
    bool has_digits = take_digits(&s, 0);
    if (take(&s, '.'))
        has_digits |= take_digits(&s, 1);
    if (!has_digits || !take_exponent(&s) || s.at < text.len ||
        !fit_scale(&s))
        return false;
    *out = (jb_decimal){is_negative ? -s.coefficient : s.coefficient,
                        s.scale};
    return true;
}

/* With no more than `most` digits from the first that is not nought. */
static jb_decimal
significant(jb_decimal d, int most)
{
    int digits = 0;
    for (int64_t rest = d.coefficient; rest != 0; rest /= 10)
        digits++;
    int scale = d.scale - (digits - most);
    return digits > most && scale >= 0
               ? decimal_round(d, scale, DECIMAL_HALF_UP)
               : d;
}

static jb_decimal
padded(jb_decimal d, int scale)
{
    for (; d.scale < scale && d.scale < PADDED_MOST; d.scale++)
        d.coefficient *= 10;
    return d;
}

/* The days of a moment. */
static int64_t
whole(jb_decimal d)
{
    int64_t n = d.coefficient;
    for (int i = 0; i < d.scale; i++)
        n /= 10;
    return n;
}

/* ── which part of the format ── */

static bool
holds(const workbook_section *s, jb_decimal d)
{
    int order = decimal_compare(d, s->limit);
    switch (s->relation) {
    case '<':
        return order < 0;
    case '>':
        return order > 0;
    case '=':
        return order == 0;
    case 'l':
        return order <= 0;
    case 'g':
        return order >= 0;
    default:
        return order != 0;
    }
}

/* With conditions the first whose condition holds, or that has none; without,
 * one for numbers, negative ones, nought. */
static const workbook_section *
section_for(const workbook_format *f, jb_decimal d)
{
    bool has_conditions = false;
    for (size_t i = 0; i < f->n; i++)
        has_conditions |= f->sections[i].relation != 0;
    for (size_t i = 0; i < f->n && has_conditions; i++)
        if (f->sections[i].relation == 0 || holds(&f->sections[i], d))
            return &f->sections[i];
    int sign = decimal_sign(d);
    size_t i = sign < 0 ? 1 : sign == 0 ? 2 : 0;
    return &f->sections[i < f->n && !has_conditions ? i : 0];
}

/* Rounded as the section wants it, in hundredths, thousands … */
static bool
scaled(const workbook_section *s, jb_decimal d, jb_decimal *out)
{
    bool is_general = s->decimals < 0 && !s->is_percent;
    d = decimal_trimmed(
        significant(d, is_general ? GENERAL_DIGITS : FILE_DIGITS));
    int power = (s->is_percent ? 2 : 0) - 3 * s->thousands;
    if (power != 0 && !decimal_shift(d, power, &d))
        return false;
    if (s->decimals >= 0 && s->decimals < d.scale)
        d = decimal_round(d, s->decimals, DECIMAL_HALF_UP);
    d = decimal_trimmed(d);
    if (s->pointed > 0 && !decimal_shift(d, -s->pointed, &d))
        return false;
    *out = padded(d, s->padded + s->pointed);
    return true;
}

slice
workbook_format_shown(arena *a, workbook_format f, slice text, bool is_1904)
{
    jb_decimal d;
    if (!number_from(text, &d))
        return text;
    const workbook_section *s = section_for(&f, d);
    if (s->is_date && d.coefficient >= 0 && whole(d) <= DAY_MOST)
        return date_text(a, s, (long)whole(d), is_1904);
    if (s->is_words || (s->is_blank_at_nought && decimal_sign(d) == 0))
        return s->words;
    if (!scaled(s, d, &d))
        return text;
    slice shown = slice_join(a, decimal_text(a, d), s->unit);
    return s->is_percent ? slice_join(a, shown, SLICE_OF("%")) : shown;
}
