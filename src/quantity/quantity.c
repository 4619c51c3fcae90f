#include "quantity/quantity.h"

#include "base/utf8.h"

#define DIAG(name, severity, message, hint)                                  \
    DIAG_DEFINE(name, severity, message, hint)
#include "quantity/diag.def"
#undef DIAG

typedef struct bound_word {
    slice word;
    quantity_bound bound;
} bound_word;

/* Longer words first where one starts another. */
static const bound_word before_number[] = {
    {SLICE(">="), BOUND_AT_LEAST},      {SLICE("≥"), BOUND_AT_LEAST},
    {SLICE("不少于"), BOUND_AT_LEAST},  {SLICE("不低于"), BOUND_AT_LEAST},
    {SLICE("至少"), BOUND_AT_LEAST},    {SLICE(">"), BOUND_ABOVE},
    {SLICE("超过"), BOUND_ABOVE},       {SLICE("超"), BOUND_ABOVE},
    {SLICE("突破"), BOUND_ABOVE},       {SLICE("逾"), BOUND_ABOVE},
    {SLICE("<="), BOUND_AT_MOST},       {SLICE("≤"), BOUND_AT_MOST},
    {SLICE("<"), BOUND_AT_MOST},        {SLICE("不超过"), BOUND_AT_MOST},
    {SLICE("不足"), BOUND_AT_MOST},     {SLICE("至多"), BOUND_AT_MOST},
    {SLICE("~"), BOUND_APPROXIMATE},    {SLICE("≈"), BOUND_APPROXIMATE},
    {SLICE("大约"), BOUND_APPROXIMATE}, {SLICE("约"), BOUND_APPROXIMATE},
    {SLICE("接近"), BOUND_APPROXIMATE}, {SLICE("将近"), BOUND_APPROXIMATE},
    {SLICE("近"), BOUND_APPROXIMATE},
};

/* 近, which comes from below. */
static bool
is_near(slice word)
{
    return slice_ends_with(word, SLICE_OF("近"));
}

/* Between the digits and the unit: 50余家. */
static const bound_word after_digits[] = {
    {SLICE("余"), BOUND_ABOVE},
    {SLICE("多"), BOUND_ABOVE},
    {SLICE("+"), BOUND_AT_LEAST},
};

static const bound_word at_end[] = {
    {SLICE("及以上"), BOUND_AT_LEAST}, {SLICE("以上"), BOUND_AT_LEAST},
    {SLICE("以下"), BOUND_AT_MOST},    {SLICE("以内"), BOUND_AT_MOST},
    {SLICE("左右"), BOUND_APPROXIMATE}, {SLICE("上下"), BOUND_APPROXIMATE},
};

#define N_OF(array) (sizeof(array) / sizeof *(array))

/* What was read, before it is made one quantity. */
typedef struct reading {
    slice rest;
    quantity_bound bound;
    int n_bounds;
    bool is_near;
    bool was_full_width, was_grouped, is_badly_grouped;
} reading;

/* Full-width ASCII (U+FF01…U+FF5E) to ASCII, except the comma, which may be
 * a group separator and is kept apart from no other use here. */
static slice
half_width(arena *a, slice text, bool *changed)
{
    slice_builder b = {.arena = a};
    for (size_t at = 0; at < text.len;) {
        uint32_t code = utf8_next(text, &at);
        bool is_full = code >= 0xFF01 && code <= 0xFF5E;
        *changed |= is_full;
        if (is_full)
            code -= 0xFEE0;
        builder_add_code(&b, code == 0x3000 || code == 0xA0 ? ' ' : code);
    }
    return builder_slice(&b);
}

static void
note_bound(reading *r, quantity_bound bound)
{
    r->bound = bound;
    r->n_bounds++;
}

static void
take_start(reading *r, const bound_word *words, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!slice_starts_with(r->rest, words[i].word))
            continue;
        r->rest = slice_trim(
            slice_cut(r->rest, words[i].word.len, r->rest.len));
        note_bound(r, words[i].bound);
        r->is_near = is_near(words[i].word);
        return;
    }
}

