/* typesetter: what many paragraphs share: fonts, scaled faces, shaped words. */
#ifndef TEXT_TYPESETTER_H
#define TEXT_TYPESETTER_H

#include <hb.h>

#include "base/array.h"
#include "text/text.h"
#include "text/word_cache.h"

typedef struct scaled_face {
    const jb_face *face;
    jb_len size;
    hb_font_t *font; /* positions in jb_len */
} scaled_face;

struct jb_typesetter {
    arena *arena;
    jb_fonts *fonts;
    hb_buffer_t *buffer;
    hb_language_t chinese;
    ARRAY(scaled_face) scaled;
    word_cache *words;
};

/* Borrowed until the typesetter is dropped. */
hb_font_t *typesetter_scaled(jb_typesetter *t, const jb_face *face,
                             jb_len size);

#endif
