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

static inline void *
array_grown(arena *a, const void *at, size_t *cap, size_t size)
{
    size_t old = *cap;
    *cap = old == 0 ? 8 : old * 2;
    void *grown = arena_array(a, *cap, size);
    if (at != NULL)
        memcpy(grown, at, old * size);
    return grown;
}

#endif
