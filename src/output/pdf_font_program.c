#include "output/pdf_font_program.h"

#include <hb-ot.h>

#include "font/face_hb.h"
#include "output/cff.h"
#include "output/glyf.h"

/* ISO 32000-1 table 123. */
#define FLAG_SERIF 2
#define FLAG_SYMBOLIC 4
#define FLAG_ITALIC 64

static void
drop_blob(void *blob)
{
    hb_blob_destroy(blob);
}

static void
drop_font(void *font)
{
    hb_font_destroy(font);
}

/* Borrowed from the arena; empty when the face has no such table. */
static slice
table_of(arena *a, hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    arena_defer(a, drop_blob, blob);
    unsigned n;
    const char *at = hb_blob_get_data(blob, &n);
    return (slice){at, n};
}

static int
int16_at(slice table, size_t offset)
{
    if (offset + 2 > table.len)
        return 0;
    const unsigned char *at = (const unsigned char *)table.at + offset;
    return (int16_t)(uint16_t)(at[0] << 8 | at[1]);
}

static int
metric(hb_font_t *font, hb_ot_metrics_tag_t tag)
{
    hb_position_t value = 0;
    hb_ot_metrics_get_position_with_fallback(font, tag, &value);
    return value;
}

/* A stem's width is in no table that all faces have; weight tells it well
 * enough: 400 gives 94, 700 gives 160, as in the faces that do say. */
static int
stem_from_weight(int weight)
{
    return 6 + weight * 22 / 100;
}

/* PANOSE, OS/2 byte 32: a Latin text face (2) whose second digit says 2–10
 * has serifs. */
static bool
has_serifs(slice os2)
{
    return os2.len > 34 && os2.at[32] == 2 && os2.at[33] >= 2 &&
           os2.at[33] <= 10;
}

static pdf_descriptor
descriptor_of(arena *a, const jb_face *face)
{
    hb_face_t *hb = face_hb_face(face);
    hb_font_t *font = hb_font_create(hb);
    arena_defer(a, drop_font, font);
    hb_font_set_scale(font, 1000, 1000);
    slice head = table_of(a, hb, HB_TAG('h', 'e', 'a', 'd'));
    slice os2 = table_of(a, hb, HB_TAG('O', 'S', '/', '2'));
    int em = face_units_per_em(face);
    pdf_descriptor d = {.flags = FLAG_SYMBOLIC};
    for (size_t i = 0; i < 4 && em > 0; i++)
        d.box[i] = int16_at(head, 36 + 2 * i) * 1000 / em;
    d.ascent = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
    d.descent = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
    d.cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT);
    d.stem_v = stem_from_weight(os2.len > 6 ? int16_at(os2, 4) : 400);
    d.italic_angle =
        int16_at(table_of(a, hb, HB_TAG('p', 'o', 's', 't')), 4);
    d.flags |= d.italic_angle != 0 ? FLAG_ITALIC : 0;
    d.flags |= has_serifs(os2) ? FLAG_SERIF : 0;
    return d;
}

/* Thousandths of the em in font units. */
static int
in_units(const jb_face *face, int thousandths)
{
    int64_t twice = 2 * (int64_t)thousandths * face_units_per_em(face);
    return (int)((twice + (twice < 0 ? -1000 : 1000)) / 2000);
}

static slice
truetype_program(arena *a, const pdf_font *font)
{
    hb_face_t *hb = face_hb_face(font->face);
    glyf_font tables = {
        .glyf = table_of(a, hb, HB_TAG('g', 'l', 'y', 'f')),
        .loca = table_of(a, hb, HB_TAG('l', 'o', 'c', 'a')),
        .head = table_of(a, hb, HB_TAG('h', 'e', 'a', 'd')),
        .hhea = table_of(a, hb, HB_TAG('h', 'h', 'e', 'a')),
        .hmtx = table_of(a, hb, HB_TAG('h', 'm', 't', 'x')),
        .maxp = table_of(a, hb, HB_TAG('m', 'a', 'x', 'p')),
        .cvt = table_of(a, hb, HB_TAG('c', 'v', 't', ' ')),
        .fpgm = table_of(a, hb, HB_TAG('f', 'p', 'g', 'm')),
        .prep = table_of(a, hb, HB_TAG('p', 'r', 'e', 'p')),
    };
    if (tables.glyf.len == 0)
        return (slice){NULL, 0};
    glyf_glyph *glyphs = ARENA_ARRAY(a, font->glyphs.n, glyf_glyph);
    for (size_t code = 0; code < font->glyphs.n; code++) {
        const pdf_glyph *g = &font->glyphs.at[code];
        glyphs[code].id = g->id;
        glyphs[code].shift = in_units(font->face, g->left);
        glyphs[code].advance = face_advance(font->face, g->id) +
                               in_units(font->face, g->left + g->right);
    }
    return glyf_subset(a, &tables, glyphs, font->glyphs.n);
}

/* A charstring drawn anew from the outline, with room at its sides. */
static cff_glyph
charstring_from_outline(arena *a, const jb_face *face, const pdf_glyph *g)
{
    jb_path drawn = {0};
    face_outline(a, face, g->id, 1000, &drawn);
    jb_path moved = path_moved(a, &drawn, (jb_point){g->left, 0});
    return cff_glyph_from_path(a, &moved, g->width);
}

/* The charstring of a glyph: its own, subroutines unfolded, unless it has
 * room at its sides, or the face has none that we can take (CFF2, another
 * em, accents by seac). */
static cff_glyph
charstring_of(arena *a, const pdf_font *font, const cff_font *cff,
              const pdf_glyph *g)
{
    cff_glyph out;
    if (cff != NULL && g->left == 0 && g->right == 0 &&
        cff_glyph_from_font(a, cff, g->id, &out))
        return out;
    return charstring_from_outline(a, font->face, g);
}

static slice
cff_program(arena *a, const pdf_font *font, slice name)
{
    slice table = table_of(a, face_hb_face(font->face),
                           HB_TAG('C', 'F', 'F', ' '));
    const cff_font *cff = face_units_per_em(font->face) == 1000
                              ? cff_font_from_table(a, table)
                              : NULL;
    cff_glyph *glyphs = ARENA_ARRAY(a, font->glyphs.n, cff_glyph);
    for (size_t code = 0; code < font->glyphs.n; code++)
        glyphs[code] = charstring_of(a, font, cff, &font->glyphs.at[code]);
    cff_subset subset = {name, cff, glyphs, font->glyphs.n};
    return cff_from_subset(a, &subset);
}

pdf_program
pdf_program_from_font(arena *a, const pdf_font *font, slice name)
{
    pdf_program p = {.name = name, .descriptor = descriptor_of(a, font->face)};
    p.bytes = truetype_program(a, font);
    p.descriptor.is_cff = p.bytes.len == 0;
    if (p.descriptor.is_cff)
        p.bytes = cff_program(a, font, name);
    return p;
}
