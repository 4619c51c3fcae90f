#include "proof/worded.h"

#include "base/utf8.h"

#define MINUS 0x2212
#define MISSING "—" /* in the place of a figure that is not known */
#define WAN "万"
#define YI "亿"

/* The number in a label with the sign before it; what follows it begins at
 * `*rest`. */
static bool
number_of(slice label, jb_decimal *out, size_t *rest)
{
    bool is_negative = false;
    for (size_t at = 0; at < label.len;) {
        size_t first = at;
        uint32_t code = utf8_next(label, &at);
        if (code == MINUS || code == '-')
            is_negative = true;
        if (code < '0' || code > '9')
            continue;
        while (at < label.len && (label.at[at] == '.' ||
                                  (label.at[at] >= '0' &&
                                   label.at[at] <= '9')))
            at++;
        *rest = at;
        if (!decimal_parse(slice_cut(label, first, at), out))
            return false;
        if (is_negative)
            *out = decimal_neg(*out);
        return true;
    }
    return false;
}

static int
power_of(slice rest)
{
    int power = 0;
    for (;;) {
        if (slice_starts_with(rest, SLICE_OF(WAN)))
            power += 4;
        else if (slice_starts_with(rest, SLICE_OF(YI)))
            power += 8;
        else
            return power;
        rest = slice_cut(rest, strlen(WAN), rest.len);
    }
}

static bool
is_rounding(jb_decimal number, jb_decimal value)
{
    return decimal_compare(number, decimal_round(value, number.scale,
                                                 DECIMAL_HALF_UP)) == 0 ||
           decimal_compare(number, decimal_round(value, number.scale,
                                                 DECIMAL_HALF_EVEN)) == 0;
}

/* Digits and signs alone, with no word that they could be part of. */
static bool
is_bare_number(slice label)
{
    static const char signs[] = "+-−<>≤≥约%‰. ";
    for (size_t at = 0; at < label.len;) {
        size_t first = at;
        uint32_t code = utf8_next(label, &at);
        bool is_digit = code >= '0' && code <= '9';
        if (!is_digit && slice_find(SLICE_OF(signs),
                                    slice_cut(label, first, at)) ==
                             sizeof signs - 1)
            return false;
    }
    return label.len > 0;
}

/* Nothing is not zero, nor zero nothing. */
static worded_verdict
worded_without_number(slice label, const display_figure *figure)
{
    return figure->has_value && slice_is(label, MISSING) ? WORDED_WRONG
                                                         : WORDED_WORD;
}

worded_verdict
worded_label(slice label, const display_figure *figure)
{
    jb_decimal number, scaled;
    size_t rest;
    if (!number_of(label, &number, &rest))
        return worded_without_number(label, figure);
    if (!figure->has_value)
        return is_bare_number(label) ? WORDED_WRONG : WORDED_WORD;
    if (is_rounding(number, figure->value))
        return WORDED_RIGHT;
    int power = power_of(slice_cut(label, rest, label.len));
    bool is_right = power > 0 &&
                    decimal_shift(figure->value, -power, &scaled) &&
                    is_rounding(number, scaled);
    return is_right ? WORDED_RIGHT : WORDED_WRONG;
}

static slice
plain(arena *a, slice text)
{
    slice_builder b = {.arena = a};
    for (size_t at = 0; at < text.len;) {
        uint32_t code = utf8_next(text, &at);
        if (code != ' ' && code != 0x2009 && code != 0x00A0)
            builder_add_code(&b, code == '-' ? MINUS : code);
    }
    return builder_slice(&b);
}

bool
worded_is_in(arena *scratch, slice drawn, slice label)
{
    slice all = plain(scratch, drawn), wanted = plain(scratch, label);
    for (size_t i = 0; i + wanted.len <= all.len; i++)
        if (slice_equal(slice_cut(all, i, i + wanted.len), wanted))
            return true;
    return false;
}
