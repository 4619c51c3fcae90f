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

/* The 万 (4) or 亿 (8) that leaves one to four digits before the point. */
static int
scaling_of(jb_decimal value)
{
    jb_decimal size = decimal_abs(value);
    jb_decimal ten_thousand = {100000, 0}, hundred_million = {100000000, 0};
    if (decimal_compare(size, hundred_million) >= 0)
        return 8;
    return decimal_compare(size, ten_thousand) >= 0 ? 4 : 0;
}

static bool
is_scalable(jb_unit unit)
{
    return unit.power == 0 && unit.base.len > 0 &&
           (unit.kind == UNIT_COUNT || unit.kind == UNIT_AMOUNT);
}

jb_quantity
number_scaled(arena *a, jb_quantity q)
{
    int power = scaling_of(q.value);
    jb_quantity scaled = q;
    if (power == 0 || !is_scalable(q.unit) ||
        !decimal_shift(q.value, -power, &scaled.value))
        return q;
    scaled.value = decimal_trimmed(scaled.value);
    scaled.unit.power = power;
    slice prefix = power == 8 ? SLICE_OF("亿") : SLICE_OF("万");
    scaled.unit.name = slice_join(a, prefix, q.unit.base);
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
