/* array: typed growable arrays in an arena. It knows element sizes only; an
 * abandoned smaller copy stays in the arena, so total cost is at most twice
 * the final size. */
#ifndef BASE_ARRAY_H
#define BASE_ARRAY_H

#include <string.h>

#include "base/arena.h"

/* struct { T *at; size_t n, cap; }; zero-initialise. */
#define ARRAY(T) struct { T *at; size_t n, cap; }

/* Append one value; evaluates `arr` more than once. */
#define ARRAY_PUSH(a, arr, value)                                            \
    do {                                                                     \
        if ((arr)->n == (arr)->cap)                                          \
            (arr)->at = array_grown((a), (arr)->at, &(arr)->cap,             \
                                    sizeof *(arr)->at);                      \
        (arr)->at[(arr)->n++] = (value);                                     \
    } while (0)

#define ARRAY_LAST(arr) (&(arr)->at[(arr)->n - 1])

/* A first step of about 256 bytes: lists of small things start with room for
 * eight, lists of large ones with two. */
static inline size_t
array_first(size_t size)
{
    size_t n = 256 / size;
    return n > 8 ? 8 : n < 2 ? 2 : n;
}

static inline void *
array_grown(arena *a, const void *at, size_t *cap, size_t size)
{
    size_t old = *cap;
    *cap = old == 0 ? array_first(size) : old * 2;
    void *grown = arena_array(a, *cap, size);
    if (at != NULL)
        memcpy(grown, at, old * size);
    return grown;
}

#endif
