#include "base/utf8.h"

typedef struct lead {
    uint32_t bits;
    int follow;               /* continuation bytes */
    unsigned char low, high;  /* bounds of the first continuation byte */
} lead;

/* Unicode Standard, Table 3-7; follow = -1 for bytes that cannot lead. */
static lead
lead_of(unsigned char b)
{
    if (b < 0x80)
        return (lead){b, 0, 0, 0};
    if (b >= 0xC2 && b <= 0xDF)
        return (lead){b & 0x1Fu, 1, 0x80, 0xBF};
    if (b >= 0xE0 && b <= 0xEF)
        return (lead){b & 0x0Fu, 2, b == 0xE0 ? 0xA0 : 0x80,
                      b == 0xED ? 0x9F : 0xBF};
    if (b >= 0xF0 && b <= 0xF4)
        return (lead){b & 0x07u, 3, b == 0xF0 ? 0x90 : 0x80,
                      b == 0xF4 ? 0x8F : 0xBF};
    return (lead){0, -1, 0, 0};
}

static uint32_t
decode(slice s, size_t *offset, bool *is_well_formed)
{
    lead l = lead_of((unsigned char)s.at[(*offset)++]);
    *is_well_formed = l.follow >= 0;
    if (l.follow < 0)
        return UTF8_REPLACEMENT;
    uint32_t code = l.bits;
    for (int i = 0; i < l.follow; i++) {
        unsigned char low = i == 0 ? l.low : 0x80;
        unsigned char high = i == 0 ? l.high : 0xBF;
        unsigned char b =
            *offset < s.len ? (unsigned char)s.at[*offset] : 0;
        if (b < low || b > high) {
            *is_well_formed = false;
            return UTF8_REPLACEMENT;
        }
        code = code << 6 | (b & 0x3Fu);
        (*offset)++;
    }
    return code;
}

uint32_t
utf8_next(slice s, size_t *offset)
{
    bool is_well_formed;
    return decode(s, offset, &is_well_formed);
}

uint32_t
utf8_before(slice s, size_t *offset)
{
    size_t end = *offset;
    size_t start = end - 1;
    while (start > 0 && end - start < 4 &&
           ((unsigned char)s.at[start] & 0xC0) == 0x80)
        start--;
    size_t next = start;
    uint32_t code = utf8_next(s, &next);
    if (next != end) {
        start = end - 1;
        code = UTF8_REPLACEMENT;
    }
    *offset = start;
    return code;
}

size_t
utf8_encode(uint32_t code, char out[4])
{
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        code = UTF8_REPLACEMENT;
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        out[0] = (char)(0xE0 | code >> 12);
        out[1] = (char)(0x80 | (code >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | code >> 18);
    out[1] = (char)(0x80 | (code >> 12 & 0x3F));
    out[2] = (char)(0x80 | (code >> 6 & 0x3F));
    out[3] = (char)(0x80 | (code & 0x3F));
    return 4;
}

void
builder_add_code(slice_builder *b, uint32_t code)
{
    char bytes[4];
    size_t n = utf8_encode(code, bytes);
    builder_add(b, (slice){bytes, n});
}

size_t
utf8_check(slice s)
{
    size_t offset = 0;
    while (offset < s.len) {
        size_t start = offset;
        bool is_well_formed;
        decode(s, &offset, &is_well_formed);
        if (!is_well_formed)
            return start;
    }
    return s.len;
}

size_t
utf8_count(slice s)
{
    size_t n = 0;
    for (size_t offset = 0; offset < s.len; n++)
        utf8_next(s, &offset);
    return n;
}
