/* word_cache: runs of characters that HarfBuzz has shaped before: marks,
 * figures and words come back hundreds of times in a document. Its size is
 * bounded: a full cache is emptied. It knows nothing of paragraphs. */
#ifndef TEXT_WORD_CACHE_H
#define TEXT_WORD_CACHE_H

#include <stdint.h>

#include "base/arena.h"
#include "display/display.h"

/* Longer runs are seldom seen twice. */
#define WORD_LONGEST 16

typedef struct word_key {
    const jb_face *face;
    jb_len size;
    bool is_latin; /* shaped as Western text, not as Han */
    uint32_t n;    /* of codes, ≤ WORD_LONGEST */
    uint32_t codes[WORD_LONGEST];
} word_key;

/* A glyph and the character of the run that its cluster starts with. */
typedef struct word_glyph {
    jb_glyph glyph;
    uint32_t character;
} word_glyph;

typedef struct shaped_word {
    const word_glyph *glyphs;
    size_t n;
} shaped_word;

typedef struct word_cache word_cache;

word_cache *word_cache_new(arena *a);

/* The word, valid until the next word_cache_add, or NULL. */
const shaped_word *word_cache_find(const word_cache *cache,
                                   const word_key *key);
/* Remember a copy of `word`. */
void word_cache_add(word_cache *cache, const word_key *key, shaped_word word);

#endif
