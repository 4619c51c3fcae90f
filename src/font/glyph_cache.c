#include "font/glyph_cache.h"

#include <stddef.h>

uint32_t
glyph_cache_glyph(glyph_cache *cache, hb_font_t *font, uint32_t code)
{
    size_t i = code % GLYPH_CACHE_GLYPHS;
    if (cache->glyphs[i].key != code + 1) {
        hb_codepoint_t glyph = 0;
        if (!hb_font_get_nominal_glyph(font, code, &glyph))
            glyph = 0;
        cache->glyphs[i].key = code + 1;
        cache->glyphs[i].glyph = glyph;
    }
    return cache->glyphs[i].glyph;
}

int
glyph_cache_advance(glyph_cache *cache, hb_font_t *font, uint32_t glyph)
{
    size_t i = glyph % GLYPH_CACHE_GLYPHS;
    if (cache->advances[i].key != glyph + 1) {
        cache->advances[i].key = glyph + 1;
        cache->advances[i].advance = hb_font_get_glyph_h_advance(font, glyph);
    }
    return cache->advances[i].advance;
}

const hb_glyph_extents_t *
glyph_cache_ink(glyph_cache *cache, hb_font_t *font, uint32_t glyph)
{
    size_t i = glyph % GLYPH_CACHE_INKS;
    if (cache->inks[i].key != glyph + 1) {
        hb_glyph_extents_t box;
        bool is_known = hb_font_get_glyph_extents(font, glyph, &box);
        cache->inks[i].key = glyph + 1;
        cache->inks[i].has_ink =
            is_known && box.width != 0 && box.height != 0;
        if (is_known)
            cache->inks[i].box = box;
    }
    return cache->inks[i].has_ink ? &cache->inks[i].box : NULL;
}
