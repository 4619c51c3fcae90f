#include "output/pdf_unicode.h"

/* A bfchar section holds at most 100 lines (Adobe TN 5014). */
#define SECTION_LINES 100

static const char head[] =
    "/CIDInit /ProcSet findresource begin\n"
    "12 dict begin\n"
    "begincmap\n"
    "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n"
    "/CMapName /Adobe-Identity-UCS def\n"
    "/CMapType 2 def\n"
    "1 begincodespacerange\n"
    "<0000><FFFF>\n"
    "endcodespacerange\n";

static const char tail[] =
    "endcmap\n"
    "CMapName currentdict /CMap defineresource pop\n"
    "end\n"
    "end\n";

static void
add_section(slice_builder *b, const pdf_font *font, size_t from, size_t to)
{
    pdf_add_integer(b, (int64_t)(to - from));
    builder_add_text(b, " beginbfchar\n");
    for (size_t code = from; code < to; code++) {
        builder_add_text(b, "<");
        pdf_add_hex16(b, (uint32_t)code);
        builder_add_text(b, "><");
        pdf_add_utf16(b, font->glyphs.at[code].text);
        builder_add_text(b, ">\n");
    }
    builder_add_text(b, "endbfchar\n");
}

slice
pdf_unicode_from_font(arena *a, const pdf_font *font)
{
    slice_builder b = {.arena = a};
    builder_add_text(&b, head);
    for (size_t from = 1; from < font->glyphs.n; from += SECTION_LINES) {
        size_t to = from + SECTION_LINES;
        add_section(&b, font, from, to < font->glyphs.n ? to : font->glyphs.n);
    }
    builder_add_text(&b, tail);
    return builder_slice(&b);
}