static void
take_end(reading *r)
{
    for (size_t i = 0; i < N_OF(at_end); i++) {
        if (!slice_ends_with(r->rest, at_end[i].word))
            continue;
        r->rest = slice_trim(
            slice_cut(r->rest, 0, r->rest.len - at_end[i].word.len));
        note_bound(r, at_end[i].bound);
        return;
    }
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_separator(slice s, size_t at)
{
    char c = s.at[at];
    return (c == ',' || c == ' ' || c == '\'') && at + 1 < s.len &&
           is_digit(s.at[at + 1]);
}

/* The digits at the start of r->rest without group separators; groups must
 * be of three digits, the first of one to three. */
static slice
take_digits(arena *a, reading *r)
{
    slice_builder b = {.arena = a};
    slice s = r->rest;
    size_t at = 0, group = 0;
    bool has_point = false;
    if (s.len > 0 && (s.at[0] == '-' || s.at[0] == '+'))
        builder_add(&b, slice_cut(s, at++, 1));
    else if (slice_starts_with(s, SLICE_OF("−")))
        builder_add_text(&b, "-"), at += SLICE_OF("−").len;
    for (; at < s.len; at++) {
        if (!has_point && b.len > 0 && is_separator(s, at)) {
            r->is_badly_grouped |= r->was_grouped ? group != 3 : group > 3;
            r->was_grouped = true;
            group = 0;
            continue;
        }
        bool is_point = s.at[at] == '.' && !has_point;
        if (!is_digit(s.at[at]) && !is_point)
            break;
        if (is_point && r->was_grouped)
            r->is_badly_grouped |= group != 3;
        has_point |= is_point;
        group++;
        builder_add(&b, slice_cut(s, at, at + 1));
    }
    if (r->was_grouped && !has_point)
        r->is_badly_grouped |= group != 3;
    r->rest = slice_trim(slice_cut(s, at, s.len));
    return builder_slice(&b);
}

static bool
fail(const diag_kind *kind, slice text, jb_span span, jb_diags *diags)
{
    diag_report(diags, kind, span, text);
    return false;
}

static size_t
count_digits(slice s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += is_digit(s.at[i]);
    return n;
}

/* The number in the metric's own unit, when the text names another one of
 * the same base. */
static bool
convert(jb_quantity *q, slice named, slice text, jb_diags *diags)
{
    if (named.len == 0)
        return true;
    jb_unit own = unit_from(named);
    if (own.base.len == 0 && own.power > 0 && q->unit.name.len > 0) {
        own.base = q->unit.base; /* 1.2万 of 亿元 is 1.2万亿元 */
        own.kind = q->unit.kind;
        own.power += q->unit.power;
    }
    if (q->unit.name.len == 0) {
        q->unit = own;
        return true;
    }
    jb_decimal converted;
    if (!unit_is_same_base(own, q->unit) ||
        !decimal_shift(q->value, own.power - q->unit.power, &converted)) {
        diag_report(diags, &QUANTITY_UNIT_MISMATCH, q->span, text, named,
                    q->unit.name);
        return false;
    }
    q->is_converted = own.power != q->unit.power;
    if (q->is_converted)
        q->value = converted;
    return true;
}

static void
report_normalised(arena *a, const reading *r, slice text,
                  const jb_quantity *q, jb_diags *diags)
{
    if (r->was_full_width)
        diag_report(diags, &QUANTITY_WAS_FULL_WIDTH, q->span, text);
    if (r->was_grouped)
        diag_report(diags, &QUANTITY_WAS_GROUPED, q->span, text,
                    decimal_text(a, q->value));
}

bool
quantity_parse(arena *a, slice text, jb_span span, jb_unit unit,
               jb_quantity *out, jb_diags *diags)
{
    reading r = {.bound = BOUND_EXACT};
    r.rest = slice_trim(half_width(a, text, &r.was_full_width));
    take_start(&r, before_number, N_OF(before_number));
    take_end(&r);
    slice digits = take_digits(a, &r);
    jb_quantity q = {.unit = unit, .span = span};
    if (r.is_badly_grouped)
        return fail(&QUANTITY_GROUPING, text, span, diags);
    if (count_digits(digits) > DECIMAL_SCALE_MAX)
        return fail(&QUANTITY_TOO_LONG, text, span, diags);
    if (!decimal_parse(digits, &q.value))
        return fail(&QUANTITY_NOT_A_NUMBER, text, span, diags);
    take_start(&r, after_digits, N_OF(after_digits));
    if (count_digits(r.rest) > 0)
        return fail(&QUANTITY_NOT_A_NUMBER, text, span, diags);
    if (r.n_bounds > 1)
        return fail(&QUANTITY_TWO_BOUNDS, text, span, diags);
    q.bound = r.bound;
    q.is_near = r.is_near && r.bound == BOUND_APPROXIMATE;
    report_normalised(a, &r, text, &q, diags);
    if (!convert(&q, r.rest, text, diags))
        return false;
    *out = q;
    return true;
}
