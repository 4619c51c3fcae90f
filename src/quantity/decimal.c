#include "quantity/decimal.h"

#include "base/utf8.h"

/* Products of two coefficients and coefficients at a larger scale. */
typedef __int128 wide;

static bool
narrow(wide coefficient, int scale, jb_decimal *out)
{
    if (coefficient > INT64_MAX || coefficient < -INT64_MAX)
        return false;
    if (scale < 0 || scale > DECIMAL_SCALE_MAX)
        return false;
    *out = (jb_decimal){(int64_t)coefficient, scale};
    return true;
}

static wide
power_of_ten(int n)
{
    wide p = 1;
    while (n-- > 0)
        p *= 10;
    return p;
}

static wide
coefficient_at(jb_decimal d, int scale)
{
    return d.coefficient * power_of_ten(scale - d.scale);
}

static int
larger(int a, int b)
{
    return a > b ? a : b;
}

/* numerator / denominator to the nearest integer, ties by `mode`. Half up is
 * by absolute value, as 四舍五入 and GB/T 8170-2008 3.4 have it. */
static wide
divide_rounded(wide numerator, wide denominator, decimal_rounding mode)
{
    bool is_negative = (numerator < 0) != (denominator < 0);
    if (numerator < 0)
        numerator = -numerator;
    if (denominator < 0)
        denominator = -denominator;
    wide quotient = numerator / denominator;
    wide rest = numerator % denominator;
    wide to_next = denominator - rest;
    bool is_up = rest > to_next;
    if (rest == to_next)
        is_up = mode == DECIMAL_HALF_UP || quotient % 2 != 0;
    quotient += is_up;
    return is_negative ? -quotient : quotient;
}

bool
decimal_add(jb_decimal a, jb_decimal b, jb_decimal *out)
{
    int scale = larger(a.scale, b.scale);
    return narrow(coefficient_at(a, scale) + coefficient_at(b, scale), scale,
                  out);
}

bool
decimal_sub(jb_decimal a, jb_decimal b, jb_decimal *out)
{
    return decimal_add(a, decimal_neg(b), out);
}

bool
decimal_mul(jb_decimal a, jb_decimal b, jb_decimal *out)
{
    return narrow((wide)a.coefficient * b.coefficient, a.scale + b.scale,
                  out);
}

bool
decimal_div(jb_decimal a, jb_decimal b, int scale, decimal_rounding mode,
            jb_decimal *out)
{
    int shift = scale + b.scale - a.scale;
    if (b.coefficient == 0 || scale < 0 || shift > DECIMAL_SCALE_MAX)
        return false;
    wide numerator = a.coefficient, denominator = b.coefficient;
    if (shift >= 0)
        numerator *= power_of_ten(shift);
    else
        denominator *= power_of_ten(-shift > 18 ? 18 : -shift);
    return narrow(divide_rounded(numerator, denominator, mode), scale, out);
}

bool
decimal_shift(jb_decimal a, int power, jb_decimal *out)
{
    if (power <= a.scale && power >= a.scale - DECIMAL_SCALE_MAX)
        return narrow(a.coefficient, a.scale - power, out);
    if (power < a.scale || power - a.scale > DECIMAL_SCALE_MAX)
        return false;
    return narrow(a.coefficient * power_of_ten(power - a.scale), 0, out);
}

jb_decimal
decimal_round(jb_decimal a, int scale, decimal_rounding mode)
{
    if (scale >= a.scale)
        return a;
    wide denominator = power_of_ten(a.scale - (scale < 0 ? 0 : scale));
    wide rounded = divide_rounded(a.coefficient, denominator, mode);
    return (jb_decimal){(int64_t)rounded, scale < 0 ? 0 : scale};
}

jb_decimal
decimal_neg(jb_decimal a)
{
    return (jb_decimal){-a.coefficient, a.scale};
}

jb_decimal
decimal_abs(jb_decimal a)
{
    return a.coefficient < 0 ? decimal_neg(a) : a;
}

int
decimal_compare(jb_decimal a, jb_decimal b)
{
    int scale = larger(a.scale, b.scale);
    wide x = coefficient_at(a, scale), y = coefficient_at(b, scale);
    return (x > y) - (x < y);
}

int
decimal_sign(jb_decimal a)
{
    return (a.coefficient > 0) - (a.coefficient < 0);
}

double
decimal_to_double(jb_decimal a)
{
    return (double)a.coefficient / (double)power_of_ten(a.scale);
}

jb_decimal
decimal_trimmed(jb_decimal a)
{
    while (a.scale > 0 && a.coefficient % 10 == 0)
        a = (jb_decimal){a.coefficient / 10, a.scale - 1};
    return a;
}

slice
decimal_text(arena *a, jb_decimal d)
{
    char digits[48];
    size_t at = sizeof digits;
    wide left = d.coefficient < 0 ? -(wide)d.coefficient : d.coefficient;
    for (int i = 0; i <= d.scale || left > 0; i++) {
        if (i == d.scale && i > 0)
            digits[--at] = '.';
        digits[--at] = (char)('0' + (int)(left % 10));
        left /= 10;
    }
    if (d.coefficient < 0)
        digits[--at] = '-';
    return slice_copy(a, (slice){digits + at, sizeof digits - at});
}

jb_interval
decimal_interval(jb_decimal d)
{
    jb_interval exact = {d, d};
    jb_decimal half = {5, d.scale + 1};
    jb_decimal low, high;
    if (!decimal_sub(d, half, &low) || !decimal_add(d, half, &high))
        return exact;
    return (jb_interval){low, high};
}

static bool
append_digit(jb_decimal *d, int digit)
{
    if (d->coefficient > (INT64_MAX - digit) / 10)
        return false;
    d->coefficient = d->coefficient * 10 + digit;
    return true;
}

/* [+-−] is consumed; true when it was a minus. */
static bool
take_sign(slice text, size_t *at)
{
    size_t next = *at;
    uint32_t code = text.len == 0 ? 0 : utf8_next(text, &next);
    bool is_minus = code == '-' || code == 0x2212;
    if (is_minus || code == '+')
        *at = next;
    return is_minus;
}

bool
decimal_parse(slice text, jb_decimal *out)
{
    size_t at = 0;
    bool is_minus = take_sign(text, &at);
    jb_decimal d = {0, 0};
    bool has_point = false, has_digit = false;
    for (; at < text.len; at++) {
        char c = text.at[at];
        if (c == '.' && !has_point && has_digit) {
            has_point = true;
            has_digit = false;
            continue;
        }
        if (c < '0' || c > '9' || d.scale == DECIMAL_SCALE_MAX)
            return false;
        if (!append_digit(&d, c - '0'))
            return false;
        d.scale += has_point;
        has_digit = true;
    }
    if (!has_digit)
        return false;
    *out = is_minus ? decimal_neg(d) : d;
    return true;
}
