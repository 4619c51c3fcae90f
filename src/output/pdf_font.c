#include "output/pdf_font.h"

#include "base/utf8.h"
#include "font/face_hb.h"
#include "output/pdf_font_program.h"
#include "output/pdf_unicode.h"

/* Two-byte codes, 0 kept for .notdef; 65,534 lets CIDCount fit 16 bits. */
#define CODES_MAX 65534
#define TABLE_FIRST 256

static uint32_t
hash_of(const pdf_glyph *g)
{
    uint32_t h = 2166136261u ^ g->id;
    h = (h ^ (uint32_t)(g->left * 1031 + g->right)) * 16777619u;
    for (size_t i = 0; i < g->text.len; i++)
        h = (h ^ (unsigned char)g->text.at[i]) * 16777619u;
    return h ^ h >> 15;
}

static bool
is_same(const pdf_glyph *a, const pdf_glyph *b)
{
    return a->id == b->id && a->left == b->left && a->right == b->right &&
           slice_equal(a->text, b->text);
}

/* The slot where the glyph is or would be. */
static uint32_t *
slot_of(const pdf_font *font, const pdf_glyph *g)
{
    size_t at = hash_of(g) & (font->n_table - 1);
    for (;; at = (at + 1) & (font->n_table - 1)) {
        uint32_t code = font->table[at];
        if (code == 0 || is_same(&font->glyphs.at[code], g))
            return &font->table[at];
    }
}

static void
grow_table(arena *a, pdf_font *font)
{
    font->n_table *= 2;
    font->table = ARENA_ARRAY(a, font->n_table, uint32_t);
    for (uint32_t code = 1; code < font->glyphs.n; code++)
        *slot_of(font, &font->glyphs.at[code]) = code;
}

static pdf_font *
font_new(pdf_fonts *f, const jb_face *face)
{
    pdf_font *font = ARENA_NEW(f->arena, pdf_font);
    font->face = face;
    font->index = f->fonts.n;
    font->n_table = TABLE_FIRST;
    font->table = ARENA_ARRAY(f->arena, font->n_table, uint32_t);
    ARRAY_PUSH(f->arena, &font->glyphs, (pdf_glyph){0});
    ARRAY_PUSH(f->arena, &f->fonts, font);
    return font;
}

static pdf_font *
font_for(pdf_fonts *f, const jb_face *face)
{
    for (size_t i = 0; i < f->fonts.n; i++)
        if (f->fonts.at[i]->face == face)
            return f->fonts.at[i];
    return font_new(f, face);
}

/* Thousandths of the em, from font units. */
static int
width_of(const jb_face *face, uint32_t glyph)
{
    int64_t em = face_units_per_em(face);
    int64_t twice = 2000 * (int64_t)face_advance(face, glyph) + em;
    return em > 0 ? (int)(twice / (2 * em)) : 0;
}

static uint32_t
code_new(pdf_fonts *f, pdf_font *font, pdf_glyph g)
{
    g.width = g.left + width_of(font->face, g.id) + g.right;
    g.text = slice_copy(f->arena, g.text);
    ARRAY_PUSH(f->arena, &font->glyphs, g);
    if (font->glyphs.n * 2 > font->n_table)
        grow_table(f->arena, font);
    else
        *slot_of(font, &g) = (uint32_t)(font->glyphs.n - 1);
    return (uint32_t)(font->glyphs.n - 1);
}

pdf_code
pdf_fonts_code(pdf_fonts *f, const jb_face *face, pdf_glyph wanted)
{
    slice text = wanted.text;
    /* ISO 19005-3 6.2.11.7.2: never to U+0000, U+FEFF or U+FFFE. */
    if (text.len == 0 || text.at[0] == '\0' || slice_is(text, "\xEF\xBB\xBF"))
        wanted.text = SLICE_OF("\xE2\x80\x8B");
    pdf_font *font = font_for(f, face);
    uint32_t code = *slot_of(font, &wanted);
    while (code == 0 && font->glyphs.n > CODES_MAX) {
        if (font->next == NULL)
            font->next = font_new(f, face);
        font = font->next;
        code = *slot_of(font, &wanted);
    }
    if (code == 0)
        code = code_new(f, font, wanted);
    return (pdf_code){font, code, font->glyphs.at[code].width};
}

/* Widths in runs: "c [w w w]"; the default width is the full em. */
static slice
widths_of(arena *a, const pdf_font *font)
{
    slice_builder b = {.arena = a};
    bool is_open = false;
    for (uint32_t code = 1; code < font->glyphs.n; code++) {
        int width = font->glyphs.at[code].width;
        if (width == 1000) {
            builder_add_text(&b, is_open ? "]" : "");
            is_open = false;
            continue;
        }
        if (!is_open)
            pdf_add_integer(&b, code);
        builder_add_text(&b, is_open ? " " : "[");
        is_open = true;
        pdf_add_integer(&b, width);
    }
    builder_add_text(&b, is_open ? "]" : "");
    return builder_slice(&b);
}

