#include "text/word_cache.h"

#include <string.h>

/* A power of two, at most half full. */
#define PLACES 4096u
#define WORDS_MOST (PLACES / 2)

typedef struct entry {
    word_key key;
    shaped_word word;
} entry;

struct word_cache {
    arena *words; /* entries and glyphs */
    entry *places[PLACES]; /* NULL: empty */
    size_t n;
};

static void
drop_words(void *cache)
{
    arena_drop(((word_cache *)cache)->words);
}

word_cache *
word_cache_new(arena *a)
{
    word_cache *cache = ARENA_NEW(a, word_cache);
    cache->words = arena_new();
    arena_defer(a, drop_words, cache);
    return cache;
}

/* FNV-1a over code points and size; faces differ in either soon enough. */
static uint32_t
hash_of(const word_key *key)
{
    uint32_t h = 2166136261u ^ (uint32_t)key->size;
    for (uint32_t i = 0; i < key->n; i++)
        h = (h ^ key->codes[i]) * 16777619u;
    return h ^ (h >> 15);
}

static bool
is_same(const word_key *a, const word_key *b)
{
    return a->face == b->face && a->size == b->size && a->n == b->n &&
           a->is_latin == b->is_latin &&
           memcmp(a->codes, b->codes, a->n * sizeof *a->codes) == 0;
}

/* Where the word is, or where it would be put. */
static size_t
place_of(const word_cache *cache, const word_key *key)
{
    size_t i = hash_of(key) % PLACES;
    while (cache->places[i] != NULL && !is_same(&cache->places[i]->key, key))
        i = (i + 1) % PLACES;
    return i;
}

const shaped_word *
word_cache_find(const word_cache *cache, const word_key *key)
{
    const entry *found = cache->places[place_of(cache, key)];
    return found == NULL ? NULL : &found->word;
}

static void
empty(word_cache *cache)
{
    arena_drop(cache->words);
    cache->words = arena_new();
    memset(cache->places, 0, sizeof cache->places);
    cache->n = 0;
}

void
word_cache_add(word_cache *cache, const word_key *key, shaped_word word)
{
    if (cache->n == WORDS_MOST)
        empty(cache);
    entry *made = ARENA_NEW(cache->words, entry);
    made->key = *key;
    made->word.n = word.n;
    made->word.glyphs = arena_copy(cache->words, word.glyphs,
                                   word.n * sizeof *word.glyphs);
    cache->places[place_of(cache, key)] = made;
    cache->n++;
}
