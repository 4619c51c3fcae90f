/* The sRGB profile (ICC.1:2010, profile version 4.2), built rather than
 * carried: a header, ten tags, one tone curve that all channels share. */
#include "output/pdf_metadata.h"

/* s15Fixed16Number: the value times 65,536, rounded. */
#define FIXED(v) ((uint32_t)(int32_t)((v) * 65536.0 + ((v) < 0 ? -0.5 : 0.5)))

static void
add_be32(slice_builder *b, uint32_t v)
{
    char bytes[4] = {(char)(v >> 24), (char)(v >> 16), (char)(v >> 8),
                     (char)v};
    builder_add(b, (slice){bytes, 4});
}

static void
add_words(slice_builder *b, const uint32_t *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        add_be32(b, words[i]);
}

/* A tag's element: its type, four zero bytes, its numbers. */
static slice
element(arena *a, const char *type, const uint32_t *words, size_t n)
{
    slice_builder b = {.arena = a};
    builder_add_text(&b, type);
    add_be32(&b, 0);
    add_words(&b, words, n);
    return builder_slice(&b);
}

static slice
xyz(arena *a, double x, double y, double z)
{
    uint32_t words[] = {FIXED(x), FIXED(y), FIXED(z)};
    return element(a, "XYZ ", words, 3);
}

/* multiLocalizedUnicodeType with one record, American English; padded to
 * four bytes. */
static slice
text(arena *a, const char *ascii)
{
    uint32_t n = (uint32_t)strlen(ascii);
    uint32_t words[] = {1, 12, 0x656E5553, 2 * n, 28};
    slice_builder b = {.arena = a};
    builder_add(&b, element(a, "mluc", words, 5));
    for (size_t i = 0; i < n; i++)
        builder_add(&b, (slice){(const char[]){0, ascii[i]}, 2});
    while (b.len % 4 != 0)
        builder_add(&b, (slice){"", 1});
    return builder_slice(&b);
}

/* IEC 61966-2-1: Y = (aX + b)^g for X ≥ d, else cX; function type 3. */
static slice
tone_curve(arena *a)
{
    uint32_t words[] = {3u << 16,           FIXED(2.4),
                        FIXED(1 / 1.055),   FIXED(0.055 / 1.055),
                        FIXED(1 / 12.92),   FIXED(0.04045)};
    return element(a, "para", words, 6);
}

/* Bradford, from D65 to the profile's D50. */
static slice
adaptation(arena *a)
{
    uint32_t words[] = {FIXED(1.047882),  FIXED(0.022918), FIXED(-0.050217),
                        FIXED(0.029587),  FIXED(0.990479), FIXED(-0.017059),
                        FIXED(-0.009247), FIXED(0.015075), FIXED(0.751678)};
    return element(a, "sf32", words, 9);
}

typedef struct tag {
    const char *name;
    slice bytes;
} tag;

static slice
header(arena *a, uint32_t size)
{
    slice_builder b = {.arena = a};
    add_be32(&b, size);
    add_be32(&b, 0);          /* no preferred module */
    add_be32(&b, 0x04200000); /* version 4.2 */
    builder_add_text(&b, "mntrRGB XYZ ");
    /* A fixed date: 2000-01-01T00:00:00. */
    add_words(&b, (uint32_t[]){2000u << 16 | 1, 1u << 16, 0}, 3);
    builder_add_text(&b, "acsp");
    add_words(&b, (uint32_t[]){0, 0, 0, 0, 0, 0, 0}, 7);
    add_words(&b, (uint32_t[]){FIXED(0.9642), FIXED(1.0), FIXED(0.8249)}, 3);
    while (b.len < 128)
        add_be32(&b, 0);
    return builder_slice(&b);
}

static slice
profile_from(arena *a, const tag *tags, size_t n)
{
    slice_builder table = {.arena = a}, body = {.arena = a};
    uint32_t start = (uint32_t)(128 + 4 + 12 * n), at = start;
    add_be32(&table, (uint32_t)n);
    for (size_t i = 0; i < n; i++) {
        bool is_shared = i > 0 && tags[i].bytes.at == tags[i - 1].bytes.at;
        if (!is_shared) {
            at = start + (uint32_t)body.len;
            builder_add(&body, tags[i].bytes);
        }
        builder_add_text(&table, tags[i].name);
        add_words(&table, (uint32_t[]){at, (uint32_t)tags[i].bytes.len}, 2);
    }
    slice_builder b = {.arena = a};
    builder_add(&b, header(a, start + (uint32_t)body.len));
    builder_add(&b, builder_slice(&table));
    builder_add(&b, builder_slice(&body));
    return builder_slice(&b);
}

slice
pdf_profile_srgb(arena *a)
{
    slice curve = tone_curve(a);
    tag tags[] = {
        {"desc", text(a, "sRGB")},
        {"cprt", text(a, "No copyright, use freely")},
        {"wtpt", xyz(a, 0.9642, 1.0, 0.8249)},
        {"chad", adaptation(a)},
        {"rXYZ", xyz(a, 0.4360747, 0.2225045, 0.0139322)},
        {"gXYZ", xyz(a, 0.3850649, 0.7168786, 0.0971045)},
        {"bXYZ", xyz(a, 0.1430804, 0.0606169, 0.7141733)},
        {"rTRC", curve},
        {"gTRC", curve},
        {"bTRC", curve},
    };
    return profile_from(a, tags, sizeof tags / sizeof tags[0]);
}
