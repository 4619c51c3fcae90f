#include "prose/number.h"

#include "base/utf8.h"

slice
number_text(arena *a, jb_decimal d)
{
    slice digits = decimal_text(a, decimal_abs(d));
    if (decimal_sign(d) >= 0)
        return digits;
    return slice_join(a, SLICE_OF("−"), digits);
}

slice
number_signed(arena *a, jb_decimal d)
{
    slice text = number_text(a, d);
    return decimal_sign(d) > 0 ? slice_join(a, SLICE_OF("+"), text) : text;
}

/* The power of ten of the largest multiple that leaves one digit or more
 * before the point; 0 when there is none. `size` is in base units. */
static int
scaling_of(jb_decimal size)
{
    static const int powers[] = {12, 8, 4};
    for (size_t i = 0; i < sizeof powers / sizeof *powers; i++) {
        jb_decimal one = {1, 0};
        if (decimal_shift(one, powers[i], &one) &&
            decimal_compare(decimal_abs(size), one) >= 0)
            return powers[i];
    }
    return 0;
}

/* Fewer digits are as many as a multiple takes away: 38215.6 is 3.82156万. More
 * nobody reads, and releases print two. */
#define DECIMALS_MOST 5
#define DECIMALS_KEPT 2

static slice
multiple_name(int power)
{
    return power == 12  ? SLICE_OF("万亿")
           : power == 8 ? SLICE_OF("亿")
           : power == 4 ? SLICE_OF("万")
                        : SLICE_OF("");
}

jb_quantity
number_scaled(arena *a, jb_quantity q)
{
    bool is_sum = q.unit.kind == UNIT_COUNT || q.unit.kind == UNIT_AMOUNT;
    jb_quantity scaled = q;
    jb_decimal size;
    if (!is_sum || q.unit.base.len == 0 ||
        !decimal_shift(q.value, q.unit.power, &size))
        return q;
    int power = scaling_of(size);
    if (power <= q.unit.power || !decimal_shift(size, -power, &scaled.value))
        return q;
    scaled.value = decimal_trimmed(scaled.value);
    if (scaled.value.scale > DECIMALS_MOST)
        scaled.value = decimal_round(scaled.value, DECIMALS_KEPT,
                                     DECIMAL_HALF_UP);
    scaled.unit.power = power;
    scaled.unit.name = slice_join(a, multiple_name(power), q.unit.base);
    return scaled;
}

static void
add_digits(slice_builder *b, int n)
{
    static const char *const digits[] = {"零", "一", "二", "三", "四",
                                         "五", "六", "七", "八", "九"};
    static const struct { int size; const char *name; } places[] = {
        {1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}};
    bool is_gap = false;
    for (size_t i = 0; i < 4; i++) {
        int digit = n / places[i].size % 10;
        is_gap = is_gap || (digit == 0 && b->len > 0);
        if (digit == 0)
            continue;
        if (is_gap)
            builder_add_text(b, digits[0]);
        is_gap = false;
        bool is_bare_ten = places[i].size == 10 && digit == 1 && b->len == 0;
        if (!is_bare_ten)
            builder_add_text(b, digits[digit]);
        builder_add_text(b, places[i].name);
    }
}

slice
number_chinese(arena *a, int n)
{
    if (n == 0)
        return SLICE_OF("零");
    if (n < 0 || n > 9999)
        return slice_printf(a, "%d", n);
    slice_builder b = {.arena = a};
    add_digits(&b, n);
    return builder_slice(&b);
}

slice
number_circled(arena *a, int n)
{
    slice_builder b = {.arena = a};
    if (n >= 1 && n <= 20)
        builder_add_code(&b, 0x2460u + (unsigned)(n - 1));
    else if (n >= 21 && n <= 35)
        builder_add_code(&b, 0x3251u + (unsigned)(n - 21));
    else if (n >= 36 && n <= 50)
        builder_add_code(&b, 0x32B1u + (unsigned)(n - 36));
    else
        builder_printf(&b, "[%d]", n);
    return builder_slice(&b);
}
