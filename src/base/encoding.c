#include "base/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>

#include "base/signature.h"
#include "base/utf8.h"

typedef struct converter {
    iconv_t how;
    char *from, *to;
    size_t left, room;
} converter;

static void
put_replacement(converter *c)
{
    size_t n = utf8_encode(UTF8_REPLACEMENT, c->to);
    c->to += n;
    c->room -= n;
}

/* The text with U+FFFD for each byte that is not of `encoding`. */
static encoded_text
converted(arena *a, const char *encoding, slice bytes)
{
    encoded_text t = {.name = encoding};
    size_t room = bytes.len * 3 + 4;
    char *out = arena_alloc(a, room);
    converter c = {iconv_open("UTF-8", encoding),
                   (char *)(uintptr_t)bytes.at, out, bytes.len, room};
    if (c.how == (iconv_t)-1) {
        t.n_bad = SIZE_MAX;
        return t;
    }
    while (iconv(c.how, &c.from, &c.left, &c.to, &c.room) == (size_t)-1 &&
           errno != E2BIG && c.left > 0) {
        if (t.n_bad++ == 0) {
            t.first_bad = (size_t)(c.to - out);
            t.bad_byte = (unsigned char)*c.from;
        }
        put_replacement(&c);
        c.from++;
        c.left--;
    }
    iconv_close(c.how);
    t.text = (slice){out, (size_t)(c.to - out)};
    return t;
}

static encoded_text
from_utf16(arena *a, const char *encoding, slice bytes)
{
    encoded_text t = converted(a, encoding, bytes);
    t.name = "UTF-16";
    t.verdict = t.n_bad == 0 ? ENCODING_READ : ENCODING_BROKEN;
    return t;
}

/* UTF-16 without a mark: ASCII's zero bytes are all on one side. */
static const char *
unmarked_utf16(slice bytes)
{
    size_t zeros[2] = {0, 0};
    for (size_t i = 0; i < bytes.len; i++)
        zeros[i % 2] += bytes.at[i] == '\0';
    size_t most = zeros[0] > zeros[1] ? zeros[0] : zeros[1];
    size_t least = zeros[0] + zeros[1] - most;
    if (bytes.len % 2 != 0 || most * 20 < bytes.len || least * 20 > most)
        return NULL;
    return zeros[1] > zeros[0] ? "UTF-16LE" : "UTF-16BE";
}

/* Well-formed characters of several bytes, to weigh against bad ones. */
static size_t
count_long(slice text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += (unsigned char)text.at[i] >= 0xC2;
    return n;
}

static encoded_text
from_utf8(arena *a, slice bytes)
{
    encoded_text t = {.name = "UTF-8"};
    slice_builder b = {.arena = a};
    for (size_t at = 0; at < bytes.len;) {
        slice rest = slice_cut(bytes, at, bytes.len);
        size_t good = utf8_check(rest);
        builder_add(&b, slice_cut(rest, 0, good));
        at += good;
        if (at == bytes.len)
            break;
        if (t.n_bad++ == 0) {
            t.first_bad = b.len;
            t.bad_byte = (unsigned char)bytes.at[at];
        }
        builder_add_code(&b, utf8_next(bytes, &at));
    }
    t.text = builder_slice(&b);
    return t;
}

/* A text in the right encoding has few bad places among its characters. */
static bool
is_mostly_good(const encoded_text *t)
{
    size_t n = count_long(t->text);
    return t->n_bad < n && n - t->n_bad > 8 * t->n_bad;
}

static encoded_text
from_eight_bits(arena *a, slice bytes)
{
    encoded_text utf8 = from_utf8(a, bytes);
    if (utf8.n_bad == 0)
        return utf8;
    if (is_mostly_good(&utf8)) {
        utf8.verdict = ENCODING_BROKEN;
        return utf8;
    }
    encoded_text gb = converted(a, "GB18030", bytes);
    if (gb.n_bad == 0)
        return gb;
    if (is_mostly_good(&gb)) {
        gb.verdict = ENCODING_BROKEN;
        return gb;
    }
    utf8.verdict = ENCODING_UNKNOWN;
    return utf8;
}

encoded_text
encoding_read(arena *a, slice bytes)
{
    const file_signature *foreign = signature_of(bytes);
    if (foreign != NULL)
        return (encoded_text){.verdict = ENCODING_FOREIGN,
                              .name = foreign->name,
                              .advice = foreign->advice,
                              .text = slice_copy(a, bytes),
                              .n_bad = 1};
    if (slice_starts_with(bytes, SLICE_OF("\xFF\xFE")))
        return from_utf16(a, "UTF-16LE", slice_cut(bytes, 2, bytes.len));
    if (slice_starts_with(bytes, SLICE_OF("\xFE\xFF")))
        return from_utf16(a, "UTF-16BE", slice_cut(bytes, 2, bytes.len));
    if (slice_starts_with(bytes, SLICE_OF("\xEF\xBB\xBF")))
        return from_eight_bits(a, slice_cut(bytes, 3, bytes.len));
    const char *utf16 = unmarked_utf16(bytes);
    if (utf16 != NULL) {
        encoded_text t = from_utf16(a, utf16, bytes);
        if (t.verdict == ENCODING_READ)
            return t;
    }
    return from_eight_bits(a, bytes);
}
