/* glyph_cache: what a face has been asked for before: the glyph of a
 * character, its advance, its ink. Direct-mapped tables of fixed size, so
 * memory is bounded whatever is set. HarfBuzz runs a charstring for each ink
 * box and searches the character map anew each time. */
#ifndef FONT_GLYPH_CACHE_H
#define FONT_GLYPH_CACHE_H

#include <stdbool.h>
#include <stdint.h>

#include <hb.h>

#define GLYPH_CACHE_GLYPHS 1024u
#define GLYPH_CACHE_INKS 256u

/* Keys are one more than what they stand for, so that 0 is an empty place. */
typedef struct glyph_cache {
    struct { uint32_t key, glyph; } glyphs[GLYPH_CACHE_GLYPHS];
    struct { uint32_t key; int advance; } advances[GLYPH_CACHE_GLYPHS];
    struct {
        uint32_t key;
        bool has_ink;
        hb_glyph_extents_t box;
    } inks[GLYPH_CACHE_INKS];
} glyph_cache;

uint32_t glyph_cache_glyph(glyph_cache *cache, hb_font_t *font,
                           uint32_t code);
int glyph_cache_advance(glyph_cache *cache, hb_font_t *font, uint32_t glyph);
/* NULL when the glyph draws nothing; else borrowed until the next call. */
const hb_glyph_extents_t *glyph_cache_ink(glyph_cache *cache, hb_font_t *font,
                                          uint32_t glyph);

#endif
