#include "output/glyf.h"

#include "base/array.h"

#define GLYPHS_MAX 65535
#define NO_GLYPH 0xFFFF

/* Flags of a composite's parts (OpenType, glyf). */
enum {
    PART_WORDS = 0x0001,
    PART_IS_XY = 0x0002,
    PART_SCALE = 0x0008,
    PART_MORE = 0x0020,
    PART_TWO_SCALES = 0x0040,
    PART_MATRIX = 0x0080
};

/* What stands at a new glyph's place. */
typedef struct place {
    uint32_t id;
    int shift, advance;
    bool is_shifted; /* drawn by reference to the plain glyph */
} place;

typedef struct subset {
    arena *arena;
    const glyf_font *font;
    size_t n_source;   /* glyphs of the source */
    size_t n_metrics;  /* advances of its hmtx */
    bool has_long_loca;
    ARRAY(place) places;
    uint16_t *plain;   /* new number of a source's glyph, or NO_GLYPH */
    slice_builder glyf, loca, hmtx;
} subset;

static uint32_t
read_bytes(slice s, size_t at, size_t n)
{
    uint32_t value = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned char b = at + i < s.len ? (unsigned char)s.at[at + i] : 0;
        value = value << 8 | b;
    }
    return value;
}

static int
read_int16(slice s, size_t at)
{
    return (int16_t)(uint16_t)read_bytes(s, at, 2);
}

static void
add_bytes(slice_builder *b, uint32_t value, size_t n)
{
    char out[4];
    for (size_t i = 0; i < n; i++)
        out[i] = (char)(value >> (8 * (n - 1 - i)));
    builder_add(b, (slice){out, n});
}

static void
patch(char *at, uint32_t value)
{
    at[0] = (char)(value >> 8);
    at[1] = (char)value;
}

/* A glyph's own description; empty when it draws nothing. */
static slice
description(const subset *s, uint32_t id)
{
    size_t width = s->has_long_loca ? 4 : 2, scale = s->has_long_loca ? 1 : 2;
    size_t from = read_bytes(s->font->loca, id * width, width) * scale;
    size_t to = read_bytes(s->font->loca, (id + 1) * width, width) * scale;
    if (id >= s->n_source || to > s->font->glyf.len || from + 10 > to)
        return (slice){NULL, 0};
    return slice_cut(s->font->glyf, from, to);
}

/* Left side bearing; glyphs after the last advance have theirs alone. */
static int
bearing(const subset *s, uint32_t id)
{
    size_t at = id < s->n_metrics ? 4 * id + 2 : 2 * (s->n_metrics + id);
    return read_int16(s->font->hmtx, at);
}

static int
advance_of(const subset *s, uint32_t id)
{
    size_t last = s->n_metrics > 0 ? s->n_metrics - 1 : 0;
    return (int)read_bytes(s->font->hmtx, 4 * (id < last ? id : last), 2);
}

/* The new number of a source's glyph as it is; it may have to come in. */
static uint16_t
plain_glyph(subset *s, uint32_t id)
{
    if (id >= s->n_source)
        return 0;
    if (s->plain[id] == NO_GLYPH && s->places.n < GLYPHS_MAX) {
        s->plain[id] = (uint16_t)s->places.n;
        place p = {id, 0, advance_of(s, id), false};
        ARRAY_PUSH(s->arena, &s->places, p);
    }
    return s->plain[id];
}

static size_t
part_bytes(uint32_t flags)
{
    size_t n = flags & PART_WORDS ? 8 : 6;
    if (flags & PART_SCALE)
        return n + 2;
    if (flags & PART_TWO_SCALES)
        return n + 4;
    return flags & PART_MATRIX ? n + 8 : n;
}

/* Copy a description; a composite's parts get their new numbers. */
static void
add_description(subset *s, slice d)
{
    char *copy = (char *)slice_copy(s->arena, d).at;
    if (read_int16(d, 0) < 0) {
        uint32_t flags = PART_MORE;
        for (size_t at = 10; (flags & PART_MORE) && at + 4 <= d.len;
             at += part_bytes(flags)) {
            flags = read_bytes(d, at, 2);
            patch(copy + at + 2,
                  plain_glyph(s, read_bytes(d, at + 2, 2)));
        }
    }
    builder_add(&s->glyf, (slice){copy, d.len});
}

/* A composite of one part: the plain glyph, moved. */
static void
add_shifted(subset *s, slice d, const place *p)
{
    add_bytes(&s->glyf, 0xFFFF, 2); /* −1 contours: composite */
    for (size_t i = 0; i < 4; i++)  /* box: left and right move */
        add_bytes(&s->glyf,
                  (uint32_t)(read_int16(d, 2 + 2 * i) +
                             (i % 2 == 0 ? p->shift : 0)),
                  2);
    add_bytes(&s->glyf, PART_WORDS | PART_IS_XY, 2);
    add_bytes(&s->glyf, plain_glyph(s, p->id), 2);
    add_bytes(&s->glyf, (uint32_t)p->shift, 2);
    add_bytes(&s->glyf, 0, 2);
}

static void
add_place(subset *s, size_t i)
{
    place p = s->places.at[i];
    slice d = description(s, p.id);
    add_bytes(&s->loca, (uint32_t)s->glyf.len, 4);
    add_bytes(&s->hmtx, (uint32_t)p.advance, 2);
    add_bytes(&s->hmtx, (uint32_t)(bearing(s, p.id) + p.shift), 2);
    if (d.len == 0)
        return;
    if (p.is_shifted)
        add_shifted(s, d, &p);
    else
        add_description(s, d);
    while (s->glyf.len % 4 != 0)
        add_bytes(&s->glyf, 0, 1);
}