/* A subset's tag (9.9.2): six letters from what is in it, so that two
 * subsets of one face are told apart and the same one is named the same. */
static slice
subset_name(arena *a, const pdf_font *font)
{
    uint64_t hash = 14695981039346656037u;
    for (uint32_t code = 1; code < font->glyphs.n; code++) {
        hash ^= hash_of(&font->glyphs.at[code]);
        hash *= 1099511628211u;
    }
    char tag[6];
    for (size_t i = 0; i < sizeof tag; i++, hash /= 26)
        tag[i] = (char)('A' + hash % 26);
    return slice_printf(a, "%.6s+%.*s", tag, SLICE_ARGS(face_name(font->face)));
}

typedef struct font_refs {
    pdf_ref font, descendant, descriptor, program, unicode;
} font_refs;

static void
write_descriptor(arena *a, pdf_file *file, const font_refs *refs,
                 const pdf_program *program)
{
    const pdf_descriptor *d = &program->descriptor;
    slice_builder b = {.arena = a};
    builder_add_text(&b, "<</Type/FontDescriptor/FontName");
    pdf_add_name(&b, program->name);
    builder_printf(&b, "/Flags %d/FontBBox[%d %d %d %d]", d->flags,
                   d->box[0], d->box[1], d->box[2], d->box[3]);
    builder_printf(&b, "/ItalicAngle %d/Ascent %d/Descent %d",
                   d->italic_angle, d->ascent, d->descent);
    builder_printf(&b, "/CapHeight %d/StemV %d/FontFile%d ", d->cap_height,
                   d->stem_v, d->is_cff ? 3 : 2);
    pdf_add_ref(&b, refs->program);
    builder_add_text(&b, ">>");
    pdf_file_object(file, refs->descriptor, builder_slice(&b));
}

static void
write_descendant(arena *a, pdf_file *file, const font_refs *refs,
                 const pdf_font *font, const pdf_program *program)
{
    slice_builder b = {.arena = a};
    builder_add_text(&b, "<</Type/Font/Subtype/");
    builder_add_text(&b, program->descriptor.is_cff
                             ? "CIDFontType0"
                             : "CIDFontType2/CIDToGIDMap/Identity");
    builder_add_text(&b, "/BaseFont");
    pdf_add_name(&b, program->name);
    builder_add_text(&b, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                         "/Supplement 0>>/FontDescriptor ");
    pdf_add_ref(&b, refs->descriptor);
    builder_add_text(&b, "/DW 1000/W[");
    builder_add(&b, widths_of(a, font));
    builder_add_text(&b, "]>>");
    pdf_file_object(file, refs->descendant, builder_slice(&b));
}

static void
write_composite(arena *a, pdf_file *file, const font_refs *refs, slice name)
{
    slice_builder b = {.arena = a};
    builder_add_text(&b, "<</Type/Font/Subtype/Type0/BaseFont");
    pdf_add_name(&b, name);
    builder_add_text(&b, "/Encoding/Identity-H/DescendantFonts[");
    pdf_add_ref(&b, refs->descendant);
    builder_add_text(&b, "]/ToUnicode ");
    pdf_add_ref(&b, refs->unicode);
    builder_add_text(&b, ">>");
    pdf_file_object(file, refs->font, builder_slice(&b));
}

static void
write_program(arena *a, pdf_file *file, pdf_ref ref,
              const pdf_program *program)
{
    slice entries = SLICE_OF("/Subtype/CIDFontType0C");
    if (!program->descriptor.is_cff)
        entries = slice_printf(a, "/Length1 %zu", program->bytes.len);
    pdf_file_stream(file, ref, entries, program->bytes);
}

static pdf_ref
write_font(arena *a, pdf_file *file, const pdf_font *font)
{
    font_refs refs = {0};
    refs.font = pdf_file_reserve(file);
    refs.descendant = pdf_file_reserve(file);
    refs.descriptor = pdf_file_reserve(file);
    refs.program = pdf_file_reserve(file);
    refs.unicode = pdf_file_reserve(file);
    pdf_program program =
        pdf_program_from_font(a, font, subset_name(a, font));
    write_program(a, file, refs.program, &program);
    pdf_file_stream(file, refs.unicode, SLICE_OF(""),
                    pdf_unicode_from_font(a, font));
    write_descriptor(a, file, &refs, &program);
    write_descendant(a, file, &refs, font, &program);
    write_composite(a, file, &refs, program.name);
    return refs.font;
}

void
pdf_fonts_write(const pdf_fonts *f, pdf_file *file, slice_builder *out)
{
    for (size_t i = 0; i < f->fonts.n; i++) {
        arena *scratch = arena_new();
        pdf_ref ref = write_font(scratch, file, f->fonts.at[i]);
        builder_printf(out, "/F%zu ", i);
        pdf_add_ref(out, ref);
        arena_drop(scratch);
    }
}
