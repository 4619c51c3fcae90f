#include "output/pdf_font_program.h"

#include <hb-ot.h>
#include <hb-subset.h>

#include "font/face_hb.h"
#include "output/cff.h"

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

static void
drop_input(void *input)
{
    hb_subset_input_destroy(input);
}

static void
drop_plan(void *plan)
{
    hb_subset_plan_destroy(plan);
}

static void
drop_face(void *face)
{
    hb_face_destroy(face);
}

/* All that drawing does not need; PDF readers get text from ToUnicode. */
static void
drop_tables(hb_subset_input_t *input)
{
    static const char tags[][5] = {
        "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "kern", "cmap", "name",
        "OS/2", "post", "DSIG", "vhea", "vmtx", "VORG", "gasp", "hdmx",
        "VDMX", "LTSH", "PCLT", "meta", "STAT", "FFTM", "PfEd", "TeX ",
    };
    hb_set_t *set = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++)
        hb_set_add(set, hb_tag_from_string(tags[i], 4));
}

static slice
glyph_map(arena *a, const pdf_font *font, const hb_map_t *old_to_new)
{
    unsigned char *map = arena_array(a, font->glyphs.n, 2);
    for (size_t code = 1; code < font->glyphs.n; code++) {
        hb_codepoint_t glyph =
            hb_map_get(old_to_new, font->glyphs.at[code].id);
        if (glyph == HB_MAP_VALUE_INVALID)
            glyph = 0;
        map[2 * code] = (unsigned char)(glyph >> 8);
        map[2 * code + 1] = (unsigned char)glyph;
    }
    return (slice){(char *)map, 2 * font->glyphs.n};
}

/* False when HarfBuzz cannot subset the face. */
static bool
truetype_program(arena *a, const pdf_font *font, pdf_program *out)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (input == NULL)
        return false;
    arena_defer(a, drop_input, input);
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    for (size_t code = 1; code < font->glyphs.n; code++)
        hb_set_add(glyphs, font->glyphs.at[code].id);
    drop_tables(input);
    hb_subset_plan_t *plan =
        hb_subset_plan_create_or_fail(face_hb_face(font->face), input);
    if (plan == NULL)
        return false;
    arena_defer(a, drop_plan, plan);
    hb_face_t *subset = hb_subset_plan_execute_or_fail(plan);
    if (subset == NULL)
        return false;
    arena_defer(a, drop_face, subset);
    hb_blob_t *blob = hb_face_reference_blob(subset);
    arena_defer(a, drop_blob, blob);
    unsigned n;
    out->bytes.at = hb_blob_get_data(blob, &n);
    out->bytes.len = n;
    out->map =
        glyph_map(a, font, hb_subset_plan_old_to_new_glyph_mapping(plan));
    return true;
}

/* The charstring of a glyph: its own, subroutines unfolded, or, where the
 * face has none that we can take (CFF2, another em, accents by seac), one
 * drawn anew from its outline. */
static cff_glyph
charstring_of(arena *a, const pdf_font *font, const cff_font *cff,
              uint32_t glyph)
{
    cff_glyph out;
    if (cff != NULL && cff_glyph_from_font(a, cff, glyph, &out))
        return out;
    jb_path outline = {0};
    face_outline(a, font->face, glyph, 1000, &outline);
    int64_t em = face_units_per_em(font->face);
    int64_t advance = (int64_t)face_advance(font->face, glyph) * 1000;
    return cff_glyph_from_path(a, &outline,
                               em > 0 ? (int)(advance / em) : 0);
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
        glyphs[code] =
            charstring_of(a, font, cff, font->glyphs.at[code].id);
    cff_subset subset = {name, cff, glyphs, font->glyphs.n};
    return cff_from_subset(a, &subset);
}

pdf_program
pdf_program_from_font(arena *a, const pdf_font *font, slice name)
{
    pdf_program p = {.descriptor = descriptor_of(a, font->face)};
    hb_face_t *hb = face_hb_face(font->face);
    bool has_glyf = table_of(a, hb, HB_TAG('g', 'l', 'y', 'f')).len > 0;
    if (has_glyf && truetype_program(a, font, &p))
        return p;
    p.descriptor.is_cff = true;
    p.bytes = cff_program(a, font, name);
    return p;
}