/* A table's copy with 16-bit fields set: pairs of offset and value. */
static slice
patched(arena *a, slice table, const uint32_t (*fields)[2], size_t n)
{
    char *copy = (char *)slice_copy(a, table).at;
    for (size_t i = 0; i < n; i++)
        if (fields[i][0] + 2 <= table.len)
            patch(copy + fields[i][0], fields[i][1]);
    return (slice){copy, table.len};
}

/* Composites are one deeper, and their points may be any glyph's. */
static slice
maxp_table(const subset *s)
{
    slice old = s->font->maxp;
    uint32_t points = read_bytes(old, 6, 2), contours = read_bytes(old, 8, 2);
    uint32_t more_points = read_bytes(old, 10, 2);
    uint32_t more_contours = read_bytes(old, 12, 2);
    uint32_t parts = read_bytes(old, 28, 2);
    const uint32_t fields[][2] = {
        {4, (uint32_t)s->places.n},
        {10, points > more_points ? points : more_points},
        {12, contours > more_contours ? contours : more_contours},
        {28, parts > 0 ? parts : 1},
        {30, read_bytes(old, 30, 2) + 1},
    };
    return patched(s->arena, old, fields, 5);
}

typedef struct sfnt_table {
    const char *tag;
    slice bytes;
} sfnt_table;

static uint32_t
checksum(slice s)
{
    uint32_t sum = 0;
    for (size_t at = 0; at < s.len; at += 4)
        sum += read_bytes(s, at, 4);
    return sum;
}

/* A font file of `n` tables in the order of their tags (OpenType, “Font
 * file”); empty ones are left out. */
static slice
sfnt(arena *a, const sfnt_table *tables, size_t n)
{
    uint32_t count = 0, log = 0;
    for (size_t i = 0; i < n; i++)
        count += tables[i].bytes.len > 0;
    while (2u << log <= count)
        log++;
    slice_builder b = {.arena = a}, body = {.arena = a};
    add_bytes(&b, 0x00010000, 4);
    add_bytes(&b, count, 2);
    add_bytes(&b, 16u << log, 2);
    add_bytes(&b, log, 2);
    add_bytes(&b, 16 * count - (16u << log), 2);
    for (size_t i = 0; i < n; i++) {
        if (tables[i].bytes.len == 0)
            continue;
        builder_add_text(&b, tables[i].tag);
        add_bytes(&b, checksum(tables[i].bytes), 4);
        add_bytes(&b, (uint32_t)(12 + 16 * count + body.len), 4);
        add_bytes(&b, (uint32_t)tables[i].bytes.len, 4);
        builder_add(&body, tables[i].bytes);
        while (body.len % 4 != 0)
            add_bytes(&body, 0, 1);
    }
    builder_add(&b, builder_slice(&body));
    return builder_slice(&b);
}

static slice
file_from(subset *s)
{
    uint32_t n = (uint32_t)s->places.n;
    /* Offsets of 32 bits; no checksum over the file, which differs. */
    const uint32_t head[][2] = {{8, 0}, {10, 0}, {50, 1}};
    const uint32_t hhea[][2] = {{34, n}};
    sfnt_table tables[] = {
        {"cvt ", s->font->cvt},
        {"fpgm", s->font->fpgm},
        {"glyf", builder_slice(&s->glyf)},
        {"head", patched(s->arena, s->font->head, head, 3)},
        {"hhea", patched(s->arena, s->font->hhea, hhea, 1)},
        {"hmtx", builder_slice(&s->hmtx)},
        {"loca", builder_slice(&s->loca)},
        {"maxp", maxp_table(s)},
        {"prep", s->font->prep},
    };
    return sfnt(s->arena, tables, sizeof tables / sizeof tables[0]);
}

static bool
is_sound(const subset *s)
{
    const glyf_font *f = s->font;
    return f->head.len >= 54 && f->hhea.len >= 36 && f->maxp.len >= 6 &&
           s->n_source > 0 && s->n_metrics > 0 &&
           f->loca.len >= (s->n_source + 1) * (s->has_long_loca ? 4 : 2) &&
           f->hmtx.len >= 4 * s->n_metrics;
}

slice
glyf_subset(arena *a, const glyf_font *font, const glyf_glyph *glyphs,
            size_t n)
{
    subset s = {.arena = a, .font = font};
    s.n_source = read_bytes(font->maxp, 4, 2);
    s.n_metrics = read_bytes(font->hhea, 34, 2);
    s.has_long_loca = read_int16(font->head, 50) != 0;
    s.glyf.arena = s.loca.arena = s.hmtx.arena = a;
    if (!is_sound(&s) || n > GLYPHS_MAX)
        return (slice){NULL, 0};
    s.plain = ARENA_ARRAY(a, s.n_source, uint16_t);
    memset(s.plain, 0xFF, s.n_source * sizeof *s.plain);
    for (size_t i = 0; i < n; i++) {
        uint32_t id = glyphs[i].id;
        bool is_plain = glyphs[i].shift == 0 && id < s.n_source &&
                        s.plain[id] == NO_GLYPH;
        place p = {id, glyphs[i].shift, glyphs[i].advance, !is_plain};
        if (is_plain)
            s.plain[id] = (uint16_t)i;
        ARRAY_PUSH(a, &s.places, p);
    }
    for (size_t i = 0; i < s.places.n; i++) /* it grows on the way */
        add_place(&s, i);
    add_bytes(&s.loca, (uint32_t)s.glyf.len, 4);
    return file_from(&s);
}
