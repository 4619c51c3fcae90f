#include "output/outline_cache.h"

#define FIRST_CAPACITY 256 /* a power of two */

typedef struct entry {
    const jb_face *face;
    uint32_t glyph;
    jb_path outline;
} entry;

/* An open hash table, at most half full. The order of addresses decides only
 * where an entry is kept, never what is drawn. */
struct outline_cache {
    arena *arena;
    entry **entries;
    size_t capacity, n;
};

outline_cache *
outline_cache_new(arena *a)
{
    outline_cache *c = ARENA_NEW(a, outline_cache);
    c->arena = a;
    c->capacity = FIRST_CAPACITY;
    c->entries = ARENA_ARRAY(a, c->capacity, entry *);
    return c;
}

static size_t
place_of(const outline_cache *c, const jb_face *face, uint32_t glyph)
{
    uint64_t key = (uint64_t)(uintptr_t)face + (uint64_t)glyph * 1000003u;
    size_t at = (size_t)((key * 0x9E3779B97F4A7C15u) >> 20);
    for (;; at++) {
        const entry *e = c->entries[at & (c->capacity - 1)];
        if (e == NULL || (e->face == face && e->glyph == glyph))
            return at & (c->capacity - 1);
    }
}

static void
grow(outline_cache *c)
{
    entry **old = c->entries;
    size_t n_old = c->capacity;
    c->capacity *= 2;
    c->entries = ARENA_ARRAY(c->arena, c->capacity, entry *);
    for (size_t i = 0; i < n_old; i++)
        if (old[i] != NULL)
            c->entries[place_of(c, old[i]->face, old[i]->glyph)] = old[i];
}

const jb_path *
outline_lookup(outline_cache *c, const jb_face *face, uint32_t glyph)
{
    size_t at = place_of(c, face, glyph);
    if (c->entries[at] != NULL)
        return &c->entries[at]->outline;
    if (c->n * 2 >= c->capacity) {
        grow(c);
        at = place_of(c, face, glyph);
    }
    entry *e = ARENA_NEW(c->arena, entry);
    *e = (entry){.face = face, .glyph = glyph};
    face_outline(c->arena, face, glyph, OUTLINE_EM, &e->outline);
    c->entries[at] = e;
    c->n++;
    return &e->outline;
}
