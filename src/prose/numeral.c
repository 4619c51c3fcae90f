#include "prose/numeral.h"

#include "base/utf8.h"

/* ── Arabic digits ── */

/* The digit that starts at `*at`, which moves behind it; -1 when none. */
static int
take_digit(slice s, size_t *at)
{
    size_t next = *at;
    if (next >= s.len)
        return -1;
    uint32_t code = utf8_next(s, &next);
    if (code >= 0xFF10 && code <= 0xFF19)
        code -= 0xFF10 - '0';
    if (code < '0' || code > '9')
        return -1;
    *at = next;
    return (int)(code - '0');
}

static bool
push_digit(jb_decimal *d, int digit)
{
    if (d->coefficient > (INT64_MAX - 9) / 10 ||
        d->scale >= DECIMAL_SCALE_MAX)
        return false;
    d->coefficient = d->coefficient * 10 + digit;
    return true;
}

static bool
take_digits(slice s, size_t *at, jb_decimal *d, int *n)
{
    int digit;
    for (*n = 0; (digit = take_digit(s, at)) >= 0; ++*n)
        if (!push_digit(d, digit))
            return false;
    return true;
}

/* The mark between groups of three digits: a comma, or a blank of any width;
 * 0 when none is at `at`. */
static size_t
group_mark(slice s, size_t at)
{
    static const slice marks[] = {SLICE(","), SLICE(" "),
                                  SLICE("\xC2\xA0"),      /* U+00A0 */
                                  SLICE("\xE2\x80\x89"),  /* U+2009 */
                                  SLICE("\xE2\x80\xAF")}; /* U+202F */
    slice rest = slice_cut(s, at, s.len);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_starts_with(rest, marks[i]))
            return marks[i].len;
    return 0;
}

/* ,456 behind digits: a mark and exactly three of them; behind a blank a unit
 * must follow, or else they are two columns of a table. */
static bool
is_group(slice s, size_t at)
{
    size_t mark = group_mark(s, at), n = 0;
    if (mark == 0)
        return false;
    bool is_comma = s.at[at] == ',';
    for (at += mark; n < 4 && take_digit(s, &at) >= 0; n++)
        ;
    bool has_more = group_mark(s, at) > 0 && is_group(s, at);
    bool has_unit = at < s.len && ((unsigned char)s.at[at] >= 0x80 ||
                                   s.at[at] == '.' || s.at[at] == '%');
    return n == 3 && (is_comma || has_unit || has_more);
}

static bool
take_groups(slice s, size_t *at, jb_decimal *d, int lead)
{
    if (lead > 3)
        return true;
    while (is_group(s, *at)) {
        int n;
        *at += group_mark(s, *at);
        if (!take_digits(s, at, d, &n))
            return false;
    }
    return true;
}

static bool
take_fraction(slice s, size_t *at, jb_decimal *d)
{
    size_t next = *at;
    bool has_point = next < s.len && s.at[next] == '.';
    bool has_wide = slice_starts_with(slice_cut(s, next, s.len),
                                      SLICE_OF("．"));
    next += has_point ? 1 : has_wide ? strlen("．") : 0;
    if (next == *at || take_digit(s, &next) < 0)
        return true;
    next = *at + (has_point ? 1 : strlen("．"));
    for (int digit; (digit = take_digit(s, &next)) >= 0;) {
        if (!push_digit(d, digit))
            return false;
        d->scale++;
    }
    *at = next;
    return true;
}

static bool
read_arabic(slice text, size_t at, numeral *out)
{
    jb_decimal d = {0, 0};
    int lead;
    size_t next = at;
    if (!take_digits(text, &next, &d, &lead) || lead == 0 ||
        !take_groups(text, &next, &d, lead) ||
        !take_fraction(text, &next, &d))
        return false;
    *out = (numeral){at, next, d, false};
    return true;
}

/* ── Chinese digits ── */

typedef struct han_digit {
    slice text;
    int64_t value; /* 10 and more are places */
} han_digit;

static const han_digit HAN_DIGITS[] = {
    {SLICE("零"), 0}, {SLICE("〇"), 0}, {SLICE("一"), 1}, {SLICE("二"), 2},
    {SLICE("两"), 2}, {SLICE("三"), 3}, {SLICE("四"), 4}, {SLICE("五"), 5},
    {SLICE("六"), 6}, {SLICE("七"), 7}, {SLICE("八"), 8}, {SLICE("九"), 9},
    {SLICE("十"), 10}, {SLICE("百"), 100}, {SLICE("千"), 1000},
};

static const han_digit *
han_digit_at(slice text, size_t at)
{
    slice rest = slice_cut(text, at, text.len);
    for (size_t i = 0; i < sizeof HAN_DIGITS / sizeof *HAN_DIGITS; i++)
        if (slice_starts_with(rest, HAN_DIGITS[i].text))
            return &HAN_DIGITS[i];
    return NULL;
}

/* 二百零三: digits wait for their place; 十 alone is 一十. Digits side by
 * side, 二〇二二, are read one after the other. */
static bool
read_chinese(slice text, size_t at, numeral *out)
{
    int64_t total = 0, digit = -1;
    size_t next = at, n = 0;
    const han_digit *h;
    for (; n < 16 && (h = han_digit_at(text, next)) != NULL; n++) {
        next += h->text.len;
        if (h->value < 10) {
            digit = digit > 0 ? digit * 10 + h->value : h->value;
            continue;
        }
        total += (digit < 0 ? 1 : digit) * h->value;
        digit = -1;
    }
    if (n == 0)
        return false;
    total += digit > 0 ? digit : 0;
    *out = (numeral){at, next, {total, 0}, true};
    return true;
}

bool
numeral_read(slice text, size_t at, numeral *out)
{
    return read_arabic(text, at, out) || read_chinese(text, at, out);
}
