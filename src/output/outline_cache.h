/* outline_cache: each glyph's outline, asked of the font once. It knows no
 * renderer. */
#ifndef OUTPUT_OUTLINE_CACHE_H
#define OUTPUT_OUTLINE_CACHE_H

#include "font/face.h"

/* Outlines are kept at this em, fine enough for any size on a page. */
#define OUTLINE_EM ((jb_len)1 << 20)

typedef struct outline_cache outline_cache;

outline_cache *outline_cache_new(arena *a);

/* The glyph's outline at OUTLINE_EM; lives as long as the cache's arena. */
const jb_path *outline_lookup(outline_cache *c, const jb_face *face,
                              uint32_t glyph);

#endif
