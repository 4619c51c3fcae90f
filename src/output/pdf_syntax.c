#include "output/pdf_syntax.h"

#include "base/utf8.h"

static const char hex_digits[] = "0123456789ABCDEF";

pdf_milli
pdf_milli_of(jb_len l)
{
    pdf_milli scaled = (pdf_milli)l * 1000;
    pdf_milli half = scaled < 0 ? -LEN_PER_PT / 2 : LEN_PER_PT / 2;
    return (scaled + half) / LEN_PER_PT;
}

static void
add_byte(slice_builder *b, char c)
{
    builder_add(b, (slice){&c, 1});
}

void
pdf_add_integer(slice_builder *b, int64_t n)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t left = n < 0 ? -(uint64_t)n : (uint64_t)n;
    do {
        digits[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left > 0);
    if (n < 0)
        digits[--at] = '-';
    builder_add(b, (slice){digits + at, sizeof digits - at});
}

void
pdf_add_milli(slice_builder *b, pdf_milli thousandths)
{
    if (thousandths < 0)
        add_byte(b, '-');
    uint64_t size = thousandths < 0 ? -(uint64_t)thousandths
                                    : (uint64_t)thousandths;
    uint64_t fraction = size % 1000;
    if (size >= 1000 || fraction == 0)
        pdf_add_integer(b, (int64_t)(size / 1000));
    if (fraction == 0)
        return;
    char digits[4] = {'.', (char)('0' + fraction / 100),
                      (char)('0' + fraction / 10 % 10),
                      (char)('0' + fraction % 10)};
    size_t n = 4;
    while (digits[n - 1] == '0')
        n--;
    builder_add(b, (slice){digits, n});
}

void
pdf_add_point(slice_builder *b, pdf_milli x, pdf_milli y)
{
    pdf_add_milli(b, x);
    add_byte(b, ' ');
    pdf_add_milli(b, y);
    add_byte(b, ' ');
}

void
pdf_add_ref(slice_builder *b, pdf_ref ref)
{
    pdf_add_integer(b, ref);
    builder_add_text(b, " 0 R");
}

static void
add_hex8(slice_builder *b, unsigned value)
{
    char hex[2] = {hex_digits[value >> 4 & 15], hex_digits[value & 15]};
    builder_add(b, (slice){hex, 2});
}

void
pdf_add_hex16(slice_builder *b, uint32_t value)
{
    char hex[4] = {hex_digits[value >> 12 & 15], hex_digits[value >> 8 & 15],
                   hex_digits[value >> 4 & 15], hex_digits[value & 15]};
    builder_add(b, (slice){hex, 4});
}

void
pdf_add_name(slice_builder *b, slice name)
{
    add_byte(b, '/');
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];
        if (c > ' ' && c < 127 && strchr("()<>[]{}/%#", c) == NULL) {
            add_byte(b, c);
        } else {
            add_byte(b, '#');
            add_hex8(b, (unsigned char)c);
        }
    }
}

static bool
is_ascii(slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] < ' ' || s.at[i] > '~')
            return false;
    return true;
}

static void
add_literal(slice_builder *b, slice s)
{
    add_byte(b, '(');
    for (size_t i = 0; i < s.len; i++) {
        if (strchr("()\\", s.at[i]) != NULL)
            add_byte(b, '\\');
        add_byte(b, s.at[i]);
    }
    add_byte(b, ')');
}

void
pdf_add_bytes(slice_builder *b, slice bytes)
{
    if (is_ascii(bytes)) {
        add_literal(b, bytes);
        return;
    }
    add_byte(b, '<');
    for (size_t i = 0; i < bytes.len; i++)
        add_hex8(b, (unsigned char)bytes.at[i]);
    add_byte(b, '>');
}

void
pdf_add_utf16(slice_builder *b, slice utf8)
{
    for (size_t at = 0; at < utf8.len;) {
        uint32_t code = utf8_next(utf8, &at);
        if (code < 0x10000) {
            pdf_add_hex16(b, code);
            continue;
        }
        pdf_add_hex16(b, 0xD800 + ((code - 0x10000) >> 10));
        pdf_add_hex16(b, 0xDC00 + (code & 0x3FF));
    }
}

void
pdf_add_text(slice_builder *b, slice utf8)
{
    if (is_ascii(utf8)) {
        add_literal(b, utf8);
        return;
    }
    builder_add_text(b, "<FEFF");
    pdf_add_utf16(b, utf8);
    add_byte(b, '>');
}
