#include "base/slice_index.h"

typedef struct slice_index_slot {
    slice key;
    size_t value;
    bool is_used;
} slot;

/* FNV-1a, 64 bits; the seed is fixed, so nothing depends on a run. */
static uint64_t
hash_of(slice key)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < key.len; i++)
        h = (h ^ (unsigned char)key.at[i]) * 1099511628211u;
    return h ^ h >> 32;
}

/* The slot that holds `key`, or the free one where it belongs. */
static slot *
slot_of(const slice_index *index, slice key)
{
    size_t at = (size_t)hash_of(key) & (index->cap - 1);
    while (index->slots[at].is_used && !slice_equal(index->slots[at].key, key))
        at = (at + 1) & (index->cap - 1);
    return &index->slots[at];
}

static void
grow(slice_index *index)
{
    slice_index old = *index;
    index->cap = old.cap == 0 ? 16 : old.cap * 2;
    index->slots = ARENA_ARRAY(index->arena, index->cap, slot);
    for (size_t i = 0; i < old.cap; i++)
        if (old.slots[i].is_used)
            *slot_of(index, old.slots[i].key) = old.slots[i];
}

size_t
slice_index_add(slice_index *index, slice key, size_t value)
{
    if (index->n * 2 >= index->cap)
        grow(index);
    slot *s = slot_of(index, key);
    if (s->is_used)
        return s->value;
    *s = (slot){key, value, true};
    index->n++;
    return SLICE_INDEX_NONE;
}

size_t
slice_index_lookup(const slice_index *index, slice key)
{
    if (index->cap == 0)
        return SLICE_INDEX_NONE;
    const slot *s = slot_of(index, key);
    return s->is_used ? s->value : SLICE_INDEX_NONE;
}
