#include "output/cff_font.h"

#define NO_DICT 0xFFFF
#define SID_ADOBE 391 /* the first two of our own strings */
#define SID_IDENTITY 392

/* A font program being put together; offsets count from its start. */
typedef struct writing {
    arena *arena;
    const cff_subset *subset;
    uint16_t *order;  /* new index of each source dictionary, or NO_DICT */
    size_t *dicts;    /* source index of each new dictionary */
    size_t n_dicts;
} writing;

static void
add_big_endian(slice_builder *b, size_t value, size_t bytes)
{
    char out[4];
    for (size_t i = 0; i < bytes; i++)
        out[i] = (char)(value >> (8 * (bytes - 1 - i)));
    builder_add(b, (slice){out, bytes});
}

/* Always five bytes, so that sizes are known before offsets are. */
static void
add_integer(slice_builder *b, size_t value)
{
    add_big_endian(b, 29, 1);
    add_big_endian(b, value, 4);
}

static void
add_operator(slice_builder *b, cff_operator op)
{
    add_big_endian(b, op, op > 0xFF ? 2 : 1);
}

static size_t
bytes_for(size_t value)
{
    return value < 1u << 8 ? 1 : value < 1u << 16 ? 2 : value < 1u << 24 ? 3
                                                                        : 4;
}

static void
add_index(slice_builder *b, const slice *objects, size_t n)
{
    add_big_endian(b, n, 2);
    if (n == 0)
        return;
    size_t total = 1;
    for (size_t i = 0; i < n; i++)
        total += objects[i].len;
    size_t width = bytes_for(total);
    add_big_endian(b, width, 1);
    size_t offset = 1;
    add_big_endian(b, offset, width);
    for (size_t i = 0; i < n; i++)
        add_big_endian(b, offset += objects[i].len, width);
    for (size_t i = 0; i < n; i++)
        builder_add(b, objects[i]);
}

/* Number the dictionaries in the order in which glyphs use them; the plain
 * one is kept behind the source's. */
static void
number_dicts(writing *w)
{
    const cff_subset *s = w->subset;
    size_t n = s->font == NULL ? 0 : s->font->n_dicts;
    w->order = ARENA_ARRAY(w->arena, n + 1, uint16_t);
    w->dicts = ARENA_ARRAY(w->arena, n + 1, size_t);
    for (size_t i = 0; i <= n; i++)
        w->order[i] = NO_DICT;
    for (size_t i = 0; i < s->n_glyphs; i++) {
        uint32_t dict = s->glyphs[i].dict;
        size_t source = dict == CFF_DICT_PLAIN ? n : dict;
        if (w->order[source] != NO_DICT)
            continue;
        w->order[source] = (uint16_t)w->n_dicts;
        w->dicts[w->n_dicts++] = source;
    }
}

static slice
dict_select(const writing *w)
{
    const cff_subset *s = w->subset;
    size_t n = s->font == NULL ? 0 : s->font->n_dicts;
    slice_builder b = {.arena = w->arena};
    add_big_endian(&b, 0, 1);
    for (size_t i = 0; i < s->n_glyphs; i++) {
        uint32_t dict = s->glyphs[i].dict;
        add_big_endian(&b, w->order[dict == CFF_DICT_PLAIN ? n : dict], 1);
    }
    return builder_slice(&b);
}

/* CID k is glyph k: one range (TN 5176 table 20) in format 2. */
static slice
charset(const writing *w)
{
    slice_builder b = {.arena = w->arena};
    add_big_endian(&b, 2, 1);
    if (w->subset->n_glyphs > 1) {
        add_big_endian(&b, 1, 2);
        add_big_endian(&b, w->subset->n_glyphs - 2, 2);
    }
    return builder_slice(&b);
}

static slice
charstrings(const writing *w)
{
    const cff_subset *s = w->subset;
    slice *objects = ARENA_ARRAY(w->arena, s->n_glyphs, slice);
    for (size_t i = 0; i < s->n_glyphs; i++)
        objects[i] = s->glyphs[i].charstring;
    slice_builder b = {.arena = w->arena};
    add_index(&b, objects, s->n_glyphs);
    return builder_slice(&b);
}

