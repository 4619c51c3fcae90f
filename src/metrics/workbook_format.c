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
    workbook_format f = {.decimals = -1};
    bool is_time = id >= 18 && id <= 21;
    f.is_percent = id == 9 || id == 10;
    f.is_date = (id >= 14 && id <= 22 && !is_time) ||
                (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    f.has_month = f.is_date;
    f.has_day = f.is_date && id != 17 && id != 27 && id != 57;
    if (id == 1 || id == 3 || id == 9 || id == 37 || id == 38)
        f.decimals = 0;
    if (id == 2 || id == 4 || id == 10 || id == 39 || id == 40)
        f.decimals = f.padded = 2;
    return f;
}

/* Behind what is quoted, escaped or in brackets at `at`; else `at`. */
static size_t
behind_literal(slice code, size_t at)
{
    char c = code.at[at];
    slice rest = slice_cut(code, at + 1, code.len);
    if (c == '"')
        return at + 2 + slice_find(rest, SLICE_OF("\""));
    if (c == '[')
        return at + 2 + slice_find(rest, SLICE_OF("]"));
    return c == '\\' || c == '_' || c == '*' ? at + 2 : at;
}

static void
take_sign(workbook_format *f, char c, bool *is_behind_point)
{
    f->is_percent |= c == '%';
    f->is_date |= c == 'y' || c == 'Y' || c == 'd' || c == 'D';
    f->has_month |= c == 'm' || c == 'M';
    f->has_day |= c == 'd' || c == 'D';
    bool is_digit = c == '0' || c == '#' || c == '?';
    if (is_digit && f->decimals < 0)
        f->decimals = 0;
    if (is_digit && *is_behind_point)
        f->decimals++;
    if (c == '0' && *is_behind_point)
        f->padded = f->decimals;
    *is_behind_point = c == '.' || (*is_behind_point && is_digit);
}

workbook_format
workbook_format_from(slice code)
{
    workbook_format f = {.decimals = -1};
    bool is_behind_point = false;
    if (slice_is(code, "General") || slice_is(code, "@"))
        return f;
    for (size_t i = 0; i < code.len && code.at[i] != ';';) {
        size_t next = behind_literal(code, i);
        if (next == i) {
            if (code.at[i] == 'E' || code.at[i] == 'e')
                return (workbook_format){.decimals = -1};
            take_sign(&f, code.at[i], &is_behind_point);
            next = i + 1;
        }
        i = next;
    }
    return f;
}

/* Civil from days (proleptic Gregorian), with the day that 1900 has too many
 * left in: spreadsheets count it. */
static slice
date_text(arena *a, workbook_format f, long serial, bool is_1904)
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
    if (!f.has_month)
        return slice_printf(a, "%04ld", year);
    if (!f.has_day)
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

slice
workbook_format_shown(arena *a, workbook_format f, slice text, bool is_1904)
{
    jb_decimal d;
    if (!number_from(text, &d))
        return text;
    if (f.is_date && d.coefficient >= 0 && whole(d) <= DAY_MOST)
        return date_text(a, f, (long)whole(d), is_1904);
    bool is_general = f.decimals < 0 && !f.is_percent;
    d = significant(d, is_general ? GENERAL_DIGITS : FILE_DIGITS);
    if (f.is_percent && !decimal_shift(d, 2, &d))
        return text;
    if (f.decimals >= 0 && f.decimals < d.scale)
        d = decimal_round(d, f.decimals, DECIMAL_HALF_UP);
    d = padded(decimal_trimmed(d), f.padded);
    slice shown = decimal_text(a, d);
    return f.is_percent ? slice_join(a, shown, SLICE_OF("%")) : shown;
}
