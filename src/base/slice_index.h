/* slice_index: from text to a number, by hashing: for ids and duplicate keys.
 * It keeps the order of nothing and knows no meaning of the text. */
#ifndef BASE_SLICE_INDEX_H
#define BASE_SLICE_INDEX_H

#include <stdint.h>

#include "base/slice.h"

#define SLICE_INDEX_NONE SIZE_MAX

/* Zero-initialise except for `arena`. Keys are borrowed. */
typedef struct slice_index {
    arena *arena;
    struct slice_index_slot *slots;
    size_t n, cap;
} slice_index;

/* Put `value` under `key` and return SLICE_INDEX_NONE, or return the value
 * that is there already and change nothing. */
size_t slice_index_add(slice_index *index, slice key, size_t value);
size_t slice_index_lookup(const slice_index *index, slice key);

#endif