/* The source's hints and widths as they are, less its subroutines. */
static slice
private_dict(const writing *w, size_t dict)
{
    const cff_font *font = w->subset->font;
    slice_builder b = {.arena = w->arena};
    if (font == NULL || dict == font->n_dicts) {
        add_integer(&b, 0);
        add_operator(&b, CFF_OP_DEFAULT_WIDTH);
        return builder_slice(&b);
    }
    cff_entry e;
    for (size_t at = 0; cff_dict_next(font->dicts[dict].private, &at, &e);)
        if (e.op != CFF_OP_SUBRS)
            builder_add(&b, e.bytes);
    return builder_slice(&b);
}

/* Private dictionaries one after the other, then the font dictionaries that
 * point to them; `*dicts` is where the latter start. */
static slice
dictionaries(const writing *w, size_t start, size_t *dicts)
{
    slice_builder privates = {.arena = w->arena};
    slice *fonts = ARENA_ARRAY(w->arena, w->n_dicts, slice);
    for (size_t i = 0; i < w->n_dicts; i++) {
        slice private = private_dict(w, w->dicts[i]);
        slice_builder font = {.arena = w->arena};
        add_integer(&font, private.len);
        add_integer(&font, start + privates.len);
        add_operator(&font, CFF_OP_PRIVATE);
        fonts[i] = builder_slice(&font);
        builder_add(&privates, private);
    }
    *dicts = start + privates.len;
    add_index(&privates, fonts, w->n_dicts);
    return builder_slice(&privates);
}

static void
copy_font_box(const writing *w, slice_builder *b)
{
    cff_entry e;
    if (w->subset->font == NULL)
        return;
    for (size_t at = 0; cff_dict_next(w->subset->font->top, &at, &e);)
        if (e.op == CFF_OP_FONT_BOX)
            builder_add(b, e.bytes);
}

typedef struct offsets {
    size_t charset, select, charstrings, dicts;
} offsets;

static void
add_entry(slice_builder *b, size_t value, cff_operator op)
{
    add_integer(b, value);
    add_operator(b, op);
}

/* Header to global subroutines: all that comes before the first offset. */
static slice
front(const writing *w, offsets o)
{
    slice_builder top = {.arena = w->arena};
    add_integer(&top, SID_ADOBE);
    add_integer(&top, SID_IDENTITY);
    add_entry(&top, 0, CFF_OP_ROS);
    copy_font_box(w, &top);
    add_entry(&top, w->subset->n_glyphs, CFF_OP_CID_COUNT);
    add_entry(&top, o.charset, CFF_OP_CHARSET);
    add_entry(&top, o.select, CFF_OP_FONT_DICT_SELECT);
    add_entry(&top, o.charstrings, CFF_OP_CHARSTRINGS);
    add_entry(&top, o.dicts, CFF_OP_FONT_DICTS);
    slice dict = builder_slice(&top);
    slice strings[] = {SLICE("Adobe"), SLICE("Identity")};
    slice_builder b = {.arena = w->arena};
    builder_add(&b, (slice){"\1\0\4\4", 4}); /* version 1.0 */
    add_index(&b, &w->subset->name, 1);
    add_index(&b, &dict, 1);
    add_index(&b, strings, 2);
    add_index(&b, NULL, 0);
    return builder_slice(&b);
}

slice
cff_from_subset(arena *a, const cff_subset *subset)
{
    writing w = {.arena = a, .subset = subset};
    number_dicts(&w);
    slice set = charset(&w), select = dict_select(&w);
    slice strings = charstrings(&w);
    offsets o = {0};
    o.charset = front(&w, o).len;
    o.select = o.charset + set.len;
    o.charstrings = o.select + select.len;
    slice dicts = dictionaries(&w, o.charstrings + strings.len, &o.dicts);
    slice_builder b = {.arena = a};
    builder_add(&b, front(&w, o));
    builder_add(&b, set);
    builder_add(&b, select);
    builder_add(&b, strings);
    builder_add(&b, dicts);
    return builder_slice(&b);
}
